"""The secrets of the configuration: in the operating system's keyring, an environment variable above it."""

import os
import re
from collections.abc import Iterable, Mapping

import keyring
from keyring.errors import KeyringError

from picker_app.settings.model import Account

SERVICE = "picker-app"
SECRETS = {
    "delivery_hero": ("client_secret", "api_token", "webhook_secret"),
    "ifood_pos": ("client_secret", "password"),
    "deliveroo_promotions": ("client_secret",),
}


class Secrets:
    """The secrets of accounts: from the environment, else from the operating system's keyring.

    A keyring may ask its person or its bus, so each secret is read once, by `warm` on a thread where waiting is
    allowed; then it stands in memory only. `given` holds those of the training platform.
    """

    def __init__(self, given: Mapping[tuple[str, str], str] | None = None) -> None:
        self._known: dict[tuple[str, str], str | None] = dict(given or {})

    def warm(self, accounts: Iterable[Account]) -> None:
        """Read the secrets of these accounts."""
        for account in accounts:
            for secret in SECRETS[account.platform]:
                self.get(account.name, secret)

    def values(self) -> tuple[str, ...]:
        """Return all secrets that were read so far: to keep them out of logs."""
        return tuple(value for value in self._known.values() if value)

    def get(self, account: str, secret: str) -> str | None:
        """Return a secret, None if there is none or the keyring cannot be used."""
        if (account, secret) not in self._known:
            self._known[account, secret] = _read(account, secret)
        return self._known[account, secret]


def _read(account: str, secret: str) -> str | None:
    value = os.environ.get(variable(account, secret))
    if value:
        return value
    try:
        return keyring.get_password(SERVICE, f"{account}/{secret}")
    except KeyringError:
        return None


def variable(account: str, secret: str) -> str:
    """Return the name of the environment variable that overrides a secret.

    >>> variable("foodora-centro", "client_secret")
    'PICKER_SECRET_FOODORA_CENTRO_CLIENT_SECRET'
    """
    return "PICKER_SECRET_" + re.sub(r"[^A-Z0-9]", "_", f"{account}_{secret}".upper())

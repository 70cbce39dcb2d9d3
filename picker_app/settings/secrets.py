"""The secrets of the configuration: in the operating system's keyring, an environment variable above it."""

import os
import re
import sys
from collections.abc import Iterable, Mapping

import keyring
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringError, KeyringLocked, PasswordDeleteError

from picker_app.masks import MASKS
from picker_app.settings.model import Account, TunnelKind
from picker_app.wording import Words, say, tr

SERVICE = "picker-app"
TUNNEL = "tunnel"
"""The secrets of the tunnel are kept as those of an account of this name."""
TUNNEL_SECRETS: dict[TunnelKind, str] = {
    "cloudflared": "cloudflared_token",
    "ngrok": "ngrok_authtoken",
    "command": "command_token",
}
SECRETS = {
    "delivery_hero": ("client_secret", "api_token", "webhook_secret"),
    "ifood_pos": ("client_secret", "password"),
    "deliveroo_promotions": ("client_secret",),
}


_WAYS_OUT = {
    "linux": tr(
        "Install one, such as gnome-keyring (on Debian: sudo apt install gnome-keyring) or KWallet, then sign out "
        "of the computer and in again."
    ),
    "darwin": tr("Open the Keychain Access of this computer and unlock the login keychain."),
    "win32": tr("Sign in to this computer as a user that may use the Windows Credential Manager."),
}


class NoKeyring(Exception):
    """A secret cannot be kept; `words` say why and what to do, and hold no secret."""

    def __init__(self, words: Words) -> None:
        self.words = words
        super().__init__(str(words))


class Secrets:
    """The secrets of accounts and of the tunnel: from the environment, else from the operating system's keyring.

    A keyring may ask its person or its bus, so each secret is read once, by `warm` on a thread where waiting is
    allowed; then it stands in memory only. `save` and `delete` wait too. `given` holds those of the training platform.
    Nothing is ever written to a file.
    """

    def __init__(self, given: Mapping[tuple[str, str], str] | None = None) -> None:
        self._known: dict[tuple[str, str], str | None] = dict(given or {})

    def warm(self, accounts: Iterable[Account], tunnel: TunnelKind = "") -> None:
        """Read the secrets of these accounts and of a tunnel of this kind."""
        for account in accounts:
            for secret in SECRETS[account.platform]:
                self.get(account.name, secret)
        if tunnel in TUNNEL_SECRETS:
            self.get(TUNNEL, TUNNEL_SECRETS[tunnel])

    def values(self) -> tuple[str, ...]:
        """Return all secrets that were read so far: to keep them out of logs."""
        return tuple(value for value in self._known.values() if value)

    def get(self, account: str, secret: str) -> str | None:
        """Return a secret, None if there is none or the keyring cannot be used."""
        if (account, secret) not in self._known:
            self._known[account, secret] = _read(account, secret)
        return self._known[account, secret]

    def save(self, account: str, secret: str, value: str) -> None:
        """Keep a secret in the keyring, without the blanks around it; NoKeyring if it cannot be kept there.

        Where an environment variable overrides it, that one goes on to hold: see `overridden`.
        """
        value = value.strip()
        if not value:
            raise ValueError("a secret is not empty")
        MASKS.hide([value])
        why = trouble()
        if why:
            instead = say(tr("Or set the environment variable {variable}."), variable=variable(account, secret))
            raise NoKeyring(why + " " + instead)
        user = f"{account}/{secret}"
        try:
            keyring.set_password(SERVICE, user, value)
            kept = keyring.get_password(SERVICE, user)
        except Exception as error:  # each system has a keyring of its own, with errors of its own
            raise NoKeyring(_sentence(error, account, secret)) from None
        if kept != value:
            words = tr(
                "The keyring did not keep {user}. Look at it with its own program, "
                "or set the environment variable {variable}."
            )
            raise NoKeyring(say(words, user=user, variable=variable(account, secret)))
        if not overridden(account, secret):
            self._known[account, secret] = value

    def hold(self, account: str, secret: str, value: str) -> None:
        """Use a secret until the program ends, and keep it nowhere."""
        MASKS.hide([value.strip()])
        self._known[account, secret] = value.strip() or None

    def delete(self, account: str, secret: str) -> None:
        """Take a secret out of the keyring; NoKeyring if that is not possible. One that is not there is no fault."""
        try:
            keyring.delete_password(SERVICE, f"{account}/{secret}")
        except (PasswordDeleteError, KeyError):
            pass
        except Exception as error:  # as above
            raise NoKeyring(_sentence(error, account, secret)) from None
        self._known.pop((account, secret), None)


def trouble() -> Words:
    """Say why no secret can be kept in a keyring, and what to do; "" where it can. The keyring is not asked."""
    backend: KeyringBackend | None = keyring.get_keyring()
    if isinstance(backend, chainer.ChainerBackend):
        # It writes to the first of those that it found.
        found: list[KeyringBackend] = list(backend.backends)
        backend = found[0] if found else None
    way_out = say(_WAYS_OUT.get(sys.platform, tr("Install one and sign in again.")))
    if backend is None or isinstance(backend, fail.Keyring | null.Keyring):
        return say(tr("This computer has no keyring in which a secret can be kept.")) + " " + way_out
    if type(backend).__module__.startswith("keyrings.alt"):
        why = tr("The keyring of this computer writes secrets to a file, which this program never does.")
        return say(why) + " " + way_out
    return say("")


def overridden(account: str, secret: str) -> bool:
    """Say whether an environment variable takes the place of what the keyring has."""
    return bool(os.environ.get(variable(account, secret)))


def _sentence(error: Exception, account: str, secret: str) -> Words:
    # Its own words may hold what must not be shown.
    words = tr(
        "The keyring cannot be used ({fault}). Look at it with its own program and try again, "
        "or set the environment variable {variable}."
    )
    if isinstance(error, KeyringLocked):
        words = tr("The keyring is locked. Unlock it and try again, or set the environment variable {variable}.")
    return say(words, fault=type(error).__name__, variable=variable(account, secret))


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

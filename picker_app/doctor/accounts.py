"""Looks at accounts: their secrets are there, their platforms let them in, and our clock goes as theirs does."""

import os
from collections.abc import Iterable, Mapping
from datetime import timedelta

import keyring
from keyring.backends import fail as no_keyring

from picker_app.doctor.asking import Advice, asking, secrets_of, told
from picker_app.platforms.delivery_hero import AccountSettings
from picker_app.platforms.delivery_hero.client import DeliveryHero
from picker_app.platforms.pace import Limiter
from picker_app.platforms.port import Heard, Missing, PlatformError
from picker_app.platforms.sign_in import SignIns
from picker_app.report import Found, fail, ok, warn
from picker_app.settings import (
    SECRETS,
    TUNNEL,
    TUNNEL_SECRETS,
    Account,
    DeliveryHeroAccount,
    Secrets,
    TunnelKind,
    variable,
)

CLOCK_WARN, CLOCK_FAIL = timedelta(seconds=30), timedelta(minutes=5)
LOCKED_OUT = "Check client_id and the secret against the platform's portal."
REFUSED = "Check chain_id, vendor_id, orders_path, and what the portal allows this account."


def all_secrets(accounts: Iterable[Account], secrets: Secrets, tunnel: TunnelKind = "") -> dict[tuple[str, str], str]:
    """Read every secret of the accounts, by account and name, "" where there is none. A keyring may make it wait.

    That of a `tunnel` of this kind is read with them.
    """
    wanted = [(account.name, name) for account in accounts for name in SECRETS[account.platform]]
    if tunnel in TUNNEL_SECRETS:
        wanted.append((TUNNEL, TUNNEL_SECRETS[tunnel]))
    return {(account, name): secrets.get(account, name) or "" for account, name in wanted}


def settled(account: Account, known: Mapping[tuple[str, str], str], *, given: bool = False) -> list[Found]:
    """Look at what is set for an account: its secrets by name, and what does not go together.

    `given`: the secrets come from the training platform.
    """
    what = f"{account.name}, secrets"
    found: list[Found] = []
    there = []
    for name in _needed(account):
        if not known[account.name, name]:
            found.append(fail(what, _how_to_store(account.name, name)))
        else:
            there.append(f"{name} from the {_source(account.name, name, given=given)}")
    if there:
        found.insert(0, ok(what, ", ".join(there)))
    if isinstance(account, DeliveryHeroAccount) and account.promotions and account.auth == "static":
        found.append(
            warn(
                f"{account.name}, promotions",
                'new features come only to a sign-in by client_id and client_secret. Change auth = "static", '
                "or set promotions = false.",
            )
        )
    return found


def client(
    account: DeliveryHeroAccount, known: Mapping[tuple[str, str], str], pace: Limiter, sign_ins: SignIns
) -> DeliveryHero:
    """Return a client for the account; all accounts share `pace` and `sign_ins`."""
    return DeliveryHero(AccountSettings.of(account, secrets_of(account, known)), pace, sign_ins)


async def ask(account: DeliveryHeroAccount, platform: DeliveryHero, newest: str) -> list[Found]:
    """Sign in, read the list of the last hour and one order, `newest` if it is known (delivery_hero.md section 10)."""
    advice = Advice(account.base_url, "base_url", LOCKED_OUT, REFUSED)
    async with asking(account.name, advice) as now:
        await platform.sign_in()
        now.good("the platform takes the secret")
        now.what = f"{account.name}, list of orders"
        refs = [newest] if newest else []
        try:
            listed = await platform.recent()
            now.good("the last hour can be read")
            refs += [one.said.ref for one in listed if isinstance(one, Heard)]
        except PlatformError as error:
            now.found.append(fail(now.what, await told(error, advice)))
        now.what = f"{account.name}, order path"
        now.found.append(await _order_path(now.what, account, platform, refs))
    return now.found


def clock(ahead: Mapping[str, timedelta | None]) -> Found:
    """Compare this computer's clock with those of the platforms, by how far each was ahead in its answer."""
    told = {name: value for name, value in ahead.items() if value is not None}
    if not told:
        return warn("clock", "not compared: no platform told its time. Ask again when one answers.")
    # Ours is right where one of theirs says so.
    name, value = min(told.items(), key=lambda pair: abs(pair[1]))
    off = abs(value)
    side = "behind" if value > timedelta() else "ahead of"
    if off <= CLOCK_WARN:
        return ok("clock", f"within {max(1, round(off.total_seconds()))} s of the platform of {name}")
    words = f"{_long(off)} {side} the platform of {name}. Let this computer set its time by itself."
    return fail("clock", words) if off > CLOCK_FAIL else warn("clock", words)


async def _order_path(what: str, account: DeliveryHeroAccount, platform: DeliveryHero, refs: list[str]) -> Found:
    for ref in dict.fromkeys(refs):
        try:
            path = await platform.find_order_path(ref)
        except Missing:
            continue
        if path == account.order_path:
            return ok(what, f"{path} works: order {ref} was read")
        return fail(
            what, f'{account.order_path} does not work. Write order_path = "{path}": order {ref} was read there.'
        )
    if refs:
        return fail(
            what, f"order {refs[0]} is there under no form of the path. Check order_path, chain_id and base_url."
        )
    return warn(what, "not tried: no order is known yet. Ask again after the first one.")


def _needed(account: Account) -> tuple[str, ...]:
    if not isinstance(account, DeliveryHeroAccount):
        return SECRETS[account.platform]
    return "api_token" if account.auth == "static" else "client_secret", "webhook_secret"


def _source(account: str, name: str, *, given: bool) -> str:
    if given:
        return "training platform"
    return "environment" if os.environ.get(variable(account, name)) else "keyring"


def _how_to_store(account: str, name: str) -> str:
    words = f"{name} is missing. Store it in the keyring: service picker-app, user {account}/{name}; "
    if isinstance(keyring.get_keyring(), no_keyring.Keyring):
        words = f"{name} is missing, and this computer has no keyring to keep it in. Install one, "
    return words + f"or set the environment variable {variable(account, name)}."


def _long(span: timedelta) -> str:
    seconds = round(span.total_seconds())
    return f"{seconds} s" if seconds < 120 else f"{seconds // 60} min" if seconds < 7200 else f"{seconds // 3600} h"

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
from picker_app.wording import Words, say, tr

CLOCK_WARN, CLOCK_FAIL = timedelta(seconds=30), timedelta(minutes=5)
LOCKED_OUT = tr("Check client_id and the secret against the platform's portal.")
REFUSED = tr("Check chain_id, vendor_id, orders_path, and what the portal allows this account.")
SECRET_MISSING = tr(
    "{secret} is missing. Store it in the keyring: service picker-app, user {account}/{secret}; "
    "or set the environment variable {variable}."
)


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
    what = say(tr("{account}, secrets"), account=account.name)
    found: list[Found] = []
    there = []
    for name in _needed(account):
        if not known[account.name, name]:
            found.append(fail(what, _how_to_store(account.name, name)))
        else:
            there.append(say(_source(account.name, name, given=given), secret=name))
    if there:
        found.insert(0, ok(what, say(", ").join(there)))
    if isinstance(account, DeliveryHeroAccount) and account.promotions and account.auth == "static":
        found.append(
            warn(
                say(tr("{account}, promotions"), account=account.name),
                say(
                    tr(
                        "new features come only to a sign-in by client_id and client_secret. "
                        'Change auth = "static", or set promotions = false.'
                    )
                ),
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
        now.good(say(tr("the platform takes the secret")))
        now.what = say(tr("{account}, list of orders"), account=account.name)
        refs = [newest] if newest else []
        try:
            listed = await platform.recent()
            now.good(say(tr("the last hour can be read")))
            refs += [one.said.ref for one in listed if isinstance(one, Heard)]
        except PlatformError as error:
            now.found.append(fail(now.what, await told(error, advice)))
        now.what = say(tr("{account}, order path"), account=account.name)
        now.found.append(await _order_path(now.what, account, platform, refs))
    return now.found


def clock(ahead: Mapping[str, timedelta | None]) -> Found:
    """Compare this computer's clock with those of the platforms, by how far each was ahead in its answer."""
    what = say(tr("clock"))
    told = {name: value for name, value in ahead.items() if value is not None}
    if not told:
        return warn(what, say(tr("not compared: no platform told its time. Ask again when one answers.")))
    # Ours is right where one of theirs says so.
    name, value = min(told.items(), key=lambda pair: abs(pair[1]))
    off = abs(value)
    if off <= CLOCK_WARN:
        seconds = max(1, round(off.total_seconds()))
        return ok(what, say(tr("within {seconds} s of the platform of {account}"), seconds=seconds, account=name))
    behind = tr("{time} behind the platform of {account}. Let this computer set its time by itself.")
    before = tr("{time} ahead of the platform of {account}. Let this computer set its time by itself.")
    words = say(behind if value > timedelta() else before, time=_long(off), account=name)
    return fail(what, words) if off > CLOCK_FAIL else warn(what, words)


async def _order_path(what: str, account: DeliveryHeroAccount, platform: DeliveryHero, refs: list[str]) -> Found:
    for ref in dict.fromkeys(refs):
        try:
            path = await platform.find_order_path(ref)
        except Missing:
            continue
        if path == account.order_path:
            return ok(what, say(tr("{path} works: order {order} was read"), path=path, order=ref))
        words = tr('{path} does not work. Write order_path = "{other}": order {order} was read there.')
        return fail(what, say(words, path=account.order_path, other=path, order=ref))
    if refs:
        words = tr("order {order} is there under no form of the path. Check order_path, chain_id and base_url.")
        return fail(what, say(words, order=refs[0]))
    return warn(what, say(tr("not tried: no order is known yet. Ask again after the first one.")))


def _needed(account: Account) -> tuple[str, ...]:
    if not isinstance(account, DeliveryHeroAccount):
        return SECRETS[account.platform]
    return "api_token" if account.auth == "static" else "client_secret", "webhook_secret"


def _source(account: str, name: str, *, given: bool) -> str:
    if given:
        return tr("{secret} from the training platform")
    kept = tr("{secret} from the keyring")
    return tr("{secret} from the environment") if os.environ.get(variable(account, name)) else kept


def _how_to_store(account: str, name: str) -> Words:
    words = SECRET_MISSING
    if isinstance(keyring.get_keyring(), no_keyring.Keyring):
        words = tr(
            "{secret} is missing, and this computer has no keyring to keep it in. Install one, "
            "or set the environment variable {variable}."
        )
    return say(words, secret=name, account=account, variable=variable(account, name))


def _long(span: timedelta) -> str:
    seconds = round(span.total_seconds())
    return f"{seconds} s" if seconds < 120 else f"{seconds // 60} min" if seconds < 7200 else f"{seconds // 3600} h"

"""Looks at accounts whose platform is asked for its events: it lets them in, and is not asked too often."""

from collections.abc import Mapping
from datetime import timedelta

from picker_app.doctor.asking import Advice, asking, secrets_of
from picker_app.platforms.ifood_pos import AccountSettings
from picker_app.platforms.ifood_pos.client import IfoodPos
from picker_app.report import Found, ok, warn
from picker_app.settings import IfoodPosAccount
from picker_app.wording import say, tr

RECOMMENDED_SECONDS = 45
LOCKED_OUT = tr("Check client_id and username, and the secrets client_secret and password.")


def client(account: IfoodPosAccount, known: Mapping[tuple[str, str], str]) -> IfoodPos:
    """Return a client for the account."""
    return IfoodPos(AccountSettings.of(account, secrets_of(account, known)))


async def ask(account: IfoodPosAccount, known: Mapping[tuple[str, str], str]) -> tuple[list[Found], timedelta | None]:
    """Sign in, and return how far the platform's clock was ahead (ifood_pos.md section 2).

    Its events are not asked for: that is the business of the program, which may run at the same time.
    """
    platform = client(account, known)
    try:
        async with asking(account.name, Advice(account.base_url, "base_url", LOCKED_OUT)) as now:
            await platform.sign_in()
            now.good(say(tr("the platform takes the username and the secrets")))
        return [_pace(account), *now.found], platform.ahead
    finally:
        await platform.close()


def _pace(account: IfoodPosAccount) -> Found:
    what = say(tr("{account}, poll_seconds"), account=account.name)
    if account.poll_seconds >= RECOMMENDED_SECONDS:
        return ok(what, say(tr("events are asked for every {seconds} s"), seconds=account.poll_seconds))
    words = tr("{seconds} is meant for a simulator: the platform may refuse. Set {recommended}.")
    return warn(what, say(words, seconds=account.poll_seconds, recommended=RECOMMENDED_SECONDS))

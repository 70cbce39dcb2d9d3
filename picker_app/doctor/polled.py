"""Looks at accounts whose platform is asked for its events: it lets them in, and is not asked too often."""

import asyncio
import logging
from collections.abc import Mapping
from datetime import timedelta

from picker_app.platforms.ifood_pos import AccountSettings
from picker_app.platforms.ifood_pos.client import IfoodPos
from picker_app.platforms.port import Limited, LockedOut, PlatformError, Unreachable
from picker_app.report import Found, fail, ok, warn
from picker_app.settings import IfoodPosAccount

log = logging.getLogger(__name__)

ACCOUNT_SECONDS = 20.0
RECOMMENDED_SECONDS = 45


def client(account: IfoodPosAccount, known: Mapping[tuple[str, str], str]) -> IfoodPos:
    """Return a client for the account."""
    settings = AccountSettings(
        name=account.name,
        base_url=account.base_url,
        client_id=account.client_id,
        username=account.username,
        merchant_ids=account.merchant_ids,
        currency=account.currency,
        secret=lambda name: known[account.name, name] or None,
        poll_seconds=account.poll_seconds,
        confirm_minutes=account.confirm_minutes,
    )
    return IfoodPos(settings)


async def ask(account: IfoodPosAccount, known: Mapping[tuple[str, str], str]) -> tuple[list[Found], timedelta | None]:
    """Sign in, and return how far the platform's clock was ahead (ifood_pos.md section 2).

    Its events are not asked for: that is the business of the program, which may run at the same time.
    """
    what = f"{account.name}, sign-in"
    platform = client(account, known)
    found = _pace(account)
    try:
        async with asyncio.timeout(ACCOUNT_SECONDS):
            await platform.sign_in()
        found.append(ok(what, "the platform takes the username and the secrets"))
    except PlatformError as error:
        found.append(fail(what, _advice(error)))
    except TimeoutError:
        found.append(fail(what, f"no answer within {ACCOUNT_SECONDS:.0f} s. Check the network, then ask again."))
    except Exception as error:
        log.debug("%s", what, exc_info=True)
        found.append(fail(what, f"the check itself failed: {type(error).__name__}. Tell support."))
    finally:
        await platform.close()
    return found, platform.ahead


def _pace(account: IfoodPosAccount) -> list[Found]:
    what = f"{account.name}, poll_seconds"
    if account.poll_seconds >= RECOMMENDED_SECONDS:
        return [ok(what, f"events are asked for every {account.poll_seconds} s")]
    words = f"{account.poll_seconds} is meant for a simulator: the platform may refuse. Set {RECOMMENDED_SECONDS}."
    return [warn(what, words)]


def _advice(error: PlatformError) -> str:
    said = f"{error.title} {error.words}".strip().rstrip(".") + ". "
    match error:
        case LockedOut():
            return said + "Check client_id and username, and the secrets client_secret and password."
        case Limited():
            return said + "Wait a minute, then ask again."
        case Unreachable():
            return said + "Check the network, a proxy, and base_url."
        case _:
            return said + "Check base_url, and whether the network wants a sign-in of its own."

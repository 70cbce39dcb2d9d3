"""Tries an account before it is saved: signs in for real, and says by a code what is wrong."""

import asyncio
import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import Protocol

from picker_app.doctor import accounts, certificate, polled, promotions
from picker_app.platforms.pace import Limiter
from picker_app.platforms.port import Limited, LockedOut, PlatformError, Unreachable
from picker_app.platforms.sign_in import SignIns
from picker_app.settings import SECRETS, Account, DeliveryHeroAccount, IfoodPosAccount

log = logging.getLogger(__name__)

SECONDS = 20.0
LONGEST_WORDS = 200
PACE = 25
_NOT_FOR_SIGN_IN = ("webhook_secret",)


class _Client(Protocol):
    async def sign_in(self) -> object: ...
    async def close(self) -> None: ...


async def sign_in(account: Account, secrets: Mapping[str, str]) -> tuple[str, str]:
    """Return a code and the other side's own words; the code is "" where the platform let us in.

    `secrets` are those of the account, by name. Codes: no_secret, locked_out, clock, certificate, unreachable,
    no_answer, limited, other. Takes `SECONDS` at most.
    """
    if any(not secrets.get(name) for name in _wanted(account)):
        return "no_secret", ""
    known = {(account.name, name): secrets.get(name, "") for name in SECRETS[account.platform]}
    client = _client(account, known)
    try:
        async with asyncio.timeout(SECONDS):
            await client.sign_in()
        found = "", ""
    except PlatformError as error:
        found = await _told(error, account.base_url)
    except TimeoutError:
        found = "no_answer", ""
    except Exception as error:
        log.debug("trial of %s", account.name, exc_info=True)
        found = "other", type(error).__name__
    finally:
        await client.close()
    ahead: timedelta | None = getattr(client, "ahead", None)
    if found[0] in ("", "locked_out") and ahead is not None and abs(ahead) > accounts.CLOCK_FAIL:
        return "clock", ""
    return found


def _wanted(account: Account) -> tuple[str, ...]:
    if isinstance(account, DeliveryHeroAccount):
        return ("api_token" if account.auth == "static" else "client_secret",)
    return tuple(name for name in SECRETS[account.platform] if name not in _NOT_FOR_SIGN_IN)


def _client(account: Account, known: Mapping[tuple[str, str], str]) -> _Client:
    if isinstance(account, DeliveryHeroAccount):
        return accounts.client(account, known, Limiter(PACE), SignIns())
    if isinstance(account, IfoodPosAccount):
        return polled.client(account, known)
    return promotions.client(account, known)


async def _told(error: PlatformError, url: str) -> tuple[str, str]:
    words = error.words[:LONGEST_WORDS]
    match error:
        case LockedOut():
            return "locked_out", words
        case Limited():
            return "limited", words
        case Unreachable() if "CERTIFICATE" in error.words.upper():
            shown = await asyncio.to_thread(certificate.seen, url)
            return "certificate", shown or words
        case Unreachable():
            return "unreachable", words
        case _:
            return "other", words

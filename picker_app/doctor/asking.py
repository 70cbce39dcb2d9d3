"""Asks an account's platform within a time limit; whatever goes wrong becomes a line that says what to do."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from picker_app.doctor import certificate
from picker_app.platforms.port import Limited, LockedOut, PlatformError, Refused, Unreachable
from picker_app.report import Found, fail, ok
from picker_app.settings import Account

log = logging.getLogger(__name__)

ACCOUNT_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Advice:
    """What to look at, a sentence each: where the platform locks us out, and where it refuses.

    `address` is the key of the configuration with the `url` that is asked.
    """

    url: str
    address: str
    locked_out: str
    refused: str = ""


@dataclass(slots=True)
class Asking:
    """What is asked about now, and what was found so far."""

    what: str
    found: list[Found] = field(default_factory=list)

    def good(self, words: str) -> None:
        """Say that it works."""
        self.found.append(ok(self.what, words))


def secrets_of(account: Account, known: Mapping[tuple[str, str], str]) -> Callable[[str], str | None]:
    """Return what gives the secrets of an account by name, of those that were read; None for one that is not there."""
    return lambda name: known[account.name, name] or None


@asynccontextmanager
async def asking(account: str, advice: Advice) -> AsyncIterator[Asking]:
    """Ask about the sign-in of an account, then about whatever is set as `what`; no error leaves it."""
    now = Asking(f"{account}, sign-in")
    try:
        async with asyncio.timeout(ACCOUNT_SECONDS):
            yield now
    except PlatformError as error:
        now.found.append(fail(now.what, await told(error, advice)))
    except TimeoutError:
        now.found.append(
            fail(now.what, f"no answer within {ACCOUNT_SECONDS:.0f} s. Check the network, then ask again.")
        )
    except Exception as error:
        log.debug("%s", now.what, exc_info=True)
        now.found.append(fail(now.what, f"the check itself failed: {type(error).__name__}. Tell support."))


async def told(error: PlatformError, advice: Advice) -> str:
    """Say what went wrong, with the platform's words, and what to do about it here.

    Where a certificate cannot be trusted, also which one was shown.
    """
    said = f"{error.title} {error.words}".strip().rstrip(".") + ". "
    match error:
        case LockedOut():
            return said + advice.locked_out
        case Limited():
            return said + "Wait a minute, then ask again."
        case Unreachable() if "CERTIFICATE" in error.words.upper():
            shown = await asyncio.to_thread(certificate.seen, advice.url)
            return (
                f"{said}Look for a proxy or virus scanner that opens secure connections, exempt the platform from it, "
                "and look at the clock." + (f" The certificate that is shown here: {shown}." if shown else "")
            )
        case Unreachable():
            return f"{said}Check the network, a proxy, and {advice.address}."
        case Refused() if advice.refused:
            return said + advice.refused
        case _:
            return f"{said}Check {advice.address}, and whether the network wants a sign-in of its own."

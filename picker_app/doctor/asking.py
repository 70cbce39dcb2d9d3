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
from picker_app.wording import Words, say, tr

log = logging.getLogger(__name__)

ACCOUNT_SECONDS = 20.0
TITLES = (
    tr("The platform did not answer as expected."),
    tr("The platform cannot be reached."),
    tr("The platform asks us to slow down."),
    tr("It is not certain whether the platform took this."),
    tr("The platform refuses the sign-in."),
    tr("The platform refuses this."),
    tr("The platform does not know this order."),
    tr("The platform sent something this program cannot read."),
)
"""The titles of what a platform did not do, once more: here the translators find them."""


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
    now = Asking(say(tr("{account}, sign-in"), account=account))
    try:
        async with asyncio.timeout(ACCOUNT_SECONDS):
            yield now
    except PlatformError as error:
        now.found.append(fail(now.what, await told(error, advice)))
    except TimeoutError:
        words = tr("no answer within {seconds} s. Check the network, then ask again.")
        now.found.append(fail(now.what, say(words, seconds=f"{ACCOUNT_SECONDS:.0f}")))
    except Exception as error:
        log.debug("%s", now.what, exc_info=True)
        now.found.append(fail(now.what, own_fault(error)))


def own_fault(error: Exception) -> Words:
    """Say that a check could not be made, and that it is our fault."""
    return say(tr("the check itself failed: {fault}. Tell support."), fault=type(error).__name__)


async def told(error: PlatformError, advice: Advice) -> Words:
    """Say what went wrong, with the platform's words, and what to do about it here.

    Where a certificate cannot be trusted, also which one was shown.
    """
    words = error.words.strip().rstrip(".")
    said = say(error.title) + (f" {words}. " if words else " ")
    match error:
        case LockedOut():
            return said + say(advice.locked_out)
        case Limited():
            return said + say(tr("Wait a minute, then ask again."))
        case Unreachable() if "CERTIFICATE" in error.words.upper():
            shown = await asyncio.to_thread(certificate.seen, advice.url)
            said += say(
                tr(
                    "Look for a proxy or virus scanner that opens secure connections, exempt the platform from it, "
                    "and look at the clock."
                )
            )
            found = say(tr("The certificate that is shown here: {certificate}."), certificate=shown)
            return said + " " + found if shown else said
        case Unreachable():
            return said + say(tr("Check the network, a proxy, and {key}."), key=advice.address)
        case Refused() if advice.refused:
            return said + say(advice.refused)
        case _:
            words = tr("Check {key}, and whether the network wants a sign-in of its own.")
            return said + say(words, key=advice.address)

"""Reads each platform's list of orders and mends what the webhook missed (delivery_hero.md section 10)."""

import asyncio
import logging
import random
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from picker_app.changes import EVERYTHING, Changes
from picker_app.intake.doorman import Doorman
from picker_app.platforms.port import (
    Heard,
    LockedOut,
    Missing,
    Platform,
    PlatformError,
    Priority,
    Turn,
    Unreachable,
    Unreadable,
)
from picker_app.store import incoming, orders, watermarks
from picker_app.store.database import Database, NotSaved

log = logging.getLogger(__name__)

USUAL_SECONDS = 120.0
OVERLAP = timedelta(minutes=15)
FIRST_TIME = timedelta(hours=24)
FARTHEST = timedelta(days=59)
AHEAD = timedelta(minutes=1)
READS_A_MINUTE = 10
READINGS = 3
"""How often a list is read in a row while the platform's clock seems to run away from ours."""


@dataclass(frozen=True, slots=True)
class Intervals:
    """Waiting times in seconds; the last of a row holds for all that follow.

    `asked`: between two checks that a person asked for; `retries`, ±20 % by chance, and `sign_in`: after a failed
    check; `tick`: how often the clock is looked at, so that a computer that slept checks at once.
    """

    asked: float = 10
    retries: tuple[float, ...] = (1, 2, 4, 8, 16, 32, 60)
    sign_in: tuple[float, ...] = (60, 120, 300)
    tick: float = 15


@dataclass(frozen=True, slots=True)
class Checked:
    """How reading an account's list stands, for the screen; times are aware UTC.

    `code` is "" when the last check was good, else its error's, with the sentences for a person, the platform's own
    `words`, whose `turn` it is, since when it fails, and when the program tries again.
    """

    account: str
    running: bool = False
    last_success: datetime | None = None
    code: str = ""
    title: str = ""
    advice: str = ""
    words: str = ""
    turn: Turn | None = None
    since: datetime | None = None
    retry_at: datetime | None = None


class _Account:
    """One account's checks: when the last was good, what failed, when the next is due."""

    def __init__(self, platform: Platform, seconds: float) -> None:
        self.platform = platform
        self.seconds = seconds
        self.last_success: datetime | None = None
        self.error: PlatformError | None = None
        self.since: datetime | None = None
        self.due: datetime | None = None
        self.put_off_at: datetime | None = None
        self.failures = 0
        self.unsaved = False
        self.running: asyncio.Task[None] | None = None
        self.wake = asyncio.Event()
        self.woken = False
        self.read_at: dict[str, datetime] = {}

    def put_off(self, now: datetime, seconds: float) -> None:
        """Check again after so many seconds."""
        self.put_off_at, self.due = now, now + timedelta(seconds=seconds)

    def waits(self, now: datetime) -> bool:
        """Say whether the next check is not due yet; it is if the clock was set back to before it was put off."""
        return self.due is not None and self.put_off_at is not None and self.put_off_at <= now < self.due


class Reconcile:
    """Checks each account at its start, every `seconds`, after a sleep and on demand, from `start` to `close`.

    `seconds` is by account; an account without an entry is checked every 120 s.
    """

    def __init__(
        self,
        database: Database,
        changes: Changes,
        platforms: Mapping[str, Platform],
        doorman: Doorman,
        *,
        seconds: Mapping[str, float] | None = None,
        intervals: Intervals | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        every = seconds or {}
        self._database = database
        self._changes = changes
        self._doorman = doorman
        self._intervals = intervals or Intervals()
        self._now = now
        self._accounts = {
            name: _Account(platform, every.get(name, USUAL_SECONDS)) for name, platform in platforms.items()
        }
        self._reads: deque[datetime] = deque(maxlen=READS_A_MINUTE)
        self._asked_at: datetime | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Check every account now, and go on."""
        for name, account in self._accounts.items():
            account.last_success = await self._mark_of(name)
        self._tasks = [
            asyncio.create_task(self._follow(account), name=f"reconcile {name}")
            for name, account in self._accounts.items()
        ]

    async def close(self) -> None:
        """Stop; a check under way is broken off and leaves its watermark where it was."""
        running = [account.running for account in self._accounts.values() if account.running is not None]
        for task in (*self._tasks, *running):
            task.cancel()
        await asyncio.gather(*self._tasks, *running, return_exceptions=True)
        self._tasks = []

    async def check_now(self) -> bool:
        """Check all accounts at once and wait for it; False, and nothing is done, within 10 s of the last time."""
        now = self._now()
        if self._asked_at is not None and _within(self._asked_at, now, timedelta(seconds=self._intervals.asked)):
            return False
        self._asked_at = now
        await asyncio.gather(*map(self._check, self._accounts.values()))
        return True

    def wake(self) -> None:
        """Say that the line is back: every account is checked at once."""
        for account in self._accounts.values():
            account.due = None
            account.woken = True
            account.wake.set()

    def state(self) -> dict[str, Checked]:
        """Return, by account, how reading its list stands."""
        return {name: _checked(name, account) for name, account in self._accounts.items()}

    async def _follow(self, account: _Account) -> None:
        while True:
            account.wake.clear()
            now = self._now()
            if account.due is None or not account.waits(now):
                await self._check(account)
                continue
            try:
                # Timers stand still while the computer sleeps, its clock does not.
                wait = min(self._intervals.tick, (account.due - now).total_seconds())
                async with asyncio.timeout(wait):
                    await account.wake.wait()
            except TimeoutError:
                pass

    async def _check(self, account: _Account) -> None:
        """Check an account, or join the check that is under way."""
        if account.running is None:
            account.running = asyncio.create_task(self._checked(account), name="check")
        await asyncio.shield(account.running)

    async def _checked(self, account: _Account) -> None:
        before = account.error
        account.woken = False
        self._changes.announce(EVERYTHING)
        try:
            for _ in range(READINGS):
                if await self._mend(account):
                    break
            self._good(account, before)
        except PlatformError as error:
            await self._bad(account, error, before)
        except NotSaved as error:
            if not account.unsaved:
                log.error("%s: the list of orders could not be stored: %s", account.platform.account, error)
            account.unsaved = True
            account.put_off(self._now(), self._intervals.tick)
        except Exception:
            log.exception("%s: the list of orders could not be taken in", account.platform.account)
            account.put_off(self._now(), account.seconds)
        finally:
            account.running = None
        self._changes.announce(EVERYTHING)

    def _good(self, account: _Account, before: PlatformError | None) -> None:
        if before is not None:
            log.info("%s: the list of orders can be read again", account.platform.account)
        if account.unsaved:
            account.unsaved = False
            log.info("%s: the list of orders can be stored again", account.platform.account)
        account.error = account.since = None
        account.failures = 0
        account.put_off(self._now(), account.seconds)
        if account.woken:
            account.due = None  # in the middle: it may have read too early

    async def _bad(self, account: _Account, error: PlatformError, before: PlatformError | None) -> None:
        name = account.platform.account
        if before is None or before.code != error.code:
            log.warning("%s: the list of orders cannot be read: %s", name, error.title)
        if isinstance(error, Unreadable):
            key = f"list|{incoming.digest(error.words.encode())}"
            await self._doorman.incident(name, key, "list_unreadable", error.words)
        if error.retry_after is not None:
            wait = error.retry_after
        elif isinstance(error, LockedOut):
            wait = self._intervals.sign_in[min(account.failures, len(self._intervals.sign_in) - 1)]
        elif isinstance(error, Unreachable):
            step = self._intervals.retries[min(account.failures, len(self._intervals.retries) - 1)]
            wait = step * random.uniform(0.8, 1.2)
        else:
            wait = account.seconds
        account.failures += 1
        account.since = account.since or self._now()
        account.error = error
        account.put_off(self._now(), wait)

    async def _mend(self, account: _Account) -> bool:
        """Read the list from the last success on, then what is open here and not in it.

        The hours asked for, and the mark, are of the platform's clock. False where its answers showed that the hours
        were wrong: the list is to be read again.
        """
        platform, here = account.platform, self._now()
        ahead = platform.ahead or timedelta(0)
        started = here + ahead
        last = await self._mark_of(platform.account)
        # A mark ahead of the clock was set by a wrong one: nobody knows what was read.
        known = last is not None and last <= started
        since = max(last - OVERLAP if last and known else started - FIRST_TIME, started - FARTHEST)
        listed = set()
        async for page in platform.list_orders(since, started + AHEAD):
            heard = [entry for entry in page if isinstance(entry, Heard)]
            listed |= {entry.said.ref for entry in heard}
            await self._doorman.take_in_all(platform.account, heard, "list")
            for entry in page:
                if isinstance(entry, Unreadable):
                    key = f"list|{incoming.digest(entry.words.encode())}"
                    await self._doorman.incident(platform.account, key, "unreadable", entry.words)
        if abs((platform.ahead or timedelta(0)) - ahead) > AHEAD:
            return False
        await self._database.run(lambda c: watermarks.advance(c, mark(platform.account), started))
        account.last_success = here
        await self._read_missing(account, listed, started)
        return True

    async def _mark_of(self, name: str) -> datetime | None:
        return await self._database.ask(lambda c: watermarks.until(c, mark(name)))

    async def _read_missing(self, account: _Account, listed: set[str], started: datetime) -> None:
        """Read the open orders that were not listed one by one, those not read for longest first, 10 a minute."""
        name = account.platform.account
        refs = await self._database.ask(lambda c: orders.open_refs(c, name, started - FARTHEST))
        missing = [ref for ref in refs if ref not in listed]
        never = datetime.min.replace(tzinfo=UTC)
        account.read_at = {ref: at for ref, at in account.read_at.items() if ref in missing}
        for ref in sorted(missing, key=lambda ref: account.read_at.get(ref, never)):
            now = self._now()
            if len(self._reads) == READS_A_MINUTE and _within(self._reads[0], now, timedelta(minutes=1)):
                return
            self._reads.append(now)
            account.read_at[ref] = now
            try:
                heard = await account.platform.read(ref, Priority.READ)
            except Missing as error:
                await self._doorman.incident(name, f"missing|{ref}", "order_unknown", f"{ref}: {error.advice}")
            except (LockedOut, Unreachable):
                return
            except PlatformError as error:
                log.info("%s: an open order could not be read: %s", name, error.title)
            else:
                await self._doorman.take_in(name, heard, "read")


def mark(account: str) -> str:
    """Return the name of the watermark up to which an account's list was read and stored."""
    return f"orders:{account}"


def _within(then: datetime, now: datetime, span: timedelta) -> bool:
    """Say whether `then` is less than a span ago; what is ahead was written by a clock that was wrong."""
    return then <= now < then + span


def _checked(name: str, account: _Account) -> Checked:
    error = account.error
    return Checked(
        account=name,
        running=account.running is not None,
        last_success=account.last_success,
        code=error.code if error else "",
        title=error.title if error else "",
        advice=error.advice if error else "",
        words=error.words if error else "",
        turn=error.turn if error else None,
        since=account.since,
        retry_at=account.due if error else None,
    )

"""Asks polled platforms for their events, on time whatever else goes on (ifood_pos.md section 3)."""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from picker_app.changes import EVERYTHING, Changes
from picker_app.intake.climbing import Terms
from picker_app.intake.collector import Collector, Pauses, PolledPlatform
from picker_app.platforms.port import (
    Limited,
    LockedOut,
    PlatformError,
    PolledEvent,
    Turn,
    Unanswered,
    Unreachable,
    Unreadable,
)
from picker_app.store import incoming
from picker_app.store.database import Connection, Database, NotSaved
from picker_app.store.incoming import Message

log = logging.getLogger(__name__)

POLL_UNREADABLE = "poll_unreadable"
SILENT_AFTER = 3
"""So many intervals without a good poll are no contact."""
ASK_SUPPORT_AFTER = timedelta(minutes=30)
"""So long out of service, the platform's support is to be asked (ifood_pos.md section 9)."""


@dataclass(frozen=True, slots=True)
class Intervals:
    """Waiting times in seconds.

    `asked`: after the end of a poll before one that was asked for; `unsent`: after a poll that never left, the last
    holds for all that follow, and the account's own interval where that is shorter; `tick`: how often the clocks are
    looked at; `slept`: a jump of the time of day by so much more than the running clock is a sleep of the computer;
    `recommended`: what the platform wishes to lie between two polls at least.
    """

    asked: float = 5
    unsent: tuple[float, ...] = (2, 4, 8, 16, 32, 60)
    tick: float = 5
    slept: float = 10
    recommended: float = 45


@dataclass(frozen=True, slots=True)
class PolledAccount:
    """A platform that is polled every so many `seconds`, and what is agreed for its orders."""

    platform: PolledPlatform
    seconds: float
    terms: Terms


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """How asking a platform stands, for the screen; times are aware UTC.

    `asked_at`: when it was last asked; `last_success`: when the last good answer came; `silent_since`: since when
    there is no contact, None while there is. `code` is "" after a good poll, else its error's, with the sentences for a
    person, the platform's own `words`, whose `turn` it is, since when it fails, and when it is asked again. `support`:
    it is out of service for so long that its support is to be asked.
    """

    account: str
    running: bool = False
    asked_at: datetime | None = None
    last_success: datetime | None = None
    silent_since: datetime | None = None
    code: str = ""
    title: str = ""
    advice: str = ""
    words: str = ""
    turn: Turn | None = None
    since: datetime | None = None
    retry_at: datetime | None = None
    support: bool = False


@dataclass(slots=True)
class _State:
    """One account's polls: when the last one was, what failed, and when the next is due by the running clock."""

    account: PolledAccount
    collector: Collector
    due: float
    begun: datetime
    ended: float | None = None
    blocked: float = 0
    running: bool = False
    again: bool = False
    asked_at: datetime | None = None
    last_success: datetime | None = None
    error: PlatformError | None = None
    since: datetime | None = None
    due_at: datetime | None = None
    unsent: int = 0
    silent: bool = False
    wake: asyncio.Event = field(default_factory=asyncio.Event)


class Poller:
    """Polls each account at its start, every `seconds` after the last answer, after a sleep and on demand.

    From `start` to `close`, in one event loop. `seconds` gives the running clock, `now` the time of day. `worked` is
    called with an account's name when all events of a good poll were worked on.
    """

    def __init__(
        self,
        database: Database,
        changes: Changes,
        accounts: Mapping[str, PolledAccount],
        *,
        worked: Callable[[str], None] = lambda account: None,
        intervals: Intervals | None = None,
        pauses: Pauses | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database = database
        self._changes = changes
        self._accounts = dict(accounts)
        self._worked = worked
        self._intervals = intervals or Intervals()
        self._pauses = pauses or Pauses()
        self._now = now
        self._seconds = seconds
        self._states = {name: self._state(account) for name, account in self._accounts.items()}
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Poll every account now, and go on."""
        for state in self._states.values():
            state.due, state.begun = self._seconds(), self._now()
            seconds, wished = state.account.seconds, self._intervals.recommended
            if seconds < wished:
                name = state.account.terms.account
                log.warning("%s: asks every %g s, %g are recommended: the platform may refuse", name, seconds, wished)
            await state.collector.start()
        self._tasks = [
            asyncio.create_task(self._follow(state), name=f"poll {name}") for name, state in self._states.items()
        ]

    async def close(self) -> None:
        """Stop; what was not acknowledged comes again."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []
        for state in self._states.values():
            await state.collector.close()

    def ask(self, account: str) -> None:
        """Poll an account at once, but not within 5 s of the last poll, and not before it lets us ask again."""
        state = self._states[account]
        if state.running:
            state.again = True
        else:
            self._hasten(state)

    async def poll_now(self) -> None:
        """Poll all accounts as soon as may be, and try once more what was given up: for a person who asks."""
        for name, state in self._states.items():
            self.ask(name)
            try:
                await state.collector.read_again()
            except NotSaved as error:
                log.warning("%s: what was given up cannot be tried again now: %s", name, error)

    def wake(self) -> None:
        """Say that the line may be back."""
        for name in self._states:
            self.ask(name)

    async def dismiss(self, arrival: int) -> bool:
        """Take an incident, by the number of its message, as seen to; False if it is none of a polled account.

        NotSaved if it cannot be kept.
        """
        return any([await state.collector.dismiss(arrival) for state in self._states.values()])

    def polls_since(self, account: str, at: datetime) -> int:
        """Return how many good polls of an account began after a time and were worked on, in this run."""
        return self._states[account].collector.polls_since(at)

    def state(self) -> dict[str, Heartbeat]:
        """Return, by account, how asking it stands."""
        return {name: self._heartbeat(name, state) for name, state in self._states.items()}

    def _state(self, account: PolledAccount) -> _State:
        name = account.terms.account
        collector = Collector(
            self._database,
            self._changes,
            account.platform,
            account.terms,
            now=self._now,
            pauses=self._pauses,
            told=lambda: self._worked(name),
        )
        return _State(account, collector, 0, self._now())

    def _hasten(self, state: _State) -> None:
        now = self._seconds()
        earliest = now if state.ended is None else max(now, state.ended + self._intervals.asked)
        self._plan(state, min(state.due, max(earliest, state.blocked)))

    def _plan(self, state: _State, due: float) -> None:
        state.due = due
        state.due_at = self._now() + timedelta(seconds=max(0, due - self._seconds()))
        state.wake.set()

    async def _follow(self, state: _State) -> None:
        while True:
            await self._rest(state)
            await self._poll(state)

    async def _rest(self, state: _State) -> None:
        """Wait until the next poll is due; a computer that slept asks at once."""
        now, seconds = self._now(), self._seconds()
        while True:
            state.wake.clear()
            left = state.due - self._seconds()
            if left <= 0:
                return
            try:
                async with asyncio.timeout(min(left, self._intervals.tick)):
                    await state.wake.wait()
            except TimeoutError:
                pass
            # The running clock stands still while the computer sleeps, the time of day does not.
            passed, ran = (self._now() - now).total_seconds(), self._seconds() - seconds
            if passed - ran > self._intervals.slept:
                log.info("%s: the computer slept for %d s", state.account.terms.account, passed - ran)
                self._hasten(state)
            now, seconds = self._now(), self._seconds()
            self._look_for_silence(state)

    async def _poll(self, state: _State) -> None:
        name = state.account.terms.account
        started = state.asked_at = self._now()
        state.running = True
        self._changes.announce(EVERYTHING)
        wait = state.account.seconds
        try:
            events = await state.account.platform.poll()
        except PlatformError as error:
            wait = self._bad(state, error)
        except Exception as error:
            log.exception("%s: asking for events failed in a way that is a fault of this program", name)
            wait = self._bad(state, Unreadable(type(error).__name__))
        else:
            self._good(state, started, events)
        finally:
            state.running = False
            state.ended = self._seconds()
        self._plan(state, state.ended + wait)
        if state.again:
            state.again = False
            self._hasten(state)
        self._look_for_silence(state)
        self._changes.announce(EVERYTHING)

    def _good(self, state: _State, started: datetime, events: tuple[PolledEvent | Unreadable, ...]) -> None:
        if state.error is not None:
            log.info("%s: events can be asked for again", state.account.terms.account)
        if state.silent:
            since = state.last_success or state.begun
            log.info("%s: contact again, there was none since %s", state.account.terms.account, since.isoformat())
        state.error = state.since = None
        state.unsent, state.silent, state.blocked = 0, False, 0
        state.last_success = self._now()
        state.collector.hear(events, started)

    def _bad(self, state: _State, error: PlatformError) -> float:
        """Take in a failed poll; returns after how many seconds the next one is due."""
        if state.error is None or state.error.code != error.code:
            log.warning("%s: events cannot be asked for: %s", state.account.terms.account, error)
        state.error, state.since = error, state.since or self._now()
        usual = state.account.seconds
        if isinstance(error, Unreadable) and error.raw:
            self._keep_unreadable(state, error)
        if isinstance(error, Unreachable) and error.status is None and not isinstance(error, Limited | Unanswered):
            steps = self._intervals.unsent
            wait = min(usual, max(steps[min(state.unsent, len(steps) - 1)], error.retry_after or 0))
            state.unsent += 1
            return wait
        state.unsent = 0
        wait = max(usual, error.retry_after or 0)
        if error.retry_after is not None and not isinstance(error, LockedOut):
            state.blocked = self._seconds() + error.retry_after
        return wait

    def _keep_unreadable(self, state: _State, error: Unreadable) -> None:
        message = Message(
            state.account.terms.account,
            f"poll|{incoming.digest(error.raw)}",
            error.raw,
            "poll",
            kind=incoming.UNREADABLE,
            state=incoming.INCIDENT,
            note=POLL_UNREADABLE,
            details=error.words,
        )
        now = self._now()

        def keep(connection: Connection) -> None:
            incoming.keep(connection, message, now)

        # Nobody waits for it: a poll must not be delayed by the disk. A failure is logged by the database itself.
        try:
            self._database.write(keep).add_done_callback(lambda _: self._changes.announce(EVERYTHING))
        except NotSaved as closed:
            log.warning("%s: an unreadable answer could not be kept: %s", message.account, closed)

    def _look_for_silence(self, state: _State) -> None:
        """Say once that there is no contact."""
        since = state.last_success or state.begun
        limit = timedelta(seconds=SILENT_AFTER * state.account.seconds)
        if not state.silent and state.error is not None and self._now() - since > limit:
            state.silent = True
            log.warning("%s: no contact since %s", state.account.terms.account, since.isoformat())
            self._changes.announce(EVERYTHING)

    def _heartbeat(self, name: str, state: _State) -> Heartbeat:
        error = state.error
        out = isinstance(error, Unreachable) and error.status is not None and not isinstance(error, Limited)
        return Heartbeat(
            account=name,
            running=state.running,
            asked_at=state.asked_at,
            last_success=state.last_success,
            silent_since=(state.last_success or state.begun) if state.silent else None,
            code=error.code if error else "",
            title=error.title if error else "",
            advice=error.advice if error else "",
            words=error.words if error else "",
            turn=error.turn if error else None,
            since=state.since,
            retry_at=state.due_at if error else None,
            support=out and state.since is not None and self._now() - state.since >= ASK_SUPPORT_AFTER,
        )

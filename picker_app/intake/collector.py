"""Takes the polled events of an account to their orders, and acknowledges them only when they are committed."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from picker_app.changes import EVERYTHING, Changes
from picker_app.domain.status import Effect
from picker_app.intake import climbing, order_reads
from picker_app.intake.climbing import Taken, Terms
from picker_app.intake.order_reads import ReadPauses, Verdict
from picker_app.masks import MASKS
from picker_app.platforms.port import (
    Heard,
    Platform,
    PlatformError,
    PolledEvent,
    Polling,
    Priority,
    Refused,
    Unreadable,
)
from picker_app.store import incoming
from picker_app.store.database import Connection, Database, NotSaved
from picker_app.store.incoming import Arrival, Message

log = logging.getLogger(__name__)

AT_MOST = 500
"""How many events are acknowledged in one call (ifood_pos.md section 4)."""
REMEMBERED = 200
NOT_APPLIED = "not_applied"
NOT_TAKEN = "acknowledgment_refused"
EVENT_UNREADABLE = "event_unreadable"


class PolledPlatform(Platform, Polling, Protocol):
    """A platform that is asked for its events."""


@dataclass(frozen=True, slots=True)
class Pauses:
    """Waiting times in seconds; the last of a row holds for all that follow.

    `reads`: before an order is read again; `fault`: after a fault of this program or its database; `together`: how
    long the acknowledgment of a batch waits for orders that are still being read; `acknowledge`: after a failed one.
    """

    reads: ReadPauses = field(default_factory=ReadPauses)
    fault: float = 5
    together: float = 10
    acknowledge: tuple[float, ...] = (5, 10, 20, 40, 80, 160, 300)


class Collector:
    """The events of one account, from `start` to `close`, in one event loop. One bad event never holds back others.

    What was heard waits in memory while the database cannot be written, so that no poll is delayed by it: `hear` only
    takes it. `told` is called when events of a poll were all worked on.
    """

    def __init__(
        self,
        database: Database,
        changes: Changes,
        platform: PolledPlatform,
        terms: Terms,
        *,
        now: Callable[[], datetime],
        pauses: Pauses,
        told: Callable[[], None],
    ) -> None:
        self._database = database
        self._changes = changes
        self._platform = platform
        self._terms = terms
        self._now = now
        self._pauses = pauses
        self._told = told
        self._heard: dict[str, PolledEvent | Unreadable] = {}
        self._polls: list[datetime] = []
        self._worked: deque[datetime] = deque(maxlen=REMEMBERED)
        self._reading: dict[str, asyncio.Task[None]] = {}
        self._arrived = asyncio.Event()
        self._acknowledging = asyncio.Event()
        self._failed_acknowledgments = 0
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Take up what an earlier run left, and wait for more."""
        self._arrived.set()
        self._acknowledging.set()
        name = self._terms.account
        self._tasks = [
            asyncio.create_task(self._follow(self._arrived, self._round), name=f"events {name}"),
            asyncio.create_task(self._follow(self._acknowledging, self._acknowledge), name=f"acknowledge {name}"),
        ]

    async def close(self) -> None:
        """Stop; what was not acknowledged comes again."""
        tasks = [*self._tasks, *self._reading.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._tasks = []

    def hear(self, events: Sequence[PolledEvent | Unreadable], started: datetime) -> None:
        """Take what a poll that began at `started` brought; it is worked on as soon as the database can be used."""
        for event in events:
            self._heard[_key(event)] = event
        self._polls.append(started)
        self._arrived.set()

    def polls_since(self, at: datetime) -> int:
        """Return how many good polls began after a time, of which all events were worked on in this run."""
        return sum(started > at for started in self._worked)

    async def read_again(self) -> None:
        """Try once more to read the orders that the platform did not have, on a person's wish."""
        account, now = self._terms.account, self._now()
        await self._database.run(lambda c: incoming.try_again(c, account, [order_reads.NOT_THERE], now))
        self._arrived.set()

    async def dismiss(self, arrival: int) -> bool:
        """Take an incident as seen to: its event is acknowledged, but for one of a shop that is not ours.

        An order that is still tried to be read is not given up by that: its event waits on.
        """
        now = self._now()

        def work(connection: Connection) -> bool:
            if incoming.account_of(connection, arrival) != self._terms.account:
                return False
            if incoming.note_of(connection, arrival) == order_reads.WAITS:
                return incoming.see_to(connection, arrival)
            return incoming.dismiss(connection, arrival, now)

        done = await self._database.run(work)
        if done:
            self._acknowledging.set()
            self._changes.announce(EVERYTHING)
        return done

    # Events to orders.

    async def _round(self) -> float | None:
        """Keep what was heard and work on what is due; returns after how many seconds something is due again."""
        polls = await self._keep()
        account = self._terms.account
        longest = self._longest()
        rows = await self._database.ask(lambda c: incoming.events_to_do(c, account, self._now(), longest))
        refs = dict.fromkeys(row.ref for row in rows)
        begun = [self._begin(ref) for ref in refs if ref not in self._reading]
        if begun:
            done, _ = await asyncio.wait(begun, timeout=self._pauses.together)
            for task in done:
                task.result()
        self._worked.extend(polls)
        self._acknowledging.set()
        if polls:
            self._told()
        next_at = await self._database.ask(lambda c: incoming.next_event(c, account))
        return None if next_at is None else max(0.05, (next_at - self._now()).total_seconds())

    async def _keep(self) -> list[datetime]:
        """Commit what was heard, raw, once under its key; returns when the polls began that it came with."""
        heard, polls = self._heard, self._polls
        self._heard, self._polls = {}, []
        now = self._now()
        messages = [self._message(event) for event in heard.values()]

        def keep(connection: Connection) -> int:
            return sum(_keep_one(connection, message, now) for message in messages)

        try:
            noted = await self._database.run(keep) if messages else 0
        except BaseException:
            self._heard, self._polls = heard | self._heard, polls + self._polls
            raise
        if noted:
            self._changes.announce(EVERYTHING)
        return polls

    def _message(self, event: PolledEvent | Unreadable) -> Message:
        if isinstance(event, Unreadable):
            return Message(
                self._terms.account,
                _key(event),
                event.raw or event.words.encode(),
                "poll",
                kind=incoming.UNREADABLE,
                state=incoming.INCIDENT,
                note=EVENT_UNREADABLE,
                details=event.words,
            )
        return Message(
            self._terms.account,
            _key(event),
            event.raw,
            "poll",
            kind=incoming.EVENT,
            ref=event.ref,
            status=event.code,
            meaning=event.status,
            told_at=event.created_at,
            ack_id=event.id,
        )

    def _begin(self, ref: str) -> asyncio.Task[None]:
        task = asyncio.create_task(self._settle(ref), name=f"order {ref}")
        self._reading[ref] = task
        task.add_done_callback(lambda _: self._ended(ref))
        return task

    def _ended(self, ref: str) -> None:
        self._reading.pop(ref, None)
        # Events of this order may have come meanwhile, and what was read late is to be acknowledged now.
        self._arrived.set()

    async def _settle(self, ref: str) -> None:
        """Take the events of one order to it, reading the order first where it is not known."""
        taken = await self._take(ref, None)
        if taken is None:
            try:
                heard = await self._platform.read(ref, Priority.READ)
            except PlatformError as error:
                await self._not_read(ref, error)
                return
            customer = heard.said.customer
            if customer is not None:
                MASKS.hide_person(customer.name, customer.phone, customer.address, list(customer.private))
            taken = await self._take(ref, heard)
        if taken is not None:
            self._announce(ref, taken)

    async def _take(self, ref: str, heard: Heard | None) -> Taken | None:
        now, ahead = self._now(), self._platform.server_clock

        def take(connection: Connection) -> Taken | None:
            events = self._events(connection, ref)
            if not events:
                return Taken(None)
            if ref and climbing.is_left_alone(connection, self._terms.account, ref):
                return climbing.leave_alone(connection, self._terms, events, now)
            return climbing.take_in(connection, self._terms, events, heard, now, ahead)

        try:
            return await self._database.run(take)
        except NotSaved:
            raise
        except Exception as error:
            log.exception("%s: the events of order %s could not be applied", self._terms.account, ref)
            verdict = Verdict(NOT_APPLIED, None)
            await self._write_not_read(ref, verdict, Unreadable(type(error).__name__))
            return Taken(None, noted=True)

    def _events(self, connection: Connection, ref: str) -> list[Arrival]:
        return incoming.events_of(connection, self._terms.account, ref, [NOT_APPLIED, climbing.FOREIGN])

    async def _not_read(self, ref: str, error: PlatformError) -> None:
        def tries(connection: Connection) -> int:
            return max((event.tries for event in self._events(connection, ref)), default=0)

        verdict = order_reads.after_failure(error, await self._database.ask(tries), self._pauses.reads)
        if verdict.note != order_reads.WAITS:
            log.warning("%s: order %s cannot be read: %s", self._terms.account, ref, error)
        await self._write_not_read(ref, verdict, error)

    async def _write_not_read(self, ref: str, verdict: Verdict, error: PlatformError) -> None:
        account, now = self._terms.account, self._now()

        def write(connection: Connection) -> None:
            events = self._events(connection, ref)
            if events:
                climbing.not_read(connection, account, events, verdict, error, now)

        await self._database.run(write)
        self._changes.announce(EVERYTHING)

    def _announce(self, ref: str, taken: Taken) -> None:
        effects = [effect for effect in taken.effects if effect is not Effect.NOTHING]
        words = ", ".join(effects) or "nothing new"
        log.info("%s: order %s (%s): %s", self._terms.account, ref, taken.order_id or "none", words)
        ids = frozenset({taken.order_id}) if taken.order_id is not None and effects else frozenset[int]()
        self._changes.announce(ids | EVERYTHING if taken.noted else ids)

    # Acknowledging.

    async def _acknowledge(self) -> float | None:
        """Acknowledge all that is done; returns after how many seconds to try again, None when nothing is left."""
        account = self._terms.account
        while rows := await self._database.ask(lambda c: incoming.to_acknowledge(c, account, AT_MOST)):
            try:
                await self._acknowledge_these(rows)
            except PlatformError as error:
                pauses = self._pauses.acknowledge
                usual = pauses[min(self._failed_acknowledgments, len(pauses) - 1)]
                if not self._failed_acknowledgments:
                    log.warning("%s: events cannot be acknowledged: %s", account, error.title)
                self._failed_acknowledgments += 1
                return max(usual, error.retry_after or 0)
            if self._failed_acknowledgments:
                log.info("%s: events can be acknowledged again", account)
            self._failed_acknowledgments = 0
        return None

    async def _acknowledge_these(self, rows: list[tuple[int, str]]) -> None:
        """Acknowledge events in one call; where the platform refuses, one by one."""
        try:
            await self._platform.acknowledge([ack_id for _, ack_id in rows])
        except Refused as error:
            if len(rows) > 1:
                for row in rows:
                    await self._acknowledge_these([row])
                return
            details = f"{rows[0][1]}: {error}"
            await self._database.run(lambda c: incoming.not_acknowledged(c, rows[0][0], NOT_TAKEN, details))
            self._changes.announce(EVERYTHING)
            return
        ids = [row_id for row_id, _ in rows]
        await self._database.run(lambda c: incoming.acknowledged(c, ids))

    async def _follow(self, bell: asyncio.Event, work: Callable[[], Awaitable[float | None]]) -> None:
        """Work whenever the bell rings, and after as many seconds as the work says."""
        told = False
        while True:
            bell.clear()
            try:
                wait = await work()
                if told:
                    log.info("%s: events can be worked on again", self._terms.account)
                told = False
            except Exception as error:
                if not told:
                    cause = None if isinstance(error, NotSaved) else error
                    log.error("%s: events wait: %s", self._terms.account, error, exc_info=cause)
                told = True
                await asyncio.sleep(self._pauses.fault)
                bell.set()
                continue
            try:
                async with asyncio.timeout(wait):
                    await bell.wait()
            except TimeoutError:
                pass

    def _longest(self) -> timedelta:
        return timedelta(seconds=max(self._pauses.reads.unreadable, *self._pauses.reads.others) + 60)


def _key(event: PolledEvent | Unreadable) -> str:
    if isinstance(event, Unreadable):
        return f"event|{incoming.digest(event.raw or event.words.encode())}"
    return event.key


def _keep_one(connection: Connection, message: Message, now: datetime) -> bool:
    """Keep an event, or what is none; says whether a person has to know of it."""
    if message.kind == incoming.EVENT:
        incoming.keep_event(connection, message, now)
        return False
    return incoming.keep(connection, message, now) is not None

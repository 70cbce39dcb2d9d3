"""One order's exchange with its platform: sends a message or reads the order back, and writes the verdict."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from picker_app.changes import Changes
from picker_app.domain.cart import Command, Kind, SeenLine, differences
from picker_app.domain.order import Order
from picker_app.domain.said import SaidOrder, Status
from picker_app.outbox import learned, retry
from picker_app.outbox.line import AccountLine, is_outage
from picker_app.outbox.retry import Delays, Then
from picker_app.platforms.port import Accepted, Heard, Platform, PlatformError, Priority, Uncertain, Unreadable
from picker_app.store import deliveries, under_way, views
from picker_app.store.codec import dump_differences
from picker_app.store.database import Connection, Database
from picker_app.store.deliveries import Delivery, Job, State

log = logging.getLogger(__name__)

CARTS_DIFFER = "carts_differ"
GIVEN_BACK = "given_back"
FAULT = "fault"
"""The error of a message that this program could not write: it goes back to the desk like a refused one."""
LONGEST_REST = 60.0
LEARNING_TRIES = 2
PATIENT_TRIES = 5
"""The same before a fulfil, where it would leave something in the platform's cart that was taken back since a check."""
_EVENTS_LOOKED_AT = 5
_DONE = (Status.READY_FOR_PICKUP, Status.DISPATCHED, Status.DELIVERED)


@dataclass(frozen=True, slots=True)
class Means:
    """What the messenger works with.

    `hear` takes a read-back in as intake takes an event; `reopen` brings an order back to the desk and does nothing
    for one that is there already.
    """

    database: Database
    changes: Changes
    hear: Callable[[Heard], Awaitable[None]]
    reopen: Callable[[int], Awaitable[None]]
    now: Callable[[], datetime]
    delays: Delays


@dataclass(frozen=True, slots=True)
class Sight:
    """An order with its messages, oldest first, as the store has them at one moment."""

    order: Order
    jobs: tuple[Job, ...]

    @property
    def open_jobs(self) -> tuple[Job, ...]:
        """Return the messages for which something is still to be done."""
        return tuple(job for job in self.jobs if job.open)


class Table(Protocol):
    """The pure decisions about the messages of a platform: `retry`, or `statuses` where it is told statuses."""

    def sent(
        self,
        delivery: Delivery,
        kind: Kind,
        outcome: Accepted | PlatformError,
        attempts: int,
        now: datetime,
        delays: Delays,
    ) -> Delivery:
        """Take the answer to a send into a message."""
        ...

    def heard(self, delivery: Delivery, kind: Kind, status: Status, now: datetime) -> Delivery | None:
        """Take what events told of the order into a message; None where they decide nothing."""
        ...


class Exchange:
    """What is said to and heard from the platform about one order; `woken` is set when the order changed."""

    def __init__(
        self,
        order_id: int,
        platform: Platform,
        line: AccountLine,
        means: Means,
        woken: asyncio.Event,
        table: Table = retry,
        ahead: Callable[[], timedelta] = lambda: timedelta(0),
    ) -> None:
        """`ahead` says how far the platform's clock is ahead of ours."""
        self._order_id = order_id
        self._platform = platform
        self._line = line
        self._means = means
        self._woken = woken
        self._table = table
        self._ahead = ahead
        self._learning_failed = 0
        self.learns_at: datetime | None = None
        """Before that time no queued message goes: the order could not be read, and is read once more first."""
        self._code = ""

    async def send_first(self, job: Job, sight: Sight) -> None:
        """Compose a queued message with the ids known by now, store its bytes and send it."""
        priority = Priority.CHECK if job.kind is Kind.CHECK else Priority.ACT
        if not await self._learn(job, sight, priority):
            return
        command = learned.with_ids(job.command, (await self.look()).order)
        try:
            body = self._platform.compose(command)
        except Exception as error:
            log.exception("order %d: its message could not be written", self._order_id)
            faulty = replace(job.delivery, state=State.REFUSED, error=FAULT, words=type(error).__name__)
            await self.save(job, replace(faulty, next_at=self._means.now()))
            return
        await self._send(job, command, body, priority)

    async def send_again(self, job: Job) -> None:
        """Send the bytes of a message once more, as they are."""
        await self._send(job, job.command, job.delivery.body or b"", Priority.ACT)

    async def read_back(self, job: Job, sight: Sight) -> None:
        """Read the order back for a message that is accepted, uncertain or refused, and do what follows."""
        if job.kind is Kind.CHECK:
            priority = Priority.CHECK
        else:
            priority = Priority.READ if job.delivery.state is State.ACCEPTED else Priority.ACT
        outcome = await self._read(job.command.ref, priority)
        now = self._means.now()
        told = outcome.said.status if isinstance(outcome, Heard) else outcome
        after, then = retry.read(job.delivery, job.kind, told, now, self._means.delays)
        if isinstance(outcome, Heard):
            sent = learned.with_ids(job.command, sight.order)
            after = replace(await self._differing(after, sent, outcome.said, outcome.cart), unlearned=False)
        if then is Then.REOPEN:
            # First the desk, then the verdict: a stop between the two only repeats what has no effect twice.
            await self._means.reopen(self._order_id)
        await self.save(job, after)
        if then is Then.SEND_AGAIN and after.body is not None:
            await self._send(replace(job, delivery=after), job.command, after.body, Priority.ACT)

    async def give_back(self, job: Job) -> None:
        """Let the person change what was sent in vain, where that is safe (section 9, "A changed body")."""
        if job.delivery.details != retry.MAY_CHANGE:
            return
        await self._means.reopen(self._order_id)
        after = replace(job.delivery, state=State.DROPPED, next_at=None, note="", details=GIVEN_BACK)
        await self.save(job, replace(after, ended_at=self._means.now()))

    async def look(self) -> Sight:
        """Read the order and its messages from the store."""

        def look(connection: Connection) -> Sight:
            jobs = tuple(deliveries.of_order(connection, self._order_id))
            return Sight(under_way.order(connection, self._order_id), jobs)

        sight = await self._means.database.ask(look)
        self._code = sight.order.said.code
        return sight

    async def save(self, job: Job, after: Delivery) -> None:
        """Write how far a message has come, and announce it."""
        await self._means.database.run(lambda connection: deliveries.save(connection, job.owed_id, after))
        if after.state is not job.delivery.state:
            self._tell(job, after)
        self._means.changes.announce(frozenset({self._order_id}))

    async def heed(self, job: Job, sight: Sight) -> bool:
        """Take what events told of the order into a message; says whether that changed it."""
        after = self._table.heard(job.delivery, job.kind, sight.order.said.status, self._means.now())
        if after is None:
            return False
        if after.state is State.CONFIRMED and job.kind is Kind.FULFIL:
            after = await self._compared(after, learned.with_ids(job.command, sight.order))
        await self.save(job, after)
        return True

    def _tell(self, job: Job, after: Delivery) -> None:
        reason = " ".join(str(part) for part in (after.error, after.http_status) if part)
        words = f"{after.state} ({reason})" if reason else str(after.state)
        log.info("order %s (%d): %s %s: %s", self._code, self._order_id, job.kind, job.key, words)

    async def _learn(self, job: Job, sight: Sight, priority: Priority) -> bool:
        """Read the order once after a check with lines that had no id (section 7); False if it must be looked at anew.

        If that fails twice the message goes without; a broken line stops the message itself. A fulfil is more patient
        where something was taken back since the check: without its id the platform would ship it.
        """
        checks = [other.command for other in sight.jobs if other.delivery.unlearned]
        if not any(learned.lacks_ids(learned.with_ids(check, sight.order)) for check in checks):
            return True
        attempts = self._line.attempts
        outcome = await self._read(job.command.ref, priority)
        self.learns_at = None
        if isinstance(outcome, Heard):
            return False
        if is_outage(outcome):
            unsent = replace(job.delivery, sends=job.delivery.sends + 1)
            now = self._means.now()
            await self.save(job, retry.sent(unsent, job.kind, outcome, attempts, now, self._means.delays))
            return False
        self._learning_failed += 1
        if self._learning_failed < LEARNING_TRIES:
            return False
        if self._learning_failed < PATIENT_TRIES and learned.leaves_behind(job.command, checks):
            pause = retry.step(self._means.delays.read_back, self._learning_failed - LEARNING_TRIES)
            self.learns_at = self._means.now() + timedelta(seconds=pause)
            return False
        self._learning_failed = 0
        await self._means.database.run(lambda connection: deliveries.learned(connection, self._order_id))
        return True

    async def _send(self, job: Job, command: Command, body: bytes, priority: Priority) -> None:
        """Store the bytes, send them, and write the verdict; an event may settle it before the answer comes."""
        started, attempts = self._means.now(), self._line.attempts
        sending = _begun(job, body, started, lacking=job.kind is Kind.CHECK and learned.lacks_ids(command))
        if not await self._means.database.run(lambda connection: deliveries.begin(connection, job, sending)):
            return
        self._tell(job, sending)
        self._means.changes.announce(frozenset({self._order_id}))
        task = asyncio.create_task(self._platform.send(command, body, priority), name=f"send {job.owed_id}")
        try:
            await self._watch(job, task)
        finally:
            if not task.done():
                task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        outcome = _outcome(task)
        now = self._means.now()
        self._line.note(outcome, started, now)

        def settle(connection: Connection) -> Delivery:
            current = deliveries.get(connection, job.owed_id)
            if current.state is not State.SENDING:  # an event was quicker than the answer
                return current
            after = self._table.sent(current, job.kind, outcome, attempts, now, self._means.delays)
            if after.sends and after.told_at is None:
                after = replace(after, told_at=started + self._ahead())
            deliveries.save(connection, job.owed_id, after)
            return after

        self._tell(job, await self._means.database.run(settle))
        self._means.changes.announce(frozenset({self._order_id}))

    async def _watch(self, job: Job, task: asyncio.Task[Accepted]) -> None:
        """Wait for the answer to a send; meanwhile events are heeded, and a fulfil does not wait long for a check."""
        loop = asyncio.get_running_loop()
        deadline: float | None = None
        while not task.done():
            self._woken.clear()
            sight = await self.look()
            for sending in sight.open_jobs:
                if sending.owed_id == job.owed_id:
                    await self.heed(sending, sight)
            if job.kind is Kind.CHECK and deadline is None and sight.jobs[-1].kind is not Kind.CHECK:
                deadline = loop.time() + self._means.delays.check_wait
            left = LONGEST_REST if deadline is None else deadline - loop.time()
            if left <= 0:
                return
            waking = asyncio.create_task(self._woken.wait(), name=f"woken {job.owed_id}")
            try:
                await asyncio.wait({task, waking}, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            finally:
                waking.cancel()
                await asyncio.gather(waking, return_exceptions=True)

    async def _read(self, ref: str, priority: Priority) -> Heard | PlatformError:
        started = self._means.now()
        try:
            heard = await self._platform.read(ref, priority)
        except PlatformError as error:
            if is_outage(error):
                self._line.note(error, started, self._means.now())
            return error
        self._line.note(heard, started, self._means.now())
        await self._means.hear(heard)
        await self._means.database.run(lambda connection: deliveries.learned(connection, self._order_id))
        return heard

    async def _compared(self, after: Delivery, sent: Command) -> Delivery:
        """Compare the cart of the event that confirmed a fulfil with the one that was sent (section 9, 2)."""
        bodies = await self._means.database.ask(
            lambda connection: under_way.newest_bodies(connection, self._order_id, _EVENTS_LOOKED_AT)
        )
        for body in bodies:
            try:
                heard = self._platform.decode(body)
            except Unreadable:
                continue
            if heard.said.status in _DONE:
                return await self._differing(after, sent, heard.said, heard.cart)
        return after

    async def _differing(self, after: Delivery, sent: Command, said: SaidOrder, seen: tuple[SeenLine, ...]) -> Delivery:
        """Note how the platform's cart differs from the one that was sent, with the products' names."""
        if after.state is not State.CONFIRMED or sent.kind is not Kind.FULFIL or not (seen or said.lines):
            return after
        found = differences(sent, seen)
        if not found:
            return after

        def names(connection: Connection) -> dict[str, str]:
            kept = (views.product(connection, sent.account, [one.sku]) for one in found)
            return {product.sku: product.name for product in kept if product is not None}

        known = await self._means.database.ask(names) | {line.sku: line.name for line in said.lines}
        named = tuple(replace(one, name=known.get(one.sku, "")) for one in found)
        return replace(after, note=CARTS_DIFFER, details=dump_differences(named))


def _begun(job: Job, body: bytes, started: datetime, *, lacking: bool) -> Delivery:
    return replace(
        job.delivery,
        state=State.SENDING,
        body=body,
        sends=job.delivery.sends + 1,
        reads=0,
        first_sent_at=job.delivery.first_sent_at or started,
        sent_at=started,
        next_at=None,
        open_seen_at=None,
        missing_since=None,
        unlearned=lacking,
        note="",
        details="",
    )


def _outcome(task: asyncio.Task[Accepted]) -> Accepted | PlatformError:
    """Say how a send ended; one that was cut off, or failed in a way nobody foresaw, is uncertain."""
    if task.cancelled():
        return Uncertain("it was cut off to let the fulfil go")
    error = task.exception()
    if error is None:
        return task.result()
    if isinstance(error, PlatformError):
        return error
    log.error("a send failed in a way that is a fault of this program", exc_info=error)
    return Uncertain(type(error).__name__)

"""Takes what was kept at the door to its orders, in the order it came, and completes what came in parts."""

import asyncio
import logging
import random
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from picker_app.changes import EVERYTHING, Changes
from picker_app.domain.status import Effect
from picker_app.intake.applying import Applied, apply
from picker_app.intake.listener import AccountDoor
from picker_app.intake.routing import account_of
from picker_app.intake.sameness import same
from picker_app.masks import MASKS
from picker_app.platforms.port import Heard, PlatformError, Priority, Refused, Unreadable
from picker_app.store import incoming, orders
from picker_app.store.database import Connection, Database, NotSaved
from picker_app.store.incoming import Arrival, Message

log = logging.getLogger(__name__)

BATCH = 50
KEPT_A_TIME = 10
REMEMBERED = 5000


@dataclass(frozen=True, slots=True)
class Pauses:
    """Waiting times in seconds; the last of a row holds for all that follow, ±20 % by chance.

    `reads`: before a failed read of an order is tried again (delivery_hero.md section 3); `fault`: after a fault of
    this program or its database.
    """

    reads: tuple[float, ...] = (1, 2, 4, 8, 16, 32, 60)
    fault: float = 5

    def before_read(self, tries: int, error: PlatformError) -> timedelta:
        """Return how long to wait after so many failed reads."""
        usual = self.reads[min(tries, len(self.reads) - 1)] * random.uniform(0.8, 1.2)
        return timedelta(seconds=max(usual, error.retry_after or 0))


class Doorman:
    """Applies kept events, from `start` to `close`, in one event loop. Seen is not done: what fails is tried again."""

    def __init__(
        self,
        database: Database,
        changes: Changes,
        accounts: Mapping[str, AccountDoor],
        *,
        pauses: Pauses | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._database = database
        self._changes = changes
        self._accounts = dict(accounts)
        self._pauses = pauses or Pauses()
        self._now = now
        self._lock = asyncio.Lock()
        self._arrived = asyncio.Event()
        self._incomplete = asyncio.Event()
        self._remembered: OrderedDict[tuple[str, str], str] = OrderedDict()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Take up what an earlier run left, and wait for more."""
        self._loop = asyncio.get_running_loop()
        self._arrived.set()
        self._incomplete.set()
        self._tasks = [
            asyncio.create_task(self._follow(self._arrived, self._apply_arrived), name="doorman"),
            asyncio.create_task(self._follow(self._incomplete, self._complete_waiting), name="doorman's reads"),
        ]

    async def close(self) -> None:
        """Stop; what was kept and not applied is taken up at the next start."""
        self._loop = None
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []

    def wake(self) -> None:
        """Say, from any thread, that an event was kept."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._arrived.set)

    async def take_in(self, account: str, heard: Heard, source: str) -> None:
        """Take in an order that was read (source "read") or listed ("list"), as an event; return once it is applied."""
        await self.take_in_all(account, [heard], source)

    async def take_in_all(self, account: str, heard: Iterable[Heard], source: str) -> None:
        """Take in several orders; NotSaved if one of them could not be kept or applied."""
        fresh = []
        for one in heard:
            digest = incoming.digest(one.raw)
            if self._remembered.get((account, one.envelope.key)) != digest:
                fresh.append((one, digest))
        # A few at a time: comparing them with what came before must not hold up the desk's own writing.
        for at in range(0, len(fresh), KEPT_A_TIME):
            part = fresh[at : at + KEPT_A_TIME]
            messages = [
                Message(account, one.envelope.key, one.raw, source, ref=one.envelope.ref, status=one.envelope.status)
                for one, _ in part
            ]
            await self._keep(messages)
            for one, digest in part:
                self._remember(account, one.envelope.key, digest)
        await self._apply_arrived()

    async def dismiss(self, arrival: int) -> bool:
        """Take an incident, by the number of its message, as seen to; False if there is none, NotSaved as usual."""
        done = await self._database.run(lambda connection: incoming.see_to(connection, arrival))
        if done:
            self._changes.announce(EVERYTHING)
        return done

    async def incident(self, account: str, key: str, note: str, details: str) -> None:
        """Keep something that a person must look at, once under its key."""
        message = Message(
            account,
            key,
            details.encode(),
            "list",
            kind=incoming.UNREADABLE,
            state=incoming.INCIDENT,
            note=note,
            details=details,
        )
        now = self._now()
        if await self._database.run(lambda connection: incoming.keep(connection, message, now)) is not None:
            self._changes.announce(EVERYTHING)

    # Applying.

    async def _keep(self, messages: list[Message]) -> None:
        now = self._now()

        def keep(connection: Connection) -> None:
            for message in messages:
                incoming.keep(connection, message, now, same)

        await self._database.run(keep)

    def _remember(self, account: str, key: str, digest: str) -> None:
        self._remembered[account, key] = digest
        while len(self._remembered) > REMEMBERED:
            self._remembered.popitem(last=False)

    async def _apply_arrived(self) -> None:
        """Apply everything that was kept and not applied; NotSaved if the database refused."""
        async with self._lock:
            while True:
                arrivals = await self._database.ask(lambda c: incoming.fresh(c, tuple(self._accounts), BATCH))
                if not arrivals:
                    return
                # The writer thread works in the order in which it is asked: they are applied as they came.
                applied = await asyncio.gather(*map(self._apply, arrivals), return_exceptions=True)
                self._announce([one for one in applied if isinstance(one, Applied)])
                for one in applied:
                    if isinstance(one, BaseException):
                        raise one

    async def _apply(self, arrival: Arrival) -> Applied:
        now = self._now()
        try:
            heard = self._decode(arrival)
        except Unreadable as error:
            return await self._refuse(arrival, "unreadable", error.words)
        try:
            applied = await self._database.run(lambda connection: apply(connection, arrival, heard, now))
        except NotSaved:
            raise
        except Exception as error:
            log.exception("%s: event %d could not be applied", arrival.account, arrival.id)
            return await self._refuse(arrival, "not_applied", type(error).__name__)
        said = heard.said
        words = f"{said.raw_status or said.status} by {arrival.source}: {applied.effect}"
        log.info("%s: order %s (%s): %s", said.account, said.code, applied.order_id or arrival.ref, words)
        return applied

    def _decode(self, arrival: Arrival) -> Heard:
        """Read an event in the name of the account that it is meant for."""
        try:
            heard = self._door(arrival).platform.decode(arrival.body)
        except Unreadable:
            raise
        except Exception as error:
            log.exception("%s: event %d could not be decoded", arrival.account, arrival.id)
            raise Unreadable(type(error).__name__) from error
        customer = heard.said.customer
        if customer is not None:
            MASKS.hide_person(customer.name, customer.phone, customer.address, customer.private)
        return heard

    def _door(self, arrival: Arrival) -> AccountDoor:
        stores = self._accounts[arrival.account].platform.envelope(arrival.body).stores
        return self._accounts[account_of(arrival.account, stores, self._accounts)]

    async def _refuse(self, arrival: Arrival, note: str, details: str) -> Applied:
        now = self._now()
        await self._database.run(
            lambda c: incoming.settle(c, arrival.id, incoming.INCIDENT, now, note=note, details=details)
        )
        return Applied(None, Effect.INCIDENT, incident=True)

    def _announce(self, applied: list[Applied]) -> None:
        ids = {one.order_id for one in applied if one.order_id is not None and one.effect is not Effect.NOTHING}
        if any(one.incident for one in applied):
            ids |= EVERYTHING
        self._changes.announce(frozenset(ids))
        if any(one.incomplete for one in applied):
            self._incomplete.set()

    # Completing.

    async def _complete_waiting(self) -> float | None:
        """Read the orders that came in parts; returns after how many seconds the next one is due."""
        accounts = tuple(self._accounts)
        for arrival in await self._database.ask(lambda c: incoming.waiting(c, accounts, self._now(), BATCH)):
            await self._complete(arrival)
        next_at = await self._database.ask(lambda c: incoming.next_waiting(c, accounts))
        return None if next_at is None else max(0.0, (next_at - self._now()).total_seconds())

    async def _complete(self, arrival: Arrival) -> None:
        platform = self._door(arrival).platform
        note = details = ""
        try:
            heard = await platform.read(arrival.ref, Priority.READ)
        except (Refused, Unreadable) as error:
            note, details = "not_completed", str(error)
        except PlatformError as error:
            next_at = self._now() + self._pauses.before_read(arrival.tries, error)
            await self._database.run(lambda c: incoming.postpone(c, arrival.id, next_at))
            return
        else:
            await self.take_in(platform.account, heard, "read")
        await self._database.run(lambda c: _completed(c, arrival, self._now(), note, details))
        self._changes.announce(EVERYTHING | {arrival.order_id or 0})

    async def _follow(self, bell: asyncio.Event, work: Callable[[], Awaitable[float | None]]) -> None:
        """Work whenever the bell rings, and after as many seconds as the work says."""
        told = False
        while True:
            bell.clear()
            try:
                wait = await work()
                if told:
                    log.info("what came in can be applied again")
                told = False
            except Exception as error:
                wait = self._pauses.fault
                if not told:
                    log.error(
                        "what came in could not be applied, it is tried again: %s",
                        error,
                        exc_info=None if isinstance(error, NotSaved) else error,
                    )
                told = True
            try:
                async with asyncio.timeout(wait):
                    await bell.wait()
            except TimeoutError:
                pass


def _completed(connection: Connection, arrival: Arrival, now: datetime, note: str, details: str) -> None:
    """Settle a completed event. What was not picked here need not be complete: that is no incident."""
    known = orders.get(connection, arrival.order_id or 0)
    if known is not None and not known.ours:
        note = details = ""
    incoming.completed(connection, arrival, now, note, details)

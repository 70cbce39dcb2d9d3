"""Deletes personal data some days after an order ended: names, telephone numbers, addresses, notes, raw bodies."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from picker_app.changes import Changes
from picker_app.store import incoming, orders
from picker_app.store.database import Connection, Database, NotSaved

log = logging.getLogger(__name__)

KEPT = timedelta(days=30)
LOOKED_AT = 200
A_TIME = 20
"""So many rows are changed in one transaction: the desk's own writing comes in between."""


ToForget = Callable[[Connection, datetime, int, int], tuple[list[int], int | None]]
Forget = Callable[[Connection, list[int]], None]


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How much was deleted: bodies of messages, and persons of orders."""

    messages: int
    orders: int


class Forgetting:
    """Forgets at the start and once a day, from `start` to `close`, in one event loop.

    The rows stay, for counts and for telling a repeated event; scans, picks and what was sent stay whole. A message
    whose order could not be read yet keeps its body until then.
    """

    def __init__(
        self,
        database: Database,
        changes: Changes,
        *,
        kept: timedelta = KEPT,
        every: timedelta = timedelta(days=1),
        tick: float = 600.0,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._database = database
        self._changes = changes
        self._kept = kept
        self._every = every
        self._tick = tick
        self._now = now
        self._ended = asyncio.Event()
        self._failing = False
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin with what is due now."""
        self._task = asyncio.create_task(self._follow(), name="forgetting")

    async def close(self) -> None:
        """Stop; what is left is forgotten at the next start."""
        self._ended.set()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def forget(self) -> Forgotten:
        """Forget everything that is old enough; NotSaved if it cannot be written."""
        before = self._now() - self._kept
        bodies = await self._forget(incoming.to_forget, incoming.forget, before)
        persons = await self._forget(orders.to_forget, orders.forget, before)
        self._changes.announce(frozenset(persons))
        if bodies or persons:
            log.info("personal data was deleted: %d messages, %d orders", len(bodies), len(persons))
        return Forgotten(len(bodies), len(persons))

    async def _forget(self, to_forget: ToForget, forget: Forget, before: datetime) -> list[int]:
        forgotten: list[int] = []
        last: int | None = 0
        while last is not None:
            after = last

            def look(connection: Connection, after: int = after) -> tuple[list[int], int | None]:
                return to_forget(connection, before, after, LOOKED_AT)

            ids, last = await self._database.ask(look)
            for first in range(0, len(ids), A_TIME):
                part = ids[first : first + A_TIME]

                def work(connection: Connection, part: list[int] = part) -> None:
                    forget(connection, part)

                await self._database.run(work)
                forgotten += part
        return forgotten

    async def _follow(self) -> None:
        due: datetime | None = None
        while not self._ended.is_set():
            now = self._now()
            if due is None or now >= due:
                due = now + self._every if await self._forgot() else None
            # A short wait, again and again: timers stand still while the computer sleeps, its clock does not.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._tick):
                    await self._ended.wait()

    async def _forgot(self) -> bool:
        try:
            await self.forget()
        except Exception as error:
            if not self._failing:
                trace = None if isinstance(error, NotSaved) else error
                log.error("personal data could not be deleted, it is tried again: %s", error, exc_info=trace)
            self._failing = True
            return False
        self._failing = False
        return True

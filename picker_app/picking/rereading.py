"""Reads an order again on a person's wish and keeps what differs, for the screen; nothing is corrected by it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from picker_app.changes import Changes
from picker_app.domain.rereading import reread_differences
from picker_app.picking.rows import Reread, RereadState
from picker_app.platforms.port import Heard, PlatformError
from picker_app.store import views
from picker_app.store.database import Connection, Database, NotSaved
from picker_app.store.views import Laid

log = logging.getLogger(__name__)

Read = Callable[[str], Awaitable[Heard]]
"""Reads an order of one account by its reference."""
REMEMBERED = 50


class Rereading:
    """The orders that were read again in this run, from `start` to `close`, in one event loop; newest answer only."""

    def __init__(
        self,
        database: Database,
        changes: Changes,
        readers: Mapping[str, Read],
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._changes = changes
        self._readers = dict(readers)
        self._clock = clock
        self._found: dict[int, Reread] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}

    async def start(self) -> None:
        """Nothing is read before a person asks."""

    async def close(self) -> None:
        """Stop what is being read."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def found(self, order_id: int) -> Reread | None:
        """Return what reading an order again came to, None if nobody asked."""
        return self._found.get(order_id)

    def ask(self, order_id: int) -> None:
        """Read an order again in the background; one that is being read is not read twice."""
        if order_id in self._tasks:
            return
        self._keep(order_id, Reread(RereadState.READING))
        task = asyncio.create_task(self._read(order_id), name=f"read {order_id} again")
        self._tasks[order_id] = task
        task.add_done_callback(lambda _: self._tasks.pop(order_id, None))

    async def _read(self, order_id: int) -> None:
        try:
            self._keep(order_id, await self._compared(order_id))
        except PlatformError as error:
            self._keep(order_id, Reread(RereadState.FAILED, self._clock(), code=error.code, words=error.words))
        except NotSaved as error:
            self._keep(order_id, Reread(RereadState.FAILED, self._clock(), words=str(error)))

    async def _compared(self, order_id: int) -> Reread:
        def look(connection: Connection) -> Laid | None:
            return views.laid(connection, order_id)

        laid = await self._database.ask(look)
        read = self._readers.get(laid.order.said.account) if laid else None
        if laid is None or read is None:
            return Reread(RereadState.FAILED, self._clock())
        heard = await read(laid.order.said.ref)
        return Reread(RereadState.READ, self._clock(), reread_differences(laid.order.said, heard.said))

    def _keep(self, order_id: int, reread: Reread) -> None:
        self._found.pop(order_id, None)
        self._found[order_id] = reread
        while len(self._found) > REMEMBERED:
            self._found.pop(next(iter(self._found)))
        self._changes.announce(frozenset({order_id}))

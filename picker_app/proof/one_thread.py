"""The program's database without its threads: the same transactions, in the order of the virtual clock."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from picker_app.store.database import Database, NotSaved, Result, Work


class OneThread(Database):
    """A database that works when the event loop's clock reaches the time, a drawn `pause` of seconds after the asking.

    What waits to be written then is written as the writer thread would: as one group, each work in its savepoint.
    """

    def __init__(self, url: str, pause: Callable[[], float]) -> None:
        super().__init__(url)
        # Opening the database starts this one; it has nothing to do.
        self._writer = threading.Thread(target=lambda: None, name="no-writer")
        self._pause = pause
        self._waiting: list[tuple[Work[Any], Future[Any]]] = []
        self._gone = False

    def write(self, work: Work[Result]) -> Future[Result]:
        """Run `work` in a transaction, a moment later."""
        if self._closed:
            raise NotSaved("The database is closed.")
        future: Future[Result] = Future()
        if not self._waiting:
            self._later(self._write_waiting)
        self._waiting.append((work, future))
        return future

    def read(self, work: Work[Result]) -> Future[Result]:
        """Run `work`, which only reads, a moment later."""
        future: Future[Result] = Future()
        self._later(lambda: self._read_into(work, future))
        return future

    def close(self) -> None:
        """Write what waits, then close the file."""
        self._write_waiting()
        self._gone = True
        super().close()

    def cut(self) -> None:
        """Stop as a killed program does: what waits is never done and nobody hears of it."""
        self._gone = self._closed = True
        self._waiting = []
        self.dispose()

    def _later(self, work: Callable[[], None]) -> None:
        asyncio.get_running_loop().call_later(self._pause(), work)

    def _write_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        group = [(work, future) for work, future in waiting if future.set_running_or_notify_cancel()]
        if group and not self._gone:
            self._write_group(group)

    def _read_into(self, work: Work[Result], future: Future[Result]) -> None:
        if self._gone or not future.set_running_or_notify_cancel():
            return
        try:
            result = self._read(work)
        except Exception as error:
            future.set_exception(error)
        else:
            future.set_result(result)

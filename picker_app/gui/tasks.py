"""Turn a click, a key or a scan into a coroutine: here only, one after another, with its error told."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Coroutine
from typing import Any

from picker_app.gui.notices import Notices
from picker_app.gui.words import our_fault

log = logging.getLogger(__name__)


class Tasks:
    """Runs acts in one lane and look-ups beside it; `idle` waits for all, `close` stops all.

    While an act runs, `soon` keeps what the person does next and does it afterwards, in order: what hands do is
    always done to the screen that the act before it left.
    """

    def __init__(self, notices: Notices) -> None:
        self._notices = notices
        self._lane: deque[tuple[str, Callable[[], Coroutine[Any, Any, None]]]] = deque()
        self._later: deque[Callable[[], None]] = deque()
        self._acting: asyncio.Task[None] | None = None
        self._beside: dict[str, asyncio.Task[None]] = {}
        self._drained: list[asyncio.Future[None]] = []
        self._closed = False

    @property
    def busy(self) -> bool:
        """Say whether an act runs or waits."""
        return self._acting is not None or bool(self._lane)

    def act(self, name: str, make: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Run an act after those that were asked for before it."""
        if not self._closed:
            self._lane.append((name, make))
            self._go_on()

    def soon(self, do: Callable[[], None]) -> None:
        """Do something at once, or, while an act runs, after it."""
        if self.busy or self._later:
            self._later.append(do)
        else:
            do()

    def beside(self, name: str, make: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Run a look-up that changes nothing; a newer one of the same name stops the older one."""
        if self._closed:
            return
        older = self._beside.pop(name, None)
        if older is not None:
            older.cancel()
        task = asyncio.get_running_loop().create_task(make(), name=name)
        self._beside[name] = task
        task.add_done_callback(lambda done: self._beside_done(name, done))

    async def idle(self) -> None:
        """Wait until nothing runs and nothing waits."""
        while self.busy or self._later or self._beside:
            waiting = asyncio.get_running_loop().create_future()
            self._drained.append(waiting)
            await waiting

    async def close(self) -> None:
        """Take nothing more, let the act under way end (it may be a commit), stop everything else."""
        self._closed = True
        self._lane.clear()
        self._later.clear()
        for task in self._beside.values():
            task.cancel()
        running = [*self._beside.values(), *([self._acting] if self._acting else [])]
        await asyncio.gather(*running, return_exceptions=True)

    def _go_on(self) -> None:
        if self._acting is None and self._lane:
            name, make = self._lane.popleft()
            self._acting = asyncio.get_running_loop().create_task(make(), name=name)
            self._acting.add_done_callback(self._act_done)
        while not self.busy and self._later and not self._closed:
            self._later.popleft()()
        self._look_idle()

    def _act_done(self, task: asyncio.Task[None]) -> None:
        self._acting = None
        self._report(task)
        self._go_on()

    def _beside_done(self, name: str, task: asyncio.Task[None]) -> None:
        if self._beside.get(name) is task:
            del self._beside[name]
        self._report(task)
        self._look_idle()

    def _look_idle(self) -> None:
        if not (self.busy or self._later or self._beside):
            waiting, self._drained = self._drained, []
            for future in waiting:
                if not future.done():
                    future.set_result(None)

    def _report(self, task: asyncio.Task[None]) -> None:
        error = None if task.cancelled() else task.exception()
        if error is not None:
            log.error("%s failed", task.get_name(), exc_info=error)
            self._notices.tell(our_fault())

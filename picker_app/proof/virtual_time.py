"""An event loop whose clock jumps to the next alarm when nothing is ready, so that a day passes in a second."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor
from typing import Any, TypeVar

T = TypeVar("T")

ROUND = 1e-9
"""Seconds that a round of the loop takes by itself, as on a real computer."""
STUCK_AFTER = 1_000_000
"""So many rounds without a wait are a fault: something asks again and again."""


class Stuck(Exception):
    """Nothing is ready and no alarm is set, or the clock does not move any more."""


class _Skips(selectors.SelectSelector):
    """Looks at no file; where the loop would wait, time has passed."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self._rounds = 0

    def select(self, timeout: float | None = None) -> list[Any]:
        if timeout is None:
            raise Stuck("nothing is ready and no alarm is set")
        # An alarm may ring within the clock's resolution before its time; who waits for the rest must see it pass.
        self.now += max(timeout, ROUND)
        if timeout > 0:
            self._rounds = 0
        self._rounds += 1
        if self._rounds > STUCK_AFTER:
            raise Stuck("the clock does not move any more")
        return []


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop in virtual seconds from 0, without threads: the same work comes in the same order every time.

    What is handed to an executor is done at once. Files and sockets are not served.
    """

    def __init__(self) -> None:
        self._skips = _Skips()
        super().__init__(self._skips)

    def time(self) -> float:
        """Return the virtual seconds since the loop was made."""
        return self._skips.now

    def call_soon_threadsafe(  # type: ignore[override]  # the stub ties the types of the arguments to the callback's
        self, callback: Callable[..., object], *args: Any, context: Any = None
    ) -> asyncio.Handle:
        """Call back soon; there is only one thread."""
        return self.call_soon(callback, *args, context=context)

    def run_in_executor(  # type: ignore[override]  # the stub ties the types of the arguments to the callback's
        self, executor: Executor | None, func: Callable[..., T], *args: Any
    ) -> asyncio.Future[T]:
        """Do the work now."""
        future: asyncio.Future[T] = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
        return future


def run(main: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end in a virtual loop of its own."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(main)

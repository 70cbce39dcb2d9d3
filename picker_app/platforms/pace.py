"""The one request limiter of the process: a sliding minute, strict priorities, first come first served within one."""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Protocol

from picker_app.platforms.port import Priority

WINDOW_SECONDS = 60.0
FEWEST, USUAL, MOST = 5, 50, 58
_SHARES = {Priority.ACT: 100, Priority.CHECK: 80, Priority.READ: 60, Priority.BACKGROUND: 40}


class Alarm(Protocol):
    """What can be set by a clock, and unset."""

    def cancel(self) -> None:
        """Unset the alarm."""
        ...


class Clock(Protocol):
    """The seconds and the alarms of an event loop, or of a test."""

    def time(self) -> float:
        """Return seconds that never go back."""
        ...

    def call_later(self, delay: float, callback: Callable[[], None], /) -> Alarm:
        """Call back after so many seconds."""
        ...


class Limiter:
    """Lets at most `requests_per_minute` requests leave in any 60 s (delivery_hero.md section 3).

    A class of requests waits while those of all classes in the last 60 s reach its share: ACT 100 %, CHECK 80 %, READ
    60 %, BACKGROUND 40 %. To be used from one event loop. `clock` takes the place of that loop's time; `window`, in
    seconds, that of the minute. ValueError: not `fewest` to `most` requests.
    """

    def __init__(
        self,
        requests_per_minute: int = USUAL,
        clock: Clock | None = None,
        *,
        fewest: int = FEWEST,
        most: int = MOST,
        window: float = WINDOW_SECONDS,
    ) -> None:
        if not fewest <= requests_per_minute <= most:
            raise ValueError(f"requests_per_minute must be {fewest} to {most}, not {requests_per_minute}")
        self._shares = {priority: requests_per_minute * share // 100 for priority, share in _SHARES.items()}
        self._own_clock = clock
        self._window = window
        self._left: deque[float] = deque()
        self._waiting: dict[Priority, deque[asyncio.Future[float]]] = {priority: deque() for priority in Priority}
        self._shut_until = float("-inf")
        self._alarm: Alarm | None = None

    async def turn(self, priority: Priority) -> None:
        """Wait until a request of this class may leave, and count it; a turn that is cancelled counts as never had."""
        turn: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._waiting[priority].append(turn)
        self._serve()
        try:
            await turn
        except asyncio.CancelledError:
            if turn.cancelled():
                self._waiting[priority].remove(turn)
            elif turn.result() in self._left:
                self._left.remove(turn.result())
            self._serve()
            raise

    def shut(self, seconds: float) -> None:
        """Let nothing leave for so many seconds; a shorter time than is still to go changes nothing."""
        self._shut_until = max(self._shut_until, self._clock().time() + seconds)
        self._serve()

    def _clock(self) -> Clock:
        return self._own_clock or asyncio.get_running_loop()

    def _serve(self) -> None:
        """Give the turns that are free, and set the alarm for the next one."""
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
        clock = self._clock()
        now = clock.time()
        while self._left and self._left[0] + self._window <= now:
            self._left.popleft()
        for priority, waiting in self._waiting.items():
            while waiting and now >= self._shut_until and len(self._left) < self._shares[priority]:
                self._left.append(now)
                waiting.popleft().set_result(now)
            if waiting:
                # Nobody overtakes: a lower class has a smaller share, so it waits for longer anyway.
                over = len(self._left) - self._shares[priority]
                free_at = self._left[over] + self._window if over >= 0 else now
                self._alarm = clock.call_later(max(free_at, self._shut_until) - now, self._serve)
                return

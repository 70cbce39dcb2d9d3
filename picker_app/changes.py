"""The one change feed: which orders changed, and nothing else about them."""

import asyncio
import threading
from collections.abc import Callable

Listener = Callable[[frozenset[int]], None]

EVERYTHING: frozenset[int] = frozenset({0})
"""Said when more than single orders changed: accounts, incidents, the catalogue. 0 is no order's id."""


class Changes:
    """Carries the ids of changed orders from any thread to the listeners, each in its own event loop.

    Announcements that come while a listener has not yet been called are joined into one call.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: dict[int, tuple[asyncio.AbstractEventLoop, Listener]] = {}
        self._waiting: dict[int, set[int]] = {}
        self._next = 0

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener(ids)` in the running loop after each change; returns the function that ends it."""
        loop = asyncio.get_running_loop()
        with self._lock:
            number = self._next
            self._next += 1
            self._listeners[number] = (loop, listener)

        def end() -> None:
            with self._lock:
                self._listeners.pop(number, None)
                self._waiting.pop(number, None)

        return end

    def announce(self, ids: frozenset[int]) -> None:
        """Say, from any thread, that these orders changed."""
        if not ids:
            return
        with self._lock:
            for number, (loop, _) in self._listeners.items():
                waiting = self._waiting.get(number)
                if waiting is not None:
                    waiting |= ids
                elif not loop.is_closed():
                    self._waiting[number] = set(ids)
                    loop.call_soon_threadsafe(self._deliver, number)

    def _deliver(self, number: int) -> None:
        with self._lock:
            ids = frozenset(self._waiting.pop(number, set()))
            entry = self._listeners.get(number)
        if entry is not None and ids:
            entry[1](ids)

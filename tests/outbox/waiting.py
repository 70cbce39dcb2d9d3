"""Waits until something came about."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

DEADLINE_SECONDS = 30.0


async def until(found: Callable[[], Awaitable[Any]]) -> Any:
    """Return what `found` gives, once it is true; fail after a deadline."""
    never = asyncio.Event()
    deadline = time.monotonic() + DEADLINE_SECONDS
    while not (value := await found()):
        assert time.monotonic() < deadline, "it did not come about"
        try:
            await asyncio.wait_for(never.wait(), 0.01)
        except TimeoutError:
            continue
    return value

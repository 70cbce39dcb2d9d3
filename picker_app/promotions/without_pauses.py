"""Lets large work on values that cannot change go on without pauses of the garbage collector."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_pauses() -> Iterator[None]:
    """Keep the collector from looking through hundreds of thousands of new values again and again.

    There are no circles among them to find; it took a third of the time of a file of 25,000 promotions. Where two
    threads do this at once the first to end wakes the collector for both, which costs time and nothing else.
    """
    awake = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if awake:
            # Both together only say that everything there is now is old: else the next small collection would look
            # through all of the new values at once, while every thread waits.
            gc.freeze()
            gc.unfreeze()
            gc.enable()

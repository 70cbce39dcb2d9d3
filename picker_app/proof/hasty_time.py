"""An event loop in which time goes faster, with real threads and sockets: waiting costs less."""

import asyncio
import selectors
from typing import Any

SPEED = 20.0


class _Divided(selectors.DefaultSelector):
    def select(self, timeout: float | None = None) -> list[Any]:
        return super().select(timeout if timeout is None else timeout / SPEED)


class HastyLoop(asyncio.SelectorEventLoop):
    """An event loop in which a minute takes three seconds."""

    def __init__(self) -> None:
        super().__init__(_Divided())

    def time(self) -> float:
        """Return seconds that pass `SPEED` times as fast."""
        return super().time() * SPEED

"""A partner's webhook for tests: keeps what rings and answers as told."""

import asyncio
import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from picker_app.intake.server import ThreadServer

DEADLINE_SECONDS = 30.0


@dataclass(frozen=True)
class Ring:
    """One request as it arrived."""

    path: str
    authorization: str | None
    body: bytes

    @property
    def event(self) -> dict[str, Any]:
        """The body as JSON."""
        found: dict[str, Any] = json.loads(self.body)
        return found

    @property
    def status(self) -> str:
        """The order status rung."""
        return str(self.event["status"])


class Receiver:
    """Answers 200, or the next of `answers`; while `holding`, only after `release`."""

    def __init__(self) -> None:
        self.rings: list[Ring] = []
        self.answers: list[int] = []
        self.holding = False
        self._released = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._changed = threading.Condition()
        app = Starlette(routes=[Route("/{path:path}", self._ring, methods=["POST"])])
        self._server = ThreadServer(app, name="receiver")

    def start(self) -> None:
        """Listen."""
        self._server.start()

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    @property
    def url(self) -> str:
        """Where to ring."""
        return self._server.url + "/webhooks/shop"

    def forget(self) -> None:
        """Begin anew."""
        with self._changed:
            self.rings.clear()
            self.answers.clear()
            self.holding = False
            self._released = asyncio.Event()

    def release(self) -> None:
        """Answer what waits."""
        self.holding = False
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._released.set)

    def wait(self, count: int) -> list[Ring]:
        """The rings, once there are at least `count`."""
        return self.wait_until(lambda rings: len(rings) >= count)

    def wait_until(self, enough: Callable[[list[Ring]], bool]) -> list[Ring]:
        """The rings, once there are enough; fails after a deadline."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        with self._changed:
            while not enough(self.rings):
                if not self._changed.wait(max(0.0, deadline - time.monotonic())):
                    raise AssertionError(f"not rung as expected, but {[ring.body[:80] for ring in self.rings]}")
            return list(self.rings)

    async def _ring(self, request: Request) -> Response:
        body = await request.body()
        with self._changed:
            self.rings.append(Ring(request.url.path, request.headers.get("authorization"), body))
            answer = self.answers.pop(0) if self.answers else 200
            self._changed.notify_all()
            self._loop = asyncio.get_running_loop()
        if self.holding:
            await self._released.wait()
        return Response(status_code=answer)

"""The way every request takes at a training platform: written down, spoilt by a fault if one waits, carried out."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection
from dataclasses import replace
from email.utils import format_datetime
from http import HTTPStatus
from typing import Any, ClassVar, Generic, TypeVar

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from picker_app.intake.gate import Connection
from picker_app.training.answers import Answer, RefusedError, retry_after
from picker_app.training.faults import Fault
from picker_app.training.journal import Entry
from picker_app.training.known import Known

MAX_BODY = 4 * 1024 * 1024
CUT = "picker_app.cut"
ENDLESS_CHUNKS = 1024
CHUNK_BYTES = 64 * 1024
NO_ROUTE = "none"
W = TypeVar("W", bound=Known[Any])


class CuttableConnection(Connection):
    """A connection the application can cut without a byte of an answer, as a lost line would."""

    def handle_events(self) -> None:
        # uvicorn copies this state into the scope of each request.
        self.app_state = {CUT: self.transport.abort}
        super().handle_events()


class Visit(ABC, Generic[W]):
    """One request on its way; each platform says what it turns away, carries out and garbles."""

    kinds: ClassVar[Collection[str] | None] = None
    """The faults that strike the request itself; None for all."""
    most_body: ClassVar[int] = MAX_BODY
    """The bytes of the largest body that is taken."""

    def __init__(self, inner: ASGIApp, world: W, scope: Scope, body: bytes) -> None:
        self._inner = inner
        self._world = world
        self.scope = dict(scope)
        self.body = body
        self.done: Answer | None = None
        self.headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        self.route = self.route_name(scope["method"], scope["raw_path"].decode("ascii"))

    async def answer(self) -> Answer | None:
        """Return what is answered, with the platform's own time; None means that the connection is cut."""
        entry = self._world.journal.receive(
            self._world.clock(),
            self.scope["method"],
            self.scope["raw_path"].decode("ascii"),
            self.scope["query_string"].decode("latin-1"),
            self.route,
            self.headers,
            self.body,
        )
        answer = await self._judge(entry)
        entry.answer = "cut" if answer is None else answer.status
        if answer is None:
            return None
        date = format_datetime(self._world.clock(), usegmt=True)
        return replace(answer, headers={**answer.headers, "date": date})

    @abstractmethod
    def route_name(self, method: str, raw_path: str) -> str:
        """Return the name of the route that faults are ordered for, NO_ROUTE for an unknown path."""

    @abstractmethod
    def turned_away(self) -> Answer | None:
        """Return the answer to a request that gets no further than the platform's edge."""

    @abstractmethod
    def signed_in(self) -> None:
        """Raise `RefusedError` unless the request may be carried out."""

    @abstractmethod
    def refused(self, error: RefusedError) -> Answer:
        """Return the answer that refuses."""

    @abstractmethod
    def garbled(self, fault: Fault) -> Answer:
        """Return the answer of a garbage fault, or of one that only this platform knows; `done` is the true one."""

    @abstractmethod
    def wait_style(self) -> str:
        """Return how Retry-After is said when a fault does not say."""

    async def finish(self) -> None:
        """Do what follows the answer; here nothing."""
        return

    async def carry_out(self) -> Answer:
        """Do what was asked; the answer to it."""
        try:
            self.signed_in()
        except RefusedError as refused:
            return self.refused(refused)
        return await _captured(self._inner, self.scope, self.body)

    async def _judge(self, entry: Entry) -> Answer | None:
        away = self.turned_away()
        if away is not None:
            return away
        if self.route == NO_ROUTE:
            return self.refused(RefusedError(404, "NOT_FOUND", "no Route matched with those values"))
        if len(self.body) > self.most_body:
            return self.refused(RefusedError(413, "TOO_LARGE", f"a body has at most {self.most_body} bytes"))
        fault = self._world.faults.strike(self.route, self.kinds)
        if fault is None:
            return await self.carry_out()
        entry.fault = fault.kind
        return await self._spoilt(fault)

    async def _spoilt(self, fault: Fault) -> Answer | None:
        match fault.kind:
            case "drop_before":
                return None
            case "drop_after":
                await self.carry_out()
                return None
            case "late":
                self._world.background.start(self._carry_out_later(fault.seconds))
                return None
            case "slow":
                answer = await self.carry_out()
                await self._world.background.pause(fault.seconds)
                return answer
            case "status":
                if fault.carried_out:
                    await self.carry_out()
                return self._ordered(fault)
            case _:
                whole = fault.value in self._world.faults.menu.whole
                if whole if fault.carried_out is None else fault.carried_out:
                    self.done = await self.carry_out()
                    if self.done.status >= HTTPStatus.BAD_REQUEST and self.scope["method"] != "GET":
                        return self.done  # no platform says that it did what it refused
                return self.garbled(fault)

    def _ordered(self, fault: Fault) -> Answer:
        status = int(fault.value)
        headers = {}
        if status in (429, 503):
            style = fault.retry_after or self.wait_style()
            headers = retry_after(style, 60 if status == 429 else 5, self._world.clock())
        return self.refused(RefusedError(status, f"FAULT_{status}", "ordered by an exercise", headers))

    async def _carry_out_later(self, seconds: float) -> None:
        await self._world.background.pause(seconds)
        await self.carry_out()
        await self.finish()


class Door:
    """The ASGI application around a platform's own paths and the steering ones (`inner`).

    Of a body beyond `most` bytes only the beginning is kept.
    """

    def __init__(self, inner: ASGIApp, visit: Callable[[Scope, bytes], Visit[Any]], most: int = MAX_BODY) -> None:
        self._inner = inner
        self._visit = visit
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith("/_sim"):
            await self._inner(scope, receive, send)
            return
        body = await _read(receive, self._most)
        if body is None:
            return  # cut off before it was whole: a request that was never made
        visit = self._visit(scope, body)
        answer = await visit.answer()
        if answer is not None:
            await _send(send, answer, receive)
        if answer is None or answer.half:
            scope["state"][CUT]()
            await _gone(receive)
        await visit.finish()


async def _read(receive: Receive, most: int) -> bytes | None:
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None
        if len(body) <= most:
            body += message.get("body", b"")
        if not message.get("more_body", False):
            return bytes(body)


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _send(send: Send, answer: Answer, receive: Receive) -> None:
    headers = [(name.encode(), value.encode()) for name, value in answer.headers.items()]
    if not answer.endless:
        headers.append((b"content-length", str(len(answer.body)).encode()))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    if answer.endless:
        await _go_on(send, answer.body * (CHUNK_BYTES // len(answer.body)), receive)
    if answer.half:
        await send({"type": "http.response.body", "body": answer.body[: len(answer.body) // 2], "more_body": True})
        return
    await send({"type": "http.response.body", "body": answer.body})


async def _go_on(send: Send, chunk: bytes, receive: Receive) -> None:
    """Say a chunk again and again, until the caller has gone or it was really enough."""
    gone = asyncio.create_task(_gone(receive))
    for _ in range(ENDLESS_CHUNKS):
        await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await asyncio.sleep(0)
        if gone.done():
            return
    gone.cancel()


async def _captured(inner: ASGIApp, scope: dict[str, Any], body: bytes) -> Answer:
    """Let the inner application answer into a variable instead of the line."""
    status, headers, parts = 500, {}, b""

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status, headers, parts
        if message["type"] == "http.response.start":
            status = message["status"]
            headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in message["headers"]}
        else:
            parts += message.get("body", b"")

    await inner(scope, receive, send)
    headers.pop("content-length", None)
    return Answer(status, parts, headers)

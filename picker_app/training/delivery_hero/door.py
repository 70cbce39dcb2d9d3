"""The way every request takes: written down, limited, spoilt by a fault if one waits, signed in, then carried out."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from picker_app.intake.gate import Connection
from picker_app.training.delivery_hero.answers import (
    BLOCK_PAGE,
    LOGIN_PAGE,
    Answer,
    RefusedError,
    error_answer,
    retry_after,
)
from picker_app.training.delivery_hero.faults import Fault
from picker_app.training.delivery_hero.journal import Entry
from picker_app.training.delivery_hero.world import World

MAX_BODY = 4 * 1024 * 1024
CUT = "picker_app.cut"
HTML = {"content-type": "text/html; charset=utf-8"}
_ROUTES = (
    ("token", re.compile(r"/v2/oauth/token")),
    ("job", re.compile(r"/v2/chains/[^/]+/(promotion|catalog)/jobs/[^/]+")),
    ("order", re.compile(r"/v2/(chains/[^/]+/)?orders/[^/]+")),
    ("promotion", re.compile(r"/v2/chains/[^/]+/promotion")),
    ("catalog", re.compile(r"/v2/chains/[^/]+/vendors/[^/]+/catalog")),
    ("status", re.compile(r"/v2/chains/[^/]+/vendors/[^/]+/status")),
    ("list", re.compile(r"/v2/chains/[^/]+/vendors/[^/]+(/orders)?")),
)


class CuttableConnection(Connection):
    """A connection the application can cut without a byte of an answer, as a lost line would."""

    def handle_events(self) -> None:
        # uvicorn copies this state into the scope of each request.
        self.app_state = {CUT: self.transport.abort}
        super().handle_events()


class Door:
    """The ASGI application around the platform's own paths (`inner`) and the steering ones."""

    def __init__(self, inner: ASGIApp, world: World) -> None:
        self._inner = inner
        self._world = world

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith("/_sim"):
            await self._inner(scope, receive, send)
            return
        body = await _read(receive)
        call = _Call(self._inner, self._world, scope, body)
        answer = await call.answer()
        if answer is None:
            scope["state"][CUT]()
            await _gone(receive)
        else:
            await _send(send, answer)
        await call.finish()


class _Call:
    """One request on its way."""

    def __init__(self, inner: ASGIApp, world: World, scope: Scope, body: bytes) -> None:
        self._inner = inner
        self._world = world
        self._scope = dict(scope)
        self._body = body
        self._headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        self._route = route_name(scope["method"], scope["path"])
        self._after: list[Callable[[], Awaitable[None]]] = []

    async def answer(self) -> Answer | None:
        """Return what is answered; None means that the connection is cut."""
        world, scope = self._world, self._scope
        entry = world.journal.receive(
            world.clock(),
            scope["method"],
            scope["raw_path"].decode("ascii"),
            scope["query_string"].decode("latin-1"),
            self._route,
            self._headers,
            self._body,
        )
        answer = await self._judge(entry)
        entry.answer = "cut" if answer is None else answer.status
        return answer

    async def finish(self) -> None:
        """Do what follows the answer: the events."""
        for work in self._after:
            self._world.bell.start(_run(work))

    async def _judge(self, entry: Entry) -> Answer | None:
        world = self._world
        switches = world.switches
        wait = world.journal.take(world.clock(), switches.requests_per_minute)
        if wait:
            headers = retry_after(switches.retry_after, wait, world.clock())
            told = f"more than {switches.requests_per_minute} requests in 60 s"
            refused = RefusedError(429, "TOO_MANY_REQUESTS", told, headers)
            return error_answer(refused, switches.error_body)
        if self._route == "none" or len(self._body) > MAX_BODY:
            refused = (
                RefusedError(404, "NOT_FOUND", "no such path")
                if self._route == "none"
                else RefusedError(413, "TOO_LARGE", f"a body has at most {MAX_BODY} bytes")
            )
            return error_answer(refused, switches.error_body)
        fault = world.faults.strike(self._route)
        if fault is None:
            return await self._carry_out()
        entry.fault = fault.kind
        return await self._spoil(fault)

    async def _spoil(self, fault: Fault) -> Answer | None:
        world = self._world
        if fault.kind == "drop_before":
            return None
        if fault.kind == "drop_after":
            await self._carry_out()
            return None
        if fault.kind == "late":
            world.bell.start(self._carry_out_later(fault.seconds))
            return None
        if fault.kind == "slow":
            answer = await self._carry_out()
            await world.pause(fault.seconds)
            return answer
        if fault.kind == "block_page":
            return Answer(403, BLOCK_PAGE, HTML)
        if fault.kind == "garbage":
            # A login page comes from a network before the platform; the other two from the platform itself.
            if fault.carried_out if fault.carried_out is not None else fault.value in ("broken", "empty"):
                await self._carry_out()
            if fault.value == "broken":
                return Answer(200, b'{"order_id": "', {"content-type": "application/json"})
            return Answer(200, b"", {}) if fault.value == "empty" else Answer(200, LOGIN_PAGE, HTML)
        if fault.carried_out:
            await self._carry_out()
        status = int(fault.value)
        headers = {}
        if status in (429, 503):
            style = fault.retry_after or world.switches.retry_after
            headers = retry_after(style, 60 if status == 429 else 5, world.clock())
        refused = RefusedError(status, f"FAULT_{status}", "ordered by an exercise", headers)
        return error_answer(refused, world.switches.error_body)

    async def _carry_out(self) -> Answer:
        world = self._world
        try:
            if self._route != "token":
                world.tokens.check(self._headers.get("authorization", ""), world.switches, world.clock())
        except RefusedError as refused:
            return error_answer(refused, world.switches.error_body)
        scope = self._scope | {"after": self._after}
        answer = await _captured(self._inner, scope, self._body)
        if self._after and world.faults.strike("webhook", ("early_echo",)):
            for work in self._after:
                await work()
            self._after.clear()
        return answer

    async def _carry_out_later(self, seconds: float) -> None:
        await self._world.pause(seconds)
        await self._carry_out()
        await self.finish()


def route_name(method: str, path: str) -> str:
    """Return the route of section 15 a request belongs to; `none` for an unknown path."""
    for name, pattern in _ROUTES:
        if pattern.fullmatch(path):
            if name != "order":
                return name
            return "put_order" if method == "PUT" else "get_order"
    return "none"


async def _run(work: Callable[[], Awaitable[None]]) -> None:
    await work()


async def _read(receive: Receive) -> bytes:
    body = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return body
        if len(body) <= MAX_BODY:
            body += message.get("body", b"")
        if not message.get("more_body", False):
            return body


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _send(send: Send, answer: Answer) -> None:
    headers = [(name.encode(), value.encode()) for name, value in answer.headers.items()]
    headers.append((b"content-length", str(len(answer.body)).encode()))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body})


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

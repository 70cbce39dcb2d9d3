"""The lines between the program and the platform in virtual time: HTTP without sockets, with all that a line can do."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import Any
from urllib.parse import unquote

import httpx
from starlette.types import ASGIApp, Message

from picker_app.proof.owners import WORLD, Owners
from picker_app.training.door import CUT

HANGS = 300.0
"""Seconds that a dead line says nothing; every client gives up before."""


class Weather(StrEnum):
    """How a line is: fine, refused at once, dead without a word, or cut before or after the request came through."""

    FINE = "fine"
    REFUSED = "refused"
    DEAD = "dead"
    CUT_BEFORE = "cut before"
    CUT_AFTER = "cut after"


@dataclass(frozen=True, slots=True)
class Answer:
    """What an application answered; a status of 0: it cut the line."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...] = ()
    body: bytes = b""


async def ask(application: ASGIApp, request: httpx.Request, body: bytes) -> Answer:
    """Ask an ASGI application, as a server would."""
    url = request.url
    path, _, query = request.extensions.get("target", url.raw_path).partition(b"?")
    parts = {"status": 0, "headers": (), "body": b""}
    given = False
    answered = asyncio.Event()

    def cut() -> None:
        parts["status"] = 0
        answered.set()

    async def receive() -> Message:
        nonlocal given
        if not given:
            given = True
            return {"type": "http.request", "body": body, "more_body": False}
        await answered.wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            parts["status"] = message["status"]
            parts["headers"] = tuple((name, value) for name, value in message.get("headers", ()))
        else:
            parts["body"] += message.get("body", b"")
            if not message.get("more_body", False):
                answered.set()

    scope: dict[str, Any] = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": url.scheme,
        "path": unquote(path.decode("ascii")),
        "raw_path": path,
        "query_string": query,
        "root_path": "",
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
        "server": (url.host, url.port),
        "client": ("127.0.0.1", 1),
        "state": {CUT: cut},
    }
    await application(scope, receive, send)
    return Answer(**parts)  # type: ignore[arg-type]  # the three are filled above


class Fork(httpx.AsyncBaseTransport):
    """The line to several platforms, each at a port of its own."""

    def __init__(self, lines: Mapping[int, httpx.AsyncBaseTransport]) -> None:
        self._lines = lines

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Carry a request to the platform that it is for."""
        return await self._lines[request.url.port or 0].handle_async_request(request)


class Line(httpx.AsyncBaseTransport):
    """A line to an application that goes on working when its caller hangs up.

    `whose` owns the work at the other end; `weather` says how the line is for the next request; `answered` is called
    the moment a request was answered, `heard` when the answer arrives, with None where it never does.
    """

    def __init__(
        self,
        application: Callable[[], ASGIApp | None],
        owners: Owners,
        chance: Random,
        *,
        whose: Callable[[], str] = lambda: WORLD,
        weather: Callable[[httpx.Request], Weather] = lambda request: Weather.FINE,
        answered: Callable[[httpx.Request, Answer], None] = lambda request, answer: None,
        heard: Callable[[httpx.Request, bytes, Answer | None], None] = lambda request, body, answer: None,
    ) -> None:
        self._application = application
        self._owners = owners
        self._chance = chance
        self._whose = whose
        self._weather = weather
        self._answered = answered
        self._heard = heard

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Carry a request to the application and its answer back."""
        body = await request.aread()
        weather = self._weather(request)
        if weather is Weather.REFUSED:
            await self._travel()
            raise httpx.ConnectError("connection refused", request=request)
        if weather is Weather.DEAD:
            await asyncio.sleep(HANGS)
            raise httpx.ReadTimeout("nothing was heard", request=request)
        await self._travel()
        application = self._application()
        if application is None:
            raise httpx.ConnectError("nobody listens", request=request)
        if weather is Weather.CUT_BEFORE:
            self._heard(request, body, None)
            raise httpx.ReadError("the line was cut", request=request)
        work = self._owners.begin(self._whose(), ask(application, request, body))
        await asyncio.wait([work])
        if work.cancelled() or weather is Weather.CUT_AFTER:
            self._heard(request, body, None)
            raise httpx.ReadError("the line was cut", request=request)
        answer = work.result()
        if answer.status == 0:
            self._heard(request, body, None)
            raise httpx.RemoteProtocolError("the server hung up", request=request)
        self._answered(request, answer)
        await self._travel()
        self._heard(request, body, answer)
        return httpx.Response(answer.status, headers=list(answer.headers), content=answer.body, request=request)

    async def _travel(self) -> None:
        await asyncio.sleep(self._chance.uniform(0.01, 0.2))

"""Lines to an iFood for tests: real HTTP on loopback, to scripted answers or to a socket that does as it likes."""

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from picker_app.intake.server import ThreadServer
from picker_app.platforms.ifood_pos.client import IfoodPos
from picker_app.platforms.port import Pace, PlatformError
from tests.platforms.delivery_hero_shop import OpenPace, VirtualClock
from tests.platforms.ifood_shop import account

TOKEN = '{"access_token": "eyJ-token-%d", "token_type": "bearer", "expires_in": 3599, "scope": "trust read write"}'
METHODS = ["GET", "PUT", "POST", "PATCH"]


@dataclass(frozen=True)
class Asked:
    """A request as it came, its path as it was written."""

    method: str
    path: str
    query: str
    headers: dict[str, str]
    body: bytes

    @property
    def signs_in(self) -> bool:
        return self.path.endswith("/oauth/token")


@dataclass
class Scripted:
    """A server that answers as it is told and remembers what it was asked; tokens it gives by itself."""

    answer: Callable[[Asked], Response] = field(default=lambda asked: Response(b""))
    token: Callable[[int], Response] = field(default=lambda number: Response(TOKEN % number))
    asked: list[Asked] = field(default_factory=list)
    url: str = ""
    busy: int = 0
    busiest: int = 0
    open: threading.Event = field(default_factory=threading.Event)
    """While it is not set, no answer is given."""

    @property
    def sign_ins(self) -> int:
        """How often a token was asked for."""
        return len([asked for asked in self.asked if asked.signs_in])

    @property
    def calls(self) -> list[Asked]:
        """What was asked, but for tokens."""
        return [asked for asked in self.asked if not asked.signs_in]

    async def endpoint(self, request: Request) -> Response:
        asked = Asked(
            request.method,
            request.scope["raw_path"].decode(),
            request.url.query,
            dict(request.headers),
            await request.body(),
        )
        self.asked.append(asked)
        self.busy += 1
        self.busiest = max(self.busiest, self.busy)
        await asyncio.to_thread(self.open.wait, 20)
        self.busy -= 1
        return self.token(self.sign_ins) if asked.signs_in else self.answer(asked)


@contextmanager
def scripted() -> Iterator[Scripted]:
    """Run a scripted server."""
    script = Scripted()
    script.open.set()
    app = Starlette(routes=[Route("/{path:path}", script.endpoint, methods=METHODS)])
    server = ThreadServer(app, name="scripted-ifood")
    server.start()
    script.url = server.url
    try:
        yield script
    finally:
        script.open.set()
        server.close()


@dataclass
class Line:
    """A client of an account, with the limiter and the clock that it was given."""

    url: str
    pace: Pace = field(default_factory=OpenPace)
    clock: VirtualClock = field(default_factory=VirtualClock)
    clients: list[IfoodPos] = field(default_factory=list)

    def client(self, **settings: Any) -> IfoodPos:
        """Make one more client."""
        made = IfoodPos(account(base_url=self.url, **settings), clock=self.clock.time, pace=self.pace)
        self.clients.append(made)
        return made

    async def close(self) -> None:
        for client in self.clients:
            await client.close()


@asynccontextmanager
async def socket_that(does: Callable[[asyncio.StreamWriter], Awaitable[None]]) -> AsyncIterator[str]:
    """Run a server that gives tokens and does to every other request what it likes, then hangs up; yield its URL."""
    ended = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            if b"/oauth/token" in head:
                token = (TOKEN % 1).encode()
                writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(token) + token)
            else:
                doing = asyncio.ensure_future(does(writer))
                ending = asyncio.ensure_future(ended.wait())
                await asyncio.wait([doing, ending], return_when=asyncio.FIRST_COMPLETED)
                for task in (doing, ending):
                    task.cancel()
                await asyncio.gather(doing, ending, return_exceptions=True)
            await writer.drain()
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        ended.set()
        server.close()
        await server.wait_closed()


async def error_of(waiting: Awaitable[Any]) -> PlatformError:
    with pytest.raises(PlatformError) as caught:
        await waiting
    return caught.value

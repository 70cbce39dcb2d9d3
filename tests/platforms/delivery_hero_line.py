"""Lines to a Delivery Hero for tests: real HTTP on loopback, to the training platform or to scripted answers."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from picker_app.domain.cart import Command, Kind, command
from picker_app.intake.server import ThreadServer
from picker_app.platforms.delivery_hero.client import DeliveryHero
from picker_app.platforms.port import Heard, Pace, PlatformError, Priority
from picker_app.platforms.sign_in import SignIns
from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.platforms.delivery_hero_shop import ORDER, OpenPace, VirtualClock, account, sample, taken, the_order

TOKEN = '{"access_token": "eyJ-token-%d", "expires_in": 7200}'


@dataclass
class Line:
    """A client of an account, with the limiter and the clock that it was given."""

    url: str
    pace: Pace = field(default_factory=OpenPace)
    clock: VirtualClock = field(default_factory=VirtualClock)
    clients: list[DeliveryHero] = field(default_factory=list)
    sign_ins: SignIns | None = None

    def client(self, **settings: Any) -> DeliveryHero:
        """Make one more client of the same process."""
        self.sign_ins = self.sign_ins or SignIns(self.clock.time)
        made = DeliveryHero(account(base_url=self.url, **settings), self.pace, self.sign_ins)
        self.clients.append(made)
        return made

    async def close(self) -> None:
        for client in self.clients:
            await client.close()


def asked(platform: TrainingPlatform, route: str) -> list[dict[str, Any]]:
    """The requests of a route that reached the training platform."""
    return [entry for entry in platform.state()["requests"] if entry["route"] == route]


@dataclass
class Scripted:
    """A server that answers as it is told and remembers what it was asked; tokens it gives by itself."""

    answer: Callable[[Request], Response] = field(default=lambda request: Response(b"{}"))
    token: Callable[[int], Response] = field(default=lambda number: Response(TOKEN % number))
    requests: list[tuple[str, str, str]] = field(default_factory=list)
    url: str = ""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, method: str) -> int:
        """How many requests of a method came; POST is the token's."""
        with self._lock:
            return len([request for request in self.requests if request[0] == method])

    async def endpoint(self, request: Request) -> Response:
        with self._lock:
            target = str(request.url).removeprefix(self.url)
            self.requests.append((request.method, target, request.headers.get("authorization", "")))
        if request.method == "POST":
            return self.token(self.count("POST"))
        return self.answer(request)


@contextmanager
def scripted() -> Iterator[Scripted]:
    """Run a scripted server."""
    script = Scripted()
    app = Starlette(routes=[Route("/{path:path}", script.endpoint, methods=["GET", "PUT", "POST"])])
    server = ThreadServer(app, name="scripted-platform")
    server.start()
    script.url = server.url
    try:
        yield script
    finally:
        server.close()


def fulfilment() -> Command:
    """The order of section 6, all of it taken."""
    return command(taken(the_order()), Kind.FULFIL)


async def put(to: DeliveryHero, message: Command | None = None) -> bytes:
    message = message or fulfilment()
    return (await to.send(message, to.compose(message), Priority.ACT)).body


async def get(to: DeliveryHero) -> Heard:
    return await to.read(ORDER, Priority.READ)


async def error_of(waiting: Any) -> PlatformError:
    with pytest.raises(PlatformError) as caught:
        await waiting
    return caught.value


def the_order_exists(platform: TrainingPlatform) -> None:
    document = json.loads(sample("the_order"))
    now = datetime.now(UTC).isoformat()
    platform.create_order(order={**document, "sys": {"created_at": now, "updated_at": now}})

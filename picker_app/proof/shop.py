"""A shop in virtual time: the platform, the program on the counter's computer, and the lines between them."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, Literal, TypeVar

import httpx
from starlette.types import ASGIApp

from picker_app.proof import trail
from picker_app.proof.lines import Answer, Fork, Line, Weather
from picker_app.proof.one_thread import OneThread
from picker_app.proof.owners import Owners
from picker_app.services import Services
from picker_app.settings import DeliveryHeroAccount, IfoodPosAccount, Labels, Secrets, Settings, Store, Webhook
from picker_app.store.database import sqlite_url
from picker_app.training.catalogue import load_store
from picker_app.training.delivery_hero.application import application
from picker_app.training.delivery_hero.shelf import shop_shelf
from picker_app.training.delivery_hero.switches import Switches
from picker_app.training.delivery_hero.world import World
from picker_app.training.ifood_pos.application import application as ifood_application
from picker_app.training.ifood_pos.birth import known_codes
from picker_app.training.ifood_pos.switches import Switches as IfoodSwitches
from picker_app.training.ifood_pos.world import World as Ifood
from picker_app.training.journal import Journal

T = TypeVar("T")

OPENS = datetime(2026, 3, 2, 8, tzinfo=UTC)
ACCOUNT = "foodora-proof"
IFOOD = "ifood-proof"
PORT, IFOOD_PORT = 2, 3
SECRET = "what the platform says at the door"  # known to every proof, protects nothing
REQUESTS_KEPT = 100_000


class Gone(Exception):
    """The program was closed or killed before it answered."""


@dataclass(slots=True)
class Counts:
    """What happened to the shop."""

    restarts: int = 0
    kills: int = 0
    clock_jumps: int = 0
    spoilt_requests: int = 0


def configured(
    base_url: str, ifood_url: str, *, confirm: Literal["manual", "auto"] = "manual", poll_seconds: int = 45
) -> tuple[Settings, Secrets]:
    """Return the configuration of the shop, with its secrets."""
    access = Switches()
    account = DeliveryHeroAccount(
        name=ACCOUNT,
        platform="delivery_hero",
        base_url=base_url,
        client_id=access.client_id,
        chain_id=access.chain_id,
        vendor_id=access.vendor_id,
        currency="EUR",
    )
    user = IfoodSwitches()
    polled = IfoodPosAccount(
        name=IFOOD,
        platform="ifood_pos",
        base_url=ifood_url,
        client_id=user.client_id,
        username=user.username,
        merchant_ids=tuple(map(int, user.merchant_ids)),
        poll_seconds=poll_seconds,
        confirm=confirm,
        currency="BRL",
    )
    chosen = Settings(
        store=Store(name="Shop of the proof", time_zone="UTC"),
        webhook=Webhook(port=0),
        labels=Labels(region="DK"),
        accounts=(account, polled),
    )
    secrets = {(ACCOUNT, "client_secret"): access.client_secret, (ACCOUNT, "webhook_secret"): SECRET}
    secrets |= {(IFOOD, "client_secret"): user.client_secret, (IFOOD, "password"): user.password}
    return chosen, Secrets(secrets)


@dataclass(slots=True)
class Shop:
    """A shop with its database in `file`; everything in it is drawn from `chance`.

    `acknowledged` are the events that it answered with 200; `early` are the polled ones that it acknowledged before
    their order was in the file. `ifood` is the platform that is polled; its orders are confirmed as `confirm` says.

    `weather` is how the line to the platform is now, `tunnel` the one from it; `clock_error` is what the computer's
    clock is wrong by. `spoil` may spoil a single request while the weather is fine.
    `trap` is called when a message leaves ("send"), and when an event was answered or is acknowledged ("event").
    """

    file: Path
    chance: Random
    owners: Owners
    switches: dict[str, Any] = field(default_factory=dict)
    ifood_switches: dict[str, Any] = field(default_factory=dict)
    confirm: Literal["manual", "auto"] = "manual"
    weather: Weather = Weather.FINE
    tunnel: Weather = Weather.FINE
    clock_error: timedelta = timedelta(0)
    spoil: Callable[[httpx.Request], Weather] = lambda request: Weather.FINE
    trap: Callable[[str], None] = lambda place: None
    acknowledged: list[bytes] = field(default_factory=list)
    early: list[str] = field(default_factory=list)
    counts: Counts = field(default_factory=Counts)
    world: World = field(init=False)
    ifood: Ifood = field(init=False)
    services: Services | None = None
    _door: ASGIApp = field(init=False)
    _ifood_door: ASGIApp = field(init=False)
    _owner: str = ""

    def now(self) -> datetime:
        """Return the true time."""
        return OPENS + timedelta(seconds=asyncio.get_running_loop().time())

    async def open(self) -> None:
        """Set up the platforms; the program is not started yet."""
        switches = Switches()
        switches.change({"webhook_url": f"http://127.0.0.1:1/webhooks/{ACCOUNT}", "webhook_secret": SECRET})
        switches.change(self.switches)
        self.world = World(switches, shop_shelf(load_store()), self.chance.getrandbits(64), self.now)
        self.world.journal = Journal(REQUESTS_KEPT)
        self._door = application(self.world, lambda: None)
        polled = IfoodSwitches()
        polled.change(self.ifood_switches)
        self.ifood = Ifood(polled, known_codes(), self.chance.getrandbits(64), self.now)
        self.ifood.journal = Journal(REQUESTS_KEPT)
        self._ifood_door = ifood_application(self.ifood, lambda: None)
        await self.world.bell.open(
            Line(
                lambda: None if self.services is None else self.services.listener.app,
                self.owners,
                self.chance,
                whose=lambda: self._owner,
                weather=self._tunnel,
                answered=lambda request, answer: self.trap("event"),
                heard=self._told,
            )
        )

    async def close(self) -> None:
        """Close what is open."""
        await self.stop()
        self.world.background.closing.set()
        self.ifood.background.closing.set()
        await self.world.bell.close()

    async def start(self) -> None:
        """Start the program."""
        number = self.counts.restarts + self.counts.kills
        owner = f"program {number}"
        services = await self.owners.begin(owner, self._started())
        self._owner, self.services = owner, services

    async def stop(self) -> None:
        """Close the program as its person does."""
        services, self.services = self.services, None
        if services is not None:
            await self.owners.begin(self._owner, services.close())
            await self.owners.kill(self._owner)

    async def kill(self) -> None:
        """Stop the program where it is, as pulling the plug does."""
        self.cut()
        self.services = None
        await self.owners.kill(self._owner)

    def cut(self) -> None:
        """Let nothing more of the program reach its file; to be followed by `kill`."""
        if self.services is not None and isinstance(self.services.database, OneThread):
            self.services.database.cut()

    async def ask(self, question: Callable[[Services], Awaitable[T]]) -> T:
        """Have the program do something; Gone if it is not running, or ends before it has answered."""
        services = self.services
        if services is None:
            raise Gone

        async def asked() -> T:
            return await question(services)

        task = self.owners.begin(self._owner, asked())
        await asyncio.wait([task])
        if task.cancelled():
            raise Gone
        return task.result()

    async def _started(self) -> Services:
        chosen, secrets = configured(f"http://127.0.0.1:{PORT}", f"http://127.0.0.1:{IFOOD_PORT}", confirm=self.confirm)
        lines = {
            PORT: Line(lambda: self._door, self.owners, self.chance, weather=self._sky),
            IFOOD_PORT: Line(lambda: self._ifood_door, self.owners, self.chance, weather=self._polled_sky),
        }
        services = Services(
            chosen,
            secrets,
            sqlite_url(self.file),
            clock=lambda: self.now() + self.clock_error,
            seconds=asyncio.get_running_loop().time,
            database=lambda url: OneThread(url, lambda: self.chance.uniform(0.0005, 0.02)),
            transport=Fork(lines),
            listening=False,
        )
        await services.start()
        return services

    def _sky(self, request: httpx.Request) -> Weather:
        if request.method == "PUT":
            self.trap("send")
        self.counts.spoilt_requests += self.weather is not Weather.FINE
        return self.spoil(request) if self.weather is Weather.FINE else self.weather

    def _polled_sky(self, request: httpx.Request) -> Weather:
        if request.url.path.endswith("/acknowledgment"):
            ids = [event["id"] for event in json.loads(request.content)]
            self.early += trail.not_taken_in(self.file, ids)
            self.trap("event")
        elif "/statuses/" in request.url.path:
            self.trap("send")
        self.counts.spoilt_requests += self.weather is not Weather.FINE
        return self.spoil(request) if self.weather is Weather.FINE else self.weather

    def _tunnel(self, request: httpx.Request) -> Weather:
        return self.tunnel

    def _told(self, request: httpx.Request, body: bytes, answer: Answer | None) -> None:
        if answer is not None and answer.status == 200:
            self.acknowledged.append(body)

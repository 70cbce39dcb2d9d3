"""A whole shop without its window: training platform, door, doorman, desk and messenger, wired as the program does."""

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from picker_app.changes import Changes
from picker_app.domain.cart import Kind
from picker_app.domain.order import Order
from picker_app.intake.doorman import Doorman, Pauses
from picker_app.intake.listener import AccountDoor, Listener
from picker_app.outbox.courier import Courier
from picker_app.outbox.retry import Delays
from picker_app.picking.desk import Desk
from picker_app.picking.ledger import Ledger
from picker_app.picking.picture import Seller
from picker_app.picking.scans import Scans
from picker_app.platforms.delivery_hero import AccountSettings
from picker_app.platforms.delivery_hero.client import DeliveryHero
from picker_app.platforms.port import Capabilities, CatalogProduct, Heard
from picker_app.platforms.sign_in import SignIns
from picker_app.store import deliveries, incoming, orders, under_way, views
from picker_app.store.database import Database
from picker_app.store.deliveries import Job, State
from picker_app.store.schema import incoming as incoming_table
from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.begun import begun
from tests.outbox.waiting import until
from tests.platforms.delivery_hero_shop import OpenPace

NAME = "foodora-centro"
SECRET = "s3cret of the webhook"
CHAIN = "e5a91d70-3c48-4b62-9f0d-8a2c6e4b7d05"
BAG = CatalogProduct("BAG-01", "Carry bag")

SHORT = Delays(
    retries=(0.02,),
    sign_in=(0.05,),
    read_back=(0.02,),
    confirm=1,
    confirm_again=1,
    cancel_read=0.02,
    missing=0.2,
    apart=0.05,
    check_every=0,
    check_wait=0.1,
    pause=0.05,
    grace=2,
)


@dataclass
class Shop:
    """One account at a training platform; the parts are started by the tests that need them."""

    folder: Path
    platform: TrainingPlatform
    delays: Delays = SHORT
    order_path: str = "/v2/orders/{order_id}"
    ahead: timedelta = timedelta(0)

    def __post_init__(self) -> None:
        self.database = Database(begun(self.folder / "shop.sqlite"))
        self.changes = Changes()
        self.client = self.new_client()
        self.build()

    def new_client(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> DeliveryHero:
        """Return a client of the shop's account, whose clock `now` is."""
        settings = AccountSettings(
            name=NAME,
            base_url=self.platform.url,
            chain_id=CHAIN,
            vendor_id="cm7q",
            currency="EUR",
            secret={"client_secret": "training-secret"}.get,
            client_id="training-client",
            order_path=self.order_path,
        )
        sign_ins = SignIns(lambda: time.monotonic() + self.ahead.total_seconds())
        return DeliveryHero(settings, OpenPace(), sign_ins, now=now)

    def now(self) -> datetime:
        """Return the time of the shop: the real one, moved ahead."""
        return datetime.now(UTC) + self.ahead

    def move(self, **by: float) -> None:
        """Let time pass, and everything that waits look at the clock."""
        self.ahead += timedelta(**by)
        self.changes.announce(frozenset(range(50)))

    def build(self) -> None:
        """Put the parts together; again after `stop`, as a new start of the program does."""
        doors = {NAME: AccountDoor(self.client, lambda: SECRET, frozenset({"cm7q", "CM-007"}), CHAIN)}
        pauses = Pauses(reads=(0.02,), fault=0.05)
        self.doorman = Doorman(self.database, self.changes, doors, pauses=pauses, now=self.now)
        self.listener = Listener(
            self.database, self.changes, doors, port=0, version="1.2.3", arrived=self.doorman.wake, now=self.now
        )
        ledger = Ledger(
            self.database, self.changes, {NAME: Seller("foodora", Capabilities())}, ZoneInfo("UTC"), self.now
        )
        self.desk = Desk(ledger, Scans(ledger, dict))
        self.courier = Courier(
            self.database,
            self.changes,
            {NAME: self.client},
            hear=self.hear,
            reopen=self.desk.reopen,
            delays=self.delays,
            now=self.now,
        )

    async def hear(self, heard: Heard) -> None:
        await self.doorman.take_in(NAME, heard, "read")

    async def restart(self, **how: bool) -> None:
        """Stop, and start again as a new run of the program."""
        await self.stop()
        self.build()
        await self.start(**how)

    async def start(self, *, webhook: bool = True, courier: bool = True) -> None:
        """Open the door; `webhook` says whether the platform rings it."""
        await self.doorman.start()
        self.listener.start()
        url = f"{self.listener.url}/webhooks/{NAME}" if webhook else ""
        self.platform.change_settings(webhook_url=url, webhook_secret=SECRET)
        if courier:
            await self.courier.start()

    async def stop(self) -> None:
        """Close in reverse order, as the program does."""
        await self.courier.close()
        await asyncio.to_thread(self.listener.close)
        await self.doorman.close()

    async def close(self) -> None:
        await self.stop()
        await self.client.close()
        self.database.close()

    # What the platform does and shows.

    async def new_order(self, *items: dict[str, Any], **wanted: Any) -> int:
        """Let a customer order; returns the id of the order once it is in the inbox."""
        chosen = list(items) or [{"sku": "200007", "quantity": 2}, {"sku": "200014", "quantity": 1}]
        document = await asyncio.to_thread(partial(self.platform.create_order, items=chosen, **wanted))
        return int(await self.known(str(document["order_id"])))

    async def known(self, ref: str) -> int:
        """Wait until the order is known; returns its running number."""

        async def found() -> int:
            known = await self.database.ask(lambda c: orders.find(c, NAME, ref))
            return known.id if known else 0

        return int(await until(found))

    async def advance(self, order_id: int, to: str, **wanted: Any) -> None:
        """Move the order on at the platform."""
        ref = await self.ref(order_id)
        await asyncio.to_thread(partial(self.platform.advance, ref, to, **wanted))

    async def fault(self, route: str, kind: str, **wanted: Any) -> None:
        await asyncio.to_thread(partial(self.platform.fault, route, kind, **wanted))

    def calls(self) -> list[str]:
        """Return "PUT" or "GET" for each call about an order that reached the platform, in their order."""
        return [entry["method"] for entry in self.platform.state()["requests"] if entry["route"].endswith("_order")]

    def requests(self, route: str = "put_order") -> list[dict[str, Any]]:
        """Return the requests of a route that reached the platform."""
        return [entry for entry in self.platform.state()["requests"] if entry["route"] == route]

    def puts(self, status: str = "") -> list[dict[str, Any]]:
        """Return the bodies of the PUTs that reached the platform, those of one status."""
        bodies = [json.loads(entry["body"]) for entry in self.requests()]
        return [body for body in bodies if not status or body["status"] == status]

    async def cart(self, order_id: int) -> list[tuple[str, Decimal]]:
        """Return SKU and amount of the lines in the platform's cart."""
        lines = self.platform.cart(await self.ref(order_id))
        return sorted((line["sku"], line["weight"] or line["quantity"]) for line in lines)

    # What the shop knows and does.

    async def order(self, order_id: int) -> Order:
        return await self.database.ask(lambda c: under_way.order(c, order_id))

    async def ref(self, order_id: int) -> str:
        return (await self.order(order_id)).said.ref

    async def kept(self, order_id: int) -> orders.Known:
        known = await self.database.ask(lambda c: orders.get(c, order_id))
        assert known is not None
        return known

    async def jobs(self, order_id: int, kind: Kind | None = None) -> list[Job]:
        jobs: list[Job] = await self.database.ask(lambda c: deliveries.of_order(c, order_id))
        return [job for job in jobs if kind in (None, job.kind)]

    async def state(self, order_id: int, kind: Kind = Kind.FULFIL) -> State:
        """Return the state of the order's newest message of a kind."""
        return (await self.jobs(order_id, kind))[-1].delivery.state

    async def comes_to(self, order_id: int, state: State, kind: Kind = Kind.FULFIL) -> Job:
        """Wait until the newest message of a kind is in a state."""

        async def there() -> bool:
            return bool(await self.jobs(order_id, kind)) and await self.state(order_id, kind) is state

        await until(there)
        return (await self.jobs(order_id, kind))[-1]

    async def is_said(self, order_id: int, status: str) -> None:
        """Wait until the platform's word of an order's status has come in."""

        async def there() -> bool:
            return (await self.order(order_id)).said.status == status

        await until(there)

    async def pick_all(self, order_id: int) -> None:
        for line in (await self.order(order_id)).said.lines:
            result = await self.desk.set_amount(order_id, line.key, line.amount, yes=True)
            assert result.good, result

    async def finish(self, order_id: int) -> None:
        """Pick everything that was ordered and finish."""
        await self.pick_all(order_id)
        result = await self.desk.finish(order_id)
        assert result.good, result

    async def add_bag(self, order_id: int) -> None:
        result = await self.desk.add(order_id, BAG, Decimal(1))
        assert result.good, result

    async def incidents(self) -> list[str]:
        """Return the codes of what a person must look at, oldest first."""
        found = await self.database.ask(lambda c: views.incidents(c, datetime(2020, 1, 1, tzinfo=UTC)))
        return [incident.code for incident in reversed(found)]

    async def arrivals(self) -> list[tuple[str, str, str]]:
        """Return source, status and state of everything that came in."""
        table = incoming_table
        query = select(table.c.source, table.c.status, table.c.state).order_by(table.c.id)
        return [tuple(row) for row in await self.database.ask(lambda c: c.execute(query).all())]

    async def nothing_waits(self) -> None:
        """Wait until every event that was kept is applied and completed."""

        async def done() -> bool:
            arrivals = await self.arrivals()
            return all(state not in (incoming.NEW, incoming.WAITING) for _, _, state in arrivals)

        await until(done)

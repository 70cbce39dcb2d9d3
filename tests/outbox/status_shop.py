"""A shop at iFood without its window: training platform over HTTP, poller, desk, board and messenger, as wired."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from picker_app.changes import Changes
from picker_app.domain.cart import Kind
from picker_app.domain.order import Order
from picker_app.intake.climbing import Terms
from picker_app.intake.collector import Pauses
from picker_app.intake.order_reads import ReadPauses
from picker_app.intake.poller import Intervals, PolledAccount, Poller
from picker_app.outbox.courier import Courier
from picker_app.outbox.retry import Delays
from picker_app.outbox.shop_courier import ShopCourier
from picker_app.outbox.status_errand import Polls
from picker_app.picking.board import Board
from picker_app.picking.desk import Desk
from picker_app.picking.ledger import Ledger
from picker_app.picking.picture import Seller
from picker_app.picking.rereading import Rereading
from picker_app.picking.rows import IncidentRow, OrderView
from picker_app.picking.scans import Scans
from picker_app.picking.shop_desk import ShopAccount, ShopDesk
from picker_app.platforms.ifood_pos import AccountSettings
from picker_app.platforms.ifood_pos.client import IfoodPos
from picker_app.platforms.port import Heard, Priority
from picker_app.store import deliveries, orders, under_way
from picker_app.store.database import Database
from picker_app.store.deliveries import Job, State
from picker_app.training.ifood_pos.platform import TrainingIfood
from picker_app.training.ifood_pos.switches import Switches
from tests.begun import begun
from tests.outbox.waiting import until
from tests.platforms.delivery_hero_shop import OpenPace

NAME = "ifood-centro"
STORES = (255001, 137086)
SECRETS = {"client_secret": Switches().client_secret, "password": Switches().password}

SHORT = Delays(retries=(0.02,), unavailable=(0.02,), sign_in=(0.05,), pause=0.05, grace=2)
PAUSES = Pauses(
    reads=ReadPauses(missing=(0.02,) * 5, unreadable=0.2, others=(0.02,)),
    fault=0.05,
    together=20,
    acknowledge=(0.02,),
)
INTERVALS = Intervals(asked=0.01, unsent=(0.02,), tick=0.05, slept=3600, recommended=0)


@dataclass
class StatusShop:
    """One account of two shops; `start` begins what the program begins. Polls come every `seconds`."""

    folder: Path
    platform: TrainingIfood
    seconds: float = 0.05
    auto_confirm: bool = False
    confirm_minutes: int = 15
    ahead: timedelta = timedelta(0)

    def __post_init__(self) -> None:
        self.changes = Changes()
        self.database = self.make_database()
        self.client = IfoodPos(self.account(), pace=OpenPace(), now=self.now)
        self.build()

    def make_database(self) -> Database:
        """Return the database of the shop; a test may give another one."""
        return Database(begun(self.folder / "shop.sqlite"), busy_ms=100)

    def account(self) -> AccountSettings:
        """Return the account as the configuration names it."""
        return AccountSettings(
            name=NAME,
            base_url=self.platform.url,
            client_id=Switches().client_id,
            username=Switches().username,
            merchant_ids=STORES,
            currency="BRL",
            secret=SECRETS.get,
            poll_seconds=1,
            confirm_minutes=self.confirm_minutes,
        )

    def now(self) -> datetime:
        """Return the time of the shop: the real one, moved ahead."""
        return datetime.now(UTC) + self.ahead

    def build(self) -> None:
        """Put the parts together; again after `stop`, as a new start of the program does."""
        zone = ZoneInfo("America/Sao_Paulo")
        sellers = {NAME: Seller("iFood", self.client.capabilities, lambda: self.client.server_clock)}
        self.rereading = Rereading(self.database, self.changes, {NAME: self.read}, self.now)
        ledger = Ledger(self.database, self.changes, sellers, zone, self.now)
        self.board = Board(self.database, self.changes, sellers, zone, self.now, reread=self.rereading.found)
        self.desk = Desk(ledger, Scans(ledger, self.board.needs), reread=self.rereading.ask)
        self.shop_desk = ShopDesk(ledger, {NAME: ShopAccount("iFood", "BRL", tuple(map(str, STORES)))})
        terms = Terms(
            NAME,
            auto_confirm=self.auto_confirm,
            confirm_minutes=self.confirm_minutes,
            quantities=False,
            back=self.desk.back_from_platform,
        )
        self.poller = Poller(
            self.database,
            self.changes,
            {NAME: PolledAccount(self.client, self.seconds, terms)},
            worked=lambda account: self.courier.polled(account),
            intervals=INTERVALS,
            pauses=PAUSES,
            now=self.now,
        )
        self.courier = Courier(
            self.database,
            self.changes,
            {NAME: self.client},
            hear=self.no_hearing,
            reopen=self.desk.reopen,
            delays=SHORT,
            polls=Polls(self.poller.polls_since, self.poller.ask, lambda account: self.client.server_clock),
            now=self.now,
        )
        self.shop_courier = ShopCourier(
            self.database, self.changes, {NAME: self.client}, now=self.now, pauses=((0.02,), (0.02,))
        )

    async def read(self, ref: str) -> Heard:
        return await self.client.read(ref, Priority.READ)

    async def no_hearing(self, heard: Heard) -> None:
        raise AssertionError(f"nothing of {heard.said.ref} can be read back here")

    async def start(self, *, poller: bool = True, courier: bool = True) -> None:
        await self.board.start()
        await self.rereading.start()
        if courier:
            await self.courier.start()
            await self.shop_courier.start()
        if poller:
            await self.poller.start()

    async def stop(self) -> None:
        """Close in reverse order, as the program does."""
        await self.poller.close()
        await self.shop_courier.close()
        await self.courier.close()
        await self.rereading.close()
        await self.board.close()

    async def restart(self, **how: bool) -> None:
        """Stop, and start again as a new run of the program."""
        await self.stop()
        self.build()
        await self.start(**how)

    async def close(self) -> None:
        await self.stop()
        await self.client.close()
        self.database.close()

    # What the platform does and shows.

    async def place(self, **wanted: Any) -> str:
        """Let a customer order; returns the reference."""
        document = await asyncio.to_thread(partial(self.platform.create_order, **({"quirks": []} | wanted)))
        return str(document["reference"])

    async def new_order(self, **wanted: Any) -> int:
        """Let a customer order; returns the order's running number once it is in the inbox."""
        return await self.known(await self.place(**({"type": "DELIVERY"} | wanted)))

    async def known(self, ref: str) -> int:
        async def found() -> int:
            known = await self.database.ask(lambda c: orders.find(c, NAME, ref))
            return known.id if known else 0

        return int(await until(found))

    async def advance(self, ref: str, code: str, **wanted: Any) -> None:
        await asyncio.to_thread(partial(self.platform.advance, ref, code, **wanted))

    async def fault(self, route: str, kind: str, **wanted: Any) -> None:
        await asyncio.to_thread(partial(self.platform.fault, route, kind, **wanted))

    def requests(self, route: str) -> list[dict[str, Any]]:
        """Return the requests of a route that reached the platform, in their order."""
        return [entry for entry in self.platform.state()["requests"] if entry["route"] == route]

    def routes(self, *, without: tuple[str, ...] = ("poll", "token")) -> list[str]:
        """Return the routes of the requests that reached the platform, in their order."""
        return [entry["route"] for entry in self.platform.state()["requests"] if entry["route"] not in without]

    def told(self, ref: str) -> list[str]:
        """Return the statuses that the shop told of an order and that were carried out, in their order."""
        return [entry["status"] for entry in self.platform.state()["orders"][ref]["statuses"]]

    def acknowledged(self) -> list[str]:
        """Return the ids that were acknowledged, in their order."""
        return [one for entry in self.platform.state()["acknowledgments"] for one in entry["ids"]]

    def held(self) -> list[str]:
        """Return the references of the orders of which an event is still held."""
        return [event["correlationId"] for event in self.platform.state()["held"]]

    def body(self, route: str) -> Any:
        """Return the body of the newest request of a route."""
        return json.loads(self.requests(route)[-1]["body"])

    # What the shop knows and does.

    async def order(self, order_id: int) -> Order:
        return await self.database.ask(lambda c: under_way.order(c, order_id))

    async def ref(self, order_id: int) -> str:
        return (await self.order(order_id)).said.ref

    async def jobs(self, order_id: int, kind: Kind | None = None) -> list[Job]:
        jobs: list[Job] = await self.database.ask(lambda c: deliveries.of_order(c, order_id))
        return [job for job in jobs if kind in (None, job.kind)]

    async def comes_to(self, order_id: int, kind: Kind, state: State) -> Job:
        """Wait until the newest message of a kind is in a state."""

        async def there() -> bool:
            jobs = await self.jobs(order_id, kind)
            return bool(jobs) and jobs[-1].delivery.state is state

        await until(there)
        return (await self.jobs(order_id, kind))[-1]

    async def is_said(self, order_id: int, status: str) -> None:
        async def there() -> bool:
            return (await self.order(order_id)).said.status == status

        await until(there)

    async def take_all(self, order_id: int) -> None:
        """Take every line as it was ordered."""
        for line in (await self.order(order_id)).lines:
            if line.parent is None:
                result = await self.desk.take(order_id, line.key)
                assert result.good, result

    async def finish(self, order_id: int) -> None:
        await self.take_all(order_id)
        result = await self.desk.finish(order_id)
        assert result.good, result

    async def view(self, order_id: int, found: Callable[[OrderView], bool] = lambda view: True) -> OrderView:
        """Wait until the board shows an order in a certain way."""

        async def shown() -> OrderView | None:
            view = self.board.order(order_id)
            return view if view is not None and found(view) else None

        view = await until(shown)
        assert isinstance(view, OrderView)
        return view

    async def incident(self, code: str) -> IncidentRow:
        """Wait for an incident of that code on the board; there must be one of it."""

        async def found() -> list[IncidentRow]:
            return [row for row in self.board.incidents() if row.code == code]

        rows = await until(found)
        assert len(rows) == 1, rows
        row = rows[0]
        assert isinstance(row, IncidentRow)
        return row

    async def dismiss(self, incident: str) -> bool:
        """Take an incident, by the key of its row, as seen to."""
        kind, _, number = incident.partition("-")
        return await (self.courier if kind == "out" else self.poller).dismiss(int(number))

    def codes(self) -> list[str]:
        """Return the codes of the incidents on the board, the oldest first."""
        return [row.code for row in reversed(self.board.incidents())]

    async def polls_pass(self, number: int = 2) -> None:
        """Wait until so many more polls were worked on."""
        since = self.now()

        async def passed() -> bool:
            return self.poller.polls_since(NAME, since) >= number

        await until(passed)


async def soon(found: Callable[[], bool]) -> None:
    """Wait until something holds; fail after a deadline."""

    async def holds() -> bool:
        return found()

    await until(holds)


async def never(found: Callable[[], Awaitable[bool]], seconds: float) -> None:
    """Watch for some time that something does not come about."""
    watching = asyncio.Event()
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        assert not await found()
        try:
            await asyncio.wait_for(watching.wait(), 0.02)
        except TimeoutError:
            continue

"""The scripted shop day of the kill loop: what the platform sends, what the desk does, and how it must end.

Each step looks first whether it was done, so that a program that was killed goes on where it was.
"""

import asyncio
from collections.abc import Awaitable, Callable
from decimal import Decimal
from typing import Any

from picker_app.devices.scanner import Scan
from picker_app.domain.cart import Kind
from picker_app.domain.order import Decision, Stage
from picker_app.domain.said import OPEN
from picker_app.picking.rows import Check, LineRow, OrderView, Outcome, Result, Tab
from picker_app.platforms.port import CatalogProduct
from picker_app.proof.notes import Beep, Goods
from picker_app.services import Services
from picker_app.training.catalogue import Product, load_store, weight_label

CHECK_SECONDS = 10.0
AGAIN_AFTER = 2.0
SHOWN_AFTER = 0.5
"""Seconds after which the board surely shows an act: the next one is chosen by what it shows."""
MILK, BREAD, PASTA, HONEY, OAT, BAG = "200007", "204627", "207147", "206307", "200427", "BAG-01"
TOMATOES, GOUDA = "W-00201", "W-00301"
RICE = "ARZ/5"
POLLED = "polled"
"""The name of the one order that comes by being asked for; it is told by statuses."""
WISH: dict[str, Any] = {"items": [{"code": RICE, "quantity": 2}], "type": "DELIVERY", "quirks": []}
ORDERS: dict[str, dict[str, Any]] = {
    "much": {
        "items": [
            {"sku": MILK, "quantity": 2},
            {"sku": TOMATOES, "weight": Decimal("1.2")},
            {"sku": GOUDA, "weight": Decimal("0.4")},
            {"sku": HONEY, "quantity": 1},
            {"sku": PASTA, "quantity": 1},
        ]
    },
    "nothing": {"items": [{"sku": PASTA, "quantity": 1}]},
    "regretted": {"items": [{"sku": BREAD, "quantity": 2}]},
    "offline": {"items": [{"sku": BREAD, "quantity": 1}, {"sku": MILK, "quantity": 1}], "vendor_delivery": True},
}
"""The orders of the day by name, as the training platform is asked for them."""


_BAGS = {
    "much": {MILK: "2", TOMATOES: "1.184", GOUDA: "0.412", OAT: "1", BAG: "1"},
    "offline": {BREAD: "1", MILK: "1"},
    POLLED: {RICE: "2"},
}
BAGS: dict[str, Goods] = {
    name: Goods({(sku, Decimal(amount).normalize()): 1 for sku, amount in goods.items()})
    for name, goods in _BAGS.items()
}
"""What must have gone out at the end of the day, by the order's name."""


class Worker:
    """Works the script. `say` is told of every good act; `please` asks the world for something, by name."""

    def __init__(
        self, services: Services, refs: dict[str, str], say: Callable[[Beep], None], please: Callable[[str], None]
    ) -> None:
        self._services = services
        self._refs = refs
        self._say = say
        self._please = please
        self._goods = load_store().by_sku()
        self._shown = asyncio.Event()

    async def work(self) -> None:
        """Work all orders of the script, those that were sent, to their end."""
        unsubscribe = self._services.board.subscribe(lambda ids: self._shown.set())
        try:
            for name, work in (
                (POLLED, self._polled),
                ("much", self._much),
                ("regretted", self._regretted),
                ("nothing", self._nothing),
                ("offline", self._offline),
            ):
                if name in self._refs:
                    await work(name)
        finally:
            unsubscribe()

    async def _much(self, name: str) -> None:
        if (await self._arrived(name)).workable:
            await self._scan(name, MILK, Decimal(2))
            await self._weigh(name, TOMATOES, Decimal("1.184"))
            await self._label(name, GOUDA, Decimal("0.412"))
            await self._replace(name, HONEY, self._goods[OAT])
            await self._not_found(name, PASTA)
            await self._wrong_scan(name, self._goods[BREAD].barcodes[0])
            await self._add(name, self._goods[BAG])
            await self._check(name)
            await self._undo_and_again(name)
            await self._finish(name)
        await self._ended(name)

    async def _regretted(self, name: str) -> None:
        if (await self._arrived(name)).workable:
            await self._scan(name, BREAD, Decimal(1))
            self._please("cancel regretted")
        await self._ended(name)

    async def _nothing(self, name: str) -> None:
        if (await self._arrived(name)).workable:
            await self._not_found(name, PASTA)
            await self._act(name, lambda order_id: self._services.desk.cancel(order_id, "ITEM_UNAVAILABLE"))
        await self._ended(name)

    async def _offline(self, name: str) -> None:
        self._please("outage")
        if (await self._arrived(name)).workable:
            await self._scan(name, BREAD, Decimal(1))
            await self._scan(name, MILK, Decimal(1))
            await self._finish(name)
        await self._ended(name)

    async def _polled(self, name: str) -> None:
        view = await self._arrived(name)
        if view.workable:
            if Kind.CONFIRM in view.acts:
                await self._act(name, self._services.desk.confirm)
            line = await self._line(name, RICE)
            if not line.complete:
                await self._act(name, lambda order_id: self._services.desk.take(order_id, line.key))
                await self._until(lambda: self._now(name, RICE).complete)
            await self._finish(name)
        await self._ended(name)

    # Steps.

    async def _scan(self, name: str, sku: str, amount: Decimal) -> None:
        while (await self._line(name, sku)).amount < amount:
            await self._read(name, self._goods[sku].barcodes[0])
            await asyncio.sleep(SHOWN_AFTER)

    async def _label(self, name: str, sku: str, weight: Decimal) -> None:
        if (await self._line(name, sku)).amount != weight:
            await self._read(name, weight_label(self._goods[sku].item_code, weight))
            await self._until(lambda: self._now(name, sku).amount == weight)

    async def _wrong_scan(self, name: str, code: str) -> None:
        view = self._view(name)
        if view is not None and not any(line.sku == BAG for line in view.lines):
            await self._read(name, code)

    async def _read(self, name: str, code: str) -> None:
        view = await self._arrived(name)
        scan = Scan(code, code, view.row.came_at)
        result = await self._saved(lambda: self._services.desk.scan(scan, view.row.id))
        self._say(Beep(result.order_id, result.number, code, result.outcome.value))

    async def _weigh(self, name: str, sku: str, weight: Decimal) -> None:
        line = await self._line(name, sku)
        if line.amount != weight:
            await self._act(name, lambda order_id: self._services.desk.set_amount(order_id, line.key, weight))
            await self._until(lambda: self._now(name, sku).amount == weight)

    async def _not_found(self, name: str, sku: str) -> None:
        line = await self._line(name, sku)
        if line.decision is not Decision.NOT_FOUND:
            await self._act(name, lambda order_id: self._services.desk.not_found(order_id, line.key))
            await self._until(lambda: self._now(name, sku).decision is Decision.NOT_FOUND)

    async def _replace(self, name: str, sku: str, product: Product) -> None:
        line = await self._line(name, sku)
        if line.decision is not Decision.REPLACED:
            await self._act(
                name,
                lambda order_id: self._services.desk.replace(order_id, line.key, _offered(product), Decimal(1)),
            )
            await self._until(lambda: self._now(name, sku).decision is Decision.REPLACED)

    async def _add(self, name: str, product: Product) -> None:
        if not self._has(name, product.sku):
            await self._act(name, lambda order_id: self._services.desk.add(order_id, _offered(product), Decimal(1)))
            await self._until(lambda: self._has(name, product.sku))

    async def _check(self, name: str) -> None:
        """Have the cart checked. Nothing hangs on it, so a check that stays uncertain is asked for again only once."""
        view = await self._arrived(name)
        for _ in range(2):
            if view.check is not None and view.check.state is Check.GOOD and not view.check.changes_since:
                return
            await self._services.desk.check(view.row.id)
            await asyncio.sleep(SHOWN_AFTER)
            try:
                async with asyncio.timeout(CHECK_SECONDS):
                    await self._until(lambda: self._checked(name))
            except TimeoutError:
                pass
            view = await self._arrived(name)

    async def _undo_and_again(self, name: str) -> None:
        """Weigh once more, take it back; done or not, the weight is the same afterwards."""
        line = await self._line(name, TOMATOES)
        await self._act(name, lambda order_id: self._services.desk.set_amount(order_id, line.key, Decimal("1.5")))
        await self._act(name, self._services.desk.undo)
        await self._weigh(name, TOMATOES, Decimal("1.184"))

    async def _finish(self, name: str) -> None:
        await self._until(lambda: (view := self._view(name)) is not None and not view.next_line)
        view = await self._arrived(name)
        if view.row.stage is not Stage.FINISHED:
            await self._act(name, self._services.desk.finish)

    async def _act(self, name: str, verb: Callable[[int], Awaitable[Result]]) -> None:
        view = await self._arrived(name)
        result = await self._saved(lambda: verb(view.row.id))
        if result.good and result.number is not None:
            self._say(Beep(view.row.id, result.number))

    async def _saved(self, act: Callable[[], Awaitable[Result]]) -> Result:
        """Do an act; one that could not be saved is done again, as the screen asks for."""
        while True:
            result = await act()
            if result.outcome is not Outcome.NOT_SAVED:
                return result
            await asyncio.sleep(AGAIN_AFTER)

    # Looking.

    async def _arrived(self, name: str) -> OrderView:
        await self._until(lambda: self._view(name) is not None)
        view = self._view(name)
        if view is None:
            raise RuntimeError(f"the order {name} is gone")
        return view

    async def _ended(self, name: str) -> None:
        """Wait until the platform has closed the order and no message waits."""

        def closed() -> bool:
            view = self._view(name)
            return view is not None and view.row.status not in OPEN

        await self._until(closed)

    async def _line(self, name: str, sku: str) -> LineRow:
        await self._arrived(name)
        return self._now(name, sku)

    def _now(self, name: str, sku: str) -> LineRow:
        view = self._view(name)
        found = [] if view is None else [line for line in view.lines if line.sku == sku and not line.replaces]
        if not found:
            raise RuntimeError(f"the order {name} has no {sku}")
        return found[0]

    def _has(self, name: str, sku: str) -> bool:
        view = self._view(name)
        return view is not None and any(line.sku == sku for line in view.lines)

    def _checked(self, name: str) -> bool:
        view = self._view(name)
        return view is not None and view.check is not None and view.check.state not in (Check.WAITING, Check.SENDING)

    def _view(self, name: str) -> OrderView | None:
        board = self._services.board
        rows = (row for tab in Tab for row in board.rows(tab))
        return next((board.order(row.id) for row in rows if board.ref(row.id) == self._refs[name]), None)

    async def _until(self, holds: Callable[[], bool]) -> None:
        """Wait until the board shows what holds; it says itself when it shows something else."""
        while not holds():
            self._shown.clear()
            await self._shown.wait()


def _offered(product: Product) -> CatalogProduct:
    return CatalogProduct(
        product.sku, product.names["en"], product.barcodes, unit_price=product.price, by_weight=product.weighed
    )

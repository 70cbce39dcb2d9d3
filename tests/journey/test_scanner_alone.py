"""A whole order is worked with the scanner alone: a shortage, a replacement, a weighed item, a bag, a mistake."""

from collections.abc import AsyncIterator, Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from picker_app.app import Program
from picker_app.picking.commands import ScanCommand, code_of
from picker_app.picking.rows import Check, OrderView, Tab, Word
from picker_app.training.catalogue import load_store, weight_label
from tests.gui.keyboard import Keyboard
from tests.journey.running import running, until

MILK, BREAD, CHEESE, HONEY, BAG = "200007", "204627", "W-00301", "206307", "BAG-01"
OTHER_HONEY = "206517"
C = ScanCommand


class Counter:
    """The running program, and a scanner as the only thing that touches it."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.goods = load_store().by_sku()
        self.keyboard = Keyboard()

    async def until(self, holds: Callable[[], bool], what: str) -> None:
        await until(self.program, holds, what)

    def view(self) -> OrderView:
        board = self.program.board
        (view,) = [view for tab in Tab for row in board.rows(tab) if (view := board.order(row.id)) is not None]
        return view

    def amounts(self) -> dict[str, Decimal]:
        return {line.sku: line.amount for line in self.view().lines}

    async def scan(self, *codes: str | ScanCommand) -> None:
        """Scan one code after another; each is counted before the next."""
        for code in codes:
            seen = self.program.board.scan_count()
            self.keyboard.scan(code_of(code) if isinstance(code, ScanCommand) else code)
            await self.until(lambda seen=seen: self.program.board.scan_count() == seen + 1, f"the count of {code}")  # type: ignore[misc]
            await self.program.window.tasks.idle()

    async def scan_until_chosen(self, sku: str) -> None:
        """Scan NEXT LINE until the line of a product is the chosen one."""
        for _ in range(self.view().row.total):
            line = self.program.window.pages.order.chosen()
            if line is not None and line.sku == sku:
                return
            await self.scan(C.NEXT_LINE)
        pytest.fail(f"{sku} was never chosen")

    def product(self, sku: str) -> str:
        return self.goods[sku].barcodes[0]


@pytest.fixture
async def counter(qapp: QApplication, tmp_path: Path) -> AsyncIterator[Counter]:
    async with running(qapp, tmp_path, demo=True) as program:
        counter = Counter(program)
        program.window.activateWindow()
        await counter.until(program.window.isActiveWindow, "the window")
        yield counter


# iFood's training platform lets itself be asked more often; a busy computer may not answer itself at once.
@pytest.mark.expected_log("asks every 5 s|list of orders can|events can")
@pytest.mark.qt_log_ignore("(load|resolve) va", "PulseAudioService", extend=True)
async def test_a_whole_order_is_done_with_bursts_alone_and_is_ready_for_pickup(counter: Counter) -> None:
    platform = counter.program.platform
    items = [
        {"sku": MILK, "quantity": 3},
        {"sku": BREAD, "quantity": 1},
        {"sku": CHEESE, "weight": Decimal("0.4")},
        {"sku": HONEY, "quantity": 1},
    ]
    order = str(platform.create_order(items=items, customer="masked")["order_id"])
    await counter.until(lambda: sum(counter.program.board.counts().values()) == 1, "the order")

    await counter.scan(counter.view().row.code)
    await counter.scan(counter.product(BREAD), C.UNDO)  # the loaf is broken: back it goes
    assert counter.amounts()[BREAD] == 0
    code = code_of(C.TIMES, 2)
    await counter.scan(code, counter.product(MILK), counter.product(MILK))
    await counter.scan(weight_label(counter.goods[CHEESE].item_code, Decimal("0.412")))
    await counter.scan_until_chosen(BREAD)
    await counter.scan(C.NOT_FOUND)
    await counter.scan_until_chosen(HONEY)
    await counter.scan(C.REPLACE, counter.product(OTHER_HONEY), C.CONFIRM)
    await counter.scan(C.ADD_ITEM, counter.product(BAG), C.CONFIRM)
    await counter.scan(C.CHECK_CART)

    def checked() -> bool:
        check = counter.view().check
        return check is not None and check.state is Check.GOOD and check.changes_since == 0

    await counter.until(checked, "the cart check")
    strip = counter.program.window.strip
    await counter.until(lambda: strip.headline == "Cart accepted", "the word that the cart is accepted")
    assert platform.statuses()[order] != "READY_FOR_PICKUP"
    await counter.scan(C.FINISH)
    assert platform.statuses()[order] != "READY_FOR_PICKUP", "FINISH alone sends nothing"
    await counter.scan(C.CONFIRM)
    await counter.until(lambda: counter.view().row.word is Word.CONFIRMED, "the confirmation")

    assert platform.statuses()[order] == "READY_FOR_PICKUP"
    cart = {str(line["sku"]): Decimal(str(line["weight"] or line["quantity"])) for line in platform.cart(order)}
    assert cart == {MILK: 3, CHEESE: Decimal("0.412"), OTHER_HONEY: 1, BAG: 1}
    scans = await counter.program.board.scans()
    undone = [row for row in scans if row.undone]
    assert [(row.outcome, row.raw) for row in undone] == [("picked", counter.product(BREAD))]
    assert len(scans) == counter.program.board.scan_count()

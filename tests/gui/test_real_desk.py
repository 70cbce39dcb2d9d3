"""Checks the window on the real desk, board and catalogue over a database file: what hands do is kept and shown."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from picker_app.catalog.search import Catalog
from picker_app.domain.order import Decision
from picker_app.domain.said import Cancellation, Status
from picker_app.gui import language, theme
from picker_app.gui.main_window import MainWindow
from picker_app.gui.screens.order import Panel
from picker_app.gui.surroundings import Surroundings
from picker_app.picking.rows import LineWord, Tab, Word
from picker_app.store import products
from picker_app.store.products import Product
from tests.domain.examples import BREAD, MILK, TOMATOES, d, said
from tests.gui.shop import Ears, HandScanner
from tests.picking.shop import Shop

K = Qt.Key
PATIENCE = 10
MILK_CODE, BREAD_CODE = "9001234500017", "9001234500093"


class Counter:
    """A shop with a real desk, and its window."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.scanner = HandScanner()
        self.ears = Ears()
        self.window = MainWindow(
            Surroundings(
                board=shop.board,
                desk=shop.desk,
                catalog=Catalog(shop.database),
                scans=self.scanner,
                sounds=self.ears,
                accounts=lambda: (),
                check_for_orders=self._nothing,
                give_back=self._not_yet,
                clock=lambda: shop.now,
                store_name="Centro",
                time_zone=ZoneInfo("America/Sao_Paulo"),
            )
        )
        self._changed = asyncio.Event()
        self._end = shop.board.subscribe(lambda ids: self._changed.set())

    async def _nothing(self) -> None:
        """No platform is near."""

    async def _not_yet(self, order_id: int) -> bool:
        return False

    async def close(self) -> None:
        self._end()
        await self.window.shut()
        self.window.deleteLater()

    async def press(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            focus: QWidget | None = self.window.focusWidget()
            target = self.window if focus is None else focus
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key)
            await self.window.tasks.idle()

    async def scan(self, code: str) -> None:
        self.scanner.scan(code)
        await self.window.tasks.idle()

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait for the change of the board after which something is true."""
        async with asyncio.timeout(PATIENCE):
            while not true():
                await self._changed.wait()
                self._changed.clear()

    def word(self, key: str) -> LineWord | None:
        line = self.window.pages.order.line(key)
        return line.word if line else None


@pytest.fixture
async def counter(tmp_path: Path, qapp: QApplication) -> AsyncIterator[Counter]:
    """A counter with one order: milk, bread, tomatoes by weight."""
    if not qapp.styleSheet():
        theme.dress(qapp)
    language.speak(qapp, "en")
    shop = Shop(tmp_path / "shop.db")
    goods = [
        Product("OAT-1L", "Oat drink", "oat drink oat-1l", (), d("1.49")),
        Product("BAG-01", "Carry bag", "carry bag bag-01", (), d("0.20")),
        Product("BRD-RY", "Rye bread", "rye bread brd-ry", (), d("2.20")),
    ]
    shop.write(lambda connection: products.put(connection, "shop", goods))
    shop.write(lambda connection: products.finish(connection, "shop", {product.sku for product in goods}, shop.now))
    shop.order(said(replace(MILK, barcodes=(MILK_CODE,)), replace(BREAD, barcodes=(BREAD_CODE,)), TOMATOES))
    await shop.board.start()
    made = Counter(shop)
    made.window.show()
    yield made
    await made.close()
    await shop.close()


async def test_an_order_is_picked_weighed_replaced_checked_and_finished(counter: Counter) -> None:
    window, order = counter.window, counter.window.pages.order
    await counter.press(K.Key_Return)
    await counter.scan(MILK_CODE)
    await counter.until(lambda: counter.word("milk") is LineWord.MORE)
    assert counter.ears.heard[-1] == "accepted" and window.strip.headline == "Milk"
    await counter.scan(MILK_CODE)
    await counter.until(lambda: counter.word("milk") is LineWord.PICKED)
    assert counter.ears.heard[-1] == "line_complete"
    await counter.scan(MILK_CODE)
    assert window.strip.headline == "Milk is complete" and counter.ears.heard[-1] == "over"
    QTest.keyClick(window, K.Key_F, Qt.KeyboardModifier.ControlModifier)
    await counter.press("tomat", K.Key_Return, K.Key_F2, "9", K.Key_Return)
    assert window.strip.headline == "Too much: at most 2.500 kg" and counter.word("tomatoes") is LineWord.WEIGH
    await counter.press("1,184", K.Key_Return)
    await counter.until(lambda: counter.word("tomatoes") is LineWord.PICKED)
    await counter.press(K.Key_F9)
    assert window.strip.headline == "1 line still to pick"
    chosen = order.chosen()
    assert chosen is not None and chosen.key == "bread"
    await counter.press(K.Key_F4, "oat", K.Key_Return, K.Key_Return)
    await counter.until(lambda: counter.word("bread") is LineWord.REPLACED)
    await counter.press(K.Key_F6, "bag", K.Key_Return, "2", K.Key_Return)
    await counter.until(lambda: any(row.word is LineWord.ADDED for row in order.model.rows()))
    await counter.press(K.Key_F9, K.Key_Return)
    await counter.until(lambda: counter.shop.board.counts()[Tab.WAITING] == 1)
    assert window.pages.in_inbox and "is finished" in window.strip.headline
    lines = {line.sku: (line.decision, line.amount) for line in counter.shop.laid(1).order.lines}
    assert lines == {
        "MLK-1L": (Decision.IN_CART, Decimal(2)),
        "BRD-WW": (Decision.REPLACED, Decimal(0)),
        "TOM-KG": (Decision.IN_CART, Decimal("1.184")),
        "OAT-1L": (Decision.IN_CART, Decimal(1)),
        "BAG-01": (Decision.IN_CART, Decimal(2)),
    }
    assert counter.shop.messages(1)[-1] == ("FULFIL", "queued")


async def test_a_replacement_is_suggested_with_why_before_anything_is_typed(counter: Counter) -> None:
    await counter.press(K.Key_Return, K.Key_Down, K.Key_F4)
    model = counter.window.pages.order.product.model
    card = model.card_of(model.rows()[0])
    assert card.name == "Rye bread" and card.below.startswith("also bread · ")
    assert card.mark is not None and card.mark.word == "€0.20 cheaper"
    await counter.press(K.Key_Return, K.Key_Return)
    await counter.until(lambda: counter.word("bread") is LineWord.REPLACED)


async def test_undo_takes_the_last_act_back_and_chooses_its_line(counter: Counter) -> None:
    await counter.press(K.Key_Return, K.Key_Down, K.Key_F3)
    await counter.until(lambda: counter.word("bread") is LineWord.NOT_FOUND)
    await counter.press(K.Key_Up)
    QTest.keyClick(counter.window, K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    await counter.until(lambda: counter.word("bread") is LineWord.TO_PICK)
    chosen = counter.window.pages.order.chosen()
    assert chosen is not None and chosen.key == "bread"


async def test_a_cancellation_by_the_customer_stops_the_work_with_a_banner(counter: Counter) -> None:
    await counter.press(K.Key_Return)
    await counter.scan(MILK_CODE)
    await counter.press(K.Key_F2)
    known = counter.shop.laid(1).order.said
    counter.shop.say(1, replace(known, status=Status.CANCELLED, cancellation=Cancellation("changed mind", "CUSTOMER")))
    await counter.until(lambda: not counter.shop.view(1).workable)
    assert "put back" in counter.window.strip.detail
    assert counter.window.pages.order.panel.value == "none"
    await counter.scan(MILK_CODE)
    assert counter.window.strip.headline == "This order is cancelled"
    assert counter.shop.view(1).row.word is Word.PUT_BACK


async def test_a_cancel_by_the_desk_is_owed_with_its_reason(counter: Counter) -> None:
    await counter.press(K.Key_Return)
    QTest.keyClick(counter.window, K.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    await counter.press(K.Key_Down, K.Key_Return)
    await counter.until(lambda: counter.shop.board.counts()[Tab.WAITING] == 1)
    assert counter.window.pages.in_inbox and counter.shop.command(1).reason == "CLOSED"


async def test_a_scan_in_the_preview_is_picked_in_the_order(counter: Counter) -> None:
    await counter.press(K.Key_Return, K.Key_Down, K.Key_F3, K.Key_Down, K.Key_F3)
    await counter.scan(MILK_CODE)
    await counter.press(K.Key_F9)
    assert counter.window.pages.currentWidget() is counter.window.pages.finish
    await counter.scan(MILK_CODE)
    await counter.until(lambda: counter.word("milk") is LineWord.PICKED)
    assert counter.window.pages.currentWidget() is counter.window.pages.order
    assert counter.window.strip.headline == "Milk"


async def test_an_order_code_scanned_for_a_replacement_is_refused_and_the_search_stays(counter: Counter) -> None:
    await counter.press(K.Key_Return, K.Key_F4)
    await counter.scan(counter.shop.laid(1).order.said.code)
    assert counter.window.strip.detail == "Finish or leave the replacement first."
    assert counter.window.pages.order.panel is Panel.PRODUCT
    await counter.until(lambda: counter.shop.board.scan_count() == 1)


async def test_a_machine_that_types_at_the_speed_of_a_scanner_replaces_finds_and_weighs(counter: Counter) -> None:
    QTest.keyClick(counter.window, K.Key_F, Qt.KeyboardModifier.ControlModifier)
    await counter.scan("k7tm")
    await counter.press(K.Key_Return)
    QTest.keyClick(counter.window, K.Key_F, Qt.KeyboardModifier.ControlModifier)
    await counter.scan("bread")
    await counter.press(K.Key_F4)
    await counter.scan("oat drink")
    await counter.press(K.Key_Return)
    await counter.until(lambda: counter.word("bread") is LineWord.REPLACED)
    QTest.keyClick(counter.window, K.Key_F, Qt.KeyboardModifier.ControlModifier)
    await counter.scan("tomat")
    await counter.press(K.Key_F2)
    await counter.scan("1,184")
    await counter.until(lambda: counter.word("tomatoes") is LineWord.PICKED)
    lines = {line.sku: (line.decision, line.amount) for line in counter.shop.laid(1).order.lines}
    assert lines["OAT-1L"] == (Decision.IN_CART, Decimal(1))
    assert lines["TOM-KG"] == (Decision.IN_CART, Decimal("1.184"))


async def test_the_confirmation_of_a_finished_order_is_told(counter: Counter) -> None:
    await counter.press(K.Key_Return, K.Key_F2, K.Key_Return, K.Key_Down, K.Key_F3, K.Key_Down, K.Key_F3)
    await counter.press(K.Key_F9, K.Key_Return)
    await counter.until(lambda: counter.shop.board.counts()[Tab.WAITING] == 1)
    counter.shop.send(1, "accepted", accepted_at=counter.shop.now)
    said_now = replace(counter.shop.laid(1).order.said, status=Status.READY_FOR_PICKUP)
    counter.shop.say(1, said_now, closed_at=counter.shop.now)
    await counter.until(lambda: counter.shop.board.counts()[Tab.DONE] == 1)
    assert counter.window.strip.headline == "3081 confirmed by foodora"


async def test_the_drawer_lists_what_became_of_each_scan(counter: Counter) -> None:
    await counter.scan("40123455")
    await counter.press(K.Key_Return, K.Key_F10)
    await counter.scan(MILK_CODE)
    await counter.until(lambda: counter.shop.board.scan_count() == 2)
    await counter.window.tasks.idle()
    model = counter.window.pages.journal.model
    assert [(row.number, model.card_of(row).name) for row in model.rows()] == [(2, "Picked"), (1, "Unknown code")]


async def test_every_scan_is_counted_on_the_strip(counter: Counter) -> None:
    await counter.press(K.Key_Return)
    for _ in range(3):
        await counter.scan(MILK_CODE)
    await counter.until(lambda: counter.shop.board.scan_count() == 3)
    assert counter.window.strip.count == "scan 3 · 3 accounted"

"""Paint every screen into PNG files, in both themes and three sizes: `python -m tests.gui.pictures build/pictures`."""

import argparse
import asyncio
import os
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import qasync
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from picker_app.domain.cart import CartDifference, Differs, Totals
from picker_app.domain.order import Decision, Origin, Stage
from picker_app.domain.quantity import Bounds
from picker_app.domain.said import Flow, Payment, Pricing, Status
from picker_app.gui import language, theme
from picker_app.gui.main_window import MainWindow
from picker_app.picking.rows import (
    AccountRow,
    Act,
    Banner,
    Check,
    CheckRow,
    IncidentRow,
    Line,
    LineRow,
    LineWord,
    Offer,
    OrderView,
    Outcome,
    Result,
    ScanRow,
    Tab,
    Word,
)
from tests.gui.shop import NOW, Shop, line, order_row, order_view, scan_row

SIZES = ((1366, 768), (1920, 1080), (1024, 768))
LONG = (
    "Organic wholemeal spelt sourdough bread with sunflower seeds, pumpkin seeds and linseed, sliced, family pack 1 kg"
)


def lines() -> list[LineRow]:
    """The order of the sketches."""
    kg = Bounds(Decimal("0.500"), Decimal("2.500"))
    picked: dict[str, Any] = {"decision": Decision.IN_CART, "complete": True}
    return [
        line("a", "Fresh milk 1 l", amount=Decimal(2), word=LineWord.PICKED, **picked),
        line("b", "Oat drink 1 l", "1", decision=Decision.REPLACED, word=LineWord.REPLACED, complete=True,
             replaced_by="Oat drink barista 1 l"),
        line("b2", "Oat drink barista 1 l", "1", amount=Decimal(1), origin=Origin.REPLACEMENT,
             word=LineWord.REPLACEMENT, replaces="b", replaces_name="Oat drink 1 l", difference=Decimal("0.30"),
             unit_price=Decimal("1.79"), **picked),
        line("c", "Tomatoes, loose", "1.200", pricing=Pricing.KG, word=LineWord.WEIGH, bounds=kg,
             unit_price=Decimal("3.20")),
        line("d", "Wholemeal bread, sliced", "1", note="not too dark", barcode="9001234500093"),
        line("e", "Sparkling water 6 × 1.5 l", "2", amount=Decimal(1), word=LineWord.MORE,
             decision=Decision.IN_CART, barcode="9001234501170"),
        line("f", "Basil, pot", "1", decision=Decision.NOT_FOUND, word=LineWord.NOT_FOUND, complete=True,
             difference=Decimal("-1.56")),
        line("g", "Free range eggs 10", "1", barcode="9001234503344", details=(("colour", "brown"),)),
        line("h", LONG, "3", barcode="9001234505555"),
        line("i", "ข้าวหอมมะลิ 5 กก.", "1", flag="changed"),
        line("j", "أرز بسمتي فاخر ٥ كجم", "1", refusal="item not found: choose another product"),
        line("k", "有機豆腐 400g", "4", bounds=Bounds(Decimal(2), Decimal(6))),
    ]  # fmt: skip


def orders() -> list[OrderView]:
    """A few orders of different kinds."""
    late = NOW - timedelta(minutes=4)
    return [
        order_view(
            order_row(1, lines=14, weighed=2, note="Please no plastic bags", pick_by=late,
                      came_at=NOW - timedelta(minutes=31), done=4, total=12),
            lines(),
            check=CheckRow(Check.GOOD, NOW - timedelta(minutes=1), 2, "", None,
                           (("Fresh milk 1 l", ""), ("Oat drink barista 1 l", ""))),
            totals=Totals(Decimal("38.20"), Decimal("36.94")),
        ),
        order_view(order_row(2, platform="iFood", short_code="9246", code="1118021938", customer="Bruno Teixeira",
                             flow=Flow.VENDOR_DELIVERY, lines=3, pick_by=NOW + timedelta(minutes=6)), [line("a")]),
        order_view(order_row(22, customer="สมหญิง ใจดี", lines=62, weighed=9, code="w2qa-3102-mmxe",
                             pick_by=NOW + timedelta(minutes=21), pending=3), [line("a")]),
        order_view(order_row(27, customer="عائشة حسن", lines=1, flow=Flow.PICKUP, code="h9ee-3107-aaoo",
                             note="الرجاء الاتصال عند الوصول", pick_by=NOW + timedelta(minutes=134)), [line("a")]),
        order_view(order_row(30, customer="Maximiliane-Alexandra von und zu Hohenlohe-Waldenburg-Schillingsfürst",
                             note="Please ring twice at the green door behind the courtyard, the bell is broken",
                             lines=7, pick_by=None, code="zz91-3110-verylongcodethatgoeson"), [line("a")]),
        order_view(order_row(31, tab=Tab.PICKING, word=Word.PICKING, done=18, total=62, lines=62), [line("a")]),
        order_view(order_row(32, tab=Tab.PICKING, word=Word.REFUSED, done=3, total=3), [line("a")]),
        order_view(order_row(33, tab=Tab.WAITING, word=Word.SENT, done=3, total=3), [line("a")]),
        order_view(order_row(34, tab=Tab.WAITING, word=Word.SAVED, done=3, total=3, pending=2), [line("a")]),
        order_view(order_row(35, tab=Tab.WAITING, word=Word.ASK, done=3, total=3, pending=2), [line("a")]),
        order_view(order_row(36, tab=Tab.WAITING, word=Word.UNCERTAIN, done=3, total=3), [line("a")]),
        *(order_view(order_row(40 + n, tab=Tab.DONE, word=word, done=3, total=3, closed_at=NOW), [line("a")])
          for n, word in enumerate((Word.CONFIRMED, Word.DELIVERED, Word.CANCELLED, Word.PUT_BACK, Word.ELSEWHERE,
                                    Word.NOT_OURS, Word.DISPATCHED))),
    ]  # fmt: skip


def scans() -> tuple[ScanRow, ...]:
    """A journal with every outcome."""
    kinds = list(Outcome)
    made = [scan_row(n, kinds[-n % len(kinds)]) for n in range(1, 129)]
    made[-4] = replace(made[-4], outcome=Outcome.REFUSED, reason="finished", order_id=22)
    made[-3] = replace(made[-3], raw="https://id.example.com/01/09001234500017?17=260401&10=LOT-4711-A", order_id=None)
    return tuple(reversed(made))


def shop() -> Shop:
    """The shop of most pictures."""
    made = Shop()
    made.board.put(*orders())
    made.board.journal = scans()
    made.board.troubles = (
        IncidentRow(
            "in-1", NOW, "foodora-centro", "foodora", "unreadable", None, "", "order.items[0].pricing: missing"
        ),
        IncidentRow(
            "out-2",
            NOW,
            "foodora-centro",
            "foodora",
            "carts_differ",
            1,
            "3081",
            "",
            (
                CartDifference(Differs.AMOUNT, "OAT-B", Pricing.UNIT, (Decimal(1),), (), "Oat drink barista 1 l"),
                CartDifference(Differs.AMOUNT, "W-1", Pricing.KG, (), (Decimal("1.5"),), "Beef fillet"),
            ),
            "EUR",
        ),
    )
    made.accounts = (
        AccountRow("foodora-centro", "foodora", Line.CONNECTED, since=NOW - timedelta(hours=9)),
        AccountRow("ifood-centro", "iFood", Line.SLOW, retry_at=NOW + timedelta(seconds=8), waiting=2,
                   oldest=NOW - timedelta(minutes=2)),
    )  # fmt: skip
    return made


class Camera:
    """Takes pictures of a window."""

    def __init__(self, folder: Path, theme_name: str, size: tuple[int, int], language: str) -> None:
        self.language = language
        self.folder = folder
        self.tail = f"{theme_name}-{size[0]}"
        self.size = size

    async def window(self, made: Shop, *, training: bool = False) -> MainWindow:
        window = MainWindow(made.surroundings(self.language, training=training))
        window.resize(*self.size)
        window.show()
        await self.settle(window)
        return window

    async def settle(self, window: MainWindow) -> None:
        for _ in range(3):
            await window.tasks.idle()
            await asyncio.sleep(0)
        QApplication.processEvents()

    async def keys(self, window: MainWindow, *keys: Qt.Key | str) -> None:
        for key in keys:
            focused: QWidget | None = window.focusWidget()
            target = window if focused is None else focused
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key)
            await self.settle(window)

    async def take(self, window: MainWindow, name: str) -> None:
        await self.settle(window)
        window.grab().save(str(self.folder / f"{name}-{self.tail}.png"))


async def series(camera: Camera) -> None:
    """All pictures of one theme and size."""
    key = Qt.Key
    made = shop()
    window = await camera.window(made)
    await camera.take(window, "inbox")
    for name in ("picking", "waiting", "done", "incidents"):
        await camera.keys(window, key.Key_Right)
        await camera.take(window, f"inbox-{name}")
    await camera.keys(window, key.Key_Right)
    made.board.put(order_view(order_row(50, pick_by=NOW + timedelta(minutes=2)), [line("a")]))
    made.board.announce(50)
    QTest.keyClick(window, key.Key_F, Qt.KeyboardModifier.ControlModifier)
    await camera.take(window, "inbox-alarm-find")
    await camera.keys(window, key.Key_Escape, key.Key_Return)
    result = Result(Outcome.PICKED, "picked", True,
                    {"name": "Sparkling water 6 × 1.5 l", "amount": "1", "ordered": "2", "left": "1", "unit": "pieces"},
                    1, "e")  # fmt: skip
    made.desk.answers["scan"] = result
    made.scanner.scan("9001234501170")
    await camera.settle(window)
    window.pages.order.choose("c")
    await camera.take(window, "order")
    await camera.keys(window, key.Key_F2)
    await camera.take(window, "order-weight")
    made.desk.answers["set_amount"] = Result(
        Outcome.OVER_MAXIMUM,
        "over_maximum",
        False,
        {"name": "Tomatoes, loose", "maximum": "2.500", "unit": "kg"},
        1,
        "c",
    )
    await camera.keys(window, "9.5", key.Key_Return)
    await camera.take(window, "order-weight-refused")
    await camera.keys(window, key.Key_Escape, key.Key_F10)
    await camera.take(window, "journal")
    await camera.keys(window, key.Key_Escape, key.Key_Down, key.Key_F7)
    await camera.take(window, "order-price")
    await camera.keys(window, key.Key_Escape, key.Key_F4)
    await camera.take(window, "replace")
    await camera.keys(window, "oat", key.Key_Return)
    await camera.take(window, "replace-amount")
    await camera.keys(window, key.Key_Escape, key.Key_F6)
    await camera.take(window, "add")
    await camera.keys(window, key.Key_Escape, key.Key_F8, key.Key_End)
    made.desk.answers["scan"] = Result(
        Outcome.QUESTION, "above_ordered", False, {"amount": "3", "ordered": "2"}, 1, "e",
        offer=Offer(Act.PICK_MORE, 1, "e"),
    )  # fmt: skip
    made.scanner.scan("9001234501170")
    await camera.settle(window)
    window.pages.order.choose("h")
    await camera.take(window, "order-question")
    QTest.keyClick(window, key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    await camera.take(window, "reasons")
    await camera.keys(window, key.Key_Escape, key.Key_F1)
    await camera.take(window, "help")
    await camera.keys(window, key.Key_F1)
    view = made.board.views[1]
    refused = CheckRow(Check.REFUSED, NOW, 0, "invalid cart update", None,
                       (("Fresh milk 1 l", ""), (LONG, "item not found"), ("Basil, pot", "")))  # fmt: skip
    made.board.put(replace(view, check=refused, banner=Banner("refused", (("words", "item not found: SKU-h"),)),
                           payment=Payment(collect=Decimal("36.94"), discount=Decimal("2.00"))))  # fmt: skip
    made.board.announce(1)
    made.desk.answers["scan"] = Result(Outcome.OVER_MAXIMUM, "over_maximum", False,
                                       {"name": LONG, "maximum": "6", "unit": "pieces"}, 1, "h")  # fmt: skip
    made.scanner.scan("9001234501170")
    await camera.take(window, "order-refused")
    made.desk.answers["check"] = Result(Outcome.COMMAND, "checking", True, {}, 1)
    for name, check in (("refused", refused), ("no-line", replace(refused, state=Check.NO_LINE, lines=()))):
        await camera.keys(window, key.Key_F5)
        made.board.put(replace(view, check=replace(check, said_at=made.watch())))
        made.board.announce(1)
        await camera.take(window, f"order-check-{name}")
    finished = [entry for entry in view.lines if entry.complete] + [
        line("t", "Tomatoes, loose", "1.200", pricing=Pricing.KG, amount=Decimal("1.184"), word=LineWord.PICKED,
             complete=True, difference=Decimal("-0.05")),
        line("u", "Carry bag, paper", "0", amount=Decimal(2), origin=Origin.ADDITION, word=LineWord.ADDED,
             complete=True, difference=Decimal("0.30")),
    ]  # fmt: skip
    made.board.put(replace(view, lines=tuple(finished), check=CheckRow(Check.GOOD, NOW, 0, "", None, ())))
    made.board.announce(1)
    await camera.keys(window, key.Key_F9)
    await camera.take(window, "finish")
    row = replace(view.row, status=Status.CANCELLED, stage=Stage.PICKING, word=Word.PUT_BACK, tab=Tab.DONE)
    made.board.put(replace(view, row=row, workable=False, undoable=False, banner=Banner("put_back")))
    made.board.announce(1)
    await camera.take(window, "order-cancelled")
    row = replace(view.row, stage=Stage.FINISHED, word=Word.ASK, tab=Tab.WAITING)
    made.board.put(replace(view, row=row, workable=False, undoable=False, banner=Banner("ask")))
    made.board.announce(1)
    await camera.keys(window, key.Key_Escape, key.Key_Return)
    await camera.take(window, "order-ask")
    window.close()
    await camera.take(window, "quit")
    await window.shut()
    await others(camera)


async def others(camera: Camera) -> None:
    """Nothing, one, many, and no connection."""
    empty = Shop()
    empty.accounts = (
        AccountRow("foodora-centro", "foodora", Line.CONNECTED, since=NOW - timedelta(hours=9)),
        AccountRow("ifood-centro", "iFood", Line.LOCKED_OUT, words="401 bad client"),
    )
    window = await camera.window(empty, training=True)
    await camera.take(window, "inbox-0-training")
    await window.shut()
    one = Shop()
    one.board.put(order_view(order_row(1), [line("a")]))
    one.ears.silent = "no_sound_device"
    one.accounts = (AccountRow("foodora-centro", "foodora", Line.OFF, since=NOW - timedelta(minutes=12),
                               retry_at=NOW + timedelta(seconds=40), waiting=3,
                               oldest=NOW - timedelta(minutes=11)),)  # fmt: skip
    window = await camera.window(one)
    await camera.take(window, "inbox-1-offline")
    await window.shut()
    trouble = Shop()
    trouble.board.put(order_view(order_row(1), [line("a")]))
    trouble.accounts = (
        AccountRow("glovo-centro", "Lieferando Express Ostbahnhof", Line.OFF, since=NOW - timedelta(minutes=12),
                   retry_at=NOW + timedelta(seconds=40), waiting=3, oldest=NOW - timedelta(minutes=11)),
        AccountRow("ifood-centro", "iFood", Line.LOCKED_OUT, waiting=2, oldest=NOW - timedelta(minutes=2)),
        AccountRow("foodora-centro", "foodora", Line.SLOW, retry_at=NOW + timedelta(seconds=8), waiting=1,
                   oldest=NOW - timedelta(seconds=20)),
    )  # fmt: skip
    window = await camera.window(trouble)
    await camera.take(window, "inbox-3-troubles")
    trouble.board.put(order_view(order_row(2), [line("a")]))
    trouble.board.announce(2)
    await camera.take(window, "inbox-3-troubles-alarm")
    await window.shut()
    many = Shop()
    sixty = [line(str(n), f"Product number {n}") for n in range(60)]
    many.board.put(*(order_view(order_row(n, lines=60, total=60), sixty) for n in range(200)))
    window = await camera.window(many)
    await camera.take(window, "inbox-200")
    await camera.keys(window, Qt.Key.Key_Return, *[Qt.Key.Key_PageDown] * 4)
    await camera.take(window, "order-60")
    await window.shut()


def main() -> None:
    """Paint all pictures into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="en", choices=language.LANGUAGES)
    parser.add_argument("--only", default="", help="light-1366, for example")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    theme.dress(application)
    language.speak(application, arguments.language)
    with loop:
        for scheme, name in ((Qt.ColorScheme.Light, "light"), (Qt.ColorScheme.Dark, "dark")):
            theme.show(application, scheme)
            for size in SIZES:
                camera = Camera(arguments.folder, name, size, arguments.language)
                if arguments.only in ("", camera.tail):
                    loop.run_until_complete(series(camera))


if __name__ == "__main__":
    main()

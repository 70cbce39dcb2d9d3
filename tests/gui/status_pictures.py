"""Paint the screens of orders that are told by statuses, and of the shop: `python -m tests.gui.status_pictures DIR`."""

import argparse
import asyncio
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import qasync
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from picker_app.domain.rereading import Difference
from picker_app.domain.said import PaymentLine, Status
from picker_app.gui import language, theme
from picker_app.picking.rows import AccountRow, Banner, IncidentRow, Line, Reread, RereadState, Tab, Word
from picker_app.picking.shop_desk import CallState, Setting
from tests.gui.pictures import SIZES, Camera
from tests.gui.shop import NOW, Shop, line, order_row, order_view
from tests.gui.told_by_statuses import CONFIRMED, HandFloor, call, lines, row, short, taken, view

CTRL = Qt.KeyboardModifier.ControlModifier


def shop() -> Shop:
    made = Shop()
    made.accounts = (
        AccountRow("foodora-centro", "foodora", Line.CONNECTED, since=NOW - timedelta(hours=9)),
        AccountRow("ifood-centro", "iFood", Line.CONNECTED, asked_at=NOW - timedelta(seconds=12), polled=True),
    )
    made.board.put(
        view(row(1, lines=4)),
        view(row(2, code="0042", short_code="0042", confirm_by=NOW + timedelta(minutes=1), customer="Bruno Teixeira",
                 confirm_from=NOW - timedelta(minutes=14))),
        view(row(3, code="7781", short_code="7781", confirm_by=NOW - timedelta(minutes=1), customer="สมหญิง ใจดี",
                 confirm_from=NOW - timedelta(minutes=16))),
        view(row(4, code="9120", short_code="9120", confirming="accepted", customer="Ana Lúcia")),
        view(row(5, code="5566", short_code="5566", confirm_by=None, confirm_from=None, status=Status.CONFIRMED)),
        view(row(6, code="8123", short_code="8123", confirm_by=None, confirm_from=None, returned=True)),
        order_view(order_row(7), [line("a")]),
        view(row(8, tab=Tab.WAITING, word=Word.WITH_PLATFORM, code="1212", short_code="1212"), workable=False),
    )  # fmt: skip
    made.board.troubles = (
        IncidentRow("in-1", NOW, "ifood-centro", "iFood", "foreign_store", None, "", "5918421938111050"),
        IncidentRow("in-2", NOW, "ifood-centro", "iFood", "order_not_there", None, "", "404"),
        IncidentRow("in-3", NOW, "ifood-centro", "iFood", "sums_differ", 1, "3310", "92.09"),
    )
    floor = made.floor = HandFloor("255001", "255002", "255003")
    floor.calls = (
        call(5, state=CallState.QUEUED, ended_at=None),
        call(4, state=CallState.SENDING, ended_at=None, retry_at=NOW, start=date(2026, 3, 20)),
        call(3, setting=Setting.PRODUCT, code="MAC", available=False, state=CallState.REFUSED, error="missing",
             words="not found"),
        call(2, setting=Setting.SHOP, code="", available=False, reason="Falta de energia"),
        call(1, state=CallState.REPLACED, price=Decimal("27.99")),
    )  # fmt: skip
    return made


async def series(camera: Camera) -> None:
    key = Qt.Key
    made = shop()
    window = await camera.window(made)
    made.watch.move(seconds=1)
    window.tick()
    await camera.take(window, "s-inbox")
    await camera.keys(window, *[key.Key_Right] * 4)
    await camera.take(window, "s-incidents")
    await camera.keys(window, *[key.Key_Right])
    window.pages.inbox.choose(1)
    await camera.keys(window, key.Key_Return)
    await camera.take(window, "s-order")
    rows = [taken(lines()[0]), *lines()[1:]]
    busy = row(tab=Tab.PICKING, word=Word.PICKING, status=Status.CONFIRMED, confirm_from=None, confirm_by=None, done=1)
    read = Reread(
        RereadState.READ, NOW, (Difference("amount", "Maçã", "6", "4"), Difference("total", "", "92.09", "90"))
    )
    paid = (PaymentLine("VIS", "VISA", Decimal("62.09"), prepaid=True, issuer="VISA"),
            PaymentLine("VIREST", "DÉBITO – VISA (MÁQUINA)", Decimal(30), prepaid=False, machine=True))  # fmt: skip
    made.board.put(view(busy, rows, acts=CONFIRMED, notices=("sums_differ",), payments=paid, reread=read))
    made.board.announce(1)
    window.pages.order.choose("1")
    await camera.keys(window, key.Key_F8)
    await camera.take(window, "s-order-picking")
    QTest.keyClick(window, key.Key_Delete, CTRL)
    await camera.take(window, "s-reject-confirmed")
    await camera.keys(window, key.Key_Escape)
    QTest.keyClick(window, key.Key_D, CTRL)
    await camera.take(window, "s-details")
    await camera.keys(window, key.Key_Escape)
    made.board.put(short())
    made.board.announce(1)
    await camera.keys(window, key.Key_F9)
    await camera.take(window, "s-finish-short")
    QTest.keyClick(window, key.Key_Delete, CTRL)
    await camera.take(window, "s-reject-short")
    await camera.keys(window, key.Key_Escape)
    refused = Banner("confirmation_refused", (("words", "Merchant is closed at this time"),))
    made.board.put(view(row(tab=Tab.PICKING, word=Word.PICKING, confirming="refused", done=1), rows, banner=refused))
    made.board.announce(1)
    await camera.keys(window, key.Key_Escape)
    window.pages.inbox.choose(1)
    await camera.take(window, "s-inbox-refused")
    await camera.keys(window, key.Key_Return)
    await camera.take(window, "s-refused")
    await camera.keys(window, key.Key_Return)
    await camera.take(window, "s-decide-refused")
    await camera.keys(window, key.Key_Escape)
    asked = row(tab=Tab.WAITING, word=Word.ASK, confirm_from=None, confirm_by=None)
    made.board.put(replace(short(), row=asked, workable=False, acts=(), banner=Banner("ask_status")))
    made.board.announce(1)
    await camera.keys(window, key.Key_Return)
    await camera.take(window, "s-decide")
    await camera.keys(window, key.Key_Escape)
    QTest.keyClick(window, key.Key_S, CTRL)
    await camera.settle(window)
    await camera.take(window, "s-shop")
    await camera.keys(window, key.Key_Return, "oat")
    await camera.take(window, "s-shop-product")
    await camera.keys(window, key.Key_Return)
    await camera.take(window, "s-shop-shops")
    await camera.keys(window, key.Key_Return, "28,49")
    await camera.take(window, "s-shop-price")
    await camera.keys(window, key.Key_Return)
    await camera.take(window, "s-shop-start")
    await window.shut()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="en", choices=language.LANGUAGES)
    parser.add_argument("--only", default="")
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

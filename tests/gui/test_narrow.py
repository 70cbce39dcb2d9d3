"""Checks that nothing vital is cut off where the window is small, and that long names do not widen it."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QLocale, QPoint, QRect, QStringListModel, Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QStyledItemDelegate, QWidget
from pytestqt.qtbot import QtBot

from picker_app.domain.said import Pricing
from picker_app.gui.formats import Formats
from picker_app.gui.promotions.calendar_page import MOST_NAMES, NAMES, DaysHeader, Span, day_area
from picker_app.gui.promotions.card_page import CardPage, card
from picker_app.gui.theme import TITLE, Tone
from picker_app.gui.widgets.labels import CutLabel
from picker_app.gui.widgets.paint import Mark
from picker_app.gui.widgets.row_list import RowList
from picker_app.picking.rows import LineWord
from tests.gui.conftest import Open
from tests.gui.shop import ZONE, Shop, line, order_row, order_view

K = Qt.Key
LONG = "Organic wholemeal spelt sourdough bread with sunflower seeds and linseed, sliced, family pack 1 kg"


def seen(window: QWidget, name: str) -> QLabel:
    found = window.findChild(QLabel, name)
    assert found is not None and found.isVisible()
    return found


def is_whole(label: QLabel) -> bool:
    """Say whether a label has room for its text, and lies within all that holds it."""
    if label.width() < label.fontMetrics().horizontalAdvance(label.text()):
        return False
    parent = label.parentWidget()
    while parent is not None:
        place = label.mapTo(parent, QPoint(0, 0))
        if not parent.rect().contains(label.rect().translated(place)):
            return False
        parent = None if parent.isWindow() else parent.parentWidget()
    return True


async def test_the_code_of_an_order_is_whole_in_a_small_window(open_till: Open) -> None:
    shop = Shop()
    row = order_row(1, code="7402218855301020", short_code="3310", platform="Lieferando Express Ostbahnhof")
    shop.board.put(order_view(row, [line("a", LONG)]))
    till = await open_till(shop, "es")
    till.window.resize(1024, 768)
    await till.press(K.Key_Return)
    assert till.window.width() == 1024
    assert is_whole(seen(till.window, "order_code"))


async def test_what_a_change_costs_is_whole_before_an_order_is_sent(open_till: Open) -> None:
    shop = Shop()
    lines = [
        line("a", LONG, "1.200", pricing=Pricing.KG, amount=Decimal("1.184"), word=LineWord.PICKED, complete=True,
             difference=Decimal("-1234.05")),
    ]  # fmt: skip
    shop.board.put(order_view(order_row(1, lines=1, done=1, total=1), lines))
    till = await open_till(shop, "pt_BR")
    till.window.resize(1024, 768)
    await till.press(K.Key_Return, K.Key_F9)
    assert till.page == "finish_screen"
    assert is_whole(seen(till.window, "finish_money_a"))
    scroll = till.window.findChild(QScrollArea, "finish_scroll")
    assert scroll is not None and not scroll.horizontalScrollBar().isVisible()


async def test_the_field_for_an_amount_and_its_unit_do_not_overlap(open_till: Open) -> None:
    shop = Shop()
    shop.board.put(order_view(order_row(1), [line("a", LONG)]))
    till = await open_till(shop, "pt_BR")
    till.window.resize(1024, 768)
    await till.press(K.Key_Return, K.Key_F2)
    field, unit = till.window.findChild(QWidget, "amount_panel_field"), seen(till.window, "amount_panel_unit")
    assert field is not None and field.geometry().right() < unit.geometry().left() and is_whole(unit)


def test_a_long_title_takes_a_second_line_and_then_is_cut(qapp: object) -> None:
    title = CutLabel("title", size=TITLE, weight=700, lines=2)
    title.setText("Short")
    one = title.heightForWidth(400)
    title.setText("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverkaufssonderangebotswochenende " * 3)
    assert title.heightForWidth(400) == 2 * one and title.minimumSizeHint().width() < 100
    title.resize(400, 2 * one)
    title.grab()
    assert title.toolTip() == title.text(), "what is cut off can be read all the same"


def test_a_date_reads_the_same_wherever_english_is_spoken() -> None:
    assert Formats(QLocale("en"), ZONE).day(date(2026, 6, 7)) == "7 Jun 2026"
    assert Formats(QLocale("pt_BR"), ZONE).day(date(2026, 6, 7)).startswith("07/06/")


def test_a_page_s_long_title_is_read_in_two_whole_lines_beside_its_state(qtbot: QtBot) -> None:
    page = CardPage("page", (), lambda command: None, key=lambda row: row, make=lambda row: card(str(row), ""))
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    page.name_it(LONG, mark=Mark("pencil", "Borrador", Tone.IDLE))
    two = page.title.heightForWidth(page.title.width())
    qtbot.waitUntil(lambda: page.title.height() >= two > page.title.fontMetrics().lineSpacing())
    qtbot.waitUntil(lambda: page.mark.width() == page.mark.sizeHint().width())


def test_the_days_stand_over_their_bars_with_and_without_a_scroll_bar(qtbot: QtBot) -> None:
    rows = RowList("rows", QStringListModel([str(number) for number in range(100)]), QStyledItemDelegate())
    qtbot.addWidget(rows)
    rows.resize(1000, 300)
    rows.show()
    header = DaysHeader(Span(Formats(QLocale("en"), ZONE), date(2026, 5, 18)))
    qtbot.addWidget(header)
    header.resize(1000, 32)
    header.over(rows)
    qtbot.waitUntil(lambda: rows.viewport().width() < 1000)
    assert header.days() == day_area(QRect(0, 0, rows.viewport().width(), header.height()))


def test_names_have_more_room_in_a_wide_calendar() -> None:
    assert day_area(QRect(0, 0, 1000, 44)).left() == NAMES
    assert NAMES < day_area(QRect(0, 0, 1800, 44)).left() <= MOST_NAMES

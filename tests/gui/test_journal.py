"""Checks the drawer of today's scans: opened and closed by key and finger, in words, while scans go on working."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from picker_app.gui import language
from picker_app.gui.screens.journal import JournalDrawer
from picker_app.picking.rows import Outcome
from tests.gui.conftest import Open, Till
from tests.gui.shop import Shop, line, order_row, order_view, scan_row

K = Qt.Key


def drawer(till: Till) -> JournalDrawer:
    found = till.window.findChild(JournalDrawer)
    assert found is not None
    return found


def told(till: Till) -> list[str]:
    model = drawer(till).model
    return [model.data(model.index(n, 0)) for n in range(model.rowCount())]


@pytest.fixture
async def till(open_till: Open) -> Till:
    shop = Shop()
    shop.board.put(order_view(order_row(1), [line("milk")]), order_view(order_row(2), [line("x")]))
    shop.board.journal = (
        scan_row(3, Outcome.REFUSED, reason="finished"),
        scan_row(2, Outcome.UNKNOWN, raw="40123455", order_id=None),
        scan_row(1),
    )
    return await open_till(shop)


@pytest.mark.parametrize("downs", [0, 1])
async def test_f10_lists_the_scans_of_today_and_f10_or_esc_closes_the_list(till: Till, downs: int) -> None:
    await till.press(K.Key_F10)
    assert drawer(till).isVisible()
    middle = drawer(till).mapTo(till.window, drawer(till).rect().center())
    seen = till.window.childAt(middle)
    assert seen is not None and drawer(till).isAncestorOf(seen), "nothing lies over it"
    assert told(till) == [
        "3, 14:32:11, This order is finished, order 3081, 9001234500017",
        "2, 14:32:10, Unknown code, 40123455",
        "1, 14:32:09, Picked, order 3081, 9001234500017",
    ]
    await till.press((K.Key_F10, K.Key_Escape)[downs])
    assert not drawer(till).isVisible() and till.page == "inbox"


async def test_a_click_on_the_count_opens_the_list(till: Till) -> None:
    till.window.tick()
    till.shop.board.announce(1)
    count = till.window.findChild(QAbstractButton, "scan_count")
    assert count is not None and count.isVisible()
    count.click()
    await till.window.tasks.idle()
    assert drawer(till).isVisible()


async def test_scans_and_keys_go_on_working_beside_the_list_and_it_grows(till: Till) -> None:
    await till.press(K.Key_Return, K.Key_F10)
    till.shop.board.journal = (scan_row(4), *till.shop.board.journal)
    await till.scan("9001234500017")
    till.shop.board.announce(1)
    await till.window.tasks.idle()
    assert told(till)[0].startswith("4, ")
    await till.press(K.Key_F3)
    assert [asked[0] for asked in till.shop.desk.asked] == ["scan", "not_found"]
    assert drawer(till).isVisible()


async def test_esc_closes_the_list_before_anything_else(till: Till) -> None:
    await till.press(K.Key_Return, K.Key_F2, K.Key_F10, K.Key_Escape)
    assert not drawer(till).isVisible() and till.window.pages.order.panel.value == "amount"


async def test_the_arrow_keys_read_on_in_the_list_and_choose_no_line(till: Till) -> None:
    till.shop.board.journal = tuple(scan_row(n) for n in range(200, 0, -1))
    await till.press(K.Key_F10, K.Key_Down, K.Key_PageDown)
    bar = drawer(till).list.verticalScrollBar()
    assert bar.value() > 0 and till.window.pages.inbox.chosen_order() == 1
    await till.press(K.Key_PageUp, K.Key_Up)
    assert bar.value() == 0


async def test_a_day_without_scans_says_so(till: Till) -> None:
    till.shop.board.journal = ()
    await till.press(K.Key_F10)
    empty = till.window.findChild(QLabel, "journal_empty")
    assert empty is not None and empty.isVisible() and not drawer(till).list.isVisible()


@pytest.mark.parametrize("speak", language.LANGUAGES)
async def test_every_outcome_has_words_a_shape_and_a_colour(open_till: Open, speak: str) -> None:
    shop = Shop()
    shop.board.journal = tuple(scan_row(n, outcome) for n, outcome in enumerate(Outcome, 1))
    till = await open_till(shop, speak)
    await till.press(K.Key_F10)
    cards = [drawer(till).model.card_of(row) for row in shop.board.journal]
    assert all(card.name and card.icon for card in cards)
    assert len({card.name for card in cards}) == len(Outcome)


async def test_what_was_undone_or_said_yes_to_shows_it_and_a_command_its_name(open_till: Open) -> None:
    shop = Shop()
    shop.board.put(order_view(order_row(1), [line("milk")]))
    shop.board.journal = (
        scan_row(4, Outcome.IGNORED, raw="oat drink", reason="typed", order_id=None),
        scan_row(3, Outcome.COMMAND, raw="9917000156", reason="undone"),
        scan_row(2, Outcome.QUESTION, reason="label_price", confirmed=True),
        scan_row(1, undone=True),
    )
    till = await open_till(shop)
    await till.press(K.Key_F10)
    assert told(till) == [
        "4, 14:32:12, Typed, no code, oat drink",
        "3, 14:32:11, UNDO, order 3081, 9917000156",
        "2, 14:32:10, Asked whether it is meant, said yes to, order 3081, 9001234500017",
        "1, 14:32:09, Picked, undone, order 3081, 9001234500017",
    ]
    cards = [drawer(till).model.card_of(row) for row in shop.board.journal]
    assert [card.struck for card in cards] == [False, False, False, True]

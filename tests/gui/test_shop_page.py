"""Checks the page of the shop: prices, products and hours are set by keys and scans, and each answer is shown."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from picker_app.domain.rules import RuleBroken
from picker_app.gui.models.keyed import KEY
from picker_app.gui.screens.rail import RailButton
from picker_app.gui.screens.shop_page import ShopPage, Step
from picker_app.gui.shop_hands import day_of
from picker_app.picking import results
from picker_app.picking.rows import Outcome, Result
from picker_app.picking.shop_desk import CallState, Setting, ShopAccount
from tests.gui.conftest import Open, Till
from tests.gui.shop import NOW, Shop
from tests.gui.told_by_statuses import HandFloor, call

K = Qt.Key
TODAY = date(2026, 3, 14)


@pytest.fixture
def floor() -> HandFloor:
    return HandFloor("255001", "255002")


@pytest.fixture
async def till(open_till: Open, floor: HandFloor) -> Till:
    shop = Shop()
    shop.floor = floor
    made = await open_till(shop)
    await made.chord(K.Key_S)
    return made


def page(till: Till) -> ShopPage:
    found = till.window.findChild(QWidget, "shop_page")
    assert isinstance(found, ShopPage)
    return found


def read(till: Till) -> str:
    return "\n".join(label.text() for label in page(till).findChildren(QLabel) if label.isVisible())


async def test_the_page_stands_in_the_rail_only_where_a_shop_can_be_set(open_till: Open, till: Till) -> None:
    assert till.page == "shop_page" and till.window.findChild(RailButton, "rail_shop") is not None
    other = await open_till(Shop())
    assert other.window.findChild(RailButton, "rail_shop") is None
    await other.chord(K.Key_S)
    assert other.page == "inbox"


async def test_a_price_is_set_at_once_in_the_shops_that_are_ticked(till: Till, floor: HandFloor) -> None:
    await till.press(K.Key_Return, "barista", K.Key_Return)
    assert page(till).step_shown is Step.SHOPS and "Oat drink barista 1 l · OAT-B" in read(till)
    await till.press(K.Key_Down, K.Key_Right, K.Key_Return, "28,49", K.Key_Return, K.Key_Return)
    assert floor.asked == [("price", "ifood-centro", ("255001",), "OAT-B", Decimal("28.49"), None, False)]
    assert page(till).step_shown is Step.HOME


async def test_a_price_from_a_day_on_asks_before_it_takes_the_place_of_another(till: Till, floor: HandFloor) -> None:
    rule = RuleBroken("price_scheduled", name="ARZ/5", start="2026-03-20")
    floor.answers = [results.broken(None, rule, None)]
    await till.press(K.Key_Return, "ARZ/5", K.Key_Return, K.Key_Return, "28.49", K.Key_Return, "20/3", K.Key_Return)
    assert page(till).step_shown is Step.REPLACE and "only one can wait" in read(till)
    await till.press(K.Key_Return)
    begin, both = date(2026, 3, 20), ("255001", "255002")
    assert floor.asked == [
        ("price", "ifood-centro", both, "ARZ/5", Decimal("28.49"), begin, yes) for yes in (False, True)
    ]


async def test_what_is_no_price_no_day_or_no_shop_is_said_and_asked_again(till: Till, floor: HandFloor) -> None:
    await till.press(K.Key_Return, "ARZ", K.Key_Return, K.Key_Right, K.Key_Down, K.Key_Right, K.Key_Return)
    assert till.window.strip.headline == "No shop"
    await till.press(K.Key_Right, K.Key_Return, "0", K.Key_Return)
    assert till.window.strip.headline == "Not an amount" and page(till).step_shown is Step.PRICE
    await till.press("5", K.Key_Return, "1.1.2020", K.Key_Return)
    assert till.window.strip.headline == "Not a day to begin" and page(till).step_shown is Step.START
    assert floor.asked == []


@pytest.mark.parametrize(("steps", "on"), [(1, False), (2, True)])
async def test_a_scanned_product_goes_off_or_on_sale(till: Till, floor: HandFloor, steps: int, on: bool) -> None:
    await till.press(*[K.Key_Down] * steps, K.Key_Return)
    await till.scan("7891234567895")
    assert page(till).step_shown is Step.SHOPS, "a code that no catalogue knows is the code itself"
    await till.press(K.Key_Return)
    assert floor.asked == [("product", "ifood-centro", store, "7891234567895", on) for store in ("255001", "255002")]
    assert till.shop.desk.asked == [], "the scan was no order's"


async def test_the_shop_is_closed_for_a_reason_and_opened(till: Till, floor: HandFloor) -> None:
    floor.accounts = {"ifood-centro": ShopAccount("iFood", "BRL", ("255001",))}
    await till.press(K.Key_Down, K.Key_Down, K.Key_Down, K.Key_Return)
    await till.scan("Falta de energia", entered=True)
    await till.press(*[K.Key_Down] * 4, K.Key_Return)
    assert floor.asked == [
        ("shop", "ifood-centro", "255001", False, "Falta de energia"),
        ("shop", "ifood-centro", "255001", True, ""),
    ]


async def test_closing_needs_a_reason(till: Till, floor: HandFloor) -> None:
    await till.press(K.Key_Down, K.Key_Down, K.Key_Down, K.Key_Return, K.Key_Return, " ", K.Key_Return)
    assert till.window.strip.headline == "Say why the shop closes" and floor.asked == []


async def test_what_was_set_last_is_seen_however_much_was_set_before(till: Till, floor: HandFloor) -> None:
    history = page(till).history
    for newest in (12, 13):
        floor.calls = tuple(call(number) for number in range(newest, 0, -1))
        till.shop.board.announce(0)
        await till.window.tasks.idle()
        first = history.model().index(0, 0)
        assert first.data(KEY) == newest
        assert history.viewport().rect().contains(history.visualRect(first)), newest
        history.verticalScrollBar().setValue(history.verticalScrollBar().maximum())
    floor.calls = (replace(floor.calls[0], state=CallState.REFUSED), *floor.calls[1:])
    till.shop.board.announce(0)
    await till.window.tasks.idle()
    bar = history.verticalScrollBar()
    assert bar.maximum() > 0 and bar.value() == bar.maximum(), "an answer leaves the hand where it is"


async def test_with_two_accounts_it_is_asked_which(till: Till, floor: HandFloor) -> None:
    floor.accounts["ifood-norte"] = ShopAccount("iFood Norte", "BRL", ("300",))
    await till.press(K.Key_Down, K.Key_Return)
    assert page(till).step_shown is Step.ACCOUNT
    await till.press(K.Key_Down, K.Key_Return, "X", K.Key_Return)
    assert floor.asked == [("product", "ifood-norte", "300", "X", False)]


async def test_esc_goes_back_to_the_first_question_and_then_to_the_orders(till: Till) -> None:
    await till.press(K.Key_Return, "oat", K.Key_Escape)
    assert page(till).step_shown is Step.HOME
    await till.press(K.Key_F9, K.Key_Escape)
    assert till.page == "inbox"


async def test_a_scan_at_the_first_question_is_worked_as_in_the_inbox(till: Till) -> None:
    await till.scan("9001234500017")
    assert till.shop.desk.asked == [("scan", "9001234500017", None)]
    await till.press(K.Key_Return, "ARZ", K.Key_Return)
    await till.scan("9001234500017")
    assert till.shop.desk.asked[-1] == ("refuse", "9001234500017", None, "choosing_reason")


async def test_every_change_stands_with_its_answer_and_a_new_answer_is_shown(till: Till, floor: HandFloor) -> None:
    floor.calls = (
        call(5, state=CallState.QUEUED, ended_at=None),
        call(4, state=CallState.SENDING, ended_at=None, retry_at=NOW, start=date(2026, 3, 20)),
        call(3, setting=Setting.PRODUCT, code="MAC", available=False, state=CallState.REFUSED, error="missing"),
        call(2, setting=Setting.SHOP, code="", available=False, reason="Falta de energia"),
        call(1, state=CallState.REPLACED),
        call(0, setting=Setting.PRODUCT, code="MAC", state=CallState.REFUSED, error="refused", words="no such thing"),
    )
    till.shop.board.announce(0)
    await till.window.tasks.idle()
    told = [page(till).calls.text_of(row).replace("\u00a0", " ") for row in floor.calls]
    assert told[0].startswith("ARZ/5: R$ 28.49, on its way")
    assert "not sent, tried again" in told[1] and "from 20 Mar 2026 on" in told[1]
    assert told[2].startswith("MAC: off sale, refused, iFood does not know this code")
    assert told[3].startswith("Shop closed, sent at 14:32") and "Falta de energia" in told[3]
    assert "a newer one counts" in told[4] and "iFood: “no such thing”" in told[5]
    assert page(till).history.isVisible()


async def test_what_could_not_be_saved_stays_to_be_done_again(till: Till, floor: HandFloor) -> None:
    floor.answers = [Result(Outcome.NOT_SAVED, "not_saved", good=False)]
    await till.press(K.Key_Down, K.Key_Return, "X", K.Key_Return, K.Key_Return)
    assert till.window.strip.headline == "NOT SAVED: do it again" and page(till).step_shown is Step.SHOPS


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20/3", date(2026, 3, 20)),
        ("14.3.", TODAY),
        ("1/1", date(2027, 1, 1)),
        ("20/03/26", date(2026, 3, 20)),
        ("20-03-2026", date(2026, 3, 20)),
        (" 2026-03-20 ", date(2026, 3, 20)),
        ("31/2", None),
        ("tomorrow", None),
        ("29/2", None),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, day: date | None) -> None:
    assert day_of(text, TODAY) == day

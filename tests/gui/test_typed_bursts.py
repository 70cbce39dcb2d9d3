"""Checks what is typed at the speed of a scanner: words into a search, amounts into an entry, all else is a scan."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from picker_app.picking.rows import Outcome, Result
from tests.gui.conftest import Open, Till
from tests.gui.shop import stocked

K = Qt.Key
TYPED = Result(Outcome.IGNORED, "typed", good=False)
UNKNOWN = Result(Outcome.UNKNOWN, "unknown", good=False, values={"code": "40123455"})


@pytest.fixture
async def till(open_till: Open) -> Till:
    return await open_till(stocked())


@pytest.fixture
async def in_order(till: Till) -> Till:
    await till.press(K.Key_Return)
    return till


async def test_a_name_at_the_speed_of_a_scanner_is_typed_into_the_search(in_order: Till) -> None:
    in_order.shop.desk.answers["identify"] = TYPED
    await in_order.press(K.Key_F4)
    await in_order.scan("natural", entered=False)
    panel = in_order.window.pages.order.product
    assert panel.text == "natural" and panel.model.rows()[0].product.sku == "OAT-N"
    assert panel.chosen is None and "unknown" not in in_order.shop.ears.heard
    await in_order.press(K.Key_Return, K.Key_Return)
    assert in_order.shop.desk.asked[-1] == ("replace", 1, "milk", "OAT-N", Decimal(2))


async def test_a_name_and_enter_at_the_speed_of_a_scanner_choose_the_first_match(in_order: Till) -> None:
    in_order.shop.desk.answers["identify"] = TYPED
    await in_order.press(K.Key_F6)
    await in_order.scan("Carry bag")
    await in_order.scan("1.5")
    assert in_order.shop.desk.asked[-1] == ("add", 1, "BAG-P", Decimal("1.5"))


@pytest.mark.parametrize("code", ["40123455", "ABC"])
async def test_an_unknown_scan_that_is_no_typing_leaves_the_search_as_it_is(in_order: Till, code: str) -> None:
    in_order.shop.desk.answers["identify"] = UNKNOWN
    await in_order.press(K.Key_F4, "o")
    await in_order.scan(code)
    assert in_order.window.pages.order.product.text == "o"
    assert in_order.window.strip.headline == "Unknown code"


async def test_a_find_text_at_the_speed_of_a_scanner_finds_the_line(in_order: Till) -> None:
    in_order.shop.desk.answers["scan"] = TYPED
    await in_order.chord(K.Key_F)
    await in_order.scan("wholemeal")
    assert in_order.chosen_line == "bread" and in_order.window.pages.order.panel.value == "none"


async def test_a_known_code_in_the_find_field_is_a_scan(in_order: Till) -> None:
    in_order.shop.desk.answers["scan"] = Result(Outcome.PICKED, "picked", True, {"name": "Milk"}, 1, "milk")
    await in_order.chord(K.Key_F)
    await in_order.scan("MLK-1L")
    assert in_order.window.strip.headline == "Milk" and in_order.window.pages.order.finder.field.text() == ""


async def test_a_customer_at_the_speed_of_a_scanner_is_found_in_the_inbox(till: Till) -> None:
    till.shop.desk.answers["scan"] = TYPED
    await till.chord(K.Key_F)
    await till.scan("bruno", entered=False)
    assert till.window.pages.finding
    await till.press(K.Key_Return)
    assert till.window.pages.inbox.chosen_order() == 2


@pytest.mark.parametrize("typed", ["1.184", "1,184", "12.5"])
async def test_a_number_with_a_decimal_mark_at_the_speed_of_a_scanner_is_the_typed_amount(
    in_order: Till, typed: str
) -> None:
    await in_order.press(K.Key_Down, K.Key_F2)
    await in_order.scan(typed)
    assert in_order.shop.desk.asked == [("set_amount", 1, "tom", Decimal(typed.replace(",", ".")))]


async def test_a_price_at_the_speed_of_a_scanner_waits_for_its_enter(in_order: Till) -> None:
    await in_order.press(K.Key_F7)
    await in_order.scan("1.29", entered=False)
    assert in_order.shop.desk.asked == []
    await in_order.press(K.Key_Return)
    assert in_order.shop.desk.asked == [("change_price", 1, "milk", Decimal("1.29"), None)]


@pytest.mark.parametrize("code", ["1184", "9001234500017", "1234.5", "ABC-1.5"])
async def test_any_other_burst_in_an_amount_entry_is_a_scan(in_order: Till, code: str) -> None:
    await in_order.press(K.Key_F2, "4")
    await in_order.scan(code)
    assert in_order.shop.desk.asked == [("scan", code, 1)]
    assert in_order.window.pages.order.amount.field.text() == "4"


async def test_a_burst_after_a_key_that_waits_comes_after_it(in_order: Till) -> None:
    in_order.shop.scanner.scan("9001234500017")
    in_order.strike(K.Key_F2)
    in_order.shop.scanner.scan("1.5")
    await in_order.window.tasks.idle()
    assert in_order.shop.desk.asked == [("scan", "9001234500017", 1), ("set_amount", 1, "milk", Decimal("1.5"))]

"""Checks the keys of the contract on a desk that remembers what it was asked and changes nothing."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from picker_app.domain.order import Stage
from picker_app.domain.said import Status
from picker_app.picking.rows import Act, Banner, Offer, Outcome, Result, Tab, Word
from tests.gui.conftest import Open, Till
from tests.gui.shop import stocked

K = Qt.Key


@pytest.fixture
async def till(open_till: Open) -> Till:
    return await open_till(stocked())


@pytest.fixture
async def in_order(till: Till) -> Till:
    await till.press(K.Key_Return)
    return till


async def test_enter_opens_the_most_urgent_order_at_the_start(till: Till) -> None:
    await till.press(K.Key_Return)
    assert till.page == "order_screen" and till.window.pages.order_id == 1
    assert till.shop.desk.asked == []


async def test_down_chooses_another_order_and_enter_opens_it(till: Till) -> None:
    await till.press(K.Key_Down, K.Key_Return)
    assert till.window.pages.order_id == 2


async def test_esc_leads_back_to_the_inbox_and_does_nothing_there(in_order: Till) -> None:
    await in_order.press(K.Key_Escape)
    assert in_order.page == "inbox"
    await in_order.press(K.Key_Escape, K.Key_Escape)
    assert in_order.page == "inbox"


@pytest.mark.parametrize("keys", [(K.Key_F2,), (K.Key_F4,), (K.Key_F6,), (K.Key_F7,), (K.Key_F9,), (K.Key_F1,),
                                  (K.Key_F4, K.Key_F1), (K.Key_F9, K.Key_F1)])  # fmt: skip
async def test_esc_twice_leads_to_the_inbox_from_anywhere(in_order: Till, keys: tuple[Qt.Key, ...]) -> None:
    await in_order.press(*keys, K.Key_Escape, K.Key_Escape)
    assert in_order.page == "inbox"


@pytest.mark.parametrize("key", [K.Key_F2, K.Key_F4, K.Key_F6, K.Key_F7, K.Key_F9, K.Key_F1])
async def test_esc_once_leads_one_step_back(in_order: Till, key: Qt.Key) -> None:
    await in_order.press(key, K.Key_Escape)
    assert in_order.page == "order_screen" and in_order.window.pages.order.panel.value == "none"


async def test_f2_offers_the_amount_and_typing_takes_its_place(in_order: Till) -> None:
    await in_order.press(K.Key_F2, "1", K.Key_Return)
    assert in_order.shop.desk.asked == [("set_amount", 1, "milk", Decimal(1))]


@pytest.mark.parametrize("typed", ["1,184", "1.184"])
async def test_weights_are_typed_with_point_or_comma(in_order: Till, typed: str) -> None:
    await in_order.press(K.Key_Down, K.Key_F2, typed, K.Key_Return)
    assert in_order.shop.desk.asked == [("set_amount", 1, "tom", Decimal("1.184"))]


async def test_enter_on_a_line_asks_for_its_amount_and_enter_takes_what_is_offered(in_order: Till) -> None:
    await in_order.press(K.Key_Return, K.Key_Return)
    assert in_order.shop.desk.asked == [("set_amount", 1, "milk", Decimal(2))]


async def test_what_is_no_amount_is_refused_and_can_be_typed_anew(in_order: Till) -> None:
    await in_order.press(K.Key_F2, "1..2", K.Key_Return)
    assert in_order.shop.desk.asked == [] and in_order.window.strip.headline == "Not an amount"
    await in_order.press("3", K.Key_Return)
    assert in_order.shop.desk.asked == [("set_amount", 1, "milk", Decimal(3))]


TOO_MUCH = Result(
    Outcome.OVER_MAXIMUM, "over_maximum", False, {"name": "Tomatoes", "maximum": "2.500", "unit": "kg"}, 1, "tom"
)


@pytest.mark.parametrize(
    ("keys", "verb"),
    [
        ((K.Key_F2,), "set_amount"),
        ((K.Key_F4, "natural", K.Key_Return), "replace"),
        ((K.Key_F6, "bag", K.Key_Return), "add"),
        ((K.Key_F7,), "change_price"),
    ],
)
async def test_a_refused_value_stays_to_be_typed_anew(
    in_order: Till, keys: tuple[Qt.Key | str, ...], verb: str
) -> None:
    in_order.shop.desk.answers[verb] = TOO_MUCH
    await in_order.press(*keys, "9.5", K.Key_Return)
    assert in_order.window.strip.headline == "Too much: at most 2.500 kg"
    field = in_order.focused()
    assert isinstance(field, QLineEdit) and field.text() == field.selectedText() == "9.5"
    del in_order.shop.desk.answers[verb]
    await in_order.press("2", K.Key_Return)
    assert [asked[0] for asked in in_order.shop.desk.asked] == [verb, verb]
    assert Decimal(2) in in_order.shop.desk.asked[-1]
    assert in_order.window.pages.order.panel.value == "none"


@pytest.mark.parametrize("key", [K.Key_F2, K.Key_F7])
async def test_esc_leaves_a_refused_value_for_the_lines(in_order: Till, key: Qt.Key) -> None:
    in_order.shop.desk.answers |= {"set_amount": TOO_MUCH, "change_price": TOO_MUCH}
    await in_order.press(K.Key_Escape, K.Key_Return, key, "9.5", K.Key_Return, K.Key_Escape)
    assert in_order.page == "order_screen" and in_order.window.pages.order.panel.value == "none"
    assert in_order.chosen_line == "milk"


async def test_keys_faster_than_a_refusal_type_the_next_value(in_order: Till) -> None:
    in_order.shop.desk.answers["set_amount"] = TOO_MUCH
    in_order.strike(K.Key_F2, "9.5", K.Key_Return, "1.2", K.Key_Return)
    await in_order.window.tasks.idle()
    assert [asked[3] for asked in in_order.shop.desk.asked] == [Decimal("9.5"), Decimal("1.2")]


async def test_enter_answers_the_question_about_a_typed_amount_and_closes_its_entry(in_order: Till) -> None:
    offer = Offer(Act.SET_AMOUNT, 1, "milk", Decimal(3))
    question = Result(Outcome.QUESTION, "above_ordered", False, {"amount": "3", "ordered": "2"}, 1, "milk", offer=offer)
    in_order.shop.desk.answers["set_amount"] = question
    await in_order.press(K.Key_F2, "3", K.Key_Return)
    assert in_order.window.pages.order.panel.value == "amount"
    await in_order.press(K.Key_Return)
    assert in_order.shop.desk.asked[-1] == ("accept", offer)
    assert in_order.window.pages.order.panel.value == "none"


async def test_an_entry_that_a_cancellation_closed_is_not_opened_by_its_answer(in_order: Till) -> None:
    in_order.shop.desk.answers["set_amount"] = Result(Outcome.REFUSED, "cancelled", good=False)
    in_order.strike(K.Key_F2, "1", K.Key_Return)
    view = in_order.shop.board.views[1]
    in_order.shop.board.put(replace(view, workable=False, banner=Banner("put_back")))
    in_order.shop.board.announce(1)
    await in_order.window.tasks.idle()
    assert in_order.window.pages.order.panel.value == "none" and in_order.focused() is in_order.window


async def test_f3_marks_the_chosen_line_and_it_stays_chosen(in_order: Till) -> None:
    await in_order.press(K.Key_Down, K.Key_Down, K.Key_F3)
    assert in_order.shop.desk.asked == [("not_found", 1, "bread")]
    assert in_order.chosen_line == "bread"


async def test_f4_typing_and_enter_choose_the_first_match_then_its_amount(in_order: Till) -> None:
    await in_order.press(K.Key_F4, "natural", K.Key_Return, K.Key_Return)
    assert in_order.shop.desk.asked == [("replace", 1, "milk", "OAT-N", Decimal(2))]


async def test_f4_without_typing_offers_suggestions_first(in_order: Till) -> None:
    await in_order.press(K.Key_F4)
    offered = [row.product.sku for row in in_order.window.pages.order.product.model.rows()]
    assert offered == ["OAT-N", "OAT-B", "OAT-C"]
    await in_order.press(K.Key_Down, K.Key_Return, "5", K.Key_Return)
    assert in_order.shop.desk.asked == [("replace", 1, "milk", "OAT-B", Decimal(5))]


async def test_keys_faster_than_the_search_still_take_the_first_match(in_order: Till) -> None:
    in_order.strike(K.Key_F6, "bag", K.Key_Return, "2", K.Key_Return)
    await in_order.window.tasks.idle()
    assert in_order.shop.desk.asked == [("add", 1, "BAG-P", Decimal(2))]


async def test_a_scan_chooses_the_product_with_the_weight_of_its_label(in_order: Till) -> None:
    in_order.shop.desk.product, in_order.shop.desk.weight = in_order.shop.catalog.products[4], Decimal("0.842")
    await in_order.press(K.Key_F6)
    await in_order.scan("2100010008424")
    await in_order.press(K.Key_Return)
    assert in_order.shop.desk.asked == [
        ("identify", "2100010008424", "foodora-centro"),
        ("add", 1, "TOM-K", Decimal("0.842")),
    ]


async def test_a_scan_that_is_no_product_leaves_the_search_open(in_order: Till) -> None:
    await in_order.press(K.Key_F4)
    await in_order.scan("40123455")
    assert in_order.window.strip.headline == "Not in the catalogue"
    assert in_order.window.pages.order.panel.value == "product"


@pytest.mark.parametrize(
    ("code", "headline"), [("order_in_choice", "That is an order's code"), ("unreadable", "Not readable, scan again")]
)
async def test_a_scan_in_the_search_says_what_it_was(in_order: Till, code: str, headline: str) -> None:
    in_order.shop.desk.answers["identify"] = Result(Outcome.REFUSED, code, good=False)
    await in_order.press(K.Key_F4)
    await in_order.scan("k7tm-3082-pexa")
    assert in_order.window.strip.headline == headline
    assert in_order.window.pages.order.panel.value == "product"


async def test_a_scan_while_a_reason_is_chosen_is_refused_and_the_list_stays(in_order: Till) -> None:
    await in_order.chord(K.Key_Delete)
    await in_order.press(K.Key_Down)
    await in_order.scan("9001234500017")
    assert in_order.shop.desk.asked == [("refuse", "9001234500017", 1, "choosing_reason")]
    assert "choose a reason" in in_order.window.strip.detail
    await in_order.press(K.Key_Return)
    assert in_order.shop.desk.asked[-1] == ("cancel", 1, "CLOSED")


async def test_a_code_that_no_catalogue_knows_can_be_used_as_it_is(in_order: Till) -> None:
    await in_order.press(K.Key_F6, "SKU-9", K.Key_Return, K.Key_Return)
    assert in_order.shop.desk.asked == [("add", 1, "SKU-9", Decimal(1))]


async def test_f5_checks_orders_in_the_inbox_and_the_cart_in_an_order(till: Till) -> None:
    await till.press(K.Key_F5)
    assert till.shop.checks == 1 and till.shop.desk.asked == []
    await till.press(K.Key_Return, K.Key_F5)
    assert till.shop.checks == 1 and till.shop.desk.asked == [("check", 1)]


async def test_f7_takes_the_price_of_one_and_f7_again_that_of_all(in_order: Till) -> None:
    await in_order.press(K.Key_F7, "1,29", K.Key_Return, K.Key_F7, K.Key_F7, "2,50", K.Key_Return)
    assert in_order.shop.desk.asked == [
        ("change_price", 1, "milk", Decimal("1.29"), None),
        ("change_price", 1, "milk", None, Decimal("2.50")),
    ]


async def test_f7_on_a_weighed_line_says_that_the_platform_computes(in_order: Till) -> None:
    await in_order.press(K.Key_Down, K.Key_F7)
    assert "platform computes" in in_order.window.strip.detail and in_order.shop.desk.asked == []


async def test_f8_shows_the_phone_number_only_when_asked(in_order: Till) -> None:
    phone = in_order.window.findChild(QLabel, "customer_phone")
    assert phone is not None and phone.text() == ""
    await in_order.press(K.Key_F8)
    assert phone.text() == "+43 660 5550118"


async def test_f9_previews_and_enter_sends(in_order: Till) -> None:
    await in_order.press(K.Key_F9)
    assert in_order.page == "finish_screen" and in_order.shop.desk.asked == [("may_finish", 1)]
    in_order.shop.desk.answers["finish"] = Result(Outcome.COMMAND, "finished", True, {"order": "3081"}, 1)
    await in_order.press(K.Key_Return)
    assert in_order.shop.desk.asked[-1] == ("finish", 1)
    assert in_order.page == "inbox" and in_order.window.strip.headline == "3081 is finished"


async def test_f9_with_a_line_undecided_chooses_that_line(in_order: Till) -> None:
    values = {"count": "2", "name": "Wholemeal bread"}
    in_order.shop.desk.answers["may_finish"] = Result(Outcome.REFUSED, "undecided", False, values, 1, "bread")
    await in_order.press(K.Key_F9)
    assert in_order.page == "order_screen" and in_order.chosen_line == "bread"
    assert in_order.window.strip.headline == "2 lines still to pick"


async def test_a_scan_in_the_preview_goes_back_and_is_done_there(in_order: Till) -> None:
    await in_order.press(K.Key_F9)
    await in_order.scan("9001234500017")
    assert in_order.page == "order_screen" and in_order.shop.desk.asked[-1] == ("scan", "9001234500017", 1)


@pytest.mark.parametrize(
    ("downs", "reason"), [(0, "ITEM_UNAVAILABLE"), (1, "CLOSED"), (2, "TOO_BUSY"), (5, "TOO_BUSY")]
)
async def test_ctrl_delete_offers_reasons_and_enter_takes_the_chosen_one(
    in_order: Till, downs: int, reason: str
) -> None:
    await in_order.chord(K.Key_Delete)
    await in_order.press(*[K.Key_Down] * downs, K.Key_Return)
    assert in_order.shop.desk.asked == [("cancel", 1, reason)]


async def test_ctrl_z_undoes_also_while_a_field_has_the_focus(in_order: Till) -> None:
    await in_order.press(K.Key_F2, "7")
    await in_order.chord(K.Key_Z)
    assert in_order.shop.desk.asked == [("undo", 1)]


async def test_ctrl_f_chooses_the_found_line(in_order: Till) -> None:
    await in_order.chord(K.Key_F)
    await in_order.press("BREAD", K.Key_Return)
    assert in_order.chosen_line == "bread" and in_order.shop.desk.asked == []


async def test_ctrl_f_in_the_inbox_chooses_the_found_order(till: Till) -> None:
    await till.chord(K.Key_F)
    await till.press("bruno", K.Key_Return)
    assert till.page == "inbox" and till.window.pages.inbox.chosen_order() == 2


async def test_what_is_not_found_is_said_and_moves_nothing(till: Till) -> None:
    await till.chord(K.Key_F)
    await till.press("nobody", K.Key_Return)
    assert till.window.strip.headline == "Nothing found" and till.window.pages.inbox.chosen_order() == 1


async def test_a_scanned_order_code_opens_that_order(till: Till) -> None:
    till.shop.desk.answers["scan"] = Result(Outcome.OPENED, "opened", True, {"order": "3082"}, 2)
    await till.scan("k7tm-3082-pexa")
    assert till.window.pages.order_id == 2 and till.shop.desk.asked == [("scan", "k7tm-3082-pexa", None)]


async def test_a_scan_while_a_quantity_is_typed_leaves_the_typing(in_order: Till) -> None:
    await in_order.press(K.Key_F2, "4")
    in_order.shop.desk.answers["scan"] = Result(Outcome.PICKED, "picked", True, {"name": "Bread"}, 1, "bread")
    await in_order.scan("9001234500017")
    await in_order.press(K.Key_Return)
    assert in_order.shop.desk.asked[-1] == ("set_amount", 1, "milk", Decimal(4))


async def test_a_weighed_product_without_weight_asks_for_the_kilograms(in_order: Till) -> None:
    in_order.shop.desk.answers["scan"] = Result(Outcome.WEIGH, "not_pieces", False, {"name": "Tomatoes"}, 1, "tom")
    await in_order.scan("2100010000000")
    await in_order.press("0,9", K.Key_Return)
    assert in_order.shop.desk.asked[-1] == ("set_amount", 1, "tom", Decimal("0.9"))


async def test_a_scan_chooses_its_line_and_when_that_is_done_the_next_open_one(in_order: Till) -> None:
    in_order.shop.desk.answers["scan"] = Result(Outcome.PICKED, "picked", True, {}, 1, "bread")
    await in_order.scan("1")
    assert in_order.chosen_line == "bread"
    in_order.shop.desk.answers["scan"] = Result(Outcome.PICKED, "picked", True, {}, 1, "bread", line_complete=True)
    await in_order.scan("1")
    assert in_order.chosen_line == "milk"


async def test_enter_accepts_a_question_within_thirty_seconds(in_order: Till) -> None:
    offer = Offer(Act.PICK_MORE, 1, "milk")
    in_order.shop.desk.answers["scan"] = Result(Outcome.QUESTION, "above_ordered", False, {}, 1, "milk", offer=offer)
    await in_order.scan("9001234500017")
    in_order.shop.watch.move(seconds=29)
    await in_order.press(K.Key_Return)
    assert in_order.shop.desk.asked[-1] == ("accept", offer)


@pytest.mark.parametrize("key", [K.Key_Down, K.Key_F2, K.Key_F8])
async def test_another_key_drops_the_question(in_order: Till, key: Qt.Key) -> None:
    offer = Offer(Act.PICK_MORE, 1, "milk")
    in_order.shop.desk.answers["scan"] = Result(Outcome.QUESTION, "above_ordered", False, {}, 1, "milk", offer=offer)
    await in_order.scan("9001234500017")
    await in_order.press(key, K.Key_Return)
    assert ("accept", offer) not in in_order.shop.desk.asked


async def test_a_question_that_nobody_answers_ends_after_thirty_seconds(in_order: Till) -> None:
    offer = Offer(Act.PICK_MORE, 1, "milk")
    in_order.shop.desk.answers["scan"] = Result(Outcome.QUESTION, "above_ordered", False, {}, 1, "milk", offer=offer)
    await in_order.scan("9001234500017")
    in_order.shop.watch.move(seconds=31)
    in_order.window.tick()
    assert in_order.window.strip.headline == "Not taken"
    await in_order.press(K.Key_Return)
    assert ("accept", offer) not in in_order.shop.desk.asked


async def test_enter_after_other_order_in_the_inbox_picks_there_and_opens_it(till: Till) -> None:
    offer = Offer(Act.PICK_THERE, 2, "x")
    till.shop.desk.answers["scan"] = Result(Outcome.OTHER_ORDER, "other_order", False, {"order": "3082"}, offer=offer)
    await till.scan("9001234500017")
    await till.press(K.Key_Return)
    assert till.shop.desk.asked[-1] == ("accept", offer) and till.window.pages.order_id == 2


async def test_a_cancelled_order_takes_no_acts_and_says_why(in_order: Till) -> None:
    view = in_order.shop.board.views[1]
    await in_order.press(K.Key_F2)
    row = replace(view.row, status=Status.CANCELLED)
    in_order.shop.board.put(replace(view, row=row, workable=False, banner=Banner("put_back")))
    in_order.shop.board.announce(1)
    assert in_order.window.pages.order.panel.value == "none"
    assert "put back" in in_order.window.strip.detail
    await in_order.press(K.Key_F3)
    assert in_order.shop.desk.asked == [] and in_order.window.strip.headline == "This order is cancelled"


def sent_in_vain(till: Till) -> None:
    """Let the board say that order 1 was sent three times without an answer."""
    view = till.shop.board.views[1]
    row = replace(view.row, word=Word.ASK, tab=Tab.WAITING, stage=Stage.FINISHED)
    till.shop.board.put(replace(view, row=row, workable=False, undoable=False, banner=Banner("ask")))
    till.shop.board.announce(1)


async def test_enter_brings_an_order_that_was_sent_in_vain_back_to_the_desk(in_order: Till) -> None:
    sent_in_vain(in_order)
    words = in_order.window.findChild(QLabel, "order_banner_words")
    assert words is not None and words.isVisible() and "Enter" in words.text() and "three times" in words.text()
    await in_order.press(K.Key_Return)
    assert in_order.shop.given_back == [1] and in_order.shop.desk.asked == []
    assert in_order.window.strip.headline == "3081 comes back to the desk"


async def test_an_order_that_is_not_yet_safe_to_change_says_so_and_stays(in_order: Till) -> None:
    in_order.shop.safe = False
    sent_in_vain(in_order)
    await in_order.press(K.Key_Return)
    assert in_order.window.strip.headline == "Not yet safe"
    assert "asked twice, 30 s apart" in in_order.window.strip.detail
    await in_order.press(K.Key_Return)
    assert in_order.shop.given_back == [1, 1]


async def test_the_strip_says_what_enter_does_in_an_order_that_was_sent_in_vain(in_order: Till) -> None:
    sent_in_vain(in_order)
    await in_order.press(K.Key_Escape, K.Key_Return)
    assert in_order.window.strip.detail == "brings it back to the desk"


async def test_f1_opens_the_help_and_closes_it_again_over_what_was_typed(in_order: Till) -> None:
    await in_order.press(K.Key_F2, "3", K.Key_F1)
    assert in_order.page == "help_screen"
    await in_order.press(K.Key_F1, K.Key_Return)
    assert in_order.shop.desk.asked == [("set_amount", 1, "milk", Decimal(3))]


async def test_keys_pressed_while_an_act_runs_are_done_after_it(in_order: Till) -> None:
    in_order.shop.scanner.scan("9001234500017")
    in_order.shop.scanner.scan("9001234500017")
    in_order.strike(K.Key_F9, K.Key_Return)
    await in_order.window.tasks.idle()
    assert [asked[0] for asked in in_order.shop.desk.asked] == ["scan", "scan", "may_finish", "finish"]

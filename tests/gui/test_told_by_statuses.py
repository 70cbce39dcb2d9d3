"""Checks orders of platforms that are told statuses: what keys ask of the desk, and what a person reads."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from picker_app.domain.cart import Kind
from picker_app.domain.order import Stage
from picker_app.domain.rereading import Difference
from picker_app.domain.said import Flow, PaymentLine, Status
from picker_app.gui.screens.order import Panel
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.labels import Pill
from picker_app.gui.widgets.status_words import StatusWords
from picker_app.picking.commands import ScanCommand, code_of
from picker_app.picking.rows import (
    AccountRow,
    Banner,
    IncidentRow,
    Line,
    OrderView,
    Outcome,
    Reread,
    RereadState,
    Result,
    Tab,
    Word,
)
from tests.gui.conftest import Open, Till
from tests.gui.shop import NOW, Shop, order_view
from tests.gui.told_by_statuses import CONFIRMED, lines, row, short, taken, view

K = Qt.Key
CLOCK_OFF: dict[str, Any] = {"confirm_from": None, "confirm_by": None}


async def opened(open_till: Open, made: Any = None) -> Till:
    shop = Shop()
    shop.board.put(made or view())
    till = await open_till(shop)
    await till.press(K.Key_Return)
    shop.desk.asked.clear()
    return till


def texts(till: Till, name: str = "") -> str:
    """What can be read in a part of the window, in all of it where no part is named."""
    QApplication.processEvents()  # what was put into a layout is shown with the next event
    found = till.window.findChild(QWidget, name) if name else till.window
    assert isinstance(found, QWidget)
    labels = [label.text() for label in found.findChildren(QLabel) if label.isVisible()]
    marks = [pill.accessibleName() for pill in found.findChildren(Pill) if pill.isVisible()]
    return "\n".join([*labels, *marks])


def button(till: Till, name: str) -> Button:
    found = till.window.findChild(Button, name)
    assert isinstance(found, Button)
    return found


def put(till: Till, made: OrderView) -> None:
    till.shop.board.put(made)
    till.shop.board.announce(1)


# --- Enter, F9 and what is not offered ---


async def test_enter_accepts_the_order_and_after_that_the_chosen_line_with_its_parts(open_till: Open) -> None:
    till = await opened(open_till)
    assert till.window.strip.accessibleName().endswith("accepts order 3310")
    await till.press(K.Key_Return)
    assert till.shop.desk.asked == [("confirm", 1)]
    put(till, view(row(confirming="accepted"), acts=CONFIRMED))
    till.window.pages.order.choose("1")
    till.shop.desk.answers["take"] = Result(Outcome.COMMAND, "taken", True, {"name": "Cesta"}, 1, "1")
    await till.press(K.Key_Return)
    assert till.shop.desk.asked[-1] == ("take", 1, "1")
    assert till.chosen_line == "0", "the parts are taken with it: the next line to do is chosen"


async def test_what_the_platform_cannot_be_told_of_has_no_button_and_a_kind_answer(open_till: Open) -> None:
    till = await opened(open_till)
    assert not any(button(till, name).isVisible() for name in ("act_replace", "act_add", "act_price", "act_check"))
    for key in (K.Key_F4, K.Key_F6, K.Key_F7):
        await till.press(key)
        assert till.window.pages.order.panel is Panel.NONE
        assert till.window.strip.headline == "This platform cannot be told of that"
    assert till.shop.desk.asked == []
    assert button(till, "act_amount").text() == "Fewer" and button(till, "act_finish").text() == "Dispatch"


async def test_fewer_pieces_and_a_missing_line_can_be_noted(open_till: Open) -> None:
    till = await opened(open_till)
    await till.press(K.Key_F2, "1", K.Key_Return, K.Key_F3)
    assert till.shop.desk.asked == [("set_amount", 1, "0", Decimal(1)), ("not_found", 1, "0")]


async def test_an_order_for_a_platform_with_carts_keeps_its_keys(open_till: Open) -> None:
    till = await opened(open_till, order_view(row(**CLOCK_OFF), lines()[:1]))
    await till.press(K.Key_F4)
    assert till.window.pages.order.panel is Panel.PRODUCT
    assert not button(till, "act_accept").isVisible() and button(till, "act_finish").text() == "Finish"


async def test_a_dispatched_order_can_be_said_to_be_delivered(open_till: Open) -> None:
    gone = row(tab=Tab.DONE, word=Word.DISPATCHED, status=Status.DISPATCHED, closed_at=NOW, **CLOCK_OFF)
    till = await opened(open_till, view(gone, acts=(Kind.DELIVER,), workable=False, undoable=False))
    till.window.pages.open_order(1)
    assert button(till, "act_finish").text() == "Delivered" and button(till, "act_finish").isEnabled()
    await till.press(K.Key_F9)
    assert till.shop.desk.asked == [("deliver", 1)]


async def test_take_away_is_handed_over_with_f9(open_till: Open) -> None:
    done = [taken(entry) for entry in lines() if not entry.heading]
    till = await opened(open_till, view(row(flow=Flow.PICKUP), done, acts=(Kind.CONFIRM, Kind.DELIVER, Kind.REJECT)))
    assert button(till, "act_finish").text() == "Hand over"
    await till.press(K.Key_F9)
    assert button(till, "finish_send").text() == "Handed over to the customer"
    assert "This also accepts the order at iFood" in texts(till, "finish_side")
    await till.press(K.Key_Return)
    assert till.shop.desk.asked[-1] == ("finish", 1)


async def test_f5_reads_again_and_shows_what_differs(open_till: Open) -> None:
    till = await opened(open_till)
    await till.press(K.Key_F5)
    assert till.shop.desk.asked == [("check", 1)]
    found = (Difference("amount", "Maçã", "6", "4"), Difference("total", "", "92.09", "90.00"))
    put(till, view(reread=Reread(RereadState.READ, NOW, found)))
    assert "Maçã: amount 6 → 4" in texts(till, "reread_card") and "total 92.09 → 90.00" in texts(till, "reread_card")
    put(till, view(reread=Reread(RereadState.READ, NOW)))
    assert "nothing differs" in texts(till, "reread_card")
    put(till, view(reread=Reread(RereadState.FAILED, NOW, code="unreachable")))
    assert "cannot be reached" in texts(till, "reread_card")


# --- what a person reads ---


async def test_what_the_customer_wishes_stands_in_a_band_of_its_own(open_till: Open) -> None:
    till = await opened(open_till)
    order = till.window.pages.order
    plain, wished = (order.lines.sizeHintForIndex(order.model.index(n, 0)).height() for n in (0, 1))
    assert wished > plain
    assert order.model.card_of(order.model.rows()[1]).wish == "MAÇÃS BEM MADURAS"
    assert [order.model.card_of(entry).part for entry in order.model.rows()] == [
        False, False, True, True, False, False, True,
    ]  # fmt: skip


async def test_the_payments_the_change_and_the_card_machine_are_told_as_the_platform_gave_them(open_till: Open) -> None:
    till = await opened(open_till)
    read = texts(till, "pays_card").replace("\u00a0", " ")
    for words in ("R$ 84.19", "R$ 7.90", "R$ 92.09", "collect R$ 82.09 at the door", "Voucher: R$ 10.00 · paid",
                  "Bring R$ 17.91 of change for R$ 100.00."):  # fmt: skip
        assert words in read, words
    card = PaymentLine("VIREST", "DÉBITO – VISA (MÁQUINA)", Decimal("92.09"), prepaid=False, machine=True)
    put(till, view(payments=(card,), notices=("sums_differ", "unknown_payment")))
    read = texts(till, "pays_card")
    assert "Take the card machine along." in read and "The sums do not add up: these are iFood’s own." in read
    assert "not known here" in read
    paid = view().payment
    assert paid is not None
    put(till, view(payments=(replace(card, prepaid=True),), payment=replace(paid, collect=Decimal(0))))
    assert "nothing to collect" in texts(till, "pays_card")


async def test_tax_number_address_and_the_number_to_dial_are_there(open_till: Open) -> None:
    till = await opened(open_till)
    read = texts(till, "customer_card")
    assert "tax number 000.000.000-00" in read and "R Exemplo, 200 · apto 12" in read and "portão azul" in read
    assert "0800" not in read
    await till.press(K.Key_F8)
    assert "0800 000 0000 ID: 12345678" in texts(till, "customer_card")
    put(till, view(row(flow=Flow.PICKUP)))
    assert "R Exemplo" not in texts(till, "customer_card") and "customer comes" in texts(till, "customer_card")


async def test_the_drawer_shows_every_field_of_the_platform(open_till: Open) -> None:
    till = await opened(open_till)
    details = till.window.pages.details
    await till.chord(K.Key_D)
    assert details.isVisible()
    read = texts(till, "details")
    for words in ("7402218855301020", "Mercado Modelo", "ff80808199aa01", "merchant.id", "payments[0].collector",
                  "cliente@example.com", "customer.ordersCountOnRestaurant", "addition", "0.25", "ARZ/5",
                  "MAÇÃS BEM MADURAS", "DIN"):  # fmt: skip
        assert words in read, words
    await till.press(K.Key_Down)
    put(till, view(store="Outra loja"))
    assert "Outra loja" in texts(till, "details")
    await till.press(K.Key_Escape)
    assert not details.isVisible() and till.page == "order_screen"


async def test_the_drawer_goes_with_its_order(open_till: Open) -> None:
    till = await opened(open_till)
    await till.chord(K.Key_D)
    till.window.hands.to_inbox()
    assert not till.window.pages.details.isVisible()
    await till.chord(K.Key_D)
    assert not till.window.pages.details.isVisible(), "there is no order in the inbox"


@pytest.mark.parametrize(
    ("changes", "mark"),
    [
        ({}, "To accept"),
        ({"confirming": "queued"}, "Accepted, being sent"),
        ({"confirming": "accepted"}, "Accepted, waiting"),
        ({"confirming": "uncertain"}, "Accepted, not certain"),
        ({"confirming": "refused"}, "Acceptance refused"),
        ({"status": Status.CONFIRMED, **CLOCK_OFF}, "Confirmed"),
        ({"returned": True, **CLOCK_OFF}, "Given back: make it"),
    ],
)
async def test_how_the_acceptance_stands_is_said_in_the_inbox_and_in_the_order(
    open_till: Open, changes: dict[str, Any], mark: str
) -> None:
    shop = Shop()
    shop.board.put(view(row(**changes)))
    till = await open_till(shop)
    inbox = till.window.pages.inbox
    assert inbox.model.card_of(inbox.model.rows()[0]).mark.word == mark
    await till.press(K.Key_Return)
    assert mark in texts(till, "order_head")


# --- the clock ---


async def test_the_time_left_to_accept_stands_in_row_and_head_and_then_that_they_may_call(open_till: Open) -> None:
    till = await opened(open_till)
    inbox = till.window.pages.inbox
    card = inbox.model.card_of(view().row)
    assert card.time == "accept: 12 min" and card.share == pytest.approx(0.8)
    assert "accept: 12 min" in texts(till, "order_head")
    till.shop.watch.move(minutes=13)
    till.window.tick()
    assert inbox.model.card_of(view().row).time == "they may call now"
    assert "they may call now" in texts(till, "order_head")
    put(till, view(row(confirming="accepted")))
    assert "17 min left" in texts(till, "order_head"), "accepted: now it is due to be made"


async def test_an_order_to_accept_rings_at_each_moment_of_its_clock_until_it_is_accepted(open_till: Open) -> None:
    shop = Shop()
    shop.board.put(view())
    till = await open_till(shop)
    alarm = button(till, "silence_alarm")
    till.window.tick()
    assert shop.ears.heard == []
    shop.watch.move(minutes=2)  # a third of the 15 minutes is over
    till.window.tick()
    assert shop.ears.heard == ["new_order"] and alarm.text() == "Accept 3310: 10 min left"
    shop.watch.move(seconds=9)
    till.window.tick()
    assert shop.ears.heard == ["new_order"] * 2, "it rings on"
    await till.chord(K.Key_M)
    assert not alarm.isVisible()
    shop.watch.move(seconds=9)
    till.window.tick()
    assert shop.ears.heard == ["new_order"] * 2
    shop.watch.move(minutes=5)
    till.window.tick()
    assert alarm.isVisible() and len(shop.ears.heard) == 3
    shop.watch.move(minutes=5)
    till.window.tick()
    assert alarm.text() == "3310 not accepted: the desk may be calling"
    put(till, view(row(confirming="queued"), acts=CONFIRMED))
    till.window.tick()
    assert not alarm.isVisible()


async def test_an_order_that_comes_late_rings_and_one_that_is_given_back_too(open_till: Open) -> None:
    shop = Shop()
    shop.board.put(view(row(confirm_from=NOW - timedelta(minutes=14), confirm_by=NOW + timedelta(minutes=1))))
    till = await open_till(shop)
    assert button(till, "silence_alarm").text() == "Accept 3310: 1 min left", "there when the program began"
    await till.chord(K.Key_M)
    put(till, view(row(tab=Tab.WAITING, word=Word.WITH_PLATFORM, **CLOCK_OFF), workable=False))
    heard = len(shop.ears.heard)
    put(till, view(row(tab=Tab.PICKING, word=Word.PICKING, returned=True, **CLOCK_OFF)))
    assert len(shop.ears.heard) == heard + 1 and button(till, "silence_alarm").isVisible()


# --- a shortage, a rejection, a decision ---


async def test_what_is_short_is_listed_with_the_price_and_the_number_before_the_order_is_finished(
    open_till: Open,
) -> None:
    till = await opened(open_till, short())
    await till.press(K.Key_F9)
    read = texts(till, "finish_screen").replace("\u00a0", " ")
    for words in ("Arroz tipo 1 5 kg", "2 ordered, 1 in the bag", "Embalagem", "3 ordered, 0 in the bag",
                  "iFood still charges R$ 92.09: agree with the customer by phone.",
                  "0800 000 0000 ID: 12345678"):  # fmt: skip
        assert words in read, words
    assert button(till, "finish_send").text() == "Finish all the same"
    await till.press(K.Key_Return)
    assert till.shop.desk.asked[-1] == ("finish", 1, "yes")


async def test_instead_of_finishing_the_order_can_be_rejected_with_what_is_missing(open_till: Open) -> None:
    till = await opened(open_till, replace(short(), row=replace(short().row, status=Status.INTEGRATED)))
    await till.press(K.Key_F9)
    await till.chord(K.Key_Delete)
    panel = till.window.pages.order.rejecting
    assert panel.field.text() == "Missing in the shop: Arroz tipo 1 5 kg (1 of 2), Embalagem (0 of 3)."
    assert "This does not cancel the order: iFood will phone the shop." in texts(till, "reject_panel")
    till.shop.desk.answers["reject"] = Result(Outcome.COMMAND, "rejected_here", True, {"order": "3310"}, 1)
    await till.press(K.Key_Return)
    assert till.shop.desk.asked[-1][0] != "reject" and "These words are sent" in till.window.strip.accessibleName()
    await till.press(K.Key_Return)
    assert till.shop.desk.asked[-1] == ("reject", 1, panel.details())
    assert till.page == "inbox" and "the platform will phone" in till.window.strip.accessibleName()


async def test_arrows_choose_the_reason_and_typing_takes_the_place_of_its_sentence(open_till: Open) -> None:
    till = await opened(open_till)
    await till.chord(K.Key_Delete)
    panel = till.window.pages.order.rejecting
    await till.press(K.Key_Down)
    assert panel.field.text() == "The shop is closed and cannot make this order."
    await till.press("Acabou a luz", K.Key_Down)
    assert panel.field.text() == "Acabou a luz", "what was typed stays"
    await till.press(K.Key_Return)
    assert till.shop.desk.asked[-1] == ("reject", 1, "Acabou a luz")


async def test_enter_takes_the_reason_then_the_words_are_typed_and_enter_sends_them(open_till: Open) -> None:
    till = await opened(open_till)
    await till.chord(K.Key_Delete)
    await till.press(K.Key_Return)
    await till.press("o suco acabou", K.Key_Return)
    assert till.shop.desk.asked[-1] == ("reject", 1, "o suco acabou")


async def test_words_typed_as_fast_as_a_scan_are_the_reason_and_a_product_is_not(open_till: Open) -> None:
    till = await opened(open_till)
    await till.chord(K.Key_Delete)
    await till.scan("9001234500017")
    assert till.shop.desk.asked[-1] == ("refuse", "9001234500017", 1, "choosing_reason")
    await till.scan("Sem energia", entered=False)
    assert till.window.pages.order.rejecting.field.text() == "Sem energia" and till.shop.desk.noted == ["typed"]


async def test_a_confirmed_order_is_rejected_only_after_a_second_warning(open_till: Open) -> None:
    made = view(row(status=Status.CONFIRMED, **CLOCK_OFF), acts=CONFIRMED)
    till = await opened(open_till, made)
    await till.chord(K.Key_Delete)
    assert "The order is confirmed already" in texts(till, "reject_panel")
    await till.press(K.Key_Return)
    assert till.shop.desk.asked == [] and "Press Enter again" in texts(till, "reject_panel")
    await till.press(K.Key_Escape)
    assert till.shop.desk.asked == [] and till.window.pages.order.panel is Panel.NONE
    await till.chord(K.Key_Delete)
    await till.press(K.Key_Return, K.Key_Return)
    assert till.shop.desk.asked[-1][0] == "reject"


async def test_an_order_with_the_platforms_desk_says_so_to_every_key(open_till: Open) -> None:
    gone = row(tab=Tab.WAITING, word=Word.WITH_PLATFORM, stage=Stage.REJECTED, **CLOCK_OFF)
    made = view(gone, acts=(), workable=False, banner=Banner("with_platform", (("reason", "x"),)))
    till = await opened(open_till, made)
    till.window.pages.open_order(1)
    await till.press(K.Key_F3)
    assert till.window.strip.headline == "This order is with the platform’s own desk"


async def test_a_status_without_proof_is_sent_again_or_left_as_the_person_says(open_till: Open) -> None:
    asked = row(tab=Tab.WAITING, word=Word.ASK, **CLOCK_OFF)
    till = await opened(open_till, replace(short(), row=asked, workable=False, acts=(), banner=Banner("ask_status")))
    till.window.pages.open_order(1)
    for keys, again in (((), True), ((K.Key_Down,), False)):
        await till.press(K.Key_Return)
        assert till.window.pages.order.panel is Panel.DECIDE
        await till.press(*keys, K.Key_Return)
        assert till.shop.decided[-1] == (1, again)
    assert till.window.strip.headline == "3310: nothing more is sent"
    till.shop.safe = False
    await till.press(K.Key_Return, K.Key_Return)
    assert till.window.strip.headline == "Not yet safe"


REFUSED = Banner("confirmation_refused", (("words", "merchant closed"),))


async def test_a_refused_acceptance_is_said_again_or_dealt_with_as_the_person_says(open_till: Open) -> None:
    till = await opened(open_till, view(row(confirming="refused"), banner=REFUSED))
    assert "“merchant closed”" in texts(till, "order_banner") and "Acceptance refused" in texts(till, "order_head")
    assert button(till, "act_accept").text() == "Accept"
    await till.press(K.Key_Return)
    assert till.window.pages.order.panel is Panel.DECIDE
    read = texts(till, "decide_panel")
    assert "Accept order 3310 again?" in read and "iFood did not take it: “merchant closed”" in read
    await till.press(K.Key_Return)
    assert till.shop.desk.asked == [("confirm", 1)] and till.shop.decided == []
    await till.press(K.Key_Return, K.Key_Down, K.Key_Return)
    assert till.shop.decided == [(1, False)] and len(till.shop.desk.asked) == 1
    assert till.window.strip.headline == "3310: nothing more is sent"


async def test_an_order_whose_acceptance_was_refused_can_still_be_picked_finished_and_rejected(open_till: Open) -> None:
    done = [taken(entry) for entry in lines() if not entry.heading]
    till = await opened(open_till, view(row(confirming="refused"), done, banner=REFUSED, next_line=""))
    inbox = till.window.pages.inbox
    picking = row(tab=Tab.PICKING, word=Word.PICKING, confirming="refused")
    assert inbox.model.card_of(picking).mark.word == "Acceptance refused"
    await till.press(K.Key_F9, K.Key_Return)
    assert till.shop.desk.asked[-1] == ("finish", 1)
    till.window.pages.open_order(1)
    await till.chord(K.Key_Delete)
    assert till.window.pages.order.panel is Panel.REJECT


async def test_an_acceptance_that_was_dealt_with_leaves_enter_to_the_lines(open_till: Open) -> None:
    till = await opened(open_till, view(row(confirming="accepted"), acts=CONFIRMED))
    await till.press(K.Key_Return)
    assert till.shop.desk.asked == [("take", 1, "0")]


async def test_what_was_probably_done_can_be_decided_in_the_order(open_till: Open) -> None:
    asked = row(tab=Tab.WAITING, word=Word.ASK, **CLOCK_OFF)
    probably = Banner("check_portal", (("words", "already dispatched"),))
    till = await opened(open_till, replace(short(), row=asked, workable=False, acts=(), banner=probably))
    till.window.pages.open_order(1)
    assert button(till, "act_accept").text() == "Decide" and button(till, "act_accept").isEnabled()
    await till.press(K.Key_Return)
    assert "“already dispatched”" in texts(till, "decide_panel")
    await till.press(K.Key_Return)
    assert till.shop.decided == [(1, True)]


async def test_an_incident_is_taken_as_seen_to_with_ctrl_delete(open_till: Open) -> None:
    shop = Shop()
    shop.board.troubles = (IncidentRow("in-7", NOW, "ifood-centro", "iFood", "foreign_store", None, "", "591842"),)
    till = await open_till(shop)
    await till.chord(K.Key_Delete)
    assert shop.dismissed == [], "only where the incidents are seen"
    assert not button(till, "incident_dismiss").isVisible()
    await till.press(K.Key_Left)
    button(till, "incident_dismiss").click()
    await till.window.tasks.idle()
    assert shop.dismissed == ["in-7"] and till.window.strip.headline.startswith("Seen to")
    shop.safe = False
    await till.chord(K.Key_Delete)
    assert till.window.strip.headline == "This is decided in the order"


async def test_reject_and_confirm_can_be_scanned_and_confirm_alone_accepts(open_till: Open) -> None:
    till = await opened(open_till)
    await till.scan(code_of(ScanCommand.CONFIRM))
    assert till.shop.desk.asked == [("confirm", 1)]
    put(till, view(row(status=Status.CONFIRMED, **CLOCK_OFF), acts=CONFIRMED))
    await till.scan(code_of(ScanCommand.REJECT))
    assert till.window.pages.order.panel is Panel.REJECT
    await till.scan(code_of(ScanCommand.CONFIRM))
    assert len(till.shop.desk.asked) == 1, "it is confirmed already: asked a second time"
    await till.scan(code_of(ScanCommand.CONFIRM))
    assert [verb for verb, *_ in till.shop.desk.asked] == ["confirm", "reject"]


@pytest.mark.parametrize(
    ("account", "words"),
    [
        (AccountRow("i", "iFood", Line.CONNECTED, asked_at=NOW - timedelta(seconds=12)), "iFood · last asked 12 s ago"),
        (AccountRow("i", "iFood", Line.OFF, silent_since=NOW), "iFood · no contact since 14:32"),
        (
            AccountRow("i", "iFood", Line.OFF, silent_since=NOW, support=True, retry_at=NOW + timedelta(seconds=9)),
            "iFood · no contact since 14:32: ask its support, next try in 9 s",
        ),
    ],
)
async def test_the_top_bar_tells_when_the_platform_was_last_asked(
    open_till: Open, account: AccountRow, words: str
) -> None:
    shop = Shop()
    shop.accounts = (account,)
    till = await open_till(shop)
    state = till.window.findChild(StatusWords, "account_i")
    assert isinstance(state, StatusWords) and state.accessibleName() == words

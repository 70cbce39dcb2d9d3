"""Checks scanned commands in the window: what each does, on which screen, and what wants a second scan."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from picker_app.devices.scanner import Scan
from picker_app.gui.screens.order import Panel
from picker_app.picking.commands import ScanCommand, code_of
from picker_app.picking.rows import Act, Offer, Outcome, Result, ScanMode
from tests.gui.conftest import Open, Till
from tests.gui.shop import NOW, stocked

K = Qt.Key
C = ScanCommand
MILK = "9001234500017"


@pytest.fixture
async def till(open_till: Open) -> Till:
    return await open_till(stocked())


@pytest.fixture
async def in_order(till: Till) -> Till:
    await till.press(K.Key_Return)
    return till


async def do(till: Till, *commands: ScanCommand | int | str) -> None:
    """Scan commands (a number is ×n) and codes, one after another."""
    for one in commands:
        if isinstance(one, str):
            await till.scan(one)
        else:
            await till.scan(code_of(C.TIMES, one) if isinstance(one, int) else code_of(one))


def acts(till: Till) -> list[str]:
    return [str(asked[0]) for asked in till.shop.desk.asked]


@pytest.mark.parametrize(
    ("command", "act"),
    [(C.UNDO, ("undo", 1)), (C.NOT_FOUND, ("not_found", 1, "milk")), (C.CHECK_CART, ("check", 1)),
     (C.FINISH, ("may_finish", 1))],
)  # fmt: skip
async def test_a_command_asks_for_the_act_of_its_key(
    in_order: Till, command: ScanCommand, act: tuple[object, ...]
) -> None:
    await do(in_order, command)
    assert in_order.shop.desk.asked == [act]
    assert in_order.shop.desk.commanded == [code_of(command)], "written down as this scan's doing"


async def test_finish_wants_confirm(in_order: Till) -> None:
    await do(in_order, C.FINISH, C.FINISH)
    assert in_order.page == "finish_screen" and "finish" not in acts(in_order)
    await do(in_order, C.CONFIRM)
    assert acts(in_order)[-1] == "finish"


@pytest.mark.parametrize("scans", [(C.REJECT,), (C.REJECT, C.REJECT), (C.REJECT, C.CANCEL, C.CONFIRM)])
async def test_reject_alone_twice_or_left_again_rejects_nothing(in_order: Till, scans: tuple[ScanCommand, ...]) -> None:
    await do(in_order, *scans)
    assert "cancel" not in acts(in_order)


async def test_reject_reason_and_confirm_reject(in_order: Till) -> None:
    view = in_order.shop.board.views[1]
    reasons = ("ITEM_UNAVAILABLE", "CLOSED", "TOO_BUSY")
    in_order.shop.board.put(replace(view, capabilities=replace(view.capabilities, reasons=reasons)))
    in_order.shop.board.announce(1)
    await do(in_order, C.REJECT, 2, C.CONFIRM)
    assert in_order.shop.desk.asked[-1] == ("cancel", 1, "CLOSED")


async def test_confirm_after_thirty_one_seconds_rejects_nothing(in_order: Till) -> None:
    await do(in_order, C.REJECT)
    in_order.shop.watch.move(seconds=31)
    await do(in_order, C.CONFIRM)
    assert "cancel" not in acts(in_order) and in_order.window.strip.headline == "Nothing is cancelled"


async def test_confirm_never_answers_a_list_of_reasons_that_a_key_opened(in_order: Till) -> None:
    await in_order.chord(K.Key_Delete)
    await do(in_order, C.CONFIRM)
    assert "cancel" not in acts(in_order)


async def test_times_counts_for_the_next_product_only(in_order: Till) -> None:
    await do(in_order, 3, MILK, MILK)
    assert [mode.times for mode in in_order.shop.desk.modes] == [3, 1]


async def test_times_ends_after_ten_seconds_or_with_another_command_and_outlives_a_misread(in_order: Till) -> None:
    await do(in_order, 3)
    in_order.shop.watch.move(seconds=11)
    in_order.window.tick()
    await do(in_order, MILK)
    await do(in_order, 4, C.NEXT_LINE, MILK)
    in_order.shop.desk.answers["scan"] = Result(Outcome.UNREADABLE, "unreadable", good=False)
    await do(in_order, 5, MILK, MILK)
    assert [mode.times for mode in in_order.shop.desk.modes] == [1, 1, 5, 5]


async def test_add_pack_is_for_the_next_label(in_order: Till) -> None:
    await do(in_order, C.ADD_PACK, MILK, MILK)
    assert in_order.shop.desk.modes == [ScanMode(add_pack=True, line="milk"), ScanMode(line="milk")]


async def test_in_a_list_times_chooses_and_in_an_entry_of_pieces_it_is_the_number(in_order: Till) -> None:
    await do(in_order, C.REPLACE, 2, C.CONFIRM)
    panel = in_order.window.pages.order.product
    assert panel.chosen is not None and panel.chosen.sku == "OAT-B"
    await do(in_order, 4, C.CONFIRM)
    assert in_order.shop.desk.asked[-1] == ("replace", 1, "milk", "OAT-B", 4)


async def test_next_order_opens_the_most_urgent_one_and_inbox_leads_back(in_order: Till) -> None:
    await do(in_order, C.NEXT_ORDER)
    assert in_order.window.pages.order_id == 2
    await do(in_order, C.INBOX)
    assert in_order.page == "inbox"
    await do(in_order, 2, C.CONFIRM)
    assert in_order.window.pages.order_id == 2, "×2 chooses the second of the list"


async def test_confirm_is_the_yes_to_a_question(in_order: Till) -> None:
    offer = Offer(Act.PICK_THERE, 2, "x")
    in_order.shop.desk.answers["scan"] = Result(Outcome.OTHER_ORDER, "other_order", good=False, offer=offer)
    await do(in_order, MILK, MILK)
    assert "accept" not in acts(in_order), "the same product again is no yes"
    await do(in_order, C.CONFIRM)
    assert in_order.shop.desk.asked[-1] == ("accept", offer)


async def test_a_price_labels_question_takes_the_shelfs_own_price_by_f7(in_order: Till) -> None:
    offer = Offer(Act.SET_AMOUNT, 1, "tom", price=Decimal("5.27"))
    in_order.shop.desk.answers["scan"] = Result(Outcome.QUESTION, "label_price", good=False, offer=offer)
    await do(in_order, MILK)
    await in_order.press(K.Key_F7, "9.99", K.Key_Return)
    assert in_order.shop.desk.asked[-1][:2] == ("accept", offer)


@pytest.mark.parametrize("command", [C.UNDO, C.NOT_FOUND, C.REPLACE, C.ADD_ITEM, C.ADD_PACK, C.FINISH, C.REJECT])
async def test_what_needs_an_order_says_so_in_the_inbox_and_changes_nothing(till: Till, command: ScanCommand) -> None:
    await do(till, command)
    assert till.window.strip.detail == "does nothing here"
    assert till.shop.desk.asked == [] and till.page == "inbox" and till.shop.desk.noted == ["nothing_here"]


async def test_a_double_trigger_of_a_command_does_it_once(in_order: Till) -> None:
    again = Scan(code_of(C.UNDO), "", NOW, repeat=True)
    await do(in_order, C.UNDO)
    in_order.shop.scanner.scanned.emit(again)
    await in_order.window.tasks.idle()
    assert acts(in_order) == ["undo", "scan"], "the desk writes the second one down as a repeat"


async def test_commands_work_below_the_help_and_on_the_finish_page(in_order: Till) -> None:
    await in_order.press(K.Key_F1)
    await do(in_order, C.REPLACE)
    assert in_order.page == "order_screen" and in_order.window.pages.order.panel is Panel.PRODUCT
    await do(in_order, C.CANCEL, C.FINISH, C.NOT_FOUND)
    assert in_order.page == "order_screen" and acts(in_order)[-1] == "not_found"


async def test_test_and_a_printer_that_is_not_there_are_told(till: Till) -> None:
    await do(till, C.TEST)
    assert till.window.strip.headline == "The scanner works"
    await do(till, C.PRINT_LABEL)
    assert till.window.strip.headline == "No label printer"

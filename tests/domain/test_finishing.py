"""Finishing, cancelling, undoing, and the order that comes back from the platform."""

from dataclasses import replace

import pytest

from picker_app.domain.facts import LinePicked, OrderCancelled, OrderFinished, OrderReopened, Undone
from picker_app.domain.order import (
    REASONS,
    Decision,
    Stage,
    add_line,
    cancel,
    change_price,
    finish,
    must_be_open,
    not_found,
    pick,
    replace_line,
    set_quantity,
    set_weight,
    undo,
)
from picker_app.domain.quantity import Bounds
from picker_app.domain.rules import RuleBroken
from picker_app.domain.said import ExtraLine
from tests.domain.examples import BAG, BREAD, CRATE, MILK, OAT, SOY, TOMATOES, Desk, d, order, summary


def picked() -> Desk:
    """A desk with the whole order in the bag."""
    desk = Desk()
    desk.keep(pick(desk.order, "milk", d("2")))
    desk.keep(pick(desk.order, "bread"))
    desk.keep(set_weight(desk.order, "tomatoes", d("1.2")))
    return desk


# finish


def test_an_order_with_every_line_decided_is_finished() -> None:
    desk = picked()
    done, fact = finish(desk.order)
    assert fact == OrderFinished() and done.stage is Stage.FINISHED


def test_an_undecided_line_keeps_the_order_open_and_is_named() -> None:
    desk = Desk()
    desk.keep(pick(desk.order, "milk"))
    with pytest.raises(RuleBroken, match="2 lines are still to pick, first Bread") as broken:
        finish(desk.order)
    assert broken.value.line == "bread"


def test_fewer_than_ordered_may_be_finished() -> None:
    desk = picked()
    desk.keep(set_quantity(desk.order, "milk", d("1")))
    assert finish(desk.order)[0].stage is Stage.FINISHED


def test_a_line_short_of_its_minimum_keeps_the_order_open() -> None:
    desk = Desk(replace(MILK, amount=d("3"), bounds=Bounds(d("2"), d("3"))))
    desk.keep(pick(desk.order, "milk"))
    with pytest.raises(RuleBroken, match="Milk: 1 picked, at least 2 pieces needed"):
        finish(desk.order)
    desk.keep(pick(desk.order, "milk"))
    assert finish(desk.order)[0].stage is Stage.FINISHED


def test_a_line_whose_maximum_the_platform_lowered_keeps_the_order_open() -> None:
    desk = picked()
    fewer = replace(MILK, amount=d("1"), bounds=Bounds(d("0"), d("1")))
    desk.said = replace(desk.said, lines=(fewer, BREAD, TOMATOES))
    with pytest.raises(RuleBroken, match="Milk: at most 1 pieces") as broken:
        finish(desk.order)
    assert broken.value.line == "milk"


def test_an_order_of_which_nothing_was_found_can_only_be_cancelled() -> None:
    desk = Desk(MILK, TOMATOES)
    desk.keep(set_quantity(desk.order, "milk", d("0")))
    desk.keep(not_found(desk.order, "tomatoes"))
    with pytest.raises(RuleBroken, match="Cancel it instead, with the reason ITEM_UNAVAILABLE"):
        finish(desk.order)
    assert cancel(desk.order, "ITEM_UNAVAILABLE")[0].stage is Stage.CANCELLED


def test_a_replacement_alone_is_enough_to_finish() -> None:
    desk = Desk(MILK)
    desk.keep(replace_line(desk.order, "milk", OAT))
    assert finish(desk.order)[0].stage is Stage.FINISHED


def test_a_line_that_the_customer_took_out_neither_hinders_nor_helps() -> None:
    gone = replace(MILK, gone=True)
    desk = Desk(gone, BREAD)
    with pytest.raises(RuleBroken, match="1 lines are still to pick, first Bread"):
        finish(desk.order)
    desk.keep(not_found(desk.order, "bread"))
    desk.add(LinePicked("milk", d("2")))
    with pytest.raises(RuleBroken, match="Nothing of this order was found"):
        finish(desk.order)


def test_a_finished_order_takes_no_act() -> None:
    desk = picked()
    desk.keep(finish(desk.order))
    for act in (
        lambda: pick(desk.order, "bread"),
        lambda: add_line(desk.order, BAG),
        lambda: finish(desk.order),
        lambda: cancel(desk.order, "CLOSED"),
        lambda: must_be_open(desk.order),
    ):
        with pytest.raises(RuleBroken, match="This order is finished"):
            act()


# cancel


@pytest.mark.parametrize("reason", REASONS)
def test_an_order_is_cancelled_for_a_reason_the_platform_knows(reason: str) -> None:
    cancelled, fact = cancel(order(), reason)
    assert fact == OrderCancelled(reason)
    assert (cancelled.stage, cancelled.reason) == (Stage.CANCELLED, reason)
    with pytest.raises(RuleBroken, match="This order is cancelled"):
        pick(cancelled, "milk")


@pytest.mark.parametrize("reason", ["", "closed", "NO_REASON"])
def test_another_reason_is_refused_and_the_accepted_ones_are_named(reason: str) -> None:
    with pytest.raises(RuleBroken, match="ITEM_UNAVAILABLE, CLOSED, TOO_BUSY"):
        cancel(order(), reason)


# undo


def test_undo_takes_back_the_newest_act_that_holds() -> None:
    desk = Desk()
    desk.keep(pick(desk.order, "milk"))
    desk.keep(pick(desk.order, "milk"))
    assert desk.undo() == Undone(2)
    assert summary(desk.order)["milk"] == "IN_CART 1"
    assert desk.undo() == Undone(1)
    assert summary(desk.order)["milk"] == "UNDECIDED" and desk.order.stage is Stage.NEW
    with pytest.raises(RuleBroken, match="nothing to undo"):
        undo(desk.order)


def test_after_an_undo_new_acts_are_undone_first() -> None:
    desk = Desk()
    desk.keep(pick(desk.order, "milk"))
    desk.keep(not_found(desk.order, "bread"))
    desk.undo()
    desk.keep(pick(desk.order, "bread"))
    assert desk.undo() == Undone(4)
    assert summary(desk.order) == {"milk": "IN_CART 1", "bread": "UNDECIDED", "tomatoes": "UNDECIDED"}


def test_undoing_a_replacement_brings_back_what_was_picked_before() -> None:
    desk = Desk()
    desk.keep(pick(desk.order, "milk"))
    desk.keep(replace_line(desk.order, "milk", OAT))
    desk.keep(replace_line(desk.order, "oat", SOY))
    desk.undo()
    assert summary(desk.order)["oat"] == "IN_CART 2" and "soy" not in summary(desk.order)
    desk.undo()
    assert summary(desk.order)["milk"] == "IN_CART 1" and "oat" not in summary(desk.order)


def test_undoing_a_price_brings_back_the_one_before() -> None:
    desk = Desk()
    desk.keep(change_price(desk.order, "milk", unit_price=d("1.19")))
    desk.keep(change_price(desk.order, "milk", total_price=d("2.00")))
    desk.undo()
    assert desk.order.line("milk").new_unit_price == d("1.19")
    desk.undo()
    assert desk.order.line("milk").new_unit_price is None


def test_undoing_a_finish_opens_the_order_again() -> None:
    desk = picked()
    desk.keep(finish(desk.order))
    desk.undo()
    assert desk.order.stage is Stage.PICKING
    assert finish(desk.order)[0].stage is Stage.FINISHED


def test_undoing_a_cancel_of_an_untouched_order_makes_it_new() -> None:
    desk = Desk()
    desk.keep(cancel(desk.order, "TOO_BUSY"))
    desk.undo()
    assert (desk.order.stage, desk.order.reason) == (Stage.NEW, "")


@pytest.mark.parametrize("act", ["add", "replace"])
def test_an_undone_new_line_that_the_platform_knows_is_there_as_taken_back(act: str) -> None:
    desk = Desk()
    desk.keep(replace_line(desk.order, "milk", OAT) if act == "replace" else add_line(desk.order, OAT))
    desk.undo()
    desk.said = replace(desk.said, extra=(ExtraLine("x-oat", "OAT-1L", "id-milk" if act == "replace" else None),))
    line = desk.order.line("oat")
    assert (line.decision, line.platform_id) == (Decision.TAKEN_BACK, "x-oat")
    assert "oat" not in summary(desk.order) and summary(desk.order)["milk"] == "UNDECIDED"


def test_other_undone_acts_leave_nothing_behind_even_if_the_platform_added_lines() -> None:
    desk = Desk(extra=(ExtraLine("x-oat", "OAT-1L"),))
    desk.keep(pick(desk.order, "milk"))
    desk.undo()
    assert [line.key for line in desk.order.lines] == ["milk", "bread", "tomatoes"]


# The platform refused what was sent


def test_a_refused_finish_brings_the_order_back_with_all_that_was_picked() -> None:
    desk = picked()
    before = summary(desk.order)
    desk.keep(finish(desk.order))
    desk.add(OrderReopened())
    assert desk.order.stage is Stage.PICKING and summary(desk.order) == before


def test_after_a_refusal_undo_goes_on_with_the_last_act_before_the_finish() -> None:
    desk = picked()
    desk.keep(finish(desk.order))
    desk.add(OrderReopened())
    desk.undo()
    assert summary(desk.order) == {"milk": "IN_CART 2", "bread": "IN_CART 1", "tomatoes": "UNDECIDED"}
    assert desk.order.stage is Stage.PICKING


def test_after_a_refused_cancel_the_order_has_no_reason() -> None:
    desk = Desk(CRATE)
    desk.keep(cancel(desk.order, "CLOSED"))
    desk.add(OrderReopened())
    assert (desk.order.stage, desk.order.reason) == (Stage.PICKING, "")
    with pytest.raises(RuleBroken, match="nothing to undo"):
        undo(desk.order)

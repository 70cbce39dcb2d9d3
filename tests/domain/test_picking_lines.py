"""Putting pieces and weights into the bag, within what the platform allows."""

from dataclasses import replace

import pytest

from picker_app.domain.facts import LineNotFound, LinePicked, LineWeighed, QuantitySet
from picker_app.domain.order import (
    Decision,
    Stage,
    not_found,
    pick,
    replace_line,
    set_quantity,
    set_weight,
)
from picker_app.domain.quantity import Bounds
from picker_app.domain.rules import RuleBroken
from picker_app.domain.said import Status
from tests.domain.examples import BREAD, CRATE, MILK, OAT, TOMATOES, VINE, Desk, d, order, summary, without_bounds

# pick


def test_each_scan_puts_one_piece_into_the_bag() -> None:
    one, fact = pick(order(), "milk")
    assert fact == LinePicked("milk", d("1"))
    assert one.line("milk").amount == 1 and not one.line("milk").complete
    two, _ = pick(one, "milk")
    assert two.line("milk").amount == 2 and two.line("milk").complete


def test_the_first_pick_starts_the_order() -> None:
    fresh = order()
    assert fresh.stage is Stage.NEW
    assert pick(fresh, "milk")[0].stage is Stage.PICKING


def test_the_next_line_is_the_first_that_is_not_complete() -> None:
    desk = Desk()
    assert next_key(desk) == "milk"
    desk.keep(pick(desk.order, "milk", d("2")))
    assert next_key(desk) == "bread"
    desk.keep(pick(desk.order, "bread"))
    desk.keep(set_weight(desk.order, "tomatoes", d("1.2")))
    assert next_key(desk) is None


def next_key(desk: Desk) -> str | None:
    """The key of the line to go on with."""
    line = desk.order.next_line
    return line.key if line is not None else None


def test_a_complete_line_takes_no_more_without_a_yes() -> None:
    full, _ = pick(order(replace(MILK, bounds=Bounds(d("0"), d("3")))), "milk", d("2"))
    with pytest.raises(RuleBroken, match=r"Milk is complete: 2 of 2\.") as broken:
        pick(full, "milk")
    assert (broken.value.code, broken.value.line) == ("already_complete", "milk")
    assert pick(full, "milk", yes=True)[0].line("milk").amount == 3


def test_beyond_the_maximum_nothing_is_taken_even_with_a_yes() -> None:
    with pytest.raises(RuleBroken, match="Milk: at most 2 pieces"):
        pick(order(), "milk", d("3"), yes=True)


def test_without_a_maximum_more_than_ordered_is_asked_once() -> None:
    free = order(without_bounds(MILK))
    with pytest.raises(RuleBroken, match=r"2 were ordered\. Take 3 all the same\?") as broken:
        pick(free, "milk", d("3"))
    assert broken.value.code == "above_ordered"
    assert pick(free, "milk", d("3"), yes=True)[0].line("milk").amount == 3


@pytest.mark.parametrize("count", ["0", "-1"])
def test_nothing_or_less_is_not_picked(count: str) -> None:
    one, _ = pick(order(), "milk")
    with pytest.raises(RuleBroken, match="An amount above 0 is needed"):
        pick(one, "milk", d(count))


def test_half_a_piece_is_not_picked() -> None:
    with pytest.raises(RuleBroken, match="Milk is counted in whole pieces"):
        pick(order(), "milk", d("0.5"))


def test_a_weighed_line_is_not_picked_by_the_piece() -> None:
    with pytest.raises(RuleBroken, match="Tomatoes is sold by weight: weigh it"):
        pick(order(), "tomatoes")


@pytest.mark.parametrize("key", ["milk", "crate"])
def test_the_scan_of_a_replaced_product_says_so(key: str) -> None:
    desk = Desk(MILK, CRATE)
    desk.keep(replace_line(desk.order, key, OAT))
    with pytest.raises(RuleBroken, match="was replaced by another product"):
        pick(desk.order, key)


def test_a_line_not_found_can_still_be_picked() -> None:
    missing, _ = not_found(order(), "milk")
    assert pick(missing, "milk")[0].line("milk").amount == 1


def test_a_line_of_an_unknown_price_type_is_taken_whole_and_not_changed() -> None:
    foreign = order(CRATE)
    taken, fact = pick(foreign, "crate")
    assert fact == QuantitySet("crate", d("1")) and taken.line("crate").complete
    for verb in (set_quantity, set_weight):
        with pytest.raises(RuleBroken, match="Crate cannot be changed here") as broken:
            verb(foreign, "crate", d("1"))
        assert broken.value.code == "fixed_line"


# set_quantity


def test_a_named_quantity_settles_the_line_with_fewer() -> None:
    one, fact = set_quantity(order(), "milk", d("1"))
    assert fact == QuantitySet("milk", d("1"))
    assert one.line("milk").complete and one.line("milk").settled


def test_quantity_0_means_not_found() -> None:
    none, fact = set_quantity(order(), "milk", d("0"))
    assert fact == LineNotFound("milk")
    assert none.line("milk").decision is Decision.NOT_FOUND


@pytest.mark.parametrize(("quantity", "code"), [("0.5", "not_whole"), ("3", "over_maximum"), ("-1", "no_amount")])
def test_a_quantity_out_of_range_is_refused(quantity: str, code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        set_quantity(order(), "milk", d(quantity))
    assert broken.value.code == code


def test_a_quantity_is_allowed_at_each_bound_and_not_one_piece_outside() -> None:
    bound = order(replace(MILK, amount=d("3"), bounds=Bounds(d("2"), d("4"))))
    for quantity in ("2", "3", "4"):
        assert set_quantity(bound, "milk", d(quantity))[0].line("milk").amount == d(quantity)
    with pytest.raises(RuleBroken, match="Milk: at least 2 pieces"):
        set_quantity(bound, "milk", d("1"))
    with pytest.raises(RuleBroken, match="Milk: at most 4 pieces"):
        set_quantity(bound, "milk", d("5"))


def test_a_quantity_above_the_ordered_one_is_asked_once_where_no_maximum_is_known() -> None:
    free = order(without_bounds(MILK))
    with pytest.raises(RuleBroken) as broken:
        set_quantity(free, "milk", d("5"))
    assert broken.value.code == "above_ordered"
    assert set_quantity(free, "milk", d("5"), yes=True)[0].line("milk").amount == 5


def test_a_weighed_line_has_no_quantity_and_a_counted_one_no_weight() -> None:
    with pytest.raises(RuleBroken, match="weigh it"):
        set_quantity(order(), "tomatoes", d("1"))
    with pytest.raises(RuleBroken, match="Milk is counted in pieces, not weighed"):
        set_weight(order(), "milk", d("1"))


# set_weight


@pytest.mark.parametrize("weight", ["0.5", "0.4995", "1.2", "2.5", "2.5004"])
def test_a_weight_at_each_bound_passes(weight: str) -> None:
    weighed, fact = set_weight(order(), "tomatoes", d(weight))
    assert isinstance(fact, LineWeighed)
    assert d("0.5") <= weighed.line("tomatoes").amount <= d("2.5") and weighed.line("tomatoes").complete


@pytest.mark.parametrize(("weight", "sentence"), [("0.499", "at least 0.5 kg"), ("2.501", "at most 2.5 kg")])
def test_a_weight_one_gram_outside_is_refused(weight: str, sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        set_weight(order(), "tomatoes", d(weight))


def test_weight_0_means_not_found() -> None:
    assert set_weight(order(), "tomatoes", d("0"))[1] == LineNotFound("tomatoes")


def test_a_weight_above_the_ordered_one_is_asked_once_where_no_maximum_is_known() -> None:
    free = order(without_bounds(TOMATOES))
    with pytest.raises(RuleBroken, match=r"1\.2 were ordered\. Take 1\.201 all the same\?"):
        set_weight(free, "tomatoes", d("1.201"))
    assert set_weight(free, "tomatoes", d("1.201"), yes=True)[0].line("tomatoes").amount == d("1.201")
    assert set_weight(free, "tomatoes", d("0.001"))[0].line("tomatoes").amount == d("0.001")


# What was decided can be decided anew (the table at the top of section 7).


@pytest.mark.parametrize("verb", ["set_quantity", "pick_again"])
def test_picking_a_replaced_line_after_all_takes_the_replacement_back(verb: str) -> None:
    desk = Desk()
    desk.keep(replace_line(desk.order, "milk", OAT))
    if verb == "set_quantity":
        desk.keep(set_quantity(desk.order, "milk", d("2")))
    else:
        desk.add(LinePicked("milk", d("2")))
    assert summary(desk.order)["milk"] == "IN_CART 2" and "oat" not in summary(desk.order)


def test_weighing_a_replaced_line_after_all_takes_the_replacement_back() -> None:
    desk = Desk()
    desk.keep(replace_line(desk.order, "tomatoes", VINE))
    desk.keep(set_weight(desk.order, "tomatoes", d("1")))
    assert summary(desk.order) == {"milk": "UNDECIDED", "bread": "UNDECIDED", "tomatoes": "IN_CART 1.000"}


def test_changing_the_amount_of_a_replacement_leaves_the_replaced_line_replaced() -> None:
    desk = Desk()
    desk.keep(replace_line(desk.order, "milk", OAT))
    desk.keep(set_quantity(desk.order, "oat", d("1")))
    assert summary(desk.order)["milk"] == "REPLACED" and summary(desk.order)["oat"] == "IN_CART 1"


# Orders and lines that take no act


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (Status.READY_FOR_PICKUP, "finished"),
        (Status.DISPATCHED, "finished"),
        (Status.DELIVERED, "finished"),
        (Status.UNKNOWN, "finished"),
        (Status.CANCELLED, "cancelled"),
    ],
)
def test_an_order_beyond_picking_takes_no_act(status: Status, code: str) -> None:
    closed = order(status=status)
    assert not closed.open
    with pytest.raises(RuleBroken) as broken:
        pick(closed, "milk")
    assert broken.value.code == code


def test_an_accepted_order_is_picked_like_a_received_one() -> None:
    assert pick(order(status=Status.ACCEPTED), "bread")[0].line("bread").complete


def test_a_line_that_does_not_exist_is_named_as_such() -> None:
    with pytest.raises(RuleBroken, match="not part of the order") as broken:
        pick(order(), "caviar")
    assert broken.value.line == "caviar"


def test_a_line_that_the_customer_took_out_takes_no_act_and_is_nothing_to_do() -> None:
    changed = order(replace(MILK, gone=True), BREAD)
    assert changed.line("milk").complete
    assert changed.next_line is not None and changed.next_line.key == "bread"
    for verb in (pick, not_found):
        with pytest.raises(RuleBroken, match="not part of the order"):
            verb(changed, "milk")


def test_a_sentence_shows_plain_numbers() -> None:
    assert str(RuleBroken("already_complete", "k", name="Milk", amount=d("1E+1"), ordered=10)).endswith("10 of 10.")

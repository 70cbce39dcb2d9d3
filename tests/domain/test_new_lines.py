"""Replacements, additions and changed prices."""

from dataclasses import replace

import pytest

from picker_app.domain.facts import LineAdded, LineReplaced, NewLine, PriceChanged
from picker_app.domain.order import (
    Decision,
    Origin,
    add_line,
    change_price,
    not_found,
    pick,
    replace_line,
    set_quantity,
    set_weight,
)
from picker_app.domain.quantity import Bounds
from picker_app.domain.rules import RuleBroken
from picker_app.domain.said import ExtraLine, Pricing
from tests.domain.examples import BAG, CRATE, MILK, OAT, SOY, TOMATOES, VINE, Desk, d, order, summary

# replace_line


def test_a_replacement_stands_below_the_line_it_replaces() -> None:
    replaced, fact = replace_line(order(), "milk", OAT)
    assert fact == LineReplaced("milk", OAT)
    assert [line.key for line in replaced.lines] == ["milk", "oat", "bread", "tomatoes"]
    assert summary(replaced)["milk"] == "REPLACED" and summary(replaced)["oat"] == "IN_CART 2"
    assert replaced.line("oat").origin is Origin.REPLACEMENT and replaced.line("oat").replaces == "milk"


def test_a_replacement_of_a_replacement_stands_in_for_the_ordered_line() -> None:
    desk = Desk()
    desk.keep(replace_line(desk.order, "milk", OAT))
    desk.keep(replace_line(desk.order, "oat", SOY))
    assert summary(desk.order) == {
        "milk": "REPLACED",
        "soy": "IN_CART 1",
        "bread": "UNDECIDED",
        "tomatoes": "UNDECIDED",
    }
    assert desk.order.line("soy").replaces == "milk"
    assert desk.order.line("oat").decision is Decision.TAKEN_BACK


def test_a_replaced_line_can_be_replaced_anew() -> None:
    desk = Desk()
    desk.keep(replace_line(desk.order, "milk", OAT))
    desk.keep(replace_line(desk.order, "milk", SOY))
    assert "oat" not in summary(desk.order) and summary(desk.order)["soy"] == "IN_CART 1"


def test_a_replacement_taken_back_leaves_the_ordered_line_to_decide() -> None:
    desk = Desk()
    desk.keep(replace_line(desk.order, "milk", OAT))
    desk.keep(not_found(desk.order, "oat"))
    assert summary(desk.order)["milk"] == "UNDECIDED" and "oat" not in summary(desk.order)
    with pytest.raises(RuleBroken, match="not part of the order"):
        set_quantity(desk.order, "oat", d("1"))


def test_a_replaced_line_marked_not_found_takes_its_replacement_back() -> None:
    desk = Desk()
    desk.keep(replace_line(desk.order, "milk", OAT))
    desk.keep(not_found(desk.order, "milk"))
    assert summary(desk.order)["milk"] == "NOT_FOUND" and "oat" not in summary(desk.order)


def test_a_weighed_line_may_be_replaced_by_a_counted_one_and_the_reverse() -> None:
    assert replace_line(order(), "tomatoes", OAT)[0].line("oat").pricing is Pricing.UNIT
    assert replace_line(order(), "milk", VINE)[0].line("vine").pricing is Pricing.KG


def test_a_line_of_an_unknown_price_type_can_be_replaced_or_not_found() -> None:
    assert replace_line(order(CRATE), "crate", OAT)[0].line("crate").decision is Decision.REPLACED
    assert not_found(order(CRATE), "crate")[0].line("crate").decision is Decision.NOT_FOUND


def test_an_addition_is_not_replaced() -> None:
    added, _ = add_line(order(), BAG)
    with pytest.raises(RuleBroken):
        replace_line(added, "bag", OAT)


def test_a_line_that_the_customer_took_out_is_not_replaced() -> None:
    with pytest.raises(RuleBroken, match="not part of the order"):
        replace_line(order(replace(MILK, gone=True), TOMATOES), "milk", OAT)


def test_a_replacement_goes_with_the_line_that_the_customer_took_out() -> None:
    desk = Desk()
    desk.keep(replace_line(desk.order, "milk", OAT))
    desk.said = replace(desk.said, lines=(replace(MILK, gone=True), *desk.said.lines[1:]))
    assert desk.order.line("oat").gone


def test_facts_of_a_line_that_is_not_there_any_more_change_no_other() -> None:
    desk = Desk()
    desk.keep(pick(desk.order, "milk"))
    desk.keep(replace_line(desk.order, "milk", OAT))
    desk.said = replace(desk.said, lines=desk.said.lines[1:])
    assert summary(desk.order) == {"bread": "UNDECIDED", "tomatoes": "UNDECIDED", "oat": "IN_CART 2"}


# add_line


def test_an_addition_stands_at_the_end() -> None:
    added, fact = add_line(order(), BAG)
    assert fact == LineAdded(BAG)
    assert added.lines[-1].key == "bag" and added.lines[-1].origin is Origin.ADDITION and added.lines[-1].complete


def test_adding_a_product_already_ordered_gives_two_entries_and_leaves_the_ordered_one_alone() -> None:
    more = replace(BAG, sku=MILK.sku)
    added, _ = add_line(order(), more)
    assert [line.key for line in added.lines if line.sku == MILK.sku] == ["milk", "bag"]
    assert added.line("milk").decision is Decision.UNDECIDED


def test_an_addition_can_be_changed_and_taken_back() -> None:
    desk = Desk()
    desk.keep(add_line(desk.order, BAG))
    desk.keep(set_quantity(desk.order, "bag", d("3")))
    assert summary(desk.order)["bag"] == "IN_CART 3"
    desk.keep(not_found(desk.order, "bag"))
    assert "bag" not in summary(desk.order)


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (replace(BAG, amount=d("0")), "no_amount"),
        (replace(BAG, amount=d("-1")), "no_amount"),
        (replace(BAG, amount=d("1.5")), "not_whole"),
        (replace(VINE, amount=d("0.0004")), "no_amount"),
        (replace(BAG, bounds=Bounds(d("2"), None)), "below_minimum"),
        (replace(VINE, bounds=Bounds(None, d("1"))), "over_maximum"),
    ],
)
def test_a_new_line_needs_an_amount_that_can_be_sold(new: NewLine, code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        add_line(order(), new)
    assert broken.value.code == code
    with pytest.raises(RuleBroken) as broken:
        replace_line(order(), "milk", new)
    assert broken.value.code == code


def test_the_weight_of_a_new_line_is_exact_to_the_gram() -> None:
    line = add_line(order(), replace(VINE, amount=d("1.23456")))[0].line("vine")
    assert line.amount == line.ordered == d("1.235")


# change_price


def test_the_price_of_one_unit_or_of_the_whole_line_can_be_changed() -> None:
    unit, fact = change_price(order(), "milk", unit_price=d("1.19"))
    assert fact == PriceChanged("milk", d("1.19"), None)
    assert unit.line("milk").new_unit_price == d("1.19")
    total, _ = change_price(unit, "milk", total_price=d("2.20"))
    assert (total.line("milk").new_unit_price, total.line("milk").new_total_price) == (None, d("2.20"))


def test_never_both_prices_of_a_line_are_changed() -> None:
    with pytest.raises(RuleBroken, match="not both"):
        change_price(order(), "milk", unit_price=d("1"), total_price=d("2"))


@pytest.mark.parametrize("price", [None, "0", "-1", "1.005"])
def test_a_price_is_above_0_with_the_digits_of_the_currency(price: str | None) -> None:
    with pytest.raises(RuleBroken, match="at most 2 decimals"):
        change_price(order(), "milk", unit_price=None if price is None else d(price))


@pytest.mark.parametrize(("currency", "good", "bad"), [("KWD", "1.005", "1.0005"), ("CLP", "990", "990.5")])
def test_prices_have_the_digits_of_their_currency(currency: str, good: str, bad: str) -> None:
    assert change_price(order(currency=currency), "milk", total_price=d(good))[0].line("milk").new_total_price == d(
        good
    )
    with pytest.raises(RuleBroken):
        change_price(order(currency=currency), "milk", total_price=d(bad))


def test_the_price_of_a_weighed_line_is_the_platforms() -> None:
    with pytest.raises(RuleBroken, match="the platform computes its price"):
        change_price(order(), "tomatoes", unit_price=d("3"))


def test_the_price_of_a_line_of_unknown_price_type_cannot_be_changed() -> None:
    with pytest.raises(RuleBroken, match="price type"):
        change_price(order(CRATE), "crate", unit_price=d("3"))


def test_a_line_not_found_loses_its_changed_price() -> None:
    changed, _ = change_price(order(), "milk", unit_price=d("1.19"))
    assert not_found(changed, "milk")[0].line("milk").new_unit_price is None


# The ids that the platform gives to new lines


def test_new_lines_learn_the_ids_that_the_platform_gave_them() -> None:
    desk = Desk()
    desk.keep(replace_line(desk.order, "milk", OAT))
    desk.keep(add_line(desk.order, BAG))
    desk.keep(add_line(desk.order, replace(BAG, key="bag2")))
    desk.said = replace(
        desk.said,
        extra=(
            ExtraLine("x-bread", "OAT-1L", "id-bread"),
            ExtraLine("x-oat", "OAT-1L", "id-milk"),
            ExtraLine("x-bag", "BAG-01"),
        ),
    )
    ids = {line.key: line.platform_id for line in desk.order.lines if line.origin is not Origin.ORDERED}
    assert ids == {"oat": "x-oat", "bag": "x-bag", "bag2": None}


def test_an_id_goes_to_the_line_in_the_cart_before_one_that_was_taken_back() -> None:
    desk = Desk()
    desk.keep(add_line(desk.order, BAG))
    desk.keep(not_found(desk.order, "bag"))
    desk.keep(add_line(desk.order, replace(BAG, key="bag2")))
    desk.said = replace(desk.said, extra=(ExtraLine("x-bag", "BAG-01"),))
    assert desk.order.line("bag").platform_id is None and desk.order.line("bag2").platform_id == "x-bag"


def test_a_weighed_replacement_can_be_weighed_anew() -> None:
    desk = Desk()
    desk.keep(replace_line(desk.order, "tomatoes", VINE))
    desk.keep(set_weight(desk.order, "vine", d("1.3")))
    assert summary(desk.order)["vine"] == "IN_CART 1.300" and summary(desk.order)["tomatoes"] == "REPLACED"

"""The cart as it is sent: the whole list, no line left out, and nothing a platform must not see."""

from dataclasses import replace

import pytest

from picker_app.domain.cart import CartLine, CartState, Command, Kind, command
from picker_app.domain.order import (
    add_line,
    cancel,
    change_price,
    finish,
    not_found,
    pick,
    replace_line,
    set_quantity,
    set_weight,
)
from picker_app.domain.quantity import Bounds
from picker_app.domain.said import ExtraLine, Flow, Pricing
from tests.domain.examples import BAG, BREAD, CRATE, MILK, OAT, SOY, TOMATOES, VINE, Desk, d


def sent(command: Command) -> list[str]:
    """Each line as: SKU, state, amount, and what it replaces."""
    return [_text(line) for line in command.lines]


def _text(line: CartLine) -> str:
    replaced = f" for {line.replaces}" if line.replaces else ""
    return f"{line.sku} {line.state.value} {line.amount:f}{replaced}"


def test_a_fulfil_carries_every_line_as_it_was_decided() -> None:
    desk = Desk(flow=Flow.VENDOR_DELIVERY)
    desk.keep(not_found(desk.order, "milk"))
    desk.keep(pick(desk.order, "bread"))
    desk.keep(set_weight(desk.order, "tomatoes", d("1.135")))
    desk.keep(finish(desk.order))
    fulfil = command(desk.order, Kind.FULFIL)
    assert sent(fulfil) == ["MLK-1L NOT_FOUND 2", "BRD-WW IN_CART 1", "TOM-KG IN_CART 1.135"]
    assert (fulfil.kind, fulfil.account, fulfil.ref, fulfil.flow) == (
        Kind.FULFIL,
        "shop",
        "ref-1",
        Flow.VENDOR_DELIVERY,
    )
    assert [line.platform_id for line in fulfil.lines] == ["id-milk", "id-bread", "id-tomatoes"]


def test_a_check_sends_undecided_lines_as_in_the_cart_with_the_ordered_amount() -> None:
    desk = Desk()
    desk.keep(replace_line(desk.order, "tomatoes", VINE))
    assert sent(command(desk.order, Kind.CHECK)) == [
        "MLK-1L IN_CART 2",
        "BRD-WW IN_CART 1",
        "TOM-KG REPLACED 1.2",
        "TOM-VINE IN_CART 1.180 for id-tomatoes",
    ]


def test_a_check_sends_a_line_still_below_its_minimum_with_the_ordered_amount() -> None:
    desk = Desk(replace(MILK, amount=d("3"), bounds=Bounds(d("2"), d("3"))))
    desk.keep(pick(desk.order, "milk"))
    assert sent(command(desk.order, Kind.CHECK)) == ["MLK-1L IN_CART 3"]
    desk.keep(pick(desk.order, "milk"))
    assert sent(command(desk.order, Kind.CHECK)) == ["MLK-1L IN_CART 2"]


def test_a_cancel_sends_every_ordered_line_as_not_found_and_new_ones_only_with_an_id() -> None:
    desk = Desk()
    desk.keep(pick(desk.order, "milk"))
    desk.keep(replace_line(desk.order, "bread", OAT))
    desk.keep(add_line(desk.order, BAG))
    desk.said = replace(desk.said, extra=(ExtraLine("x-bag", "BAG-01"),))
    desk.keep(cancel(desk.order, "CLOSED"))
    message = command(desk.order, Kind.CANCEL, "CLOSED")
    assert message.reason == "CLOSED"
    assert sent(message) == [
        "MLK-1L NOT_FOUND 2",
        "BRD-WW NOT_FOUND 1",
        "TOM-KG NOT_FOUND 1.2",
        "BAG-01 NOT_FOUND 1",
    ]


def test_an_addition_is_sent_as_such() -> None:
    desk = Desk(BREAD)
    desk.keep(pick(desk.order, "bread"))
    desk.keep(add_line(desk.order, BAG))
    bag = command(desk.order, Kind.FULFIL).lines[-1]
    assert (bag.state, bag.platform_id, bag.own) == (CartState.ADDITION, None, True)


def test_the_catalogues_price_of_a_new_line_is_not_sent_unless_a_person_changes_it() -> None:
    desk = Desk(MILK)
    desk.keep(replace_line(desk.order, "milk", OAT))
    oat = command(desk.order, Kind.FULFIL).lines[-1]
    assert (oat.said_unit_price, oat.said_total_price, oat.new_unit_price) == (None, None, None)
    desk.keep(change_price(desk.order, "oat", unit_price=d("1.30")))
    assert command(desk.order, Kind.FULFIL).lines[-1].new_unit_price == d("1.30")


def test_an_untouched_price_goes_out_as_it_came_in() -> None:
    milk = command(Desk().order, Kind.CHECK).lines[0]
    assert (milk.said_unit_price, milk.said_total_price) == (d("1.29"), d("2.58"))
    assert (milk.new_unit_price, milk.new_total_price) == (None, None)


def test_a_replacement_of_a_replacement_points_at_the_ordered_line() -> None:
    desk = Desk(MILK)
    desk.keep(replace_line(desk.order, "milk", OAT))
    desk.keep(replace_line(desk.order, "oat", SOY))
    assert sent(command(desk.order, Kind.FULFIL)) == ["MLK-1L REPLACED 2", "SOY-1L IN_CART 1 for id-milk"]


def test_a_replacement_of_a_replacement_that_the_platform_knows_says_that_the_first_is_not_there() -> None:
    desk = Desk(MILK)
    desk.keep(replace_line(desk.order, "milk", OAT))
    desk.said = replace(desk.said, extra=(ExtraLine("x-oat", "OAT-1L", "id-milk"),))
    desk.keep(replace_line(desk.order, "oat", SOY))
    assert sent(command(desk.order, Kind.FULFIL)) == [
        "MLK-1L REPLACED 2",
        "OAT-1L NOT_FOUND 2 for id-milk",
        "SOY-1L IN_CART 1 for id-milk",
    ]


def test_a_new_line_taken_back_before_the_platform_knew_it_is_left_out() -> None:
    desk = Desk(BREAD)
    desk.keep(pick(desk.order, "bread"))
    desk.keep(add_line(desk.order, BAG))
    desk.keep(not_found(desk.order, "bag"))
    assert sent(command(desk.order, Kind.FULFIL)) == ["BRD-WW IN_CART 1"]


@pytest.mark.parametrize("way", ["taken back", "undone"])
def test_a_new_line_taken_back_after_the_platform_knew_it_is_sent_as_not_found(way: str) -> None:
    desk = Desk(BREAD)
    desk.keep(pick(desk.order, "bread"))
    desk.keep(add_line(desk.order, BAG))
    desk.said = replace(desk.said, extra=(ExtraLine("x-bag", "BAG-01"),))
    if way == "undone":
        desk.undo()
    else:
        desk.keep(not_found(desk.order, "bag"))
    assert sent(command(desk.order, Kind.FULFIL)) == ["BRD-WW IN_CART 1", "BAG-01 NOT_FOUND 1"]
    assert command(desk.order, Kind.FULFIL).lines[-1].platform_id == "x-bag"


def test_a_bag_taken_back_and_added_again_is_the_bag_that_the_platform_knows() -> None:
    desk = Desk(BREAD)
    desk.keep(add_line(desk.order, BAG))
    desk.said = replace(desk.said, extra=(ExtraLine("x-bag", "BAG-01"),))
    desk.undo()
    desk.keep(add_line(desk.order, replace(BAG, key="bag2")))
    assert sent(command(desk.order, Kind.CHECK)) == ["BRD-WW IN_CART 1", "BAG-01 ADDITION 1"]
    assert command(desk.order, Kind.CHECK).lines[-1].platform_id == "x-bag"


def test_a_replacement_taken_back_and_undone_sends_the_line_as_before() -> None:
    desk = Desk(MILK)
    desk.keep(pick(desk.order, "milk", d("2")))
    desk.keep(replace_line(desk.order, "milk", OAT))
    desk.undo()
    assert sent(command(desk.order, Kind.FULFIL)) == ["MLK-1L IN_CART 2"]


def test_a_replaced_line_picked_after_all_is_sent_without_its_replacement() -> None:
    desk = Desk(MILK)
    desk.keep(replace_line(desk.order, "milk", OAT))
    desk.keep(set_quantity(desk.order, "milk", d("2")))
    assert sent(command(desk.order, Kind.FULFIL)) == ["MLK-1L IN_CART 2"]


def test_a_line_that_the_customer_took_out_is_left_out_with_its_replacement() -> None:
    desk = Desk()
    desk.keep(replace_line(desk.order, "milk", OAT))
    desk.said = replace(desk.said, lines=(replace(MILK, gone=True), BREAD, TOMATOES))
    assert sent(command(desk.order, Kind.CHECK)) == ["BRD-WW IN_CART 1", "TOM-KG IN_CART 1.2"]
    desk.said = replace(desk.said, extra=(ExtraLine("x-oat", "OAT-1L", "id-milk"),))
    assert sent(command(desk.order, Kind.CHECK))[0] == "OAT-1L NOT_FOUND 2 for id-milk"


def test_a_line_of_an_unknown_price_type_is_sent_back_as_it_came() -> None:
    desk = Desk(CRATE)
    desk.keep(pick(desk.order, "crate"))
    for kind in Kind:
        (crate,) = command(desk.order, kind).lines
        assert crate.pricing is Pricing.FOREIGN and crate.raw_pricing == CRATE.raw_pricing
        assert crate.amount == crate.ordered == d("1")


def test_pieces_of_a_weighed_line_stay_as_they_came() -> None:
    desk = Desk(replace(TOMATOES, pieces=d("8")))
    desk.keep(set_weight(desk.order, "tomatoes", d("1")))
    (line,) = command(desk.order, Kind.FULFIL).lines
    assert (line.pieces, line.amount, line.ordered) == (d("8"), d("1"), d("1.2"))


def test_a_replaced_line_without_an_id_is_pointed_at_by_its_key() -> None:
    desk = Desk(replace(MILK, platform_id=None))
    desk.keep(replace_line(desk.order, "milk", OAT))
    assert sent(command(desk.order, Kind.FULFIL))[-1] == "OAT-1L IN_CART 2 for milk"

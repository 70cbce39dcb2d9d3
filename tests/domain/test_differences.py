"""When the cart that was sent and the platform's are equal (delivery_hero.md section 9)."""

from dataclasses import replace

import pytest

from picker_app.domain.cart import CartDifference, Command, Differs, Kind, SeenLine, command, differences
from picker_app.domain.order import add_line, change_price, not_found, pick, replace_line, set_weight
from picker_app.domain.said import Pricing
from tests.domain.examples import BAG, BREAD, MILK, OAT, TOMATOES, Desk, d


def seen(sku: str, amount: str, state: str = "IN_CART", replaces: str | None = None, **prices: str) -> SeenLine:
    """A line of the platform's cart."""
    known = {name: d(price) for name, price in prices.items()}
    return SeenLine(
        sku,
        state,
        Pricing.UNIT,
        d(amount),
        replaces=replaces,
        unit_price=known.get("unit_price"),
        total_price=known.get("total_price"),
    )


def amount(sku: str, sent: list[str], there: list[str], pricing: Pricing = Pricing.UNIT) -> CartDifference:
    """A product in other amounts."""
    return CartDifference(Differs.AMOUNT, sku, pricing, tuple(map(d, sent)), tuple(map(d, there)))


@pytest.fixture
def fulfil() -> Command:
    """Milk replaced by oat drink, no bread, tomatoes weighed, a bag added."""
    desk = Desk()
    desk.keep(replace_line(desk.order, "milk", OAT))
    desk.keep(not_found(desk.order, "bread"))
    desk.keep(set_weight(desk.order, "tomatoes", d("1.1")))
    desk.keep(add_line(desk.order, BAG))
    return command(desk.order, Kind.FULFIL)


def test_equal_carts_have_no_differences(fulfil: Command) -> None:
    cart = [seen("BAG-01", "1"), seen("TOM-KG", "1.10"), seen("OAT-1L", "2.0", replaces="id-milk")]
    assert differences(fulfil, cart) == ()


def test_replaced_and_missing_lines_may_be_shown_or_not(fulfil: Command) -> None:
    cart = [
        seen("MLK-1L", "2", "REPLACED"),
        seen("BRD-WW", "1", "NOT_FOUND"),
        seen("BAG-01", "1", "ADDITION"),
        seen("TOM-KG", "1.1"),
        seen("OAT-1L", "2"),
        seen("CND", "0"),
    ]
    assert differences(fulfil, cart) == ()


def test_a_line_missing_at_the_platform_and_one_too_many_are_named(fulfil: Command) -> None:
    cart = [seen("TOM-KG", "1.1"), seen("OAT-1L", "2"), seen("MLK-1L", "2")]
    assert set(differences(fulfil, cart)) == {amount("BAG-01", ["1"], []), amount("MLK-1L", [], ["2"])}


def test_another_amount_is_a_difference(fulfil: Command) -> None:
    cart = [seen("BAG-01", "1"), seen("TOM-KG", "1.101"), seen("OAT-1L", "2")]
    assert differences(fulfil, cart) == (amount("TOM-KG", ["1.1"], ["1.101"], Pricing.KG),)


def test_the_same_entry_twice_is_not_the_entry_once(fulfil: Command) -> None:
    cart = [seen("BAG-01", "1"), seen("BAG-01", "1"), seen("TOM-KG", "1.1"), seen("OAT-1L", "2")]
    assert differences(fulfil, cart) == (amount("BAG-01", ["1"], ["1", "1"]),)


def test_a_replacement_that_stands_in_for_another_line_is_a_difference(fulfil: Command) -> None:
    cart = [seen("BAG-01", "1"), seen("TOM-KG", "1.1"), seen("OAT-1L", "2", replaces="id-bread")]
    assert differences(fulfil, cart) == (CartDifference(Differs.STANDS_IN, "OAT-1L", Pricing.UNIT),)


def test_the_same_product_for_two_lines_is_matched_by_what_it_replaces() -> None:
    desk = Desk(MILK, BREAD)
    desk.keep(replace_line(desk.order, "milk", replace(OAT, amount=d("1"))))
    desk.keep(replace_line(desk.order, "bread", replace(OAT, key="oat2", amount=d("1"))))
    message = command(desk.order, Kind.FULFIL)
    assert differences(message, [seen("OAT-1L", "1", replaces="id-bread"), seen("OAT-1L", "1")]) == ()


def test_prices_count_only_where_the_desk_changed_them() -> None:
    desk = Desk(MILK, BREAD, TOMATOES)
    desk.keep(pick(desk.order, "milk", d("2")))
    desk.keep(change_price(desk.order, "milk", unit_price=d("1.19")))
    desk.keep(pick(desk.order, "bread"))
    desk.keep(change_price(desk.order, "bread", total_price=d("2.20")))
    desk.keep(set_weight(desk.order, "tomatoes", d("1.2")))
    message = command(desk.order, Kind.FULFIL)
    good = [
        seen("MLK-1L", "2", unit_price="1.190"),
        seen("BRD-WW", "1"),
        seen("TOM-KG", "1.2", unit_price="99", total_price="99"),
    ]
    assert differences(message, good) == ()
    bad = [seen("MLK-1L", "2", unit_price="1.29"), seen("BRD-WW", "1", total_price="2.40"), seen("TOM-KG", "1.2")]
    assert differences(message, bad) == (
        CartDifference(Differs.UNIT_PRICE, "MLK-1L", Pricing.UNIT, (d("1.19"),), (d("1.29"),)),
        CartDifference(Differs.TOTAL_PRICE, "BRD-WW", Pricing.UNIT, (d("2.20"),), (d("2.40"),)),
    )


def test_a_cancel_is_equal_to_an_empty_cart() -> None:
    message = command(Desk().order, Kind.CANCEL, "CLOSED")
    assert differences(message, []) == ()
    assert differences(message, [seen("MLK-1L", "2")]) == (amount("MLK-1L", [], ["2"]),)

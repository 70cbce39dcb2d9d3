"""What the customer pays, before and after the desk's work."""

from dataclasses import replace

import pytest

from picker_app.domain.cart import line_difference, line_total, totals
from picker_app.domain.order import add_line, change_price, not_found, pick, replace_line, set_quantity, set_weight
from tests.domain.examples import BAG, CRATE, MILK, OAT, TOMATOES, Desk, d, order, paid


def test_an_untouched_order_costs_what_was_ordered() -> None:
    assert totals(order()).ordered == totals(order()).now == d("8.82")
    assert totals(order()).difference == 0


def test_the_platforms_total_is_the_start_where_it_gave_one() -> None:
    desk = Desk(payment=paid("11.00"))
    desk.keep(not_found(desk.order, "milk"))
    assert totals(desk.order).ordered == d("11.00")
    assert totals(desk.order).now == d("8.42") and totals(desk.order).difference == d("-2.58")


def test_each_act_moves_the_total_by_its_line() -> None:
    desk = Desk()
    desk.keep(set_quantity(desk.order, "milk", d("1")))
    assert totals(desk.order).difference == d("-1.29")
    desk.keep(set_weight(desk.order, "tomatoes", d("1.135")))
    assert line_total(desk.order.line("tomatoes"), "EUR") == d("3.63")
    desk.keep(replace_line(desk.order, "bread", OAT))
    assert line_difference(desk.order.line("bread"), "EUR") == d("-2.40")
    assert line_difference(desk.order.line("oat"), "EUR") == d("2.98")
    desk.keep(add_line(desk.order, BAG))
    assert line_difference(desk.order.line("bag"), "EUR") == d("0.20")
    assert totals(desk.order).now == d("1.29") + d("3.63") + d("2.98") + d("0.20")
    desk.keep(not_found(desk.order, "bag"))
    assert line_total(desk.order.line("bag"), "EUR") == 0


def test_a_changed_unit_price_counts_per_piece_and_a_changed_total_for_the_line() -> None:
    desk = Desk(MILK)
    desk.keep(change_price(desk.order, "milk", unit_price=d("1.19")))
    assert totals(desk.order).now == d("2.38")
    desk.keep(set_quantity(desk.order, "milk", d("1")))
    assert totals(desk.order).now == d("1.19")
    desk.keep(change_price(desk.order, "milk", total_price=d("2.20")))
    assert totals(desk.order).now == d("2.20") and totals(desk.order).ordered == d("2.58")


@pytest.mark.parametrize(
    ("currency", "price", "weight", "total"),
    [("EUR", "3.25", "1.1", "3.58"), ("KWD", "3.255", "1.001", "3.258"), ("CLP", "990", "1.105", "1094")],
)
def test_what_the_program_computes_is_rounded_half_up_to_the_currency(
    currency: str, price: str, weight: str, total: str
) -> None:
    line = replace(TOMATOES, unit_price=d(price), total_price=None)
    desk = Desk(line, currency=currency)
    desk.keep(set_weight(desk.order, "tomatoes", d(weight)))
    assert totals(desk.order).now == d(total)


def test_a_line_with_only_a_total_price_is_shared_out_by_amount() -> None:
    desk = Desk(replace(MILK, unit_price=None, total_price=d("2.55")))
    assert totals(desk.order).now == d("2.55")
    desk.keep(pick(desk.order, "milk"))
    assert totals(desk.order).now == d("1.28")


def test_a_line_without_any_price_changes_nothing() -> None:
    desk = Desk(replace(MILK, unit_price=None, total_price=None), CRATE)
    desk.keep(add_line(desk.order, replace(BAG, unit_price=None)))
    desk.keep(set_quantity(desk.order, "milk", d("1")))
    assert line_total(desk.order.line("milk"), "EUR") is None and line_difference(desk.order.line("milk"), "EUR") == 0
    assert totals(desk.order).ordered == totals(desk.order).now == d("9.00")


def test_a_total_price_of_nothing_ordered_is_not_shared_out() -> None:
    odd = replace(MILK, amount=d("0"), unit_price=None, total_price=d("1"))
    desk = Desk(replace(odd, bounds=TOMATOES.bounds))
    desk.keep(set_quantity(desk.order, "milk", d("2")))
    assert line_total(desk.order.line("milk"), "EUR") is None


@pytest.mark.parametrize("total", [None, "6.24"])
def test_a_line_that_the_customer_took_out_costs_nothing_before_and_after(total: str | None) -> None:
    desk = Desk(payment=paid(total) if total else None)
    desk.keep(not_found(desk.order, "milk"))
    desk.said = replace(desk.said, lines=(replace(MILK, gone=True), *desk.said.lines[1:]))
    assert totals(desk.order).ordered == totals(desk.order).now == d("6.24")

"""Money is exact to the digits of its currency, weights to the gram, and typed amounts are read as people type."""

from decimal import Decimal

import pytest

from picker_app.domain import money
from picker_app.domain.quantity import Bounds, is_whole, kilograms, parse_amount
from tests.domain.examples import d


@pytest.mark.parametrize(
    ("currency", "amount", "rounded"),
    [
        ("EUR", "1.005", "1.01"),
        ("BRL", "1.004", "1.00"),
        ("KWD", "1.0005", "1.001"),
        ("BHD", "2", "2.000"),
        ("OMR", "0.1234", "0.123"),
        ("JOD", "0.0004", "0.000"),
        ("TND", "7.7777", "7.778"),
        ("CLP", "990.5", "991"),
        ("PYG", "12500.49", "12500"),
        ("HUF", "0.5", "1"),
    ],
)
def test_money_is_rounded_half_up_to_the_digits_of_its_currency(currency: str, amount: str, rounded: str) -> None:
    assert f"{money.rounded(d(amount), currency):f}" == rounded


def test_a_tenth_and_two_tenths_of_a_kilogram_are_exactly_three() -> None:
    assert kilograms(d("0.1") + d("0.2")) == d("0.3")
    assert f"{kilograms(d('0.1') + d('0.2')):f}" == "0.300"


def test_a_weight_is_rounded_half_up_to_the_gram() -> None:
    assert kilograms(d("1.0005")) == d("1.001")
    assert kilograms(d("1.0004999")) == d("1.000")


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("2", "2"),
        (" 1,5 ", "1.5"),
        ("1.5", "1.5"),
        (".5", "0.5"),
        ("3.", "3"),
        ("0", "0"),
        ("007", "7"),
        ("100000", "100000"),
    ],
)
def test_a_typed_amount_is_read_with_point_or_comma(typed: str, amount: str) -> None:
    assert parse_amount(typed) == d(amount)


@pytest.mark.parametrize(
    "typed",
    ["", " ", ".", ",", "1.2.3", "1,2,3", "-1", "+1", "1e3", "abc", "1 2", "٣", "²", "nan", "inf", "100000.001"],
)
def test_anything_else_typed_is_no_amount(typed: str) -> None:
    assert parse_amount(typed) is None


def test_whole_pieces_are_told_from_parts() -> None:
    assert is_whole(d("2")) and is_whole(d("2.000"))
    assert not is_whole(d("2.001"))


def test_a_bound_that_is_missing_does_not_bind() -> None:
    assert not Bounds().below(Decimal(0)) and not Bounds().above(Decimal(10**9))
    assert Bounds(d("1"), d("2")).below(d("0.999")) and not Bounds(d("1"), d("2")).below(d("1"))
    assert Bounds(d("1"), d("2")).above(d("2.001")) and not Bounds(d("1"), d("2")).above(d("2"))

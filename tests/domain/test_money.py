"""Exact money in major and minor units."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from picker_app.domain import money
from tests.domain.examples import d

CURRENCIES = ["GBP", "EUR", "KWD", "BHD", "OMR", "JOD", "TND", "JPY", "KRW", "CLP"]


@pytest.mark.parametrize(
    ("amount", "currency", "units"),
    [
        ("2.50", "GBP", 250),
        ("2.5", "GBP", 250),
        ("2.505", "GBP", None),
        ("1.250", "KWD", 1250),
        ("990", "CLP", 990),
        ("990.5", "JPY", None),
        ("0", "GBP", 0),
        ("-0.01", "GBP", -1),
        ("NaN", "GBP", None),
        ("Infinity", "GBP", None),
        ("1E+999999", "GBP", None),
        ("1E-999999", "GBP", None),
        ("1.00000000000000000000", "GBP", None),
    ],
)
def test_money_has_a_whole_number_of_minor_units_or_none(amount: str, currency: str, units: int | None) -> None:
    assert money.to_minor(d(amount), currency) == units


@given(st.integers(-(10**15), 10**15), st.sampled_from(CURRENCIES))
def test_minor_units_come_back_exactly(units: int, currency: str) -> None:
    amount = money.from_minor(units, currency)
    assert money.to_minor(amount, currency) == units
    assert amount == Decimal(units) / 10 ** money.minor_digits(currency)


def test_a_tenth_and_two_tenths_are_three_tenths() -> None:
    assert money.to_minor(d("0.1") + d("0.2"), "GBP") == 30

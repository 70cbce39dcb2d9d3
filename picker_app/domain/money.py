"""Exact money: amounts in major units, rounded half-up to the digits of their currency."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

_THREE = frozenset({"KWD", "BHD", "OMR", "JOD", "TND"})
_NONE = frozenset({"CLP", "PYG", "HUF"})
_NO_MINOR = frozenset({"JPY", "KRW", "CLP"})
_MOST_PLACES = 16


def digits(currency: str) -> int:
    """Return how many decimals the currency has: 2, 3 or 0 (delivery_hero.md section 1)."""
    if currency in _THREE:
        return 3
    return 0 if currency in _NONE else 2


def rounded(amount: Decimal, currency: str) -> Decimal:
    """Round an amount half-up to the digits of its currency."""
    return amount.quantize(Decimal(1).scaleb(-digits(currency)), rounding=ROUND_HALF_UP)


def minor_digits(currency: str) -> int:
    """Return how many decimals of a major unit one minor unit is: 2, 3 or 0 (deliveroo_promotions.md section 1)."""
    if currency in _THREE:
        return 3
    return 0 if currency in _NO_MINOR else 2


def units(amount: Decimal, places: int) -> int | None:
    """Return an amount in units of so many decimals, 250 for 2.50 and 2; None if that is not whole or out of bounds."""
    if not amount.is_finite() or abs(amount.adjusted()) > _MOST_PLACES or len(amount.as_tuple().digits) > _MOST_PLACES:
        return None
    exact = Fraction(amount) * 10**places
    return exact.numerator if exact.denominator == 1 else None


def to_minor(amount: Decimal, currency: str) -> int | None:
    """Return an amount in minor units, 250 for 2.50; None if that is no whole number, or out of bounds."""
    return units(amount, minor_digits(currency))


def from_minor(units: int, currency: str) -> Decimal:
    """Return the amount of so many minor units, at most 18 digits: 2.50 for 250."""
    return Decimal(units).scaleb(-minor_digits(currency))

"""Exact money: amounts in major units, rounded half-up to the digits of their currency."""

from decimal import ROUND_HALF_UP, Decimal

_THREE = frozenset({"KWD", "BHD", "OMR", "JOD", "TND"})
_NONE = frozenset({"CLP", "PYG", "HUF"})


def digits(currency: str) -> int:
    """Return how many decimals the currency has: 2, 3 or 0 (delivery_hero.md section 1)."""
    if currency in _THREE:
        return 3
    return 0 if currency in _NONE else 2


def rounded(amount: Decimal, currency: str) -> Decimal:
    """Round an amount half-up to the digits of its currency."""
    return amount.quantize(Decimal(1).scaleb(-digits(currency)), rounding=ROUND_HALF_UP)

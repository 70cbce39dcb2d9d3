"""Exact amounts of goods: whole pieces and kilograms to the gram."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

GRAM = Decimal("0.001")
ZERO = Decimal(0)
LARGEST = Decimal(100_000)


def kilograms(value: Decimal) -> Decimal:
    """Return a weight in kg rounded half-up to the gram (delivery_hero.md section 1)."""
    return value.quantize(GRAM, rounding=ROUND_HALF_UP)


def is_whole(value: Decimal) -> bool:
    """Say whether an amount is a number of whole pieces."""
    return value == value.to_integral_value()


def parse_amount(text: str) -> Decimal | None:
    """Read an amount typed by a person; point and comma are both the decimal mark.

    Returns None for anything that is no plain number of 0 or more and at most 100,000.
    """
    plain = text.strip().replace(",", ".")
    if not plain.isascii() or not plain.replace(".", "", 1).isdigit():
        return None
    try:
        value = Decimal(plain)
    except InvalidOperation:  # pragma: no cover - the digits were checked above
        return None
    return value if value <= LARGEST else None


@dataclass(frozen=True, slots=True)
class Bounds:
    """The amounts a platform allows for a line: pieces for UNIT, kg for KG; None does not bind."""

    minimum: Decimal | None = None
    maximum: Decimal | None = None

    def below(self, amount: Decimal) -> bool:
        """Say whether the amount is under the minimum."""
        return self.minimum is not None and amount < self.minimum

    def above(self, amount: Decimal) -> bool:
        """Say whether the amount is over the maximum."""
        return self.maximum is not None and amount > self.maximum

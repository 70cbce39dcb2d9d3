"""Judge weights, label prices and dates before they are taken: refuse what cannot be, ask about what is unlikely.

Follows "Barcodes and scanners", section 10. Weights are in kg, prices in the currency's main unit.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from picker_app.domain.quantity import Bounds

MAX_WEIGHT_KG: Final = Decimal(30)
_FAR_OFF: Final = Decimal("0.3")
_TIMES: Final = 4


@dataclass(frozen=True, slots=True)
class Guard:
    """Why an amount is not simply taken: `refused` for good, or a `question` that waits for a yes."""

    kind: Literal["refused", "question"]
    code: str
    reason: str


def guard_weight(
    weight_kg: Decimal,
    *,
    asked_kg: Decimal | None = None,
    bounds: Bounds | None = None,
    max_weight_kg: Decimal = MAX_WEIGHT_KG,
) -> Guard | None:
    """What speaks against a weight: nothing, too much, outside the platform's bounds, or far from what was asked."""
    bounds = bounds or Bounds()
    if weight_kg <= 0:
        return Guard("refused", "no_weight", "The weight is 0: weigh it again.")
    if weight_kg > max_weight_kg:
        return Guard("refused", "too_heavy", f"{weight_kg} kg is over {max_weight_kg} kg: weigh it again.")
    if bounds.above(weight_kg):
        return Guard("refused", "over_maximum", f"{weight_kg} kg is over {bounds.maximum} kg, the most allowed here.")
    if bounds.below(weight_kg):
        return Guard(
            "refused", "below_minimum", f"{weight_kg} kg is under {bounds.minimum} kg, the least allowed here."
        )
    if bounds == Bounds() and asked_kg and abs(weight_kg - asked_kg) > asked_kg * _FAR_OFF:
        return Guard("question", "far_off", f"{weight_kg} kg, but {asked_kg} kg was asked: take it all the same?")
    return None


def guard_price(price: Decimal, *, asked_kg: Decimal, price_per_kg: Decimal) -> Guard | None:
    """What speaks against the price on a label for a line of `asked_kg`: 0, or far from what that would cost."""
    expected = asked_kg * price_per_kg
    if price <= 0:
        return Guard("refused", "no_price", "The price on the label is 0: print the label again.")
    if expected > 0 and (price > expected * _TIMES or price * _TIMES < expected):
        return Guard("question", "odd_price", f"{price} on the label, about {expected:.2f} expected: take it?")
    return None


def guard_expiry(expiry: date | None, *, today: date) -> Guard | None:
    """What speaks against a piece by its expiry, the last good day; `today` is the date in the store's zone."""
    if expiry is None or expiry >= today:
        return None
    return Guard("question", "expired_piece", f"It ended on {expiry:%Y-%m-%d}: take it all the same?")

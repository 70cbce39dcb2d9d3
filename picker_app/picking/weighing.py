"""Turns what a code says of its piece into the kilograms of a line, and says what speaks against taking them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from picker_app.devices.guards import guard_expiry, guard_price, guard_weight
from picker_app.devices.labels import Label, weight_of_price
from picker_app.devices.readings import ProductCode
from picker_app.domain.order import Line
from picker_app.domain.quantity import kilograms
from picker_app.domain.rules import RuleBroken

SOON_DAYS = 3


@dataclass(frozen=True, slots=True)
class Measured:
    """What a code says of its piece: kilograms, a price in the main unit, pieces; None where it says nothing."""

    weight_kg: Decimal | None = None
    price: Decimal | None = None
    count: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Weighing:
    """The kilograms that a scan gives a line, and the code of the question that has to be answered first, "" for none.

    `price_per_kg` is what a price label's weight was made with.
    """

    weight_kg: Decimal
    question: str = ""
    price: Decimal | None = None
    price_per_kg: Decimal | None = None


def measured(reading: ProductCode | Label) -> Measured:
    """Return what a code says of its piece."""
    if isinstance(reading, Label):
        said = {str(reading.measure): reading.value}
        return Measured(said.get("weight"), said.get("price"), said.get("count"))
    count = None if reading.count is None else Decimal(reading.count)
    return Measured(reading.weight_kg, reading.price, count)


def weigh(
    line: Line,
    said: Measured,
    *,
    kept_price: Decimal | None,
    times: int = 1,
    on_top: bool = False,
) -> Weighing:
    """Return the kilograms of a KG line after a scan ("Barcodes and scanners", 8 and 10).

    `kept_price` is the price of a kilogram that was said yes to today, None before. RuleBroken `not_pieces` where the
    code says nothing of the weight, `no_weight` and `no_price` where it says 0; the limits of the scale and the line
    are the verb's.
    """
    question, per_kg = "", None
    weight = said.weight_kg
    if weight is None:
        per_kg = kept_price or line.unit_price
        if said.price is None or per_kg is None or per_kg <= 0:
            raise RuleBroken("not_pieces", line.key, name=line.name)
        guard = guard_price(said.price, asked_kg=line.ordered, price_per_kg=per_kg)
        if guard is not None and guard.kind == "refused":
            raise RuleBroken(guard.code, line.key, name=line.name)
        weight = weight_of_price(said.price, per_kg)
        question = guard.code if guard is not None else "" if kept_price else "label_price"
    if weight <= 0:
        raise RuleBroken("no_weight", line.key, name=line.name)
    whole = kilograms(weight * times + (line.amount if on_top else 0))
    guard = guard_weight(whole, asked_kg=line.ordered, bounds=line.bounds, max_weight_kg=whole)
    if not question and guard is not None and guard.kind == "question":
        question = guard.code
    return Weighing(whole, question, said.price if per_kg is not None else None, per_kg)


def expired(reading: ProductCode | Label, today: date) -> bool:
    """Say whether the piece's last good day is over; `today` is the date in the store's zone."""
    return isinstance(reading, ProductCode) and guard_expiry(reading.expiry, today=today) is not None


def ends_soon(reading: ProductCode | Label, today: date) -> date | None:
    """Return the last day of a piece that ends within days, or whose best day is over; None for any other."""
    if isinstance(reading, Label):
        return None
    if reading.expiry is not None and 0 <= (reading.expiry - today).days <= SOON_DAYS:
        return reading.expiry
    if reading.best_before is not None and (reading.best_before - today).days <= SOON_DAYS:
        return reading.best_before
    return None

"""One line of an order at the desk: what was ordered and what was decided."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from picker_app.domain.quantity import ZERO, Bounds
from picker_app.domain.said import Pricing


class Origin(StrEnum):
    """How a line came into the order."""

    ORDERED = "ORDERED"
    REPLACEMENT = "REPLACEMENT"
    ADDITION = "ADDITION"


class Decision(StrEnum):
    """What the desk decided for a line; TAKEN_BACK is for lines of the desk's own."""

    UNDECIDED = "UNDECIDED"
    IN_CART = "IN_CART"
    NOT_FOUND = "NOT_FOUND"
    REPLACED = "REPLACED"
    TAKEN_BACK = "TAKEN_BACK"


@dataclass(frozen=True, slots=True)
class Line:
    """One line at the desk: what was ordered and what was decided.

    `ordered` and `amount` are in pieces (UNIT) or kg (KG). `settled` says that a person named the amount, so that
    fewer than ordered is meant. `replaces` is the key of the ordered line that this one stands in for. At most one of
    `new_unit_price` and `new_total_price` is set. `parent` is the key of the line that this one is a part of; a
    `heading` is nothing to take from the shelf: its parts are.
    """

    key: str
    sku: str
    name: str
    pricing: Pricing
    ordered: Decimal
    origin: Origin = Origin.ORDERED
    platform_id: str | None = None
    pieces: Decimal = Decimal(1)
    barcodes: tuple[str, ...] = ()
    unit_price: Decimal | None = None
    total_price: Decimal | None = None
    bounds: Bounds = field(default_factory=Bounds)
    note: str = ""
    details: tuple[tuple[str, str], ...] = ()
    raw_pricing: str | None = None
    gone: bool = False
    decision: Decision = Decision.UNDECIDED
    amount: Decimal = ZERO
    settled: bool = False
    replaces: str | None = None
    new_unit_price: Decimal | None = None
    new_total_price: Decimal | None = None
    parent: str | None = None
    heading: bool = False

    @property
    def in_cart(self) -> bool:
        """Say whether the line is in the bag, all of it or less."""
        return self.decision is Decision.IN_CART

    @property
    def complete(self) -> bool:
        """Say whether nothing is left to do: all picked, settled with less, not found, replaced, taken back or gone."""
        if self.gone or self.heading or self.decision is not Decision.IN_CART:
            return self.gone or self.heading or self.decision is not Decision.UNDECIDED
        return self.settled or self.amount >= self.ordered

    @property
    def unit(self) -> str:
        """Return the word of the line's unit."""
        return "kg" if self.pricing is Pricing.KG else "pieces"

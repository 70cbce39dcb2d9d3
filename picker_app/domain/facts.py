"""What has happened at the desk, in the past tense; an order is its platform's words with these laid over."""

from dataclasses import dataclass, field
from decimal import Decimal

from picker_app.domain.quantity import Bounds
from picker_app.domain.said import Pricing


@dataclass(frozen=True, slots=True)
class NewLine:
    """A product that the desk puts into an order: a replacement or an addition.

    `amount` is in pieces (UNIT) or kg (KG); `unit_price` is the catalogue's price, shown and used for the estimate,
    never sent unless a person changes it.
    """

    key: str
    sku: str
    name: str
    pricing: Pricing
    amount: Decimal
    barcodes: tuple[str, ...] = ()
    unit_price: Decimal | None = None
    bounds: Bounds = field(default_factory=Bounds)


@dataclass(frozen=True, slots=True)
class LinePicked:
    """So many pieces of a line were put into the bag."""

    line: str
    count: Decimal


@dataclass(frozen=True, slots=True)
class QuantitySet:
    """A person said how many pieces of a line are in the bag."""

    line: str
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class LineWeighed:
    """A line's weight is known, in kg."""

    line: str
    weight: Decimal


@dataclass(frozen=True, slots=True)
class LineNotFound:
    """A line is not in the store; on a line of the desk's own it is taken back."""

    line: str


@dataclass(frozen=True, slots=True)
class LineReplaced:
    """Another product goes in the place of an ordered line."""

    line: str
    new: NewLine


@dataclass(frozen=True, slots=True)
class LineAdded:
    """A product that nobody ordered was added, a carry bag for example."""

    new: NewLine


@dataclass(frozen=True, slots=True)
class LinesTaken:
    """Lines are in the bag whole, as they were ordered: one of them with all of its parts."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PriceChanged:
    """A line has another price: of one unit or of the whole line, never both."""

    line: str
    unit_price: Decimal | None
    total_price: Decimal | None


@dataclass(frozen=True, slots=True)
class OrderFinished:
    """The desk finished the order."""


@dataclass(frozen=True, slots=True)
class OrderCancelled:
    """The desk cancelled the order for a reason the platform knows."""

    reason: str


@dataclass(frozen=True, slots=True)
class OrderConfirmed:
    """The desk took the order on, before anything of it was picked."""


@dataclass(frozen=True, slots=True)
class OrderRejected:
    """The desk handed the order to the platform's own desk, which phones; `details` say why. It is not cancelled."""

    details: str


@dataclass(frozen=True, slots=True)
class OrderDelivered:
    """The customer has the order, as the desk knows it."""


@dataclass(frozen=True, slots=True)
class OrderReopened:
    """The order is back at the desk: the platform refused what was sent last, or its own desk gave the order back."""


@dataclass(frozen=True, slots=True)
class Undone:
    """An earlier fact, by its running number in the order, does not hold any more."""

    of: int


Fact = (
    LinePicked
    | QuantitySet
    | LineWeighed
    | LineNotFound
    | LineReplaced
    | LineAdded
    | LinesTaken
    | PriceChanged
    | OrderFinished
    | OrderCancelled
    | OrderConfirmed
    | OrderRejected
    | OrderDelivered
    | OrderReopened
    | Undone
)

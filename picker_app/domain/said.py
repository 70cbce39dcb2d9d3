"""What a platform said of an order: its own words, brought to one shape."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from picker_app.domain.quantity import ZERO, Bounds


class Status(StrEnum):
    """Where an order stands at its platform (delivery_hero.md section 5).

    INTEGRATED and CONFIRMED are steps of a platform that wants each order confirmed (ifood_pos.md section 3).
    """

    RECEIVED = "RECEIVED"
    ACCEPTED = "ACCEPTED"
    INTEGRATED = "INTEGRATED"
    CONFIRMED = "CONFIRMED"
    READY_FOR_PICKUP = "READY_FOR_PICKUP"
    DISPATCHED = "DISPATCHED"
    DELIVERED = "DELIVERED"
    CANCELLED = "CANCELLED"
    UNKNOWN = "UNKNOWN"


OPEN = (Status.RECEIVED, Status.ACCEPTED, Status.INTEGRATED, Status.CONFIRMED)
"""The statuses in which an order is still in the shop's hands."""


class Flow(StrEnum):
    """Who carries the goods: the platform's rider, the shop, or the customer who comes."""

    PLATFORM_DELIVERY = "PLATFORM_DELIVERY"
    VENDOR_DELIVERY = "VENDOR_DELIVERY"
    PICKUP = "PICKUP"


class Pricing(StrEnum):
    """How a line is counted: pieces, kilograms, or in a way this program does not know and must not touch."""

    UNIT = "UNIT"
    KG = "KG"
    FOREIGN = "FOREIGN"


@dataclass(frozen=True, slots=True)
class OrderedLine:
    """One line as the platform sent it.

    `key` is the line's name inside this program (the platform's id where it gave one). `amount` is what was ordered:
    pieces for UNIT, kg for KG. `pieces` is the platform's `quantity`, which a KG line carries too. `raw_pricing` is
    the JSON text of the pricing object, kept only for FOREIGN lines, which are sent back as they came. `parent` is the
    key of the line that this one is a part of; `details` are fields that are only shown, name and text.
    """

    key: str
    sku: str
    name: str
    pricing: Pricing
    amount: Decimal
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
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class ExtraLine:
    """A line in the platform's cart that nobody ordered: a replacement or an addition of the desk."""

    platform_id: str
    sku: str
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Customer:
    """The person who ordered, as the platform shows them: often masked, any part may be empty.

    `document` is a tax number. `details` are fields that are only shown, path and text.
    """

    name: str = ""
    phone: str = ""
    address: str = ""
    instructions: str = ""
    document: str = ""
    email: str = ""
    details: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    @property
    def private(self) -> tuple[str, ...]:
        """Return what must not be written in a log, beside name, phone number and address."""
        return (self.instructions, self.document, self.email)


@dataclass(frozen=True, slots=True)
class Payment:
    """What the platform says is paid, in major units of the account's currency.

    `subtotal` is for the goods alone, `total` with the delivery; `collect` is what is to be collected at the door.
    """

    kind: str = ""
    total: Decimal | None = None
    delivery_fee: Decimal = ZERO
    discount: Decimal = ZERO
    collect: Decimal = ZERO
    subtotal: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """One form in which an order is paid, in major units of the account's currency.

    `prepaid`: nothing of it is to be collected at the door. `change_for` is the note that the customer will hand over,
    not the change. `machine`: the card machine goes along. `issuer` is the card's brand.
    """

    code: str
    name: str
    value: Decimal
    prepaid: bool
    change_for: Decimal | None = None
    machine: bool = False
    issuer: str = ""

    @property
    def change(self) -> Decimal:
        """Return the change to bring along."""
        return max(ZERO, (self.change_for or ZERO) - self.value)


@dataclass(frozen=True, slots=True)
class Cancellation:
    """Who cancelled an order and why; `after_pickup` means that the goods are gone."""

    reason: str = ""
    by: str = ""
    after_pickup: bool = False


@dataclass(frozen=True, slots=True)
class SaidOrder:
    """An order as its platform tells it; the desk's own acts are not in here.

    `code` is what the rider says, `number` what stands on receipts. Times are aware UTC. `lines` are the ordered
    lines, `extra` the lines of the platform's cart that the desk added. `raw_status` keeps an unknown status word.
    `partial` marks an order of which only the envelope is known so far; `notices` are codes for incidents. `payments`
    are the forms in which it is paid, where the platform tells them one by one. `confirm_by` is when an order must be
    confirmed to the platform. `details` are fields that are only shown, path and text.
    """

    account: str
    ref: str
    code: str
    status: Status
    currency: str
    raw_status: str = ""
    number: str = ""
    flow: Flow = Flow.PLATFORM_DELIVERY
    preorder: bool = False
    created_at: datetime | None = None
    updated_at: datetime | None = None
    promised_for: datetime | None = None
    pick_by: datetime | None = None
    note: str = ""
    store: str = ""
    store_id: str = ""
    customer: Customer | None = None
    payment: Payment | None = None
    cancellation: Cancellation | None = None
    lines: tuple[OrderedLine, ...] = ()
    extra: tuple[ExtraLine, ...] = ()
    partial: bool = False
    notices: tuple[str, ...] = ()
    payments: tuple[PaymentLine, ...] = ()
    confirm_by: datetime | None = None
    details: tuple[tuple[str, str], ...] = ()

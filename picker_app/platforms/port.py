"""What any platform can do, and the family of its errors, each saying whose turn it is."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import Protocol

from picker_app.domain.cart import Command, SeenLine
from picker_app.domain.said import SaidOrder, Status


class Turn(StrEnum):
    """Whose turn it is after an error."""

    PROGRAM = "PROGRAM"
    PERSON = "PERSON"
    OURS = "OURS"


class Priority(IntEnum):
    """The classes of the process's one request limiter (delivery_hero.md section 3), the most urgent first."""

    ACT = 1
    CHECK = 2
    READ = 3
    BACKGROUND = 4


class PlatformError(Exception):
    """Something a platform did not do. `title` and `advice` are sentences for a person.

    `code` names the kind of error for the screen's own language; `words` are the platform's own words, at most 300
    characters, without secrets or customer data.
    """

    turn = Turn.PROGRAM
    code = "platform"
    title = "The platform did not answer as expected."
    advice = "The program tries again by itself."

    def __init__(self, words: str = "", *, status: int | None = None, retry_after: float | None = None) -> None:
        self.words = words[:300]
        self.status = status
        self.retry_after = retry_after
        super().__init__(f"{self.title} {self.words}".strip())


class Unreachable(PlatformError):
    """No connection: the request was certainly not carried out. `retry_after` in seconds where it is known."""

    code = "unreachable"
    title = "The platform cannot be reached."
    advice = "What you did is saved here and is sent as soon as the line is back."


class Unanswered(Unreachable):
    """No answer came to a question that changes nothing; the platform may have heard it."""


class Limited(Unreachable):
    """Too many requests (429, or the block page of the network edge): not carried out, wait `retry_after` seconds."""

    code = "limited"
    title = "The platform asks us to slow down."
    advice = "The program waits as long as it was told and goes on by itself."


class Uncertain(PlatformError):
    """The request may or may not have been carried out: read back before anything else."""

    code = "uncertain"
    title = "It is not certain whether the platform took this."
    advice = "The program reads the order back and then decides. Please wait."


class LockedOut(PlatformError):
    """The platform refuses the sign-in; commands stay queued."""

    turn = Turn.PERSON
    code = "locked_out"
    title = "The platform refuses the sign-in."
    advice = "Check the client id and the secret of this account. Nothing is lost meanwhile."


class Refused(PlatformError):
    """The platform read the request and said no; it is never repeated by itself.

    `lines` are the SKUs or line ids that its words name. Kinds: `item_not_found`, `invalid_cart`, `not_allowed`,
    `refused`.
    """

    turn = Turn.PERSON
    code = "refused"
    title = "The platform refuses this."
    advice = "Correct the marked lines and send again."

    def __init__(
        self, words: str = "", *, status: int | None = None, kind: str = "refused", lines: tuple[str, ...] = ()
    ) -> None:
        super().__init__(words, status=status)
        self.kind = kind
        self.lines = lines


class Missing(Refused):
    """The platform does not have what was asked for (404)."""

    code = "missing"
    title = "The platform does not know this order."
    advice = "Check the order path and the account's settings."


class Unreadable(PlatformError):
    """The platform's bytes could not be understood; they are kept. `raw` are the bytes, where they are at hand."""

    turn = Turn.OURS
    code = "unreadable"
    title = "The platform sent something this program cannot read."
    advice = "It is kept as an incident. Look at the order on the platform's own screen."

    def __init__(
        self, words: str = "", *, status: int | None = None, retry_after: float | None = None, raw: bytes = b""
    ) -> None:
        super().__init__(words, status=status, retry_after=retry_after)
        self.raw = raw


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What the desk may offer for an order of this platform, and by which ways it is spoken with.

    The first five say what a message can carry. `reasons` are those for which an order can be cancelled.
    `carts`: it is told what is in the bag; where not, it takes status messages only. `confirms`: each order is to be
    confirmed in time. `rejects`: an order can be handed to the platform's own desk, with a text. `rereads`: an order
    can be read again to see what differs. `shop`: prices and what is on sale are set from here. `lists`, `catalog`: it
    has a list of its orders and one of its products. `polled`: it is asked for its events.
    """

    quantities: bool = True
    prices: bool = True
    replacements: bool = True
    additions: bool = True
    check: bool = True
    reasons: tuple[str, ...] = ("ITEM_UNAVAILABLE", "CLOSED", "TOO_BUSY")
    carts: bool = True
    confirms: bool = False
    rejects: bool = False
    rereads: bool = False
    shop: bool = False
    lists: bool = True
    catalog: bool = True
    polled: bool = False


@dataclass(frozen=True, slots=True)
class Envelope:
    """The least that is known of an event before it is parsed whole.

    `key` is the same for the same event however often and by whichever way it comes. `stores` are the ids under which
    the event names its store, the platform's own first; empty where it names none.
    """

    key: str
    ref: str
    status: str
    stores: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """An order as one message told it: the words, the platform's cart for comparisons, and the raw bytes."""

    envelope: Envelope
    said: SaidOrder
    cart: tuple[SeenLine, ...]
    raw: bytes


@dataclass(frozen=True, slots=True)
class Accepted:
    """A 2xx answer to a command. `words` and `total` are what the platform said about the cart, if anything."""

    body: bytes = b""
    words: str = ""
    total: Decimal | None = None


@dataclass(frozen=True, slots=True)
class CatalogProduct:
    """A product of a vendor's catalogue; `unit_price` per piece or per kg in the account's currency."""

    sku: str
    name: str
    barcodes: tuple[str, ...] = ()
    unit_price: Decimal | None = None
    by_weight: bool = False
    active: bool = True


class Platform(Protocol):
    """One account at one platform. Methods raise PlatformError and nothing else of the network."""

    @property
    def account(self) -> str:
        """Return the account's name in the configuration."""
        ...

    @property
    def title(self) -> str:
        """Return the platform's name as the shop calls it."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """Return what the desk may offer."""
        ...

    @property
    def ahead(self) -> timedelta | None:
        """Return how far the platform's clock was ahead of ours in its newest answer; None where it did not say."""
        ...

    def envelope(self, body: bytes) -> Envelope:
        """Read the least of an order event; Unreadable if it is none."""
        ...

    def decode(self, body: bytes) -> Heard:
        """Read an order event whole; Unreadable with the place if it cannot be."""
        ...

    def compose(self, command: Command) -> bytes:
        """Write the exact bytes of a command."""
        ...

    async def send(self, command: Command, body: bytes, priority: Priority) -> Accepted:
        """Send the bytes of a command. Unreachable, Limited, LockedOut: not carried out. Uncertain. Refused."""
        ...

    async def read(self, ref: str, priority: Priority) -> Heard:
        """Read one order back."""
        ...

    def list_orders(self, since: datetime, until: datetime) -> AsyncIterator[tuple[Heard | Unreadable, ...]]:
        """Read the orders of a time range, page by page; an order that cannot be read stands as its error."""
        ...

    def catalog(self) -> AsyncIterator[tuple[CatalogProduct, ...]]:
        """Read the vendor's catalogue, page by page."""
        ...

    async def sign_in(self) -> None:
        """Prove that the account's secrets work."""
        ...

    async def close(self) -> None:
        """Close the connections."""
        ...


@dataclass(frozen=True, slots=True)
class PolledEvent:
    """One event of a poll (ifood_pos.md section 4).

    `key` is the same for the same event however often it comes. `id` is what is acknowledged, "" where it has none;
    `ref` the order's, "" where it names none. `status` is UNKNOWN for a `code`, the platform's own word, that changes
    nothing. `raw` are the bytes of this one event.
    """

    key: str
    id: str
    ref: str
    status: Status
    code: str
    created_at: datetime | None
    raw: bytes


class Polling(Protocol):
    """What a platform that is asked for its events can do besides. Methods raise PlatformError."""

    @property
    def server_clock(self) -> timedelta:
        """Return how far the platform's clock is ahead of ours, as its newest answer told; 0 until one came."""
        ...

    async def poll(self) -> tuple[PolledEvent | Unreadable, ...]:
        """Ask for all events that were not acknowledged; one that cannot be read stands as its error.

        Missing: the address of the account is wrong.
        """
        ...

    async def acknowledge(self, ids: Sequence[str]) -> None:
        """Tell the platform which events are done, by their `id`. Refused: the platform does not take one of them."""
        ...


class Storefront(Protocol):
    """What a platform on which the shop sets its prices and what is on sale can do besides (ifood_pos.md section 8).

    `store` and `stores` are the shop's ids at the platform, `code` is the shop's own code of a product. Each call sets
    a value: said twice it changes nothing. Methods raise PlatformError; Missing: the platform does not know the code.
    """

    async def set_price(self, stores: Sequence[str], code: str, price: Decimal, start: date | None) -> Accepted:
        """Set a product's price in major units, above 0, at once or from a day of the store's own calendar on."""
        ...

    async def set_product(self, store: str, code: str, available: bool) -> Accepted:
        """Show or hide a product."""
        ...

    async def set_shop(self, store: str, available: bool, reason: str) -> Accepted:
        """Open or close the shop; a closing needs a reason."""
        ...


class Pace(Protocol):
    """The process's one request limiter, as the clients see it."""

    async def turn(self, priority: Priority) -> None:
        """Wait until a request of this class may leave, and count it."""
        ...

    def shut(self, seconds: float) -> None:
        """Let nothing leave for so many seconds."""
        ...

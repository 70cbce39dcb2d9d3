"""The frozen rows that screens show; nothing in them can be changed or reaches back into the store."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from picker_app.domain.cart import CartDifference, Kind, Totals
from picker_app.domain.order import Decision, Origin, Stage
from picker_app.domain.quantity import ZERO, Bounds
from picker_app.domain.rereading import Difference
from picker_app.domain.said import Customer, Flow, Payment, PaymentLine, Pricing, Status
from picker_app.platforms.port import Capabilities, CatalogProduct
from picker_app.store.journal import ScanRow as ScanRow


class Tab(StrEnum):
    """The tabs of the inbox; every order is under exactly one, incidents are rows of their own."""

    TO_PICK = "TO_PICK"
    PICKING = "PICKING"
    WAITING = "WAITING"
    DONE = "DONE"


class Word(StrEnum):
    """The state of an order in one word."""

    NEW = "NEW"
    PICKING = "PICKING"
    REFUSED = "REFUSED"  # back from the platform: correct and send again
    SAVED = "SAVED"  # finished or cancelled here, not yet sent
    SENDING = "SENDING"
    SENT = "SENT"  # accepted, waiting for the platform's confirmation
    UNCERTAIN = "UNCERTAIN"
    ASK = "ASK"  # sent three times without a certain outcome: the person decides
    WITH_PLATFORM = "WITH_PLATFORM"  # handed to the platform's own desk, which phones
    CONFIRMED = "CONFIRMED"
    DISPATCHED = "DISPATCHED"
    DELIVERED = "DELIVERED"
    CANCELLED = "CANCELLED"
    PUT_BACK = "PUT_BACK"  # cancelled by the platform with goods already picked
    ELSEWHERE = "ELSEWHERE"  # finished on another device
    NOT_OURS = "NOT_OURS"  # first seen beyond picking


class LineWord(StrEnum):
    """The state of a line in one word."""

    TO_PICK = "TO_PICK"
    WEIGH = "WEIGH"
    MORE = "MORE"  # some picked, more to come
    PICKED = "PICKED"
    FEWER = "FEWER"  # settled with less than ordered
    NOT_FOUND = "NOT_FOUND"
    REPLACED = "REPLACED"
    REPLACEMENT = "REPLACEMENT"
    ADDED = "ADDED"
    HEADING = "HEADING"  # nothing to take by itself: its parts are
    GONE = "GONE"  # the platform removed it


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One order in the inbox. Times are aware UTC; `done` of `total` lines are complete.

    `short_code` is the largest thing on the row: the most telling part of `code` (for "k7tm-3081-pexa" it is 3081).
    `opened` is False until somebody acts on the order. `pending` counts the changes saved here and not yet sent.

    While an order is to be confirmed, its clock runs from `confirm_from` to `confirm_by`, both by our own clock; see
    domain.confirming. `confirming` is the state of its confirmation: "" (not asked for), queued, sending, accepted,
    uncertain or refused. `returned`: the platform's own desk gave it back, and it is to be made.
    """

    id: int
    account: str
    platform: str
    code: str
    short_code: str
    number: str
    tab: Tab
    word: Word
    status: Status
    stage: Stage
    flow: Flow
    preorder: bool
    customer: str
    note: str
    lines: int
    weighed: int
    done: int
    total: int
    pending: int
    flagged: int
    came_at: datetime
    pick_by: datetime | None
    closed_at: datetime | None
    confirm_from: datetime | None = None
    confirm_by: datetime | None = None
    confirming: str = ""
    returned: bool = False


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line of an order. Amounts in pieces (UNIT) or kg (KG), prices in the order's currency.

    `difference` is what the line changes in what the customer pays. `flag` is "", "new", "gone" or "changed": the
    platform changed the line under the hand. `refusal` are the platform's own words about this line. `parent` is the
    key of the line that this one is a part of; a `heading` is only the name of its parts.
    """

    key: str
    sku: str
    name: str
    barcode: str
    pricing: Pricing
    origin: Origin
    decision: Decision
    word: LineWord
    ordered: Decimal
    amount: Decimal
    bounds: Bounds
    unit_price: Decimal | None
    price: Decimal | None
    changed_unit_price: Decimal | None
    changed_total_price: Decimal | None
    difference: Decimal
    note: str
    details: tuple[tuple[str, str], ...]
    complete: bool
    replaces: str
    replaces_name: str
    replaced_by: str
    flag: str
    refusal: str
    parent: str = ""
    heading: bool = False


class Check(StrEnum):
    """What became of the newest cart check."""

    WAITING = "WAITING"
    SENDING = "SENDING"
    GOOD = "GOOD"
    REFUSED = "REFUSED"
    UNCERTAIN = "UNCERTAIN"
    NO_LINE = "NO_LINE"
    """Not asked, since the platform could not be reached."""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """The newest cart check of an order: its state, when it was answered, the acts since then, the platform's words.

    `said_at` is when that answer was last said to hold: later than `at` where the very cart was to be checked again.
    `total` is the platform's own total if it gave one. `lines` pairs each checked line's name with "" or the words
    that the platform said about it.
    """

    state: Check
    at: datetime | None
    changes_since: int
    words: str
    total: Decimal | None
    lines: tuple[tuple[str, str], ...]
    said_at: datetime | None = None


class RereadState(StrEnum):
    """How reading an order again stands."""

    READING = "READING"
    READ = "READ"
    FAILED = "FAILED"


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading an order again came to: what differs, or the code and words of the error, and when."""

    state: RereadState
    at: datetime | None = None
    differences: tuple[Difference, ...] = ()
    code: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class ShortageRow:
    """A line that is not in the bag as it was ordered; `amount` of `ordered` pieces are, 0 where nothing was found."""

    key: str
    name: str
    ordered: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Banner:
    """One thing that the picker must know before going on: `code` chooses the sentence, `values` fill it.

    Codes: cancelled, cancelled_after_pickup, put_back, elsewhere, not_ours, refused, uncertain, ask, flags, sign_in,
    incident; of status messages with_platform, returned, cancelled_before, ask_status, check_portal, not_proven,
    confirmation_refused.
    """

    code: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OrderView:
    """One order whole, for the order and finish screens.

    `acts` are the status messages that a person may ask for now, where the platform is told statuses: CONFIRM, REJECT,
    DISPATCH or DELIVER (both by finishing, DELIVER by itself once the order is on its way). `shortages` are what the
    platform cannot be told of, `details` fields that are only shown, `reread` what reading it again came to. `store`
    is the shop's name at the platform, `notices` are codes of what is odd about what the platform told, `created_at` is
    when the customer ordered.
    """

    row: OrderRow
    currency: str
    lines: tuple[LineRow, ...]
    next_line: str
    customer: Customer | None
    payment: Payment | None
    promised_for: datetime | None
    totals: Totals
    check: CheckRow | None
    banner: Banner | None
    capabilities: Capabilities
    workable: bool
    undoable: bool
    reason: str
    acts: tuple[Kind, ...] = ()
    shortages: tuple[ShortageRow, ...] = ()
    payments: tuple[PaymentLine, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    reread: Reread | None = None
    store: str = ""
    notices: tuple[str, ...] = ()
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """Something that went wrong and was kept: `code` chooses the sentence, `details` are as they came.

    `differences` say how the platform's cart differs from what was sent, prices in `currency`.
    """

    key: str
    at: datetime
    account: str
    platform: str
    code: str
    order_id: int | None
    order_code: str
    details: str
    differences: tuple[CartDifference, ...] = ()
    currency: str = ""


class Line(StrEnum):
    """How the connection of an account stands."""

    CONNECTED = "CONNECTED"
    SLOW = "SLOW"
    OFF = "OFF"
    LOCKED_OUT = "LOCKED_OUT"
    STARTING = "STARTING"


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account in the top bar: its connection, since when, the messages that wait and the oldest of them.

    A platform that is polled has `asked_at`, when it was last asked for events, `silent_since`, since when there is no
    contact, and `support`: it is out of service for so long that its support is to be asked.
    """

    account: str
    platform: str
    line: Line
    since: datetime | None = None
    asked_at: datetime | None = None
    retry_at: datetime | None = None
    waiting: int = 0
    oldest: datetime | None = None
    words: str = ""
    polled: bool = False
    silent_since: datetime | None = None
    support: bool = False


class Outcome(StrEnum):
    """What became of a scan (barcodes_and_scanners.md section 10); exactly one for each."""

    PICKED = "picked"
    WEIGHT_SET = "weight_set"
    ALREADY_COMPLETE = "already_complete"
    OVER_MAXIMUM = "over_maximum"
    OTHER_ORDER = "other_order"
    NOT_NEEDED = "not_needed"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    UNREADABLE = "unreadable"
    REFUSED = "refused"
    QUESTION = "question"
    WEIGH = "weigh"
    OPENED = "opened"
    CHOSEN = "chosen"
    COMMAND = "command"
    REPEAT = "repeat"
    IGNORED = "ignored"
    NOT_SAVED = "not_saved"


class Act(StrEnum):
    """An act that a question offers; Enter or the scanned CONFIRM does it."""

    PICK_MORE = "PICK_MORE"
    SET_AMOUNT = "SET_AMOUNT"
    PICK_THERE = "PICK_THERE"
    PICK_EXPIRED = "PICK_EXPIRED"
    TIE = "TIE"  # a code that nobody knows is the chosen line's product from now on
    FINISH = "FINISH"  # finish with a shortage that the platform cannot be told of


@dataclass(frozen=True, slots=True)
class Offer:
    """What Enter would do now: the act of a question, with all it needs.

    `amount` is in pieces or kg, 0 for one piece. `scan` is the id of the scan whose question it is. A price label has
    its `price`, and the `price_per_kg` that the weight was made with; `code` is the code to tie.
    """

    act: Act
    order_id: int
    line: str
    amount: Decimal = ZERO
    scan: int = 0
    price: Decimal | None = None
    price_per_kg: Decimal | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class ScanMode:
    """How the screen stands when a scan comes.

    `times`: how many pieces it counts for (×2 to ×9). `add_pack`: its weight comes on top of what is in the bag.
    `line`: the chosen line, to which an unknown label can be tied. `searching`: a search field is open, and letters
    that are no known code are what is looked for.
    """

    times: int = 1
    add_pack: bool = False
    line: str = ""
    searching: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What an act or a scan came to, for the strip at the bottom and the sound.

    `code` chooses the sentence: a key of domain.rules.SENTENCES for a broken rule, else the outcome's own value or one
    of the acts (`quantity_set`, `not_found`, `replaced`, `added`, `price_changed`, `finished`, `cancelled`, `undone`,
    `checking`, `rereading`, `taken`, `confirmed_here`, `rejected_here`, `delivered_here`). `values` fill the sentence;
    `name`, `amount`, `ordered`, `unit` and `order` (its short code) are there where they make sense. `good` is True
    only after the commit. `number` is the running number of the fact in its order, `notes` are codes of what else is
    to be said: `by_keys`, `repaired`, `found_after_all`, `ends_soon`, `fields_cut`.
    """

    outcome: Outcome
    code: str
    good: bool
    values: dict[str, str] = field(default_factory=dict)
    order_id: int | None = None
    line: str = ""
    line_complete: bool = False
    order_complete: bool = False
    offer: Offer | None = None
    sku: str = ""
    weight: Decimal | None = None
    number: int | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Identified:
    """The product of an account's catalogue that a scan means (None: none), its kg from a label, and the result."""

    product: CatalogProduct | None
    weight: Decimal | None
    result: Result

"""Everything the training platform knows: orders, the one event of each, tokens, faults, prices, journal.

It belongs to the platform's own thread; nothing here is locked. What happens by itself happens when time is looked at.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from picker_app.training.clock import stamp
from picker_app.training.exact_json import JsonObject
from picker_app.training.ifood_pos.faults import MENU
from picker_app.training.ifood_pos.switches import Switches
from picker_app.training.ifood_pos.tokens import Tokens
from picker_app.training.known import KEPT, Known

RANKS = ("PLACED", "INTEGRATED", "CONFIRMED", "DISPATCHED", "DELIVERED", "CONCLUDED")
CANCELLED = "CANCELLED"
FINAL = ("CONCLUDED", CANCELLED)
DESK_CODES = {"confirm": "CONFIRMED", "cancel": CANCELLED}


@dataclass
class Order:
    """One order: `document` is what is shown; `state` the highest event so far, which the document does not tell."""

    document: JsonObject
    merchant_id: str
    placed_at: datetime
    state: str = "PLACED"
    rejections: list[JsonObject] = field(default_factory=list)
    statuses: list[JsonObject] = field(default_factory=list)
    history: list[JsonObject] = field(default_factory=list)
    desk_at: datetime | None = None
    at_desk: str = ""
    conclude_at: datetime | None = None

    @property
    def reference(self) -> str:
        """The id for every call."""
        return str(self.document["reference"])

    @property
    def to_go(self) -> bool:
        """Whether the customer fetches it."""
        return self.document.get("type") == "TOGO"


@dataclass
class Price:
    """What a product costs in one store: now, where it was said, and from one day on."""

    now: Decimal | None = None
    later: Decimal | None = None
    start: date | None = None


class World(Known[Switches]):
    """The one state of a training platform."""

    def __init__(self, switches: Switches, codes: set[str], seed: int, clock: Callable[[], datetime]) -> None:
        super().__init__(switches, MENU, seed, clock)
        self.codes = codes
        self.tokens = Tokens()
        self.orders: dict[str, Order] = {}
        self.queue: dict[str, JsonObject] = {}
        self.acknowledged: deque[JsonObject] = deque(maxlen=KEPT)
        self.acknowledgments: deque[JsonObject] = deque(maxlen=KEPT)
        self.last_poll: datetime | None = None
        self.prices: dict[tuple[str, str], Price] = {}
        self.products: dict[tuple[str, str], str] = {}
        self.stores: dict[str, JsonObject] = {}

    def expire_tokens(self) -> None:
        """Let all tokens be dead at once."""
        self.tokens.expire()

    def advance(self, seconds: float) -> None:
        """Let time pass, with what happens by itself meanwhile."""
        super().advance(seconds)
        self.pass_time()

    def new_id(self) -> str:
        """An id of an event, the same ones again for the same seed."""
        digits = f"{self.random.getrandbits(128):032x}"
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))

    def owns(self, merchant_id: str) -> bool:
        """Whether a store belongs to the user."""
        return merchant_id in self.switches.merchant_ids

    def say(self, order: Order, code: str, by: str, at: datetime | None = None) -> JsonObject:
        """Make an event of an order and return it: it takes the place of the one before, and the state moves up."""
        at = at or self.clock()
        if code == CANCELLED or (code in RANKS and rank(code) > rank(order.state)):
            order.state = code
            self._plan(order, at)
        order.history.append({"time": stamp(at), "code": code, "by": by})
        event: JsonObject = {
            "id": self.new_id(),
            "code": code,
            "correlationId": order.reference,
            "createdAt": stamp(at),
        }
        if self.owns(order.merchant_id):
            self.hold(event)
        return event

    def hold(self, event: JsonObject) -> None:
        """Put an event in the queue until it is acknowledged; an older one of the same order goes."""
        subject = event.get("correlationId")
        key = subject if isinstance(subject, str) else f"event {event.get('id')}"
        self.queue.pop(key, None)
        self.queue[key] = event

    def acknowledge(self, event_ids: list[str]) -> None:
        """Take events out of the queue; ids that are not in it change nothing."""
        wanted = set(event_ids)
        found = {key: event for key, event in self.queue.items() if event.get("id") in wanted}
        for key, event in found.items():
            self.acknowledged.append(event)
            del self.queue[key]
        known = {event["id"] for event in found.values()}
        self.acknowledgments.append(
            {
                "time": stamp(self.clock()),
                "ids": list(event_ids),
                "not_held": [event_id for event_id in event_ids if event_id not in known],
            }
        )

    def call_desk(self, order: Order, why: str, at: datetime) -> None:
        """Hand an order to the platform's desk, which phones the store and then acts as is set; once."""
        if not order.at_desk:
            order.at_desk = why
            order.desk_at = at + timedelta(seconds=float(self.switches.desk_s))

    def pass_time(self) -> None:
        """Let happen what is due by now: concluding, the end of the confirmation clock, the desk, prices."""
        now = self.clock()
        patience = self.switches.confirm_s
        for order in self.orders.values():
            if order.state in FINAL:
                continue
            if patience is not None and rank(order.state) < rank("CONFIRMED"):
                end = order.placed_at + timedelta(seconds=float(patience))
                if end <= now:
                    self.call_desk(order, "not confirmed", end)
            if order.desk_at is not None and order.desk_at <= now:
                at, order.desk_at = order.desk_at, None
                code = DESK_CODES.get(self.switches.desk)
                if code is not None and rank(order.state) <= rank("CONFIRMED"):
                    self.say(order, code, "desk", at)
            if order.conclude_at is not None and order.conclude_at <= now and order.state not in FINAL:
                self.say(order, "CONCLUDED", "platform", order.conclude_at)

    def _plan(self, order: Order, at: datetime) -> None:
        pause = self.switches.conclude_s
        if order.state in ("DISPATCHED", "DELIVERED") and pause is not None:
            order.conclude_at = at + timedelta(seconds=float(pause))


def rank(code: str) -> int:
    """How far a state is; a cancelled order is past all others."""
    return len(RANKS) if code == CANCELLED else RANKS.index(code)

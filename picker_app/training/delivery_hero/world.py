"""Everything the training platform knows: switches, orders, catalogue, promotions, tokens, faults, journal.

It belongs to the platform's own thread; nothing here is locked.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from picker_app.training import exact_json
from picker_app.training.clock import stamp
from picker_app.training.delivery_hero.answers import not_found
from picker_app.training.delivery_hero.faults import MENU
from picker_app.training.delivery_hero.push import Bell
from picker_app.training.delivery_hero.shelf import Listed
from picker_app.training.delivery_hero.switches import Switches
from picker_app.training.delivery_hero.tokens import Tokens
from picker_app.training.exact_json import JsonObject
from picker_app.training.known import KEPT, Known

MEMORY = timedelta(days=60)
TICK = timedelta(milliseconds=1)


@dataclass
class Order:
    """One order: `document` is what is shown and pushed; `ordered` the lines as the customer ordered them."""

    document: JsonObject
    ordered: list[JsonObject]
    created_at: datetime
    updated_at: datetime
    added: list[JsonObject] = field(default_factory=list)
    fulfil_body: JsonObject | None = None
    history: list[dict[str, str]] = field(default_factory=list)

    @property
    def order_id(self) -> str:
        """The id for every call."""
        return str(self.document["order_id"])

    @property
    def status(self) -> str:
        """The status as last said by the platform."""
        return str(self.document["status"])

    @property
    def vendor_delivery(self) -> bool:
        """Whether the shop brings the order itself (section 5)."""
        return self.document.get("transport_type") == "VENDOR_DELIVERY"


@dataclass
class Job:
    """One job of the catalogue or the promotions, and what it does when its time comes."""

    job_id: str
    kind: str
    created_at: datetime
    updated_at: datetime
    status: str = "QUEUED"
    result: JsonObject | None = None
    reads: int = 0


@dataclass
class Promotion:
    """One promotion as last submitted, found again by name, vendors and dates (section 13)."""

    body: JsonObject
    body_sha256: str
    updated_at: datetime


class World(Known[Switches]):
    """The one state of a training platform."""

    def __init__(self, switches: Switches, shelf: dict[str, Listed], seed: int, clock: Callable[[], datetime]) -> None:
        super().__init__(switches, MENU, seed, clock)
        self.shelf = shelf
        self.tokens = Tokens()
        self.bell = Bell(switches, self.faults, self.background, self.clock, KEPT)
        self.orders: dict[str, Order] = {}
        self.jobs: dict[str, Job] = {}
        self.promotions: dict[str, Promotion] = {}
        self.store_status: JsonObject = {"status": "OPEN"}

    def expire_tokens(self) -> None:
        """Let all tokens be dead at once."""
        self.tokens.expire()

    def check_chain(self, chain_id: str) -> None:
        """Raise 404 for another chain."""
        if chain_id != self.switches.chain_id:
            raise not_found("chain not found")

    def check_vendor(self, vendor_id: str) -> None:
        """Raise 404 unless `vendor_id` is the store's id or the id the partner gave it."""
        if vendor_id not in (self.switches.vendor_id, self.switches.external_partner_config_id):
            raise not_found("vendor not found")

    def touch(self, order: Order, at: datetime | None = None) -> None:
        """Give an order a new `sys.updated_at`, always later than the one before."""
        order.updated_at = at or max(self.clock(), order.updated_at + TICK)
        system = order.document.get("sys")
        order.document["sys"] = (system if isinstance(system, dict) else {}) | {"updated_at": stamp(order.updated_at)}

    def set_status(self, order: Order, status: str, by: str) -> None:
        """Move an order to `status` and write its history."""
        order.document["status"] = status
        self.touch(order)
        order.history.append({"time": stamp(order.updated_at), "status": status, "by": by})

    async def push(self, order: Order) -> None:
        """Push the order as it is now, and return after the first try."""
        await self.bell.ring(order.order_id, order.status, exact_json.write(order.document))

"""What the window is given: the questions, the acts and the facts of the store; it has no other power."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol
from zoneinfo import ZoneInfo

from PySide6.QtCore import SignalInstance

from picker_app.catalog.search import Suggestion
from picker_app.changes import Listener
from picker_app.devices.labels import Rule
from picker_app.devices.scanner import Scan
from picker_app.gui.setup.cabinet import Cabinet
from picker_app.gui.shop_floor import ShopFloor
from picker_app.picking.examined import Examined
from picker_app.picking.rows import (
    AccountRow,
    Identified,
    IncidentRow,
    Offer,
    OrderRow,
    OrderView,
    Outcome,
    Result,
    ScanMode,
    ScanRow,
    Tab,
)
from picker_app.platforms.port import CatalogProduct
from picker_app.promotions.goods import Goods
from picker_app.promotions.overview import Overview
from picker_app.promotions.runner import Runner
from picker_app.promotions.shops import Shop
from picker_app.promotions.workshop import Workshop


class Board(Protocol):
    """The questions of the screens; every answer comes at once, from memory."""

    def rows(self, tab: Tab) -> tuple[OrderRow, ...]:
        """Return the orders of a tab, what is due first at the top."""
        ...

    def counts(self) -> dict[Tab, int]:
        """Return how many orders each tab has."""
        ...

    def incidents(self) -> tuple[IncidentRow, ...]:
        """Return what went wrong and was kept, the newest first."""
        ...

    def order(self, order_id: int) -> OrderView | None:
        """Return one order whole."""
        ...

    def scan_count(self) -> int:
        """Return how many scans the store's day has so far."""
        ...

    async def scans(self) -> tuple[ScanRow, ...]:
        """Return the scans of the store's day and what became of each, newest first."""
        ...

    def find_orders(self, text: str) -> tuple[int, ...]:
        """Return the orders with this text in the code, the number or the customer's name."""
        ...

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener(ids)` after the answers changed; returns the function that ends it."""
        ...


class Desk(Protocol):
    """The acts; each commits before it answers, and says in its Result what became of it."""

    async def scan(self, scan: Scan, order_id: int | None, mode: ScanMode) -> Result:
        """Do what a scan means, in the inbox (None) or in an order."""
        ...

    def by(self, scan: Scan) -> "Desk":
        """Return the desk for the acts of a command that was scanned: they are written down with it."""
        ...

    async def note(self, order_id: int | None, code: str) -> Result:
        """Write the command of `by` down with its effect, unless an act was."""
        ...

    async def set_amount(self, order_id: int, line: str, amount: Decimal, *, yes: bool = False) -> Result:
        """Set pieces or kilograms."""
        ...

    async def take(self, order_id: int, line: str) -> Result:
        """Take a line as it was ordered, with all of its parts."""
        ...

    async def confirm(self, order_id: int) -> Result:
        """Take the order on: its platform is told so."""
        ...

    async def reject(self, order_id: int, details: str) -> Result:
        """Hand the order to the platform's own desk, with words that say why."""
        ...

    async def deliver(self, order_id: int) -> Result:
        """Say that the customer has the order."""
        ...

    async def not_found(self, order_id: int, line: str) -> Result:
        """Mark a line as not in the store."""
        ...

    async def replace(self, order_id: int, line: str, product: CatalogProduct, amount: Decimal) -> Result:
        """Put another product in the place of a line."""
        ...

    async def add(self, order_id: int, product: CatalogProduct, amount: Decimal) -> Result:
        """Add a product that nobody ordered."""
        ...

    async def change_price(
        self, order_id: int, line: str, *, unit_price: Decimal | None = None, total_price: Decimal | None = None
    ) -> Result:
        """Change the price of one unit or of a whole line."""
        ...

    async def check(self, order_id: int) -> Result:
        """Ask the platform whether it accepts the cart."""
        ...

    async def may_finish(self, order_id: int) -> Result:
        """Say whether the order can be finished as it stands."""
        ...

    async def finish(self, order_id: int, *, yes: bool = False) -> Result:
        """Finish the order; `yes`: also with a shortage of which the platform cannot be told."""
        ...

    async def cancel(self, order_id: int, reason: str) -> Result:
        """Cancel the order."""
        ...

    async def undo(self, order_id: int) -> Result:
        """Take back the newest act."""
        ...

    async def accept(self, offer: Offer, *, price_per_kg: Decimal | None = None) -> Result:
        """Do what a question offered; `price_per_kg` is the shelf's own price, for a price label."""
        ...

    async def identify(self, scan: Scan, account: str, *, searching: bool = False) -> Identified:
        """Say which product was scanned for a replacement or an addition, and the kilograms of a label."""
        ...

    async def refuse(self, scan: Scan, order_id: int | None, code: str, outcome: Outcome = ...) -> Result:
        """Write down a scan that the desk has no use for; `code` says why, or what took it."""
        ...


class Catalog(Protocol):
    """The products of the accounts."""

    async def search(self, account: str, text: str, limit: int = 20) -> tuple[CatalogProduct, ...]:
        """Return the products that a text means, the best first."""
        ...

    async def suggest(
        self,
        account: str,
        name: str,
        *,
        by_weight: bool,
        unit_price: Decimal | None = None,
        without: tuple[str, ...] = (),
        limit: int = 5,
    ) -> tuple[Suggestion, ...]:
        """Return products that may stand in for one, the best first, each with why."""
        ...


class ScanSource(Protocol):
    """Whatever emits a Scan for each burst of the scanner."""

    @property
    def scanned(self) -> SignalInstance:
        """Return the signal that carries the Scan."""
        ...


class Scanners(ScanSource, Protocol):
    """The scanners of this counter, and what was learned of them."""

    @property
    def examined(self) -> Examined | None:
        """Return what was learned of the scanner, None if it never was examined."""
        ...

    @property
    def gap_ms(self) -> int:
        """Return the pause within a scan that holds now."""
        ...

    @property
    def serial_port(self) -> str:
        """Return the port of the serial scanner, "" if there is none."""
        ...

    @property
    def serial_trouble(self) -> str:
        """Return the code of what is wrong with the serial scanner, "" if nothing is."""
        ...

    def examine(self, *, on: bool) -> None:
        """Take any scanner for one, however slow, or go back to what is set."""
        ...

    async def keep(self, examined: Examined) -> str:
        """Keep what was learned and go by it; returns "" or why it could not be kept."""
        ...

    def news(self) -> str:
        """Return once what has changed with the scanner since it was examined, "" for nothing."""
        ...


class LabelRules(Protocol):
    """The label rules that are on."""

    def __call__(self) -> tuple[Rule, ...]:
        """Return all of them."""
        ...

    @property
    def taught(self) -> tuple[Rule, ...]:
        """Return the shop's own."""
        ...

    async def teach(self, rule: Rule) -> str:
        """Keep a rule; returns "" or why that is not possible."""
        ...

    async def forget(self, name: str) -> str:
        """Forget a rule that was taught; returns "" or why that cannot be kept."""
        ...

    def free_name(self) -> str:
        """Return a name that no taught rule has."""
        ...


@dataclass(frozen=True)
class Counter:
    """What stands on the counter and can be set: the scanners, and the rules for the labels of the scale."""

    scanners: Scanners
    rules: LabelRules


class Promotions(Protocol):
    """The promotions of the accounts that have them."""

    @property
    def shops(self) -> Mapping[str, Shop]:
        """Return the accounts with promotions, by name."""
        ...

    @property
    def workshop(self) -> Workshop:
        """Return the verbs."""
        ...

    @property
    def overview(self) -> Overview:
        """Return the questions."""
        ...

    @property
    def runner(self) -> Runner:
        """Return what carries them to the platforms."""
        ...

    @property
    def goods(self) -> Goods:
        """Return the names and prices of products."""
        ...


class Player(Protocol):
    """Plays the sounds by name; `silent` says why there is none, "" where all is well."""

    @property
    def silent(self) -> str:
        """Return the code of the reason for silence."""
        ...

    def play(self, name: str) -> None:
        """Play one sound; a newer one cuts an older one."""
        ...

    def close(self) -> None:
        """Let go of the sound device."""
        ...


class Decide(Protocol):
    """Says a status message again, or leaves it, on a person's wish."""

    async def __call__(self, order_id: int, *, again: bool) -> bool:
        """Return False where no message of the order waits for that."""
        ...


async def _nothing_waits(order_id: int, *, again: bool) -> bool:
    return False


async def _nothing_is_dismissed(incident: str) -> bool:
    return False


@dataclass(frozen=True)
class Surroundings:
    """All that the window is given. `clock` gives aware UTC; `accounts` are asked at each change and each second.

    `give_back` brings an order that was sent in vain back to the desk; it says False while that is not safe. `decide`
    says a status again that stayed without proof, or leaves it; False where none waits for that. `dismiss` takes an
    incident, by the key of its row, as seen to; False where that is not possible. `shop` is there where prices and
    products can be set. `trouble` is asked each second: why nothing can be saved at all, "" while it can.
    """

    board: Board
    desk: Desk
    catalog: Catalog
    scans: ScanSource
    sounds: Player
    accounts: Callable[[], tuple[AccountRow, ...]]
    check_for_orders: Callable[[], Awaitable[None]]
    give_back: Callable[[int], Awaitable[bool]]
    clock: Callable[[], datetime]
    store_name: str
    time_zone: ZoneInfo
    language: str = "en"
    picker: str = ""
    version: str = ""
    training: bool = False
    trouble: Callable[[], str] = lambda: ""
    counter: Counter | None = None
    promotions: Promotions | None = None
    shop: ShopFloor | None = None
    cabinet: Cabinet | None = None
    decide: Decide = _nothing_waits
    dismiss: Callable[[str], Awaitable[bool]] = _nothing_is_dismissed

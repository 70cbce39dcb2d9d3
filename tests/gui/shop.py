"""A shop held in memory for tests and pictures of the window: orders by hand, a desk that only remembers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from picker_app.catalog.search import Reason, Suggestion
from picker_app.devices.labels import Rule
from picker_app.devices.scanner import Scan
from picker_app.domain.cart import Totals
from picker_app.domain.order import Decision, Origin, Stage
from picker_app.domain.quantity import Bounds
from picker_app.domain.said import Customer, Flow, Payment, Pricing, Status
from picker_app.gui.shop_floor import ShopFloor
from picker_app.gui.surroundings import Counter, Surroundings
from picker_app.picking.examined import Examined
from picker_app.picking.rows import (
    AccountRow,
    Identified,
    IncidentRow,
    Line,
    LineRow,
    LineWord,
    Offer,
    OrderRow,
    OrderView,
    Outcome,
    Result,
    ScanMode,
    ScanRow,
    Tab,
    Word,
)
from picker_app.platforms.port import Capabilities, CatalogProduct

NOW = datetime(2026, 3, 14, 17, 32, 8, tzinfo=UTC)
ZONE = ZoneInfo("America/Sao_Paulo")


def line(key: str, name: str = "Fresh milk 1 l", ordered: str = "2", **changes: object) -> LineRow:
    """A line as the board would give it: UNIT, undecided, unless said otherwise."""
    row = LineRow(
        key=key,
        sku=f"SKU-{key}",
        name=name,
        barcode="9001234500017",
        pricing=Pricing.UNIT,
        origin=Origin.ORDERED,
        decision=Decision.UNDECIDED,
        word=LineWord.TO_PICK,
        ordered=Decimal(ordered),
        amount=Decimal(0),
        bounds=Bounds(),
        unit_price=Decimal("1.49"),
        price=Decimal("2.98"),
        changed_unit_price=None,
        changed_total_price=None,
        difference=Decimal(0),
        note="",
        details=(),
        complete=False,
        replaces="",
        replaces_name="",
        replaced_by="",
        flag="",
        refusal="",
    )
    return replace(row, **changes)  # type: ignore[arg-type]  # a row by hand


def order_row(order_id: int, **changes: object) -> OrderRow:
    """An order as the board would give it: new, due in 20 minutes, unless said otherwise."""
    row = OrderRow(
        id=order_id,
        account="foodora-centro",
        platform="foodora",
        code=f"k7tm-{3080 + order_id}-pexa",
        short_code=str(3080 + order_id),
        number="",
        tab=Tab.TO_PICK,
        word=Word.NEW,
        status=Status.RECEIVED,
        stage=Stage.NEW,
        flow=Flow.PLATFORM_DELIVERY,
        preorder=False,
        customer="Lena M.",
        note="",
        lines=3,
        weighed=0,
        done=0,
        total=3,
        pending=0,
        flagged=0,
        came_at=NOW - timedelta(minutes=10),
        pick_by=NOW + timedelta(minutes=10 + order_id),
        closed_at=None,
    )
    return replace(row, **changes)  # type: ignore[arg-type]  # a row by hand


def order_view(row: OrderRow, lines: Sequence[LineRow], **changes: object) -> OrderView:
    """An order whole, workable, unless said otherwise."""
    view = OrderView(
        row=row,
        currency="EUR",
        lines=tuple(lines),
        next_line=next((entry.key for entry in lines if not entry.complete), ""),
        customer=Customer(name=row.customer, phone="+43 660 5550118", instructions=""),
        payment=Payment(kind="online", total=Decimal("38.20")),
        promised_for=None,
        totals=Totals(Decimal("38.20"), Decimal("38.20")),
        check=None,
        banner=None,
        capabilities=Capabilities(),
        workable=True,
        undoable=True,
        reason="",
    )
    return replace(view, **changes)  # type: ignore[arg-type]  # a view by hand


def scan_row(number: int, outcome: Outcome = Outcome.PICKED, **changes: object) -> ScanRow:
    """A scan as the journal would give it: milk picked in order 1, one second after the one before."""
    row = ScanRow(
        number=number,
        at=NOW + timedelta(seconds=number),
        raw="9001234500017",
        outcome=outcome,
        reason="" if outcome is Outcome.PICKED else outcome.value,
        order_id=1,
        line="milk",
        amount="1",
    )
    return replace(row, **changes)  # type: ignore[arg-type]  # a row by hand


class HandBoard:
    """A board whose orders are set by hand; `announce` tells the window."""

    def __init__(self) -> None:
        self.views: dict[int, OrderView] = {}
        self.troubles: tuple[IncidentRow, ...] = ()
        self.journal: tuple[ScanRow, ...] = ()
        self._listeners: list[Callable[[frozenset[int]], None]] = []

    def put(self, *views: OrderView) -> None:
        for view in views:
            self.views[view.row.id] = view

    def announce(self, *ids: int) -> None:
        for listener in list(self._listeners):
            listener(frozenset(ids))

    def rows(self, tab: Tab) -> tuple[OrderRow, ...]:
        found = [view.row for view in self.views.values() if view.row.tab is tab]
        return tuple(sorted(found, key=lambda row: (row.pick_by or NOW + timedelta(days=9), row.id)))

    def counts(self) -> dict[Tab, int]:
        return {tab: len(self.rows(tab)) for tab in Tab}

    def incidents(self) -> tuple[IncidentRow, ...]:
        return self.troubles

    def order(self, order_id: int) -> OrderView | None:
        return self.views.get(order_id)

    def scan_count(self) -> int:
        return max((row.number for row in self.journal), default=0)

    async def scans(self) -> tuple[ScanRow, ...]:
        return self.journal

    def find_orders(self, text: str) -> tuple[int, ...]:
        wanted = text.casefold()
        return tuple(
            view.row.id
            for view in self.views.values()
            if wanted in f"{view.row.code} {view.row.number} {view.row.customer}".casefold()
        )

    def subscribe(self, listener: Callable[[frozenset[int]], None]) -> Callable[[], None]:
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)


@dataclass
class SilentDesk:
    """A desk that remembers what it was asked, answers with `answers` (or a plain good word), and changes nothing."""

    asked: list[tuple[object, ...]] = field(default_factory=list)
    answers: dict[str, Result] = field(default_factory=dict)
    product: CatalogProduct | None = None
    weight: Decimal | None = None
    modes: list[ScanMode] = field(default_factory=list)
    commanded: list[str] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)

    def _said(self, verb: str, *values: object) -> Result:
        self.asked.append((verb, *values))
        return self.answers.get(verb, Result(Outcome.COMMAND, "checking", good=True))

    async def scan(self, scan: Scan, order_id: int | None, mode: ScanMode) -> Result:
        self.modes.append(mode)
        return self._said("scan", scan.text, order_id)

    def by(self, scan: Scan) -> "SilentDesk":
        self.commanded.append(scan.text)
        return self

    async def note(self, order_id: int | None, code: str) -> Result:
        self.noted.append(code)
        return Result(Outcome.COMMAND, code, good=True, order_id=order_id)

    async def set_amount(self, order_id: int, line: str, amount: Decimal, *, yes: bool = False) -> Result:
        return self._said("set_amount", order_id, line, amount)

    async def not_found(self, order_id: int, line: str) -> Result:
        return self._said("not_found", order_id, line)

    async def replace(self, order_id: int, line: str, product: CatalogProduct, amount: Decimal) -> Result:
        return self._said("replace", order_id, line, product.sku, amount)

    async def add(self, order_id: int, product: CatalogProduct, amount: Decimal) -> Result:
        return self._said("add", order_id, product.sku, amount)

    async def change_price(
        self, order_id: int, line: str, *, unit_price: Decimal | None = None, total_price: Decimal | None = None
    ) -> Result:
        return self._said("change_price", order_id, line, unit_price, total_price)

    async def check(self, order_id: int) -> Result:
        return self._said("check", order_id)

    async def may_finish(self, order_id: int) -> Result:
        return self._said("may_finish", order_id)

    async def finish(self, order_id: int, *, yes: bool = False) -> Result:
        return self._said("finish", order_id, *(["yes"] if yes else []))

    async def take(self, order_id: int, line: str) -> Result:
        return self._said("take", order_id, line)

    async def confirm(self, order_id: int) -> Result:
        return self._said("confirm", order_id)

    async def reject(self, order_id: int, details: str) -> Result:
        return self._said("reject", order_id, details)

    async def deliver(self, order_id: int) -> Result:
        return self._said("deliver", order_id)

    async def cancel(self, order_id: int, reason: str) -> Result:
        return self._said("cancel", order_id, reason)

    async def undo(self, order_id: int) -> Result:
        return self._said("undo", order_id)

    async def accept(self, offer: Offer, *, price_per_kg: Decimal | None = None) -> Result:
        return self._said("accept", offer, *(() if price_per_kg is None else (price_per_kg,)))

    async def identify(self, scan: Scan, account: str, *, searching: bool = False) -> Identified:
        self.asked.append(("identify", scan.text, account))
        if self.product is None:
            unknown = Result(Outcome.UNKNOWN, "not_in_catalog", good=False, values={"code": scan.text})
            return Identified(None, None, self.answers.get("identify", unknown))
        chosen = Result(Outcome.CHOSEN, "chosen", good=True, values={"name": self.product.name})
        return Identified(self.product, self.weight, chosen)

    async def refuse(self, scan: Scan, order_id: int | None, code: str, outcome: Outcome = Outcome.REFUSED) -> Result:
        if outcome is Outcome.REFUSED:
            self.asked.append(("refuse", scan.text, order_id, code))
        else:
            self.noted.append(code)
        return Result(outcome, code, good=False, order_id=order_id)


class HandCatalog:
    """A catalogue of a few products."""

    products: tuple[CatalogProduct, ...] = (
        CatalogProduct("OAT-B", "Oat drink barista 1 l", ("9001234500031",), Decimal("1.79")),
        CatalogProduct("OAT-N", "Oat drink natural 1 l", ("9001234500048",), Decimal("1.29")),
        CatalogProduct("OAT-C", "Oat drink cocoa 1 l", ("9001234500055",), Decimal("1.49"), active=False),
        CatalogProduct("BAG-P", "Carry bag, paper", ("9001234500062",), Decimal("0.15")),
        CatalogProduct("TOM-K", "Tomatoes, loose", ("2100010000000",), Decimal("3.20"), by_weight=True),
    )

    async def search(self, account: str, text: str, limit: int = 20) -> tuple[CatalogProduct, ...]:
        return tuple(product for product in self.products if text.casefold() in product.name.casefold())[:limit]

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
        return (
            Suggestion(self.products[1], (Reason("same_brand", (("brand", "Hafermann"),)),)),
            Suggestion(self.products[0], (Reason("similar_name", (("words", "oat drink"),)),)),
            Suggestion(self.products[2], ()),
        )


class HandScanner(QObject):
    """Scans by hand, and remembers what was learned of it."""

    scanned = Signal(object)
    gap_ms = 60
    serial_port = ""
    serial_trouble = ""

    def __init__(self) -> None:
        super().__init__()
        self.examined: Examined | None = None
        self.examining: list[bool] = []
        self.changed = ""

    def examine(self, *, on: bool) -> None:
        self.examining.append(on)

    async def keep(self, examined: Examined) -> str:
        self.examined = examined
        return ""

    def news(self) -> str:
        news, self.changed = self.changed, ""
        return news

    def scan(self, text: str, *, entered: bool = True) -> None:
        self.scanned.emit(Scan(text=text, keys=text, at=NOW, entered=entered))


class HandRules:
    """Label rules that are kept in memory; `refusal` is what `teach` says."""

    def __init__(self) -> None:
        self.taught: tuple[Rule, ...] = ()
        self.refusal = ""

    def __call__(self) -> tuple[Rule, ...]:
        return self.taught

    async def teach(self, rule: Rule) -> str:
        self.taught = self.taught if self.refusal else (*self.taught, rule)
        return self.refusal

    async def forget(self, name: str) -> str:
        self.taught = tuple(rule for rule in self.taught if rule.id != name)
        return ""

    def free_name(self) -> str:
        return f"shop-{len(self.taught) + 1}"


class Ears:
    """Remembers which sounds were played."""

    def __init__(self, silent: str = "") -> None:
        self.silent = silent
        self.heard: list[str] = []

    def play(self, name: str) -> None:
        self.heard.append(name)

    def close(self) -> None:
        self.heard.append("closed")


class Watch:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def move(self, **length: float) -> None:
        self.now += timedelta(**length)


@dataclass
class Shop:
    """Everything around the window, within reach."""

    board: HandBoard = field(default_factory=HandBoard)
    desk: SilentDesk = field(default_factory=SilentDesk)
    catalog: HandCatalog = field(default_factory=HandCatalog)
    scanner: HandScanner = field(default_factory=HandScanner)
    rules: HandRules = field(default_factory=HandRules)
    ears: Ears = field(default_factory=Ears)
    watch: Watch = field(default_factory=Watch)
    accounts: tuple[AccountRow, ...] = (
        AccountRow("foodora-centro", "foodora", Line.CONNECTED, since=NOW - timedelta(hours=9)),
    )
    checks: int = 0
    safe: bool = True
    given_back: list[int] = field(default_factory=list)
    floor: ShopFloor | None = None
    decided: list[tuple[int, bool]] = field(default_factory=list)
    dismissed: list[str] = field(default_factory=list)

    async def check_for_orders(self) -> None:
        self.checks += 1

    async def give_back(self, order_id: int) -> bool:
        self.given_back.append(order_id)
        return self.safe

    async def decide(self, order_id: int, *, again: bool) -> bool:
        self.decided.append((order_id, again))
        return self.safe

    async def dismiss(self, incident: str) -> bool:
        self.dismissed.append(incident)
        return self.safe

    def surroundings(self, language: str = "en", *, training: bool = False) -> Surroundings:
        return Surroundings(
            board=self.board,
            desk=self.desk,
            catalog=self.catalog,
            scans=self.scanner,
            sounds=self.ears,
            accounts=lambda: self.accounts,
            check_for_orders=self.check_for_orders,
            give_back=self.give_back,
            clock=self.watch,
            store_name="Mercado Centro",
            time_zone=ZONE,
            language=language,
            picker="Ana",
            version="1.0",
            training=training,
            counter=Counter(self.scanner, self.rules),
            shop=self.floor,
            decide=self.decide,
            dismiss=self.dismiss,
        )


def stocked() -> Shop:
    """A shop with two orders; the first one has milk, tomatoes by weight and bread."""
    shop = Shop()
    lines = [
        line("milk", "Fresh milk 1 l"),
        line("tom", "Tomatoes, loose", "1.200", pricing=Pricing.KG, word=LineWord.WEIGH),
        line("bread", "Wholemeal bread", "1"),
    ]
    shop.board.put(order_view(order_row(1), lines), order_view(order_row(2, customer="Bruno T."), [line("x")]))
    shop.desk.answers["may_finish"] = Result(Outcome.COMMAND, "may_finish", good=True)
    return shop

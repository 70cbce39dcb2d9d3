"""Every scan comes to exactly one outcome, written down in the transaction of what it changed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from picker_app.devices.codes import Layout, Reading, interpret
from picker_app.devices.labels import Label, Rule
from picker_app.devices.readings import OrderCode, ProductCode
from picker_app.devices.scanner import Scan
from picker_app.domain import order as verbs
from picker_app.domain.line import Decision
from picker_app.domain.order import Line
from picker_app.domain.rules import RuleBroken
from picker_app.domain.said import Pricing
from picker_app.picking import results, scan_results
from picker_app.picking.amounts import MAX_WEIGHT_KG, amount_verb
from picker_app.picking.commands import BadCommand, read_command
from picker_app.picking.ledger import Ledger
from picker_app.picking.needs import Needs, Shop, line_for, skus_in, skus_of
from picker_app.picking.picture import short_code
from picker_app.picking.rows import Act, Identified, Offer, Outcome, Result, ScanMode
from picker_app.picking.scan_notes import ScanNote, ScanNotes
from picker_app.picking.ties import tie_question
from picker_app.picking.weighing import Weighing, ends_soon, expired, measured, weigh
from picker_app.platforms.port import CatalogProduct
from picker_app.store import labels
from picker_app.store.database import Connection
from picker_app.store.views import Laid

_PLAIN = ScanMode()


class Scans:
    """Works the scans of the desk, one after another, each against the state that the one before it left."""

    def __init__(
        self,
        ledger: Ledger,
        needs: Callable[[], Mapping[int, Needs]],
        *,
        max_weight_kg: Decimal = MAX_WEIGHT_KG,
        rules: Callable[[], tuple[Rule, ...]] = tuple,
        layout: Layout = "auto",
        gs: str = "auto",
    ) -> None:
        self._ledger = ledger
        self._needs = needs
        self._max_weight = max_weight_kg
        self._rules = rules
        self._layout: Layout = layout
        self._gs = gs
        self.notes = ScanNotes(ledger.now, ledger.day, ledger.picker)

    def read_with(self, layout: Layout, gs: str) -> None:
        """Read the scans that come from now on in this way: the `[scanner]` keys of the same names."""
        self._layout, self._gs = layout, gs

    async def scan(self, scan: Scan, order_id: int | None, mode: ScanMode = _PLAIN) -> Result:
        """Work a scan in an order, or in the inbox where `order_id` is None."""
        needs, note = self._needs(), self.notes.note(scan)

        def work(connection: Connection) -> Result:
            return self._worked(connection, scan, order_id, needs, mode, note)

        return await self._noted(note, order_id, work)

    async def identify(self, scan: Scan, account: str, *, searching: bool = False) -> Identified:
        """Say which product of an account's catalogue a scan means; it is written down as `chosen` or what it was."""
        needs, note = self._needs(), self.notes.note(scan)
        found: list[tuple[CatalogProduct | None, Decimal | None]] = []

        def work(connection: Connection) -> Result:
            unusable = self._unusable(scan, None)
            if unusable is not None:
                return unusable
            reading = self._read(scan, Shop(needs, connection), orders_first=False)
            note.took(reading)
            if searching and scan_results.is_words(scan, reading):
                return Result(Outcome.IGNORED, "typed", good=False)
            product, weight = None, None
            if isinstance(reading, ProductCode | Label):
                product = scan_results.offered(connection, account, sorted(skus_of(connection, reading, account)))
                weight = measured(reading).weight_kg
            found.append((product, weight))
            return scan_results.chosen(reading, product)

        result = await self._noted(note, None, work)
        product, weight = found[-1] if found and result.good else (None, None)
        return Identified(product, weight, result)

    async def refuse(self, scan: Scan, order_id: int | None, code: str, outcome: Outcome = Outcome.REFUSED) -> Result:
        """Write down a scan that the screen has no use for; `code` says why."""
        refused = Result(outcome, code, good=outcome is Outcome.CHOSEN, order_id=order_id)
        return await self._noted(self.notes.note(scan), order_id, lambda connection: refused)

    async def _noted(self, note: ScanNote, order_id: int | None, work: Callable[[Connection], Result]) -> Result:
        ledger = self._ledger.noted(note)
        result = await ledger.said(order_id, ledger.run, work)
        if not (result.good or result.number is not None):
            # Each scan is counted, also one that changed nothing.
            ledger.announce(None)
        return result

    def _read(self, scan: Scan, shop: Shop, *, orders_first: bool) -> Reading:
        return interpret(
            scan.text,
            scan.keys,
            shop,
            rules=self._rules(),
            layout=self._layout,
            gs=self._gs,
            orders_first=orders_first,
        )

    def _unusable(self, scan: Scan, order_id: int | None) -> Result | None:
        """Return the result of a scan that says nothing."""
        if scan.secret:
            return Result(Outcome.IGNORED, "secret_field", good=False, order_id=order_id)
        if scan.repeat:
            return Result(Outcome.REPEAT, "repeat", good=False, order_id=order_id)
        if scan.alt_mode:
            return Result(Outcome.UNREADABLE, "alt_mode", good=False, order_id=order_id)
        bad = read_command(scan.text, scan.keys, self._layout)
        if isinstance(bad, BadCommand):
            return Result(Outcome.UNREADABLE, "unreadable", good=False, values={"code": bad.code}, order_id=order_id)
        return None

    def _worked(
        self,
        connection: Connection,
        scan: Scan,
        order_id: int | None,
        needs: Mapping[int, Needs],
        mode: ScanMode,
        note: ScanNote,
    ) -> Result:
        unusable = self._unusable(scan, order_id)
        if unusable is not None:
            return unusable
        shop = Shop(needs, connection)
        reading = self._read(scan, shop, orders_first=order_id is None)
        note.took(reading)
        laid = None if order_id is None else self._ledger.look(connection, order_id)
        match reading:
            case OrderCode(code):
                opened = shop.order_id(code)
                target = None if opened is None else self._ledger.look(connection, opened)
                if target is None:
                    return Result(Outcome.UNKNOWN, "unknown", good=False, values={"code": code}, order_id=order_id)
                return results.good(target, target.order, "", Outcome.OPENED, "opened")
            case ProductCode() | Label():
                if laid is not None:
                    line = line_for(laid, reading, skus_in(connection, reading, laid))
                    if line is not None:
                        return self._booked(connection, laid, line, reading, mode)
                elsewhere = self._elsewhere(connection, reading, order_id, needs, mode)
                tying = tie_question(laid, reading, mode) if laid is not None and elsewhere is None else None
                return elsewhere or tying or scan_results.unneeded(connection, reading, laid, mode)
            case _:
                if mode.searching and scan_results.is_words(scan, reading):
                    return Result(Outcome.IGNORED, "typed", good=False, order_id=order_id)
                tying = tie_question(laid, reading, mode) if laid is not None else None
                return tying or replace(scan_results.nothing(connection, reading), order_id=order_id)

    def _booked(
        self, connection: Connection, laid: Laid, line: Line, reading: ProductCode | Label, mode: ScanMode
    ) -> Result:
        """Book a product on a line of its order, or say why not."""
        amount: Decimal | None = None
        try:
            if not laid.ours:
                raise RuleBroken("not_ours")
            verbs.must_be_open(laid.order)
            if line.decision is Decision.REPLACED:
                raise RuleBroken("already_replaced", line.key, name=line.name)
            if line.pricing is Pricing.KG:
                return self._weighed(connection, laid, line, reading, mode)
            amount = (measured(reading).count or Decimal(1)) * mode.times
            order, fact = verbs.pick(laid.order, line.key, amount)
        except RuleBroken as rule:
            result = results.broken(laid, rule, laid.id)
            offer = result.offer
            more = offer is not None and amount is not None and rule.code == "above_ordered"
            return replace(result, offer=replace(offer, amount=amount)) if offer and more and amount else result
        if expired(reading, self._today()):
            return scan_results.asked(
                laid, line, "expired_piece", Act.PICK_EXPIRED, amount, scan_results.dates(reading)
            )
        number = self._ledger.record(connection, laid, order, fact)
        outcome, code = results.of_fact(laid.order, fact, "picked")
        result = results.good(laid, order, line.key, outcome, code, number=number)
        return self._remarked(result, line, reading)

    def _weighed(
        self, connection: Connection, laid: Laid, line: Line, reading: ProductCode | Label, mode: ScanMode
    ) -> Result:
        """Set the weight of a KG line by a code; RuleBroken, or a question that waits for a yes."""
        weighing = self._weighing(connection, laid, line, reading, mode)
        amount = weighing.weight_kg
        if line.settled and line.amount == amount and not mode.add_pack:
            return results.good(laid, laid.order, line.key, Outcome.WEIGHT_SET, "same_label")
        try:
            amount_verb(laid.order, line.key, amount, self._max_weight, yes=True)
            question = "expired_piece" if expired(reading, self._today()) else weighing.question
            if question:
                values = scan_results.dates(reading) if question == "expired_piece" else scan_results.prices(weighing)
                result = scan_results.asked(laid, line, question, Act.SET_AMOUNT, amount, values)
                offer = result.offer
                if offer is None:
                    return result
                return replace(result, offer=replace(offer, price=weighing.price, price_per_kg=weighing.price_per_kg))
            order, fact = amount_verb(laid.order, line.key, amount, self._max_weight)
        except RuleBroken as rule:
            return results.broken(laid, rule, laid.id, amount)
        number = self._ledger.record(connection, laid, order, fact)
        code = "weight_replaced" if line.settled and line.amount > 0 else "weight_set"
        before = {"before": f"{line.amount:f}"}
        result = results.good(laid, order, line.key, Outcome.WEIGHT_SET, code, number=number, **before)
        return self._remarked(result, line, reading)

    def _weighing(
        self, connection: Connection, laid: Laid, line: Line, reading: ProductCode | Label, mode: ScanMode
    ) -> Weighing:
        kept = labels.price(connection, laid.order.said.account, line.sku, self._ledger.day())
        on_top = mode.add_pack and line.in_cart
        return weigh(line, measured(reading), kept_price=kept, times=mode.times, on_top=on_top)

    def _elsewhere(
        self,
        connection: Connection,
        reading: ProductCode | Label,
        order_id: int | None,
        needs: Mapping[int, Needs],
        mode: ScanMode,
    ) -> Result | None:
        """Say which other open order needs a product, None if none does."""
        for other_id, need in needs.items():
            if other_id == order_id or not need.open:
                continue
            laid = self._ledger.look(connection, other_id)
            if laid is None or not laid.order.open or laid.order.stage not in (verbs.Stage.NEW, verbs.Stage.PICKING):
                continue
            line = line_for(laid, reading, skus_in(connection, reading, laid))
            if line is not None and not line.complete:
                values = results.values_of(laid, line) | {"other": short_code(laid.order.said.code)}
                return Result(
                    Outcome.OTHER_ORDER,
                    "other_order",
                    good=False,
                    values=values | {"platform": self._ledger.seller(laid).title},
                    order_id=order_id,
                    line=line.key,
                    offer=self._offer_there(connection, laid, line, reading, mode),
                )
        return None

    def _offer_there(
        self, connection: Connection, laid: Laid, line: Line, reading: ProductCode | Label, mode: ScanMode
    ) -> Offer:
        """Return what a yes books in another order: the pieces, or the kilograms where the code tells them."""
        if line.pricing is not Pricing.KG:
            count = (measured(reading).count or Decimal(1)) * mode.times
            return Offer(Act.PICK_THERE, laid.id, line.key, count)
        try:
            weighing = self._weighing(connection, laid, line, reading, mode)
        except RuleBroken:
            return Offer(Act.PICK_THERE, laid.id, line.key)
        return Offer(
            Act.SET_AMOUNT,
            laid.id,
            line.key,
            weighing.weight_kg,
            price=weighing.price,
            price_per_kg=weighing.price_per_kg,
        )

    def _today(self) -> date:
        return date.fromisoformat(self._ledger.day())

    def _remarked(self, result: Result, line: Line, reading: ProductCode | Label) -> Result:
        """Add what else is to be said of a good scan."""
        last = ends_soon(reading, self._today())
        notes = {
            "found_after_all": line.decision is Decision.NOT_FOUND,
            "repaired": isinstance(reading, ProductCode) and reading.repaired,
            "fields_cut": isinstance(reading, ProductCode) and bool(reading.notes),
            "ends_soon": last is not None,
            "by_keys": reading.by_keys,
        }
        values = result.values | ({"ends": last.isoformat()} if last else {})
        return replace(result, notes=tuple(code for code, holds in notes.items() if holds), values=values)

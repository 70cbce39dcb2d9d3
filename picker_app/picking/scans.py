"""Every scan comes to exactly one outcome, written down in the transaction of what it changed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from picker_app.devices.codes import Layout, Reading, interpret
from picker_app.devices.guards import guard_price
from picker_app.devices.labels import Label, Rule, weight_of_price
from picker_app.devices.readings import Ambiguous, OrderCode, ProductCode, Refused, Unknown, Unreadable
from picker_app.devices.scanner import Scan
from picker_app.domain import order as verbs
from picker_app.domain.facts import Fact
from picker_app.domain.order import Line, Order
from picker_app.domain.rules import RuleBroken
from picker_app.domain.said import Pricing
from picker_app.picking import results
from picker_app.picking.amounts import MAX_WEIGHT_KG, amount_verb
from picker_app.picking.ledger import Ledger
from picker_app.picking.needs import Needs, Shop, line_for, skus_of
from picker_app.picking.picture import short_code
from picker_app.picking.rows import Act, Identified, Offer, Outcome, Result
from picker_app.platforms.port import CatalogProduct
from picker_app.store import journal, views
from picker_app.store.database import Connection
from picker_app.store.views import Laid


class Scans:
    """Works the scans of the desk, one after another, each against the state that the one before it left."""

    def __init__(
        self,
        ledger: Ledger,
        needs: Callable[[], Mapping[int, Needs]],
        *,
        max_weight_kg: Decimal = MAX_WEIGHT_KG,
        rules: tuple[Rule, ...] = (),
        layout: Layout = "auto",
        gs: str = "auto",
    ) -> None:
        self._ledger = ledger
        self._needs = needs
        self._max_weight = max_weight_kg
        self._rules = rules
        self._layout = layout
        self._gs = gs

    async def scan(self, scan: Scan, order_id: int | None) -> Result:
        """Work a scan in an order, or in the inbox where `order_id` is None. `number` is its number of the day."""
        needs = self._needs()

        def work(connection: Connection) -> Result:
            return self._written(connection, scan, self._worked(connection, scan, order_id, needs))

        return await self._ledger.said(order_id, self._ledger.run, work)

    async def identify(self, scan: Scan, account: str) -> Identified:
        """Say which product of an account's catalogue a scan means; it is written down as `chosen` or what it was."""
        needs = self._needs()
        found: list[tuple[CatalogProduct | None, Decimal | None]] = []

        def work(connection: Connection) -> Result:
            reading = self._read(scan, Shop(needs, connection), orders_first=False)
            product, weight = None, None
            if isinstance(reading, ProductCode | Label):
                product = _offered(connection, account, sorted(skus_of(connection, reading, account)))
                weight, _, _ = _measure(reading)
            found.append((product, weight))
            return self._written(connection, scan, _chosen(reading, product))

        result = await self._ledger.said(None, self._ledger.run, work)
        product, weight = found[-1] if found and result.good else (None, None)
        return Identified(product, weight, result)

    async def refuse(self, scan: Scan, order_id: int | None, code: str) -> Result:
        """Write down a scan that the screen has no use for; `code` says why."""

        def work(connection: Connection) -> Result:
            refused = Result(Outcome.REFUSED, code, good=False, order_id=order_id)
            return self._written(connection, scan, refused)

        return await self._ledger.said(order_id, self._ledger.run, work)

    def _read(self, scan: Scan, shop: Shop, *, orders_first: bool) -> Reading:
        return interpret(
            scan.text,
            scan.keys,
            shop,
            rules=self._rules,
            layout=self._layout,
            gs=self._gs,
            orders_first=orders_first,
        )

    def _worked(self, connection: Connection, scan: Scan, order_id: int | None, needs: Mapping[int, Needs]) -> Result:
        if scan.secret:
            return Result(Outcome.IGNORED, "secret_field", good=False, order_id=order_id)
        if scan.repeat:
            return Result(Outcome.REPEAT, "repeat", good=False, order_id=order_id)
        if scan.alt_mode:
            return Result(Outcome.UNREADABLE, "alt_mode", good=False, order_id=order_id)
        shop = Shop(needs, connection)
        reading = self._read(scan, shop, orders_first=order_id is None)
        laid = None if order_id is None else self._ledger.look(connection, order_id)
        match reading:
            case OrderCode(code):
                opened = shop.order_id(code)
                target = None if opened is None else self._ledger.look(connection, opened)
                if target is None:
                    return Result(Outcome.UNKNOWN, "unknown", good=False, order_id=order_id)
                return results.good(target, target.order, "", Outcome.OPENED, "opened")
            case ProductCode() | Label():
                if laid is not None:
                    line = line_for(laid, reading, skus_of(connection, reading, laid.order.said.account))
                    if line is not None:
                        return self._booked(connection, laid, line, reading)
                return self._elsewhere(connection, reading, order_id, needs)
            case Unreadable(_, reason) | Refused(_, reason) | Ambiguous(_, _, reason) | Unknown(_, reason):
                outcome = _NOTHING[type(reading)]
                values = {"words": reason, "code": reading.code}
                return Result(outcome, outcome.value, good=False, values=values, order_id=order_id)

    def _booked(self, connection: Connection, laid: Laid, line: Line, reading: ProductCode | Label) -> Result:
        """Book a product on a line of its order, or say why not."""
        amount: Decimal | None = None
        try:
            if not laid.ours:
                raise RuleBroken("not_ours")
            verbs.must_be_open(laid.order)
            if line.pricing is Pricing.KG:
                amount = _weight(line, reading)
                if amount is None:
                    raise RuleBroken("not_pieces", line.key, name=line.name)
                order, fact = amount_verb(laid.order, line.key, amount, self._max_weight)
            else:
                order, fact = _picked(laid.order, line, reading)
        except RuleBroken as rule:
            return results.broken(laid, rule, laid.id, amount)
        number = self._ledger.record(connection, laid, order, fact)
        outcome, code = results.of_fact(laid.order, fact, "picked")
        return results.good(laid, order, line.key, outcome, code, number=number)

    def _elsewhere(
        self, connection: Connection, reading: ProductCode | Label, order_id: int | None, needs: Mapping[int, Needs]
    ) -> Result:
        """Say which other open order needs a product, or that none does."""
        for other_id, need in needs.items():
            if other_id == order_id or not need.open:
                continue
            laid = self._ledger.look(connection, other_id)
            if laid is None or not laid.order.open or laid.order.stage not in (verbs.Stage.NEW, verbs.Stage.PICKING):
                continue
            line = line_for(laid, reading, skus_of(connection, reading, need.account))
            if line is not None and not line.complete:
                weight, _, _ = _measure(reading)
                offer = Offer(Act.PICK_THERE, other_id, line.key)
                if line.pricing is Pricing.KG and weight is not None:
                    offer = Offer(Act.SET_AMOUNT, other_id, line.key, weight)
                values = results.values_of(laid, line) | {"other": short_code(laid.order.said.code)}
                return Result(
                    Outcome.OTHER_ORDER,
                    "other_order",
                    good=False,
                    values=values,
                    order_id=order_id,
                    line=line.key,
                    offer=offer,
                )
        return Result(Outcome.NOT_NEEDED, "not_needed", good=False, values={"code": reading.code}, order_id=order_id)

    def _written(self, connection: Connection, scan: Scan, result: Result) -> Result:
        number = journal.add(
            connection,
            self._ledger.now(),
            self._ledger.day(),
            "" if scan.secret else scan.text,
            result.outcome.value,
            reason="" if result.good else result.code,
            order_id=result.order_id,
            line=result.line,
            amount=result.values.get("amount", ""),
            fact_number=result.number,
            picker=self._ledger.picker,
        )
        return replace(result, number=number)


def _chosen(reading: Reading, product: CatalogProduct | None) -> Result:
    values = {"code": reading.code, "name": product.name if product else ""}
    if product is not None:
        return Result(Outcome.CHOSEN, "chosen", good=True, values=values)
    if isinstance(reading, OrderCode):
        return Result(Outcome.REFUSED, "order_in_choice", good=False, values=values)
    if isinstance(reading, ProductCode | Label):
        return Result(Outcome.UNKNOWN, "not_in_catalog", good=False, values=values)
    outcome = _NOTHING[type(reading)]
    return Result(outcome, outcome.value, good=False, values=values | {"words": reading.reason})


def _offered(connection: Connection, account: str, skus: list[str]) -> CatalogProduct | None:
    found = views.product(connection, account, skus)
    if found is None:
        return None
    return CatalogProduct(found.sku, found.name, found.forms, found.unit_price, found.by_weight, found.active)


_NOTHING: dict[type, Outcome] = {
    Unreadable: Outcome.UNREADABLE,
    Refused: Outcome.REFUSED,
    Ambiguous: Outcome.AMBIGUOUS,
    Unknown: Outcome.UNKNOWN,
}


def _measure(reading: ProductCode | Label) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Return what a code says of its piece: (kg, price, pieces), each None where it says nothing."""
    if isinstance(reading, Label):
        said = {str(reading.measure): reading.value}
        return said.get("weight"), said.get("price"), said.get("count")
    return reading.weight_kg, reading.price, None if reading.count is None else Decimal(reading.count)


def _weight(line: Line, reading: ProductCode | Label) -> Decimal | None:
    """Return the weight in kg that a code sets on a line; RuleBroken where its price cannot be believed."""
    weight, price, _ = _measure(reading)
    if weight is not None or price is None or line.unit_price is None or line.unit_price <= 0:
        return weight
    guard = guard_price(price, asked_kg=line.ordered, price_per_kg=line.unit_price)
    if guard is not None:
        raise RuleBroken("odd_price", line.key, name=line.name, price=price)
    return weight_of_price(price, line.unit_price)


def _picked(order: Order, line: Line, reading: ProductCode | Label) -> tuple[Order, Fact]:
    _, _, count = _measure(reading)
    return verbs.pick(order, line.key, count or Decimal(1))

"""The cart as a platform is told of it, what the customer pays for it, and how two carts differ."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from picker_app.domain import money
from picker_app.domain.order import Decision, Line, Order, Origin
from picker_app.domain.quantity import ZERO
from picker_app.domain.said import Flow, Pricing


class Kind(StrEnum):
    """What a message to a platform asks for.

    The last five are the status messages of a platform that knows no carts (ifood_pos.md section 7): no lines go with
    them, and only REJECT has a reason.
    """

    FULFIL = "FULFIL"
    CANCEL = "CANCEL"
    CHECK = "CHECK"
    INTEGRATE = "INTEGRATE"
    CONFIRM = "CONFIRM"
    DISPATCH = "DISPATCH"
    DELIVER = "DELIVER"
    REJECT = "REJECT"


class CartState(StrEnum):
    """The state of a line in a message (delivery_hero.md section 7)."""

    IN_CART = "IN_CART"
    NOT_FOUND = "NOT_FOUND"
    REPLACED = "REPLACED"
    ADDITION = "ADDITION"


@dataclass(frozen=True, slots=True)
class CartLine:
    """One line of a message: `amount` in pieces (UNIT) or kg (KG); `ordered` is the amount of the order itself.

    `said_…` prices are as the platform sent them, `new_…` ones as the desk changed them. `replaces` is the platform's
    id of the ordered line that this one stands in for.
    """

    key: str
    sku: str
    state: CartState
    pricing: Pricing
    amount: Decimal
    ordered: Decimal
    pieces: Decimal = Decimal(1)
    platform_id: str | None = None
    replaces: str | None = None
    said_unit_price: Decimal | None = None
    said_total_price: Decimal | None = None
    new_unit_price: Decimal | None = None
    new_total_price: Decimal | None = None
    raw_pricing: str | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """A message owed to a platform: the whole cart, no line left out, and what is asked for it."""

    kind: Kind
    account: str
    ref: str
    flow: Flow
    lines: tuple[CartLine, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Totals:
    """What the customer pays, in major units: as ordered and as the cart stands now.

    Both include fees where the platform gave a total. They are estimates: the platform computes the bill.
    """

    ordered: Decimal
    now: Decimal

    @property
    def difference(self) -> Decimal:
        """Return how much more (or, below 0, less) the customer pays."""
        return self.now - self.ordered


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A line of the platform's cart as an event or a read-back shows it."""

    sku: str
    state: str
    pricing: Pricing
    amount: Decimal
    platform_id: str | None = None
    replaces: str | None = None
    unit_price: Decimal | None = None
    total_price: Decimal | None = None


class Differs(StrEnum):
    """In what a platform's cart is not the one that was sent."""

    AMOUNT = "AMOUNT"
    UNIT_PRICE = "UNIT_PRICE"
    TOTAL_PRICE = "TOTAL_PRICE"
    STANDS_IN = "STANDS_IN"
    """It stands in for another line there."""


@dataclass(frozen=True, slots=True)
class CartDifference:
    """One difference between the cart that was sent and the platform's.

    `sent` and `there` are the amounts of the product, in pieces (UNIT) or kg (KG), one for each line with it and none
    where it is not in the cart; or one price each, in major units. `name` is the product's, "" if it is not known.
    """

    what: Differs
    sku: str
    pricing: Pricing
    sent: tuple[Decimal, ...] = ()
    there: tuple[Decimal, ...] = ()
    name: str = ""


def command(order: Order, kind: Kind, reason: str = "") -> Command:
    """Write the message for an order as it stands.

    CHECK sends undecided lines as in the cart with the ordered amount. CANCEL sends every line as not found. A line
    that the customer took out of the order is left out. A line of the desk's own that was taken back is left out too,
    unless the platform already knows it: then it is not found (delivery_hero.md section 7).
    """
    ids = {line.key: line.platform_id for line in order.lines}
    lines = []
    for line in order.lines:
        own = line.origin is not Origin.ORDERED
        out = line.gone or (own and (line.decision is Decision.TAKEN_BACK or kind is Kind.CANCEL))
        if out and (not own or line.platform_id is None):
            continue
        replaces = (ids.get(line.replaces) or line.replaces) if line.replaces else None
        lines.append(_cart_line(line, kind, replaces))
    return Command(kind, order.said.account, order.said.ref, order.said.flow, tuple(lines), reason)


def _cart_line(line: Line, kind: Kind, replaces: str | None) -> CartLine:
    state, amount = CartState.IN_CART, line.amount
    if kind is Kind.CANCEL or line.gone or line.decision in (Decision.NOT_FOUND, Decision.TAKEN_BACK):
        state, amount = CartState.NOT_FOUND, line.ordered
    elif line.decision is Decision.REPLACED:
        state, amount = CartState.REPLACED, line.ordered
    elif line.decision is Decision.UNDECIDED or line.bounds.below(line.amount):
        amount = line.ordered
    elif line.origin is Origin.ADDITION:
        state = CartState.ADDITION
    return CartLine(
        key=line.key,
        sku=line.sku,
        state=state,
        pricing=line.pricing,
        amount=amount,
        ordered=line.ordered,
        pieces=line.pieces,
        platform_id=line.platform_id,
        replaces=replaces,
        # The catalogue's price of a new line is the platform's own business: it is not sent back as a change.
        said_unit_price=line.unit_price if line.origin is Origin.ORDERED else None,
        said_total_price=line.total_price,
        new_unit_price=line.new_unit_price,
        new_total_price=line.new_total_price,
        raw_pricing=line.raw_pricing,
        own=line.origin is not Origin.ORDERED,
    )


def line_total(line: Line, currency: str, *, ordered: bool = False) -> Decimal | None:
    """Return what a line costs now (or as ordered), None where no price is known; a line that is gone costs nothing."""
    if line.gone or (ordered and line.origin is not Origin.ORDERED):
        return ZERO
    if not ordered and line.decision in (Decision.NOT_FOUND, Decision.REPLACED, Decision.TAKEN_BACK):
        return ZERO
    amount = line.ordered if ordered or line.decision is Decision.UNDECIDED else line.amount
    if not ordered:
        if line.new_total_price is not None:
            return line.new_total_price
        if line.new_unit_price is not None:
            return money.rounded(line.new_unit_price * amount, currency)
    if line.total_price is not None and amount == line.ordered:
        return line.total_price
    if line.unit_price is not None:
        return money.rounded(line.unit_price * amount, currency)
    if line.total_price is not None and line.ordered:
        return money.rounded(line.total_price * amount / line.ordered, currency)
    return None


def line_difference(line: Line, currency: str) -> Decimal:
    """Return what a line changes in what the customer pays; 0 where no price is known."""
    now, before = line_total(line, currency), line_total(line, currency, ordered=True)
    return ZERO if now is None or before is None else now - before


def totals(order: Order) -> Totals:
    """Return what the customer pays before and after the desk's work."""
    currency = order.said.currency
    ordered = order.said.payment.total if order.said.payment else None
    if ordered is None:
        ordered = sum((line_total(line, currency, ordered=True) or ZERO for line in order.lines), ZERO)
    return Totals(ordered, ordered + sum((line_difference(line, currency) for line in order.lines), ZERO))


def differences(sent: Command, seen: Iterable[SeenLine]) -> tuple[CartDifference, ...]:
    """Compare the cart that was sent with the platform's (delivery_hero.md section 9, "Carts are equal").

    Compared as multisets of the lines in the cart: SKU and amount, the replaced line where the platform shows one,
    prices only where the desk changed them. Empty when equal.
    """
    seen_lines = [line for line in seen if line.state not in ("REPLACED", "NOT_FOUND") and line.amount > 0]
    sent_lines = [line for line in sent.lines if line.state in (CartState.IN_CART, CartState.ADDITION)]
    found = []
    for line in sent_lines:
        found += _price_differences(line, seen_lines)
        wrong = [s.replaces for s in seen_lines if s.sku == line.sku and s.replaces and s.replaces != line.replaces]
        right = any(s.sku == line.sku and s.replaces in (None, line.replaces) for s in seen_lines)
        if wrong and not right:
            found.append(CartDifference(Differs.STANDS_IN, line.sku, line.pricing))
    ours, theirs = _amounts(sent_lines), _amounts(seen_lines)
    pricings = {line.sku: line.pricing for line in seen_lines} | {line.sku: line.pricing for line in sent_lines}
    for sku, pricing in pricings.items():
        here, there = ours.get(sku, ()), theirs.get(sku, ())
        if here != there:
            found.append(CartDifference(Differs.AMOUNT, sku, pricing, here, there))
    return tuple(found)


def _amounts(lines: Iterable[CartLine] | Iterable[SeenLine]) -> dict[str, tuple[Decimal, ...]]:
    """Return the amounts in which each SKU is in a cart, the smallest first."""
    found: dict[str, list[Decimal]] = {}
    for line in lines:
        found.setdefault(line.sku, []).append(line.amount)
    return {sku: tuple(sorted(amounts)) for sku, amounts in found.items()}


def _price_differences(line: CartLine, seen: list[SeenLine]) -> list[CartDifference]:
    same = [s for s in seen if s.sku == line.sku and s.amount == line.amount]
    found = []
    for what, ours, theirs in (
        (Differs.UNIT_PRICE, line.new_unit_price, [s.unit_price for s in same]),
        (Differs.TOTAL_PRICE, line.new_total_price, [s.total_price for s in same]),
    ):
        known = [price for price in theirs if price is not None]
        if ours is not None and known and ours not in known:
            found.append(CartDifference(what, line.sku, line.pricing, (ours,), (known[0],)))
    return found

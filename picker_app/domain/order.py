"""An order, its lines, and the verbs it permits; each returns the new order and the fact, or breaks a rule."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import assert_never

from picker_app.domain import money
from picker_app.domain.facts import (
    Fact,
    LineAdded,
    LineNotFound,
    LinePicked,
    LineReplaced,
    LinesTaken,
    LineWeighed,
    NewLine,
    OrderCancelled,
    OrderConfirmed,
    OrderDelivered,
    OrderFinished,
    OrderRejected,
    OrderReopened,
    PriceChanged,
    QuantitySet,
    Undone,
)
from picker_app.domain.line import Decision as Decision
from picker_app.domain.line import Line as Line
from picker_app.domain.line import Origin as Origin
from picker_app.domain.quantity import ZERO, is_whole, kilograms
from picker_app.domain.rules import RuleBroken
from picker_app.domain.said import OPEN, OrderedLine, Pricing, SaidOrder, Status

REASONS = ("ITEM_UNAVAILABLE", "CLOSED", "TOO_BUSY")


class Stage(StrEnum):
    """Where an order stands at the desk."""

    NEW = "NEW"
    PICKING = "PICKING"
    FINISHED = "FINISHED"
    CANCELLED = "CANCELLED"
    REJECTED = "REJECTED"
    """With the platform's own desk: neither work nor cancelled."""


@dataclass(frozen=True, slots=True)
class Order:
    """An order at the desk: what the platform said with the desk's facts laid over.

    `undoable` are the running numbers of the facts that hold, oldest first.
    """

    said: SaidOrder
    lines: tuple[Line, ...]
    stage: Stage = Stage.NEW
    reason: str = ""
    undoable: tuple[int, ...] = ()

    def line(self, key: str) -> Line:
        """Return the line of that key; RuleBroken `unknown_line` if there is none."""
        for line in self.lines:
            if line.key == key:
                return line
        raise RuleBroken("unknown_line", key)

    @property
    def open(self) -> bool:
        """Say whether the platform still takes changes (delivery_hero.md section 5)."""
        return self.said.status in OPEN

    @property
    def shown_lines(self) -> tuple[Line, ...]:
        """Return the lines for the screen: without those that were taken back."""
        return tuple(line for line in self.lines if line.decision is not Decision.TAKEN_BACK)

    @property
    def next_line(self) -> Line | None:
        """Return the first line that is not complete."""
        return next((line for line in self.shown_lines if not line.complete), None)


def fold(said: SaidOrder, facts: Iterable[tuple[int, Fact]]) -> Order:
    """Lay the desk's facts, with their running numbers, over what the platform said.

    Facts of lines that the platform no longer has are passed over: the platform's word comes first. A new line whose
    fact was undone is there as taken back if the platform knows it, so that it can be told.
    """
    numbered = list(facts)
    undone = {fact.of for _, fact in numbered if isinstance(fact, Undone)}
    parents = {line.parent for line in said.lines}
    order = Order(said, tuple(_ordered(line, has_parts=line.key in parents) for line in said.lines))
    withdrawn: list[Line] = []
    for number, fact in numbered:
        if isinstance(fact, OrderReopened):
            # The finish or cancel that the platform refused is history: undo goes on with what came before it.
            order = replace(apply(order, fact), undoable=order.undoable[:-1])
        elif number in undone:
            withdrawn += _withdrawn(fact)
        elif isinstance(fact, OrderConfirmed | OrderDelivered):
            order = apply(order, fact)  # a word that was given is not taken back
        elif not isinstance(fact, Undone):
            order = replace(apply(order, fact), undoable=(*order.undoable, number))
    return _without_gone(_with_platform_ids(order, withdrawn))


def extended(order: Order, facts: Iterable[tuple[int, Fact]]) -> Order | None:
    """Lay newer facts over an order that was folded before; None where it has to be folded anew.

    The same as fold would give, in less time: most facts only put something more into the bag.
    """
    if any(line.origin is not Origin.ORDERED for line in order.lines):
        return None
    for number, fact in facts:
        if not isinstance(fact, LinePicked | QuantitySet | LineWeighed | PriceChanged):
            return None
        order = replace(apply(order, fact), undoable=(*order.undoable, number))
    return order


def apply(order: Order, fact: Fact) -> Order:
    """Return the order after a fact; the fact is taken as true, no rule is asked."""
    match fact:
        case LinePicked(key, count):
            return _picking(_put(order, key, lambda line: line.amount + count, settled=False))
        case QuantitySet(key, quantity):
            return _picking(_put(order, key, lambda line: quantity, settled=True))
        case LineWeighed(key, weight):
            return _picking(_put(order, key, lambda line: weight, settled=True))
        case LineNotFound(key):
            order = _reopened(order, key)
            return _picking(_without_replacement(_change(order, key, _missing), key))
        case LineReplaced(key, new):
            order = _change(order, key, lambda line: replace(_missing(line), decision=Decision.REPLACED))
            order = _without_replacement(order, key)
            return _picking(_appended(order, _new(new, key)))
        case LineAdded(new):
            return _picking(_appended(order, _new(new, None)))
        case LinesTaken(keys):
            for key in keys:
                order = _put(order, key, lambda line: line.ordered, settled=True)
            return _picking(order)
        case PriceChanged(key, unit_price, total_price):
            return _picking(
                _change(order, key, lambda line: replace(line, new_unit_price=unit_price, new_total_price=total_price))
            )
        case OrderFinished():
            return replace(order, stage=Stage.FINISHED)
        case OrderCancelled(reason):
            return replace(order, stage=Stage.CANCELLED, reason=reason)
        case OrderRejected(details):
            return replace(order, stage=Stage.REJECTED, reason=details)
        case OrderReopened():
            return replace(order, stage=Stage.PICKING, reason="")
        case Undone() | OrderConfirmed() | OrderDelivered():
            return order
        case _:
            assert_never(fact)


# The verbs. Each takes the order and returns (new order, fact), or raises RuleBroken.


def pick(order: Order, key: str, count: Decimal = Decimal(1), *, yes: bool = False) -> tuple[Order, Fact]:
    """Put `count` pieces of a UNIT line into the bag.

    Beyond the ordered amount it needs `yes`, beyond the maximum nothing is taken, not even a part. A FOREIGN line is
    taken whole, as ordered.
    """
    line = _workable(order, key, fixed=True)
    if line.pricing is Pricing.KG:
        raise RuleBroken("not_pieces", key, name=line.name)
    if line.decision is Decision.REPLACED:
        raise RuleBroken("already_replaced", key, name=line.name)
    if line.pricing is Pricing.FOREIGN:
        return _done(order, QuantitySet(key, line.ordered))
    if count <= 0:
        raise RuleBroken("no_amount", key)
    held = line.amount if line.in_cart else ZERO
    if held >= line.ordered and not yes:
        raise RuleBroken("already_complete", key, name=line.name, amount=held, ordered=line.ordered)
    _check_pieces(line, held + count, minimum=False, yes=yes)
    return _done(order, LinePicked(key, count))


def set_quantity(order: Order, key: str, quantity: Decimal, *, yes: bool = False) -> tuple[Order, Fact]:
    """Say how many pieces of a UNIT line are in the bag; 0 means not found (delivery_hero.md section 7)."""
    line = _workable(order, key)
    if line.pricing is Pricing.KG:
        raise RuleBroken("not_pieces", key, name=line.name)
    if quantity == 0:
        return not_found(order, key)
    _check_pieces(line, quantity, minimum=True, yes=yes)
    return _done(order, QuantitySet(key, quantity))


def set_weight(order: Order, key: str, weight: Decimal, *, yes: bool = False) -> tuple[Order, Fact]:
    """Set the weight in kg of a KG line, rounded to the gram, within its bounds; 0 means not found."""
    line = _workable(order, key)
    if line.pricing is not Pricing.KG:
        raise RuleBroken("not_a_weight", key, name=line.name)
    weight = kilograms(weight)
    if weight == 0:
        return not_found(order, key)
    _check_bounds(line, weight, minimum=True, yes=yes)
    return _done(order, LineWeighed(key, weight))


def not_found(order: Order, key: str) -> tuple[Order, Fact]:
    """Mark a line as not in the store; a line of the desk's own is taken back."""
    _workable(order, key, fixed=True)
    return _done(order, LineNotFound(key))


def replace_line(order: Order, key: str, new: NewLine) -> tuple[Order, Fact]:
    """Put another product in the place of a line.

    One product per ordered line: a replacement of a replacement points at the ordered line and takes its place
    (delivery_hero.md section 7).
    """
    line = _workable(order, key, fixed=True)
    target = line.replaces or key
    if order.line(target).origin is Origin.ADDITION:
        raise RuleBroken("unknown_line", key)
    _check_new(new)
    return _done(order, LineReplaced(target, new))


def add_line(order: Order, new: NewLine) -> tuple[Order, Fact]:
    """Add a product that nobody ordered; one that is already in the order stays a separate line."""
    must_be_open(order)
    _check_new(new)
    return _done(order, LineAdded(new))


def change_price(
    order: Order, key: str, *, unit_price: Decimal | None = None, total_price: Decimal | None = None
) -> tuple[Order, Fact]:
    """Change the price of a UNIT line: of one unit or of the whole line, in major units; never both, never for KG."""
    line = _workable(order, key)
    if line.pricing is Pricing.KG:
        raise RuleBroken("price_by_platform", key, name=line.name)
    price = unit_price if total_price is None else total_price
    if unit_price is not None and total_price is not None:
        raise RuleBroken("two_prices", key, name=line.name)
    digits = money.digits(order.said.currency)
    if price is None or price <= 0 or price != money.rounded(price, order.said.currency):
        raise RuleBroken("bad_price", key, digits=digits)
    return _done(order, PriceChanged(key, unit_price, total_price))


def finish(order: Order) -> tuple[Order, Fact]:
    """Finish the order: every line decided, nothing out of its bounds, something in the bag."""
    must_be_open(order)
    undecided = [line for line in order.shown_lines if line.decision is Decision.UNDECIDED and not line.complete]
    if undecided:
        raise RuleBroken("undecided", undecided[0].key, count=len(undecided), name=undecided[0].name)
    bag = [line for line in order.shown_lines if line.in_cart and not line.gone]
    for line in bag:
        # The platform may have changed the bounds since the line was picked.
        _check_bounds(line, line.amount, minimum=False, yes=True)
        if line.bounds.minimum is not None and line.bounds.below(line.amount):
            minimum = line.bounds.minimum
            raise RuleBroken(
                "short_of_minimum", line.key, name=line.name, amount=line.amount, minimum=minimum, unit=line.unit
            )
    if not bag:
        raise RuleBroken("nothing_found")
    return _done(order, OrderFinished())


def cancel(order: Order, reason: str) -> tuple[Order, Fact]:
    """Cancel the whole order for one of REASONS."""
    must_be_open(order)
    if reason not in REASONS:
        raise RuleBroken("bad_reason", reasons=", ".join(REASONS))
    return _done(order, OrderCancelled(reason))


def undo(order: Order) -> Undone:
    """Take back the newest fact that still holds; fold again to see the order without it."""
    if not order.undoable:
        raise RuleBroken("nothing_to_undo")
    return Undone(order.undoable[-1])


def _done(order: Order, fact: Fact) -> tuple[Order, Fact]:
    return apply(order, fact), fact


def must_be_open(order: Order) -> None:
    """Break the rule `cancelled`, `finished` or `with_platform` if the order takes no more acts."""
    if order.said.status is Status.CANCELLED or order.stage is Stage.CANCELLED:
        raise RuleBroken("cancelled")
    if not order.open or order.stage is Stage.FINISHED:
        raise RuleBroken("finished")
    if order.stage is Stage.REJECTED:
        raise RuleBroken("with_platform")


def _workable(order: Order, key: str, *, fixed: bool = False) -> Line:
    must_be_open(order)
    line = order.line(key)
    if line.decision is Decision.TAKEN_BACK or line.gone:
        raise RuleBroken("unknown_line", key)
    if line.heading:
        raise RuleBroken("heading", key, name=line.name)
    if line.pricing is Pricing.FOREIGN and not fixed:
        raise RuleBroken("fixed_line", key, name=line.name, pricing=line.raw_pricing or "")
    return line


def _check_pieces(line: Line, amount: Decimal, *, minimum: bool, yes: bool) -> None:
    if not is_whole(amount):
        raise RuleBroken("not_whole", line.key, name=line.name)
    _check_bounds(line, amount, minimum=minimum, yes=yes)


def _check_bounds(line: Line, amount: Decimal, *, minimum: bool, yes: bool) -> None:
    bounds = line.bounds
    if amount < 0:
        raise RuleBroken("no_amount", line.key)
    if bounds.maximum is not None and bounds.above(amount):
        raise RuleBroken("over_maximum", line.key, name=line.name, maximum=bounds.maximum, unit=line.unit)
    if minimum and bounds.minimum is not None and bounds.below(amount):
        raise RuleBroken("below_minimum", line.key, name=line.name, minimum=bounds.minimum, unit=line.unit)
    if bounds.maximum is None and line.origin is Origin.ORDERED and amount > line.ordered and not yes:
        raise RuleBroken("above_ordered", line.key, amount=amount, ordered=line.ordered)


def _check_new(new: NewLine) -> None:
    line = _new(new, None)
    if line.amount <= 0:
        raise RuleBroken("no_amount")
    check = _check_bounds if new.pricing is Pricing.KG else _check_pieces
    check(line, line.amount, minimum=True, yes=False)


def _ordered(line: OrderedLine, *, has_parts: bool) -> Line:
    return Line(
        key=line.key,
        sku=line.sku,
        name=line.name,
        pricing=line.pricing,
        ordered=line.amount,
        platform_id=line.platform_id,
        pieces=line.pieces,
        barcodes=line.barcodes,
        unit_price=line.unit_price,
        total_price=line.total_price,
        bounds=line.bounds,
        note=line.note,
        details=line.details,
        raw_pricing=line.raw_pricing,
        gone=line.gone,
        parent=line.parent,
        # What costs nothing by itself is only the name of its parts (ifood_pos.md section 5).
        heading=has_parts and line.unit_price == 0,
    )


def _change(order: Order, key: str, change: Callable[[Line], Line]) -> Order:
    for at, line in enumerate(order.lines):
        if line.key == key:
            return replace(order, lines=(*order.lines[:at], change(line), *order.lines[at + 1 :]))
    return order


def _put(order: Order, key: str, amount: Callable[[Line], Decimal], *, settled: bool) -> Order:
    """Put a line into the bag; what stood in for it is taken back."""

    def put(line: Line) -> Line:
        return replace(line, decision=Decision.IN_CART, amount=amount(line), settled=settled)

    return _without_replacement(_change(order, key, put), key)


def _missing(line: Line) -> Line:
    decision = Decision.NOT_FOUND if line.origin is Origin.ORDERED else Decision.TAKEN_BACK
    return replace(line, decision=decision, amount=ZERO, settled=False, new_unit_price=None, new_total_price=None)


def _without_replacement(order: Order, key: str) -> Order:
    """Take back the line that stood in for `key`."""
    return replace(order, lines=tuple(_missing(line) if line.replaces == key else line for line in order.lines))


def _reopened(order: Order, key: str) -> Order:
    """Make the ordered line that `key` stood in for undecided again."""
    target = next((line.replaces for line in order.lines if line.key == key and line.in_cart), None)
    return _change(order, target or "", lambda line: replace(line, decision=Decision.UNDECIDED))


def _new(new: NewLine, replaces: str | None) -> Line:
    amount = kilograms(new.amount) if new.pricing is Pricing.KG else new.amount
    return Line(
        key=new.key,
        sku=new.sku,
        name=new.name,
        pricing=new.pricing,
        ordered=amount,
        origin=Origin.ADDITION if replaces is None else Origin.REPLACEMENT,
        barcodes=new.barcodes,
        unit_price=new.unit_price,
        bounds=new.bounds,
        decision=Decision.IN_CART,
        amount=amount,
        settled=True,
        replaces=replaces,
    )


def _withdrawn(fact: Fact) -> list[Line]:
    """Return the new line of a fact that was undone, as taken back."""
    if isinstance(fact, LineReplaced):
        return [_missing(_new(fact.new, fact.line))]
    return [_missing(_new(fact.new, None))] if isinstance(fact, LineAdded) else []


def _appended(order: Order, line: Line) -> Order:
    """Put a new line after the one it stands in for and the earlier ones that did, else at the end."""
    at = len(order.lines)
    if line.replaces is not None:
        family = (i for i, other in enumerate(order.lines) if line.replaces in (other.key, other.replaces))
        at = 1 + max(family, default=at)
    return replace(order, lines=(*order.lines[:at], line, *order.lines[at:]))


def _picking(order: Order) -> Order:
    return replace(order, stage=Stage.PICKING) if order.stage is Stage.NEW else order


def _with_platform_ids(order: Order, withdrawn: Iterable[Line]) -> Order:
    """Lend the desk's own lines the ids that the platform gave them: same SKU and replaced line, in list order.

    Lines in the cart come before those that were taken back. `withdrawn` lines are added where an id is left for them.
    """
    extra = list(order.said.extra)
    ids = {line.key: line.platform_id for line in order.lines}
    own = [line for line in order.lines if line.origin is not Origin.ORDERED]
    lent: dict[str, str] = {}
    for line in sorted((*own, *withdrawn), key=lambda line: not line.in_cart):
        wanted = ids.get(line.replaces) if line.replaces else None
        found = next((e for e in extra if e.sku == line.sku and e.replaces in (None, wanted)), None)
        if found is not None:
            extra.remove(found)
            lent[line.key] = found.platform_id
    lines = (*order.lines, *(line for line in withdrawn if line.key in lent))
    known = (replace(line, platform_id=lent[line.key]) if line.key in lent else line for line in lines)
    return replace(order, lines=tuple(known))


def _without_gone(order: Order) -> Order:
    """Let a replacement go with the line it stands in for, if the customer took that one out of the order."""
    gone = {line.key for line in order.lines if line.gone}
    lines = (replace(line, gone=True) if line.replaces in gone else line for line in order.lines)
    return replace(order, lines=tuple(lines))

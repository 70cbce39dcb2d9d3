"""What an act or a scan came to, in the words and amounts that the strip at the bottom shows."""

from decimal import Decimal

from picker_app.domain.facts import Fact, LineNotFound, LinePicked, LineWeighed
from picker_app.domain.order import Line, Order, Origin
from picker_app.domain.quantity import ZERO
from picker_app.domain.rules import RuleBroken
from picker_app.picking.picture import short_code
from picker_app.picking.rows import Act, Offer, Outcome, Result
from picker_app.store.database import NotSaved
from picker_app.store.views import Laid

_OUTCOMES = {
    "already_complete": Outcome.ALREADY_COMPLETE,
    "already_replaced": Outcome.ALREADY_COMPLETE,
    "over_maximum": Outcome.OVER_MAXIMUM,
    "above_ordered": Outcome.QUESTION,
    "shortage": Outcome.QUESTION,
    "price_scheduled": Outcome.QUESTION,
    "not_pieces": Outcome.WEIGH,
}


def good(
    laid: Laid, order: Order, line: str, outcome: Outcome, code: str, *, number: int | None = None, **values: str
) -> Result:
    """Return the result of an act that is being committed; `order` is the order after it."""
    found = next((other for other in order.lines if other.key == line), None)
    return Result(
        outcome=outcome,
        code=code,
        good=True,
        values=values_of(laid, found) | values,
        order_id=laid.id,
        line=line,
        line_complete=found is not None and found.complete,
        order_complete=order.next_line is None,
        number=number,
    )


def broken(laid: Laid | None, rule: RuleBroken, order_id: int | None, offered: Decimal | None = None) -> Result:
    """Return the result of a rule that was broken, with the act that Enter would do where the rule is a question."""
    line = next((line for line in laid.order.lines if line.key == rule.line), None) if laid else None
    texts = {name: f"{value:f}" if isinstance(value, Decimal) else str(value) for name, value in rule.values.items()}
    return Result(
        outcome=_OUTCOMES.get(rule.code, Outcome.REFUSED),
        code=rule.code,
        good=False,
        values=(values_of(laid, line) if laid else {}) | texts,
        order_id=order_id,
        line=rule.line,
        offer=_offer(rule, order_id, line, offered),
    )


def not_saved(error: NotSaved, order_id: int | None) -> Result:
    """Return the result of a commit that failed: nothing was taken."""
    return Result(Outcome.NOT_SAVED, "not_saved", good=False, values={"words": str(error)}, order_id=order_id)


def of_fact(before: Order, fact: Fact, code: str) -> tuple[Outcome, str]:
    """Return the outcome and the code of the sentence for a fact; `code` is what the verb is called."""
    match fact:
        case LinePicked():
            return Outcome.PICKED, "picked"
        case LineWeighed():
            return Outcome.WEIGHT_SET, "weight_set"
        case LineNotFound(key) if before.line(key).origin is not Origin.ORDERED:
            return Outcome.COMMAND, "taken_back"
        case LineNotFound():
            return Outcome.COMMAND, "not_found"
        case _:
            return Outcome.COMMAND, code


def changed_line(before: Order, after: Order) -> str:
    """Return the key of the line in which two states of an order differ, the added one where there is one."""
    known = {line.key: line for line in before.lines}
    added = [line.key for line in after.lines if line.key not in known]
    changed = [line.key for line in after.lines if line.key in known and line != known[line.key]]
    return next(iter(added + changed), "")


def values_of(laid: Laid, line: Line | None) -> dict[str, str]:
    """Return the words and amounts of a line for a sentence; amounts as plain decimal text."""
    values = {"order": short_code(laid.order.said.code)}
    if line is not None:
        left = max(line.ordered - line.amount, ZERO)
        values |= {
            "name": line.name,
            "amount": f"{line.amount:f}",
            "ordered": f"{line.ordered:f}",
            "left": f"{left:f}",
            "unit": line.unit,
        }
    return values


def _offer(rule: RuleBroken, order_id: int | None, line: Line | None, offered: Decimal | None) -> Offer | None:
    if order_id is None or line is None:
        return None
    if rule.code == "already_complete" and not line.bounds.above(line.amount + 1):
        return Offer(Act.PICK_MORE, order_id, line.key)
    if rule.code == "shortage":
        return Offer(Act.FINISH, order_id, line.key)
    if rule.code == "above_ordered":
        if offered is not None:
            return Offer(Act.SET_AMOUNT, order_id, line.key, offered)
        return Offer(Act.PICK_MORE, order_id, line.key)
    return None

"""The verbs of an order whose platform is told statuses and no carts: to take on, take, finish, hand back, deliver."""

from picker_app.domain.cart import Kind
from picker_app.domain.facts import Fact, LinesTaken, OrderConfirmed, OrderDelivered, OrderRejected
from picker_app.domain.ladder import legal
from picker_app.domain.order import Decision, Line, Order, apply, finish, must_be_open
from picker_app.domain.rules import RuleBroken
from picker_app.domain.said import Status

MOST_DETAILS = 500
"""The longest text with which an order is rejected, in characters."""


def confirm(order: Order) -> tuple[Order, Fact]:
    """Take the order on: the platform is told that the shop makes it, also where the order is finished here already."""
    if Kind.CONFIRM not in legal(order):
        must_be_open(order)
        raise RuleBroken("already_confirmed")
    return _done(order, OrderConfirmed())


def take(order: Order, key: str) -> tuple[Order, Fact]:
    """Take a line as it was ordered, together with all of its parts; what is decided already stays as it is."""
    must_be_open(order)
    order.line(key)
    whole = [line for line in order.shown_lines if key in (line.key, line.parent) and not line.heading]
    left = tuple(line.key for line in whole if not line.complete and not line.gone)
    if not left:
        raise RuleBroken("already_complete", key, **_amounts(order.line(key)))
    return _done(order, LinesTaken(left))


def shortages(order: Order) -> tuple[Line, ...]:
    """Return the lines that are not in the bag as they were ordered; those still to pick are none."""
    lines = [line for line in order.shown_lines if not line.gone and not line.heading]
    return tuple(
        line for line in lines if line.decision is Decision.NOT_FOUND or (line.in_cart and line.amount != line.ordered)
    )


def finish_as_picked(order: Order, *, yes: bool = False) -> tuple[Order, Fact]:
    """Finish an order whose platform takes no other amounts; a shortage needs `yes` (ifood_pos.md section 7)."""
    try:
        done = finish(order)
    except RuleBroken as rule:
        if rule.code == "nothing_found":
            raise RuleBroken("nothing_found_here") from rule
        raise
    short = shortages(order)
    if short and not yes:
        raise RuleBroken("shortage", short[0].key, count=len(short))
    return done


def reject(order: Order, details: str) -> tuple[Order, Fact]:
    """Hand the order to the platform's own desk, with 1 to 500 characters that say why. It is not cancelled by that."""
    if Kind.REJECT not in legal(order):
        must_be_open(order)
        raise RuleBroken("not_now")
    text = details.strip()
    if not 1 <= len(text) <= MOST_DETAILS:
        raise RuleBroken("bad_details", most=MOST_DETAILS)
    return _done(order, OrderRejected(text))


def deliver(order: Order) -> tuple[Order, Fact]:
    """Say that the customer has the order, where it is on its way."""
    if order.said.status is Status.CANCELLED:
        raise RuleBroken("cancelled")
    if order.said.status is not Status.DISPATCHED:
        raise RuleBroken("not_now")
    return _done(order, OrderDelivered())


def _done(order: Order, fact: Fact) -> tuple[Order, Fact]:
    return apply(order, fact), fact


def _amounts(line: Line) -> dict[str, str]:
    return {"name": line.name, "amount": f"{line.amount:f}", "ordered": f"{line.ordered:f}"}

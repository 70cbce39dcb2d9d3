"""Sets a line's amount in the way of its pricing, with the scale's own limit."""

from decimal import Decimal

from picker_app.devices.guards import MAX_WEIGHT_KG
from picker_app.domain import order as verbs
from picker_app.domain.facts import Fact
from picker_app.domain.order import Order
from picker_app.domain.rules import RuleBroken
from picker_app.domain.said import Pricing

__all__ = ["MAX_WEIGHT_KG", "amount_verb"]


def amount_verb(
    order: Order, line: str, amount: Decimal, max_weight_kg: Decimal = MAX_WEIGHT_KG, *, yes: bool = False
) -> tuple[Order, Fact]:
    """Set the pieces (UNIT) or kilograms (KG) of a line.

    RuleBroken as the domain's verbs, or `too_heavy` where no scale of the shop weighs that much.
    """
    if order.line(line).pricing is not Pricing.KG:
        return verbs.set_quantity(order, line, amount, yes=yes)
    if amount > max_weight_kg:
        raise RuleBroken("too_heavy", line, amount=amount, maximum=max_weight_kg)
    return verbs.set_weight(order, line, amount, yes=yes)

"""Orders for the tests of the domain: milk by the piece, bread once, tomatoes by weight."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from picker_app.domain.facts import Fact, NewLine, Undone
from picker_app.domain.order import Line, Order, fold, undo
from picker_app.domain.quantity import Bounds
from picker_app.domain.said import OrderedLine, Payment, Pricing, SaidOrder, Status

NOON = datetime(2025, 6, 3, 12, 0, tzinfo=UTC)


def after(seconds: float) -> datetime:
    """So long after noon."""
    return NOON + timedelta(seconds=seconds)


def d(text: str) -> Decimal:
    """The exact number of a text."""
    return Decimal(text)


MILK = OrderedLine(
    key="milk",
    sku="MLK-1L",
    name="Milk",
    pricing=Pricing.UNIT,
    amount=d("2"),
    platform_id="id-milk",
    pieces=d("2"),
    unit_price=d("1.29"),
    total_price=d("2.58"),
    bounds=Bounds(d("0"), d("2")),
)
BREAD = OrderedLine(
    key="bread",
    sku="BRD-WW",
    name="Bread",
    pricing=Pricing.UNIT,
    amount=d("1"),
    platform_id="id-bread",
    unit_price=d("2.40"),
    total_price=d("2.40"),
    bounds=Bounds(d("0"), d("1")),
)
TOMATOES = OrderedLine(
    key="tomatoes",
    sku="TOM-KG",
    name="Tomatoes",
    pricing=Pricing.KG,
    amount=d("1.2"),
    platform_id="id-tomatoes",
    unit_price=d("3.20"),
    total_price=d("3.84"),
    bounds=Bounds(d("0.5"), d("2.5")),
)
CRATE = OrderedLine(
    key="crate",
    sku="CRT",
    name="Crate",
    pricing=Pricing.FOREIGN,
    amount=d("1"),
    platform_id="id-crate",
    total_price=d("9.00"),
    raw_pricing='{"pricing_type": "CRATE", "quantity": 1}',
)
OAT = NewLine("oat", "OAT-1L", "Oat drink", Pricing.UNIT, d("2"), unit_price=d("1.49"))
SOY = NewLine("soy", "SOY-1L", "Soy drink", Pricing.UNIT, d("1"), unit_price=d("1.10"))
BAG = NewLine("bag", "BAG-01", "Bag", Pricing.UNIT, d("1"), unit_price=d("0.20"))
VINE = NewLine("vine", "TOM-VINE", "Vine tomatoes", Pricing.KG, d("1.18"), unit_price=d("4.00"))


def said(*lines: OrderedLine, **fields: Any) -> SaidOrder:
    """What the platform says of an order with these lines; with none, milk, bread and tomatoes."""
    words: dict[str, Any] = {
        "account": "shop",
        "ref": "ref-1",
        "code": "k7tm-3081",
        "status": Status.RECEIVED,
        "currency": "EUR",
        "updated_at": NOON,
    }
    return SaidOrder(lines=lines or (MILK, BREAD, TOMATOES), **words | fields)


def order(*lines: OrderedLine, **fields: Any) -> Order:
    """A fresh order at the desk."""
    return fold(said(*lines, **fields), [])


def without_bounds(line: OrderedLine) -> OrderedLine:
    """The same line, for which the platform gave no bounds."""
    return replace(line, bounds=Bounds())


def paid(total: str) -> Payment:
    """A payment of that total."""
    return Payment("PAID", d(total))


def summary(order: Order) -> dict[str, str]:
    """Each line that is shown, as one word and its amount."""
    return {line.key: _word(line) for line in order.shown_lines}


def _word(line: Line) -> str:
    return f"{line.decision.value} {line.amount:f}" if line.in_cart else line.decision.value


class Desk:
    """Keeps the facts of one order as the store would, and folds them anew after each."""

    def __init__(self, *lines: OrderedLine, **fields: Any) -> None:
        self.said = said(*lines, **fields)
        self.facts: list[tuple[int, Fact]] = []

    @property
    def order(self) -> Order:
        """The order with all facts laid over."""
        return fold(self.said, self.facts)

    def keep(self, done: tuple[Order, Fact]) -> Order:
        """Keep the fact of a verb."""
        self.add(done[1])
        return self.order

    def add(self, fact: Fact) -> None:
        """Keep a fact."""
        self.facts.append((len(self.facts) + 1, fact))

    def undo(self) -> Undone:
        """Take back the newest act."""
        fact = undo(self.order)
        self.add(fact)
        return fact

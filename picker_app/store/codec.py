"""Domain values as JSON text for the database, exact both ways."""

from typing import Any

from pydantic import TypeAdapter, ValidationError

from picker_app.domain import facts
from picker_app.domain.cart import CartDifference, Command
from picker_app.domain.facts import Fact
from picker_app.domain.promotion import Promotion
from picker_app.domain.said import SaidOrder

_FACTS: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        facts.LinePicked,
        facts.QuantitySet,
        facts.LineWeighed,
        facts.LineNotFound,
        facts.LineReplaced,
        facts.LineAdded,
        facts.LinesTaken,
        facts.PriceChanged,
        facts.OrderFinished,
        facts.OrderCancelled,
        facts.OrderConfirmed,
        facts.OrderRejected,
        facts.OrderDelivered,
        facts.OrderReopened,
        facts.Undone,
    )
}


_FACT_ADAPTERS = {name: TypeAdapter(kind) for name, kind in _FACTS.items()}
_SAID = TypeAdapter(SaidOrder)
_COMMAND = TypeAdapter(Command)
_DIFFERENCES = TypeAdapter(tuple[CartDifference, ...])
_PROMOTION = TypeAdapter(Promotion)


def dump_said(said: SaidOrder) -> str:
    """Write what a platform said of an order."""
    return _SAID.dump_json(said).decode()


def load_said(text: str) -> SaidOrder:
    """Read back what dump_said wrote."""
    return _SAID.validate_json(text)


def dump_command(command: Command) -> str:
    """Write a message owed to a platform."""
    return _COMMAND.dump_json(command).decode()


def load_command(text: str) -> Command:
    """Read back what dump_command wrote."""
    return _COMMAND.validate_json(text)


def dump_differences(found: tuple[CartDifference, ...]) -> str:
    """Write how two carts differ."""
    return _DIFFERENCES.dump_json(found).decode()


def load_differences(text: str) -> tuple[CartDifference, ...]:
    """Read back what dump_differences wrote; nothing of any other text, such as an earlier version wrote."""
    try:
        return _DIFFERENCES.validate_json(text)
    except ValidationError:
        return ()


def dump_promotion(promotion: Promotion) -> str:
    """Write a promotion as the shop composed it."""
    return _PROMOTION.dump_json(promotion).decode()


def load_promotion(text: str) -> Promotion:
    """Read back what dump_promotion wrote."""
    return _PROMOTION.validate_json(text)


def dump_fact(fact: Fact) -> tuple[str, str]:
    """Write a fact as (kind, JSON text)."""
    kind = type(fact).__name__
    return kind, _FACT_ADAPTERS[kind].dump_json(fact).decode()


def load_fact(kind: str, text: str) -> Fact:
    """Read back what dump_fact wrote."""
    fact: Fact = _FACT_ADAPTERS[kind].validate_json(text)
    return fact

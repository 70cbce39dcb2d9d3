"""Domain values as JSON text for the database, exact both ways."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from picker_app.domain import facts
from picker_app.domain.cart import Command
from picker_app.domain.facts import Fact
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
        facts.PriceChanged,
        facts.OrderFinished,
        facts.OrderCancelled,
        facts.OrderReopened,
        facts.Undone,
    )
}


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _dump(value: Any) -> str:
    return _adapter(type(value)).dump_json(value).decode()


def dump_said(said: SaidOrder) -> str:
    """Write what a platform said of an order."""
    return _dump(said)


def load_said(text: str) -> SaidOrder:
    """Read back what dump_said wrote."""
    said: SaidOrder = _adapter(SaidOrder).validate_json(text)
    return said


def dump_command(command: Command) -> str:
    """Write a message owed to a platform."""
    return _dump(command)


def load_command(text: str) -> Command:
    """Read back what dump_command wrote."""
    command: Command = _adapter(Command).validate_json(text)
    return command


def dump_fact(fact: Fact) -> tuple[str, str]:
    """Write a fact as (kind, JSON text)."""
    return type(fact).__name__, _dump(fact)


def load_fact(kind: str, text: str) -> Fact:
    """Read back what dump_fact wrote."""
    fact: Fact = _adapter(_FACTS[kind]).validate_json(text)
    return fact

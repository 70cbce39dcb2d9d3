"""What the desk did: its facts, numbered in each order, only ever added to."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, func, insert, select

from picker_app.domain.facts import Fact
from picker_app.store import codec
from picker_app.store.schema import picks

_NEWEST = select(func.max(picks.c.number)).where(picks.c.order_id == bindparam("order_id"))
_FACTS = (
    select(picks.c.number, picks.c.kind, picks.c.fact)
    .where(picks.c.order_id == bindparam("order_id"), picks.c.number > bindparam("after"))
    .order_by(picks.c.number)
)


def add(connection: Connection, order_id: int, fact: Fact, at: datetime, picker: str = "") -> int:
    """Add a fact to an order; returns its running number in the order, from 1."""
    newest = connection.scalar(_NEWEST, {"order_id": order_id})
    number = (newest or 0) + 1
    kind, text = codec.dump_fact(fact)
    row = {"order_id": order_id, "number": number, "kind": kind, "fact": text, "at": at, "picker": picker}
    connection.execute(insert(picks), row)
    return number


def of_order(connection: Connection, order_id: int, after: int = 0) -> list[tuple[int, Fact]]:
    """Return the facts of an order with their running numbers, oldest first; only those after a number."""
    rows = connection.execute(_FACTS, {"order_id": order_id, "after": after})
    return [(row.number, codec.load_fact(row.kind, row.fact)) for row in rows]

"""Reads what the desk and the messenger have under way for an order: where the door and the outbox meet."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy import Connection, bindparam, select

from picker_app.domain.cart import CartState, Command, Kind
from picker_app.domain.facts import LineAdded, LineReplaced
from picker_app.domain.order import Order, Stage, fold
from picker_app.domain.quantity import ZERO
from picker_app.domain.status import Own
from picker_app.store import codec, picks
from picker_app.store.schema import deliveries, incoming, orders, owed

_NOT_THERE = (CartState.NOT_FOUND, CartState.REPLACED)
_BEGUN = ("sending", "accepted", "uncertain", "confirmed")
_SAID = select(orders.c.said).where(orders.c.id == bindparam("order_id"))


def own(connection: Connection, order_id: int) -> Own:
    """Say whether a fulfil or a cancel of the desk was begun to be sent and not refused or dropped."""
    kind = connection.scalar(
        select(owed.c.kind)
        .join(deliveries)
        .where(owed.c.order_id == order_id, owed.c.kind.in_([Kind.FULFIL.value, Kind.CANCEL.value]))
        .where(deliveries.c.state.in_(_BEGUN))
        .order_by(owed.c.id.desc())
        .limit(1)
    )
    return Own.NOTHING if kind is None else Own(kind)


def confirmation_begun(connection: Connection, order_id: int) -> bool:
    """Say whether the shop's confirmation of the order was begun to be sent and not refused or dropped."""
    return _begun_of(connection, order_id, [Kind.CONFIRM])


def handed_over(connection: Connection, order_id: int) -> bool:
    """Say whether the desk finished the order by a status message that was begun to be sent and not refused."""
    return _begun_of(connection, order_id, [Kind.DISPATCH, Kind.DELIVER])


def with_platform_since(connection: Connection, order_id: int, ahead: timedelta) -> datetime | None:
    """Return when the order was handed to the platform's own desk, by the platform's clock; None if it is not there.

    `ahead` is how far that clock is ahead of ours now; it counts only where nobody wrote down what the clock showed.
    """
    if order(connection, order_id).stage is not Stage.REJECTED:
        return None
    told = connection.execute(
        select(deliveries.c.told_at, deliveries.c.first_sent_at)
        .join(owed, owed.c.id == deliveries.c.owed_id)
        .where(owed.c.order_id == order_id, owed.c.kind == Kind.REJECT.value, deliveries.c.sends > 0)
        .order_by(owed.c.id.desc())
        .limit(1)
    ).first()
    if told is None:
        return None
    since: datetime = told.told_at or told.first_sent_at + ahead
    return since


def own_amounts(connection: Connection, order_id: int) -> dict[str, frozenset[Decimal]]:
    """Return, by line key, the amounts of the messages that were begun to be sent; 0 for a line sent as not there."""
    amounts: dict[str, frozenset[Decimal]] = {}
    for command in _begun(connection, order_id):
        for line in command.lines:
            sent = {line.amount, ZERO} if line.state in _NOT_THERE else {line.amount}
            amounts[line.key] = amounts.get(line.key, frozenset()) | sent
    return amounts


def own_skus(connection: Connection, order_id: int) -> tuple[str, ...]:
    """Return the SKUs of the lines that the desk put into the order, in the order it did."""
    facts = (fact for _, fact in picks.of_order(connection, order_id))
    return tuple(fact.new.sku for fact in facts if isinstance(fact, LineAdded | LineReplaced))


def order(connection: Connection, order_id: int) -> Order:
    """Return an order as it stands: what the platform said with the desk's facts laid over."""
    said = connection.execute(_SAID, {"order_id": order_id}).scalar_one()
    return fold(codec.load_said(said), picks.of_order(connection, order_id))


def newest_bodies(connection: Connection, order_id: int, limit: int) -> list[bytes]:
    """Return the raw bytes of the order's newest events, the newest first."""
    return list(
        connection.scalars(
            select(incoming.c.body)
            .where(incoming.c.order_id == order_id, incoming.c.kind == "order")
            .order_by(incoming.c.id.desc())
            .limit(limit)
        )
    )


def _begun_of(connection: Connection, order_id: int, kinds: Sequence[Kind]) -> bool:
    found = connection.scalar(
        select(owed.c.id)
        .join(deliveries)
        .where(owed.c.order_id == order_id, owed.c.kind.in_([kind.value for kind in kinds]))
        .where(deliveries.c.state.in_(_BEGUN))
        .limit(1)
    )
    return found is not None


def _begun(connection: Connection, order_id: int) -> list[Command]:
    rows = connection.scalars(
        select(owed.c.command).join(deliveries).where(owed.c.order_id == order_id, deliveries.c.state != "queued")
    )
    return [codec.load_command(text) for text in rows]

"""Owes the platform the messages that an act of the desk calls for, in the act's own transaction."""

from datetime import datetime, timedelta

from picker_app.domain.cart import Kind, command
from picker_app.domain.facts import (
    Fact,
    LineAdded,
    LineReplaced,
    LineWeighed,
    OrderCancelled,
    OrderFinished,
    PriceChanged,
)
from picker_app.domain.order import Order
from picker_app.domain.rules import RuleBroken
from picker_app.picking.status_rows import ACTS
from picker_app.store import owed
from picker_app.store.database import Connection
from picker_app.store.views import Laid, Message

# When a check leaves by itself (delivery_hero.md section 8): so long after the last change, so rarely per order.
CHECK_AFTER = timedelta(seconds=3)
CHECK_EVERY = timedelta(seconds=20)
SAME_CHECK = timedelta(seconds=2)


def owe(
    connection: Connection,
    before: Laid,
    order: Order,
    fact: Fact,
    number: int,
    now: datetime,
    *,
    checks: bool,
) -> None:
    """Write the messages that the fact, with its running number, owes; `order` is the order after it.

    `checks` says whether the platform knows cart checks. A check that waits is replaced by the newest cart.
    """
    match fact:
        case OrderFinished():
            owed.withdraw_queued(connection, before.id, now, [Kind.CHECK])
            owed.add(connection, before.id, command(order, Kind.FULFIL), now, fact_number=number)
        case OrderCancelled(reason):
            owed.withdraw_queued(connection, before.id, now, [Kind.CHECK])
            owed.add(connection, before.id, command(order, Kind.CANCEL, reason), now, fact_number=number)
        case LineReplaced() | LineAdded() | PriceChanged() | LineWeighed() if checks:
            _owe_check(connection, before.id, order, number, now, _check_time(before, now))
        case _:
            refresh_check(connection, before, order, number, now)


def refresh_check(connection: Connection, before: Laid, order: Order, number: int, now: datetime) -> None:
    """Give a check that waits the newest cart, at the time it was to leave."""
    waiting = next((m for m in before.messages if m.kind is Kind.CHECK and m.state == "queued"), None)
    if waiting is not None:
        _owe_check(connection, before.id, order, number, now, waiting.not_before)


def owe_check_now(connection: Connection, before: Laid, now: datetime) -> bool:
    """Owe a check at once; False where one that a person asked for is younger than 2 s."""
    asked = [m for m in before.messages if m.kind is Kind.CHECK and m.not_before is None]
    if asked and now - asked[-1].created_at < SAME_CHECK and asked[-1].fact_number == before.newest_fact:
        return False
    _owe_check(connection, before.id, before.order, before.newest_fact, now, None)
    return True


def take_back_act(connection: Connection, before: Laid, now: datetime) -> None:
    """Withdraw what the newest act owed and what has not begun to be sent; RuleBroken `sent` if it has."""
    if owed.withdraw_queued(connection, before.id, now, ACTS) == 0:
        raise RuleBroken("sent")


def _check_time(before: Laid, now: datetime) -> datetime:
    sent = [m.first_sent_at for m in before.messages if _was_sent(m) and m.first_sent_at is not None]
    return max([now + CHECK_AFTER, *(at + CHECK_EVERY for at in sent)])


def _was_sent(message: Message) -> bool:
    return message.kind is Kind.CHECK and message.state != "queued"


def _owe_check(
    connection: Connection, order_id: int, order: Order, number: int, now: datetime, not_before: datetime | None
) -> None:
    owed.withdraw_queued(connection, order_id, now, [Kind.CHECK])
    owed.add(connection, order_id, command(order, Kind.CHECK), now, fact_number=number, not_before=not_before)

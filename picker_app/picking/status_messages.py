"""Owes a platform that takes statuses and no carts what an act of the desk calls for, in the act's own transaction."""

from datetime import datetime

from picker_app.domain.cart import Command, Kind
from picker_app.domain.facts import (
    Fact,
    LinePicked,
    LinesTaken,
    LineWeighed,
    OrderConfirmed,
    OrderDelivered,
    OrderFinished,
    OrderRejected,
    QuantitySet,
)
from picker_app.domain.ladder import handing_over, proves
from picker_app.domain.order import Order
from picker_app.picking.status_rows import IN_VAIN, is_left, newest
from picker_app.store import owed
from picker_app.store.database import Connection
from picker_app.store.views import Laid


def owe_statuses(connection: Connection, before: Laid, order: Order, fact: Fact, number: int, now: datetime) -> None:
    """Write the status messages that a fact, with its running number, owes; `order` is the order after it.

    The first act that makes an order the shop's own owes its confirmation (ifood_pos.md sections 4 and 7).
    """
    match fact:
        case LinePicked() | QuantitySet() | LineWeighed() | LinesTaken():
            _owe_confirmation(connection, before, order, number, now, anew=False)
        case OrderConfirmed():
            _owe_confirmation(connection, before, order, number, now, anew=True)
        case OrderFinished():
            _owe_confirmation(connection, before, order, number, now, anew=not is_left(newest(before, Kind.CONFIRM)))
            _owe(connection, before, order, handing_over(order.said), number, now)
        case OrderDelivered():
            _owe(connection, before, order, Kind.DELIVER, number, now)
        case OrderRejected(details):
            owed.withdraw_queued(connection, before.id, now, [Kind.CONFIRM, Kind.DISPATCH, Kind.DELIVER])
            _owe(connection, before, order, Kind.REJECT, number, now, details)
        case _:
            pass


def _owe_confirmation(
    connection: Connection, before: Laid, order: Order, number: int, now: datetime, *, anew: bool
) -> None:
    """Owe the confirmation once; `anew` also where an earlier one was in vain.

    A platform that did not take that the order is here may take nothing after it, so that is said again first.
    """
    if proves(order.said.status, Kind.CONFIRM):
        return
    said = newest(before, Kind.CONFIRM)
    if said is None or (anew and said.state in IN_VAIN):
        if said is not None and not proves(order.said.status, Kind.INTEGRATE):
            _owe(connection, before, order, Kind.INTEGRATE, number, now)
        _owe(connection, before, order, Kind.CONFIRM, number, now)


def _owe(
    connection: Connection, before: Laid, order: Order, kind: Kind, number: int, now: datetime, reason: str = ""
) -> None:
    said = order.said
    owed.add(
        connection, before.id, Command(kind, said.account, said.ref, said.flow, (), reason), now, fact_number=number
    )

"""The messages owed to platforms, each with its key."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from picker_app.domain.cart import Command, Kind
from picker_app.store import codec
from picker_app.store.schema import deliveries, owed


def add(
    connection: Connection,
    order_id: int,
    command: Command,
    at: datetime,
    *,
    fact_number: int | None = None,
    not_before: datetime | None = None,
) -> int:
    """Owe a platform a message; returns its id. `not_before` lets a check gather more changes."""
    row = {
        "key": str(uuid.uuid4()),
        "account": command.account,
        "order_id": order_id,
        "kind": command.kind.value,
        "command": codec.dump_command(command),
        "fact_number": fact_number,
        "created_at": at,
        "not_before": not_before,
    }
    number: int = connection.execute(insert(owed).returning(owed.c.id), row).scalar_one()
    return number


def withdraw_queued(connection: Connection, order_id: int, at: datetime, kinds: Sequence[Kind]) -> int:
    """Withdraw the order's messages of these kinds that have not begun to be sent; returns how many."""
    begun = select(deliveries.c.owed_id).where(deliveries.c.state != "queued")
    return connection.execute(
        update(owed)
        .where(owed.c.order_id == order_id, owed.c.withdrawn_at.is_(None))
        .where(owed.c.kind.in_([kind.value for kind in kinds]), owed.c.id.not_in(begun))
        .values(withdrawn_at=at)
    ).rowcount

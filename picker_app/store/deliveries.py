"""What became of each message that was owed to a platform."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from picker_app.domain.cart import Command, Kind
from picker_app.domain.said import OPEN, Status
from picker_app.store import codec
from picker_app.store.schema import deliveries, orders, owed


class State(StrEnum):
    """The states of a message (delivery_hero.md section 9)."""

    QUEUED = "queued"
    SENDING = "sending"
    ACCEPTED = "accepted"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Delivery:
    """How far a message has come.

    `sends` counts the sends that the platform may have carried out, `reads` the read-backs since the last of them,
    `failures` the sends in a row that were certainly not carried out. `next_at` is when it is looked at again. A
    refused one that has not ended still waits for its read-back. `told_at` is when it was first told, by the platform's
    clock where that is known. `lines` are those that the refusal names.
    """

    state: State = State.QUEUED
    body: bytes | None = None
    sends: int = 0
    reads: int = 0
    failures: int = 0
    first_sent_at: datetime | None = None
    sent_at: datetime | None = None
    next_at: datetime | None = None
    accepted_at: datetime | None = None
    ended_at: datetime | None = None
    told_at: datetime | None = None
    open_seen_at: datetime | None = None
    missing_since: datetime | None = None
    unlearned: bool = False
    error: str = ""
    http_status: int | None = None
    words: str = ""
    lines: tuple[str, ...] = ()
    total: str = ""
    note: str = ""
    details: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """A message owed, with how far it has come. `key` is the one name it has for ever."""

    owed_id: int
    order_id: int
    account: str
    kind: Kind
    command: Command
    created_at: datetime
    not_before: datetime | None
    delivery: Delivery
    key: str = ""

    @property
    def open(self) -> bool:
        """Say whether anything is still to be done for it."""
        return self.delivery.ended_at is None


@dataclass(frozen=True, slots=True)
class Backlog:
    """The messages of an account that have not reached their platform: how many, and since when the oldest waits."""

    account: str
    waiting: int
    oldest: datetime | None


_NAMES = tuple(Delivery.__dataclass_fields__)

# Asked at every change; to build a question anew costs many times what its answer does.
_OF_ORDER = (
    select(owed, deliveries)
    .select_from(owed.outerjoin(deliveries))
    .where(owed.c.order_id == bindparam("order_id"), owed.c.withdrawn_at.is_(None))
    .order_by(owed.c.id)
)
_OPEN_ORDERS = (
    select(owed.c.order_id, owed.c.account)
    .select_from(owed.outerjoin(deliveries))
    .where(owed.c.withdrawn_at.is_(None), deliveries.c.ended_at.is_(None))
    .where(owed.c.account.in_(bindparam("accounts", expanding=True)))
    .group_by(owed.c.order_id, owed.c.account)
    .order_by(func.min(owed.c.id))
)
_OPEN_OF_THESE = _OPEN_ORDERS.where(owed.c.order_id.in_(bindparam("ids", expanding=True)))
_BACKLOG = (
    select(owed.c.account, func.count().label("waiting"), func.min(owed.c.created_at).label("oldest"))
    .select_from(owed.outerjoin(deliveries))
    .where(owed.c.withdrawn_at.is_(None), deliveries.c.ended_at.is_(None), owed.c.kind != Kind.CHECK.value)
    .where(deliveries.c.state.is_(None) | deliveries.c.state.in_([State.QUEUED, State.SENDING, State.UNCERTAIN]))
    .group_by(owed.c.account)
)


def of_order(connection: Connection, order_id: int) -> list[Job]:
    """Return the order's messages that were not withdrawn, oldest first."""
    return [_job(row) for row in connection.execute(_OF_ORDER, {"order_id": order_id})]


def open_orders(
    connection: Connection, accounts: Collection[str], ids: Collection[int] | None = None
) -> list[tuple[int, str]]:
    """Return (order id, account) of the orders, of all or of these, for which something is still to be done."""
    if ids is None:
        rows = connection.execute(_OPEN_ORDERS, {"accounts": list(accounts)})
    else:
        rows = connection.execute(_OPEN_OF_THESE, {"accounts": list(accounts), "ids": list(ids)})
    return [(row.order_id, row.account) for row in rows]


def backlog(connection: Connection) -> list[Backlog]:
    """Count, for each account, the finished and cancelled orders of which it is not sure that the platform knows.

    Cart checks are questions, not changes: they do not count.
    """
    return [Backlog(row.account, row.waiting, row.oldest) for row in connection.execute(_BACKLOG)]


def begin(connection: Connection, job: Job, sending: Delivery) -> bool:
    """Store the bytes of a message that is about to be sent for the first time.

    Returns False, and stores nothing, if it was withdrawn meanwhile or its order is not open at the platform; that
    an order was delivered is told when it is on its way, too.
    """
    takes = [*OPEN, Status.DISPATCHED] if job.kind is Kind.DELIVER else OPEN
    still = connection.scalar(
        select(owed.c.id)
        .select_from(owed.join(orders, orders.c.id == owed.c.order_id))
        .where(owed.c.id == job.owed_id, owed.c.withdrawn_at.is_(None))
        .where(orders.c.status.in_([status.value for status in takes]))
    )
    if still is None:
        return False
    save(connection, job.owed_id, sending)
    return True


def get(connection: Connection, owed_id: int) -> Delivery:
    """Return how far a message has come; a message without a row is queued."""
    row = connection.execute(select(deliveries).where(deliveries.c.owed_id == owed_id)).first()
    return Delivery() if row is None else _delivery(row)


def order_of(connection: Connection, owed_id: int) -> int:
    """Return the order of a message, 0 if there is no such message."""
    return connection.scalar(select(owed.c.order_id).where(owed.c.id == owed_id)) or 0


def save(connection: Connection, owed_id: int, delivery: Delivery) -> None:
    """Write how far a message has come."""
    values: dict[str, Any] = {name: getattr(delivery, name) for name in _NAMES}
    values["state"] = delivery.state.value
    values["lines"] = json.dumps(list(delivery.lines))
    if not connection.execute(update(deliveries).where(deliveries.c.owed_id == owed_id).values(values)).rowcount:
        connection.execute(insert(deliveries), {"owed_id": owed_id, **values})


def learned(connection: Connection, order_id: int) -> None:
    """Write that the order was read back: the platform's ids for the lines that had none are known, if it has any."""
    of_order = select(owed.c.id).where(owed.c.order_id == order_id)
    connection.execute(
        update(deliveries).where(deliveries.c.owed_id.in_(of_order), deliveries.c.unlearned).values(unlearned=False)
    )


def _job(row: Row[Any]) -> Job:
    return Job(
        owed_id=row.id,
        order_id=row.order_id,
        account=row.account,
        kind=Kind(row.kind),
        command=codec.load_command(row.command),
        created_at=row.created_at,
        not_before=row.not_before,
        delivery=Delivery() if row.state is None else _delivery(row),
        key=row.key,
    )


def _delivery(row: Row[Any]) -> Delivery:
    values = {name: getattr(row, name) for name in _NAMES}
    values["state"] = State(row.state)
    values["lines"] = tuple(json.loads(row.lines))
    return Delivery(**values)

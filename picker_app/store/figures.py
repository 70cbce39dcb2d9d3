"""The database in figures, for whoever helps the shop: version, counts, states, incidents; no words of a customer."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Connection, func, inspect, select, text
from sqlalchemy.exc import SQLAlchemyError

from picker_app.domain.said import Customer
from picker_app.store import codec
from picker_app.store.database import Database, NotSaved, sentence
from picker_app.store.schema import deliveries, incoming, metadata, orders, owed, scans, shop_calls, watermarks

_STATES: tuple[tuple[str, Column[str], Column[str]], ...] = (
    ("incoming", incoming.c.kind, incoming.c.state),
    ("orders", orders.c.status, orders.c.ended_by),
    ("scans", scans.c.outcome, scans.c.reason),
    ("deliveries", deliveries.c.state, deliveries.c.error),
    ("shop_calls", shop_calls.c.state, shop_calls.c.error),
)


@dataclass(frozen=True, slots=True)
class Noted:
    """An incident by its code alone: what a message said may tell of a person."""

    at: datetime
    account: str
    code: str
    status: str
    order_id: int | None


@dataclass(frozen=True, slots=True)
class Owed:
    """A message owed to a platform and how far it has come; no body, and none of the platform's words."""

    key: str
    account: str
    order: str
    kind: str
    state: str
    created_at: datetime
    sent_at: datetime | None
    next_at: datetime | None
    ended_at: datetime | None
    withdrawn_at: datetime | None
    sends: int
    reads: int
    failures: int
    error: str
    http_status: int | None
    note: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that is told of a database; `customers` only so that they can be covered elsewhere.

    `rows` by table; `states` by table, then by "state reason"; `read_until` by list and catalogue.
    """

    version: str
    rows: dict[str, int]
    states: dict[str, dict[str, int]]
    read_until: dict[str, datetime]
    incidents: tuple[Noted, ...]
    outbox: tuple[Owed, ...]
    customers: tuple[Customer, ...]


def of(database: Database, limit: int) -> Figures | str:
    """Read the figures, with `limit` incidents and messages at most, the newest; a sentence if that is not possible.

    The database need not be open for writing, nor have the newest schema.
    """
    try:
        return database.read(lambda connection: _figures(connection, limit)).result()
    except NotSaved as error:
        return str(error)
    except SQLAlchemyError as error:
        return sentence(error)


def _figures(connection: Connection, limit: int) -> Figures:
    return Figures(
        version=str(connection.scalar(text("SELECT version_num FROM alembic_version")) or ""),
        rows=_rows(connection),
        states=_all_states(connection),
        read_until={row.name: row.until for row in connection.execute(select(watermarks).order_by(watermarks.c.name))},
        incidents=_incidents(connection, limit),
        outbox=_outbox(connection, limit),
        customers=customers(connection),
    )


def _rows(connection: Connection) -> dict[str, int]:
    there = set(inspect(connection).get_table_names())
    return {
        name: connection.scalar(select(func.count()).select_from(table)) or 0
        for name, table in metadata.tables.items()
        if name in there
    }


def _all_states(connection: Connection) -> dict[str, dict[str, int]]:
    return {
        name: {
            f"{state} {reason}".strip(): count
            for state, reason, count in connection.execute(
                select(column, other, func.count()).group_by(column, other).order_by(column, other)
            )
        }
        for name, column, other in _STATES
    }


def _incidents(connection: Connection, limit: int) -> tuple[Noted, ...]:
    query = select(incoming).where(incoming.c.note != "").order_by(incoming.c.id.desc()).limit(limit)
    return tuple(
        Noted(row.received_at, row.account, row.note, row.status, row.order_id) for row in connection.execute(query)
    )


def _outbox(connection: Connection, limit: int) -> tuple[Owed, ...]:
    query = (
        select(
            owed.c.key,
            owed.c.account,
            orders.c.code,
            owed.c.kind,
            owed.c.created_at,
            owed.c.withdrawn_at,
            deliveries,
        )
        .join(orders, orders.c.id == owed.c.order_id)
        .outerjoin(deliveries, deliveries.c.owed_id == owed.c.id)
        .order_by(owed.c.id.desc())
        .limit(limit)
    )
    return tuple(
        Owed(
            key=row.key,
            account=row.account,
            order=row.code,
            kind=row.kind,
            state=row.state or "queued",
            created_at=row.created_at,
            sent_at=row.sent_at,
            next_at=row.next_at,
            ended_at=row.ended_at,
            withdrawn_at=row.withdrawn_at,
            sends=row.sends or 0,
            reads=row.reads or 0,
            failures=row.failures or 0,
            error=row.error or "",
            http_status=row.http_status,
            note=row.note or "",
        )
        for row in connection.execute(query)
    )


def customers(connection: Connection, newest: int | None = None) -> tuple[Customer, ...]:
    """Return everyone of whom the orders still tell, or the newest of them: to cover them in logs."""
    query = select(orders.c.said).where(orders.c.said.not_like('%"customer":null%'))
    said = connection.scalars(query.order_by(orders.c.id.desc()).limit(newest)).all()
    found = (codec.load_said(text).customer for text in said)
    return tuple(customer for customer in found if customer is not None)

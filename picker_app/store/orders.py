"""What the platforms said of their orders, one row each, as the events left it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from picker_app.domain.said import SaidOrder, Status
from picker_app.store import codec
from picker_app.store.schema import orders

OPEN = (Status.RECEIVED, Status.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Known:
    """An order as it is known. `flags` are (line key, "new" | "gone" | "changed") for the picker."""

    id: int
    said: SaidOrder
    ours: bool
    ended_by: str
    flags: tuple[tuple[str, str], ...]
    closed_at: datetime | None


def find(connection: Connection, account: str, ref: str) -> Known | None:
    """Return the order of that id at its platform, None if it was never heard of."""
    return _known(connection.execute(select(orders).where(orders.c.account == account, orders.c.ref == ref)).first())


def get(connection: Connection, order_id: int) -> Known | None:
    """Return the order of that running number, None if there is none."""
    return _known(connection.execute(select(orders).where(orders.c.id == order_id)).first())


def add(connection: Connection, said: SaidOrder, at: datetime, *, ours: bool) -> int:
    """Add an order at its first sight; returns its id. Not `ours`: it was not picked here."""
    row = {
        **_said(said, at),
        "account": said.account,
        "ref": said.ref,
        "ours": ours,
        "first_seen_at": at,
        "closed_at": None if said.status in OPEN else at,
    }
    number: int = connection.execute(insert(orders).returning(orders.c.id), row).scalar_one()
    return number


def change(
    connection: Connection,
    known: Known,
    said: SaidOrder,
    at: datetime,
    *,
    ended_by: str = "",
    flags: Iterable[tuple[str, str]] = (),
) -> None:
    """Write what the platform says now; flags are added to the earlier ones, `ended_by` replaces an empty one."""
    told = dict.fromkeys((*known.flags, *flags))
    row = {
        **_said(said, at),
        "ended_by": known.ended_by or ended_by,
        "flags": json.dumps([list(flag) for flag in told]),
        "closed_at": known.closed_at or (None if said.status in OPEN else at),
    }
    connection.execute(update(orders).where(orders.c.id == known.id).values(row))


def open_refs(connection: Connection, account: str, since: datetime) -> list[str]:
    """Return the ids, at the platform, of the account's open orders first seen after `since`, oldest first."""
    return list(
        connection.scalars(
            select(orders.c.ref)
            .where(orders.c.account == account, orders.c.ours, orders.c.first_seen_at > since)
            .where(orders.c.status.in_([status.value for status in OPEN]))
            .order_by(orders.c.id)
        )
    )


def _known(row: Row[Any] | None) -> Known | None:
    if row is None:
        return None
    flags = tuple((key, what) for key, what in json.loads(row.flags))
    return Known(row.id, codec.load_said(row.said), row.ours, row.ended_by, flags, row.closed_at)


def _said(said: SaidOrder, at: datetime) -> dict[str, object]:
    return {
        "code": said.code,
        "status": said.status.value,
        "said": codec.dump_said(said),
        "pick_by": said.pick_by,
        "heard_at": at,
    }

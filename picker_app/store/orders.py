"""What the platforms said of their orders, one row each, as the events left it."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from picker_app.domain.said import OPEN as OPEN
from picker_app.domain.said import SaidOrder
from picker_app.store import codec
from picker_app.store.schema import orders

# As codec writes them; within a text of the customer's the quotation marks are escaped.
_NO_CUSTOMER = '"customer":null'
_A_NOTE = re.compile(r'"note":"[^"]')
_NO_DETAILS = '"details":[]}'
_OPEN_REFS = (
    select(orders.c.ref)
    .where(orders.c.account == bindparam("account"), orders.c.ours, orders.c.first_seen_at > bindparam("since"))
    .where(orders.c.status.in_([status.value for status in OPEN]))
    .order_by(orders.c.id)
)


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
    return list(connection.scalars(_OPEN_REFS, {"account": account, "since": since}))


def to_forget(connection: Connection, before: datetime, after: int, limit: int) -> tuple[list[int], int | None]:
    """Return the ids of orders that still tell of a person, of the next `limit` ones beyond the id `after`.

    They were closed before a time, or never, and nothing was heard of them since. The second part is the id to go on
    after, None at the end.
    """
    query = (
        select(orders.c.id, orders.c.said)
        .where(orders.c.id > after, func.coalesce(orders.c.closed_at, orders.c.heard_at) < before)
        .order_by(orders.c.id)
        .limit(limit)
    )
    rows = connection.execute(query).all()
    ids = [row.id for row in rows if _tells(row.said)]
    return ids, rows[-1].id if len(rows) == limit else None


def forget(connection: Connection, ids: Iterable[int]) -> None:
    """Delete the customer of orders, and the notes and details, in which anything may stand."""
    for order_id in ids:
        known = get(connection, order_id)
        if known is not None:
            lines = tuple(replace(line, note="") for line in known.said.lines)
            said = replace(known.said, customer=None, note="", lines=lines, details=())
            connection.execute(update(orders).where(orders.c.id == order_id).values(said=codec.dump_said(said)))


def _tells(said: str) -> bool:
    """Say whether an order, as it is stored, still tells of a person."""
    # The order's own details are its last field; in what earlier versions wrote there are none.
    detailed = '"confirm_by":' in said and not said.endswith(_NO_DETAILS)
    return _NO_CUSTOMER not in said or _A_NOTE.search(said) is not None or detailed


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

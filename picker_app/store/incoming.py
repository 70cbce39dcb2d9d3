"""Everything that came in at the door, raw and once under its key, with what became of it."""

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, or_, select, update

from picker_app.store.schema import incoming

LONGEST_PAUSE = timedelta(minutes=15)
NEW, DONE, WAITING, INCIDENT = "new", "done", "waiting", "incident"
ORDER, JOB, UNREADABLE = "order", "job", "unreadable"
FORGOTTEN = "deleted after its time"
"""The details of a message whose body was deleted."""
OTHER_BODY = "other_body"
"""The note of an event whose key had come before with other words."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One message as it came. `source` is webhook, list or read; `note` the code of an incident."""

    id: int
    account: str
    kind: str
    source: str
    ref: str
    status: str
    body: bytes
    received_at: datetime
    state: str
    tries: int = 0
    note: str = ""
    order_id: int | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A message to keep. `key` is the same for the same event, however often and by whichever way it comes."""

    account: str
    key: str
    body: bytes
    source: str = "webhook"
    kind: str = ORDER
    ref: str = ""
    status: str = ""
    state: str = NEW
    note: str = ""
    details: str = ""


def digest(body: bytes) -> str:
    """Return the SHA-256 of a body in hexadecimal: the key of what has no other."""
    return hashlib.sha256(body).hexdigest()


def keep(
    connection: Connection, message: Message, at: datetime, same: Callable[[bytes, bytes], bool] = bytes.__eq__
) -> int | None:
    """Keep a message; returns the id of its row, None where it had come before.

    A key that came before with other words (`same` says no) is kept once more under a key of its own; between two
    webhooks it carries the note OTHER_BODY (delivery_hero.md section 4, "Same key, other body").
    """
    known = connection.execute(_by_key(message.account, message.key)).first()
    key, note = message.key, message.note
    if known is not None:
        # Of a message that was forgotten only the key is left, and the key is the same.
        if not known.body or known.body == message.body or same(known.body, message.body):
            return None
        key = f"{key}#{digest(message.body)[:16]}"
        if connection.execute(_by_key(message.account, key)).first() is not None:
            return None
        if known.source == message.source == "webhook":
            note = OTHER_BODY
    row = {
        "account": message.account,
        "event_key": key,
        "kind": message.kind,
        "source": message.source,
        "ref": message.ref,
        "status": message.status[:60],
        "body": message.body,
        "received_at": at,
        "state": message.state,
        "note": note,
        "details": message.details,
        "done_at": None if message.state == NEW else at,
    }
    number: int = connection.execute(insert(incoming).returning(incoming.c.id), row).scalar_one()
    return number


def fresh(connection: Connection, accounts: Collection[str], limit: int) -> list[Arrival]:
    """Return the oldest events of these accounts that nothing was done with yet, in the order they came."""
    return _arrivals(connection, accounts, select(incoming).where(incoming.c.state == NEW).limit(limit))


def waiting(connection: Connection, accounts: Collection[str], now: datetime, limit: int) -> list[Arrival]:
    """Return the events whose order is still to be completed by reading it, and whose turn it is.

    None is put off for long: one whose turn is far ahead was put off by a clock that has been set back since.
    """
    turn = or_(incoming.c.next_at <= now, incoming.c.next_at > now + LONGEST_PAUSE)
    return _arrivals(
        connection,
        accounts,
        select(incoming).where(incoming.c.state == WAITING, turn).limit(limit),
    )


def next_waiting(connection: Connection, accounts: Collection[str]) -> datetime | None:
    """Return when the next order is to be completed, None if none waits."""
    found: datetime | None = connection.scalar(
        select(func.min(incoming.c.next_at)).where(incoming.c.state == WAITING, incoming.c.account.in_(accounts))
    )
    return found


def settle(
    connection: Connection,
    arrival: int,
    state: str,
    at: datetime,
    *,
    order_id: int | None = None,
    note: str = "",
    details: str = "",
) -> None:
    """Write what became of a message. A waiting one is to be completed at once by reading its order."""
    values: dict[str, Any] = {"state": state, "note": note, "details": details, "done_at": at}
    values["next_at"] = at if state == WAITING else None
    if order_id is not None:
        values["order_id"] = order_id
    connection.execute(update(incoming).where(incoming.c.id == arrival).values(values))


def postpone(connection: Connection, arrival: int, next_at: datetime) -> None:
    """Let a waiting message be completed later, and count the try."""
    values = {"next_at": next_at, "tries": incoming.c.tries + 1}
    connection.execute(update(incoming).where(incoming.c.id == arrival).values(values))


def completed(connection: Connection, arrival: Arrival, at: datetime, note: str = "", details: str = "") -> None:
    """Write that the order of a waiting message was read, or why it cannot be; an earlier incident stays."""
    values: dict[str, Any] = {"state": INCIDENT if arrival.note or note else DONE, "next_at": None, "done_at": at}
    if note and not arrival.note:
        values |= {"note": note, "details": details}
    connection.execute(update(incoming).where(incoming.c.id == arrival.id).values(values))


def to_forget(connection: Connection, before: datetime, after: int, limit: int) -> tuple[list[int], int | None]:
    """Return the ids of up to `limit` messages beyond the id `after` that still have their body and need it no more.

    They came before a time and are settled. The second part is the id to go on after, None at the end.
    """
    query = (
        select(incoming.c.id)
        .where(incoming.c.id > after, incoming.c.received_at < before, func.length(incoming.c.body) > 0)
        .where(incoming.c.state.in_((DONE, INCIDENT)))
        .order_by(incoming.c.id)
        .limit(limit)
    )
    ids = list(connection.scalars(query))
    return ids, ids[-1] if len(ids) == limit else None


def forget(connection: Connection, ids: Collection[int]) -> None:
    """Delete the bodies of messages, and the words about them that may repeat a part of a body."""
    values = {"body": b"", "details": FORGOTTEN}
    connection.execute(update(incoming).where(incoming.c.id.in_(ids)).values(values))


def _by_key(account: str, key: str) -> Select[Any]:
    return select(incoming.c.body, incoming.c.source).where(incoming.c.account == account, incoming.c.event_key == key)


def _arrivals(connection: Connection, accounts: Collection[str], query: Select[Any]) -> list[Arrival]:
    rows = connection.execute(
        query.where(incoming.c.kind == ORDER, incoming.c.account.in_(accounts)).order_by(incoming.c.id)
    )
    return [_arrival(row) for row in rows]


def _arrival(row: Row[Any]) -> Arrival:
    return Arrival(
        id=row.id,
        account=row.account,
        kind=row.kind,
        source=row.source,
        ref=row.ref,
        status=row.status,
        body=row.body,
        received_at=row.received_at,
        state=row.state,
        tries=row.tries,
        note=row.note,
        order_id=row.order_id,
    )

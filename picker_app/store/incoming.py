"""Everything that came in at the door, raw and once under its key, with what became of it."""

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, case, func, insert, or_, select, update

from picker_app.domain.said import Status
from picker_app.store.schema import incoming

LONGEST_PAUSE = timedelta(minutes=15)
NEW, DONE, WAITING, INCIDENT = "new", "done", "waiting", "incident"
ORDER, JOB, UNREADABLE, EVENT = "order", "job", "unreadable", "event"
OWED, ACKNOWLEDGED, REFUSED = "owed", "done", "refused"
"""Whether a polled event is to be acknowledged, was, or must not be any more."""
FORGOTTEN = "deleted after its time"
"""The details of a message whose body was deleted."""
_EVENTS_AT_ONCE = 500
OTHER_BODY = "other_body"
"""The note of an event whose key had come before with other words."""

# Asked at every turn; to build a question anew costs many times what its answer does.
_OF_ACCOUNTS = select(incoming).where(
    incoming.c.kind == ORDER, incoming.c.account.in_(bindparam("accounts", expanding=True))
)
_FRESH = _OF_ACCOUNTS.where(incoming.c.state == NEW).order_by(incoming.c.id).limit(bindparam("most"))
_EVENTS = select(incoming).where(incoming.c.account == bindparam("account"), incoming.c.kind == EVENT)
_TURN = or_(incoming.c.next_at <= bindparam("now"), incoming.c.next_at > bindparam("too_far"))
_WAITING = _OF_ACCOUNTS.where(incoming.c.state == WAITING, _TURN).order_by(incoming.c.id).limit(bindparam("most"))
_NEXT_WAITING = select(func.min(incoming.c.next_at)).where(
    incoming.c.state == WAITING, incoming.c.account.in_(bindparam("accounts", expanding=True))
)
_EVENTS_TO_DO = (
    _EVENTS.where(or_(incoming.c.state == NEW, (incoming.c.state == WAITING) & _TURN))
    .order_by(incoming.c.id)
    .limit(_EVENTS_AT_ONCE)
)
_NEXT_EVENT = select(func.min(incoming.c.next_at)).where(
    incoming.c.account == bindparam("account"), incoming.c.kind == EVENT, incoming.c.state == WAITING
)
_TO_ACKNOWLEDGE = (
    select(incoming.c.id, incoming.c.ack_id)
    .where(incoming.c.account == bindparam("account"), incoming.c.ack == OWED)
    .order_by(incoming.c.id)
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One message as it came. `source` is webhook, list, read or poll; `note` the code of an incident.

    A polled event has the status it means in `meaning`, the platform's own word in `status`, and when that happened
    in `told_at`.
    """

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
    meaning: Status = Status.UNKNOWN
    told_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A message to keep. `key` is the same for the same event, however often and by whichever way it comes.

    `meaning`, `told_at` and `ack_id` are those of a polled event.
    """

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
    meaning: Status | None = None
    told_at: datetime | None = None
    ack_id: str = ""


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
        "meaning": message.meaning.value if message.meaning else None,
        "told_at": message.told_at,
        "ack_id": message.ack_id or None,
    }
    number: int = connection.execute(insert(incoming).returning(incoming.c.id), row).scalar_one()
    return number


def fresh(connection: Connection, accounts: Collection[str], limit: int) -> list[Arrival]:
    """Return the oldest events of these accounts that nothing was done with yet, in the order they came."""
    rows = connection.execute(_FRESH, {"accounts": list(accounts), "most": limit})
    return [_arrival(row) for row in rows]


def waiting(connection: Connection, accounts: Collection[str], now: datetime, limit: int) -> list[Arrival]:
    """Return the events whose order is still to be completed by reading it, and whose turn it is.

    None is put off for long: one whose turn is far ahead was put off by a clock that has been set back since.
    """
    asked = {"accounts": list(accounts), "now": now, "too_far": now + LONGEST_PAUSE, "most": limit}
    return [_arrival(row) for row in connection.execute(_WAITING, asked)]


def next_waiting(connection: Connection, accounts: Collection[str]) -> datetime | None:
    """Return when the next order is to be completed, None if none waits."""
    found: datetime | None = connection.scalar(_NEXT_WAITING, {"accounts": list(accounts)})
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
        meaning=Status(row.meaning) if row.meaning else Status.UNKNOWN,
        told_at=row.told_at,
    )


# Polled events.


def keep_event(connection: Connection, message: Message, at: datetime) -> None:
    """Keep a polled event once under its key; a known one whose work is done is to be acknowledged again."""
    if keep(connection, message, at, lambda known, now: True) is None:
        connection.execute(
            update(incoming)
            .where(incoming.c.account == message.account, incoming.c.event_key == message.key)
            .where(incoming.c.ack == ACKNOWLEDGED)
            .values(ack=OWED)
        )


def events_to_do(connection: Connection, account: str, now: datetime, longest: timedelta) -> list[Arrival]:
    """Return an account's polled events that are new, or whose order is to be read again by now; the oldest first.

    None is put off for longer than `longest`: one whose turn is farther ahead was put off by a clock set back since.
    """
    rows = connection.execute(_EVENTS_TO_DO, {"account": account, "now": now, "too_far": now + longest})
    return [_arrival(row) for row in rows]


def events_of(connection: Connection, account: str, ref: str, without: Collection[str]) -> list[Arrival]:
    """Return the events of an order that are not done, oldest first, also those given up, but for some notes."""
    rows = connection.execute(
        select(incoming)
        .where(incoming.c.account == account, incoming.c.kind == EVENT, incoming.c.ref == ref)
        .where(incoming.c.state != DONE, incoming.c.order_id.is_(None), incoming.c.note.not_in(without))
        .order_by(incoming.c.id)
    )
    return [_arrival(row) for row in rows]


def next_event(connection: Connection, account: str) -> datetime | None:
    """Return when the next order of a waiting event is to be read, None if none waits."""
    found: datetime | None = connection.scalar(_NEXT_EVENT, {"account": account})
    return found


def event_done(
    connection: Connection, event: Arrival, at: datetime, order_id: int | None, note: str = "", details: str = ""
) -> None:
    """Write that a polled event is done, with what a person has to know of it: it may be acknowledged now."""
    settle(connection, event.id, INCIDENT if note else DONE, at, order_id=order_id, note=note, details=details)
    connection.execute(
        update(incoming).where(incoming.c.id == event.id, incoming.c.ack_id.is_not(None)).values(ack=OWED)
    )


def event_waits(
    connection: Connection, event: Arrival, next_at: datetime | None, note: str, details: str, at: datetime
) -> None:
    """Write that the order of a polled event could not be read; without `next_at` it is not tried again by itself."""
    state = INCIDENT if next_at is None else WAITING
    values = {"state": state, "next_at": next_at, "tries": incoming.c.tries + 1, "note": note, "details": details}
    connection.execute(update(incoming).where(incoming.c.id == event.id).values(done_at=at, **values))


def event_left(connection: Connection, event: Arrival, at: datetime, note: str, details: str) -> None:
    """Write that a polled event is none of ours: it must never be acknowledged."""
    settle(connection, event.id, INCIDENT if note else DONE, at, note=note, details=details)
    connection.execute(update(incoming).where(incoming.c.id == event.id).values(ack=REFUSED))


def is_left(connection: Connection, account: str, ref: str) -> bool:
    """Say whether an event of an order was left as none of ours."""
    query = select(incoming.c.id).where(incoming.c.account == account, incoming.c.ref == ref)
    return connection.scalar(query.where(incoming.c.ack == REFUSED, incoming.c.order_id.is_(None)).limit(1)) is not None


def is_word_known(connection: Connection, account: str, note: str, status: str) -> bool:
    """Say whether a polled event with that word was worked on before, or carries this note."""
    query = select(incoming.c.id).where(incoming.c.account == account, incoming.c.kind == EVENT)
    query = query.where(incoming.c.status == status[:60], or_(incoming.c.note == note, incoming.c.state == DONE))
    return connection.scalar(query.limit(1)) is not None


def is_noted(connection: Connection, account: str, note: str, ref: str) -> bool:
    """Say whether an account's event of that order carries a note."""
    query = select(incoming.c.id).where(incoming.c.account == account, incoming.c.note == note, incoming.c.ref == ref)
    return connection.scalar(query.limit(1)) is not None


def try_again(connection: Connection, account: str, notes: Collection[str], at: datetime) -> int:
    """Let the orders of events with one of these notes be read once more; returns how many."""
    return connection.execute(
        update(incoming)
        .where(incoming.c.account == account, incoming.c.kind == EVENT, incoming.c.order_id.is_(None))
        .where(incoming.c.note.in_(notes), incoming.c.state.in_((INCIDENT, WAITING)))
        .values(state=WAITING, next_at=at)
    ).rowcount


def dismiss(connection: Connection, arrival: int, at: datetime) -> bool:
    """Take a message that a person has seen to as done, with the events of the same order that wait with it.

    They may be acknowledged then, but for those that must not be. False if the message is no incident.
    """
    row = connection.execute(select(incoming).where(incoming.c.id == arrival, incoming.c.note != "")).first()
    if row is None:
        return False
    with_it = (incoming.c.account == row.account) & (incoming.c.ref == row.ref) & (incoming.c.kind == EVENT)
    undone = with_it & incoming.c.order_id.is_(None) & (incoming.c.state != DONE) & (incoming.c.ref != "")
    query = update(incoming).where(or_(incoming.c.id == arrival, undone))
    never = incoming.c.ack_id.is_not(None) & incoming.c.ack.is_(None)
    values: dict[str, Any] = {"state": DONE, "note": "", "next_at": None, "done_at": at}
    values["ack"] = case((never, OWED), else_=incoming.c.ack)
    connection.execute(query.values(values))
    return True


def see_to(connection: Connection, arrival: int) -> bool:
    """Take what is noted of a message as seen to; what the program still does with it goes on.

    False if the message is no incident.
    """
    state = case((incoming.c.state == INCIDENT, DONE), else_=incoming.c.state)
    query = update(incoming).where(incoming.c.id == arrival, incoming.c.note != "").values(note="", state=state)
    return connection.execute(query).rowcount > 0


def account_of(connection: Connection, arrival: int) -> str:
    """Return the account of a message, "" if there is no such message."""
    return connection.scalar(select(incoming.c.account).where(incoming.c.id == arrival)) or ""


def note_of(connection: Connection, arrival: int) -> str:
    """Return what is noted of a message, "" for nothing."""
    return connection.scalar(select(incoming.c.note).where(incoming.c.id == arrival)) or ""


def to_acknowledge(connection: Connection, account: str, limit: int) -> list[tuple[int, str]]:
    """Return (row, id) of the account's events that are to be acknowledged, the oldest first."""
    rows = connection.execute(_TO_ACKNOWLEDGE, {"account": account, "most": limit})
    return [(row.id, row.ack_id) for row in rows]


def acknowledged(connection: Connection, ids: Collection[int]) -> None:
    """Write that the platform took these acknowledgments."""
    connection.execute(update(incoming).where(incoming.c.id.in_(ids)).values(ack=ACKNOWLEDGED))


def not_acknowledged(connection: Connection, arrival: int, note: str, details: str) -> None:
    """Write that the platform refused an acknowledgment: it is not sent again, and a person has to know."""
    values = {"ack": REFUSED, "note": note, "details": details, "state": INCIDENT}
    connection.execute(update(incoming).where(incoming.c.id == arrival).values(values))

"""Read-only views for the desk and the screens: what was said, done and sent, laid over one another."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import Connection, bindparam, or_, select

from picker_app.domain.cart import Kind
from picker_app.domain.ladder import proves
from picker_app.domain.order import Order, extended, fold
from picker_app.domain.said import OPEN as OPEN_STATUSES
from picker_app.domain.said import Status
from picker_app.store import codec, picks
from picker_app.store.products import Product, with_skus
from picker_app.store.schema import barcodes, deliveries, incoming, orders, owed, products, tied_codes

OPEN = tuple(status.value for status in OPEN_STATUSES)

# Asked for at every act of the desk; to build a question anew costs many times what its answer does.
_SAID = select(orders).where(orders.c.id == bindparam("order_id"))
_MESSAGES = (
    select(owed, deliveries)
    .outerjoin(deliveries, deliveries.c.owed_id == owed.c.id)
    .where(owed.c.order_id == bindparam("order_id"), owed.c.withdrawn_at.is_(None))
    .order_by(owed.c.id)
)
_SHOWN = (
    select(orders.c.id)
    .where(or_(orders.c.status.in_(OPEN), orders.c.closed_at >= bindparam("since")))
    .order_by(orders.c.id)
)
_NOTED_EVENTS = (
    select(incoming)
    .where(incoming.c.note != "", incoming.c.received_at >= bindparam("since"))
    .order_by(incoming.c.id.desc())
)
_LATER = owed.alias("later")
_NOTED_MESSAGES = (
    select(owed, deliveries.c.note, deliveries.c.details, orders.c.status)
    .select_from(owed.join(deliveries).join(orders))
    .where(deliveries.c.note != "", owed.c.created_at >= bindparam("since"))
    .where(
        ~select(_LATER.c.id)
        .where(_LATER.c.order_id == owed.c.order_id, _LATER.c.id > owed.c.id)
        .where(_LATER.c.withdrawn_at.is_(None), _LATER.c.kind.in_([owed.c.kind, Kind.REJECT.value]))
        .exists()
    )
)


@dataclass(frozen=True, slots=True)
class Message:
    """A message owed to a platform and what became of it; `fact_number` is the newest fact that it tells of.

    `command` is the domain's Command as it is stored.
    `state` is queued, sending, accepted, confirmed, refused, uncertain or dropped. `lines` are the SKUs or line ids
    that the platform's words name.
    """

    owed_id: int
    kind: Kind
    command: str
    fact_number: int
    created_at: datetime
    not_before: datetime | None
    state: str
    sends: int
    first_sent_at: datetime | None
    accepted_at: datetime | None
    ended_at: datetime | None
    next_at: datetime | None
    error: str
    words: str
    lines: tuple[str, ...]
    total: Decimal | None
    note: str
    details: str


@dataclass(frozen=True, slots=True)
class Laid:
    """One order: the domain's order with its facts, how it ended, and the messages that were not withdrawn.

    `said_text` is what the platform said as it is stored; `acts` are the running numbers of all facts.
    """

    id: int
    order: Order
    said_text: str
    ours: bool
    ended_by: str
    flags: tuple[tuple[str, str], ...]
    pick_by: datetime | None
    first_seen_at: datetime
    closed_at: datetime | None
    newest_fact: int
    acts: tuple[int, ...]
    messages: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """A kept event or message that a person has to know of."""

    key: str
    at: datetime
    account: str
    code: str
    details: str
    order_id: int | None


def laid(connection: Connection, order_id: int, known: Laid | None = None) -> Laid | None:
    """Return an order with everything laid over it, None if there is no such order.

    `known` is an earlier answer for this order: what it holds is not worked out again.
    """
    row = connection.execute(_SAID, {"order_id": order_id}).one_or_none()
    if row is None:
        return None
    order, acts = _order(connection, row.id, row.said, known)
    return Laid(
        id=row.id,
        order=order,
        said_text=row.said,
        ours=row.ours,
        ended_by=row.ended_by,
        flags=tuple((str(line), str(kind)) for line, kind in json.loads(row.flags)),
        pick_by=row.pick_by,
        first_seen_at=row.first_seen_at,
        closed_at=row.closed_at,
        newest_fact=acts[-1] if acts else 0,
        acts=acts,
        messages=_messages(connection, order_id),
    )


def _order(connection: Connection, order_id: int, said_text: str, known: Laid | None) -> tuple[Order, tuple[int, ...]]:
    if known is not None and known.said_text == said_text:
        newer = picks.of_order(connection, order_id, known.newest_fact)
        order = extended(known.order, newer)
        if order is not None:
            return order, (*known.acts, *(number for number, _ in newer))
    facts = picks.of_order(connection, order_id)
    return fold(codec.load_said(said_text), facts), tuple(number for number, _ in facts)


def _messages(connection: Connection, order_id: int) -> tuple[Message, ...]:
    return tuple(
        Message(
            owed_id=row.id,
            kind=Kind(row.kind),
            command=row.command,
            fact_number=row.fact_number or 0,
            created_at=row.created_at,
            not_before=row.not_before,
            state=row.state or "queued",
            sends=row.sends or 0,
            first_sent_at=row.first_sent_at,
            accepted_at=row.accepted_at,
            ended_at=row.ended_at,
            next_at=row.next_at,
            error=row.error or "",
            words=row.words or "",
            lines=tuple(json.loads(row.lines or "[]")),
            total=Decimal(row.total) if row.total else None,
            note=row.note or "",
            details=row.details or "",
        )
        for row in connection.execute(_MESSAGES, {"order_id": order_id})
    )


def shown_ids(connection: Connection, since: datetime) -> list[int]:
    """Return the ids of the orders that the inbox shows: open ones, and those closed since a time."""
    return [row.id for row in connection.execute(_SHOWN, {"since": since})]


def incidents(connection: Connection, since: datetime) -> tuple[Incident, ...]:
    """Return what went wrong since a time, newest first.

    What was noted of a message is over once the same was said anew, an event proved it after all, or its order was
    handed to the platform's desk.
    """
    found = [
        Incident(f"in-{row.id}", row.received_at, row.account, row.note, row.details, row.order_id)
        for row in connection.execute(_NOTED_EVENTS, {"since": since})
    ]
    found += [
        Incident(f"out-{row.id}", row.created_at, row.account, row.note, row.details, row.order_id)
        for row in connection.execute(_NOTED_MESSAGES, {"since": since})
        if not proves(Status(row.status), Kind(row.kind))
    ]
    return tuple(sorted(found, key=lambda incident: incident.at, reverse=True))


def skus(connection: Connection, codes: Sequence[str], account: str | None = None) -> list[str]:
    """Return the SKUs of the catalogue that have one of these codes: barcode forms, codes tied to it, or the SKU."""
    by_code = select(barcodes.c.sku).where(barcodes.c.form.in_(codes))
    by_tie = select(tied_codes.c.sku).where(tied_codes.c.form.in_(codes))
    by_sku = select(products.c.sku).where(products.c.sku.in_(codes))
    if account is not None:
        by_code = by_code.where(barcodes.c.account == account)
        by_tie = by_tie.where(tied_codes.c.account == account)
        by_sku = by_sku.where(products.c.account == account)
    return [row.sku for row in connection.execute(by_code.union(by_tie, by_sku))]


def product(connection: Connection, account: str, skus: Sequence[str]) -> Product | None:
    """Return the first of these products in an account's catalogue, active ones before others."""
    return next(iter(with_skus(connection, account, skus)), None)


def name_of(connection: Connection, codes: Sequence[str]) -> str:
    """Return the name of the product that has one of these codes, in whichever account's catalogue; "" for none."""
    found = select(products.c.name).where(products.c.sku.in_(skus(connection, codes)))
    return connection.scalar(found.order_by(products.c.active.desc(), products.c.id).limit(1)) or ""

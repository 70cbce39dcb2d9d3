"""Applies polled events to their order: the order, what it owes and what became of the events, in one transaction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from picker_app.domain import ladder
from picker_app.domain.cart import Command, Kind
from picker_app.domain.quantity import Bounds
from picker_app.domain.said import OPEN, SaidOrder, Status
from picker_app.domain.status import Effect, Received
from picker_app.intake import order_reads
from picker_app.platforms.port import Heard, Unreadable
from picker_app.store import incoming, orders, owed, under_way
from picker_app.store.database import Connection
from picker_app.store.incoming import Arrival, Message

UNKNOWN_EVENT = "unknown_event"
FOREIGN = "foreign_store"
CLOCKS_APART = timedelta(seconds=2)
"""How exact the times are when it is asked whether an event is younger than a rejection."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What is agreed for an account: whether orders are confirmed by themselves, and within how many minutes.

    `quantities`: its platform can be told of other amounts than were ordered. `back` brings an order that was handed
    to the platform's desk back to ours, in the transaction that it is given.
    """

    account: str
    auto_confirm: bool
    confirm_minutes: int
    quantities: bool
    back: Callable[[Connection, int], None]


@dataclass(frozen=True, slots=True)
class Taken:
    """What events came to: the order's id (None for no order), the effects, and whether a person has to know."""

    order_id: int | None
    effects: tuple[Effect, ...] = ()
    noted: bool = False


def take_in(
    connection: Connection,
    terms: Terms,
    events: Sequence[Arrival],
    heard: Heard | None,
    now: datetime,
    ahead: timedelta,
) -> Taken | None:
    """Apply the events of one order, oldest first, and settle them; None if the order must be read before.

    `heard` is the order as it was just read. `ahead` is how far the platform's clock is ahead of ours. Nothing is
    written where None is returned (ifood_pos.md section 4).
    """
    known = orders.find(connection, terms.account, events[0].ref) if events[0].ref else None
    if known is None and heard is None and events[0].ref:
        return None
    if known is None and heard is not None and FOREIGN in heard.said.notices:
        return leave_alone(connection, terms, events, now)
    if heard is not None:
        _keep_raw(connection, terms.account, heard, now)
    effects: list[Effect] = []
    noted, order_id = False, known.id if known else None
    if known is None and heard is not None:
        first = max(events, key=lambda event: _height(event.meaning))
        received = ladder.first_sight(_prepared(heard.said, terms), first.meaning, first.status, first.told_at)
        received = replace(received, said=_with_clock(received.said, terms, now))
        order_id = _add(connection, terms, received, now)
        effects.append(received.effect)
    for event in events:
        known = orders.get(connection, order_id) if order_id is not None else None
        notes: list[str] = []
        if known is not None:
            effects.append(_climb(connection, terms, known, event, now, ahead))
        if heard is not None and event is events[0]:
            notes += heard.said.notices
        unknown = event.meaning is Status.UNKNOWN
        if unknown and not incoming.is_word_known(connection, terms.account, UNKNOWN_EVENT, event.status):
            notes.append(UNKNOWN_EVENT)
        noted = noted or bool(notes)
        details = ", ".join([*notes[1:], event.status])
        note = notes[0] if notes else ""
        incoming.event_done(connection, event, now, order_id, note, details if note else "")
    return Taken(order_id, tuple(effects), noted)


def not_read(
    connection: Connection,
    account: str,
    events: Sequence[Arrival],
    verdict: order_reads.Verdict,
    error: Exception,
    now: datetime,
) -> None:
    """Write that the order of these events could not be read; the oldest of them carries the note."""
    if isinstance(error, Unreadable) and error.raw:
        key = f"order|{events[0].ref}|{incoming.digest(error.raw)}"
        state = incoming.DONE
        raw = Message(account, key, error.raw, "read", incoming.UNREADABLE, events[0].ref, state=state)
        incoming.keep(connection, raw, now)
    next_at = None if verdict.after is None else now + timedelta(seconds=verdict.after)
    for event in events:
        others = incoming.is_noted(connection, account, verdict.note, event.ref)
        note = verdict.note if event is events[0] and (not others or event.note == verdict.note) else ""
        if verdict.note == order_reads.WAITS and event.tries and not event.note:
            note = ""  # a person has seen to it; it goes on being tried
        incoming.event_waits(connection, event, next_at, note, f"{event.ref}: {error}" if note else "", now)


def leave_alone(connection: Connection, terms: Terms, events: Sequence[Arrival], now: datetime) -> Taken:
    """Leave an order of a shop that is not configured alone: one incident, never acknowledged, never read again."""
    told = is_left_alone(connection, terms.account, events[0].ref)
    for event in events:
        note = "" if told or event is not events[0] else FOREIGN
        incoming.event_left(connection, event, now, note, event.ref if note else "")
    return Taken(None, (Effect.INCIDENT,), not told)


def is_left_alone(connection: Connection, account: str, ref: str) -> bool:
    """Say whether an order was left alone before, as one of a shop that is not configured."""
    return incoming.is_left(connection, account, ref)


def _add(connection: Connection, terms: Terms, received: Received, now: datetime) -> int:
    """Store a new order with what it owes at once: that it is here, and its confirmation where that goes by itself."""
    said = received.said
    ours = received.effect is Effect.NEW_WORK
    order_id = orders.add(connection, said, now, ours=ours)
    if ours and said.status is Status.RECEIVED:
        owed.add(connection, order_id, Command(Kind.INTEGRATE, said.account, said.ref, said.flow, ()), now)
    if ours and terms.auto_confirm and not ladder.proves(said.status, Kind.CONFIRM):
        owed.add(connection, order_id, Command(Kind.CONFIRM, said.account, said.ref, said.flow, ()), now)
    return order_id


def _climb(
    connection: Connection, terms: Terms, known: orders.Known, event: Arrival, now: datetime, ahead: timedelta
) -> Effect:
    own = under_way.handed_over(connection, known.id)
    confirmed = event.meaning is Status.CONFIRMED
    since = under_way.with_platform_since(connection, known.id, ahead) if confirmed else None
    # Where the shop's own confirmation was told and no event showed it yet, this one may be it.
    ours = not ladder.proves(known.said.status, Kind.CONFIRM) and under_way.confirmation_begun(connection, known.id)
    returned = since is not None and _is_younger(event, since + CLOCKS_APART if ours else since - CLOCKS_APART)
    received = ladder.climb(known.said, event.meaning, event.status, event.told_at, own=own, returned=returned)
    if received.effect is Effect.NOTHING:
        return received.effect
    orders.change(connection, known, received.said, now, ended_by=_ended_by(known, received.effect))
    if received.effect is Effect.RETURNED:
        terms.back(connection, known.id)
    return received.effect


def _is_younger(event: Arrival, since: datetime) -> bool:
    # Both by the platform's clock: ours may have been set since the order was handed over.
    return event.told_at is None or event.told_at >= since


def _ended_by(known: orders.Known, effect: Effect) -> str:
    """Say how the order left the desk, if it was not the desk that sent it on."""
    if not known.ours:
        return ""
    if effect is Effect.CANCELLED:
        return "cancelled"
    return "finished_elsewhere" if effect is Effect.FINISHED_ELSEWHERE else ""


def _height(status: Status) -> int:
    return len(ladder.RANKS) if status is Status.CANCELLED else ladder.RANKS.get(status, -1)


def _prepared(said: SaidOrder, terms: Terms) -> SaidOrder:
    """Bound each line by what was ordered, where the platform cannot be told of more."""
    if terms.quantities:
        return said
    lines = tuple(replace(line, bounds=Bounds(line.bounds.minimum, line.amount)) for line in said.lines)
    return replace(said, lines=lines)


def _with_clock(said: SaidOrder, terms: Terms, now: datetime) -> SaidOrder:
    begin = said.created_at or now
    return replace(said, confirm_by=begin + timedelta(minutes=terms.confirm_minutes)) if said.status in OPEN else said


def _keep_raw(connection: Connection, account: str, heard: Heard, now: datetime) -> None:
    """Keep the raw bytes of an order that was read, once."""
    key = f"order|{heard.said.ref}|{incoming.digest(heard.raw)}"
    message = Message(account, key, heard.raw, "read", ref=heard.said.ref, state=incoming.DONE)
    incoming.keep(connection, message, now)

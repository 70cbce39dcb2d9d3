"""Decides what comes next for a message from what happened to it: a pure table, without clock, network or database.

The functions take a message as it stands and what happened, and return the message as it stands then. What is to be
done is read from its state: `queued` is to be sent at `next_at`, `accepted`, `uncertain` and a refused one that has
not ended are to be read back at `next_at`. Only two things do not follow from the state: see `Then`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from picker_app.domain.cart import Kind
from picker_app.domain.said import Status
from picker_app.platforms.port import Accepted, Limited, LockedOut, Missing, PlatformError, Refused, Unreachable
from picker_app.store.deliveries import Delivery, State

SENDS = 3
"""How often a message is sent at most; then the person is asked."""

UNHEARD = timedelta(minutes=10)
"""So long without its effect or event, and what the platform accepted is no longer thought to have arrived."""

# Notes of a delivery: what a person must look at.
ASK = "ask"
ORDER_UNKNOWN = "order_unknown"
ORDER_FULFILLED = "order_fulfilled"
# Details of a delivery without a note: why it stands as it does.
MAY_CHANGE = "may_change"
NOT_CONFIRMED = "not_confirmed"
CANCELLED = "cancelled"
FINISHED_ELSEWHERE = "finished_elsewhere"
CLOSED = "closed"
LINE_DOWN = "line_down"
INTERRUPTED = "interrupted"
LEFT = "left"
"""Nothing more is said or told of it, on the person's word."""

_OPEN = (Status.RECEIVED, Status.ACCEPTED)
_DONE = (Status.READY_FOR_PICKUP, Status.DISPATCHED, Status.DELIVERED)


class Then(StrEnum):
    """What must follow at once: nothing, the same bytes once more, or the order goes back to the desk."""

    REST = "REST"
    SEND_AGAIN = "SEND_AGAIN"
    REOPEN = "REOPEN"


@dataclass(frozen=True, slots=True)
class Delays:
    """The waiting times of delivery_hero.md sections 2, 8 and 9, in seconds.

    The last entry of a row holds for all that follow. `retries`: after a send that was not carried out; `unavailable`:
    after one that the platform answered with being out of service, as `retries` where it is empty; `sign_in`: after a
    refused sign-in; `read_back`: before each read-back of an uncertain send; `confirm` and `confirm_again`:
    until an accepted message is looked for; `cancel_read`: the same for a cancel; `missing`: how long a 404 may last;
    `apart`: between the two read-backs that permit a changed body; `check_every`: between two checks of an order that
    nobody asked for; `check_wait`: how long a fulfil waits for a check that is being sent; `pause`: after a fault of
    this program or its database; `grace`: how long closing waits for answers; `gather`: how long changes are gathered
    before it is looked what they owe, so that the desk's own reading comes first.
    """

    retries: tuple[float, ...] = (2, 4, 8, 16, 32, 60)
    unavailable: tuple[float, ...] = ()
    sign_in: tuple[float, ...] = (60, 120, 300)
    read_back: tuple[float, ...] = (2, 5, 10, 20, 30, 60)
    confirm: float = 120
    confirm_again: float = 300
    cancel_read: float = 10
    missing: float = 600
    apart: float = 30
    check_every: float = 20
    check_wait: float = 5
    pause: float = 5
    grace: float = 3
    gather: float = 0.05


def sent(
    delivery: Delivery, kind: Kind, outcome: Accepted | PlatformError, attempts: int, now: datetime, delays: Delays
) -> Delivery:
    """Take the answer to a send into a message in the state `sending` (delivery_hero.md sections 8, 9 and 11).

    `attempts` counts the sends of the account in a row that were not carried out, this one not included.
    """
    if isinstance(outcome, Accepted):
        return _accepted(delivery, kind, outcome, now, delays)
    told = _told(delivery, outcome)
    if isinstance(outcome, Unreachable | LockedOut):
        return _not_carried_out(told, kind, outcome, attempts, now, delays)
    if isinstance(outcome, Refused):
        if delivery.sends > 1:
            # The first of them may have got through, and this is the answer to that.
            return replace(told, state=State.UNCERTAIN, next_at=_after(now, delays.read_back[0]))
        # It may be refused because the order was cancelled: read it once before anything else.
        return replace(told, state=State.REFUSED, next_at=now)
    if kind is Kind.CHECK:
        return _ended(told, State.UNCERTAIN, now)
    wait = max(delays.read_back[0], outcome.retry_after or 0)
    return replace(told, state=State.UNCERTAIN, next_at=_after(now, wait))


def read(
    delivery: Delivery, kind: Kind, outcome: Status | PlatformError, now: datetime, delays: Delays
) -> tuple[Delivery, Then]:
    """Take a read-back into a message that is accepted, uncertain or refused (delivery_hero.md section 9, 1 to 5).

    `outcome` is the status that the platform showed, or why it did not.
    """
    delivery = replace(delivery, reads=delivery.reads + 1)
    if isinstance(outcome, PlatformError):
        return _not_read(delivery, kind, outcome, now, delays)
    delivery = replace(delivery, missing_since=None)
    decided = _decided(delivery, kind, outcome, now)
    if decided is not None:
        return decided, Then.REST
    if delivery.state is State.REFUSED:
        return _ended(delivery, State.REFUSED, now), Then.REST if kind is Kind.CHECK else Then.REOPEN
    if delivery.state is State.ACCEPTED:
        if outcome in _OPEN and now - (delivery.accepted_at or now) >= UNHEARD:
            return unheard(delivery, now), Then.REST
        return _still_open(delivery, now, delays), Then.REST
    next_at = _after(now, step(delays.read_back, delivery.reads))
    if outcome not in _OPEN:
        return replace(delivery, next_at=next_at), Then.REST
    first = delivery.open_seen_at or now
    if delivery.sends < SENDS:
        return replace(delivery, open_seen_at=first, next_at=now), Then.SEND_AGAIN
    details = MAY_CHANGE if now - first >= timedelta(seconds=delays.apart) else ""
    return replace(delivery, open_seen_at=first, next_at=next_at, note=ASK, details=details), Then.REST


def heard(delivery: Delivery, kind: Kind, status: Status, now: datetime) -> Delivery | None:
    """Take what events told of the order into a message that has not ended; None where they decide nothing.

    (delivery_hero.md section 5, the last lines of "Applying an event".)
    """
    if status not in (*_DONE, Status.CANCELLED):
        return None
    if delivery.state is State.QUEUED:
        if kind is Kind.CHECK:
            return _ended(delivery, State.DROPPED, now, details=CLOSED)
        return _ended(delivery, State.DROPPED, now, details=FINISHED_ELSEWHERE if status in _DONE else CANCELLED)
    if kind is Kind.CHECK:
        return None
    if kind is Kind.CANCEL and status in _DONE and delivery.state is not State.UNCERTAIN:
        return None  # its answer, or the read-back that follows, knows more than an event from before
    return _decided(delivery, kind, status, now)


def unheard(delivery: Delivery, now: datetime) -> Delivery:
    """Take up a message that the platform accepted, and that nothing shows since: it may not have arrived."""
    return replace(delivery, state=State.UNCERTAIN, next_at=now)


def interrupted(delivery: Delivery, kind: Kind, now: datetime) -> Delivery:
    """Take over a message that was being sent when the program stopped: uncertain, to be read back at once."""
    if kind is Kind.CHECK:
        return _ended(delivery, State.UNCERTAIN, now, details=INTERRUPTED)
    return replace(delivery, state=State.UNCERTAIN, next_at=now, details=INTERRUPTED)


def wait_after(error: PlatformError, attempts: int, delays: Delays) -> float:
    """Return how many seconds an account rests after a send that was not carried out."""
    if error.retry_after is not None:
        return error.retry_after
    if isinstance(error, LockedOut):
        return step(delays.sign_in, attempts)
    answered = isinstance(error, Unreachable) and error.status is not None
    return step((delays.unavailable if answered else ()) or delays.retries, attempts)


def _accepted(delivery: Delivery, kind: Kind, answer: Accepted, now: datetime, delays: Delays) -> Delivery:
    total = "" if answer.total is None else f"{answer.total:f}"
    delivery = replace(
        delivery,
        state=State.ACCEPTED,
        accepted_at=now,
        failures=0,
        total=total,
        words=answer.words,
        error="",
        http_status=None,
        lines=(),
        note="",
        details="",
    )
    if kind is Kind.CHECK:
        return replace(delivery, next_at=None, ended_at=now)
    return replace(delivery, next_at=_after(now, delays.cancel_read if kind is Kind.CANCEL else delays.confirm))


def _not_carried_out(
    delivery: Delivery, kind: Kind, error: PlatformError, attempts: int, now: datetime, delays: Delays
) -> Delivery:
    delivery = replace(delivery, sends=delivery.sends - 1, failures=delivery.failures + 1)
    if kind is Kind.CHECK and not isinstance(error, Limited):
        return _ended(delivery, State.DROPPED, now, details=LINE_DOWN)
    # After an earlier send that is uncertain, the order is read back before the next one.
    state = State.UNCERTAIN if delivery.sends else State.QUEUED
    return replace(delivery, state=state, next_at=_after(now, wait_after(error, attempts, delays)))


def _not_read(
    delivery: Delivery, kind: Kind, error: PlatformError, now: datetime, delays: Delays
) -> tuple[Delivery, Then]:
    missing = isinstance(error, Missing)
    if delivery.state is State.REFUSED:
        note = ORDER_UNKNOWN if missing else ""
        return _ended(delivery, State.REFUSED, now, note), Then.REST if kind is Kind.CHECK else Then.REOPEN
    wait = max(step(delays.read_back, delivery.reads), error.retry_after or 0)
    if missing:
        since = delivery.missing_since or now
        delivery = replace(delivery, missing_since=since)
        if now - since >= timedelta(seconds=delays.missing):
            # What a person has seen to is not told anew by each read-back.
            delivery = replace(delivery, note="" if delivery.details == LEFT else ORDER_UNKNOWN)
            wait = delays.confirm_again
    return replace(delivery, next_at=_after(now, wait)), Then.REST


def _decided(delivery: Delivery, kind: Kind, status: Status, now: datetime) -> Delivery | None:
    """Return the end of a message that the order's status brings about, None while the order is open."""
    if kind is Kind.CHECK or status not in (*_DONE, Status.CANCELLED):
        return None
    if kind is Kind.CANCEL:
        if status is Status.CANCELLED:
            return _ended(delivery, State.CONFIRMED, now)
        return _ended(delivery, State.REFUSED, now, ORDER_FULFILLED)
    if status is Status.CANCELLED:
        return _ended(delivery, State.DROPPED, now, details=CANCELLED)
    if delivery.state is State.REFUSED:
        return _ended(delivery, State.DROPPED, now, details=FINISHED_ELSEWHERE)
    return _ended(delivery, State.CONFIRMED, now)


def _still_open(delivery: Delivery, now: datetime, delays: Delays) -> Delivery:
    usual = _after(delivery.accepted_at or now, delays.confirm)
    if usual > now:  # a cancel is looked for earlier than the usual time
        return replace(delivery, next_at=usual)
    return replace(delivery, next_at=_after(now, delays.confirm_again), details=NOT_CONFIRMED)


def _told(delivery: Delivery, error: PlatformError) -> Delivery:
    lines = error.lines if isinstance(error, Refused) else ()
    return replace(
        delivery,
        error=error.code,
        http_status=error.status,
        words=error.words,
        lines=lines,
        total="",
        note="",
        details="",
    )


def _ended(delivery: Delivery, state: State, now: datetime, note: str = "", details: str = "") -> Delivery:
    return replace(delivery, state=state, next_at=None, ended_at=now, note=note, details=details)


def step(row: Sequence[float], number: int) -> float:
    """Return an entry of a row of waiting times; the last one holds for all that follow."""
    return row[min(number, len(row) - 1)]


def _after(now: datetime, seconds: float) -> datetime:
    return now + timedelta(seconds=seconds)

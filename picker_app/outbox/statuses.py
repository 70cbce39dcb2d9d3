"""Decides what comes next for a status message from what happened to it: a pure table (ifood_pos.md sections 7 and 9).

A sibling of `retry` for platforms that are told statuses: nothing can be read back, only an event proves a message.
What is to be done is read from its state: `queued` is to be sent at `next_at`; `accepted` waits for its event;
`uncertain` is said again in the same words when polls after `next_at` brought no proof.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from http import HTTPStatus

from picker_app.domain.cart import Kind
from picker_app.domain.confirming import URGENT
from picker_app.domain.ladder import proves
from picker_app.domain.said import OPEN, Status
from picker_app.outbox.retry import CANCELLED, CLOSED, INTERRUPTED, LEFT, UNHEARD, Delays, wait_after
from picker_app.platforms.port import Accepted, LockedOut, PlatformError, Refused, Unreachable
from picker_app.store.deliveries import Delivery, Job, State

REPEATS = 5
"""How often a message is said again at most; then the person decides."""
POLLS = 2
"""So many polls without its event, and a message is said again, or the next one no longer waits for it."""
AT_ONCE = (0.0, 2.0, 4.0, 8.0, 16.0)
"""Before each repeat of a confirmation with little time left, in seconds."""

# Notes of a delivery: what a person must look at.
ASK = "ask_status"
CHECK_PORTAL = "check_portal"
NOT_PROVEN = "not_proven"
REFUSED_NOTES = {
    Kind.INTEGRATE: "integration_refused",
    Kind.CONFIRM: "confirmation_refused",
    Kind.DELIVER: "delivery_refused",
}
"""What a refusal is noted as; a refused dispatch or rejection goes back to the desk, where it is seen."""
# Details of a delivery without a note.
ALREADY = "already"
HANDED_BACK = "handed_back"
UNCONFIRMED = "unconfirmed"
"""It was not sent, because the order's confirmation was refused."""

_HANDING_OVER = (Kind.DISPATCH, Kind.DELIVER)


def sent(
    delivery: Delivery, kind: Kind, outcome: Accepted | PlatformError, attempts: int, now: datetime, delays: Delays
) -> Delivery:
    """Take the answer to a send into a message in the state `sending` (ifood_pos.md section 9).

    `attempts` counts the sends of the account in a row that were not carried out, this one not included.
    """
    if isinstance(outcome, Accepted):
        good = replace(delivery, state=State.ACCEPTED, accepted_at=now, failures=0, next_at=None)
        good = replace(good, error="", http_status=None, words="", note="", details="")
        # No event follows a rejection: it is done with its answer.
        return replace(good, ended_at=now) if kind is Kind.REJECT else good
    told = replace(delivery, error=outcome.code, http_status=outcome.status, words=outcome.words, note="", details="")
    if isinstance(outcome, Unreachable | LockedOut):
        # Out of service is also what a platform says that was too slow: it may have carried the message out.
        perhaps = 1 if outcome.status == HTTPStatus.SERVICE_UNAVAILABLE else 0
        told = replace(told, sends=max(told.sends - 1, perhaps), failures=told.failures + 1)
        state = State.UNCERTAIN if told.sends else State.QUEUED
        return replace(told, state=state, next_at=_after(now, wait_after(outcome, attempts, delays)))
    if isinstance(outcome, Refused):
        if delivery.sends == 1:
            return replace(told, state=State.REFUSED, next_at=now)
        if kind is Kind.REJECT:
            return _ended(told, State.UNCERTAIN, now, NOT_PROVEN)
        # The first of them probably got through: no further try, and an event may still clear it.
        return replace(told, state=State.UNCERTAIN, next_at=None, note=CHECK_PORTAL)
    return _unsure(told, kind, now)


def heard(delivery: Delivery, kind: Kind, status: Status, now: datetime) -> Delivery | None:
    """Take the order's status, as events told it, into a message that has not ended; None where it decides nothing."""
    if delivery.state is State.REFUSED:
        return None
    if status is Status.CANCELLED:
        if kind is Kind.REJECT and delivery.sends:
            return _ended(delivery, State.CONFIRMED, now)
        state = State.ACCEPTED if delivery.state is State.ACCEPTED else State.DROPPED
        return _ended(delivery, state, now, details=CANCELLED)
    if proves(status, kind):
        if delivery.sends or delivery.failures:
            return _ended(delivery, State.CONFIRMED, now)
        return _ended(delivery, State.DROPPED, now, details=ALREADY)
    if kind is Kind.REJECT and status not in OPEN and delivery.state is not State.SENDING:
        return _ended(delivery, State.DROPPED, now, details=CLOSED)
    return None


def interrupted(delivery: Delivery, kind: Kind, now: datetime) -> Delivery:
    """Take over a message that was being sent when the program stopped: it may have arrived."""
    return _unsure(replace(delivery, http_status=None, details=INTERRUPTED), kind, now)


def unheard_at(delivery: Delivery, kind: Kind, *, polls: int) -> datetime | None:
    """Return when an accepted message counts as unheard, None while that cannot be said; `polls` as in `goes_before`.

    That an order is here need not be heard: its confirmation says so too. A rejection is done with its answer.
    """
    if kind is Kind.INTEGRATE or delivery.accepted_at is None or polls < POLLS:
        return None
    return delivery.accepted_at + UNHEARD


def refused(delivery: Delivery, kind: Kind, now: datetime) -> Delivery:
    """End a message that was refused, with a note where nothing else shows it."""
    note = REFUSED_NOTES.get(kind, "")
    return _ended(delivery, State.REFUSED, now, note, delivery.words if note else "")


def held_back(refused: Job, jobs: Sequence[Job]) -> tuple[Job, ...]:
    """Return what cannot be said after a refused confirmation: no order is handed over that is not confirmed."""
    if refused.kind is not Kind.CONFIRM:
        return ()
    return tuple(job for job in jobs if job.kind in _HANDING_OVER and job.delivery.state is State.QUEUED)


def unsaid(delivery: Delivery, now: datetime) -> Delivery:
    """End a message that was held back: its order goes back to the desk."""
    return _ended(delivery, State.DROPPED, now, details=UNCONFIRMED)


def goes_before(job: Job, later: Job, polls: int) -> bool:
    """Say whether a message of an order must be decided before a later one may leave (section 7, "one after another").

    `polls` are the good polls since it was accepted. What hands the order over is legal once it is confirmed, so it
    waits for that event; but not longer than for two polls.
    """
    delivery = job.delivery
    if not job.open or delivery.note == CHECK_PORTAL:
        return False
    if delivery.state is not State.ACCEPTED:
        return True
    return job.kind is Kind.CONFIRM and later.kind in _HANDING_OVER and polls < POLLS


def again_at(
    delivery: Delivery, kind: Kind, now: datetime, *, polls: int, confirm_by: datetime | None
) -> datetime | None:
    """Return when an uncertain message is to be said again, None while it waits for polls, an event or the person.

    A platform out of service wants to be asked again; that does not wait for polls.

    `polls` are the good polls since `next_at`, `confirm_by` is the end of the confirmation clock by our own clock.
    """
    if delivery.note or delivery.next_at is None:
        return None
    if kind is Kind.REJECT or delivery.http_status == HTTPStatus.SERVICE_UNAVAILABLE:
        return delivery.next_at
    urgent = kind is Kind.CONFIRM and confirm_by is not None and confirm_by - now < URGENT
    if urgent and delivery.sends <= REPEATS:
        return _after(delivery.next_at, AT_ONCE[min(delivery.sends, len(AT_ONCE)) - 1])
    return max(now, delivery.next_at) if polls >= POLLS else None


def spent(delivery: Delivery, kind: Kind) -> bool:
    """Say whether an uncertain message was said so often that the person has to decide."""
    return kind is not Kind.REJECT and delivery.sends > REPEATS


def asked(delivery: Delivery) -> Delivery:
    """Ask the person about a message that was said again and again without proof."""
    return replace(delivery, next_at=None, note=ASK)


def left(delivery: Delivery, now: datetime) -> Delivery:
    """Leave a message, on the person's word, as it is."""
    return _ended(delivery, State.UNCERTAIN, now, details=LEFT)


def renewed(delivery: Delivery, now: datetime) -> Delivery:
    """Say a message again, on the person's word: its repeats count anew."""
    return replace(delivery, state=State.QUEUED, sends=1, note="", next_at=now)


def _unsure(delivery: Delivery, kind: Kind, now: datetime) -> Delivery:
    if kind is Kind.REJECT and delivery.sends > 1:
        return _ended(delivery, State.UNCERTAIN, now, NOT_PROVEN)
    return replace(delivery, state=State.UNCERTAIN, next_at=now)


def _ended(delivery: Delivery, state: State, now: datetime, note: str = "", details: str = "") -> Delivery:
    return replace(delivery, state=state, next_at=None, ended_at=now, note=note, details=details)


def _after(now: datetime, seconds: float) -> datetime:
    return now + timedelta(seconds=seconds)


def handed_back(job: Job, jobs: Sequence[Job]) -> bool:
    """Say whether nobody need be asked about a message any more: a person handed its order back since."""
    later = [other for other in jobs if other.kind is Kind.REJECT and other.owed_id > job.owed_id]
    return awaits_person(job) and any(other.delivery.state not in (State.REFUSED, State.DROPPED) for other in later)


def moot(delivery: Delivery, now: datetime) -> Delivery:
    """End a message of which nobody knows whether it arrived, and which is of no use any more."""
    return _ended(delivery, State.DROPPED, now, details=HANDED_BACK)


def awaits_person(job: Job) -> bool:
    """Say whether a message stands so that a person may have it said again, or leave it."""
    return job.open and job.delivery.note in (ASK, CHECK_PORTAL)

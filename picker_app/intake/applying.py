"""Applies one event to what is known of its order: the order, what became of the event, in one transaction."""

from dataclasses import dataclass
from datetime import datetime

from picker_app.domain.said import Status
from picker_app.domain.status import Effect, Own, Received, receive
from picker_app.platforms.port import Heard
from picker_app.store import incoming, orders, under_way
from picker_app.store.database import Connection
from picker_app.store.incoming import Arrival

UNEXPECTED = "unexpected_event"


@dataclass(frozen=True, slots=True)
class Applied:
    """What an event came to: the order's id (None if it is none of ours to keep), the effect, and what is missing.

    `incomplete` says that the order is to be read once to complete it, `incident` that a person has to know of it.
    """

    order_id: int | None
    effect: Effect
    incomplete: bool = False
    incident: bool = False


def apply(connection: Connection, arrival: Arrival, heard: Heard, now: datetime) -> Applied:
    """Take an event into its order and settle the event (delivery_hero.md section 5, "Applying an event")."""
    event = heard.said
    known = orders.find(connection, event.account, event.ref)
    if known is None:
        received = receive(None, event)
    else:
        own = under_way.own(connection, known.id)
        received = receive(
            known.said,
            event,
            own,
            under_way.own_amounts(connection, known.id),
            under_way.own_skus(connection, known.id),
        )
    order_id = _keep(connection, known, received, now)
    told = known.said.notices if known is not None else ()
    notes = [notice for notice in event.notices if notice not in told]
    if received.effect is Effect.INCIDENT:
        notes.insert(0, UNEXPECTED)
    if arrival.note:
        notes.insert(0, arrival.note)
    incomplete = order_id is not None and _to_be_read(arrival, received)
    state = incoming.WAITING if incomplete else incoming.INCIDENT if notes else incoming.DONE
    details = event.raw_status if event.status is Status.UNKNOWN else event.status.value
    incoming.settle(
        connection,
        arrival.id,
        state,
        now,
        order_id=order_id,
        note=notes[0] if notes else "",
        details=", ".join([*notes[1:], details]) if notes else "",
    )
    return Applied(order_id, received.effect, incomplete, bool(notes))


def _to_be_read(arrival: Arrival, received: Received) -> bool:
    """Say whether the order is to be read once: an event that says too little, or too much for its key."""
    if arrival.source == "read":
        return False
    said = received.said
    if said.partial or not said.lines or arrival.note == incoming.OTHER_BODY:
        return True
    # The list gives whole orders; reading those of a whole day once more would use up the limit.
    return received.effect is Effect.NOT_OURS and arrival.source == "webhook"


def _keep(connection: Connection, known: orders.Known | None, received: Received, now: datetime) -> int | None:
    """Write the order as it is said to be now; returns its id, None for an unknown order in an unknown status."""
    if known is None:
        if received.effect is Effect.INCIDENT:
            return None
        return orders.add(connection, received.said, now, ours=received.effect is Effect.NEW_WORK)
    orders.change(
        connection, known, received.said, now, ended_by=_ended_by(connection, known, received), flags=received.flags
    )
    return known.id


def _ended_by(connection: Connection, known: orders.Known, received: Received) -> str:
    """Say how the order left the desk, if it was not the desk that sent it on."""
    if not known.ours or known.said.status not in orders.OPEN:
        # A fulfilled order can still be cancelled: on the way, with the goods gone or brought back.
        late = received.effect is Effect.CANCELLED and known.ours
        return _cancelled(received) if late else ""
    if received.effect is Effect.FINISHED_ELSEWHERE:
        return "finished_elsewhere"
    if received.effect is Effect.CANCELLED and under_way.own(connection, known.id) is not Own.CANCEL:
        return _cancelled(received)
    return ""


def _cancelled(received: Received) -> str:
    cancellation = received.said.cancellation
    return "cancelled_after_pickup" if cancellation is not None and cancellation.after_pickup else "cancelled"

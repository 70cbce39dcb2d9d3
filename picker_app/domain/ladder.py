"""How an order climbs the statuses of a platform that tells one at a time: by rank only, never down."""

from dataclasses import replace
from datetime import datetime

from picker_app.domain.cart import Kind
from picker_app.domain.order import Order, Stage
from picker_app.domain.said import OPEN, Flow, SaidOrder, Status
from picker_app.domain.status import Effect, Received

RANKS = {
    Status.RECEIVED: 0,
    Status.INTEGRATED: 1,
    Status.CONFIRMED: 2,
    Status.DISPATCHED: 3,
    Status.DELIVERED: 4,
}
PROOF = {
    Kind.INTEGRATE: Status.INTEGRATED,
    Kind.CONFIRM: Status.CONFIRMED,
    Kind.DISPATCH: Status.DISPATCHED,
    Kind.DELIVER: Status.DELIVERED,
}
"""The status that proves that a message arrived; a higher one proves it too. A rejection has none."""


def first_sight(order: SaidOrder, status: Status, word: str, at: datetime | None) -> Received:
    """Take in an order that was never heard of, with the status that an event told of it (ifood_pos.md section 4).

    The order itself holds no status. One that is beyond the shop's hand is kept and is no work; a `word` whose status
    is unknown leaves it as just received, so that no order is lost.
    """
    known = Status.RECEIVED if status is Status.UNKNOWN else status
    said = replace(order, status=known, raw_status=word, updated_at=at, created_at=order.created_at or at)
    return Received(Effect.NEW_WORK if known in OPEN else Effect.NOT_OURS, said)


def climb(known: SaidOrder, status: Status, word: str, at: datetime | None, *, own: bool, returned: bool) -> Received:
    """Apply an event to a known order; nothing follows a cancellation (ifood_pos.md section 4).

    `own`: the desk finished the order. `returned`: it lies with the platform's desk, and the event was told after it
    was handed over, so that a confirmation brings it back to work. `word` is the platform's own word of the status.
    """
    if known.status is Status.CANCELLED or status is Status.UNKNOWN:
        return Received(Effect.NOTHING, known)
    said = replace(known, status=status, raw_status=word, updated_at=at or known.updated_at)
    if status is Status.CANCELLED:
        return Received(Effect.CANCELLED, said)
    if status is Status.CONFIRMED and returned and known.status in OPEN:
        return Received(Effect.RETURNED, said)
    # The platform concludes a delivered order by itself: the same status, a later word.
    concluded = known.status is status is Status.DELIVERED and known.raw_status != word == "CONCLUDED"
    if RANKS[status] <= RANKS[known.status] and not concluded:
        return Received(Effect.NOTHING, known)
    if status in OPEN or known.status not in OPEN:
        return Received(Effect.ADVANCED, said)
    return Received(Effect.CONFIRMED if own else Effect.FINISHED_ELSEWHERE, said)


def legal(order: Order) -> tuple[Kind, ...]:
    """Return the status messages that may be owed for an order as it stands (ifood_pos.md section 7, "Legal acts").

    The screen offers no others. What hands the order over is legal once it is confirmed, or together with that.
    """
    status = order.said.status
    if order.stage is Stage.REJECTED or status not in RANKS:
        return ()
    if status is Status.DISPATCHED:
        return (Kind.DELIVER,)
    if status not in OPEN:
        return ()
    early = {Status.RECEIVED: (Kind.INTEGRATE, Kind.CONFIRM), Status.INTEGRATED: (Kind.CONFIRM,)}.get(status, ())
    if order.stage is Stage.FINISHED:
        return early
    return (*early, handing_over(order.said), Kind.REJECT)


def handing_over(said: SaidOrder) -> Kind:
    """Return the message with which an order leaves the shop: the customer comes, or somebody takes it there."""
    return Kind.DELIVER if said.flow is Flow.PICKUP else Kind.DISPATCH


def proves(status: Status, kind: Kind) -> bool:
    """Say whether an order in that status shows that a message of that kind arrived."""
    proof = PROOF.get(kind)
    return proof is not None and status in RANKS and RANKS[status] >= RANKS[proof]

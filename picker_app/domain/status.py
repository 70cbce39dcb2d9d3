"""What an event of a platform changes in an order that is already known: never backwards, never twice."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from picker_app.domain.quantity import ZERO
from picker_app.domain.said import ExtraLine, OrderedLine, SaidOrder, Status

RANKS = {
    Status.RECEIVED: 0,
    Status.ACCEPTED: 0,
    Status.INTEGRATED: 0,
    Status.CONFIRMED: 0,
    Status.READY_FOR_PICKUP: 1,
    Status.DISPATCHED: 2,
    Status.DELIVERED: 3,
}


class Own(StrEnum):
    """What is under way from the desk for an order when an event arrives."""

    NOTHING = "NOTHING"
    FULFIL = "FULFIL"
    CANCEL = "CANCEL"


class Effect(StrEnum):
    """What an event does (the table "Applying an event" of delivery_hero.md section 5)."""

    NEW_WORK = "NEW_WORK"
    NOT_OURS = "NOT_OURS"
    ADVANCED = "ADVANCED"
    CONFIRMED = "CONFIRMED"
    FINISHED_ELSEWHERE = "FINISHED_ELSEWHERE"
    REFRESHED = "REFRESHED"
    CANCELLED = "CANCELLED"
    RETURNED = "RETURNED"
    NOTHING = "NOTHING"
    INCIDENT = "INCIDENT"


@dataclass(frozen=True, slots=True)
class Received:
    """The outcome of an event: its effect, the order as it is said to be now, and what to tell the picker.

    `flags` are (line key, "new" | "gone" | "changed"): ordered lines that the platform changed under the hand.
    """

    effect: Effect
    said: SaidOrder
    flags: tuple[tuple[str, str], ...] = ()


def receive(
    known: SaidOrder | None,
    event: SaidOrder,
    own: Own = Own.NOTHING,
    own_amounts: Mapping[str, frozenset[Decimal]] | None = None,
    own_skus: tuple[str, ...] = (),
) -> Received:
    """Apply an event to what is known of its order.

    `own` says whether a fulfil or cancel of the desk is sending, accepted or uncertain. `own_amounts` are the
    amounts, per line key, that the desk sent in checks, with 0 for a line that it sent as not found or replaced;
    `own_skus` the SKUs of the lines that the desk added: what the platform shows of those, or leaves out, is the
    desk's own doing and no change by the customer.
    """
    if event.status is Status.UNKNOWN:
        return Received(Effect.INCIDENT, known or event)
    if known is None or known.status is Status.UNKNOWN:
        return _first_sight(event)
    if known.status is Status.CANCELLED:
        same = event.status is Status.CANCELLED
        return Received(Effect.NOTHING if same else Effect.INCIDENT, known)
    if event.status is Status.CANCELLED:
        said = replace(filled(known, event), status=Status.CANCELLED, cancellation=event.cancellation)
        return Received(Effect.CANCELLED, replace(said, updated_at=event.updated_at or known.updated_at))
    before, after = RANKS[known.status], RANKS[event.status]
    if after > before:
        said = replace(filled(known, event), status=event.status, updated_at=event.updated_at or known.updated_at)
        if own is Own.FULFIL and before == 0:
            return Received(Effect.CONFIRMED, said)
        return Received(Effect.ADVANCED if before > 0 else Effect.FINISHED_ELSEWHERE, said)
    said = filled(known, event)
    flags: tuple[tuple[str, str], ...] = ()
    newer = known.updated_at is None or (event.updated_at is not None and event.updated_at > known.updated_at)
    if after == before and (newer or known.partial):
        # Beyond picking the platform's cart is what was picked, no longer what was ordered.
        if after == 0 or known.partial:
            said, flags = refreshed(known, event, own_amounts or {}, own_skus)
        times = [at for at in (known.updated_at, event.updated_at) if at is not None]
        said = replace(said, status=event.status, updated_at=max(times, default=None))
    return Received(Effect.NOTHING if said == known else Effect.REFRESHED, said, flags)


def _first_sight(event: SaidOrder) -> Received:
    if event.status is Status.CANCELLED:
        return Received(Effect.NOT_OURS, event)
    return Received(Effect.NEW_WORK if RANKS[event.status] == 0 else Effect.NOT_OURS, event)


def filled(known: SaidOrder, event: SaidOrder) -> SaidOrder:
    """Return what is known, with its empty fields filled from the event; the ids of extra lines are learned."""
    ids = {extra.platform_id for extra in known.extra}
    learned = [extra for extra in extra_lines(known, event) if extra.platform_id not in ids]
    return replace(
        known,
        customer=known.customer or event.customer,
        payment=known.payment or event.payment,
        note=known.note or event.note,
        number=known.number or event.number,
        promised_for=known.promised_for or event.promised_for,
        pick_by=known.pick_by or event.pick_by,
        created_at=known.created_at or event.created_at,
        lines=known.lines or event.lines,
        partial=known.partial and event.partial,
        extra=(*known.extra, *learned),
    )


def extra_lines(known: SaidOrder, event: SaidOrder) -> tuple[ExtraLine, ...]:
    """Return the lines of an event that are not among the known ordered lines, as lines with an id."""
    ordered = {line.platform_id for line in known.lines}
    seen = [
        ExtraLine(line.platform_id, line.sku)
        for line in event.lines
        if known.lines and line.platform_id and line.platform_id not in ordered
    ]
    return (*event.extra, *seen)


def refreshed(
    known: SaidOrder, event: SaidOrder, own_amounts: Mapping[str, frozenset[Decimal]], own_skus: tuple[str, ...]
) -> tuple[SaidOrder, tuple[tuple[str, str], ...]]:
    """Take newer data of the same status; say which ordered lines are new, gone or changed.

    A platform may take a replaced or missing line out of its cart after a check, and put the desk's amounts into the
    payment: that is no change by the customer, and the line and the payment stay as they were.
    """
    if not event.lines:
        return filled(known, event), ()
    said = filled(event, known)
    if not known.lines:
        return said, ()
    replaced = {extra.replaces for extra in event.extra if extra.replaces}
    fresh = {line.key: line for line in event.lines}
    flags: list[tuple[str, str]] = []
    lines: list[OrderedLine] = []
    for line in known.lines:
        other = fresh.pop(line.key, None)
        own = own_amounts.get(line.key, frozenset())
        if other is None:
            if line.gone or ZERO in own or line.platform_id in replaced:
                lines.append(line)
            else:
                flags.append((line.key, "gone"))
                lines.append(replace(line, gone=True))
        elif _same(line, other) or other.amount in own:
            lines.append(replace(line, gone=False))
        else:
            flags.append((line.key, "changed"))
            lines.append(other)
    expected = list(own_skus)
    extra = list(event.extra)
    for line in fresh.values():
        if line.sku in expected and line.platform_id:
            expected.remove(line.sku)
            extra.append(ExtraLine(line.platform_id, line.sku))
        else:
            flags.append((line.key, "new"))
            lines.append(line)
    payment = said.payment if flags else known.payment or event.payment
    # What the platform no longer shows of the desk's own lines it has taken out: their ids must not be sent again.
    return replace(said, lines=tuple(lines), extra=tuple(extra), payment=payment), tuple(flags)


def _same(line: OrderedLine, other: OrderedLine) -> bool:
    return (line.sku, line.pricing, line.amount, line.bounds) == (other.sku, other.pricing, other.amount, other.bounds)

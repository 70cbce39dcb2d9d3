"""Judges what became of the orders of a polled platform: each taken in and acknowledged, each status said once."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from picker_app.proof.notes import Notes
from picker_app.proof.trail import Rows
from picker_app.training.clock import read_stamp
from picker_app.training.ifood_pos.orders import REJECTION, SAYS
from picker_app.training.ifood_pos.world import CANCELLED, Order, World, rank
from picker_app.training.journal import Entry

KNOWN_AS = {
    "PLACED": "RECEIVED", "INTEGRATED": "INTEGRATED", "CONFIRMED": "CONFIRMED", "DISPATCHED": "DISPATCHED",
    "DELIVERED": "DELIVERED", "CONCLUDED": "DELIVERED", "CANCELLED": "CANCELLED",
}  # fmt: skip
"""The platform's states, and what the program calls them."""
SAID_AS = {
    "INTEGRATE": "integration", "CONFIRM": "confirmation", "DISPATCH": "dispatch", "DELIVER": "delivery",
    "REJECT": REJECTION,
}  # fmt: skip
ON_ITS_WAY = timedelta(minutes=2)
"""What happened at the platform so shortly before the end need not have been asked for."""
# Answers after which the platform certainly did nothing (ifood_pos.md section 9), for its faults of these numbers too.
_NOT_DONE = (400, 401, 403, 404, 408, 409, 429)
_LAST_WORDS = ("dispatch", "delivery", REJECTION)


def lost(rows: Rows, world: World, account: str, notes: dict[str, Notes], ended: datetime) -> Iterator[str]:
    """Name the orders and statuses that are missing here or there."""
    known = _known(rows, account)
    owed = _owed(rows)
    for event in world.queue.values():
        if ended - read_stamp(event["createdAt"]) > ON_ITS_WAY and not _given_up(rows, event["id"]):
            yield f"the event {event['code']} of order {event['correlationId']} was never acknowledged"
    for ref, order in world.orders.items():
        row = known.get(ref)
        if row is None:
            if ref not in world.queue or ended - order.placed_at > ON_ITS_WAY:
                yield f"order {ref} is not known here"
            continue
        if ref not in world.queue and row["status"] != KNOWN_AS[order.state]:
            yield f"order {ref} is {order.state} at the platform, here it is {row['status']}"
        for message in owed.get(row["id"], []):
            if not _in_effect(order, message):
                yield f"order {ref}: its {message['kind']} is {message['state']} here, the platform does not know it"
        note = notes.get(ref)
        if note is not None:
            yield from _meant(order, note, owed.get(row["id"], []))


def doubled(rows: Rows, world: World, account: str) -> Iterator[str]:
    """Name the orders that are here twice, and statuses that were said in two ways."""
    counts = Counter(row["ref"] for row in rows.orders if row["account"] == account)
    yield from (f"order {ref} is here {count} times" for ref, count in counts.items() if count > 1)
    for ref, order in world.orders.items():
        last: Entry | None = None
        for entry in _said(world, ref):
            if entry.route not in _LAST_WORDS or entry.answer in _NOT_DONE:
                continue
            other = last is not None and (entry.route == REJECTION) != (last.route == REJECTION)
            if last is not None and other and not _given_back(order, last, entry):
                yield f"order {ref}: {last.route}, then {entry.route}, {last.number} and {entry.number}"
            last = entry


def wrong(rows: Rows, world: World, account: str, notes: dict[str, Notes]) -> Iterator[str]:
    """Name the statuses that nobody owed, that ran backwards, or that went out as they were not stored."""
    known, bodies = _known(rows, account), _bodies(rows)
    kinds: dict[int, set[str]] = {}
    for row in rows.owed:
        kinds.setdefault(row["order_id"], set()).add(SAID_AS.get(row["kind"], ""))
    for ref in world.orders:
        highest, order_id = 0, known[ref]["id"] if ref in known else 0
        note = notes.get(ref)
        for entry in _said(world, ref):
            if entry.route not in kinds.get(order_id, set()):
                yield f"order {ref}: {entry.route} was said and never owed"
            if entry.body and entry.body not in bodies.get(order_id, set()):
                yield f"order {ref}: a body was sent that is not stored"
            if entry.route == REJECTION:
                continue
            height = rank(SAYS[entry.route])
            if height < highest and not (note is not None and note.said_again):
                yield f"order {ref}: {entry.route} was said after a later status, {entry.number}"
            if entry.answer not in _NOT_DONE:
                highest = max(highest, height)
            if entry.route in _LAST_WORDS and (note is None or not (note.finished or note.delivered)):
                yield f"order {ref}: {entry.route} was said, but nobody finished it"


def _said(world: World, ref: str) -> Iterator[Entry]:
    end = f"/orders/{ref}/statuses/"
    return (entry for entry in world.journal.entries if end in entry.path)


def _known(rows: Rows, account: str) -> dict[str, dict[str, Any]]:
    return {row["ref"]: row for row in rows.orders if row["account"] == account}


def _owed(rows: Rows) -> dict[int, list[dict[str, Any]]]:
    """Return, by order, the messages that were not taken back, with what became of them."""
    deliveries = {row["owed_id"]: row for row in rows.deliveries}
    found: dict[int, list[dict[str, Any]]] = {}
    for row in rows.owed:
        if row["withdrawn_at"] is None and row["kind"] in SAID_AS:
            delivery = deliveries.get(row["id"], {"state": "queued", "note": "", "ended_at": None})
            found.setdefault(row["order_id"], []).append(delivery | {"kind": row["kind"]})
    return found


def _bodies(rows: Rows) -> dict[int, set[str]]:
    orders = {row["id"]: row["order_id"] for row in rows.owed}
    found: dict[int, set[str]] = {}
    for row in rows.deliveries:
        found.setdefault(orders[row["owed_id"]], set()).add((row["body"] or b"").decode())
    return found


def _given_up(rows: Rows, event_id: str) -> bool:
    """Say whether a person was told that the platform does not take the acknowledgment of an event."""
    return any(row["ack_id"] == event_id and row["ack"] == "refused" and row["note"] for row in rows.incoming)


def _in_effect(order: Order, message: dict[str, Any]) -> bool:
    """Say whether a message that counts as said is known at the platform, or was overtaken there."""
    if order.state == CANCELLED or message["state"] not in ("accepted", "confirmed"):
        return True
    said = SAID_AS[message["kind"]]
    if said == REJECTION:
        return any(status["status"] == REJECTION for status in order.statuses)
    return rank(order.state) >= rank(SAYS[said])


def _meant(order: Order, note: Notes, owed: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Hold the platform's end of an order against what the picker did."""
    yield from note.faults
    told = any(message["kind"] == "REJECT" and message["note"] == "not_proven" for message in owed)
    if order.state == CANCELLED:
        return
    if note.sealed == "finished" and rank(order.state) < rank("DISPATCHED"):
        yield f"order {order.reference} was finished, and the platform does not know it"
    closed = rank(order.state) >= rank("DISPATCHED")
    if note.sealed == "rejected" and not (order.rejections or closed or told):
        yield f"order {order.reference} was handed back, and the platform does not know it"
    refused = any(message["kind"] == "DELIVER" and message["note"] == "delivery_refused" for message in owed)
    if note.delivered and rank(order.state) < rank("DELIVERED") and not refused:
        yield f"order {order.reference} was delivered, and the platform does not know it"


def _given_back(order: Order, last: Entry, entry: Entry) -> bool:
    """Say whether the platform itself moved an order on after it was handed to its desk."""
    if last.route != REJECTION:
        return False
    moved = [event for event in order.history if event["by"] != "shop" and event["code"] != CANCELLED]
    back = [read_stamp(event["time"]) for event in moved]
    return any(last.time <= at <= entry.time for at in back)

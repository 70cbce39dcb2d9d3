"""Judges a shop's day by the platform's final state, the pickers' notes and the file's own trail.

Nothing of the program's own words is taken on trust: its rows are held against what the platform saw and what beeped.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from picker_app.proof import polled_verdict, trail
from picker_app.proof.notes import Beep, Goods, Notes
from picker_app.proof.shop import ACCOUNT, IFOOD
from picker_app.proof.trail import Rows
from picker_app.training.delivery_hero import control
from picker_app.training.delivery_hero.world import Order, World
from picker_app.training.exact_json import as_decimal
from picker_app.training.ifood_pos.world import World as Ifood
from picker_app.training.journal import Entry

_OPEN = ("RECEIVED", "ACCEPTED")
FULFILS = ("READY_FOR_PICKUP", "DISPATCHED")
# Answers after which the platform certainly did nothing (delivery_hero.md section 9); the training platform's faults of
# these numbers do nothing either.
APART = timedelta(seconds=29)  # the platform sees the two reads a little nearer to one another than the program does
_NOT_DONE = (400, 401, 403, 404, 405, 413, 415, 422, 429)


@dataclass(slots=True)
class Verdict:
    """What was lost, what was doubled, what went backwards; empty lists are the aim.

    `late` are orders that were shipped with what the shop had asked for and taken back since: the platform did not
    answer, showed the order unchanged, and carried the message out after that. No program can know it; this one must
    have told a person.
    """

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Say whether nothing is wrong."""
        return not (self.lost or self.doubled or self.wrong)

    def sentences(self) -> list[str]:
        """Return all that is wrong."""
        return [
            *(f"lost: {words}" for words in self.lost),
            *(f"doubled: {words}" for words in self.doubled),
            *(f"wrong: {words}" for words in self.wrong),
        ]


@dataclass(slots=True)
class Evidence:
    """What a day that is over is judged by: the file, the platforms, the events answered 200, and the pickers' memory.

    Everything is up again, and the program had time to settle what was open. `early` are polled events that were
    acknowledged before their order was in the file. `ended` is when the day ended, by the platforms' clock.
    """

    file: Path
    world: World
    acknowledged: list[bytes]
    beeps: list[Beep]
    notes: list[Notes]
    ifood: Ifood
    ended: datetime
    early: list[str] = field(default_factory=list)


def judge(evidence: Evidence) -> Verdict:
    """Judge a day that is over."""
    file, world = evidence.file, evidence.world
    verdict = Verdict()
    try:
        rows = trail.read(file)
    except sqlite3.DatabaseError as error:
        verdict.lost.append(f"the database is damaged: {error}")
        return verdict
    verdict.wrong += rows.backwards
    verdict.lost += _events(rows, evidence.acknowledged)
    verdict.lost += _beeps(rows, evidence.beeps)
    verdict.lost += _counted(rows)
    known = {row["ref"].lower(): row for row in rows.orders if row["account"] == ACCOUNT}
    verdict.lost += [f"order {ref} is not known here" for ref in world.orders if ref not in known]
    by_ref = {note.ref.lower(): note for note in evidence.notes}
    bodies = _bodies(rows)
    told = _told(rows)
    for ref, order in world.orders.items():
        row = known.get(ref)
        if row is None:
            continue
        _states(verdict, order, row)
        note = by_ref.get(ref)
        if note is not None:
            verdict.wrong += note.faults
        _outcome(verdict, order, note, _Late(world, order) if row["id"] in told else None)
        asked_back = note is not None and note.asked_back
        _sent(verdict, world, order, bodies.get(row["id"], set()), asked_back=asked_back)
    verdict.lost += [f"event {event} was acknowledged before its order was stored" for event in evidence.early]
    verdict.lost += polled_verdict.lost(rows, evidence.ifood, IFOOD, by_ref, evidence.ended)
    verdict.doubled += polled_verdict.doubled(rows, evidence.ifood, IFOOD)
    verdict.wrong += polled_verdict.wrong(rows, evidence.ifood, IFOOD, by_ref)
    verdict.lost += _unsettled(rows)
    return verdict


def _events(rows: Rows, acknowledged: Iterable[bytes]) -> Iterator[str]:
    """Name the events that were answered 200 and are not in the file."""
    kept = {row["body"] for row in rows.incoming}
    keys = {_key(row["body"]) for row in rows.incoming if row["kind"] == "order"}
    for body in acknowledged:
        if body not in kept and _key(body) not in keys:
            yield f"an event that was answered 200: {body[:200]!r}"


def _key(body: bytes) -> tuple[str, str, str]:
    told = json.loads(body)
    moment = str((told.get("sys") or {}).get("updated_at"))
    try:
        moment = datetime.fromisoformat(moment).astimezone(UTC).isoformat()
    except ValueError:
        pass
    return str(told.get("order_id")).lower(), str(told.get("status")), moment


def _beeps(rows: Rows, beeps: Iterable[Beep]) -> Iterator[str]:
    """Name the acts that beeped and are not in the file."""
    facts = {(row["order_id"], row["number"]) for row in rows.picks}
    # A scan's own row tells the fact that it led to; the same code may be read any number of times.
    scans = Counter((row["raw"], row["outcome"], row["order_id"], row["fact_number"]) for row in rows.scans)
    for beep in beeps:
        if beep.scan:
            scan = (beep.scan, beep.outcome, beep.order_id, beep.number)
            scans[scan] -= 1
            if scans[scan] < 0:
                yield f"scan of {beep.scan} in order {beep.order_id}: {beep.outcome}"
        if (beep.number is not None or not beep.scan) and (beep.order_id, beep.number) not in facts:
            yield f"act {beep.number} of order {beep.order_id}"


def _counted(rows: Rows) -> Iterator[str]:
    """Name the days whose scans are not numbered 1, 2, 3 … to the last."""
    days: dict[str, list[int]] = {}
    for row in rows.scans:
        days.setdefault(row["day"], []).append(row["number"])
    for day, numbers in days.items():
        if numbers != list(range(1, len(numbers) + 1)):
            yield f"the {len(numbers)} scans of {day} are numbered {numbers[0]} to {numbers[-1]}"


def _states(verdict: Verdict, order: Order, row: dict[str, Any]) -> None:
    """Hold the status that the program knows against the platform's own."""
    if row["status"] == order.status:
        return
    was_open, is_open = row["status"] in _OPEN, order.status in _OPEN
    if was_open and not is_open:
        verdict.lost.append(f"order {row['id']} is {order.status} at the platform, here it is still {row['status']}")
    elif is_open:
        verdict.wrong.append(f"order {row['id']} is {row['status']} here, at the platform it is still {order.status}")


def _outcome(verdict: Verdict, order: Order, note: Notes | None, late: "_Late | None") -> None:
    """Hold the platform's end of an order against what the picker did; `late` where a person was told it differs."""
    own = [entry["status"] for entry in order.history if entry["by"] == "shop"]
    fulfilled = any(status in FULFILS for status in own)
    closed = [entry["status"] for entry in order.history if entry["by"] == "platform" and entry["status"] not in _OPEN]
    name = f"order {order.order_id}"
    if own and note is None:
        verdict.wrong.append(f"{name} was sent, but nobody picked it")
        return
    if note is None:
        return
    if fulfilled:
        shipped = cart_of(order)
        meant = note.finished[-1:] if note.sealed == "finished" else note.finished
        if note.sealed == "cancelled" or shipped not in meant:
            doubled = bool(note.finished) and all(shipped > bag for bag in meant)
            listed = verdict.doubled if doubled else verdict.lost
            if late is not None and late.explains(shipped, meant):
                listed = verdict.late
            listed.append(f"{name} went out with {dict(shipped)}, picked was {[dict(bag) for bag in meant]}")
    elif note.sealed == "finished" and not closed and "CANCELLED" not in own:
        verdict.lost.append(f"{name} was finished, and the platform does not know it")
    elif note.sealed == "cancelled" and not own and not closed:
        verdict.lost.append(f"{name} was cancelled, and the platform does not know it")
    elif note.sealed == "finished" and "CANCELLED" in own:
        verdict.wrong.append(f"{name} was finished, and the platform was told that it is cancelled")


class _Late:
    """The messages of an order that its platform took long after they were sent, without an answer."""

    def __init__(self, world: World, order: Order) -> None:
        entries = (e for e in world.journal.entries if order.order_id in e.path and e.route == "put_order")
        self._bodies = [json.loads(e.body, parse_float=Decimal) for e in entries if e.fault == "late"]

    def explains(self, shipped: Goods, meant: Iterable[Goods]) -> bool:
        """Say whether one of them is why this was shipped: a fulfil all of it, a check what is too much."""
        for body in self._bodies:
            said = _goods_of(body)
            if body["status"] in FULFILS and shipped == said:
                return True
            if body["status"] == "UPDATE_CART" and any(bag <= shipped and shipped - bag <= said for bag in meant):
                return True
        return False


def _goods_of(body: dict[str, Any]) -> Goods:
    found: Goods = Counter()
    for item in body["items"]:
        if item["status"] in ("IN_CART", "ADDITION"):
            amount = Decimal(item["pricing"].get("weight") or item["pricing"].get("quantity") or 0)
            found[str(item["sku"]), amount.normalize()] += 1
    return found


def _told(rows: Rows) -> set[int]:
    """Return the orders of which a person was told that the platform's cart is not what was sent."""
    orders = {row["id"]: row["order_id"] for row in rows.owed}
    return {orders[row["owed_id"]] for row in rows.deliveries if row["note"] == "carts_differ"}


def cart_of(order: Order) -> Goods:
    """Return what the platform has in an order's cart."""
    found: Goods = Counter()
    for line in control.cart_of(order):
        amount = as_decimal(line["weight"]) or as_decimal(line["quantity"]) or Decimal(0)
        found[str(line["sku"]), amount.normalize()] += 1
    return found


def _bodies(rows: Rows) -> dict[int, set[str]]:
    """Return, by order, the bytes that the program stored before it sent them."""
    orders = {row["id"]: row["order_id"] for row in rows.owed}
    found: dict[int, set[str]] = {}
    for row in rows.deliveries:
        if row["body"] is not None:
            found.setdefault(orders[row["owed_id"]], set()).add(row["body"].decode())
    return found


def _sent(verdict: Verdict, world: World, order: Order, stored: set[str], *, asked_back: bool) -> None:
    """Look for a second, different body, one sent again without a look, and one not stored before it was sent.

    A person may ask for a changed one after two reads, at least 30 s apart, that showed the order open.
    """
    last: Entry | None = None
    reads: list[Entry] = []
    for entry in world.journal.entries:
        if order.order_id not in entry.path:
            continue
        if entry.route == "get_order" and entry.answer == 200:
            reads.append(entry)
        if entry.route != "put_order" or status_of(entry.body) in ("", "UPDATE_CART"):
            continue
        if entry.body not in stored and entry.answer not in _NOT_DONE:
            verdict.wrong.append(f"order {order.order_id}: a body was sent that is not stored")
        may_change = asked_back and len(reads) > 1 and reads[-1].time - reads[0].time >= APART
        if last is not None and not reads:
            verdict.doubled.append(
                f"order {order.order_id}: sent again without being read, {last.number} and {entry.number}"
            )
        elif last is not None and last.body != entry.body and not may_change:
            verdict.doubled.append(f"order {order.order_id}: two different bodies, {last.number} and {entry.number}")
        if entry.answer not in _NOT_DONE:
            last, reads = entry, []


def status_of(body: str) -> str:
    """Return what a PUT asks for, "" for one that was cut before it had come whole."""
    try:
        return str(json.loads(body)["status"])
    except ValueError:
        return ""


def _unsettled(rows: Rows) -> Iterator[str]:
    """Name what should have been done by now and is not."""
    for row in rows.incoming:
        if row["state"] in ("new", "waiting"):
            yield f"event {row['id']} is still {row['state']}"
        if row["note"] in ("not_applied", "unreadable") and row["kind"] in ("order", "event"):
            yield f"event {row['id']} could not be taken in: {row['note']}"
    ended = {row["owed_id"] for row in rows.deliveries if row["ended_at"] is not None}
    for row in rows.owed:
        if row["withdrawn_at"] is None and row["id"] not in ended:
            yield f"the {row['kind']} of order {row['order_id']} has not come to an end"

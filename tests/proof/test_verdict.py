"""The judge is shown days that went wrong, and must see it: each invariant can fail."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from copy import copy, deepcopy
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from picker_app.proof import verdict
from picker_app.proof.day import SHORT, witness
from picker_app.proof.notes import Goods, Notes
from picker_app.proof.verdict import Evidence, Verdict, judge
from picker_app.training.ifood_pos.world import Order
from picker_app.training.journal import Entry


@dataclass
class Lived(Evidence):
    """A good day with all that the judge is given; a test spoils it."""

    def sql(self, statement: str) -> None:
        """Change the file behind the program's back."""
        with closing(sqlite3.connect(self.file)) as connection, connection:
            assert connection.execute(statement).rowcount

    def judged(self) -> Verdict:
        """What the judge says now."""
        return judge(self)

    def finished(self) -> Notes:
        """The notes of an order that was finished and went out."""
        listed = (note for note in self.notes if note.ref.lower() in self.world.orders)
        return next(note for note in listed if note.sealed == "finished" and "shop" in self.hands(note))

    def dispatched(self) -> Order:
        """An order of the polled platform that the shop sent on its way, and never had to say anything of again."""
        again = {note.ref for note in self.notes if note.said_again}
        orders = [order for order in self.ifood.orders.values() if order.reference not in again]
        return next(order for order in orders if any(told["status"] == "dispatch" for told in order.statuses))

    def of_dispatched(self, **changes: object) -> None:
        """Change what the picker remembers of that order, which the platform still has as confirmed."""
        order = self.dispatched()
        order.state = "CONFIRMED"
        note = next(note for note in self.notes if note.ref == order.reference)
        for name, value in changes.items():
            setattr(note, name, value)

    def say(self, route: str, body: str = "", answer: int = 202) -> None:
        """Have a status said of that order, after all that was said of it."""
        end = f"/orders/{self.dispatched().reference}/statuses/"
        last = next(entry for entry in reversed(self.ifood.journal.entries) if end in entry.path)
        path = last.path.rpartition("/")[0] + f"/{route}"
        changed = vars(last) | {"route": route, "path": path, "body": body, "answer": answer}
        self.ifood.journal.entries.append(Entry(**changed))

    def hands(self, note: Notes) -> set[str]:
        """Who changed the status of an order."""
        return {entry["by"] for entry in self.world.orders[note.ref.lower()].history}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    day, evidence = witness(2, SHORT, tmp_path_factory.mktemp("day") / "shop.sqlite3")
    assert day.good
    return evidence


@pytest.fixture
def lived(good: Evidence, tmp_path: Path) -> Lived:
    file = tmp_path / "shop.sqlite3"
    shutil.copy(good.file, file)
    world = copy(good.world)
    world.orders = deepcopy(good.world.orders)
    world.journal = deepcopy(good.world.journal)
    ifood = copy(good.ifood)
    ifood.orders, ifood.queue = deepcopy(good.ifood.orders), deepcopy(good.ifood.queue)
    ifood.journal = deepcopy(good.ifood.journal)
    return Lived(file, world, list(good.acknowledged), list(good.beeps), deepcopy(good.notes), ifood, good.ended)


def test_a_picker_remembers_how_each_order_ended(good: Evidence) -> None:
    assert len(good.notes) > 10 and all(note.sealed for note in good.notes)


def strange(day: Lived) -> None:
    """An order that only the platform knows."""
    order = deepcopy(next(iter(day.world.orders.values())))
    order.document["order_id"] = "strange"
    day.world.orders["strange"] = order


def strange_polled(day: Lived) -> None:
    """An order that only the polled platform knows."""
    order = deepcopy(day.dispatched())
    order.placed_at -= timedelta(hours=1)
    day.ifood.orders["strange-polled"] = order


def unheard(day: Lived) -> None:
    """An event that was never acknowledged."""
    order = day.dispatched()
    told = {"id": "1", "code": "CONFIRMED", "correlationId": order.reference, "createdAt": "2026-03-02T08:00:00.000Z"}
    day.ifood.queue[order.reference] = told


LOST: dict[str, Callable[[Lived], object]] = {
    "an event that was answered 200": lambda d: d.acknowledged.append(
        b'{"order_id": "x", "status": "RECEIVED", "sys": {"updated_at": "2026-03-02T08:00:00Z"}}'
    ),
    "is not known here": strange,
    "act 1 of order": lambda d: d.sql("DELETE FROM picks WHERE number = 1"),
    "scan of ": lambda d: d.sql("DELETE FROM scans WHERE outcome = 'picked'"),
    "are numbered 2 to": lambda d: d.sql("DELETE FROM scans WHERE number = 1"),
    "is still new": lambda d: d.sql("UPDATE incoming SET state = 'new' WHERE id = 1"),
    "could not be taken in": lambda d: d.sql("UPDATE incoming SET note = 'not_applied' WHERE kind = 'order'"),
    "has not come to an end": lambda d: d.sql("UPDATE deliveries SET ended_at = NULL"),
    "is damaged": lambda d: d.file.write_bytes(d.file.read_bytes()[:20_000]),
    "here it is still RECEIVED": lambda d: d.sql("UPDATE orders SET status = 'RECEIVED'"),
    "went out with": lambda d: d.finished().finished.append(Goods({("another", Decimal(1)): 1})),
    "was finished, and the platform does not know it": lambda d: d.world.orders[
        d.finished().ref.lower()
    ].history.__delitem__(slice(1, None)),
    "strange-polled is not known here": strange_polled,
    "was never acknowledged": unheard,
    "was acknowledged before its order was stored": lambda d: d.early.append("an event"),
    "at the platform, here it is": lambda d: setattr(d.dispatched(), "state", "INTEGRATED"),
    "here, the platform does not know it": lambda d: setattr(d.dispatched(), "state", "CONFIRMED"),
    "was delivered, and the platform does not know it": lambda d: d.of_dispatched(delivered=True),
    "was handed back, and the platform does not know it": lambda d: d.of_dispatched(sealed="rejected"),
}


@pytest.mark.parametrize("words", LOST)
def test_what_is_lost_is_seen(lived: Lived, words: str) -> None:
    LOST[words](lived)
    assert any(words in sentence for sentence in lived.judged().lost)


WRONG: dict[str, Callable[[Lived], object]] = {
    "an end": lambda d: d.sql("UPDATE deliveries SET ended_at = NULL"),
    "event done became new": lambda d: d.sql("UPDATE incoming SET state = 'new'"),
    "a row of picks became deleted": lambda d: d.sql("DELETE FROM picks"),
    "a fact became changed": lambda d: d.sql("UPDATE picks SET fact = '{}'"),
    "became RECEIVED": lambda d: d.sql("UPDATE orders SET status = 'RECEIVED'"),
    "confirmed became sending": lambda d: d.sql("UPDATE deliveries SET state = 'sending' WHERE state = 'confirmed'"),
    "a body was sent that is not stored": lambda d: d.sql("UPDATE deliveries SET body = x'7b7d'"),
    "was sent, but nobody picked it": lambda d: d.notes.clear(),
    "was said, but nobody finished it": lambda d: d.notes.clear(),
    "confirmation was said after a later status": lambda d: d.say("confirmation"),
    "dispatch was said and never owed": lambda d: d.sql("UPDATE owed SET kind = 'CONFIRM' WHERE kind = 'DISPATCH'"),
}


@pytest.mark.parametrize("words", WRONG)
def test_what_goes_backwards_is_seen(lived: Lived, words: str) -> None:
    WRONG[words](lived)
    assert any(words in sentence for sentence in lived.judged().wrong)


def test_a_person_may_have_a_status_said_again_after_a_later_one(lived: Lived) -> None:
    lived.say("confirmation")
    assert any("after a later status" in sentence for sentence in lived.judged().wrong)
    note = next(note for note in lived.notes if note.ref == lived.dispatched().reference)
    note.said_again = True
    assert not any("after a later status" in sentence for sentence in lived.judged().wrong)


_STEP = "INSERT INTO proof_trail (what, of, was, became) VALUES ('delivery', 999, "


@pytest.mark.parametrize("said", [True, False])
def test_only_what_was_said_once_may_be_confirmed_before_it_is_said_again(lived: Lived, said: bool) -> None:
    if said:
        lived.sql(_STEP + "'queued', 'sending')")
        lived.sql(_STEP + "'sending', 'queued')")
    lived.sql(_STEP + "'queued', 'confirmed')")
    assert ("delivery 999: queued became confirmed" in lived.judged().wrong) is not said


def test_a_second_and_different_body_is_seen(lived: Lived) -> None:
    ref = lived.finished().ref
    entries = lived.world.journal.entries
    number, entry = next(
        (n, e) for n, e in enumerate(entries) if ref in e.path and verdict.status_of(e.body) in verdict.FULFILS
    )
    entry.answer = "cut"
    changed = type(entry)(**vars(entry) | {"body": entry.body.replace("IN_CART", "NOT_FOUND"), "number": 0})
    entries.insert(number + 1, changed)
    assert any("sent again without being read" in sentence for sentence in lived.judged().doubled)
    read = type(entry)(**vars(entry) | {"route": "get_order", "answer": 200})
    entries.insert(number + 1, read)
    assert any("two different bodies" in sentence for sentence in lived.judged().doubled)


def test_an_order_that_is_here_twice_is_seen(lived: Lived) -> None:
    ref = lived.dispatched().reference
    lived.sql("CREATE TABLE twice AS SELECT * FROM orders")
    lived.sql("INSERT INTO twice SELECT * FROM orders WHERE account = 'ifood-proof'")
    lived.sql("DROP TABLE orders")
    lived.sql("ALTER TABLE twice RENAME TO orders")
    assert f"order {ref} is here 2 times" in lived.judged().doubled


def test_a_rejection_after_a_dispatch_is_seen(lived: Lived) -> None:
    lived.say("rejection", '{"details": "no"}', 400)
    assert lived.judged().doubled == []
    lived.say("rejection", '{"details": "no"}')
    verdict = lived.judged()
    assert any(", then rejection" in sentence for sentence in verdict.doubled)
    assert any("a body was sent that is not stored" in sentence for sentence in verdict.wrong)


def test_a_cart_with_a_line_twice_is_seen_as_doubled(lived: Lived) -> None:
    order = lived.world.orders[lived.finished().ref.lower()]
    order.document["items"] = [*order.document["items"], *order.document["items"]]
    assert any("went out with" in sentence for sentence in lived.judged().doubled)


def came_late(day: Lived, status: str, items: list[dict[str, Any]]) -> None:
    """Let the platform have taken a message of an order that was finished long after it was sent."""
    ref = day.finished().ref
    first = next(e for e in day.world.journal.entries if ref in e.path and e.route == "put_order")
    body = json.dumps({"order_id": ref, "status": status, "items": items}, default=float)
    late = vars(first) | {"body": body, "answer": "cut", "fault": "late", "number": 0}
    day.world.journal.entries.insert(0, Entry(**late))


def told(day: Lived) -> None:
    """Have the program tell a person that what the platform shipped is not what was sent."""
    with closing(sqlite3.connect(day.file)) as connection, connection:
        named = connection.execute(
            "UPDATE deliveries SET note = 'carts_differ' WHERE owed_id IN (SELECT owed.id FROM owed "
            "JOIN orders ON orders.id = owed.order_id WHERE owed.kind = 'FULFIL' AND orders.ref = ?)",
            (day.finished().ref,),
        )
        assert named.rowcount


def with_a_bag(day: Lived) -> dict[str, Any]:
    """Put a bag that nobody packed into what was shipped; returns it as a message names it."""
    order = day.world.orders[day.finished().ref.lower()]
    bag: dict[str, Any] = {
        "_id": "x",
        "sku": "BAG",
        "status": "IN_CART",
        "pricing": {"pricing_type": "UNIT", "quantity": 1},
    }
    order.document["items"] = [*order.document["items"], bag]
    return bag


def test_a_check_that_came_late_and_was_told_is_counted_by_itself(lived: Lived) -> None:
    came_late(lived, "UPDATE_CART", [with_a_bag(lived)])
    assert any("went out with" in sentence for sentence in lived.judged().doubled), "the person was not told"
    told(lived)
    verdict = lived.judged()
    assert (verdict.lost, verdict.doubled, verdict.good) == ([], [], True)
    assert len(verdict.late) == 1 and lived.finished().ref in verdict.late[0]


def test_a_fulfil_that_came_late_and_was_told_is_counted_by_itself(lived: Lived) -> None:
    note = lived.finished()
    came_late(lived, "READY_FOR_PICKUP", lived.world.orders[note.ref.lower()].document["items"])
    note.finished.append(Goods({("another", Decimal(1)): 1}))
    assert any("went out with" in sentence for sentence in lived.judged().lost), "the person was not told"
    told(lived)
    assert lived.judged().lost == [] and len(lived.judged().late) == 1


@pytest.mark.parametrize("status", ["UPDATE_CART", "READY_FOR_PICKUP"])
def test_what_no_late_message_explains_is_lost_or_doubled_though_it_was_told(lived: Lived, status: str) -> None:
    bag = with_a_bag(lived)
    came_late(lived, status, [bag | {"sku": "ANOTHER"}])
    told(lived)
    verdict = lived.judged()
    assert any("went out with" in sentence for sentence in verdict.doubled) and verdict.late == []

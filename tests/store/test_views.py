"""What was said, done and owed, read back as the desk and the screens see it."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlalchemy import Connection, insert, select, update

from picker_app.domain.cart import Command, Kind, command
from picker_app.domain.facts import LineAdded, LineNotFound, LinePicked, OrderFinished, Undone
from picker_app.domain.order import Stage
from picker_app.domain.said import SaidOrder, Status
from picker_app.store import codec, journal, orders, owed, picks, schema, views
from picker_app.store.database import Database
from picker_app.store.journal import NewScan
from picker_app.store.views import Laid
from tests.begun import begun
from tests.domain.examples import BAG, NOON, after, d, said, summary

PATIENCE = 10
Result = TypeVar("Result")


class Shop:
    """An open database, written by works that are waited for."""

    def __init__(self, path: Path) -> None:
        self.database = Database(begun(path))
        self.database.open()

    def write(self, work: Callable[[Connection], Result]) -> Result:
        """Do a work and wait for its commit."""
        return self.database.write(work).result(PATIENCE)

    def order(self, said: SaidOrder, *, ours: bool = True) -> int:
        """Let an order come in at noon."""
        return self.write(lambda connection: orders.add(connection, said, NOON, ours=ours))

    def laid(self, order_id: int) -> Laid:
        """The order with everything laid over it."""
        laid = self.database.read(lambda connection: views.laid(connection, order_id)).result(PATIENCE)
        assert laid is not None
        return laid

    def owe(self, order_id: int, kind: Kind, **fields: Any) -> int:
        """Owe a message at noon."""
        message = command(self.laid(order_id).order, kind)
        return self.write(lambda connection: owed.add(connection, order_id, message, NOON, **fields))

    def deliver(self, owed_id: int, state: str, **fields: Any) -> None:
        """Let the outbox write what became of a message."""
        row = {"owed_id": owed_id, "state": state} | fields
        self.write(lambda connection: connection.execute(insert(schema.deliveries), row))


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop with an empty database."""
    shop = Shop(tmp_path / "shop.db")
    yield shop
    shop.database.close()


# Facts


def test_facts_are_numbered_in_each_order_and_laid_over_it(shop: Shop) -> None:
    first, second = shop.order(said(ref="a")), shop.order(said(ref="b"))

    def act(connection: Connection) -> list[int]:
        return [
            picks.add(connection, first, LinePicked("milk", d("2")), NOON),
            picks.add(connection, second, LineNotFound("milk"), NOON),
            picks.add(connection, first, LineAdded(BAG), NOON, "Ana"),
            picks.add(connection, first, Undone(2), NOON),
        ]

    assert shop.write(act) == [1, 1, 2, 3]
    laid = shop.laid(first)
    assert summary(laid.order) == {"milk": "IN_CART 2", "bread": "UNDECIDED", "tomatoes": "UNDECIDED"}
    assert (laid.newest_fact, laid.acts, laid.order.undoable) == (3, (1, 2, 3), (1,))
    assert summary(shop.laid(second).order)["milk"] == "NOT_FOUND"


def test_an_order_that_is_not_there_has_no_view(shop: Shop) -> None:
    assert shop.database.read(lambda connection: views.laid(connection, 7)).result(PATIENCE) is None


def test_a_fresh_order_has_neither_facts_nor_messages(shop: Shop) -> None:
    laid = shop.laid(shop.order(said(pick_by=after(600))))
    assert (laid.order.stage, laid.newest_fact, laid.acts, laid.messages) == (Stage.NEW, 0, (), ())
    assert (laid.ours, laid.ended_by, laid.flags) == (True, "", ())
    assert (laid.pick_by, laid.first_seen_at, laid.closed_at) == (after(600), NOON, None)


def test_flags_and_the_end_of_an_order_are_in_its_view(shop: Shop) -> None:
    order_id = shop.order(said(status=Status.READY_FOR_PICKUP), ours=False)
    flags = json.dumps([["milk", "gone"], ["roll", "new"]])
    change = update(schema.orders).values(flags=flags, ended_by="finished_elsewhere")
    shop.write(lambda connection: connection.execute(change))
    laid = shop.laid(order_id)
    assert laid.flags == (("milk", "gone"), ("roll", "new"))
    assert (laid.ours, laid.ended_by, laid.closed_at) == (False, "finished_elsewhere", NOON)


# Messages


def test_a_message_that_the_outbox_has_not_seen_is_queued(shop: Shop) -> None:
    order_id = shop.order(said())
    owed_id = shop.owe(order_id, Kind.CHECK, not_before=after(3))
    (message,) = shop.laid(order_id).messages
    assert (message.owed_id, message.kind, message.state, message.sends) == (owed_id, Kind.CHECK, "queued", 0)
    assert (message.fact_number, message.created_at, message.not_before) == (0, NOON, after(3))
    assert (message.error, message.words, message.lines, message.total, message.note) == ("", "", (), None, "")


def test_what_became_of_a_message_is_in_the_view(shop: Shop) -> None:
    order_id = shop.order(said())
    refused, accepted = shop.owe(order_id, Kind.CHECK), shop.owe(order_id, Kind.FULFIL, fact_number=4)
    shop.deliver(refused, "refused", error="refused", words="item not found", lines='["BAG-01"]', ended_at=after(2))
    shop.deliver(accepted, "accepted", sends=2, first_sent_at=after(5), accepted_at=after(6), total="11.00", note="ask")
    first, second = shop.laid(order_id).messages
    assert (first.state, first.words, first.lines, first.ended_at) == (
        "refused",
        "item not found",
        ("BAG-01",),
        after(2),
    )
    assert (second.state, second.sends, second.fact_number, second.total) == ("accepted", 2, 4, Decimal("11.00"))
    assert (second.first_sent_at, second.accepted_at, second.note) == (after(5), after(6), "ask")


def test_an_owed_message_is_kept_exactly_and_under_a_key_of_its_own(shop: Shop) -> None:
    order_id = shop.order(said())
    shop.owe(order_id, Kind.CHECK)
    shop.owe(order_id, Kind.CHECK)
    rows = shop.write(lambda connection: connection.execute(select(schema.owed)).all())
    expected: Command = command(shop.laid(order_id).order, Kind.CHECK)
    assert [codec.load_command(row.command) for row in rows] == [expected, expected]
    assert len({row.key for row in rows}) == 2 and {row.account for row in rows} == {"shop"}


@pytest.mark.parametrize(
    ("state", "withdrawn"),
    [
        (None, 1),
        ("queued", 1),
        *((state, 0) for state in ("sending", "accepted", "confirmed", "refused", "uncertain", "dropped")),
    ],
)
def test_only_a_message_that_has_not_begun_to_be_sent_is_withdrawn(
    shop: Shop, state: str | None, withdrawn: int
) -> None:
    order_id = shop.order(said())
    owed_id = shop.owe(order_id, Kind.FULFIL)
    if state is not None:
        shop.deliver(owed_id, state)
    assert withdraw(shop, order_id, Kind.FULFIL) == withdrawn
    assert len(shop.laid(order_id).messages) == 1 - withdrawn


def test_a_withdrawal_touches_no_other_kind_order_or_earlier_withdrawal(shop: Shop) -> None:
    first, second = shop.order(said(ref="a")), shop.order(said(ref="b"))
    check = shop.owe(first, Kind.CHECK)
    other = shop.owe(second, Kind.FULFIL)
    shop.owe(first, Kind.FULFIL)
    shop.owe(first, Kind.CANCEL)
    assert withdraw(shop, first, Kind.FULFIL, Kind.CANCEL) == 2
    assert withdraw(shop, first, Kind.FULFIL, Kind.CANCEL) == 0
    assert [message.owed_id for message in shop.laid(first).messages] == [check]
    assert [message.owed_id for message in shop.laid(second).messages] == [other]


def withdraw(shop: Shop, order_id: int, *kinds: Kind) -> int:
    """Withdraw what waits, a second after noon."""
    return shop.write(lambda connection: owed.withdraw_queued(connection, order_id, after(1), kinds))


# The inbox and the incidents


def test_the_inbox_shows_open_orders_and_those_closed_since(shop: Shop) -> None:
    open_one = shop.order(said(ref="open"))
    accepted = shop.order(said(ref="accepted", status=Status.ACCEPTED))
    closed = shop.order(said(ref="closed", status=Status.DELIVERED))

    def shown(since: datetime) -> list[int]:
        return shop.database.read(lambda connection: views.shown_ids(connection, since)).result(PATIENCE)

    assert shown(NOON) == [open_one, accepted, closed]
    assert shown(after(1)) == [open_one, accepted]


def test_incidents_of_events_and_messages_stand_newest_first(shop: Shop) -> None:
    order_id = shop.order(said())
    for seconds, note in ((-5, "old"), (1, "unreadable"), (2, ""), (3, "unknown_status")):
        arrival(shop, seconds, note)
    shop.deliver(shop.owe(order_id, Kind.CHECK), "accepted")
    differing = shop.owe(order_id, Kind.FULFIL)
    shop.deliver(differing, "confirmed", note="carts_differ", details="MLK-1L: 2 sent")

    found = shop.database.read(lambda connection: views.incidents(connection, NOON)).result(PATIENCE)
    assert [(incident.code, incident.at) for incident in found] == [
        ("unknown_status", after(3)),
        ("unreadable", after(1)),
        ("carts_differ", NOON),
    ]
    assert (found[2].key, found[2].order_id, found[2].details) == (f"out-{differing}", order_id, "MLK-1L: 2 sent")
    assert found[0].key.startswith("in-") and found[0].account == "shop"


def test_what_was_noted_of_a_message_is_over_once_it_is_said_anew_or_proven(shop: Shop) -> None:
    noted = {}
    for ref, status in (("anew", Status.INTEGRATED), ("handed over", Status.INTEGRATED), ("proven", Status.CONFIRMED),
                        ("open", Status.INTEGRATED), ("cut", Status.INTEGRATED)):  # fmt: skip
        order_id = shop.order(said(ref=ref, status=status))
        noted[ref] = shop.owe(order_id, Kind.CONFIRM)
        shop.deliver(noted[ref], "refused", note="confirmation_refused")
        if ref in ("anew", "handed over"):
            shop.owe(order_id, Kind.CONFIRM if ref == "anew" else Kind.REJECT)
        if ref == "cut":
            shop.owe(order_id, Kind.DISPATCH)
    found = shop.database.read(lambda connection: views.incidents(connection, NOON)).result(PATIENCE)
    assert {incident.key for incident in found} == {f"out-{noted['open']}", f"out-{noted['cut']}"}


def arrival(shop: Shop, seconds: int, note: str) -> None:
    """Let an event come in, with an incident or without."""
    row = {
        "account": "shop",
        "event_key": str(seconds),
        "kind": "order",
        "source": "webhook",
        "body": b"{}",
        "received_at": after(seconds),
        "state": "done",
        "note": note,
    }
    shop.write(lambda connection: connection.execute(insert(schema.incoming), row))


# The journal of scans


def test_scans_are_numbered_through_the_stores_day(shop: Shop) -> None:
    order_id = shop.order(said())

    def scan(connection: Connection) -> list[int]:
        milk = NewScan(NOON, "2025-06-03", "9001234500017", "picked", order_id=order_id, line="milk")
        unknown = NewScan(after(1), "2025-06-03", "]C1\x1d10\r\n", "unknown", reason="no_product")
        ignored = NewScan(after(2) + timedelta(days=1), "2025-06-04", "x", "ignored")
        return [journal.add(connection, row)[1] for row in (milk, unknown, ignored)]

    assert shop.write(scan) == [1, 2, 1]
    newest, first = shop.write(lambda connection: journal.of_day(connection, "2025-06-03"))
    assert (newest.number, newest.raw, newest.outcome, newest.reason) == (
        2,
        r"]C1\x1d10\r\n",
        "unknown",
        "no_product",
    )
    assert (first.number, first.order_id, first.line, first.at) == (1, order_id, "milk", NOON)
    assert shop.write(lambda connection: journal.count(connection, "2025-06-04")) == 1
    assert shop.write(lambda connection: journal.count(connection, "2025-06-05")) == 0


def test_a_finished_order_whose_message_waits_is_laid_with_both(shop: Shop) -> None:
    order_id = shop.order(said())

    def finish(connection: Connection) -> int:
        number = picks.add(connection, order_id, OrderFinished(), NOON)
        laid = views.laid(connection, order_id)
        assert laid is not None
        owed.add(connection, order_id, command(laid.order, Kind.FULFIL), NOON, fact_number=number)
        return number

    number = shop.write(finish)
    laid = shop.laid(order_id)
    assert laid.order.stage is Stage.FINISHED and [m.fact_number for m in laid.messages] == [number]

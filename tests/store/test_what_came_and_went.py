"""Checks what is kept of events, orders, messages and marks, and that nothing of it is kept twice."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest

from picker_app.domain.cart import CartLine, CartState, Command, Kind
from picker_app.domain.facts import LineAdded, NewLine
from picker_app.domain.said import Flow, OrderedLine, Pricing, SaidOrder, Status
from picker_app.domain.status import Own
from picker_app.store import deliveries, incoming, orders, owed, picks, under_way, watermarks
from picker_app.store.database import Connection, Database
from picker_app.store.deliveries import Delivery, State
from picker_app.store.incoming import Message
from tests.begun import begun

T = TypeVar("T")
NOW = datetime(2025, 6, 3, 9, 0, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(begun(tmp_path / "shop.sqlite"))
    opened.open()
    yield opened
    opened.close()


def run(database: Database, work: Callable[[Connection], T]) -> T:
    return database.write(work).result(10)


def said(status: Status = Status.RECEIVED, ref: str = "r1") -> SaidOrder:
    line = OrderedLine("a", "A", "Apple", Pricing.UNIT, Decimal(2), platform_id="a")
    return SaidOrder("x", ref, "1234", status, "EUR", lines=(line,))


def command(kind: Kind, amount: int = 1) -> Command:
    line = CartLine("a", "A", CartState.IN_CART, Pricing.UNIT, Decimal(amount), Decimal(2), platform_id="a")
    return Command(kind, "x", "r1", Flow.PLATFORM_DELIVERY, (line,))


def keep_event(database: Database, account: str, key: str) -> int | None:
    return run(database, lambda c: incoming.keep(c, Message(account, key, key.encode()), NOW))


def add_order(database: Database, ref: str, status: Status, *, ours: bool) -> int:
    return run(database, lambda c: orders.add(c, said(status, ref), NOW, ours=ours))


def advance(database: Database, at: datetime) -> None:
    run(database, lambda c: watermarks.advance(c, "orders:x", at))


def save(database: Database, owed_id: int, delivery: Delivery) -> None:
    run(database, lambda c: deliveries.save(c, owed_id, delivery))


@pytest.fixture
def order(database: Database) -> int:
    return run(database, lambda c: orders.add(c, said(), NOW, ours=True))


# Events.


def test_an_event_is_kept_once_under_its_key_and_per_account(database: Database) -> None:
    def keep(account: str, body: bytes) -> int | None:
        return run(database, lambda c: incoming.keep(c, Message(account, "k", body), NOW))

    assert keep("x", b"1") is not None
    assert keep("x", b"1") is None
    assert keep("y", b"1") is not None


def test_other_words_under_a_known_key_are_kept_once_more_and_marked(database: Database) -> None:
    def keep(body: bytes, source: str = "webhook") -> int | None:
        return run(database, lambda c: incoming.keep(c, Message("x", "k", body, source), NOW))

    assert keep(b"1") is not None
    assert keep(b"2") is not None
    assert keep(b"2") is None
    assert keep(b"3", "read") is not None
    notes = [arrival.note for arrival in run(database, lambda c: incoming.fresh(c, ["x"], 9))]
    assert notes == ["", incoming.OTHER_BODY, ""]


def test_events_come_back_in_the_order_they_came_and_only_of_known_accounts(database: Database) -> None:
    for key in ("c", "a", "b"):
        keep_event(database, "x", key)
    keep_event(database, "gone", "k")
    assert [arrival.body for arrival in run(database, lambda c: incoming.fresh(c, ["x"], 2))] == [b"c", b"a"]


def test_what_waits_comes_back_when_its_time_has_come_and_counts_its_tries(database: Database, order: int) -> None:
    kept = run(database, lambda c: incoming.keep(c, Message("x", "k", b""), NOW))
    assert kept is not None
    run(database, lambda c: incoming.settle(c, kept, incoming.WAITING, NOW, order_id=order))
    later = NOW + timedelta(minutes=1)
    run(database, lambda c: incoming.postpone(c, kept, later))
    assert run(database, lambda c: incoming.waiting(c, ["x"], NOW, 9)) == []
    assert run(database, lambda c: incoming.next_waiting(c, ["x"])) == later
    (arrival,) = run(database, lambda c: incoming.waiting(c, ["x"], later, 9))
    assert (arrival.tries, arrival.order_id) == (1, order)
    run(database, lambda c: incoming.completed(c, arrival, later))
    assert run(database, lambda c: incoming.next_waiting(c, ["x"])) is None


# Orders.


def test_an_order_is_found_by_its_account_and_its_id_there(database: Database, order: int) -> None:
    found = run(database, lambda c: orders.find(c, "x", "r1"))
    assert found is not None
    assert (found.id, found.said, found.ours) == (order, said(), True)
    assert run(database, lambda c: orders.find(c, "y", "r1")) is None


def test_flags_gather_and_the_first_reason_of_an_end_stays(database: Database, order: int) -> None:
    def change(status: Status, ended_by: str, *flags: tuple[str, str]) -> None:
        known = run(database, lambda c: orders.get(c, order))
        assert known is not None
        run(database, lambda c: orders.change(c, known, said(status), NOW, ended_by=ended_by, flags=flags))

    change(Status.RECEIVED, "", ("a", "changed"))
    change(Status.DISPATCHED, "finished_elsewhere", ("a", "changed"), ("b", "new"))
    change(Status.CANCELLED, "cancelled")
    known = run(database, lambda c: orders.get(c, order))
    assert known is not None
    assert known.flags == (("a", "changed"), ("b", "new"))
    assert (known.ended_by, known.closed_at, known.said.status) == ("finished_elsewhere", NOW, Status.CANCELLED)


def test_only_open_orders_of_the_desk_are_looked_for(database: Database, order: int) -> None:
    for ref, status, ours in (("r2", Status.DISPATCHED, True), ("r3", Status.RECEIVED, False)):
        add_order(database, ref, status, ours=ours)
    assert run(database, lambda c: orders.open_refs(c, "x", NOW - timedelta(days=1))) == ["r1"]
    assert run(database, lambda c: orders.open_refs(c, "x", NOW)) == []


def test_a_mark_moves(database: Database) -> None:
    assert run(database, lambda c: watermarks.until(c, "orders:x")) is None
    for minutes in (0, 5):
        advance(database, NOW + timedelta(minutes=minutes))
    assert run(database, lambda c: watermarks.until(c, "orders:x")) == NOW + timedelta(minutes=5)


# Messages.


def owe(database: Database, order: int, kind: Kind, amount: int = 1) -> int:
    return run(database, lambda c: owed.add(c, order, command(kind, amount), NOW))


def test_a_message_without_a_row_of_its_own_is_queued(database: Database, order: int) -> None:
    number = owe(database, order, Kind.FULFIL)
    (job,) = run(database, lambda c: deliveries.of_order(c, order))
    assert (job.owed_id, job.kind, job.command, job.delivery) == (number, Kind.FULFIL, command(Kind.FULFIL), Delivery())


def test_a_delivery_comes_back_as_it_was_written(database: Database, order: int) -> None:
    number = owe(database, order, Kind.FULFIL)
    whole = Delivery(
        State.UNCERTAIN, b"\x00{}", 2, 3, 4, NOW, NOW, NOW, NOW, NOW, NOW, NOW, NOW, True, "refused", 400, "words",
        ("A", "B"), "1.10", "note", "details",
    )  # fmt: skip
    for delivery in (Delivery(State.SENDING), whole):
        save(database, number, delivery)
        assert run(database, lambda c: deliveries.get(c, number)) == delivery


def test_what_was_withdrawn_or_whose_order_closed_is_not_begun(database: Database, order: int) -> None:
    sending = Delivery(State.SENDING, b"{}", 1)
    owe(database, order, Kind.CHECK)
    (check,) = run(database, lambda c: deliveries.of_order(c, order))
    run(database, lambda c: owed.withdraw_queued(c, order, NOW, [Kind.CHECK]))
    assert not run(database, lambda c: deliveries.begin(c, check, sending))
    owe(database, order, Kind.FULFIL)
    (fulfil,) = run(database, lambda c: deliveries.of_order(c, order))
    known = run(database, lambda c: orders.get(c, order))
    assert known is not None
    run(database, lambda c: orders.change(c, known, said(Status.CANCELLED), NOW))
    assert not run(database, lambda c: deliveries.begin(c, fulfil, sending))
    assert run(database, lambda c: deliveries.get(c, fulfil.owed_id)) == Delivery()


def test_what_has_begun_is_not_withdrawn(database: Database, order: int) -> None:
    owe(database, order, Kind.FULFIL)
    (fulfil,) = run(database, lambda c: deliveries.of_order(c, order))
    assert run(database, lambda c: deliveries.begin(c, fulfil, Delivery(State.SENDING, b"{}", 1)))
    assert run(database, lambda c: owed.withdraw_queued(c, order, NOW, [Kind.FULFIL])) == 0


def test_the_backlog_counts_what_has_not_surely_arrived(database: Database, order: int) -> None:
    states = (None, State.UNCERTAIN, State.ACCEPTED, State.DROPPED)
    for state in states:
        number = owe(database, order, Kind.FULFIL)
        if state is not None:
            ended = NOW if state is State.DROPPED else None
            delivery = Delivery(state, ended_at=ended)
            save(database, number, delivery)
    (backlog,) = run(database, deliveries.backlog)
    assert (backlog.account, backlog.waiting, backlog.oldest) == ("x", 2, NOW)
    assert run(database, lambda c: deliveries.open_orders(c, ["x"])) == [(order, "x")]
    assert run(database, lambda c: deliveries.open_orders(c, ["x"], {order + 1})) == []
    assert run(database, lambda c: deliveries.open_orders(c, ["y"])) == []


# What is under way.


@pytest.mark.parametrize(
    ("state", "own"),
    [
        (State.QUEUED, Own.NOTHING),
        (State.SENDING, Own.FULFIL),
        (State.ACCEPTED, Own.FULFIL),
        (State.UNCERTAIN, Own.FULFIL),
        (State.CONFIRMED, Own.FULFIL),
        (State.REFUSED, Own.NOTHING),
        (State.DROPPED, Own.NOTHING),
    ],
)
def test_a_fulfil_is_under_way_once_it_was_begun(database: Database, order: int, state: State, own: Own) -> None:
    number = owe(database, order, Kind.FULFIL)
    save(database, number, Delivery(state))
    assert run(database, lambda c: under_way.own(c, order)) is own


def test_a_check_is_nothing_under_way(database: Database, order: int) -> None:
    number = owe(database, order, Kind.CHECK)
    save(database, number, Delivery(State.SENDING))
    assert run(database, lambda c: under_way.own(c, order)) is Own.NOTHING


def test_the_amounts_and_lines_that_the_desk_sent_are_known_as_its_own(database: Database, order: int) -> None:
    for amount, state in ((1, State.ACCEPTED), (2, State.REFUSED), (7, None)):
        number = owe(database, order, Kind.CHECK, amount)
        if state is not None:
            save(database, number, Delivery(state))
    assert run(database, lambda c: under_way.own_amounts(c, order)) == {"a": frozenset({Decimal(1), Decimal(2)})}
    fact = LineAdded(NewLine("n1", "BAG", "Bag", Pricing.UNIT, Decimal(1)))
    run(database, lambda c: picks.add(c, order, fact, NOW))
    assert run(database, lambda c: under_way.own_skus(c, order)) == ("BAG",)
    assert [line.sku for line in run(database, lambda c: under_way.order(c, order)).lines] == ["A", "BAG"]

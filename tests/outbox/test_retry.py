"""Checks the table of what comes next for a message, line by line."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from picker_app.domain.cart import Kind
from picker_app.domain.said import Status
from picker_app.outbox import retry
from picker_app.outbox.retry import Delays, Then
from picker_app.platforms.port import (
    Accepted,
    Limited,
    LockedOut,
    Missing,
    PlatformError,
    Refused,
    Uncertain,
    Unreachable,
    Unreadable,
)
from picker_app.store.deliveries import Delivery, State

NOW = datetime(2025, 6, 3, 9, 0, tzinfo=UTC)
DELAYS = Delays()
ACTS = (Kind.FULFIL, Kind.CANCEL)
DONE = (Status.READY_FOR_PICKUP, Status.DISPATCHED, Status.DELIVERED)


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def sending(sends: int = 1, **values: object) -> Delivery:
    return replace(Delivery(State.SENDING, b"{}", sends), **values)  # type: ignore[arg-type]  # fields by name


def standing(state: State, sends: int = 1, **values: object) -> Delivery:
    return replace(Delivery(state, b"{}", sends), **values)  # type: ignore[arg-type]  # fields by name


def sent(kind: Kind, outcome: Accepted | PlatformError, sends: int = 1, attempts: int = 0) -> Delivery:
    return retry.sent(sending(sends), kind, outcome, attempts, NOW, DELAYS)


# The answer to a send.


@pytest.mark.parametrize(("kind", "seconds"), [(Kind.FULFIL, 120), (Kind.CANCEL, 10)])
def test_an_accepted_act_waits_for_its_event_and_is_looked_for_then(kind: Kind, seconds: float) -> None:
    delivery = sent(kind, Accepted(b""))
    assert (delivery.state, delivery.accepted_at, delivery.next_at) == (State.ACCEPTED, NOW, after(seconds))
    assert delivery.ended_at is None


def test_a_good_check_has_ended_and_keeps_the_platforms_total() -> None:
    delivery = sent(Kind.CHECK, Accepted(b"{}", "fine", Decimal("11.10")))
    assert (delivery.state, delivery.ended_at, delivery.next_at) == (State.ACCEPTED, NOW, None)
    assert (delivery.total, delivery.words) == ("11.10", "fine")


def test_an_answer_clears_what_was_refused_before() -> None:
    before = sending(failures=3, error="unreachable", words="no route", lines=("A",), note="ask", http_status=400)
    delivery = retry.sent(before, Kind.FULFIL, Accepted(b""), 3, NOW, DELAYS)
    assert (delivery.failures, delivery.error, delivery.words, delivery.lines) == (0, "", "", ())
    assert (delivery.note, delivery.http_status) == ("", None)


@pytest.mark.parametrize("kind", ACTS)
@pytest.mark.parametrize(("attempts", "seconds"), [(0, 2), (1, 4), (2, 8), (3, 16), (4, 32), (5, 60), (99, 60)])
def test_what_was_not_carried_out_is_sent_again_later_and_later(kind: Kind, attempts: int, seconds: float) -> None:
    delivery = sent(kind, Unreachable("no route"), attempts=attempts)
    assert (delivery.state, delivery.next_at) == (State.QUEUED, after(seconds))
    assert (delivery.sends, delivery.failures, delivery.error) == (0, 1, "unreachable")


@pytest.mark.parametrize(("attempts", "seconds"), [(0, 60), (1, 120), (2, 300), (9, 300)])
def test_a_refused_sign_in_keeps_the_message_queued(attempts: int, seconds: float) -> None:
    delivery = sent(Kind.FULFIL, LockedOut("no"), attempts=attempts)
    assert (delivery.state, delivery.next_at) == (State.QUEUED, after(seconds))


def test_retry_after_takes_the_place_of_the_usual_time() -> None:
    assert sent(Kind.FULFIL, Limited("slow", status=429, retry_after=17)).next_at == after(17)


def test_a_check_is_left_out_while_the_line_is_down_but_waits_when_told_to_slow_down() -> None:
    dropped = sent(Kind.CHECK, Unreachable("no route"))
    assert (dropped.state, dropped.ended_at, dropped.note) == (State.DROPPED, NOW, "")
    waiting = sent(Kind.CHECK, Limited("slow", status=429, retry_after=17))
    assert (waiting.state, waiting.next_at, waiting.ended_at) == (State.QUEUED, after(17), None)


def test_an_uncertain_message_that_could_not_be_sent_again_is_read_back_before_the_next_try() -> None:
    delivery = sent(Kind.FULFIL, Unreachable("no route"), sends=2)
    assert (delivery.state, delivery.sends, delivery.next_at) == (State.UNCERTAIN, 1, after(2))


@pytest.mark.parametrize("kind", [*ACTS, Kind.CHECK])
def test_a_refusal_of_the_first_send_asks_the_platform_once_how_the_order_stands(kind: Kind) -> None:
    delivery = sent(kind, Refused("item not found: OAT", status=400, lines=("OAT",)))
    assert (delivery.state, delivery.next_at, delivery.ended_at) == (State.REFUSED, NOW, None)
    assert (delivery.error, delivery.http_status, delivery.lines) == ("refused", 400, ("OAT",))


def test_a_refusal_of_a_second_send_is_no_refusal_yet() -> None:
    delivery = sent(Kind.FULFIL, Refused("conflict", status=400), sends=2)
    assert (delivery.state, delivery.next_at) == (State.UNCERTAIN, after(2))


@pytest.mark.parametrize("error", [Uncertain("time-out"), Unreadable("HTML"), PlatformError("?")])
def test_an_act_of_which_nothing_is_certain_is_read_back_after_two_seconds(error: PlatformError) -> None:
    delivery = sent(Kind.FULFIL, error)
    assert (delivery.state, delivery.sends, delivery.next_at) == (State.UNCERTAIN, 1, after(2))


def test_retry_after_on_a_fault_delays_the_first_read_back_but_never_hastens_it() -> None:
    assert sent(Kind.FULFIL, Uncertain("busy", status=503, retry_after=40)).next_at == after(40)
    assert sent(Kind.FULFIL, Uncertain("busy", status=503, retry_after=1)).next_at == after(2)


def test_an_uncertain_check_is_never_sent_again() -> None:
    delivery = sent(Kind.CHECK, Uncertain("time-out"))
    assert (delivery.state, delivery.ended_at) == (State.UNCERTAIN, NOW)


# Reading back.


@pytest.mark.parametrize("state", [State.ACCEPTED, State.UNCERTAIN])
@pytest.mark.parametrize("status", DONE)
def test_a_fulfil_is_confirmed_by_any_status_beyond_picking(state: State, status: Status) -> None:
    delivery, then = retry.read(standing(state), Kind.FULFIL, status, NOW, DELAYS)
    assert (delivery.state, delivery.ended_at, then) == (State.CONFIRMED, NOW, Then.REST)


@pytest.mark.parametrize("state", [State.ACCEPTED, State.UNCERTAIN, State.REFUSED])
def test_a_cancel_is_confirmed_by_a_cancelled_order(state: State) -> None:
    delivery, _ = retry.read(standing(state), Kind.CANCEL, Status.CANCELLED, NOW, DELAYS)
    assert (delivery.state, delivery.ended_at) == (State.CONFIRMED, NOW)


@pytest.mark.parametrize("state", [State.ACCEPTED, State.UNCERTAIN, State.REFUSED])
def test_a_fulfil_of_a_cancelled_order_is_dropped(state: State) -> None:
    delivery, then = retry.read(standing(state), Kind.FULFIL, Status.CANCELLED, NOW, DELAYS)
    assert (delivery.state, delivery.details, then) == (State.DROPPED, "cancelled", Then.REST)


@pytest.mark.parametrize("state", [State.ACCEPTED, State.UNCERTAIN, State.REFUSED])
def test_a_cancel_of_a_fulfilled_order_is_refused_and_the_person_is_told(state: State) -> None:
    delivery, then = retry.read(standing(state), Kind.CANCEL, Status.DISPATCHED, NOW, DELAYS)
    assert (delivery.state, delivery.note, then) == (State.REFUSED, "order_fulfilled", Then.REST)


def test_a_refused_fulfil_of_an_order_that_was_finished_elsewhere_is_dropped() -> None:
    delivery, then = retry.read(standing(State.REFUSED), Kind.FULFIL, Status.READY_FOR_PICKUP, NOW, DELAYS)
    assert (delivery.state, delivery.details, then) == (State.DROPPED, "finished_elsewhere", Then.REST)


@pytest.mark.parametrize("outcome", [Status.RECEIVED, Status.UNKNOWN, Unreachable("no route")])
@pytest.mark.parametrize("kind", ACTS)
def test_a_refused_act_goes_back_to_the_desk_after_one_read(kind: Kind, outcome: Status | PlatformError) -> None:
    delivery, then = retry.read(standing(State.REFUSED), kind, outcome, NOW, DELAYS)
    assert (delivery.state, delivery.ended_at, delivery.note, then) == (State.REFUSED, NOW, "", Then.REOPEN)


def test_a_refused_act_of_an_order_that_the_platform_does_not_know_is_an_incident_too() -> None:
    delivery, then = retry.read(standing(State.REFUSED), Kind.FULFIL, Missing("?", status=404), NOW, DELAYS)
    assert (delivery.note, then) == ("order_unknown", Then.REOPEN)


@pytest.mark.parametrize("outcome", [Status.RECEIVED, Status.READY_FOR_PICKUP, Unreachable("no route")])
def test_a_refused_check_ends_and_reopens_nothing(outcome: Status | PlatformError) -> None:
    delivery, then = retry.read(standing(State.REFUSED), Kind.CHECK, outcome, NOW, DELAYS)
    assert (delivery.state, delivery.ended_at, then) == (State.REFUSED, NOW, Then.REST)


@pytest.mark.parametrize("sends", [1, 2])
@pytest.mark.parametrize("kind", ACTS)
def test_an_uncertain_act_of_an_open_order_is_sent_again(kind: Kind, sends: int) -> None:
    delivery, then = retry.read(standing(State.UNCERTAIN, sends), kind, Status.ACCEPTED, NOW, DELAYS)
    assert (delivery.state, delivery.body, then) == (State.UNCERTAIN, b"{}", Then.SEND_AGAIN)


def test_after_three_sends_the_person_is_asked_and_the_order_read_on() -> None:
    delivery, then = retry.read(standing(State.UNCERTAIN, 3), Kind.FULFIL, Status.RECEIVED, NOW, DELAYS)
    assert (delivery.state, delivery.note, delivery.details, then) == (State.UNCERTAIN, "ask", "", Then.REST)
    assert delivery.next_at == after(5)


@pytest.mark.parametrize(("seconds", "details"), [(29, ""), (30, "may_change")])
def test_a_changed_body_may_follow_when_two_reads_thirty_seconds_apart_showed_it_open(
    seconds: float, details: str
) -> None:
    first, _ = retry.read(standing(State.UNCERTAIN, 3), Kind.FULFIL, Status.RECEIVED, NOW, DELAYS)
    second, _ = retry.read(first, Kind.FULFIL, Status.RECEIVED, after(seconds), DELAYS)
    assert (second.note, second.details) == ("ask", details)


def test_an_uncertain_act_is_read_back_after_2_5_10_20_30_and_then_every_60_seconds() -> None:
    delivery = sent(Kind.FULFIL, Uncertain("time-out"))
    moment, waits = NOW, [(delivery.next_at or NOW) - NOW]
    for _ in range(7):
        moment = delivery.next_at or moment
        delivery, _ = retry.read(delivery, Kind.FULFIL, Unreachable("no route"), moment, DELAYS)
        waits.append((delivery.next_at or moment) - moment)
    assert [wait.total_seconds() for wait in waits] == [2, 5, 10, 20, 30, 60, 60, 60]


def test_an_unknown_status_proves_nothing() -> None:
    delivery, then = retry.read(standing(State.UNCERTAIN), Kind.FULFIL, Status.UNKNOWN, NOW, DELAYS)
    assert (delivery.state, delivery.next_at, then) == (State.UNCERTAIN, after(5), Then.REST)


def test_retry_after_delays_the_next_read_back() -> None:
    error = Unreachable("busy", status=503, retry_after=90)
    delivery, _ = retry.read(standing(State.UNCERTAIN), Kind.FULFIL, error, NOW, DELAYS)
    assert delivery.next_at == after(90)


def test_a_404_is_asked_again_for_ten_minutes_and_then_is_an_incident() -> None:
    gone = Missing("?", status=404)
    delivery, then = retry.read(standing(State.UNCERTAIN), Kind.FULFIL, gone, NOW, DELAYS)
    assert (delivery.note, delivery.next_at, then) == ("", after(5), Then.REST)
    delivery, _ = retry.read(delivery, Kind.FULFIL, gone, after(599), DELAYS)
    assert delivery.note == ""
    delivery, _ = retry.read(delivery, Kind.FULFIL, gone, after(600), DELAYS)
    assert (delivery.state, delivery.note, delivery.next_at) == (State.UNCERTAIN, "order_unknown", after(900))


def test_an_unknown_order_that_a_person_has_seen_to_is_not_told_anew() -> None:
    known = standing(State.UNCERTAIN, missing_since=NOW, details="left")
    delivery, _ = retry.read(known, Kind.FULFIL, Missing("?", status=404), after(900), DELAYS)
    assert (delivery.state, delivery.note, delivery.next_at) == (State.UNCERTAIN, "", after(1200))


def test_the_ten_minutes_begin_anew_once_the_order_was_seen() -> None:
    gone = Missing("?", status=404)
    delivery, _ = retry.read(standing(State.UNCERTAIN, 3), Kind.FULFIL, gone, NOW, DELAYS)
    delivery, _ = retry.read(delivery, Kind.FULFIL, Status.RECEIVED, after(300), DELAYS)
    delivery, _ = retry.read(delivery, Kind.FULFIL, gone, after(700), DELAYS)
    assert delivery.missing_since == after(700)


def test_an_accepted_fulfil_that_nobody_confirms_is_looked_for_every_five_minutes() -> None:
    accepted = standing(State.ACCEPTED, accepted_at=NOW)
    delivery, then = retry.read(accepted, Kind.FULFIL, Status.RECEIVED, after(120), DELAYS)
    assert (delivery.state, delivery.next_at, then) == (State.ACCEPTED, after(420), Then.REST)
    assert (delivery.note, delivery.details) == ("", "not_confirmed")


@pytest.mark.parametrize("kind", [Kind.FULFIL, Kind.CANCEL])
def test_what_was_accepted_and_is_not_done_after_ten_minutes_is_doubted_and_sent_again(kind: Kind) -> None:
    accepted = standing(State.ACCEPTED, accepted_at=NOW)
    early, _ = retry.read(accepted, kind, Status.RECEIVED, after(420), DELAYS)
    unclear, _ = retry.read(accepted, kind, Status.UNKNOWN, after(720), DELAYS)
    assert (early.state, unclear.state) == (State.ACCEPTED, State.ACCEPTED)
    doubted, then = retry.read(accepted, kind, Status.RECEIVED, after(720), DELAYS)
    assert (doubted.state, doubted.next_at, then) == (State.UNCERTAIN, after(720), Then.REST)
    _, then = retry.read(doubted, kind, Status.RECEIVED, after(721), DELAYS)
    assert then is Then.SEND_AGAIN


def test_an_accepted_cancel_is_looked_for_after_10_and_120_seconds_and_then_every_five_minutes() -> None:
    accepted = standing(State.ACCEPTED, accepted_at=NOW)
    delivery, _ = retry.read(accepted, Kind.CANCEL, Status.RECEIVED, after(10), DELAYS)
    assert delivery.next_at == after(120)
    delivery, _ = retry.read(delivery, Kind.CANCEL, Status.RECEIVED, after(120), DELAYS)
    assert delivery.next_at == after(420)


# Events.


@pytest.mark.parametrize("status", [Status.RECEIVED, Status.ACCEPTED, Status.UNKNOWN])
def test_an_event_of_an_open_order_decides_nothing(status: Status) -> None:
    for state in (State.QUEUED, State.SENDING, State.ACCEPTED, State.UNCERTAIN):
        assert retry.heard(standing(state), Kind.FULFIL, status, NOW) is None


@pytest.mark.parametrize("kind", ACTS)
@pytest.mark.parametrize(("status", "why"), [(Status.CANCELLED, "cancelled"), (Status.DELIVERED, "finished_elsewhere")])
def test_what_was_not_sent_yet_is_dropped_when_the_order_closes(kind: Kind, status: Status, why: str) -> None:
    delivery = retry.heard(Delivery(), kind, status, NOW)
    assert delivery is not None
    assert (delivery.state, delivery.details, delivery.note) == (State.DROPPED, why, "")


def test_a_check_that_waits_is_dropped_when_the_order_closes_and_one_under_way_is_left_alone() -> None:
    waiting = retry.heard(Delivery(), Kind.CHECK, Status.CANCELLED, NOW)
    assert waiting is not None and waiting.state is State.DROPPED
    assert retry.heard(sending(), Kind.CHECK, Status.CANCELLED, NOW) is None


@pytest.mark.parametrize("state", [State.SENDING, State.ACCEPTED, State.UNCERTAIN])
def test_an_event_confirms_a_fulfil_even_before_the_answer_to_it(state: State) -> None:
    delivery = retry.heard(standing(state), Kind.FULFIL, Status.READY_FOR_PICKUP, NOW)
    assert delivery is not None and delivery.state is State.CONFIRMED


@pytest.mark.parametrize("state", [State.SENDING, State.ACCEPTED, State.UNCERTAIN])
def test_an_event_confirms_a_cancel(state: State) -> None:
    delivery = retry.heard(standing(state), Kind.CANCEL, Status.CANCELLED, NOW)
    assert delivery is not None and delivery.state is State.CONFIRMED


def test_a_fulfilled_order_refuses_a_cancel_only_where_nothing_better_is_known() -> None:
    assert retry.heard(sending(), Kind.CANCEL, Status.DISPATCHED, NOW) is None
    assert retry.heard(standing(State.ACCEPTED), Kind.CANCEL, Status.DISPATCHED, NOW) is None
    delivery = retry.heard(standing(State.UNCERTAIN), Kind.CANCEL, Status.DISPATCHED, NOW)
    assert delivery is not None
    assert (delivery.state, delivery.note) == (State.REFUSED, "order_fulfilled")


# A stop of the program.


@pytest.mark.parametrize("kind", ACTS)
def test_what_was_being_sent_when_the_program_stopped_is_read_back_at_once(kind: Kind) -> None:
    delivery = retry.interrupted(sending(), kind, NOW)
    assert (delivery.state, delivery.next_at, delivery.ended_at) == (State.UNCERTAIN, NOW, None)


def test_a_check_that_was_being_sent_when_the_program_stopped_is_left() -> None:
    assert retry.interrupted(sending(), Kind.CHECK, NOW).ended_at == NOW

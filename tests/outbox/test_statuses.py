"""What comes next for a status message, from what happened to it: the table of ifood_pos.md section 9."""

from dataclasses import replace
from datetime import datetime

import pytest

from picker_app.domain.cart import Command, Kind
from picker_app.domain.said import Flow, Status
from picker_app.outbox import retry, statuses
from picker_app.outbox.retry import Delays
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
from picker_app.store.deliveries import Delivery, Job, State
from tests.domain.examples import NOON, after

DELAYS = Delays(unavailable=(5, 10))
SENDING = Delivery(State.SENDING, body=b"", sends=1, first_sent_at=NOON, sent_at=NOON)
UNSURE = replace(SENDING, state=State.UNCERTAIN, next_at=NOON)
STATUS_KINDS = [Kind.INTEGRATE, Kind.CONFIRM, Kind.DISPATCH, Kind.DELIVER, Kind.REJECT]
OUT_OF_SERVICE = Unreachable(status=503)
LOST = [Uncertain("time-out"), Uncertain(status=500), Unreadable("html")]


def sent(outcome: Accepted | PlatformError, kind: Kind = Kind.CONFIRM, sends: int = 1, attempts: int = 0) -> Delivery:
    return statuses.sent(replace(SENDING, sends=sends), kind, outcome, attempts, NOON, DELAYS)


def job(kind: Kind, delivery: Delivery, number: int = 1) -> Job:
    command = Command(kind, "ifood", "740", Flow.VENDOR_DELIVERY, ())
    return Job(number, 1, "ifood", kind, command, NOON, None, delivery)


@pytest.mark.parametrize("kind", [Kind.INTEGRATE, Kind.CONFIRM, Kind.DISPATCH, Kind.DELIVER])
def test_an_accepted_message_waits_for_its_event(kind: Kind) -> None:
    after_it = sent(Accepted(), kind)
    assert (after_it.state, after_it.ended_at, after_it.accepted_at) == (State.ACCEPTED, None, NOON)


def test_an_accepted_rejection_is_done_because_no_event_follows() -> None:
    assert (sent(Accepted(), Kind.REJECT).state, sent(Accepted(), Kind.REJECT).ended_at) == (State.ACCEPTED, NOON)


@pytest.mark.parametrize(
    ("error", "wait"),
    [(Unreachable(), 2),
     (Limited(status=429, retry_after=40), 40), (LockedOut(), 60), (LockedOut(retry_after=900), 900)],
)  # fmt: skip
def test_what_was_not_carried_out_is_sent_again_after_a_rest(error: PlatformError, wait: float) -> None:
    first = sent(error)
    assert (first.state, first.sends, first.next_at) == (State.QUEUED, 0, after(wait))
    assert sent(error, sends=2).state is State.UNCERTAIN


def test_the_rests_of_a_platform_out_of_service_grow() -> None:
    assert sent(Unreachable(status=503), attempts=9).next_at == after(10)


@pytest.mark.parametrize("kind", STATUS_KINDS)
@pytest.mark.parametrize(("error", "wait"), [(OUT_OF_SERVICE, 5), (Unreachable(status=503, retry_after=7), 7)])
def test_out_of_service_may_be_said_by_a_slow_platform_that_did_it(kind: Kind, error: PlatformError, wait: int) -> None:
    first = sent(error, kind)
    assert (first.state, first.sends, first.note) == (State.UNCERTAIN, 1, "")
    assert statuses.again_at(first, kind, NOON, polls=0, confirm_by=None) == after(wait), "it may be said again"
    assert sent(error, kind, sends=2).sends == 1, "no repeat is used up while the platform is out of service"
    refused = sent(Refused(status=409), kind, sends=2)
    assert refused.note == ("not_proven" if kind is Kind.REJECT else "check_portal")


def test_a_stop_after_out_of_service_is_a_stop_like_any_other() -> None:
    stopped = statuses.interrupted(replace(sent(OUT_OF_SERVICE), state=State.SENDING, sends=2), Kind.CONFIRM, NOON)
    assert statuses.again_at(stopped, Kind.CONFIRM, after(9), polls=1, confirm_by=None) is None


def test_what_was_accepted_and_stays_without_its_event_for_ten_minutes_is_doubted() -> None:
    accepted = sent(Accepted())
    assert statuses.unheard_at(accepted, Kind.CONFIRM, polls=1) is None, "the platform was hardly asked"
    kinds = (Kind.CONFIRM, Kind.DISPATCH, Kind.DELIVER)
    assert [statuses.unheard_at(accepted, kind, polls=2) for kind in kinds] == [after(600)] * 3
    assert statuses.unheard_at(accepted, Kind.INTEGRATE, polls=2) is None
    doubted = retry.unheard(accepted, after(600))
    assert (doubted.state, doubted.next_at, doubted.sends) == (State.UNCERTAIN, after(600), 1)
    assert statuses.again_at(doubted, Kind.CONFIRM, after(690), polls=2, confirm_by=None) == after(690)


@pytest.mark.parametrize("error", [Refused("no", status=400), Missing(status=404), Refused(status=409)])
@pytest.mark.parametrize("kind", STATUS_KINDS)
def test_a_refused_message_is_never_sent_again_and_keeps_the_words(kind: Kind, error: PlatformError) -> None:
    first = sent(error, kind)
    assert (first.state, first.words, first.http_status) == (State.REFUSED, error.words, error.status)
    ended = statuses.refused(first, kind, after(1))
    assert (ended.state, ended.ended_at) == (State.REFUSED, after(1))
    notes = {
        Kind.INTEGRATE: "integration_refused",
        Kind.CONFIRM: "confirmation_refused",
        Kind.DELIVER: "delivery_refused",
    }
    assert ended.note == notes.get(kind, "")


@pytest.mark.parametrize("kind", [Kind.INTEGRATE, Kind.CONFIRM, Kind.DISPATCH, Kind.DELIVER])
def test_a_refused_repeat_was_probably_done_and_no_third_try_follows(kind: Kind) -> None:
    second = sent(Refused(status=409), kind, sends=2)
    assert (second.state, second.note, second.ended_at) == (State.UNCERTAIN, "check_portal", None)
    assert statuses.again_at(second, kind, after(9999), polls=99, confirm_by=None) is None
    cleared = statuses.heard(second, kind, Status.DELIVERED, after(60))
    assert cleared is not None and (cleared.state, cleared.note) == (State.CONFIRMED, "")


@pytest.mark.parametrize("error", LOST)
def test_a_message_that_may_have_arrived_waits_for_two_polls(error: PlatformError) -> None:
    lost = sent(error)
    assert (lost.state, lost.next_at) == (State.UNCERTAIN, NOON)
    assert statuses.again_at(lost, Kind.CONFIRM, after(60), polls=1, confirm_by=None) is None
    assert statuses.again_at(lost, Kind.CONFIRM, after(90), polls=2, confirm_by=after(900)) == after(90)


def test_a_confirmation_with_little_time_left_is_said_again_at_once() -> None:
    def due(sends: int, kind: Kind = Kind.CONFIRM) -> datetime | None:
        return statuses.again_at(replace(UNSURE, sends=sends), kind, NOON, polls=0, confirm_by=after(170))

    assert [due(sends) for sends in range(1, 6)] == [NOON, after(2), after(4), after(8), after(16)]
    assert due(6) is None, "the fifth repeat was the last one"
    assert due(1, Kind.DISPATCH) is None


def test_after_five_repeats_the_person_decides() -> None:
    assert [statuses.spent(replace(UNSURE, sends=sends), Kind.CONFIRM) for sends in (5, 6)] == [False, True]
    asked = statuses.asked(replace(UNSURE, sends=6))
    assert (asked.note, asked.next_at, asked.state) == ("ask_status", None, State.UNCERTAIN)
    assert statuses.awaits_person(job(Kind.CONFIRM, asked)) and not statuses.awaits_person(job(Kind.CONFIRM, UNSURE))
    again = statuses.renewed(asked, after(5))
    assert (again.state, again.sends, again.next_at, again.note) == (State.QUEUED, 1, after(5), "")
    left = statuses.left(asked, after(5))
    assert (left.state, left.ended_at, left.note) == (State.UNCERTAIN, after(5), "")


@pytest.mark.parametrize("state", State)
def test_nobody_is_asked_about_an_order_that_was_handed_back_since(state: State) -> None:
    over = state not in (State.REFUSED, State.DROPPED)
    doubted = job(Kind.CONFIRM, replace(UNSURE, note="check_portal"), 3)
    given = job(Kind.REJECT, replace(SENDING, state=state), 4)
    assert statuses.handed_back(doubted, [doubted, given]) is over
    assert not statuses.handed_back(doubted, [replace(given, owed_id=2), doubted]), "that was before"
    assert not statuses.handed_back(job(Kind.CONFIRM, UNSURE, 3), [given]), "it is still tried"
    moot = statuses.moot(doubted.delivery, after(1))
    assert (moot.state, moot.note, moot.ended_at) == (State.DROPPED, "", after(1))


@pytest.mark.parametrize("error", [*LOST, Refused(status=400)])
def test_a_rejection_is_repeated_once_and_then_left_unproven(error: PlatformError) -> None:
    lost = sent(Uncertain(), Kind.REJECT)
    assert statuses.again_at(lost, Kind.REJECT, NOON, polls=0, confirm_by=None) == NOON
    assert not statuses.spent(replace(lost, sends=9), Kind.REJECT)
    second = sent(error, Kind.REJECT, sends=2)
    assert (second.state, second.note, second.ended_at) == (State.UNCERTAIN, "not_proven", NOON)


def test_a_message_that_was_being_sent_when_the_program_stopped_may_have_arrived() -> None:
    stopped = statuses.interrupted(SENDING, Kind.DISPATCH, after(9))
    assert (stopped.state, stopped.next_at) == (State.UNCERTAIN, after(9))


@pytest.mark.parametrize("state", [State.SENDING, State.ACCEPTED, State.UNCERTAIN])
def test_an_event_ends_what_it_proves(state: State) -> None:
    delivery = replace(SENDING, state=state)
    for status in (Status.CONFIRMED, Status.DISPATCHED, Status.DELIVERED):
        proven = statuses.heard(delivery, Kind.CONFIRM, status, after(1))
        assert proven is not None and (proven.state, proven.ended_at) == (State.CONFIRMED, after(1))
    assert statuses.heard(delivery, Kind.CONFIRM, Status.INTEGRATED, after(1)) is None
    assert statuses.heard(delivery, Kind.DELIVER, Status.DISPATCHED, after(1)) is None


def test_what_somebody_else_said_already_is_not_said_again() -> None:
    dropped = statuses.heard(Delivery(), Kind.CONFIRM, Status.CONFIRMED, NOON)
    assert dropped is not None and (dropped.state, dropped.details) == (State.DROPPED, "already")
    tried = statuses.heard(Delivery(failures=3), Kind.CONFIRM, Status.CONFIRMED, NOON)
    assert tried is not None and tried.state is State.CONFIRMED, "it was answered 503, and carried out all the same"


@pytest.mark.parametrize("kind", STATUS_KINDS)
def test_a_cancellation_ends_every_message(kind: Kind) -> None:
    for delivery, state in (
        (Delivery(), State.DROPPED),
        (UNSURE, State.CONFIRMED if kind is Kind.REJECT else State.DROPPED),
        (replace(SENDING, state=State.ACCEPTED), State.CONFIRMED if kind is Kind.REJECT else State.ACCEPTED),
    ):
        ended = statuses.heard(delivery, kind, Status.CANCELLED, NOON)
        assert ended is not None and (ended.state, ended.ended_at) == (state, NOON)


def test_an_order_that_left_is_not_handed_back_any_more() -> None:
    for delivery in (Delivery(), UNSURE):
        dropped = statuses.heard(delivery, Kind.REJECT, Status.DISPATCHED, NOON)
        assert dropped is not None and (dropped.state, dropped.details) == (State.DROPPED, "closed")
    assert statuses.heard(SENDING, Kind.REJECT, Status.DISPATCHED, NOON) is None
    assert statuses.heard(UNSURE, Kind.REJECT, Status.CONFIRMED, NOON) is None


def test_a_refusal_that_is_being_written_is_not_overtaken_by_an_event() -> None:
    assert statuses.heard(replace(SENDING, state=State.REFUSED), Kind.CONFIRM, Status.CONFIRMED, NOON) is None


@pytest.mark.parametrize("state", [State.QUEUED, State.SENDING, State.UNCERTAIN])
def test_a_later_message_waits_until_the_earlier_one_was_answered(state: State) -> None:
    earlier, later = job(Kind.INTEGRATE, replace(SENDING, state=state)), job(Kind.CONFIRM, Delivery(), 2)
    assert statuses.goes_before(earlier, later, 99)
    answered = job(Kind.INTEGRATE, replace(SENDING, state=State.ACCEPTED))
    assert not statuses.goes_before(answered, later, 0)
    ended = job(Kind.INTEGRATE, replace(SENDING, state=state, ended_at=NOON))
    assert not statuses.goes_before(ended, later, 0)
    probably = job(Kind.INTEGRATE, replace(UNSURE, note="check_portal"))
    assert not statuses.goes_before(probably, later, 0)


@pytest.mark.parametrize("kind", [Kind.DISPATCH, Kind.DELIVER])
def test_an_order_leaves_once_it_is_confirmed_but_waits_two_polls_for_that_at_most(kind: Kind) -> None:
    accepted, later = job(Kind.CONFIRM, replace(SENDING, state=State.ACCEPTED)), job(kind, Delivery(), 2)
    assert [statuses.goes_before(accepted, later, polls) for polls in (0, 1, 2)] == [True, True, False]
    assert not statuses.goes_before(accepted, job(Kind.REJECT, Delivery(), 2), 0)


@pytest.mark.parametrize("kind", [Kind.DISPATCH, Kind.DELIVER])
def test_no_order_is_handed_over_after_its_confirmation_was_refused(kind: Kind) -> None:
    refused = job(Kind.CONFIRM, replace(SENDING, state=State.REFUSED))
    waiting, begun = job(kind, Delivery(), 2), job(kind, SENDING, 3)
    rejection = job(Kind.REJECT, Delivery(), 4)
    assert statuses.held_back(refused, [refused, waiting, begun, rejection]) == (waiting,)
    assert statuses.held_back(replace(refused, kind=Kind.INTEGRATE), [waiting]) == ()
    ended = statuses.unsaid(waiting.delivery, after(1))
    assert (ended.state, ended.ended_at, ended.details) == (State.DROPPED, after(1), "unconfirmed")

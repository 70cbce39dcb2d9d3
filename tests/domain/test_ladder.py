"""An order climbs the statuses of a platform that tells one at a time: up only, and each message in its time."""

from dataclasses import replace

import pytest

from picker_app.domain.cart import Kind
from picker_app.domain.facts import Fact, OrderConfirmed, OrderFinished, OrderRejected, OrderReopened
from picker_app.domain.ladder import climb, first_sight, handing_over, legal, proves
from picker_app.domain.order import Order, Stage, fold
from picker_app.domain.said import Flow, SaidOrder, Status
from picker_app.domain.status import Effect
from tests.domain.examples import BREAD, MILK, NOON, after

SAID = SaidOrder("ifood", "740", "3310", Status.RECEIVED, "BRL", flow=Flow.VENDOR_DELIVERY, lines=(MILK, BREAD))
WORDS = {
    Status.RECEIVED: "PLACED",
    Status.INTEGRATED: "INTEGRATED",
    Status.CONFIRMED: "CONFIRMED",
    Status.DISPATCHED: "DISPATCHED",
    Status.DELIVERED: "DELIVERED",
    Status.CANCELLED: "CANCELLED",
}
CLIMBING = list(WORDS)[:-1]


def said(status: Status, word: str = "") -> SaidOrder:
    return replace(SAID, status=status, raw_status=word or WORDS[status])


def heard(known: SaidOrder, status: Status, word: str = "", *, own: bool = False, returned: bool = False) -> Effect:
    return climb(known, status, word or WORDS[status], NOON, own=own, returned=returned).effect


def at(status: Status, *facts: Fact, flow: Flow = Flow.VENDOR_DELIVERY) -> Order:
    return fold(replace(said(status), flow=flow), enumerate(facts, 1))


@pytest.mark.parametrize("status", [Status.RECEIVED, Status.INTEGRATED, Status.CONFIRMED])
def test_an_order_that_is_first_heard_of_before_it_left_is_work(status: Status) -> None:
    received = first_sight(SAID, status, WORDS[status], NOON)
    assert received.effect is Effect.NEW_WORK
    assert (received.said.status, received.said.raw_status) == (status, WORDS[status])


@pytest.mark.parametrize("status", [Status.DISPATCHED, Status.DELIVERED, Status.CANCELLED])
def test_an_order_that_is_first_heard_of_when_it_is_over_is_kept_and_no_work(status: Status) -> None:
    received = first_sight(SAID, status, WORDS[status], NOON)
    assert (received.effect, received.said.status) == (Effect.NOT_OURS, status)


def test_an_order_that_is_first_heard_of_by_an_unknown_word_is_not_lost() -> None:
    received = first_sight(SAID, Status.UNKNOWN, "ASSIGN_DRIVER", NOON)
    assert received.effect is Effect.NEW_WORK
    assert (received.said.status, received.said.raw_status) == (Status.RECEIVED, "ASSIGN_DRIVER")


def test_an_order_without_its_own_time_has_that_of_the_event() -> None:
    assert first_sight(SAID, Status.RECEIVED, "PLACED", NOON).said.created_at == NOON
    own = replace(SAID, created_at=after(-60))
    assert first_sight(own, Status.RECEIVED, "PLACED", NOON).said.created_at == after(-60)


@pytest.mark.parametrize("low", range(5))
def test_an_order_climbs_any_number_of_steps_at_once_and_never_comes_down(low: int) -> None:
    for high in range(5):
        received = climb(said(CLIMBING[low]), CLIMBING[high], WORDS[CLIMBING[high]], NOON, own=True, returned=False)
        assert (received.effect is Effect.NOTHING) == (high <= low)
        assert received.said.status is CLIMBING[max(low, high)]


@pytest.mark.parametrize("status", CLIMBING)
def test_a_cancellation_wins_over_every_state_and_nothing_follows_it(status: Status) -> None:
    assert heard(said(status), Status.CANCELLED) is Effect.CANCELLED
    assert heard(said(Status.CANCELLED), status, returned=True) is Effect.NOTHING
    assert heard(said(Status.CANCELLED), Status.CANCELLED) is Effect.NOTHING


def test_an_unknown_word_changes_nothing() -> None:
    assert heard(said(Status.CONFIRMED), Status.UNKNOWN, "READY_TO_DELIVER") is Effect.NOTHING


def test_an_order_that_left_without_the_desk_was_finished_elsewhere() -> None:
    assert heard(said(Status.CONFIRMED), Status.DISPATCHED) is Effect.FINISHED_ELSEWHERE
    assert heard(said(Status.CONFIRMED), Status.DISPATCHED, own=True) is Effect.CONFIRMED
    assert heard(said(Status.RECEIVED), Status.INTEGRATED) is Effect.ADVANCED
    assert heard(said(Status.DISPATCHED), Status.DELIVERED) is Effect.ADVANCED


def test_a_delivered_order_is_concluded_once_and_keeps_that_word() -> None:
    concluded = climb(said(Status.DELIVERED), Status.DELIVERED, "CONCLUDED", NOON, own=True, returned=False)
    assert (concluded.effect, concluded.said.raw_status) == (Effect.ADVANCED, "CONCLUDED")
    assert heard(concluded.said, Status.DELIVERED, "CONCLUDED") is Effect.NOTHING
    assert heard(concluded.said, Status.DELIVERED, "DELIVERED") is Effect.NOTHING


def test_an_order_keeps_the_time_it_was_last_told_of() -> None:
    timed = replace(said(Status.RECEIVED), updated_at=after(-9))
    received = climb(timed, Status.CONFIRMED, "CONFIRMED", None, own=False, returned=False)
    assert received.said.updated_at == after(-9)


@pytest.mark.parametrize("status", [Status.RECEIVED, Status.INTEGRATED, Status.CONFIRMED])
def test_a_confirmation_of_an_order_that_was_handed_back_brings_it_to_the_desk(status: Status) -> None:
    assert heard(said(status), Status.CONFIRMED, returned=True) is Effect.RETURNED
    assert heard(said(Status.DISPATCHED), Status.CONFIRMED, returned=True) is Effect.NOTHING


@pytest.mark.parametrize(
    ("status", "flow", "acts"),
    [
        (Status.RECEIVED, Flow.VENDOR_DELIVERY, {Kind.INTEGRATE, Kind.CONFIRM, Kind.DISPATCH, Kind.REJECT}),
        (Status.INTEGRATED, Flow.VENDOR_DELIVERY, {Kind.CONFIRM, Kind.DISPATCH, Kind.REJECT}),
        (Status.CONFIRMED, Flow.VENDOR_DELIVERY, {Kind.DISPATCH, Kind.REJECT}),
        (Status.CONFIRMED, Flow.PICKUP, {Kind.DELIVER, Kind.REJECT}),
        (Status.DISPATCHED, Flow.VENDOR_DELIVERY, {Kind.DELIVER}),
        (Status.DELIVERED, Flow.VENDOR_DELIVERY, set()),
        (Status.CANCELLED, Flow.VENDOR_DELIVERY, set()),
        (Status.UNKNOWN, Flow.VENDOR_DELIVERY, set()),
    ],
)
def test_only_what_the_state_allows_is_offered(status: Status, flow: Flow, acts: set[Kind]) -> None:
    order = Order(replace(SAID, status=status, flow=flow), ())
    assert set(legal(order)) == acts


def test_a_finished_order_may_still_have_to_be_confirmed_and_one_that_was_handed_back_may_nothing() -> None:
    assert legal(at(Status.INTEGRATED, OrderFinished())) == (Kind.CONFIRM,)
    assert legal(at(Status.CONFIRMED, OrderRejected("no milk"))) == ()
    assert Kind.REJECT in legal(at(Status.CONFIRMED, OrderRejected("no milk"), OrderReopened()))


def test_the_customer_who_comes_is_given_the_bag_and_all_others_have_it_brought() -> None:
    assert handing_over(replace(SAID, flow=Flow.PICKUP)) is Kind.DELIVER
    assert handing_over(replace(SAID, flow=Flow.PLATFORM_DELIVERY)) is Kind.DISPATCH


def test_a_message_is_proven_by_its_own_status_and_by_each_higher_one() -> None:
    assert proves(Status.INTEGRATED, Kind.INTEGRATE) and proves(Status.DELIVERED, Kind.INTEGRATE)
    assert not proves(Status.RECEIVED, Kind.INTEGRATE)
    assert not proves(Status.DISPATCHED, Kind.DELIVER) and proves(Status.DELIVERED, Kind.DELIVER)
    assert not any(proves(status, Kind.REJECT) for status in Status)
    assert not proves(Status.CANCELLED, Kind.CONFIRM)


def test_to_take_an_order_on_leaves_nothing_to_undo() -> None:
    order = at(Status.RECEIVED, OrderConfirmed())
    assert (order.stage, order.undoable) == (Stage.NEW, ())

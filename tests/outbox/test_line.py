"""Checks what happens while the line to a platform is down: nothing is lost, and it is said once."""

import logging
from datetime import UTC, datetime, timedelta

import pytest

from picker_app.domain.cart import Kind
from picker_app.domain.said import Status
from picker_app.outbox.line import AccountLine, is_outage
from picker_app.outbox.retry import Delays
from picker_app.platforms.port import Accepted, Limited, LockedOut, Missing, Turn, Uncertain, Unreachable
from picker_app.store.deliveries import State
from tests.conftest import ExpectedLog
from tests.outbox.shop import NAME, Shop
from tests.outbox.waiting import until

NOW = datetime(2025, 6, 3, 9, 0, tzinfo=UTC)


def line(changed: list[None]) -> AccountLine:
    return AccountLine("a", Delays(), lambda: changed.append(None))


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


# The line itself.


@pytest.mark.expected_log("cannot be reached")
def test_failures_in_a_row_wait_longer_and_those_under_way_together_count_once() -> None:
    one = line([])
    one.note(Unreachable(), NOW, after(1))
    one.note(Unreachable(), NOW, after(1.5))  # had begun before the first was known
    assert (one.attempts, one.retry_at, one.since) == (1, after(3), after(1))
    one.note(Unreachable(), after(3), after(4))
    assert (one.attempts, one.retry_at, one.since) == (2, after(8), after(1))


def test_an_outage_is_said_once_and_so_is_its_end(caplog: pytest.LogCaptureFixture, expected_log: ExpectedLog) -> None:
    expected_log("cannot be reached")
    caplog.set_level(logging.INFO)
    one = line([])
    for second in range(5):
        one.note(Unreachable(), after(10 * second), after(10 * second + 1))
    one.note(Accepted(), after(60), after(61))
    one.note(Accepted(), after(62), after(63))
    told = [record.getMessage() for record in caplog.records]
    assert len(told) == 2
    assert "cannot be reached" in told[0]
    assert "is back after 60 s" in told[1]


@pytest.mark.expected_log("cannot be reached")
def test_one_message_tries_a_broken_line_while_the_others_wait() -> None:
    changed: list[None] = []
    one = line(changed)
    assert one.take_turn() and one.take_turn(), "a good line has room for all"
    one.note(Unreachable(), NOW, after(1))
    assert one.take_turn()
    assert not one.take_turn()
    one.end_turn()
    assert one.take_turn()
    assert changed, "the others are woken"


@pytest.mark.expected_log("slow down")
def test_being_asked_to_slow_down_is_no_broken_line() -> None:
    one = line([])
    one.note(Limited(retry_after=9), NOW, after(1))
    assert not one.down
    assert one.retry_at == after(10)


@pytest.mark.expected_log("cannot be reached")
def test_an_uncertain_answer_says_nothing_of_the_line() -> None:
    one = line([])
    one.note(Unreachable(), NOW, after(1))
    one.note(Uncertain(), after(2), after(3))
    assert one.down


def test_one_answer_to_one_question_is_no_outage() -> None:
    assert is_outage(Unreachable())
    assert is_outage(Limited())
    assert is_outage(LockedOut())
    assert not is_outage(Unreachable("busy", status=503))
    assert not is_outage(Missing(status=404))


# In the shop.


async def break_line(shop: Shop) -> None:
    """Let the platform give no tokens: nothing of what is sent then is carried out."""
    await shop.fault("any", "expire_token")
    await shop.fault("token", "status", value=500, times=None)


@pytest.mark.expected_log("cannot be reached")
async def test_an_order_finished_without_a_line_is_sent_when_the_line_is_back(shop: Shop) -> None:
    order = await shop.new_order()
    await break_line(shop)
    await shop.finish(order)

    async def down() -> bool:
        state = (await shop.courier.state())[NAME]
        return state.code == "unreachable" and state.waiting == 1

    await until(down)
    state = (await shop.courier.state())[NAME]
    assert state.turn is Turn.PROGRAM
    assert state.retry_at is not None and state.since is not None and state.oldest is not None
    job = await shop.comes_to(order, State.QUEUED)
    assert job.delivery.sends == 0
    await until(lambda: failed_twice(shop, order))
    shop.platform.clear_faults()
    shop.move(minutes=2)
    await shop.comes_to(order, State.CONFIRMED)
    state = (await shop.courier.state())[NAME]
    assert (state.code, state.waiting, state.retry_at) == ("", 0, None)
    assert len(shop.puts()) == len({entry["body_sha256"] for entry in shop.requests()}) == 1


async def failed_twice(shop: Shop, order: int) -> bool:
    shop.move(seconds=30)
    return (await shop.jobs(order, Kind.FULFIL))[0].delivery.failures >= 2


@pytest.mark.expected_log("refuses the sign-in")
async def test_a_refused_sign_in_is_the_persons_turn_and_keeps_everything_queued(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.fault("any", "expire_token")
    await shop.fault("token", "status", value=401, times=None)
    await shop.finish(order)

    async def locked() -> bool:
        return (await shop.courier.state())[NAME].code == "locked_out"

    await until(locked)
    state = (await shop.courier.state())[NAME]
    assert state.turn is Turn.PERSON
    assert "secret" in state.advice
    await shop.comes_to(order, State.QUEUED)
    shop.platform.clear_faults()
    shop.move(minutes=2)
    await shop.comes_to(order, State.CONFIRMED)


@pytest.mark.expected_log("slow down")
async def test_after_a_429_the_same_bytes_follow_when_the_time_has_come(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.fault("put_order", "status", value=429)
    await shop.finish(order)

    async def limited() -> bool:
        return (await shop.courier.state())[NAME].code == "limited"

    await until(limited)
    await shop.comes_to(order, State.QUEUED)
    shop.move(seconds=61)
    await shop.comes_to(order, State.CONFIRMED)
    assert len({entry["body_sha256"] for entry in shop.requests()}) == 1


@pytest.mark.expected_log("slow down")
async def test_a_cancellation_drops_what_waits_for_the_line(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.fault("put_order", "status", value=429)
    await shop.finish(order)

    async def waits() -> bool:
        jobs = await shop.jobs(order, Kind.FULFIL)
        return jobs[0].delivery.failures == 1

    await until(waits)
    await shop.advance(order, Status.CANCELLED)
    await shop.comes_to(order, State.DROPPED)
    assert len(shop.puts()) == 1


@pytest.mark.expected_log("cannot be reached")
async def test_a_check_is_left_out_while_the_line_is_down(shop: Shop) -> None:
    order = await shop.new_order()
    await break_line(shop)
    await shop.desk.check(order)
    job = await shop.comes_to(order, State.DROPPED, Kind.CHECK)
    assert job.delivery.details == "line_down"
    assert await shop.incidents() == []


@pytest.mark.expected_log("cannot be reached")
async def test_many_orders_wait_for_one_that_tries_the_line(shop: Shop) -> None:
    numbers = [await shop.new_order() for _ in range(5)]
    await break_line(shop)
    for order in numbers:
        await shop.finish(order)

    async def all_wait() -> bool:
        state = (await shop.courier.state())[NAME]
        return (state.waiting, state.code) == (5, "unreachable")

    await until(all_wait)
    shop.platform.clear_faults()
    shop.move(minutes=2)
    for order in numbers:
        await shop.comes_to(order, State.CONFIRMED)
    assert len(shop.puts()) == 5

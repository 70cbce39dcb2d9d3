"""Checks that the platform's list heals what the webhook missed, and that a failed reading forgets nothing."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from picker_app.intake.reconcile import Intervals, Reconcile
from picker_app.platforms.port import Turn
from picker_app.store import watermarks
from tests.conftest import ExpectedLog
from tests.outbox.shop import NAME, Shop
from tests.outbox.waiting import until


@pytest.fixture
async def reconcile(shop: Shop) -> AsyncIterator[Reconcile]:
    """The reading of the list, not started: a test asks for it."""
    made = Reconcile(
        shop.database,
        shop.changes,
        {NAME: shop.client},
        shop.doorman,
        intervals=Intervals(asked=10, retries=(0.02,), sign_in=(0.05,)),
        now=shop.now,
    )
    yield made
    await made.close()


async def mark(shop: Shop) -> datetime | None:
    return await shop.database.ask(lambda c: watermarks.until(c, f"orders:{NAME}"))


async def lose_orders(shop: Shop, number: int) -> list[str]:
    """Make orders of which no event arrives."""
    documents = [await asyncio.to_thread(shop.platform.create_order, lines=1, push=False) for _ in range(number)]
    return [str(document["order_id"]) for document in documents]


def asked_for(shop: Shop) -> list[str]:
    """The queries of the list that reached the platform."""
    return [entry["query"] for entry in shop.requests("list")]


async def test_an_hour_of_lost_events_is_healed_by_one_reading_over_two_pages(shop: Shop, reconcile: Reconcile) -> None:
    refs = await lose_orders(shop, 130)
    assert await reconcile.check_now()
    for ref in refs:
        assert await shop.known(ref)
    assert len(asked_for(shop)) == 2
    assert {source for source, _, _ in await shop.arrivals()} == {"list"}
    state = reconcile.state()[NAME]
    assert (state.code, state.running) == ("", False)
    assert state.last_success == await mark(shop)


async def test_a_day_of_finished_orders_goes_into_the_history_without_reading_each(
    shop: Shop, reconcile: Reconcile
) -> None:
    refs = await lose_orders(shop, 3)
    for ref in refs:
        await asyncio.to_thread(partial(shop.platform.advance, ref, "DELIVERED", push=False))
    await reconcile.check_now()
    for ref in refs:
        assert not (await shop.kept(await shop.known(ref))).ours
    assert shop.calls() == []


async def test_a_lost_step_of_an_order_is_healed_too(shop: Shop, reconcile: Reconcile) -> None:
    order = await shop.new_order()
    await shop.advance(order, "CANCELLED", push=False)
    await reconcile.check_now()
    assert (await shop.order(order)).said.status == "CANCELLED"


@pytest.mark.expected_log("cannot be read")
async def test_the_mark_stays_where_it_was_when_page_two_fails(shop: Shop, reconcile: Reconcile) -> None:
    await reconcile.check_now()
    before = await mark(shop)
    refs = await lose_orders(shop, 130)
    shop.move(minutes=1)
    await shop.fault("list", "slow", value=0)
    await shop.fault("list", "status", value=500)
    await reconcile.check_now()
    assert await mark(shop) == before
    assert reconcile.state()[NAME].code == "unreachable"
    shop.move(minutes=1)
    await reconcile.check_now()
    assert await mark(shop) != before
    for ref in refs:
        assert await shop.known(ref)


async def test_the_first_reading_goes_back_a_day_and_later_ones_a_quarter_of_an_hour_before_the_last(
    shop: Shop, reconcile: Reconcile
) -> None:
    await reconcile.check_now()
    first = await mark(shop)
    shop.move(minutes=5)
    await reconcile.check_now()
    assert first is not None
    day, quarter = (f"{first - back:%Y-%m-%dT%H%%3A%M%%3A%S}" for back in (timedelta(days=1), timedelta(minutes=15)))
    assert [day in asked_for(shop)[0], quarter in asked_for(shop)[1]] == [True, True]


async def test_after_a_long_pause_the_reading_goes_back_59_days_at_most(shop: Shop, reconcile: Reconcile) -> None:
    now = shop.now()
    await shop.database.run(lambda c: watermarks.advance(c, f"orders:{NAME}", now - timedelta(days=200)))
    await reconcile.check_now()
    assert f"{now - timedelta(days=59):%Y-%m-%dT%H}" in asked_for(shop)[0]
    assert reconcile.state()[NAME].code == ""


async def test_what_came_by_the_webhook_is_not_applied_again(shop: Shop, reconcile: Reconcile) -> None:
    await shop.new_order()
    await shop.nothing_waits()
    before = await shop.arrivals()
    await reconcile.check_now()
    shop.move(minutes=1)
    await reconcile.check_now()
    assert await shop.arrivals() == before
    assert await shop.incidents() == []


async def test_open_orders_that_are_not_in_the_list_are_read_one_by_one_ten_a_minute(
    shop: Shop, reconcile: Reconcile
) -> None:
    numbers = [await shop.new_order(minutes_ago=60 * 48) for _ in range(12)]
    for order in numbers:
        await shop.advance(order, "CANCELLED", push=False)
    await reconcile.check_now()
    assert len(shop.requests("get_order")) == 10
    shop.move(seconds=61)
    await reconcile.check_now()
    assert len(shop.requests("get_order")) == 12
    for order in numbers:
        assert (await shop.order(order)).said.status == "CANCELLED"


async def test_an_open_order_that_the_platform_does_not_know_is_told_once(shop: Shop, reconcile: Reconcile) -> None:
    await shop.new_order(minutes_ago=60 * 48)
    await shop.fault("get_order", "status", value=404, times=None)
    for _ in range(2):
        await reconcile.check_now()
        shop.move(minutes=2)
    assert await shop.incidents() == ["order_unknown"]


async def test_a_person_is_answered_at_most_once_in_ten_seconds(shop: Shop, reconcile: Reconcile) -> None:
    assert await reconcile.check_now()
    assert not await reconcile.check_now()
    shop.move(seconds=11)
    assert await reconcile.check_now()
    assert len(asked_for(shop)) == 2


@pytest.mark.expected_log("cannot be read")
async def test_a_failing_list_is_tried_again_and_said_once(
    shop: Shop, reconcile: Reconcile, expected_log: ExpectedLog
) -> None:
    await shop.fault("list", "status", value=500, times=None)
    await reconcile.start()

    async def thrice() -> bool:
        return len(asked_for(shop)) >= 3

    await until(thrice)
    state = reconcile.state()[NAME]
    assert (state.code, state.turn) == ("unreachable", Turn.PROGRAM)
    assert state.retry_at is not None and state.since is not None
    assert len(expected_log.records) == 1
    shop.platform.clear_faults()

    async def good() -> bool:
        return reconcile.state()[NAME].code == ""

    await until(good)


@pytest.mark.expected_log("cannot be read")
async def test_a_list_that_cannot_be_read_is_an_incident(shop: Shop, reconcile: Reconcile) -> None:
    await shop.fault("list", "garbage", value="html", times=None)
    await reconcile.check_now()
    assert reconcile.state()[NAME].turn is Turn.OURS
    assert await shop.incidents() == ["list_unreadable"]
    assert await mark(shop) is None


async def test_an_unreadable_order_in_the_list_is_kept_and_the_others_come_in(shop: Shop, reconcile: Reconcile) -> None:
    (good,) = await lose_orders(shop, 1)
    broken = {
        "order_id": "5e0b7a52-8a7e-4d0b-9c41-5e2d7a90f136",
        "status": "RECEIVED",
        "items": [{"sku": "200007", "_id": "x", "pricing": {"pricing_type": "UNIT", "quantity": "a few"}}],
    }
    await asyncio.to_thread(lambda: shop.platform.create_order(order=broken, push=False))
    await reconcile.check_now()
    assert await shop.known(good)
    assert await shop.incidents() == ["unreadable"]
    assert await mark(shop) is not None


@asynccontextmanager
async def read_hourly(shop: Shop) -> AsyncIterator[tuple[Reconcile, Callable[[int], Awaitable[bool]]]]:
    """Read the list once and then every hour; gives also the question whether it was read so many times."""
    reconcile = Reconcile(
        shop.database,
        shop.changes,
        {NAME: shop.client},
        shop.doorman,
        seconds={NAME: 3600},
        intervals=Intervals(tick=0.02),
        now=shop.now,
    )
    await reconcile.start()

    async def read(times: int) -> bool:
        return len(asked_for(shop)) == times and not reconcile.state()[NAME].running

    await until(lambda: read(1))
    yield reconcile, read
    await reconcile.close()


async def test_a_computer_that_slept_reads_the_list_when_it_wakes(shop: Shop) -> None:
    async with read_hourly(shop) as (reconcile, read):
        shop.move(hours=2)
        await until(lambda: read(2))
        reconcile.wake()
        await until(lambda: read(3))


async def test_a_list_that_is_wanted_while_it_is_being_read_is_read_once_more(shop: Shop) -> None:
    reconcile = Reconcile(
        shop.database, shop.changes, {NAME: shop.client}, shop.doorman, seconds={NAME: 3600}, now=shop.now
    )
    await shop.fault("list", "slow", value=0.5)
    await reconcile.start()

    async def reading() -> bool:
        return len(asked_for(shop)) == 1 and reconcile.state()[NAME].running

    await until(reading)
    reconcile.wake()

    async def again() -> bool:
        return len(asked_for(shop)) == 2 and not reconcile.state()[NAME].running

    await until(again)
    await reconcile.close()


async def test_orders_lost_while_the_clock_was_ahead_are_found_once_it_is_right(
    shop: Shop, reconcile: Reconcile
) -> None:
    (ref,) = await lose_orders(shop, 1)
    shop.move(hours=3)
    await reconcile.check_now()
    shop.move(hours=-3)
    (other,) = await lose_orders(shop, 1)
    assert await reconcile.check_now()
    assert await shop.known(ref) and await shop.known(other)


async def test_the_platforms_own_clock_names_the_hours_where_ours_is_wrong(shop: Shop) -> None:
    client = shop.new_client(shop.now)
    reconcile = Reconcile(shop.database, shop.changes, {NAME: client}, shop.doorman, now=shop.now)
    for wrong in (3, -6):
        shop.move(hours=wrong)
        (ref,) = await lose_orders(shop, 1)
        await reconcile.check_now()
        assert await shop.known(ref)
        told = await mark(shop)
        assert told is not None and abs(told - datetime.now(UTC)) < timedelta(minutes=1), "the mark is in its time"
    await reconcile.close()
    await client.close()


async def test_a_clock_that_is_set_back_does_not_put_off_the_next_reading(shop: Shop) -> None:
    async with read_hourly(shop) as (_, read):
        shop.move(minutes=-20)
        await until(lambda: read(2))

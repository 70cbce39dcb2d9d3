"""Checks that a message of which it is not certain whether it arrived is read back, and never sent blindly."""

from dataclasses import replace
from decimal import Decimal

import pytest

from picker_app.domain.cart import Kind
from picker_app.domain.order import Stage
from picker_app.store.deliveries import State
from tests.outbox.shop import Shop
from tests.outbox.waiting import until


async def test_a_fulfil_whose_answer_was_lost_is_confirmed_with_exactly_one_put(closed_shop: Shop) -> None:
    shop = closed_shop
    await shop.start()
    order = await shop.new_order()
    shop.platform.change_settings(echo_fulfil=False)
    await shop.fault("put_order", "drop_after")
    await shop.finish(order)
    await shop.comes_to(order, State.CONFIRMED)
    assert shop.calls() == ["PUT", "GET"]
    assert await shop.incidents() == []


async def test_a_fulfil_lost_on_its_way_is_sent_again_byte_for_byte(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.fault("put_order", "drop_before")
    await shop.finish(order)
    await shop.comes_to(order, State.CONFIRMED)
    first, second = shop.requests()
    assert first["body_sha256"] == second["body_sha256"]
    assert shop.calls() == ["PUT", "GET", "PUT"]


async def test_a_fulfil_that_was_accepted_and_came_to_nothing_is_sent_again_byte_for_byte(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.fault("put_order", "garbage", value="empty", carried_out=False)
    await shop.finish(order)
    await shop.comes_to(order, State.ACCEPTED)
    shop.move(minutes=11)
    await shop.comes_to(order, State.CONFIRMED)
    first, second = shop.requests()
    assert first["body_sha256"] == second["body_sha256"]
    assert await shop.incidents() == []


@pytest.mark.parametrize("repeated", [200, 409])
async def test_a_late_first_copy_does_no_harm(shop: Shop, repeated: int) -> None:
    shop.platform.change_settings(repeated_fulfil=repeated, echo_fulfil=False)
    order = await shop.new_order()
    await shop.fault("put_order", "late", value=0.05)
    await shop.finish(order)
    job = await shop.comes_to(order, State.CONFIRMED)
    assert job.delivery.note == ""
    assert await shop.cart(order) == [("200007", Decimal(2)), ("200014", Decimal(1))]


async def test_a_400_to_the_second_send_is_read_back_and_confirmed(shop: Shop) -> None:
    shop.platform.change_settings(echo_fulfil=False)
    order = await shop.new_order()
    await shop.fault("put_order", "drop_before")
    await shop.fault("put_order", "status", value=400, carried_out=True)
    await shop.finish(order)
    await shop.comes_to(order, State.CONFIRMED)
    assert shop.calls() == ["PUT", "GET", "PUT", "GET"]
    assert (await shop.order(order)).stage is Stage.FINISHED


async def test_a_login_page_is_no_success(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.fault("put_order", "garbage", value="html")
    await shop.finish(order)
    await shop.comes_to(order, State.CONFIRMED)
    assert shop.calls() == ["PUT", "GET", "PUT"]


async def test_a_read_back_that_fails_is_asked_again_before_anything_is_sent(shop: Shop) -> None:
    shop.platform.change_settings(echo_fulfil=False)
    order = await shop.new_order()
    await shop.fault("put_order", "drop_after")
    await shop.fault("get_order", "status", value=500, times=3)
    await shop.finish(order)
    await shop.comes_to(order, State.CONFIRMED)
    assert shop.calls() == ["PUT", "GET", "GET", "GET", "GET"]


async def test_the_event_before_the_answer_confirms_and_sends_nothing_twice(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.fault("webhook", "early_echo")
    await shop.fault("put_order", "slow", value=1.5)
    await shop.finish(order)
    await shop.comes_to(order, State.CONFIRMED)
    assert shop.requests()[0].get("answer") is None, "the answer is still under way"
    await shop.stop()
    assert shop.calls() == ["PUT"]
    assert await shop.state(order) is State.CONFIRMED


async def test_an_event_decides_while_the_read_backs_fail(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.fault("get_order", "status", value=500, times=None)
    await shop.fault("put_order", "drop_after")
    await shop.finish(order)
    await shop.comes_to(order, State.CONFIRMED)
    assert len(shop.puts()) == 1


async def test_a_cancelled_order_drops_an_uncertain_fulfil(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.fault("get_order", "status", value=500, times=None)
    await shop.fault("put_order", "drop_before")
    await shop.finish(order)
    await shop.comes_to(order, State.UNCERTAIN)
    await shop.advance(order, "CANCELLED")
    job = await shop.comes_to(order, State.DROPPED)
    assert job.delivery.details == "cancelled"
    assert len(shop.puts()) == 1


async def test_another_cart_at_the_platform_is_an_incident_and_nothing_is_sent_again(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.fault("get_order", "status", value=500, times=None)
    await shop.fault("put_order", "drop_before")
    first, second = (await shop.order(order)).lines
    await shop.desk.not_found(order, first.key)
    await shop.desk.pick(order, second.key)
    await shop.desk.finish(order)
    await shop.comes_to(order, State.UNCERTAIN)
    await shop.advance(order, "READY_FOR_PICKUP")  # by the tablet, with everything in it
    job = await shop.comes_to(order, State.CONFIRMED)
    assert job.delivery.note == "carts_differ"
    assert "200007" in job.delivery.details
    assert await shop.incidents() == ["carts_differ"]
    assert len(shop.puts()) == 1


async def test_after_three_sends_the_person_is_asked_and_may_change_the_order_when_that_is_safe(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.fault("put_order", "drop_before", times=None)
    await shop.finish(order)

    async def asked() -> bool:
        return (await shop.jobs(order, Kind.FULFIL))[0].delivery.note == "ask"

    await until(asked)
    assert len(shop.puts()) == 3
    assert (await shop.desk.set_amount(order, (await shop.order(order)).lines[0].key, Decimal(1))).good is False

    async def given_back() -> bool:
        return await shop.courier.give_back(order)

    await until(given_back)
    await shop.comes_to(order, State.DROPPED)
    assert (await shop.order(order)).stage is Stage.PICKING
    shop.platform.clear_faults()
    assert len(shop.puts()) == 3, "nothing was sent in between"
    assert len({entry["body_sha256"] for entry in shop.requests()}) == 1
    assert (await shop.desk.set_amount(order, (await shop.order(order)).lines[0].key, Decimal(1))).good
    assert (await shop.desk.finish(order)).good
    await shop.comes_to(order, State.CONFIRMED)
    assert await shop.cart(order) == [("200007", Decimal(1)), ("200014", Decimal(1))]


async def test_an_order_is_not_given_back_before_that_is_safe(shop: Shop) -> None:
    order = await shop.new_order()
    assert await shop.courier.give_back(order) is False
    await shop.fault("put_order", "slow", value=0.2)
    await shop.finish(order)
    await shop.comes_to(order, State.SENDING)
    assert await shop.courier.give_back(order) is False
    await shop.comes_to(order, State.CONFIRMED)


async def test_a_cut_while_sending_starts_again_as_uncertain_and_reads_before_anything_else(closed_shop: Shop) -> None:
    shop = closed_shop
    shop.delays = replace(shop.delays, grace=0)
    shop.build()
    await shop.start()
    order = await shop.new_order()
    await shop.fault("put_order", "slow", value=5)
    shop.platform.change_settings(echo_fulfil=False)
    await shop.finish(order)
    await shop.comes_to(order, State.SENDING)
    await shop.stop()
    assert await shop.state(order) is State.SENDING
    shop.build()
    before = len(shop.calls())
    await shop.start()
    await shop.comes_to(order, State.CONFIRMED)
    # A slow platform writes the PUT down when it has carried it out, which may be after it was first read back.
    assert shop.calls().count("PUT") == 1 and shop.calls()[-1] == "GET" and len(shop.calls()) > before

"""Check that the webhook is rung as the platform does: what, when, how often, and what can go wrong on the way."""

import json
from typing import Any

import pytest

from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.training.conftest import SECRET, Shop, eventually
from tests.training.receiver import Receiver
from tests.training.test_cart_rules import picked


def last_push(platform: TrainingPlatform) -> dict[str, Any]:
    """The newest event, once it is settled."""
    eventually(lambda: platform.state()["pushes"][-1]["result"] not in ("waiting", "held back"))
    push: dict[str, Any] = platform.state()["pushes"][-1]
    return push


def test_a_new_order_is_rung_whole_with_the_secret_as_it_is(platform: TrainingPlatform, receiver: Receiver) -> None:
    order = platform.create_order(lines=3)
    (ring,) = receiver.wait(1)
    assert (ring.path, ring.authorization) == ("/webhooks/shop", SECRET)
    assert ring.event["order_id"] == order["order_id"]
    assert (ring.status, len(ring.event["items"])) == ("RECEIVED", 3)


def test_an_unanswered_event_is_tried_five_times_more_and_then_given_up(
    platform: TrainingPlatform, receiver: Receiver
) -> None:
    receiver.answers = [503] * 10
    platform.create_order(lines=1)
    receiver.wait(6)
    push = last_push(platform)
    assert push["result"] == "given up"
    assert [attempt["answer"] for attempt in push["attempts"]] == [503] * 6
    assert len({ring.body for ring in receiver.rings}) == 1


def test_tries_end_with_the_first_success(platform: TrainingPlatform, receiver: Receiver) -> None:
    receiver.answers = [500, 401]
    platform.create_order(lines=1)
    push = last_push(platform)
    assert [attempt["answer"] for attempt in push["attempts"]] == [500, 401, 200]
    assert push["result"] == "delivered"


def test_a_webhook_that_does_not_answer_is_a_time_out(platform: TrainingPlatform, receiver: Receiver) -> None:
    platform.change_settings(push_timeout=0.05)
    receiver.holding = True
    platform.create_order(lines=1)
    eventually(lambda: platform.state()["pushes"][-1]["attempts"][0].get("answer") == "time-out")
    receiver.release()
    last_push(platform)


def test_a_webhook_that_is_not_there_is_tried_again(platform: TrainingPlatform, receiver: Receiver) -> None:
    platform.change_settings(webhook_url="http://127.0.0.1:9/nobody")
    platform.create_order(lines=1)
    push = last_push(platform)
    assert push["result"] == "given up"
    assert {attempt["answer"] for attempt in push["attempts"]} == {"ConnectError"}


def test_a_fulfil_is_confirmed_by_an_event_with_a_later_time(shop: Shop, receiver: Receiver) -> None:
    order = shop.platform.create_order(lines=2, weighed=1, vendor_delivery=False)
    shop.put(order, picked(order)["items"])
    received, ready = receiver.wait(2)
    assert [received.status, ready.status] == ["RECEIVED", "READY_FOR_PICKUP"]
    assert ready.event["sys"]["updated_at"] > received.event["sys"]["updated_at"]
    assert [item["status"] for item in ready.event["items"]] == ["IN_CART", "IN_CART"]


def test_a_check_rings_nothing(shop: Shop, receiver: Receiver) -> None:
    order = shop.platform.create_order(lines=1, vendor_delivery=False)
    shop.put(order, picked(order)["items"], "UPDATE_CART")
    shop.put(order, picked(order)["items"])
    assert [ring.status for ring in receiver.wait(2)] == ["RECEIVED", "READY_FOR_PICKUP"]


@pytest.mark.parametrize(("glovo", "confirmed"), [(False, "DISPATCHED"), (True, "READY_FOR_PICKUP")])
def test_vendor_delivery_is_confirmed_as_the_market_does(
    glovo: bool, confirmed: str, shop: Shop, receiver: Receiver
) -> None:
    shop.platform.change_settings(glovo_echo=glovo)
    order = shop.platform.create_order(lines=1, vendor_delivery=True)
    assert shop.put(order, picked(order)["items"], "DISPATCHED").status_code == 200
    assert receiver.wait(2)[1].status == confirmed


@pytest.mark.parametrize("echo", [False, True])
def test_a_cancel_by_the_shop_is_rung_only_where_it_is_set(echo: bool, shop: Shop, receiver: Receiver) -> None:
    shop.platform.change_settings(echo_cancel=echo)
    order = shop.platform.create_order(lines=1)
    items = [item | {"status": "NOT_FOUND"} for item in picked(order)["items"]]
    shop.put(order, items, "CANCELLED", cancellation={"reason": "CLOSED"})
    shop.platform.create_order(lines=1)  # whose event comes last
    statuses = [ring.status for ring in receiver.wait(3 if echo else 2)]
    assert statuses.count("CANCELLED") == echo


def test_the_platform_moves_orders_on(platform: TrainingPlatform, receiver: Receiver) -> None:
    order_id = platform.create_order(lines=1)["order_id"]
    receiver.wait(1)
    for number, status in enumerate(["READY_FOR_PICKUP", "DISPATCHED", "DELIVERED"], 2):
        platform.advance(order_id, status)
        assert receiver.wait(number)[-1].status == status
        assert platform.statuses()[order_id] == status


def test_a_cancellation_says_who_and_whether_the_goods_are_gone(platform: TrainingPlatform, receiver: Receiver) -> None:
    order_id = platform.create_order(lines=1)["order_id"]
    platform.advance(order_id, "CANCELLED", post_picked_up=True, cancelled_by="LOGISTICS")
    told = receiver.wait(2)[1].event["cancellation"]
    assert told == {"reason": "CUSTOMER_REQUEST", "cancelled_by": "LOGISTICS", "post_picked_up": True}


def test_an_unknown_status_is_rung_but_not_kept(platform: TrainingPlatform, receiver: Receiver) -> None:
    order_id = platform.create_order(lines=1)["order_id"]
    platform.advance(order_id, "ORDER_RECONCILED")
    assert receiver.wait(2)[1].status == "ORDER_RECONCILED"
    assert platform.statuses()[order_id] == "RECEIVED"


def test_a_late_event_can_be_rung_without_moving_the_order(platform: TrainingPlatform, receiver: Receiver) -> None:
    order_id = platform.create_order(lines=1)["order_id"]
    platform.advance(order_id, "READY_FOR_PICKUP")
    platform.advance(order_id, "RECEIVED", push_only=True, updated_at="2025-06-03T08:00:00Z")
    late = receiver.wait(3)[2]
    assert (late.status, late.event["sys"]["updated_at"]) == ("RECEIVED", "2025-06-03T08:00:00.000Z")
    assert platform.statuses()[order_id] == "READY_FOR_PICKUP"


def test_an_order_picked_elsewhere_is_first_heard_of_when_ready(platform: TrainingPlatform, receiver: Receiver) -> None:
    platform.create_order(lines=1, status="READY_FOR_PICKUP")
    assert receiver.wait(1)[0].status == "READY_FOR_PICKUP"


def test_without_a_webhook_nothing_is_rung(platform: TrainingPlatform) -> None:
    platform.create_order(lines=1)
    assert last_push(platform)["result"] == "no webhook"


# --- what goes wrong on the way ---


def test_a_lost_event_is_only_in_the_list(platform: TrainingPlatform, receiver: Receiver) -> None:
    platform.fault("webhook", "lose")
    lost = platform.create_order(lines=1)["order_id"]
    platform.create_order(lines=1)
    (ring,) = receiver.wait(1)
    assert ring.event["order_id"] != lost
    assert lost in platform.statuses()


@pytest.mark.parametrize("value", [None, "at once"])
def test_an_event_can_come_twice(value: str | None, platform: TrainingPlatform, receiver: Receiver) -> None:
    platform.fault("webhook", "duplicate", value=value)
    platform.create_order(lines=1)
    first, second = receiver.wait(2)
    assert first.body == second.body


def test_two_events_can_come_in_the_wrong_order(platform: TrainingPlatform, receiver: Receiver) -> None:
    platform.change_settings(push_pause=10)
    platform.fault("webhook", "reorder")
    order_id = platform.create_order(lines=1)["order_id"]
    platform.advance(order_id, "READY_FOR_PICKUP")
    assert [ring.status for ring in receiver.wait(2)] == ["READY_FOR_PICKUP", "RECEIVED"]


def test_an_event_held_back_comes_after_a_while_even_without_another(
    platform: TrainingPlatform, receiver: Receiver
) -> None:
    platform.fault("webhook", "reorder")
    platform.create_order(lines=1)
    assert receiver.wait(1)[0].status == "RECEIVED"


def test_a_wrong_secret_comes_once_and_then_the_right_one(platform: TrainingPlatform, receiver: Receiver) -> None:
    receiver.answers = [401]
    platform.fault("webhook", "wrong_secret")
    platform.create_order(lines=1)
    assert [ring.authorization == SECRET for ring in receiver.wait(2)] == [False, True]


def test_garbage_comes_once_and_then_the_event(platform: TrainingPlatform, receiver: Receiver) -> None:
    receiver.answers = [400]
    platform.fault("webhook", "garbage")
    platform.create_order(lines=1)
    garbage, event = receiver.wait(2)
    with pytest.raises(json.JSONDecodeError):
        json.loads(garbage.body)
    assert event.status == "RECEIVED"


def test_an_oversize_event_is_over_a_mebibyte(platform: TrainingPlatform, receiver: Receiver) -> None:
    receiver.answers = [413]
    platform.fault("webhook", "oversize")
    platform.create_order(lines=1)
    assert len(receiver.wait(2)[0].body) > 1024 * 1024


def test_an_early_echo_is_there_before_the_answer(shop: Shop, receiver: Receiver) -> None:
    order = shop.platform.create_order(lines=1, vendor_delivery=False)
    receiver.wait(1)
    shop.platform.fault("webhook", "early_echo")
    shop.put(order, picked(order)["items"])
    assert [ring.status for ring in receiver.rings] == ["RECEIVED", "READY_FOR_PICKUP"]


def test_without_the_fault_the_echo_follows_the_answer(shop: Shop, receiver: Receiver) -> None:
    order = shop.platform.create_order(lines=1, vendor_delivery=False)
    receiver.wait(1)
    receiver.holding = True
    answer = shop.put(order, picked(order)["items"])  # answered although the webhook does not answer
    assert answer.status_code == 200
    receiver.release()
    assert receiver.wait(2)[1].status == "READY_FOR_PICKUP"


def test_an_event_can_be_slow(platform: TrainingPlatform, receiver: Receiver) -> None:
    platform.fault("webhook", "slow", value=0.05)
    slow = platform.create_order(lines=1)["order_id"]
    quick = platform.create_order(lines=1)["order_id"]
    assert [ring.event["order_id"] for ring in receiver.wait(2)] == [quick, slow]

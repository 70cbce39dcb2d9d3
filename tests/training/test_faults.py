"""Check each fault on the way of a request: what the caller sees, and whether the act was carried out."""

import time
from contextlib import closing
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
import pytest

from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.training.conftest import HandClock, Shop, eventually
from tests.training.test_cart_rules import picked


@pytest.fixture
def order(shop: Shop) -> dict[str, Any]:
    """An open order in platform delivery."""
    return shop.platform.create_order(lines=2, vendor_delivery=False)


def fulfil(shop: Shop, order: dict[str, Any]) -> httpx.Response:
    return shop.put(order, picked(order)["items"])


def status(shop: Shop, order: dict[str, Any]) -> str:
    return shop.platform.statuses()[order["order_id"]]


@pytest.mark.parametrize(("kind", "becomes"), [("drop_before", "RECEIVED"), ("drop_after", "READY_FOR_PICKUP")])
def test_a_connection_is_cut_without_a_byte(kind: str, becomes: str, shop: Shop, order: dict[str, Any]) -> None:
    shop.platform.fault("put_order", kind)
    with pytest.raises(httpx.TransportError):
        fulfil(shop, order)
    assert status(shop, order) == becomes
    assert shop.platform.state()["requests"][-1]["answer"] == "cut"
    assert fulfil(shop, order).status_code == 200


def test_a_late_act_is_carried_out_after_the_answer_was_lost(shop: Shop, order: dict[str, Any]) -> None:
    shop.platform.fault("put_order", "late", value=0.05)
    with pytest.raises(httpx.TransportError):
        fulfil(shop, order)
    assert status(shop, order) == "RECEIVED"
    eventually(lambda: status(shop, order) == "READY_FOR_PICKUP")


def test_a_late_first_copy_does_no_harm(shop: Shop, order: dict[str, Any]) -> None:
    shop.platform.fault("put_order", "late", value=0.05)
    with pytest.raises(httpx.TransportError):
        fulfil(shop, order)
    assert fulfil(shop, order).status_code == 200
    cart = shop.platform.cart(order["order_id"])
    eventually(lambda: len(shop.platform.state()["orders"][order["order_id"]]["history"]) == 2)
    assert shop.platform.cart(order["order_id"]) == cart


def test_a_slow_answer_comes_in_time_for_the_patient_only(shop: Shop, order: dict[str, Any]) -> None:
    shop.platform.fault("put_order", "slow", value=30)
    body = {"order_id": order["order_id"], "status": "READY_FOR_PICKUP"}
    with pytest.raises(httpx.ReadTimeout):
        shop.http.put(f"/v2/orders/{order['order_id']}", json=body, timeout=0.1)
    shop.platform.fault("get_order", "slow", value=0.05)
    began = time.monotonic()
    assert shop.get(order).status_code == 200
    assert time.monotonic() - began >= 0.05


@pytest.mark.parametrize("code", [400, 403, 404, 408, 409, 422, 429, 500, 502, 503])
def test_any_error_status_can_be_answered_without_carrying_out(code: int, shop: Shop, order: dict[str, Any]) -> None:
    shop.platform.fault("put_order", "status", value=code)
    answer = fulfil(shop, order)
    assert answer.status_code == code
    assert ("retry-after" in answer.headers) == (code in (429, 503))
    assert status(shop, order) == "RECEIVED"


def test_an_error_can_be_answered_although_the_act_was_carried_out(shop: Shop, order: dict[str, Any]) -> None:
    shop.platform.fault("put_order", "status", value=500, carried_out=True)
    assert fulfil(shop, order).status_code == 500
    assert status(shop, order) == "READY_FOR_PICKUP"


@pytest.mark.parametrize("style", ["seconds", "date", "missing", "nonsense"])
def test_a_fault_can_say_how_long_to_wait_in_its_own_way(
    style: str, shop: Shop, order: dict[str, Any], clock: HandClock
) -> None:
    shop.platform.fault("get_order", "status", value=503, retry_after=style)
    told = shop.get(order).headers.get("retry-after")
    if style == "date":
        assert parsedate_to_datetime(str(told)) > clock.now
    else:
        assert told == {"seconds": "5", "missing": None, "nonsense": "as soon as you like"}[style]


def test_the_edge_can_show_its_block_page(shop: Shop, order: dict[str, Any]) -> None:
    shop.platform.fault("any", "block_page")
    answer = shop.get(order)
    assert (answer.status_code, answer.headers["content-type"]) == (403, "text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("value", "content", "becomes"),
    [
        (None, b"<!doctype", "RECEIVED"),
        ("html", b"<!doctype", "RECEIVED"),
        ("broken", b"{", "READY_FOR_PICKUP"),
        ("empty", b"", "READY_FOR_PICKUP"),
    ],
)
def test_an_answer_of_200_can_be_garbage(
    value: str | None, content: bytes, becomes: str, shop: Shop, order: dict[str, Any]
) -> None:
    shop.platform.fault("put_order", "garbage", value=value)
    answer = fulfil(shop, order)
    assert answer.status_code == 200
    assert answer.content.startswith(content)
    assert bool(answer.content) == bool(content)
    assert status(shop, order) == becomes


@pytest.mark.parametrize("value", ["broken", "empty"])
def test_what_the_platform_refused_is_not_answered_as_done(value: str, shop: Shop, order: dict[str, Any]) -> None:
    shop.platform.fault("put_order", "garbage", value=value)
    body = {"order_id": order["order_id"], "status": "NONSENSE"}
    answer = shop.http.put(f"/v2/orders/{order['order_id']}", json=body)
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("route", "method", "path"),
    [
        ("token", "POST", "/v2/oauth/token"),
        ("put_order", "PUT", "/v2/orders/{order_id}"),
        ("get_order", "GET", "/v2/orders/{order_id}"),
        ("get_order", "GET", "{chain}/orders/{order_id}"),
        ("list", "GET", "{chain}/vendors/cm7q/orders"),
        ("list", "GET", "{chain}/vendors/cm7q"),
        ("catalog", "GET", "{chain}/vendors/cm7q/catalog"),
        ("promotion", "PUT", "{chain}/promotion"),
        ("job", "GET", "{chain}/promotion/jobs/1"),
        ("job", "GET", "{chain}/catalog/jobs/1"),
        ("status", "GET", "{chain}/vendors/cm7q/status"),
    ],
)
def test_a_fault_strikes_its_route_only(route: str, method: str, path: str, shop: Shop, order: dict[str, Any]) -> None:
    chain = "/v2/chains/e5a91d70-3c48-4b62-9f0d-8a2c6e4b7d05"
    others = {"token", "put_order", "get_order", "list", "catalog", "promotion", "job", "status"} - {route}
    for other in others:
        shop.platform.fault(other, "status", value=502, times=None)
    shop.platform.fault(route, "status", value=418)
    answer = shop.http.request(method, path.format(chain=chain, order_id=order["order_id"]))
    assert answer.status_code == 418


def test_a_fault_strikes_as_often_as_ordered(shop: Shop, order: dict[str, Any]) -> None:
    shop.platform.fault("get_order", "status", value=500, times=2)
    assert [shop.get(order).status_code for _ in range(3)] == [500, 500, 200]
    shop.platform.fault("get_order", "status", value=500, times=None)
    assert [shop.get(order).status_code for _ in range(3)] == [500, 500, 500]
    shop.platform.clear_faults()
    assert shop.get(order).status_code == 200


@pytest.mark.parametrize(
    ("fault", "named"),
    [
        ({"route": "nowhere", "kind": "late"}, "route"),
        ({"route": "list", "kind": "duplicate"}, "kind"),
        ({"route": "webhook", "kind": "status"}, "kind"),
        ({"route": "list", "kind": "status", "value": 200}, "value"),
        ({"route": "list", "kind": "slow"}, "slow"),
        ({"route": "list", "kind": "late", "value": 601}, "late"),
        ({"route": "list", "kind": "garbage", "value": "pdf"}, "value"),
        ({"route": "list", "kind": "block_page", "times": 0}, "times"),
        ({"route": "list", "kind": "status", "value": 429, "retry_after": "soon"}, "retry_after"),
        ({"route": "list", "kind": "block_page", "often": 2}, "often"),
    ],
)
def test_a_fault_that_cannot_be_is_refused(fault: dict[str, Any], named: str, shop: Shop) -> None:
    answer = shop.http.post("/_sim/faults", json=fault)
    assert answer.status_code == 400
    assert named in answer.json()["message"]


def test_closing_does_not_wait_for_a_slow_answer() -> None:
    platform = TrainingPlatform()
    platform.start()
    shop = Shop(platform)
    platform.fault("get_order", "slow", value=500)
    with closing(shop.http) as http, pytest.raises(httpx.ReadTimeout):
        http.get("/v2/orders/11111111-2222-4333-8444-555555555555", timeout=0.05)
    began = time.monotonic()
    platform.close()
    assert time.monotonic() - began < 2

"""Check reading and changing orders: paths, flows, conflicts, the list, and the three ways of keeping a cart."""

import json
import re
from datetime import timedelta
from typing import Any

import httpx
import pytest

from picker_app.training.clock import stamp
from tests.training.conftest import HandClock, Shop
from tests.training.test_cart_rules import picked

CHAIN = "/v2/chains/e5a91d70-3c48-4b62-9f0d-8a2c6e4b7d05"
ELSEWHERE = "11111111-2222-4333-8444-555555555555"


def span(clock: HandClock, **more: Any) -> dict[str, Any]:
    """The list's parameters for the last 12 hours."""
    start, end = clock.now - timedelta(hours=12), clock.now + timedelta(minutes=1)
    return {"start_time": stamp(start)[:19], "end_time": stamp(end)[:19]} | more


def bag(**more: Any) -> dict[str, Any]:
    return {"sku": "BAG-01", "status": "ADDITION", "pricing": {"pricing_type": "UNIT", "quantity": 1}} | more


def test_an_order_is_read_and_changed_by_either_path(shop: Shop) -> None:
    order = shop.platform.create_order(lines=2, vendor_delivery=False)
    short, chain = f"/v2/orders/{order['order_id']}", f"{CHAIN}/orders/{order['order_id']}"
    assert shop.http.get(short).json() == shop.http.get(chain).json()
    assert shop.http.put(chain, json=picked(order) | {"status": "UPDATE_CART"}).status_code == 200
    assert shop.http.put(short, json=picked(order)).status_code == 200


@pytest.mark.parametrize(
    ("switch", "path"),
    [
        ("order_path_short", "/v2/orders/{order_id}"),
        ("order_path_chain", CHAIN + "/orders/{order_id}"),
        ("list_path_orders", CHAIN + "/vendors/cm7q/orders"),
        ("list_path_vendor", CHAIN + "/vendors/cm7q"),
    ],
)
def test_each_path_can_be_switched_off(switch: str, path: str, shop: Shop, clock: HandClock) -> None:
    order = shop.platform.create_order(lines=1)
    url = path.format(order_id=order["order_id"])
    assert shop.http.get(url, params=span(clock)).status_code == 200
    shop.platform.change_settings(**{switch: False})
    assert shop.http.get(url, params=span(clock)).status_code == 404


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v2/orders/42", 400),
        (f"/v2/orders/{ELSEWHERE}", 404),
        (f"/v2/chains/other/orders/{ELSEWHERE}", 404),
        ("/v2/orders", 404),
    ],
)
@pytest.mark.parametrize("method", ["GET", "PUT"])
def test_an_unknown_order_is_refused(method: str, path: str, status: int, shop: Shop) -> None:
    answer = shop.http.request(method, path, json={"order_id": ELSEWHERE})
    assert answer.status_code == status
    assert set(answer.json()) == {"code", "message"}


def test_an_order_of_another_chain_or_older_than_60_days_is_not_found(shop: Shop) -> None:
    order = shop.platform.create_order(lines=1)
    assert shop.http.get(f"/v2/chains/other/orders/{order['order_id']}").status_code == 404
    old = shop.platform.create_order(lines=1, minutes_ago=60 * 24 * 60 + 1)
    assert shop.get(old).status_code == 404
    young = shop.platform.create_order(lines=1, minutes_ago=60 * 24 * 60 - 1)
    assert shop.get(young).status_code == 200


@pytest.mark.parametrize(
    ("vendor", "refused", "accepted"),
    [(False, "DISPATCHED", "READY_FOR_PICKUP"), (True, "READY_FOR_PICKUP", "DISPATCHED")],
)
def test_each_flow_has_its_own_word_for_done(vendor: bool, refused: str, accepted: str, shop: Shop) -> None:
    order = shop.platform.create_order(lines=2, vendor_delivery=vendor)
    items = picked(order)["items"]
    assert shop.put(order, items, refused).status_code == 400
    assert shop.put(order, items, accepted).status_code == 200
    assert shop.get(order).json()["status"] == accepted


@pytest.mark.parametrize("status", ["RECEIVED", "ACCEPTED", "DELIVERED", "DONE", None])
def test_other_statuses_cannot_be_sent(status: str | None, shop: Shop) -> None:
    order = shop.platform.create_order(lines=1)
    assert shop.put(order, picked(order)["items"], status).status_code == 400  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize("cancellation", [None, {}, {"reason": None}, {"reason": "TIRED"}, "CLOSED"])
def test_a_cancel_without_one_of_the_three_reasons_is_refused(cancellation: Any, shop: Shop) -> None:
    order = shop.platform.create_order(lines=1)
    answer = shop.put(order, picked(order)["items"], "CANCELLED", cancellation=cancellation)
    assert (answer.status_code, "reason" in answer.json()["message"]) == (400, True)


@pytest.mark.parametrize("reason", ["CLOSED", "ITEM_UNAVAILABLE", "TOO_BUSY"])
def test_a_cancel_with_a_reason_is_final(reason: str, shop: Shop) -> None:
    order = shop.platform.create_order(lines=2)
    items = [item | {"status": "NOT_FOUND"} for item in picked(order)["items"]]
    for expected in (200, 409):
        assert shop.put(order, items, "CANCELLED", cancellation={"reason": reason}).status_code == expected
    now = shop.get(order).json()
    assert (now["status"], now["cancellation"]["reason"]) == ("CANCELLED", reason)
    assert shop.platform.cart(order["order_id"]) == []


def test_a_fulfilled_order_takes_the_same_body_again_and_no_other(shop: Shop) -> None:
    order = shop.platform.create_order(lines=3, weighed=1, vendor_delivery=False)
    items = picked(order)["items"]
    assert shop.put(order, items).status_code == 200
    cart = shop.platform.cart(order["order_id"])
    assert shop.put(order, items).status_code == 200
    assert shop.put(order, items, "UPDATE_CART").status_code == 409
    assert shop.put(order, items, "CANCELLED", cancellation={"reason": "CLOSED"}).status_code == 409
    assert shop.platform.cart(order["order_id"]) == cart
    shop.platform.change_settings(repeated_fulfil=409)
    assert shop.put(order, items).status_code == 409


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b'{"a": NaN}', "application/json", 400),
        (b'{"order_id": "a", "order_id": "b"}', "application/json", 400),
        (b"\xff", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b"{}", "text/plain", 415),
    ],
)
def test_a_body_that_is_no_json_object_is_refused(content: bytes, kind: str, status: int, shop: Shop) -> None:
    order = shop.platform.create_order(lines=1)
    answer = shop.http.put(f"/v2/orders/{order['order_id']}", content=content, headers={"content-type": kind})
    assert answer.status_code == status


def test_numbers_are_kept_and_shown_exactly(shop: Shop, sample_order: dict[str, Any]) -> None:
    shop.platform.create_order(order=sample_order, minutes_ago=5)
    body = json.dumps(picked(sample_order)).replace('"weight": 1.2', '"weight": 1.10')
    url = f"/v2/orders/{sample_order['order_id']}"
    assert shop.http.put(url, content=body, headers={"content-type": "application/json"}).content == body.encode()
    shown = shop.http.get(url).text
    assert '"weight": 1.10' in shown
    assert '"total_price": 3.52' in shown
    assert not re.search(r"\d[eE][+-]?\d", re.sub(r'"[^"]*"', "", shown))


def test_updated_at_grows_even_while_the_clock_stands(shop: Shop) -> None:
    order = shop.platform.create_order(lines=1, vendor_delivery=False)
    shop.put(order, picked(order)["items"])
    later = shop.get(order).json()["sys"]["updated_at"]
    assert later > order["sys"]["updated_at"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", later)


# --- what becomes of a checked cart ---


def check_three_times(shop: Shop, order: dict[str, Any], *, learning: bool) -> list[dict[str, Any]]:
    """Check a cart with a carry bag three times and fulfil it; `learning` reads the bag's `_id` back each time."""
    bags: list[dict[str, Any]] = []
    for status in ("UPDATE_CART", "UPDATE_CART", "UPDATE_CART", "READY_FOR_PICKUP"):
        known = bags[:1] if learning else []
        added = bag(_id=known[0]["_id"]) if known else bag()
        answer = shop.put(order, [*picked(order)["items"], added], status)
        assert answer.status_code == 200, answer.text
        bags = [item for item in shop.get(order).json()["items"] if item["sku"] == "BAG-01"]
    return bags


@pytest.mark.parametrize(("keep", "learning", "bags"), [("no", False, 1), ("match", False, 1), ("append", False, 4)])
def test_without_the_id_a_checked_bag_is_kept_as_the_setting_says(
    keep: str, learning: bool, bags: int, shop: Shop
) -> None:
    shop.platform.change_settings(keep_cart=keep)
    order = shop.platform.create_order(lines=1, vendor_delivery=False)
    assert len(check_three_times(shop, order, learning=learning)) == bags


@pytest.mark.parametrize("keep", ["no", "match", "append"])
def test_with_the_id_a_checked_bag_is_in_the_cart_once(keep: str, shop: Shop) -> None:
    shop.platform.change_settings(keep_cart=keep)
    order = shop.platform.create_order(lines=1, vendor_delivery=False)
    assert len(check_three_times(shop, order, learning=True)) == 1


@pytest.mark.parametrize("keep", ["match", "append"])
def test_a_kept_line_goes_only_when_it_is_sent_as_not_found(keep: str, shop: Shop) -> None:
    shop.platform.change_settings(keep_cart=keep)
    order = shop.platform.create_order(lines=1, vendor_delivery=False)
    items = picked(order)["items"]
    shop.put(order, [*items, bag()], "UPDATE_CART")
    assert shop.get(order).json()["status"] == "RECEIVED"
    shop.put(order, items, "UPDATE_CART")
    (kept,) = [item for item in shop.get(order).json()["items"] if item["sku"] == "BAG-01"]
    shop.put(order, [*items, bag(_id=kept["_id"], status="NOT_FOUND")])
    assert [line["sku"] for line in shop.platform.cart(order["order_id"])] == [order["items"][0]["sku"]]


def test_a_kept_replacement_still_shows_the_ordered_line_until_fulfil(shop: Shop, sample_order: dict[str, Any]) -> None:
    shop.platform.change_settings(keep_cart="match")
    shop.platform.create_order(order=sample_order, minutes_ago=5)
    items = picked(sample_order)["items"]
    items[0]["status"] = "REPLACED"
    oats = {
        "sku": "OAT-1L",
        "replaced_id": items[0]["_id"],
        "status": "IN_CART",
        "pricing": {"pricing_type": "UNIT", "quantity": 2},
    }
    shop.put(sample_order, [*items, oats], "UPDATE_CART")
    checked = {item["sku"]: item for item in shop.get(sample_order).json()["items"]}
    assert checked["MLK-1L"]["status"] == "REPLACED"
    assert shop.put(sample_order, [*items, oats | {"_id": checked["OAT-1L"]["_id"]}]).status_code == 200
    cart = shop.platform.cart(sample_order["order_id"])
    assert sorted(line["sku"] for line in cart) == ["BRD-WW", "OAT-1L", "TOM-KG"]


# --- the list ---


@pytest.fixture
def thirty(shop: Shop, clock: HandClock) -> list[str]:
    """Thirty orders of a day with no others, oldest first."""
    clock.move(days=2)
    shop.sign_in()
    return [shop.platform.create_order(lines=1, minutes_ago=30 - n)["order_id"] for n in range(30)]


@pytest.mark.parametrize("path", [CHAIN + "/vendors/cm7q/orders", CHAIN + "/vendors/CM-007"])
def test_the_list_is_read_page_by_page(path: str, shop: Shop, thirty: list[str], clock: HandClock) -> None:
    seen: list[str] = []
    for page in (1, 2, 3, 4):
        answer = shop.http.get(path, params=span(clock, page_size=10, page=page)).json()
        assert (answer["page_number"], answer["page_size"], answer["total_pages"]) == (page, 10, 3)
        seen += [order["order_id"] for order in answer["orders"]]
    assert seen == thirty


def test_without_a_page_size_there_are_20_orders(shop: Shop, thirty: list[str], clock: HandClock) -> None:
    answer = shop.http.get(CHAIN + "/vendors/cm7q/orders", params=span(clock)).json()
    assert len(answer["orders"]) == 20


def test_the_list_can_be_a_bare_array(shop: Shop, thirty: list[str], clock: HandClock) -> None:
    shop.platform.change_settings(list_shape="array")
    answer = shop.http.get(CHAIN + "/vendors/cm7q/orders", params=span(clock, page_size=500)).json()
    assert [order["order_id"] for order in answer] == thirty


def test_the_list_selects_by_creation_or_by_change(shop: Shop, clock: HandClock) -> None:
    clock.move(days=2)
    order = shop.platform.create_order(lines=1)
    clock.move(days=2)
    shop.sign_in()
    shop.platform.advance(order["order_id"], "CANCELLED")

    def listed() -> int:
        answer = shop.http.get(CHAIN + "/vendors/cm7q/orders", params=span(clock)).json()
        return len(answer["orders"])

    assert listed() == 0
    shop.platform.change_settings(list_by="updated")
    assert listed() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"start_time": "2025-06-03T09:00:00Z"},
        {"start_time": "yesterday"},
        {"start_time": ""},
        {"start_time": "2025-06-03"},
        {"start_time": "2025-13-03T09:00:00"},
        {"end_time": "2000-01-01T00:00:00"},
        {"page": "0"},
        {"page": ""},
        {"page": "two"},
        {"page_size": "501"},
        {"page_size": ""},
    ],
)
def test_a_bad_range_or_page_is_refused(wrong: dict[str, str], shop: Shop, clock: HandClock) -> None:
    answer = shop.http.get(CHAIN + "/vendors/cm7q/orders", params=span(clock) | wrong)
    assert answer.status_code == 400
    assert next(iter(wrong)).split("_")[0] in answer.json()["message"]


@pytest.mark.parametrize(("days", "status"), [(59, 200), (61, 400)])
def test_the_list_reaches_back_60_days(days: int, status: int, shop: Shop, clock: HandClock) -> None:
    end = stamp(clock.now)[:19]
    clock.move(days=-days)
    start = stamp(clock.now)[:19]
    clock.move(days=days)
    answer = shop.http.get(CHAIN + "/vendors/cm7q/orders", params={"start_time": start, "end_time": end})
    assert answer.status_code == status


@pytest.mark.parametrize("path", ["/v2/chains/other/vendors/cm7q/orders", CHAIN + "/vendors/other/orders"])
def test_the_list_of_another_chain_or_vendor_is_not_found(path: str, shop: Shop, clock: HandClock) -> None:
    assert shop.http.get(path, params=span(clock)).status_code == 404


# --- the shape of refusals ---


@pytest.mark.parametrize(
    ("style", "kind"),
    [("json", "application/json"), ("text", "text/plain; charset=utf-8"), ("empty", None), ("html", "text/html")],
)
def test_refusals_come_in_the_style_that_was_set(style: str, kind: str | None, shop: Shop) -> None:
    shop.platform.change_settings(error_body=style)
    answer: httpx.Response = shop.http.get(f"/v2/orders/{ELSEWHERE}")
    assert answer.status_code == 404
    assert (answer.headers.get("content-type") or "").startswith(kind or "")
    assert bool(answer.content) == (style != "empty")

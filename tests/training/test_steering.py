"""Check the steering paths: orders made to wish, settings, products, the state, and what they refuse."""

import threading
from typing import Any

import pytest

from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.training.conftest import Shop


def make(shop: Shop, **wishes: Any) -> dict[str, Any]:
    answer = shop.http.post("/_sim/orders", json=wishes)
    assert answer.status_code == 201, answer.text
    order: dict[str, Any] = answer.json()
    return order


def test_an_order_is_made_to_wish(shop: Shop) -> None:
    order = make(shop, lines=60, weighed=12, language="es", customer="masked", preorder=True, vendor_delivery=True)
    kinds = [item["pricing"]["pricing_type"] for item in order["items"]]
    assert (kinds.count("KG"), kinds.count("UNIT")) == (12, 48)
    assert (order["isPreorder"], order["transport_type"]) == (True, "VENDOR_DELIVERY")
    assert "*" in order["customer"]["phone_number"]
    assert order["customer"]["first_name"].endswith("***")
    assert {item["status"] for item in order["items"]} == {"NOT_PROCESSED"}


def test_an_order_can_have_no_customer(shop: Shop) -> None:
    assert make(shop, customer=None)["customer"] is None


def test_an_order_of_chosen_goods(shop: Shop) -> None:
    order = make(shop, items=[{"sku": "MLK-1L", "quantity": 3}, {"sku": "TOM-KG", "weight": 0.75}])
    milk, tomatoes = (item["pricing"] for item in order["items"])
    assert (milk["quantity"], milk["min_quantity"], milk["max_quantity"], milk["total_price"]) == (3, 0, 3, 3.87)
    assert (tomatoes["weight"], tomatoes["min_quantity"], tomatoes["max_quantity"]) == (0.75, 0.375, 1.5)
    assert tomatoes["total_price"] == 2.4


@pytest.mark.parametrize(
    ("wishes", "named"),
    [
        ({"lines": 0}, "lines"),
        ({"lines": 61}, "lines"),
        ({"lines": "two"}, "lines"),
        ({"lines": 2, "weighed": 3}, "weighed"),
        ({"language": "de"}, "language"),
        ({"customer": "loud"}, "customer"),
        ({"preorder": 1}, "preorder"),
        ({"items": []}, "items"),
        ({"items": [{"sku": "NO-SUCH"}]}, "sku"),
        ({"items": [{"sku": "MLK-1L", "quantity": 0}]}, "quantity"),
        ({"order": 1}, "order"),
        ({"created_at": "yesterday"}, "yesterday"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_an_order_that_cannot_be_is_refused(wishes: dict[str, Any], named: str, shop: Shop) -> None:
    before = shop.platform.statuses()
    answer = shop.http.post("/_sim/orders", json=wishes)
    assert answer.status_code == 400
    assert named in answer.json()["message"]
    assert shop.platform.statuses() == before


@pytest.mark.parametrize(
    "wrong",
    [
        {"keep_cart": "maybe"},
        {"requests_per_minute": -1},
        {"requests_per_minute": 1.5},
        {"glovo_echo": "yes"},
        {"webhook_url": 7},
        {"item_not_found_status": 500},
        {"unknown": 1},
    ],
)
def test_a_wrong_setting_is_named_and_nothing_is_changed(wrong: dict[str, Any], shop: Shop) -> None:
    before = shop.http.get("/_sim/settings").json()
    answer = shop.http.put("/_sim/settings", json={"glovo_echo": True} | wrong)
    assert answer.status_code == 400
    assert next(iter(wrong)) in answer.json()["message"]
    assert shop.http.get("/_sim/settings").json() == before


def test_settings_are_changed_over_http(shop: Shop) -> None:
    answer = shop.http.put("/_sim/settings", json={"time_scale": 0.5, "error_body": "text", "expires_in": None})
    assert answer.status_code == 200
    assert [answer.json()[key] for key in ("time_scale", "error_body", "expires_in")] == [0.5, "text", None]


def test_orders_are_moved_on_over_http(shop: Shop) -> None:
    order = make(shop, lines=1)
    path = f"/_sim/orders/{order['order_id']}"
    answer = shop.http.post(path + "/advance", json={"to": "CANCELLED", "post_picked_up": True})
    assert answer.json()["cancellation"]["post_picked_up"] is True
    assert shop.http.get(path).json()["status"] == "CANCELLED"


@pytest.mark.parametrize("body", [{}, {"to": ""}, {"to": "DISPATCHED", "speed": 1}, []])
def test_a_wrong_step_is_refused(body: Any, shop: Shop) -> None:
    order = make(shop, lines=1)
    assert shop.http.post(f"/_sim/orders/{order['order_id']}/advance", json=body).status_code == 400


def test_an_unknown_order_cannot_be_moved_on(shop: Shop) -> None:
    assert shop.http.post("/_sim/orders/unknown/advance", json={"to": "DELIVERED"}).status_code == 404
    with pytest.raises(KeyError):
        shop.platform.advance("unknown", "DELIVERED")


def test_faults_are_listed_and_cleared_over_http(shop: Shop) -> None:
    shop.http.post("/_sim/faults", json={"route": "list", "kind": "slow", "value": 1, "times": 2})
    (fault,) = shop.http.get("/_sim/state").json()["faults"]
    assert (fault["route"], fault["kind"], fault["left"]) == ("list", "slow", 2)
    assert shop.http.delete("/_sim/faults").json() == {"faults": []}


def test_products_are_added_over_http(shop: Shop) -> None:
    product = {"sku": "NEW-1", "title": {"en_GB": "New"}, "barcodes": ["9520000000007"], "price": 2.5}
    assert shop.http.post("/_sim/products", json=[product]).status_code == 201
    assert shop.http.post("/_sim/products", json=[{"sku": "NEW-2"}]).status_code == 400


def test_the_state_tells_each_request_with_its_body_and_answer(shop: Shop) -> None:
    order = make(shop, lines=1)
    body = {"order_id": order["order_id"], "status": "UPDATE_CART", "items": []}
    shop.http.put(f"/v2/orders/{order['order_id']}?from=test", json=body)
    request = shop.http.get("/_sim/state").json()["requests"][-1]
    assert (request["method"], request["path"]) == ("PUT", f"/v2/orders/{order['order_id']}")
    assert (request["query"], request["route"], request["answer"]) == ("from=test", "put_order", 400)
    assert order["order_id"] in request["body"]
    assert request["headers"]["authorization"].startswith("Bearer ***")


def test_steering_counts_against_no_limit_and_is_not_written_down(shop: Shop) -> None:
    before = shop.platform.state()["requests_total"]
    shop.http.get("/_sim/state")
    assert shop.platform.state()["requests_total"] == before


def test_the_same_seed_gives_the_same_orders() -> None:
    def first_orders(seed: int) -> list[dict[str, Any]]:
        platform = TrainingPlatform(seed=seed)
        platform.start()
        orders = [platform.create_order() for _ in range(3)]
        platform.close()
        return [{key: order[key] for key in ("order_id", "order_code", "items", "customer")} for order in orders]

    assert first_orders(7) == first_orders(7)
    assert first_orders(7) != first_orders(8)


def test_the_platform_is_steered_from_many_threads_at_once(platform: TrainingPlatform) -> None:
    made: list[str] = []
    workers = [
        threading.Thread(target=lambda: made.extend(platform.create_order(lines=1)["order_id"] for _ in range(20)))
        for _ in range(4)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(set(made)) == 80
    assert set(made) <= platform.statuses().keys()


def test_a_platform_that_does_not_run_says_so() -> None:
    with pytest.raises(RuntimeError, match="not running"):
        TrainingPlatform().create_order()

"""Check that the platform takes the eight documented use cases and ends with the cart each means."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.training.conftest import Shop

SAMPLES = Path(__file__).parent / "samples"
USE_CASES: dict[str, dict[str, Any]] = json.loads((SAMPLES / "use_cases.json").read_text("utf-8"))

CARTS: dict[str, list[tuple[str, int | str, str]]] = {
    "1": [("MLK-1L", 2, "2.58"), ("BRD-WW", 1, "2.40"), ("TOM-KG", "1.2", "3.84")],
    "2": [("BRD-WW", 1, "2.40"), ("TOM-KG", "1.2", "3.84")],
    "3": [("MLK-1L", 1, "1.29"), ("BRD-WW", 1, "2.20"), ("TOM-KG", "1.2", "3.84")],
    "4": [("MLK-1L", 2, "2.58"), ("BRD-WW", 1, "2.40"), ("TOM-KG", "1.135", "3.63")],
    "5": [],
    "6": [("BRD-WW", 1, "2.40"), ("TOM-KG", "1.2", "3.84"), ("OAT-1L", 2, "2.58")],
    "7": [("MLK-1L", 2, "2.58"), ("BRD-WW", 1, "2.40"), ("TOM-KG", "1.2", "3.84"), ("BAG-01", 1, "0.20")],
}


@pytest.mark.parametrize("name", USE_CASES)
def test_each_documented_body_is_accepted_and_answered_with_itself(
    name: str, shop: Shop, sample_order: dict[str, Any]
) -> None:
    shop.platform.create_order(order=sample_order, minutes_ago=5)
    body = USE_CASES[name]
    raw = json.dumps(body).encode()
    path = f"/v2/orders/{sample_order['order_id']}"

    answer = shop.http.put(path, content=raw, headers={"content-type": "application/json"})

    assert (answer.status_code, answer.content) == (200, raw)
    now = shop.http.get(path).json()
    if body["status"] == "UPDATE_CART":
        assert now["status"] == "RECEIVED"
        assert [item["status"] for item in now["items"]] == ["NOT_PROCESSED"] * 3
        return
    assert now["status"] == body["status"]
    cart = shop.platform.cart(sample_order["order_id"])
    expected = [(sku, Decimal(amount), Decimal(total)) for sku, amount, total in CARTS[name[0]]]
    amounts = [(line["sku"], line["weight"] or line["quantity"], line["total_price"]) for line in cart]
    assert sorted(amounts) == sorted(expected)


def test_a_replaced_line_is_removed_and_the_new_one_gets_an_id_and_says_what_it_replaces(
    shop: Shop, sample_order: dict[str, Any]
) -> None:
    shop.platform.create_order(order=sample_order, minutes_ago=5)
    body = USE_CASES["6 replace the milk by oat drink and fulfil"]
    shop.http.put(f"/v2/orders/{sample_order['order_id']}", json=body)

    items = shop.get(sample_order).json()["items"]

    assert "MLK-1L" not in [item["sku"] for item in items]
    oats = next(item for item in items if item["sku"] == "OAT-1L")
    assert oats["_id"]
    assert oats["replaced_id"] == sample_order["items"][0]["_id"]


def test_the_sums_follow_the_cart(shop: Shop, sample_order: dict[str, Any]) -> None:
    shop.platform.create_order(order=sample_order, minutes_ago=5)
    shop.http.put(f"/v2/orders/{sample_order['order_id']}", json=USE_CASES["2 partial: no milk"])
    payment = shop.get(sample_order).json()["payment"]
    assert payment["sub_total"] == 6.24
    assert payment["order_total"] == 8.42  # and the fees, less the discount


def test_the_document_is_shown_as_it_was_created(shop: Shop, sample_order: dict[str, Any]) -> None:
    shop.platform.create_order(order=sample_order, minutes_ago=5)
    assert shop.get(sample_order).json() == sample_order

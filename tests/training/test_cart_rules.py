"""Check that each broken rule is answered as the specification's table says, and that it names the line."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.training.conftest import Shop

Body = dict[str, Any]
MILK, BREAD, TOMATOES = 0, 1, 2
ELSEWHERE = "11111111-2222-4333-8444-555555555555"


def picked(order: Body) -> Body:
    """The body that fulfils the order as ordered."""
    items = []
    for line in order["items"]:
        pricing = {"pricing_type": line["pricing"]["pricing_type"], "quantity": line["pricing"]["quantity"]}
        if "weight" in line["pricing"]:
            pricing["weight"] = line["pricing"]["weight"]
        items.append({"_id": line["_id"], "sku": line["sku"], "status": "IN_CART", "pricing": pricing})
    return {"order_id": order["order_id"], "status": "READY_FOR_PICKUP", "items": items}


def change(line: int, **fields: Any) -> Callable[[Body], None]:
    def apply(body: Body) -> None:
        body["items"][line].update(fields)

    return apply


def price(line: int, **fields: Any) -> Callable[[Body], None]:
    def apply(body: Body) -> None:
        body["items"][line]["pricing"].update(fields)

    return apply


def without(line: int, *path: str) -> Callable[[Body], None]:
    def apply(body: Body) -> None:
        target = body["items"][line]
        for key in path[:-1]:
            target = target[key]
        del target[path[-1]]

    return apply


def drop(line: int) -> Callable[[Body], None]:
    def apply(body: Body) -> None:
        del body["items"][line]

    return apply


def top(**fields: Any) -> Callable[[Body], None]:
    def apply(body: Body) -> None:
        body.update(fields)

    return apply


def add(**line: Any) -> Callable[[Body], None]:
    def apply(body: Body) -> None:
        body["items"].append(line)

    return apply


def both(*changes: Callable[[Body], None]) -> Callable[[Body], None]:
    def apply(body: Body) -> None:
        for one in changes:
            one(body)

    return apply


def replace_milk(**new: Any) -> Callable[[Body], None]:
    def apply(body: Body) -> None:
        body["items"][MILK]["status"] = "REPLACED"
        line = {"sku": "OAT-1L", "replaced_id": body["items"][MILK]["_id"], "status": "IN_CART"}
        body["items"].append(line | {"pricing": {"pricing_type": "UNIT", "quantity": 2}} | new)

    return apply


INVALID = {
    "a line left out": (drop(MILK), "MLK-1L is left out"),
    "another order_id than the path": (top(order_id=ELSEWHERE), "order_id"),
    "no items": (top(items=None), "items"),
    "an _id of another order": (change(MILK, _id=ELSEWHERE), ELSEWHERE),
    "an _id with another line's sku": (change(MILK, sku="BRD-WW"), "BRD-WW"),
    "an _id twice": (lambda body: body["items"].append(dict(body["items"][0])), "twice"),
    "neither _id nor sku": (both(without(MILK, "_id"), without(MILK, "sku")), "neither _id nor sku"),
    "a sku that was not ordered": (both(without(MILK, "_id"), change(MILK, sku="OAT-1L")), "OAT-1L"),
    "an unknown line status": (change(MILK, status="PICKED"), "MLK-1L.*PICKED"),
    "NOT_PROCESSED": (change(MILK, status="NOT_PROCESSED"), "MLK-1L.*NOT_PROCESSED"),
    "no line status": (without(MILK, "status"), "MLK-1L"),
    "no pricing": (without(MILK, "pricing"), "MLK-1L.*pricing"),
    "no pricing_type": (without(MILK, "pricing", "pricing_type"), "MLK-1L.*pricing_type"),
    "another pricing_type": (price(MILK, pricing_type="KG"), "MLK-1L.*pricing_type"),
    "more pieces than the maximum": (price(MILK, quantity=3), "MLK-1L.*out of range.*0 to 2"),
    "no piece at all": (price(MILK, quantity=0), "MLK-1L.*out of range"),
    "half a piece": (price(MILK, quantity=1.5), "MLK-1L.*out of range"),
    "a negative quantity": (price(MILK, quantity=-1), "MLK-1L"),
    "a quantity in a string": (price(MILK, quantity="2"), "MLK-1L.*number"),
    "no quantity": (without(MILK, "pricing", "quantity"), "MLK-1L.*quantity"),
    "both prices": (price(BREAD, unit_price=2.4, total_price=2.4), "BRD-WW.*both"),
    "a negative price": (price(BREAD, unit_price=-1), "BRD-WW"),
    "a gram too little": (price(TOMATOES, weight=0.499), "TOM-KG.*out of range.*0.5 to 2.5"),
    "a gram too much": (price(TOMATOES, weight=2.501), "TOM-KG.*out of range"),
    "less than a gram": (price(TOMATOES, weight=1.0005), "TOM-KG.*out of range"),
    "a changed price on KG": (price(TOMATOES, unit_price=3.3), "TOM-KG.*price"),
    "a total price on KG": (price(TOMATOES, total_price=3.84), "TOM-KG.*price"),
    "a changed quantity on KG": (price(TOMATOES, quantity=2), "TOM-KG.*quantity"),
    "KG without weight": (without(TOMATOES, "pricing", "weight"), "TOM-KG.*weight"),
    "REPLACED without a new line": (change(MILK, status="REPLACED"), "MLK-1L"),
    "replaced_id of a line that is not REPLACED": (both(replace_milk(), change(MILK, status="IN_CART")), "OAT-1L"),
    "replaced_id of no line": (replace_milk(replaced_id=ELSEWHERE), "OAT-1L"),
    "replaced_id as the word null": (replace_milk(replaced_id="null"), "OAT-1L"),
    "two new lines for one": (both(replace_milk(), replace_milk()), "OAT-1L"),
    "a replacement by weight without weight": (
        replace_milk(sku="TOM-VINE-KG", pricing={"pricing_type": "KG", "quantity": 1}),
        "TOM-VINE-KG.*weight",
    ),
    "a replacement at another price per kilogram": (
        replace_milk(sku="TOM-VINE-KG", pricing={"pricing_type": "KG", "quantity": 1, "weight": 1, "unit_price": 1}),
        "TOM-VINE-KG.*price",
    ),
    "a replacement in the wrong unit": (replace_milk(pricing={"pricing_type": "KG", "weight": 1}), "OAT-1L"),
    "a new line that is not found": (replace_milk(status="NOT_FOUND"), "OAT-1L"),
    "an ordered line as ADDITION": (change(MILK, status="ADDITION"), "MLK-1L"),
    "an addition without quantity": (
        add(sku="BAG-01", status="ADDITION", pricing={"pricing_type": "UNIT"}),
        "BAG-01.*quantity",
    ),
    "an addition by weight without weight": (
        add(sku="TOM-KG", status="ADDITION", pricing={"pricing_type": "KG", "quantity": 1}),
        "TOM-KG.*weight",
    ),
    "an addition that replaces": (
        add(sku="BAG-01", status="ADDITION", replaced_id=ELSEWHERE, pricing={"pricing_type": "UNIT", "quantity": 1}),
        "BAG-01",
    ),
    "an addition without pricing": (add(sku="BAG-01", status="ADDITION"), "BAG-01.*pricing"),
    "nothing left in the cart": (
        both(change(MILK, status="NOT_FOUND"), change(BREAD, status="NOT_FOUND"), change(TOMATOES, status="NOT_FOUND")),
        "nothing is left",
    ),
}


@pytest.mark.parametrize("violation", INVALID)
def test_a_broken_cart_rule_is_answered_400_and_changes_nothing(violation: str, shop: Shop, sample_order: Body) -> None:
    breaks, named = INVALID[violation]
    shop.platform.create_order(order=sample_order, minutes_ago=5)
    body = picked(sample_order)
    breaks(body)

    answer = shop.http.put(f"/v2/orders/{sample_order['order_id']}", json=body)

    assert answer.status_code == 400
    assert answer.json()["message"].startswith("invalid cart update: ")
    assert re.search(named, answer.json()["message"])
    assert shop.get(sample_order).json() == sample_order


@pytest.mark.parametrize("violation", sorted(INVALID.keys() - {"nothing left in the cart"}))
def test_a_check_is_as_strict_as_a_fulfil(violation: str, shop: Shop, sample_order: Body) -> None:
    shop.platform.create_order(order=sample_order, minutes_ago=5)
    body = picked(sample_order) | {"status": "UPDATE_CART"}
    INVALID[violation][0](body)
    answer = shop.http.put(f"/v2/orders/{sample_order['order_id']}", json=body)
    assert answer.status_code == 400
    assert answer.json()["code"] == "INVALID_CART_UPDATE"


ACCEPTED = {
    "the lowest weight": price(TOMATOES, weight=0.5),
    "the highest weight": price(TOMATOES, weight=2.5),
    "the price of a KG line repeated": price(TOMATOES, unit_price=3.20),
    "a line known by its sku alone": without(MILK, "_id"),
    "a line known by its _id alone": without(MILK, "sku"),
    "an addition at a price of the shop's own": add(
        sku="BAG-01", status="ADDITION", pricing={"pricing_type": "UNIT", "quantity": 3, "unit_price": 0.5}
    ),
    "an addition by weight": add(
        sku="TOM-KG", status="ADDITION", pricing={"pricing_type": "KG", "quantity": 1, "weight": 0.3}
    ),
    "two additions": both(
        add(sku="BAG-01", status="ADDITION", pricing={"pricing_type": "UNIT", "quantity": 1}),
        add(sku="BAG-02", status="ADDITION", pricing={"pricing_type": "UNIT", "quantity": 1}),
    ),
    "pieces replaced by weight": replace_milk(
        sku="TOM-VINE-KG", pricing={"pricing_type": "KG", "quantity": 1, "weight": 0.75}
    ),
}


@pytest.mark.parametrize("case", ACCEPTED)
def test_what_the_rules_allow_is_accepted(case: str, shop: Shop, sample_order: Body) -> None:
    shop.platform.create_order(order=sample_order, minutes_ago=5)
    body = picked(sample_order)
    ACCEPTED[case](body)
    answer = shop.http.put(f"/v2/orders/{sample_order['order_id']}", json=body)
    assert answer.status_code == 200, answer.text


def test_a_product_already_ordered_becomes_an_entry_of_its_own(shop: Shop, sample_order: Body) -> None:
    shop.platform.create_order(order=sample_order, minutes_ago=5)
    body = picked(sample_order)
    body["items"].append({"sku": "MLK-1L", "status": "ADDITION", "pricing": {"pricing_type": "UNIT", "quantity": 4}})
    assert shop.http.put(f"/v2/orders/{sample_order['order_id']}", json=body).status_code == 200
    milk = [line["quantity"] for line in shop.platform.cart(sample_order["order_id"]) if line["sku"] == "MLK-1L"]
    assert milk == [2, 4]


def test_bounds_that_are_null_do_not_bind(shop: Shop, sample_order: Body) -> None:
    sample_order["items"][MILK]["pricing"].update(min_quantity=None, max_quantity=None)
    shop.platform.create_order(order=sample_order, minutes_ago=5)
    body = picked(sample_order)
    body["items"][MILK]["pricing"]["quantity"] = 40
    assert shop.http.put(f"/v2/orders/{sample_order['order_id']}", json=body).status_code == 200


@pytest.mark.parametrize("status", [400, 404, 422])
@pytest.mark.parametrize("role", ["replacement", "addition"])
def test_a_product_the_vendor_does_not_have_is_named(status: int, role: str, shop: Shop, sample_order: Body) -> None:
    shop.platform.change_settings(item_not_found_status=status)
    shop.platform.create_order(order=sample_order, minutes_ago=5)
    body = picked(sample_order)
    if role == "replacement":
        replace_milk(sku="NO-SUCH")(body)
    else:
        add(sku="NO-SUCH", status="ADDITION", pricing={"pricing_type": "UNIT", "quantity": 1})(body)
    answer = shop.http.put(f"/v2/orders/{sample_order['order_id']}", json=body)
    assert (answer.status_code, answer.json()["message"]) == (status, "item not found: NO-SUCH")


def test_an_inactive_product_may_replace_another(shop: Shop, sample_order: Body) -> None:
    shop.platform.add_products({"sku": "OAT-OLD", "price": 1, "active": False})
    shop.platform.create_order(order=sample_order, minutes_ago=5)
    body = picked(sample_order)
    replace_milk(sku="OAT-OLD")(body)
    assert shop.http.put(f"/v2/orders/{sample_order['order_id']}", json=body).status_code == 200

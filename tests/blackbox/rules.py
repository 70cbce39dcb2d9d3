"""Checks a PUT of an order against the platform's page on partner picking; knows nothing of the program.

Rules of one line are in `line_faults`, of the list in `list_faults`, of the whole body in `faults`. A fault is a
sentence; the platform answers 400 with all of them.
"""

from decimal import Decimal
from typing import Any

Json = dict[str, Any]

FULFIL = ("READY_FOR_PICKUP", "DISPATCHED")
ORDER_STATUSES = (*FULFIL, "CANCELLED", "UPDATE_CART")
LINE_STATUSES = ("IN_CART", "NOT_FOUND", "REPLACED", "ADDITION")
REASONS = ("CLOSED", "ITEM_UNAVAILABLE", "TOO_BUSY")
PRICES = ("unit_price", "total_price")
BODY_KEYS = {"order_id", "status", "items", "cancellation"}
LINE_KEYS = {"_id", "sku", "name", "replaced_id", "status", "pricing"}
PRICING_KEYS = {"pricing_type", "quantity", "weight", *PRICES}
GRAM = Decimal("0.001")


def is_number(value: object) -> bool:
    """Tell whether a value of JSON is a number, not a text and not a truth."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def faults(order: Json, known: dict[str, Json], products: dict[str, Json], path_id: str, body: object) -> list[str]:
    """Say what is wrong with a body.

    `order`: as it was received, with its lines; `known`: every line that ever had an `_id` in this order, by it;
    `products`: the vendor's catalogue by SKU; `path_id`: the order id in the path.
    """
    if not isinstance(body, dict):
        return ["the body is no object"]
    found = [f"unknown field {key!r} in the body" for key in sorted(body.keys() - BODY_KEYS)]
    found += [f"null at {place}" for place in nulls(body, "body")]
    if body.get("order_id") != path_id:
        found.append(f"order_id {body.get('order_id')!r} is not that of the path")
    status = body.get("status")
    if status not in ORDER_STATUSES:
        found.append(f"status {status!r} cannot be sent")
    wanted = "DISPATCHED" if order.get("transport_type") == "VENDOR_DELIVERY" else "READY_FOR_PICKUP"
    if status in FULFIL and status != wanted:
        found.append(f"{status} does not belong to {order.get('transport_type')}: {wanted}")
    found += cancellation_faults(body)
    items = body.get("items")
    if not isinstance(items, list) or not items or not all(isinstance(item, dict) for item in items):
        return [*found, "items is no list of lines"]
    for place, item in enumerate(items):
        found += [f"line {place} ({item.get('sku')}): {fault}" for fault in line_faults(item, known, products)]
    return found + list_faults(order, known, str(status), items)


def nulls(value: object, place: str) -> list[str]:
    """Name the places of null fields: the program sends none."""
    if value is None:
        return [place]
    if isinstance(value, dict):
        return [found for key, inner in value.items() for found in nulls(inner, f"{place}.{key}")]
    if isinstance(value, list):
        return [found for n, inner in enumerate(value) for found in nulls(inner, f"{place}[{n}]")]
    return []


def cancellation_faults(body: Json) -> list[str]:
    """A cancellation needs one of the three reasons, and nothing else has one."""
    if body.get("status") != "CANCELLED":
        return ["a cancellation in a body that does not cancel"] if "cancellation" in body else []
    cancellation = body.get("cancellation")
    if not isinstance(cancellation, dict) or cancellation.get("reason") not in REASONS:
        return [f"cancellation without one of the reasons {', '.join(REASONS)}: {cancellation!r}"]
    return ["cancellation says more than its reason"] if cancellation.keys() != {"reason"} else []


def line_faults(item: Json, known: dict[str, Json], products: dict[str, Json]) -> list[str]:
    """Say what is wrong with one line in itself."""
    found = [f"unknown field {key!r}" for key in sorted(item.keys() - LINE_KEYS)]
    status = item.get("status")
    if status not in LINE_STATUSES:
        found.append(f"line status {status!r} cannot be sent")
    if not item.get("_id") and not item.get("sku"):
        found.append("neither _id nor sku")
    if "replaced_id" in item and item["replaced_id"] in ("", "null", None):
        found.append(f"replaced_id {item['replaced_id']!r}")
    pricing = item.get("pricing")
    if not isinstance(pricing, dict):
        return [*found, "no pricing"]
    found += pricing_faults(pricing)
    line = known.get(item.get("_id", ""))
    if "_id" in item and line is None:
        return [*found, "its _id is not in the order"]
    if line is None:
        return found + new_line_faults(item, pricing, products)
    if "sku" in item and item["sku"] != line["sku"]:
        found.append(f"its sku is not {line['sku']}")
    if pricing.get("pricing_type") != line["pricing"]["pricing_type"]:
        return [*found, "another pricing_type than ordered"]
    return found + amount_faults(str(status), pricing, line["pricing"])


def pricing_faults(pricing: Json) -> list[str]:
    """What holds for the pricing of every line."""
    found = [f"field {key!r} in pricing" for key in sorted(pricing.keys() - PRICING_KEYS)]
    kind = pricing.get("pricing_type")
    if kind not in ("UNIT", "KG"):
        found.append(f"pricing_type {kind!r}")
    for key in pricing.keys() - {"pricing_type"}:
        if not is_number(pricing[key]):
            found.append(f"{key} is no number: {pricing[key]!r}")
        elif pricing[key] < 0:
            found.append(f"{key} is below 0")
    if all(key in pricing for key in PRICES):
        found.append("unit_price and total_price both")
    if kind == "KG" and any(key in pricing for key in PRICES):
        found.append("a price on a line sold by weight")
    if kind == "UNIT" and "weight" in pricing:
        found.append("a weight on a line of pieces")
    return found


def amount_faults(status: str, pricing: Json, ordered: Json) -> list[str]:
    """Check the amount of an ordered line: its bounds when picked, as ordered when not."""
    key = "weight" if ordered["pricing_type"] == "KG" else "quantity"
    amount = pricing.get(key)
    if not is_number(amount):
        return [f"no {key}"]
    assert amount is not None
    found = []
    if key == "quantity" and amount != int(amount):
        found.append(f"quantity {amount} is not whole")
    if key == "weight" and Decimal(amount) != Decimal(amount).quantize(GRAM):
        found.append(f"weight {amount} is finer than a gram")
    if key == "weight" and pricing.get("quantity") != ordered.get("quantity"):
        found.append("the quantity of a line sold by weight was changed")
    if status in ("NOT_FOUND", "REPLACED") and amount != ordered[key]:
        found.append(f"{status} with {key} {amount} and not the ordered {ordered[key]}")
    if status in ("IN_CART", "ADDITION"):
        least, most = ordered.get("min_quantity"), ordered.get("max_quantity")
        if amount <= 0:
            found.append(f"{status} with {key} 0")
        if (least is not None and amount < least) or (most is not None and amount > most):
            found.append(f"{key} {amount} is outside {least} to {most}")
    return found


def new_line_faults(item: Json, pricing: Json, products: dict[str, Json]) -> list[str]:
    """Check a line that the platform gave no `_id` yet: a replacement or an addition."""
    product = products.get(item.get("sku", ""))
    if product is None:
        return [f"item not found: {item.get('sku')}"]
    found = []
    if item.get("status") == "ADDITION":
        if "replaced_id" in item:
            found.append("an addition that replaces")
    elif "replaced_id" not in item:
        found.append("an ordered line without its _id, or a new one that replaces nothing")
    kind = "KG" if product.get("is_sold_by_weight") else "UNIT"
    if pricing.get("pricing_type") != kind:
        found.append(f"the catalogue says {kind}")
    quantity, weight = pricing.get("quantity"), pricing.get("weight")
    if not is_number(quantity) or quantity is None or quantity <= 0 or quantity != int(quantity):
        found.append("a new line without a quantity")
    if kind == "KG" and (not is_number(weight) or weight is None or weight <= 0):
        found.append("a new line by weight without a weight")
    return found


def list_faults(order: Json, known: dict[str, Json], status: str, items: list[Json]) -> list[str]:
    """Check the list as a whole: nothing left out, pairs of replacements, a cart that is not empty."""
    ids = [item["_id"] for item in items if "_id" in item]
    found = [f"{line['sku']} is left out" for line in order["items"] if line["_id"] not in ids]
    found += [f"_id {name} stands twice" for name in sorted(set(ids)) if ids.count(name) > 1]
    ordered = {line["_id"]: line for line in order["items"]}
    gone = {item.get("_id") for item in items if item.get("status") == "REPLACED"}
    pointed = [item["replaced_id"] for item in items if item.get("replaced_id") and item.get("status") != "NOT_FOUND"]
    found += [f"replaced_id {name} has no REPLACED line" for name in pointed if name not in gone]
    found += [f"REPLACED line {name} has {pointed.count(name)} new lines" for name in gone if pointed.count(name) != 1]
    found += [f"{name} is REPLACED but was never ordered" for name in gone if name not in ordered]
    for item in items:
        line = ordered.get(item.get("_id", ""))
        if line is None:
            continue
        if item.get("status") == "ADDITION":
            found.append(f"{line['sku']} was ordered and is no ADDITION")
        if item.get("replaced_id"):
            found.append(f"{line['sku']} was ordered and replaces nothing")
        prices = [key for key in PRICES if key in item.get("pricing", {})]
        if line["pricing"]["pricing_type"] == "UNIT" and line["pricing"].get("unit_price") is not None and not prices:
            found.append(f"{line['sku']} has no price")
    if status == "CANCELLED":
        found += [f"{item.get('sku')} is not NOT_FOUND" for item in items if item.get("status") != "NOT_FOUND"]
        found += [f"{item.get('sku')} is new and has no _id" for item in items if item.get("_id") not in known]
    if status in FULFIL and all(item.get("status") == "NOT_FOUND" for item in items):
        found.append("nothing is left in the cart")
    return found

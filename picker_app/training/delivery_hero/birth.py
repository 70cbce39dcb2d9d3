"""Make the order object of section 6: from a customer's order, from a few wishes, or from a whole document as it is."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

from picker_app.training.catalogue import load_store
from picker_app.training.clock import read_stamp, stamp
from picker_app.training.delivery_hero.settlement import price_of
from picker_app.training.delivery_hero.world import Order, World
from picker_app.training.exact_json import JsonObject, as_decimal, copied
from picker_app.training.orders import Customer, OrderedLine, ShopOrder, draw_order, line_of
from picker_app.training.steering import check_keys

WISHES = {
    "lines", "weighed", "language", "customer", "preorder", "vendor_delivery", "items", "status", "created_at",
    "minutes_ago", "order", "push",
}  # fmt: skip
CODE_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def bear(world: World, wanted: JsonObject) -> Order:
    """Make an order of `wanted` and keep it; raises `ValueError` naming the key and what is accepted.

    `{"order": {…}}` is a whole document, taken as it is; only what the platform itself must know is filled in. Else:
    `lines`, `weighed`, `language`, `customer` (full, masked, far, none, or null), `preorder`, `vendor_delivery` as in
    `draw_order`; `items` `[{"sku": …, "quantity": 2}, {"sku": …, "weight": 0.5}]`; `status` of the first event;
    `created_at` or `minutes_ago`.
    """
    check_keys(wanted, WISHES)
    if "order" in wanted:
        if not isinstance(wanted["order"], dict):
            raise ValueError("order is a JSON object")
        document = copied(wanted["order"])
    else:
        document = _document(world, _drawn(world, wanted))
    created = world.clock()
    if "minutes_ago" in wanted:
        created -= timedelta(minutes=float(wanted["minutes_ago"]))
    elif "created_at" in wanted:
        created = read_stamp(wanted["created_at"])
    elif isinstance(document.get("sys"), dict) and document["sys"].get("created_at"):
        created = read_stamp(document["sys"]["created_at"])
    return _keep(world, document, created, str(wanted.get("status", document.get("status", "RECEIVED"))))


def _drawn(world: World, wanted: JsonObject) -> ShopOrder:
    choices: dict[str, Any] = {
        key: wanted[key] for key in ("lines", "weighed", "language", "preorder", "vendor_delivery") if key in wanted
    }
    if "customer" in wanted:
        choices["customer"] = "none" if wanted["customer"] is None else wanted["customer"]
    for key, kind in (("lines", int), ("weighed", int), ("preorder", bool), ("vendor_delivery", bool)):
        if key in choices and type(choices[key]) is not kind:
            raise ValueError(f"{key} is {'a whole number' if kind is int else 'true or false'}")
    if "items" not in wanted:
        return draw_order(load_store(), world.random, **choices)
    items = wanted["items"]
    if not isinstance(items, list) or not 1 <= len(items) <= 60:
        raise ValueError("items is a list of 1 to 60 lines")
    shop = draw_order(load_store(), world.random, **(choices | {"lines": 1, "weighed": 0}))
    by_sku = load_store().by_sku()
    lines = []
    for item in items:
        if not isinstance(item, dict) or item.get("sku") not in by_sku:
            raise ValueError("each of items has the sku of a product of the training shop")
        product = by_sku[item["sku"]]
        amount = as_decimal(item.get("weight" if product.weighed else "quantity", product.portion))
        if amount is None or amount <= 0:
            raise ValueError(f"{item['sku']} needs a {'weight' if product.weighed else 'quantity'} above 0")
        lines.append(line_of(product, shop.language, amount))
    return ShopOrder(
        shop.language, shop.customer, shop.note, tuple(lines), shop.preorder, bool(wanted.get("vendor_delivery", False))
    )


def _document(world: World, shop: ShopOrder) -> JsonObject:
    switches, chance = world.switches, world.random
    digits = switches.currency_digits
    now = world.clock()
    promised = now + timedelta(minutes=chance.randint(90, 600) if shop.preorder else chance.randint(35, 60))
    items = [_line(world.new_id, line, digits) for line in shop.lines]
    code = "".join(chance.choices(CODE_LETTERS, k=4))
    number = chance.randint(1000, 9999)
    delivery_fee, service_fee = Decimal("1.99"), Decimal("0.49")
    sub_total = sum((item["pricing"]["total_price"] for item in items), Decimal(0))
    return {
        "order_id": world.new_id(),
        "external_order_id": f"ord-{chance.randint(100_000, 999_999)}",
        "order_code": f"{code}-{number}-{''.join(chance.choices(CODE_LETTERS, k=4))}",
        "status": "RECEIVED",
        "order_type": "DELIVERY",
        "transport_type": "VENDOR_DELIVERY" if shop.vendor_delivery else "LOGISTICS_DELIVERY",
        "isPreorder": shop.preorder,
        "accepted_for": stamp(promised - timedelta(minutes=15)),
        "promised_for": stamp(promised),
        "comment": shop.note,
        "promotion_status": "AVAILABLE",
        "client": None,
        "customer": None if shop.customer is None else _customer(shop.customer, chance.randint(10_000, 99_999)),
        "items": items,
        "payment": {
            "type": "PAID",
            "sub_total": sub_total,
            "delivery_fee": delivery_fee,
            "service_fee": service_fee,
            "container_charge": 0,
            "difference_to_minimum": 0,
            "discount": 0,
            "discounts": [],
            "order_total": sub_total + delivery_fee + service_fee,
            "collect_at_pickup": 0,
            "vouchers": [],
            "additional_fees": {},
        },
    }


def _line(new_id: Callable[[], str], line: OrderedLine, digits: int) -> JsonObject:
    product = line.product
    pricing: JsonObject = {
        "pricing_type": "KG" if product.weighed else "UNIT",
        "unit_price": product.price,
        "total_price": price_of(product.price, line.amount, digits),
        "quantity": 1 if product.weighed else int(line.amount),
    }
    if product.weighed:
        pricing["weight"] = line.amount
    original = dict(pricing)
    pricing |= {"min_quantity": line.lowest, "max_quantity": line.highest}
    return {
        "_id": new_id(),
        "sku": product.sku,
        "name": line.name,
        "barcode": [code.lstrip("0") for code in product.barcodes],
        "instructions": line.note,
        "status": "NOT_PROCESSED",
        "replaced_id": None,
        "pricing": pricing,
        "original_pricing": original,
        "promotion": [],
    }


def _customer(customer: Customer, number: int) -> JsonObject:
    return {
        "_id": f"cu-{number}",
        "first_name": customer.first_name,
        "last_name": customer.last_name,
        "phone_number": customer.phone,
        "loyalty_card": None,
        "delivery_address": {
            "street": customer.street,
            "number": customer.house,
            "building": None,
            "city": customer.city,
            "instructions": customer.instructions,
            "formattedAddress": f"{customer.street} {customer.house}, {customer.city}",
        },
    }


def _keep(world: World, document: JsonObject, created: Any, status: str) -> Order:
    switches = world.switches
    document.setdefault("order_id", world.new_id())
    document["status"] = status
    if document.get("client") is None:
        document["client"] = {
            "chain_id": switches.chain_id,
            "name": switches.store_name,
            "country_code": switches.country_code,
            "store_id": switches.vendor_id,
            "external_partner_config_id": switches.external_partner_config_id,
        }
    items = document.setdefault("items", [])
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise ValueError("items of an order is a list of objects")
    for item in items:
        item.setdefault("_id", world.new_id())
        if not isinstance(item.setdefault("pricing", {"pricing_type": "UNIT", "quantity": 1}), dict):
            raise ValueError("pricing of a line is an object")
    told = document.get("sys") if isinstance(document.get("sys"), dict) else None
    updated = read_stamp(told["updated_at"]) if told and told.get("updated_at") else created
    if told is None:
        document["sys"] = {"created_at": stamp(created), "created_by": "platform", "updated_by": "platform"}
        document["sys"]["updated_at"] = stamp(updated)
    order = Order(document, [dict(item) for item in items], created, updated)
    order.history.append({"time": stamp(updated), "status": status, "by": "platform"})
    world.orders[order.order_id.lower()] = order
    return order

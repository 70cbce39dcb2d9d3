"""Replaces lines and adds a bag at a counter, and compares what the platform was sent."""

from decimal import Decimal
from typing import Any

from tests.blackbox import goods
from tests.blackbox.driver import Shop, as_sent, canonical

Json = dict[str, Any]


def without_price_of_new_lines(items: list[Json]) -> list[Json]:
    """The lines, where a new line's price is left out after it was found to be the catalogue's or the old line's.

    The platform takes a replacement with a price or without.
    """
    by_id = {item["_id"]: item for item in items if "_id" in item}
    bare = []
    for item in items:
        pricing = dict(item["pricing"])
        if "replaced_id" in item or item["status"] == "ADDITION":
            old = by_id.get(item.get("replaced_id", ""), {"pricing": {}})["pricing"].get("unit_price")
            assert pricing.pop("unit_price", None) in (None, Decimal(goods.PRICES[item["sku"]]), old)
        bare.append(item | {"pricing": pricing})
    return bare


def replace_and_add(shop: Shop) -> None:
    """Replace a line of pieces and one by weight, add a bag, check, finish; compare what was sent."""
    milk, bread = goods.pieces("MLK-1L", 2), goods.pieces("BRD-WW", 1)
    tomatoes = goods.kilograms("TOM-KG", "1.2", least="0.5", most="2.5")
    order = shop.receive(goods.order("repl-7755", milk, bread, tomatoes))
    shop.scan("repl-7755")
    shop.choose("milk")
    shop.press("F4")
    shop.picture("replace")
    shop.type("hafer")
    shop.picture("searched")
    shop.press("Return")
    shop.picture("quantity-offered")
    shop.press("Return")
    shop.picture("replaced")

    shop.choose("tom")
    shop.press("F4")
    shop.scan(goods.VINE)
    shop.picture("weight-offered")
    shop.type("1,18")
    shop.press("Return")

    shop.press("F6")
    shop.scan(goods.BAG)
    shop.picture("bag")
    shop.press("Return")
    shop.picture("added")
    checks = len(shop.platform.puts(order, "UPDATE_CART"))
    shop.screen.tap("F5")
    assert shop.platform.wait_for(lambda: len(shop.platform.puts(order, "UPDATE_CART")) > checks, 20)
    shop.scan(goods.BREAD)
    shop.finish()
    body = shop.sent(order, "READY_FOR_PICKUP")
    new = [
        {
            "sku": "OAT-1L",
            "status": "IN_CART",
            "replaced_id": milk["_id"],
            "pricing": {"pricing_type": "UNIT", "quantity": 2},
        },
        {
            "sku": "TOM-VINE-KG",
            "status": "IN_CART",
            "replaced_id": tomatoes["_id"],
            "pricing": {"pricing_type": "KG", "quantity": 1, "weight": Decimal("1.18")},
        },
        {"sku": "BAG-01", "status": "ADDITION", "pricing": {"pricing_type": "UNIT", "quantity": 1}},
    ]
    if shop.platform.keep_cart == "append":
        names = {line["sku"]: name for name, line in shop.platform.known[order].items()}
        new = [{**line, "_id": names[line["sku"]]} for line in new]
    wanted = [as_sent(milk, "REPLACED"), as_sent(tomatoes, "REPLACED"), as_sent(bread), *new]
    assert canonical(without_price_of_new_lines(body["items"])) == canonical(wanted)
    kept = [line["sku"] for line in shop.platform.shown(order)["items"]]
    assert sorted(kept) == ["BAG-01", "BRD-WW", "OAT-1L", "TOM-VINE-KG"]
    shop.confirmed(order, "READY_FOR_PICKUP")

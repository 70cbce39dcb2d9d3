"""Bring orders into the world: an example of the platform's page, a drawn one, or a whole document as it is."""

from datetime import datetime, timedelta
from functools import cache
from typing import Any

from picker_app import resources
from picker_app.training import exact_json
from picker_app.training.brazil import Good, load_brazil, sold_here
from picker_app.training.catalogue import load_store
from picker_app.training.clock import read_stamp
from picker_app.training.exact_json import JsonObject, as_decimal, copied
from picker_app.training.ifood_pos.document import Seller, write_order
from picker_app.training.ifood_pos.purchase import draw_purchase
from picker_app.training.ifood_pos.world import Order, World
from picker_app.training.steering import check_keys

DRAWN = {"lines", "composed", "items", "type", "payment", "voucher", "quirks", "merchant", "minutes_ago", "created_at"}
WISHES = {"reference", "order", "code", *DRAWN}
PLACED = "PLACED"


def bear(world: World, wanted: JsonObject) -> Order:
    """Make an order of `wanted` and its first event; raises `ValueError` naming the key and what is accepted.

    `{"reference": "5918421938111050"}` is an example; `{"order": {…}}` a whole document, taken as it is. Else it is
    drawn: `lines`, `composed`, `type`, `payment`, `voucher`, `quirks` as in `draw_purchase`; `items`
    `[{"code": "ARZ/5", "quantity": 2}]`; `merchant` is the store's id; `created_at` or `minutes_ago`. `code` of the
    first event: PLACED; null: none.
    """
    check_keys(wanted, WISHES)
    code = wanted.get("code", PLACED)
    if code is not None and not (isinstance(code, str) and code):
        raise ValueError("code is the code of an event, such as PLACED, or null")
    placed = world.clock()
    if "order" in wanted:
        if not isinstance(wanted["order"], dict):
            raise ValueError("order is a JSON object")
        document = copied(wanted["order"])
    elif "reference" in wanted:
        if wanted["reference"] not in examples():
            raise ValueError(f"reference is one of {', '.join(examples())}")
        document = copied(examples()[wanted["reference"]])
    else:
        placed = _created(world, wanted)
        document = _drawn(world, wanted, placed)
    order = _keep(world, document, placed)
    if code is not None:
        world.say(order, code, "platform", placed)
    return order


def find_order(world: World, reference: str) -> Order | None:
    """Return an order; an example of the platform's page is there without having been placed."""
    order = world.orders.get(reference)
    if order is None and reference in examples():
        return _keep(world, copied(examples()[reference]), world.clock())
    return order


@cache
def examples() -> dict[str, JsonObject]:
    """The five orders of the platform's page, and the complete one of the specification, by reference."""
    documents = exact_json.read(resources.path("training", "ifood_pos_orders.json").read_bytes())
    return {document["reference"]: document for document in documents}


@cache
def goods_by_code() -> dict[str, Good]:
    """What can be ordered, by the shop's code, else by EAN."""
    return sold_here(load_store()) | load_brazil().by_code()


@cache
def _store_goods() -> tuple[Good, ...]:
    return tuple(sold_here(load_store()).values())


def known_codes() -> set[str]:
    """The codes of products that the stores have on the platform."""
    goods = goods_by_code()
    codes = {part.code for good in goods.values() for part in good.parts} | goods.keys()
    return {*codes, *(code for document in examples().values() for code in _codes(document))} - {""}


def _created(world: World, wanted: JsonObject) -> datetime:
    if "created_at" in wanted:
        return read_stamp(wanted["created_at"])
    ago = as_decimal(wanted.get("minutes_ago", 0))
    if ago is None or ago < 0:
        raise ValueError("minutes_ago is a number, 0 or more")
    return world.clock() - timedelta(minutes=float(ago))


def _drawn(world: World, wanted: JsonObject, created: datetime) -> JsonObject:
    switches, chance = world.switches, world.random
    for key in ("lines", "composed"):
        if key in wanted and type(wanted[key]) is not int:
            raise ValueError(f"{key} is a whole number")
    if not isinstance(wanted.get("quirks", []), list):
        raise ValueError("quirks is a list")
    merchant = wanted.get("merchant", next(iter(switches.merchant_ids), ""))
    if not isinstance(merchant, str) or not merchant:
        raise ValueError("merchant is the id of a store, a text")
    choices: dict[str, Any] = {
        key: wanted[key] for key in ("lines", "composed", "payment", "voucher", "quirks") if key in wanted
    }
    purchase = draw_purchase(
        load_brazil(),
        _store_goods(),
        chance,
        type_=wanted.get("type"),
        goods=_goods(wanted["items"]) if "items" in wanted else None,
        **choices,
    )
    return write_order(purchase, Seller(merchant, switches.merchant_name), load_brazil(), created, chance)


def _goods(items: object) -> list[tuple[Good, int]]:
    if not isinstance(items, list) or not 1 <= len(items) <= 40:
        raise ValueError("items is a list of 1 to 40 lines")
    goods = []
    for item in items:
        good = goods_by_code().get(str(item.get("code"))) if isinstance(item, dict) else None
        if good is None:
            raise ValueError("each of items has the code of a product of the shop")
        quantity = item.get("quantity", 1)
        if type(quantity) is not int or quantity < 1:
            raise ValueError(f"quantity of {item['code']} is a whole number from 1")
        goods.append((good, quantity))
    return goods


def _keep(world: World, document: JsonObject, placed: datetime) -> Order:
    document.setdefault("reference", "".join(world.random.choices("123456789", k=16)))
    if not isinstance(document["reference"], str):
        raise ValueError("reference of an order is a text")
    merchant = document.get("merchant")
    merchant_id = str(merchant.get("id", "")) if isinstance(merchant, dict) else ""
    order = Order(document, merchant_id or next(iter(world.switches.merchant_ids), ""), placed)
    world.orders[order.reference] = order
    world.codes.update(_codes(document))
    return order


def _codes(document: JsonObject) -> set[str]:
    items = document.get("items")
    found = items if isinstance(items, list) else []
    lines = [line for item in found if isinstance(item, dict) for line in (item, *(item.get("subItems") or ()))]
    return {str(line["externalCode"]) for line in lines if isinstance(line, dict) and "externalCode" in line}

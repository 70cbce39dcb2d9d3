"""The rules a cart must keep (sections 7, 8 and 15).

Nothing here is taken from the program that is tested against it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from picker_app.training.answers import RefusedError
from picker_app.training.delivery_hero.answers import invalid_cart
from picker_app.training.delivery_hero.shelf import Listed
from picker_app.training.exact_json import JsonObject, as_decimal

SENDABLE = ("IN_CART", "NOT_FOUND", "REPLACED", "ADDITION")
IN_THE_CART = ("IN_CART", "ADDITION")
GRAM = Decimal("0.001")


@dataclass(frozen=True)
class Wanted:
    """One line of a PUT that has passed the rules, with what it was found to mean.

    `known`: the ordered or already kept line it speaks of; None for a new line. `product`: only for a new line.
    """

    status: str
    pricing: JsonObject
    replaced_id: str | None
    known: JsonObject | None
    ordered: bool
    product: Listed | None


@dataclass(frozen=True)
class Cart:
    """The lines of one order: as ordered, and those the platform keeps beside them."""

    ordered: list[JsonObject]
    added: list[JsonObject]


def check(cart: Cart, items: object, products: Mapping[str, Listed], missing_status: int) -> list[Wanted]:
    """Return the lines of a PUT, each found in the order or in the catalogue.

    Raises `RefusedError`: 400 `invalid cart update: …` naming the line by SKU or `_id`, or `item not found: <sku>` with
    `missing_status`.
    """
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise invalid_cart("items must be the list of all lines")
    owners = _owners(cart, items)
    wanted = [_wanted(item, owner, cart, products, missing_status) for item, owner in zip(items, owners, strict=True)]
    mentioned = {owner["_id"] for owner in owners if owner is not None}
    for line in cart.ordered:
        if line["_id"] not in mentioned:
            raise invalid_cart(f"line {label(line)} is left out")
    _check_replacements(cart, wanted)
    return wanted


def label(line: Mapping[str, Any]) -> str:
    """How messages name a line: its SKU, else its `_id`."""
    return str(line.get("sku") or line.get("_id") or "without sku and _id")


def _owners(cart: Cart, items: list[JsonObject]) -> list[JsonObject | None]:
    """Return for each item the line it speaks of; None for a new line."""
    known = {line["_id"]: line for line in [*cart.ordered, *cart.added]}
    owners: list[JsonObject | None] = [None] * len(items)
    taken: set[str] = set()
    for place, item in enumerate(items):
        line_id = item.get("_id")
        if line_id is None:
            if not isinstance(item.get("sku"), str) or not item["sku"]:
                raise invalid_cart(f"item {place + 1} has neither _id nor sku")
            continue
        if line_id not in known:
            raise invalid_cart(f"_id {line_id} is not in the order")
        if line_id in taken:
            raise invalid_cart(f"_id {line_id} stands twice")
        if item.get("sku") not in (None, known[line_id].get("sku")):
            raise invalid_cart(f"sku {item['sku']} does not belong to _id {line_id}")
        owners[place] = known[line_id]
        taken.add(line_id)
    for place, item in enumerate(items):
        if owners[place] is None and item.get("status") != "ADDITION" and item.get("replaced_id") is None:
            owners[place] = _by_sku(cart, item, taken)
    return owners


def _by_sku(cart: Cart, item: JsonObject, taken: set[str]) -> JsonObject:
    for line in cart.ordered:
        if line.get("sku") == item["sku"] and line["_id"] not in taken:
            taken.add(line["_id"])
            return line
    raise invalid_cart(f"line {item['sku']} is not in the order, is no ADDITION and has no replaced_id")


def _wanted(
    item: JsonObject, owner: JsonObject | None, cart: Cart, products: Mapping[str, Listed], missing_status: int
) -> Wanted:
    name = label(item)
    status = item.get("status")
    if status not in SENDABLE:
        raise invalid_cart(f"line {name}: status {status!r} cannot be sent")
    pricing = item.get("pricing")
    if not isinstance(pricing, dict):
        raise invalid_cart(f"line {name}: pricing is required")
    replaced_id = item.get("replaced_id")
    if replaced_id is not None and not isinstance(replaced_id, str):
        raise invalid_cart(f"line {name}: replaced_id must be a text")
    ordered = owner is not None and any(owner is line for line in cart.ordered)
    product = None
    if ordered and (status == "ADDITION" or replaced_id is not None):
        raise invalid_cart(f"line {name} was ordered: it can be no ADDITION and has no replaced_id")
    if not ordered:
        _check_role(name, status, replaced_id, new=owner is None)
    if owner is None:
        product = products.get(item["sku"])
        if product is None:
            raise RefusedError(missing_status, "ITEM_NOT_FOUND", f"item not found: {item['sku']}")
    _check_pricing(name, status, pricing, owner, product)
    return Wanted(status, pricing, replaced_id, owner, ordered, product)


def _check_role(name: str, status: str, replaced_id: str | None, *, new: bool) -> None:
    if status == "ADDITION" and replaced_id is not None:
        raise invalid_cart(f"line {name}: an ADDITION replaces nothing")
    if status == "REPLACED":
        raise invalid_cart(f"line {name}: only an ordered line can be REPLACED")
    if new and status == "NOT_FOUND":
        raise invalid_cart(f"line {name}: a new line cannot be NOT_FOUND")


def _check_pricing(
    name: str, status: str, pricing: JsonObject, owner: JsonObject | None, product: Listed | None
) -> None:
    kind = pricing.get("pricing_type")
    if owner is not None:
        expected = owner["pricing"].get("pricing_type")
    else:
        expected = "KG" if product is not None and product.weighed else "UNIT"
    if kind != expected:
        raise invalid_cart(f"line {name}: pricing_type must be {expected}")
    for field in ("quantity", "weight", "unit_price", "total_price"):
        number = as_decimal(pricing.get(field))
        if field in pricing and number is None:
            raise invalid_cart(f"line {name}: {field} must be a number")
        if number is not None and number < 0:
            raise invalid_cart(f"line {name}: {field} must not be negative")
    if "unit_price" in pricing and "total_price" in pricing:
        raise invalid_cart(f"line {name}: unit_price and total_price must not both be sent")
    if kind == "KG":
        _check_weighed(name, status, pricing, owner, product)
    elif status in IN_THE_CART:
        _check_pieces(name, pricing, owner)


def _check_pieces(name: str, pricing: JsonObject, owner: JsonObject | None) -> None:
    quantity = as_decimal(pricing.get("quantity"))
    if quantity is None:
        raise invalid_cart(f"line {name}: quantity is required")
    if quantity != quantity.to_integral_value() or quantity == 0:
        raise invalid_cart(f"line {name}: quantity {quantity:f} is out of range, it must be whole pieces from 1")
    _check_bounds(name, "quantity", quantity, owner)


def _check_weighed(
    name: str, status: str, pricing: JsonObject, owner: JsonObject | None, product: Listed | None
) -> None:
    price = as_decimal(pricing.get("unit_price"))
    if "total_price" in pricing:
        raise invalid_cart(f"line {name}: the price of a KG line cannot be changed")
    if owner is not None and price not in (None, as_decimal(owner["pricing"].get("unit_price"))):
        raise invalid_cart(f"line {name}: the price of a KG line cannot be changed")
    if owner is None and product is not None and status != "ADDITION" and price not in (None, product.price):
        raise invalid_cart(f"line {name}: the price of a KG line cannot be changed")
    quantity = as_decimal(pricing.get("quantity"))
    if owner is None and quantity is None:
        raise invalid_cart(f"line {name}: quantity is required")
    if owner is not None and quantity not in (None, as_decimal(owner["pricing"].get("quantity"))):
        raise invalid_cart(f"line {name}: the quantity of a KG line stays as it was received")
    if status not in IN_THE_CART:
        return
    weight = as_decimal(pricing.get("weight"))
    if weight is None:
        raise invalid_cart(f"line {name}: weight is required")
    if weight == 0 or weight != weight.quantize(GRAM):
        raise invalid_cart(f"line {name}: weight {weight:f} is out of range, it must be whole grams from 0.001 kg")
    _check_bounds(name, "weight", weight, owner)


def _check_bounds(name: str, what: str, amount: Decimal, owner: JsonObject | None) -> None:
    if owner is None:
        return
    low = as_decimal(owner["pricing"].get("min_quantity"))
    high = as_decimal(owner["pricing"].get("max_quantity"))
    if (low is not None and amount < low) or (high is not None and amount > high):
        bounds = f"{'…' if low is None else format(low, 'f')} to {'…' if high is None else format(high, 'f')}"
        raise invalid_cart(f"line {name}: {what} {amount:f} is out of range, accepted is {bounds}")


def _check_replacements(cart: Cart, wanted: list[Wanted]) -> None:
    replaced = {
        line.known["_id"]: line.known
        for line in wanted
        if line.ordered and line.known is not None and line.status == "REPLACED"
    }
    seen: set[str] = set()
    for line in wanted:
        if line.replaced_id is None or line.status != "IN_CART":
            continue
        name = label(line.known) if line.known is not None else (line.product.sku if line.product else "")
        if line.replaced_id not in replaced:
            raise invalid_cart(f"line {name}: replaced_id {line.replaced_id} is no REPLACED line of the order")
        if line.replaced_id in seen:
            raise invalid_cart(f"line {name}: {line.replaced_id} is already replaced by another line")
        seen.add(line.replaced_id)
    for line_id, known in replaced.items():
        if line_id not in seen:
            raise invalid_cart(f"line {label(known)} is REPLACED, but no line carries its _id as replaced_id")

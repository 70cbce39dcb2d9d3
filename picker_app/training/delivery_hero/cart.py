"""The rules a cart must keep (sections 7, 8 and 15) and the cart that comes out of it.

Nothing here is taken from the program that is tested against it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from picker_app.training.delivery_hero.answers import RefusedError, invalid_cart
from picker_app.training.delivery_hero.exact_json import JsonObject, as_decimal
from picker_app.training.delivery_hero.shelf import Listed

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


def settle(
    cart: Cart, wanted: list[Wanted], keep: str, new_id: Callable[[], str], digits: int
) -> tuple[list[JsonObject], list[JsonObject]]:
    """Return the ordered lines and the added lines as they stand after `wanted`.

    `keep` is `match`: a new line without `_id` is found again by content; else each is one more entry. An added line
    that is not mentioned stays; one that is NOT_FOUND goes.
    """
    by_id = {line.known["_id"]: line for line in wanted if line.known is not None}
    ordered = [_after(line, by_id[line["_id"]], digits) for line in cart.ordered]
    added = []
    unclaimed = [line for line in wanted if line.known is None]
    for line in cart.added:
        claim = by_id.get(line["_id"])
        if claim is None and keep == "match":
            claim = next((new for new in unclaimed if _same_content(line, new)), None)
            if claim is not None:
                unclaimed.remove(claim)
        if claim is None:
            added.append(line)
        elif claim.status in IN_THE_CART:
            added.append(_after(line, claim, digits))
    added += [_new_line(line, new_id(), digits) for line in unclaimed]
    return ordered, added


def price_of(unit_price: Decimal, amount: Decimal, digits: int) -> Decimal:
    """Return unit price × amount, rounded half-up to the currency's digits."""
    return _rounded(unit_price * amount, digits)


def label(line: Mapping[str, Any]) -> str:
    """How messages name a line: its SKU, else its `_id`."""
    return str(line.get("sku") or line.get("_id") or "without sku and _id")


def _rounded(money: Decimal, digits: int) -> Decimal:
    return money.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


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


def _same_content(line: JsonObject, new: Wanted) -> bool:
    return (
        new.product is not None
        and line.get("sku") == new.product.sku
        and line.get("replaced_id") == new.replaced_id
        and line.get("status") == new.status
    )


def _after(line: JsonObject, wanted: Wanted, digits: int) -> JsonObject:
    """Return a known line with its new status, and with its new amount and price if it is in the cart."""
    pricing = dict(line["pricing"])
    if wanted.status in IN_THE_CART:
        unit_price = as_decimal(pricing.get("unit_price"))
        pricing |= _priced(wanted.pricing, unit_price, digits)
    return line | {"status": wanted.status, "pricing": pricing}


def _new_line(wanted: Wanted, line_id: str, digits: int) -> JsonObject:
    product = wanted.product
    if product is None:
        raise AssertionError("a new line has a product")
    pricing = {"pricing_type": "KG" if product.weighed else "UNIT"} | _priced(wanted.pricing, product.price, digits)
    return {
        "_id": line_id,
        "sku": product.sku,
        "name": product.name,
        "barcode": list(product.barcodes),
        "status": wanted.status,
        "replaced_id": wanted.replaced_id,
        "pricing": pricing,
    }


def _priced(sent: JsonObject, unit_price: Decimal | None, digits: int) -> JsonObject:
    """Return amount and prices of a line in the cart; the platform computes what was not sent."""
    quantity = as_decimal(sent.get("quantity"))
    weight = as_decimal(sent.get("weight"))
    amount = weight if sent.get("pricing_type") == "KG" else quantity
    new_unit, new_total = as_decimal(sent.get("unit_price")), as_decimal(sent.get("total_price"))
    priced: JsonObject = {}
    if quantity is not None:
        priced["quantity"] = sent["quantity"]
    if weight is not None:
        priced["weight"] = sent["weight"]
    if amount is None:
        return priced
    if new_total is not None:
        priced["total_price"] = new_total
        priced["unit_price"] = _rounded(new_total / amount, digits)
    elif new_unit is not None or unit_price is not None:
        unit = new_unit if new_unit is not None else unit_price
        if unit is not None:
            priced["unit_price"] = unit
            priced["total_price"] = price_of(unit, amount, digits)
    return priced

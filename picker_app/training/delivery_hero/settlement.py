"""The cart that comes out of a PUT which kept the rules (sections 7 and 15), with its amounts and prices."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from picker_app.training.delivery_hero.cart import IN_THE_CART, Cart, Wanted
from picker_app.training.exact_json import JsonObject, as_decimal


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


def _rounded(money: Decimal, digits: int) -> Decimal:
    return money.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)

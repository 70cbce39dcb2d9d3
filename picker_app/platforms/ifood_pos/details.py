"""The fields of an iFood order that have no place of their own in the domain's words: they are only shown."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from picker_app.domain.quantity import ZERO
from picker_app.platforms import fields
from picker_app.platforms.exact_json import place
from picker_app.platforms.ifood_pos import wire

LONGEST, MOST = 500, 200
Details = tuple[tuple[str, str], ...]
Path = tuple[str | int, ...]

_OF_PERSON = frozenset({"customer", "deliveryAddress", "localizer"})
_PLACED = frozenset(
    {
        "reference",
        "shortReference",
        "merchant.name",
        "customer.name",
        "customer.phone",
        "customer.email",
        "customer.taxPayerIdentificationNumber",
        "deliveryAddress.formattedAddress",
        "deliveryAddress.complement",
        "deliveryAddress.neighborhood",
        "deliveryAddress.city",
        "deliveryAddress.reference",
        "localizer.id",
        "subTotal",
        "deliveryFee",
        "totalPrice",
    }
)
_PLACED_OF_PAYMENT = frozenset({"name", "code", "value", "prepaid", "issuer"})
_PLACED_OF_LINE = frozenset({"name", "quantity", "externalCode", "observations", "subItems"})


def of_order(order: wire.Order) -> Details:
    """Collect the fields of the order but those of a person and of its lines."""
    return _listed(order, lambda part: part not in _OF_PERSON and part != "items")


def of_person(order: wire.Order) -> Details:
    """Collect the fields of the person who ordered and of where they live."""
    return _listed(order, lambda part: part in _OF_PERSON)


def of_line(item: wire.SubItem, unit_price: Decimal | None) -> Details:
    """Collect the fields of an item or a part of one; of its money what tells more than its price."""
    dull = {"price": unit_price, "totalPrice": unit_price, "subItemsPrice": ZERO, "discount": ZERO, "addition": ZERO}
    found = []
    for path, text in _leaves(item.raw):
        name = place(path)
        if path[0] not in _PLACED_OF_LINE and not (name in dull and fields.number(text) == dull[name]):
            found.append((name, text))
    return tuple(found[:MOST])


def _listed(order: wire.Order, wanted: Callable[[str | int], bool]) -> Details:
    read = {
        "createdAt": order.created_at,
        "deliveryDateTime": order.delivery_date_time,
        "scheduled": order.scheduled,
        "type": order.type.strip().upper() in ("DELIVERY", "TOGO"),
    }
    placed = _PLACED.union(name for name, value in read.items() if value)
    found = []
    for path, text in _leaves(order.raw):
        in_payment = path[0] == "payments" and len(path) == 3 and path[2] in _PLACED_OF_PAYMENT
        if wanted(path[0]) and not in_payment and place(path) not in placed:
            found.append((place(path), text))
    return tuple(found[:MOST])


def _leaves(tree: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield the path and the text of everything in a JSON value that says something."""
    if isinstance(tree, dict | list):
        for step, part in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from _leaves(part, (*path, step))
        return
    text = str(tree).lower() if isinstance(tree, bool) else fields.text(tree).strip()
    if text:
        yield path, text[:LONGEST]

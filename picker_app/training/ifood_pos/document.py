"""Write a purchase down as the order object of section 5, with its sums and payments, and with its quirks."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_CEILING, Decimal
from typing import Any

from picker_app.training.brazil import Brazil, Part
from picker_app.training.clock import stamp
from picker_app.training.exact_json import JsonObject
from picker_app.training.ifood_pos.purchase import Line, Purchase

DELIVERY_FEE = Decimal("7.9")
VOUCHER = Decimal(10)
NOTE = Decimal(50)  # customers hand over notes of so many reais
ONLINE = (("VIS", "VISA"), ("MC", "MASTERCARD"), ("ELO", "ELO"), ("HIPER", "HIPERCARD ONLINE"), ("PAY", "PAYPAL"))
MACHINE = (
    ("VSREST", "CRÉDITO - VISA (MÁQUINA)"),
    ("RDREST", "CRÉDITO - MASTERCARD (MÁQUINA)"),
    ("VIREST", "DÉBITO - VISA (MÁQUINA)"),
    ("RED", "DÉBITO - ELO (MÁQUINA)"),
)
MEAL = (
    ("VVREST", "VALE - ALELO REFEIÇÃO / VISA VALE (CARTÃO)"),
    ("TRE", "VALE - TICKET RESTAURANTE (CARTÃO)"),
    ("RSODEX", "VALE - SODEXO (CARTÃO)"),
)
UNKNOWN = ("NOVAFP", "FORMA DE PAGAMENTO NOVA")
OPTIONAL = ("shortReference", "type", "createdAt", "customer", "deliveryDateTime")
PRICE_CHANGES = ("discount", "addition")
OPTIONAL_OF_ITEMS = ("subItemsPrice", "externalCode", "observations", *PRICE_CHANGES)
PLACE = {"country": "BR", "state": "SP", "city": "SAO PAULO"}


@dataclass(frozen=True)
class Seller:
    """The store that an order is for."""

    merchant_id: str
    name: str


def write_order(
    purchase: Purchase, seller: Seller, brazil: Brazil, created: datetime, chance: random.Random
) -> JsonObject:
    """Return the order object; `created` is the instant at which it was placed."""
    quirks = purchase.quirks
    to_go = purchase.type == "TOGO"
    items = [_item(line, quirks, number) for number, line in enumerate(purchase.lines)]
    if "same_code" in quirks:
        for item in items:
            item["externalCode"] = "1"
    goods = sum((item["quantity"] * item["totalPrice"] for item in items), Decimal(0))
    fee = Decimal(0) if to_go else DELIVERY_FEE
    total = goods + fee
    if "sums_differ" in quirks:
        # The delivery was given away and nothing says so; or the goods were rounded elsewhere.
        total, goods = (goods, goods) if fee and chance.random() < 0.5 else (total, goods + Decimal("0.01"))
    given = min(VOUCHER, total - 1) if purchase.voucher != "none" and total > 1 else Decimal(0)
    payments = _payments(purchase, total, given, chance)
    document: JsonObject = {
        "id": f"ff80808{chance.getrandbits(100):025x}",
        "reference": "".join(chance.choices("123456789", k=1) + chance.choices("0123456789", k=15)),
        "shortReference": f"{chance.randint(0, 9999):04d}",
        "createdAt": stamp(created),
        "type": purchase.type,
        "merchant": _merchant(seller),
        "payments": payments,
        "customer": _customer(purchase, chance),
        "items": items,
        "subTotal": goods,
        "totalPrice": total,
        "deliveryFee": fee,
    }
    if not to_go:
        document["deliveryAddress"] = _address(purchase, brazil, chance)
    document["deliveryDateTime"] = stamp(created + timedelta(minutes=chance.randint(30, 60)))
    if given and purchase.voucher in ("benefit", "both"):
        document["benefits"] = [
            {"value": given, "target": "CART", "sponsorshipValues": {"IFOOD": given, "MERCHANT": Decimal(0)}}
        ]
    if "masked_phone" in quirks:
        document["localizer"] = {"id": document["customer"]["phone"].rpartition(" ")[2]}
    if "later_fields" in quirks:
        document |= _later(purchase, created)
    return _oddly_written(document, quirks)


def as_texts(value: Any) -> Any:
    """Return a JSON value with every number in it as a text."""
    if isinstance(value, dict):
        return {key: as_texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_texts(item) for item in value]
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return value
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _oddly_written(document: JsonObject, quirks: frozenset[str]) -> JsonObject:
    if "bare" in quirks:
        document = {key: value for key, value in document.items() if key not in OPTIONAL}
        for item in _items_and_parts(document):
            for key in OPTIONAL_OF_ITEMS:
                # A change of the price is not left out, or the sums would not hold.
                if key not in PRICE_CHANGES or not item.get(key):
                    item.pop(key, None)
    if "prepaid_text" in quirks:
        for payment in document["payments"]:
            payment["prepaid"] = "true" if payment["prepaid"] else "false"
    plain: JsonObject = _plain(document)
    if "strings" in quirks:
        texts: JsonObject = as_texts(plain)
        return texts
    return plain


def _plain(value: Any) -> Any:
    """Return a JSON value whose numbers stand as the platform writes them: `28` and `29.5`, no zeros at the end."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else value.normalize()
    return value


def _items_and_parts(document: JsonObject) -> Iterator[JsonObject]:
    for item in document["items"]:
        yield item
        yield from (part for part in item.get("subItems") or () if part is not None)


def _item(line: Line, quirks: frozenset[str], number: int) -> JsonObject:
    good = line.good
    parts = [_part(part, quirks) for part in good.parts]
    parts_price = sum((part.quantity * part.total for part in good.parts), Decimal(0))
    item: JsonObject = {
        "name": good.name,
        "quantity": line.quantity,
        "price": good.price,
        "subItemsPrice": parts_price,
        "totalPrice": good.price + parts_price,
        "discount": Decimal(0),
        "addition": Decimal(0),
    }
    if good.code and "no_codes" not in quirks:
        item["externalCode"] = good.code
    if line.observation:
        item["observations"] = line.observation
    if parts:
        item["subItems"] = [*parts, None] if "null_subitems" in quirks else parts
    elif "null_subitems" in quirks:
        item["subItems"] = (None, [])[number % 2]
    if "later_fields" in quirks:
        item |= {"id": f"item-{number}", "index": number + 1}
    return item


def _part(part: Part, quirks: frozenset[str]) -> JsonObject:
    written: JsonObject = {
        "name": part.name,
        "quantity": part.quantity,
        "price": part.price,
        "totalPrice": part.total,
        "discount": part.discount,
        "addition": part.addition,
    }
    return written | {"externalCode": part.code} if part.code and "no_codes" not in quirks else written


def _merchant(seller: Seller) -> JsonObject:
    street = {"neighborhood": "CENTRO", "streetName": "R Exemplo", "streetNumber": "10", "postalCode": "01000000"}
    return {
        "id": seller.merchant_id,
        "name": seller.name,
        "phones": ["(11) 40000000"],
        "address": {"formattedAddress": "R Exemplo, 10"} | PLACE | street,
    }


def _customer(purchase: Purchase, chance: random.Random) -> JsonObject:
    customer = purchase.customer
    digits = "".join(chance.choices("0123456789", k=8))
    masked = "masked_phone" in purchase.quirks
    written: JsonObject = {
        "id": str(chance.randint(1_000_000, 9_999_999)),
        "name": f"{customer.first_name} {customer.last_name}",
        "phone": f"0800 000 0000 ID: {digits}" if masked else f"11 - 9{digits}",
        "email": "cliente@example.com",
        "ordersCountOnRestaurant": chance.randint(0, 30),
    }
    if chance.random() < 0.3:
        # No number of a person begins with so many zeros.
        written["taxPayerIdentificationNumber"] = f"000000{chance.randint(0, 99_999):05d}"
    return written


def _address(purchase: Purchase, brazil: Brazil, chance: random.Random) -> JsonObject:
    street, house = purchase.customer.street, purchase.customer.house
    written: JsonObject = {
        "formattedAddress": f"{street}, {house}",
        **PLACE,
        "coordinates": {"latitude": Decimal("-23.5489"), "longitude": Decimal("-46.6388")},
        "neighborhood": chance.choice(brazil.districts),
        "streetName": street,
        "streetNumber": house,
        "postalCode": f"0{chance.randint(1_000_000, 5_999_999)}",
    }
    if chance.random() < 0.6:
        written["reference"] = chance.choice(brazil.landmarks)
    if chance.random() < 0.6:
        written["complement"] = chance.choice(brazil.complements)
    return written


def _later(purchase: Purchase, created: datetime) -> JsonObject:
    """Fields of later revisions of the platform."""
    mode = "TAKEOUT" if purchase.type == "TOGO" else "DEFAULT"
    return {
        "isTest": True,
        "scheduled": False,
        "preparationStartDateTime": stamp(created),
        "preparationTimeInSeconds": 0,
        "deliveryMethod": {"mode": mode, "deliveredBy": "MERCHANT"},
    }


def _payments(purchase: Purchase, total: Decimal, given: Decimal, chance: random.Random) -> list[JsonObject]:
    left = total - given
    payments = []
    if given and purchase.voucher in ("payment", "both"):
        payments.append(
            {
                "name": "Voucher",
                "code": "VOUCHER",
                "value": given,
                "prepaid": True,
                "collector": "IFood",
                "issuer": "Voucher",
            }
        )
    if "unknown_payment" in purchase.quirks:
        code, name = UNKNOWN
        return [*payments, {"name": name, "code": code, "value": left, "prepaid": False}]
    match purchase.payment:
        case "online":
            code, name = chance.choice(ONLINE)
            return [*payments, _paid(code, name, left, prepaid=True) | {"issuer": name}]
        case "cash":
            return [*payments, _cash(left)]
        case "change":
            note = max(NOTE, (left / NOTE).to_integral_value(ROUND_CEILING) * NOTE)
            return [*payments, _cash(left) | {"changeFor": note}]
        case "split":
            half = (left / 2).to_integral_value()
            code, name = chance.choice(MACHINE)
            return [*payments, _cash(half), _paid(code, name, left - half, prepaid=False)]
        case kind:
            code, name = chance.choice(MACHINE if kind == "machine" else MEAL)
            return [*payments, _paid(code, name, left, prepaid=False)]


def _paid(code: str, name: str, value: Decimal, *, prepaid: bool) -> JsonObject:
    return {"name": name, "code": code, "value": value, "prepaid": prepaid, "externalCode": code[:3].lower()}


def _cash(value: Decimal) -> JsonObject:
    return _paid("DIN", "DINHEIRO", value, prepaid=False) | {"externalCode": "24"}

"""The orders of the simulated iFood platform, as the platform writes them."""

import itertools
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from tests.blackbox.goods import gtin, instant

Json = dict[str, Any]

MERCHANT, OTHER_MERCHANT = "137086", "137087"
COFFEE, RICE, JUICE = (gtin(f"78999999{n:04}") for n in range(1, 4))
PHONE = "11 - 912345678"
NAMES = {COFFEE: "Café torrado 500 g", RICE: "Arroz branco 5 kg", JUICE: "Suco de uva 1 l", "": "Banana-prata (dúzia)"}
PRICES = {COFFEE: "18.9", RICE: "27.9", JUICE: "12", "": "7.5"}
_numbers = itertools.count(1001)


def item(code: str, quantity: int = 1, **more: Any) -> Json:
    """A line; an empty code stands for one that the shop has not given."""
    price = Decimal(PRICES[code])
    made: Json = {
        "name": NAMES[code],
        "quantity": quantity,
        "price": price,
        "subItemsPrice": 0,
        "totalPrice": price,
        "discount": 0,
        "addition": 0,
        **more,
    }
    return made | {"externalCode": code} if code else made


def order(*items: Json, kind: str = "DELIVERY", merchant: str = MERCHANT) -> Json:
    """An order that was placed just now, to be paid in cash."""
    number, now = next(_numbers), datetime.now(UTC)
    goods = sum((line["quantity"] * Decimal(line["totalPrice"]) for line in items), Decimal(0))
    fee = Decimal("7.9") if kind == "DELIVERY" else Decimal(0)
    place = {"country": "BR", "state": "SP", "city": "SAO PAULO", "neighborhood": "CENTRO", "postalCode": "01000000"}
    made: Json = {
        "id": f"ff8080816325fbbe{number:016x}",
        "reference": f"740221885530{number}",
        "shortReference": f"{number}",
        "createdAt": instant(now),
        "type": kind,
        "merchant": {
            "id": merchant,
            "name": "Mercado Modelo",
            "phones": ["(11) 40000000"],
            "address": place | {"formattedAddress": "R Exemplo, 10", "streetName": "R Exemplo", "streetNumber": "10"},
        },
        "payments": [
            {"name": "DINHEIRO", "code": "DIN", "value": goods + fee, "prepaid": False, "externalCode": "24"}
            | {"changeFor": 200}
        ],
        "customer": {"id": "900001", "name": "Cliente Exemplo", "phone": PHONE, "email": "cliente@example.com"},
        "items": list(items),
        "subTotal": goods,
        "totalPrice": goods + fee,
        "deliveryFee": fee,
        "deliveryDateTime": instant(now + timedelta(minutes=40)),
    }
    if kind == "DELIVERY":
        made["deliveryAddress"] = place | {
            "formattedAddress": "R Longa, 200",
            "coordinates": {"latitude": Decimal("-23.5"), "longitude": Decimal("-46.6")},
            "streetName": "R Longa",
            "streetNumber": "200",
            "complement": "apto 12",
        }
    return made

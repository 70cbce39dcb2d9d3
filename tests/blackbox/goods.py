"""The goods and the orders of the simulated platform, as the platform writes them."""

import copy
import uuid
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

Json = dict[str, Any]


def gtin(first: str) -> str:
    """The 13 digits of a GTIN whose first 12 are given."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(first))
    return first + str(-total % 10)


MILK, OAT, BREAD, EGGS, TOMATO, VINE, BAG, SOAP = (gtin(f"90012345{n:04}") for n in range(1, 9))
BARCODES = {
    "MLK-1L": MILK,
    "OAT-1L": OAT,
    "BRD-WW": BREAD,
    "EGG-10": EGGS,
    "TOM-KG": TOMATO,
    "TOM-VINE-KG": VINE,
    "BAG-01": BAG,
    "SOAP-1": SOAP,
}
NAMES = {
    "MLK-1L": "Fresh milk 1 l",
    "OAT-1L": "Hafer Drink 1 l",
    "BRD-WW": "Wholemeal bread",
    "EGG-10": "Free range eggs 10",
    "TOM-KG": "Tomatoes, loose",
    "TOM-VINE-KG": "Vine tomatoes",
    "BAG-01": "Paper carry bag",
    "SOAP-1": "Hand soap",
}
PRICES = {
    "MLK-1L": "1.29",
    "OAT-1L": "1.49",
    "BRD-WW": "2.40",
    "EGG-10": "3.10",
    "TOM-KG": "3.20",
    "TOM-VINE-KG": "4.50",
    "BAG-01": "0.25",
    "SOAP-1": "1.99",
}
BY_WEIGHT = {"TOM-KG", "TOM-VINE-KG"}


def catalogue() -> list[Json]:
    """Every product of the vendor, as the catalogue lists it."""
    return [
        {
            "sku": sku,
            "barcodes": [BARCODES[sku]],
            "title": {"de_AT": name},
            "price": Decimal(PRICES[sku]),
            "active": True,
            "is_sold_by_weight": sku in BY_WEIGHT,
        }
        for sku, name in NAMES.items()
    ]


def instant(when: datetime) -> str:
    """A point of time as the platform writes it: UTC, milliseconds, Z."""
    return when.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def pieces(sku: str, quantity: int, *, least: int = 0, most: int | None = None, with_barcode: bool = True) -> Json:
    """An ordered line of whole pieces; `most` is the ordered quantity unless told otherwise."""
    price = Decimal(PRICES[sku])
    pricing = {
        "pricing_type": "UNIT",
        "unit_price": price,
        "total_price": price * quantity,
        "quantity": quantity,
        "min_quantity": least,
        "max_quantity": quantity if most is None else most,
    }
    return line(sku, pricing, with_barcode=with_barcode)


def kilograms(sku: str, weight: str, *, least: str, most: str, with_barcode: bool = True) -> Json:
    """An ordered line sold by weight, with its bounds in kilograms."""
    pricing = {
        "pricing_type": "KG",
        "unit_price": Decimal(PRICES[sku]),
        "total_price": (Decimal(PRICES[sku]) * Decimal(weight)).quantize(Decimal("0.01")),
        "quantity": 1,
        "weight": Decimal(weight),
        "min_quantity": Decimal(least),
        "max_quantity": Decimal(most),
    }
    return line(sku, pricing, with_barcode=with_barcode)


def line(sku: str, pricing: Json, *, with_barcode: bool) -> Json:
    """An ordered line that nobody has touched."""
    made: Json = {
        "_id": str(uuid.uuid4()),
        "sku": sku,
        "name": NAMES[sku],
        "instructions": None,
        "status": "NOT_PROCESSED",
        "replaced_id": None,
        "pricing": pricing,
        "original_pricing": {key: pricing[key] for key in ("pricing_type", "unit_price", "total_price", "quantity")},
        "promotion": [],
    }
    if with_barcode:
        made["barcode"] = [BARCODES[sku]]
    return made


def order(code: str, *items: Json, transport: str = "LOGISTICS_DELIVERY", due_minutes: int = 45) -> Json:
    """An order as it is RECEIVED, to be delivered in `due_minutes`."""
    now = datetime.now(UTC)
    total = sum((item["pricing"]["total_price"] for item in items), Decimal(0))
    return copy.deepcopy(
        {
            "order_id": str(uuid.uuid4()),
            "external_order_id": f"ord-{code}",
            "order_code": code,
            "status": "RECEIVED",
            "order_type": "DELIVERY",
            "transport_type": transport,
            "isPreorder": False,
            "accepted_for": instant(now + timedelta(minutes=due_minutes - 10)),
            "promised_for": instant(now + timedelta(minutes=due_minutes)),
            "comment": "Please ring twice",
            "promotion_status": "AVAILABLE",
            "client": {
                "id": str(uuid.uuid4()),
                "chain_id": CHAIN,
                "name": "Corner Market Centro",
                "country_code": "at",
                "store_id": VENDOR,
                "external_partner_config_id": "CM-007",
            },
            "customer": {"_id": "cu-90431", "first_name": "Leopoldine", "last_name": "M*", "phone_number": PHONE},
            "items": list(items),
            "payment": {
                "type": "PAID",
                "sub_total": total,
                "delivery_fee": Decimal("1.99"),
                "discount": 0,
                "order_total": total + Decimal("1.99"),
            },
            "sys": {"created_at": instant(now), "created_by": "platform", "updated_at": instant(now)},
        }
    )


CHAIN = "e5a91d70-3c48-4b62-9f0d-8a2c6e4b7d05"
VENDOR = "cm7q"
PHONE = "+436601234987"

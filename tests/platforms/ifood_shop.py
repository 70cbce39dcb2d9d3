"""The shop of the iFood tests: its account, its sample orders, and orders with other fields."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from picker_app.domain.cart import Command, Kind
from picker_app.domain.said import Flow, SaidOrder
from picker_app.platforms import exact_json, fields
from picker_app.platforms.ifood_pos import AccountSettings, translate, wire
from picker_app.platforms.port import Heard

SAMPLES = Path(__file__).parent / "samples" / "ifood_pos"
ORDER = "7402218855301020"
SECRETS = {"client_secret": "s&cret of+the#house", "password": "pa ss/wörd?"}
ACCOUNT = AccountSettings(
    name="ifood-centro",
    base_url="https://pos-api.ifood.com.br",
    client_id="soft house",
    username="mercado+modelo",
    merchant_ids=(10487, 137086, 255001),
    currency="BRL",
    secret=SECRETS.get,
)


def account(**changes: Any) -> AccountSettings:
    """The account with other settings."""
    return replace(ACCOUNT, **changes)


def sample(case: str, name: str = "order.json") -> bytes:
    """The bytes of a sample."""
    return (SAMPLES / case / name).read_bytes()


def the_order() -> bytes:
    """The complete example of section 5."""
    return sample("numbers_as_text_and_codes_missing")


def decode(body: bytes, settings: AccountSettings = ACCOUNT) -> Heard:
    """Read an order as the client does."""
    return translate.heard(fields.read(wire.Order, exact_json.load(body)), body, settings)


def tree(**changes: Any) -> dict[str, Any]:
    """The complete example as a JSON value, with other fields; None leaves a field out."""
    whole = {**exact_json.load(the_order()), **changes}
    return {name: value for name, value in whole.items() if value is not None}


def said(**changes: Any) -> SaidOrder:
    """The complete example with other fields, read."""
    return decode(exact_json.dump(tree(**changes))).said


def item(**changes: Any) -> dict[str, Any]:
    """An item of 10.00, with other fields; None leaves a field out."""
    whole = {"name": "Queijo", "quantity": 1, "price": 10, "subItemsPrice": 0, "totalPrice": 10, **changes}
    return {name: value for name, value in whole.items() if value is not None}


def simple(*items: dict[str, Any], **changes: Any) -> SaidOrder:
    """An order of items alone, paid in cash, whose sums hold together unless other ones are given."""
    chosen = items or (item(),)
    total = sum((Decimal(str(one["totalPrice"])) * Decimal(str(one["quantity"])) for one in chosen), Decimal(0))
    whole = {"reference": ORDER, "items": list(chosen), "subTotal": total, "deliveryFee": 0, "totalPrice": total}
    paid = [{"code": "DIN", "value": total, "prepaid": False}]
    return decode(exact_json.dump({**whole, "payments": paid, **changes})).said


def message(kind: Kind, reason: str = "", ref: str = ORDER) -> Command:
    """A status message owed to the platform."""
    return Command(kind, ACCOUNT.name, ref, Flow.VENDOR_DELIVERY, (), reason)

"""The bytes of iFood's POS API as models: strict where an amount or an id would be wrong, lenient everywhere else."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, WrapValidator, model_validator
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from picker_app.platforms.fields import instant, number, or_none, text

MOST_DECIMALS = 3


def _money(value: Any) -> Decimal | None:
    return None if value is None else number(value)


def _loose_money(value: Any) -> Decimal | None:
    try:
        return _money(value)
    except PydanticCustomError:
        return None


def _amount(value: Any) -> Decimal:
    read = number(value)
    if read < 0 or int(read.as_tuple().exponent) < -MOST_DECIMALS:
        raise PydanticCustomError("amount", "an amount of 0 or more with at most 3 decimals is expected")
    return read


def _reference(value: Any) -> str:
    read = text(value)
    if not read.strip():
        raise PydanticCustomError("reference", "a text that is not empty is expected")
    return read


def _flag(value: Any) -> bool | None:
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.strip().lower())
    return value if isinstance(value, bool) else None


def _without_null(value: Any) -> Any:
    if value is None:
        return ()
    return [part for part in value if part is not None] if isinstance(value, list) else value


def _objects(value: Any) -> list[Any]:
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


Money = Annotated[Decimal | None, PlainValidator(_money)]
LooseMoney = Annotated[Decimal | None, PlainValidator(_loose_money)]
Amount = Annotated[Decimal, PlainValidator(_amount)]
Reference = Annotated[str, PlainValidator(_reference)]
Text = Annotated[str, PlainValidator(text)]
Time = Annotated[datetime | None, PlainValidator(instant)]
Flag = Annotated[bool | None, PlainValidator(_flag)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, alias_generator=to_camel)


# Events (ifood_pos.md section 3).


class Event(_Part):
    """One event of a poll; `created_at` as it is written, for it takes part in the event's key."""

    id: Text = ""
    code: Text = ""
    correlation_id: Text = ""
    created_at: Text = ""


# The order object (section 5).


class SubItem(_Part):
    """A part of an item: `quantity` for one of the item, the money for one unit. `raw` is the object as it came."""

    name: Text = ""
    quantity: Amount
    price: Money = None
    total_price: Money = None
    discount: Money = None
    addition: Money = None
    external_code: Text = ""
    observations: Text = ""
    raw: Any = None

    @model_validator(mode="before")
    @classmethod
    def _keep_raw(cls, value: Any) -> Any:
        return {**value, "raw": value} if isinstance(value, dict) else value


class Item(SubItem):
    """An item: `sub_items_price` is for all parts of one item, `total_price` for one item with its parts."""

    sub_items_price: Money = None
    sub_items: Annotated[tuple[SubItem, ...], BeforeValidator(_without_null)] = ()


class Payment(_Part):
    """One form of payment; `prepaid` decides where it is given, as a flag or as text."""

    name: Text = ""
    code: Text = ""
    value: Money = None
    prepaid: Flag = None
    issuer: Text = ""
    change_for: LooseMoney = None


class Merchant(_Part):
    """The shop that an order is for."""

    id: Text = ""
    short_id: Text = ""
    name: Text = ""


class Customer(_Part):
    """Who ordered."""

    name: Text = ""
    tax_payer_identification_number: Text = ""
    phone: Text = ""
    email: Text = ""


class Address(_Part):
    """Where the order goes; `reference` is what to look for there."""

    formatted_address: Text = ""
    city: Text = ""
    neighborhood: Text = ""
    street_name: Text = ""
    street_number: Text = ""
    reference: Text = ""
    complement: Text = ""


class Localizer(_Part):
    """What to dial when the phone number is masked."""

    id: Text = ""


class DeliveryMethod(_Part):
    """How the order reaches the customer, in later revisions."""

    mode: Text = ""


class Benefit(_Part):
    """What somebody else pays of the order."""

    value: LooseMoney = None


class Order(_Part):
    """An order as GET brings it; `raw` is the object as it came."""

    reference: Reference
    short_reference: Text = ""
    created_at: Time = None
    type: Text = ""
    scheduled: Flag = None
    delivery_date_time: Time = None
    merchant: Annotated[Merchant | None, WrapValidator(or_none)] = None
    payments: Annotated[tuple[Payment, ...], BeforeValidator(_objects)] = ()
    customer: Annotated[Customer | None, WrapValidator(or_none)] = None
    items: Annotated[tuple[Item, ...], Field(min_length=1), BeforeValidator(_without_null)]
    sub_total: Money = None
    delivery_fee: Money = None
    total_price: Money = None
    delivery_address: Annotated[Address | None, WrapValidator(or_none)] = None
    delivery_method: Annotated[DeliveryMethod | None, WrapValidator(or_none)] = None
    benefits: Annotated[tuple[Benefit, ...], BeforeValidator(_objects)] = ()
    localizer: Annotated[Localizer | None, WrapValidator(or_none)] = None
    raw: Any = None

    @model_validator(mode="before")
    @classmethod
    def _keep_raw(cls, value: Any) -> Any:
        return {**value, "raw": value} if isinstance(value, dict) else value


# The answer of the sign-in (section 2).


class TokenAnswer(_Part):
    """A token and for how many seconds it is good; both as they are written by other names than the rest."""

    model_config = ConfigDict(extra="ignore", frozen=True, alias_generator=None)

    access_token: Text = ""
    expires_in: LooseMoney = None

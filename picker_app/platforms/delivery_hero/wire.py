"""The bytes of Delivery Hero as models: strict where an amount or an id would be wrong, lenient everywhere else."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    WrapValidator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from picker_app.platforms.exact_json import without_halves
from picker_app.platforms.fields import LARGEST, instant, number, or_none, text


def _number(value: Any) -> Decimal | None:
    empty = value is None or (isinstance(value, str) and not value.strip())
    return None if empty else number(value)


def _loose_number(value: Any) -> Decimal | None:
    try:
        return _number(value)
    except PydanticCustomError:
        return None


def _bound(value: Any) -> Decimal | None:
    # The largest number of a machine stands for "no bound"; writing it out would only hide that.
    if isinstance(value, Decimal) and value > LARGEST:
        return None
    return _number(value)


def _word(value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or without_halves(value) != value:
        raise PydanticCustomError("word", "a text that is not empty is expected")
    return value


def _reference(value: Any) -> str | None:
    name = text(value).strip()
    return None if name in ("", "null") else name


def _flag(value: Any) -> bool:
    return value is True or (isinstance(value, str) and value.strip().lower() == "true")


def _texts(value: Any) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else [value]
    return tuple(found for found in (text(part).strip() for part in parts) if found)


def _names(value: Any) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else []
    return _texts([part.get("name") for part in parts if isinstance(part, dict)])


def _title(value: Any) -> str:
    texts = _texts(list(value.values())) if isinstance(value, dict) else _texts(value)
    return texts[0] if texts else ""


Number = Annotated[Decimal | None, PlainValidator(_number)]
LooseNumber = Annotated[Decimal | None, PlainValidator(_loose_number)]
Bound = Annotated[Decimal | None, PlainValidator(_bound)]
Text = Annotated[str, PlainValidator(text)]
Word = Annotated[str, PlainValidator(_word)]
Reference = Annotated[str | None, PlainValidator(_reference)]
Time = Annotated[datetime | None, PlainValidator(instant)]
Flag = Annotated[bool, PlainValidator(_flag)]
Texts = Annotated[tuple[str, ...], PlainValidator(_texts)]
Names = Annotated[tuple[str, ...], PlainValidator(_names)]
Title = Annotated[str, PlainValidator(_title)]


# The order object (delivery_hero.md section 6), and a product of the catalogue (section 12).


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Pricing(_Part):
    """Amounts and prices of a line, and `raw`, the object as it came; a number must be one."""

    pricing_type: Text = ""
    unit_price: Number = None
    total_price: Number = None
    quantity: Number = None
    weight: Number = None
    min_quantity: Bound = None
    max_quantity: Bound = None
    weighted_pieces: LooseNumber = None
    vat_percent: LooseNumber = None
    raw: Any = None

    @model_validator(mode="before")
    @classmethod
    def _keep_raw(cls, value: Any) -> Any:
        return {**value, "raw": value} if isinstance(value, dict) else value


class Line(_Part):
    """One entry of `items`; fields this program does not know are kept for the line's details."""

    model_config = ConfigDict(extra="allow", frozen=True)

    id: Reference = Field(default=None, alias="_id")
    sku: Text = ""
    name: Text = ""
    barcode: Texts = ()
    instructions: Text = ""
    status: Text = ""
    replaced_id: Reference = None
    pricing: Pricing | None = None
    promotion: Names = ()


class Client(_Part):
    """The store that an order is for."""

    chain_id: Text = ""
    name: Text = ""
    store_id: Text = ""
    external_partner_config_id: Text = ""


class Address(_Part):
    """Where the customer lives."""

    street: Text = ""
    number: Text = ""
    building: Text = ""
    apartment: Text = ""
    floor: Text = ""
    city: Text = ""
    zipcode: Text = ""
    postal_code: Text = ""
    instructions: Text = ""
    formatted: Text = Field(default="", alias="formattedAddress")


class Customer(_Part):
    """Who ordered, often masked."""

    first_name: Text = ""
    last_name: Text = ""
    phone_number: Text = ""
    delivery_address: Annotated[Address | None, WrapValidator(or_none)] = None


class Payment(_Part):
    """What is paid; `discount` comes with either sign."""

    type: Text = ""
    order_total: LooseNumber = None
    delivery_fee: LooseNumber = None
    discount: LooseNumber = None
    collect_at_pickup: LooseNumber = None


class Cancellation(_Part):
    """Why an order was cancelled, and by whom."""

    reason: Text = ""
    cancelled_by: Text = ""
    post_picked_up: Flag = False


class Sys(_Part):
    """When the platform made and last changed the order."""

    created_at: Time = None
    updated_at: Time = None


class Head(_Part):
    """The least of an order event: the two fields that must be there, and what names the event and its store."""

    order_id: Word
    status: Word
    sys: Annotated[Sys | None, WrapValidator(or_none)] = None
    client: Annotated[Client | None, WrapValidator(or_none)] = None


class Order(Head):
    """An order as webhook and GET bring it."""

    external_order_id: Text = ""
    order_code: Text = ""
    order_type: Text = ""
    transport_type: Text = ""
    preorder: Flag = Field(default=False, alias="isPreorder")
    accepted_for: Time = None
    promised_for: Time = None
    comment: Text = ""
    customer: Annotated[Customer | None, WrapValidator(or_none)] = None
    items: Annotated[tuple[Line, ...], BeforeValidator(lambda value: () if value is None else value)] = ()
    payment: Annotated[Payment | None, WrapValidator(or_none)] = None
    cancellation: Annotated[Cancellation | None, WrapValidator(or_none)] = None


class Product(_Part):
    """A product of a vendor's catalogue; only `sku` is sure to be there."""

    sku: Word
    barcodes: Texts = ()
    barcode: Texts = ()
    name: Title = ""
    title: Title = ""
    price: LooseNumber = None
    active: Any = None
    is_active: Any = None
    is_sold_by_weight: Flag = False


class Lifetime(_Part):
    """For how many seconds a token is good."""

    expires_in: LooseNumber = None


class Counts(_Part):
    """What a page of a list says of the list; 0 and less count as not said."""

    total_pages: LooseNumber = None
    page_size: LooseNumber = None

"""The configuration as one typed model: tables, keys, bounds and defaults."""

import re
from decimal import Decimal
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def _https(value: str) -> str:
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError:
        raise ValueError("accepted is an address like https://brand.example, with or without a port") from None
    if parts.scheme == "https" and parts.hostname:
        return value.rstrip("/")
    if parts.scheme == "http" and parts.hostname in _LOOPBACK:
        return value.rstrip("/")
    raise ValueError("accepted is an address that begins with https:// (http:// only on this computer)")


def _zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError("accepted is the name of a time zone, like America/Sao_Paulo or Europe/Vienna")
    return value


def _order_path(value: str) -> str:
    rest = value.replace("{order_id}", "").replace("{chain_id}", "")
    if value.startswith("/") and "{order_id}" in value and "{" not in rest:
        return value
    raise ValueError("accepted is a path like /v2/orders/{order_id} or /v2/chains/{chain_id}/orders/{order_id}")


def _orders_path(value: str) -> str:
    rest = value.replace("{vendor_id}", "").replace("{chain_id}", "")
    if not value or (value.startswith("/") and "{" not in rest):
        return value
    raise ValueError("accepted is a path like /v2/chains/{chain_id}/vendors/{vendor_id}/orders, or nothing")


def _pattern(pattern: str, accepted: str) -> AfterValidator:
    def check(value: str) -> str:
        if re.fullmatch(pattern, value):
            return value
        raise ValueError(f"accepted is {accepted}")

    return AfterValidator(check)


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Name = Annotated[str, _pattern(r"[A-Za-z0-9-]{1,100}", "a name of letters, digits and '-'")]
Address = Annotated[str, AfterValidator(_https)]
Currency = Annotated[str, _pattern(r"[A-Z]{3}", "a currency code like EUR or BRL")]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True)


class Store(_Table):
    """The shop."""

    name: Text = "My shop"
    time_zone: Annotated[str, AfterValidator(_zone)] = "UTC"

    @property
    def zone(self) -> ZoneInfo:
        """Return the shop's time zone."""
        return ZoneInfo(self.time_zone)


class Webhook(_Table):
    """Where the listener waits; port 0 takes any free one."""

    host: Text = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8787


class DatabaseTable(_Table):
    """Which database is used; an empty address means SQLite in the data folder."""

    url: str = ""


class DeliveryHeroTable(_Table):
    """What holds for all accounts at Delivery Hero together."""

    requests_per_minute: Annotated[int, Field(ge=5, le=58)] = 50


class Scanner(_Table):
    """How a scanner is told from a hand (barcodes_and_scanners.md section 13)."""

    gap_ms: Annotated[int, Field(ge=20, le=200)] = 60
    min_chars: Annotated[int, Field(ge=3, le=8)] = 4
    prefix: Literal["", "STX", "F11", "F12"] = ""
    gs: Annotated[str, _pattern(r"auto|yes|no|.", "'auto', 'yes', 'no' or one character")] = "auto"
    layout: Literal["auto", "text", "keys"] = "auto"


class Labels(_Table):
    """Which weight and price labels are read (barcodes_and_scanners.md section 8)."""

    region: Annotated[str, _pattern(r"([A-Z]{2})?", "a country code like SE or BR, or nothing")] = ""
    max_weight_kg: Annotated[Decimal, Field(gt=0, le=1000, strict=False)] = Decimal(30)


class DeliveryHeroAccount(_Table):
    """One vendor at one brand of Delivery Hero (delivery_hero.md section 1)."""

    name: Name
    platform: Literal["delivery_hero"]
    base_url: Address
    client_id: str = ""
    chain_id: Text
    vendor_id: Text
    order_path: Annotated[str, AfterValidator(_order_path)] = "/v2/orders/{order_id}"
    orders_path: Annotated[str, AfterValidator(_orders_path)] = ""
    currency: Currency
    promotions: bool = False
    auth: Literal["oauth", "static"] = "oauth"
    lead_minutes: Annotated[int, Field(ge=0, le=1440)] = 20
    reconcile_seconds: Annotated[int, Field(ge=30, le=3600)] = 120


class IfoodPosAccount(_Table):
    """The shops of one user at iFood's POS API (ifood_pos.md)."""

    name: Name
    platform: Literal["ifood_pos"]
    base_url: Address
    client_id: Text
    username: Text
    merchant_ids: tuple[int, ...] = Field(min_length=1, strict=False)
    poll_seconds: Annotated[int, Field(ge=1, le=600)] = 45
    confirm: Literal["manual", "auto"] = "manual"
    confirm_minutes: Annotated[int, Field(ge=1, le=120)] = 15
    currency: Currency


class DeliverooPromotionsAccount(_Table):
    """One brand's promotions at Deliveroo (deliveroo_promotions.md)."""

    name: Name
    platform: Literal["deliveroo_promotions"]
    base_url: Address
    auth_url: Address
    client_id: Text
    brand_id: Text
    currency: Currency
    requests_per_minute: Annotated[int, Field(ge=1, le=600)] = 30
    bulk: Literal["new", "all"] = "new"
    poll_max_seconds: Annotated[int, Field(ge=5, le=600)] = 60


Account = Annotated[DeliveryHeroAccount | IfoodPosAccount | DeliverooPromotionsAccount, Field(discriminator="platform")]


class Settings(_Table):
    """The whole configuration."""

    language: Literal["en", "pt_BR", "es"] = "en"
    store: Store = Store()
    webhook: Webhook = Webhook()
    database: DatabaseTable = DatabaseTable()
    delivery_hero: DeliveryHeroTable = DeliveryHeroTable()
    scanner: Scanner = Scanner()
    labels: Labels = Labels()
    accounts: tuple[Account, ...] = Field(default=(), strict=False)

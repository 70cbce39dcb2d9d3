"""The configuration as one typed model, and the secrets that never stand in it."""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

import keyring
from keyring.errors import KeyringError
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

SERVICE = "picker-app"
SECRETS = {
    "delivery_hero": ("client_secret", "api_token", "webhook_secret"),
    "ifood_pos": ("client_secret", "password"),
    "deliveroo_promotions": ("client_secret",),
}
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class BadConfiguration(Exception):
    """The configuration cannot be used; the text names the file, the key and what is accepted."""


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


def load(path: Path) -> Settings:
    """Read the configuration file.

    Raises BadConfiguration with a sentence for each thing that is wrong: the file, the key and what is accepted.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except FileNotFoundError:
        raise BadConfiguration(f"{path}: there is no such file.") from None
    except OSError as error:
        raise BadConfiguration(f"{path}: the file cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise BadConfiguration(f"{path}: the file is no UTF-8 text.") from None
    except tomllib.TOMLDecodeError as error:
        raise BadConfiguration(f"{path}: the file is no valid TOML: {error}.") from None
    return parse(table, str(path))


def parse(table: dict[str, Any], place: str) -> Settings:
    """Check a configuration that was read from `place`; BadConfiguration as in load."""
    try:
        settings = Settings.model_validate(table)
    except ValidationError as errors:
        sentences = [_sentence(error, table) for error in errors.errors(include_url=False)]
        raise BadConfiguration("\n".join(f"{place}: {sentence}" for sentence in sentences)) from None
    names = [account.name.upper().replace("-", "_") for account in settings.accounts]
    for account in settings.accounts:
        if names.count(account.name.upper().replace("-", "_")) > 1:
            raise BadConfiguration(
                f"{place}: accounts.name: two accounts are called {account.name!r}; give each its own."
            )
        if isinstance(account, DeliveryHeroAccount) and account.auth == "oauth" and not account.client_id:
            raise BadConfiguration(
                f'{place}: accounts[{account.name}].client_id is missing; it is needed unless auth = "static".'
            )
    return settings


_SENTENCES = {
    "missing": "{key} is missing.",
    "extra_forbidden": "{key} is not a key of this program. Accepted here: {accepted}.",
    "string_too_short": "{key}: accepted is a text that is not empty.",
    "too_short": "{key}: accepted is a list with at least one entry.",
    "union_tag_not_found": "{key}.platform is missing. Accepted: delivery_hero, ifood_pos, deliveroo_promotions.",
    "union_tag_invalid": "{key}.platform is not known. Accepted: delivery_hero, ifood_pos, deliveroo_promotions.",
}
_MODELS: dict[str, type[BaseModel]] = {
    "delivery_hero": DeliveryHeroAccount,
    "ifood_pos": IfoodPosAccount,
    "deliveroo_promotions": DeliverooPromotionsAccount,
}


def _named(table: dict[str, Any], number: int) -> object:
    """Return the name of an account by its place in the file, None where it has none."""
    accounts = table.get("accounts")
    account = accounts[number] if isinstance(accounts, list) else None
    return account.get("name") if isinstance(account, dict) else None


def _sentence(error: Any, table: dict[str, Any]) -> str:
    location = list(error["loc"])
    model: type[BaseModel] = Settings
    words: list[str] = []
    for place, part in enumerate(location):
        if isinstance(part, int) and words:
            named = _named(table, part) if place == 1 else None
            words[-1] += f"[{named or part + 1}]"
        elif part in _MODELS and location[0] == "accounts":
            model = _MODELS[part]
        else:
            words.append(str(part))
            field = model.model_fields.get(str(part))
            if field is not None and isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
                model = field.annotation
    template = _SENTENCES.get(error["type"], "{key}: {message}.")
    message = str(error["msg"]).removeprefix("Value error, ").replace("Input should be", "accepted is").rstrip(".")
    message = message.replace("a valid tuple", "a list")
    return template.format(key=".".join(words), accepted=", ".join(model.model_fields), message=message)


class Secrets:
    """The secrets of accounts: from the environment, else from the operating system's keyring.

    A keyring may ask its person or its bus, so each secret is read once, by `warm` on a thread where waiting is
    allowed; then it stands in memory only. `given` holds those of the training platform.
    """

    def __init__(self, given: Mapping[tuple[str, str], str] | None = None) -> None:
        self._known: dict[tuple[str, str], str | None] = dict(given or {})

    def warm(self, accounts: Iterable[Account]) -> None:
        """Read the secrets of these accounts."""
        for account in accounts:
            for secret in SECRETS[account.platform]:
                self.get(account.name, secret)

    def values(self) -> tuple[str, ...]:
        """Return all secrets that were read so far: to keep them out of logs."""
        return tuple(value for value in self._known.values() if value)

    def get(self, account: str, secret: str) -> str | None:
        """Return a secret, None if there is none or the keyring cannot be used."""
        if (account, secret) not in self._known:
            self._known[account, secret] = _read(account, secret)
        return self._known[account, secret]


def _read(account: str, secret: str) -> str | None:
    value = os.environ.get(variable(account, secret))
    if value:
        return value
    try:
        return keyring.get_password(SERVICE, f"{account}/{secret}")
    except KeyringError:
        return None


def variable(account: str, secret: str) -> str:
    """Return the name of the environment variable that overrides a secret.

    >>> variable("foodora-centro", "client_secret")
    'PICKER_SECRET_FOODORA_CENTRO_CLIENT_SECRET'
    """
    return "PICKER_SECRET_" + re.sub(r"[^A-Z0-9]", "_", f"{account}_{secret}".upper())

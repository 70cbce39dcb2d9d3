"""The configuration as one typed model: tables, keys, bounds and defaults."""

import re
from decimal import Decimal
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from picker_app.wording import tr

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def _https(value: str) -> str:
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError:
        raise ValueError(tr("accepted is an address like https://brand.example, with or without a port")) from None
    if parts.scheme == "https" and parts.hostname:
        return value.rstrip("/")
    if parts.scheme == "http" and parts.hostname in _LOOPBACK:
        return value.rstrip("/")
    raise ValueError(tr("accepted is an address that begins with https:// (http:// only on this computer)"))


def _public(value: str) -> str:
    if not value or (urlsplit(value).scheme == "https" and urlsplit(_https(value)).hostname):
        return value.rstrip("/")
    raise ValueError(tr("accepted is an address that begins with https://, or nothing"))


def _zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError(tr("accepted is the name of a time zone, like America/Sao_Paulo or Europe/Vienna"))
    return value


def _order_path(value: str) -> str:
    rest = value.replace("{order_id}", "").replace("{chain_id}", "")
    if value.startswith("/") and "{order_id}" in value and "{" not in rest:
        return value
    raise ValueError(tr("accepted is a path like /v2/orders/{order_id} or /v2/chains/{chain_id}/orders/{order_id}"))


def _orders_path(value: str) -> str:
    rest = value.replace("{vendor_id}", "").replace("{chain_id}", "")
    if not value or (value.startswith("/") and "{" not in rest):
        return value
    raise ValueError(tr("accepted is a path like /v2/chains/{chain_id}/vendors/{vendor_id}/orders, or nothing"))


def _pattern(pattern: str, accepted: str) -> AfterValidator:
    def check(value: str) -> str:
        if re.fullmatch(pattern, value):
            return value
        raise ValueError(accepted)

    return AfterValidator(check)


def told(title: str, words: str) -> Any:
    """Return the title of a key and its help, a sentence for the person who sets it."""
    return Field(title=title, description=words)


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Name = Annotated[str, _pattern(r"[A-Za-z0-9-]{1,100}", tr("accepted is a name of letters, digits and '-'"))]
Address = Annotated[str, AfterValidator(_https)]
Currency = Annotated[str, _pattern(r"[A-Z]{3}", tr("accepted is a currency code like EUR or BRL"))]
TunnelKind = Literal["", "cloudflared", "cloudflared_quick", "ngrok", "ssh", "command"]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True)


class Store(_Table):
    """The shop."""

    name: Annotated[Text, told(tr("Name of the shop"), tr("It stands at the top of the window."))] = "My shop"
    time_zone: Annotated[
        str,
        AfterValidator(_zone),
        told(tr("Time zone"), tr("All times are shown as the clocks of this place show them.")),
    ] = "UTC"

    @property
    def zone(self) -> ZoneInfo:
        """Return the shop's time zone."""
        return ZoneInfo(self.time_zone)


class Webhook(_Table):
    """Where the listener waits; port 0 takes any free one."""

    host: Annotated[
        Text,
        told(
            tr("Address on this computer"),
            tr(
                "Events of the platforms are heard here; with 127.0.0.1 only from this computer, where the tunnel ends."
            ),
        ),
    ] = "127.0.0.1"
    port: Annotated[
        int,
        Field(ge=0, le=65535),
        told(tr("Port"), tr("The tunnel leads to this port; 0 takes any free one at each start.")),
    ] = 8787


class Tunnel(_Table):
    """The way from a public address to the webhook: a program that this one starts, watches and ends."""

    kind: Annotated[
        TunnelKind,
        told(
            tr("Tunnel"),
            tr("The program that brings the platforms' calls from the internet to this computer; nothing means none."),
        ),
    ] = ""
    public_url: Annotated[
        str,
        AfterValidator(_public),
        told(
            tr("Public address"),
            tr("The https address that leads to this computer; leave it empty where the tunnel names it by itself."),
        ),
    ] = ""
    program: Annotated[
        str,
        told(
            tr("Place of the program"),
            tr("Where the tunnel's program is on this computer; leave it empty if it is found by its name."),
        ),
    ] = ""
    name: Annotated[
        str,
        _pattern(r"([\w][\w .-]{0,99})?", tr("accepted is the name or the id of a tunnel, or nothing")),
        told(
            tr("Name of the tunnel"),
            tr("Only for a cloudflared tunnel that was set up on this computer; with a token it stays empty."),
        ),
    ] = ""
    host: Annotated[
        str,
        _pattern(
            r"([A-Za-z0-9][A-Za-z0-9.:_-]{0,254})?", tr("accepted is the name or the address of a computer, or nothing")
        ),
        told(tr("Server"), tr("The server on the internet to which ssh connects.")),
    ] = ""
    user: Annotated[
        str,
        _pattern(r"([A-Za-z0-9_][A-Za-z0-9_.@-]{0,63})?", tr("accepted is the name of a user, or nothing")),
        told(tr("User"), tr("The user that ssh signs in as; empty means the name that this computer's user has.")),
    ] = ""
    port: Annotated[
        int, Field(ge=1, le=65535), told(tr("Port of the server"), tr("The port at which the server takes ssh."))
    ] = 22
    remote_host: Annotated[
        str,
        _pattern(
            r"\*|[A-Za-z0-9.:-]{0,255}", tr("accepted is an address of the server, '*' for all of them, or nothing")
        ),
        told(
            tr("Address that listens at the server"),
            tr("Empty means only the server itself, where its web server passes the calls on."),
        ),
    ] = ""
    remote_port: Annotated[
        int,
        Field(ge=0, le=65535),
        told(
            tr("Port that listens at the server"), tr("The calls arrive at this port of the server; 0 lets it choose.")
        ),
    ] = 0
    key_file: Annotated[
        str,
        told(tr("Key file"), tr("The file of the key that ssh signs in with; empty means the usual ones.")),
    ] = ""
    ssh_config: Annotated[
        str,
        told(tr("Settings of ssh"), tr("A file with ssh's own settings; empty means the usual ones of this computer.")),
    ] = ""
    command: Annotated[
        tuple[str, ...],
        Field(strict=False, max_length=100),
        told(
            tr("Own command"),
            tr("A program and its words, one after another; {port} and {url} stand for the webhook on this computer."),
        ),
    ] = ()


class DatabaseTable(_Table):
    """Which database is used; an empty address means SQLite in the data folder."""

    url: Annotated[
        str, told(tr("Database"), tr("The address of a database server; empty means a file in the data folder."))
    ] = ""


class DeliveryHeroTable(_Table):
    """What holds for all accounts at Delivery Hero together."""

    requests_per_minute: Annotated[
        int,
        Field(ge=5, le=58),
        told(
            tr("Requests per minute"),
            tr("So many are sent to Delivery Hero at most; two computers behind one internet line take 25 each."),
        ),
    ] = 50


class Scanner(_Table):
    """How a scanner is told from a hand (barcodes_and_scanners.md section 13)."""

    gap_ms: Annotated[
        int,
        Field(ge=20, le=200),
        told(tr("Pause within a scan"), tr("Characters of one scan follow one another within so many milliseconds.")),
    ] = 60
    min_chars: Annotated[
        int,
        Field(ge=3, le=8),
        told(tr("Shortest scan"), tr("Fewer characters than these are taken for typing by hand.")),
    ] = 4
    prefix: Annotated[
        Literal["", "STX", "F11", "F12"],
        told(tr("Prefix of the scanner"), tr("What the scanner is set to send before each code.")),
    ] = ""
    gs: Annotated[
        str,
        _pattern(r"auto|yes|no|.", tr("accepted is 'auto', 'yes', 'no' or one character")),
        told(
            tr("Separator of the scanner"), tr("How the scanner sends the separator within long codes; auto finds out.")
        ),
    ] = "auto"
    layout: Annotated[
        Literal["auto", "text", "keys"],
        told(
            tr("Keyboard layout"),
            tr("Whether codes are read from the characters or from the keys of the scanner; auto finds out."),
        ),
    ] = "auto"
    serial: Annotated[
        str,
        told(
            tr("Serial port"),
            tr("The port of a scanner that is no keyboard, like COM3 or /dev/ttyACM0; empty means there is none."),
        ),
    ] = ""
    serial_baud: Annotated[
        int,
        Field(ge=300, le=921_600),
        told(tr("Speed of the serial port"), tr("The bits per second that the scanner is set to.")),
    ] = 9600


class Labels(_Table):
    """Which weight and price labels are read (barcodes_and_scanners.md section 8)."""

    region: Annotated[
        str,
        _pattern(r"([A-Z]{2})?", tr("accepted is a country code like SE or BR, or nothing")),
        told(tr("Country of the labels"), tr("The weight and price labels of this country's scales are understood.")),
    ] = ""
    rules: Annotated[
        tuple[str, ...],
        Field(strict=False, max_length=20),
        told(
            tr("Rules of the labels"),
            tr("The names of further rules to read labels by, for countries with several, like br-weight-2."),
        ),
    ] = ()
    max_weight_kg: Annotated[
        Decimal,
        Field(gt=0, le=1000, strict=False),
        told(tr("Heaviest weight"), tr("A heavier weight in kilograms is taken for a mistake.")),
    ] = Decimal(30)


class Sounds(_Table):
    """How loud the program's sounds are."""

    volume: Annotated[
        int,
        Field(ge=0, le=100),
        told(tr("Volume"), tr("How loud the sounds are, 100 being as loud as the computer is.")),
    ] = 100
    silent: Annotated[
        bool,
        told(tr("Silence"), tr("No sound is played; the line at the bottom flashes over its whole width instead.")),
    ] = False


AccountName = Annotated[
    Name,
    told(
        tr("Name of the account"),
        tr("Your own name for it, of letters, digits and -; it is a part of the webhook's address."),
    ),
]
BaseUrl = Annotated[Address, told(tr("Address of the platform"), tr("The https address that the platform gave you."))]
ClientId = Annotated[Text, told(tr("Client ID"), tr("The platform gives it to you together with the client secret."))]
Money = Annotated[Currency, told(tr("Currency"), tr("The three letters of the currency in which you sell there."))]


class DeliveryHeroAccount(_Table):
    """One vendor at one brand of Delivery Hero (delivery_hero.md section 1)."""

    name: AccountName
    platform: Annotated[Literal["delivery_hero"], told(tr("Platform"), tr("A brand of Delivery Hero."))]
    base_url: BaseUrl
    client_id: Annotated[
        str,
        told(tr("Client ID"), tr("The portal shows it when you make credentials; an older fixed token needs none.")),
    ] = ""
    chain_id: Annotated[Text, told(tr("Chain ID"), tr("The portal's number for your company."))]
    vendor_id: Annotated[Text, told(tr("Vendor ID"), tr("The portal's number for this store."))]
    order_path: Annotated[
        str,
        AfterValidator(_order_path),
        told(
            tr("Path of an order"), tr("The platform knows two forms; the check of the program says which one works.")
        ),
    ] = "/v2/orders/{order_id}"
    orders_path: Annotated[
        str,
        AfterValidator(_orders_path),
        told(tr("Path of the list of orders"), tr("Leave it empty: the program finds it out.")),
    ] = ""
    currency: Money
    promotions: Annotated[
        bool, told(tr("Promotions"), tr("Shows the workspace in which promotions of this chain are made."))
    ] = False
    auth: Annotated[
        Literal["oauth", "static"],
        told(tr("Sign-in"), tr("With a client ID and its secret, or with an older fixed token.")),
    ] = "oauth"
    lead_minutes: Annotated[
        int,
        Field(ge=0, le=1440),
        told(tr("Ready beforehand"), tr("The bag is due so many minutes before the time that was promised.")),
    ] = 20
    reconcile_seconds: Annotated[
        int,
        Field(ge=30, le=3600),
        told(
            tr("Reading the list"), tr("So often, in seconds, the platform's list is read for what the webhook missed.")
        ),
    ] = 120


class IfoodPosAccount(_Table):
    """The shops of one user at iFood's POS API (ifood_pos.md)."""

    name: AccountName
    platform: Annotated[Literal["ifood_pos"], told(tr("Platform"), tr("iFood, by its POS interface."))]
    base_url: BaseUrl
    client_id: ClientId
    username: Annotated[Text, told(tr("User"), tr("The user that iFood made for the POS integration."))]
    merchant_ids: Annotated[
        tuple[int, ...],
        Field(min_length=1, strict=False),
        told(tr("Stores"), tr("iFood's numbers of your stores, one at least.")),
    ]
    poll_seconds: Annotated[
        int, Field(ge=1, le=600), told(tr("Asking for orders"), tr("So often, in seconds, iFood is asked for orders."))
    ] = 45
    confirm: Annotated[
        Literal["manual", "auto"],
        told(tr("Confirming orders"), tr("A person confirms each order with Enter, or the program does it by itself.")),
    ] = "manual"
    confirm_minutes: Annotated[
        int,
        Field(ge=1, le=120),
        told(
            tr("Time to confirm"),
            tr("An order that nobody confirms is lost after so many minutes; the program warns before."),
        ),
    ] = 15
    currency: Money


class DeliverooPromotionsAccount(_Table):
    """One brand's promotions at Deliveroo (deliveroo_promotions.md)."""

    name: AccountName
    platform: Annotated[Literal["deliveroo_promotions"], told(tr("Platform"), tr("Deliveroo, for promotions only."))]
    base_url: BaseUrl
    auth_url: Annotated[Address, told(tr("Address for the sign-in"), tr("The https address where Deliveroo signs in."))]
    client_id: ClientId
    brand_id: Annotated[Text, told(tr("Brand ID"), tr("Deliveroo's name for your brand, from its portal."))]
    currency: Money
    requests_per_minute: Annotated[
        int, Field(ge=1, le=600), told(tr("Requests per minute"), tr("So many are sent to Deliveroo at most."))
    ] = 30
    bulk: Annotated[
        Literal["new", "all"],
        told(
            tr("Sent together"), tr("Only promotions that Deliveroo has not accepted yet, or all that have not ended.")
        ),
    ] = "new"
    poll_max_seconds: Annotated[
        int,
        Field(ge=5, le=600),
        told(tr("Asking for results"), tr("The longest pause, in seconds, between two questions how far a job is.")),
    ] = 60


Account = Annotated[DeliveryHeroAccount | IfoodPosAccount | DeliverooPromotionsAccount, Field(discriminator="platform")]


class Settings(_Table):
    """The whole configuration."""

    language: Annotated[Literal["en", "pt_BR", "es"], told(tr("Language"), tr("The language of the program."))] = "en"
    store: Annotated[Store, told(tr("Shop"), tr("How the shop is called, and where it is."))] = Store()
    webhook: Annotated[
        Webhook, told(tr("Webhook"), tr("Where the calls of the platforms arrive on this computer."))
    ] = Webhook()
    tunnel: Annotated[
        Tunnel, told(tr("Tunnel"), tr("How the calls of the platforms come from the internet to this computer."))
    ] = Tunnel()
    database: Annotated[DatabaseTable, told(tr("Database"), tr("Where orders are kept."))] = DatabaseTable()
    delivery_hero: Annotated[
        DeliveryHeroTable, told(tr("Delivery Hero"), tr("What holds for all accounts at Delivery Hero."))
    ] = DeliveryHeroTable()
    scanner: Annotated[Scanner, told(tr("Scanner"), tr("How scans are told from typing, and how codes are read."))] = (
        Scanner()
    )
    labels: Annotated[Labels, told(tr("Labels of the scale"), tr("How the labels of the shop's scale are read."))] = (
        Labels()
    )
    sounds: Annotated[Sounds, told(tr("Sounds"), tr("How loud the program is."))] = Sounds()
    accounts: Annotated[
        tuple[Account, ...],
        Field(strict=False),
        told(tr("Accounts"), tr("The platforms at which the shop sells, one account for each store.")),
    ] = ()

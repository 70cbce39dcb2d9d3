"""The configuration file is read or refused with a sentence."""

from decimal import Decimal
from pathlib import Path

import pytest

from picker_app.settings import (
    BadConfiguration,
    DeliverooPromotionsAccount,
    DeliveryHeroAccount,
    IfoodPosAccount,
    Settings,
    load,
)

EXAMPLE = """
language = "en"                 # en | pt_BR | es
[store]
name = "Centro"
time_zone = "America/Sao_Paulo"
[webhook]
host = "127.0.0.1"
port = 8787
[database]
url = ""

[[accounts]]
name = "foodora-centro"
platform = "delivery_hero"
base_url = "https://foodora.partner.deliveryhero.io"
client_id = "…"
chain_id = "…"
vendor_id = "…"
order_path = "/v2/orders/{order_id}"
currency = "EUR"
promotions = true

[[accounts]]
name = "ifood-centro"
platform = "ifood_pos"
base_url = "https://pos-api.ifood.com.br"
client_id = "…"
username = "…"
merchant_ids = [137086]
poll_seconds = 45
confirm = "manual"
currency = "BRL"

[[accounts]]
name = "deliveroo-brand"
platform = "deliveroo_promotions"
base_url = "https://api.developers.deliveroo.com"
auth_url = "https://auth.developers.deliveroo.com"
client_id = "…"
brand_id = "…"
currency = "GBP"
"""
HERO = """
[[accounts]]
name = "hero"
platform = "delivery_hero"
base_url = "https://hero.example"
client_id = "id"
chain_id = "chain"
vendor_id = "vendor"
currency = "EUR"
"""
POS = """
[[accounts]]
name = "pos"
platform = "ifood_pos"
base_url = "https://pos.example"
client_id = "id"
username = "user"
merchant_ids = [1]
currency = "BRL"
"""
ROO = """
[[accounts]]
name = "roo"
platform = "deliveroo_promotions"
base_url = "https://roo.example"
auth_url = "https://auth.roo.example"
client_id = "id"
brand_id = "brand"
currency = "GBP"
"""


def read(tmp_path: Path, text: str) -> Settings:
    """Load a configuration file of that text."""
    path = tmp_path / "picker.toml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def refused(tmp_path: Path, text: str) -> list[str]:
    """The sentences with which a configuration is refused, without the name of the file before each."""
    with pytest.raises(BadConfiguration) as bad:
        read(tmp_path, text)
    place = f"{tmp_path / 'picker.toml'}: "
    sentences = str(bad.value).splitlines()
    assert all(sentence.startswith(place) and sentence.endswith(".") for sentence in sentences)
    return [sentence.removeprefix(place) for sentence in sentences]


# What is good


def test_the_example_of_the_documentation_loads(tmp_path: Path) -> None:
    settings = read(tmp_path, EXAMPLE)
    hero, pos, roo = settings.accounts
    assert (settings.language, settings.store.name, settings.webhook.port) == ("en", "Centro", 8787)
    assert settings.store.zone.key == "America/Sao_Paulo"
    assert isinstance(hero, DeliveryHeroAccount) and hero.promotions and hero.order_path == "/v2/orders/{order_id}"
    assert isinstance(pos, IfoodPosAccount) and pos.merchant_ids == (137086,) and pos.confirm == "manual"
    assert isinstance(roo, DeliverooPromotionsAccount) and roo.auth_url == "https://auth.developers.deliveroo.com"


def test_what_is_left_out_has_the_documented_default(tmp_path: Path) -> None:
    settings = read(tmp_path, HERO + POS + ROO)
    hero, pos, roo = settings.accounts
    assert (settings.language, settings.webhook.host, settings.webhook.port) == ("en", "127.0.0.1", 8787)
    assert settings.database.url == "" and settings.delivery_hero.requests_per_minute == 50
    assert isinstance(hero, DeliveryHeroAccount)
    assert (hero.auth, hero.lead_minutes, hero.reconcile_seconds, hero.orders_path) == ("oauth", 20, 120, "")
    assert isinstance(pos, IfoodPosAccount) and pos.poll_seconds == 45
    assert isinstance(roo, DeliverooPromotionsAccount) and roo.bulk == "new"


def test_an_empty_file_is_a_shop_without_accounts(tmp_path: Path) -> None:
    assert read(tmp_path, "") == Settings()


def test_optional_keys_and_tables_are_read(tmp_path: Path) -> None:
    tables = """
    [delivery_hero]
    requests_per_minute = 25
    [scanner]
    gs = "~"
    prefix = "STX"
    [labels]
    region = "SE"
    max_weight_kg = 12.5
    """
    text = tables + HERO + 'order_path = "/v2/chains/{chain_id}/orders/{order_id}"\nlead_minutes = 0\n'
    settings = read(tmp_path, text)
    assert settings.delivery_hero.requests_per_minute == 25
    assert (settings.scanner.gs, settings.scanner.prefix, settings.labels.region) == ("~", "STX", "SE")
    assert settings.labels.max_weight_kg == Decimal("12.5")


def test_a_slash_at_the_end_of_an_address_is_no_part_of_it(tmp_path: Path) -> None:
    (hero,) = read(tmp_path, HERO.replace("hero.example", "hero.example/")).accounts
    assert hero.base_url == "https://hero.example"


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "localhost", "[::1]:80"])
def test_http_is_accepted_on_this_computer_only(tmp_path: Path, host: str) -> None:
    (hero,) = read(tmp_path, HERO.replace("https://hero.example", f"http://{host}")).accounts
    assert hero.base_url == f"http://{host}"


def test_a_static_token_needs_no_client(tmp_path: Path) -> None:
    (hero,) = read(tmp_path, HERO.replace('client_id = "id"', 'auth = "static"')).accounts
    assert hero.client_id == ""


# What is bad: the file, the key and what is accepted are named


@pytest.mark.parametrize(
    ("text", "key", "accepted"),
    [
        ('language = "de"', "language", "one of 'en', 'pt_BR', 'es'"),
        ("store = 3", "store", "accepted is"),
        ('[store]\ntime_zone = "Mars"', "store.time_zone", "America/Sao_Paulo or Europe/Vienna"),
        ('[store]\nname = " "', "store.name", "accepted is"),
        ('[webhook]\nhost = ""', "webhook.host", "accepted is"),
        ("[webhook]\nport = 65536", "webhook.port", "a number up to 65535"),
        ("[webhook]\nport = -1", "webhook.port", "a number from 0 on"),
        ('[webhook]\nport = "8787"', "webhook.port", "a whole number"),
        ("[webhook]\nport = 1.5", "webhook.port", "a whole number"),
        ("[database]\nurl = 3", "database.url", "a text"),
        ("[delivery_hero]\nrequests_per_minute = 59", "delivery_hero.requests_per_minute", "a number up to 58"),
        ("[delivery_hero]\nrequests_per_minute = 4", "delivery_hero.requests_per_minute", "a number from 5 on"),
        ("[scanner]\ngap_ms = 19", "scanner.gap_ms", "a number from 20 on"),
        ("[scanner]\nmin_chars = 9", "scanner.min_chars", "a number up to 8"),
        ('[scanner]\nprefix = "F9"', "scanner.prefix", "'STX', 'F11', 'F12'"),
        ('[scanner]\ngs = "maybe"', "scanner.gs", "'auto', 'yes', 'no' or one character"),
        ('[scanner]\nlayout = "x"', "scanner.layout", "'auto', 'text', 'keys'"),
        ('[labels]\nregion = "Sweden"', "labels.region", "a country code like SE or BR, or nothing"),
        ("[labels]\nmax_weight_kg = 0", "labels.max_weight_kg", "a number above 0"),
        ("[labels]\nmax_weight_kg = nan", "labels.max_weight_kg", "a finite number"),
        ("accounts = 5", "accounts", "accepted is"),
        ("accounts = [5]", "accounts[1]", "accepted is"),
        (HERO.replace("https", "http"), "accounts[hero].base_url", "begins with https://"),
        (HERO.replace("https://", ""), "accounts[hero].base_url", "begins with https://"),
        (HERO.replace("//hero.example", "//[::1"), "accounts[hero].base_url", "accepted is"),
        (HERO.replace('"hero"', '"hero 1"'), "accounts[hero 1].name", "letters, digits and '-'"),
        (HERO.replace('"EUR"', '"euro"'), "accounts[hero].currency", "a currency code like EUR or BRL"),
        (HERO + 'order_path = "/orders"', "accounts[hero].order_path", "a path like /v2/orders/{order_id}"),
        (HERO + 'order_path = "/{order_id}/{x}"', "accounts[hero].order_path", "a path like /v2/orders/{order_id}"),
        (HERO + 'orders_path = "v2"', "accounts[hero].orders_path", "a path like /v2/chains/{chain_id}/vendors/"),
        (HERO + 'auth = "basic"', "accounts[hero].auth", "'oauth', 'static'"),
        (HERO + "lead_minutes = -1", "accounts[hero].lead_minutes", "a number from 0 on"),
        (HERO + "reconcile_seconds = 29", "accounts[hero].reconcile_seconds", "a number from 30 on"),
        (HERO + "reconcile_seconds = 3601", "accounts[hero].reconcile_seconds", "a number up to 3600"),
        (HERO + 'promotions = "yes"', "accounts[hero].promotions", "true or false"),
        (POS + "poll_seconds = 0", "accounts[pos].poll_seconds", "a number from 1 on"),
        (POS + 'confirm = "never"', "accounts[pos].confirm", "'manual', 'auto'"),
        (POS + "confirm_minutes = 121", "accounts[pos].confirm_minutes", "a number up to 120"),
        (POS.replace("[1]", "[]"), "accounts[pos].merchant_ids", "accepted is"),
        (POS.replace("[1]", '[1, "x"]'), "accounts[pos].merchant_ids[2]", "a whole number"),
        (ROO + 'bulk = "some"', "accounts[roo].bulk", "'new', 'all'"),
        (ROO + "poll_max_seconds = 4", "accounts[roo].poll_max_seconds", "a number from 5 on"),
        (ROO + "requests_per_minute = 0", "accounts[roo].requests_per_minute", "a number from 1 on"),
    ],
)
def test_a_bad_value_is_refused_with_its_key_and_what_is_accepted(
    tmp_path: Path, text: str, key: str, accepted: str
) -> None:
    (sentence,) = refused(tmp_path, text)
    assert sentence.startswith(f"{key}: ") and accepted in sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('languages = "en"', "languages is not a key of this program. Accepted here: language, store, webhook,"),
        ('[store]\ncity = "Graz"', "store.city is not a key of this program. Accepted here: name, time_zone."),
        ("[scanner]\nspeed = 3", "scanner.speed is not a key of this program. Accepted here: gap_ms, min_chars,"),
        (HERO + "poll_seconds = 5", "accounts[hero].poll_seconds is not a key of this program. Accepted here: name,"),
        (ROO + "bulks = 5", "accounts[roo].bulks is not a key of this program. Accepted here: name, platform,"),
    ],
)
def test_an_unknown_key_is_refused_with_the_keys_that_are_accepted(tmp_path: Path, text: str, sentence: str) -> None:
    (said,) = refused(tmp_path, text)
    assert said.startswith(sentence)


@pytest.mark.parametrize("key", ["base_url", "chain_id", "vendor_id", "currency"])
def test_a_missing_key_is_named_with_its_account(tmp_path: Path, key: str) -> None:
    text = "\n".join(line for line in HERO.splitlines() if not line.startswith(key))
    assert refused(tmp_path, text) == [f"accounts[hero].{key} is missing."]


def test_an_account_without_a_name_is_named_by_its_place(tmp_path: Path) -> None:
    assert refused(tmp_path, HERO + POS.replace('name = "pos"\n', "")) == ["accounts[2].name is missing."]


@pytest.mark.parametrize(("line", "word"), [("", "is missing"), ('platform = "uber"', "is not known")])
def test_an_account_needs_one_of_the_platforms(tmp_path: Path, line: str, word: str) -> None:
    (sentence,) = refused(tmp_path, HERO.replace('platform = "delivery_hero"', line))
    expected = f"accounts[hero].platform {word}. Accepted: delivery_hero, ifood_pos, deliveroo_promotions."
    assert sentence == expected


def test_a_client_is_needed_unless_the_token_is_static(tmp_path: Path) -> None:
    (sentence,) = refused(tmp_path, HERO.replace('client_id = "id"\n', ""))
    assert sentence == 'accounts[hero].client_id is missing; it is needed unless auth = "static".'


@pytest.mark.parametrize("other", ["hero", "HERO"])
def test_two_accounts_whose_secrets_would_be_the_same_are_refused(tmp_path: Path, other: str) -> None:
    (sentence,) = refused(tmp_path, HERO + POS.replace('"pos"', f'"{other}"'))
    assert sentence == "accounts.name: two accounts are called 'hero'; give each its own."


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    sentences = refused(tmp_path, 'language = "de"\n[webhook]\nport = 70000\n' + HERO + "lead_minutes = 1441")
    assert [sentence.split(":")[0] for sentence in sentences] == [
        "language",
        "webhook.port",
        "accounts[hero].lead_minutes",
    ]


def test_a_secret_in_the_file_is_refused_and_not_repeated(tmp_path: Path) -> None:
    (sentence,) = refused(tmp_path, HERO + 'client_secret = "s3cr3t-of-the-shop"')
    assert sentence.startswith("accounts[hero].client_secret is not a key") and "s3cr3t" not in sentence


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(BadConfiguration, match=r"none\.toml: there is no such file\."):
        load(tmp_path / "none.toml")
    with pytest.raises(BadConfiguration, match="the file cannot be read: "):
        load(tmp_path)
    (tmp_path / "latin.toml").write_bytes('[store]\nname = "Ação"'.encode("latin-1"))
    with pytest.raises(BadConfiguration, match=r"latin\.toml: the file is no UTF-8 text\."):
        load(tmp_path / "latin.toml")
    (sentence,) = refused(tmp_path, "language = ")
    assert sentence.startswith("the file is no valid TOML: ")


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ('kind = "ssh"', 'tunnel.host is missing; it is needed for kind = "ssh".'),
        ('kind = "command"', 'tunnel.command is missing; it is needed for kind = "command".'),
        ('kind = "wireguard"', "tunnel.kind: accepted is one of '', 'cloudflared', 'cloudflared_quick', 'ngrok'"),
        ('public_url = "http://shop.example"', "tunnel.public_url: accepted is an address that begins with https://"),
        ('public_url = "http://127.0.0.1"', "tunnel.public_url: accepted is an address that begins with https://"),
        ('kind = "ssh"\nhost = "-oProxyCommand=x"', "tunnel.host: accepted is the name or the address of a computer"),
        ('user = "-l"', "tunnel.user: accepted is the name of a user"),
        ('name = "--token"', "tunnel.name: accepted is the name or the id of a tunnel"),
        ("remote_port = 65536", "tunnel.remote_port: accepted is a number up to 65535"),
        ("port = 0", "tunnel.port: accepted is a number from 1 on"),
        ('command = "frpc"', "tunnel.command: accepted is a list"),
    ],
)
def test_a_tunnel_that_cannot_be_is_refused(tmp_path: Path, table: str, sentence: str) -> None:
    (said,) = refused(tmp_path, f"[tunnel]\n{table}\n")
    assert said.startswith(sentence)


def test_a_tunnel_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, "").tunnel.kind == ""
    tunnel = read(
        tmp_path,
        '[tunnel]\nkind = "ssh"\nhost = "server.example"\nremote_host = "*"\nremote_port = 8080\n'
        'public_url = "https://shop.example/picker/"\ncommand = ["frpc", "{port}"]\n',
    ).tunnel
    assert (tunnel.host, tunnel.remote_host, tunnel.remote_port, tunnel.port) == ("server.example", "*", 8080, 22)
    assert (tunnel.public_url, tunnel.command) == ("https://shop.example/picker", ("frpc", "{port}"))

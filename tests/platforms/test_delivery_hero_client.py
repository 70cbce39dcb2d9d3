"""The client of Delivery Hero over real HTTP: the way of a cart, an order, a list and a catalogue, and each fault."""

import inspect
import socket
import ssl
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from picker_app import __version__
from picker_app.domain import order as desk
from picker_app.domain.cart import Kind, command, differences
from picker_app.domain.facts import Fact, LineAdded, LineReplaced, NewLine
from picker_app.domain.said import Pricing, Status
from picker_app.platforms import network
from picker_app.platforms.delivery_hero import CHAIN_ORDER_PATH, ORDER_PATH, client, protocol
from picker_app.platforms.delivery_hero.client import DeliveryHero
from picker_app.platforms.port import (
    Capabilities,
    CatalogProduct,
    Heard,
    Missing,
    Platform,
    PlatformError,
    Priority,
    Refused,
    Uncertain,
    Unreachable,
    Unreadable,
)
from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.platforms.delivery_hero_line import Line, Scripted, asked, error_of, fulfilment, get, put, the_order_exists
from tests.platforms.delivery_hero_shop import (
    ACCOUNT,
    ORDER,
    OpenPace,
    sample,
    taken,
    the_order,
)


def last_day() -> tuple[datetime, datetime]:
    """Return the range of the last day and the next minute, as of now: the suite may have been running for long."""
    until = datetime.now(UTC) + timedelta(minutes=1)
    return until - timedelta(hours=24), until


async def pages(to: DeliveryHero) -> list[tuple[Heard | Unreadable, ...]]:
    return [page async for page in to.list_orders(*last_day())]


async def products(to: DeliveryHero) -> list[CatalogProduct]:
    return [product async for page in to.catalog() for product in page]


# The way of an order.


async def test_an_account_at_delivery_hero_is_a_platform_of_the_port(line: Line) -> None:
    made: Platform = line.client()
    assert (made.account, made.title, made.capabilities) == ("foodora-centro", "foodora-centro", Capabilities())
    assert made.envelope(sample("the_order")).stores == ("cm7q", "CM-007")


async def test_a_fulfilled_order_arrives_as_it_was_composed_with_the_headers_of_the_platform(
    platform: TrainingPlatform, line: Line
) -> None:
    the_order_exists(platform)
    made = line.client()
    message = fulfilment()
    assert await put(made, message) == made.compose(message)
    (request,) = asked(platform, "put_order")
    assert request["body"].encode() == made.compose(message)
    assert request["headers"]["content-type"] == "application/json"
    assert request["headers"]["user-agent"] == f"picker-app/{__version__}"
    assert request["headers"]["accept"] == "application/json"
    read = await get(made)
    assert (read.said.status, differences(message, read.cart)) == (Status.READY_FOR_PICKUP, ())
    assert isinstance(line.pace, OpenPace)
    assert line.pace.turns == [Priority.ACT, Priority.ACT, Priority.READ]


@pytest.mark.parametrize("keep_cart", ["no", "match", "append"])
async def test_a_cart_checked_with_replacement_and_bag_is_fulfilled_with_both_once(
    platform: TrainingPlatform, line: Line, keep_cart: str
) -> None:
    platform.change_settings(keep_cart=keep_cart)
    document = platform.create_order(lines=3, weighed=1, vendor_delivery=True)
    made = line.client()
    first = (await made.read(document["order_id"], Priority.READ)).said
    order = desk.fold(first, ())
    piece = next(entry for entry in order.lines if entry.pricing is Pricing.UNIT)
    sku = next(product.sku for product in await products(made) if not product.by_weight and product.sku != piece.sku)
    facts: list[Fact] = [
        LineReplaced(piece.key, NewLine("new", sku, "Another", Pricing.UNIT, Decimal(1))),
        LineAdded(NewLine("bag", sku, "Another", Pricing.UNIT, Decimal(1))),
    ]
    for _ in range(3):
        checked = desk.fold(first, list(enumerate(facts)))
        await made.send(command(checked, Kind.CHECK), made.compose(command(checked, Kind.CHECK)), Priority.CHECK)
        seen = (await made.read(first.ref, Priority.CHECK)).said
        first = replace(first, extra=seen.extra)
    final = taken(desk.fold(first, list(enumerate(facts))))
    message = command(final, Kind.FULFIL)
    await made.send(message, made.compose(message), Priority.ACT)
    read = await made.read(first.ref, Priority.ACT)
    assert (read.said.status, differences(message, read.cart)) == (Status.DISPATCHED, ())


async def test_a_product_that_the_vendor_does_not_have_is_named_in_the_refusal(
    platform: TrainingPlatform, line: Line
) -> None:
    the_order_exists(platform)
    order, _ = desk.add_line(taken(the_order()), NewLine("n", "NO-SUCH", "None", Pricing.UNIT, Decimal(1)))
    for status in (400, 404, 422):
        platform.change_settings(item_not_found_status=status)
        error = await error_of(put(line.client(), command(order, Kind.FULFIL)))
        assert type(error) is Refused
        assert (error.kind, error.lines, error.status) == ("item_not_found", ("NO-SUCH",), status)


async def test_the_cart_of_another_order_is_unreadable(script: Scripted, scripted_line: Line) -> None:
    script.answer = lambda request: Response(sample("only_the_two_fields").replace(b"3f6b", b"ffff"))
    assert type(await error_of(get(scripted_line.client()))) is Unreadable


async def test_the_form_of_the_order_path_that_works_is_found(platform: TrainingPlatform, line: Line) -> None:
    the_order_exists(platform)
    made = line.client()
    assert await made.find_order_path(ORDER) == ORDER_PATH
    platform.change_settings(order_path_short=False)
    assert await made.find_order_path(ORDER) == CHAIN_ORDER_PATH
    assert type(await error_of(get(made))) is Missing
    assert (await get(line.client(order_path=CHAIN_ORDER_PATH))).said.ref == ORDER
    platform.change_settings(order_path_chain=False)
    assert type(await error_of(made.find_order_path(ORDER))) is Missing


# What may or may not have been carried out.


@pytest.mark.parametrize(("value", "kind"), [("html", Uncertain), ("broken", Uncertain), ("empty", None)])
async def test_a_login_page_or_broken_json_is_no_success_but_an_empty_answer_is(
    platform: TrainingPlatform, line: Line, value: str, kind: type[PlatformError] | None
) -> None:
    the_order_exists(platform)
    platform.fault("put_order", "garbage", value=value)
    platform.fault("get_order", "garbage", value=value)
    made = line.client()
    if kind is None:
        assert await put(made) == b""
    else:
        assert type(await error_of(put(made))) is kind
    assert type(await error_of(get(made))) is Unreadable


@pytest.mark.parametrize(("kind", "status"), [("drop_before", "RECEIVED"), ("drop_after", "READY_FOR_PICKUP")])
async def test_a_connection_cut_after_the_first_byte_leaves_a_put_uncertain(
    platform: TrainingPlatform, line: Line, kind: str, status: str
) -> None:
    the_order_exists(platform)
    platform.fault("put_order", kind)
    platform.fault("get_order", kind)
    made = line.client()
    assert type(await error_of(put(made))) is Uncertain
    assert platform.statuses() == {ORDER: status}
    assert len(asked(platform, "put_order")) == 1
    assert type(await error_of(get(made))) is Unreachable


async def test_an_answer_that_takes_too_long_leaves_a_put_uncertain(
    platform: TrainingPlatform, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    the_order_exists(platform)
    made = line.client()
    await made.sign_in()
    monkeypatch.setattr(client, "WHOLE_SECONDS", 0.2)
    platform.fault("put_order", "slow", value=60)
    platform.fault("get_order", "slow", value=60)
    assert type(await error_of(put(made))) is Uncertain
    assert type(await error_of(get(made))) is Unreachable


async def test_without_a_server_a_put_is_certainly_not_carried_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken_port:
        port = taken_port.getsockname()[1]
    line = Line(f"http://127.0.0.1:{port}")
    error = await error_of(put(line.client(auth="static")))
    assert type(error) is Unreachable
    await line.close()


async def test_a_server_whose_certificate_cannot_be_checked_gets_nothing(script: Scripted) -> None:
    line = Line(script.url.replace("http:", "https:"))
    assert type(await error_of(put(line.client(auth="static")))) is Unreachable
    assert script.requests == []
    await line.close()


def test_tls_is_always_verified() -> None:
    context = network.tls()
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_redirect_is_not_followed(script: Scripted, scripted_line: Line, status: int) -> None:
    script.answer = lambda request: RedirectResponse(script.url + "/elsewhere", status)
    made = scripted_line.client(auth="static")
    assert type(await error_of(put(made))) is Uncertain
    assert type(await error_of(get(made))) is Unreachable
    assert not [target for _, target, _ in script.requests if "elsewhere" in target]


async def test_an_answer_beyond_all_measure_is_cut_off_and_never_believed(
    script: Scripted, scripted_line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "MOST_BYTES", 100_000)
    script.answer = lambda request: Response(b"[" + b" " * 3_000_000 + b"]")
    made = scripted_line.client(auth="static")
    assert type(await error_of(put(made))) is Uncertain
    assert type(await error_of(get(made))) is Unreadable


def httpx_exceptions() -> list[type[Exception]]:
    """Every exception class of httpx."""
    found = [value for value in vars(httpx).values() if inspect.isclass(value) and issubclass(value, Exception)]
    return [kind for kind in found if not issubclass(kind, Warning)]


@pytest.mark.parametrize("kind", [*httpx_exceptions(), TimeoutError], ids=lambda kind: kind.__name__)
def test_every_exception_of_the_network_says_whether_a_put_was_certainly_not_carried_out(
    kind: type[Exception],
) -> None:
    before = {"ConnectError", "ConnectTimeout", "InvalidURL", "PoolTimeout", "ProxyError", "UnsupportedProtocol"}
    assert issubclass(kind, network.FAILURES)
    error = kind.__new__(kind)
    cart, read = protocol.put_order(ACCOUNT, ORDER, b"{}"), protocol.get_order(ACCOUNT, ORDER)
    expected = Unreachable if kind.__name__ in before else Uncertain
    assert type(client.failure(error, cart)) is expected
    assert type(client.failure(error, read)) is Unreachable


# Lists.


@pytest.mark.parametrize(
    ("shape", "off"), [("paged", ()), ("array", ("list_path_orders",)), ("paged", ("list_path_vendor",))]
)
async def test_a_list_is_read_over_all_pages_under_the_path_that_works(
    platform: TrainingPlatform, line: Line, shape: str, off: tuple[str, ...]
) -> None:
    platform.change_settings(list_shape=shape, **dict.fromkeys(off, False))
    refs = [platform.create_order(lines=1, push=False)["order_id"] for _ in range(120)]
    made = line.client()
    read = await pages(made)
    assert [len(page) for page in read] == [100, 20]
    heard = [entry for page in read for entry in page if isinstance(entry, Heard)]
    assert sorted(entry.said.ref for entry in heard) == sorted(refs)
    assert made.decode(heard[0].raw) == heard[0]
    first = len(asked(platform, "list"))
    assert first == (3 if off == ("list_path_orders",) else 2)
    await pages(made)
    assert len(asked(platform, "list")) == first + 2, "the path that worked is kept"
    assert all("=&" not in entry["query"] and not entry["query"].endswith("=") for entry in asked(platform, "list"))


async def test_where_neither_path_of_the_list_is_known_nothing_can_be_read(
    platform: TrainingPlatform, line: Line
) -> None:
    made = line.client()
    assert [len(page) for page in await pages(made)] == [0]
    platform.change_settings(list_path_orders=False, list_path_vendor=False)
    assert type(await error_of(pages(made))) is Missing, "the path that had worked"
    assert type(await error_of(pages(made))) is Missing
    platform.change_settings(list_path_vendor=True)
    assert [len(page) for page in await pages(made)] == [0]


async def test_an_order_that_cannot_be_read_does_not_cost_the_page(script: Scripted, scripted_line: Line) -> None:
    good = sample("the_order").decode()
    script.answer = lambda request: PlainTextResponse(f'{{"orders": [{good}, {{"status": "RECEIVED"}}, 7]}}')
    ((first, second, third),) = await pages(scripted_line.client())
    assert isinstance(first, Heard)
    assert isinstance(second, Unreadable)
    assert second.words == "order_id: is missing"
    assert isinstance(third, Unreadable)


def repeating(member: str, entry: str) -> Any:
    """Answer every page with the same one."""

    def answer(request: Request) -> Response:
        return PlainTextResponse(f'{{"{member}": [{entry}], "page_number": 1, "total_pages": 9}}')

    return answer


async def test_a_server_that_repeats_a_page_of_orders_or_products_ends_the_reading(
    script: Scripted, scripted_line: Line
) -> None:
    made = scripted_line.client()
    script.answer = repeating("orders", sample("only_the_two_fields").decode())
    listed = made.list_orders(*last_day())
    assert len(await anext(listed)) == 1
    with pytest.raises(Unreadable, match="repeats page 1"):
        await anext(listed)
    script.answer = repeating("products", '{"sku": "A"}')
    assert type(await error_of(products(made))) is Unreadable
    assert script.count("GET") == 4


async def test_the_catalogue_is_read_by_page_with_its_barcodes_and_prices(
    platform: TrainingPlatform, line: Line
) -> None:
    read = await products(line.client())
    assert len({product.sku for product in read}) == len(read) > 500
    assert any(product.by_weight for product in read)
    assert all(product.unit_price is not None for product in read)
    queries = [entry["query"] for entry in asked(platform, "catalog")]
    assert queries == [f"page={number}&page_size=500" for number in range(1, 2 + (len(read) - 1) // 500)]
    assert isinstance(line.pace, OpenPace)
    assert set(line.pace.turns[1:]) == {Priority.BACKGROUND}


async def test_an_entry_of_the_catalogue_without_an_sku_is_passed_over(script: Scripted, scripted_line: Line) -> None:
    script.answer = lambda request: PlainTextResponse('{"products": [{"name": "?"}, 7, {"sku": "A"}]}')
    assert await products(scripted_line.client()) == [CatalogProduct("A", "A")]

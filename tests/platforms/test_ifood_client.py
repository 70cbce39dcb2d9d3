"""The client of iFood over real HTTP: the way of events, orders, acts and the shop's own settings, and each fault."""

import asyncio
import functools
import inspect
import json
import socket
import ssl
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from email.utils import format_datetime
from typing import Any

import httpx
import pytest
from starlette.responses import RedirectResponse, Response

from picker_app import __version__
from picker_app.domain.cart import Kind
from picker_app.platforms import network
from picker_app.platforms.ifood_pos import client, protocol
from picker_app.platforms.ifood_pos.client import IfoodPos
from picker_app.platforms.port import (
    Accepted,
    Limited,
    Missing,
    Platform,
    PlatformError,
    PolledEvent,
    Polling,
    Priority,
    Refused,
    Storefront,
    Unanswered,
    Uncertain,
    Unreachable,
    Unreadable,
)
from tests.platforms.delivery_hero_shop import OpenPace, settle
from tests.platforms.ifood_line import Asked, Line, Scripted, error_of, scripted, socket_that
from tests.platforms.ifood_shop import ACCOUNT, ORDER, SECRETS, account, message, the_order

EVENT = {"id": "5f0c", "code": "PLACED", "correlationId": ORDER, "createdAt": "2024-03-08T13:02:11.204Z"}


@pytest.fixture
def script() -> Iterator[Scripted]:
    with scripted() as server:
        yield server


@pytest.fixture
async def line(script: Scripted) -> AsyncIterator[Line]:
    made = Line(script.url)
    yield made
    await made.close()


async def say(to: IfoodPos, kind: Kind = Kind.CONFIRM, reason: str = "") -> Accepted:
    owed = message(kind, reason)
    return await to.send(owed, to.compose(owed), Priority.ACT)


async def shop_calls(to: IfoodPos) -> None:
    await to.set_price(["255001", "137086"], "ARZ/5", Decimal("28.49"), date(2024, 3, 11))
    await to.set_product("255001", "ARZ/5", False)
    await to.set_shop("255001", False, "Falta de energia")


Calls = list[Callable[[], Awaitable[object]]]


def acts(to: IfoodPos) -> Calls:
    """Every call that changes something."""
    return [
        *(functools.partial(say, to, kind, "x") for kind in protocol.STATUSES),
        lambda: to.set_price(["255001"], "1", Decimal(1), None),
        lambda: to.set_product("255001", "1", True),
        lambda: to.set_shop("255001", True, ""),
    ]


def readings(to: IfoodPos) -> Calls:
    """Every call that may be made again without a thought."""
    return [lambda: to.read(ORDER, Priority.READ), to.poll, lambda: to.acknowledge(["5f0c"])]


# The way of a request.


async def test_an_account_at_ifood_is_a_platform_that_is_polled_and_a_shop_that_is_set(line: Line) -> None:
    made = line.client()
    parts: tuple[Platform, Polling, Storefront] = (made, made, made)
    platform, polling, shop = parts
    assert (platform.account, platform.title) == ("ifood-centro", "iFood")
    able = platform.capabilities
    assert able.polled and able.confirms and able.rejects and able.shop and able.rereads
    assert not (able.carts or able.quantities or able.replacements or able.additions or able.check or able.lists)
    assert (await polling.poll(), await shop.set_shop("255001", True, "")) == ((), Accepted())
    now = datetime.now(UTC)
    assert [page async for page in made.list_orders(now, now)] == []
    assert [page async for page in made.catalog()] == []


async def test_the_first_poll_signs_in_with_the_secrets_in_the_query_and_asks_with_the_token(
    script: Scripted, line: Line
) -> None:
    assert await line.client().poll() == ()
    sign_in, poll = script.asked
    assert (sign_in.method, sign_in.path, sign_in.body) == ("POST", "/oauth/token", b"")
    assert sign_in.headers["content-length"] == "0" and "authorization" not in sign_in.headers
    secrets = (SECRETS["client_secret"], SECRETS["password"])
    assert sign_in.query == protocol.token_request(ACCOUNT, *secrets).query
    assert (poll.method, poll.path, poll.query) == ("GET", "/v1.0/events%3Apolling", "")
    assert poll.headers["authorization"] == "Bearer eyJ-token-1"
    assert poll.headers["user-agent"] == f"picker-app/{__version__}"
    assert "content-type" not in poll.headers


async def test_a_path_in_the_address_of_the_account_is_kept(script: Scripted) -> None:
    line = Line(script.url + "/pos/")
    await line.client().poll()
    assert [asked.path for asked in script.asked] == ["/pos/oauth/token", "/pos/v1.0/events%3Apolling"]
    await line.close()


async def test_events_are_read_with_their_own_bytes_and_can_be_read_again_from_them(
    script: Scripted, line: Line
) -> None:
    script.answer = lambda asked: Response(b"[" + json.dumps(EVENT).encode() + b', {"id": NaN}]')
    made = line.client()
    first, second = await made.poll()
    assert isinstance(first, PolledEvent) and first.ref == ORDER
    assert made.event(first.raw) == first
    assert made.envelope(first.raw).key == first.key
    assert isinstance(second, Unreadable) and second.raw == b'{"id": NaN}'


@pytest.mark.parametrize(
    "empty", [Response(b"", 404), Response(b"", 204), Response(b""), Response(b"[]"), Response(b'{"m": "none"}', 404)]
)
async def test_a_quiet_shop_is_no_error(script: Scripted, line: Line, empty: Response) -> None:
    script.answer = lambda asked: empty
    assert await line.client().poll() == ()


async def test_a_wrong_address_is_told(script: Scripted, line: Line) -> None:
    script.answer = lambda asked: Response(b"no Route matched with those values", 404)
    error = await error_of(line.client().poll())
    assert type(error) is Missing and error.words == "base_url: no Route matched with those values"


@pytest.mark.parametrize("body", [b"<html></html>", b'{"id": "5f0c"}', b'[{"id"', b"no", b"\xff"])
async def test_an_answer_that_is_no_list_is_kept(script: Scripted, line: Line, body: bytes) -> None:
    script.answer = lambda asked: Response(body)
    error = await error_of(line.client().poll())
    assert isinstance(error, Unreadable) and error.raw == body


async def test_a_429_and_a_500_to_a_poll_are_never_read_as_events(script: Scripted, line: Line) -> None:
    made, statuses = line.client(), [429, 500]
    script.answer = lambda asked: Response(json.dumps([EVENT]), statuses[len(script.calls) - 1])
    for kind in (Limited, Unreachable):
        assert type(await error_of(made.poll())) is kind


async def test_events_are_acknowledged_by_their_ids_500_in_a_call_and_never_without_one(
    script: Scripted, line: Line
) -> None:
    made = line.client()
    await made.acknowledge(())
    assert script.asked == []
    ids = [f"e{number}" for number in range(1001)]
    await made.acknowledge(ids)
    sent = [[entry["id"] for entry in json.loads(asked.body)] for asked in script.calls]
    assert [len(part) for part in sent] == [500, 500, 1] and [name for part in sent for name in part] == ids
    assert {(asked.method, asked.path) for asked in script.calls} == {("POST", "/v1.0/events/acknowledgment")}
    assert script.calls[0].headers["content-type"] == "application/json"


async def test_an_acknowledgment_that_is_not_taken_is_refused(script: Scripted, line: Line) -> None:
    script.answer = lambda asked: Response(b'{"message": "an entry without id"}', 400)
    error = await error_of(line.client().acknowledge(["x"]))
    assert type(error) is Refused and error.words == "an entry without id"


async def test_an_order_is_read_by_its_reference(script: Scripted, line: Line) -> None:
    script.answer = lambda asked: Response(the_order())
    made = line.client()
    heard = await made.read(ORDER, Priority.READ)
    assert heard.raw == the_order() and heard == made.decode(the_order())
    assert (script.calls[0].method, script.calls[0].path) == ("GET", f"/v1.0/orders/{ORDER}")
    assert isinstance(line.pace, OpenPace)
    assert line.pace.turns == [Priority.ACT, Priority.READ]


@pytest.mark.parametrize("body", [b'{"reference": "7"}', b"{", b"<html>", the_order().replace(b"7402", b"9402")])
async def test_an_order_that_cannot_be_read_or_is_another_is_kept(script: Scripted, line: Line, body: bytes) -> None:
    script.answer = lambda asked: Response(body)
    error = await error_of(line.client().read(ORDER, Priority.READ))
    assert isinstance(error, Unreadable) and error.raw == body


@pytest.mark.parametrize(
    ("kind", "path", "body"),
    [
        (Kind.INTEGRATE, "integration", b""),
        (Kind.CONFIRM, "confirmation", b""),
        (Kind.DISPATCH, "dispatch", b""),
        (Kind.DELIVER, "delivery", b""),
        (Kind.REJECT, "rejection", '{"details": "Falta pão"}'.encode()),
    ],
)
async def test_every_status_message_arrives_with_its_body(
    script: Scripted, line: Line, kind: Kind, path: str, body: bytes
) -> None:
    script.answer = lambda asked: Response(b"", 202)
    assert await say(line.client(), kind, "Falta pão") == Accepted()
    (asked,) = script.calls
    assert (asked.method, asked.path) == ("POST", f"/v1.0/orders/{ORDER}/statuses/{path}")
    assert (asked.body, asked.headers["content-length"]) == (body, str(len(body)))


async def test_the_settings_of_the_shop_arrive_with_their_codes_encoded(script: Scripted, line: Line) -> None:
    await shop_calls(line.client())
    assert [(asked.method, asked.path, asked.body) for asked in script.calls] == [
        (
            "PATCH",
            "/v1.0/skus/ARZ%2F5/prices",
            b'{"merchantIds": [255001, 137086], "externalCode": "ARZ/5", "price": 28.49, "startDate": "2024-03-11"}',
        ),
        ("PATCH", "/v1.0/merchants/255001/skus/ARZ%2F5", b'{"status": "UNAVAILABLE"}'),
        ("PUT", "/v1.0/merchants/255001/statuses", b'{"status": "UNAVAILABLE", "reason": "Falta de energia"}'),
    ]


async def test_a_code_that_ifood_does_not_know_is_missing(script: Scripted, line: Line) -> None:
    script.answer = lambda asked: Response(b'{"message": "unknown sku"}', 404)
    assert type(await error_of(line.client().set_product("255001", "X", True))) is Missing


# Limits.


async def test_only_one_poll_is_in_flight_and_only_one_sign_in(script: Scripted, line: Line) -> None:
    made = line.client()
    script.open.clear()
    polls = [asyncio.create_task(made.poll()) for _ in range(3)]
    await reached(lambda: len(script.asked) == 1)
    await settle()
    script.open.set()
    assert await asyncio.gather(*polls) == [(), (), ()]
    assert (script.busiest, script.sign_ins, len(script.calls)) == (1, 1, 3)


async def reached(done: Callable[[], bool]) -> None:
    """Wait until something is so, 10 s at most."""
    gate, ends = threading.Event(), time.monotonic() + 10
    while not done():
        assert time.monotonic() < ends
        await asyncio.to_thread(gate.wait, 0.005)


async def test_no_more_than_five_requests_leave_in_a_second(script: Scripted) -> None:
    came: list[float] = []

    def answer(asked: Asked) -> Response:
        came.append(time.monotonic())
        return Response(b"")

    script.answer = answer
    made = IfoodPos(account(base_url=script.url))
    await made.sign_in()
    await asyncio.gather(*(say(made) for _ in range(7)))
    await made.close()
    assert all(later - earlier > 0.9 for earlier, later in zip(came, came[5:], strict=False)), came


async def test_the_platforms_clock_is_known_from_its_newest_answer_that_told_it(script: Scripted, line: Line) -> None:
    made = line.client()

    def known() -> tuple[timedelta, timedelta | None]:
        return made.server_clock, made.ahead

    assert known() == (timedelta(0), None)
    later = format_datetime(datetime.now(UTC) + timedelta(minutes=10), usegmt=True)
    script.answer = lambda asked: Response(b"[]", headers={"date": later})
    await made.poll()
    told = made.server_clock
    assert timedelta(minutes=9) < told < timedelta(minutes=10, seconds=1)
    assert known() == (told, told)
    script.answer = lambda asked: Response(b"[]", headers={"date": "soon"})
    await made.poll()
    assert known() == (told, None)


async def test_a_cookie_of_one_answer_does_not_come_back(script: Scripted, line: Line) -> None:
    script.answer = lambda asked: Response(b"", headers={"set-cookie": "a=b"})
    made = line.client()
    await made.poll()
    await made.poll()
    assert "cookie" not in script.calls[1].headers


# What may or may not have been carried out.


@pytest.mark.parametrize(("status", "kind"), [(500, Uncertain), (502, Uncertain), (504, Uncertain), (503, Unreachable)])
async def test_a_server_that_broke_leaves_every_act_uncertain_but_503_was_not_carried_out(
    script: Scripted, line: Line, status: int, kind: type[PlatformError]
) -> None:
    script.answer = lambda asked: Response(b"", status, headers={"retry-after": "7"})
    made = line.client()
    for act in acts(made):
        error = await error_of(act())
        assert (type(error), error.retry_after) == (kind, 7)
    for reading in readings(made):
        assert type(await error_of(reading())) is Unreachable


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_redirect_is_refused_and_not_followed(script: Scripted, line: Line, status: int) -> None:
    script.answer = lambda asked: RedirectResponse(script.url + "/elsewhere", status)
    made = line.client()
    for call in (*acts(made), *readings(made)):
        assert type(await error_of(call())) is Refused
    assert not [asked for asked in script.asked if "elsewhere" in asked.path]


async def hang_up(writer: asyncio.StreamWriter) -> None:
    pass


async def half_a_body(writer: asyncio.StreamWriter) -> None:
    writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"reference"')


async def half_a_head(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 202 Acc")


async def no_http(writer: asyncio.StreamWriter) -> None:
    writer.write(b"what?\r\n\r\n")


async def never(writer: asyncio.StreamWriter) -> None:
    await asyncio.Event().wait()


@pytest.mark.parametrize("does", [hang_up, half_a_body, half_a_head, no_http, never])
async def test_a_line_that_breaks_after_the_request_left_leaves_an_act_uncertain(
    does: Callable[[asyncio.StreamWriter], Awaitable[None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with socket_that(does) as url:
        line = Line(url)
        made = line.client()
        await made.sign_in()
        monkeypatch.setattr(client, "WHOLE_SECONDS", 0.3 if does is never else 20)
        some = 1 if does is never else None
        for act in acts(made)[:some]:
            assert type(await error_of(act())) is Uncertain
        for reading in readings(made)[:some]:
            assert type(await error_of(reading())) is Unanswered
        await line.close()


async def endless(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n[")
    while True:
        writer.write(b" " * 65536)
        await writer.drain()


async def test_an_answer_without_end_is_cut_off_and_never_believed() -> None:
    async with socket_that(endless) as url:
        line = Line(url)
        made = line.client()
        assert type(await error_of(say(made))) is Uncertain
        error = await error_of(made.poll())
        assert isinstance(error, Unreadable) and 4 * 1024 * 1024 < len(error.raw) < 5 * 1024 * 1024
        assert isinstance(await error_of(made.read(ORDER, Priority.READ)), Unreadable)
        await line.close()


async def test_without_a_server_nothing_was_carried_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken_port:
        port = taken_port.getsockname()[1]
    line = Line(f"http://127.0.0.1:{port}")
    error = await error_of(say(line.client()))
    assert type(error) is Unreachable and error.status is None
    await line.close()


async def test_a_server_whose_certificate_cannot_be_checked_gets_nothing(script: Scripted) -> None:
    line = Line(script.url.replace("http:", "https:"))
    assert type(await error_of(say(line.client()))) is Unreachable
    assert script.asked == []
    await line.close()


def test_tls_is_always_verified() -> None:
    context = network.tls()
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)


def httpx_exceptions() -> list[type[Exception]]:
    """Every exception class of httpx."""
    found = [value for value in vars(httpx).values() if inspect.isclass(value) and issubclass(value, Exception)]
    return [kind for kind in found if not issubclass(kind, Warning)]


@pytest.mark.parametrize("kind", [*httpx_exceptions(), TimeoutError], ids=lambda kind: kind.__name__)
def test_every_exception_of_the_network_says_whether_an_act_was_certainly_not_carried_out(
    kind: type[Exception],
) -> None:
    before = {"ConnectError", "ConnectTimeout", "InvalidURL", "PoolTimeout", "ProxyError", "UnsupportedProtocol"}
    assert issubclass(kind, network.FAILURES)
    error = kind.__new__(kind)
    act, read = protocol.post_status(Kind.CONFIRM, ORDER, b""), protocol.get_order(ORDER)
    expected = Unreachable if kind.__name__ in before else Uncertain
    assert type(client.failure(error, act)) is expected
    assert type(client.failure(error, read)) is (Unreachable if kind.__name__ in before else Unanswered)


@pytest.mark.parametrize("url", ["http://pos-api.ifood.com.br", "ftp://127.0.0.1", "", "127.0.0.1"])
def test_secrets_are_not_sent_over_an_open_line(url: str) -> None:
    with pytest.raises(ValueError, match="base_url must begin with https://"):
        account(base_url=url)


@pytest.mark.parametrize("url", ["http://localhost:99", "http://127.0.0.1:99", "http://[::1]:99", "https://x.example"])
def test_http_is_for_this_computer(url: str) -> None:
    assert account(base_url=url).on_this_computer is ("x.example" not in url)


def test_the_shops_of_an_account_are_compared_as_text() -> None:
    made: Any = account(merchant_ids=(1111, 2222))
    assert made.stores == {"1111", "2222"}

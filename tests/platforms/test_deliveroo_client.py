"""An account at Deliveroo over real HTTP: its token, its two clients, and what the network does to them."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest

from picker_app.platforms.deliveroo import BrandSettings, client
from picker_app.platforms.deliveroo.client import Deliveroo
from picker_app.platforms.pace import Limiter
from picker_app.platforms.port import Limited, LockedOut, Uncertain, Unreachable
from picker_app.platforms.promotion_jobs import Stage, Ticket
from picker_app.training.deliveroo.platform import TrainingDeliveroo
from tests.platforms.delivery_hero_shop import OpenPace, VirtualClock

FILE = b'{"promotions": [{}]}'


@pytest.fixture
def brand() -> Iterator[TrainingDeliveroo]:
    with TrainingDeliveroo() as platform:
        yield platform


class Line:
    """A client with the clock and the limiter that it was given."""

    def __init__(self, url: str, secret: str = "training-secret") -> None:
        self.clock = VirtualClock()
        self.pace = OpenPace()
        settings = BrandSettings(
            name="roo",
            base_url=url,
            auth_url=url,
            client_id="training-brand",
            brand_id="corner-market",
            currency="GBP",
            secret={"client_secret": secret}.get,
        )
        self.client = Deliveroo(settings, self.pace, self.clock.time)


@pytest.fixture
async def line(brand: TrainingDeliveroo) -> AsyncIterator[Line]:
    made = Line(brand.url)
    yield made
    await made.client.close()


def routes(brand: TrainingDeliveroo) -> list[str]:
    return [entry["route"] for entry in brand.state()["requests"]]


def nothing(sent: int) -> None:
    return


async def test_five_calls_at_once_ask_for_one_token(brand: TrainingDeliveroo, line: Line) -> None:
    await asyncio.gather(*(line.client.ask_url() for _ in range(5)))
    assert routes(brand).count("token") == 1 and len(line.pace.turns) == 6


async def test_five_calls_with_a_dead_token_ask_for_one_new_one(brand: TrainingDeliveroo, line: Line) -> None:
    await line.client.ask_url()
    brand.fault("any", "expire_token")
    await asyncio.gather(*(line.client.ask_url() for _ in range(5)))
    assert routes(brand).count("token") == 2


async def test_a_token_is_renewed_when_a_minute_is_left(brand: TrainingDeliveroo, line: Line) -> None:
    brand.change_settings(token_seconds=300)
    await line.client.ask_url()
    await line.clock.pass_by(239)
    await line.client.ask_url()
    assert routes(brand).count("token") == 1
    await line.clock.pass_by(2)
    await line.client.ask_url()
    assert routes(brand).count("token") == 2


async def test_a_short_token_is_renewed_at_half_its_life(brand: TrainingDeliveroo, line: Line) -> None:
    brand.change_settings(token_seconds=60)
    await line.client.ask_url()
    await line.clock.pass_by(31)
    await line.client.ask_url()
    assert routes(brand).count("token") == 2


async def test_a_second_401_refuses_the_sign_in_and_nothing_more_is_asked(brand: TrainingDeliveroo, line: Line) -> None:
    brand.fault("upload_url", "status", value=401, times=2)
    with pytest.raises(LockedOut) as caught:
        await line.client.ask_url()
    assert caught.value.retry_after == 60
    before = routes(brand)
    with pytest.raises(LockedOut):
        await line.client.ask_url()
    assert routes(brand) == before == ["token", "upload_url", "token", "upload_url"]


async def test_a_wrong_secret_is_tried_again_after_60_120_and_300_s(brand: TrainingDeliveroo, line: Line) -> None:
    brand.change_settings(client_secret="another")
    waits = []
    for _ in range(4):
        with pytest.raises(LockedOut) as caught:
            await line.client.ask_url()
        waits.append(caught.value.retry_after)
        await line.clock.pass_by(caught.value.retry_after or 0)
    assert waits == [60, 120, 300, 300]


async def test_without_a_secret_nothing_is_asked(brand: TrainingDeliveroo) -> None:
    line = Line(brand.url, secret="")
    with pytest.raises(LockedOut, match="client_secret"):
        await line.client.ask_url()
    await line.client.close()
    assert routes(brand) == []


async def test_429_shuts_the_account_and_the_secret_never_comes_back(brand: TrainingDeliveroo, line: Line) -> None:
    brand.fault("upload_url", "status", value=429, times=2, retry_after="missing")
    for _ in range(2):
        with pytest.raises(Limited):
            await line.client.ask_url()
    brand.fault("upload_url", "status", value=429, retry_after="date")
    with pytest.raises(Limited):
        await line.client.ask_url()
    assert line.pace.shut_for[:2] == [5, 10] and 55 <= line.pace.shut_for[2] <= 60


async def test_a_file_goes_with_two_headers_also_where_a_cookie_was_set_before(
    brand: TrainingDeliveroo, line: Line
) -> None:
    line.client._files.headers["X-Default"] = "leak"
    line.client._files.cookies.set("session", "leak")
    line.client._files.headers["Authorization"] = "Bearer leak"
    heard: list[int] = []
    ticket = await line.client.ask_url()
    await line.client.upload(ticket, FILE, heard.append)
    (upload,) = [entry for entry in brand.state()["requests"] if entry["route"] == "upload"]
    assert set(upload["headers"]) == {"host", "content-type", "content-length"} and upload["answer"] == 200
    assert f"{upload['path']}?{upload['query']}" in ticket.url and heard == [len(FILE)]


async def test_a_file_of_many_pieces_is_told_piece_by_piece_and_never_chunked(
    brand: TrainingDeliveroo, line: Line
) -> None:
    body = FILE + b" " * (3 * client.PIECE)
    heard: list[int] = []
    ticket = await line.client.ask_url()
    await line.client.upload(ticket, body, heard.append)
    assert heard == [client.PIECE, 2 * client.PIECE, 3 * client.PIECE, len(body)]
    (upload,) = [entry for entry in brand.state()["requests"] if entry["route"] == "upload"]
    assert upload["headers"]["content-length"] == str(len(body)) and upload["body"].encode() == body


async def test_an_upload_without_an_answer_is_uncertain_and_names_no_secret(
    brand: TrainingDeliveroo, line: Line, caplog: Any
) -> None:
    caplog.set_level("DEBUG")
    ticket = await line.client.ask_url()
    brand.fault("upload", "drop_after")
    with pytest.raises(Uncertain) as caught:
        await line.client.upload(ticket, FILE, nothing)
    secret = ticket.url.split("Signature=")[1]
    assert secret not in str(caught.value)
    assert not [
        record for record in caplog.records if record.name.startswith("picker_app") and secret in record.getMessage()
    ]
    progress = await line.client.read_job(ticket.job)
    assert progress.stage is Stage.RUNNING


async def test_a_store_that_cannot_be_reached_took_nothing(line: Line) -> None:
    ticket = Ticket("j", "http://127.0.0.1:9/p?X-Amz-Signature=abcd", None)
    with pytest.raises(Unreachable) as caught:
        await line.client.upload(ticket, FILE, nothing)
    assert not isinstance(caught.value, Uncertain)


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "http://127.0.0.1:9?a=b#c", "http://127.0.0.1:9/x"])
def test_the_target_of_an_address_begins_with_a_slash(url: str) -> None:
    assert client._target(url) in (b"/", b"/?a=b", b"/x")


def test_every_failure_of_the_network_has_its_meaning() -> None:
    for error in (httpx.ConnectError("x"), httpx.ConnectTimeout("x"), httpx.PoolTimeout("x")):
        assert type(client.failure(error, "PUT")) is Unreachable
    for other in (httpx.ReadTimeout("x"), httpx.WriteError("x"), httpx.RemoteProtocolError("x"), TimeoutError()):
        assert type(client.failure(other, "PUT")) is Uncertain
        assert type(client.failure(other, "GET")) is Unreachable


async def test_the_limiter_of_an_account_takes_one_to_six_hundred_a_minute() -> None:
    for requests in (1, 600):
        Limiter(requests, fewest=1, most=600)
    with pytest.raises(ValueError, match="1 to 600"):
        Limiter(601, fewest=1, most=600)

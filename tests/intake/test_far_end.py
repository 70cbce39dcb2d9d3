"""The whole way is asked for over verified TLS, and each thing that can be wrong with it has its own name."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from picker_app.intake import far_end
from picker_app.intake.far_end import Way
from picker_app.platforms.network import tls
from tests.doctor.rounds import served
from tests.intake.tunnels import Authority, free_port, terminator
from tests.outbox.shop import NAME, SECRET, Shop


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Authority]:
    """An authority that this computer trusts for the test, as its owner would have it do."""
    made = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.file))
    tls.cache_clear()
    yield made
    tls.cache_clear()


async def asked(url: str, seconds: float = 5.0) -> Way:
    return (await far_end.ask(url, NAME, SECRET, seconds=seconds)).way


async def test_a_way_that_leads_here_is_open(shop: Shop, authority: Authority) -> None:
    with terminator(authority.server(), shop.listener.port) as far:
        answer = await far_end.ask(far.url + "/", NAME, SECRET)
    assert (answer.way, answer.words) == (Way.OPEN, "") and 0 < answer.seconds < 5


def test_the_exact_address_of_a_webhook_is_told() -> None:
    assert far_end.address("https://shop.example/", "foodora") == "https://shop.example/webhooks/foodora"
    assert far_end.address("https://shop.example/picker", "a-1") == "https://shop.example/picker/webhooks/a-1"


async def test_a_certificate_that_nobody_vouches_for_is_refused(
    shop: Shop, authority: Authority, tmp_path_factory: pytest.TempPathFactory
) -> None:
    stranger = Authority(tmp_path_factory.mktemp("stranger"))
    with terminator(stranger.server(), shop.listener.port) as far:
        answer = await far_end.ask(far.url, NAME, SECRET)
    assert answer.way is Way.CERTIFICATE and "issuer" in answer.words
    assert shop.listener.refused == {}


async def test_a_certificate_for_another_name_is_refused(shop: Shop, authority: Authority) -> None:
    with terminator(authority.server("another.example"), shop.listener.port) as far:
        answer = await far_end.ask(far.url, NAME, SECRET)
    assert answer.way is Way.CERTIFICATE and "localhost" in answer.words


@pytest.mark.expected_log("without the right secret")
async def test_a_program_with_another_secret_is_somebody_else(shop: Shop, authority: Authority) -> None:
    with terminator(authority.server(), shop.listener.port) as far:
        assert (await far_end.ask(far.url, NAME, "another")).way is Way.HEADER_LOST


async def test_a_port_that_nobody_listens_at_is_not_reached(authority: Authority) -> None:
    assert await asked(f"https://localhost:{free_port()}") is Way.NOT_REACHED


async def test_a_name_that_nobody_knows_is_told(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*arguments: object, **options: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert await asked("https://shop.example") is Way.NO_NAME


async def test_an_address_that_does_not_answer_is_waited_for_no_longer_than_said(authority: Authority) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert await asked(f"https://localhost:{silent.getsockname()[1]}", seconds=0.2) is Way.NO_ANSWER


async def test_a_proxy_that_refuses_is_told(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    with served(lambda request: Response()) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        assert await asked("https://shop.example") is Way.PROXY


@pytest.mark.parametrize(
    ("answer", "way"),
    [
        (PlainTextResponse("a page"), Way.SOMEBODY_ELSE),
        (PlainTextResponse("a page", headers={"Picker-Answer": "0" * 64}), Way.SOMEBODY_ELSE),
        (PlainTextResponse("sign in", 401), Way.SOMEBODY_ELSE),
        (PlainTextResponse("only POST", 405, headers={"Allow": "POST"}), Way.HEADER_LOST),
        (PlainTextResponse("Bad Gateway", 502), Way.NOTHING_BEHIND),
        (PlainTextResponse("error code: 1033", 530), Way.NOTHING_BEHIND),
        (PlainTextResponse("Tunnel not found", 404), Way.NOTHING_BEHIND),
        (RedirectResponse("https://login.example/"), Way.REDIRECTED),
    ],
)
async def test_what_else_answers_there_is_told_apart(authority: Authority, answer: Response, way: Way) -> None:
    def otherwise(request: Request) -> Response:
        assert request.url.path == f"/webhooks/{NAME}" and request.method == "GET"
        return answer

    with served(otherwise) as other, terminator(authority.server(), other.port) as far:
        found = await far_end.ask(far.url, NAME, SECRET)
    assert found.way is way and str(answer.status_code) in found.words


async def test_a_page_without_end_is_not_read(authority: Authority) -> None:
    with (
        served(lambda request: PlainTextResponse("x" * 50_000_000)) as other,
        terminator(authority.server(), other.port) as far,
    ):
        assert await asked(far.url) is Way.SOMEBODY_ELSE


@pytest.mark.parametrize("url", ["https://", "https://[::1", "https://localhost:99999", "nothing"])
async def test_an_address_that_is_none_is_told_and_not_raised(authority: Authority, url: str) -> None:
    assert await asked(url) is not Way.OPEN

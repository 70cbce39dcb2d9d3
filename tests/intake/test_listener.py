"""Checks the webhook as the platform sees it: what is answered, in which order it is tested, and when."""

import asyncio
import json
import socket
import threading
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
from sqlalchemy import func, select

from picker_app.changes import EVERYTHING
from picker_app.intake.listener import LARGEST_BODY, is_secret
from picker_app.store.database import Connection
from picker_app.store.schema import incoming, orders
from tests.conftest import ExpectedLog
from tests.intake.events import at, event, new_ref
from tests.outbox.shop import NAME, SECRET, Shop
from tests.outbox.waiting import until

WEBHOOK = f"/webhooks/{NAME}"
JOBS = f"{WEBHOOK}/jobs"


async def counts(shop: Shop) -> tuple[int, int]:
    """How many events were kept, and how many orders there are."""

    def count(connection: Connection) -> tuple[int, int]:
        kept = connection.scalar(select(func.count()).select_from(incoming)) or 0
        return kept, connection.scalar(select(func.count()).select_from(orders)) or 0

    return await shop.database.ask(count)


async def test_health_names_the_version(caller: httpx.AsyncClient) -> None:
    answer = await caller.get("/health")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "version": "1.2.3"})


async def test_an_order_is_answered_200_with_an_empty_body_and_stands_in_the_inbox(
    shop: Shop, caller: httpx.AsyncClient
) -> None:
    ref = new_ref()
    answer = await caller.post(WEBHOOK, content=event(order_id=ref))
    assert (answer.status_code, answer.content) == (200, b"")
    order = await shop.order(await shop.known(ref))
    assert [line.sku for line in order.lines] == ["MLK-1L", "BRD-WW", "TOM-KG"]


@pytest.mark.parametrize(
    "header",
    [SECRET, f"Bearer {SECRET}", f"Basic {SECRET}", f"bEaReR {SECRET}", f"BASIC   {SECRET}"],
)
async def test_the_secret_is_taken_as_it_is_or_after_a_scheme(caller: httpx.AsyncClient, header: str) -> None:
    answer = await caller.post(WEBHOOK, content=event(), headers={"authorization": header})
    assert answer.status_code == 200


@pytest.mark.expected_log("without the right secret")
@pytest.mark.parametrize(
    "header",
    [
        b"",
        SECRET[:-1].encode(),
        SECRET.upper().encode(),
        f"{SECRET}x".encode(),
        f"Digest {SECRET}".encode(),
        f"Bearer{SECRET}".encode(),
        "schlüssel".encode(),
        "schlüssel".encode("latin-1"),
        b"Bearer",
    ],
)
async def test_a_wrong_secret_is_401_and_keeps_nothing(shop: Shop, caller: httpx.AsyncClient, header: bytes) -> None:
    answer = await caller.post(WEBHOOK, content=event(), headers={b"authorization": header})
    assert answer.status_code == 401
    assert await counts(shop) == (0, 0)
    assert shop.listener.refused == {NAME: 1}


@pytest.mark.expected_log("without the right secret")
async def test_no_secret_and_two_secrets_are_401(shop: Shop) -> None:
    async with httpx.AsyncClient(trust_env=False) as stranger:
        url = shop.listener.url + WEBHOOK
        assert (await stranger.post(url, content=event())).status_code == 401
        twice = [("authorization", SECRET), ("authorization", SECRET)]
        assert (await stranger.post(url, content=event(), headers=twice)).status_code == 401


def test_without_a_configured_secret_nothing_is_right() -> None:
    assert not is_secret(b"", "")
    assert not is_secret(b"Bearer ", "")
    assert not is_secret(b"x", "")


def test_a_secret_that_looks_like_base64_is_compared_as_it_is() -> None:
    secret = "dXNlcjpwYXNz"
    assert is_secret(f"Basic {secret}".encode(), secret)
    assert not is_secret(b"Basic user:pass", secret)
    assert not is_secret(f"Basic {secret}".encode(), "user:pass")


def test_blanks_around_header_and_secret_do_not_count() -> None:
    assert is_secret(b"  s3cret\t", "s3cret ")
    assert not is_secret(b"Basic ", "s3cret")
    assert not is_secret(b"s3 cret", "s3cret")


def test_a_secret_beyond_ascii_is_compared_as_bytes() -> None:
    assert is_secret("Bearer schlüssel".encode(), "schlüssel")
    assert not is_secret("Bearer schlüssel".encode("latin-1"), "schlüssel")


async def test_an_unknown_account_is_404_before_anything_else(caller: httpx.AsyncClient) -> None:
    for path in ("/webhooks/nobody", "/webhooks/nobody/jobs", "/webhooks/", f"/webhooks/{NAME}/", "/other"):
        assert (await caller.post(path, content=b"x", headers={"authorization": ""})).status_code == 404
    assert (await caller.get("/webhooks/nobody")).status_code == 404


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"])
async def test_another_method_is_405_even_without_the_secret(caller: httpx.AsyncClient, method: str) -> None:
    for path in (WEBHOOK, JOBS):
        answer = await caller.request(method, path, headers={"authorization": ""})
        assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


@pytest.mark.expected_log("without the right secret")
async def test_the_secret_is_tested_before_the_size(caller: httpx.AsyncClient) -> None:
    answer = await caller.post(WEBHOOK, content=b"x" * (LARGEST_BODY + 1), headers={"authorization": "no"})
    assert answer.status_code == 401


async def test_a_body_of_exactly_one_mebibyte_is_read_and_one_byte_more_is_413(
    shop: Shop, caller: httpx.AsyncClient
) -> None:
    body = event()
    filled = body[:-1] + b" " * (LARGEST_BODY - len(body)) + b"}"
    assert len(filled) == LARGEST_BODY
    assert (await caller.post(WEBHOOK, content=filled)).status_code == 200
    assert (await caller.post(WEBHOOK, content=filled + b" ")).status_code == 413
    assert (await counts(shop))[0] == 1


async def test_a_body_that_comes_in_pieces_is_counted_while_it_is_read(caller: httpx.AsyncClient) -> None:
    async def pieces(number: int) -> AsyncIterator[bytes]:
        for _ in range(number):
            yield b" " * 65536

    assert (await caller.post(WEBHOOK, content=pieces(17))).status_code == 413
    assert (await caller.post(WEBHOOK, content=event())).status_code == 200


async def test_of_an_endless_body_eight_mebibytes_are_drained_and_then_it_is_over(shop: Shop) -> None:
    def flood() -> bytes:
        head = (
            f"POST /webhooks/{NAME} HTTP/1.1\r\nHost: here\r\nAuthorization: {SECRET}\r\n"
            "Transfer-Encoding: chunked\r\n\r\n"
        )
        piece = b"10000\r\n" + b"x" * 65536 + b"\r\n"
        received = b""
        with socket.create_connection(("127.0.0.1", shop.listener.port), timeout=10) as line:
            line.sendall(head.encode())
            sent = 0
            line.settimeout(10)
            try:
                while sent < 64 * 1024 * 1024:
                    line.sendall(piece)
                    sent += 65536
            except OSError:
                pass  # the door is shut
            try:
                while part := line.recv(65536):
                    received += part
            except OSError:
                pass
            assert sent < 64 * 1024 * 1024, "it would have gone on for ever"
        return received

    received = await asyncio.to_thread(flood)
    assert received == b"" or b" 413 " in received.split(b"\r\n")[0]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"\xff\xfe",
        b"[]",
        b'"RECEIVED"',
        b"null",
        b"{}",
        b'{"order_id": "", "status": "RECEIVED"}',
        b'{"order_id": 5, "status": "RECEIVED"}',
        b'{"order_id": "x", "status": null}',
        b'{"order_id": "x", "status": "RECEIVED", "items": NaN}',
        b"[" * 100_000,
        b'{"job_id": "9e4c", "job_status": "COMPLETED"}',
    ],
)
async def test_what_is_no_order_is_400_kept_once_and_shown(shop: Shop, caller: httpx.AsyncClient, body: bytes) -> None:
    for _ in range(3):
        assert (await caller.post(WEBHOOK, content=body)).status_code == 400
    kept = await shop.database.ask(lambda c: list(c.scalars(select(incoming.c.body))))
    assert kept == [body]
    assert await shop.incidents() == ["unreadable"]


async def test_an_incident_at_the_door_is_announced(shop: Shop, caller: httpx.AsyncClient) -> None:
    heard: list[frozenset[int]] = []
    end = shop.changes.subscribe(heard.append)
    await caller.post(WEBHOOK, content=b"garbage")

    async def announced() -> bool:
        return bool(heard)

    await until(announced)
    end()
    assert heard[0] == EVERYTHING


async def test_the_same_event_ten_times_two_of_them_at_once_is_one_order(shop: Shop, caller: httpx.AsyncClient) -> None:
    ref = new_ref()
    body = event(order_id=ref)
    answers = list(await asyncio.gather(caller.post(WEBHOOK, content=body), caller.post(WEBHOOK, content=body)))
    answers += [await caller.post(WEBHOOK, content=body) for _ in range(8)]
    assert [answer.status_code for answer in answers] == [200] * 10
    await shop.known(ref)
    assert await counts(shop) == (1, 1)


async def test_milliseconds_in_the_time_make_no_other_event(shop: Shop, caller: httpx.AsyncClient) -> None:
    ref = new_ref()
    for moment in ("2025-06-03T09:12:04Z", "2025-06-03T09:12:04.000Z", "2025-06-03T11:12:04+02:00"):
        assert (await caller.post(WEBHOOK, content=event(order_id=ref, sys=at(moment)))).status_code == 200
    await shop.known(ref)
    assert await counts(shop) == (1, 1)
    assert await shop.incidents() == []


@pytest.mark.parametrize("moment", [None, "yesterday"])
async def test_without_a_readable_time_the_body_is_the_key(
    shop: Shop, caller: httpx.AsyncClient, moment: str | None
) -> None:
    ref = new_ref()
    changes = {"sys": at(moment)} if moment else {"sys": None}
    for comment in ("first", "first", "second"):
        assert (await caller.post(WEBHOOK, content=event(order_id=ref, comment=comment, **changes))).status_code == 200
    await shop.known(ref)
    assert await counts(shop) == (2, 1)


async def test_the_answer_comes_only_after_the_commit(shop: Shop, caller: httpx.AsyncClient) -> None:
    hold, held = threading.Event(), threading.Event()

    def work(connection: Connection) -> None:
        held.set()
        assert hold.wait(10)

    holding = shop.database.write(work)
    await asyncio.to_thread(held.wait, 10)
    answer = asyncio.create_task(caller.post(WEBHOOK, content=event()))
    done, _ = await asyncio.wait({answer}, timeout=0.2)
    assert not done, "nothing is committed yet"
    hold.set()
    assert (await answer).status_code == 200
    assert (await counts(shop))[0] == 1
    await asyncio.wrap_future(holding)


@pytest.fixture
def full_disk(shop: Shop) -> Iterator[None]:
    """Let the database grow no further."""

    def fill(connection: Connection) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    shop.database.write(fill).result(10)
    yield
    shop.database.write(lambda c: c.exec_driver_sql("PRAGMA max_page_count = 1073741823").all()).result(10)


async def test_a_full_disk_is_503_and_the_retry_brings_the_event_again(
    shop: Shop, caller: httpx.AsyncClient, expected_log: ExpectedLog, request: pytest.FixtureRequest
) -> None:
    expected_log("could not (be kept|commit)")
    request.getfixturevalue("full_disk")
    ref = new_ref()
    large = event(order_id=ref, comment="x" * 200_000)
    assert (await caller.post(WEBHOOK, content=large)).status_code == 503
    assert await counts(shop) == (0, 0)
    shop.database.write(lambda c: c.exec_driver_sql("PRAGMA max_page_count = 1073741823").all()).result(10)
    assert (await caller.post(WEBHOOK, content=large)).status_code == 200
    await shop.known(ref)


@pytest.mark.expected_log("could not be kept")
async def test_a_closed_database_is_503_and_never_500(shop: Shop, caller: httpx.AsyncClient) -> None:
    await shop.doorman.close()
    shop.database.close()
    assert (await caller.post(WEBHOOK, content=event())).status_code == 503
    assert (await caller.post(WEBHOOK, content=b"garbage")).status_code == 503


async def test_a_job_report_is_kept_raw_once_and_announced(shop: Shop, caller: httpx.AsyncClient) -> None:
    heard: list[frozenset[int]] = []
    end = shop.changes.subscribe(heard.append)
    body = json.dumps({"job_id": "9e4c", "job_status": "COMPLETED", "download_url": "http://example.test"}).encode()
    for _ in range(2):
        answer = await caller.post(JOBS, content=body)
        assert (answer.status_code, answer.content) == (200, b"")
    end()
    query = select(incoming.c.kind, incoming.c.ref, incoming.c.status, incoming.c.body)
    rows = await shop.database.ask(lambda c: c.execute(query).all())
    assert [tuple(row) for row in rows] == [("job", "9e4c", "COMPLETED", body)]
    assert await shop.incidents() == []


@pytest.mark.parametrize("body", [b"{}", b'{"job_id": ""}', b'{"job_id": 7}', b"[]", b"nonsense", event()])
async def test_a_job_report_without_a_job_is_400_and_kept(shop: Shop, caller: httpx.AsyncClient, body: bytes) -> None:
    assert (await caller.post(JOBS, content=body)).status_code == 400
    assert await shop.incidents() == ["unreadable"]


async def test_neither_secret_nor_customer_stands_in_the_log(
    shop: Shop, caller: httpx.AsyncClient, caplog: pytest.LogCaptureFixture, expected_log: ExpectedLog
) -> None:
    expected_log("without the right secret")
    caplog.set_level("DEBUG", logger="picker_app")
    ref = new_ref()
    customer = {"first_name": "Ottilie", "last_name": "Brandauer", "phone_number": "+43123456789"}
    await caller.post(WEBHOOK, content=event(order_id=ref, customer=customer))
    await caller.post(WEBHOOK, content=event(), headers={"authorization": "another s3cret"})
    await caller.post(WEBHOOK, content=b'{"status": "RECEIVED", "customer": "Ottilie"}')
    await shop.known(ref)
    for word in (SECRET, "another s3cret", "Ottilie", "Brandauer", "+43123456789"):
        assert word not in caplog.text


async def test_the_listener_leaves_no_thread_and_can_be_closed_twice(shop: Shop) -> None:
    await asyncio.to_thread(shop.listener.close)
    await asyncio.to_thread(shop.listener.close)
    assert "webhook" not in [thread.name for thread in threading.enumerate()]

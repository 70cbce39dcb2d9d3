"""Knocks at the webhook as the internet does: slowly, too often, in pieces, with garbage; over real sockets."""

import asyncio
import hmac
import itertools
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import ExitStack, suppress

import httpx
import pytest
from sqlalchemy import func, select

from picker_app.intake.gate import Limits
from picker_app.intake.listener import LIMITS, AccountDoor, Listener, is_secret
from picker_app.store.schema import incoming
from tests.conftest import ExpectedLog
from tests.intake.events import event, new_ref
from tests.intake.knocks import LONG, WEBHOOK, answer, drip, forever, head, line, post, rest, status
from tests.outbox.shop import NAME, SECRET, Shop

Open = Callable[[Limits], Awaitable[Listener]]


@pytest.fixture
async def door(shop: Shop) -> AsyncIterator[Open]:
    """Opens further doors of the same shop, with limits that a test does not wait long for."""
    opened: list[Listener] = []

    async def opens(limits: Limits) -> Listener:
        accounts = {NAME: AccountDoor(shop.client, lambda: SECRET)}
        listener = Listener(shop.database, shop.changes, accounts, port=0, version="1.2.3", limits=limits)
        await asyncio.to_thread(listener.start)
        opened.append(listener)
        return listener

    yield opens
    for listener in opened:
        await asyncio.to_thread(listener.close)


async def kept(shop: Shop) -> int:
    query = select(func.count()).select_from(incoming)
    return await shop.database.ask(lambda connection: connection.scalar(query) or 0)


# --- slow callers ---


async def test_who_connects_and_says_nothing_is_dropped(door: Open) -> None:
    listener = await door(Limits(head_seconds=0.05))
    with line(listener) as silent:
        assert await asyncio.to_thread(rest, silent) == b""


@pytest.mark.parametrize(
    "first",
    [b"", b"POST ", f"POST {WEBHOOK} HTTP/1.1\r\nX-Slow: ".encode()],
    ids=["from the start", "in the first line", "in a header"],
)
async def test_who_sends_the_head_byte_by_byte_is_dropped(door: Open, first: bytes) -> None:
    listener = await door(Limits(head_seconds=0.2))
    with line(listener, first) as slow:
        assert await asyncio.to_thread(drip, slow, forever(b"a")) >= 0.1


@pytest.mark.parametrize("framing", ["Content-Length: 100000", "Transfer-Encoding: chunked"])
async def test_who_sends_the_body_byte_by_byte_is_dropped(shop: Shop, door: Open, framing: str) -> None:
    listener = await door(Limits(head_seconds=0.05, request_seconds=0.3))
    byte = b"1\r\n \r\n" if "chunked" in framing else b" "
    with line(listener, head(b"", framing, length=False)) as slow:
        assert await asyncio.to_thread(drip, slow, forever(byte)) >= 0.2
    assert await kept(shop) == 0


async def test_an_earlier_request_lends_a_slow_one_no_time(door: Open) -> None:
    listener = await door(Limits(head_seconds=0.2))
    with line(listener, post(event())) as slow:
        assert status(await asyncio.to_thread(answer, slow)) == 200
        await asyncio.to_thread(drip, slow, forever(b"a"))


async def test_a_slow_request_behind_a_whole_one_is_dropped_too(door: Open) -> None:
    listener = await door(Limits(request_seconds=0.1))
    body = event()
    with line(listener, post(body) + post(body)[:-20]) as slow:
        assert (await asyncio.to_thread(rest, slow)).count(b"HTTP/1.1 200") == 1


@pytest.mark.expected_log("without the right secret")
async def test_a_request_may_take_no_more_bytes_over_the_line_than_allowed(door: Open) -> None:
    listener = await door(Limits(request_bytes=100_000))
    with line(listener, head(b"", "Transfer-Encoding: chunked", length=False, secret="none")) as flood:
        assert status(await asyncio.to_thread(answer, flood)) == 401
        await asyncio.to_thread(drip, flood, forever(b"2710\r\n" + b"x" * 10_000 + b"\r\n"))


async def test_who_takes_no_answers_does_not_keep_the_place_for_ever(door: Open) -> None:
    listener = await door(Limits(connections=1, request_seconds=0.2, idle_seconds=0.05))
    with socket.socket() as deaf:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        deaf.connect(("127.0.0.1", listener.port))
        deaf.settimeout(0.2)
        with pytest.raises((TimeoutError, ConnectionError)):
            deaf.sendall(b"GET /health HTTP/1.1\r\nHost: here\r\n\r\n" * 500_000)
        with line(listener, post(event())) as next_one:
            assert status(await asyncio.to_thread(answer, next_one)) == 200


# --- too many callers ---


async def test_the_201st_connection_waits_and_the_others_go_on(shop: Shop, door: Open) -> None:
    listener = await door(LIMITS)
    with ExitStack() as stack:
        begun = [stack.enter_context(line(listener, b"POST ")) for _ in range(200)]
        late = stack.enter_context(line(listener, post(event(order_id=new_ref()))))
        late.settimeout(0.2)
        with pytest.raises(TimeoutError):
            await asyncio.to_thread(late.recv, 1)
        for connection in begun[:20]:
            connection.sendall(post(event(order_id=new_ref()))[5:])
            assert status(await asyncio.to_thread(answer, connection)) == 200
        late.settimeout(LONG)
        assert status(await asyncio.to_thread(answer, late)) == 200
    assert await kept(shop) == 21


async def test_who_waits_takes_the_place_of_who_has_nothing_to_say(door: Open) -> None:
    listener = await door(Limits(connections=2, idle_seconds=0.05))
    with line(listener) as silent, line(listener, b"POST ") as busy, line(listener, post(event())) as third:
        assert status(await asyncio.to_thread(answer, third)) == 200
        assert await asyncio.to_thread(rest, silent) == b""
        busy.sendall(post(event())[5:])
        assert status(await asyncio.to_thread(answer, busy)) == 200


async def test_while_others_wait_a_connection_is_closed_after_its_answer_and_says_so(door: Open) -> None:
    listener = await door(Limits(connections=1))
    with line(listener, b"POST ") as first, line(listener, post(event())) as second:
        assert await asyncio.to_thread(_is_silent, second)
        first.sendall(post(event())[5:])
        assert b"connection: close" in await asyncio.to_thread(rest, first)
        assert b"connection: close" not in await asyncio.to_thread(answer, second)


def _is_silent(connection: socket.socket) -> bool:
    connection.settimeout(0.1)
    try:
        connection.recv(1)
    except TimeoutError:
        return True
    finally:
        connection.settimeout(LONG)
    return False


async def test_for_whom_no_place_comes_free_is_cut_off_said_once(door: Open, expected_log: ExpectedLog) -> None:
    expected_log("too many connections")
    listener = await door(Limits(connections=1, waiting=1, waiting_seconds=0.1))
    with line(listener, b"POST ") as first, line(listener) as waiting:
        assert await asyncio.to_thread(rest, waiting) == b"", "it waited in vain"
        with line(listener) as waiting, line(listener) as too_many:
            assert await asyncio.to_thread(rest, too_many) == b"", "not even a place to wait"
            assert await asyncio.to_thread(rest, waiting) == b""
        first.sendall(post(event())[5:])
        assert status(await asyncio.to_thread(answer, first)) == 200
    assert len([record for record in expected_log.records if "too many" in record.getMessage()]) == 1


async def test_three_hundred_webhooks_at_once_are_all_answered_200_and_kept(shop: Shop) -> None:
    refs = [new_ref() for _ in range(300)]

    async def ring(ref: str) -> bytes:
        while True:
            reader, writer = await asyncio.open_connection("127.0.0.1", shop.listener.port)
            # On a busy computer these callers are slow themselves, and dropped for it; then they ring again.
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                writer.write(post(event(order_id=ref)))
                received = await reader.readuntil(b"\r\n\r\n")
                writer.close()
                await writer.wait_closed()
                return received
            writer.close()

    answers = await asyncio.wait_for(asyncio.gather(*map(ring, refs)), 3 * LONG)
    assert {status(received) for received in answers} == {200}
    query = select(incoming.c.ref).where(incoming.c.source == "webhook")
    assert sorted(await shop.database.ask(lambda c: list(c.scalars(query)))) == sorted(refs)


# --- what is answered ---


KNOCKS = (
    b"GET / HTTP/1.1\r\nHost: here\r\n\r\n",
    b"GET /webhooks/../../etc/passwd HTTP/1.1\r\nHost: here\r\n\r\n",
    b"GET /webhooks/%00%ff%2e%2e HTTP/1.1\r\nHost: here\r\n\r\n",
    b"OPTIONS * HTTP/1.1\r\nHost: here\r\n\r\n",
    b"CONNECT example.test:443 HTTP/1.1\r\nHost: here\r\n\r\n",
    b"GET http://example.test/health HTTP/1.1\r\nHost: here\r\n\r\n",
    b"DELETE /health HTTP/1.1\r\nHost: here\r\n\r\n",
    b"BREW /webhooks/foodora-centro HTTP/1.1\r\nHost: here\r\n\r\n",
    b"GET /webhooks/foodora-centro HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
    b"GET /?" + b"a=1&" * 2000 + b" HTTP/1.1\r\nHost: here\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",  # how TLS begins
    b"\r\n\r\n\r\n",
    post(event(), secret="wrong"),
    post(b"garbage"),
    post(b'{"order_id": 1, "status": []}'),
    post(b"{}", path=f"{WEBHOOK}/jobs"),
    post(b"x", path="/webhooks/nobody"),
    post(b" " * (1024 * 1024 + 1)),
)


@pytest.mark.expected_log("without the right secret")
async def test_no_answer_shows_what_runs_here(shop: Shop) -> None:
    telling = [b"picker", b"python", b"uvicorn", b"starlette", b"h11", b"1.2.3", b"traceback", b".py", b"sqlite"]
    for knock in KNOCKS:
        with line(shop.listener, knock) as connection:
            received = (await asyncio.to_thread(answer, connection)).lower()
        assert 400 <= status(received) < 500, (knock, received)
        top, _, _ = received.partition(b"\r\n\r\n")
        names = {header.split(b":")[0] for header in top.split(b"\r\n")[1:]}
        assert names <= {b"content-type", b"content-length", b"connection", b"allow", b"transfer-encoding"}, knock
        assert not [word for word in (*telling, str(shop.folder).encode()) if word in received], (knock, received)


async def test_only_health_names_the_version(shop: Shop) -> None:
    with line(shop.listener, b"GET /health HTTP/1.1\r\nHost: here\r\n\r\n") as connection:
        received = await asyncio.to_thread(answer, connection)
    assert json.loads(received.partition(b"\r\n\r\n")[2]) == {"status": "ok", "version": "1.2.3"}


def test_every_wrong_secret_is_compared_whole_and_by_the_same_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[bytes, bytes]] = []
    compare = hmac.compare_digest

    def watched(given: bytes, wanted: bytes) -> bool:
        compared.append((given, wanted))
        return compare(given, wanted)

    monkeypatch.setattr(hmac, "compare_digest", watched)
    secret = "0123456789abcdef"
    guesses = [(secret[:right] + "x" * 16)[:16].encode() for right in range(16)]
    for guess in guesses:
        assert not is_secret(guess, secret)
    assert compared == [(guess, secret.encode()) for guess in guesses], "never a part, never a shorter way"
    compared.clear()
    assert not is_secret(b"Bearer " + guesses[-1], secret)
    assert not is_secret(b"Bearer x", "")
    assert len(compared) == 4, "without a configured secret it takes the same steps"


# --- framing ---


async def test_webhooks_in_one_packet_are_answered_one_after_another(shop: Shop) -> None:
    refs = [new_ref() for _ in range(3)]
    packet = b"".join(post(event(order_id=ref)) for ref in refs) + b"GET /health HTTP/1.1\r\nHost: here\r\n\r\n"
    with line(shop.listener, packet) as connection:
        answers = [await asyncio.to_thread(answer, connection) for _ in range(3)]
        assert [status(received) for received in answers[:3]] == [200] * 3
    assert {ref for (ref,) in await shop.database.ask(lambda c: c.execute(select(incoming.c.ref)).all())} == set(refs)


DOUBTFUL = (
    ["Content-Length: 5", "Transfer-Encoding: chunked"],
    ["Transfer-Encoding: chunked", "Content-Length: 5"],
    ["Content-Length: 5", "Content-Length: 6"],
    ["Content-Length: 5, 6"],
    ["Content-Length: -5"],
    ["Content-Length: +5"],
    ["Content-Length: 0x5"],
    ["Content-Length: five"],
    ["Content-Length: 5 5"],
    ["Content-Length : 5"],
    ["Content-Length: " + "9" * 100],
    ["Transfer-Encoding: chunked, identity"],
    ["Transfer-Encoding: gzip"],
    ["Transfer-Encoding: chunked", "Transfer-Encoding: chunked"],
    ["Transfer-Encoding : chunked"],
    ["X-Folded: a", "Transfer Encoding: chunked"],
    ["X-Null: a\0b", "Content-Length: 5"],
    ["X-Return: a\rContent-Length: 100", "Content-Length: 5"],
)


async def test_a_body_whose_length_is_doubtful_is_refused_and_nothing_behind_it_is_read(shop: Shop) -> None:
    for headers in DOUBTFUL:
        request = head(b"", *headers, length=False) + b"0\r\n\r\n" + post(event(order_id=new_ref()))
        with line(shop.listener, request) as connection:
            connection.shutdown(socket.SHUT_WR)
            received = await asyncio.to_thread(rest, connection)
        assert received.count(b"HTTP/1.1") <= 1, (headers, received)
        assert not received or 400 <= status(received) < 500 or status(received) == 501, (headers, received)
        assert await kept(shop) == 0, headers


async def test_chunks_in_the_older_http_are_refused(shop: Shop) -> None:
    request = f"POST {WEBHOOK} HTTP/1.0\r\nAuthorization: {SECRET}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    with line(shop.listener, request.encode()) as connection:
        assert status(await asyncio.to_thread(rest, connection)) == 400
    assert await kept(shop) == 0


NO_CHUNKS = (
    b"zz\r\nabc\r\n0\r\n\r\n",
    b"-1\r\nabc\r\n0\r\n\r\n",
    b"5\r\nabc\r\n0\r\n\r\n",
    b"3\r\nabcdef\r\n0\r\n\r\n",
    b"ffffffffffffffffffffffff\r\nabc",
    b"3" * 5000 + b"\r\nabc",
    b"\x00\xff\r\n",
    b"3\r\nabc\r\n0\r\nX: \x00\r\n\r\n",
)


@pytest.mark.expected_log("without the right secret")
async def test_garbage_for_chunks_is_refused_and_keeps_nothing(shop: Shop) -> None:
    for chunks, secret, apart in itertools.product(NO_CHUNKS, (SECRET, "wrong"), (False, True)):
        first = head(b"", "Transfer-Encoding: chunked", length=False, secret=secret)
        with line(shop.listener, first if apart else first + chunks) as connection:
            if apart:
                if secret != SECRET:
                    assert status(await asyncio.to_thread(answer, connection)) == 401
                connection.sendall(chunks)
            connection.shutdown(socket.SHUT_WR)
            received = await asyncio.to_thread(rest, connection)
        assert not received or status(received) in (400, 401), (chunks, received)
        assert await kept(shop) == 0, chunks


async def test_a_body_shorter_than_said_keeps_nothing(shop: Shop) -> None:
    with line(shop.listener, post(event())[:-1]) as connection:
        connection.shutdown(socket.SHUT_WR)
        await asyncio.to_thread(rest, connection)
    assert await kept(shop) == 0


async def test_what_follows_a_body_longer_than_said_is_no_request(shop: Shop) -> None:
    with line(shop.listener, post(event()) + b"and more of it\r\n\r\n") as connection:
        received = await asyncio.to_thread(rest, connection)
    assert received.startswith(b"HTTP/1.1 200") and b"HTTP/1.1 400" in received
    assert await kept(shop) == 1


async def test_a_huge_head_is_refused(shop: Shop) -> None:
    huge = (
        ["X-Long: " + "x" * LIMITS.head_bytes],
        [f"X-{number}: y" for number in range(3000)],
        ["X" * LIMITS.head_bytes + ": y"],
    )
    for headers in huge:
        with line(shop.listener, post(event(), *headers)) as connection:
            received = await asyncio.to_thread(rest, connection)
        assert not received or status(received) == 400
        assert await kept(shop) == 0


# --- what the log says of it ---


async def test_that_events_cannot_be_kept_is_said_once_and_the_end_of_it_once(
    shop: Shop, caller: httpx.AsyncClient, expected_log: ExpectedLog, caplog: pytest.LogCaptureFixture
) -> None:
    expected_log("could not be kept")
    caplog.set_level("INFO", logger="picker_app.intake.listener")
    refuse = "CREATE TRIGGER no BEFORE INSERT ON incoming BEGIN SELECT RAISE(ABORT, 'not today'); END"
    await shop.database.run(lambda connection: connection.exec_driver_sql(refuse).close())
    for _ in range(3):
        assert (await caller.post(WEBHOOK, content=event(order_id=new_ref()))).status_code == 503
    await shop.database.run(lambda connection: connection.exec_driver_sql("DROP TRIGGER no").close())
    for _ in range(3):
        assert (await caller.post(WEBHOOK, content=event(order_id=new_ref()))).status_code == 200
    said = [record.getMessage() for record in caplog.records if record.name == "picker_app.intake.listener"]
    assert [words.partition(":")[0] for words in said] == [
        "an event could not be kept, the platform was asked to send it again",
        "events can be kept again",
    ]


async def test_strangers_cannot_fill_the_log(
    shop: Shop, caplog: pytest.LogCaptureFixture, expected_log: ExpectedLog
) -> None:
    expected_log("without the right secret")
    caplog.set_level("INFO")
    for knock in (b"garbage\r\n\r\n", post(event(), secret="wrong"), b"GET /else HTTP/1.1\r\nHost: here\r\n\r\n") * 20:
        with line(shop.listener, knock) as connection:
            await asyncio.to_thread(answer, connection)
    assert len([record for record in caplog.records if record.name.startswith(("picker_app.intake", "uvicorn"))]) == 2

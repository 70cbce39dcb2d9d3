"""Check that a server in a thread serves, reports a taken port, and leaves nothing behind."""

import asyncio
import signal
import socket
import threading
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from picker_app.intake.gate import Connection, Limits
from picker_app.intake.server import ThreadServer


async def hello(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"hello from {threading.current_thread().name}")


def app() -> Starlette:
    return Starlette(routes=[Route("/", hello)])


def test_requests_are_answered_in_the_named_thread_without_server_or_date_header() -> None:
    server = ThreadServer(app(), name="door")
    server.start()
    try:
        answer = httpx.get(server.url + "/", trust_env=False)
    finally:
        server.close()
    assert answer.text == "hello from door"
    assert "server" not in answer.headers and "date" not in answer.headers


def test_after_close_the_thread_is_gone_and_the_port_is_free_again() -> None:
    server = ThreadServer(app(), name="short-lived")
    server.start()
    port = server.port
    httpx.get(server.url + "/", trust_env=False)
    server.close()
    assert "short-lived" not in [thread.name for thread in threading.enumerate()]
    again = ThreadServer(app(), port=port, name="short-lived")
    again.start()
    assert again.port == port
    again.close()


def test_a_port_in_use_is_reported_with_host_and_port() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        server = ThreadServer(app(), port=port, name="late")
        with pytest.raises(OSError, match=f"cannot listen on 127.0.0.1 port {port}"):
            server.start()
        server.close()


@pytest.mark.expected_log("startup failed")
def test_an_application_that_cannot_start_is_reported_and_leaves_no_thread() -> None:
    async def broken(scope: object, receive: object, send: object) -> None:
        await receive()  # type: ignore[operator]  # an ASGI callable
        await send({"type": "lifespan.startup.failed", "message": "startup failed on purpose"})  # type: ignore[operator]  # an ASGI callable

    server = ThreadServer(broken, name="broken")
    with pytest.raises(RuntimeError, match="the server broken did not start"):
        server.start()
    assert "broken" not in [thread.name for thread in threading.enumerate()]


def test_a_request_that_never_ends_is_cut() -> None:
    server = ThreadServer(app(), name="patient", limits=Limits(request_seconds=0.05))
    server.start()
    try:
        with socket.create_connection(("127.0.0.1", server.port), timeout=5) as slow:
            slow.sendall(b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 10\r\n\r\nabc")
            received = b""
            while chunk := slow.recv(1000):
                received += chunk
        assert b"200" not in received
    finally:
        server.close()


class Slow:
    """An application that answers once it may, and a request to it that is under way."""

    def __init__(self, shutdown_seconds: int) -> None:
        self.begun, self.may = threading.Event(), threading.Event()
        application = Starlette(routes=[Route("/", self.answer)])
        self.server = ThreadServer(application, name="slow", shutdown_seconds=shutdown_seconds)
        self.server.start()
        self.pool = ThreadPoolExecutor(2)
        self.asked = self.pool.submit(httpx.get, self.server.url + "/", trust_env=False)
        assert self.begun.wait(10)

    async def answer(self, request: Request) -> PlainTextResponse:
        self.begun.set()
        await asyncio.to_thread(self.may.wait, 10)
        return PlainTextResponse("at last")


def test_an_answer_under_way_is_given_before_the_server_ends() -> None:
    slow = Slow(shutdown_seconds=10)
    closing = slow.pool.submit(slow.server.close)
    slow.may.set()
    assert slow.asked.result(10).text == "at last"
    closing.result(10)
    slow.pool.shutdown()


@pytest.mark.expected_log("1 answers were not out in time")
@pytest.mark.expected_log("Exception in ASGI application")
def test_an_answer_that_takes_too_long_is_dropped_and_logged() -> None:
    slow = Slow(shutdown_seconds=0)
    closing = slow.pool.submit(slow.server.close)
    dropped = slow.asked.exception(10) or slow.asked.result().status_code == 500
    # The thread that the answer waits in must end before the loop can.
    slow.may.set()
    closing.result(10)
    slow.pool.shutdown()
    assert dropped


def test_an_answer_is_not_held_back_for_the_last_acknowledgement() -> None:
    seen: list[int] = []

    class Looking(Connection):
        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in the original
            line = transport.get_extra_info("socket")
            seen.append(line.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            super().connection_made(transport)

    server = ThreadServer(app(), name="prompt", connection=Looking)
    server.start()
    try:
        httpx.get(server.url + "/", trust_env=False)
    finally:
        server.close()
    assert seen
    assert all(seen)


def test_the_signals_of_the_program_stay_its_own() -> None:
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    server = ThreadServer(app(), name="quiet")
    server.start()
    try:
        assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before
    finally:
        server.close()

"""Knocks at the webhook over a bare socket, byte by byte as they are given."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from picker_app.intake.listener import Listener
from tests.outbox.shop import NAME, SECRET

WEBHOOK = f"/webhooks/{NAME}"
LONG = 10.0
"""How long a test waits for what must come, in seconds."""


@contextmanager
def line(listener: Listener, first: bytes = b"") -> Iterator[socket.socket]:
    """A connection that has sent its first bytes."""
    with socket.create_connection(("127.0.0.1", listener.port), timeout=LONG) as connection:
        connection.sendall(first)
        yield connection


def head(body: bytes = b"", *more: str, length: bool = True, secret: str = SECRET, path: str = WEBHOOK) -> bytes:
    """The first line and the headers of a webhook; `length` says whether the body's length is told."""
    told = [f"Content-Length: {len(body)}"] if length else []
    lines = [f"POST {path} HTTP/1.1", "Host: here", f"Authorization: {secret}", *told, *more, "", ""]
    return "\r\n".join(lines).encode()


def post(body: bytes, *more: str, **options: Any) -> bytes:
    """A whole webhook as bytes."""
    return head(body, *more, **options) + body


def rest(connection: socket.socket) -> bytes:
    """Everything that is still answered until the connection is closed; fails when that does not happen."""
    received = b""
    try:
        while part := connection.recv(65536):
            received += part
    except ConnectionError:
        pass
    return received


def answer(connection: socket.socket) -> bytes:
    """One whole answer."""
    received = b""
    while b"\r\n\r\n" not in received:
        part = connection.recv(65536)
        assert part, f"closed after {received!r}"
        received += part
    top, _, body = received.partition(b"\r\n\r\n")
    length = next((int(line.split(b":")[1]) for line in top.split(b"\r\n") if line.startswith(b"content-length")), 0)
    while len(body) < length:
        body += connection.recv(65536)
    return top + b"\r\n\r\n" + body


def status(received: bytes) -> int:
    return int(received.split(b" ", 2)[1])


def drip(connection: socket.socket, endless: Iterator[bytes]) -> float:
    """Send byte after byte, slowly, until the other side has had enough; returns after how many seconds it had."""
    began = time.monotonic()
    connection.settimeout(0.01)
    for byte in endless:
        assert time.monotonic() - began < LONG, "it would have gone on for ever"
        try:
            connection.sendall(byte)
            if connection.recv(1000) == b"":
                break
        except TimeoutError:
            continue
        except ConnectionError:
            break
    return time.monotonic() - began


def forever(byte: bytes) -> Iterator[bytes]:
    while True:
        yield byte

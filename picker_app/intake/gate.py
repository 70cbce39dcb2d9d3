"""How many connections a server serves at once, how long a request may take to come in, and what is cut off."""

import asyncio
import logging
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any, cast

import h11
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

log = logging.getLogger(__name__)

_CLOSE = (b"connection", b"close")
_HEADER_LINE = 4
"""The bytes of a header beside its name and its value."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one caller may use up. Seconds and bytes; None: no limit.

    `connections` are served at once; up to `waiting` more wait for a place, `waiting_seconds` at most, all others are
    cut off. While others wait, a connection makes room after its answer, or after `idle_seconds` without a request.
    The first line and the headers of a request have `head_bytes` and come within `head_seconds`, the whole of it within
    `request_seconds`; an answer is taken within `request_seconds` too. `request_bytes` counts all that comes over the
    line for a request.
    """

    connections: int | None = None
    waiting: int = 300
    waiting_seconds: float = 10.0
    idle_seconds: float = 1.0
    head_bytes: int = 64 * 1024
    head_seconds: float = 10.0
    request_seconds: float = 30.0
    request_bytes: int | None = None


class Gate:
    """Knows the connections of a server: those that are served, and those that wait, first come first served.

    Used in the loop of that server only. `turned_away` counts the connections for which there was no place.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.turned_away = 0
        self.not_http = 0
        self._served: OrderedDict[Connection, None] = OrderedDict()
        self._waiting: OrderedDict[Connection, None] = OrderedDict()
        self._looking: asyncio.TimerHandle | None = None

    def enter(self, connection: "Connection") -> None:
        """Serve a new connection, or let it wait."""
        if self._has_room():
            self._admit(connection)
            return
        if len(self._waiting) >= self.limits.waiting:
            self.turn_away(connection)
            return
        self._waiting[connection] = None
        connection.hold()
        if self._looking is None:
            self._make_room(connection.loop)

    def leave(self, connection: "Connection") -> None:
        """Forget a connection that is closed; the next one has its place."""
        self._served.pop(connection, None)
        self._waiting.pop(connection, None)
        while self._waiting and self._has_room():
            self._admit(self._waiting.popitem(last=False)[0])

    def turn_away(self, connection: "Connection") -> None:
        """Cut off a connection for which there is no place."""
        if not self.turned_away:
            log.warning("too many connections at once: some were cut off (said once)")
        self.turned_away += 1
        connection.transport.abort()

    def refuse(self) -> None:
        """Count a call that is no HTTP."""
        if not self.not_http:
            log.info("a call that is no proper HTTP was refused (said once)")
        self.not_http += 1

    def guard(self, app: ASGIApp) -> ASGIApp:
        """Return the application with what holds for every request: a head of a sound size, and one length of the body.

        A body with two lengths is where a program in front and this one could see different requests (RFC 9112,
        section 6.3): it is refused and the connection closed. While others wait, every answer closes its connection.
        """

        async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
            async def closing(message: Message) -> None:
                if message["type"] == "http.response.start" and self._waiting:
                    headers = [header for header in message.get("headers", ()) if header[0] != _CLOSE[0]]
                    message = {**message, "headers": [*headers, _CLOSE]}
                await send(message)

            if scope["type"] == "http" and _head_size(scope) > self.limits.head_bytes:
                await _refuse(send, b"the head is too large")
            elif scope["type"] == "http" and _framed_twice(scope):
                await _refuse(send, b"the length of the body is given in two ways")
            else:
                await app(scope, receive, closing)

        return guarded

    def _make_room(self, loop: asyncio.AbstractEventLoop) -> None:
        """Close what has been idle, for those that wait; look again as long as some do."""
        self._looking = None
        if not self._waiting:
            return
        since = loop.time() - self.limits.idle_seconds
        for connection in [served for served in self._served if served.idle_since(since)][: len(self._waiting)]:
            connection.transport.close()
        self._looking = loop.call_later(self.limits.idle_seconds, self._make_room, loop)

    def _has_room(self) -> bool:
        return self.limits.connections is None or len(self._served) < self.limits.connections

    def _admit(self, connection: "Connection") -> None:
        self._served[connection] = None
        connection.admit()


class Connection(H11Protocol):
    """One connection that is cut when a request does not come in, or an answer is not taken, in time.

    uvicorn limits only the pause between two requests; without this a few idle sockets could use up all places for
    ever. While the program itself works on an answer no time is counted.
    """

    def __init__(self, *arguments: Any, gate: Gate, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._gate = gate
        self._held = False
        self._began = 0.0
        self._received = 0
        self._deadline: asyncio.TimerHandle | None = None
        self._stuck: asyncio.TimerHandle | None = None

    def idle_since(self, moment: float) -> bool:
        """Say whether nothing was asked, not even by a first byte, since a moment of the loop's clock."""
        return self._began <= moment and self._idle

    @property
    def _idle(self) -> bool:
        if self.conn.their_state is not h11.IDLE or self.conn.trailing_data[0]:
            return False
        return self._answered

    @property
    def _answered(self) -> bool:
        # uvicorn declares it without saying that there is none before the first request.
        cycle = cast("RequestResponseCycle | None", self.cycle)
        return cycle is None or cycle.response_complete

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn declares it
        super().connection_made(transport)
        self._gate.enter(self)

    def hold(self) -> None:
        """Read nothing until there is a place; cut off when none comes free in time."""
        self._held = True
        self.transport.pause_reading()
        self._arm(self.loop.time() + self._gate.limits.waiting_seconds)

    def admit(self) -> None:
        """Begin to read."""
        self._renew()
        self._watch()
        if self._held:
            self._held = False
            self.transport.resume_reading()

    def data_received(self, data: bytes) -> None:
        if self._idle:
            self._renew()
        self._received += len(data)
        most = self._gate.limits.request_bytes
        if most is not None and self._received > most:
            self.transport.abort()
            return
        super().data_received(data)
        if self._idle:
            # The rest of a body that nobody wanted to read is over.
            self._renew()
        self._watch()

    def on_response_complete(self) -> None:
        if self.conn.their_state is not h11.SEND_BODY:
            self._renew()
        super().on_response_complete()
        self._watch()

    def send_400_response(self, msg: str) -> None:
        self._gate.refuse()
        if not self._answered:
            # The application was asked already, and nobody will hear what it answers.
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            super().send_400_response(msg)
        else:
            self.transport.abort()  # the answer is out already, only its body turned out to be garbage

    def pause_writing(self) -> None:
        super().pause_writing()
        if self._stuck is None:
            self._stuck = self.loop.call_later(self._gate.limits.request_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._stuck is not None:
            self._stuck.cancel()
            self._stuck = None

    def connection_lost(self, exc: Exception | None) -> None:
        for timer in (self._deadline, self._stuck):
            if timer is not None:
                timer.cancel()
        self._deadline = self._stuck = None
        super().connection_lost(exc)
        self._gate.leave(self)

    def _renew(self) -> None:
        self._began = self.loop.time()
        self._received = 0

    def _watch(self) -> None:
        """Set the deadline for what the caller has to do next; none while it is the program's turn."""
        body = self.conn.their_state is h11.SEND_BODY
        limits = self._gate.limits
        if body or self._answered:
            # Also for what is closed but not taken by the caller yet.
            self._arm(self._began + (limits.request_seconds if body else limits.head_seconds))
        elif self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _arm(self, at: float) -> None:
        if self._deadline is not None:
            if self._deadline.when() == at:
                return
            self._deadline.cancel()
        self._deadline = self.loop.call_at(at, self._out_of_time)

    def _out_of_time(self) -> None:
        self._deadline = None
        if self._held:
            self._gate.turn_away(self)
        else:
            self.transport.abort()


def _framed_twice(scope: Scope) -> bool:
    names = {name for name, _ in scope["headers"]}
    return b"transfer-encoding" in names and (b"content-length" in names or scope["http_version"] != "1.1")


def _head_size(scope: Scope) -> int:
    first = len(scope["raw_path"]) + len(scope["query_string"])
    return first + sum(len(name) + len(value) + _HEADER_LINE for name, value in scope["headers"])


async def _refuse(send: Send, words: bytes) -> None:
    headers = [(b"content-type", b"text/plain"), (b"content-length", str(len(words)).encode()), _CLOSE]
    await send({"type": "http.response.start", "status": 400, "headers": headers})
    await send({"type": "http.response.body", "body": words})

"""A simulated iFood POS platform on loopback, written from the platform's own page and its specification alone.

Standard library only. It signs in, hands out the last event of each order until that is acknowledged, gives orders,
takes status messages and what the shop sets, and keeps every request. What breaks a rule is answered 4xx and kept in
`violations`.
"""

import json
import re
import secrets
import threading
import time
import uuid
from collections import defaultdict, deque
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.blackbox import ifood_goods
from tests.blackbox.goods import instant
from tests.blackbox.ifood_shelf import Shelf, kind_of
from tests.blackbox.platform import Request, read, write

Json = dict[str, Any]

POLL = "/v1.0/events%3Apolling"
ACKNOWLEDGMENT = "/v1.0/events/acknowledgment"
RANKS = ("PLACED", "INTEGRATED", "CONFIRMED", "DISPATCHED", "DELIVERED", "CONCLUDED")
SAYS = {"integration": "INTEGRATED", "confirmation": "CONFIRMED", "dispatch": "DISPATCHED", "delivery": "DELIVERED"}
LEGAL = {
    "integration": {"PLACED"},
    "confirmation": {"INTEGRATED"},
    "dispatch": {"CONFIRMED"},
    "delivery": {"CONFIRMED", "DISPATCHED"},
    "rejection": {"PLACED", "INTEGRATED", "CONFIRMED"},
}
STATUS_PATH = re.compile(r"/v1\.0/orders/([^/]+)/statuses/([a-z]+)")
ORDER_PATH = re.compile(r"/v1\.0/orders/([^/]+)")


class IfoodPlatform:
    """The platform of one user with some merchants; a context manager that serves until its end.

    `poll_seconds` and `confirm` stand in the program's configuration. `faults` by what is asked (`poll`, `order`,
    `ack`, a status, `price`, `shop` or `sku`): `drop_before`, `drop_after`, `hold` (no answer and no act until the
    end), or an HTTP status, perhaps with the words of its message behind it.
    """

    def __init__(self, *, poll_seconds: int = 1, confirm: str = "manual") -> None:
        self.client_id = "shop-client"
        self.client_secret = "cs&+" + secrets.token_hex(8)
        self.username = "store user"
        self.password = "pw#+&" + secrets.token_hex(8)
        self.account = "ifood-centro"
        self.poll_seconds, self.confirm = poll_seconds, confirm
        self.webhook = ""
        self.changed = threading.Condition()
        self.requests: list[Request] = []
        self.violations: list[str] = []
        self.orders: dict[str, Json] = {}
        self.states: dict[str, str] = {}
        self.held: dict[str, Json] = {}
        self.acknowledged: list[str] = []
        self.faults: dict[str, deque[str]] = defaultdict(deque)
        self.tokens: set[str] = set()
        self.shelf = Shelf((ifood_goods.MERCHANT, ifood_goods.OTHER_MERCHANT))
        self._ended = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(self))
        self._serving = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="ifood platform")
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._serving.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._server.shutdown()
        self._server.server_close()
        self._serving.join()

    # --- what a test asks ---

    def seen(self, method: str, path: str) -> list[Request]:
        """The requests so far with this method and this path."""
        return [request for request in list(self.requests) if (request.method, request.path) == (method, path)]

    def polls(self, *answers: int) -> list[Request]:
        """The polls so far, all of them or those with these answers."""
        return [request for request in self.seen("GET", POLL) if not answers or request.answer in answers]

    def reads(self, reference: str) -> list[Request]:
        """The readings of an order so far."""
        return self.seen("GET", f"/v1.0/orders/{reference}")

    def said(self, reference: str, status: str) -> list[Request]:
        """The messages of one status for one order so far."""
        return self.seen("POST", f"/v1.0/orders/{reference}/statuses/{status}")

    def statuses(self, reference: str) -> list[str]:
        """The statuses said of an order so far, in their order."""
        found = [(request, STATUS_PATH.fullmatch(request.path)) for request in list(self.requests)]
        return [match[2] for _, match in found if match and match[1] == reference]

    def settings(self, kind: str) -> list[Request]:
        """What the shop set so far of one kind: `price`, `shop` or `sku`."""
        return [request for request in list(self.requests) if kind_of(request)[0] == kind]

    def acknowledgments(self) -> list[tuple[Request, list[str]]]:
        """The acknowledgments so far, with their ids."""
        return [(request, [entry["id"] for entry in request.json]) for request in self.seen("POST", ACKNOWLEDGMENT)]

    def has_polled(self, times: int) -> bool:
        """Whether there were so many polls."""
        return len(self.polls()) >= times

    def is_acknowledged(self, event: Json) -> bool:
        """Whether an event was acknowledged and taken out of the queue."""
        return event["id"] in self.acknowledged

    def wait_for(self, what: Callable[[], object], seconds: float = 30.0) -> bool:
        """Wait until something holds, looked at after each request; tell whether it came."""
        with self.changed:
            return bool(self.changed.wait_for(what, seconds))

    # --- what a test does ---

    def place(self, order: Json, code: str = "PLACED") -> Json:
        """Take an order of a customer; its first event."""
        with self.changed:
            self.orders[order["reference"]] = order
            self.states[order["reference"]] = "PLACED"
        return self.say(order["reference"], code)

    def say(self, reference: str, code: str) -> Json:
        """Hold a new event of an order in place of the one before; the event."""
        event = {
            "id": str(uuid.uuid4()),
            "code": code,
            "correlationId": reference,
            "createdAt": instant(datetime.now(UTC)),
        }
        with self.changed:
            state = self.states.get(reference, "PLACED")
            if code == "CANCELLED" or (code in RANKS and state in RANKS and RANKS.index(code) > RANKS.index(state)):
                self.states[reference] = code
            self.held.pop(reference, None)
            self.held[reference] = event
        return event

    # --- what the program asks ---

    def token(self, query: str, body: bytes) -> tuple[int, Any]:
        """Answer the sign-in: five parameters of the query, no body."""
        wanted = {
            "client_id": self.client_id,
            "client_secret": self.client_secret,
            "username": self.username,
            "password": self.password,
            "grant_type": "password",
        }
        given = parse_qsl(query, keep_blank_values=True)
        if dict(given) != wanted or len(given) != len(wanted) or body:
            self.violations.append(f"token: the query has {sorted(name for name, _ in given)} or wrong values")
            return 401, refusal(401, "/oauth/token")
        token = "eyJ" + secrets.token_hex(400)
        self.tokens.add(token)
        return 200, {
            "access_token": token,
            "token_type": "bearer",
            "expires_in": 3599,
            "scope": "trust read write",
        }

    def acknowledge(self, body: bytes) -> tuple[int, Any]:
        """Answer an acknowledgment: ids of events whose orders were fetched before."""
        try:
            ids = [entry["id"] for entry in read(body)]
        except (ValueError, TypeError, KeyError):
            self.violations.append(f"acknowledgment: no list of ids: {body.decode()}")
            return 400, refusal(400, "/events/acknowledgment")
        if not ids or len(set(ids)) != len(ids):
            self.violations.append("acknowledgment: nothing, or an id twice")
        held = {event["id"]: reference for reference, event in self.held.items()}
        if strangers := [one for one in ids if one not in held and one not in self.acknowledged]:
            replaced = [one for one in strangers if one in self.orders]
            if replaced:
                self.violations.append(f"acknowledgment: {replaced} are references of orders, not ids of events")
        for one in set(ids) & held.keys():
            if not any(request.answer == 200 for request in self.reads(held[one])):
                self.violations.append(f"acknowledgment: the order of {one} was never read")
            del self.held[held[one]]
            self.acknowledged.append(one)
        return 200, None

    def order(self, reference: str) -> tuple[int, Any]:
        """Answer the reading of one order."""
        path = f"/orders/{reference}"
        return (200, self.orders[reference]) if reference in self.orders else (404, refusal(404, path))

    def status(self, reference: str, status: str, body: bytes) -> tuple[int, Any]:
        """Answer a status message; what is good makes its event, but for a rejection."""
        path = f"/orders/{reference}/statuses/{status}"
        if reference not in self.orders:
            return 404, refusal(404, path)
        if self.orders[reference]["merchant"]["id"] != ifood_goods.MERCHANT:
            self.violations.append(f"{status} of an order of another shop")
            return 403, refusal(403, path)
        state = self.states[reference]
        if SAYS.get(status) == state:
            return 202, None
        to_go = self.orders[reference]["type"] == "TOGO"
        legal = state in LEGAL[status] and not (status == "dispatch" and to_go)
        if status == "delivery" and state == "CONFIRMED" and not to_go:
            legal = False
        if not legal:
            self.violations.append(f"{status} of an order that is {state}")
            return 400, refusal(400, path)
        if status != "rejection":
            if body:
                self.violations.append(f"{status} with a body")
            self.say(reference, SAYS[status])
            return 202, None
        try:
            details = read(body)["details"]
        except (ValueError, TypeError, KeyError):
            details = None
        if not isinstance(details, str) or not 1 <= len(details.strip()) <= 500 or read(body).keys() != {"details"}:
            self.violations.append(f"rejection with {body.decode()}")
            return 400, refusal(400, path)
        return 202, None

    def route(self, request: Request) -> tuple[int, Any]:
        """Answer a request whose token was good."""
        if request.method == "GET" and request.path == POLL:
            if request.query:
                self.violations.append(f"poll with parameters: {request.query}")
            events = list(self.held.values())
            return (200, events) if events else (404, refusal(404, "/events:polling"))
        if request.method == "POST" and request.path == ACKNOWLEDGMENT:
            return self.acknowledge(request.body)
        if request.method == "GET" and (match := ORDER_PATH.fullmatch(request.path)):
            return self.order(unquote(match[1]))
        if request.method == "POST" and (match := STATUS_PATH.fullmatch(request.path)) and match[2] in LEGAL:
            return self.status(unquote(match[1]), match[2], request.body)
        if (answered := self.shelf.answer(request, self.violations)) is not None:
            status, words = answered
            return status, None if status == 200 else refusal(status, request.path, words)
        self.violations.append(f"no such route: {request.method} {request.path}")
        return 404, {"message": "no Route matched with those values"}

    def answer(self, request: Request, headers: dict[str, str]) -> tuple[int, Any]:
        """Check what holds for every request, then answer it."""
        if request.path == "/oauth/token" and request.method == "POST":
            return self.token(request.query, request.body)
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or token not in self.tokens:
            return 401, refusal(401, request.path)
        if request.method != "GET" and "content-length" not in headers:
            self.violations.append(f"{request.path}: no Content-Length")
        if request.body and headers.get("content-type", "").partition(";")[0] != "application/json":
            self.violations.append(f"{request.path}: Content-Type {headers.get('content-type')!r}")
        return self.route(request)

    def fault_for(self, request: Request) -> str:
        """Use up the fault that waits for a request, if one does."""
        status = STATUS_PATH.fullmatch(request.path)
        name = status[2] if status else "order" if ORDER_PATH.fullmatch(request.path) else ""
        name = {POLL: "poll", ACKNOWLEDGMENT: "ack"}.get(request.path, name) or kind_of(request)[0]
        return self.faults[name].popleft() if self.faults[name] else ""

    def hold_on(self) -> None:
        """Wait for the end of the platform: a request is never answered."""
        self._ended.wait()


def refusal(status: int, path: str, words: str = "Error") -> Json:
    """The body of an answer that refuses."""
    now = instant(datetime.now(UTC))
    return {"timestamp": now, "status": status, "error": "Error", "exception": "Exception"} | {
        "message": words,
        "path": path,
    }


def handler_of(platform: IfoodPlatform) -> type[BaseHTTPRequestHandler]:
    """The class that serves this platform. HTTP/1.0: each connection and its thread end with their answer."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

        def handle_any(self) -> None:
            target = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {key.lower(): value for key, value in self.headers.items()}
            request = Request(time.monotonic(), self.command, target.path, target.query, body)
            with platform.changed:
                platform.requests.append(request)
                fault = platform.fault_for(request)
                status, value = 0, None
                if fault[:3].isdigit():
                    status = int(fault[:3])
                    value = refusal(status, target.path, fault[4:] or "Error")
                elif fault not in ("drop_before", "hold"):
                    status, value = platform.answer(request, headers)
                request.answer = 0 if fault in ("drop_before", "drop_after", "hold") else status
                platform.changed.notify_all()
            if fault == "hold":
                platform.hold_on()
            if request.answer:
                self.reply(status, b"" if value is None else write(value))

        def reply(self, status: int, answer: bytes) -> None:
            """Send an answer; the clock of the platform stands on it."""
            try:
                self.send_response_only(status)
                self.send_header("Date", formatdate(usegmt=True))
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(answer)))
                if status in (429, 503):
                    self.send_header("Retry-After", "1")
                self.end_headers()
                self.wfile.write(answer)
            except OSError:
                return  # the program was killed

        do_GET = do_PUT = do_POST = do_DELETE = do_PATCH = handle_any

    return Handler


def body_of(request: Request) -> Json:
    """The JSON object of a request."""
    found: Json = json.loads(request.body)
    return found

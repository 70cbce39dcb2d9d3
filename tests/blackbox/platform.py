"""A simulated Delivery Hero platform on loopback, written from the platform's own page alone.

Standard library only. It answers tokens, orders, lists and the catalogue, checks every PUT by `rules`, pushes
webhooks and keeps every request. What breaks a rule is answered 4xx and kept in `violations`. Numbers are Decimal.
"""

import copy
import http.client
import json
import queue
import re
import secrets
import threading
import time
import uuid
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from tests.blackbox import goods, rules

Json = dict[str, Any]

REQUESTS_PER_MINUTE = 60
DAYS = timedelta(days=60)
WEBHOOK_TIMEOUT_SECONDS = 10.0
WEBHOOK_RETRIES = 5
CALENDAR = "%Y-%m-%dT%H:%M:%S"


@dataclass
class Request:
    """One request as it came in, and what it was answered (0: the connection was cut)."""

    at: float
    method: str
    path: str
    query: str
    body: bytes
    answer: int = -1

    @property
    def json(self) -> Any:
        """The body, numbers as Decimal."""
        return read(self.body)


@dataclass
class Delivery:
    """One event for the webhook; `answers` has a status for each attempt, 0 where none came."""

    order_id: str
    status: str
    answers: list[int] = field(default_factory=list)
    done: bool = False


def read(body: bytes) -> Any:
    """Parse JSON with Decimals; NaN and Infinity are errors, and so is a number with an exponent."""

    def plain(text: str) -> Decimal:
        if "e" in text.lower():
            raise ValueError(f"number with an exponent: {text}")
        return Decimal(text)

    def never(text: str) -> None:
        raise ValueError(f"no JSON: {text}")

    return json.loads(body, parse_float=plain, parse_constant=never)


def write(value: object) -> bytes:
    """Write JSON; a Decimal becomes the number it is."""

    def number(value: object) -> float:
        assert isinstance(value, Decimal)
        return float(value)

    return json.dumps(value, default=number).encode()


class Platform:
    """The platform of one chain with one vendor; a context manager that serves until its end.

    `long_paths`: orders under /v2/chains/…/orders/… instead of /v2/orders/…; `list_form`: which of the two paths of
    the list exists, `orders` or `bare`; `keep_cart`: what UPDATE_CART leaves behind, see `_keep`.
    """

    def __init__(
        self,
        *,
        long_paths: bool = False,
        list_form: str = "orders",
        keep_cart: str = "no",
        echo_cancel: bool = False,
        retry_seconds: float = 0.5,
    ) -> None:
        self.client_id = "shop-client"
        self.client_secret = "cs-" + secrets.token_hex(8)
        self.webhook_secret = "ws-" + secrets.token_hex(8)
        self.account = "foodora-centro"
        self.long_paths, self.list_form = long_paths, list_form
        self.keep_cart, self.echo_cancel = keep_cart, echo_cancel
        self.retry_seconds = retry_seconds
        self.echo = True
        self.webhook = ""
        self.changed = threading.Condition()
        self.requests: list[Request] = []
        self.deliveries: list[Delivery] = []
        self.violations: list[str] = []
        self.orders: dict[str, Json] = {}
        self.received: dict[str, Json] = {}
        self.carts: dict[str, list[Json]] = {}
        self.known: dict[str, dict[str, Json]] = {}
        self.fulfilled_by: dict[str, Any] = {}
        self.faults: dict[str, deque[str]] = {"put": deque(), "get": deque(), "token": deque()}
        self.products = {product["sku"]: product for product in goods.catalogue()}
        self.tokens: set[str] = set()
        self._events: queue.Queue[tuple[Delivery, bytes] | None] = queue.Queue()
        self._stopping = threading.Event()
        self._pusher = threading.Thread(target=self._push_all, name="platform webhooks")
        self._server, self._serving = self._served(0)
        self.port = self._server.server_port
        self.url = f"http://127.0.0.1:{self.port}"

    def _served(self, port: int) -> tuple[ThreadingHTTPServer, threading.Thread]:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler_of(self))
        return server, threading.Thread(target=server.serve_forever, args=(0.05,), name="platform")

    def __enter__(self) -> Self:
        self._serving.start()
        self._pusher.start()
        return self

    def go_away(self) -> None:
        """Refuse every connection, as a dead line does, until `come_back`; webhooks are still pushed."""
        self._server.shutdown()
        self._server.server_close()
        self._serving.join()

    def come_back(self) -> None:
        """Serve again at the same address."""
        self._server, self._serving = self._served(self.port)
        self._serving.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopping.set()
        self._events.put(None)
        self._pusher.join()
        self.go_away()

    # --- what a test asks ---

    def puts(self, order_id: str | None = None, status: str | None = None) -> list[Request]:
        """The PUTs of orders so far, of one order or with one status if told; unreadable ones count for no status."""
        found = []
        for request in list(self.requests):
            if request.method != "PUT" or (order_id and not request.path.endswith(order_id)):
                continue
            if status is None or (request.answer != 422 and request.json.get("status") == status):
                found.append(request)
        return found

    def seen(self, method: str, ending: str) -> list[Request]:
        """The requests whose path ends so."""
        return [r for r in list(self.requests) if r.method == method and r.path.endswith(ending)]

    def wait_for(self, what: Callable[[], object], seconds: float = 30.0) -> bool:
        """Wait until `what` is true, looking again at every request and delivery; tell whether it came."""
        with self.changed:
            return bool(self.changed.wait_for(what, seconds))

    # --- what a test does ---

    def receive(self, order: Json, *, silently: bool = False) -> Delivery | None:
        """Take an order of a customer and push RECEIVED, unless its event is to be lost."""
        name = order["order_id"]
        self.received[name] = copy.deepcopy(order)
        self.orders[name] = order
        self.known[name] = {line["_id"]: line for line in self.received[name]["items"]}
        self.carts[name] = copy.deepcopy(order["items"])
        return None if silently else self.push(name)

    def advance(self, name: str, status: str, **more: object) -> Delivery:
        """Change an order's status on the platform's side and push it."""
        self.orders[name].update(status=status, **more)
        self._touch(name)
        return self.push(name)

    def push(self, name: str) -> Delivery:
        """Push the order as it stands now."""
        order = self.orders[name]
        delivery = Delivery(name, order["status"])
        self.deliveries.append(delivery)
        self._events.put((delivery, write(self.shown(name))))
        return delivery

    def shown(self, name: str) -> Json:
        """The order as GET and the webhook show it."""
        return {**self.orders[name], "items": [line for line in self.carts[name] if line["status"] != "REPLACED"]}

    def knock(
        self, method: str, path: str, body: bytes | None, authorization: str | None
    ) -> tuple[int, dict[str, str], bytes]:
        """Send one request to the program's listener: status, headers in lower case, body."""
        headers = {"Content-Type": "application/json"}
        if authorization is not None:
            headers["Authorization"] = authorization
        target = urlsplit(self.webhook)
        line = http.client.HTTPConnection(target.hostname or "", target.port, timeout=WEBHOOK_TIMEOUT_SECONDS)
        try:
            line.request(method, path, body, headers)
            answer = line.getresponse()
            return answer.status, {key.lower(): value for key, value in answer.getheaders()}, answer.read()
        finally:
            line.close()

    def _push_all(self) -> None:
        while (event := self._events.get()) is not None:
            delivery, body = event
            for _ in range(1 + WEBHOOK_RETRIES):
                try:
                    status = self.knock("POST", f"/webhooks/{self.account}", body, self.webhook_secret)[0]
                except OSError:
                    status = 0
                with self.changed:
                    delivery.answers.append(status)
                    delivery.done = status == 200
                    self.changed.notify_all()
                if status == 200 or self._stopping.wait(self.retry_seconds):
                    break

    def _touch(self, name: str) -> None:
        """Give the order a new `updated_at`, later than the one before."""
        before = datetime.fromisoformat(self.orders[name]["sys"]["updated_at"])
        now = max(datetime.now(UTC), before + timedelta(milliseconds=1))
        self.orders[name]["sys"] = {**self.orders[name]["sys"], "updated_at": goods.instant(now)}

    # --- what the program asks ---

    def too_many(self) -> bool:
        """Tell whether the last 60 s hold more requests than the edge lets through."""
        since = time.monotonic() - 60
        return sum(request.at > since for request in self.requests) > REQUESTS_PER_MINUTE

    def token(self, form: dict[str, list[str]]) -> tuple[int, Json]:
        """Answer the token endpoint for the fields of a form."""
        wanted = {
            "grant_type": ["client_credentials"],
            "client_id": [self.client_id],
            "client_secret": [self.client_secret],
        }
        if form != wanted:
            self.violations.append(f"token: the form has {sorted(form)} or wrong values")
            return 401, {"message": "Invalid client credentials"}
        token = "tk-" + secrets.token_hex(16)
        self.tokens.add(token)
        return 200, {"access_token": token, "token_type": "Bearer", "expires_in": 7200}

    def put(self, name: str, body: bytes) -> tuple[int, object]:
        """Answer a PUT of an order."""
        if name not in self.orders:
            return 404, {"code": "NOT_FOUND", "message": "order not found"}
        try:
            wanted = read(body)
        except (ValueError, RecursionError) as error:
            self.violations.append(f"PUT {name}: {error}")
            return 422, {"code": "BAD_REQUEST", "message": "no JSON"}
        order = self.orders[name]
        if order["status"] not in ("RECEIVED", "ACCEPTED"):
            if self.fulfilled_by.get(name) == wanted:
                return 200, wanted
            self.violations.append(f"PUT {name}: {wanted.get('status')} on an order that is {order['status']}")
            return 409, {"code": "CONFLICT", "message": f"order is {order['status']}"}
        broken = rules.faults(self.received[name], self.known[name], self.products, name, wanted)
        if broken:
            self.violations += [f"PUT {name}: {fault}" for fault in broken]
            missing = [fault for fault in broken if "item not found" in fault]
            message = missing[0] if missing else "invalid cart update: " + "; ".join(broken)
            return 400, {"code": "BAD_REQUEST", "message": message}
        self._carry_out(name, wanted)
        return 200, wanted

    def _carry_out(self, name: str, wanted: Json) -> None:
        """Apply a good body: keep its cart, and for a final status close the order and push the echo."""
        status = wanted["status"]
        if status == "UPDATE_CART":
            if self.keep_cart != "no":
                self._keep(name, wanted["items"])
            return
        self._keep(name, wanted["items"])
        self.orders[name]["status"] = status
        self.fulfilled_by[name] = wanted
        if status == "CANCELLED":
            self.orders[name]["cancellation"] = {**wanted["cancellation"], "cancelled_by": "VENDOR"}
        self._touch(name)
        if self.echo if status != "CANCELLED" else self.echo_cancel:
            self.push(name)

    def _keep(self, name: str, items: list[Json]) -> None:
        """Write a list into the order's cart; what was received stays as it was, to compare the next PUT with.

        New lines without `_id`: `append` makes an entry of each, `match` finds the entry of before again by its
        content; both give it an `_id`.
        """
        cart = {line["_id"]: line for line in self.carts[name]}
        for item in items:
            entry = cart.get(item.get("_id", "")) or self._found_again(name, item)
            if entry is None:
                entry = {"_id": str(uuid.uuid4()), "sku": item["sku"], "name": goods.NAMES[item["sku"]], "pricing": {}}
                entry["pricing"]["unit_price"] = self.products[item["sku"]]["price"]
                self.carts[name].append(entry)
                self.known[name][entry["_id"]] = entry
            entry["status"] = item["status"]
            entry["replaced_id"] = item.get("replaced_id")
            pricing = entry["pricing"] | item["pricing"]
            if "total_price" not in item["pricing"]:
                amount = pricing["weight"] if pricing["pricing_type"] == "KG" else pricing["quantity"]
                pricing["total_price"] = (pricing["unit_price"] * amount).quantize(Decimal("0.01"))
            entry["pricing"] = pricing

    def _found_again(self, name: str, item: Json) -> Json | None:
        if self.keep_cart == "append" or "_id" in item:
            return None
        ordered = {line["_id"] for line in self.received[name]["items"]}
        for entry in self.carts[name]:
            alike = entry["sku"] == item["sku"] and entry.get("replaced_id") == item.get("replaced_id")
            if alike and entry["_id"] not in ordered:
                return entry
        return None

    def get(self, name: str) -> tuple[int, object]:
        """Answer the reading of one order."""
        try:
            uuid.UUID(name)
        except ValueError:
            return 400, {"message": "order_id must be a UUID"}
        return (200, self.shown(name)) if name in self.orders else (404, {"message": "order not found"})

    def listed(self, query: str) -> tuple[int, object]:
        """Answer the list of orders by time of creation."""
        asked = {key: values[0] for key, values in parse_qs(query, keep_blank_values=True).items()}
        if unknown := asked.keys() - {"start_time", "end_time", "page_size", "page"}:
            self.violations.append(f"list: unknown parameters {sorted(unknown)}")
        try:
            start, end = (
                datetime.strptime(asked[key], CALENDAR).replace(tzinfo=UTC) for key in ("start_time", "end_time")
            )
            size, page = int(asked.get("page_size", "20")), int(asked.get("page", "1"))
        except (KeyError, ValueError) as error:
            self.violations.append(f"list: {query}: {error!r}")
            return 400, {"message": "bad request"}
        if not (start < end <= start + DAYS) or start < datetime.now(UTC) - DAYS or not (0 < size <= 500 and page > 0):
            self.violations.append(f"list: out of range: {query}")
            return 400, {"message": "bad request"}
        times = {name: datetime.fromisoformat(order["sys"]["created_at"]) for name, order in self.orders.items()}
        names = [name for name, created in times.items() if start <= created <= end]
        shown = [self.shown(name) for name in names[size * (page - 1) : size * page]]
        pages = max(1, -(-len(names) // size))
        return 200, {"orders": shown, "page_number": page, "page_size": size, "total_pages": pages}

    def catalogue(self, query: str) -> tuple[int, object]:
        """Answer a page of the catalogue; any parameter but `page` and `page_size` is ignored."""
        asked = {key: values[0] for key, values in parse_qs(query).items()}
        page, size = int(asked.get("page", "1")), int(asked.get("page_size", "100"))
        products = list(self.products.values())
        pages = max(1, -(-len(products) // size))
        shown = products[size * (page - 1) : size * page]
        return 200, {"page_number": page, "page_size": size, "total_pages": pages, "products": shown}

    def route(self, method: str, path: str, query: str, body: bytes) -> tuple[int, object]:
        """Answer a request whose token was good."""
        vendor = f"/v2/chains/{goods.CHAIN}/vendors/{goods.VENDOR}"
        orders = f"/v2/chains/{goods.CHAIN}/orders/" if self.long_paths else "/v2/orders/"
        lists = {"orders": f"{vendor}/orders", "bare": vendor}
        if method == "PUT" and path.startswith(orders):
            return self.put(path.removeprefix(orders), body)
        if method == "GET" and path.startswith(orders):
            return self.get(path.removeprefix(orders))
        if method == "GET" and path == lists[self.list_form]:
            return self.listed(query)
        if method == "GET" and path == f"{vendor}/catalog":
            return self.catalogue(query)
        if method == "GET" and path == f"{vendor}/status":
            return 200, {"vendor_id": goods.VENDOR, "status": "OPEN"}
        if method == "GET" and path in lists.values():
            return 404, {"message": "not found"}
        self.violations.append(f"no such route: {method} {path}")
        return 404, {"message": "not found"}

    def answer(self, request: Request, headers: dict[str, str]) -> tuple[int, object]:
        """Check what holds for every request, then answer it."""
        if self.too_many():
            self.violations.append("more than 60 requests in 60 s")
            return 429, {"message": "slow down"}
        if not re.fullmatch(r"picker-app/\S+", headers.get("user-agent", "")):
            self.violations.append(f"User-Agent {headers.get('user-agent')!r}")
        if headers.get("accept") != "application/json":
            self.violations.append(f"{request.method} {request.path}: Accept {headers.get('accept')!r}")
        if request.path == "/v2/oauth/token":
            if headers.get("content-type", "").partition(";")[0] != "application/x-www-form-urlencoded":
                self.violations.append("token: no form")
                return 400, {"message": "client_id is required"}
            if self.faults["token"]:
                return int(self.faults["token"].popleft()), {"message": "fault"}
            return self.token(parse_qs(request.body.decode()))
        if headers.get("authorization", "").removeprefix("Bearer ") not in self.tokens:
            return 401, {"message": "unauthorised"}
        if request.method == "PUT" and headers.get("content-type", "").partition(";")[0] != "application/json":
            self.violations.append(f"PUT: Content-Type {headers.get('content-type')!r}")
        return self.route(request.method, request.path, request.query, request.body)


def handler_of(platform: Platform) -> type[BaseHTTPRequestHandler]:
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
                waiting = platform.faults.get("put" if self.command == "PUT" else "get", deque())
                fault = waiting.popleft() if waiting and "/orders/" in target.path else ""
                if fault == "drop_before":
                    status, answer = 0, b""
                elif fault.isdigit():
                    status, answer = int(fault), b'{"message": "fault"}'
                else:
                    status, value = platform.answer(request, headers)
                    answer = write(value)
                request.answer = 0 if fault.startswith("drop") else status
                platform.changed.notify_all()
            if request.answer:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(answer)))
                if status in (429, 503):
                    self.send_header("Retry-After", "1")
                self.end_headers()
                self.wfile.write(answer)

        do_GET = do_PUT = do_POST = do_DELETE = do_PATCH = handle_any

    return Handler

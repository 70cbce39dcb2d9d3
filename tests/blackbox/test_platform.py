"""Checks the simulated platform itself: it lets good requests through and refuses every violation by name."""

import copy
import http.client
import json
import threading
import urllib.parse
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tests.blackbox import goods
from tests.blackbox.platform import CALENDAR, Platform, read, write

Json = dict[str, Any]
Change = Callable[[Json], object]


class Caller:
    """A client that is no program of ours."""

    def __init__(self, platform: Platform) -> None:
        self.platform = platform
        self.headers = {"User-Agent": "picker-app/0", "Accept": "application/json", "Content-Type": "application/json"}

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, Any]:
        line = http.client.HTTPConnection("127.0.0.1", int(self.platform.url.rpartition(":")[2]), timeout=5)
        try:
            line.request(method, path, body, self.headers | {k.replace("_", "-"): v for k, v in headers.items()})
            answer = line.getresponse()
            return answer.status, read(answer.read() or b"null")
        finally:
            line.close()

    def sign_in(self, **form: str) -> int:
        fields = {
            "grant_type": "client_credentials",
            "client_id": self.platform.client_id,
            "client_secret": self.platform.client_secret,
        }
        body = urllib.parse.urlencode(fields | form).encode()
        kind = "application/x-www-form-urlencoded"
        status, answer = self.ask("POST", "/v2/oauth/token", body, Content_Type=kind)
        if status == 200:
            self.headers["Authorization"] = f"Bearer {answer['access_token']}"
        return status

    def put(self, body: Json) -> tuple[int, Any]:
        return self.ask("PUT", f"/v2/orders/{body.get('order_id')}", write(body))


@pytest.fixture
def platform() -> Iterator[Platform]:
    with Platform() as served:
        yield served


@pytest.fixture
def caller(platform: Platform) -> Caller:
    made = Caller(platform)
    assert made.sign_in() == 200
    return made


@pytest.fixture
def order(platform: Platform) -> Json:
    made = goods.order(
        "k7tm-3081-pexa",
        goods.pieces("MLK-1L", 2, least=1),
        goods.pieces("BRD-WW", 1),
        goods.kilograms("TOM-KG", "1.2", least="0.5", most="2.5"),
    )
    platform.receive(made, silently=True)
    return made


def picked(order: Json, status: str = "READY_FOR_PICKUP") -> Json:
    """A body that has all of an order in the cart."""
    items = []
    for line in order["items"]:
        wanted = ("pricing_type", "quantity", "weight") if "weight" in line["pricing"] else ("pricing_type", "quantity")
        pricing = {key: line["pricing"][key] for key in wanted}
        if "weight" not in pricing:
            pricing["unit_price"] = line["pricing"]["unit_price"]
        items.append({"_id": line["_id"], "sku": line["sku"], "status": "IN_CART", "pricing": pricing})
    return copy.deepcopy({"order_id": order["order_id"], "status": status, "items": items})


def new(sku: str, status: str, amount: float, **more: object) -> Json:
    """A line nobody ordered."""
    if sku in goods.BY_WEIGHT:
        pricing: Json = {"pricing_type": "KG", "quantity": 1, "weight": amount}
    else:
        pricing = {"pricing_type": "UNIT", "quantity": amount}
    return {"sku": sku, "status": status, "pricing": pricing, **more}


def line(body: Json, place: int, **more: object) -> Json:
    """Change fields of a line, and of its pricing."""
    for key, value in more.items():
        part = body["items"][place]
        (part if key in ("_id", "sku", "status", "replaced_id") else part["pricing"])[key] = value
    return body


def swap(body: Json, place: int, sku: str, amount: float) -> Json:
    """Replace a line by a product."""
    line(body, place, status="REPLACED")
    body["items"].append(new(sku, "IN_CART", amount, replaced_id=body["items"][place]["_id"]))
    return body


def cancelled(body: Json, **cancellation: object) -> Json:
    """Cancel for a reason."""
    body.update(status="CANCELLED", cancellation=cancellation)
    for item in body["items"]:
        item["status"] = "NOT_FOUND"
    return body


ALLOWED: dict[str, Change] = {
    "all picked": lambda b: None,
    "bread not found": lambda b: line(b, 1, status="NOT_FOUND"),
    "one milk of two": lambda b: line(b, 0, quantity=1),
    "another total price": lambda b: (
        b["items"][1]["pricing"].update(total_price=2.2) or b["items"][1]["pricing"].pop("unit_price")
    ),
    "the least weight": lambda b: line(b, 2, weight=0.5),
    "the largest weight": lambda b: line(b, 2, weight=2.5),
    "cancelled": lambda b: cancelled(b, reason="TOO_BUSY"),
    "milk replaced": lambda b: swap(b, 0, "OAT-1L", 2),
    "tomatoes replaced by tomatoes": lambda b: swap(b, 2, "TOM-VINE-KG", 1.18),
    "tomatoes replaced by soap": lambda b: swap(b, 2, "SOAP-1", 1),
    "a bag": lambda b: b["items"].append(new("BAG-01", "ADDITION", 1)),
    "more of what was ordered": lambda b: b["items"].append(new("MLK-1L", "ADDITION", 1)),
    "a check": lambda b: b.update(status="UPDATE_CART"),
}


@pytest.mark.parametrize("change", ALLOWED.values(), ids=ALLOWED)
def test_what_the_page_allows_is_answered_with_the_body(
    platform: Platform, caller: Caller, order: Json, change: Change
) -> None:
    body = picked(order)
    change(body)
    assert caller.put(body) == (200, read(write(body)))
    assert platform.violations == []


REFUSED: dict[str, tuple[Change, str]] = {
    "a line left out": (lambda b: b["items"].pop(1), "left out"),
    "no lines": (lambda b: b.update(items=[]), "no list of lines"),
    "a line twice": (lambda b: b["items"].append(b["items"][0]), "twice"),
    "an _id of elsewhere": (lambda b: line(b, 0, _id="0b7d4a10-52c3-4f6e-8d21-9a6c3e5b7f01"), "not in the order"),
    "a sku of elsewhere": (lambda b: line(b, 0, sku="OAT-1L"), "sku is not"),
    "no _id": (lambda b: b["items"][0].pop("_id"), "without its _id"),
    "neither _id nor sku": (lambda b: b["items"].append({"status": "IN_CART", "pricing": {}}), "neither"),
    "NOT_PROCESSED": (lambda b: line(b, 0, status="NOT_PROCESSED"), "cannot be sent"),
    "no line status": (lambda b: b["items"][0].pop("status"), "cannot be sent"),
    "another order status": (lambda b: b.update(status="ACCEPTED"), "cannot be sent"),
    "DISPATCHED on platform delivery": (lambda b: b.update(status="DISPATCHED"), "does not belong"),
    "too many": (lambda b: line(b, 0, quantity=3), "outside"),
    "too few": (lambda b: line(b, 1, quantity=0), "quantity 0"),
    "under the minimum": (lambda b: line(b, 0, quantity=0), "outside"),
    "half a piece": (lambda b: line(b, 0, quantity=1.5), "not whole"),
    "a gram too heavy": (lambda b: line(b, 2, weight=2.501), "outside"),
    "a gram too light": (lambda b: line(b, 2, weight=0.499), "outside"),
    "finer than a gram": (lambda b: line(b, 2, weight=1.1355), "finer"),
    "no weight": (lambda b: b["items"][2]["pricing"].pop("weight"), "no weight"),
    "weight as text": (lambda b: line(b, 2, weight="1.2"), "no number"),
    "another quantity by weight": (lambda b: line(b, 2, quantity=2), "was changed"),
    "price by weight": (lambda b: line(b, 2, unit_price=3.2), "a price on"),
    "both prices": (lambda b: line(b, 0, total_price=2.58), "both"),
    "no price": (lambda b: b["items"][0]["pricing"].pop("unit_price"), "no price"),
    "price below nothing": (lambda b: line(b, 0, unit_price=-1), "below 0"),
    "bounds sent back": (lambda b: line(b, 0, min_quantity=0), "min_quantity"),
    "another pricing_type": (lambda b: line(b, 0, pricing_type="KG"), "another pricing_type"),
    "no pricing": (lambda b: b["items"][0].pop("pricing"), "no pricing"),
    "a null": (lambda b: line(b, 0, replaced_id=None), "null at"),
    "the word null": (lambda b: line(b, 0, replaced_id="null"), "replaced_id 'null'"),
    "not found with another amount": (lambda b: line(b, 0, status="NOT_FOUND", quantity=1), "not the ordered"),
    "nothing found": (lambda b: [line(b, n, status="NOT_FOUND") for n in range(3)], "nothing is left"),
    "REPLACED alone": (lambda b: line(b, 0, status="REPLACED"), "has 0 new lines"),
    "replaces a line that stays": (
        lambda b: b["items"].append(new("OAT-1L", "IN_CART", 1, replaced_id=b["items"][0]["_id"])),
        "has no REPLACED line",
    ),
    "two for one": (
        lambda b: [swap(b, 0, "OAT-1L", 1), swap(b, 0, "SOAP-1", 1)],
        "has 2 new lines",
    ),
    "a replacement of no product": (lambda b: swap(b, 0, "NO-SUCH", 1), "item not found: NO-SUCH"),
    "an addition of no product": (lambda b: b["items"].append(new("NO-SUCH", "ADDITION", 1)), "item not found"),
    "an addition of nothing": (
        lambda b: b["items"].append({"sku": "BAG-01", "status": "ADDITION", "pricing": {"pricing_type": "UNIT"}}),
        "without a quantity",
    ),
    "an addition by weight without one": (
        lambda b: b["items"].append(
            {"sku": "TOM-VINE-KG", "status": "ADDITION", "pricing": {"pricing_type": "KG", "quantity": 1}}
        ),
        "without a weight",
    ),
    "an ordered line as addition": (lambda b: line(b, 0, status="ADDITION"), "no ADDITION"),
    "a new line in the cart": (lambda b: b["items"].append(new("BAG-01", "IN_CART", 1)), "replaces nothing"),
    "cancelled without reason": (lambda b: cancelled(b), "without one of the reasons"),
    "cancelled for a whim": (lambda b: cancelled(b, reason="WHIM"), "without one of the reasons"),
    "cancelled and more": (lambda b: cancelled(b, reason="CLOSED", cancelled_by="VENDOR"), "more than its reason"),
    "cancelled with a line in the cart": (
        lambda b: [cancelled(b, reason="CLOSED"), line(b, 0, status="IN_CART")],
        "is not NOT_FOUND",
    ),
    "a reason without cancelling": (lambda b: b.update(cancellation={"reason": "CLOSED"}), "does not cancel"),
    "an unknown field": (lambda b: b.update(note="x"), "unknown field"),
}


@pytest.mark.parametrize(("change", "words"), REFUSED.values(), ids=REFUSED)
def test_what_breaks_a_rule_is_refused_by_name(
    platform: Platform, caller: Caller, order: Json, change: Change, words: str
) -> None:
    body = picked(order)
    change(body)
    status, answer = caller.put(body)
    assert status == 400
    assert words in answer["message"] or words in " ".join(platform.violations)
    assert platform.violations
    assert platform.orders[order["order_id"]]["status"] == "RECEIVED"


def test_an_order_id_of_another_path_is_refused(platform: Platform, caller: Caller, order: Json) -> None:
    body = picked(order) | {"order_id": "0b7d4a10-52c3-4f6e-8d21-9a6c3e5b7f01"}
    assert caller.ask("PUT", f"/v2/orders/{order['order_id']}", write(body))[0] == 400
    assert "order_id" in platform.violations[0]


def test_a_number_with_an_exponent_is_refused(platform: Platform, caller: Caller, order: Json) -> None:
    text = json.dumps(picked(order), default=float).replace('"weight": 1.2', '"weight": 1.2E+0')
    assert caller.ask("PUT", f"/v2/orders/{order['order_id']}", text.encode())[0] == 422
    assert "exponent" in platform.violations[0]


def test_vendor_delivery_takes_only_dispatched(platform: Platform, caller: Caller) -> None:
    order = goods.order("vend-0001", goods.pieces("MLK-1L", 1), transport="VENDOR_DELIVERY")
    platform.receive(order, silently=True)
    assert caller.put(picked(order))[0] == 400
    assert caller.put(picked(order, "DISPATCHED"))[0] == 200


def test_a_finished_order_takes_only_the_same_body_again(platform: Platform, caller: Caller, order: Json) -> None:
    body = picked(order)
    assert [caller.put(body)[0], caller.put(body)[0]] == [200, 200]
    assert platform.violations == []
    line(body, 0, quantity=1)
    assert caller.put(body)[0] == 409
    assert caller.put(picked(order, "UPDATE_CART"))[0] == 409
    assert len(platform.violations) == 2


@pytest.mark.parametrize(("keep", "bags"), [("no", 1), ("match", 1), ("append", 3)])
def test_what_a_check_leaves_behind_is_as_set(keep: str, bags: int) -> None:
    with Platform(keep_cart=keep) as platform:
        caller = Caller(platform)
        caller.sign_in()
        order = goods.order("keep-0001", goods.pieces("MLK-1L", 1))
        platform.receive(order, silently=True)
        for status in ("UPDATE_CART", "UPDATE_CART", "READY_FOR_PICKUP"):
            body = picked(order, status)
            body["items"].append(new("BAG-01", "ADDITION", 1))
            assert caller.put(body)[0] == 200
        shown = caller.ask("GET", f"/v2/orders/{order['order_id']}")[1]
    assert [item["sku"] for item in shown["items"]].count("BAG-01") == bags


def test_a_kept_line_is_known_by_its_id(platform: Platform, caller: Caller, order: Json) -> None:
    platform.keep_cart = "append"
    body = picked(order, "UPDATE_CART")
    body["items"].append(new("BAG-01", "ADDITION", 1))
    assert caller.put(body)[0] == 200
    shown = caller.ask("GET", f"/v2/orders/{order['order_id']}")[1]
    body["items"][-1]["_id"] = next(item["_id"] for item in shown["items"] if item["sku"] == "BAG-01")
    assert caller.put(body | {"status": "READY_FOR_PICKUP"})[0] == 200
    assert [item["sku"] for item in platform.shown(order["order_id"])["items"]].count("BAG-01") == 1


def test_a_check_changes_no_status_and_pushes_nothing(platform: Platform, caller: Caller, order: Json) -> None:
    before = platform.orders[order["order_id"]]["sys"]["updated_at"]
    caller.put(picked(order, "UPDATE_CART"))
    assert platform.deliveries == []
    assert platform.orders[order["order_id"]]["status"] == "RECEIVED"
    assert platform.orders[order["order_id"]]["sys"]["updated_at"] == before


def test_tokens_are_given_for_a_form_with_the_right_values_and_asked_for(platform: Platform, order: Json) -> None:
    caller = Caller(platform)
    path = f"/v2/orders/{order['order_id']}"
    assert caller.ask("GET", path)[0] == 401
    assert caller.sign_in(client_secret="wrong") == 401
    assert caller.ask("POST", "/v2/oauth/token", b'{"client_id": "shop-client"}')[0] == 400
    assert len(platform.violations) == 2
    assert caller.sign_in() == 200
    assert caller.ask("GET", path)[0] == 200
    platform.tokens.clear()
    assert caller.ask("GET", path)[0] == 401


def test_requests_over_sixty_a_minute_are_refused(platform: Platform, caller: Caller, order: Json) -> None:
    path = f"/v2/orders/{order['order_id']}"
    answers = [caller.ask("GET", path)[0] for _ in range(60)]
    assert answers == [200] * 59 + [429]
    assert platform.violations == ["more than 60 requests in 60 s"]


def test_a_client_without_name_or_an_unknown_route_is_kept(platform: Platform, caller: Caller) -> None:
    assert caller.ask("GET", "/v2/nothing")[0] == 404
    caller.ask("GET", "/v2/orders/x", User_Agent="other")
    assert [text.partition(" ")[0] for text in platform.violations] == ["no", "User-Agent"]


def span(**more: object) -> str:
    now = datetime.now(UTC)
    times = {
        "start_time": (now - timedelta(hours=1)).strftime(CALENDAR),
        "end_time": (now + timedelta(minutes=1)).strftime(CALENDAR),
    }
    return urllib.parse.urlencode(times | more)


@pytest.mark.parametrize("form", ["orders", "bare"])
def test_the_list_has_one_of_two_paths_and_pages(form: str) -> None:
    with Platform(list_form=form) as platform:
        caller = Caller(platform)
        caller.sign_in()
        for n in range(3):
            platform.receive(goods.order(f"list-{n:04}", goods.pieces("MLK-1L", 1)), silently=True)
        vendor = f"/v2/chains/{goods.CHAIN}/vendors/{goods.VENDOR}"
        paths = {"orders": f"{vendor}/orders", "bare": vendor}
        path = paths.pop(form)
        assert caller.ask("GET", f"{paths.popitem()[1]}?{span()}")[0] == 404
        pages = [caller.ask("GET", f"{path}?{span(page_size=2, page=page)}")[1] for page in (1, 2)]
        assert [len(page["orders"]) for page in pages] == [2, 1]
        assert {page["total_pages"] for page in pages} == {2}
        assert platform.violations == []
        for wrong in (span(page_size=""), span(start_time="2020-01-01T00:00:00"), span(end_time="now"), span(x=1)):
            caller.ask("GET", f"{path}?{wrong}")
        assert len(platform.violations) == 4


def test_orders_are_found_by_either_path_and_only_by_uuid(caller: Caller, order: Json) -> None:
    assert caller.ask("GET", "/v2/orders/17")[0] == 400
    assert caller.ask("GET", "/v2/orders/0b7d4a10-52c3-4f6e-8d21-9a6c3e5b7f01")[0] == 404
    assert caller.ask("GET", f"/v2/chains/{goods.CHAIN}/orders/{order['order_id']}")[0] == 404
    with Platform(long_paths=True) as platform:
        other = Caller(platform)
        other.sign_in()
        platform.receive(order, silently=True)
        assert other.ask("GET", f"/v2/chains/{goods.CHAIN}/orders/{order['order_id']}")[0] == 200


def test_the_catalogue_is_paged_by_page_alone(caller: Caller) -> None:
    path = f"/v2/chains/{goods.CHAIN}/vendors/{goods.VENDOR}/catalog"
    first, second, ignored = (
        caller.ask("GET", f"{path}?page_size=5&{more}")[1]["products"] for more in ("page=1", "page=2", "page_number=2")
    )
    assert (len(first), len(second), ignored) == (5, 3, first)
    assert all(len(product["barcodes"][0]) == 13 for product in first + second)


@pytest.fixture
def listener(platform: Platform) -> Iterator[list[tuple[str, str, Json]]]:
    """Stands for the program's listener: refuses the first attempt, takes the rest."""
    heard: list[tuple[str, str, Json]] = []

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

        def do_POST(self) -> None:
            body = read(self.rfile.read(int(self.headers["Content-Length"])))
            heard.append((self.path, self.headers["Authorization"], body))
            self.send_response(503 if len(heard) == 1 else 200)
            self.send_header("Content-Length", "0")
            self.end_headers()

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        platform.webhook = f"http://127.0.0.1:{server.server_port}"
        platform.retry_seconds = 0.01
        yield heard
        server.shutdown()
        thread.join()


def test_events_are_pushed_with_the_secret_until_they_are_taken(
    platform: Platform, caller: Caller, listener: list[tuple[str, str, Json]]
) -> None:
    order = goods.order("push-0001", goods.pieces("MLK-1L", 1), goods.pieces("BRD-WW", 1))
    platform.receive(order)
    body = picked(order)
    swap(body, 0, "OAT-1L", 1)
    assert caller.put(body)[0] == 200
    platform.advance(order["order_id"], "DISPATCHED")
    assert platform.wait_for(lambda: len(platform.deliveries) == 3 and all(d.done for d in platform.deliveries), 5)
    assert [d.answers for d in platform.deliveries] == [[503, 200], [200], [200]]
    assert {heard[:2] for heard in listener} == {("/webhooks/foodora-centro", platform.webhook_secret)}
    assert [heard[2]["status"] for heard in listener] == ["RECEIVED", "RECEIVED", "READY_FOR_PICKUP", "DISPATCHED"]
    assert len({heard[2]["sys"]["updated_at"] for heard in listener}) == 3
    assert [item["sku"] for item in listener[2][2]["items"]] == ["BRD-WW", "OAT-1L"]


def test_a_cut_answer_of_a_put_leaves_it_carried_out_or_not(platform: Platform, caller: Caller, order: Json) -> None:
    platform.faults["put"].extend(["drop_before", "drop_after"])
    for status in ("RECEIVED", "READY_FOR_PICKUP"):
        with pytest.raises(http.client.RemoteDisconnected):
            caller.put(picked(order))
        assert platform.orders[order["order_id"]]["status"] == status
    assert [request.answer for request in platform.puts(order["order_id"])] == [0, 0]

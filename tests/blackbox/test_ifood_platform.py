"""Checks the simulated iFood platform itself: it lets good requests through and refuses every violation by name."""

import http.client
import urllib.parse
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.blackbox import ifood_goods
from tests.blackbox.ifood_platform import ACKNOWLEDGMENT, POLL, IfoodPlatform
from tests.blackbox.ifood_shelf import SECOND_SCHEDULE
from tests.blackbox.platform import read, write

Json = dict[str, Any]


class Caller:
    """A client that is no program of ours."""

    def __init__(self, platform: IfoodPlatform) -> None:
        self.platform = platform
        self.headers = {"Content-Type": "application/json"}

    def ask(self, method: str, path: str, body: bytes | None = None) -> tuple[int, Any]:
        line = http.client.HTTPConnection("127.0.0.1", int(self.platform.url.rpartition(":")[2]), timeout=5)
        try:
            line.request(method, path, body, self.headers)
            answer = line.getresponse()
            return answer.status, read(answer.read() or b"null")
        finally:
            line.close()

    def sign_in(self, **changes: str) -> int:
        platform = self.platform
        query = {
            "client_id": platform.client_id,
            "client_secret": platform.client_secret,
            "username": platform.username,
            "password": platform.password,
            "grant_type": "password",
        }
        status, answer = self.ask("POST", "/oauth/token?" + urllib.parse.urlencode(query | changes))
        if status == 200:
            self.headers["Authorization"] = f"Bearer {answer['access_token']}"
        return status

    def poll(self) -> list[Json]:
        status, events = self.ask("GET", POLL)
        assert status in (200, 404)
        return list(events) if status == 200 else []

    def acknowledge(self, *ids: str) -> int:
        return self.ask("POST", ACKNOWLEDGMENT, write([{"id": one} for one in ids]))[0]

    def read(self, reference: str) -> tuple[int, Any]:
        return self.ask("GET", f"/v1.0/orders/{reference}")

    def say(self, reference: str, status: str, body: Json | None = None) -> int:
        content = b"" if body is None else write(body)
        return self.ask("POST", f"/v1.0/orders/{reference}/statuses/{status}", content)[0]


@pytest.fixture
def platform() -> Iterator[IfoodPlatform]:
    with IfoodPlatform() as served:
        yield served


@pytest.fixture
def caller(platform: IfoodPlatform) -> Caller:
    made = Caller(platform)
    assert made.sign_in() == 200
    return made


@pytest.fixture
def order(platform: IfoodPlatform) -> Json:
    made = ifood_goods.order(ifood_goods.item(ifood_goods.COFFEE, 2), ifood_goods.item(""))
    platform.place(made)
    return made


def test_a_good_day_of_an_order_breaks_no_rule(caller: Caller, order: Json) -> None:
    platform, reference = caller.platform, order["reference"]
    (event,) = caller.poll()
    assert (event["code"], event["correlationId"]) == ("PLACED", reference)
    assert caller.read(reference) == (200, order)
    assert caller.acknowledge(event["id"]) == 200
    for status, code in (
        ("integration", "INTEGRATED"),
        ("confirmation", "CONFIRMED"),
        ("dispatch", "DISPATCHED"),
        ("delivery", "DELIVERED"),
    ):
        assert caller.say(reference, status) == 202
        (event,) = caller.poll()
        assert event["code"] == code
        caller.acknowledge(event["id"])
    assert platform.statuses(reference) == ["integration", "confirmation", "dispatch", "delivery"]
    assert caller.poll() == []
    assert platform.violations == []


def test_a_sign_in_needs_all_five_values_as_they_are(caller: Caller) -> None:
    for name in ("client_id", "client_secret", "username", "password", "grant_type"):
        assert caller.sign_in(**{name: "wrong"}) == 401
    assert len(caller.platform.violations) == 5


def test_without_a_token_everything_is_401(platform: IfoodPlatform, order: Json) -> None:
    stranger = Caller(platform)
    assert stranger.ask("GET", POLL)[0] == stranger.read(order["reference"])[0] == 401


def test_only_the_last_event_is_held_until_it_is_acknowledged(caller: Caller, order: Json) -> None:
    caller.read(order["reference"])
    (first,) = caller.poll()
    second = caller.platform.say(order["reference"], "CANCELLED")
    assert caller.poll() == [second]
    assert caller.acknowledge(first["id"]) == 200
    assert caller.poll() == [second]
    caller.acknowledge(second["id"])
    assert caller.poll() == []


def test_an_acknowledgment_of_an_order_that_was_not_read_is_a_violation(caller: Caller, order: Json) -> None:
    (event,) = caller.poll()
    caller.acknowledge(event["id"])
    assert "never read" in caller.platform.violations[0]


@pytest.mark.parametrize("ids", [["reference"], [], ["id", "id"]])
def test_an_acknowledgment_of_anything_but_events_is_a_violation(ids: list[str], caller: Caller, order: Json) -> None:
    caller.read(order["reference"])
    (event,) = caller.poll()
    caller.acknowledge(*[{"id": event["id"], "reference": order["reference"]}[one] for one in ids])
    assert len(caller.platform.violations) == 1


def test_statuses_out_of_order_are_refused_by_name(caller: Caller, order: Json) -> None:
    reference = order["reference"]
    for status in ("confirmation", "dispatch", "delivery"):
        assert caller.say(reference, status) == 400
    assert len(caller.platform.violations) == 3
    caller.say(reference, "integration")
    caller.say(reference, "confirmation")
    assert caller.say(reference, "confirmation") == 202, "saying it twice is no violation"
    assert caller.say(reference, "delivery") == 400
    caller.platform.say(reference, "CANCELLED")
    assert caller.say(reference, "dispatch") == 400


def test_an_order_to_fetch_is_delivered_and_never_dispatched(caller: Caller) -> None:
    order = ifood_goods.order(ifood_goods.item(ifood_goods.RICE), kind="TOGO")
    caller.platform.place(order)
    caller.say(order["reference"], "integration")
    caller.say(order["reference"], "confirmation")
    assert caller.say(order["reference"], "dispatch") == 400
    assert caller.say(order["reference"], "delivery") == 202


@pytest.mark.parametrize("body", [None, {}, {"details": " "}, {"details": "x" * 501}, {"details": "x", "reason": "y"}])
def test_a_rejection_needs_details_and_nothing_else(body: Json | None, caller: Caller, order: Json) -> None:
    assert caller.say(order["reference"], "rejection", body) == 400
    assert caller.say(order["reference"], "rejection", {"details": "sem café"}) == 202
    assert caller.platform.states[order["reference"]] == "PLACED"


def test_orders_of_other_shops_must_be_left_alone(caller: Caller) -> None:
    order = ifood_goods.order(ifood_goods.item(ifood_goods.RICE), merchant=ifood_goods.OTHER_MERCHANT)
    caller.platform.place(order)
    assert caller.read(order["reference"])[0] == 200
    assert caller.say(order["reference"], "integration") == 403
    assert len(caller.platform.violations) == 1


def test_unknown_paths_and_bodies_where_none_belongs_are_violations(caller: Caller, order: Json) -> None:
    assert caller.ask("GET", "/v1.0/events")[0] == 404
    assert caller.ask("GET", POLL + "?x=1")[0] == 200
    assert caller.say(order["reference"], "integration", {}) == 202
    assert len(caller.platform.violations) == 3


def test_faults_strike_once_each(caller: Caller, order: Json) -> None:
    platform, reference = caller.platform, order["reference"]
    platform.faults["integration"] += ["503", "drop_before", "drop_after"]
    assert caller.say(reference, "integration") == 503
    for state in ("PLACED", "INTEGRATED"):
        with pytest.raises(http.client.RemoteDisconnected):
            caller.say(reference, "integration")
        assert platform.states[reference] == state
    assert [request.answer for request in platform.said(reference, "integration")] == [503, 0, 0]


PRICE = {"merchantIds": [int(ifood_goods.MERCHANT)], "externalCode": "ARZ/5", "price": Decimal("28.49")}
SHELF = f"/v1.0/merchants/{ifood_goods.MERCHANT}"


def test_what_a_shop_sets_is_taken_as_the_page_writes_it(caller: Caller) -> None:
    later = (datetime.now(UTC) + timedelta(days=3)).date().isoformat()
    for method, path, body in (
        ("PATCH", "/v1.0/skus/ARZ%2F5/prices", PRICE),
        ("PATCH", "/v1.0/skus/ARZ%2F5/prices", PRICE | {"startDate": later}),
        ("PUT", f"{SHELF}/statuses", {"status": "UNAVAILABLE", "reason": "Falta de energia"}),
        ("PUT", f"{SHELF}/statuses", {"status": "AVAILABLE"}),
        ("PATCH", f"{SHELF}/skus/ARZ%2F5", {"status": "UNAVAILABLE"}),
    ):
        assert caller.ask(method, path, write(body))[0] == 200, body
    platform = caller.platform
    assert platform.violations == []
    assert [len(platform.settings(kind)) for kind in ("price", "shop", "sku")] == [2, 2, 1]
    status, answer = caller.ask("PATCH", "/v1.0/skus/ARZ%2F5/prices", write(PRICE | {"startDate": later}))
    assert (status, answer["message"]) == (400, SECOND_SCHEDULE) and platform.violations == []


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/v1.0/skus/ARZ%2F5/prices", PRICE | {"merchantIds": [ifood_goods.MERCHANT]}),
        ("/v1.0/skus/ARZ%2F5/prices", PRICE | {"merchantIds": []}),
        ("/v1.0/skus/ARZ%2F5/prices", PRICE | {"externalCode": "ARZ"}),
        ("/v1.0/skus/ARZ%2F5/prices", PRICE | {"price": "28.49"}),
        ("/v1.0/skus/ARZ%2F5/prices", PRICE | {"price": Decimal("28.490000001")}),
        ("/v1.0/skus/ARZ%2F5/prices", PRICE | {"price": 0}),
        ("/v1.0/skus/ARZ%2F5/prices", PRICE | {"startDate": "2020-01-01"}),
        ("/v1.0/skus/ARZ%2F5/prices", PRICE | {"startDate": None}),
        (f"{SHELF}/skus/ARZ%2F5", {"status": "unavailable"}),
        (f"{SHELF}/skus/ARZ%2F5", {"status": "AVAILABLE", "reason": "x"}),
        (f"{SHELF}/skus/ARZ/5", {"status": "AVAILABLE"}),
    ],
)
def test_what_a_shop_sets_against_the_rules_is_refused_by_name(caller: Caller, path: str, body: Json) -> None:
    assert caller.ask("PATCH", path, write(body))[0] in (400, 404)
    assert len(caller.platform.violations) == 1


@pytest.mark.parametrize("body", [{"status": "UNAVAILABLE"}, {"status": "UNAVAILABLE", "reason": " "}, []])
def test_a_shop_is_not_closed_without_a_reason(caller: Caller, body: Any) -> None:
    assert caller.ask("PUT", f"{SHELF}/statuses", write(body))[0] == 400
    assert len(caller.platform.violations) == 1 and caller.platform.shelf.shops == {}


def test_codes_and_shops_that_are_not_there_are_refused_in_words(caller: Caller) -> None:
    caller.platform.shelf.unknown.add("NOPE")
    assert caller.ask("PATCH", f"{SHELF}/skus/NOPE", write({"status": "AVAILABLE"}))[0] == 404
    assert caller.ask("PUT", "/v1.0/merchants/1/statuses", write({"status": "AVAILABLE"}))[0] == 403
    caller.platform.faults["sku"].append("400 Loja sem permissao")
    status, answer = caller.ask("PATCH", f"{SHELF}/skus/NOPE", write({"status": "AVAILABLE"}))
    assert (status, answer["message"]) == (400, "Loja sem permissao")
    assert caller.platform.violations == []

"""Check each fault: what the till sees, whether the act was carried out, and that only its route is struck."""

import threading
import time
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
import pytest

from picker_app.training import exact_json
from tests.training.conftest import eventually
from tests.training.ifood_pos.conftest import STORE, Till, placed

ROUTES = {
    "token": ("POST", "/oauth/token"),
    "poll": ("GET", "/v1.0/events%3Apolling"),
    "ack": ("POST", "/v1.0/events/acknowledgment"),
    "order": ("GET", "/v1.0/orders/{reference}"),
    "integration": ("POST", "/v1.0/orders/{reference}/statuses/integration"),
    "confirmation": ("POST", "/v1.0/orders/{reference}/statuses/confirmation"),
    "dispatch": ("POST", "/v1.0/orders/{reference}/statuses/dispatch"),
    "delivery": ("POST", "/v1.0/orders/{reference}/statuses/delivery"),
    "rejection": ("POST", "/v1.0/orders/{reference}/statuses/rejection"),
    "price": ("PATCH", "/v1.0/skus/ARZ%2F5/prices"),
    "shop": ("PUT", f"/v1.0/merchants/{STORE}/statuses"),
    "sku": ("PATCH", f"/v1.0/merchants/{STORE}/skus/ARZ%2F5"),
}


@pytest.mark.parametrize("route", ROUTES)
def test_a_fault_strikes_its_route_only(route: str, till: Till, reference: str) -> None:
    for other in ROUTES.keys() - {route}:
        till.platform.fault(other, "status", value=502, times=None)
    till.platform.fault(route, "status", value=418)
    method, path = ROUTES[route]
    assert till.http.request(method, path.format(reference=reference)).status_code == 418


@pytest.mark.parametrize("route", ROUTES)
def test_any_strikes_every_route(route: str, till: Till, reference: str) -> None:
    till.platform.fault("any", "status", value=503)
    method, path = ROUTES[route]
    assert till.http.request(method, path.format(reference=reference)).status_code == 503


def test_a_fault_strikes_as_often_as_ordered(till: Till, reference: str) -> None:
    till.platform.fault("order", "status", value=500, times=2)
    assert [till.order(reference).status_code for _ in range(3)] == [500, 500, 200]
    till.platform.fault("order", "status", value=500, times=None)
    assert [till.order(reference).status_code for _ in range(3)] == [500, 500, 500]
    assert till.sim("faults", method="DELETE").json() == {"faults": []}
    assert till.order(reference).status_code == 200


def test_all_tokens_can_die_at_once(till: Till, reference: str) -> None:
    till.platform.fault("any", "expire_token")
    assert till.order(reference).status_code == 401
    assert till.sign_in().status_code == 200
    assert till.order(reference).status_code == 200


@pytest.mark.parametrize("code", [400, 401, 403, 404, 409, 429, 500, 502, 503, 504])
def test_any_error_status_can_be_answered_without_carrying_out(code: int, till: Till, reference: str) -> None:
    till.platform.fault("integration", "status", value=code)
    answer = till.say(reference, "integration")
    assert answer.status_code == code
    assert answer.json()["path"] == f"/orders/{reference}/statuses/integration"
    assert ("retry-after" in answer.headers) == (code in (429, 503))
    assert till.state_of(reference) == "PLACED"


def test_an_error_can_be_answered_although_the_act_was_carried_out(till: Till, reference: str) -> None:
    till.platform.fault("integration", "status", value=500, acted=True)
    assert till.say(reference, "integration").status_code == 500
    assert till.state_of(reference) == "INTEGRATED"


@pytest.mark.parametrize("style", ["seconds", "date", "missing", "nonsense"])
def test_a_fault_can_say_how_long_to_wait_in_its_own_way(style: str, till: Till) -> None:
    till.platform.fault("poll", "status", value=429, retry_after=style)
    answer = till.ask_events()
    told = answer.headers.get("retry-after")
    if style == "date":
        waited = parsedate_to_datetime(str(told)) - parsedate_to_datetime(answer.headers["date"])
        assert waited.total_seconds() == 60
    else:
        assert told == {"seconds": "60", "missing": None, "nonsense": "as soon as you like"}[style]


@pytest.mark.parametrize(("kind", "becomes"), [("drop_before", "PLACED"), ("drop_after", "INTEGRATED")])
def test_a_connection_is_cut_without_a_byte(kind: str, becomes: str, till: Till, reference: str) -> None:
    till.platform.fault("integration", kind)
    with pytest.raises(httpx.TransportError):
        till.say(reference, "integration")
    assert till.state_of(reference) == becomes
    assert till.platform.state()["requests"][-1]["answer"] == "cut"


def test_a_late_act_is_carried_out_after_the_answer_was_lost(till: Till, reference: str) -> None:
    till.platform.fault("integration", "late", value=0.05)
    with pytest.raises(httpx.TransportError):
        till.say(reference, "integration")
    assert till.state_of(reference) == "PLACED"
    eventually(lambda: till.state_of(reference) == "INTEGRATED")


def test_a_slow_answer_comes_in_time_for_the_patient_only(till: Till, reference: str) -> None:
    till.platform.fault("order", "slow", value=31)
    with pytest.raises(httpx.ReadTimeout):
        till.http.get(f"/v1.0/orders/{reference}", timeout=0.1)
    till.platform.fault("order", "slow", value=0.05)
    began = time.monotonic()
    assert till.order(reference).status_code == 200
    assert time.monotonic() - began >= 0.05


@pytest.mark.parametrize(
    ("value", "begins", "becomes"),
    [
        (None, b"<!doctype", "PLACED"),
        ("html", b"<!doctype", "PLACED"),
        ("broken", b"[{", "INTEGRATED"),
        ("empty", b"", "INTEGRATED"),
    ],
)
def test_an_answer_of_200_can_be_garbage(
    value: str | None, begins: bytes, becomes: str, till: Till, reference: str
) -> None:
    till.platform.fault("integration", "garbage", value=value)
    answer = till.say(reference, "integration")
    assert answer.status_code == 200
    assert answer.content.startswith(begins)
    assert bool(answer.content) == bool(begins)
    assert till.state_of(reference) == becomes


@pytest.mark.parametrize("route", ["order", "integration"])
def test_a_line_can_be_cut_in_the_middle_of_an_answer(route: str, till: Till, reference: str) -> None:
    till.platform.fault(route, "garbage", value="half")
    with pytest.raises(httpx.RemoteProtocolError):
        till.http.request(*(part.format(reference=reference) for part in ROUTES[route]))
    assert till.state_of(reference) == ("PLACED" if route == "order" else "INTEGRATED")


def test_an_answer_can_be_without_end(till: Till) -> None:
    till.platform.fault("poll", "garbage", value="endless")
    received = 0
    with till.http.stream("GET", "/v1.0/events%3Apolling") as answer:
        assert "content-length" not in answer.headers
        for chunk in answer.iter_raw():
            received += len(chunk)
            if received > 5_000_000:
                break
    assert received > 5_000_000


# --- damaged polls ---


def test_events_can_come_twice_in_one_answer(till: Till) -> None:
    till.platform.create_order()
    till.platform.fault("poll", "duplicate")
    first, second = till.poll()
    assert first == second
    assert len(till.poll()) == 1


def test_events_can_come_in_any_order(till: Till) -> None:
    orders = [till.platform.create_order()["reference"] for _ in range(4)]
    till.platform.fault("poll", "shuffle")
    mixed = [event["correlationId"] for event in till.poll()]
    assert mixed != orders
    assert sorted(mixed) == sorted(orders)
    assert [event["correlationId"] for event in till.poll()] == orders


def test_an_acknowledged_event_can_come_again(till: Till, reference: str) -> None:
    till.platform.fault("poll", "stale")
    (event,) = till.poll()
    assert (event["correlationId"], event["code"]) == (reference, "PLACED")
    assert till.poll() == []


def test_events_can_lack_their_id(till: Till) -> None:
    order = till.platform.create_order()
    till.platform.fault("poll", "no_id")
    (event,) = till.poll()
    assert event.keys() == {"code", "correlationId", "createdAt"}
    assert event["correlationId"] == order["reference"]
    assert "id" in till.poll()[0]


@pytest.mark.parametrize(("value", "code"), [(None, "READY_TO_DELIVER"), ("ASSIGN_DRIVER", "ASSIGN_DRIVER")])
def test_a_code_that_nobody_knows_can_stand_beside_the_true_event(value: str | None, code: str, till: Till) -> None:
    till.platform.create_order()
    till.platform.fault("poll", "unknown_code", value=value)
    assert till.codes() == ["PLACED", code]
    assert till.codes() == ["PLACED"]


def test_events_can_have_more_fields(till: Till) -> None:
    till.platform.create_order()
    till.platform.fault("poll", "extra_fields")
    (event,) = till.poll()
    assert {"metadata", "salesChannel", "sum"} < event.keys()


def test_a_damage_waits_for_something_to_damage(till: Till) -> None:
    till.platform.fault("poll", "duplicate")
    assert till.poll() == []
    till.platform.create_order()
    assert len(till.poll()) == 2


# --- damaged orders ---


def test_an_order_can_be_missing_at_first(till: Till, reference: str) -> None:
    till.platform.fault("order", "not_yet", times=4)
    assert [till.order(reference).status_code for _ in range(5)] == [404, 404, 404, 404, 200]


@pytest.mark.parametrize(
    ("value", "lost"),
    [(None, ["items"]), ("merchant.id", ["merchant", "id"]), ("items.0.name", ["items", 0, "name"])],
)
def test_an_order_can_lack_a_field(value: str | None, lost: list[Any], till: Till, reference: str) -> None:
    till.platform.fault("order", "missing_field", value=value)
    place: Any = till.order(reference).json()
    for step in lost[:-1]:
        place = place[step]
    assert lost[-1] not in place
    whole = exact_json.read(till.order(reference).content)
    assert whole == till.platform.state()["orders"][reference]["document"]


def test_a_field_that_the_order_does_not_have_is_named(till: Till, reference: str) -> None:
    till.platform.fault("order", "missing_field", value="wings.left")
    answer = till.order(reference)
    assert answer.status_code == 400
    assert "wings.left" in answer.text


def test_an_order_can_have_null_sub_items(till: Till) -> None:
    reference = placed(till, items=[{"code": "ARZ/5"}, {"code": "CST"}])
    till.platform.fault("order", "null_subitems")
    plain, composed = till.order(reference).json()["items"]
    assert plain["subItems"] is None
    assert composed["subItems"][0] is None
    assert len(composed["subItems"]) == 5


def test_an_order_can_have_its_numbers_as_texts(till: Till) -> None:
    till.platform.fault("order", "strings")
    order = till.order("5918421938111050").json()
    assert (order["totalPrice"], order["items"][2]["quantity"]) == ("50", "3")
    assert order["payments"][0]["prepaid"] is False


# --- orders of faults ---


@pytest.mark.parametrize(
    ("fault", "named"),
    [
        ({"route": "webhook", "kind": "late"}, "route"),
        ({"route": "order", "kind": "duplicate"}, "kind"),
        ({"route": "poll", "kind": "not_yet"}, "kind"),
        ({"route": "any", "kind": "strings"}, "kind"),
        ({"route": "poll", "kind": "status", "value": 200}, "value"),
        ({"route": "poll", "kind": "slow"}, "slow"),
        ({"route": "poll", "kind": "garbage", "value": "pdf"}, "value"),
        ({"route": "poll", "kind": "duplicate", "times": 0}, "times"),
        ({"route": "poll", "kind": "status", "value": 429, "retry_after": "soon"}, "retry_after"),
        ({"route": "poll", "kind": "status", "value": 500, "acted": "yes"}, "acted"),
        ({"route": "poll", "kind": "status", "value": 500, "carried_out": True}, "carried_out"),
    ],
)
def test_a_fault_that_cannot_be_is_refused(fault: dict[str, Any], named: str, till: Till) -> None:
    answer = till.sim("faults", fault)
    assert answer.status_code == 400
    assert named in answer.json()["message"]


def test_calls_from_many_threads_all_get_their_answer(till: Till, reference: str) -> None:
    answers: list[int] = []
    workers = [threading.Thread(target=lambda: answers.append(till.order(reference).status_code)) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert answers == [200] * 8

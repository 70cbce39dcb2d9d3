"""Check what a till sees of events: signing in, polling, one event an order, acknowledging, and what happens alone."""

import re
from email.utils import parsedate_to_datetime
from typing import Any

import pytest

from tests.training.ifood_pos.conftest import FOREIGN_STORE, OTHER_STORE, SIGN_IN, STORE, Till, placed

# --- signing in ---


@pytest.mark.parametrize("way", ["params", "data"])
def test_a_till_signs_in_by_query_or_by_form(way: str, till: Till) -> None:
    till.platform.change_settings(token_ttl_s=3599)
    answer = till.http.request("POST", "/oauth/token", **{way: SIGN_IN})  # type: ignore[arg-type]  # by name, on purpose
    given = answer.json()
    assert answer.status_code == 200
    assert (given["token_type"], given["expires_in"], given["scope"]) == ("bearer", 3599, "trust read write")
    assert len(given["access_token"]) > 1000, "tokens of this platform are long"


@pytest.mark.parametrize("name", ["client_id", "client_secret", "username", "password"])
def test_wrong_credentials_are_401_and_missing_ones_400(name: str, till: Till) -> None:
    assert till.http.post("/oauth/token", params=SIGN_IN | {name: "wrong"}).status_code == 401
    rest = {key: value for key, value in SIGN_IN.items() if key != name}
    assert till.http.post("/oauth/token", params=rest).status_code == 400
    assert till.http.post("/oauth/token", params=SIGN_IN | {"grant_type": "client_credentials"}).status_code == 400


def test_expires_in_can_be_a_text_or_be_left_out(till: Till) -> None:
    till.platform.change_settings(expires_in_text=True, token_ttl_s=600)
    assert till.sign_in().json()["expires_in"] == "600"
    till.platform.change_settings(token_ttl_s=None)
    assert "expires_in" not in till.sign_in().json()


@pytest.mark.parametrize("word", ["bearer", "Bearer", "BEARER"])
def test_the_word_before_the_token_is_taken_in_any_case(word: str, till: Till) -> None:
    token = till.http.headers["authorization"].partition(" ")[2]
    answer = till.http.get("/v1.0/orders/5918421938111050", headers={"authorization": f"{word} {token}"})
    assert answer.status_code == 200


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer unknown", "Basic abc"])
def test_without_a_good_token_every_call_is_401(header: str, till: Till) -> None:
    for method, path in (
        ("GET", "/v1.0/events%3Apolling"),
        ("POST", "/v1.0/events/acknowledgment"),
        ("GET", "/v1.0/orders/5918421938111050"),
        ("POST", "/v1.0/orders/5918421938111050/statuses/integration"),
        ("PATCH", "/v1.0/skus/8/prices"),
        ("PUT", f"/v1.0/merchants/{STORE}/statuses"),
        ("PATCH", f"/v1.0/merchants/{STORE}/skus/8"),
    ):
        answer = till.http.request(method, path, headers={"authorization": header})
        assert answer.status_code == 401, path


def test_a_token_dies_when_its_time_is_over(till: Till) -> None:
    till.platform.change_settings(token_ttl_s=300)
    till.sign_in()
    till.platform.move_clock(299)
    assert till.poll_again().status_code == 404
    till.platform.move_clock(1)
    assert till.poll_again().status_code == 401


# --- polling and acknowledging ---


@pytest.mark.parametrize("path", ["/v1.0/events:polling", "/v1.0/events%3Apolling", "/v1.0/events%3apolling"])
def test_a_poll_is_understood_in_each_spelling(path: str, till: Till) -> None:
    till.platform.create_order()
    till.platform.move_clock(45)
    assert [event["code"] for event in till.http.get(path).json()] == ["PLACED"]


def test_a_poll_without_events_is_404(till: Till) -> None:
    answer = till.ask_events()
    assert answer.status_code == 404
    assert "no Route matched" not in answer.text


@pytest.mark.parametrize(
    "path", ["/v1.0/events", "/v2.0/events:polling", "/v1.0/orders/1/statuses/eaten", "/elsewhere"]
)
def test_an_unknown_path_is_404_in_the_words_of_a_gateway(path: str, till: Till) -> None:
    answer = till.http.get(path)
    assert answer.status_code == 404
    assert "no Route matched" in answer.text


def test_an_event_has_the_fields_of_the_page(till: Till) -> None:
    order = till.platform.create_order()
    (event,) = till.poll()
    assert event.keys() == {"id", "code", "correlationId", "createdAt"}
    assert event["correlationId"] == order["reference"]
    assert re.fullmatch(r"2025-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", event["createdAt"])


def test_an_event_comes_again_until_it_is_acknowledged_by_its_id(till: Till) -> None:
    till.platform.create_order()
    (event,) = till.poll()
    assert till.acknowledge([{"id": event["correlationId"]}]).status_code == 202
    assert till.poll() == [event]
    assert till.acknowledge([event]).status_code == 202
    assert till.poll() == []
    first, second = till.platform.state()["acknowledgments"][-2:]
    assert (first["ids"], first["not_held"]) == ([event["correlationId"]], [event["correlationId"]])
    assert (second["ids"], second["not_held"]) == ([event["id"]], [])


def test_all_orders_come_in_one_answer_and_are_acknowledged_in_one_list(till: Till) -> None:
    orders = [till.platform.create_order(merchant=store) for store in (STORE, OTHER_STORE, STORE)]
    events = till.poll()
    assert [event["correlationId"] for event in events] == [order["reference"] for order in orders]
    till.acknowledge([{"id": event["id"]} for event in events[:2]])
    assert till.poll() == events[2:]


def test_only_the_last_event_of_an_order_is_held(till: Till) -> None:
    order, other = till.platform.create_order(), till.platform.create_order()
    (placed_event, _) = till.poll()
    till.platform.advance(order["reference"], "CANCELLED")
    events = {event["correlationId"]: event for event in till.poll()}
    assert {ref: event["code"] for ref, event in events.items()} == {
        order["reference"]: "CANCELLED",
        other["reference"]: "PLACED",
    }
    assert events[order["reference"]]["id"] != placed_event["id"]
    till.acknowledge([{"id": placed_event["id"]}])
    assert len(till.poll()) == 2, "an old event does not acknowledge the new one"


@pytest.mark.parametrize("body", [{}, {"id": "1"}, [{}], [{"id": 7}], ["1"], [{"id": "1"}, {"code": "PLACED"}], "no"])
def test_an_acknowledgment_that_is_no_list_of_ids_is_400(body: Any, till: Till) -> None:
    till.platform.create_order()
    (event,) = till.poll()
    answer = till.acknowledge(body)
    assert answer.status_code == 400
    told = answer.json()
    assert told.keys() == {"timestamp", "status", "error", "exception", "message", "path"}
    assert (told["status"], told["error"], told["path"]) == (400, "Bad Request", "/events/acknowledgment")
    assert till.poll() == [event]


def test_an_acknowledgment_that_is_not_json_is_400(till: Till) -> None:
    assert till.http.post("/v1.0/events/acknowledgment", content=b"[{").status_code == 400


def test_a_poll_too_soon_is_429_where_that_is_strict(till: Till) -> None:
    till.platform.change_settings(min_poll_s=45)
    assert till.ask_events().status_code == 404
    till.platform.move_clock(44.5)
    answer = till.poll_again()
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "1")
    till.platform.move_clock(0.5)
    assert till.poll_again().status_code == 404, "a refused poll does not count"
    till.platform.change_settings(strict=False)
    assert [till.poll_again().status_code for _ in range(3)] == [404, 404, 404]


def test_every_answer_says_what_time_it_is_at_the_platform(till: Till) -> None:
    first = parsedate_to_datetime(till.poll_again().headers["date"])
    second = parsedate_to_datetime(till.ask_events().headers["date"])
    assert (second - first).total_seconds() == 45


# --- stores ---


def test_orders_of_all_stores_of_the_user_come_and_those_of_others_do_not(till: Till) -> None:
    mine = till.platform.create_order(merchant=OTHER_STORE)
    foreign = till.platform.create_order(merchant=FOREIGN_STORE)
    assert [event["correlationId"] for event in till.poll()] == [mine["reference"]]
    assert till.order(mine["reference"]).json()["merchant"]["id"] == OTHER_STORE
    assert till.order(foreign["reference"]).status_code == 403
    assert till.say(foreign["reference"], "integration").status_code == 403


# --- what happens by itself ---


def test_an_order_goes_from_placed_to_concluded(till: Till) -> None:
    till.platform.change_settings(conclude_s=7200)
    reference = placed(till, type="DELIVERY")
    for status, code in (
        ("integration", "INTEGRATED"),
        ("confirmation", "CONFIRMED"),
        ("dispatch", "DISPATCHED"),
        ("delivery", "DELIVERED"),
    ):
        assert till.say(reference, status).status_code == 202
        (event,) = till.poll()
        assert (event["code"], event["correlationId"]) == (code, reference)
        till.acknowledge([{"id": event["id"]}])
    till.platform.move_clock(7000)
    assert till.codes() == []
    till.platform.move_clock(200)
    assert till.codes() == ["CONCLUDED"]
    assert till.say(reference, "delivery").status_code == 400


def test_an_order_that_left_is_concluded_without_the_word_that_it_was_delivered(till: Till, reference: str) -> None:
    till.platform.change_settings(conclude_s=600)
    till.say_all(reference, "integration", "confirmation", "dispatch")
    till.platform.move_clock(600)
    assert till.codes() == ["CONCLUDED"]
    assert till.state_of(reference) == "CONCLUDED"


def test_an_order_to_fetch_goes_from_confirmed_to_delivered(till: Till) -> None:
    reference = placed(till, type="TOGO")
    till.say_all(reference, "integration", "confirmation")
    assert till.say(reference, "dispatch").status_code == 400
    till.say_all(reference, "delivery")
    assert till.codes() == ["DELIVERED"]


@pytest.mark.parametrize(("desk", "code"), [("confirm", "CONFIRMED"), ("cancel", "CANCELLED"), ("nothing", None)])
def test_an_order_that_is_not_confirmed_in_time_goes_to_the_desk(desk: str, code: str | None, till: Till) -> None:
    till.platform.change_settings(confirm_s=900, desk=desk, desk_s=120)
    late, quick = placed(till), placed(till)
    till.say_all(quick, "integration", "confirmation")
    till.acknowledge([{"id": event["id"]} for event in till.poll()])
    till.platform.move_clock(900)
    till.poll()
    assert till.platform.state()["orders"][late]["at_desk"] == "not confirmed"
    assert till.platform.state()["orders"][quick]["at_desk"] == ""
    till.platform.move_clock(120)
    assert till.codes() == ([] if code is None else [code])
    assert till.state_of(quick) == "CONFIRMED"

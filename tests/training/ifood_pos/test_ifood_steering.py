"""Check the steering paths: orders made to wish, events of any kind, the clock, the settings, and what was written."""

from typing import Any

import pytest

from picker_app.training.ifood_pos.platform import TrainingIfood
from tests.training.ifood_pos.conftest import ACCESS, SIGN_IN, STORE, Till, placed


def make(till: Till, **wishes: Any) -> dict[str, Any]:
    answer = till.sim("orders", wishes)
    assert answer.status_code == 201, answer.text
    order: dict[str, Any] = answer.json()
    return order


def test_an_order_of_chosen_goods(till: Till) -> None:
    items = [{"code": "ARZ/5", "quantity": 2}, {"code": "CST", "quantity": 3}, {"code": "MLK-1L"}]
    order = make(till, items=items, type="TOGO", payment="cash", voucher="none", quirks=[])
    rice, basket, milk = order["items"]
    assert (rice["externalCode"], rice["quantity"], rice["price"], rice["totalPrice"]) == ("ARZ/5", 2, 27.9, 27.9)
    assert (basket["price"], basket["subItemsPrice"], basket["totalPrice"]) == (4, 12.1, 16.1)
    assert milk["name"] == "Leite fresco 1 l"
    assert order["subTotal"] == order["totalPrice"] == round(2 * 27.9 + 3 * 16.1 + milk["totalPrice"], 2)
    assert "deliveryAddress" not in order
    assert order["payments"][0]["code"] == "DIN"


def test_an_order_can_be_a_whole_document_as_it_is(till: Till) -> None:
    document = {"reference": "88", "merchant": {"id": 137086}, "strange": [1, {"a": None}]}
    assert make(till, order=document) == document
    assert till.poll()[0]["correlationId"] == "88"
    assert till.order("88").json() == document


@pytest.mark.parametrize(
    ("wishes", "named"),
    [
        ({"lines": 0}, "lines"),
        ({"lines": 41}, "lines"),
        ({"lines": "two"}, "lines"),
        ({"lines": 2, "composed": 3}, "composed"),
        ({"type": "PICNIC"}, "type"),
        ({"payment": "shells"}, "payment"),
        ({"voucher": "gold"}, "voucher"),
        ({"quirks": ["loud"]}, "quirks"),
        ({"quirks": "strings"}, "quirks"),
        ({"items": []}, "items"),
        ({"items": [{"code": "NO-SUCH"}]}, "code"),
        ({"items": [{"code": "ARZ/5", "quantity": 0}]}, "quantity"),
        ({"merchant": 137086}, "merchant"),
        ({"reference": "1"}, "reference"),
        ({"order": 1}, "order"),
        ({"order": {"reference": 7}}, "reference"),
        ({"code": ""}, "code"),
        ({"created_at": "yesterday"}, "yesterday"),
        ({"minutes_ago": -1}, "minutes_ago"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_an_order_that_cannot_be_is_refused(wishes: dict[str, Any], named: str, till: Till) -> None:
    before = till.platform.states()
    answer = till.sim("orders", wishes)
    assert answer.status_code == 400
    assert named in answer.json()["message"]
    assert till.platform.states() == before


def test_the_first_event_can_be_another_or_none(till: Till) -> None:
    cancelled, silent = make(till, code="CANCELLED"), make(till, code=None)
    assert [(event["correlationId"], event["code"]) for event in till.poll()] == [(cancelled["reference"], "CANCELLED")]
    assert till.order(silent["reference"]).status_code == 200


def test_an_order_can_be_older(till: Till) -> None:
    now = till.platform.state()["now"]
    old = make(till, minutes_ago=14, quirks=[])
    dated = make(till, created_at="2025-06-01T10:00:00.000Z", quirks=[])
    assert old["createdAt"] < now
    assert dated["createdAt"] == "2025-06-01T10:00:00.000Z"
    assert [event["createdAt"] for event in till.poll()] == [old["createdAt"], dated["createdAt"]]


@pytest.mark.parametrize("code", ["CONFIRMED", "CANCELLED", "CONCLUDED", "READY_TO_DELIVER", "CANCELLATION_REQUESTED"])
def test_any_event_can_be_made(code: str, till: Till, reference: str) -> None:
    answer = till.sim(f"orders/{reference}/advance", {"code": code, "metadata": {"reason": "501"}, "id": f"my-{code}"})
    assert answer.status_code == 200
    assert till.poll() == [answer.json()]
    assert answer.json()["metadata"] == {"reason": "501"}
    assert till.state_of(reference) == (code if code in ("CONFIRMED", "CANCELLED", "CONCLUDED") else "PLACED")


def test_an_event_of_a_lower_rank_is_sent_and_moves_nothing(till: Till, reference: str) -> None:
    till.platform.advance(reference, "DISPATCHED")
    till.platform.advance(reference, "CONFIRMED", created_at="2025-06-03T12:00:00.000Z")
    (event,) = till.poll()
    assert (event["code"], event["createdAt"]) == ("CONFIRMED", "2025-06-03T12:00:00.000Z")
    assert till.state_of(reference) == "DISPATCHED"
    till.platform.advance(reference, "CANCELLED")
    till.platform.advance(reference, "DELIVERED")
    assert till.state_of(reference) == "CANCELLED"


@pytest.mark.parametrize("body", [{}, {"code": ""}, {"code": 1}, {"code": "PLACED", "to": 1}, []])
def test_a_wrong_step_is_refused(body: Any, till: Till, reference: str) -> None:
    assert till.sim(f"orders/{reference}/advance", body).status_code == 400


def test_an_unknown_order_cannot_be_moved_on(till: Till) -> None:
    assert till.sim("orders/unknown/advance", {"code": "CANCELLED"}).status_code == 404
    with pytest.raises(KeyError):
        till.platform.advance("unknown", "CANCELLED")


def test_a_raw_event_is_given_out_as_it_is(till: Till) -> None:
    raw = {"id": "e-1", "code": "MENU_CHANGED", "createdAt": "2025-06-03T12:00:00.123456Z", "extra": None}
    assert till.sim("events", raw).status_code == 201
    assert till.sim("events", {"correlationId": "404404", "code": "PLACED"}).status_code == 201
    assert till.poll() == [raw, {"correlationId": "404404", "code": "PLACED"}]
    till.acknowledge([{"id": "e-1"}])
    assert till.poll() == [{"correlationId": "404404", "code": "PLACED"}]
    till.sim("events", {"correlationId": "404404", "code": "CANCELLED", "id": "e-2"})
    till.acknowledge([{"id": "e-2"}])
    assert till.poll() == []


def test_two_events_of_the_same_instant_are_both_given_out(till: Till) -> None:
    at = "2025-06-03T12:00:00.000Z"
    for number in ("1", "2"):
        till.platform.add_event({"id": f"twin-{number}", "code": "X", "correlationId": number, "createdAt": at})
    assert len(till.poll()) == 2


def test_the_clock_is_moved_over_http(till: Till) -> None:
    before = till.platform.state()["now"]
    answer = till.sim("clock", {"advance_s": 900})
    assert answer.json()["now"] > before
    for wrong in ({}, {"advance_s": -1}, {"advance_s": "900"}, {"forward": 1}):
        assert till.sim("clock", wrong).status_code == 400


def test_settings_are_changed_over_http(till: Till) -> None:
    wanted = {"strict": False, "token_ttl_s": 60, "min_poll_s": 30, "conclude_s": None, "desk": "cancel"}
    answer = till.sim("settings", wanted, "PUT")
    assert answer.status_code == 200
    assert {key: answer.json()[key] for key in wanted} == wanted
    assert answer.json()["client_secret"] == answer.json()["password"] == "***"


@pytest.mark.parametrize(
    "wrong",
    [
        {"strict": "yes"},
        {"desk": "sleep"},
        {"min_poll_s": -1},
        {"token_ttl_s": 1.5},
        {"merchant_ids": [137086]},
        {"accepted": 204},
        {"unknown": 1},
    ],
)
def test_a_wrong_setting_is_named_and_nothing_is_changed(wrong: dict[str, Any], till: Till) -> None:
    before = till.sim("settings", method="GET").json()
    answer = till.sim("settings", {"conclude_s": 5} | wrong, "PUT")
    assert answer.status_code == 400
    assert next(iter(wrong)) in answer.json()["message"]
    assert till.sim("settings", method="GET").json() == before


def test_the_answer_to_what_was_taken_in_can_be_200_or_201(till: Till, reference: str) -> None:
    for code in (200, 201):
        till.platform.change_settings(accepted=code)
        assert till.say(reference, "integration").status_code == code


def test_the_state_tells_orders_statuses_and_every_request_with_its_time(till: Till) -> None:
    reference = placed(till, items=[{"code": "ARZ/5", "quantity": 2}])
    till.say_all(reference, "integration")
    state = till.sim("state", method="GET").json()
    order = state["orders"][reference]
    assert (order["state"], order["merchant"]) == ("INTEGRATED", STORE)
    assert [(told["status"], told["allowed"]) for told in order["statuses"]] == [("integration", True)]
    assert [event["code"] for event in order["history"]] == ["PLACED", "INTEGRATED"]
    assert till.sim(f"orders/{reference}", method="GET").json() == order
    request = state["requests"][-1]
    assert (request["method"], request["path"]) == ("POST", f"/v1.0/orders/{reference}/statuses/integration")
    assert (request["route"], request["answer"]) == ("integration", 202)
    assert request["time"].startswith("2025-")
    assert request["headers"]["authorization"].startswith("Bearer ***")


def test_no_secret_stands_in_the_state(till: Till) -> None:
    till.http.post("/oauth/token", params=SIGN_IN)
    till.http.post("/oauth/token", data=SIGN_IN)
    told = till.sim("state", method="GET").text
    by_query, by_form = (entry for entry in till.platform.state()["requests"][-2:])
    assert f"username={ACCESS.username}" in by_query["query"]
    assert "password=***" in by_form["body"]
    for secret in (ACCESS.client_secret, ACCESS.password, "training+%26+pass%2Bword%231", "training%20%26%20pass"):
        assert secret not in told


def test_steering_is_not_written_down(till: Till) -> None:
    before = till.platform.state()["requests_total"]
    till.sim("state", method="GET")
    assert till.platform.state()["requests_total"] == before


def test_the_same_seed_gives_the_same_orders_and_events() -> None:
    def first(seed: int) -> list[Any]:
        platform = TrainingIfood(seed=seed)
        platform.start()
        orders = [platform.create_order() for _ in range(4)]
        held = platform.state()["held"]
        platform.close()
        kept = [{key: order[key] for key in ("reference", "items", "payments")} for order in orders]
        return [kept, [event["id"] for event in held]]

    assert first(7) == first(7)
    assert first(7) != first(8)


def test_a_platform_that_does_not_run_says_so() -> None:
    with pytest.raises(RuntimeError, match="not running"):
        TrainingIfood().create_order()

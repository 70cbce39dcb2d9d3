"""Check orders and status messages: the examples of the page, what strict and lenient say, and the rejection."""

from decimal import Decimal
from typing import Any

import pytest

from picker_app.training import exact_json
from tests.training.ifood_pos.conftest import Till, placed

EXAMPLES = {
    "5101428012317050": ("3409", "10487", "28", "36", 3),
    "1618620938441010": ("8957", "137086", "19.5", "29.5", 3),
    "1118021938198010": ("9246", "137086", "55.98", "65.98", 1),
    "2718221938434020": ("9418", "137086", "56", "66", 1),
    "5918421938111050": ("9547", "137086", "40", "50", 3),
}
WAY = ("integration", "confirmation", "dispatch", "delivery")
EVENTS = ("PLACED", "INTEGRATED", "CONFIRMED", "DISPATCHED", "DELIVERED", "CONCLUDED", "CANCELLED")


def exactly(till: Till, reference: str) -> dict[str, Any]:
    answer = till.order(reference)
    assert answer.status_code == 200, answer.text
    order: dict[str, Any] = exact_json.read(answer.content)
    return order


@pytest.mark.parametrize("reference", EXAMPLES)
def test_the_five_orders_of_the_page_are_there_with_their_sums(reference: str, till: Till) -> None:
    short, store, goods, total, lines = EXAMPLES[reference]
    order = exactly(till, reference)
    assert (order["reference"], order["shortReference"], order["merchant"]["id"]) == (reference, short, store)
    assert (Decimal(order["subTotal"]), Decimal(order["totalPrice"])) == (Decimal(goods), Decimal(total))
    assert len(order["items"]) == lines
    assert sum(item["quantity"] * Decimal(item["totalPrice"]) for item in order["items"]) == Decimal(goods)
    assert sum(Decimal(payment["value"]) for payment in order["payments"]) == Decimal(total)


@pytest.mark.parametrize("reference", EXAMPLES)
def test_an_example_can_be_placed_like_any_order(reference: str, till: Till) -> None:
    till.sim("orders", {"reference": reference})
    (event,) = till.poll()
    assert (event["correlationId"], event["code"]) == (reference, "PLACED")
    till.say_all(reference, *WAY)


def test_parts_of_an_example_stand_under_their_item(till: Till) -> None:
    (pizza,) = exactly(till, "1118021938198010")["items"]
    assert [part["totalPrice"] for part in pizza["subItems"]] == [6, *[Decimal("16.66")] * 3]
    assert pizza["subItems"][2]["addition"] == Decimal("6.66")
    assert pizza["subItemsPrice"] == Decimal("55.98")


def test_an_order_does_not_tell_its_state(till: Till, reference: str) -> None:
    before = till.order(reference).content
    till.say_all(reference, "integration", "confirmation")
    assert till.order(reference).content == before


def test_an_unknown_reference_is_404_and_a_bad_one_400(till: Till) -> None:
    assert till.order("1234567890123456").status_code == 404
    assert till.order("a%20b").status_code == 400
    assert till.say("1234567890123456", "integration").status_code == 404


def test_a_reference_may_hold_anything_that_can_be_percent_encoded(till: Till) -> None:
    till.platform.create_order(order={"reference": "7/7 é", "merchant": {"id": "255001"}, "items": []})
    assert exactly(till, "7%2F7%20%C3%A9")["reference"] == "7/7 é"
    assert till.say("7%2f7%20%c3%a9", "integration").status_code == 202


# --- status messages ---


def allowed(code: str, to_go: bool) -> set[str]:
    """The statuses that a state allows: the table of section 7, seen from the platform, where events are at once."""
    return {
        "PLACED": {"integration", "rejection"},
        "INTEGRATED": {"confirmation", "rejection"},
        "CONFIRMED": {"delivery" if to_go else "dispatch", "rejection"},
        "DISPATCHED": {"delivery"},
    }.get(code, set())


@pytest.mark.parametrize("kind", ["DELIVERY", "TOGO"])
@pytest.mark.parametrize("code", EVENTS)
def test_strict_refuses_statuses_out_of_order_and_lenient_takes_them_in(code: str, kind: str, till: Till) -> None:
    till.platform.change_settings(repeated_status=400)
    for status in (*WAY, "rejection"):
        reference = placed(till, type=kind)
        till.platform.advance(reference, code)
        body = {"details": "sem estoque"} if status == "rejection" else None
        till.platform.change_settings(strict=True)
        answer = till.say(reference, status, body)
        fits = status in allowed(code, kind == "TOGO")
        assert answer.status_code == (202 if fits else 400), f"{status} on {code}"
        if not fits:
            assert status in answer.json()["message"]
            assert till.state_of(reference) == code
            till.platform.change_settings(strict=False)
            assert till.say(reference, status, body).status_code == 202
            if code == "CANCELLED":
                assert till.state_of(reference) == code
    till.platform.change_settings(strict=True)


def test_lenient_moves_an_order_up_only(till: Till, reference: str) -> None:
    till.platform.change_settings(strict=False)
    assert till.say(reference, "dispatch").status_code == 202
    assert till.codes() == ["DISPATCHED"]
    assert till.say(reference, "confirmation").status_code == 202
    assert till.codes() == ["DISPATCHED"], "saying less than is known says nothing new"


def test_saying_a_status_twice_says_nothing_new(till: Till, reference: str) -> None:
    till.say_all(reference, "integration")
    (event,) = till.poll()
    till.acknowledge([{"id": event["id"]}])
    assert till.say(reference, "integration").status_code == 202
    assert till.poll() == []
    till.platform.change_settings(repeated_status=400)
    assert till.say(reference, "integration").status_code == 400


@pytest.mark.parametrize("body", [None, {}, {"details": ""}, {"details": "  "}, {"details": 7}, [], "no"])
def test_a_rejection_without_details_is_400(body: Any, till: Till, reference: str) -> None:
    assert till.say(reference, "rejection", body).status_code == 400
    assert till.platform.state()["orders"][reference]["rejections"] == []


@pytest.mark.parametrize(("desk", "code"), [("confirm", "CONFIRMED"), ("cancel", "CANCELLED"), ("nothing", None)])
def test_a_rejection_makes_no_event_and_the_desk_decides(desk: str, code: str | None, till: Till) -> None:
    till.platform.change_settings(desk=desk, desk_s=300)
    reference = placed(till)
    till.say_all(reference, "integration")
    till.acknowledge([{"id": event["id"]} for event in till.poll()])
    assert till.say(reference, "rejection", {"details": "Sem arroz"}).status_code == 202
    assert till.poll() == []
    order = till.platform.state()["orders"][reference]
    assert (order["at_desk"], order["state"]) == ("rejected", "INTEGRATED")
    assert [told["details"] for told in order["rejections"]] == ["Sem arroz"]
    till.platform.move_clock(300)
    assert till.codes() == ([] if code is None else [code])


def test_a_second_rejection_is_a_second_notice_and_calls_the_desk_once(till: Till, reference: str) -> None:
    till.platform.change_settings(desk="confirm", desk_s=100)
    for _ in range(2):
        assert till.say(reference, "rejection", {"details": "Sem arroz"}).status_code == 202
    assert len(till.platform.state()["orders"][reference]["rejections"]) == 2
    till.platform.move_clock(100)
    assert till.codes() == ["CONFIRMED"]
    history = till.platform.state()["orders"][reference]["history"]
    assert [event["code"] for event in history] == ["PLACED", "CONFIRMED"]


def test_a_desk_that_confirms_again_says_so_by_an_event(till: Till, reference: str) -> None:
    till.platform.change_settings(desk="confirm", desk_s=100)
    till.say_all(reference, "integration", "confirmation")
    till.acknowledge([{"id": event["id"]} for event in till.poll()])
    till.say(reference, "rejection", {"details": "Sem arroz"})
    till.platform.move_clock(100)
    assert till.codes() == ["CONFIRMED"]


def test_a_desk_does_nothing_to_an_order_that_has_left(till: Till, reference: str) -> None:
    till.platform.change_settings(desk="cancel", desk_s=300)
    till.say_all(reference, "integration", "confirmation")
    till.say(reference, "rejection", {"details": "Sem arroz"})
    till.say_all(reference, "dispatch")
    till.platform.move_clock(300)
    assert till.codes() == ["DISPATCHED"]

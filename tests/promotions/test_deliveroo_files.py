"""Deliveroo's JSON file: read and written exactly, every fault named at once."""

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from picker_app.domain.mechanics import mechanics_of
from picker_app.domain.promotion import DiscountKind as Kind
from picker_app.domain.promotion import Market, Mechanic, Promotion, Reward, Unknown
from picker_app.promotions import deliveroo_json, files
from picker_app.promotions.deliveroo_reader import KEYS
from picker_app.promotions.reading import CannotWrite, Read
from tests.domain.promotion_examples import PERIOD, one_row, promotion
from tests.promotions import drawn

SAMPLES = Path(__file__).parent / "samples"


def tree() -> dict[str, Any]:
    """The file of the platform's page with its eleven promotions."""
    found: dict[str, Any] = json.loads((SAMPLES / "deliveroo_page.json").read_bytes())
    return found


def read(value: Any, currency: str = "GBP") -> Read:
    """Read a JSON value as a file."""
    return files.read(json.dumps(value, ensure_ascii=False).encode(), currency, "Europe/London")


def told(found: Read) -> list[tuple[str, str, str]]:
    """Code, promotion and field of each problem."""
    assert all(problem.stops and "{" not in problem.sentence for problem in found.problems)
    return [(problem.code, problem.promotion, problem.field) for problem in found.problems]


@pytest.mark.parametrize("name", ["deliveroo_page.json", "one_of_each.json"])
def test_an_example_with_one_promotion_of_each_mechanic_comes_back_as_the_same_value(name: str) -> None:
    body = (SAMPLES / name).read_bytes()
    found = files.read(body, "GBP", "Europe/London")
    assert not found.problems and found.positions == tuple(range(11))
    assert {one.mechanic for one in found.promotions} == set(mechanics_of(Market.DELIVEROO))
    written = deliveroo_json.write(found.promotions, "GBP", found.unknown)
    assert json.loads(written) == json.loads(body)
    assert b"." not in b"".join(part for part in written.split(b'"') if part.strip(b"[]{}:, \n").isdigit())


def test_the_ten_keys_stand_in_their_order() -> None:
    first = json.loads(deliveroo_json.body(promotion(), "GBP"))
    assert list(first) == list(KEYS)


def test_money_is_major_units_here_and_whole_minor_units_there() -> None:
    sandwich = read(tree()).promotions[4]
    assert sandwich.reward.fixed_price == Decimal("2.00")
    assert json.loads(deliveroo_json.body(sandwich, "GBP"))["reward"] == {"fixed_price": 200}
    assert json.loads(deliveroo_json.body(sandwich, "KWD"))["reward"] == {"fixed_price": 2000}
    assert read(tree(), "KWD").promotions[4].reward.fixed_price == Decimal("0.200")


def test_three_for_two_is_three_and_one() -> None:
    value = json.loads(deliveroo_json.body(promotion(Mechanic.BUY_X_FOR_Y), "GBP"))
    assert (value["condition"]["quantity"], value["reward"]) == (3, {"quantity": 1})


def test_free_delivery_has_an_empty_reward_and_no_items() -> None:
    value = json.loads(deliveroo_json.body(promotion(Mechanic.FREE_DELIVERY), "GBP"))
    assert value["reward"] == {} and "items" not in value["condition"]


def test_no_number_has_an_exponent_or_a_needless_point() -> None:
    odd = replace(promotion(), reward=Reward(percentage=Decimal("1E+1")))
    assert b'"reward": {"percentage": 10}' in deliveroo_json.body(odd, "GBP")
    half = replace(promotion(), reward=Reward(percentage=Decimal("12.5")))
    assert b'"percentage": 12.5}' in deliveroo_json.body(half, "GBP")


def test_a_long_item_id_keeps_its_zeros() -> None:
    value = tree()
    value["promotions"][0]["condition"]["items"] = ["0050123450011"]
    found = read(value)
    assert found.promotions[0].items == ("0050123450011",)
    assert b'"0050123450011"' in deliveroo_json.write(found.promotions, "GBP")


def test_fields_that_are_not_known_are_kept_where_they_stood() -> None:
    value = tree()
    value["version"] = 2.50
    value["promotions"][0] |= {"colour": {"deep": [1, "ü", None]}}
    value["promotions"][0]["condition"]["weekdays"] = ["MON"]
    value["promotions"][0]["reward"]["cashback"] = 0.1
    found = read(value)
    assert found.unknown == (Unknown("", "version", "2.5"),)
    assert {(one.part, one.key) for one in found.promotions[0].unknown} == {
        ("", "colour"),
        ("condition", "weekdays"),
        ("reward", "cashback"),
    }
    assert json.loads(deliveroo_json.write(found.promotions, "GBP", found.unknown)) == value


def test_times_with_an_offset_or_a_fraction_are_read_and_fractions_are_not_written() -> None:
    value = tree()
    value["promotions"][0] |= {"start_at": "2026-06-01T02:00:00+02:00", "end_at": "2026-06-30T23:59:59.5Z"}
    found = read(value).promotions[0]
    assert found.period.start.isoformat() == "2026-06-01T00:00:00+00:00" and found.period.zone == "Europe/London"
    with pytest.raises(CannotWrite, match="whole seconds"):
        deliveroo_json.body(found, "GBP")


PLACES: list[tuple[str, Any, str, str]] = [
    ("promotion_id", 7, "wrong_type", "promotion_id"),
    ("promotion_type", "BUY_ONE_GET_LOST", "mechanic_unknown", "promotion_type"),
    ("promotion_type", "STRIKETHROUGH", "mechanic_unknown", "promotion_type"),
    ("name", None, "wrong_type", "name"),
    ("user_target", ["ALL"], "wrong_type", "user_target"),
    ("sites", "one", "wrong_type", "sites"),
    ("sites", ["one", 2], "wrong_type", "sites[1]"),
    ("fulfillment_method", True, "wrong_type", "fulfillment_method"),
    ("start_at", "yesterday", "time_unreadable", "start_at"),
    ("start_at", "2026-06-01T00:00:00", "no_time_zone", "start_at"),
    ("end_at", "9999-12-31T23:59:59-08:00", "time_unreadable", "end_at"),
    ("end_at", 1780000000, "wrong_type", "end_at"),
    ("condition", [], "wrong_type", "condition"),
    ("condition", {"items": {"a": 1}}, "wrong_type", "condition.items"),
    ("condition", {"items": [5000169816246]}, "wrong_type", "condition.items[0]"),
    ("condition", {"quantity": "3"}, "wrong_type", "condition.quantity"),
    ("condition", {"quantity": 3.0}, "wrong_type", "condition.quantity"),
    ("condition", {"quantity": True}, "wrong_type", "condition.quantity"),
    ("condition", {"quantity": 10**30}, "garbage", "condition.quantity"),
    ("condition", {"min_order_value": 20.5}, "money_float", "condition.min_order_value"),
    ("condition", {"alcohol_allowed": "no"}, "wrong_type", "condition.alcohol_allowed"),
    ("reward", None, "wrong_type", "reward"),
    ("reward", {"percentage": "20"}, "wrong_type", "reward.percentage"),
    ("reward", {"percentage": False}, "wrong_type", "reward.percentage"),
    ("reward", {"percentage": 1e300}, "garbage", "reward.percentage"),
    ("reward", {"amount_off": 100.0}, "money_float", "reward.amount_off"),
    ("reward", {"fixed_price": "200"}, "wrong_type", "reward.fixed_price"),
    ("reward", {"max_discount": {}}, "wrong_type", "reward.max_discount"),
    ("reward", {"quantity": 1.5}, "wrong_type", "reward.quantity"),
    ("colour", float("nan"), "garbage", "colour"),
    ("name", "cut \ud800", "text_broken", "name"),
]


@pytest.mark.parametrize(("key", "value", "code", "field"), PLACES)
def test_each_wrong_value_is_named_by_promotion_and_field(key: str, value: Any, code: str, field: str) -> None:
    whole = tree()
    name = whole["promotions"][3]["promotion_id"]
    whole["promotions"][3][key] = value
    found = files.read(json.dumps(whole).encode(), "GBP")
    assert told(found) == [(code, "" if key == "promotion_id" else name, field)]
    assert found.problems[0].index == 3 and len(found.promotions) == 10 and 3 not in found.positions


def test_all_faults_of_a_file_are_named_in_one_pass() -> None:
    whole = tree()
    for number, (key, value, _, _) in enumerate(PLACES):
        whole["promotions"].append(whole["promotions"][0] | {"promotion_id": f"P{number}"} | {key: value})
    found = files.read(json.dumps(whole).encode(), "GBP")
    assert [(problem.code, problem.field) for problem in found.problems] == [place[2:] for place in PLACES]
    assert len(found.promotions) == 11


@pytest.mark.parametrize("key", KEYS)
def test_each_of_the_ten_keys_is_missed(key: str) -> None:
    whole = tree()
    name = whole["promotions"][1]["promotion_id"]
    del whole["promotions"][1][key]
    assert told(read(whole)) == [("missing", "" if key == "promotion_id" else name, key)]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        (b'"name": "20% off', b'"name": "x", "name": "20% off', "name"),
        (b'"percentage": 20', b'"percentage": 20, "percentage": 20', "reward.percentage"),
        (b'"percentage": 20', b'"percentage": NaN', "reward.percentage"),
        (b'"percentage": 20', b'"percentage": 20, "odd": {"a": [-Infinity]}', "reward.odd"),
        (b'"percentage": 20', b'"percentage": 20, "odd": {"a": "\\ud800"}', "reward.odd"),
        (b'"percentage": 20', b'"percentage": 20, "\\udc00": 1', "reward"),
        (b'"percentage": 20', b'"percentage": 20, "odd": ' + b"[" * 40 + b"]" * 40, "reward.odd"),
        (b'"5000169816246",', b'"50\\ud8001",', "condition.items"),
    ],
)
def test_what_json_allows_and_nobody_can_mean_is_refused_with_its_place(old: bytes, new: bytes, field: str) -> None:
    body = (SAMPLES / "deliveroo_page.json").read_bytes().replace(old, new, 1)
    found = told(files.read(body, "GBP"))
    assert [(promotion, place) for _, promotion, place in found] == [("GROCER-PCT-OFF-PASTA-2026Q2", field)]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b'{"promotions": [}', "file_broken"),
        (b'{"promotions": [1, /* two */ 2]}', "file_broken"),
        (b'{"promotions": ' + b"[" * 100_000, "file_broken"),
        (b'{"a": "\xff"}', "file_not_text"),
        (b"[]", "file_shape"),
        (b'{"promotion": []}', "file_shape"),
        (b'{"promotions": {}}', "file_shape"),
        (b'{"promotions": [], "promotions": []}', "file_shape"),
        (b'{"promotions": []}', "file_empty"),
    ],
)
def test_a_file_that_is_none_is_refused_in_one_sentence(body: bytes, code: str) -> None:
    found = files.read(body, "GBP")
    assert [problem.code for problem in found.problems] == [code] and not found.promotions


def test_a_promotion_that_is_no_object_and_a_mark_at_the_begin_of_the_file() -> None:
    whole = tree()
    whole["promotions"].insert(1, "nothing")
    found = files.read(b"\xef\xbb\xbf" + json.dumps(whole).encode(), "GBP")
    assert told(found) == [("wrong_type", "", "promotions[1]")] and len(found.promotions) == 11


def test_what_a_file_has_no_words_for_is_named_for_all_promotions_at_once() -> None:
    cent = replace(promotion(Mechanic.AMOUNT_OFF_ON_ITEMS), reward=Reward(amount_off=Decimal("2.505")))
    price = replace(one_row(Kind.FINAL_PRICE, "1.99"), id="PRICE")
    late = replace(promotion(), id="LATE", period=replace(PERIOD, end=PERIOD.end + timedelta(milliseconds=1)))
    with pytest.raises(CannotWrite) as refused:
        deliveroo_json.write([cent, promotion(), price, late], "GBP")
    assert [(one.code, one.promotion, one.index, one.field) for one in refused.value.problems] == [
        ("money_digits", cent.id, 0, "reward.amount_off"),
        ("mechanic_elsewhere", "PRICE", 2, "promotion_type"),
        ("time_fraction", "LATE", 3, "end_at"),
    ]
    assert "2.505 GBP" in str(refused.value)


def test_what_means_the_same_is_written_in_deliveroos_words() -> None:
    row = replace(one_row(Kind.ABSOLUTE, "0.75"), fulfilment="DELIVERY")
    value = json.loads(deliveroo_json.body(row, "GBP"))
    assert value["promotion_type"] == "AMOUNT_OFF_ON_ITEMS" and value["reward"] == {"amount_off": 75}


@given(st.lists(drawn.deliveroo(), min_size=1, max_size=4), st.sampled_from(["GBP", "KWD"]))
def test_any_promotions_come_back_as_they_were(promotions: list[Promotion], currency: str) -> None:
    body = deliveroo_json.write(promotions, currency)
    for one in promotions:
        found = files.read(body, currency, one.period.zone)
        assert not found.problems
        there = found.promotions[promotions.index(one)]
        assert there == one


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from([*KEYS, "items", "quantity", "x"]), inner, max_size=4)
        ),
        max_leaves=20,
    )
)
def test_no_json_value_makes_the_reader_fail(value: Any) -> None:
    first = tree()["promotions"][0]
    for odd in (value, {"promotions": value}, {"promotions": [value]}, {"promotions": [first | {"reward": value}]}):
        found = files.read(json.dumps(odd).encode(), "GBP")
        assert found.problems or found.promotions

"""What each mechanic needs, and what a platform has no words for."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from picker_app.domain.mechanics import (
    MAX_DISCOUNT,
    SHAPES,
    VALUES,
    adapted,
    expressible,
    mechanics_of,
    shape_problems,
)
from picker_app.domain.problem import Problem, Severity, error, warning
from picker_app.domain.promotion import (
    Condition,
    Discount,
    DiscountKind,
    Market,
    Mechanic,
    Promotion,
    Reward,
    Unknown,
)
from tests.domain.examples import d
from tests.domain.promotion_examples import PERIOD, TEA, one_row, promotion

DELIVEROO, DELIVERY_HERO = Market.DELIVEROO, Market.DELIVERY_HERO
ELEVEN = mechanics_of(DELIVEROO)


def told(problems: tuple[Problem, ...]) -> set[tuple[str, str]]:
    """Code and field of each problem; its sentence can be read."""
    assert all(problem.sentence and "{" not in problem.sentence for problem in problems)
    return {(problem.code, problem.field) for problem in problems}


def without(original: Promotion, field: str) -> Promotion:
    """The promotion with one field not given."""
    part, name = field.split(".")
    name = {"min_order_value": "min_order", "alcohol_allowed": "alcohol", "discount": "discounts"}.get(name, name)
    if part == "condition":
        return replace(original, condition=replace(original.condition, **{name: None}))
    name = {"quantity": "free_quantity"}.get(name, name)
    nothing: dict[str, Any] = {name: () if name == "discounts" else None}
    return replace(original, reward=replace(original.reward, **nothing))


FULL = Promotion(
    "full",
    Mechanic.FREE_DELIVERY,
    "All fields",
    ("a",),
    PERIOD,
    Condition((TEA,), 2, d("1"), False),
    Reward(d("1"), d("1"), d("1"), 1, d("1"), (Discount(DiscountKind.ABSOLUTE, d("1"), (TEA,)),)),
)


def given(original: Promotion, field: str) -> Promotion:
    """The promotion with one field more."""
    part, name = field.split(".")
    name = {"min_order_value": "min_order", "alcohol_allowed": "alcohol", "discount": "discounts"}.get(name, name)
    if part == "condition":
        return replace(original, condition=replace(original.condition, **{name: getattr(FULL.condition, name)}))
    name = {"quantity": "free_quantity"}.get(name, name)
    return replace(original, reward=replace(original.reward, **{name: getattr(FULL.reward, name)}))


def test_there_are_eleven_mechanics_at_deliveroo_and_two_at_delivery_hero() -> None:
    assert len(ELEVEN) == 11 and mechanics_of(DELIVERY_HERO) == (Mechanic.STRIKETHROUGH, Mechanic.SAME_ITEM_BUNDLE)
    assert set(SHAPES) == set(Mechanic)


@pytest.mark.parametrize("mechanic", Mechanic)
def test_a_complete_promotion_of_each_mechanic_has_the_right_shape(mechanic: Mechanic) -> None:
    assert not shape_problems(promotion(mechanic))


@pytest.mark.parametrize("mechanic", Mechanic)
def test_each_field_that_a_mechanic_needs_is_named_when_it_is_missing(mechanic: Mechanic) -> None:
    for field in SHAPES[mechanic].required:
        assert told(shape_problems(without(promotion(mechanic), field))) == {("missing", field)}


@pytest.mark.parametrize("mechanic", Mechanic)
def test_each_field_that_a_mechanic_does_not_have_is_named_when_it_is_there(mechanic: Mechanic) -> None:
    for field in VALUES.keys() - set(SHAPES[mechanic].fields):
        assert told(shape_problems(given(promotion(mechanic), field))) == {("not_allowed", field)}


def test_a_field_that_may_be_left_out_is_not_missed() -> None:
    assert MAX_DISCOUNT in SHAPES[Mechanic.PERCENTAGE_OFF_ON_BASKET].fields
    assert not shape_problems(without(promotion(Mechanic.PERCENTAGE_OFF_ON_BASKET), MAX_DISCOUNT))


def test_fields_that_nobody_knows_are_named_with_their_place() -> None:
    strange = replace(promotion(), unknown=(Unknown("", "colour", "1"), Unknown("reward", "cashback", "2")))
    assert told(shape_problems(strange)) == {("unknown_field", "colour"), ("unknown_field", "reward.cashback")}


@pytest.mark.parametrize("mechanic", ELEVEN)
def test_deliveroo_has_words_for_its_eleven_mechanics(mechanic: Mechanic) -> None:
    assert not expressible(promotion(mechanic), DELIVEROO)


def test_delivery_hero_has_words_for_strikethrough_and_perhaps_for_bundles() -> None:
    assert not expressible(promotion(Mechanic.STRIKETHROUGH), DELIVERY_HERO)
    bundle = expressible(promotion(Mechanic.SAME_ITEM_BUNDLE), DELIVERY_HERO)
    assert told(bundle) == {("bundle_perhaps", "promotion_type")} and not bundle[0].stops


@pytest.mark.parametrize("mechanic", ELEVEN[2:])
def test_what_delivery_hero_has_no_mechanic_for_is_said_and_left_as_it_is(mechanic: Mechanic) -> None:
    original = replace(promotion(mechanic), fulfilment="")
    assert told(expressible(original, DELIVERY_HERO)) == {("mechanic_elsewhere", "promotion_type")}
    assert adapted(original, DELIVERY_HERO) == original


@pytest.mark.parametrize("mechanic", [Mechanic.STRIKETHROUGH, Mechanic.SAME_ITEM_BUNDLE])
def test_two_rows_or_a_bundle_cannot_be_said_at_deliveroo(mechanic: Mechanic) -> None:
    assert told(expressible(promotion(mechanic), DELIVEROO)) == {("mechanic_elsewhere", "promotion_type")}


@pytest.mark.parametrize(
    ("mechanic", "kind", "value"),
    [
        (Mechanic.PERCENTAGE_OFF_ON_ITEMS, DiscountKind.PERCENTAGE, "20"),
        (Mechanic.AMOUNT_OFF_ON_ITEMS, DiscountKind.ABSOLUTE, "0.75"),
    ],
)
def test_percent_and_money_off_items_mean_the_same_at_both_platforms(
    mechanic: Mechanic, kind: DiscountKind, value: str
) -> None:
    there = adapted(replace(promotion(mechanic), fulfilment=""), DELIVERY_HERO)
    assert there.mechanic is Mechanic.STRIKETHROUGH and there.condition == Condition()
    assert there.reward == Reward(discounts=(Discount(kind, d(value), (TEA,)),))
    assert not expressible(replace(promotion(mechanic), fulfilment=""), DELIVERY_HERO)
    back = adapted(replace(there, fulfilment="DELIVERY"), DELIVEROO)
    assert back == promotion(mechanic)


def test_a_reason_and_the_same_name_in_a_language_are_no_loss_at_deliveroo() -> None:
    row = replace(one_row(DiscountKind.PERCENTAGE, "20"), fulfilment="DELIVERY", audience="")
    assert not expressible(row, DELIVEROO)
    assert adapted(row, DELIVEROO).audience == "ALL_CUSTOMERS"
    other = replace(row, names=(("en_GB", "Good tea"), ("fr_FR", "Bon thé")))
    assert told(expressible(other, DELIVEROO)) == {("field_elsewhere", "display_name")}


@pytest.mark.parametrize(
    "row",
    [
        Discount(DiscountKind.FINAL_PRICE, d("1"), (TEA,)),
        Discount(DiscountKind.PERCENTAGE, d("1"), (TEA,), active=False),
        Discount(DiscountKind.PERCENTAGE, d("1"), (TEA,), max_quantity=2),
    ],
)
def test_a_row_that_deliveroo_cannot_say_exactly_is_not_sent_as_something_near(row: Discount) -> None:
    original = replace(promotion(Mechanic.STRIKETHROUGH), reward=Reward(discounts=(row,)), fulfilment="DELIVERY")
    assert adapted(original, DELIVEROO) == original
    assert told(expressible(original, DELIVEROO)) == {("mechanic_elsewhere", "promotion_type")}


def test_a_promotion_that_lacks_something_is_not_put_into_other_words() -> None:
    half = replace(promotion(), reward=Reward())
    assert adapted(half, DELIVERY_HERO) == half
    odd = replace(one_row(DiscountKind.PERCENTAGE, "20"), condition=Condition(quantity=2))
    assert adapted(odd, DELIVEROO) == odd


def test_what_deliveroo_cannot_say_is_named_field_by_field() -> None:
    original = replace(
        promotion(),
        sites=("*",),
        fulfilment="",
        period=replace(PERIOD, start=PERIOD.start + timedelta(milliseconds=5)),
        reason="NMR",
        names=(("en_GB", "Tea"),),
        limits=(("global_limit", d("5")),),
        active=False,
    )
    assert told(expressible(original, DELIVEROO)) == {
        ("every_site", "sites"),
        ("both_ways", "fulfillment_method"),
        ("time_fraction", "start_at"),
        ("field_elsewhere", "reason"),
        ("field_elsewhere", "display_name"),
        ("field_elsewhere", "limits"),
        ("field_elsewhere", "active"),
    }


def test_what_delivery_hero_cannot_say_is_named_field_by_field() -> None:
    original = replace(
        promotion(Mechanic.STRIKETHROUGH),
        audience="LOYALTY_CUSTOMER",
        fulfilment="COLLECTION",
        period=replace(
            PERIOD, start=PERIOD.start + timedelta(milliseconds=5), end=PERIOD.end + timedelta(microseconds=5)
        ),
    )
    assert told(expressible(original, DELIVERY_HERO)) == {
        ("audience_elsewhere", "user_target"),
        ("fulfilment_elsewhere", "fulfillment_method"),
        ("time_fraction", "end_at"),
    }


def test_the_items_of_a_promotion_are_those_of_condition_and_rows() -> None:
    assert promotion(Mechanic.STRIKETHROUGH).items == (TEA, "5012345000114")
    assert promotion(Mechanic.FREE_DELIVERY).items == ()


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (error("items_unknown", entries=tuple("abcdefg")), "Not in the catalogue: a, b, c, d, e and 2 more."),
        (error("repeats", entries=("a", "b")), "Given more than once: a, b."),
        (error("money_digits", amount=d("NaN"), currency="GBP", digits=2), "NaN GBP: at most 2 decimals."),
        (warning("percentage_high", found=d("9E+1"), limit=70), "90 %: over 70 %. Is that meant?"),
        (error("time_unreadable", found=PERIOD.start), "2027-06-06 23:00:00+00:00 is no time."),
    ],
)
def test_a_problem_says_what_it_names_in_plain_words(problem: Problem, sentence: str) -> None:
    assert problem.sentence.startswith(sentence)
    assert problem.stops == (problem.severity is Severity.ERROR)

"""What the customer reads of a promotion."""

from dataclasses import replace

import pytest

from picker_app.domain.customer_sentence import MONEY, SENTENCES, sentences
from picker_app.domain.mechanics import ITEMS, PERCENTAGE
from picker_app.domain.promotion import Condition, Discount, DiscountKind, Mechanic, Promotion, Reward
from tests.domain.examples import d
from tests.domain.promotion_examples import COFFEE, TEA, one_row, promotion

NO_ALCOHOL = "Alcohol does not count."


def words(original: Promotion) -> list[str]:
    """The sentences in English, with short names for the items."""
    return [one.english.replace(TEA, "tea").replace(COFFEE, "coffee") for one in sentences(original)]


@pytest.mark.parametrize(
    ("mechanic", "expected"),
    [
        (Mechanic.PERCENTAGE_OFF_ON_ITEMS, ["20 % off tea"]),
        (Mechanic.AMOUNT_OFF_ON_ITEMS, ["0.75 off tea"]),
        (Mechanic.PERCENTAGE_OFF_ON_SECOND_ITEM, ["50 % off the second one: tea"]),
        (Mechanic.PERCENTAGE_OFF_ON_SINGLE_ITEM_MULTIBUY, ["Buy 3 of the same, 30 % off: tea"]),
        (Mechanic.FIXED_PRICE_ON_SINGLE_ITEM_MULTIBUY, ["2 of the same for 4.50: tea"]),
        (Mechanic.PERCENTAGE_OFF_ON_MULTIPLE_ITEM_MULTIBUY, ["Any 3, 25 % off: tea, coffee"]),
        (Mechanic.FIXED_PRICE_ON_MULTIPLE_ITEM_MULTIBUY, ["Any 3 for 6: tea, coffee"]),
        (Mechanic.PERCENTAGE_OFF_ON_BASKET, ["10 % off when you spend 20, at most 5", NO_ALCOHOL]),
        (Mechanic.FREE_DELIVERY, ["Free delivery when you spend 15", NO_ALCOHOL]),
        (Mechanic.BUY_X_FOR_Y, ["3 for 2 on tea"]),
        (Mechanic.BUY_X_PLUS_SAVE_Y_PERCENT, ["Buy 3 or more, save 15 %: tea, coffee"]),
        (Mechanic.STRIKETHROUGH, ["tea for 1.99", "15 % off coffee"]),
        (Mechanic.SAME_ITEM_BUNDLE, ["Buy 2, get 1 free: tea"]),
    ],
)
def test_each_mechanic_says_what_the_customer_gets(mechanic: Mechanic, expected: list[str]) -> None:
    assert words(promotion(mechanic)) == expected


@pytest.mark.parametrize(
    ("condition", "reward", "expected"),
    [
        (Condition(min_order=d("20"), alcohol=True), Reward(percentage=d("10")), "10 % off when you spend 20"),
        (Condition(min_order=d("0"), alcohol=True), Reward(percentage=d("10")), "10 % off everything"),
        (
            Condition(min_order=d("0"), alcohol=True),
            Reward(percentage=d("10"), max_discount=d("3")),
            "10 % off everything, at most 3",
        ),
    ],
)
def test_a_basket_says_only_the_bounds_that_it_has(condition: Condition, reward: Reward, expected: str) -> None:
    basket = replace(promotion(Mechanic.PERCENTAGE_OFF_ON_BASKET), condition=condition, reward=reward)
    assert words(basket) == [expected]


def test_delivery_without_a_smallest_basket_is_just_free() -> None:
    free = replace(promotion(Mechanic.FREE_DELIVERY), condition=Condition(min_order=d("0"), alcohol=True))
    assert words(free) == ["Free delivery"]


def test_the_reduced_one_of_three_is_the_last_one() -> None:
    third = promotion(Mechanic.PERCENTAGE_OFF_ON_SECOND_ITEM)
    assert words(replace(third, condition=Condition(items=(TEA,), quantity=3))) == ["Buy 3, the last one 50 % off: tea"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (DiscountKind.FINAL_PRICE, "Buy 2, get 1 for 0.50 each: tea"),
        (DiscountKind.ABSOLUTE, "Buy 2, get 1 with 0.50 off each: tea"),
        (DiscountKind.PERCENTAGE, "Buy 2, get 1 with 0.50 % off: tea"),
    ],
)
def test_a_bundle_says_what_the_further_piece_costs(kind: DiscountKind, expected: str) -> None:
    bundle = promotion(Mechanic.SAME_ITEM_BUNDLE)
    reward = Reward(free_quantity=1, discounts=(Discount(kind, d("0.50"), (TEA,)),))
    assert words(replace(bundle, reward=reward)) == [expected]


def test_a_row_says_its_most_pieces_and_one_that_was_taken_out_says_nothing() -> None:
    assert words(one_row(DiscountKind.ABSOLUTE, "0.50", most=4)) == ["0.50 off tea", "For 4 pieces at most."]
    out = replace(one_row(DiscountKind.ABSOLUTE, "0.50"), reward=Reward(discounts=(gone(),)))
    assert words(out) == []


def gone() -> Discount:
    """A row that takes its item out."""
    return Discount(DiscountKind.ABSOLUTE, d("0.50"), (TEA,), active=False)


def test_who_and_how_is_said_where_it_is_not_everybody_and_delivery() -> None:
    limited = replace(promotion(), audience="LOYALTY_CUSTOMER", fulfilment="COLLECTION")
    assert words(limited) == ["20 % off tea", "For loyalty customers.", "When you collect it."]
    assert words(replace(promotion(), audience="STUDENT"))[1:] == ["For STUDENT only."]
    assert words(replace(promotion(), audience="", fulfilment="")) == ["20 % off tea"]


def test_a_draft_says_what_it_still_lacks() -> None:
    draft = replace(promotion(), condition=Condition(), reward=Reward())
    assert dict(sentences(draft)[0].values) == {"missing": (ITEMS, PERCENTAGE)}
    assert words(draft) == ["Still missing: condition.items, reward.percentage."]


@pytest.mark.parametrize("mechanic", Mechanic)
def test_the_values_of_a_sentence_are_exactly_those_that_it_names(mechanic: Mechanic) -> None:
    for one in sentences(promotion(mechanic)):
        assert all(f"{{{name}}}" in SENTENCES[one.code] for name, _ in one.values)
        assert SENTENCES[one.code].count("{") == len(one.values)
    assert all(any(f"{{{name}}}" in text for text in SENTENCES.values()) for name in MONEY)

"""What a basket costs without and with a promotion, to the last cent."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from picker_app.domain import money
from picker_app.domain.basket import BasketLine, Cost, cost
from picker_app.domain.basket_example import example
from picker_app.domain.promotion import Condition, Discount, DiscountKind, Mechanic, Promotion, Reward
from tests.domain.examples import d
from tests.domain.promotion_examples import COFFEE, TEA, WINE, one_row, promotion

MILK = "5012345000350"


def basket(original: Promotion, *lines: tuple[str, int, str], fee: str = "0") -> Cost:
    """The cost of lines of item, pieces and price; wine is alcohol."""
    told = [BasketLine(item, quantity, d(price), alcohol=item == WINE) for item, quantity, price in lines]
    return cost(original, told, "GBP", d(fee))


def saved(original: Promotion, *lines: tuple[str, int, str], fee: str = "0") -> Decimal:
    """What the customer saves."""
    return basket(original, *lines, fee=fee).saved


def test_listed_items_are_cheaper_and_others_are_not() -> None:
    off = basket(promotion(), (TEA, 3, "1.99"), (MILK, 1, "1.00"))
    assert [(line.before, line.after) for line in off.lines] == [(d("5.97"), d("4.78")), (d("1.00"), d("1.00"))]
    assert (off.before, off.after, off.saved) == (d("6.97"), d("5.78"), d("1.19"))


def test_money_off_each_item_is_never_more_than_its_price() -> None:
    assert saved(promotion(Mechanic.AMOUNT_OFF_ON_ITEMS), (TEA, 2, "1.99")) == d("1.50")
    assert saved(promotion(Mechanic.AMOUNT_OFF_ON_ITEMS), (TEA, 2, "0.50")) == d("1.00")


def test_the_second_one_is_the_cheaper_one() -> None:
    both = replace(
        promotion(Mechanic.PERCENTAGE_OFF_ON_SECOND_ITEM), condition=Condition(items=(TEA, COFFEE), quantity=2)
    )
    assert saved(both, (TEA, 1, "2.00"), (COFFEE, 1, "6.00")) == d("1.00")
    assert saved(both, (TEA, 2, "2.00"), (COFFEE, 1, "6.00")) == d("1.00"), "a third one has no partner"
    assert saved(both, (COFFEE, 4, "6.00")) == d("6.00")
    assert saved(both, (TEA, 1, "2.00")) == 0


def test_several_of_the_same_are_counted_by_item() -> None:
    three = promotion(Mechanic.PERCENTAGE_OFF_ON_SINGLE_ITEM_MULTIBUY)
    assert saved(three, (TEA, 2, "1.00")) == 0
    assert saved(three, (TEA, 7, "1.00")) == d("1.80"), "six of seven are in full groups"


def test_several_of_the_same_for_one_price_never_cost_more_than_alone() -> None:
    two = promotion(Mechanic.FIXED_PRICE_ON_SINGLE_ITEM_MULTIBUY)
    assert saved(two, (TEA, 5, "3.00")) == d("3.00")
    assert saved(two, (TEA, 2, "2.00")) == 0


def test_any_three_of_a_list_are_taken_together_from_the_dearest_down() -> None:
    three = promotion(Mechanic.PERCENTAGE_OFF_ON_MULTIPLE_ITEM_MULTIBUY)
    assert saved(three, (TEA, 2, "1.00"), (COFFEE, 2, "4.00")) == d("2.25"), "two coffees and a tea"
    assert saved(three, (TEA, 1, "1.00"), (COFFEE, 1, "4.00")) == 0


def test_any_three_for_one_price_share_the_saving_by_worth() -> None:
    three = promotion(Mechanic.FIXED_PRICE_ON_MULTIPLE_ITEM_MULTIBUY)
    off = basket(three, (TEA, 2, "1.00"), (COFFEE, 2, "4.00"), (MILK, 1, "9.00"))
    assert off.saved == d("3.00") and off.lines[1].after == d("5.33") and off.lines[0].after == d("1.67")
    assert off.lines[2].after == d("9.00")
    assert saved(three, (TEA, 3, "1.00")) == 0


def test_percent_off_the_basket_begins_with_the_smallest_one_and_ends_with_the_most() -> None:
    ten = promotion(Mechanic.PERCENTAGE_OFF_ON_BASKET)
    assert saved(ten, (TEA, 1, "19.99")) == 0
    assert saved(ten, (TEA, 1, "20.00")) == d("2.00")
    assert saved(ten, (TEA, 1, "33.33"), (MILK, 1, "0.02")) == d("3.34")
    assert saved(ten, (TEA, 1, "80.00")) == d("5.00")
    unbounded = replace(ten, reward=Reward(percentage=d("10")))
    assert saved(unbounded, (TEA, 1, "80.00")) == d("8.00")


def test_alcohol_counts_only_where_it_is_allowed() -> None:
    ten = promotion(Mechanic.PERCENTAGE_OFF_ON_BASKET)
    assert saved(ten, (TEA, 1, "15.00"), (WINE, 1, "10.00")) == 0
    with_wine = basket(ten, (TEA, 1, "20.00"), (WINE, 1, "10.00"))
    assert with_wine.saved == d("2.00") and with_wine.lines[1].after == d("10.00")
    allowed = replace(ten, condition=replace(ten.condition, alcohol=True))
    assert saved(allowed, (TEA, 1, "15.00"), (WINE, 1, "10.00")) == d("2.50")


def test_free_delivery_takes_the_fee_off_from_the_smallest_basket_on() -> None:
    free = promotion(Mechanic.FREE_DELIVERY)
    assert basket(free, (TEA, 1, "15.00"), fee="2.99").after == d("15.00")
    assert basket(free, (TEA, 1, "14.99"), fee="2.99").after == d("17.98")
    assert basket(promotion(), (MILK, 1, "15.00"), fee="2.99").after == d("17.99")


def test_three_for_two_gives_the_cheapest_of_each_three() -> None:
    three = replace(promotion(Mechanic.BUY_X_FOR_Y), condition=Condition(items=(TEA, COFFEE), quantity=3))
    assert saved(three, (TEA, 3, "2.00")) == d("2.00")
    assert saved(three, (TEA, 2, "2.00"), (COFFEE, 1, "6.00")) == d("2.00")
    assert saved(three, (TEA, 2, "2.00")) == 0
    assert saved(three, (TEA, 3, "2.00"), (COFFEE, 3, "6.00")) == d("8.00")


def test_so_many_or_more_make_all_of_them_cheaper() -> None:
    more = promotion(Mechanic.BUY_X_PLUS_SAVE_Y_PERCENT)
    assert saved(more, (TEA, 2, "1.00")) == 0
    assert saved(more, (TEA, 2, "1.00"), (COFFEE, 2, "4.00")) == d("1.50")


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (DiscountKind.FINAL_PRICE, "1.99", "0.51"),
        (DiscountKind.FINAL_PRICE, "2.75", "0"),
        (DiscountKind.ABSOLUTE, "0.30", "0.30"),
        (DiscountKind.ABSOLUTE, "9.00", "2.50"),
        (DiscountKind.PERCENTAGE, "15", "0.38"),
    ],
)
def test_each_kind_of_discount_row(kind: DiscountKind, value: str, expected: str) -> None:
    assert saved(one_row(kind, value), (TEA, 1, "2.50"), (COFFEE, 1, "5.00")) == d(expected)


def test_a_row_holds_for_its_most_pieces_and_the_first_active_one_counts() -> None:
    assert saved(one_row(DiscountKind.ABSOLUTE, "0.50", most=2), (TEA, 5, "2.00")) == d("1.00")
    out = Discount(DiscountKind.ABSOLUTE, d("1"), (TEA,), active=False)
    own = one_row(DiscountKind.ABSOLUTE, "0.50")
    assert saved(replace(own, reward=Reward(discounts=(out, *own.reward.discounts))), (TEA, 1, "2.00")) == d("0.50")
    assert saved(replace(own, reward=Reward(discounts=(out,))), (TEA, 1, "2.00")) == 0


def test_a_bundle_of_two_and_one_reduces_every_third_piece() -> None:
    bundle = promotion(Mechanic.SAME_ITEM_BUNDLE)
    assert saved(bundle, (TEA, 2, "2.00")) == 0
    assert saved(bundle, (TEA, 7, "2.00")) == d("4.00")


def test_a_promotion_that_is_not_active_or_not_complete_takes_nothing_off() -> None:
    assert saved(replace(promotion(), active=False), (TEA, 1, "2.00")) == 0
    assert saved(replace(promotion(), reward=Reward()), (TEA, 1, "2.00")) == 0


def test_nothing_to_pay_is_shared_out_as_nothing() -> None:
    ten = promotion(Mechanic.PERCENTAGE_OFF_ON_BASKET)
    none = replace(ten, condition=Condition(min_order=d("0"), alcohol=False))
    assert basket(none, (TEA, 1, "0.00"), (MILK, 2, "0")).after == 0


amounts = st.integers(0, 3000).map(lambda n: Decimal(n) / 100)
lines = st.lists(
    st.builds(BasketLine, st.sampled_from([TEA, COFFEE, WINE, MILK]), st.integers(0, 9), amounts, st.booleans()),
    max_size=5,
)
some = st.sets(st.sampled_from([TEA, COFFEE, WINE]), min_size=1).map(lambda items: tuple(sorted(items)))


@st.composite
def any_promotions(draw: st.DrawFn) -> Promotion:
    """A promotion with all that its mechanic needs, however foolish its numbers."""
    own = promotion(draw(st.sampled_from(Mechanic)))
    number, percent = st.integers(-1, 7), st.integers(-10, 150).map(Decimal)
    values: dict[str, st.SearchStrategy[object]] = {
        "items": some,
        "quantity": number,
        "min_order": amounts,
        "alcohol": st.booleans(),
        "percentage": percent,
        "amount_off": amounts,
        "fixed_price": amounts,
        "free_quantity": number,
        "max_discount": amounts,
        "discounts": st.lists(
            st.builds(Discount, st.sampled_from(DiscountKind), percent, some, st.booleans(), st.none() | number),
            min_size=1,
            max_size=3,
        ).map(tuple),
    }
    drawn: dict[str, dict[str, Any]] = {
        part: {name: draw(values[name]) for name in type(whole).__slots__ if getattr(whole, name) not in (None, ())}
        for part, whole in (("condition", own.condition), ("reward", own.reward))
    }
    return replace(
        own, condition=replace(own.condition, **drawn["condition"]), reward=replace(own.reward, **drawn["reward"])
    )


@given(any_promotions(), lines, amounts, st.sampled_from(["GBP", "KWD", "CLP"]))
def test_no_promotion_makes_a_basket_negative_or_dearer(
    original: Promotion, told: list[BasketLine], fee: Decimal, currency: str
) -> None:
    found = cost(original, told, currency, fee)
    assert len(found.lines) == len(told)
    for line in found.lines:
        assert 0 <= line.after <= line.before == line.line.price * line.line.quantity
        assert line.after == money.rounded(line.after, currency)
    assert 0 <= found.delivery_after <= found.delivery_before
    assert found.saved == found.before - found.after >= 0


@given(any_promotions(), lines)
def test_a_group_for_one_price_costs_that_price_or_what_it_costs_alone(
    original: Promotion, told: list[BasketLine]
) -> None:
    found = cost(original, told, "GBP")
    fixed, size = original.reward.fixed_price, original.condition.quantity
    if original.mechanic is Mechanic.FIXED_PRICE_ON_MULTIPLE_ITEM_MULTIBUY and fixed is not None and size == 1:
        listed = [line for line in told if line.item in original.items]
        assert found.saved == sum(max(line.price - fixed, Decimal(0)) * line.quantity for line in listed)


PRICES = {TEA: d("3.50"), COFFEE: d("4.20")}


@pytest.mark.parametrize(
    ("mechanic", "before", "after"),
    [
        (Mechanic.PERCENTAGE_OFF_ON_ITEMS, "3.50", "2.80"),
        (Mechanic.AMOUNT_OFF_ON_ITEMS, "3.50", "2.75"),
        (Mechanic.PERCENTAGE_OFF_ON_SECOND_ITEM, "7.00", "5.25"),
        (Mechanic.PERCENTAGE_OFF_ON_SINGLE_ITEM_MULTIBUY, "10.50", "7.35"),
        (Mechanic.FIXED_PRICE_ON_SINGLE_ITEM_MULTIBUY, "7.00", "4.50"),
        (Mechanic.PERCENTAGE_OFF_ON_MULTIPLE_ITEM_MULTIBUY, "11.20", "8.40"),
        (Mechanic.FIXED_PRICE_ON_MULTIPLE_ITEM_MULTIBUY, "11.20", "6.00"),
        (Mechanic.PERCENTAGE_OFF_ON_BASKET, "20.00", "18.00"),
        (Mechanic.BUY_X_FOR_Y, "10.50", "7.00"),
        (Mechanic.BUY_X_PLUS_SAVE_Y_PERCENT, "10.50", "8.92"),
        (Mechanic.STRIKETHROUGH, "7.70", "5.56"),
        (Mechanic.SAME_ITEM_BUNDLE, "10.50", "7.00"),
    ],
)
def test_the_example_of_each_mechanic_is_the_smallest_basket_that_it_helps(
    mechanic: Mechanic, before: str, after: str
) -> None:
    found = example(promotion(mechanic), PRICES, "GBP")
    assert found is not None and not found.assumed
    assert (found.cost.before, found.cost.after) == (d(before), d(after))


def test_free_delivery_is_shown_with_the_known_fee_or_an_assumed_one() -> None:
    known = example(promotion(Mechanic.FREE_DELIVERY), {}, "GBP", d("2.49"))
    assert known is not None and not known.assumed and (known.cost.before, known.cost.after) == (d("17.49"), d("15"))
    guessed = example(promotion(Mechanic.FREE_DELIVERY), {}, "CLP")
    assert guessed is not None and guessed.assumed and guessed.cost.saved == 300


@pytest.mark.parametrize("mechanic", Mechanic)
@pytest.mark.parametrize("currency", ["GBP", "KWD", "CLP"])
def test_without_known_prices_the_example_is_made_up_and_says_so(mechanic: Mechanic, currency: str) -> None:
    found = example(promotion(mechanic), {}, currency)
    assert found is not None and found.cost.saved > 0
    assert found.assumed or mechanic is Mechanic.PERCENTAGE_OFF_ON_BASKET


def test_an_item_whose_price_is_known_is_taken_first() -> None:
    both = replace(promotion(), condition=Condition(items=(WINE, COFFEE)))
    found = example(both, PRICES, "GBP")
    assert found is not None and not found.assumed and found.cost.lines[0].line.item == COFFEE


def test_a_basket_without_a_smallest_one_is_shown_with_a_round_sum() -> None:
    free = replace(promotion(Mechanic.PERCENTAGE_OFF_ON_BASKET), condition=Condition(min_order=d("0"), alcohol=True))
    found = example(free, {}, "GBP")
    assert found is not None and found.cost.before == d("20.00")


@pytest.mark.parametrize(
    "original",
    [
        replace(promotion(), reward=Reward()),
        replace(promotion(), condition=Condition(items=())),
        replace(promotion(Mechanic.BUY_X_FOR_Y), condition=Condition(items=(TEA,), quantity=5000)),
        replace(promotion(Mechanic.BUY_X_FOR_Y), condition=Condition(items=(TEA,), quantity=0)),
        replace(
            promotion(Mechanic.FIXED_PRICE_ON_MULTIPLE_ITEM_MULTIBUY), condition=Condition(items=(TEA,), quantity=0)
        ),
        replace(promotion(Mechanic.SAME_ITEM_BUNDLE), condition=Condition(quantity=-5)),
        replace(
            one_row(DiscountKind.ABSOLUTE, "1"), reward=Reward(discounts=(Discount(DiscountKind.ABSOLUTE, d("1"), ()),))
        ),
    ],
)
def test_what_helps_no_basket_has_no_example(original: Promotion) -> None:
    assert example(original, PRICES, "GBP") is None


@given(any_promotions())
def test_an_example_is_found_or_not_but_never_fails(original: Promotion) -> None:
    found = example(original, {TEA: d("2.00")}, "GBP")
    assert found is None or found.cost.after >= 0

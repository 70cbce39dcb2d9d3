"""A name that quotes another number than the promotion has."""

from dataclasses import replace
from pathlib import Path

import pytest

from picker_app.domain.promotion import DiscountKind, Mechanic, Reward
from picker_app.promotions import files
from picker_app.promotions.quoted import misquoted
from tests.domain.examples import d
from tests.domain.promotion_examples import one_row, promotion

SAMPLES = Path(__file__).parent / "samples"
ITEMS, AMOUNT, SECOND = (
    Mechanic.PERCENTAGE_OFF_ON_ITEMS,
    Mechanic.AMOUNT_OFF_ON_ITEMS,
    Mechanic.PERCENTAGE_OFF_ON_SECOND_ITEM,
)
SAME, MIXED, ANY = (
    Mechanic.FIXED_PRICE_ON_SINGLE_ITEM_MULTIBUY,
    Mechanic.FIXED_PRICE_ON_MULTIPLE_ITEM_MULTIBUY,
    Mechanic.PERCENTAGE_OFF_ON_MULTIPLE_ITEM_MULTIBUY,
)
BASKET, FREE, FOR, PLUS = (
    Mechanic.PERCENTAGE_OFF_ON_BASKET,
    Mechanic.FREE_DELIVERY,
    Mechanic.BUY_X_FOR_Y,
    Mechanic.BUY_X_PLUS_SAVE_Y_PERCENT,
)


@pytest.mark.parametrize("name", ["deliveroo_page.json", "one_of_each.json"])
def test_the_names_of_the_examples_are_true(name: str) -> None:
    for one in files.read((SAMPLES / name).read_bytes(), "GBP").promotions:
        assert misquoted(one.name, one) is None


@pytest.mark.parametrize(
    ("mechanic", "name", "quoted", "actual"),
    [
        (ITEMS, "25% off tea", "25%", "20"),
        (ITEMS, "Tea: 25 percent off", "25 percent", "20"),
        (ITEMS, "Tea: half price", "half price", "20"),
        (ITEMS, "Save 15 on tea", "Save 15", "20"),
        (ITEMS, "15 off tea", "15 off", "20"),
        (ITEMS, "£1 off tea", "£1", "20"),
        (ITEMS, "Buy 2 teas", "Buy 2", "20"),
        (AMOUNT, "50p off tea", "50p", "0.75"),
        (AMOUNT, "£1.75 off tea", "£1.75", "0.75"),
        (AMOUNT, "1,75 € off tea", "1,75 €", "0.75"),
        (SECOND, "Second tea 25% off", "25%", "50"),
        (SAME, "3 teas for £4.50", "3", "2"),
        (SAME, "2 for 5", "2 for 5", "2, 4.5"),
        (MIXED, "Any 2 for £6", "2", "3"),
        (ANY, "Any 4 teas", "Any 4", "3"),
        (BASKET, "10% off from £25", "£25", "5, 20"),
        (FREE, "Free delivery from £18", "£18", "15"),
        (FOR, "4 for 3", "4 for 3", "2, 3"),
        (FOR, "3 for 1 on tea", "3 for 1", "2, 3"),
        (FOR, "Leve 4x3", "4x3", "2, 3"),
        (FOR, "Buy 2 get 2 free", "Buy 2 get 2 free", "1, 2"),
        (PLUS, "Buy 2 or more, save 15%", "Buy 2", "3"),
    ],
)
def test_a_wrong_number_is_named_with_the_right_one(mechanic: Mechanic, name: str, quoted: str, actual: str) -> None:
    assert misquoted(name, promotion(mechanic)) == (quoted, actual)


@pytest.mark.parametrize(
    ("mechanic", "name"),
    [
        (ITEMS, "Good tea"),
        (ITEMS, "20% off 330 ml tea"),
        (ITEMS, "20 % off, until 12.6.2027"),
        (ITEMS, "Any 500g pack: save 20%"),
        (ITEMS, "6x330ml 20% off"),
        (ITEMS, "20,0 % off tea"),
        (AMOUNT, "75p off tea"),
        (AMOUNT, "£0.75 off tea"),
        (AMOUNT, "GBP 0.75 off 80 teabags"),
        (SECOND, "Second tea half price"),
        (SECOND, "Segundo té a mitad de precio"),
        (SAME, "2 teas for £4.50"),
        (SAME, "2 for 4.50"),
        (MIXED, "Any 3 for £6"),
        (BASKET, "10% off from £20, at most £5"),
        (FREE, "Free delivery over £15"),
        (FOR, "3 for 2 on all tea"),
        (FOR, "Leve 3x2"),
        (FOR, "Buy 2, get 1 free"),
        (PLUS, "3+ teas: 15% off"),
        (Mechanic.SAME_ITEM_BUNDLE, "Buy 2 get 1 free"),
        (Mechanic.SAME_ITEM_BUNDLE, "3 for 2"),
        (Mechanic.STRIKETHROUGH, "Tea for £1.99, coffee 15% off"),
    ],
)
def test_a_right_number_and_one_that_means_something_else_are_let_be(mechanic: Mechanic, name: str) -> None:
    assert misquoted(name, promotion(mechanic)) is None


def test_a_row_that_was_taken_out_gives_no_number() -> None:
    row = one_row(DiscountKind.PERCENTAGE, "15").reward.discounts[0]
    out = replace(promotion(Mechanic.STRIKETHROUGH), reward=Reward(discounts=(replace(row, active=False),)))
    assert misquoted("15% off", out) == ("15%", "–")


def test_raising_the_discount_warns_about_the_old_name() -> None:
    raised = replace(promotion(name="15% off tea"), reward=Reward(percentage=d("20")))
    assert misquoted(raised.name, raised) == ("15%", "20")

"""A promotion of each mechanic for the tests: complete, and running in June 2027 in London."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from picker_app.domain.promotion import (
    Condition,
    Discount,
    DiscountKind,
    Mechanic,
    Period,
    Promotion,
    Reward,
)
from tests.domain.examples import d

START = datetime(2027, 6, 6, 23, 0, tzinfo=UTC)
END = datetime(2027, 6, 20, 22, 59, 59, tzinfo=UTC)
PERIOD = Period(START, END, "Europe/London")
TEA, COFFEE, WINE = "5012345000800", "5012345000114", "5012345000978"

TERMS: dict[Mechanic, tuple[Condition, Reward]] = {
    Mechanic.PERCENTAGE_OFF_ON_ITEMS: (Condition(items=(TEA,)), Reward(percentage=d("20"))),
    Mechanic.AMOUNT_OFF_ON_ITEMS: (Condition(items=(TEA,)), Reward(amount_off=d("0.75"))),
    Mechanic.PERCENTAGE_OFF_ON_SECOND_ITEM: (Condition(items=(TEA,), quantity=2), Reward(percentage=d("50"))),
    Mechanic.PERCENTAGE_OFF_ON_SINGLE_ITEM_MULTIBUY: (Condition(items=(TEA,), quantity=3), Reward(percentage=d("30"))),
    Mechanic.FIXED_PRICE_ON_SINGLE_ITEM_MULTIBUY: (Condition(items=(TEA,), quantity=2), Reward(fixed_price=d("4.50"))),
    Mechanic.PERCENTAGE_OFF_ON_MULTIPLE_ITEM_MULTIBUY: (
        Condition(items=(TEA, COFFEE), quantity=3),
        Reward(percentage=d("25")),
    ),
    Mechanic.FIXED_PRICE_ON_MULTIPLE_ITEM_MULTIBUY: (
        Condition(items=(TEA, COFFEE), quantity=3),
        Reward(fixed_price=d("6")),
    ),
    Mechanic.PERCENTAGE_OFF_ON_BASKET: (
        Condition(min_order=d("20"), alcohol=False),
        Reward(percentage=d("10"), max_discount=d("5")),
    ),
    Mechanic.FREE_DELIVERY: (Condition(min_order=d("15"), alcohol=False), Reward()),
    Mechanic.BUY_X_FOR_Y: (Condition(items=(TEA,), quantity=3), Reward(free_quantity=1)),
    Mechanic.BUY_X_PLUS_SAVE_Y_PERCENT: (Condition(items=(TEA, COFFEE), quantity=3), Reward(percentage=d("15"))),
    Mechanic.STRIKETHROUGH: (
        Condition(),
        Reward(
            discounts=(
                Discount(DiscountKind.FINAL_PRICE, d("1.99"), (TEA,)),
                Discount(DiscountKind.PERCENTAGE, d("15"), (COFFEE,)),
            )
        ),
    ),
    Mechanic.SAME_ITEM_BUNDLE: (
        Condition(quantity=2),
        Reward(free_quantity=1, discounts=(Discount(DiscountKind.PERCENTAGE, d("100"), (TEA,)),)),
    ),
}


def promotion(mechanic: Mechanic = Mechanic.PERCENTAGE_OFF_ON_ITEMS, name: str = "Good tea") -> Promotion:
    """A complete promotion of a mechanic, in the words of its platform."""
    condition, reward = TERMS[mechanic]
    own = Promotion(f"TEA-{mechanic.value}", mechanic, name, ("shop-leeds-01",), PERIOD, condition, reward)
    if mechanic in (Mechanic.STRIKETHROUGH, Mechanic.SAME_ITEM_BUNDLE):
        return replace(own, fulfilment="", reason="OVERSTOCK", names=(("en_GB", name),))
    return own


def one_row(kind: DiscountKind, value: str, items: tuple[str, ...] = (TEA,), most: int | None = None) -> Promotion:
    """A STRIKETHROUGH promotion with one discount row."""
    rows = (Discount(kind, Decimal(value), items, max_quantity=most),)
    return replace(promotion(Mechanic.STRIKETHROUGH), reward=Reward(discounts=rows))

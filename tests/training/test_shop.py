"""Check the training shop: its goods and their codes, the orders customers place, and how its day goes."""

import random
import threading
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

import pytest
from biip import parse

from picker_app.training.catalogue import LANGUAGES, load_store, weight_label
from picker_app.training.delivery_hero.platform import TrainingPlatform
from picker_app.training.orders import FAR_NAMES, MAX_LINES, draw_order
from picker_app.training.shop_day import Pace, ShopDay
from tests.training.conftest import eventually

# --- the goods ---


def test_there_are_more_than_2000_products_with_skus_of_their_own() -> None:
    skus = [product.sku for product in load_store().products]
    assert len(skus) > 2000
    assert len(set(skus)) == len(skus)


def test_every_product_has_a_valid_ean_13_that_no_other_has() -> None:
    codes = [product.barcodes[0] for product in load_store().products]
    assert len(set(codes)) == len(codes)
    for code in codes:
        assert len(code) == 13
        assert parse(code).gtin is not None
        weights = [3 if place % 2 else 1 for place in range(13)]
        assert sum(int(digit) * weight for digit, weight in zip(code, weights, strict=True)) % 10 == 0


def test_some_codes_begin_with_a_zero() -> None:
    assert sum(product.barcodes[0].startswith("0") for product in load_store().products) > 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_product_has_a_name_of_its_own_in_each_language(language: str) -> None:
    names = [product.names[language] for product in load_store().products]
    assert all(name.strip() == name and "  " not in name for name in names)
    assert max(Counter(names).values()) == 1


def test_prices_are_plausible_and_exact() -> None:
    for product in load_store().products:
        assert Decimal("0.10") <= product.price <= Decimal(50), product
        assert product.price == product.price.quantize(Decimal("0.01"))


def test_every_category_has_a_name_in_each_language_and_every_product_an_aisle() -> None:
    store = load_store()
    for product in store.products:
        assert product.aisle
        assert all(store.categories[product.category][language] for language in LANGUAGES)


def test_goods_sold_by_weight_have_item_codes_for_labels() -> None:
    weighed = [product for product in load_store().products if product.weighed]
    assert {"fruit", "vegetables", "cheese", "meat", "fish"} <= {product.category for product in weighed}
    codes = [product.item_code for product in weighed]
    assert len(set(codes)) == len(codes) > 100
    for product in weighed:
        assert len(product.item_code) == 5
        assert product.barcodes == (weight_label(product.item_code, Decimal(0)), product.item_code)


def test_there_are_carry_bags() -> None:
    assert any(product.category == "bags" for product in load_store().products)


def test_a_weight_label_is_as_the_rule_of_the_scale_says() -> None:
    assert weight_label("12345", Decimal("0.527")) == "2712345005272"  # a worked example of the label rules


@pytest.mark.parametrize(
    ("code", "kilograms"),
    [("123", "1"), ("12a45", "1"), ("12345", "100"), ("12345", "1.0005"), ("12345", "-1")],
)
def test_what_does_not_fit_on_a_label_is_refused(code: str, kilograms: str) -> None:
    with pytest.raises(ValueError):
        weight_label(code, Decimal(kilograms))


# --- the orders ---


def test_the_same_chance_gives_the_same_orders_and_another_gives_others() -> None:
    def orders(seed: int) -> list[object]:
        chance = random.Random(seed)
        return [draw_order(load_store(), chance) for _ in range(20)]

    assert orders(1) == orders(1)
    assert orders(1) != orders(2)


def test_a_month_of_orders_has_everything_a_shop_meets() -> None:
    chance = random.Random(3)
    orders = [draw_order(load_store(), chance) for _ in range(600)]
    sizes = [len(order.lines) for order in orders]
    assert min(sizes) >= 1
    assert 26 <= max(sizes) <= MAX_LINES
    assert {order.language for order in orders} == set(LANGUAGES)
    assert {order.preorder for order in orders} == {order.vendor_delivery for order in orders} == {True, False}
    assert any(order.customer is None for order in orders)
    assert any(order.customer and "*" in order.customer.phone for order in orders)
    assert any(order.note for order in orders)
    assert any(line.note for order in orders for line in order.lines)
    names = {f"{order.customer.first_name} {order.customer.last_name}" for order in orders if order.customer}
    assert len(names & set(FAR_NAMES)) > 3


def test_amounts_lie_within_their_bounds() -> None:
    chance = random.Random(4)
    lines = [line for _ in range(200) for line in draw_order(load_store(), chance).lines]
    for line in lines:
        assert line.amount > 0
        assert line.product.weighed or line.amount == int(line.amount)
        if line.lowest is not None and line.highest is not None:
            assert line.lowest <= line.amount <= line.highest
    assert any(line.lowest is None for line in lines)


# --- the day ---


class Seconds:
    """Seconds that are moved by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def open_platform() -> Iterator[TrainingPlatform]:
    with TrainingPlatform() as platform:
        yield platform


def test_a_day_begins_with_a_handful_of_orders_and_leaves_no_thread(open_platform: TrainingPlatform) -> None:
    day = ShopDay(open_platform, Pace(first=4))
    day.start()
    eventually(lambda: len(open_platform.statuses()) == 4)
    with pytest.raises(RuntimeError):
        day.start()
    day.close()
    day.close()
    assert "shop-day" not in [thread.name for thread in threading.enumerate()]


def test_orders_come_at_their_pace_and_stop_when_the_shop_is_full(open_platform: TrainingPlatform) -> None:
    seconds = Seconds()
    day = ShopDay(open_platform, Pace(first=2, between_orders=100, open_at_most=5, cancelled_share=0), clock=seconds)
    day.open_shop()
    seconds.now = 49
    day.step()
    assert len(open_platform.statuses()) == 2
    for _ in range(10):
        seconds.now += 150
        day.step()
    assert len(open_platform.statuses()) == 5


def test_now_and_then_a_customer_cancels(open_platform: TrainingPlatform) -> None:
    seconds = Seconds()
    day = ShopDay(open_platform, Pace(first=3, between_orders=10, cancelled_share=1), clock=seconds)
    day.open_shop()
    seconds.now = 20
    day.step()
    assert sorted(open_platform.statuses().values()).count("CANCELLED") == 1


def test_what_is_ready_is_picked_up_and_then_delivered(open_platform: TrainingPlatform) -> None:
    seconds = Seconds()
    day = ShopDay(
        open_platform, Pace(first=1, between_orders=10_000, until_pick_up=90, until_delivery=300), clock=seconds
    )
    day.open_shop()
    (order_id,) = open_platform.statuses()
    open_platform.advance(order_id, "READY_FOR_PICKUP")
    seen = []
    for seconds.now in (0, 89, 90, 91, 390, 391, 392):
        day.step()
        seen.append(open_platform.statuses()[order_id])
    assert seen == ["READY_FOR_PICKUP"] * 2 + ["DISPATCHED"] * 3 + ["DELIVERED"] * 2

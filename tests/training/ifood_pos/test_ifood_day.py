"""Check a shop's day in which iFood plays along: its orders come between the others, and some are cancelled."""

from collections.abc import Iterator

import pytest

from picker_app.training.delivery_hero.platform import TrainingPlatform
from picker_app.training.ifood_pos.platform import TrainingIfood
from picker_app.training.shop_day import Pace, ShopDay


@pytest.fixture
def both() -> Iterator[tuple[TrainingPlatform, TrainingIfood]]:
    platform, ifood = TrainingPlatform(), TrainingIfood()
    platform.start()
    ifood.start()
    yield platform, ifood
    ifood.close()
    platform.close()


class Seconds:
    """Seconds that are moved by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_day_begins_with_an_order_of_each_platform(both: tuple[TrainingPlatform, TrainingIfood]) -> None:
    platform, ifood = both
    ShopDay(platform, Pace(first=2), ifood=ifood).open_shop()
    assert len(platform.statuses()) == len(ifood.states()) == 1
    (order,) = ifood.state()["orders"].values()
    assert next(item["name"] for item in order["document"]["items"]) == "Arroz branco tipo 1 5 kg"
    assert ifood.state()["held"][0]["code"] == "PLACED"


def test_orders_of_both_come_until_the_shop_is_full(both: tuple[TrainingPlatform, TrainingIfood]) -> None:
    platform, ifood = both
    seconds = Seconds()
    pace = Pace(first=2, between_orders=100, open_at_most=14, cancelled_share=0)
    day = ShopDay(platform, pace, ifood=ifood, clock=seconds)
    day.open_shop()
    for _ in range(30):
        seconds.now += 200
        day.step()
    assert len(platform.statuses()) + len(ifood.states()) == 14
    assert len(ifood.states()) > 1
    for reference in ifood.states():
        ifood.advance(reference, "DISPATCHED")
    seconds.now += 200
    day.step()
    assert len(platform.statuses()) + len(ifood.states()) == 15, "what has left is not open any more"


def test_now_and_then_an_order_of_ifood_is_cancelled(both: tuple[TrainingPlatform, TrainingIfood]) -> None:
    platform, ifood = both
    seconds = Seconds()
    pace = Pace(first=2, between_orders=10, cancelled_share=1, ifood_share=1, open_at_most=4)
    day = ShopDay(platform, pace, ifood=ifood, clock=seconds)
    day.open_shop()
    for _ in range(10):
        seconds.now += 20
        day.step()
    assert "CANCELLED" in ifood.states().values()


def test_without_ifood_all_orders_are_of_the_other_platform(both: tuple[TrainingPlatform, TrainingIfood]) -> None:
    platform, ifood = both
    ShopDay(platform, Pace(first=3)).open_shop()
    assert (len(platform.statuses()), len(ifood.states())) == (3, 0)

"""Promotions for the same product, site and time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from picker_app.domain.promotion import Condition, Market, Mechanic, Period, Promotion
from picker_app.promotions.overlaps import MOST, Overlap, overlaps
from tests.domain.promotion_examples import COFFEE, END, START, TEA, promotion
from tests.promotions import drawn

DELIVEROO, DELIVERY_HERO = Market.DELIVEROO, Market.DELIVERY_HERO
DAY = timedelta(days=1)


def one(name: str, items: tuple[str, ...] = (TEA,), sites: tuple[str, ...] = ("leeds",), days: int = 0) -> Promotion:
    """A promotion of two weeks that begins so many days later."""
    period = Period(START + days * DAY, END + days * DAY)
    return replace(promotion(), id=name, sites=sites, condition=Condition(items=items), period=period)


def test_what_is_shared_is_named() -> None:
    first = one("A", items=(TEA, COFFEE), sites=("leeds", "york"))
    second = one("B", items=("x", COFFEE, TEA), sites=("york", "hull"), days=7)
    assert overlaps([first, second], DELIVEROO) == (Overlap(0, 1, ("york",), (COFFEE, TEA)),)
    assert overlaps([second, first], DELIVEROO) == (Overlap(0, 1, ("york",), (TEA, COFFEE)),)


@pytest.mark.parametrize(
    "second",
    [
        one("B", items=(COFFEE,)),
        one("B", sites=("york",)),
        one("B", days=14),
        replace(one("B"), fulfilment="COLLECTION"),
        one("A"),
        replace(promotion(Mechanic.FREE_DELIVERY), sites=("leeds",)),
    ],
)
def test_another_item_site_time_way_or_kind_is_no_overlap(second: Promotion) -> None:
    assert not overlaps([one("A"), second], DELIVEROO)


def test_windows_that_touch_overlap() -> None:
    later = one("B")
    assert overlaps([one("A"), replace(later, period=Period(END, END + DAY))], DELIVEROO)
    assert not overlaps([one("A"), replace(later, period=Period(END + timedelta(seconds=1), END + DAY))], DELIVEROO)


@pytest.mark.parametrize(
    ("audience", "other", "meet"),
    [
        ("ALL_CUSTOMERS", "ALL_CUSTOMERS", True),
        ("ALL_CUSTOMERS", "LOYALTY_CUSTOMER", True),
        ("LOYALTY_CUSTOMER", "ALL_CUSTOMERS", True),
        ("LOYALTY_CUSTOMER", "LOYALTY_CUSTOMER", True),
        ("LOYALTY_CUSTOMER", "STUDENT", False),
    ],
)
def test_audiences_meet_where_they_are_the_same_or_one_is_everybody(audience: str, other: str, meet: bool) -> None:
    pair = [replace(one("A"), audience=audience), replace(one("B", days=1), audience=other)]
    assert bool(overlaps(pair, DELIVEROO)) == meet


@pytest.mark.parametrize("mechanic", [Mechanic.PERCENTAGE_OFF_ON_BASKET, Mechanic.FREE_DELIVERY])
def test_two_off_the_basket_and_two_free_deliveries_overlap(mechanic: Mechanic) -> None:
    pair = [replace(promotion(mechanic), id=name) for name in "AB"]
    assert overlaps(pair, DELIVEROO) == (Overlap(0, 1, ("shop-leeds-01",), ()),)


def test_every_vendor_is_also_this_one_at_delivery_hero() -> None:
    everywhere = replace(promotion(Mechanic.STRIKETHROUGH), id="A", sites=("*",))
    here = replace(promotion(Mechanic.STRIKETHROUGH), id="B")
    assert overlaps([everywhere, here], DELIVERY_HERO) == (Overlap(0, 1, ("shop-leeds-01",), (TEA, COFFEE)),)
    gone = replace(here, reward=replace(here.reward, discounts=(replace(here.reward.discounts[0], active=False),)))
    assert not overlaps([everywhere, gone], DELIVERY_HERO)


def slowly(promotions: Sequence[Promotion]) -> set[tuple[int, int]]:
    """The overlaps, each pair looked at."""
    found = set()
    for second, one in enumerate(promotions):
        for first, other in enumerate(promotions[:second]):
            things = [set(each.items) or {each.mechanic} for each in (one, other)]
            if (
                one.id != other.id
                and things[0] & things[1]
                and set(one.sites) & set(other.sites)
                and one.fulfilment == other.fulfilment
                and (one.audience == other.audience or "ALL_CUSTOMERS" in (one.audience, other.audience))
                and one.period.start <= other.period.end
                and other.period.start <= one.period.end
            ):
                found.add((first, second))
    return found


def test_one_that_stands_behind_many_others_is_named_by_the_first_that_meets_it() -> None:
    students = [replace(one(f"S{number}"), audience="STUDENT") for number in range(MOST)]
    loyal = replace(one("L"), audience="LOYALTY_CUSTOMER")
    for late in (1, 13):
        found = overlaps([*students, loyal, replace(one("E", days=late), audience="ALL_CUSTOMERS")], DELIVEROO)
        assert MOST in {place for overlap in found for place in (overlap.first, overlap.second)}
    gone = replace(one("E", days=15), audience="ALL_CUSTOMERS")
    assert all(MOST not in (each.first, each.second) for each in overlaps([*students, loyal, gone], DELIVEROO))


@given(st.lists(drawn.complete(), max_size=MOST + 1))
def test_the_sweep_finds_what_looking_at_each_pair_finds(promotions: list[Promotion]) -> None:
    assert {(found.first, found.second) for found in overlaps(promotions, DELIVEROO)} == slowly(promotions)


@given(st.lists(drawn.complete(), min_size=MOST, max_size=4 * MOST))
def test_in_a_large_set_every_promotion_that_meets_another_is_named(promotions: list[Promotion]) -> None:
    pairs = slowly(promotions)
    found = {(one.first, one.second) for one in overlaps(promotions, DELIVEROO)}
    assert found <= pairs
    assert {place for pair in found for place in pair} == {place for pair in pairs for place in pair}

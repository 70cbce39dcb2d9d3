"""All that is wrong with promotions, or suspected, before anything is sent."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from picker_app.domain.mechanics import mechanics_of
from picker_app.domain.problem import SENTENCES, Problem
from picker_app.domain.promotion import (
    Condition,
    Discount,
    DiscountKind,
    Market,
    Mechanic,
    Period,
    Promotion,
    Reward,
    Unknown,
)
from picker_app.promotions import files
from picker_app.promotions.checks import Stopped, check, check_size
from picker_app.promotions.limits import Limits, limits, named, table
from picker_app.promotions.surroundings import Surroundings
from tests.domain.examples import d
from tests.domain.promotion_examples import COFFEE, END, PERIOD, START, TEA, promotion
from tests.promotions import drawn

SAMPLES = Path(__file__).parent / "samples"
NOW = START - timedelta(days=30)
DELIVEROO = Surroundings(Market.DELIVEROO, "GBP", NOW)
DELIVERY_HERO = Surroundings(Market.DELIVERY_HERO, "EUR", NOW)
HOUR = timedelta(hours=1)
MULTIBUYS = [
    Mechanic.PERCENTAGE_OFF_ON_SINGLE_ITEM_MULTIBUY,
    Mechanic.FIXED_PRICE_ON_SINGLE_ITEM_MULTIBUY,
    Mechanic.PERCENTAGE_OFF_ON_MULTIPLE_ITEM_MULTIBUY,
    Mechanic.FIXED_PRICE_ON_MULTIPLE_ITEM_MULTIBUY,
]


def found(original: Promotion, around: Surroundings = DELIVEROO) -> dict[tuple[str, str], Problem]:
    """The problems of one promotion by code and field; each names it and can be read."""
    problems = check([original], around)
    assert all(one.promotion == original.id and one.index == 0 and one.sentence for one in problems)
    return {(one.code, one.field): one for one in problems}


def condition(mechanic: Mechanic, **values: Any) -> Promotion:
    """A promotion of a mechanic with another condition."""
    own = promotion(mechanic)
    return replace(own, condition=replace(own.condition, **values))


def reward(mechanic: Mechanic, **values: Any) -> Promotion:
    """A promotion of a mechanic with another reward."""
    own = promotion(mechanic)
    return replace(own, reward=replace(own.reward, **values))


def stops(original: Promotion, code: str, field: str, around: Surroundings = DELIVEROO) -> None:
    """The promotion has this problem, which keeps it from being sent, and no other."""
    problems = found(original, around)
    assert set(problems) == {(code, field)} and problems[code, field].stops, problems


def warns(original: Promotion, code: str, field: str, around: Surroundings = DELIVEROO) -> None:
    """The promotion has this problem, which is only said, and no other."""
    problems = found(original, around)
    assert set(problems) == {(code, field)} and not problems[code, field].stops, problems


@pytest.mark.parametrize("mechanic", mechanics_of(Market.DELIVEROO))
def test_a_good_promotion_of_each_mechanic_passes(mechanic: Mechanic) -> None:
    assert not found(promotion(mechanic))


def test_the_examples_pass_but_for_what_is_only_suspected() -> None:
    around = replace(DELIVEROO, now=PERIOD.start - timedelta(days=500))
    for name in ("deliveroo_page.json", "one_of_each.json"):
        problems = check(files.read((SAMPLES / name).read_bytes(), "GBP").promotions, around)
        assert {one.code for one in problems} <= {"items_check_digit"} and not any(one.stops for one in problems)


@pytest.mark.parametrize("bad", ["a b", "a/b", "a?", "a#", "50%", "a\n", "a\x00", "a\x85", "a\u00a0b"])
def test_an_id_with_characters_that_no_path_takes_stops(bad: str) -> None:
    stops(replace(promotion(), id=bad), "id_characters", "promotion_id")


def test_ids() -> None:
    stops(replace(promotion(), id=""), "empty", "promotion_id")
    warns(replace(promotion(), id="x" * 70), "id_long", "promotion_id")
    assert not found(replace(promotion(), id="x" * 64))
    name = promotion().id
    stops(promotion(), "id_busy", "promotion_id", replace(DELIVEROO, busy=frozenset((name,))))
    warns(promotion(), "id_used", "promotion_id", replace(DELIVEROO, used=frozenset((name,))))


def test_an_accepted_id_keeps_its_mechanic_and_better_its_reward() -> None:
    around = replace(DELIVEROO, accepted={promotion().id: promotion()})
    assert not found(promotion(), around)
    other = replace(promotion(Mechanic.AMOUNT_OFF_ON_ITEMS), id=promotion().id)
    stops(other, "mechanic_changed", "promotion_type", around)
    warns(replace(promotion(), reward=Reward(percentage=d("25"))), "reward_changed", "reward", around)


def test_two_promotions_of_one_id_are_named_with_the_first() -> None:
    later = replace(PERIOD, start=END + HOUR, end=END + 9 * HOUR)
    problems = check([promotion(), replace(promotion(), id="B", period=later), promotion()], DELIVEROO)
    twice = [one for one in problems if one.code == "id_twice"]
    assert [(one.index, dict(one.values)["first"], one.stops) for one in twice] == [(2, 1, True)]


def test_names() -> None:
    stops(replace(promotion(), name=" "), "empty", "name")
    warns(replace(promotion(), name="x" * 81), "name_long", "name")
    warns(replace(promotion(), name="25% off tea"), "name_number", "name")
    assert "25%" in found(replace(promotion(), name="25% off tea"))["name_number", "name"].sentence


def test_audience_and_way() -> None:
    stops(replace(promotion(), audience=""), "empty", "user_target")
    stops(replace(promotion(), fulfilment=""), "both_ways", "fulfillment_method")
    stops(replace(promotion(), audience="Students"), "word_form", "user_target")
    warns(replace(promotion(), audience="STUDENT"), "word_unknown", "user_target")
    warns(replace(promotion(), fulfilment="BOTH"), "word_unknown", "fulfillment_method")
    collected = replace(promotion(Mechanic.FREE_DELIVERY), fulfilment="COLLECTION")
    warns(collected, "delivery_collection", "fulfillment_method")


def test_sites() -> None:
    stops(replace(promotion(), sites=()), "empty", "sites")
    stops(replace(promotion(), sites=("a", " ")), "empty_entry", "sites[1]")
    stops(replace(promotion(), sites=("a", "b", "a")), "repeats", "sites")
    stops(replace(promotion(), sites=("*",)), "every_site", "sites")
    warns(replace(promotion(), sites=tuple(map(str, range(1001)))), "sites_many", "sites")
    known = replace(DELIVEROO, sites=frozenset(("shop-york-02",)))
    warns(promotion(), "sites_unknown", "sites", known)
    assert not found(promotion(), replace(DELIVEROO, sites=frozenset(promotion().sites)))


def test_items() -> None:
    kind, field = Mechanic.PERCENTAGE_OFF_ON_ITEMS, "condition.items"
    stops(condition(kind, items=None), "missing", field)
    stops(condition(kind, items=()), "empty", field)
    stops(condition(kind, items=("a", "")), "empty_entry", "condition.items[1]")
    stops(condition(kind, items=("a", "b", "a")), "repeats", field)
    warns(condition(kind, items=("5012345000801",)), "items_check_digit", field)
    assert not found(condition(kind, items=("501234500080A", "12345", "٥٠١٢٣٤٥٠٠٠٨٠١")))
    warns(condition(kind, items=("5.01235E+12",)), "item_shortened", field)
    warns(condition(kind, items=tuple(f"i{number}" for number in range(10_001))), "items_many", field)
    stops(condition(Mechanic.FREE_DELIVERY, items=(TEA,)), "not_allowed", field)
    for single in MULTIBUYS[:2]:
        warns(condition(single, items=(TEA, COFFEE)), "items_several", field)


def test_items_that_the_catalogue_does_not_have_are_all_named() -> None:
    around = replace(DELIVEROO, items=frozenset((TEA,)))
    assert not found(promotion(), around)
    strange = condition(Mechanic.PERCENTAGE_OFF_ON_ITEMS, items=("x", TEA, "y"))
    warns(strange, "items_unknown", "condition.items", around)
    assert dict(found(strange, around)["items_unknown", "condition.items"].values)["entries"] == ("x", "y")


def test_pieces() -> None:
    field = "condition.quantity"
    for multibuy in [*MULTIBUYS, Mechanic.BUY_X_FOR_Y]:
        assert ("quantity_small", field) in found(condition(multibuy, quantity=1))
    second, plus = Mechanic.PERCENTAGE_OFF_ON_SECOND_ITEM, Mechanic.BUY_X_PLUS_SAVE_Y_PERCENT
    warns(condition(second, quantity=3), "quantity_second", field)
    warns(condition(plus, quantity=1), "quantity_one", field)
    stops(condition(plus, quantity=0), "quantity_small", field)
    warns(condition(plus, quantity=21), "quantity_large", field)
    for free in (0, -1, 3, 4):
        stops(reward(Mechanic.BUY_X_FOR_Y, free_quantity=free), "quantity_free", "reward.quantity")


@pytest.mark.parametrize(
    ("original", "field"),
    [
        (lambda value: reward(Mechanic.AMOUNT_OFF_ON_ITEMS, amount_off=value), "reward.amount_off"),
        (lambda value: reward(MULTIBUYS[3], fixed_price=value), "reward.fixed_price"),
        (lambda value: reward(Mechanic.PERCENTAGE_OFF_ON_BASKET, max_discount=value), "reward.max_discount"),
        (lambda value: condition(Mechanic.FREE_DELIVERY, min_order=value), "condition.min_order_value"),
    ],
)
def test_money(original: Callable[[object], Promotion], field: str) -> None:
    stops(original(d("2.505")), "money_digits", field)
    stops(original(d("NaN")), "money_digits", field)
    stops(original(d("-0.01")), "money_small", field)
    assert not found(original(d("0.01")))
    assert not found(original(d("0.015")), replace(DELIVEROO, currency="KWD"))
    stops(original(d("1.5")), "money_digits", field, replace(DELIVEROO, currency="JPY"))
    if field.startswith("reward"):
        stops(original(d("0")), "money_small", field)
    else:
        warns(original(d("0")), "min_order_zero", field)


def test_money_beside_known_prices() -> None:
    around = replace(DELIVEROO, prices={TEA: d("2.00")})
    amount, fixed = Mechanic.AMOUNT_OFF_ON_ITEMS, Mechanic.FIXED_PRICE_ON_SINGLE_ITEM_MULTIBUY
    assert not found(promotion(amount), around)
    warns(reward(amount, amount_off=d("2")), "amount_over_price", "reward.amount_off", around)
    assert not found(reward(fixed, fixed_price=d("3.99")), around)
    warns(reward(fixed, fixed_price=d("4.00")), "price_no_gain", "reward.fixed_price", around)
    basket = reward(Mechanic.PERCENTAGE_OFF_ON_BASKET, max_discount=d("20.01"))
    warns(basket, "max_over_min", "reward.max_discount")


@pytest.mark.parametrize("percentage", ["0", "-5", "100.5", "101", "Infinity", "NaN"])
def test_a_percentage_that_is_none_stops(percentage: str) -> None:
    stops(reward(Mechanic.PERCENTAGE_OFF_ON_ITEMS, percentage=d(percentage)), "percentage_range", "reward.percentage")


@pytest.mark.parametrize(
    ("percentage", "code"), [("12.5", "percentage_part"), ("100", "percentage_whole"), ("71", "percentage_high")]
)
def test_an_unlikely_percentage_warns(percentage: str, code: str) -> None:
    warns(reward(Mechanic.PERCENTAGE_OFF_ON_ITEMS, percentage=d(percentage)), code, "reward.percentage")


def test_periods() -> None:
    def period(start: timedelta, end: timedelta) -> Promotion:
        return replace(promotion(), period=Period(NOW + start, NOW + end))

    stops(period(HOUR, HOUR), "ends_before_begin", "end_at")
    stops(period(2 * HOUR, HOUR), "ends_before_begin", "end_at")
    stops(period(-2 * HOUR, -HOUR), "ended_already", "end_at")
    warns(period(-2 * HOUR, HOUR), "started_already", "start_at")
    warns(period(HOUR, 400 * 24 * HOUR), "window_long", "end_at")
    warns(period(HOUR, 1.5 * HOUR), "window_short", "end_at")
    naive = replace(promotion(), period=Period(START.replace(tzinfo=None), END.replace(tzinfo=None)))
    assert {("no_time_zone", "start_at"), ("no_time_zone", "end_at")} == set(found(naive))
    stops(replace(promotion(), period=replace(PERIOD, zone="Leeds")), "zone_unknown", "time_zone")
    over = period(-2 * HOUR, -HOUR)
    assert not found(over, replace(DELIVEROO, accepted={over.id: over}))


def test_fields_that_nobody_knows_stop() -> None:
    stops(replace(promotion(), unknown=(Unknown("reward", "cashback", "1"),)), "unknown_field", "reward.cashback")


def test_a_mechanic_of_the_other_platform_is_said_and_its_fields_are_not_judged() -> None:
    stops(replace(promotion(Mechanic.STRIKETHROUGH), fulfilment=""), "mechanic_elsewhere", "promotion_type")


def test_overlaps_name_the_others_and_the_items_in_one_warning() -> None:
    others = [replace(promotion(), id=name) for name in "BC"]
    problems = check([promotion(), *others], DELIVEROO)
    assert [(one.code, one.index, one.stops) for one in problems] == [("overlap", place, False) for place in range(3)]
    assert dict(problems[0].values) == {"others": ("B", "C"), "entries": (TEA,)}
    free = replace(promotion(Mechanic.FREE_DELIVERY), id="FREE")
    pair = check([free, replace(free, id="FREE2")], DELIVEROO)
    assert [(one.field, dict(one.values)["entries"]) for one in pair] == [("sites", ("shop-leeds-01",))] * 2


def test_overlaps_with_what_runs_already_are_found_but_not_with_its_own_older_self() -> None:
    around = replace(DELIVEROO, accepted={"B": replace(promotion(), id="B"), promotion().id: promotion()})
    problems = found(promotion(), around)
    assert dict(problems["overlap", "condition.items"].values)["others"] == ("B",)


ROW = Discount(DiscountKind.PERCENTAGE, d("15"), (TEA,))


def there(*rows: Discount, **values: Any) -> Promotion:
    """A STRIKETHROUGH promotion with these rows."""
    own = replace(promotion(Mechanic.STRIKETHROUGH), **values)
    return replace(own, reward=Reward(discounts=rows)) if rows else own


def test_a_good_promotion_at_delivery_hero_passes() -> None:
    assert not found(promotion(Mechanic.STRIKETHROUGH), DELIVERY_HERO)
    assert not found(there(sites=("*",)), DELIVERY_HERO)
    warns(promotion(Mechanic.SAME_ITEM_BUNDLE), "bundle_perhaps", "promotion_type", DELIVERY_HERO)


def test_percent_off_items_is_checked_there_as_the_row_that_it_becomes() -> None:
    own = replace(promotion(), fulfilment="", reason="NMR", names=(("de_AT", "Tee"),))
    assert not found(own, DELIVERY_HERO)
    stops(replace(own, reward=Reward(percentage=d("0.5"))), "percentage_range", VALUE, DELIVERY_HERO)


VALUE = "reward.discount[0].discount_value"


@pytest.mark.parametrize(
    ("original", "code", "field"),
    [
        (there(sites=()), "empty", "sites"),
        (there(sites=("a", "a")), "repeats", "sites"),
        (there(sites=("*", "a")), "sites_mixed", "sites"),
        (there(reason=""), "reason_unknown", "reason"),
        (there(reason="JOY"), "reason_unknown", "reason"),
        (there(names=()), "empty", "display_name"),
        (there(names=(("de_AT", " "),)), "empty", "display_name.de_AT"),
        (there(names=(("", "Tee"),)), "empty_entry", "display_name"),
        (there(names=(("de_AT", "Tee"), ("de_AT", "Thee"))), "repeats", "display_name"),
        (there(limits=(("", d("5")),)), "empty_entry", "limits"),
        (there(limits=(("global_limit", d("0")),)), "limit_small", "limits.global_limit"),
        (there(limits=(("global_limit", d("NaN")),)), "limit_small", "limits.global_limit"),
        (there(limits=(("global_limit", d("5")), ("global_limit", d("6")))), "repeats", "limits"),
        (there(audience="STUDENT"), "audience_elsewhere", "user_target"),
        (there(fulfilment="DELIVERY"), "fulfilment_elsewhere", "fulfillment_method"),
        (there(replace(ROW, items=())), "empty", "reward.discount[0].sku"),
        (there(replace(ROW, items=("a", "a"))), "repeats", "reward.discount[0].sku"),
        (there(ROW, replace(ROW, value=d("20"))), "repeats", "reward.discount"),
        (there(replace(ROW, max_quantity=0)), "quantity_small", "reward.discount[0].max_quantity"),
        (there(replace(ROW, value=d("0.99"))), "percentage_range", VALUE),
        (there(replace(ROW, value=d("101"))), "percentage_range", VALUE),
        (there(replace(ROW, kind=DiscountKind.FINAL_PRICE, value=d("0"))), "money_small", VALUE),
        (there(replace(ROW, kind=DiscountKind.ABSOLUTE, value=d("-1"))), "money_small", VALUE),
        (there(replace(ROW, kind=DiscountKind.ABSOLUTE, value=d("0.999"))), "money_digits", VALUE),
        (replace(there(), reward=Reward()), "missing", "reward.discount"),
    ],
)
def test_what_delivery_hero_does_not_take_stops(original: Promotion, code: str, field: str) -> None:
    stops(original, code, field, DELIVERY_HERO)


@pytest.mark.parametrize(
    ("original", "code", "field"),
    [
        (there(names=(("de", "Tee"),)), "locale_form", "display_name"),
        (there(names=(("de_AT", "20% Tee"),)), "name_number", "display_name.de_AT"),
        (there(limits=(("per_day", d("5")),)), "word_unknown", "limits.per_day"),
        (there(replace(ROW, value=d("12.5"))), "percentage_part", VALUE),
        (there(period=Period(NOW - HOUR, END)), "started_already", "start_at"),
    ],
)
def test_what_delivery_hero_may_not_take_warns(original: Promotion, code: str, field: str) -> None:
    warns(original, code, field, DELIVERY_HERO)


def test_a_bundle_needs_whole_pieces() -> None:
    own = promotion(Mechanic.SAME_ITEM_BUNDLE)
    problems = found(
        replace(own, condition=Condition(quantity=0), reward=replace(own.reward, free_quantity=0)), DELIVERY_HERO
    )
    assert {("quantity_small", "condition.quantity"), ("quantity_small", "reward.quantity")} <= set(problems)
    assert ("missing", "reward.quantity") in found(replace(own, reward=Reward(discounts=(ROW,))), DELIVERY_HERO)


def test_the_catalogue_and_the_prices_of_delivery_hero() -> None:
    known = replace(DELIVERY_HERO, items=frozenset((TEA,)), prices={TEA: d("0.99")})
    stops(there(replace(ROW, items=(TEA, "x"))), "items_unknown", "reward.discount[0].sku", known)
    final = there(replace(ROW, kind=DiscountKind.FINAL_PRICE, value=d("0.99")))
    warns(final, "price_no_gain", VALUE, known)
    warns(there(replace(ROW, kind=DiscountKind.ABSOLUTE, value=d("1"))), "amount_over_price", VALUE, known)


def test_two_million_items_and_vendors_are_the_most() -> None:
    many = there(replace(ROW, items=tuple(f"i{number}" for number in range(2000))))
    shops = replace(many, sites=tuple(f"s{number}" for number in range(1001)))
    assert found(shops, DELIVERY_HERO)["items_vendors", "reward.discount"].stops
    everywhere = replace(DELIVERY_HERO, sites=frozenset(shops.sites))
    assert ("items_vendors", "reward.discount") in found(replace(many, sites=("*",)), everywhere)
    assert ("items_vendors", "reward.discount") not in found(replace(shops, sites=shops.sites[:1000]), DELIVERY_HERO)


def test_the_platforms_own_identity_may_not_be_there_twice() -> None:
    problems = check([there(), there(ROW, id="OTHER")], DELIVERY_HERO)
    twice = [one for one in problems if one.code == "identity_twice"]
    assert [(one.promotion, one.stops, dict(one.values)["first"]) for one in twice] == [("OTHER", True, 1)]


def test_another_identity_is_announced_as_an_end_and_a_new_begin() -> None:
    around = replace(DELIVERY_HERO, accepted={there().id: there()})
    assert not found(there(ROW), around)
    warns(there(sites=("york",)), "identity_changed", "", around)
    assert ("id_used", "promotion_id") not in found(there(), replace(DELIVERY_HERO, used=frozenset((there().id,))))


def test_nothing_to_send_and_too_much_of_it() -> None:
    assert [one.code for one in check([], DELIVEROO)] == ["file_empty"]
    two = [promotion(), replace(promotion(Mechanic.FREE_DELIVERY), id="FREE")]
    few = check(two, DELIVEROO, bounds=replace(limits(), file_promotions=1))
    assert [(one.code, one.stops, one.index) for one in few] == [("file_count", False, -1)]
    assert not check(two, DELIVEROO)
    assert check_size(limits().file_bytes) == ()
    assert [(one.code, one.stops) for one in check_size(limits().file_bytes + 1)] == [("file_size", False)]


def test_every_suspected_limit_has_its_source_and_says_that_nobody_verified_it() -> None:
    assert {row.name for row in table()} == set(Limits.__slots__)
    with pytest.raises(ValueError, match="lacks: file_bytes"):
        named(row for row in table() if row.name != "file_bytes")
    assert all(row.source and row.unit and row.limit > 0 and row.verified is False for row in table())


def test_the_checks_can_be_stopped_and_say_how_far_they_are() -> None:
    many = [replace(promotion(Mechanic.FREE_DELIVERY), id=f"P{number}") for number in range(600)]
    seen: list[int] = []

    def step(done: int, whole: int) -> bool:
        assert whole == 600
        seen.append(done)
        return True

    check(many, DELIVEROO, step)
    assert seen[0] == 0 and 512 in seen and seen[-1] == 600
    with pytest.raises(Stopped):
        check(many, DELIVEROO, lambda done, _whole: done < 256)


def test_forty_faults_among_twenty_five_hundred_promotions_are_listed_in_one_pass() -> None:
    value = json.loads((SAMPLES / "one_of_each.json").read_bytes())["promotions"]
    original = files.read(json.dumps({"promotions": value}).encode(), "GBP").promotions
    many = [replace(original[number % 11], id=f"P{number}", sites=(f"site-{number}",)) for number in range(2500)]
    for place in range(0, 2000, 100):
        many[place] = replace(many[place], name="")
        many[place + 1] = replace(many[place + 1], audience="STUDENT")
    problems = check(many, DELIVEROO)
    assert len(problems) == 40
    assert [one.index for one in problems if one.stops] == list(range(0, 2000, 100))
    assert {one.code for one in problems if not one.stops} == {"word_unknown"}


@given(st.lists(drawn.anywhere(), max_size=5), st.sampled_from([DELIVEROO, DELIVERY_HERO]))
def test_no_promotion_makes_the_checks_fail_and_every_problem_can_be_read(
    promotions: list[Promotion], around: Surroundings
) -> None:
    around = replace(around, items=frozenset("ab"), sites=frozenset("ab"), prices={"a": d("1")})
    around = replace(around, accepted={one.id: one for one in promotions[1:2]})
    for problem in check(promotions, around):
        assert problem.code in SENTENCES and problem.sentence
        if problem.index >= 0:
            assert problem.promotion == promotions[problem.index].id

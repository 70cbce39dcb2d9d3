"""How two sets of promotions differ."""

from dataclasses import fields, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from picker_app.domain.periods import ended
from picker_app.domain.promotion import Condition, Market, Mechanic, Promotion, Unknown
from picker_app.promotions.difference import difference, differing
from tests.domain.examples import d
from tests.domain.promotion_examples import COFFEE, PERIOD, TEA, promotion
from tests.promotions import drawn

NOW = PERIOD.start + timedelta(days=1)
LATER = replace(PERIOD, end=PERIOD.end + timedelta(days=1))


def test_each_promotion_is_in_its_place() -> None:
    kept, old, gone, going = (replace(promotion(), id=name) for name in ("KEPT", "OLD", "GONE", "GOING"))
    changed = replace(old, name="Better tea", condition=Condition(items=(TEA, COFFEE)))
    over, fresh = ended(going, Market.DELIVEROO, NOW), replace(kept, id="FRESH")
    found = difference([kept, old, gone, going], [fresh, changed, over, kept], NOW)
    assert (found.new, found.same, found.left_out) == ((fresh,), (kept,), (gone,))
    assert [(one.before, one.after, one.fields) for one in found.changed] == [
        (old, changed, ("name", "condition.items"))
    ]
    assert [(one.after, one.fields) for one in found.ended] == [(over, ("end_at",))]


def test_what_is_no_longer_active_has_ended() -> None:
    row = promotion(Mechanic.STRIKETHROUGH)
    found = difference([row], [ended(row, Market.DELIVERY_HERO, NOW)], NOW)
    assert [one.fields for one in found.ended] == [("active",)]
    assert not difference([row], [row], NOW).ended


def test_what_was_over_before_is_changed_and_not_ended_again() -> None:
    after = PERIOD.end + timedelta(days=5)
    assert difference([promotion()], [replace(promotion(), name="x")], after).changed
    assert difference([promotion()], [replace(promotion(), period=LATER)], PERIOD.end).changed


@pytest.mark.parametrize(
    ("after", "named"),
    [
        (replace(promotion(), sites=("york",)), ("sites",)),
        (replace(promotion(), audience="STUDENT", fulfilment="COLLECTION"), ("user_target", "fulfillment_method")),
        (replace(promotion(), unknown=(Unknown("reward", "cashback", "1"),)), ("reward.cashback",)),
        (replace(promotion(), unknown=(Unknown("", "colour", "1"),)), ("colour",)),
        (replace(promotion(), period=replace(PERIOD, zone="UTC")), ()),
    ],
)
def test_the_fields_that_differ_are_named_as_in_files(after: Promotion, named: tuple[str, ...]) -> None:
    assert differing(promotion(), after) == named


def test_no_field_of_a_promotion_is_forgotten() -> None:
    other = Promotion(
        "other",
        Mechanic.SAME_ITEM_BUNDLE,
        "other",
        (),
        replace(PERIOD, start=NOW, end=NOW),
        promotion(Mechanic.FREE_DELIVERY).condition,
        promotion(Mechanic.STRIKETHROUGH).reward,
        "other",
        "other",
        "other",
        (("en_GB", "other"),),
        (("global_limit", d("1")),),
        False,
        (Unknown("", "other", "1"),),
    )
    for field in fields(Promotion):
        assert differing(promotion(), replace(promotion(), **{field.name: getattr(other, field.name)}))


sets = st.lists(drawn.deliveroo(), max_size=5).map(
    lambda drawn: [replace(one, id=str(place % 3)) for place, one in enumerate(drawn)]
)


@given(sets, sets)
def test_a_difference_loses_nothing_and_invents_nothing(before: list[Promotion], after: list[Promotion]) -> None:
    found = difference(before, after, NOW)
    moved = (*found.changed, *found.ended)
    assert sorted(map(repr, after)) == sorted(map(repr, [*found.new, *found.same, *(change.after for change in moved)]))
    stayed = len(found.same) + len(moved)
    assert len(before) == stayed + len(found.left_out)
    assert all(change.before in before and change.fields for change in moved)


@given(sets)
def test_a_set_does_not_differ_from_itself(promotions: list[Promotion]) -> None:
    found = difference(promotions, promotions, NOW)
    assert sorted(map(repr, found.same)) == sorted(map(repr, promotions))
    assert not (found.new or found.changed or found.ended or found.left_out)

"""Promotions drawn by hypothesis: any text, any numbers, each field given or not."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from picker_app.domain.mechanics import SHAPES, mechanics_of
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
from picker_app.promotions.deliveroo_reader import CONDITION_KEYS, KEYS, REWARD_KEYS

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ids = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
lists = st.lists(ids, max_size=4).map(tuple)
money = st.integers(-(10**9), 10**9).map(lambda units: Decimal(units) / 100)
numbers = st.decimals(Decimal(-1000), Decimal(1000), places=3, allow_nan=False)
counts = st.integers(-5, 10**6)
seconds = st.integers(0, 2 * 10**9).map(lambda second: datetime(2000, 1, 1, tzinfo=UTC) + timedelta(seconds=second))
zones = st.sampled_from(["UTC", "Europe/London", "America/Sao_Paulo"])
values = st.sampled_from(["null", "true", "1.50", "-7", '"é"', '[1, {"a": "b"}]', "{}"])

conditions = st.builds(
    Condition,
    items=st.none() | lists,
    quantity=st.none() | counts,
    min_order=st.none() | money,
    alcohol=st.none() | st.booleans(),
)
rewards = st.builds(
    Reward,
    percentage=st.none() | numbers,
    amount_off=st.none() | money,
    fixed_price=st.none() | money,
    free_quantity=st.none() | counts,
    max_discount=st.none() | money,
)
discounts = st.builds(Discount, st.sampled_from(DiscountKind), money, lists, st.booleans(), st.none() | counts)
_KNOWN = {"": KEYS, "condition": CONDITION_KEYS, "reward": REWARD_KEYS}
unknown = st.lists(
    st.builds(Unknown, st.sampled_from(["", "condition", "reward"]), ids, values),
    max_size=3,
    unique_by=lambda one: (one.part, one.key),
).map(
    lambda found: tuple(
        sorted((one for one in found if one.key not in _KNOWN[one.part]), key=lambda one: (one.part, one.key))
    )
)


@st.composite
def deliveroo(draw: st.DrawFn) -> Promotion:
    """A promotion that Deliveroo's file can hold, right or wrong."""
    return Promotion(
        id=draw(texts),
        mechanic=draw(st.sampled_from(mechanics_of(Market.DELIVEROO))),
        name=draw(texts),
        sites=draw(lists.filter(lambda sites: "*" not in sites)),
        period=Period(draw(seconds), draw(seconds), draw(zones)),
        condition=draw(conditions),
        reward=draw(rewards),
        audience=draw(texts),
        fulfilment=draw(ids),
        unknown=draw(unknown),
    )


@st.composite
def anywhere(draw: st.DrawFn) -> Promotion:
    """A promotion of either platform, with all that a table can hold."""
    own = draw(deliveroo())
    rows = tuple(draw(st.lists(discounts, max_size=3)))
    return replace(
        own,
        mechanic=draw(st.sampled_from(list(SHAPES))),
        fulfilment=draw(texts),
        reason=draw(texts),
        names=tuple(draw(st.lists(st.tuples(texts, texts), max_size=3))),
        limits=tuple(draw(st.lists(st.tuples(texts, numbers), max_size=2))),
        active=draw(st.booleans()),
        reward=replace(own.reward, discounts=rows),
    )


@st.composite
def complete(draw: st.DrawFn) -> Promotion:
    """A promotion whose fields are those of its mechanic, with sensible numbers."""
    mechanic: Mechanic = draw(st.sampled_from(mechanics_of(Market.DELIVEROO)))
    items = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=3, unique=True).map(tuple)
    sites = st.lists(st.sampled_from("xyz"), min_size=1, max_size=3, unique=True).map(tuple)
    start = draw(seconds)
    fields = SHAPES[mechanic].required
    return Promotion(
        id=draw(ids),
        mechanic=mechanic,
        name="Offer",
        sites=draw(sites),
        period=Period(start, start + timedelta(days=draw(st.integers(1, 60)))),
        condition=Condition(items=draw(items) if "condition.items" in fields else None),
        audience=draw(st.sampled_from(["ALL_CUSTOMERS", "LOYALTY_CUSTOMER", "STUDENT"])),
        fulfilment=draw(st.sampled_from(["DELIVERY", "COLLECTION"])),
    )

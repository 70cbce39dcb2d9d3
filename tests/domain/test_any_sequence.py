"""Whatever is done at the desk, in any order: what must hold afterwards."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from picker_app.domain import money
from picker_app.domain.cart import CartState, Kind, command, differences, line_total, totals
from picker_app.domain.cart import SeenLine as Seen
from picker_app.domain.facts import Fact, NewLine, OrderReopened, Undone
from picker_app.domain.order import (
    REASONS,
    Decision,
    Order,
    Origin,
    Stage,
    add_line,
    apply,
    cancel,
    change_price,
    extended,
    finish,
    fold,
    not_found,
    pick,
    replace_line,
    set_quantity,
    set_weight,
)
from picker_app.domain.quantity import Bounds, kilograms
from picker_app.domain.rules import RuleBroken
from picker_app.domain.said import ExtraLine, OrderedLine, Payment, Pricing, SaidOrder, Status
from picker_app.domain.status import RANKS, Effect, Own, receive
from tests.domain.examples import NOON, Desk, d

Verb = Callable[[Order], tuple[Order, Fact]]

pieces = st.integers(0, 6).map(Decimal)
grams = st.integers(0, 3000).map(lambda n: Decimal(n) / 1000)
prices = st.integers(1, 2000).map(lambda n: Decimal(n) / 100)
# What is done often stands in it often.
ACTS = [
    *("pick", "pick", "pick", "quantity", "quantity", "weight", "weight", "missing", "replace", "add"),
    *("unit_price", "total_price", "finish", "cancel", "undo", "undo", "reopen"),
]
lines_to_choose = st.integers(0, 8)


@st.composite
def ordered_lines(draw: st.DrawFn, number: int) -> OrderedLine:
    """A line that its platform would send: its amount is within its bounds."""
    pricing = draw(st.sampled_from([Pricing.UNIT, Pricing.UNIT, Pricing.KG, Pricing.FOREIGN]))
    amounts = grams.filter(bool) if pricing is Pricing.KG else pieces.filter(bool)
    low, amount, high = sorted(draw(st.tuples(amounts, amounts, amounts)))
    return OrderedLine(
        key=f"line-{number}",
        sku=draw(st.sampled_from(["A", "B", "C"])),
        name=f"Product {number}",
        pricing=pricing,
        amount=amount,
        platform_id=f"id-{number}",
        unit_price=draw(st.none() | prices),
        total_price=draw(st.none() | prices),
        bounds=Bounds(draw(st.none() | st.just(low)), draw(st.none() | st.just(high))),
        raw_pricing="{}" if pricing is Pricing.FOREIGN else None,
        gone=draw(st.sampled_from([False] * 7 + [True])),
    )


@st.composite
def orders(draw: st.DrawFn) -> SaidOrder:
    """An open order of one to four lines; the platform may know new lines already."""
    lines = tuple(draw(ordered_lines(number)) for number in range(draw(st.integers(1, 4))))
    extra = tuple(
        ExtraLine(f"x-{number}", sku, draw(st.sampled_from([None, "id-0", "id-1"])))
        for number, sku in enumerate(draw(st.lists(st.sampled_from(["A", "N"]), max_size=2)))
    )
    currency = draw(st.sampled_from(["EUR", "KWD", "CLP"]))
    payment = draw(st.none() | prices.map(lambda total: Payment("PAID", total)))
    return SaidOrder(
        "shop", "ref", "code", Status.RECEIVED, currency, updated_at=NOON, lines=lines, extra=extra, payment=payment
    )


@st.composite
def acts(draw: st.DrawFn) -> tuple[str, int, Decimal, Decimal, bool]:
    """An act by its name, with the line, amount, price and yes that it may use."""
    name = draw(st.sampled_from(ACTS))
    return name, draw(lines_to_choose), draw(pieces | grams), draw(prices), draw(st.booleans())


def verb_of(desk: Desk, act: tuple[str, int, Decimal, Decimal, bool]) -> Verb:
    """The verb of an act, on one of the lines that are there."""
    name, at, amount, price, yes = act
    lines = desk.order.lines
    key = lines[at % len(lines)].key
    pricing = Pricing.UNIT if amount == amount.to_integral_value() else Pricing.KG
    new = NewLine(f"new-{len(desk.facts)}", "N" if yes else "A", "New", pricing, amount, unit_price=price)
    verbs: dict[str, Verb] = {
        "pick": lambda order: pick(order, key, yes=yes),
        "quantity": lambda order: set_quantity(order, key, amount, yes=yes),
        "weight": lambda order: set_weight(order, key, amount, yes=yes),
        "missing": lambda order: not_found(order, key),
        "replace": lambda order: replace_line(order, key, new),
        "add": lambda order: add_line(order, new),
        "unit_price": lambda order: change_price(order, key, unit_price=price),
        "total_price": lambda order: change_price(order, key, total_price=price),
        "finish": finish,
        "cancel": lambda order: cancel(order, REASONS[at % len(REASONS)]),
    }
    return verbs[name]


def play(said: SaidOrder, played: list[tuple[str, int, Decimal, Decimal, bool]]) -> Desk:
    """Do the acts that the order permits, and check that the verb and the fold tell the same."""
    desk = Desk()
    desk.said = said
    for act in played:
        before = desk.order
        try:
            if act[0] == "undo":
                desk.undo()
            elif act[0] == "reopen":
                if before.stage in (Stage.FINISHED, Stage.CANCELLED):
                    desk.add(OrderReopened())
            else:
                after, fact = verb_of(desk, act)(before)
                desk.add(fact)
                assert _told(after) == _told(desk.order)
        except RuleBroken:
            assert desk.order == before
    return desk


def _told(order: Order) -> object:
    """An order but for the ids of new lines, which are learned, and the numbers of facts, which the store gives."""
    shown = tuple(replace(line, platform_id=None) for line in order.shown_lines)
    return order.said, order.stage, order.reason, shown


@given(orders(), st.lists(acts(), max_size=25))
def test_any_sequence_of_acts_keeps_the_lines_in_order(
    said: SaidOrder, played: list[tuple[str, int, Decimal, Decimal, bool]]
) -> None:
    order = play(said, played).order
    for line in order.lines:
        if line.in_cart and line.pricing is not Pricing.FOREIGN:
            assert line.amount > 0 and not line.bounds.above(line.amount)
            if line.settled:
                assert not line.bounds.below(line.amount)
        if line.pricing is Pricing.KG:
            assert line.amount == kilograms(line.amount)
            assert line.new_unit_price is None and line.new_total_price is None
        else:
            assert line.amount == line.amount.to_integral_value()
        assert line.new_unit_price is None or line.new_total_price is None
    for line in order.lines:
        standing_in = [new for new in order.lines if new.replaces == line.key and new.in_cart]
        assert len(standing_in) == (1 if line.decision is Decision.REPLACED else 0)
    if order.stage is Stage.FINISHED:
        assert all(line.decision is not Decision.UNDECIDED or line.gone for line in order.lines)
        assert any(line.in_cart and not line.gone for line in order.lines)


@given(orders(), st.lists(acts(), max_size=25), st.sampled_from(Kind))
def test_every_message_is_a_whole_and_permitted_cart(
    said: SaidOrder, played: list[tuple[str, int, Decimal, Decimal, bool]], kind: Kind
) -> None:
    order = play(said, played).order
    lines = command(order, kind, "CLOSED").lines
    sent = [line.key for line in lines]
    assert len(sent) == len(set(sent))
    assert [key for key in sent if key.startswith("line-")] == [line.key for line in said.lines if not line.gone]
    ids = [line.platform_id for line in lines if line.platform_id]
    assert len(ids) == len(set(ids))
    replaced = {line.platform_id for line in lines if line.state is CartState.REPLACED}
    standing_in = [line.replaces for line in lines if line.replaces and line.state is CartState.IN_CART]
    assert sorted(filter(None, replaced)) == sorted(standing_in)
    for line in lines:
        assert line.amount > 0 or line.pricing is Pricing.FOREIGN
        assert line.new_unit_price is None or line.new_total_price is None
        if line.pricing is Pricing.KG:
            assert line.new_unit_price is None and line.new_total_price is None
        if line.own and line.platform_id is None:
            assert line.state in (CartState.IN_CART, CartState.ADDITION)
    if kind is Kind.CANCEL:
        assert {line.state for line in lines} <= {CartState.NOT_FOUND}


@given(orders(), st.lists(acts(), max_size=25))
def test_undoing_everything_gives_the_order_as_it_came(
    said: SaidOrder, played: list[tuple[str, int, Decimal, Decimal, bool]]
) -> None:
    desk = play(said, [act for act in played if act[0] != "reopen"])
    while desk.order.undoable:
        desk.undo()
    fresh = fold(said, [])
    assert replace(desk.order, lines=desk.order.shown_lines) == fresh
    assert all(line.platform_id for line in desk.order.lines if line.origin is not Origin.ORDERED)


@given(orders(), st.lists(acts(), max_size=25))
def test_folding_is_applying_one_fact_after_another(
    said: SaidOrder, played: list[tuple[str, int, Decimal, Decimal, bool]]
) -> None:
    desk = play(replace(said, extra=()), played)
    undone = {fact.of for _, fact in desk.facts if isinstance(fact, Undone)}
    order = fold(desk.said, [])
    for number, fact in desk.facts:
        if number not in undone:
            order = apply(order, fact)
    assert _told(order) == _told(desk.order)


@given(orders(), st.lists(acts(), max_size=25), st.data())
def test_folding_on_from_an_earlier_fold_is_folding_anew(
    said: SaidOrder, played: list[tuple[str, int, Decimal, Decimal, bool]], data: st.DataObject
) -> None:
    facts = play(said, played).facts
    known = data.draw(st.integers(0, len(facts)))
    order = extended(fold(said, facts[:known]), facts[known:])
    assert order is None or order == fold(said, facts)


def test_most_facts_are_folded_on_and_the_others_are_left_to_a_new_fold() -> None:
    desk = Desk()
    desk.keep(pick(desk.order, "milk"))
    picked = desk.order
    desk.keep(set_weight(desk.order, "tomatoes", d("1")))
    assert extended(picked, desk.facts[1:]) == desk.order
    desk.undo()
    assert extended(picked, desk.facts[1:]) is None
    added, _ = add_line(picked, NewLine("bag", "N", "Bag", Pricing.UNIT, d("1")))
    assert extended(added, []) is None


@given(orders(), st.lists(acts(), max_size=25))
def test_the_total_is_the_sum_of_the_lines(
    said: SaidOrder, played: list[tuple[str, int, Decimal, Decimal, bool]]
) -> None:
    order = play(replace(said, payment=None), played).order
    priced = [line for line in order.lines if line_total(line, said.currency) is not None]
    before = sum((line_total(line, said.currency, ordered=True) or d("0") for line in order.lines), d("0"))
    assert totals(order).ordered == before
    known = [line for line in priced if line_total(line, said.currency, ordered=True) is not None]
    unknown = [line for line in order.lines if line not in known]
    kept = sum((line_total(line, said.currency, ordered=True) or d("0") for line in unknown), d("0"))
    assert totals(order).now == kept + sum((line_total(line, said.currency) or d("0") for line in known), d("0"))
    assert totals(order).difference == totals(order).now - totals(order).ordered
    paid = replace(order, said=replace(said, payment=Payment("PAID", d("100"))))
    assert totals(paid).difference == totals(order).difference


@given(orders(), st.lists(acts(), max_size=25), st.randoms(use_true_random=False))
def test_a_cart_equals_itself_however_the_platform_sorts_and_shows_it(
    said: SaidOrder, played: list[tuple[str, int, Decimal, Decimal, bool]], dice: Random
) -> None:
    message = command(play(said, played).order, Kind.FULFIL)
    seen = [
        Seen(line.sku, line.state.value, line.pricing, line.amount.normalize(), line.platform_id, line.replaces)
        for line in message.lines
        if line.state is not CartState.REPLACED
    ]
    dice.shuffle(seen)
    assert differences(message, seen) == ()
    in_cart = [line for line in seen if line.state in ("IN_CART", "ADDITION") and line.amount > 0]
    if in_cart:
        assert differences(message, [line for line in seen if line is not in_cart[0]])


@given(st.lists(st.integers(1, 999).map(lambda n: Decimal(n) / 1000), min_size=1))
def test_weights_add_up_exactly(weights: list[Decimal]) -> None:
    assert kilograms(sum(weights, d("0"))) * 1000 == sum(int(weight * 1000) for weight in weights)


@given(st.decimals(0, 10**6, places=6), st.sampled_from(["EUR", "KWD", "CLP"]))
def test_rounding_twice_is_rounding_once(amount: Decimal, currency: str) -> None:
    once = money.rounded(amount, currency)
    assert money.rounded(once, currency) == once and abs(once - amount) <= Decimal("0.5").scaleb(
        -money.digits(currency)
    )


# Events in any order


@st.composite
def events(draw: st.DrawFn) -> SaidOrder:
    """An event of the one order, as a confused platform might send it."""
    said = draw(orders())
    stamp = draw(st.none() | st.integers(-5, 5).map(lambda minutes: NOON + timedelta(minutes=minutes)))
    lines = tuple(replace(line, gone=False) for line in said.lines) if draw(st.booleans()) else ()
    return replace(said, status=draw(st.sampled_from(Status)), updated_at=stamp, lines=lines, partial=not lines)


amounts_sent = st.dictionaries(st.sampled_from(["line-0", "line-1"]), st.frozensets(pieces, max_size=3), max_size=2)


@given(st.lists(st.tuples(events(), st.sampled_from(Own), amounts_sent), min_size=1, max_size=12))
def test_a_status_never_runs_backwards_and_cancelled_is_final(
    heard: list[tuple[SaidOrder, Own, dict[str, frozenset[Decimal]]]],
) -> None:
    known = None
    for event, own, amounts in heard:
        received = receive(known, event, own, amounts, ("A",))
        if known is not None and known.status is not Status.UNKNOWN:
            if known.status is Status.CANCELLED:
                assert received.said == known
            elif received.said.status is not Status.CANCELLED:
                assert RANKS[received.said.status] >= RANKS[known.status]
            assert received.effect not in (Effect.NEW_WORK, Effect.NOT_OURS)
            assert {line.key for line in known.lines} <= {line.key for line in received.said.lines}
            if received.effect in (Effect.NOTHING, Effect.INCIDENT):
                assert received.said == known and not received.flags
        if event.status is not Status.UNKNOWN:
            again = receive(received.said, event, own, amounts, ("A",))
            if received.effect is not Effect.INCIDENT:
                assert again.effect is Effect.NOTHING and again.said == received.said
        known = received.said

"""What the domain says comes back from the database exactly as it was."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from picker_app.domain import facts
from picker_app.domain.cart import CartLine, CartState, Command, Kind
from picker_app.domain.facts import Fact, NewLine
from picker_app.domain.quantity import Bounds
from picker_app.domain.said import (
    Cancellation,
    Customer,
    ExtraLine,
    Flow,
    OrderedLine,
    Payment,
    PaymentLine,
    Pricing,
    SaidOrder,
    Status,
)
from picker_app.store import codec

decimals = st.decimals(allow_nan=False, allow_infinity=False)
zones = st.sampled_from([UTC, timezone(timedelta(hours=-3)), timezone(timedelta(hours=5, minutes=45))])
times = st.datetimes(datetime(1970, 1, 1), datetime(2199, 12, 31), timezones=zones)  # noqa: DTZ001 - the zone is drawn
# Every word that a platform can send, but for a half of a surrogate pair, which is none.
words = st.text(max_size=20)
pairs = st.lists(st.tuples(words, words), max_size=3).map(tuple)
barcodes = st.lists(words, max_size=3).map(tuple)


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """The values, or None."""
    return st.none() | values


bounds = st.builds(Bounds, maybe(decimals), maybe(decimals))
ordered_lines = st.builds(
    OrderedLine,
    key=words,
    sku=words,
    name=words,
    pricing=st.sampled_from(Pricing),
    amount=decimals,
    platform_id=maybe(words),
    pieces=decimals,
    barcodes=barcodes,
    unit_price=maybe(decimals),
    total_price=maybe(decimals),
    bounds=bounds,
    note=words,
    details=pairs,
    raw_pricing=maybe(words),
    gone=st.booleans(),
    parent=maybe(words),
)
said_orders = st.builds(
    SaidOrder,
    account=words,
    ref=words,
    code=words,
    status=st.sampled_from(Status),
    currency=words,
    raw_status=words,
    number=words,
    flow=st.sampled_from(Flow),
    preorder=st.booleans(),
    created_at=maybe(times),
    updated_at=maybe(times),
    promised_for=maybe(times),
    pick_by=maybe(times),
    note=words,
    store=words,
    store_id=words,
    customer=maybe(st.builds(Customer, words, words, words, words)),
    payment=maybe(st.builds(Payment, words, maybe(decimals), decimals, decimals, decimals)),
    cancellation=maybe(st.builds(Cancellation, words, words, st.booleans())),
    lines=st.lists(ordered_lines, max_size=3).map(tuple),
    extra=st.lists(st.builds(ExtraLine, words, words, maybe(words)), max_size=2).map(tuple),
    partial=st.booleans(),
    notices=barcodes,
    payments=st.lists(
        st.builds(PaymentLine, words, words, decimals, st.booleans(), maybe(decimals), st.booleans(), words), max_size=2
    ).map(tuple),
    confirm_by=maybe(times),
    details=pairs,
)
new_lines = st.builds(
    NewLine, words, words, words, st.sampled_from(Pricing), decimals, barcodes, maybe(decimals), bounds
)
BY_KIND: dict[type[Any], st.SearchStrategy[Any]] = {
    facts.LinePicked: st.builds(facts.LinePicked, words, decimals),
    facts.QuantitySet: st.builds(facts.QuantitySet, words, decimals),
    facts.LineWeighed: st.builds(facts.LineWeighed, words, decimals),
    facts.LineNotFound: st.builds(facts.LineNotFound, words),
    facts.LineReplaced: st.builds(facts.LineReplaced, words, new_lines),
    facts.LineAdded: st.builds(facts.LineAdded, new_lines),
    facts.LinesTaken: st.builds(facts.LinesTaken, barcodes),
    facts.PriceChanged: st.builds(facts.PriceChanged, words, maybe(decimals), maybe(decimals)),
    facts.OrderFinished: st.builds(facts.OrderFinished),
    facts.OrderCancelled: st.builds(facts.OrderCancelled, words),
    facts.OrderConfirmed: st.builds(facts.OrderConfirmed),
    facts.OrderRejected: st.builds(facts.OrderRejected, words),
    facts.OrderDelivered: st.builds(facts.OrderDelivered),
    facts.OrderReopened: st.builds(facts.OrderReopened),
    facts.Undone: st.builds(facts.Undone, st.integers(1, 10**6)),
}
cart_lines = st.builds(
    CartLine,
    key=words,
    sku=words,
    state=st.sampled_from(CartState),
    pricing=st.sampled_from(Pricing),
    amount=decimals,
    ordered=decimals,
    pieces=decimals,
    platform_id=maybe(words),
    replaces=maybe(words),
    said_unit_price=maybe(decimals),
    said_total_price=maybe(decimals),
    new_unit_price=maybe(decimals),
    new_total_price=maybe(decimals),
    raw_pricing=maybe(words),
    own=st.booleans(),
)
commands = st.builds(
    Command,
    st.sampled_from(Kind),
    words,
    words,
    st.sampled_from(Flow),
    st.lists(cart_lines, max_size=3).map(tuple),
    words,
)


@settings(max_examples=50)
@given(said_orders)
def test_an_order_comes_back_as_it_was_said(said: SaidOrder) -> None:
    back = codec.load_said(codec.dump_said(said))
    assert back == said and repr(_exact(back)) == repr(_exact(said))


@pytest.mark.parametrize("kind", get_args(Fact))
@settings(max_examples=25)
@given(data=st.data())
def test_a_fact_comes_back_as_it_was_done(kind: type[Any], data: st.DataObject) -> None:
    fact = data.draw(BY_KIND[kind])
    name, text = codec.dump_fact(fact)
    back = codec.load_fact(name, text)
    assert name == kind.__name__ and back == fact and repr(back) == repr(fact)


@settings(max_examples=50)
@given(commands)
def test_a_message_comes_back_as_it_is_owed(command: Command) -> None:
    back = codec.load_command(codec.dump_command(command))
    assert back == command and repr(back) == repr(command)


@pytest.mark.parametrize("text", ["10", "1E+1", "1.10", "0.300", "1E-30", "-0", "123456789012345678901234567890.5"])
def test_a_number_keeps_every_digit_it_came_with(text: str) -> None:
    kind, json = codec.dump_fact(facts.LineWeighed("line", Decimal(text)))
    back = codec.load_fact(kind, json)
    assert isinstance(back, facts.LineWeighed) and str(back.weight) == text


@pytest.mark.parametrize(
    ("load", "text"),
    [(codec.load_said, "{}"), (codec.load_said, "no JSON"), (codec.load_command, '{"kind": "DANCE"}')],
)
def test_what_was_not_written_here_is_not_taken_for_it(load: Callable[[str], object], text: str) -> None:
    with pytest.raises(ValueError):
        load(text)


def _exact(said: SaidOrder) -> tuple[object, ...]:
    """The parts of an order in which equal numbers could look different."""
    return said.lines, said.payment

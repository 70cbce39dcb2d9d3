"""The five orders of the platform's own page and the example of the specification, read whole."""

import json
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any

import pytest

from picker_app.domain import order as desk
from picker_app.domain.cart import totals
from picker_app.domain.said import OrderedLine, PaymentLine
from picker_app.platforms import exact_json
from picker_app.platforms.port import Heard
from tests.platforms.ifood_shop import SAMPLES, decode, sample

CASES = sorted(path.parent.name for path in SAMPLES.glob("*/order.json"))
PAGE = {"5101428012317050", "1618620938441010", "1118021938198010", "2718221938434020", "5918421938111050"}
NOTHING = {"discount", "addition", "subItemsPrice"}
"""Fields of an item that say nothing where they are 0."""


def test_the_five_orders_of_the_platforms_page_are_among_the_samples() -> None:
    assert {decode(sample(case)).said.ref for case in CASES} >= PAGE


@pytest.mark.parametrize("case", CASES)
def test_a_sample_order_is_read_as_expected(case: str) -> None:
    expected = json.loads(sample(case, "expected.json"))
    heard = decode(sample(case))
    assert {path: plain(at(heard, path)) for path in expected} == expected


@pytest.mark.parametrize("case", CASES)
def test_every_field_of_a_sample_order_is_shown_or_reachable(case: str) -> None:
    heard = decode(sample(case))
    shown = list(values(heard.said))
    texts = "\n".join(value for value in shown if isinstance(value, str))
    numbers = {value for value in shown if isinstance(value, Decimal)} | {number(text) for text in texts.split("\n")}
    times = {value for value in shown if isinstance(value, datetime)}
    missing = []
    for name, leaf in leaves(exact_json.load(sample(case))):
        if isinstance(leaf, Decimal):
            found = leaf in numbers or (leaf == 0 and name in NOTHING)
        elif isinstance(leaf, bool):
            found = leaf in [line.prepaid for line in heard.said.payments]
        else:
            found = leaf in texts or number(leaf) in numbers or name == "type" or time(leaf) in times
        missing += [] if found else [(name, leaf)]
    assert missing == []


@pytest.mark.parametrize("case", CASES)
def test_the_lines_of_a_sample_order_cost_what_the_platform_gave_as_subtotal(case: str) -> None:
    said = decode(sample(case)).said
    assert said.payment is not None and said.payment.total is not None
    assert sum(line.total_price or 0 for line in said.lines) == said.payment.subtotal
    assert said.payment.total == (said.payment.subtotal or 0) + said.payment.delivery_fee
    assert totals(desk.fold(said, ())).now == said.payment.total


def test_three_of_an_item_cost_three_times_its_price_and_the_order_40() -> None:
    said = decode(sample("three_of_an_item_by_card_machine")).said
    pastel = next(line for line in said.lines if line.name == "Pastel de carne")
    assert pastel.amount == 3 and pastel.total_price == 15
    assert said.payment is not None and said.payment.subtotal == 40


def at(heard: Heard, path: str) -> Any:
    """Follow a path such as `payments.0.change` through the order; `envelope.…` is beside it."""
    value: Any = heard if path.startswith("envelope.") else heard.said
    for step in path.split("."):
        value = value[int(step)] if step.isdigit() else getattr(value, step)
    return value


def plain(value: Any) -> Any:
    """A value as JSON shows it, Decimal and time as text, a line by what matters of it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, OrderedLine):
        shown = (value.key, value.parent, value.sku, value.name, value.amount, value.unit_price, value.total_price)
        return [plain(part) for part in (*shown, value.note)]
    if isinstance(value, PaymentLine):
        return [plain(getattr(value, name)) for name in value.__dataclass_fields__]
    return [plain(part) for part in value] if isinstance(value, tuple) else value


def values(value: Any) -> Iterator[Any]:
    """Everything that stands in an order, however deep."""
    if isinstance(value, tuple):
        for part in value:
            yield from values(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from values(getattr(value, name))
    else:
        yield value


def leaves(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Everything that stands in a JSON value, with the name that it has."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from leaves(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from leaves(part, name)
    else:
        yield name, value


def number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None

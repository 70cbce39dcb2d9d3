"""Every sample message is read, worked and written again: the eight use cases, and each oddity met so far."""

import json
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest

from picker_app.domain import order as desk
from picker_app.domain.cart import Command, Kind, command
from picker_app.domain.facts import NewLine
from picker_app.domain.order import Order
from picker_app.domain.said import Pricing
from picker_app.platforms import exact_json
from picker_app.platforms.port import Heard, Unreadable
from tests.platforms.delivery_hero_shop import (
    BREAD,
    MILK,
    SAMPLES,
    TOMATOES,
    decode,
    fulfil,
    sample,
    sent,
    taken,
    the_order,
)

EVENTS = sorted(path.parent.name for path in SAMPLES.glob("*/event.json"))
EXPECTED = {case: json.loads(sample(case, "expected.json")) for case in EVENTS}
READABLE = [case for case in EVENTS if "unreadable" not in EXPECTED[case]]
OAT = NewLine("oat", "OAT-1L", "Oat drink 1 l", Pricing.UNIT, Decimal(2), unit_price=Decimal("1.49"))
BAG = NewLine("bag", "BAG-01", "Carry bag", Pricing.UNIT, Decimal(1), unit_price=Decimal("0.25"))
VINE = NewLine("vine", "TOM-VINE-KG", "Vine tomatoes", Pricing.KG, Decimal("1.18"), unit_price=Decimal("3.90"))


def no_milk(order: Order) -> Order:
    return taken(desk.not_found(order, MILK)[0])


def less_milk_other_price(order: Order) -> Order:
    order, _ = desk.set_quantity(order, MILK, Decimal(1))
    order, _ = desk.change_price(order, BREAD, total_price=Decimal("2.20"))
    return taken(order)


def another_weight(order: Order) -> Order:
    return taken(desk.set_weight(order, TOMATOES, Decimal("1.135"))[0])


def oat_for_milk(order: Order) -> Order:
    order, _ = desk.replace_line(order, MILK, OAT)
    order, _ = desk.change_price(order, "oat", unit_price=Decimal("1.29"))
    return taken(order)


def with_bag(order: Order) -> Order:
    return desk.add_line(taken(order), BAG)[0]


def cancelled() -> Command:
    order, _ = desk.cancel(taken(the_order()), "ITEM_UNAVAILABLE")
    return command(order, Kind.CANCEL, order.reason)


def checked() -> Command:
    order, _ = desk.replace_line(the_order(), TOMATOES, VINE)
    return command(order, Kind.CHECK)


USE_CASES = {
    "use_case_1_fulfil": lambda: fulfil(taken(the_order())),
    "use_case_2_partial_no_milk": lambda: fulfil(no_milk(the_order())),
    "use_case_3_milk_1_of_2_bread_at_another_total_price": lambda: fulfil(less_milk_other_price(the_order())),
    "use_case_4_another_weight_within_0_5_to_2_5_kg": lambda: fulfil(another_weight(the_order())),
    "use_case_5_cancel": cancelled,
    "use_case_6_replace_the_milk_by_oat_drink_and_fulfil": lambda: fulfil(oat_for_milk(the_order())),
    "use_case_7_add_a_carry_bag_at_its_catalogue_price_and_fulfil": lambda: fulfil(with_bag(the_order())),
    "use_case_8_check_milk_and_bread_undecided_tomatoes_replaced_by_weight": checked,
}


def test_every_use_case_of_the_platform_has_its_sample() -> None:
    assert sorted(USE_CASES) == sorted(path.parent.name for path in SAMPLES.glob("use_case_*/request.json"))


@pytest.mark.parametrize("case", USE_CASES)
def test_the_desk_writes_the_body_of_the_use_case_value_for_value(case: str) -> None:
    ours, theirs = sent(USE_CASES[case]()), exact_json.load(sample(case, "request.json"))
    assert ours == theirs
    # Equal as numbers is not enough: an untouched price goes out as it came in.
    assert [prices(item) for item in ours["items"]] == [prices(item) for item in theirs["items"]]


def prices(item: Any) -> dict[str, str]:
    """The prices of a line as they are written."""
    return {name: str(value) for name, value in item["pricing"].items() if name.endswith("_price")}


@pytest.mark.parametrize("case", READABLE)
def test_a_sample_is_read_as_expected(case: str) -> None:
    heard = decode(sample(case))
    found = {path: plain(at(heard, path)) for path in EXPECTED[case]}
    assert found == EXPECTED[case]


@pytest.mark.parametrize("case", [case for case in EVENTS if case not in READABLE])
def test_a_sample_that_cannot_be_read_names_the_place(case: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(sample(case))
    assert EXPECTED[case]["unreadable"] in caught.value.words


@pytest.mark.parametrize("case", READABLE)
def test_what_was_ordered_survives_the_way_into_the_cart(case: str) -> None:
    heard = decode(sample(case))
    order = desk.fold(heard.said, ())
    message = fulfil(taken(order)) if order.open and order.lines else command(order, Kind.CHECK)
    body = sent(message)
    assert body["order_id"] == heard.said.ref
    assert len(body["items"]) == len(heard.said.lines)
    entries = exact_json.load(sample(case)).get("items") or []
    ordered = [entry for entry in entries if entry.get("replaced_id") in (None, "", "null") and not is_addition(entry)]
    for line, item, received in zip(heard.said.lines, body["items"], ordered, strict=True):
        assert (item.get("_id"), item.get("sku", "")) == (line.platform_id, line.sku)
        assert "null" not in item.values() and None not in item.values()
        if line.pricing is Pricing.FOREIGN:
            assert item["pricing"] == received["pricing"]
            continue
        assert item["pricing"]["pricing_type"] == line.pricing
        assert item["pricing"]["weight" if line.pricing is Pricing.KG else "quantity"] == line.amount
        assert len(prices(item)) <= (0 if line.pricing is Pricing.KG else 1)
    assert b"E+" not in exact_json.dump(body) and b"e+" not in exact_json.dump(body)


def is_addition(entry: Any) -> bool:
    """Say whether the desk added this entry of a message."""
    return bool(entry.get("status") == "ADDITION")


def at(heard: Heard, path: str) -> Any:
    """Follow a path such as `lines.0.bounds.maximum` through the order; `envelope.…` and `cart.…` are beside it."""
    value: Any = heard if path.startswith(("envelope.", "cart.")) else heard.said
    for step in path.split("."):
        value = value[int(step)] if step.isdigit() else getattr(value, step)
    return value


def plain(value: Any) -> Any:
    """A value as JSON shows it, Decimal and time as text."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if hasattr(value, "__dataclass_fields__"):
        return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
    return value

"""What Delivery Hero says becomes the domain's, and what the desk says becomes Delivery Hero's."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from picker_app.domain import order as desk
from picker_app.domain.cart import CartLine, CartState, Command, Kind, command, differences
from picker_app.domain.facts import LineAdded, LineReplaced, NewLine, OrderCancelled
from picker_app.domain.said import ExtraLine, Flow, Pricing
from picker_app.platforms import exact_json, fields
from picker_app.platforms.delivery_hero import translate, wire
from picker_app.platforms.port import Unreadable
from tests.platforms.delivery_hero_shop import (
    BREAD,
    MILK,
    ORDER,
    TOMATOES,
    account,
    decode,
    empty_order,
    sample,
    sent,
    taken,
    the_order,
)

BAG = NewLine("bag", "BAG-01", "Carry bag", Pricing.UNIT, Decimal(1))
OAT = NewLine("oat", "OAT-1L", "Oat drink", Pricing.UNIT, Decimal(2))


def key_of(**parts: object) -> str:
    body = exact_json.dump({"order_id": ORDER, "status": "RECEIVED", **parts})
    return translate.envelope(fields.read(wire.Head, exact_json.load(body)), body).key


def test_the_same_instant_is_the_same_event_however_it_is_written() -> None:
    spellings = ["2025-06-03T09:12:04Z", "2025-06-03T09:12:04.000Z", "2025-06-03T11:12:04+02:00", "2025-06-03T09:12:04"]
    assert len({key_of(sys={"updated_at": spelling}, comment=spelling) for spelling in spellings}) == 1
    assert key_of(sys={"updated_at": "2025-06-03T09:12:04.001Z"}) != key_of(sys={"updated_at": spellings[0]})


@pytest.mark.parametrize("sys", [None, {}, {"updated_at": None}, {"updated_at": "soon"}, "x"])
def test_without_a_readable_time_the_bytes_name_the_event(sys: object) -> None:
    assert key_of(sys=sys) == key_of(sys=sys)
    assert key_of(sys=sys) != key_of(sys=sys, comment="other")


def test_the_envelope_needs_nothing_of_the_rest() -> None:
    body = b'{"order_id": "a", "status": "ODD", "items": "none", "customer": 7}'
    envelope = translate.envelope(fields.read(wire.Head, exact_json.load(body)), body)
    assert (envelope.ref, envelope.status, envelope.stores) == ("a", "ODD", ())
    with pytest.raises(Unreadable, match="items: a list is expected"):
        decode(body)


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"order_code": "k7tm", "external_order_id": "ord-1"}, "k7tm"),
        ({"order_code": None, "external_order_id": "ord-1"}, "ord-1"),
        ({"order_code": ""}, ORDER[:8]),
    ],
)
def test_the_code_is_what_the_rider_says_else_the_number_else_the_begin_of_the_id(
    parts: dict[str, object], code: str
) -> None:
    assert empty_order(**parts).code == code


def test_the_lead_is_the_accounts() -> None:
    body = sample("the_order")
    early, late = (decode(body, account(lead_minutes=minutes)).said.pick_by for minutes in (30, 0))
    assert early is not None
    assert late is not None
    assert (late - early).total_seconds() == 1800


@pytest.mark.parametrize("sign", [1, -1])
def test_a_discount_is_the_same_with_either_sign(sign: int) -> None:
    payment = empty_order(payment={"discount": Decimal(5) * sign}).payment
    assert payment is not None
    assert payment.discount == 5


def test_what_is_only_shown_of_a_line_stands_in_its_details() -> None:
    line = empty_order(
        items=[
            {
                "sku": "A",
                "wish": "red one",
                "promotion": [{"name": "Week"}, 7, {"name": None}],
                "discount": Decimal(1),
                "pricing": {"quantity": 1, "weighted_pieces": 8, "vat_percent": Decimal("10.0")},
            },
            {"sku": "B", "promotion": "x"},
        ]
    ).lines[0]
    assert line.details == (
        ("wish", "red one"),
        ("weighted_pieces", "8"),
        ("vat_percent", "10.0"),
        ("promotion", "Week"),
    )


def test_a_replaced_or_missing_line_of_a_later_event_stays_an_ordered_line() -> None:
    items = [{"_id": state, "sku": state, "status": state} for state in ("REPLACED", "NOT_FOUND", "NOT_PROCESSED")]
    assert [line.sku for line in empty_order(items=items).lines] == ["REPLACED", "NOT_FOUND", "NOT_PROCESSED"]


@pytest.mark.parametrize(
    ("entry", "name", "active", "barcodes", "by_weight"),
    [
        (
            {"sku": "OAT-1L", "barcodes": ["1", "2"], "title": {"de_AT": "Hafer Drink"}, "active": True},
            "Hafer Drink", True, ("1", "2"), False,
        ),
        (
            {"sku": "OAT-1L", "barcode": "1", "barcodes": ["1"], "name": "Oat", "is_active": False},
            "Oat", False, ("1",), False,
        ),
        ({"sku": "OAT-1L", "title": {}, "is_sold_by_weight": True}, "OAT-1L", True, (), True),
        ({"sku": "OAT-1L", "title": None, "active": "yes"}, "OAT-1L", True, (), False),
    ],
)  # fmt: skip
def test_a_product_of_the_catalogue_needs_only_its_sku(
    entry: dict[str, object], name: str, active: bool, barcodes: tuple[str, ...], by_weight: bool
) -> None:
    product = translate.product(fields.read(wire.Product, {**entry, "price": Decimal("1.490")}))
    assert (product.sku, product.name, product.active) == ("OAT-1L", name, active)
    assert (product.barcodes, product.by_weight, str(product.unit_price)) == (barcodes, by_weight, "1.490")


# What is sent.


@pytest.mark.parametrize(
    ("flow", "kind", "status"),
    [
        (Flow.PLATFORM_DELIVERY, Kind.FULFIL, "READY_FOR_PICKUP"),
        (Flow.PICKUP, Kind.FULFIL, "READY_FOR_PICKUP"),
        (Flow.VENDOR_DELIVERY, Kind.FULFIL, "DISPATCHED"),
        (Flow.VENDOR_DELIVERY, Kind.CHECK, "UPDATE_CART"),
        (Flow.VENDOR_DELIVERY, Kind.CANCEL, "CANCELLED"),
    ],
)
def test_the_status_follows_from_who_delivers(flow: Flow, kind: Kind, status: str) -> None:
    body = sent(Command(kind, "a", ORDER, flow, (), "CLOSED"))
    assert body["status"] == status
    assert body.get("cancellation") == ({"reason": "CLOSED"} if kind is Kind.CANCEL else None)


def line(**parts: object) -> CartLine:
    known = {
        "key": "k", "sku": "A", "state": CartState.IN_CART, "pricing": Pricing.UNIT,
        "amount": Decimal(2), "ordered": Decimal(2),
    } | parts  # fmt: skip
    return CartLine(**known)  # type: ignore[arg-type]  # the parts are named by the tests below


def body_line(*lines: CartLine, number: int = 0) -> dict[str, object]:
    item = sent(Command(Kind.FULFIL, "a", ORDER, Flow.PICKUP, lines))["items"][number]
    assert isinstance(item, dict)
    return item


PRICES = ("said_unit_price", "said_total_price", "new_unit_price", "new_total_price")


@given(
    prices=st.fixed_dictionaries({name: st.none() | st.integers(1, 999).map(Decimal) for name in PRICES}),
    amount=st.integers(1, 3).map(Decimal),
    state=st.sampled_from(CartState),
    pricing=st.sampled_from([Pricing.UNIT, Pricing.KG]),
)
def test_no_line_holds_two_prices_and_no_weighed_line_one(
    prices: dict[str, Decimal | None], amount: Decimal, state: CartState, pricing: Pricing
) -> None:
    item = body_line(line(amount=amount, state=state, pricing=pricing, **prices))
    said = item["pricing"]
    assert isinstance(said, dict)
    assert len({"unit_price", "total_price"} & set(said)) <= (0 if pricing is Pricing.KG else 1)
    assert None not in said.values()


@pytest.mark.parametrize(
    ("parts", "price"),
    [
        ({"said_unit_price": Decimal("1.10"), "new_unit_price": Decimal("1.20")}, {"unit_price": "1.20"}),
        ({"said_unit_price": Decimal("1.10"), "new_total_price": Decimal("2.10")}, {"total_price": "2.10"}),
        ({"said_unit_price": Decimal("1.10"), "said_total_price": Decimal("2.20")}, {"unit_price": "1.10"}),
        ({"said_total_price": Decimal("2.20")}, {"total_price": "2.20"}),
        ({"said_total_price": Decimal("2.20"), "amount": Decimal(1)}, {}),
        ({"new_unit_price": Decimal(9), "state": CartState.NOT_FOUND}, {}),
        ({"new_unit_price": Decimal(9), "state": CartState.ADDITION}, {"unit_price": "9"}),
        ({}, {}),
    ],
)
def test_the_one_price_of_a_piece_line_is_the_new_one_else_the_unit_price_as_received(
    parts: dict[str, object], price: dict[str, str]
) -> None:
    said = body_line(line(**parts))["pricing"]
    assert isinstance(said, dict)
    assert {name: str(value) for name, value in said.items() if name.endswith("price")} == price


def test_a_weight_goes_out_as_a_plain_exact_number() -> None:
    order, _ = desk.set_weight(the_order(), TOMATOES, Decimal("0.1") + Decimal("0.2") + Decimal("1E+0"))
    text = translate.body(command(order, Kind.CHECK))
    assert b'{"pricing_type": "KG", "quantity": 1, "weight": 1.300}' in text


def test_a_line_without_an_id_cannot_be_pointed_at_and_null_is_never_sent() -> None:
    new = line(key="n", sku="N", replaces="A#1", own=True)
    item = body_line(line(state=CartState.REPLACED), new, number=1)
    assert item == {"sku": "N", "status": "IN_CART", "pricing": {"pricing_type": "UNIT", "quantity": 2}}
    assert "sku" not in body_line(line(sku="", platform_id="x"))


def test_a_product_that_is_already_ordered_becomes_a_second_entry() -> None:
    order, _ = desk.add_line(taken(the_order()), replace(BAG, sku="MLK-1L"))
    items = sent(command(order, Kind.FULFIL))["items"]
    assert [item["status"] for item in items if item["sku"] == "MLK-1L"] == ["IN_CART", "ADDITION"]
    assert items[-1] == {"sku": "MLK-1L", "status": "ADDITION", "pricing": {"pricing_type": "UNIT", "quantity": 1}}


def test_a_new_line_whose_id_is_known_is_sent_with_it_and_when_taken_back_as_not_found_for_nobody() -> None:
    said = replace(the_order().said, extra=(ExtraLine("oo1", "OAT-1L", MILK), ExtraLine("bb1", "BAG-01")))
    order = desk.fold(said, [(1, LineReplaced(MILK, OAT)), (2, LineAdded(BAG))])
    items = {item["sku"]: item for item in sent(command(order, Kind.CHECK))["items"]}
    assert (items["OAT-1L"]["_id"], items["OAT-1L"]["replaced_id"]) == ("oo1", MILK)
    assert (items["BAG-01"]["_id"], items["BAG-01"]["status"]) == ("bb1", "ADDITION")
    order, _ = desk.not_found(order, "oat")
    order, _ = desk.not_found(order, "bag")
    items = {item["sku"]: item for item in sent(command(order, Kind.CHECK))["items"]}
    assert items["MLK-1L"]["status"] == "IN_CART"
    for sku in ("OAT-1L", "BAG-01"):
        assert items[sku]["status"] == "NOT_FOUND"
        assert "replaced_id" not in items[sku]


def test_a_cancel_lists_every_ordered_line_as_not_found_and_no_new_line_without_an_id() -> None:
    order = desk.fold(the_order().said, [(1, LineAdded(BAG)), (2, OrderCancelled("TOO_BUSY"))])
    items = sent(command(order, Kind.CANCEL, "TOO_BUSY"))["items"]
    assert [(item["_id"], item["status"]) for item in items] == [(key, "NOT_FOUND") for key in (MILK, BREAD, TOMATOES)]


def test_the_platforms_echo_of_a_cart_is_equal_to_what_was_sent() -> None:
    order, _ = desk.replace_line(the_order(), MILK, OAT)
    order, _ = desk.add_line(taken(order), BAG)
    message = command(order, Kind.FULFIL)
    body = sent(message)
    echo = {**body, "items": [item for item in body["items"] if item["status"] != "REPLACED"]}
    assert differences(message, decode(exact_json.dump(echo)).cart) == ()
    echo["items"][0]["pricing"]["quantity"] = Decimal(1)
    assert differences(message, decode(exact_json.dump(echo)).cart) != ()

"""iFood's orders in our words, whatever is missing, odd or wrong in them, and what goes back."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from picker_app.domain.cart import CartState, Kind
from picker_app.domain.said import Customer, Flow
from picker_app.platforms import exact_json
from picker_app.platforms.ifood_pos import translate
from picker_app.platforms.port import Unreadable
from tests.platforms.ifood_shop import ORDER, decode, item, message, said, simple, the_order, tree

# Orders that are not as they should be.


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"reference": None}, "reference: is missing"),
        ({"reference": " "}, "reference: a text that is not empty"),
        ({"items": None}, "items: is missing"),
        ({"items": []}, "items: a list that is not empty"),
        ({"items": [None]}, "items: a list that is not empty"),
        ({"items": {}}, "items: a list is expected"),
        ({"items": ["x"]}, "items[0]: an object is expected"),
        ({"items": [item(quantity=None)]}, "items[0].quantity: is missing"),
        ({"items": [item(quantity="1,5")]}, "items[0].quantity: a number is expected"),
        ({"items": [item(quantity=Decimal("0.0001"))]}, "items[0].quantity: an amount of 0 or more"),
        ({"items": [item(quantity=-1)]}, "items[0].quantity: an amount of 0 or more"),
        ({"items": [item(subItems=[{"quantity": True}])]}, "items[0].subItems[0].quantity: a number"),
        ({"items": [item(price="")]}, "items[0].price: a number is expected"),
        ({"items": [item(price=True)]}, "items[0].price: a number is expected"),
        ({"items": [item(price=Decimal(10) ** 13)]}, "items[0].price: a number within reason"),
        ({"totalPrice": "92,09"}, "totalPrice: a number is expected"),
        ({"payments": [{"value": "NaN"}]}, "payments[0].value: a number is expected"),
    ],
)
def test_an_order_whose_amounts_or_name_cannot_be_read_names_the_place(change: dict[str, Any], place: str) -> None:
    with pytest.raises(Unreadable) as caught:
        said(**change)
    assert caught.value.words.startswith(place)


@pytest.mark.parametrize("word", [b"NaN", b"Infinity", b"-Infinity"])
def test_a_number_that_is_none_makes_an_order_unreadable(word: bytes) -> None:
    with pytest.raises(Unreadable, match="is no number"):
        decode(the_order().replace(b"27.9", word, 1))


@pytest.mark.parametrize("part", ["merchant", "customer", "deliveryAddress", "localizer", "deliveryMethod", "payments"])
@pytest.mark.parametrize("odd", ["text", 7, [1], [None], None])
def test_an_order_is_worked_whatever_shape_the_rest_of_it_has(part: str, odd: Any) -> None:
    order = said(**{part: odd})
    assert (order.ref, len(order.lines)) == (ORDER, 5)


def test_an_order_of_which_only_the_least_is_known_is_worked() -> None:
    order = decode(b'{"reference": "77", "items": [{"quantity": 2}]}').said
    assert (order.code, order.number, order.flow, order.customer) == ("77", "77", Flow.VENDOR_DELIVERY, None)
    assert (order.created_at, order.confirm_by, order.promised_for, order.pick_by) == (None, None, None, None)
    (line,) = order.lines
    assert (line.key, line.name, line.sku, line.amount, line.unit_price) == ("0", "0", "", Decimal(2), None)
    assert order.notices == (translate.SUMS_DIFFER,)


@pytest.mark.parametrize("fraction", ["", ".5", ".517", ".517123", ".517123456"])
def test_times_may_have_any_fraction_of_a_second(fraction: str) -> None:
    order = said(createdAt=f"2018-05-03T19:18:21{fraction}Z")
    assert order.created_at is not None and order.created_at.replace(microsecond=0).second == 21
    assert order.confirm_by == order.created_at + timedelta(minutes=15)


def test_a_time_that_cannot_be_read_is_shown_as_it_is() -> None:
    order = said(createdAt="yesterday", deliveryDateTime="soon")
    assert (order.created_at, order.promised_for) == (None, None)
    assert {("createdAt", "yesterday"), ("deliveryDateTime", "soon")} <= set(order.details)


@pytest.mark.parametrize(
    ("change", "flow"),
    [
        ({}, Flow.VENDOR_DELIVERY),
        ({"type": "TOGO"}, Flow.PICKUP),
        ({"type": "togo"}, Flow.PICKUP),
        ({"type": None}, Flow.VENDOR_DELIVERY),
        ({"type": None, "deliveryMethod": {"mode": "TAKEOUT"}}, Flow.PICKUP),
        ({"type": None, "deliveryMethod": {"mode": "DELIVERY"}}, Flow.VENDOR_DELIVERY),
        ({"type": "DELIVERY", "deliveryMethod": {"mode": "TAKEOUT"}}, Flow.VENDOR_DELIVERY),
        ({"type": "INDOOR"}, Flow.VENDOR_DELIVERY),
    ],
)
def test_an_order_is_brought_to_the_customer_or_fetched(change: dict[str, Any], flow: Flow) -> None:
    assert said(**change).flow is flow


def test_a_type_that_is_not_known_and_fields_of_later_revisions_are_shown() -> None:
    order = said(type="INDOOR", isTest=True, preparationTimeInSeconds=900, deliveryMethod={"mode": "X", "by": None})
    shown = {("type", "INDOOR"), ("isTest", "true"), ("preparationTimeInSeconds", "900"), ("deliveryMethod.mode", "X")}
    assert shown <= set(order.details)
    assert said(scheduled=True).preorder and not order.preorder


def test_a_flood_of_unknown_fields_is_cut_off() -> None:
    order = said(more={f"n{number}": "x" * 5000 for number in range(5000)})
    assert len(order.details) == 200 and max(len(text) for _, text in order.details) == 500


@pytest.mark.parametrize(
    ("merchant", "notices"),
    [
        ({"id": "255001"}, ()),
        ({"id": 255001}, ()),
        ({"id": "2f1b", "shortId": "137086"}, ()),
        ({"id": "999999"}, (translate.FOREIGN_STORE,)),
        ({"id": "999999", "shortId": 7}, (translate.FOREIGN_STORE,)),
        ({}, ()),
    ],
)
def test_an_order_of_another_shop_is_told(merchant: dict[str, Any], notices: tuple[str, ...]) -> None:
    assert said(merchant=merchant).notices == notices


def test_a_masked_phone_number_comes_with_what_is_to_be_dialled_behind_it() -> None:
    masked = {"name": "Ana", "phone": "0800 000 0000"}
    order = said(customer=masked, localizer={"id": "12345678"})
    assert order.customer is not None and order.customer.phone == "0800 000 0000 ID: 12345678"
    again = said(customer={**masked, "phone": order.customer.phone}, localizer={"id": "12345678"})
    assert again.customer is not None and again.customer.phone == order.customer.phone


def test_what_tells_of_a_person_stands_with_the_person_and_in_no_repr() -> None:
    order = said()
    assert order.customer is not None
    details = dict(order.customer.details)
    assert details["customer.ordersCountOnRestaurant"] == "2"
    assert details["deliveryAddress.coordinates.latitude"] == "-23.5"
    assert details["deliveryAddress.postalCode"] == "01000001"
    assert "01000001" not in repr(order)
    assert not [name for name, _ in order.details if name.startswith(("customer", "deliveryAddress"))]
    assert order.customer.private == ("portao azul", "00000000000", "cliente@example.com")


def test_an_order_that_names_nobody_has_no_customer_and_one_of_another_shape_is_still_shown() -> None:
    assert said(customer=None, deliveryAddress=None).customer is None
    assert said(customer="Ana", deliveryAddress=None).customer == Customer(details=(("customer", "Ana"),))


def test_an_address_without_its_formatted_form_is_made_of_street_and_number() -> None:
    order = said(deliveryAddress={"streetName": "R Exemplo", "streetNumber": 200, "city": "SAO PAULO"})
    assert order.customer is not None and order.customer.address == "R Exemplo 200 · SAO PAULO"


# Lines.


def test_two_lines_without_a_code_and_one_code_used_twice_are_four_lines() -> None:
    order = simple(item(), item(), item(externalCode="8"), item(externalCode="8"))
    assert [line.key for line in order.lines] == ["0", "1", "2", "3"]
    assert [line.sku for line in order.lines] == ["", "", "8", "8"]


@pytest.mark.parametrize("parts", [None, [], [None], [None, None]])
def test_an_item_may_have_no_parts_in_many_ways(parts: Any) -> None:
    order = decode(exact_json.dump({"reference": "7", "items": [{**item(), "subItems": parts}]})).said
    assert [line.key for line in order.lines] == ["0"]


def test_a_part_counts_for_each_of_its_item_and_null_parts_are_no_lines() -> None:
    parts = [None, {"name": "Maca", "quantity": "2", "price": 1, "totalPrice": 1, "observations": "vermelha"}]
    order = simple(item(quantity=3, price=4, subItemsPrice=2, totalPrice=6, subItems=parts))
    basket, apple = order.lines
    assert (apple.key, apple.parent, apple.amount, apple.note) == ("0.0", "0", Decimal(6), "vermelha")
    assert (basket.total_price, apple.total_price) == (Decimal(12), Decimal(6))
    assert order.notices == ()


def test_the_price_of_an_item_alone_is_what_its_total_leaves_where_it_is_not_given() -> None:
    part = {"name": "Maca", "quantity": 2, "price": 1, "totalPrice": 1}
    order = simple(item(price=None, subItemsPrice=2, totalPrice=6, subItems=[part]))
    assert [line.unit_price for line in order.lines] == [Decimal(4), Decimal(1)]
    assert order.notices == (translate.SUMS_DIFFER,), "what is not given is told"
    bare = simple(item(price=None, totalPrice=6, subItems=[{"quantity": 1}]))
    assert [line.unit_price for line in bare.lines] == [None, None]


def test_fields_of_a_line_that_have_no_place_are_its_details_and_nothings_are_not() -> None:
    order = simple(item(id="a1", index=1, price=9, addition=2, discount=1, unit="UN", options={"x": False}))
    assert order.lines[0].details == (
        ("price", "9"),
        ("id", "a1"),
        ("index", "1"),
        ("addition", "2"),
        ("discount", "1"),
        ("unit", "UN"),
        ("options.x", "false"),
    )


def test_the_lines_of_an_order_can_be_compared_as_a_cart() -> None:
    seen = decode(the_order()).cart
    assert [(line.sku, line.amount) for line in seen[:2]] == [("ARZ/5", Decimal(2)), ("CST", Decimal(3))]
    assert {line.state for line in seen} == {CartState.IN_CART} and len(seen) == 5


# What is sent.


@pytest.mark.parametrize("kind", [Kind.INTEGRATE, Kind.CONFIRM, Kind.DISPATCH, Kind.DELIVER])
def test_a_status_message_has_no_body(kind: Kind) -> None:
    assert translate.body(message(kind)) == b""


def test_a_rejection_says_why_in_at_most_500_characters() -> None:
    assert exact_json.load(translate.body(message(Kind.REJECT, " Falta “arroz”\n"))) == {"details": "Falta “arroz”"}
    assert len(exact_json.load(translate.body(message(Kind.REJECT, "x" * 900)))["details"]) == 500
    with pytest.raises(ValueError, match="needs a reason"):
        translate.body(message(Kind.REJECT, " "))


def test_every_field_of_the_example_can_be_missing_and_the_order_is_worked_all_the_same() -> None:
    for name in set(tree()) - {"reference", "items"}:
        assert len(said(**{name: None}).lines) == 5

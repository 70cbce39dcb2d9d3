"""The money of an iFood order: read exactly, checked, and told as it was given; who pays it, and how."""

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from picker_app.platforms.ifood_pos import translate
from picker_app.platforms.ifood_pos.payment_codes import FORMS
from picker_app.platforms.port import Unreadable
from tests.platforms.ifood_shop import item, said, simple

PLAIN = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?", re.ASCII)


@given(st.decimals(min_value=0, max_value=99999, places=2), st.booleans())
def test_a_number_and_the_same_number_as_text_are_the_same_decimal(price: Decimal, padded: bool) -> None:
    text = f" {price} " if padded else str(price)
    assert simple(item(price=price)).lines[0].unit_price == price
    assert simple(item(price=text)).lines[0].unit_price == price
    assert str(simple(item(price=text)).lines[0].unit_price) == str(price)


@given(st.text(st.characters(exclude_characters="eE"), max_size=8) | st.text("0123456789+-., ", max_size=6))
def test_any_text_as_a_price_is_read_exactly_or_names_its_place(text: str) -> None:
    if PLAIN.fullmatch(text.strip()):
        assert simple(item(price=text)).lines[0].unit_price == Decimal(text.strip())
        return
    with pytest.raises(Unreadable, match=r"^The platform .* items\[0\]\.price: a number"):
        simple(item(price=text))


@st.composite
def orders(draw: st.DrawFn) -> dict[str, Any]:
    """Orders whose sums hold together."""
    cents = st.decimals(min_value=0, max_value=500, places=2)
    items, subtotal = [], Decimal(0)
    for _ in range(draw(st.integers(1, 4))):
        parts, below = [], Decimal(0)
        for _ in range(draw(st.integers(0, 3))):
            price, addition = draw(cents), draw(cents)
            amount = draw(st.integers(1, 5))
            parts.append({"quantity": amount, "price": price, "addition": addition, "totalPrice": price + addition})
            below += amount * (price + addition)
        price, quantity = draw(cents), draw(st.integers(1, 9))
        money = {"price": price, "subItemsPrice": below, "totalPrice": price + below}
        items.append(item(quantity=quantity, **money, subItems=parts))
        subtotal += quantity * (price + below)
    fee = draw(cents)
    paid = [{"code": "VIS", "value": subtotal + fee, "prepaid": True}]
    return {"items": items, "subTotal": subtotal, "deliveryFee": fee, "totalPrice": subtotal + fee, "payments": paid}


@given(orders(), st.data())
def test_sums_that_hold_together_are_not_complained_of_and_any_other_cent_is(
    whole: dict[str, Any], data: st.DataObject
) -> None:
    order = said(**whole)
    assert order.notices == ()
    assert sum((line.total_price or Decimal(0) for line in order.lines), Decimal(0)) == whole["subTotal"]
    name = data.draw(st.sampled_from(["subTotal", "totalPrice"]))
    more = whole[name] + Decimal("0.01")
    wrong = said(**{**whole, name: more})
    assert wrong.notices == (translate.SUMS_DIFFER,)
    assert wrong.payment is not None
    assert {"subTotal": wrong.payment.subtotal, "totalPrice": wrong.payment.total}[name] == more


@pytest.mark.parametrize(
    "change",
    [
        {"items": [item(totalPrice=11)]},
        {"items": [item(subItemsPrice=1)]},
        {"items": [item(subItemsPrice=None, subItems=[{"quantity": 1, "price": 1, "totalPrice": 1}])]},
        {"items": [item(subItems=[{"quantity": 1, "price": 1, "totalPrice": 0}])]},
        {"items": [item(totalPrice=None)]},
        {"subTotal": 11},
        {"subTotal": None},
        {"deliveryFee": 1},
        {"totalPrice": None},
        {"payments": []},
        {"payments": [{"code": "DIN", "value": 9, "prepaid": False}]},
        {"payments": [{"code": "DIN", "prepaid": False}]},
        {"benefits": [{"value": 1}]},
    ],
)
def test_an_order_that_does_not_add_up_is_told_and_worked_with_the_given_totals(change: dict[str, Any]) -> None:
    whole: dict[str, Any] = {"items": [item()], "subTotal": 10, "deliveryFee": 0, "totalPrice": 10}
    whole["payments"] = [{"code": "DIN", "value": 10, "prepaid": False}]
    assert said(**whole).notices == ()
    order = said(**{**whole, **change})
    assert order.notices == (translate.SUMS_DIFFER,)
    assert order.payment is not None
    given_total = {**whole, **change}["totalPrice"]
    assert order.payment.total == (None if given_total is None else Decimal(given_total))


def test_own_sums_are_rounded_at_the_end_only() -> None:
    thirds = item(quantity=3, price=Decimal("3.333"), totalPrice=Decimal("3.333"))
    paid = [{"code": "DIN", "value": 10, "prepaid": False}]
    rounded = said(items=[thirds], subTotal=10, deliveryFee=0, totalPrice=10, payments=paid)
    assert rounded.notices == ()
    assert rounded.lines[0].total_price == Decimal("9.999")


CARD = {"code": "VIS", "value": 8, "prepaid": True}
VOUCHER = {"code": "VOUCHER", "value": 2, "prepaid": True}
BENEFIT = {"value": "2.00", "target": "CART", "sponsorshipValues": {"IFOOD": 1, "MERCHANT": 1}}


@pytest.mark.parametrize(
    ("payments", "benefits", "discount"),
    [
        ([CARD, VOUCHER], None, 2),
        ([CARD], [BENEFIT], 2),
        ([CARD, VOUCHER], [BENEFIT], 2),
        ([CARD, {"code": "BON", "value": 2, "prepaid": True}], None, 2),
        ([{**CARD, "value": 10}], None, 0),
        ([{**CARD, "value": 10}], [{"value": None}, "x"], 0),
    ],
)
def test_a_voucher_counts_once_in_whichever_of_its_forms_it_is_given(
    payments: list[Any], benefits: Any, discount: int
) -> None:
    more = {} if benefits is None else {"benefits": benefits}
    order = simple(payments=payments, **more)
    assert order.payment is not None
    assert (order.payment.discount, order.payment.collect) == (Decimal(discount), Decimal(0))
    assert order.notices == ()


def test_what_a_benefit_says_beside_its_value_is_shown() -> None:
    order = simple(payments=[CARD], benefits=[BENEFIT])
    assert ("benefits[0].sponsorshipValues.MERCHANT", "1") in order.details


# Payments.


@pytest.mark.parametrize(
    ("prepaid", "collect"), [(True, 0), (False, 10), ("true", 0), ("false", 10), (" False ", 10), ("TRUE", 0)]
)
@pytest.mark.parametrize("code", ["VIS", "DIN", "NEW"])
def test_prepaid_decides_what_is_collected_whatever_the_code(code: str, prepaid: Any, collect: int) -> None:
    order = simple(payments=[{"code": code, "value": "10.00", "prepaid": prepaid}])
    assert order.payment is not None and order.payment.collect == collect


@pytest.mark.parametrize("code", FORMS)
@pytest.mark.parametrize("nothing", [{}, {"prepaid": None}, {"prepaid": "perhaps"}, {"prepaid": 1}])
def test_without_prepaid_the_table_of_codes_decides(code: str, nothing: dict[str, Any]) -> None:
    online = {"VIS", "MC", "AM", "DNR", "ELO", "HIPER", "VISE", "MCMA", "PAY", "VOUCHER", "BON"}
    order = simple(payments=[{"code": code, "value": 10, **nothing}])
    (line,) = order.payments
    assert line.prepaid is (code in online)
    assert order.payment is not None and order.payment.collect == (0 if code in online else 10)
    assert order.notices == () and line.name == FORMS[code].name


def test_the_table_has_all_codes_of_the_platforms_page() -> None:
    page = (
        "VR_SMA DNREST MEREST TRE VIREST VVREST VOUCHER DNR DIN VIS CHE AM MC BON RAM GRNCAR RSODEX VSREST RDREST RHIP "
        "REC RED ELO VALECA TVER RSELE BANRC BANRD GOODC VERDEC PAY CPRCAR GER_CT GRNCPL VISE MCMA HIPER"
    )
    assert set(FORMS) == set(page.split())


@pytest.mark.parametrize("code", ["PIX", "din", "", " DIN"])
def test_an_unknown_code_without_prepaid_is_collected_with_a_warning(code: str) -> None:
    order = simple(payments=[{"code": code, "value": 10}])
    assert order.payment is not None and order.payment.collect == 10
    assert order.notices == (translate.UNKNOWN_PAYMENT,)
    assert order.payments[0].name == code.strip() or order.payments[0].name == code


@pytest.mark.parametrize(
    ("code", "prepaid", "machine"),
    [
        ("DNREST", False, True),
        ("RED", None, True),
        ("GER_CT", False, True),
        ("VSREST", True, False),
        ("DIN", False, False),
    ],
)
def test_the_card_machine_goes_along_where_a_card_pays_at_the_door(code: str, prepaid: Any, machine: bool) -> None:
    assert simple(payments=[{"code": code, "value": 10, "prepaid": prepaid}]).payments[0].machine is machine


@pytest.mark.parametrize(
    ("change_for", "change"),
    [(100, "90"), ("20.50", "10.50"), (10, "0"), (5, "0"), (None, "0"), ("", "0"), ("50,00", "0")],
)
def test_the_change_to_bring_is_what_the_note_leaves(change_for: Any, change: str) -> None:
    order = simple(payments=[{"code": "DIN", "value": 10, "prepaid": False, "changeFor": change_for}])
    assert order.payments[0].change == Decimal(change)
    assert change_for != "50,00" or ("payments[0].changeFor", "50,00") in order.details


def test_several_forms_of_payment_are_told_one_by_one_and_only_the_unpaid_is_collected() -> None:
    paid = [{"code": "VIS", "value": 4, "prepaid": True}, {"code": "DIN", "value": 6, "prepaid": False}]
    order = simple(payments=paid)
    assert [(line.code, line.value) for line in order.payments] == [("VIS", Decimal(4)), ("DIN", Decimal(6))]
    assert order.payment is not None and order.payment.collect == 6 and order.payment.kind == "VISA + DINHEIRO"

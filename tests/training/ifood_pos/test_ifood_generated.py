"""Check the goods of Brazil and the orders drawn of them: their codes, their sums, and every oddity by its name."""

import random
from collections import Counter
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from biip import parse

from picker_app.training.brazil import load_brazil, sold_here
from picker_app.training.catalogue import load_store
from picker_app.training.ifood_pos.document import Seller, as_texts, write_order
from picker_app.training.ifood_pos.purchase import PAYMENTS, QUIRKS, TYPES, VOUCHERS, draw_purchase

BRAZIL = load_brazil()
STORE = tuple(sold_here(load_store()).values())
CREATED = datetime(2025, 6, 3, 15, 0, tzinfo=UTC)
ENOUGH = 300

Json = dict[str, Any]


def draw(seed: int, **wishes: Any) -> Json:
    chance = random.Random(seed)
    purchase = draw_purchase(BRAZIL, STORE, chance, **({"quirks": []} | wishes))
    return write_order(purchase, Seller("255001", "Mercado Modelo"), BRAZIL, CREATED, chance)


def parts_of(item: Json) -> list[Json]:
    return [part for part in item.get("subItems") or [] if part is not None]


def to_collect(order: Json) -> Decimal:
    return sum((Decimal(pay["value"]) for pay in order["payments"] if not pay["prepaid"]), Decimal(0))


# --- the goods ---


def test_every_good_and_part_has_a_valid_brazilian_gtin_of_its_own() -> None:
    goods = [*BRAZIL.plain, *BRAZIL.composed]
    eans = [good.ean for good in goods] + [part.ean for good in goods for part in good.parts]
    assert len(set(eans)) == len(eans) > 70
    for ean in eans:
        found = parse(ean).gtin
        assert found is not None
        assert ean.startswith("789") and len(ean) == 13


def test_some_goods_have_the_shops_code_some_their_gtin_and_some_none() -> None:
    kinds = Counter("none" if not good.code else "gtin" if good.code == good.ean else "own" for good in BRAZIL.plain)
    assert all(kinds[kind] >= 5 for kind in ("none", "gtin", "own"))
    assert "ARZ/5" in BRAZIL.by_code(), "a code with a slash is among them"
    codes = [good.code for good in (*BRAZIL.plain, *BRAZIL.composed) if good.code]
    assert len(set(codes)) == len(codes)


def test_composed_goods_show_headings_additions_discounts_and_free_parts() -> None:
    parts = [part for good in BRAZIL.composed for part in good.parts]
    assert any(good.price == 0 for good in BRAZIL.composed) and any(good.price > 0 for good in BRAZIL.composed)
    assert any(part.addition for part in parts) and any(part.discount for part in parts)
    assert any(part.total == 0 for part in parts) and any(part.quantity > 1 for part in parts)
    assert any(not part.code for part in parts)


def test_names_are_portuguese_and_said_once() -> None:
    names = [good.name for good in (*BRAZIL.plain, *BRAZIL.composed, *STORE)]
    assert max(Counter(names).values()) == 1
    assert "Leite fresco 1 l" in names and "Feijão carioca 1 kg" in names


# --- sums ---


@pytest.mark.parametrize("kind", TYPES)
def test_sums_are_those_of_the_specification(kind: str) -> None:
    for seed in range(60):
        order = draw(seed, type_=kind, voucher="none")
        for item in order["items"]:
            for part in parts_of(item):
                assert part["totalPrice"] == part["price"] + part["addition"] - part["discount"]
            of_parts = sum(part["quantity"] * part["totalPrice"] for part in parts_of(item))
            assert item["subItemsPrice"] == of_parts
            assert item["totalPrice"] == item["price"] + of_parts
        assert order["subTotal"] == sum(item["quantity"] * item["totalPrice"] for item in order["items"])
        assert order["totalPrice"] == order["subTotal"] + order["deliveryFee"]
        assert sum(pay["value"] for pay in order["payments"]) == order["totalPrice"]


@pytest.mark.parametrize("seed", range(10))
def test_a_voucher_comes_in_three_forms(seed: int) -> None:
    orders = {form: draw(seed, voucher=form, payment="machine", lines=3) for form in VOUCHERS}
    codes = {form: [pay["code"] for pay in order["payments"]] for form, order in orders.items()}
    given = {form: sum(one["value"] for one in order.get("benefits", [])) for form, order in orders.items()}
    assert [codes[form][0] == "VOUCHER" for form in VOUCHERS] == [False, True, False, True]
    assert [bool(given[form]) for form in VOUCHERS] == [False, False, True, True]
    for form, order in orders.items():
        paid = sum(pay["value"] for pay in order["payments"])
        assert paid == order["totalPrice"] - (given[form] if form == "benefit" else 0)
        if form != "none":
            assert to_collect(order) == to_collect(orders["none"]) - 10


@pytest.mark.parametrize("kind", PAYMENTS)
def test_what_is_to_collect_follows_the_kind_of_payment(kind: str) -> None:
    order = draw(3, payment=kind, voucher="none")
    assert to_collect(order) == (0 if kind == "online" else order["totalPrice"])
    (first, *more) = order["payments"]
    assert bool(more) == (kind == "split")
    assert (first["code"] == "DIN") == (kind in ("cash", "change", "split"))
    if kind == "change":
        assert first["changeFor"] >= first["value"] and first["changeFor"] % 50 == 0
    if kind == "machine":
        assert "MÁQUINA" in first["name"]


# --- oddities ---


def test_numbers_can_all_be_texts() -> None:
    plain, texts = draw(5), draw(5, quirks=["strings"])
    assert texts == as_texts(plain)
    assert isinstance(texts["totalPrice"], str) and "E" not in texts["totalPrice"]
    assert texts["items"][0]["quantity"] == str(plain["items"][0]["quantity"])
    assert texts["payments"][0]["prepaid"] is plain["payments"][0]["prepaid"]


def test_prepaid_can_be_a_text() -> None:
    for kind, text in (("online", "true"), ("machine", "false")):
        order = draw(5, payment=kind, quirks=["prepaid_text"])
        assert {pay["prepaid"] for pay in order["payments"] if pay["code"] != "VOUCHER"} == {text}


def test_codes_can_all_be_missing_or_all_be_the_same() -> None:
    bare, same = draw(5, quirks=["no_codes"], composed=2, lines=5), draw(5, quirks=["same_code"], lines=5)
    lines = [line for item in bare["items"] for line in (item, *parts_of(item))]
    assert len(lines) > 5
    assert not any("externalCode" in line for line in lines)
    assert {item["externalCode"] for item in same["items"]} == {"1"}


def test_sub_items_can_be_null_empty_or_hold_null() -> None:
    orders = [draw(seed, quirks=["null_subitems"], lines=6, composed=1) for seed in range(5)]
    kinds = [item["subItems"] for order in orders for item in order["items"]]
    assert None in kinds and [] in kinds
    assert any(kind and kind[-1] is None and kind[0] for kind in kinds)


def test_sums_can_differ_in_two_ways() -> None:
    ways = set()
    for seed in range(20):
        order = draw(seed, type_="DELIVERY", quirks=["sums_differ"], voucher="none")
        lines = sum(item["quantity"] * item["totalPrice"] for item in order["items"])
        assert order["totalPrice"] != order["subTotal"] + order["deliveryFee"]
        assert sum(pay["value"] for pay in order["payments"]) == order["totalPrice"]
        ways.add(order["subTotal"] == lines)
    assert ways == {True, False}


def test_a_masked_phone_has_a_localizer() -> None:
    order = draw(5, quirks=["masked_phone"])
    assert order["customer"]["phone"] == f"0800 000 0000 ID: {order['localizer']['id']}"
    assert "localizer" not in draw(5)


def test_a_payment_can_be_unknown() -> None:
    assert draw(5, quirks=["unknown_payment"], voucher="none")["payments"][0]["code"] == "NOVAFP"


def test_fields_of_later_revisions_can_be_there() -> None:
    order = draw(5, quirks=["later_fields"], type_="TOGO")
    assert order["deliveryMethod"]["mode"] == "TAKEOUT"
    assert order["isTest"] is True
    assert [item["index"] for item in order["items"]] == list(range(1, len(order["items"]) + 1))


def test_everything_that_may_be_missing_can_be_missing() -> None:
    order = draw(5, quirks=["bare"], lines=6, composed=4)
    assert not {"shortReference", "type", "createdAt", "customer", "deliveryDateTime"} & order.keys()
    assert all(item.keys() <= {"name", "quantity", "price", "totalPrice", "subItems"} for item in order["items"])
    for item in order["items"]:
        for part in parts_of(item):
            assert part["totalPrice"] == part["price"] + part.get("addition", 0) - part.get("discount", 0)


def test_chance_draws_everything_sooner_or_later() -> None:
    orders = [draw(seed, quirks=None) for seed in range(ENOUGH)]
    seen = Counter(pay["code"] for order in orders for pay in order["payments"])
    assert {"DIN", "VIS", "VSREST", "VVREST", "VOUCHER"} < seen.keys()
    assert {order.get("type") for order in orders} >= {"DELIVERY", "TOGO"}
    assert any(parts_of(item) for order in orders for item in order["items"])
    assert any(item.get("observations") for order in orders for item in order["items"])
    assert any(isinstance(order["totalPrice"], str) for order in orders)
    assert any("changeFor" in pay for order in orders for pay in order["payments"])
    assert len({order["reference"] for order in orders}) == ENOUGH
    kinds = [draw_purchase(BRAZIL, STORE, random.Random(seed)).quirks for seed in range(ENOUGH)]
    assert frozenset.union(*kinds) == QUIRKS.keys()

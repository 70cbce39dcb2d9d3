"""At the desk an order of a platform that is told statuses is a check-list; what it cannot carry is kept and listed."""

import asyncio
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from picker_app.devices.scanner import Scan
from picker_app.domain.cart import Kind
from picker_app.domain.order import Decision
from picker_app.picking.rows import Act, LineWord, OrderView, Outcome, RereadState, ScanMode
from picker_app.platforms.port import CatalogProduct
from picker_app.store.deliveries import State
from tests.domain.examples import NOON
from tests.outbox.status_shop import StatusShop

BAG = CatalogProduct("BAG-01", "Carry bag")
ADDRESS = {"formattedAddress": "R Exemplo, 10", "country": "BR", "state": "SP", "city": "SAO PAULO"}


def item(name: str, quantity: int, price: float, code: str = "", **more: Any) -> dict[str, Any]:
    coded = {"externalCode": code} if code else {}
    parts = sum(part["quantity"] * part["totalPrice"] for part in more.get("subItems", ()))
    return {
        "name": name,
        "quantity": quantity,
        "price": price,
        "subItemsPrice": parts,
        "totalPrice": price + parts,
        **coded,
        **more,
    }


def scan(text: str) -> Scan:
    return Scan(text, text, NOON)


def part(name: str, quantity: int, price: float, code: str = "") -> dict[str, Any]:
    coded = {"externalCode": code} if code else {}
    return {"name": name, "quantity": quantity, "price": price, "totalPrice": price, **coded}


FRUIT = item("Cesta de frutas", 3, 0, "CST", subItems=[part("Maca", 2, 1.5, "MAC"), part("Embalagem", 1, 0.5)])
RICE = item("Arroz 5 kg", 2, 27.5, "ARZ/5")
WATER = item("Agua mineral", 1, 3.5)
SODA = item("Guarana", 1, 5, "")


async def ordered(
    shop: StatusShop, *items: dict[str, Any], store: str = "255001", ref: str = "7402218855301020"
) -> int:
    total = sum(entry["quantity"] * entry["totalPrice"] for entry in items)
    document = {
        "id": f"ff{ref}",
        "reference": ref,
        "shortReference": ref[-4:],
        "createdAt": shop.now().strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "type": "DELIVERY",
        "merchant": {"id": store, "name": "Mercado Modelo", "phones": [], "address": ADDRESS},
        "payments": [{"name": "DINHEIRO", "code": "DIN", "value": total, "prepaid": False, "changeFor": total + 10}],
        "customer": {"id": "900001", "name": "Cliente Exemplo", "phone": "11 - 40000001", "email": ""},
        "items": list(items),
        "subTotal": total,
        "totalPrice": total,
        "deliveryFee": 0,
    }
    await asyncio.to_thread(partial(shop.platform.create_order, order=document))
    order_id = await shop.known(ref)
    await shop.view(order_id)
    return order_id


def lines(view: OrderView) -> dict[str, tuple[LineWord, bool]]:
    return {line.key: (line.word, line.complete) for line in view.lines}


async def test_parts_are_lines_under_their_item_and_a_free_item_is_only_their_heading(shop: StatusShop) -> None:
    order_id = await ordered(shop, RICE, FRUIT)
    view = await shop.view(order_id)
    assert [(line.key, line.parent, line.heading, int(line.ordered)) for line in view.lines] == [
        ("0", "", False, 2),
        ("1", "", True, 3),
        ("1.0", "1", False, 6),
        ("1.1", "1", False, 3),
    ]
    assert (view.row.total, view.next_line) == (3, "0")
    assert lines(view)["1"] == (LineWord.HEADING, False)
    assert (await shop.desk.take(order_id, "1")).code == "taken"
    view = await shop.view(order_id, lambda view: view.row.done == 2)
    assert lines(view)["1"] == (LineWord.HEADING, True) and lines(view)["1.0"] == (LineWord.PICKED, True)
    assert (await shop.desk.pick(order_id, "1")).code == "heading"
    assert view.payments[0].change == Decimal(10) and view.payments[0].prepaid is False


async def test_a_scan_of_the_shops_code_picks_a_line_or_a_part(shop: StatusShop) -> None:
    order_id = await ordered(shop, RICE, FRUIT)
    for code, line in (("ARZ/5", "0"), ("MAC", "1.0")):
        result = await shop.desk.scan(scan(code), order_id)
        assert (result.outcome, result.line, result.good) == (Outcome.PICKED, line, True)
    await shop.comes_to(order_id, Kind.CONFIRM, State.CONFIRMED)


async def test_no_more_is_taken_than_the_platform_was_ordered(shop: StatusShop) -> None:
    order_id = await ordered(shop, RICE)
    await shop.desk.take(order_id, "0")
    again = await shop.desk.scan(scan("ARZ/5"), order_id)
    assert (again.outcome, again.offer) == (Outcome.ALREADY_COMPLETE, None), "one more is not offered"
    assert (await shop.desk.set_amount(order_id, "0", Decimal(3))).code == "over_maximum"


async def test_what_the_platform_cannot_be_told_of_is_refused_by_name(shop: StatusShop) -> None:
    order_id = await ordered(shop, RICE)
    refused = [
        await shop.desk.replace(order_id, "0", BAG, Decimal(1)),
        await shop.desk.add(order_id, BAG, Decimal(1)),
        await shop.desk.change_price(order_id, "0", unit_price=Decimal(1)),
        await shop.desk.cancel(order_id, "CLOSED"),
    ]
    assert {result.code for result in refused} == {"not_on_this_platform"}
    assert len(await shop.jobs(order_id)) == 1, "nothing but that the order is here"


async def test_a_shortage_is_listed_and_finished_on_a_yes(shop: StatusShop) -> None:
    order_id = await ordered(shop, RICE, WATER)
    await shop.desk.set_amount(order_id, "0", Decimal(1))
    await shop.desk.not_found(order_id, "1")
    view = await shop.view(order_id, lambda view: len(view.shortages) == 2)
    assert [(row.name, int(row.amount), int(row.ordered)) for row in view.shortages] == [
        ("Arroz 5 kg", 1, 2),
        ("Agua mineral", 0, 1),
    ]
    assert (await shop.desk.may_finish(order_id)).good
    asked = await shop.desk.finish(order_id)
    assert (asked.outcome, asked.code, asked.values["count"]) == (Outcome.QUESTION, "shortage", "2")
    assert asked.offer is not None and asked.offer.act is Act.FINISH
    assert (await shop.desk.accept(asked.offer)).code == "finished"
    await shop.comes_to(order_id, Kind.DISPATCH, State.CONFIRMED)
    assert (await shop.order(order_id)).line("1").decision is Decision.NOT_FOUND, "it is kept here"


async def test_nothing_found_is_handed_back_with_what_is_missing(shop: StatusShop) -> None:
    order_id = await ordered(shop, RICE)
    await shop.desk.not_found(order_id, "0")
    assert (await shop.desk.finish(order_id, yes=True)).code == "nothing_found_here"
    assert (await shop.desk.may_finish(order_id)).code == "nothing_found_here"
    assert (await shop.desk.reject(order_id, "")).code == "bad_details"
    assert (await shop.desk.reject(order_id, "Falta: Arroz 5 kg (0 de 2)")).good
    await shop.comes_to(order_id, Kind.REJECT, State.ACCEPTED)
    assert shop.body("rejection") == {"details": "Falta: Arroz 5 kg (0 de 2)"}


# Lines without a code.


async def test_a_scan_is_tied_to_a_name_once_and_known_from_then_on_in_that_shop(shop: StatusShop) -> None:
    order_id = await ordered(shop, RICE, WATER)
    asked = await shop.desk.scan(scan("7891000100103"), order_id)
    assert (asked.outcome, asked.code, asked.line, asked.values["name"]) == (
        Outcome.QUESTION,
        "tie_product",
        "1",
        "Agua mineral",
    )
    assert asked.offer is not None and (await shop.order(order_id)).line("1").amount == 0
    tied = await shop.desk.accept(asked.offer)
    assert (tied.outcome, tied.line, tied.line_complete) == (Outcome.PICKED, "1", True)
    same = await ordered(shop, item("AGUA  mineral", 1, 3.5), ref="7402218855301021")
    known = await shop.desk.scan(scan("7891000100103"), same)
    assert (known.outcome, known.line) == (Outcome.PICKED, "0")
    other = await ordered(shop, WATER, store="137086", ref="7402218855301022")
    asked = await shop.desk.scan(scan("7891000100103"), other)
    assert asked.code == "tie_product", "another shop may sell something else by that name"
    assert asked.offer is not None and (await shop.desk.accept(asked.offer)).good
    third = await ordered(shop, WATER, ref="7402218855301023")
    assert (await shop.desk.scan(scan("7891000100103"), third)).outcome is Outcome.PICKED, "each shop remembers its own"


async def test_the_chosen_line_is_asked_of_and_two_lines_without_a_code_stay_apart(shop: StatusShop) -> None:
    order_id = await ordered(shop, WATER, SODA, RICE)
    asked = await shop.desk.scan(scan("7891000100103"), order_id, ScanMode(line="1"))
    assert (asked.line, asked.values["name"]) == ("1", "Guarana")
    assert asked.offer is not None and (await shop.desk.accept(asked.offer)).good
    chosen_has_a_code = await shop.desk.scan(scan("7891000315507"), order_id, ScanMode(line="2"))
    assert chosen_has_a_code.line == "0"
    order = await shop.order(order_id)
    assert [order.line("0").amount, order.line("1").amount] == [0, 1]


async def test_one_code_on_two_lines_fills_one_after_the_other(shop: StatusShop) -> None:
    order_id = await ordered(shop, item("Arroz", 1, 5, "ARZ"), item("Arroz, de novo", 1, 5, "ARZ"))
    assert [(await shop.desk.scan(scan("ARZ"), order_id)).line for _ in range(2)] == ["0", "1"]


async def test_nothing_is_asked_where_every_line_has_its_code(shop: StatusShop) -> None:
    order_id = await ordered(shop, RICE)
    assert (await shop.desk.scan(scan("7891000100103"), order_id)).outcome is Outcome.UNKNOWN


# Reading an order again.


async def test_an_order_is_read_again_in_the_background_and_what_differs_is_shown(
    shop: StatusShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    order_id = await ordered(shop, RICE)
    assert (await shop.desk.check(order_id)).code == "rereading"
    view = await shop.view(order_id, lambda view: view.reread is not None and view.reread.state is RereadState.READ)
    assert view.reread is not None and view.reread.differences == () and view.reread.at is not None
    document = shop.platform.state()["orders"]["7402218855301020"]["document"]
    assert document["items"][0]["quantity"] == 2

    def change() -> None:
        shop.platform.world.orders["7402218855301020"].document["items"][0]["quantity"] = 1

    await asyncio.to_thread(shop.platform.ask, change)
    await shop.desk.check(order_id)
    view = await shop.view(order_id, lambda view: bool(view.reread and view.reread.differences))
    assert view.reread is not None
    found = {
        (difference.what, difference.name, difference.before, difference.now) for difference in view.reread.differences
    }
    assert ("amount", "Arroz 5 kg", "2", "1") in found
    assert view.lines[0].ordered == 2, "nothing is corrected by it"


async def test_an_order_that_cannot_be_read_again_says_why(shop: StatusShop) -> None:
    order_id = await ordered(shop, RICE)
    await shop.fault("order", "status", value=500)
    await shop.desk.check(order_id)
    view = await shop.view(order_id, lambda view: view.reread is not None and view.reread.state is RereadState.FAILED)
    assert view.reread is not None and view.reread.code == "unreachable"

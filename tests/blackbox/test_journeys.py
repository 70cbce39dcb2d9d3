"""Works orders from the webhook to the platform's confirmation on a real display, with keys and scans alone."""

import signal
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from tests.blackbox import goods, rules
from tests.blackbox.driver import Shop, canonical

Json = dict[str, Any]

pytestmark = [pytest.mark.display, pytest.mark.xdist_group("display"), pytest.mark.timeout(170)]


def sent(line: Json, status: str = "IN_CART", amount: str | int | None = None, **price: str) -> Json:
    """An ordered line as it must be sent; as ordered, or with an amount and a price of its own."""
    ordered = line["pricing"]
    pricing: Json = {"pricing_type": ordered["pricing_type"], "quantity": ordered["quantity"]}
    if ordered["pricing_type"] == "KG":
        pricing["weight"] = ordered["weight"] if amount is None else Decimal(amount)
    else:
        pricing["quantity"] = ordered["quantity"] if amount is None else amount
        pricing |= {key: Decimal(value) for key, value in price.items()} or {"unit_price": ordered["unit_price"]}
    return {"_id": line["_id"], "sku": line["sku"], "status": status, "pricing": pricing}


def without_price_of_new_lines(items: list[Json]) -> list[Json]:
    """The lines, where a new line's price is left out after it was found to be the catalogue's or the old line's.

    The platform takes a replacement with a price or without.
    """
    by_id = {item["_id"]: item for item in items if "_id" in item}
    bare = []
    for item in items:
        pricing = dict(item["pricing"])
        if "replaced_id" in item or item["status"] == "ADDITION":
            old = by_id.get(item.get("replaced_id", ""), {"pricing": {}})["pricing"].get("unit_price")
            assert pricing.pop("unit_price", None) in (None, Decimal(goods.PRICES[item["sku"]]), old)
        bare.append(item | {"pricing": pricing})
    return bare


def test_a_pieces_and_kilograms_from_webhook_to_confirmation(shop: Shop) -> None:
    milk, bread = goods.pieces("MLK-1L", 2), goods.pieces("BRD-WW", 1)
    eggs, tomatoes = goods.pieces("EGG-10", 3), goods.kilograms("TOM-KG", "1.2", least="0.5", most="2.5")
    order = shop.receive(goods.order("k7tm-3081-pexa", milk, bread, eggs, tomatoes))
    shop.picture("inbox")
    shop.press("Return")
    shop.picture("opened")
    assert shop.platform.puts() == [], "opening an order owes the platform nothing"

    shop.scan(goods.MILK, goods.MILK)
    shop.picture("milk-picked")
    shop.scan(goods.MILK)
    shop.picture("over-scan")
    shop.scan(goods.EGGS, goods.EGGS, goods.EGGS)
    shop.check(order, [sent(milk), sent(bread), sent(eggs), sent(tomatoes)])
    shop.picture("checked")

    shop.choose("bread")
    shop.press("F3")
    shop.picture("bread-not-found")
    shop.choose("tomatoes")
    shop.press("F2")
    shop.type("9,9")
    shop.press("Return")
    shop.picture("too-heavy")
    shop.home()
    shop.scan("k7tm-3081-pexa")
    shop.choose("tomatoes")
    shop.press("F2")
    shop.type("1,135")
    shop.press("Return")
    shop.picture("weighed")

    picked = [sent(milk), sent(bread, "NOT_FOUND"), sent(eggs), sent(tomatoes, amount="1.135")]
    shop.check(order, picked)
    shop.picture("checked-again")
    shop.finish()
    body = shop.sent(order, "READY_FOR_PICKUP")
    assert body.keys() == {"order_id", "status", "items"}
    assert canonical(body["items"]) == canonical(picked)
    shop.confirmed(order, "READY_FOR_PICKUP")
    shop.picture("confirmed")
    assert "9.9" not in " ".join(put.body.decode() for put in shop.platform.puts(order))
    assert len([put for put in shop.platform.puts(order) if put.json["status"] in rules.FULFIL]) == 1


def test_b_vendor_delivery_ends_dispatched(shop: Shop) -> None:
    milk, bread = goods.pieces("MLK-1L", 1), goods.pieces("BRD-WW", 1)
    soap = goods.pieces("SOAP-1", 1, with_barcode=False)
    order = shop.receive(goods.order("vend-4410", milk, bread, soap, transport="VENDOR_DELIVERY"))
    shop.press("Return")

    def bursts() -> None:
        for code in (goods.SOAP, goods.MILK, goods.BREAD):
            shop.screen.xdotool("type", "--args", "1", "--delay", "4", code, "key", "Return")

    shop.screen.changes(bursts, "three scans without a pause")
    shop.picture("picked")
    shop.finish()
    body = shop.sent(order, "DISPATCHED")
    assert canonical(body["items"]) == canonical([sent(milk), sent(bread), sent(soap)])
    shop.confirmed(order, "DISPATCHED")
    shop.picture("confirmed")
    assert shop.platform.puts(order, "READY_FOR_PICKUP") == []


@pytest.mark.parametrize("keep_cart", ["no", "append"])
def test_c_replacements_and_a_bag(open_shop: Callable[..., Shop], keep_cart: str) -> None:
    shop = open_shop(keep_cart=keep_cart, long_paths=keep_cart == "append")
    milk, bread = goods.pieces("MLK-1L", 2), goods.pieces("BRD-WW", 1)
    tomatoes = goods.kilograms("TOM-KG", "1.2", least="0.5", most="2.5")
    order = shop.receive(goods.order("repl-7755", milk, bread, tomatoes))
    shop.press("Return")
    shop.choose("milk")
    shop.press("F4")
    shop.picture("replace")
    shop.type("hafer")
    shop.picture("searched")
    shop.press("Return")
    shop.picture("quantity-offered")
    shop.press("Return")
    shop.picture("replaced")

    shop.choose("tomatoes")
    shop.press("F4")
    shop.scan(goods.VINE)
    shop.picture("weight-offered")
    shop.type("1,18")
    shop.press("Return")

    shop.press("F6")
    shop.scan(goods.BAG)
    shop.picture("bag")
    shop.press("Return")
    shop.picture("added")
    checks = len(shop.platform.puts(order, "UPDATE_CART"))
    shop.screen.tap("F5")
    assert shop.platform.wait_for(lambda: len(shop.platform.puts(order, "UPDATE_CART")) > checks, 20)
    shop.scan(goods.BREAD)
    shop.finish()
    body = shop.sent(order, "READY_FOR_PICKUP")
    new = [
        {
            "sku": "OAT-1L",
            "status": "IN_CART",
            "replaced_id": milk["_id"],
            "pricing": {"pricing_type": "UNIT", "quantity": 2},
        },
        {
            "sku": "TOM-VINE-KG",
            "status": "IN_CART",
            "replaced_id": tomatoes["_id"],
            "pricing": {"pricing_type": "KG", "quantity": 1, "weight": Decimal("1.18")},
        },
        {"sku": "BAG-01", "status": "ADDITION", "pricing": {"pricing_type": "UNIT", "quantity": 1}},
    ]
    if keep_cart == "append":
        names = {line["sku"]: name for name, line in shop.platform.known[order].items()}
        new = [{**line, "_id": names[line["sku"]]} for line in new]
    wanted = [sent(milk, "REPLACED"), sent(tomatoes, "REPLACED"), sent(bread), *new]
    assert canonical(without_price_of_new_lines(body["items"])) == canonical(wanted)
    kept = [line["sku"] for line in shop.platform.shown(order)["items"]]
    assert sorted(kept) == ["BAG-01", "BRD-WW", "OAT-1L", "TOM-VINE-KG"]
    shop.confirmed(order, "READY_FOR_PICKUP")


def test_d_cancelling_names_the_chosen_reason_and_has_no_line_in_the_cart(shop: Shop) -> None:
    reasons = []
    for code, steps in (("canc-1001", []), ("canc-1002", ["Down"])):
        milk, bread = goods.pieces("MLK-1L", 2), goods.pieces("BRD-WW", 1)
        tomatoes = goods.kilograms("TOM-KG", "1.2", least="0.5", most="2.5")
        order = shop.receive(goods.order(code, milk, bread, tomatoes))
        shop.scan(code)
        shop.scan(goods.MILK)
        shop.press("ctrl+Delete")
        shop.picture("reasons")
        shop.press(*steps)
        shop.picture("chosen")
        shop.screen.tap("Return")
        body = shop.sent(order, "CANCELLED")
        assert canonical(body["items"]) == canonical([sent(line, "NOT_FOUND") for line in (milk, bread, tomatoes)])
        reasons.append(body["cancellation"])
        shop.home()
        shop.picture("after")
    assert set(rules.REASONS) > {reason["reason"] for reason in reasons}
    assert reasons[0] != reasons[1]
    # No event is promised for a cancel: the program reads the order after 10 s.
    assert shop.platform.wait_for(lambda: shop.platform.seen("GET", order), 20)


def test_e_quantity_price_and_undo(shop: Shop) -> None:
    eggs, bread, milk = goods.pieces("EGG-10", 3), goods.pieces("BRD-WW", 1), goods.pieces("MLK-1L", 2)
    order = shop.receive(goods.order("edit-2020", eggs, bread, milk))
    shop.press("Return")
    shop.choose("eggs")
    shop.press("F2")
    shop.type("1")
    shop.press("Return")
    shop.picture("one-of-three")
    shop.scan(goods.BREAD)
    shop.choose("bread")
    shop.press("F7")
    shop.picture("price")
    shop.type("2,20")
    shop.press("Return")
    shop.picture("priced")
    shop.choose("milk")
    shop.press("F3")
    price = {"unit_price": "2.20"}
    shop.check(order, [sent(eggs, amount=1), sent(bread, **price), sent(milk, "NOT_FOUND")])
    shop.press("ctrl+z")
    shop.picture("undone")
    shop.check(order, [sent(eggs, amount=1), sent(bread, **price), sent(milk)])
    shop.scan(goods.MILK, goods.MILK)
    shop.finish()
    body = shop.sent(order, "READY_FOR_PICKUP")
    assert canonical(body["items"]) == canonical([sent(eggs, amount=1), sent(bread, **price), sent(milk)])


def test_f_nothing_is_sent_for_an_order_cancelled_meanwhile(shop: Shop) -> None:
    milk, bread = goods.pieces("MLK-1L", 1), goods.pieces("BRD-WW", 1)
    order = shop.receive(goods.order("gone-3001", milk, bread))
    shop.press("Return")
    shop.scan(goods.MILK)
    before = len(shop.platform.puts())
    cancellation = {"reason": "CUSTOMER_REQUEST", "cancelled_by": "CUSTOMER", "post_picked_up": False}
    shop.screen.changes(
        lambda: shop.platform.advance(order, "CANCELLED", cancellation=cancellation), "the event CANCELLED"
    )
    shop.picture("cancelled")
    shop.scan(goods.BREAD)
    shop.screen.tap("F9")
    shop.screen.tap("Return")
    shop.picture("after-F9")
    shop.home()
    # What comes after it goes out; so nothing of it waits on the way.
    other = shop.receive(goods.order("next-3002", goods.pieces("EGG-10", 1)))
    shop.scan("next-3002")
    shop.scan(goods.EGGS)
    shop.finish()
    shop.sent(other, "READY_FOR_PICKUP")
    assert len(shop.platform.puts()) == before + 1
    assert shop.platform.puts(order) == []


def test_g_a_scanned_order_code_opens_it_and_two_escapes_lead_back(shop: Shop) -> None:
    shop.receive(goods.order("urge-0001", goods.pieces("MLK-1L", 1), due_minutes=25))
    eggs = goods.pieces("EGG-10", 2)
    order = shop.receive(goods.order("late-0002", eggs, due_minutes=120))
    shop.picture("inbox")
    shop.scan("late-0002")
    shop.picture("opened")
    shop.check(order, [sent(eggs)])
    assert [put.path for put in shop.platform.puts()] == [f"/v2/orders/{order}"]
    shop.press("F2")
    shop.home()
    shop.picture("inbox-again")
    shop.ask_for_orders()
    assert len(shop.platform.puts()) == 1, "F5 in the inbox checks no cart"


def test_an_order_whose_event_was_lost_is_found_by_asking(open_shop: Callable[..., Shop]) -> None:
    shop = open_shop(list_form="bare")
    milk = goods.pieces("MLK-1L", 1)
    order = goods.order("lost-9001", milk)
    shop.platform.receive(order, silently=True)
    shop.ask_for_orders()
    shop.scan("lost-9001")
    shop.scan(goods.MILK)
    shop.picture("picked")
    shop.finish()
    assert canonical(shop.sent(order["order_id"], "READY_FOR_PICKUP")["items"]) == canonical([sent(milk)])


def test_a_program_that_was_killed_goes_on_where_it_was(shop: Shop) -> None:
    milk, bread, eggs = goods.pieces("MLK-1L", 2), goods.pieces("BRD-WW", 1), goods.pieces("EGG-10", 3)
    order = shop.receive(goods.order("kill-5150", milk, bread, eggs))
    shop.press("Return")
    shop.choose("eggs")
    shop.press("F2")
    shop.type("2")
    shop.press("Return")
    shop.choose("bread")
    shop.press("F3")
    shop.scan(goods.MILK)
    shop.program.stop(signal.SIGKILL)
    shop.open()
    shop.picture("again")
    shop.scan("kill-5150")
    shop.picture("opened-again")
    shop.scan(goods.MILK)
    shop.finish()
    body = shop.sent(order, "READY_FOR_PICKUP")
    wanted = [sent(milk), sent(bread, "NOT_FOUND"), sent(eggs, amount=2)]
    assert canonical(body["items"]) == canonical(wanted)


@pytest.mark.parametrize(("fault", "sends"), [("drop_after", 1), ("drop_before", 2)])
def test_an_answer_that_never_came_is_resolved_by_reading_the_order(shop: Shop, fault: str, sends: int) -> None:
    milk = goods.pieces("MLK-1L", 1)
    order = shop.receive(goods.order("cut-6006", milk))
    shop.press("Return")
    shop.scan(goods.MILK)
    shop.platform.echo = False
    shop.platform.faults["put"].append(fault)
    shop.finish()
    shop.picture("uncertain")
    assert shop.platform.wait_for(lambda: shop.platform.seen("GET", order), 15), "the order was not read back"
    assert shop.platform.wait_for(lambda: len(shop.platform.puts(order)) == sends, 15)
    shop.home()
    shop.receive(goods.order("next-6007", goods.pieces("EGG-10", 1)))
    shop.scan("next-6007")
    shop.scan(goods.EGGS)
    shop.finish()
    assert shop.platform.wait_for(lambda: shop.platform.orders[order]["status"] == "READY_FOR_PICKUP")
    assert shop.platform.wait_for(lambda: len({put.path for put in shop.platform.puts()}) == 2)
    puts = shop.platform.puts(order)
    assert len(puts) == sends and len({put.body for put in puts}) == 1
    read_at = shop.platform.seen("GET", order)[0].at
    assert puts[0].at < read_at and all(put.at > read_at for put in puts[1:])

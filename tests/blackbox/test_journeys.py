"""Works orders from the webhook to the platform's confirmation on a real display, with keys and scans alone."""

import signal
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from tests.blackbox import goods, rules
from tests.blackbox.driver import Shop, as_sent, canonical

Json = dict[str, Any]

pytestmark = [pytest.mark.display, pytest.mark.xdist_group("display"), pytest.mark.timeout(170)]


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
    shop.open_chosen()
    shop.picture("opened")
    assert shop.platform.puts() == [], "opening an order owes the platform nothing"

    shop.scan(goods.MILK, goods.MILK)
    shop.picture("milk-picked")
    shop.scan(goods.MILK)
    shop.picture("over-scan")
    shop.scan(goods.EGGS, goods.EGGS, goods.EGGS)
    shop.check(order, [as_sent(milk), as_sent(bread), as_sent(eggs), as_sent(tomatoes)])
    shop.picture("checked")

    shop.choose("bre")
    shop.press("F3")
    shop.picture("bread-not-found")
    shop.choose("tom")
    shop.press("F2")
    shop.type("9,9")
    shop.press("Return")
    shop.picture("too-heavy")
    shop.home()
    shop.scan("k7tm-3081-pexa")
    shop.choose("tom")
    shop.press("F2")
    shop.type("1,135")
    shop.press("Return")
    shop.picture("weighed")

    picked = [as_sent(milk), as_sent(bread, "NOT_FOUND"), as_sent(eggs), as_sent(tomatoes, amount="1.135")]
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
    shop.open_chosen()

    def bursts() -> None:
        for code in (goods.SOAP, goods.MILK, goods.BREAD):
            shop.screen.xdotool("type", "--args", "1", "--delay", "4", code, "key", "Return")

    shop.screen.changes(bursts, "three scans without a pause")
    shop.picture("picked")
    shop.finish()
    body = shop.sent(order, "DISPATCHED")
    assert canonical(body["items"]) == canonical([as_sent(milk), as_sent(bread), as_sent(soap)])
    shop.confirmed(order, "DISPATCHED")
    shop.picture("confirmed")
    assert shop.platform.puts(order, "READY_FOR_PICKUP") == []


@pytest.mark.parametrize("keep_cart", ["no", "append"])
def test_c_replacements_and_a_bag(open_shop: Callable[..., Shop], keep_cart: str) -> None:
    shop = open_shop(keep_cart=keep_cart, long_paths=keep_cart == "append")
    milk, bread = goods.pieces("MLK-1L", 2), goods.pieces("BRD-WW", 1)
    tomatoes = goods.kilograms("TOM-KG", "1.2", least="0.5", most="2.5")
    order = shop.receive(goods.order("repl-7755", milk, bread, tomatoes))
    shop.open_chosen()
    shop.choose("milk")
    shop.press("F4")
    shop.picture("replace")
    shop.type("hafer")
    shop.picture("searched")
    shop.press("Return")
    shop.picture("quantity-offered")
    shop.press("Return")
    shop.picture("replaced")

    shop.choose("tom")
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
    wanted = [as_sent(milk, "REPLACED"), as_sent(tomatoes, "REPLACED"), as_sent(bread), *new]
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
        assert canonical(body["items"]) == canonical([as_sent(line, "NOT_FOUND") for line in (milk, bread, tomatoes)])
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
    shop.open_chosen()
    shop.choose("eggs")
    shop.press("F2")
    shop.type("1")
    shop.press("Return")
    shop.picture("one-of-three")
    shop.scan(goods.BREAD)
    shop.choose("bre")
    shop.press("F7")
    shop.picture("price")
    shop.type("2,20")
    shop.press("Return")
    shop.picture("priced")
    shop.choose("milk")
    shop.press("F3")
    price = {"unit_price": "2.20"}
    shop.check(order, [as_sent(eggs, amount=1), as_sent(bread, **price), as_sent(milk, "NOT_FOUND")])
    shop.press("ctrl+z")
    shop.picture("undone")
    shop.check(order, [as_sent(eggs, amount=1), as_sent(bread, **price), as_sent(milk)])
    shop.scan(goods.MILK, goods.MILK)
    shop.finish()
    body = shop.sent(order, "READY_FOR_PICKUP")
    assert canonical(body["items"]) == canonical([as_sent(eggs, amount=1), as_sent(bread, **price), as_sent(milk)])


def test_f_nothing_is_sent_for_an_order_cancelled_meanwhile(shop: Shop) -> None:
    milk, bread = goods.pieces("MLK-1L", 1), goods.pieces("BRD-WW", 1)
    order = shop.receive(goods.order("gone-3001", milk, bread))
    shop.open_chosen()
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
    shop.check(order, [as_sent(eggs)])
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
    assert canonical(shop.sent(order["order_id"], "READY_FOR_PICKUP")["items"]) == canonical([as_sent(milk)])


def test_a_program_that_was_killed_goes_on_where_it_was(shop: Shop) -> None:
    milk, bread, eggs = goods.pieces("MLK-1L", 2), goods.pieces("BRD-WW", 1), goods.pieces("EGG-10", 3)
    order = shop.receive(goods.order("kill-5150", milk, bread, eggs))
    shop.open_chosen()
    shop.choose("eggs")
    shop.press("F2")
    shop.type("2")
    shop.press("Return")
    shop.choose("bre")
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
    wanted = [as_sent(milk), as_sent(bread, "NOT_FOUND"), as_sent(eggs, amount=2)]
    assert canonical(body["items"]) == canonical(wanted)


def test_orders_are_worked_one_after_another_without_mouse_and_codes(shop: Shop) -> None:
    for code, sku, barcode in (("next-0001", "MLK-1L", goods.MILK), ("next-0002", "BRD-WW", goods.BREAD)):
        line = goods.pieces(sku, 1)
        order = shop.receive(goods.order(code, line))
        shop.picture("inbox")
        shop.open_chosen()
        shop.scan(barcode)
        shop.finish()
        assert canonical(shop.sent(order, "READY_FOR_PICKUP")["items"]) == canonical([as_sent(line)])
        shop.confirmed(order, "READY_FOR_PICKUP")

    lines = [goods.pieces("EGG-10", 1) for _ in range(3)]
    orders = [shop.receive(goods.order(f"many-000{n}", line, due_minutes=40 + 20 * n)) for n, line in enumerate(lines)]
    shop.press("Down")
    shop.picture("second-chosen")
    shop.open_chosen()
    shop.check(orders[1], [as_sent(lines[1])])
    shop.home()
    shop.choose("many-0002")
    shop.picture("third-found")
    shop.open_chosen()
    shop.check(orders[2], [as_sent(lines[2])])
    assert shop.platform.puts(orders[0]) == []


def test_a_product_scanned_in_the_inbox_is_picked_only_after_enter(shop: Shop) -> None:
    milk, eggs = goods.pieces("MLK-1L", 1), goods.pieces("EGG-10", 1)
    first = shop.receive(goods.order("scan-0001", milk, due_minutes=30))
    second = shop.receive(goods.order("scan-0002", eggs, due_minutes=90))
    shop.scan(goods.MILK)
    shop.picture("says-who-needs-it")
    shop.scan(goods.EGGS)
    shop.open_chosen()
    shop.picture("opened-and-picked")
    shop.finish()
    assert canonical(shop.sent(second, "READY_FOR_PICKUP")["items"]) == canonical([as_sent(eggs)])
    shop.home()
    shop.scan("scan-0001")
    shop.screen.tap("F9")
    shop.screen.tap("Return")
    shop.picture("nothing-picked-here")
    assert shop.platform.puts(first) == [], "the scan in the inbox has picked without a yes"
    shop.scan(goods.MILK)
    shop.finish()
    assert canonical(shop.sent(first, "READY_FOR_PICKUP")["items"]) == canonical([as_sent(milk)])


def test_every_fault_of_the_line_ends_with_one_cart_of_the_same_bytes(shop: Shop) -> None:
    platform = shop.platform
    reads_back = {"drop_after", "drop_before", "503", "400"}
    for fault in ("drop_after", "drop_before", "503", "429", "401", "400"):
        code = f"flt-{fault.replace('_', '-')}"
        order = shop.receive(goods.order(code, goods.pieces("MLK-1L", 1)))
        shop.scan(code)
        shop.scan(goods.MILK)
        platform.echo = fault != "drop_after"
        if fault == "401":
            platform.tokens.clear()
        else:
            platform.faults["put"].append(fault)
        shop.finish()
        shop.picture(fault)
        if fault in reads_back:
            assert shop.reads_back(order), f"{fault}: not read back"
        if fault == "400":
            # A refused cart goes back to the person: only they send it again.
            assert len(platform.puts(order)) == 1
            shop.home()
            shop.scan(code)
            shop.picture("refused")
            shop.finish()
        assert shop.is_fulfilled(order), f"{fault}: {platform.puts(order)}"
        shop.screen.settle()
        shop.home()
        puts = platform.puts(order)
        assert len(puts) == (1 if fault == "drop_after" else 2), f"{fault}: {puts}"
        assert len({put.body for put in puts}) == 1, f"{fault}: another body was sent"
        if fault in reads_back:
            read_at = platform.seen("GET", order)[0].at
            assert puts[0].at < read_at and all(put.at > read_at for put in puts[1:]), f"{fault}: sent without reading"
    fulfils = [put for put in platform.puts() if put.json["status"] == "READY_FOR_PICKUP"]
    assert len(fulfils) == 11, "something was sent once more, later"

"""Works orders from the webhook to the platform's confirmation on a real display, with keys and scans alone."""

from typing import Any

import pytest

from tests.blackbox import goods, rules
from tests.blackbox.driver import Shop, as_sent, canonical
from tests.blackbox.replacing import replace_and_add

Json = dict[str, Any]

pytestmark = [pytest.mark.display, pytest.mark.xdist_group("display"), pytest.mark.timeout(170)]


def test_a_pieces_and_kilograms_from_webhook_to_confirmation(shop: Shop) -> None:
    milk, bread = goods.pieces("MLK-1L", 2), goods.pieces("BRD-WW", 1)
    eggs, tomatoes = goods.pieces("EGG-10", 3), goods.kilograms("TOM-KG", "1.2", least="0.5", most="2.5")
    order = shop.receive(goods.order("k7tm-3081-pexa", milk, bread, eggs, tomatoes))
    shop.picture("inbox")
    shop.open_chosen()
    shop.picture("opened")
    assert shop.platform.puts(order) == [], "opening an order owes the platform nothing"

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
    shop.scan("vend-4410")

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
    assert len(shop.platform.puts(order)) == 1, "scans alone check no cart"


def test_c_replacements_and_a_bag(shop: Shop) -> None:
    replace_and_add(shop)


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
    shop.scan("edit-2020")
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
    shop.scan("gone-3001")
    shop.scan(goods.MILK)
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
    assert shop.platform.puts(order) == []


def test_g_a_scanned_order_code_opens_it_and_two_escapes_lead_back(shop: Shop) -> None:
    urgent = shop.receive(goods.order("urge-0001", goods.pieces("MLK-1L", 1), due_minutes=25))
    eggs = goods.pieces("EGG-10", 2)
    order = shop.receive(goods.order("late-0002", eggs, due_minutes=120))
    shop.picture("inbox")
    shop.scan("late-0002")
    shop.picture("opened")
    shop.check(order, [as_sent(eggs)])
    assert shop.platform.puts(urgent) == []
    shop.press("F2")
    shop.home()
    shop.picture("inbox-again")
    shop.ask_for_orders()
    assert len(shop.platform.puts(order)) == 1, "F5 in the inbox checks no cart"


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

"""Works the edges of the rules on a real display: bounds, nothing found, orders finished elsewhere, a dead line."""

import copy
from decimal import Decimal

import pytest

from tests.blackbox import goods
from tests.blackbox.driver import Shop, as_sent, canonical

pytestmark = [pytest.mark.display, pytest.mark.xdist_group("display"), pytest.mark.timeout(150)]


def test_bounds_are_kept_at_the_keyboard_and_by_the_scanner(shop: Shop) -> None:
    milk, bread = goods.pieces("MLK-1L", 1, most=2), goods.pieces("BRD-WW", 2)
    tomatoes = goods.kilograms("TOM-KG", "1.2", least="0.5", most="2.5", with_barcode=False)
    order = shop.receive(goods.order("edge-0001", milk, bread, tomatoes))
    shop.open_chosen()
    shop.scan(goods.MILK, goods.MILK)
    shop.picture("one-more-is-allowed")
    shop.press("Return")
    shop.picture("one-more-taken")
    shop.scan(goods.MILK)
    shop.picture("no-third")
    shop.screen.tap("Return")

    shop.choose("bre")
    shop.press("F2")
    shop.type("3")
    shop.press("Return")
    shop.picture("three-of-two-refused")
    shop.home()
    shop.scan("edge-0001")
    shop.choose("bre")
    shop.press("F2")
    shop.type("0")
    shop.press("Return")
    shop.picture("none-is-not-found")

    shop.scan(goods.TOMATO)
    shop.picture("weigh")
    shop.type("2.5")
    shop.press("Return")
    shop.picture("at-the-bound")
    shop.finish()
    body = shop.sent(order, "READY_FOR_PICKUP")
    wanted = [as_sent(milk, amount=2), as_sent(bread, "NOT_FOUND"), as_sent(tomatoes, amount="2.5")]
    assert canonical(body["items"]) == canonical(wanted)


def test_a_barcode_whose_zeros_the_platform_dropped_is_found(shop: Shop) -> None:
    soap = goods.pieces("SOAP-1", 1)
    soap["barcode"] = ["36000291452"]
    order = shop.receive(goods.order("zero-0001", soap))
    shop.scan("zero-0001")
    shop.scan("0036000291452")
    shop.finish()
    assert canonical(shop.sent(order, "READY_FOR_PICKUP")["items"]) == canonical([as_sent(soap)])


def test_an_order_without_anything_found_is_not_fulfilled_but_cancelled(shop: Shop) -> None:
    milk, tomatoes = goods.pieces("MLK-1L", 2), goods.kilograms("TOM-KG", "1.2", least="0.5", most="2.5")
    order = shop.receive(goods.order("none-0001", milk, tomatoes))
    shop.scan("none-0001")
    for part in ("milk", "tom"):
        shop.choose(part)
        shop.press("F3")
    shop.screen.tap("F9")
    shop.picture("nothing-found")
    shop.home()
    assert shop.platform.puts(order, "READY_FOR_PICKUP") == []
    shop.scan("none-0001")
    shop.press("ctrl+Delete")
    shop.screen.tap("Return")
    body = shop.sent(order, "CANCELLED")
    assert body["cancellation"] == {"reason": "ITEM_UNAVAILABLE"}
    assert canonical(body["items"]) == canonical([as_sent(milk, "NOT_FOUND"), as_sent(tomatoes, "NOT_FOUND")])
    assert shop.platform.puts(order, "READY_FOR_PICKUP") == []


def test_what_is_finished_elsewhere_is_never_put(shop: Shop) -> None:
    order = shop.receive(goods.order("else-0001", goods.pieces("MLK-1L", 1), goods.pieces("BRD-WW", 1)))
    shop.scan("else-0001")
    shop.scan(goods.MILK)
    shop.screen.changes(lambda: shop.platform.advance(order, "READY_FOR_PICKUP"), "finished elsewhere")
    shop.picture("finished-elsewhere")
    shop.scan(goods.BREAD)
    shop.screen.tap("F9")
    shop.screen.tap("Return")
    shop.home()

    # An order that another device picked is seen finished at first; a late RECEIVED makes no work of it.
    other = goods.order("else-0002", goods.pieces("EGG-10", 1))
    late = copy.deepcopy(other)
    other["status"] = "READY_FOR_PICKUP"
    delivery = shop.platform.receive(other)
    assert delivery is not None and shop.platform.wait_for(lambda: delivery.done)
    shop.platform.orders[other["order_id"]] = late
    late_delivery = shop.platform.push(other["order_id"])
    assert shop.platform.wait_for(lambda: late_delivery.done)
    shop.platform.orders[other["order_id"]] = other
    shop.screen.settle()
    shop.scan("else-0002")
    shop.picture("picked-elsewhere")
    shop.screen.tap("F9")
    shop.screen.tap("Return")
    shop.home()

    last = shop.receive_behind(goods.order("else-0003", goods.pieces("EGG-10", 1)))
    shop.scan("else-0003")
    shop.scan(goods.EGGS)
    shop.finish()
    shop.sent(last, "READY_FOR_PICKUP")
    assert shop.platform.puts(order) == shop.platform.puts(other["order_id"]) == []


def test_keys_struck_without_a_pause_do_what_they_do_one_by_one(shop: Shop) -> None:
    milk, tomatoes = goods.pieces("MLK-1L", 2), goods.kilograms("TOM-KG", "1.2", least="0.5", most="2.5")
    order = shop.receive(goods.order("fast-0001", milk, tomatoes))
    shop.scan("fast-0001")

    def strike() -> None:
        for _ in range(2):
            shop.screen.xdotool("type", "--delay", "4", goods.MILK)
            shop.screen.xdotool("key", "Return")
            # What follows within 40 ms would be the trigger pulled twice.
            shop.screen.xdotool("sleep", "0.1")
        shop.screen.xdotool("type", "--delay", "4", goods.TOMATO)
        shop.screen.xdotool("key", "Return", "sleep", "0.15")
        shop.screen.xdotool("type", "--delay", "180", "0,75")
        shop.screen.xdotool("key", "Return", "sleep", "0.15", "key", "F9", "sleep", "0.15", "key", "Return")

    shop.screen.changes(strike, "a hurry")
    shop.picture("done")
    body = shop.sent(order, "READY_FOR_PICKUP")
    assert canonical(body["items"]) == canonical([as_sent(milk), as_sent(tomatoes, amount=str(Decimal("0.75")))])


def test_an_undone_scan_was_never_made(shop: Shop) -> None:
    milk, bread = goods.pieces("MLK-1L", 1), goods.pieces("BRD-WW", 1)
    order = shop.receive(goods.order("undo-0001", milk, bread))
    shop.scan("undo-0001")
    shop.scan(goods.BREAD, goods.MILK)
    shop.press("ctrl+z")
    shop.picture("milk-undone")
    shop.screen.tap("F9")
    shop.picture("not-finished")
    shop.home()
    shop.scan("undo-0001")
    shop.choose("milk")
    shop.press("F3")
    shop.finish()
    body = shop.sent(order, "READY_FOR_PICKUP")
    assert canonical(body["items"]) == canonical([as_sent(milk, "NOT_FOUND"), as_sent(bread)])


def test_a_scan_leaves_half_typed_text_alone_and_is_done(shop: Shop) -> None:
    eggs, tomatoes = goods.pieces("EGG-10", 1), goods.kilograms("TOM-KG", "1.2", least="0.5", most="2.5")
    order = shop.receive(goods.order("half-0001", eggs, tomatoes))
    shop.scan("half-0001")
    shop.choose("tom")
    shop.press("F2")
    shop.type("0,9")
    shop.scan(goods.EGGS)
    shop.picture("half-typed")
    shop.type("8")
    shop.press("Return")
    shop.picture("weighed")
    shop.finish()
    body = shop.sent(order, "READY_FOR_PICKUP")
    wanted = [as_sent(eggs), as_sent(tomatoes, amount=str(Decimal("0.98")))]
    assert canonical(body["items"]) == canonical(wanted)

"""Checks with a program of its own each what must not be forgotten: after a kill, a fault, an undo of what was sent."""

import signal
from collections.abc import Callable

import pytest

from tests.blackbox import goods
from tests.blackbox.driver import Shop, as_sent, canonical
from tests.blackbox.replacing import replace_and_add

pytestmark = [pytest.mark.display, pytest.mark.xdist_group("display"), pytest.mark.timeout(170)]


def test_c_replacements_and_a_bag_where_the_platform_keeps_a_checked_cart(open_shop: Callable[..., Shop]) -> None:
    replace_and_add(open_shop(keep_cart="append", long_paths=True))


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


def test_a_program_that_was_killed_goes_on_where_it_was(open_shop: Callable[..., Shop]) -> None:
    shop = open_shop()
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


def test_orders_are_worked_one_after_another_without_mouse_and_codes(open_shop: Callable[..., Shop]) -> None:
    shop = open_shop()
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


def test_every_fault_of_the_line_ends_with_one_cart_of_the_same_bytes(open_shop: Callable[..., Shop]) -> None:
    shop = open_shop()
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


def test_a_dead_line_stops_nobody_and_everything_goes_out_once_when_it_lives(open_shop: Callable[..., Shop]) -> None:
    shop = open_shop()
    milk, bread = goods.pieces("MLK-1L", 2), goods.pieces("BRD-WW", 1)
    shop.platform.go_away()
    order = shop.receive(goods.order("dead-0001", milk))
    shop.open_chosen()
    shop.scan(goods.MILK, goods.MILK)
    shop.finish()
    shop.picture("waiting")
    other = shop.receive_behind(goods.order("dead-0002", bread))
    shop.scan("dead-0002")
    shop.scan(goods.BREAD)
    shop.press("F2")
    shop.home()
    shop.picture("inbox")
    assert shop.platform.puts() == []
    shop.platform.come_back()
    assert canonical(shop.sent(order, "READY_FOR_PICKUP", seconds=40)["items"]) == canonical([as_sent(milk)])
    shop.confirmed(order, "READY_FOR_PICKUP")
    shop.scan("dead-0002")
    shop.finish()
    assert canonical(shop.sent(other, "READY_FOR_PICKUP")["items"]) == canonical([as_sent(bread)])
    assert len(shop.platform.puts(order)) == 1


def test_an_order_finished_while_the_line_was_dead_survives_a_kill(open_shop: Callable[..., Shop]) -> None:
    shop = open_shop()
    milk = goods.pieces("MLK-1L", 1)
    order = shop.receive(goods.order("kill-0001", milk))
    shop.open_chosen()
    shop.scan(goods.MILK)
    shop.platform.go_away()
    shop.finish()
    shop.picture("waiting")
    shop.program.stop(signal.SIGKILL)
    shop.platform.come_back()
    shop.open()
    assert canonical(shop.sent(order, "READY_FOR_PICKUP", seconds=20)["items"]) == canonical([as_sent(milk)])
    shop.confirmed(order, "READY_FOR_PICKUP")
    assert len(shop.platform.puts(order)) == 1


def test_a_fulfil_without_an_answer_is_read_back_after_a_kill(open_shop: Callable[..., Shop]) -> None:
    shop = open_shop()
    order = shop.receive(goods.order("kill-0002", goods.pieces("MLK-1L", 1)))
    shop.open_chosen()
    shop.scan(goods.MILK)
    shop.platform.echo = False
    shop.platform.faults["put"].append("drop_after")
    shop.press("F9")
    shop.screen.xdotool("key", "Return")
    assert shop.platform.wait_for(lambda: shop.platform.puts(order))
    shop.program.stop(signal.SIGKILL)
    read = len(shop.platform.seen("GET", order))
    shop.open()
    listed = shop.lists()
    assert shop.platform.wait_for(lambda: len(shop.platform.seen("GET", order)) > read or len(shop.lists()) > 1), listed
    shop.receive(goods.order("next-0003", goods.pieces("EGG-10", 1)))
    shop.scan("next-0003")
    shop.scan(goods.EGGS)
    shop.finish()
    assert shop.platform.wait_for(lambda: len({put.path for put in shop.platform.puts()}) == 2)
    assert len(shop.platform.puts(order)) == 1, "it was sent again without need"


def test_what_was_taken_back_after_a_check_is_not_in_the_cart(open_shop: Callable[..., Shop]) -> None:
    shop = open_shop(keep_cart="append")
    milk, bread = goods.pieces("MLK-1L", 2), goods.pieces("BRD-WW", 1)
    order = shop.receive(goods.order("back-0001", milk, bread))
    shop.open_chosen()
    shop.scan(goods.BREAD)
    shop.choose("milk")
    shop.press("F4")
    shop.scan(goods.OAT)
    shop.press("Return")
    shop.press("F6")
    shop.scan(goods.BAG)
    shop.type("2")
    shop.press("Return")
    shop.picture("replaced-and-added")
    shop.screen.tap("F5")

    def checked() -> bool:
        newest = shop.platform.puts(order, "UPDATE_CART")[-1:]
        return bool(newest) and len(newest[0].json["items"]) == 4

    assert shop.platform.wait_for(checked, 10)
    shop.screen.settle()
    shop.press("ctrl+z")
    shop.picture("bag-taken-back")
    shop.press("ctrl+z")
    shop.picture("replacement-taken-back")
    shop.scan(goods.MILK, goods.MILK)
    shop.finish()
    body = shop.sent(order, "READY_FOR_PICKUP")
    names = {line["sku"]: name for name, line in shop.platform.known[order].items()}
    taken_back = {
        item["sku"]: item["status"] for item in body["items"] if item["_id"] not in (milk["_id"], bread["_id"])
    }
    assert taken_back == {"OAT-1L": "NOT_FOUND", "BAG-01": "NOT_FOUND"}
    assert {item["_id"] for item in body["items"]} == set(names.values())
    in_cart = [item for item in body["items"] if item["status"] != "NOT_FOUND"]
    assert canonical(in_cart) == canonical([as_sent(milk), as_sent(bread)])

"""When a cart check is owed: by itself a while after certain changes, at once when a person asks."""

from collections.abc import Awaitable, Callable

import pytest

from picker_app.domain.cart import CartState
from picker_app.picking.rows import Result
from tests.domain.examples import BREAD, after, d, said
from tests.picking.shop import BAG, OAT, Shop


@pytest.mark.parametrize(
    "act",
    [
        lambda s, o: s.desk.replace(o, "milk", OAT, d("2")),
        lambda s, o: s.desk.add(o, BAG, d("1")),
        lambda s, o: s.desk.change_price(o, "milk", unit_price=d("1.19")),
        lambda s, o: s.desk.set_amount(o, "tomatoes", d("1.1")),
    ],
    ids=["replacement", "addition", "price", "weight"],
)
async def test_these_changes_owe_a_check_three_seconds_later(
    shop: Shop, act: Callable[[Shop, int], Awaitable[Result]]
) -> None:
    order_id = shop.order(said())
    await act(shop, order_id)
    assert shop.messages(order_id) == [("CHECK", "queued")]
    assert shop.message(order_id).not_before == after(3)


async def test_scans_quantities_and_missing_lines_owe_no_check(shop: Shop) -> None:
    order_id = shop.order(said())
    await shop.desk.pick(order_id, "milk")
    await shop.desk.set_amount(order_id, "milk", d("2"))
    await shop.desk.not_found(order_id, "bread")
    await shop.desk.undo(order_id)
    assert shop.messages(order_id) == []


async def test_more_changes_put_the_check_off_and_only_the_newest_cart_is_sent(shop: Shop) -> None:
    order_id = shop.order(said())
    await shop.desk.add(order_id, BAG, d("1"))
    shop.wait(2)
    await shop.desk.set_amount(order_id, "tomatoes", d("1.1"))
    assert shop.messages(order_id) == [("CHECK", "queued")]
    assert shop.message(order_id).not_before == after(5)
    assert [line.amount for line in shop.command(order_id).lines] == [d("2"), d("1"), d("1.1"), d("1")]


async def test_a_scan_puts_its_cart_into_the_waiting_check_and_does_not_put_it_off(shop: Shop) -> None:
    order_id = shop.order(said())
    await shop.desk.add(order_id, BAG, d("1"))
    shop.wait(2)
    await shop.desk.not_found(order_id, "milk")
    assert shop.message(order_id).not_before == after(3)
    assert shop.command(order_id).lines[0].state is CartState.NOT_FOUND
    await shop.desk.undo(order_id)
    assert shop.message(order_id).not_before == after(3)
    assert shop.command(order_id).lines[0].state is CartState.IN_CART


async def test_the_next_check_leaves_twenty_seconds_after_the_last_one(shop: Shop) -> None:
    order_id = shop.order(said())
    await shop.desk.add(order_id, BAG, d("1"))
    shop.wait(3)
    shop.send(order_id, "accepted")
    shop.wait(1)
    await shop.desk.set_amount(order_id, "tomatoes", d("1.1"))
    assert shop.message(order_id).not_before == after(3 + 20)
    shop.wait(30)
    await shop.desk.set_amount(order_id, "tomatoes", d("1.2"))
    assert shop.message(order_id).not_before == after(34 + 3)


async def test_a_person_is_answered_at_once_and_pressing_twice_counts_once(shop: Shop) -> None:
    order_id = shop.order(said())
    await shop.desk.add(order_id, BAG, d("1"))
    assert (await shop.desk.check(order_id)).code == "checking"
    first = shop.message(order_id)
    assert first.not_before is None and shop.messages(order_id) == [("CHECK", "queued")]
    shop.wait(1.9)
    await shop.desk.check(order_id)
    assert shop.message(order_id).owed_id == first.owed_id
    shop.wait(0.2)
    await shop.desk.check(order_id)
    assert shop.message(order_id).owed_id != first.owed_id


async def test_looking_and_checking_start_nothing(shop: Shop) -> None:
    order_id = shop.order(said())
    await shop.desk.check(order_id)
    await shop.desk.may_finish(order_id)
    assert shop.rows() == (0, 1) and shop.laid(order_id).order.stage.value == "NEW"


async def test_finishing_drops_a_waiting_check_and_leaves_a_sent_one(shop: Shop) -> None:
    order_id = shop.order(said(BREAD))
    await shop.desk.pick(order_id, "bread")
    await shop.desk.add(order_id, BAG, d("1"))
    shop.send(order_id, "sending")
    shop.wait(1)
    await shop.desk.change_price(order_id, "bread", unit_price=d("2.00"))
    await shop.desk.finish(order_id)
    assert shop.messages(order_id) == [("CHECK", "sending"), ("FULFIL", "queued")]


async def test_a_platform_that_checks_nothing_is_owed_no_check(shop: Shop) -> None:
    order_id = shop.order(said(account="plain"))
    await shop.desk.set_amount(order_id, "tomatoes", d("1.1"))
    assert shop.messages(order_id) == []
    assert (await shop.desk.check(order_id)).code == "no_check"

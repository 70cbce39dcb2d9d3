"""Checks when a cart check leaves, that it never stands in the way, and that it leaves nothing double behind."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from picker_app.domain.cart import CartLine, CartState, Command, Kind
from picker_app.domain.order import Stage
from picker_app.domain.said import Flow, Pricing
from picker_app.outbox import checks
from picker_app.outbox.retry import Delays
from picker_app.platforms.port import CatalogProduct
from picker_app.store import products
from picker_app.store.codec import load_differences
from picker_app.store.deliveries import Delivery, Job, State
from picker_app.store.products import Product
from tests.outbox.shop import BAG, NAME, Shop
from tests.outbox.waiting import until

NOW = datetime(2025, 6, 3, 9, 0, tzinfo=UTC)
DELAYS = Delays()


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def cart(kind: Kind, amount: int = 1, *, own_id: str | None = None) -> Command:
    lines = (
        CartLine("a", "A", CartState.IN_CART, Pricing.UNIT, Decimal(amount), Decimal(2), platform_id="a"),
        CartLine("n", "N", CartState.ADDITION, Pricing.UNIT, Decimal(1), Decimal(1), platform_id=own_id, own=True),
    )
    return Command(kind, "x", "r", Flow.PLATFORM_DELIVERY, lines)


def check(number: int, command: Command, delivery: Delivery | None = None, not_before: datetime | None = None) -> Job:
    return Job(number, 1, "x", command.kind, command, NOW, not_before, delivery or Delivery())


def good(at: datetime = NOW) -> Delivery:
    return Delivery(State.ACCEPTED, b"{}", sends=1, sent_at=at, ended_at=at)


def leaves(*jobs: Job, line_down: bool = False) -> datetime | str:
    return checks.leaves(jobs[-1], jobs, NOW, DELAYS, line_down=line_down)


# When it leaves.


def test_a_check_that_a_person_asked_for_leaves_at_once_even_after_another() -> None:
    assert leaves(check(1, cart(Kind.CHECK))) == NOW
    assert leaves(check(1, cart(Kind.CHECK), good()), check(2, cart(Kind.CHECK, 2))) == NOW


def test_a_check_by_itself_waits_for_its_time_and_for_twenty_seconds_after_the_last() -> None:
    assert leaves(check(1, cart(Kind.CHECK), not_before=after(3))) == after(3)
    before = check(1, cart(Kind.CHECK), good(after(-5)))
    assert leaves(before, check(2, cart(Kind.CHECK, 2), not_before=after(3))) == after(15)


def test_a_check_with_the_content_of_the_last_good_one_is_left_out_ids_or_not() -> None:
    before = check(1, cart(Kind.CHECK), good())
    assert leaves(before, check(2, cart(Kind.CHECK))) == checks.SAME
    assert leaves(before, check(2, cart(Kind.CHECK, own_id="given"))) == checks.SAME


def test_a_check_with_the_content_of_one_that_was_refused_leaves() -> None:
    refused = Delivery(State.REFUSED, b"{}", sends=1, sent_at=NOW, ended_at=NOW)
    jobs = check(1, cart(Kind.CHECK), good()), check(2, cart(Kind.CHECK, 2), refused), check(3, cart(Kind.CHECK))
    assert leaves(*jobs) == NOW


@pytest.mark.parametrize("kind", [Kind.CHECK, Kind.FULFIL, Kind.CANCEL])
def test_a_newer_message_of_the_order_supersedes_a_check(kind: Kind) -> None:
    waiting, newer = check(1, cart(Kind.CHECK)), check(2, cart(kind, 2))
    assert checks.leaves(waiting, (waiting, newer), NOW, DELAYS, line_down=False) == checks.SUPERSEDED


def test_a_check_is_left_out_while_the_line_is_down() -> None:
    assert leaves(check(1, cart(Kind.CHECK)), line_down=True) == "line_down"


# On the wire.


async def test_a_check_on_demand_tells_the_whole_cart_and_changes_nothing_at_the_desk(shop: Shop) -> None:
    order = await shop.new_order()
    before = (await shop.order(order)).lines
    assert (await shop.desk.check(order)).good
    await shop.comes_to(order, State.ACCEPTED, Kind.CHECK)
    (body,) = shop.puts()
    assert body["status"] == "UPDATE_CART"
    assert [(line["sku"], line["status"], line["pricing"]["quantity"]) for line in body["items"]] == [
        ("200007", "IN_CART", 2),
        ("200014", "IN_CART", 1),
    ]
    assert (await shop.order(order)).lines == before


async def test_the_same_cart_is_not_checked_twice(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.desk.check(order)
    await shop.comes_to(order, State.ACCEPTED, Kind.CHECK)
    shop.move(seconds=5)
    await shop.desk.check(order)
    job = await shop.comes_to(order, State.DROPPED, Kind.CHECK)
    assert job.delivery.details == checks.SAME
    assert job.delivery.note == ""
    assert len(shop.puts()) == 1


async def test_only_the_newest_of_the_checks_that_waited_is_sent(closed_shop: Shop) -> None:
    shop = closed_shop
    await shop.start(courier=False)
    order = await shop.new_order()
    for amount in (1, 2):
        line = (await shop.order(order)).lines[0]
        await shop.desk.set_amount(order, line.key, Decimal(amount))
        await shop.desk.check(order)
    await shop.courier.start()
    await shop.comes_to(order, State.ACCEPTED, Kind.CHECK)
    assert len(shop.puts()) == 1


async def test_a_refused_check_names_its_line_and_leaves_the_order_at_the_desk(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.desk.add(order, CatalogProduct("NO-SUCH", "Imaginary"), Decimal(1))
    await shop.desk.check(order)
    job = await shop.comes_to(order, State.REFUSED, Kind.CHECK)
    assert "NO-SUCH" in job.delivery.lines
    assert (await shop.order(order)).stage is Stage.PICKING

    async def read_once() -> bool:
        return shop.calls() == ["PUT", "GET"]

    await until(read_once)


async def test_an_uncertain_check_is_not_sent_again(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.fault("put_order", "drop_before")
    await shop.desk.check(order)
    job = await shop.comes_to(order, State.UNCERTAIN, Kind.CHECK)
    assert job.delivery.ended_at is not None
    await shop.finish(order)
    await shop.comes_to(order, State.CONFIRMED)
    assert [body["status"] for body in shop.puts()] == ["UPDATE_CART", "READY_FOR_PICKUP"]


async def test_a_fulfil_waits_only_a_moment_for_a_check_that_gets_no_answer(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.pick_all(order)
    await shop.fault("put_order", "slow", value=30)
    await shop.desk.check(order)
    await shop.comes_to(order, State.SENDING, Kind.CHECK)
    assert (await shop.desk.finish(order)).good
    await shop.comes_to(order, State.CONFIRMED)
    assert await shop.state(order, Kind.CHECK) is State.UNCERTAIN
    assert [body["status"] for body in shop.puts()] == ["UPDATE_CART", "READY_FOR_PICKUP"]


async def test_a_fulfil_follows_a_check_that_is_answered_in_time(closed_shop: Shop) -> None:
    shop = closed_shop
    shop.delays = replace(shop.delays, check_wait=5)
    shop.build()
    await shop.start()
    order = await shop.new_order()
    await shop.pick_all(order)
    await shop.fault("put_order", "slow", value=0.2)
    await shop.desk.check(order)
    await shop.comes_to(order, State.SENDING, Kind.CHECK)
    assert (await shop.desk.finish(order)).good
    await shop.comes_to(order, State.CONFIRMED)
    assert await shop.state(order, Kind.CHECK) is State.ACCEPTED


async def test_a_check_that_waits_does_not_hold_up_the_fulfil(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.add_bag(order)  # owes a check in three seconds
    await shop.finish(order)
    await shop.comes_to(order, State.CONFIRMED)
    assert [body["status"] for body in shop.puts()] == ["READY_FOR_PICKUP"]


async def test_a_check_of_an_order_that_closed_meanwhile_is_left_out(closed_shop: Shop) -> None:
    shop = closed_shop
    await shop.start(courier=False)
    order = await shop.new_order()
    await shop.desk.check(order)
    await shop.advance(order, "CANCELLED")
    await shop.is_said(order, "CANCELLED")
    await shop.courier.start()
    await shop.comes_to(order, State.DROPPED, Kind.CHECK)
    assert shop.puts() == []


# Lines that the platform gave no id yet.


async def checked(shop: Shop, order: int, state: State = State.ACCEPTED) -> None:
    """Check a cart that is another one than the last time, and wait for the answer."""
    line = (await shop.order(order)).lines[0]
    assert (await shop.desk.set_amount(order, line.key, Decimal(2 if line.amount == 1 else 1))).good
    assert (await shop.desk.check(order)).good
    await shop.comes_to(order, state, Kind.CHECK)


@pytest.mark.parametrize("keep_cart", ["no", "match", "append"])
async def test_a_bag_checked_three_times_and_fulfilled_is_in_the_cart_once(shop: Shop, keep_cart: str) -> None:
    shop.platform.change_settings(keep_cart=keep_cart)
    order = await shop.new_order()
    await shop.add_bag(order)
    for _ in range(3):
        await checked(shop, order)
    await shop.finish(order)
    job = await shop.comes_to(order, State.CONFIRMED)
    assert job.delivery.note == ""
    assert await shop.cart(order) == [("200007", Decimal(2)), ("200014", Decimal(1)), ("BAG-01", Decimal(1))]
    assert len(shop.puts("UPDATE_CART")) == 3


@pytest.mark.parametrize("keep_cart", ["no", "match", "append"])
async def test_a_replacement_that_was_checked_is_in_the_cart_once(shop: Shop, keep_cart: str) -> None:
    shop.platform.change_settings(keep_cart=keep_cart)
    order = await shop.new_order()
    first, second = (await shop.order(order)).lines
    await shop.desk.replace(order, first.key, CatalogProduct("200021", "Another"), Decimal(2))
    await shop.desk.check(order)
    await shop.comes_to(order, State.ACCEPTED, Kind.CHECK)
    await shop.desk.pick(order, second.key)
    assert (await shop.desk.finish(order)).good
    job = await shop.comes_to(order, State.CONFIRMED)
    assert job.delivery.note == ""
    assert await shop.cart(order) == [("200014", Decimal(1)), ("200021", Decimal(2))]


@pytest.mark.parametrize("keep_cart", ["no", "match", "append"])
async def test_a_bag_taken_back_after_a_check_is_not_in_the_cart(shop: Shop, keep_cart: str) -> None:
    shop.platform.change_settings(keep_cart=keep_cart)
    order = await shop.new_order()
    await shop.add_bag(order)
    await checked(shop, order)
    bag = next(line for line in (await shop.order(order)).lines if line.sku == BAG.sku)
    assert (await shop.desk.not_found(order, bag.key)).good
    await shop.finish(order)
    await shop.comes_to(order, State.CONFIRMED)
    assert await shop.cart(order) == [("200007", Decimal(2)), ("200014", Decimal(1))]
    assert len(shop.puts("READY_FOR_PICKUP")) == 1


async def test_the_order_is_read_once_between_a_check_with_a_new_line_and_the_next_message(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.add_bag(order)
    await checked(shop, order)
    await shop.finish(order)
    await shop.comes_to(order, State.CONFIRMED)
    assert shop.calls() == ["PUT", "GET", "PUT"]


async def test_a_message_goes_without_the_ids_when_reading_them_failed_twice(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.add_bag(order)
    await checked(shop, order)
    await shop.fault("get_order", "status", value=500, times=2)
    await shop.finish(order)
    await shop.comes_to(order, State.CONFIRMED)
    assert shop.calls() == ["PUT", "GET", "GET", "PUT"]


async def bag_checked_and_taken_back(shop: Shop) -> int:
    """Return an order whose bag the platform keeps in its cart since a check, under an id that nobody here knows."""
    shop.platform.change_settings(keep_cart="match")
    order = await shop.new_order()
    await shop.add_bag(order)
    await shop.desk.check(order)
    await shop.comes_to(order, State.ACCEPTED, Kind.CHECK)
    assert (await shop.desk.undo(order)).good
    return order


async def test_a_fulfil_does_not_give_up_soon_to_learn_the_id_of_what_was_taken_back(shop: Shop) -> None:
    order = await bag_checked_and_taken_back(shop)
    await shop.fault("get_order", "status", value=503, times=2)
    await shop.fault("get_order", "garbage", value="html")
    await shop.finish(order)
    job = await shop.comes_to(order, State.CONFIRMED)
    assert job.delivery.note == ""
    assert await shop.cart(order) == [("200007", Decimal(2)), ("200014", Decimal(1))]


async def test_a_fulfil_goes_in_the_end_where_the_order_can_never_be_read(shop: Shop) -> None:
    order = await bag_checked_and_taken_back(shop)
    await shop.database.run(lambda connection: products.put(connection, NAME, [Product(BAG.sku, "Carry bag")]))
    await shop.fault("get_order", "status", value=500, times=100)
    await shop.finish(order)
    job = await shop.comes_to(order, State.CONFIRMED)
    assert shop.calls() == ["PUT", *["GET"] * 5, "PUT"]
    (differing,) = load_differences(job.delivery.details)
    assert (job.delivery.note, differing.sku, differing.sent) == ("carts_differ", "BAG-01", ())
    assert (differing.there, differing.name) == ((Decimal(1),), "Carry bag")


async def test_the_answer_shows_the_platforms_own_total(shop: Shop) -> None:
    """The training platform answers with the request's body, which has no total: the sum stays an estimate."""
    order = await shop.new_order()
    await shop.desk.check(order)
    assert (await shop.comes_to(order, State.ACCEPTED, Kind.CHECK)).delivery.total == ""


async def test_a_check_is_sent_not_before_its_time(closed_shop: Shop) -> None:
    shop = closed_shop
    await shop.start(courier=False)
    order = await shop.new_order()
    await shop.add_bag(order)
    await shop.courier.start()
    never_sent = await shop.state(order, Kind.CHECK)
    assert never_sent is State.QUEUED
    shop.move(seconds=4)
    await shop.comes_to(order, State.ACCEPTED, Kind.CHECK)

"""Checks what reaches the platform when an order is finished or cancelled, and what the shop knows afterwards."""

from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import update

from picker_app.domain.cart import Kind
from picker_app.domain.order import Stage
from picker_app.outbox.courier import Courier
from picker_app.picking.picture import word_of
from picker_app.picking.rows import Word
from picker_app.platforms.port import CatalogProduct
from picker_app.store import codec, deliveries, views
from picker_app.store.database import Connection, NotSaved
from picker_app.store.deliveries import State
from picker_app.store.schema import owed
from tests.outbox.shop import NAME, SHORT, Shop
from tests.outbox.waiting import until


async def test_a_finished_order_is_told_once_and_confirmed_by_the_event(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.finish(order)
    job = await shop.comes_to(order, State.CONFIRMED)
    assert len(shop.puts()) == 1
    assert job.delivery.note == ""
    assert (await shop.kept(order)).ended_by == ""
    assert await shop.incidents() == []


async def test_the_stored_bytes_are_the_bytes_on_the_wire(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.finish(order)
    job = await shop.comes_to(order, State.CONFIRMED)
    assert job.delivery.body is not None
    assert job.delivery.body.decode() == shop.requests()[0]["body"]


async def test_an_order_that_the_shop_delivers_is_dispatched(shop: Shop) -> None:
    order = await shop.new_order(vendor_delivery=True)
    await shop.finish(order)
    await shop.comes_to(order, State.CONFIRMED)
    assert [body["status"] for body in shop.puts()] == ["DISPATCHED"]


async def test_a_cancel_is_confirmed_by_reading_the_order_since_no_event_comes(shop: Shop) -> None:
    order = await shop.new_order()
    assert (await shop.desk.cancel(order, "TOO_BUSY")).good
    await shop.comes_to(order, State.CONFIRMED, Kind.CANCEL)
    await shop.is_said(order, "CANCELLED")
    assert [(body["status"], body["cancellation"]["reason"]) for body in shop.puts()] == [("CANCELLED", "TOO_BUSY")]
    assert (await shop.kept(order)).ended_by == ""


async def test_every_line_of_the_order_is_in_every_message(shop: Shop) -> None:
    order = await shop.new_order({"sku": "200007", "quantity": 2}, {"sku": "200014", "quantity": 1})
    first, second = (await shop.order(order)).lines
    await shop.desk.not_found(order, first.key)
    await shop.desk.pick(order, second.key)
    await shop.desk.finish(order)
    await shop.comes_to(order, State.CONFIRMED)
    (body,) = shop.puts()
    assert [(line["sku"], line["status"]) for line in body["items"]] == [("200007", "NOT_FOUND"), ("200014", "IN_CART")]
    assert await shop.cart(order) == [("200014", Decimal(1))]


async def test_a_refused_order_comes_back_to_the_desk_with_the_product_that_is_to_blame(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.pick_all(order)
    await shop.desk.add(order, CatalogProduct("NO-SUCH", "Imaginary"), Decimal(1))
    await shop.desk.finish(order)
    job = await shop.comes_to(order, State.REFUSED)

    async def back() -> bool:
        return (await shop.order(order)).stage is Stage.PICKING

    await until(back)
    assert "NO-SUCH" in job.delivery.lines
    assert "item not found" in job.delivery.words
    assert len(shop.puts("READY_FOR_PICKUP")) == 1


async def test_a_corrected_order_is_sent_again_and_only_then(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.pick_all(order)
    await shop.desk.add(order, CatalogProduct("NO-SUCH", "Imaginary"), Decimal(1))
    await shop.desk.finish(order)
    refused = await shop.comes_to(order, State.REFUSED)

    async def ended() -> bool:
        return not any(job.open for job in await shop.jobs(order))

    await until(ended)
    new = next(line for line in (await shop.order(order)).lines if line.sku == "NO-SUCH")
    assert (await shop.desk.not_found(order, new.key)).good
    assert (await shop.desk.finish(order)).good
    confirmed = await shop.comes_to(order, State.CONFIRMED)
    assert confirmed.owed_id != refused.owed_id
    assert len(shop.puts("READY_FOR_PICKUP")) == 2


async def test_a_404_for_an_order_that_is_unknown_is_an_incident(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.fault("put_order", "status", value=404)
    await shop.fault("get_order", "status", value=404)
    await shop.finish(order)
    job = await shop.comes_to(order, State.REFUSED)
    await until(shop.incidents)
    assert await shop.incidents() == ["order_unknown"]
    assert job.delivery.http_status == 404


async def test_a_refusal_because_the_customer_cancelled_is_no_refusal(closed_shop: Shop) -> None:
    shop = closed_shop
    await shop.start(courier=False)
    order = await shop.new_order()
    await shop.finish(order)
    await shop.advance(order, "CANCELLED", push=False)
    await shop.fault("put_order", "status", value=400)
    await shop.courier.start()
    job = await shop.comes_to(order, State.DROPPED)
    assert job.delivery.details == "cancelled"
    assert (await shop.order(order)).stage is Stage.FINISHED
    assert (await shop.kept(order)).ended_by == "cancelled"


@pytest.mark.parametrize(("after_pickup", "ended_by"), [(False, "cancelled"), (True, "cancelled_after_pickup")])
async def test_a_cancellation_while_the_fulfil_is_queued_drops_it(
    closed_shop: Shop, after_pickup: bool, ended_by: str
) -> None:
    shop = closed_shop
    await shop.start(courier=False)
    order = await shop.new_order()
    await shop.finish(order)
    await shop.advance(order, "CANCELLED", post_picked_up=after_pickup)
    await shop.is_said(order, "CANCELLED")
    await shop.courier.start()
    await shop.comes_to(order, State.DROPPED)
    assert shop.puts() == []
    assert (await shop.kept(order)).ended_by == ended_by
    laid = await shop.database.ask(lambda c: views.laid(c, order))
    assert laid is not None
    assert (word_of(laid) is Word.PUT_BACK) is not after_pickup


async def test_an_order_finished_on_the_tablet_drops_what_was_not_sent(closed_shop: Shop) -> None:
    shop = closed_shop
    await shop.start(courier=False)
    order = await shop.new_order()
    await shop.finish(order)
    await shop.advance(order, "READY_FOR_PICKUP")
    await shop.is_said(order, "READY_FOR_PICKUP")
    await shop.courier.start()
    job = await shop.comes_to(order, State.DROPPED)
    assert job.delivery.details == "finished_elsewhere"
    assert shop.puts() == []
    assert (await shop.kept(order)).ended_by == "finished_elsewhere"


async def test_a_finish_taken_back_before_it_was_sent_never_leaves(closed_shop: Shop) -> None:
    shop = closed_shop
    await shop.start(courier=False)
    order = await shop.new_order()
    await shop.finish(order)
    assert (await shop.desk.undo(order)).good
    await shop.courier.start()
    assert (await shop.desk.finish(order)).good
    await shop.comes_to(order, State.CONFIRMED)
    assert len(shop.puts()) == 1


async def test_an_order_does_not_wait_for_another_orders_answer(shop: Shop) -> None:
    slow, quick = await shop.new_order(), await shop.new_order()
    await shop.fault("put_order", "slow", value=1)
    await shop.finish(slow)
    await shop.comes_to(slow, State.SENDING)
    await shop.finish(quick)
    await shop.comes_to(quick, State.CONFIRMED)
    assert await shop.state(slow) is State.SENDING


async def test_a_late_confirmation_is_looked_for(shop: Shop) -> None:
    shop.platform.change_settings(echo_fulfil=False)
    order = await shop.new_order()
    await shop.finish(order)
    await shop.comes_to(order, State.CONFIRMED)
    assert len(shop.puts()) == 1
    assert (await shop.order(order)).said.status == "READY_FOR_PICKUP"


@pytest.mark.expected_log("could not be written")
async def test_a_message_that_cannot_be_written_goes_back_to_the_desk(closed_shop: Shop) -> None:
    shop = closed_shop
    await shop.start(courier=False)
    order = await shop.new_order()
    await shop.finish(order)

    def spoil(connection: Connection) -> None:
        (job,) = deliveries.of_order(connection, order)
        lines = tuple(replace(line, raw_pricing="{") for line in job.command.lines)
        spoilt = codec.dump_command(replace(job.command, lines=lines))
        connection.execute(update(owed).where(owed.c.id == job.owed_id).values(command=spoilt))

    await shop.database.run(spoil)
    await shop.courier.start()
    await shop.comes_to(order, State.REFUSED)

    async def back() -> bool:
        return (await shop.order(order)).stage is Stage.PICKING

    await until(back)
    assert shop.puts() == []


@pytest.mark.expected_log("could not be saved: The disk is full")
async def test_a_desk_that_could_not_save_the_way_back_is_asked_again(closed_shop: Shop) -> None:
    shop = closed_shop
    asked: list[int] = []

    async def reopen(order_id: int) -> None:
        asked.append(order_id)
        if len(asked) == 1:
            raise NotSaved("The disk is full.")
        await shop.desk.reopen(order_id)

    shop.courier = Courier(
        shop.database, shop.changes, {NAME: shop.client}, hear=shop.hear, reopen=reopen, delays=SHORT, now=shop.now
    )
    await shop.start()
    order = await shop.new_order()
    await shop.fault("put_order", "status", value=422)
    await shop.finish(order)

    async def back() -> bool:
        return (await shop.order(order)).stage is Stage.PICKING

    await until(back)
    assert asked == [order, order]
    assert len(shop.puts()) == 1


@pytest.mark.expected_log("slow down")
async def test_a_clock_that_is_set_back_does_not_put_off_what_waits(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.fault("put_order", "status", value=429)
    await shop.finish(order)

    async def refused() -> bool:
        return (await shop.courier.state())[NAME].retry_at is not None

    await until(refused)
    shop.move(hours=-2)
    await shop.comes_to(order, State.CONFIRMED)

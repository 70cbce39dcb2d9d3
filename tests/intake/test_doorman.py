"""Checks that every event that was kept is applied in its order, and that nothing that came in is lost."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import httpx
import pytest

from picker_app.domain.order import Decision, Stage
from picker_app.intake.doorman import Doorman
from picker_app.intake.listener import AccountDoor
from picker_app.intake.routing import account_of
from picker_app.intake.sameness import same
from picker_app.platforms.delivery_hero.client import DeliveryHero
from picker_app.platforms.port import CatalogProduct, Priority
from picker_app.platforms.sign_in import SignIns
from picker_app.store import incoming, orders, views
from picker_app.store.database import Connection
from picker_app.store.deliveries import State
from picker_app.store.incoming import Message
from tests.conftest import ExpectedLog
from tests.intake.events import at, event, new_ref
from tests.outbox.shop import NAME, Shop
from tests.outbox.waiting import until
from tests.platforms.delivery_hero_shop import ACCOUNT, OpenPace

WEBHOOK = f"/webhooks/{NAME}"


async def say(shop: Shop, caller: httpx.AsyncClient, body: bytes) -> None:
    """Let an event come in, and wait until it is worked off."""
    assert (await caller.post(WEBHOOK, content=body)).status_code == 200
    await shop.nothing_waits()


async def keep(shop: Shop, message: Message) -> None:
    """Keep an event as the door does, without ringing for the doorman."""
    await shop.database.run(lambda c: incoming.keep(c, message, shop.now()))


# Statuses.


async def test_a_late_received_after_ready_for_pickup_changes_nothing(shop: Shop, caller: httpx.AsyncClient) -> None:
    ref = new_ref()
    await say(shop, caller, event(order_id=ref))
    order = await shop.known(ref)
    await say(shop, caller, event("READY_FOR_PICKUP", order_id=ref, sys=at("2025-06-03T10:00:00Z")))
    await say(shop, caller, event("RECEIVED", order_id=ref, sys=at("2025-06-03T11:00:00Z")))
    assert (await shop.order(order)).said.status == "READY_FOR_PICKUP"


async def test_steps_may_be_missing_and_times_do_not_hold_a_status_back(shop: Shop, caller: httpx.AsyncClient) -> None:
    ref = new_ref()
    await say(shop, caller, event(order_id=ref))
    await say(shop, caller, event("DELIVERED", order_id=ref, sys=at("2020-01-01T00:00:00Z")))
    order = await shop.kept(await shop.known(ref))
    assert (order.said.status, order.ended_by) == ("DELIVERED", "finished_elsewhere")
    assert order.closed_at is not None


async def test_anything_after_a_cancellation_is_an_incident_and_changes_nothing(
    shop: Shop, caller: httpx.AsyncClient
) -> None:
    ref = new_ref()
    await say(shop, caller, event(order_id=ref))
    cancellation = {"reason": "CUSTOMER_REQUEST", "cancelled_by": "CUSTOMER"}
    await say(shop, caller, event("CANCELLED", order_id=ref, cancellation=cancellation))
    await say(shop, caller, event("DISPATCHED", order_id=ref, sys=at("2025-06-03T12:00:00Z")))
    order = await shop.kept(await shop.known(ref))
    assert (order.said.status, order.ended_by) == ("CANCELLED", "cancelled")
    assert order.said.cancellation is not None and order.said.cancellation.by == "CUSTOMER"
    assert await shop.incidents() == ["unexpected_event"]


async def test_an_unknown_status_is_an_incident_and_the_order_stays_as_it_was(
    shop: Shop, caller: httpx.AsyncClient
) -> None:
    ref = new_ref()
    await say(shop, caller, event(order_id=ref))
    await say(shop, caller, event("UNASSIGNED", order_id=ref, sys=at("2025-06-03T12:00:00Z")))
    assert (await shop.order(await shop.known(ref))).said.status == "RECEIVED"
    assert await shop.incidents() == ["unexpected_event"]


async def test_an_unknown_order_of_an_unknown_status_is_kept_as_an_incident_alone(
    shop: Shop, caller: httpx.AsyncClient
) -> None:
    ref = new_ref()
    await say(shop, caller, event("UNASSIGNED", order_id=ref))
    assert await shop.database.ask(lambda c: orders.find(c, NAME, ref)) is None
    assert await shop.incidents() == ["unexpected_event"]


async def test_an_order_first_seen_beyond_picking_is_not_ours_and_is_read_once(shop: Shop) -> None:
    document = await asyncio.to_thread(shop.platform.create_order, lines=2, status="READY_FOR_PICKUP")
    order = await shop.known(str(document["order_id"]))
    await shop.nothing_waits()
    assert not (await shop.kept(order)).ours
    assert shop.calls() == ["GET"]
    assert not (await shop.desk.finish(order)).good
    await shop.advance(order, "DISPATCHED")
    await shop.is_said(order, "DISPATCHED")
    await shop.nothing_waits()
    assert shop.calls() == ["GET"]


async def test_a_cancellation_after_pick_up_is_remembered_as_such(shop: Shop) -> None:
    order = await shop.new_order()
    await shop.advance(order, "CANCELLED", post_picked_up=True)
    await shop.is_said(order, "CANCELLED")
    assert (await shop.kept(order)).ended_by == "cancelled_after_pickup"


async def test_a_received_order_whose_lines_say_in_cart_starts_with_nothing_picked(
    shop: Shop, caller: httpx.AsyncClient
) -> None:
    tree = json.loads(event(order_id=new_ref()))
    for item in tree["items"]:
        item["status"] = "IN_CART"
    await say(shop, caller, json.dumps(tree).encode())
    order = await shop.order(await shop.known(tree["order_id"]))
    assert {line.decision for line in order.lines} == {Decision.UNDECIDED}
    assert order.stage is Stage.NEW


# Changes under the hand.


async def test_what_the_customer_changes_is_flagged_and_what_was_picked_stays(
    shop: Shop, caller: httpx.AsyncClient
) -> None:
    tree = json.loads(event(order_id=new_ref()))
    await say(shop, caller, json.dumps(tree).encode())
    order = await shop.known(tree["order_id"])
    milk, bread, tomatoes = (line.key for line in (await shop.order(order)).lines)
    assert (await shop.desk.pick(order, milk)).good
    tree["sys"] = at("2025-06-03T10:00:00Z")
    tree["items"][0]["pricing"] |= {"quantity": 3, "max_quantity": 3}
    del tree["items"][1]
    tree["items"].append({"_id": "new-1", "sku": "NEW", "name": "New", "pricing": {"quantity": 1}})
    await say(shop, caller, json.dumps(tree).encode())
    laid = await shop.order(order)
    assert set((await shop.kept(order)).flags) == {(milk, "changed"), (bread, "gone"), ("new-1", "new")}
    assert (laid.line(milk).amount, laid.line(milk).ordered) == (Decimal(1), Decimal(3))
    assert laid.line(bread).gone
    assert not laid.line(tomatoes).gone


async def test_what_the_desk_checked_is_no_change_by_the_customer(shop: Shop) -> None:
    await shop.courier.start()
    shop.platform.change_settings(keep_cart="match")
    order = await shop.new_order()
    first = (await shop.order(order)).lines[0]
    await shop.desk.set_amount(order, first.key, Decimal(1))
    await shop.desk.add(order, CatalogProduct("BAG-01", "Carry bag"), Decimal(1))
    await shop.desk.check(order)

    async def checked() -> bool:
        return any(job.delivery.state is State.ACCEPTED for job in await shop.jobs(order))

    await until(checked)
    await shop.doorman.take_in(NAME, await shop.client.read(await shop.ref(order), Priority.READ), "read")
    laid = await shop.order(order)
    assert (await shop.kept(order)).flags == ()
    assert laid.line(first.key).ordered == Decimal(2)
    assert [line.platform_id is not None for line in laid.lines if line.sku == "BAG-01"] == [True]


# Completing.


async def test_an_event_without_lines_is_shown_at_once_and_completed_by_reading(closed_shop: Shop) -> None:
    shop = closed_shop
    await shop.start(courier=False, webhook=False)
    document = await asyncio.to_thread(shop.platform.create_order, lines=3)
    ref = str(document["order_id"])
    await shop.fault("get_order", "status", value=500, times=2)
    message = Message(NAME, "bell", json.dumps({"order_id": ref, "status": "RECEIVED"}).encode(), ref=ref)
    await keep(shop, message)
    shop.doorman.wake()
    order = await shop.known(ref)

    async def complete() -> bool:
        return len((await shop.order(order)).lines) == 3

    await until(complete)
    await shop.nothing_waits()
    assert shop.calls() == ["GET"] * 3
    assert await shop.incidents() == []
    assert (await shop.kept(order)).flags == ()


async def test_an_order_that_cannot_be_completed_is_an_incident(shop: Shop, caller: httpx.AsyncClient) -> None:
    ref = new_ref()
    await say(shop, caller, event(order_id=ref, items=None))
    assert await shop.incidents() == ["not_completed"]


async def test_the_same_key_with_other_words_is_an_incident_and_the_order_is_read(
    shop: Shop, caller: httpx.AsyncClient
) -> None:
    order = await shop.new_order()
    await shop.nothing_waits()
    ref = await shop.ref(order)
    first, second = (event(order_id=ref, comment=comment, sys=at("2025-06-03T10:00:00Z")) for comment in "ab")
    await say(shop, caller, first)
    await say(shop, caller, second)
    assert await shop.incidents() == ["other_body"]
    assert shop.calls() == ["GET"]


# Reading what cannot be read.


async def test_an_event_with_an_impossible_amount_is_kept_as_an_incident(shop: Shop, caller: httpx.AsyncClient) -> None:
    tree = json.loads(event(order_id=new_ref()))
    tree["items"][0]["pricing"]["quantity"] = "many"
    await say(shop, caller, json.dumps(tree).encode())
    assert await shop.incidents() == ["unreadable"]
    assert await shop.arrivals() == [("webhook", "RECEIVED", "incident")]


async def test_an_unknown_kind_of_price_is_told_once(shop: Shop, caller: httpx.AsyncClient) -> None:
    tree = json.loads(event(order_id=new_ref()))
    tree["items"][0]["pricing"]["pricing_type"] = "BUNDLE"
    for minute in range(3):
        tree["sys"] = at(f"2025-06-03T10:0{minute}:00Z")
        await say(shop, caller, json.dumps(tree).encode())
    assert await shop.incidents() == ["unknown_pricing"]


# Leftovers, faults and order.


async def test_what_was_kept_before_a_stop_is_applied_at_the_next_start(closed_shop: Shop) -> None:
    shop = closed_shop
    ref = new_ref()
    message = Message(NAME, "k1", event(order_id=ref), ref=ref, status="RECEIVED")
    await keep(shop, message)
    await shop.start(courier=False)
    assert await shop.known(ref)


async def test_events_of_an_order_are_applied_in_the_order_they_came(closed_shop: Shop) -> None:
    shop = closed_shop
    ref = new_ref()
    comments = [f"wish {number}" for number in range(120)]
    for number, comment in enumerate(comments):
        moment = f"2025-06-03T10:{number // 60:02}:{number % 60:02}Z"
        await keep(shop, Message(NAME, comment, event(order_id=ref, comment=comment, sys=at(moment)), ref=ref))
    await shop.start(courier=False)
    order = await shop.known(ref)
    await shop.nothing_waits()
    assert (await shop.order(order)).said.note == comments[-1]
    assert await shop.incidents() == []


async def test_a_database_that_refuses_is_tried_again_and_said_once(
    shop: Shop, caller: httpx.AsyncClient, expected_log: ExpectedLog
) -> None:
    expected_log("could not be applied|could not commit")
    ref = new_ref()
    body = event(order_id=ref, comment="x" * 300_000)
    await shop.doorman.close()
    assert (await caller.post(WEBHOOK, content=body)).status_code == 200

    def fill(connection: Connection) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    await shop.database.run(fill)
    await shop.doorman.start()

    async def told() -> bool:
        return expected_log.seen("could not be applied")

    await until(told)
    assert await shop.arrivals() == [("webhook", "RECEIVED", "new")]
    await shop.database.run(lambda c: c.exec_driver_sql("PRAGMA max_page_count = 1073741823").all())
    await shop.known(ref)
    assert len([record for record in expected_log.records if "could not be applied" in record.getMessage()]) == 1


async def test_changed_orders_are_announced_and_repeats_are_not(shop: Shop, caller: httpx.AsyncClient) -> None:
    ref = new_ref()
    await say(shop, caller, event(order_id=ref))
    order = await shop.known(ref)
    heard: list[frozenset[int]] = []
    end = shop.changes.subscribe(heard.append)
    await say(shop, caller, event(order_id=ref))
    await say(shop, caller, event("DISPATCHED", order_id=ref))
    end()
    assert frozenset({order}) in heard
    assert len(heard) == 1


# Which account.


@pytest.fixture
async def two_stores(closed_shop: Shop) -> AsyncIterator[tuple[Shop, dict[str, AccountDoor]]]:
    """A shop with a second store of the same chain, and a store of another chain."""
    shop = closed_shop
    clients = [
        DeliveryHero(replace(ACCOUNT, name=name, vendor_id=vendor), OpenPace(), SignIns(shop.now().timestamp))
        for name, vendor in (("north", "n0rth"), ("stranger", "n0rth"))
    ]
    doors = {
        NAME: AccountDoor(shop.client, lambda: "", frozenset({"cm7q"}), "chain"),
        "north": AccountDoor(clients[0], lambda: "", frozenset({"n0rth"}), "chain"),
        "stranger": AccountDoor(clients[1], lambda: "", frozenset({"els3"}), "another chain"),
    }
    yield shop, doors
    for client in clients:
        await client.close()


async def test_an_event_goes_to_the_account_whose_store_it_names(
    two_stores: tuple[Shop, dict[str, AccountDoor]],
) -> None:
    shop, doors = two_stores
    doorman = Doorman(shop.database, shop.changes, doors)
    ref, client = new_ref(), {"store_id": "n0rth"}
    message = Message(NAME, "k", event(order_id=ref, client=client), ref=ref)
    await keep(shop, message)
    await doorman.start()

    async def found() -> bool:
        return await shop.database.ask(lambda c: orders.find(c, "north", ref)) is not None

    await until(found)
    await doorman.close()
    assert await shop.database.ask(lambda c: orders.find(c, NAME, ref)) is None
    assert await shop.incidents() == []


async def test_an_event_of_a_store_that_nobody_configured_is_the_address_accounts_and_marked(
    shop: Shop, caller: httpx.AsyncClient
) -> None:
    ref = new_ref()
    await say(shop, caller, event(order_id=ref, client={"store_id": "another"}))
    assert (await shop.kept(await shop.known(ref))).ours
    assert await shop.incidents() == ["other_store"]


async def test_an_incident_that_was_seen_to_is_over_and_what_is_done_with_its_message_goes_on(
    shop: Shop, caller: httpx.AsyncClient
) -> None:
    await say(shop, caller, event(order_id=new_ref(), client={"store_id": "another"}))
    (found,) = await shop.database.ask(lambda c: views.incidents(c, datetime(2020, 1, 1, tzinfo=UTC)))
    number = int(found.key.removeprefix("in-"))
    assert await shop.doorman.dismiss(number) and await shop.incidents() == []
    assert not await shop.doorman.dismiss(number)
    assert not await shop.doorman.dismiss(999_999)


def test_the_account_is_found_by_store_within_the_chain(two_stores: tuple[Shop, dict[str, AccountDoor]]) -> None:
    _, doors = two_stores
    assert account_of(NAME, ("cm7q",), doors) == NAME
    assert account_of(NAME, ("x", "n0rth"), doors) == "north"
    assert account_of(NAME, ("els3",), doors) == NAME, "another chain's store is none of ours"
    assert account_of(NAME, (), doors) == NAME


# Sameness.


@pytest.mark.parametrize(
    ("body", "other", "is_same"),
    [
        (b'{"a": 1, "b": 2}', b'{"b":2.0,"a":1}', True),
        (b'{"t": "2025-06-03T10:00:00Z"}', b'{"t": "2025-06-03T12:00:00.000+02:00"}', True),
        (b'{"t": "2025-06-03T10:00:00Z"}', b'{"t": "2025-06-03T10:00:01Z"}', False),
        (b'{"t": "2025-06-03Tnonsense-here"}', b'{"t": "2025-06-03Tnonsense-there"}', False),
        (b"[1, 2]", b"[2, 1]", False),
        (b"nonsense", b"nonsense", True),
        (b"nonsense", b"{}", False),
    ],
)
def test_two_bodies_are_the_same_when_they_say_the_same(body: bytes, other: bytes, is_same: bool) -> None:
    assert same(body, other) is is_same


async def test_a_clock_that_is_set_back_does_not_put_off_the_completing_of_an_order(
    closed_shop: Shop,
) -> None:
    shop = closed_shop
    await shop.start(courier=False, webhook=False)
    document = await asyncio.to_thread(shop.platform.create_order, lines=3)
    ref = str(document["order_id"])
    await shop.fault("get_order", "status", value=500, times=None)
    message = Message(NAME, "bell", json.dumps({"order_id": ref, "status": "RECEIVED"}).encode(), ref=ref)
    await keep(shop, message)
    shop.doorman.wake()
    await shop.known(ref)
    await shop.stop()
    shop.move(hours=-2)
    await asyncio.to_thread(shop.platform.clear_faults)
    shop.build()
    await shop.start(courier=False, webhook=False)
    await shop.nothing_waits()

"""A polled event becomes an order, and is acknowledged only then; nothing is lost, held back or doubled."""

import asyncio
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from picker_app.domain.cart import Kind
from picker_app.domain.said import Status
from picker_app.picking.rows import Tab, Word
from picker_app.platforms.port import Unreadable
from picker_app.store.database import Connection, NotSaved
from picker_app.store.deliveries import State
from picker_app.store.schema import incoming
from picker_app.training.ifood_pos.platform import TrainingIfood
from tests.outbox.status_shop import NAME, StatusShop, never, soon
from tests.outbox.waiting import until


async def rows(shop: StatusShop, ref: str) -> list[Any]:
    query = select(incoming).where(incoming.c.ref == ref, incoming.c.kind == "event").order_by(incoming.c.id)

    def read(connection: Connection) -> list[Any]:
        return list(connection.execute(query))

    return await shop.database.ask(read)


async def is_gone(shop: StatusShop, ref: str) -> None:
    """Wait until no event of an order is held any more."""
    await soon(lambda: ref not in shop.held())


async def test_an_order_is_read_stored_acknowledged_and_told_to_be_here(shop: StatusShop) -> None:
    order_id = await shop.new_order()
    ref = await shop.ref(order_id)
    await is_gone(shop, ref)
    await shop.comes_to(order_id, Kind.INTEGRATE, State.CONFIRMED)
    await shop.is_said(order_id, "INTEGRATED")
    routes = shop.routes()
    assert routes[0] == "order", "it is read first"
    assert set(routes[1:]) == {"ack", "integration"}, "it is told and acknowledged only when it is stored"
    assert routes.count("order") == 1 and shop.told(ref) == ["integration"]
    (row, integrated) = await rows(shop, ref)
    assert (row.status, row.meaning, row.ack, row.order_id) == ("PLACED", "RECEIVED", "done", order_id)
    assert json.loads(row.body)["correlationId"] == ref and integrated.status == "INTEGRATED"
    view = await shop.view(order_id)
    assert (view.row.tab, view.row.word) == (Tab.TO_PICK, Word.NEW)


async def test_acknowledgments_carry_ids_of_events_all_of_a_batch_at_once(closed_shop: StatusShop) -> None:
    shop = closed_shop
    refs = [await shop.place() for _ in range(4)]
    ids = [event["id"] for event in shop.platform.state()["held"]]
    await shop.start(courier=False)
    await soon(lambda: not shop.held())
    first = shop.platform.state()["acknowledgments"][0]
    assert sorted(first["ids"]) == sorted(ids) and not set(first["ids"]) & set(refs)


async def test_a_shop_without_news_is_in_contact(shop: StatusShop) -> None:
    await shop.polls_pass(2)
    beat = shop.poller.state()[NAME]
    assert (beat.code, beat.silent_since) == ("", None) and beat.last_success is not None
    assert shop.codes() == []


@pytest.mark.expected_log("events cannot be asked for|no contact")
@pytest.mark.parametrize("status", [429, 500])
async def test_an_error_to_a_poll_is_no_order_and_no_silence(shop: StatusShop, status: int) -> None:
    await shop.polls_pass(1)
    await shop.fault("poll", "status", value=status, retry_after="nonsense")
    await soon(lambda: shop.poller.state()[NAME].code != "" or not shop.platform.state()["faults"])
    await shop.polls_pass(1)
    assert shop.board.rows(Tab.TO_PICK) == ()


async def test_an_order_that_the_platform_has_not_yet_comes_later_and_delays_no_other(shop: StatusShop) -> None:
    await shop.fault("order", "not_yet", times=4)
    late = await shop.place()
    other = await shop.new_order()
    assert await shop.known(late) != other
    await is_gone(shop, late)
    await soon(lambda: shop.codes() == [])  # it was told while it waited, and is done


@pytest.mark.expected_log("cannot be read")
async def test_an_order_that_never_comes_is_told_and_not_acknowledged_until_a_person_asks(shop: StatusShop) -> None:
    await shop.fault("order", "not_yet", times=6)
    ref = await shop.place()
    row = await shop.incident("order_not_there")
    assert ref in row.details and ref in shop.held()
    reads = len(shop.requests("order"))
    await shop.polls_pass(2)
    assert len(shop.requests("order")) == reads == 6, "it is not read again by itself"
    await shop.poller.poll_now()
    await shop.known(ref)
    await is_gone(shop, ref)
    await soon(lambda: shop.codes() == [])


@pytest.mark.expected_log("cannot be read")
async def test_an_incident_that_a_person_dismisses_is_acknowledged(shop: StatusShop) -> None:
    await shop.fault("order", "status", value=403, times=99)
    ref = await shop.place()
    row = await shop.incident("order_forbidden")
    reads = len(shop.requests("order"))
    await shop.poller.poll_now()
    await shop.polls_pass(2)
    assert len(shop.requests("order")) == reads == 1, "a new request will not succeed"
    assert ref in shop.held()
    assert await shop.poller.dismiss(int(row.key.removeprefix("in-")))
    await is_gone(shop, ref)
    await soon(lambda: shop.codes() == [])
    assert not await shop.poller.dismiss(999)


async def test_an_order_that_is_still_tried_is_not_lost_when_its_incident_is_seen_to(shop: StatusShop) -> None:
    await shop.fault("order", "status", value=500, times=10**6)
    ref = await shop.place()
    assert await shop.dismiss((await shop.incident("order_waits")).key)
    await soon(lambda: shop.codes() == [])
    reads = len(shop.requests("order"))
    await soon(lambda: len(shop.requests("order")) > reads + 2)
    assert shop.codes() == [] and ref in shop.held(), "it goes on being tried, and nobody is told twice"
    await asyncio.to_thread(shop.platform.clear_faults)
    await shop.known(ref)
    await is_gone(shop, ref)


@pytest.mark.expected_log("cannot be read")
async def test_an_order_that_cannot_be_understood_is_kept_raw_and_read_again_later(shop: StatusShop) -> None:
    await shop.fault("order", "missing_field")
    ref = await shop.place()
    await shop.incident("order_unreadable")
    assert ref in shop.held()
    await shop.known(ref)
    await is_gone(shop, ref)
    query = select(incoming.c.body).where(incoming.c.kind == "unreadable", incoming.c.ref == ref)
    bodies = await shop.database.ask(lambda c: list(c.scalars(query)))
    assert len(bodies) == 1 and json.loads(bodies[0])["reference"] == ref


async def test_an_order_of_a_foreign_shop_is_left_alone(shop: StatusShop, platform: TrainingIfood) -> None:
    await asyncio.to_thread(platform.change_settings, merchant_ids=("255001", "137086", "10487"))
    ref = await shop.place(merchant="10487")
    row = await shop.incident("foreign_store")
    await shop.advance(ref, "CONFIRMED")
    assert await until(lambda: two_events(shop, ref))
    await shop.polls_pass(2)
    assert shop.requests("order") and len(shop.requests("order")) == 1, "it is read once only"
    assert shop.routes(without=("poll", "token", "order")) == [], "nothing was acknowledged, nothing told"
    assert await shop.poller.dismiss(int(row.key.removeprefix("in-")))
    await shop.advance(ref, "DISPATCHED")
    await shop.polls_pass(3)
    assert ref in shop.held() and len(shop.requests("order")) == 1 and shop.codes() == []


async def two_events(shop: StatusShop, ref: str) -> bool:
    return len(await rows(shop, ref)) == 2


async def test_a_known_event_in_the_middle_of_a_list_stops_none_of_the_others(shop: StatusShop) -> None:
    known = await shop.new_order()
    ref = await shop.ref(known)
    await shop.is_said(known, "INTEGRATED")
    await is_gone(shop, ref)
    old = json.loads((await rows(shop, ref))[0].body)
    first = await shop.place(code=None)
    last = await shop.place(code=None)
    at = old["createdAt"]
    before = shop.acknowledged().count(old["id"])
    for event in (
        {"id": "a", "code": "PLACED", "correlationId": first, "createdAt": at},
        old,
        {"id": "b", "code": "PLACED", "correlationId": last, "createdAt": at},
    ):
        await asyncio.to_thread(shop.platform.add_event, event)
    assert await shop.known(first) and await shop.known(last)
    await soon(lambda: shop.acknowledged().count(old["id"]) > before and not shop.held())
    assert len(await rows(shop, ref)) == 2, "the same event is kept once"


async def test_an_event_without_an_id_is_worked_on_and_left(shop: StatusShop) -> None:
    ref = await shop.place(code=None)
    await asyncio.to_thread(
        shop.platform.add_event, {"code": "PLACED", "correlationId": ref, "createdAt": "2025-06-03T15:00:00Z"}
    )
    await shop.known(ref)
    await shop.polls_pass(2)
    events = await rows(shop, ref)
    assert shop.acknowledged() in ([], [event.ack_id for event in events if event.ack_id])
    assert events[0].ack_id is None


async def test_two_events_of_the_same_moment_are_both_kept(shop: StatusShop) -> None:
    refs = [await shop.place(code=None) for _ in range(2)]
    for number, ref in enumerate(refs):
        event = {"id": f"same {number}", "code": "PLACED", "correlationId": ref, "createdAt": "2025-06-03T15:00:00Z"}
        await asyncio.to_thread(shop.platform.add_event, event)
    assert len({await shop.known(ref) for ref in refs}) == 2


async def test_unknown_words_are_kept_told_once_and_acknowledged(shop: StatusShop) -> None:
    for order_id in [await shop.new_order(), await shop.new_order()]:
        ref = await shop.ref(order_id)
        await shop.is_said(order_id, "INTEGRATED")
        await shop.advance(ref, "ASSIGN_DRIVER")
        await is_gone(shop, ref)
        assert (await shop.order(order_id)).said.status is Status.INTEGRATED
    row = await shop.incident("unknown_event")
    assert row.details == "ASSIGN_DRIVER"


async def test_an_event_of_no_order_is_acknowledged_and_changes_nothing(shop: StatusShop) -> None:
    event = {"id": "other", "code": "CATALOG_CHANGED", "createdAt": "2025-06-03T15:00:00Z"}
    await asyncio.to_thread(shop.platform.add_event, event)
    await soon(lambda: "other" in shop.acknowledged())
    assert shop.requests("order") == []


async def test_an_order_first_heard_of_when_it_is_cancelled_is_no_work(shop: StatusShop) -> None:
    order_id = await shop.known(await shop.place(code="CANCELLED"))
    view = await shop.view(order_id)
    assert (view.row.tab, view.row.word, view.row.status) == (Tab.DONE, Word.NOT_OURS, Status.CANCELLED)
    assert view.banner is not None and view.banner.code == "cancelled_before"
    await soon(lambda: not shop.held())
    await shop.polls_pass(1)
    assert shop.routes() == ["order", "ack"], "nothing is confirmed, nothing told"


async def test_an_order_first_heard_of_when_it_is_confirmed_is_work(shop: StatusShop) -> None:
    order_id = await shop.known(await shop.place(code="CONFIRMED"))
    view = await shop.view(order_id)
    assert (view.row.tab, view.row.status, view.row.confirm_by) == (Tab.TO_PICK, Status.CONFIRMED, None)
    await soon(lambda: not shop.held())
    assert "integration" not in shop.routes()


async def test_a_confirmation_after_the_dispatch_changes_nothing(shop: StatusShop) -> None:
    order_id = await shop.new_order()
    ref = await shop.ref(order_id)
    await shop.is_said(order_id, "INTEGRATED")
    await shop.advance(ref, "DISPATCHED")
    await shop.is_said(order_id, "DISPATCHED")
    await shop.advance(ref, "CONFIRMED", id="late")
    await soon(lambda: "late" in shop.acknowledged())
    assert (await shop.order(order_id)).said.status is Status.DISPATCHED
    assert (await shop.view(order_id)).row.word is Word.ELSEWHERE


async def test_a_cancellation_during_picking_stops_the_order_and_keeps_what_was_picked(shop: StatusShop) -> None:
    order_id = await shop.new_order()
    await shop.take_all(order_id)
    await shop.advance(await shop.ref(order_id), "CANCELLED")
    view = await shop.view(order_id, lambda view: view.row.status is Status.CANCELLED)
    assert view.row.word is Word.PUT_BACK and view.lines[0].amount > 0
    assert (await shop.desk.finish(order_id)).code == "cancelled"


async def test_every_fault_of_a_list_of_events_is_survived(shop: StatusShop) -> None:
    for kind in ("duplicate", "shuffle", "stale", "extra_fields", "unknown_code"):
        await shop.fault("poll", kind)
        await shop.new_order()
        await soon(lambda: not shop.held())
    assert len(shop.board.rows(Tab.TO_PICK)) == 5


async def test_a_refused_acknowledgment_is_said_one_by_one_and_the_bad_id_never_again(
    closed_shop: StatusShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = closed_shop
    for number in range(3):
        ref = await shop.place(code=None)
        event = {"id": f"id {number}", "code": "PLACED", "correlationId": ref, "createdAt": "2025-06-03T15:00:00Z"}
        await asyncio.to_thread(shop.platform.add_event, event)
    said: list[list[str]] = []
    acknowledge = shop.client.acknowledge

    async def picky(ids: list[str]) -> None:
        said.append(list(ids))
        if "id 1" in ids:
            await shop.fault("ack", "status", value=400)
        await acknowledge(ids)

    monkeypatch.setattr(shop.client, "acknowledge", picky)
    await shop.start(courier=False)
    row = await shop.incident("acknowledgment_refused")
    assert "id 1" in row.details
    await shop.polls_pass(2)
    assert said[0] == ["id 0", "id 1", "id 2"] and ["id 0"] in said and ["id 2"] in said
    assert [ids for ids in said[1:] if "id 1" in ids] == [["id 1"]]


@pytest.mark.expected_log("cannot be acknowledged")
async def test_an_acknowledgment_that_failed_is_said_again(shop: StatusShop) -> None:
    await shop.fault("ack", "drop_before", times=2)
    order_id = await shop.new_order()
    await is_gone(shop, await shop.ref(order_id))
    assert len(shop.requests("ack")) >= 3


@pytest.mark.expected_log("cannot be asked for|no contact")
async def test_a_poll_that_cannot_be_read_is_kept_once_and_asked_again(shop: StatusShop) -> None:
    await shop.fault("poll", "garbage", value="html", times=3)
    await shop.incident("poll_unreadable")
    await shop.new_order()


async def test_one_unreadable_event_holds_back_none(closed_shop: StatusShop, monkeypatch: pytest.MonkeyPatch) -> None:
    shop = closed_shop
    poll = shop.client.poll

    async def with_one_more() -> Any:
        return (Unreadable("entry 0: id is missing", raw=b"{}"), *await poll())

    monkeypatch.setattr(shop.client, "poll", with_one_more)
    await shop.start(courier=False)
    await shop.new_order()
    row = await shop.incident("event_unreadable")
    await shop.polls_pass(2)
    assert row.details == "entry 0: id is missing" and shop.codes() == ["event_unreadable"]


# Stops and faults of this program.


async def test_a_stop_between_the_commit_and_the_acknowledgment_loses_and_doubles_nothing(
    closed_shop: StatusShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = closed_shop
    killed = asyncio.Event()

    async def never_sent(ids: list[str]) -> None:
        killed.set()
        await asyncio.Event().wait()

    with monkeypatch.context() as patched:
        patched.setattr(shop.client, "acknowledge", never_sent)
        await shop.start()
        order_id = await shop.new_order()
        await killed.wait()
        await shop.stop()
    ref = await shop.ref(order_id)
    assert ref in shop.held()
    shop.build()
    await shop.start()
    await is_gone(shop, ref)
    await shop.comes_to(order_id, Kind.INTEGRATE, State.CONFIRMED)
    assert len(shop.board.rows(Tab.TO_PICK)) == 1 and shop.told(ref) == ["integration"]
    assert len([route for route in shop.routes() if route == "order"]) == 1


@pytest.mark.expected_log("events wait|database could not commit")
async def test_nothing_is_acknowledged_while_nothing_can_be_committed(
    closed_shop: StatusShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = closed_shop
    run = shop.database.run
    full = True

    async def failing(work: Any) -> Any:
        if full:
            raise NotSaved("The disk is full")
        return await run(work)

    monkeypatch.setattr(shop.database, "run", failing)
    ref = await shop.place()
    await shop.start(courier=False)
    await soon(lambda: len(shop.requests("poll")) >= 5)
    assert shop.acknowledged() == [] and ref in shop.held()
    full = False
    await shop.known(ref)
    await is_gone(shop, ref)


@pytest.mark.expected_log("events wait|database could not commit")
async def test_polls_are_on_time_while_the_database_is_locked(closed_shop: StatusShop, tmp_path: Path) -> None:
    shop = closed_shop
    shop.seconds = 0.2
    shop.build()
    await shop.start(courier=False)
    await shop.polls_pass(1)
    other = sqlite3.connect(tmp_path / "shop.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    begun = len(shop.requests("poll"))
    ref = await shop.place()
    await soon(lambda: len(shop.requests("poll")) >= begun + 5)
    assert ref in shop.held() and shop.requests("order") == []
    other.execute("ROLLBACK")
    other.close()
    await shop.known(ref)


@pytest.mark.expected_log("could not be applied")
async def test_events_of_an_order_that_cannot_be_applied_hold_back_no_other(
    closed_shop: StatusShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = closed_shop
    bad = await shop.place()
    read = shop.client.read

    async def odd(ref: str, priority: Any) -> Any:
        heard = await read(ref, priority)
        if ref == bad:
            object.__setattr__(heard.said, "lines", (None,))
        return heard

    monkeypatch.setattr(shop.client, "read", odd)
    await shop.start(courier=False)
    await shop.new_order()
    row = await shop.incident("not_applied")
    assert bad in row.details and bad in shop.held()


@pytest.mark.expected_log("cannot be asked for|no contact")
async def test_a_fault_in_the_wire_is_told_and_polled_over(
    closed_shop: StatusShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = closed_shop
    poll, first = shop.client.poll, True

    async def odd() -> Any:
        nonlocal first
        if first:
            first = False
            raise Unreadable("nothing is kept of it")
        return await poll()

    monkeypatch.setattr(shop.client, "poll", odd)
    await shop.start(courier=False)
    await shop.new_order()


async def test_a_quiet_shop_owes_nothing(shop: StatusShop) -> None:
    async def said() -> bool:
        return shop.routes() != []

    await never(said, 0.3)

"""What the platform refused or never proved is told with its words, and a person has a way on from each of it."""

import asyncio
from functools import partial

import pytest

from picker_app.domain.cart import Kind
from picker_app.domain.order import Stage
from picker_app.picking.rows import OrderView, Tab, Word
from picker_app.store.deliveries import State
from tests.outbox.status_shop import StatusShop, soon


async def rings(shop: StatusShop) -> tuple[int, str]:
    """Return a new order that was told to be here, with its reference."""
    order_id = await shop.new_order()
    await shop.comes_to(order_id, Kind.INTEGRATE, State.CONFIRMED)
    return order_id, await shop.ref(order_id)


async def refused(shop: StatusShop, status: int = 400) -> tuple[int, str]:
    """Return an order whose confirmation was refused."""
    order_id, ref = await rings(shop)
    await shop.fault("confirmation", "status", value=status)
    assert (await shop.desk.confirm(order_id)).good
    await shop.view(order_id, told("confirmation_refused"))
    return order_id, ref


def told(code: str) -> "partial[bool]":
    """Return the question whether an order's banner has a code, "" for no banner."""
    return partial(_has_banner, code)


def _has_banner(code: str, view: OrderView) -> bool:
    return (view.banner.code if view.banner else "") == code


async def seen_to(shop: StatusShop, code: str) -> bool:
    """Take the one incident of a code as seen to, as Ctrl+Del does."""
    return await shop.dismiss((await shop.incident(code)).key)


# A confirmation that was refused.


@pytest.mark.parametrize("status", [400, 403, 408])
async def test_an_order_that_is_finished_unconfirmed_comes_back_with_the_platforms_words(
    shop: StatusShop, status: int
) -> None:
    order_id, ref = await rings(shop)
    await shop.fault("confirmation", "status", value=status)
    await shop.finish(order_id)
    view = await shop.view(order_id, told("confirmation_refused"))
    assert (view.row.tab, view.workable, view.row.confirming) == (Tab.PICKING, True, "refused")
    assert view.banner is not None and dict(view.banner.values)["words"]
    assert {Kind.CONFIRM, Kind.DISPATCH, Kind.REJECT} <= set(view.acts)
    assert shop.requests("dispatch") == [], "nothing is handed over that is not confirmed"
    assert (await shop.desk.finish(order_id)).good
    await shop.comes_to(order_id, Kind.DISPATCH, State.CONFIRMED)
    assert shop.told(ref) == ["integration", "confirmation", "dispatch"]
    await soon(lambda: shop.codes() == [])


async def test_a_refused_confirmation_is_told_together_with_its_words(shop: StatusShop) -> None:
    seen: list[tuple[str, bool]] = []

    def look(ids: frozenset[int]) -> None:
        for order_id in ids - {0}:
            view = shop.board.order(order_id)
            if view is not None:
                seen.append((view.row.confirming, view.banner is not None))

    shop.board.subscribe(look)
    await refused(shop)
    assert ("refused", True) in seen and ("refused", False) not in seen


async def test_a_refused_confirmation_that_is_said_anew_is_no_trouble_any_more(shop: StatusShop) -> None:
    order_id, ref = await refused(shop)
    assert (await shop.desk.confirm(order_id)).code == "confirmed_here"
    await shop.comes_to(order_id, Kind.CONFIRM, State.CONFIRMED)
    await shop.view(order_id, told(""))
    await soon(lambda: shop.codes() == [])
    await shop.finish(order_id)
    await shop.comes_to(order_id, Kind.DISPATCH, State.CONFIRMED)
    assert shop.told(ref) == ["integration", "confirmation", "dispatch"]


async def test_a_refused_confirmation_that_an_event_proves_after_all_is_no_trouble_any_more(shop: StatusShop) -> None:
    order_id, ref = await refused(shop)
    await shop.advance(ref, "CONFIRMED")
    view = await shop.view(order_id, told(""))
    assert Kind.CONFIRM not in view.acts
    await soon(lambda: shop.codes() == [])


async def test_an_order_whose_confirmation_was_refused_can_be_rejected(shop: StatusShop) -> None:
    order_id, ref = await refused(shop)
    assert (await shop.desk.reject(order_id, "sem arroz")).good
    await shop.comes_to(order_id, Kind.REJECT, State.ACCEPTED)
    await shop.view(order_id, told("with_platform"))
    await soon(lambda: shop.codes() == [])
    assert shop.told(ref) == ["integration", "rejection"]


@pytest.mark.parametrize("in_the_order", [True, False])
async def test_a_refused_confirmation_that_was_dealt_with_otherwise_is_not_said_again(
    shop: StatusShop, in_the_order: bool
) -> None:
    order_id, ref = await refused(shop)
    if in_the_order:
        assert not await shop.courier.decide(order_id, again=True), "the desk says it anew"
        assert await shop.courier.decide(order_id, again=False)
    else:
        assert await seen_to(shop, "confirmation_refused")
    view = await shop.view(order_id, told(""))
    assert Kind.CONFIRM not in view.acts and view.row.confirming == "accepted"
    await soon(lambda: shop.codes() == [])
    await asyncio.to_thread(partial(shop.platform.change_settings, strict=False))
    await shop.finish(order_id)
    await shop.comes_to(order_id, Kind.DISPATCH, State.CONFIRMED)
    assert shop.told(ref) == ["integration", "dispatch"]


async def test_an_order_that_is_finished_already_can_still_be_confirmed(shop: StatusShop) -> None:
    order_id, ref = await rings(shop)
    await shop.stop()
    shop.build()
    await shop.start(courier=False)
    await shop.finish(order_id)
    assert (await shop.desk.confirm(order_id)).good
    assert (await shop.order(order_id)).stage is Stage.FINISHED
    await shop.courier.start()
    await shop.comes_to(order_id, Kind.DISPATCH, State.CONFIRMED)
    assert shop.told(ref) == ["integration", "confirmation", "dispatch"]
    assert (await shop.desk.confirm(order_id)).code == "finished"


# What was probably done.


async def probably_dispatched(shop: StatusShop) -> tuple[int, str]:
    """Return a finished order whose dispatch was lost, said again and refused."""
    order_id, ref = await rings(shop)
    await shop.fault("dispatch", "drop_before")
    await shop.fault("dispatch", "status", value=409)
    await shop.finish(order_id)
    view = await shop.view(order_id, told("check_portal"))
    assert (view.row.tab, view.row.word) == (Tab.WAITING, Word.ASK)
    return order_id, ref


async def test_what_was_probably_done_can_be_said_again(shop: StatusShop) -> None:
    order_id, ref = await probably_dispatched(shop)
    assert await shop.courier.decide(order_id, again=True)
    await shop.comes_to(order_id, Kind.DISPATCH, State.CONFIRMED)
    assert shop.told(ref) == ["integration", "confirmation", "dispatch"]


@pytest.mark.parametrize("in_the_order", [True, False])
async def test_what_was_probably_done_can_be_left(shop: StatusShop, in_the_order: bool) -> None:
    order_id, ref = await probably_dispatched(shop)
    if in_the_order:
        assert await shop.courier.decide(order_id, again=False)
    else:
        assert await seen_to(shop, "check_portal")
    view = await shop.view(order_id, told(""))
    assert view.row.word is Word.SENT, "it waits for its event, and nobody is asked"
    await soon(lambda: shop.codes() == [])
    await shop.advance(ref, "DISPATCHED")
    await shop.view(order_id, lambda view: view.row.word is Word.DISPATCHED)


async def test_a_rejection_need_not_wait_until_a_person_decides_what_was_said_before(shop: StatusShop) -> None:
    order_id, ref = await rings(shop)
    await shop.fault("confirmation", "drop_before", times=6)
    await shop.desk.confirm(order_id)
    await shop.view(order_id, told("ask_status"))
    await shop.desk.reject(order_id, "sem arroz")
    await shop.comes_to(order_id, Kind.REJECT, State.ACCEPTED)
    await soon(lambda: shop.codes() == [])
    assert shop.told(ref) == ["integration", "rejection"]


async def test_of_an_order_on_its_way_a_person_decides_whether_it_is_said_to_be_delivered(shop: StatusShop) -> None:
    order_id, _ = await rings(shop)
    await shop.finish(order_id)
    await shop.comes_to(order_id, Kind.DISPATCH, State.CONFIRMED)
    await shop.fault("delivery", "drop_before", times=6)
    assert (await shop.desk.deliver(order_id)).good
    await shop.view(order_id, told("ask_status"))
    assert await shop.courier.decide(order_id, again=True)
    await shop.comes_to(order_id, Kind.DELIVER, State.CONFIRMED)
    await shop.view(order_id, told(""))


# Incidents of messages that are seen to.


async def test_a_rejection_without_proof_is_seen_to(shop: StatusShop) -> None:
    order_id, _ = await rings(shop)
    await shop.fault("rejection", "drop_before", times=2)
    await shop.desk.reject(order_id, "sem arroz")
    assert await seen_to(shop, "not_proven")
    await soon(lambda: shop.codes() == [])
    await shop.view(order_id, told("with_platform"))


async def test_a_refused_integration_is_seen_to(shop: StatusShop) -> None:
    await shop.fault("integration", "status", value=400)
    await shop.new_order()
    assert await seen_to(shop, "integration_refused")
    await soon(lambda: shop.codes() == [])


async def test_what_a_person_must_decide_is_not_seen_to(shop: StatusShop) -> None:
    order_id, _ = await rings(shop)
    await shop.fault("confirmation", "drop_before", times=6)
    await shop.desk.confirm(order_id)
    assert not await seen_to(shop, "ask_status")
    await shop.view(order_id, told("ask_status"))
    assert not await shop.dismiss("out-999999")


async def test_an_unknown_word_that_was_seen_to_is_not_told_again(shop: StatusShop) -> None:
    order_id, ref = await rings(shop)
    await shop.advance(ref, "ASSIGN_DRIVER", id="first")
    assert await seen_to(shop, "unknown_event")
    await shop.advance(ref, "ASSIGN_DRIVER", id="second")
    await soon(lambda: "second" in shop.acknowledged())
    await shop.polls_pass(1)
    await soon(lambda: shop.codes() == [])
    assert (await shop.order(order_id)).said.status.value == "INTEGRATED"

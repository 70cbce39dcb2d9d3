"""What the shop tells of an order arrives once, in its order, and is proven by an event, whatever the line does."""

import asyncio
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from picker_app.domain.cart import Kind
from picker_app.domain.order import Stage
from picker_app.picking.rows import Tab, Word
from picker_app.store.deliveries import State
from tests.outbox.status_shop import NAME, StatusShop, soon
from tests.outbox.waiting import until


async def rings(shop: StatusShop) -> tuple[int, str]:
    """Return a new order that was told to be here, with its reference."""
    order_id = await shop.new_order()
    await shop.comes_to(order_id, Kind.INTEGRATE, State.CONFIRMED)
    return order_id, await shop.ref(order_id)


async def test_a_whole_order_is_told_step_by_step(shop: StatusShop) -> None:
    order_id, ref = await rings(shop)
    await shop.finish(order_id)
    await shop.comes_to(order_id, Kind.DISPATCH, State.CONFIRMED)
    assert shop.told(ref) == ["integration", "confirmation", "dispatch"]
    view = await shop.view(order_id, lambda view: view.row.tab is Tab.DONE)
    assert view.row.word is Word.DISPATCHED and view.acts == (Kind.DELIVER,)
    assert (await shop.desk.deliver(order_id)).code == "delivered_here"
    await shop.comes_to(order_id, Kind.DELIVER, State.CONFIRMED)
    assert shop.told(ref)[3:] == ["delivery"]
    assert shop.requests("confirmation")[0]["body"] == shop.requests("dispatch")[0]["body"] == ""
    assert (await shop.desk.deliver(order_id)).code == "not_now"


async def test_an_order_that_the_customer_fetches_is_told_as_delivered(shop: StatusShop) -> None:
    order_id = await shop.new_order(type="TOGO")
    await shop.finish(order_id)
    await shop.comes_to(order_id, Kind.DELIVER, State.CONFIRMED)
    assert shop.told(await shop.ref(order_id)) == ["integration", "confirmation", "delivery"]


async def test_looking_at_an_order_tells_nothing_and_the_first_pick_confirms_it(shop: StatusShop) -> None:
    order_id, ref = await rings(shop)
    view = await shop.view(order_id)
    assert view.row.confirm_by is not None and view.row.confirm_from is not None
    assert view.row.confirm_by - view.row.confirm_from == timedelta(minutes=15)
    await shop.polls_pass(2)
    assert shop.told(ref) == ["integration"]
    assert (await shop.desk.pick(order_id, view.lines[0].key)).good
    await shop.comes_to(order_id, Kind.CONFIRM, State.CONFIRMED)
    assert (await shop.view(order_id, lambda view: view.row.confirm_by is None)).row.confirming == ""
    assert (await shop.desk.not_found(order_id, view.lines[-1].key)).good
    assert shop.told(ref) == ["integration", "confirmation"]


async def test_not_found_as_the_first_act_confirms_nothing(shop: StatusShop) -> None:
    order_id, _ = await rings(shop)
    view = await shop.view(order_id)
    assert (await shop.desk.not_found(order_id, view.lines[0].key)).good
    assert await shop.jobs(order_id, Kind.CONFIRM) == []


async def test_accepting_confirms_once(shop: StatusShop) -> None:
    order_id, ref = await rings(shop)
    assert (await shop.desk.confirm(order_id)).code == "confirmed_here"
    await shop.is_said(order_id, "CONFIRMED")
    assert (await shop.desk.confirm(order_id)).code == "already_confirmed"
    await shop.take_all(order_id)
    assert shop.told(ref) == ["integration", "confirmation"]


async def test_a_shop_may_confirm_by_itself(closed_shop: StatusShop) -> None:
    shop = closed_shop
    shop.auto_confirm = True
    shop.build()
    await shop.start()
    order_id = await shop.new_order()
    await shop.comes_to(order_id, Kind.CONFIRM, State.CONFIRMED)
    assert shop.told(await shop.ref(order_id)) == ["integration", "confirmation"]


async def test_a_rejection_hands_over_and_does_not_cancel(shop: StatusShop) -> None:
    order_id, ref = await rings(shop)
    assert (await shop.desk.reject(order_id, "sem arroz")).code == "rejected_here"
    await shop.comes_to(order_id, Kind.REJECT, State.ACCEPTED)
    assert shop.body("rejection") == {"details": "sem arroz"}
    view = await shop.view(order_id, lambda view: view.row.word is Word.WITH_PLATFORM)
    assert (view.row.tab, view.row.confirm_by, view.acts) == (Tab.WAITING, None, ())
    assert view.banner is not None and view.banner.code == "with_platform"
    assert view.row.status.value == "INTEGRATED" and shop.told(ref) == ["integration", "rejection"]
    assert (await shop.desk.pick(order_id, view.lines[0].key)).code == "with_platform"


async def test_the_desk_of_the_platform_may_give_an_order_back(shop: StatusShop) -> None:
    order_id, ref = await rings(shop)
    await shop.desk.reject(order_id, "sem arroz")
    await shop.comes_to(order_id, Kind.REJECT, State.ACCEPTED)
    await shop.advance(ref, "CONFIRMED")
    view = await shop.view(order_id, lambda view: view.row.returned)
    assert (view.row.tab, view.workable) == (Tab.PICKING, True)
    assert view.banner is not None and view.banner.code == "returned"
    await shop.finish(order_id)
    await shop.comes_to(order_id, Kind.DISPATCH, State.CONFIRMED)
    assert shop.told(ref) == ["integration", "rejection", "dispatch"]


async def test_an_order_that_was_confirmed_before_it_was_rejected_stays_with_the_platform(shop: StatusShop) -> None:
    order_id, ref = await rings(shop)
    await shop.desk.confirm(order_id)
    await shop.is_said(order_id, "CONFIRMED")
    await shop.desk.reject(order_id, "sem arroz")
    await shop.comes_to(order_id, Kind.REJECT, State.ACCEPTED)
    await shop.advance(ref, "CONFIRMED", id="early", created_at="2020-01-01T00:00:00Z")
    await soon(lambda: "early" in shop.acknowledged())
    assert (await shop.order(order_id)).stage is Stage.REJECTED
    await shop.advance(ref, "CONFIRMED", id="late")
    await shop.view(order_id, lambda view: view.row.returned)


async def test_an_order_that_is_rejected_right_after_its_own_confirmation_stays_with_the_platform(
    shop: StatusShop,
) -> None:
    order_id, ref = await rings(shop)
    await shop.restart(poller=False)
    assert (await shop.desk.confirm(order_id)).good
    await shop.comes_to(order_id, Kind.CONFIRM, State.ACCEPTED)
    assert (await shop.desk.reject(order_id, "sem arroz")).good
    await shop.comes_to(order_id, Kind.REJECT, State.ACCEPTED)
    await shop.restart()
    await shop.is_said(order_id, "CONFIRMED")
    assert (await shop.order(order_id)).stage is Stage.REJECTED
    await shop.advance(ref, "CONFIRMED")
    await shop.view(order_id, lambda view: view.row.returned)


@pytest.mark.parametrize("minutes", [50, -50])
async def test_the_desk_may_give_an_order_back_after_our_clock_was_set(shop: StatusShop, minutes: int) -> None:
    order_id, ref = await rings(shop)
    await shop.desk.reject(order_id, "sem arroz")
    await shop.comes_to(order_id, Kind.REJECT, State.ACCEPTED)
    shop.ahead = timedelta(minutes=minutes)
    await shop.polls_pass(1)
    await shop.advance(ref, "CONFIRMED")
    await shop.view(order_id, lambda view: view.row.returned)


@pytest.mark.parametrize("minutes", [50, -50])
async def test_a_confirmation_from_before_the_rejection_gives_nothing_back_when_our_clock_was_set(
    shop: StatusShop, minutes: int
) -> None:
    order_id, ref = await rings(shop)
    before = (datetime.now(UTC) - timedelta(minutes=5)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    await shop.desk.reject(order_id, "sem arroz")
    await shop.comes_to(order_id, Kind.REJECT, State.ACCEPTED)
    shop.ahead = timedelta(minutes=minutes)
    await shop.polls_pass(1)
    await shop.advance(ref, "CONFIRMED", id="early", created_at=before)
    await soon(lambda: "early" in shop.acknowledged())
    assert (await shop.order(order_id)).stage is Stage.REJECTED
    await shop.advance(ref, "CONFIRMED", id="late")
    await shop.view(order_id, lambda view: view.row.returned)


async def test_a_cancellation_closes_an_order_that_was_handed_over(shop: StatusShop) -> None:
    order_id, ref = await rings(shop)
    await shop.desk.reject(order_id, "sem arroz")
    await shop.comes_to(order_id, Kind.REJECT, State.ACCEPTED)
    await shop.advance(ref, "CANCELLED")
    view = await shop.view(order_id, lambda view: view.row.tab is Tab.DONE)
    assert view.row.word is Word.CANCELLED and view.banner is not None and view.banner.code == "cancelled"


async def test_a_rejection_takes_back_what_was_not_sent_and_can_be_undone_while_it_is_not(
    closed_shop: StatusShop,
) -> None:
    shop = closed_shop
    await shop.start(courier=False)
    order_id = await shop.new_order()
    await shop.desk.confirm(order_id)
    await shop.desk.reject(order_id, "sem arroz")
    assert [job.kind for job in await shop.jobs(order_id)] == [Kind.INTEGRATE, Kind.REJECT]
    assert (await shop.desk.undo(order_id)).code == "undone"
    assert [job.kind for job in await shop.jobs(order_id)] == [Kind.INTEGRATE]
    await shop.finish(order_id)
    assert [job.kind for job in await shop.jobs(order_id)] == [Kind.INTEGRATE, Kind.CONFIRM, Kind.DISPATCH]
    assert (await shop.desk.undo(order_id)).good
    assert [job.kind for job in await shop.jobs(order_id)] == [Kind.INTEGRATE, Kind.CONFIRM]
    await shop.desk.finish(order_id)
    await shop.courier.start()
    await shop.comes_to(order_id, Kind.DISPATCH, State.CONFIRMED)
    assert shop.told(await shop.ref(order_id)) == ["integration", "confirmation", "dispatch"]
    assert (await shop.desk.undo(order_id)).code == "finished"


# Lost answers.


async def test_a_lost_answer_after_the_act_is_cleared_by_the_event_and_nothing_is_said_twice(shop: StatusShop) -> None:
    order_id, ref = await rings(shop)
    await shop.fault("confirmation", "drop_after")
    await shop.desk.confirm(order_id)
    await shop.comes_to(order_id, Kind.CONFIRM, State.CONFIRMED)
    await shop.polls_pass(3)
    assert shop.told(ref) == ["integration", "confirmation"]
    assert len(shop.requests("confirmation")) == 1


async def test_an_error_of_the_platform_may_have_come_after_the_act(shop: StatusShop) -> None:
    order_id, ref = await rings(shop)
    await shop.fault("dispatch", "status", value=500, acted=True)
    await shop.finish(order_id)
    await shop.comes_to(order_id, Kind.DISPATCH, State.CONFIRMED)
    assert shop.told(ref) == ["integration", "confirmation", "dispatch"] and len(shop.requests("dispatch")) == 1


async def test_a_lost_answer_before_the_act_is_said_again_after_two_polls(shop: StatusShop) -> None:
    order_id, ref = await rings(shop)
    await shop.fault("confirmation", "drop_before")
    await shop.desk.confirm(order_id)
    job = await shop.comes_to(order_id, Kind.CONFIRM, State.CONFIRMED)
    assert job.delivery.sends == 2 and shop.told(ref) == ["integration", "confirmation"]
    first, second = shop.requests("confirmation")
    between = [entry for entry in shop.requests("poll") if first["time"] < entry["time"] < second["time"]]
    assert len(between) >= 2


async def test_a_lost_answer_is_said_again_after_two_polls_also_when_our_clock_was_set_back(shop: StatusShop) -> None:
    order_id, ref = await rings(shop)
    await shop.restart(poller=False)
    await shop.fault("confirmation", "drop_before")
    await shop.desk.confirm(order_id)
    await shop.comes_to(order_id, Kind.CONFIRM, State.UNCERTAIN)
    shop.ahead = timedelta(hours=-1)
    await shop.restart()
    await shop.comes_to(order_id, Kind.CONFIRM, State.CONFIRMED)
    assert shop.told(ref) == ["integration", "confirmation"]


async def test_a_lost_confirmation_with_little_time_left_is_said_again_without_waiting_for_polls(
    closed_shop: StatusShop,
) -> None:
    shop = closed_shop
    shop.confirm_minutes = 2
    shop.seconds = 30
    shop.build()
    ref = await shop.place(type="DELIVERY")
    await shop.start()
    order_id = await shop.known(ref)
    await shop.fault("confirmation", "drop_before")
    await shop.desk.confirm(order_id)
    await soon(lambda: shop.told(ref) == ["integration", "confirmation"])


@pytest.mark.parametrize("status", [400, 409])
async def test_a_repeat_that_is_refused_was_probably_done_and_a_later_event_clears_it(
    closed_shop: StatusShop, status: int
) -> None:
    shop = closed_shop
    await shop.start()
    order_id, ref = await rings(shop)
    await shop.fault("confirmation", "drop_before")
    await shop.fault("confirmation", "status", value=status)
    await shop.desk.confirm(order_id)

    async def noted() -> bool:
        return (await shop.jobs(order_id, Kind.CONFIRM))[-1].delivery.note == "check_portal"

    await until(noted)
    await shop.incident("check_portal")
    await shop.polls_pass(3)
    assert len(shop.requests("confirmation")) == 2, "no third try"
    await shop.advance(ref, "CONFIRMED")
    await shop.comes_to(order_id, Kind.CONFIRM, State.CONFIRMED)
    await soon(lambda: shop.codes() == [])


async def test_after_five_repeats_the_person_decides(shop: StatusShop) -> None:
    order_id, ref = await rings(shop)
    await shop.fault("confirmation", "drop_before", times=6)
    await shop.desk.confirm(order_id)
    view = await shop.view(order_id, lambda view: view.banner is not None and view.banner.code == "ask_status")
    assert view.row.confirming == "uncertain" and len(shop.requests("confirmation")) == 6
    await shop.polls_pass(2)
    assert len(shop.requests("confirmation")) == 6
    assert await shop.courier.decide(order_id, again=True)
    await shop.comes_to(order_id, Kind.CONFIRM, State.CONFIRMED)
    assert shop.told(ref) == ["integration", "confirmation"]
    assert not await shop.courier.decide(order_id, again=True)


async def test_a_message_may_be_left_as_it_is(shop: StatusShop) -> None:
    order_id, ref = await rings(shop)
    await shop.fault("confirmation", "drop_before", times=6)
    await shop.finish(order_id)
    await shop.view(order_id, lambda view: view.banner is not None and view.banner.code == "ask_status")
    assert shop.told(ref) == ["integration"], "the dispatch waits for the confirmation"
    assert await shop.courier.decide(order_id, again=False)
    await soon(lambda: len(shop.requests("dispatch")) >= 1)


async def test_a_lost_rejection_is_said_twice_and_then_left_unproven(shop: StatusShop) -> None:
    order_id, ref = await rings(shop)
    await shop.fault("rejection", "drop_before", times=2)
    await shop.desk.reject(order_id, "sem arroz")
    await shop.incident("not_proven")
    await shop.polls_pass(3)
    bodies = [entry["body"] for entry in shop.requests("rejection")]
    assert len(bodies) == 2 and bodies[0] == bodies[1]
    view = await shop.view(order_id)
    assert view.row.word is Word.WITH_PLATFORM and shop.told(ref) == ["integration"]


@pytest.mark.expected_log(
    "slow down|out of service|cannot be reached|did not answer|asked for|cannot be acknowledged|no contact"
)
@pytest.mark.parametrize("value", [429, 503])
async def test_what_the_platform_puts_off_is_sent_once_later(shop: StatusShop, value: int) -> None:
    order_id, ref = await rings(shop)
    await shop.fault("confirmation", "status", value=value, retry_after="missing")
    await shop.desk.confirm(order_id)
    await shop.comes_to(order_id, Kind.CONFIRM, State.CONFIRMED)
    assert shop.told(ref) == ["integration", "confirmation"]


async def test_a_refused_confirmation_is_told_with_the_words_and_may_be_asked_for_anew(shop: StatusShop) -> None:
    order_id, ref = await rings(shop)
    await shop.fault("confirmation", "status", value=400)
    await shop.desk.confirm(order_id)
    await shop.incident("confirmation_refused")
    view = await shop.view(order_id, lambda view: view.banner is not None)
    assert view.banner is not None and view.banner.code == "confirmation_refused" and Kind.CONFIRM in view.acts
    assert (await shop.desk.confirm(order_id)).good
    await shop.comes_to(order_id, Kind.CONFIRM, State.CONFIRMED)
    assert shop.told(ref) == ["integration", "confirmation"]


async def test_a_refused_dispatch_brings_the_order_back_to_the_desk(shop: StatusShop) -> None:
    order_id, _ = await rings(shop)
    await shop.fault("dispatch", "status", value=400)
    await shop.finish(order_id)
    view = await shop.view(order_id, lambda view: view.row.word is Word.REFUSED and view.row.tab is Tab.PICKING)
    assert view.banner is not None and view.banner.code == "refused"
    assert (await shop.desk.finish(order_id)).good
    await shop.comes_to(order_id, Kind.DISPATCH, State.CONFIRMED)


async def test_a_refused_integration_is_told_and_stops_nothing(shop: StatusShop) -> None:
    await asyncio.to_thread(partial(shop.platform.change_settings, strict=False))
    await shop.fault("integration", "status", value=400)
    order_id = await shop.new_order()
    await shop.incident("integration_refused")
    await shop.finish(order_id)
    await shop.comes_to(order_id, Kind.DISPATCH, State.CONFIRMED)


async def test_a_confirmation_asked_for_anew_says_a_refused_integration_again_before_it(shop: StatusShop) -> None:
    await shop.fault("integration", "status", value=400)
    order_id = await shop.new_order()
    ref = await shop.ref(order_id)
    await shop.incident("integration_refused")
    await shop.desk.confirm(order_id)
    await shop.incident("confirmation_refused")
    assert shop.told(ref) == []
    await shop.view(order_id, lambda view: view.banner is not None and Kind.CONFIRM in view.acts)
    assert (await shop.desk.confirm(order_id)).good
    await shop.comes_to(order_id, Kind.CONFIRM, State.CONFIRMED)
    assert shop.told(ref) == ["integration", "confirmation"]
    assert (len(shop.requests("integration")), len(shop.requests("confirmation"))) == (2, 2)


async def test_a_confirmation_said_again_by_a_person_says_a_refused_integration_again_before_it(
    shop: StatusShop,
) -> None:
    await shop.fault("integration", "status", value=400)
    order_id = await shop.new_order()
    await shop.incident("integration_refused")
    await shop.fault("confirmation", "drop_before")
    await shop.desk.confirm(order_id)
    await shop.incident("check_portal")
    assert await shop.courier.decide(order_id, again=True)
    await shop.comes_to(order_id, Kind.CONFIRM, State.CONFIRMED)
    assert shop.told(await shop.ref(order_id)) == ["integration", "confirmation"]


async def probably_confirmed(shop: StatusShop) -> tuple[int, str]:
    """Return an order whose confirmation was lost, said again and refused, with its reference."""
    order_id, ref = await rings(shop)
    await shop.fault("confirmation", "drop_before")
    await shop.desk.confirm(order_id)
    await shop.fault("confirmation", "status", value=409)
    await shop.incident("check_portal")
    return order_id, ref


async def test_nobody_is_asked_about_the_confirmation_of_an_order_that_was_handed_back(shop: StatusShop) -> None:
    order_id, ref = await probably_confirmed(shop)
    await shop.desk.reject(order_id, "sem arroz")
    await until(lambda: ended(shop, order_id))
    assert shop.told(ref) == ["integration", "rejection"]
    await soon(lambda: "check_portal" not in [row.code for row in shop.board.incidents()])


async def ended(shop: StatusShop, order_id: int) -> bool:
    """Say whether nothing is left to be done for an order."""
    return not any(job.open for job in await shop.jobs(order_id))


async def test_what_was_accepted_and_never_came_true_is_said_again(shop: StatusShop) -> None:
    order_id, ref = await probably_confirmed(shop)
    await shop.fault("dispatch", "garbage", value="empty", acted=False)  # 200 without a word, and nothing done
    await shop.finish(order_id)
    await shop.comes_to(order_id, Kind.DISPATCH, State.ACCEPTED)
    assert await shop.courier.decide(order_id, again=True)
    await shop.comes_to(order_id, Kind.CONFIRM, State.CONFIRMED)
    await shop.polls_pass(3)
    assert shop.told(ref) == ["integration", "confirmation"]
    shop.ahead += timedelta(minutes=11)
    await shop.polls_pass(1)
    await shop.comes_to(order_id, Kind.DISPATCH, State.CONFIRMED)
    assert shop.told(ref) == ["integration", "confirmation", "dispatch"]


@pytest.mark.expected_log("cannot be reached|no contact")
async def test_a_slow_platform_that_did_what_it_then_refuses_is_not_taken_at_its_word(shop: StatusShop) -> None:
    order_id, ref = await rings(shop)
    await shop.desk.confirm(order_id)
    await shop.comes_to(order_id, Kind.CONFIRM, State.CONFIRMED)
    await shop.fault("dispatch", "status", value=503, retry_after="missing")
    await shop.fault("dispatch", "status", value=409)
    await shop.finish(order_id)
    await shop.incident("check_portal")
    assert (await shop.view(order_id)).row.tab is Tab.WAITING, "nobody is offered to reject what may be on its way"
    assert shop.told(ref) == ["integration", "confirmation"]


async def test_a_stop_in_the_middle_of_a_send_ends_in_one_confirmation(
    closed_shop: StatusShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = closed_shop
    await shop.start()
    order_id, ref = await rings(shop)
    send = shop.client.send
    reached = asyncio.Event()

    async def cut_off(*args: Any) -> Any:
        await send(*args)
        reached.set()
        await asyncio.Event().wait()

    with monkeypatch.context() as patched:
        patched.setattr(shop.client, "send", cut_off)
        await shop.poller.close()
        await shop.desk.confirm(order_id)
        await reached.wait()
        await shop.stop()
    shop.build()
    await shop.start()
    await shop.comes_to(order_id, Kind.CONFIRM, State.CONFIRMED)
    assert shop.told(ref) == ["integration", "confirmation"]


async def test_what_was_owed_while_there_was_no_messenger_leaves_in_its_order(closed_shop: StatusShop) -> None:
    shop = closed_shop
    await shop.start(courier=False)
    order_id = await shop.new_order()
    await shop.finish(order_id)
    assert (await shop.view(order_id, lambda view: view.row.word is Word.SAVED)).row.pending == 2
    await shop.courier.start()
    await shop.comes_to(order_id, Kind.DISPATCH, State.CONFIRMED)
    assert shop.told(await shop.ref(order_id)) == ["integration", "confirmation", "dispatch"]
    assert (await shop.courier.state())[NAME].waiting == 0


async def test_an_unsure_message_is_polled_for_at_once(closed_shop: StatusShop) -> None:
    shop = closed_shop
    await shop.start()
    order_id, _ = await rings(shop)
    await shop.stop()
    shop.seconds = 30
    shop.build()
    await shop.start()
    await soon(lambda: shop.poller.state()[NAME].last_success is not None)
    polls = len(shop.requests("poll"))
    await shop.fault("confirmation", "drop_after")
    await shop.desk.confirm(order_id)
    await shop.comes_to(order_id, Kind.CONFIRM, State.CONFIRMED)
    assert len(shop.requests("poll")) == polls + 1

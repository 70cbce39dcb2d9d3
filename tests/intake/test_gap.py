"""Checks what follows a damaged database: the gap is told and closed, and nothing is sent twice with other words."""

from collections.abc import AsyncIterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from picker_app.domain.cart import Kind
from picker_app.domain.order import Stage
from picker_app.domain.said import Status
from picker_app.intake.gap import Gap, Pauses, Sending
from picker_app.intake.reconcile import Intervals, Reconcile
from picker_app.store import copies, views
from picker_app.store.deliveries import State
from picker_app.store.safety import Loss, Safety
from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.outbox.shop import NAME, Shop
from tests.outbox.waiting import until
from tests.store.damage import overwrite

damaged = pytest.mark.expected_log("the database is damaged|was opened|was begun")
APART = 0.2


class Restart:
    """The next run of a shop's program, after its database was damaged while it was closed."""

    def __init__(self, folder: Path, platform: TrainingPlatform, *, ahead: timedelta, apart: float = APART) -> None:
        self.shop = Shop(folder, platform, ahead=ahead)
        shop = self.shop
        self.safety = Safety(shop.database, now=shop.now)
        self.losses: tuple[Loss, ...] = ()
        self.settled: list[Loss] = []
        self.reconcile = Reconcile(
            shop.database,
            shop.changes,
            {NAME: shop.client},
            shop.doorman,
            intervals=Intervals(retries=(0.02,)),
            now=shop.now,
        )
        self._pauses = Pauses(apart=apart, retry=0.02)

    async def start(self) -> None:
        """Start the parts in the order of the program."""
        shop = self.shop
        self.losses = self.safety.open()
        await shop.start(courier=False)
        self.gap = Gap(
            self.losses,
            shop.database,
            shop.changes,
            {NAME: shop.client},
            shop.doorman,
            Sending(shop.courier.hold, shop.courier.take_back, shop.courier.release),
            checked=self.reconcile.state,
            settled=self._settle,
            zone=ZoneInfo("Europe/Vienna"),
            pauses=self._pauses,
            now=shop.now,
        )
        await self.gap.start()
        await shop.courier.start()
        await self.reconcile.start()

    async def close(self) -> None:
        await self.reconcile.close()
        if self.losses:
            await self.gap.close()
        await self.shop.close()

    async def is_closed(self) -> None:
        """Wait until the gap is closed."""

        async def closed() -> bool:
            return len(self.settled) == len(self.losses)

        await until(closed)

    def _settle(self, loss: Loss) -> None:
        self.safety.settled(loss)
        self.settled.append(loss)


@pytest.fixture
async def runs(tmp_path: Path, platform: TrainingPlatform) -> AsyncIterator[list[Restart]]:
    """The later runs of a test; they are closed at its end."""
    made: list[Restart] = []
    yield made
    for run in made:
        await run.close()


@pytest.fixture
async def first(no_task_left: None, tmp_path: Path, platform: TrainingPlatform) -> AsyncIterator[Shop]:
    """The run before the damage; its messenger does not work yet."""
    shop = Shop(tmp_path, platform)
    shop.database.open()
    await shop.start(courier=False)
    yield shop
    await shop.close()


def copy(shop: Shop) -> None:
    copies.make(shop.folder / "shop.sqlite", shop.now(), reserve=0)


async def after_damage(shop: Shop, runs: list[Restart], *, apart: float = APART, minutes: int = 7) -> Restart:
    """Close the shop, damage its database, and prepare the next run, some minutes later."""
    await shop.close()
    overwrite(shop.folder / "shop.sqlite")
    return again(shop, runs, apart=apart, minutes=minutes)


def again(shop: Shop, runs: list[Restart], *, apart: float = APART, minutes: int = 7) -> Restart:
    ahead = shop.ahead + timedelta(minutes=minutes)
    runs.append(Restart(shop.folder, shop.platform, ahead=ahead, apart=apart))
    return runs[-1]


async def lines(shop: Shop, order: int) -> list[str]:
    return [line.key for line in (await shop.order(order)).lines]


@damaged
async def test_the_person_is_told_from_when_to_when_and_where_the_damaged_file_is(
    first: Shop, runs: list[Restart]
) -> None:
    copy(first)
    later = await after_damage(first, runs)
    await later.start()
    found = await later.shop.database.ask(lambda c: views.incidents(c, later.shop.now() - timedelta(hours=1)))
    (loss,) = later.losses
    assert loss.since is not None
    zone = ZoneInfo("Europe/Vienna")
    times = f"{loss.since.astimezone(zone):%Y-%m-%d %H:%M} – {loss.found.astimezone(zone):%Y-%m-%d %H:%M}"
    assert [(one.code, one.details) for one in found] == [("database_restored", f"{times} · {loss.aside}")]
    assert loss.found - loss.since > timedelta(minutes=6)
    await later.is_closed()
    await later.close()
    once_more = again(first, runs)
    await once_more.start()
    assert once_more.losses == () and await once_more.shop.incidents() == ["database_restored"]


@damaged
async def test_an_order_that_came_in_the_gap_comes_back_from_the_list_and_is_workable(
    first: Shop, runs: list[Restart]
) -> None:
    copy(first)
    ref = await first.ref(await first.new_order())
    later = await after_damage(first, runs)
    await later.start()
    order = await later.shop.known(ref)
    await later.shop.finish(order)
    await later.shop.comes_to(order, State.CONFIRMED)
    assert len(later.shop.puts()) == 1


@damaged
async def test_an_order_finished_and_sent_in_the_gap_is_not_sent_again(first: Shop, runs: list[Restart]) -> None:
    order = await first.new_order()
    copy(first)
    await first.courier.start()
    await first.finish(order)
    await first.comes_to(order, State.CONFIRMED)
    later = await after_damage(first, runs)
    await later.start()
    await later.is_closed()
    kept = await later.shop.kept(order)
    assert (kept.said.status, kept.ended_by) == (Status.READY_FOR_PICKUP, "finished_elsewhere")
    assert len(later.shop.puts()) == 1


@damaged
async def test_what_the_copy_still_owed_and_was_sent_in_the_gap_is_not_sent_again(
    first: Shop, runs: list[Restart]
) -> None:
    order = await first.new_order()
    await first.finish(order)
    copy(first)
    await first.courier.start()
    await first.comes_to(order, State.CONFIRMED)
    later = await after_damage(first, runs)
    await later.start()
    await later.is_closed()
    assert (await later.shop.kept(order)).said.status is Status.READY_FOR_PICKUP
    assert len(later.shop.puts()) == 1


@damaged
async def test_what_the_copy_owed_and_the_person_took_back_in_the_gap_is_never_sent(
    first: Shop, runs: list[Restart]
) -> None:
    order = await first.new_order()
    await first.finish(order)
    copy(first)
    # In the gap: taken back, finished with one line less, and sent, but nobody knows whether it arrived.
    assert (await first.desk.undo(order)).good
    assert (await first.desk.not_found(order, (await lines(first, order))[1])).good
    assert (await first.desk.finish(order)).good
    await first.fault("put_order", "drop_before")
    await first.fault("get_order", "status", value=500, times=None)
    await first.courier.start()
    await first.comes_to(order, State.UNCERTAIN)
    later = await after_damage(first, runs)
    first.platform.clear_faults()
    await later.start()
    shop = later.shop
    assert (await shop.order(order)).stage is Stage.PICKING, "the person decides anew what is sent"
    assert await shop.state(order) is State.DROPPED
    await later.is_closed()
    assert len(shop.puts()) == 1, "nothing was sent by itself"
    assert (await shop.desk.set_amount(order, (await lines(shop, order))[0], Decimal(1))).good
    assert (await shop.desk.finish(order)).good
    await shop.comes_to(order, State.CONFIRMED)
    assert await shop.cart(order) == [("200007", Decimal(1)), ("200014", Decimal(1))]
    assert len(shop.puts()) == 2


@damaged
@pytest.mark.expected_log("the list of orders cannot be read")
async def test_what_the_person_does_before_the_gap_is_closed_waits_for_what_the_platform_says(
    first: Shop, runs: list[Restart]
) -> None:
    sent, open_still = await first.new_order(), await first.new_order()
    copy(first)
    await first.courier.start()
    await first.finish(sent)
    await first.comes_to(sent, State.CONFIRMED)
    later = await after_damage(first, runs)
    shop = later.shop
    await first.fault("list", "status", value=500, times=None)
    await first.fault("get_order", "status", value=500, times=2)
    await later.start()
    for order in (sent, open_still):
        key = (await lines(shop, order))[0]
        assert (await shop.desk.not_found(order, key)).good
        assert (await shop.desk.pick(order, (await lines(shop, order))[1])).good
        assert (await shop.desk.finish(order)).good
    before = len(shop.calls())
    first.platform.clear_faults()
    shop.move(seconds=1)
    await shop.comes_to(open_still, State.CONFIRMED)
    assert (await shop.comes_to(sent, State.DROPPED)).delivery.details == "finished_elsewhere"
    assert len(shop.puts()) == 2, "one of each order"
    since = shop.calls()[before:]
    assert since[: since.index("PUT")].count("GET") >= 2, "it was read twice before"


@damaged
async def test_two_readings_lie_apart_before_anything_is_sent(first: Shop, runs: list[Restart]) -> None:
    order = await first.new_order()
    copy(first)
    later = await after_damage(first, runs, apart=3600)
    await later.start()
    await later.shop.finish(order)

    async def read_once() -> bool:
        return later.shop.calls().count("GET") == 1

    await until(read_once)
    for _ in range(5):
        later.shop.move(seconds=11)
        assert await later.reconcile.check_now()
    assert later.shop.puts() == [] and later.settled == []


@damaged
@pytest.mark.expected_log("the list of orders cannot be read")
async def test_nothing_is_sent_while_the_list_of_the_platform_cannot_be_read(first: Shop, runs: list[Restart]) -> None:
    order = await first.new_order()
    copy(first)
    later = await after_damage(first, runs, apart=0)
    shop = later.shop
    await first.fault("list", "status", value=500, times=None)
    await later.start()
    await shop.finish(order)

    async def tried_often() -> bool:
        shop.move(seconds=1)
        return len(shop.requests("list")) > 12

    await until(tried_often)
    assert shop.calls() == [] and not (await shop.jobs(order))[0].delivery.sends
    first.platform.clear_faults()
    await shop.comes_to(order, State.CONFIRMED)


@damaged
async def test_a_gap_that_was_not_closed_is_closed_by_the_next_run_which_keeps_what_was_done_since(
    first: Shop, runs: list[Restart]
) -> None:
    order = await first.new_order()
    copy(first)
    stopped = await after_damage(first, runs, apart=3600)
    await stopped.start()
    stopped.shop.move(minutes=1)
    await stopped.shop.finish(order)
    await stopped.close()
    later = again(stopped.shop, runs)
    await later.start()
    assert later.losses == stopped.losses
    assert await later.shop.incidents() == ["database_restored"], "told once"
    await later.shop.comes_to(order, State.CONFIRMED)
    await later.is_closed()
    assert len(later.shop.puts()) == 1


@damaged
async def test_without_a_copy_the_list_is_read_as_far_back_as_it_goes(first: Shop, runs: list[Restart]) -> None:
    ref = await first.ref(await first.new_order())
    later = await after_damage(first, runs)
    await later.start()
    shop = later.shop
    order = await shop.known(ref)
    assert await shop.incidents() == ["database_lost"]
    start = shop.now() - timedelta(days=59)
    assert f"{start:%Y-%m-%dT%H}" in shop.requests("list")[0]["query"]
    await shop.finish(order)
    await shop.comes_to(order, State.CONFIRMED)
    assert (await shop.jobs(order, Kind.FULFIL))[0].delivery.sends == 1


async def test_a_start_without_a_loss_holds_nothing(first: Shop, runs: list[Restart]) -> None:
    order = await first.new_order()
    await first.close()
    later = again(first, runs, apart=3600)
    await later.start()
    await later.shop.finish(order)
    await later.shop.comes_to(order, State.CONFIRMED)
    assert later.losses == () and await later.shop.incidents() == []

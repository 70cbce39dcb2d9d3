"""The platform is asked on time: never sooner than agreed, at once after a gap, and its silence is said once."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from picker_app.changes import Changes
from picker_app.domain.cart import Command
from picker_app.intake.climbing import Terms
from picker_app.intake.poller import Heartbeat, Intervals, PolledAccount, Poller
from picker_app.platforms.port import (
    Accepted,
    Capabilities,
    CatalogProduct,
    Envelope,
    Heard,
    Limited,
    LockedOut,
    Missing,
    PlatformError,
    PolledEvent,
    Priority,
    Refused,
    Unanswered,
    Uncertain,
    Unreachable,
    Unreadable,
)
from picker_app.proof import virtual_time
from picker_app.proof.one_thread import OneThread
from picker_app.store.database import Connection
from tests.begun import begun

NOON = datetime(2025, 6, 3, 12, 0, tzinfo=UTC)
NAME = "ifood"
Answer = tuple[PolledEvent | Unreadable, ...] | PlatformError


class Line:
    """A platform that answers polls as it is told, and notes when each came by the running clock."""

    account = title = NAME
    capabilities = Capabilities(carts=False, polled=True)
    server_clock = timedelta(0)
    ahead: timedelta | None = None

    def __init__(self) -> None:
        self.at: list[float] = []
        self.answers: list[Answer] = []
        self.usual: Answer = ()
        self.takes = 0.0
        self.under_way = self.most = 0

    async def poll(self) -> tuple[PolledEvent | Unreadable, ...]:
        loop = asyncio.get_running_loop()
        self.at.append(loop.time())
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        done = asyncio.Event()
        loop.call_later(self.takes, done.set)
        await done.wait()
        self.under_way -= 1
        answer = self.answers.pop(0) if self.answers else self.usual
        if isinstance(answer, PlatformError):
            raise answer
        return answer

    async def acknowledge(self, ids: Sequence[str]) -> None:
        raise AssertionError(ids)

    async def read(self, ref: str, priority: Priority) -> Heard:
        raise AssertionError(ref)

    async def send(self, command: Command, body: bytes, priority: Priority) -> Accepted:
        raise AssertionError(command)

    def compose(self, command: Command) -> bytes:
        raise AssertionError(command)

    def envelope(self, body: bytes) -> Envelope:
        raise AssertionError(body)

    def decode(self, body: bytes) -> Heard:
        raise AssertionError(body)

    async def _nothing(self) -> AsyncIterator[Any]:
        pages: tuple[Any, ...] = ()
        for page in pages:
            yield page

    def list_orders(self, since: datetime, until: datetime) -> AsyncIterator[tuple[Heard | Unreadable, ...]]:
        return self._nothing()

    def catalog(self) -> AsyncIterator[tuple[CatalogProduct, ...]]:
        return self._nothing()

    async def sign_in(self) -> None:
        return

    async def close(self) -> None:
        return


class Shop:
    """A poller in virtual time, over a real database file. `slept` is how far the time of day is ahead by sleeping."""

    def __init__(self, folder: Path, seconds: float) -> None:
        self.line = Line()
        self.slept = 0.0
        self.worked: list[str] = []
        self.database = OneThread(begun(folder / "shop.sqlite"), lambda: 0.01)
        terms = Terms(NAME, auto_confirm=False, confirm_minutes=15, quantities=False, back=self.back)
        self.accounts = {NAME: PolledAccount(self.line, seconds, terms)}
        self.poller = Poller(
            self.database,
            Changes(),
            self.accounts,
            worked=self.worked.append,
            intervals=Intervals(recommended=0),
            now=self.now,
            seconds=lambda: asyncio.get_running_loop().time(),
        )

    def back(self, connection: Connection, order_id: int) -> None:
        raise AssertionError(order_id)

    def now(self) -> datetime:
        return NOON + timedelta(seconds=asyncio.get_running_loop().time() + self.slept)

    @property
    def beat(self) -> Heartbeat:
        return self.poller.state()[NAME]

    @property
    def times(self) -> list[int]:
        """When the polls came, in whole seconds."""
        return [round(at) for at in self.line.at]

    async def at(self, second: float) -> None:
        """Let time pass up to a second."""
        passed = asyncio.Event()
        loop = asyncio.get_running_loop()
        loop.call_at(second, passed.set)
        await passed.wait()


def lived(
    folder: Path, day: Callable[[Shop], Any], seconds: float = 45, line: Callable[[Line], None] | None = None
) -> Shop:
    """Live a day with a poller that asks every so many seconds; `line` prepares the platform."""

    async def live() -> Shop:
        shop = Shop(folder, seconds)
        if line is not None:
            line(shop.line)
        shop.database.open()
        await shop.poller.start()
        await day(shop)
        await shop.poller.close()
        shop.database.close()
        return shop

    return virtual_time.run(live())


def test_a_platform_is_asked_at_the_start_and_then_every_interval_after_its_answer(tmp_path: Path) -> None:
    async def day(shop: Shop) -> None:
        await shop.at(200)
        assert shop.beat.last_success is not None and shop.beat.asked_at is not None

    def slow(line: Line) -> None:
        line.takes = 2

    shop = lived(tmp_path, day, line=slow)
    assert shop.times == [0, 47, 94, 141, 188] and shop.line.most == 1
    assert shop.worked == [NAME] * 5


def test_a_person_who_asks_is_answered_at_once_but_not_within_five_seconds_of_the_last_time(tmp_path: Path) -> None:
    async def day(shop: Shop) -> None:
        await shop.at(2)
        await shop.poller.poll_now()
        await shop.at(20)
        await shop.poller.poll_now()
        await shop.at(21)
        await shop.poller.poll_now()
        await shop.at(69)

    assert lived(tmp_path, day).times == [0, 5, 20, 25]


def test_a_wish_during_a_poll_is_heeded_after_it(tmp_path: Path) -> None:
    async def day(shop: Shop) -> None:
        await shop.at(1)
        shop.poller.wake()
        await shop.at(30)

    def slow(line: Line) -> None:
        line.takes = 3

    assert lived(tmp_path, day, line=slow).times == [0, 8]


def test_a_computer_that_slept_asks_at_once(tmp_path: Path) -> None:
    async def day(shop: Shop) -> None:
        await shop.at(12)
        shop.slept = 3600
        await shop.at(40)

    assert lived(tmp_path, day).times == [0, 15]


def test_a_clock_that_is_set_back_puts_no_poll_off(tmp_path: Path) -> None:
    async def day(shop: Shop) -> None:
        await shop.at(12)
        shop.slept = -86_400
        await shop.at(100)

    assert lived(tmp_path, day).times == [0, 45, 90]


@pytest.mark.expected_log("cannot be asked for|no contact")
@pytest.mark.parametrize(
    ("answers", "times"),
    [
        ([Limited(status=429, retry_after=100)], [0, 100, 145]),
        ([Limited(status=429, retry_after=1)], [0, 45, 90]),
        ([Unreachable(status=503, retry_after=120)], [0, 120, 165]),
        ([Unreachable(status=503)] * 2, [0, 45, 90]),
        ([Uncertain(status=500)], [0, 45, 90]),
        ([Refused(status=400)], [0, 45, 90]),
        ([Unanswered()] * 2, [0, 45, 90]),
        ([Unreachable()] * 7, [0, 2, 6, 14, 30, 62, 107]),
        ([LockedOut(retry_after=300)], [0, 300, 345]),
    ],
    ids=str,
)
def test_after_an_error_the_platform_is_asked_again_when_it_may_be(
    tmp_path: Path, answers: list[Answer], times: list[int]
) -> None:
    async def day(shop: Shop) -> None:
        await shop.at(times[-1] + 1)

    def spoilt(line: Line) -> None:
        line.answers = list(answers)

    assert lived(tmp_path, day, line=spoilt).times == times


@pytest.mark.expected_log("cannot be asked for")
def test_no_wish_shortens_the_rest_that_the_platform_asked_for(tmp_path: Path) -> None:
    async def day(shop: Shop) -> None:
        await shop.at(10)
        await shop.poller.poll_now()
        await shop.at(150)

    def limited(line: Line) -> None:
        line.answers = [Limited(status=429, retry_after=100)]

    assert lived(tmp_path, day, line=limited).times == [0, 100, 145]


@pytest.mark.expected_log("cannot be asked for|no contact")
def test_a_person_who_mended_the_sign_in_need_not_wait(tmp_path: Path) -> None:
    async def day(shop: Shop) -> None:
        await shop.at(60)
        await shop.poller.poll_now()
        await shop.at(100)

    def locked(line: Line) -> None:
        line.answers = [LockedOut(retry_after=900)]

    assert lived(tmp_path, day, line=locked).times == [0, 60]


@pytest.mark.expected_log("cannot be asked for|no contact")
def test_silence_is_said_once_and_its_end_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def day(shop: Shop) -> None:
        await shop.at(46)
        assert (shop.beat.code, shop.beat.silent_since) == ("uncertain", None)
        await shop.at(400)
        assert shop.beat.silent_since == NOON and shop.beat.since is not None
        shop.line.usual = ()
        await shop.at(460)
        assert shop.beat == replace(shop.beat, code="", silent_since=None, since=None)

    def dead(line: Line) -> None:
        line.answers = [()]
        line.usual = Uncertain(status=500)

    caplog.set_level("INFO")
    lived(tmp_path, day, line=dead)
    assert caplog.text.count("no contact since") == 1 and caplog.text.count("contact again") == 1
    assert caplog.text.count("cannot be asked for") == 1 and caplog.text.count("can be asked for again") == 1


@pytest.mark.expected_log("cannot be asked for|no contact")
def test_a_platform_that_is_out_of_service_for_long_is_a_case_for_its_support(tmp_path: Path) -> None:
    async def day(shop: Shop) -> None:
        await shop.at(1700)
        assert not shop.beat.support
        await shop.at(1900)
        assert shop.beat.support

    def out(line: Line) -> None:
        line.usual = Unreachable(status=503)

    lived(tmp_path, day, line=out)


@pytest.mark.expected_log("cannot be asked for")
def test_a_wrong_address_is_shown_and_no_quiet_shop(tmp_path: Path) -> None:
    async def day(shop: Shop) -> None:
        await shop.at(1)
        assert (shop.beat.code, shop.beat.words) == ("missing", "no Route matched")

    def wrong(line: Line) -> None:
        line.usual = Missing("no Route matched", status=404)

    lived(tmp_path, day, line=wrong)


@pytest.mark.expected_log("are recommended")
def test_an_interval_that_the_platform_does_not_like_is_warned_of(tmp_path: Path) -> None:
    async def live() -> None:
        shop = Shop(tmp_path, 1)
        shop.database.open()
        poller = Poller(shop.database, Changes(), shop.accounts, now=shop.now, seconds=asyncio.get_running_loop().time)
        await poller.start()
        await poller.close()
        shop.database.close()

    virtual_time.run(live())


def test_polls_count_only_from_a_time_on_and_when_they_were_worked_on(tmp_path: Path) -> None:
    async def day(shop: Shop) -> None:
        await shop.at(100)
        counts = [shop.poller.polls_since(NAME, NOON + timedelta(seconds=second)) for second in (-1, 0, 45, 90)]
        assert counts == [3, 2, 1, 0]

    lived(tmp_path, day)

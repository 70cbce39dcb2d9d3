"""The one limiter: shares, strict priorities, first come first served, and nothing at all while it is shut."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from picker_app.platforms.pace import Limiter
from picker_app.platforms.port import Priority
from tests.platforms.delivery_hero_shop import VirtualClock, settle


class Queue:
    """Requests at a limiter, and when each left."""

    def __init__(self, limit: int = 50) -> None:
        self.clock = VirtualClock()
        self.limiter = Limiter(limit, self.clock)
        self.left: list[tuple[str, float]] = []
        self.tasks: dict[str, asyncio.Task[None]] = {}

    async def ask(self, priority: Priority, count: int = 1, name: str = "") -> None:
        """Let so many requests of a class line up."""
        for _ in range(count):
            label = f"{name or priority.name}{len(self.tasks)}"
            self.tasks[label] = asyncio.create_task(self._leave(label, priority))
        await settle()

    async def _leave(self, label: str, priority: Priority) -> None:
        await self.limiter.turn(priority)
        self.left.append((label, self.clock.time()))

    def gone(self, name: str = "") -> int:
        return len([label for label, _ in self.left if label.startswith(name)])

    def order(self) -> list[str]:
        return [label for label, _ in self.left]


@asynccontextmanager
async def queue(limit: int = 50) -> AsyncIterator[Queue]:
    """A limiter in virtual time; who still waits at the end goes home."""
    line = Queue(limit)
    yield line
    for task in line.tasks.values():
        task.cancel()
    await asyncio.gather(*line.tasks.values(), return_exceptions=True)
    assert line.clock.alarms == 0, "an alarm was left behind"


@pytest.mark.parametrize(
    ("priority", "share"),
    [(Priority.ACT, 50), (Priority.CHECK, 40), (Priority.READ, 30), (Priority.BACKGROUND, 20)],
)
async def test_a_class_may_use_its_share_of_a_minute(priority: Priority, share: int) -> None:
    async with queue() as line:
        await line.ask(priority, 60)
        assert line.gone() == share
        await line.clock.pass_by(59.9)
        assert line.gone() == share
        await line.clock.pass_by(0.2)
        assert line.gone() == min(60, 2 * share)


async def test_an_act_finds_room_while_catalogue_and_reading_wait() -> None:
    async with queue() as line:
        await line.ask(Priority.BACKGROUND, 40)
        await line.ask(Priority.READ, 40)
        await line.ask(Priority.CHECK, 40)
        assert (line.gone("BACKGROUND"), line.gone("READ"), line.gone("CHECK")) == (20, 10, 10)
        await line.ask(Priority.ACT, 10)
        assert line.gone("ACT") == 10


async def test_the_more_urgent_class_goes_first_and_within_a_class_the_first_come() -> None:
    async with queue(5) as line:
        await line.ask(Priority.ACT, 5, "early")
        await line.ask(Priority.READ, 1, "read")
        await line.ask(Priority.ACT, 1, "first")
        await line.ask(Priority.ACT, 1, "second")
        await line.clock.pass_by(61)
        assert [label.rstrip("0123456789") for label in line.order()[5:]] == ["first", "second", "read"]


async def test_no_sixty_seconds_hold_more_than_the_limit_whatever_comes() -> None:
    async with queue(10) as line:
        for step in range(60):
            await line.ask(Priority(1 + step % 4), 1 + step % 3)
            await line.clock.pass_by(3.7)
        times = [at for _, at in line.left]
        fullest = max(len([other for other in times if at <= other < at + 60]) for at in times)
        assert fullest == 10


async def test_while_shut_nothing_leaves_not_even_an_act() -> None:
    async with queue() as line:
        line.limiter.shut(120)
        await line.ask(Priority.ACT, 1)
        await line.ask(Priority.BACKGROUND, 1)
        await line.clock.pass_by(119.9)
        assert line.gone() == 0
        await line.clock.pass_by(0.2)
        assert line.gone() == 2


async def test_a_shorter_shut_does_not_open_a_longer_one() -> None:
    async with queue() as line:
        line.limiter.shut(120)
        line.limiter.shut(1)
        await line.ask(Priority.ACT)
        await line.clock.pass_by(60)
        assert line.gone() == 0
        line.limiter.shut(120)
        await line.clock.pass_by(119)
        assert line.gone() == 0
        await line.clock.pass_by(2)
        assert line.gone() == 1


async def test_a_waiting_request_that_is_cancelled_leaves_its_place_to_the_next() -> None:
    async with queue(5) as line:
        await line.ask(Priority.ACT, 5, "early")
        await line.ask(Priority.ACT, 2, "late")
        line.tasks["late5"].cancel()
        await line.clock.pass_by(61)
        assert line.order()[5:] == ["late6"]


async def test_a_turn_granted_and_cancelled_together_is_free_again() -> None:
    async with queue(5) as line:
        await line.ask(Priority.ACT, 5, "early")
        waiting = asyncio.create_task(line.limiter.turn(Priority.ACT))
        await settle()
        line.clock.now += 60
        line.limiter.shut(0)  # grants the turn; the task is cancelled before it can go on
        waiting.cancel()
        await settle()
        assert waiting.cancelled()
        await line.ask(Priority.ACT, 5, "next")
        assert line.gone("next") == 5


@pytest.mark.parametrize("limit", [4, 59, 0, -1])
def test_a_limit_outside_5_to_58_is_refused_with_what_is_accepted(limit: int) -> None:
    with pytest.raises(ValueError, match="requests_per_minute must be 5 to 58"):
        Limiter(limit)


async def test_the_limiter_keeps_the_time_of_its_own_loop_by_itself() -> None:
    limiter = Limiter()
    limiter.shut(0.01)
    await asyncio.wait_for(limiter.turn(Priority.ACT), 5)


async def test_the_minute_can_be_a_second() -> None:
    clock = VirtualClock()
    limiter = Limiter(5, clock, fewest=5, most=5, window=1.0)
    left: list[float] = []

    async def leave() -> None:
        await limiter.turn(Priority.ACT)
        left.append(clock.time())

    waiting = [asyncio.create_task(leave()) for _ in range(12)]
    await clock.pass_by(0.9)
    assert len(left) == 5
    await clock.pass_by(1.2)
    await asyncio.gather(*waiting)
    assert left == [1000.0] * 5 + [1001.0] * 5 + [1002.0] * 2

"""Virtual time passes when nothing else can happen, in the right order; what never ends is told."""

import asyncio
import time

import pytest

from picker_app.proof import virtual_time
from picker_app.proof.owners import Owners
from picker_app.proof.virtual_time import Stuck


def test_a_day_passes_at_once_and_alarms_keep_their_order() -> None:
    seen: list[tuple[str, float]] = []

    async def wait(name: str, seconds: float) -> None:
        await asyncio.sleep(seconds)
        seen.append((name, asyncio.get_running_loop().time()))

    async def main() -> None:
        await asyncio.gather(wait("evening", 80_000), wait("noon", 40_000), wait("now", 0))

    began = time.monotonic()
    virtual_time.run(main())
    assert time.monotonic() - began < 1
    assert [name for name, _ in seen] == ["now", "noon", "evening"]
    assert [round(at) for _, at in seen] == [0, 40_000, 80_000]


def test_a_time_out_strikes_at_its_virtual_second() -> None:
    async def main() -> float:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(30):
                await asyncio.Event().wait()
        return asyncio.get_running_loop().time()

    assert virtual_time.run(main()) == pytest.approx(30)


def test_who_waits_for_less_than_the_clock_can_tell_does_not_wait_for_ever() -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        end = loop.time() + 5e-10
        while (left := end - loop.time()) > 0:
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(asyncio.Event().wait(), left)

    virtual_time.run(main())


def test_work_for_threads_is_done_at_once_with_its_error() -> None:
    async def main() -> str:
        with pytest.raises(ZeroDivisionError):
            await asyncio.to_thread(lambda: 1 / 0)
        return await asyncio.to_thread(str.upper, "done")

    assert virtual_time.run(main()) == "DONE"


def test_what_waits_for_ever_is_told() -> None:
    async def main() -> None:
        await asyncio.Event().wait()

    with pytest.raises(Stuck):
        virtual_time.run(main())


def test_an_owner_is_killed_with_all_that_it_began_and_nobody_else() -> None:
    async def begin_more() -> None:
        await asyncio.gather(asyncio.Event().wait(), asyncio.Event().wait())

    async def main() -> None:
        owners = Owners(asyncio.get_running_loop())
        owners.begin("program", begin_more())
        other = owners.begin("people", asyncio.sleep(10))
        await asyncio.sleep(1)
        assert len(owners.tasks("program")) == 3
        await owners.kill("program")
        assert owners.tasks("program") == [] and not other.done()
        await other

    virtual_time.run(main())

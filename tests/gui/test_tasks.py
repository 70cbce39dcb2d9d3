"""Checks that acts are done one after another, their errors told, and that all can be waited for and stopped."""

import asyncio

from picker_app.gui.notices import Notice, Notices
from picker_app.gui.tasks import Tasks
from tests.conftest import ExpectedLog


class Recorder:
    """Remembers what the person was told."""

    def __init__(self, notices: Notices) -> None:
        self.told: list[Notice] = []
        notices.told.connect(self.told.append)


async def test_acts_run_one_after_another_and_later_keys_wait_for_them(qapp: object) -> None:
    tasks = Tasks(Notices())
    done: list[str] = []
    gate = asyncio.Event()

    async def slow() -> None:
        await gate.wait()
        done.append("first")

    async def quick() -> None:
        done.append("second")

    tasks.act("first", slow)
    tasks.act("second", quick)
    tasks.soon(lambda: done.append("key"))
    assert tasks.busy
    gate.set()
    await tasks.idle()
    assert done == ["first", "second", "key"]
    tasks.soon(lambda: done.append("at once"))
    assert done[-1] == "at once"


async def test_an_error_is_told_as_ours_and_logged_and_the_next_act_runs(
    qapp: object, expected_log: ExpectedLog
) -> None:
    expected_log("broken failed")
    notices = Notices()
    recorder = Recorder(notices)
    tasks = Tasks(notices)
    done = []

    async def broken() -> None:
        raise ValueError("a fault")

    async def fine() -> None:
        done.append(1)

    tasks.act("broken", broken)
    tasks.act("fine", fine)
    await tasks.idle()
    assert done == [1]
    assert [notice.headline for notice in recorder.told] == ["That did not work"]
    assert "a fault" not in recorder.told[0].detail


async def test_a_newer_look_up_stops_the_older_one(qapp: object) -> None:
    tasks = Tasks(Notices())
    found: list[str] = []

    async def look(text: str) -> None:
        await asyncio.sleep(0)
        found.append(text)

    tasks.beside("search", lambda: look("o"))
    tasks.beside("search", lambda: look("oat"))
    await tasks.idle()
    assert found == ["oat"]


async def test_closing_lets_the_act_under_way_end_and_drops_the_rest(qapp: object) -> None:
    tasks = Tasks(Notices())
    done: list[str] = []

    async def act(name: str) -> None:
        await asyncio.sleep(0)
        done.append(name)

    async def endless() -> None:
        await asyncio.Event().wait()

    tasks.act("one", lambda: act("one"))
    tasks.act("two", lambda: act("two"))
    tasks.beside("look", endless)
    await asyncio.sleep(0)
    await tasks.close()
    tasks.act("three", lambda: act("three"))
    assert done == ["one"]

"""A program on a leash ends with the one that started it, however that ends, and with all that it started itself."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from picker_app.intake import leash
from tests.outbox.waiting import until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the guard of Windows is another one")

HOLDER = """
import asyncio, sys
from picker_app.intake import leash

async def main():
    program = await leash.start(sys.argv[1:], leash.surroundings({}), lambda line: print(line, flush=True))
    await program.ended()

asyncio.run(main())
"""
FAMILY = 'sh -c "echo child \\$\\$; exec sleep 1000" & echo parent $$; wait'
"""A program that starts another one; both say who they are."""
DEAF = "trap '' TERM; echo deaf $$; while :; do sleep 1000; done"


def alive(pid: int) -> bool:
    """Tell whether a process is there and no mere entry in the table of its dead parent."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


async def gone(*pids: int) -> None:
    async def none() -> bool:
        return not any(alive(pid) for pid in pids)

    await until(none)


async def run(words: str, heard: Callable[[str], None]) -> leash.Leashed:
    """Start a program of the shell on a leash."""
    return await leash.start(["sh", "-c", words], leash.surroundings({}), heard)


async def family(words: str, count: int) -> tuple[leash.Leashed, dict[str, int]]:
    """Start a program that says who it and its children are, a name and a number each."""
    lines: list[str] = []
    program = await run(words, lines.append)

    async def all_there() -> bool:
        return len(lines) == count

    await until(all_there)
    return program, {name: int(pid) for name, pid in (line.split() for line in lines)}


async def test_what_a_program_prints_is_handed_on_line_by_line_until_its_end() -> None:
    words = "echo one; echo two >&2; printf '\\303\\251\\377 three\\r\\n'; printf last; exit 7"
    lines: list[str] = []
    program = await run(words, lines.append)
    assert await program.ended() == 7
    assert lines == ["one", "two", "é� three", "last"]


async def test_a_line_without_end_takes_no_memory_without_end() -> None:
    words = "head -c 5000000 /dev/zero | tr '\\0' x; echo; echo end"
    lines: list[str] = []
    program = await run(words, lines.append)
    assert await program.ended() == 0
    # One reading from a pipe brings more than a line may have when the computer is busy, but not without end.
    assert [len(line) < 1_000_000 for line in lines] == [True, True] and lines[1] == "end"


async def test_a_program_that_is_not_there_ends_at_once_or_is_refused() -> None:
    program = await leash.start(["/nowhere/tunnel"], leash.surroundings({}), lambda line: None)
    assert await program.ended() in (126, 127)


async def test_a_stop_ends_the_program_and_what_it_started() -> None:
    program, pids = await family(FAMILY, 2)
    await program.stop()
    await gone(*pids.values())


async def test_a_program_that_does_not_listen_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leash, "GRACE_SECONDS", 0.1)
    program, pids = await family(DEAF, 1)
    await program.stop()
    await gone(pids["deaf"])


async def test_what_a_program_started_ends_with_it() -> None:
    program, pids = await family(FAMILY, 2)
    os.kill(pids["parent"], signal.SIGKILL)
    assert await program.ended() == 128 + signal.SIGKILL
    await gone(*pids.values())


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM, signal.SIGABRT])
@pytest.mark.parametrize("words", [FAMILY, DEAF], ids=["family", "deaf"])
async def test_nothing_is_left_when_the_holder_is_killed(sign: signal.Signals, words: str) -> None:
    holder = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HOLDER, "sh", "-c", words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert holder.stdout is not None
    lines = [await holder.stdout.readline() for _ in range(2 if words == FAMILY else 1)]
    pids = [int(line.split()[1]) for line in lines]
    assert all(map(alive, pids))
    holder.send_signal(sign)
    await holder.wait()
    await gone(*pids)


async def test_nothing_is_left_when_the_guard_is_killed() -> None:
    program, pids = await family("echo guard $PPID; echo program $$; exec sleep 1000", 2)
    os.kill(pids["guard"], signal.SIGKILL)
    await program.ended()
    await gone(*pids.values())


async def test_the_secrets_of_accounts_are_not_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PICKER_SECRET_SHOP_CLIENT_SECRET", "hidden")
    monkeypatch.setenv("SOMETHING_ELSE", "seen")
    lines: list[str] = []
    program = await leash.start(["env"], leash.surroundings({"TUNNEL_TOKEN": "its own"}), lines.append)
    assert await program.ended() == 0
    assert "SOMETHING_ELSE=seen" in lines and "TUNNEL_TOKEN=its own" in lines
    assert not [line for line in lines if "hidden" in line]

"""The kill loop in short: a real child with real files and sockets, killed at some of its steps."""

import os
import select
import subprocess
import sys

import pytest

from picker_app.proof.kills import Kills

PARENT = """
import multiprocessing, sys
from tests.proof.lonely import linger
if __name__ == "__main__":
    ours, theirs = multiprocessing.Pipe()
    context = multiprocessing.get_context(sys.argv[1])
    child = context.Process(target=linger, args=(theirs,), daemon=True)
    child.start()
    ours.recv()
    print(child.pid, flush=True)
    child.join()
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="only here a process can be killed without a last word")


@pytest.mark.timeout(120)
def test_everything_is_there_after_a_kill() -> None:
    said: list[str] = []
    kills = Kills(every=450, say=said.append, only="orders")
    assert kills.run(), "\n".join(said)
    assert kills.points > 7
    assert said[-1].startswith(f"{kills.points} kill points (each 450th), all invariants hold")


def test_a_play_without_a_kill_comes_to_its_end() -> None:
    play = Kills().play("", 0, new=False)
    assert play.verdict.good and not play.killed
    assert play.statements > 500 and play.requests > 20 and len(play.beeps) > 12


def test_a_child_that_is_killed_is_told_from_one_that_is_not() -> None:
    killed = Kills().play("statement", 400, new=False)
    assert killed.killed and killed.verdict.good
    late = Kills().play("statement", 1_000_000, new=False)
    assert not late.killed and late.verdict.good


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only here the end of any process can be waited for")
@pytest.mark.parametrize("way", ["forkserver", "spawn"])
def test_a_child_ends_with_the_loop_that_started_it(way: str) -> None:
    command = [sys.executable, "-c", PARENT, way]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = os.pidfd_open(int(parent.stdout.readline()))
        try:
            parent.kill()
            assert select.select([child], [], [], 30)[0], "the child lives on alone"
        finally:
            os.close(child)

"""The soak in short: the same quarter of an hour of virtual traffic leaves nothing behind when it comes again."""

import subprocess
import sys

import pytest

from picker_app.proof.soak import FLAT, NONES_COUNTED, Left, Soaked


@pytest.mark.timeout(300)
def test_traffic_leaves_nothing_behind_and_memory_stays_flat() -> None:
    command = [sys.executable, "-m", "picker_app.training", "soak", "--short"]
    told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=290)
    assert told.returncode == 0, told.stdout + told.stderr
    assert "left behind: 0 tasks, 0 alarms, 0 threads, 0 files" in told.stdout
    assert ("references to None +0" in told.stdout) is NONES_COUNTED


def test_each_thing_left_behind_is_seen() -> None:
    assert Soaked(samples=[100, 104]).good
    assert not Soaked(samples=[100, 100 + int(100 * FLAT) + 1]).good
    assert not Soaked(samples=[100], errors=["x"]).good
    for left in (Left(tasks=1), Left(alarms=1), Left(threads=1), Left(files=1), Left(nones=-1), Left(objects=9000)):
        assert not Soaked(samples=[100], left=left).good

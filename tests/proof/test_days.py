"""Short store-days: each seed is a whole day, judged; the same seed is the same day."""

import subprocess
import sys
from pathlib import Path

import pytest

from picker_app.proof import days
from picker_app.proof.day import SHORT, live

SEEDS = range(1, 7)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_lost_and_nothing_doubled_in_a_day(seed: int) -> None:
    day = live(seed)
    assert day.sentences() == []
    assert day.orders == SHORT.orders + SHORT.polled and day.scans and day.faults


@pytest.mark.timeout(120)
def test_the_same_seed_is_the_same_day_in_every_process() -> None:
    here = live(7).history
    code = "from picker_app.proof.day import live; print(live(7).history)"
    command = [sys.executable, "-c", code]
    environment = {"PYTHONHASHSEED": "1", "PYTHONPATH": str(Path(__file__).parents[2])}
    there = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=100)
    assert there.stdout.strip() == here
    assert live(8).history != here


def test_the_figures_of_several_days_are_one_line() -> None:
    said: list[str] = []
    assert days.run(1, first=3, short=True, say=said.append)
    (line,) = said
    assert line.startswith("1 store-days, 14 orders, ") and "0 lost, 0 doubled, 0 otherwise wrong" in line

"""Checks the scan filter on a real X display with real key presses: nothing lost, nothing leaked, typing unchanged."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CODE = "7891000315507"
ROOT = Path(__file__).parents[2]
DEADLINE_SECONDS = 30.0


class Counter:
    """The window on its display, and the hands and the scanner before it."""

    def __init__(self, program: subprocess.Popen[str], environment: dict[str, str]) -> None:
        self._program = program
        self._environment = environment

    def tell(self, line: str) -> dict[str, Any]:
        assert self._program.stdin is not None and self._program.stdout is not None
        self._program.stdin.write(line + "\n")
        self._program.stdin.flush()
        answer: dict[str, Any] = json.loads(self._program.stdout.readline())
        return answer

    def xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._environment, check=True, timeout=30)

    def report_when(self, key: str, value: object) -> dict[str, Any]:
        """The report, once `key` has the value or the deadline has passed."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        while (report := self.tell("report"))[key] != value and time.monotonic() < deadline:
            pass
        return report


@pytest.fixture
def counter(display: str) -> Iterator[Counter]:
    if shutil.which("xdotool") is None:
        pytest.skip("xdotool is not installed: it presses the keys of this test")
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(ROOT / "tests/gui/scanned_window.py")]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as program:
        assert program.stdout is not None
        if not program.stdout.readline():
            pytest.fail("the window did not open on the display")
        shown = Counter(program, environment)
        shown.report_when("active", True)
        yield shown
        assert program.stdin is not None
        program.stdin.close()


def test_forty_scans_with_any_focus_are_forty_and_nothing_leaks(counter: Counter) -> None:
    for n in range(40):
        counter.tell(f"focus {('text', 'quantity', 'button')[n % 3]}")
        counter.xdotool("type", "--args", "1", "--delay", ("0", "2", "12")[n // 3 % 3], CODE, "key", "Return")
    report = counter.report_when("scans", [[CODE, CODE]] * 40)
    assert report["scans"] == [[CODE, CODE]] * 40
    assert (report["leaked"], report["acts"], report["text"], report["quantity"]) == ("", [], "", 0.0)


def test_an_enter_of_a_program_of_its_own_belongs_to_the_scan_before(counter: Counter) -> None:
    counter.tell("focus button")
    for _ in range(5):
        counter.xdotool("type", "--delay", "5", CODE)
        counter.xdotool("key", "Return")
    report = counter.report_when("scans", [[CODE, CODE]] * 5)
    assert (report["scans"], report["leaked"], report["acts"]) == ([[CODE, CODE]] * 5, "", [])


def test_scans_that_fall_into_a_stall_of_the_window_are_whole(counter: Counter) -> None:
    counter.tell("focus quantity")
    for n in range(6):
        counter.tell(f"stall {200 + 60 * n}")
        counter.xdotool("type", "--args", "1", "--delay", "20", CODE, "key", "Return")
    report = counter.report_when("scans", [[CODE, CODE]] * 6)
    assert (report["scans"], report["leaked"], report["quantity"]) == ([[CODE, CODE]] * 6, "", 0.0)


def test_typing_arrives_whole_also_in_a_stall(counter: Counter) -> None:
    counter.tell("focus text")
    counter.tell("stall 500")
    # xdotool waits half of its delay between two keys: these come every 80 ms.
    counter.xdotool("type", "--delay", "160", "0,984 Kg of (Milk)")
    report = counter.report_when("text", "0,984 Kg of (Milk)")
    assert (report["text"], report["scans"]) == ("0,984 Kg of (Milk)", [])

"""Checks that the gate of coverage names what the tests did not run."""

from typing import Any

from tests.house import coverage_gate

WHOLE: dict[str, Any] = {"missing_lines": [], "missing_branches": []}


def test_a_file_covered_whole_passes() -> None:
    assert coverage_gate.gaps(["a.py"], {"files": {"a.py": WHOLE}}) == []


def test_what_was_not_run_is_named() -> None:
    report = {"files": {"a.py": {"missing_lines": [3, 4], "missing_branches": [[7, 9], [8, -1]]}}}
    assert coverage_gate.gaps(["a.py", "b.py"], report) == [
        "a.py: lines never run: 3, 4",
        "a.py: branches never taken: 7→9, 8→exit",
        "b.py: not imported by any test",
    ]

"""Fails when a line or a branch of the code that decides was not run by the tests.

Run by make after pytest, on the report of coverage. What decides is listed in pyproject.toml, as what is measured; a
file of these that no test even imported counts as not covered.
"""

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
REPORT = ROOT / "build" / "coverage" / "coverage.json"


def gaps(files: list[str], report: dict[str, Any]) -> list[str]:
    """Say for each file what the tests did not run; nothing when all was."""
    found = []
    for file in files:
        measured = report["files"].get(file)
        if measured is None:
            found.append(f"{file}: not imported by any test")
            continue
        if measured["missing_lines"]:
            found.append(f"{file}: lines never run: {', '.join(map(str, measured['missing_lines']))}")
        if measured["missing_branches"]:
            ways = ", ".join(f"{start}→{'exit' if end < 0 else end}" for start, end in measured["missing_branches"])
            found.append(f"{file}: branches never taken: {ways}")
    return found


def decisive_files(root: Path) -> list[str]:
    """List the files that must be covered whole, as written in the report; empty ones are left out."""
    measured = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["coverage"]["run"]["include"]
    return sorted(
        file.relative_to(root).as_posix()
        for pattern in measured
        for file in root.glob(pattern)
        if file.suffix == ".py" and file.read_text("utf-8").strip()
    )


def main() -> int:
    """Judge the report of the last run."""
    files = decisive_files(ROOT)
    # Without any measured line pytest writes no report at all.
    report = json.loads(REPORT.read_text("utf-8")) if REPORT.exists() else {"files": {}}
    found = gaps(files, report)
    for gap in found:
        print(gap)
    if found:
        print("Coverage: the code that decides must be covered whole, lines and branches.")
        return 1
    print(f"Coverage: {len(files)} deciding files covered whole, lines and branches.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

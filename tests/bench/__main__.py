"""Runs the benchmarks, prints a table, and writes build/bench.json; exit 1 if a promise is not kept."""

import json
import os
import platform
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench import pauses, promotion_files, scans, searches, webhooks

REPORT = Path("build/bench.json")


def main() -> int:
    """Run all and report."""
    figures = scans.measure() | webhooks.measure() | searches.measure() | promotion_files.measure()
    figures |= pauses.measure()
    print(f"{'figure':<46}{'median':>10}{'99 %':>10}{'most':>10}")
    for name, figure in figures.items():
        print(f"{name:<46}{figure.median_ms:>8.2f}ms{figure.p99_ms:>8.2f}ms{figure.most_ms:>8.2f}ms")
    ratio = figures[scans.SCAN].p99_ms / figures[scans.BARE].p99_ms
    print(f"a scan takes {ratio:.1f} times as long as a bare commit and repaint, at the 99th percentile")
    webhook_ratio = figures[webhooks.STEADY].p99_ms / figures[webhooks.BARE_STEADY].p99_ms
    print(f"a webhook takes {webhook_ratio:.1f} times as long as a bare 200, at the 99th percentile")
    search_ratio = figures[searches.SEARCH].median_ms / figures[searches.BARE].median_ms
    print(f"a search takes {search_ratio:.1f} times as long as a bare look through the names, at the median")
    file_ratio = figures[promotion_files.CHECK].median_ms / figures[promotion_files.BARE].median_ms
    print(f"a file of promotions is checked in {file_ratio:.1f} times the time of a bare parse, at the median")
    promises = {
        scans.SCAN: scans.PROMISE_MS,
        webhooks.STEADY: webhooks.PROMISE_MS,
        searches.SEARCH: searches.PROMISE_MS,
        promotion_files.CHECK: promotion_files.PROMISE_MS,
        pauses.PAUSE: pauses.PROMISE_MS,
    }
    kept = all(figures[name].p99_ms <= promise for name, promise in promises.items())
    for name, promise in promises.items():
        held = figures[name].p99_ms <= promise
        print(f"promise: {name}: {promise} ms at the 99th percentile: {'kept' if held else 'NOT KEPT'}")
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    report = {
        "machine": {"python": platform.python_version(), "system": platform.system(), "cores": os.cpu_count()},
        "figures": {name: vars_of(figure) for name, figure in figures.items()},
        "ratio_scan_to_bare": ratio,
        "ratio_webhook_to_bare": webhook_ratio,
        "ratio_search_to_bare": search_ratio,
        "ratio_promotion_file_to_bare": file_ratio,
        "promise_kept": kept,
    }
    REPORT.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    return 0 if kept else 1


def vars_of(figure: scans.Figure) -> dict[str, float]:
    """Return a figure as JSON values."""
    return {
        "median_ms": figure.median_ms,
        "p99_ms": figure.p99_ms,
        "most_ms": figure.most_ms,
        "count": figure.count,
    }


if __name__ == "__main__":
    sys.exit(main())

"""Measures a standalone program: the size of its folder, and the time until its window is on the screen."""

import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

STARTS = 7
SECONDS = 60.0
"""So long a window may take to appear."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured: megabytes (of 1,000,000 bytes), files, and the seconds of each start."""

    name: str
    megabytes: float
    files: int
    starts: tuple[float, ...]

    def line(self) -> str:
        """Give the figures as a line of the table."""
        times = "   not measured: no Xvfb, xdotool"
        if self.starts:
            middle, best, worst = statistics.median(self.starts), min(self.starts), max(self.starts)
            times = f"{middle:8.2f} s ({best:.2f} – {worst:.2f})"
        return f"{self.name:<14}{self.megabytes:8.1f} MB{self.files:7d} files{times}"


def size(folder: Path) -> tuple[float, int]:
    """Add up a folder: megabytes and files. Links count nothing."""
    sizes = [file.lstat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink()]
    return sum(sizes) / 1e6, len(sizes)


@contextmanager
def display() -> Iterator[str]:
    """Run a real X display of 1366 × 768 and give its name."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as answer:
                yield f":{answer.readline().strip()}"
        finally:
            server.terminate()


def start(command: Sequence[str], surroundings: dict[str, str]) -> float:
    """Return the seconds from a program's start until its window is visible; TimeoutError if it shows none."""
    began = time.monotonic()
    looking = ["xdotool", "search", "--onlyvisible", "--class", "."]
    with subprocess.Popen(command, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
        try:
            while subprocess.run(looking, env=surroundings, capture_output=True).returncode != 0:
                if time.monotonic() - began > SECONDS or program.poll() is not None:
                    raise TimeoutError(f"{command[0]} showed no window")
            return time.monotonic() - began
        finally:
            program.terminate()


def starts(command: Sequence[str], number: int = STARTS) -> tuple[float, ...]:
    """Start a program several times on a display of its own and in a home of its own; none where there is no display.

    The first start, for which the disk is read, does not count.
    """
    if not shutil.which("Xvfb") or not shutil.which("xdotool"):
        return ()
    with display() as name, tempfile.TemporaryDirectory(prefix="picker-starts-") as home:
        surroundings = {"PATH": os.defpath, "HOME": home, "LANG": "C.UTF-8", "DISPLAY": name}
        return tuple(start(command, surroundings) for _ in range(number + 1))[1:]


def measure(name: str, folder: Path, command: Sequence[str]) -> Figures:
    """Measure one program."""
    megabytes, files = size(folder)
    return Figures(name, megabytes, files, starts(command))

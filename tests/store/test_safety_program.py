"""Checks with the whole program that it puts its database back, tells it, and keeps its files to itself."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from picker_app.store import copies
from tests.store.damage import overwrite

ROOT = Path(__file__).parents[2]


@contextmanager
def program(folder: Path) -> Iterator[None]:
    """The program in training, from the moment it listens; it ends by itself when it is asked to."""
    with subprocess.Popen(
        [sys.executable, "-m", "picker_app", "--training", "--data-dir", folder],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        first = process.stdout.readline()
        assert first.startswith("webhook listening on "), process.stderr.read()
        yield
        process.send_signal(signal.SIGTERM)
        _, complaints = process.communicate(timeout=20)
        assert process.returncode == 0 and "Traceback" not in complaints, complaints


def notes(file: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT note, details FROM incoming WHERE note LIKE 'database%'")
        return [(str(note), str(details)) for note, details in rows]


def test_a_damaged_database_is_put_back_by_the_next_start_and_told(tmp_path: Path, home: Path) -> None:
    folder = tmp_path / "data"
    file = folder / "picker.sqlite3"
    with program(folder):
        modes = {path: stat.S_IMODE(path.lstat().st_mode) for path in [folder, *folder.iterdir()]}
        assert {"picker.sqlite3", "picker.sqlite3-wal", "picker.log", "picker.lock"} <= {path.name for path in modes}
        # A file is for its user only; so are a folder and the door for a second start.
        assert {path.name: mode for path, mode in modes.items() if mode != (0o600 if path.is_file() else 0o700)} == {}
    made = copies.make(file, datetime.now(UTC))
    overwrite(file)
    with program(folder):
        pass
    ((note, details),) = notes(file)
    assert note == "database_restored"
    assert details.startswith(f"{made.at.astimezone():%Y-%m-}") and "damaged-" in details
    assert "the copy " + made.path.name + " was opened" in (folder / "picker.log").read_text("utf-8")

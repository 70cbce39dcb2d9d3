"""Checks that copies are whole, of one moment, made beside the desk's work, and that only the needed ones are kept."""

import itertools
import stat
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

from picker_app.store import copies
from picker_app.store.copies import Copyist, NoCopy, SourceDamaged
from tests.conftest import ExpectedLog
from tests.store.damage import NOON, PATIENCE, Till, overwrite, row, rows_of, spoil_an_index

HOUR = timedelta(hours=1)


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    """An open till with a few megabytes in it."""
    till = Till(tmp_path)
    till.open()
    till.database.write(row("stock", 4_000_000)).result(PATIENCE)
    yield till
    till.close()


def names(till: Till) -> list[str]:
    """What is in the folder of the copies."""
    return sorted(path.name for path in copies.folder_of(till.file).iterdir())


def pair(number: int) -> Callable[[Connection], None]:
    """A work that writes two rows."""

    def work(connection: Connection) -> None:
        row(f"{number:05} left")(connection)
        row(f"{number:05} right")(connection)

    return work


class Busy:
    """Writes two rows in each transaction, one after another, until it is told to stop."""

    def __init__(self, till: Till) -> None:
        self._till = till
        self._stop = threading.Event()
        self.pairs = 0
        self.began = threading.Event()
        self._thread = threading.Thread(target=self._run, name="busy")

    def __enter__(self) -> "Busy":
        self._thread.start()
        assert self.began.wait(PATIENCE)
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join(PATIENCE)

    def _run(self) -> None:
        for number in itertools.count():
            if self._stop.is_set():
                return
            self._till.database.write(pair(number)).result(PATIENCE)
            self.pairs = number + 1
            self.began.set()


def test_a_copy_is_of_one_moment_and_the_desk_saves_on_while_it_is_made(till: Till) -> None:
    with Busy(till) as busy:
        before = busy.pairs
        made = copies.make(till.file, NOON, reserve=0, pause=0.02)
        after = busy.pairs
    kept = [name for name in rows_of(made.path) if name != "stock"]
    assert after > before + 1, "the desk waited for the copy"
    assert before * 2 <= len(kept) <= before * 2 + 4, "the copy began anew, or is of more than one moment"
    assert len(kept) % 2 == 0
    assert len(till.rows()) == 1 + 2 * busy.pairs


def test_a_copy_is_readable_by_its_user_only_and_stands_alone(till: Till) -> None:
    made = copies.make(till.file, NOON, reserve=0)
    assert names(till) == [made.path.name] == ["20250603T120000Z.sqlite3"]
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700


def test_what_a_killed_copying_left_is_in_nobody_s_way(till: Till) -> None:
    copies.make(till.file, NOON, reserve=0)
    (copies.folder_of(till.file) / "making.tmp").write_bytes(b"half a copy")
    assert [copy.at for copy in copies.newest_first(copies.folder_of(till.file))] == [NOON]
    copies.make(till.file, NOON + HOUR, reserve=0)
    assert names(till) == ["20250603T120000Z.sqlite3", "20250603T130000Z.sqlite3"]


def test_no_copy_is_made_that_would_take_the_room_from_the_desk(till: Till) -> None:
    with pytest.raises(NoCopy, match="There is no room for a copy"):
        copies.make(till.file, NOON, reserve=10**15)
    assert names(till) == []


def test_a_copy_that_is_broken_off_leaves_nothing(till: Till) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(NoCopy):
        copies.make(till.file, NOON, reserve=0, stop=stop)
    assert names(till) == []


def test_of_a_damaged_database_no_copy_is_made_and_the_last_good_one_stays(till: Till) -> None:
    good = copies.make(till.file, NOON, reserve=0)
    till.close()
    overwrite(till.file)
    with pytest.raises(SourceDamaged, match="start it again: it then opens the last good copy"):
        copies.make(till.file, NOON + HOUR, reserve=0)
    assert names(till) == [good.path.name]
    assert rows_of(good.path) == ["stock"]


def test_a_copy_is_looked_through_before_it_counts(till: Till) -> None:
    till.close()
    spoil_an_index(till.file)
    with pytest.raises(SourceDamaged, match="missing from index"):
        copies.make(till.file, NOON, reserve=0)
    assert names(till) == []


# Which are kept


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for copies of no content."""
    return tmp_path


def put(folder: Path, at: datetime, before: str = "") -> None:
    (folder / f"{at:{copies.STAMP}}{f'-before-{before}' if before else ''}.sqlite3").touch()


def left(folder: Path) -> list[tuple[datetime, str]]:
    return [(copy.at, copy.before) for copy in copies.newest_first(folder)]


def test_of_each_of_the_last_seven_days_the_newest_copy_is_kept(folder: Path) -> None:
    for hours in range(10 * 24):
        put(folder, NOON + hours * HOUR)
    newest = NOON + 239 * HOUR
    copies.thin(folder, newest)
    midnight = newest.replace(hour=0)
    expected = [newest, *(midnight - timedelta(days=days) - HOUR for days in range(6))]
    assert left(folder) == [(at, "") for at in expected]


def test_copies_from_before_the_last_migrations_are_kept_a_month(folder: Path) -> None:
    for days, revision in enumerate(("0002", "0003", "0004", "0005")):
        put(folder, NOON + timedelta(days=days), revision)
    put(folder, NOON + timedelta(days=20))
    copies.thin(folder, NOON + timedelta(days=20))
    assert [before for _, before in left(folder)] == ["", "0005", "0004", "0003"]
    copies.thin(folder, NOON + timedelta(days=32, hours=12))
    assert [before for _, before in left(folder)] == ["", "0005"]


def test_the_only_copy_is_kept_however_old(folder: Path) -> None:
    put(folder, NOON)
    copies.thin(folder, NOON + timedelta(days=300))
    assert left(folder) == [(NOON, "")]


def test_nothing_else_in_the_folder_is_touched(folder: Path) -> None:
    for name in ("notes.txt", "my.sqlite3", "20250603T120000Z.sqlite3.bak"):
        (folder / name).touch()
    copies.thin(folder, NOON + timedelta(days=300))
    assert len(list(folder.iterdir())) == 3


# Now and then


class Told:
    """A copyist that looks every hundredth of a second whether an hour has passed on the till's clock."""

    def __init__(self, till: Till) -> None:
        self._folder = copies.folder_of(till.file)
        self.damage = threading.Event()
        self.words = ""
        self.copyist = Copyist(till.file, damaged=self._damaged, after=0.01, pause=0, now=till.watch)

    def _damaged(self, words: str) -> None:
        self.words = words
        self.damage.set()

    def __enter__(self) -> "Told":
        self.copyist.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.copyist.close()

    def wait_for(self, *expected: datetime) -> None:
        """Wait until these copies are there, and no others."""
        found: list[datetime] = []
        never, deadline = threading.Event(), time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            found = [copy.at for copy in copies.newest_first(self._folder)]
            if found == list(expected):
                return
            never.wait(0.01)
        pytest.fail(f"{found} is not {expected}")


def test_a_copy_is_made_each_hour_and_one_of_each_day_is_left(till: Till) -> None:
    with Told(till) as told:
        told.wait_for(NOON)
        till.watch.at = NOON + HOUR
        told.wait_for(NOON + HOUR)
        till.watch.at = NOON + 24 * HOUR
        told.wait_for(NOON + 24 * HOUR, NOON + HOUR)


def test_a_new_start_does_not_copy_what_was_copied_within_the_hour(till: Till) -> None:
    with Told(till) as told:
        told.wait_for(NOON)
    till.watch.at = NOON + HOUR - timedelta(seconds=1)
    with Told(till) as told:
        till.watch.at = NOON + 2 * HOUR
        told.wait_for(NOON + 2 * HOUR)


def test_a_copy_from_a_time_when_the_clock_was_wrong_keeps_nobody_from_copying(till: Till) -> None:
    wrong = NOON + timedelta(days=3)
    copies.make(till.file, wrong, reserve=0)
    with Told(till) as told:
        told.wait_for(wrong, NOON)
        till.watch.at = NOON + HOUR
        told.wait_for(wrong, NOON + HOUR)


def test_damage_that_is_found_while_the_program_runs_is_told(till: Till, expected_log: ExpectedLog) -> None:
    expected_log("could not be copied: The database file is damaged")
    till.close()
    overwrite(till.file)
    with Told(till) as told:
        assert told.damage.wait(PATIENCE)
    till.safety.found_damaged(told.words)
    assert "start it again: it then opens the last good copy" in till.safety.trouble()


def test_a_program_that_closes_does_not_wait_for_the_next_copy(till: Till) -> None:
    copyist = Copyist(till.file, now=till.watch)
    copyist.start()
    began = time.monotonic()
    copyist.close()
    assert time.monotonic() - began < 5
    Copyist(till.file).close()

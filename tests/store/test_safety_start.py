"""Checks that a damaged database is put back from the last good copy, that nothing good is, and that it is told."""

import logging
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from picker_app.store import copies, integrity, safety
from picker_app.store.database import Database, NotSaved, sqlite_url
from picker_app.store.safety import Safety
from tests.conftest import ExpectedLog
from tests.store.damage import DAMAGES, NOON, Till, cut_off, overwrite, rows_of

HOUR = timedelta(hours=1)


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    """A till whose file holds "one", a copy of noon that holds it too, and "two" written after that."""
    till = Till(tmp_path)
    till.open()
    till.write("one")
    copies.make(till.file, NOON, reserve=0)
    till.write("two")
    till.close()
    till.watch.at = NOON + HOUR
    yield till
    till.close()


def test_a_whole_database_is_opened_as_it_is(till: Till) -> None:
    assert till.open() == ()
    assert till.rows() == ["one", "two"] and till.aside() == []


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_database_is_set_aside_and_the_copy_opened(
    till: Till, damage: Callable[[Path], None], expected_log: ExpectedLog
) -> None:
    expected_log("the database is damaged|was opened")
    damage(till.file)
    bytes_before = till.file.read_bytes() if till.file.exists() else None
    (loss,) = till.open()
    assert (loss.since, loss.found) == (NOON, NOON + HOUR)
    assert till.rows() == ["one"]
    till.write("three")
    till.close()
    if bytes_before is None:
        assert (loss.aside, till.aside()) == ("", [])
    else:
        assert till.aside() == [loss.aside]
        assert (till.file.parent / loss.aside).read_bytes() == bytes_before


@pytest.mark.expected_log("the database is damaged|was opened|cannot be used")
def test_the_newest_copy_that_is_good_is_opened(till: Till) -> None:
    till.open()
    for hours, spoil in ((2, None), (3, overwrite), (4, cut_off)):
        copy = copies.make(till.file, NOON + hours * HOUR, reserve=0)
        till.write(f"after {hours}")
        if spoil is not None:
            spoil(copy.path)
    till.close()
    overwrite(till.file)
    (loss,) = till.open()
    assert loss.since == NOON + 2 * HOUR
    assert till.rows() == ["one", "two"]


@pytest.mark.expected_log("the database is damaged|a new one was begun|cannot be used")
def test_without_a_good_copy_a_new_database_is_begun(till: Till) -> None:
    (copy,) = copies.newest_first(copies.folder_of(till.file))
    cut_off(copy.path)
    overwrite(till.file)
    (loss,) = till.open()
    assert loss.since is None and till.rows() == []
    assert len(till.aside()) == 1


@pytest.mark.expected_log("the database is damaged|was opened")
def test_the_log_of_the_damaged_file_is_set_aside_with_it_and_not_applied_to_the_copy(till: Till) -> None:
    run_and_kill(till.file, "killed")
    log = till.file.with_name(till.file.name + "-wal").read_bytes()
    overwrite(till.file)
    (loss,) = till.open()
    assert till.rows() == ["one"]
    assert (till.file.parent / f"{loss.aside}-wal").read_bytes() == log


def test_what_only_the_log_holds_after_a_kill_is_no_loss(till: Till) -> None:
    run_and_kill(till.file, "killed")
    assert "killed" not in rows_of(till.file)
    assert till.open() == ()
    assert till.rows() == ["killed", "one", "two"]


@pytest.mark.expected_log("its log, is gone")
def test_a_log_that_was_taken_away_is_noticed(till: Till) -> None:
    run_and_kill(till.file, "killed")
    till.file.with_name(till.file.name + "-wal").unlink()
    (loss,) = till.open()
    assert till.rows() == ["one", "two"]
    assert loss.since == datetime.fromtimestamp(till.file.stat().st_mtime, UTC) and loss.aside == ""


def test_a_loss_is_told_at_each_start_until_it_is_settled(till: Till, expected_log: ExpectedLog) -> None:
    expected_log("the database is damaged|was opened")
    overwrite(till.file)
    (loss,) = till.open()
    till.close()
    assert till.open() == (loss,)
    till.safety.settled(loss)
    till.close()
    assert till.open() == ()


@pytest.mark.parametrize("damage", [overwrite, DAMAGES["taken away"]], ids=["overwritten", "taken away"])
def test_a_start_that_is_stopped_while_it_puts_a_copy_back_is_gone_on_with(
    tmp_path: Path, damage: Callable[[Path], None], expected_log: ExpectedLog
) -> None:
    expected_log("the database is damaged|was opened")
    stops = 0
    while True:
        till = Till(tmp_path / str(stops))
        till.file.parent.mkdir()
        till.open()
        till.write("one")
        copies.make(till.file, NOON, reserve=0)
        till.close()
        run_and_kill(till.file, "killed")
        damage(till.file)
        till.watch.at = NOON + HOUR
        with stopped_at_replace(stops) as happened:
            try:
                till.open()
            except Stopped:
                pass
        till.close()
        till.watch.at = NOON + 2 * HOUR
        losses = till.open()
        assert till.rows() == ["one"], stops
        assert [loss.since for loss in losses] == [NOON], stops
        till.close()
        if not happened:
            break
        stops += 1
    assert stops >= 3


def test_a_database_that_another_program_holds_is_no_damaged_one(till: Till) -> None:
    with closing(sqlite3.connect(till.file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotSaved, match="Another program holds the database: close it"):
            till.open()
        other.execute("ROLLBACK")
    till.close()
    assert till.aside() == [] and rows_of(till.file) == ["one", "two"]
    assert till.open() == ()


def test_a_second_process_in_a_transaction_keeps_the_program_from_starting_with_a_sentence(till: Till) -> None:
    script = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('BEGIN EXCLUSIVE'); print('holds', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, till.file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None and other.stdout.readline() == "holds\n"
        with pytest.raises(NotSaved, match="Another program holds the database"):
            till.open()
        other.communicate()
    assert till.open() == () and till.rows() == ["one", "two"]


def test_a_database_of_a_newer_program_is_left_alone(till: Till) -> None:
    with closing(sqlite3.connect(till.file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(NotSaved, match="newer version of this program"):
        till.open()
    till.close()
    assert till.aside() == [] and rows_of(till.file) == ["one", "two"]


@pytest.mark.expected_log("the database is damaged|was opened|another version wrote it")
def test_a_copy_of_a_newer_program_is_not_opened(till: Till) -> None:
    till.open()
    newest = copies.make(till.file, NOON + HOUR, reserve=0)
    till.close()
    with closing(sqlite3.connect(newest.path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    overwrite(till.file)
    (loss,) = till.open()
    assert loss.since == NOON


def test_a_first_start_finds_nothing_to_put_back(tmp_path: Path) -> None:
    till = Till(tmp_path)
    assert till.open() == () and till.rows() == []
    till.close()
    with closing(sqlite3.connect(tmp_path / "begun.sqlite3")) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    begun = Safety(Database(sqlite_url(tmp_path / "begun.sqlite3")))
    assert begun.open() == (), "a first start that was killed before it made the tables"
    begun._database.close()


@pytest.mark.expected_log("2 rows refer to rows that are not there")
def test_rows_that_refer_to_nothing_are_reported_and_the_rest_is_kept(till: Till) -> None:
    with closing(sqlite3.connect(till.file)) as connection:
        for number in (1, 2):
            connection.execute(
                "INSERT INTO picks (order_id, number, kind, fact, at, picker) VALUES (7, ?, 'x', '{}', '2025', '')",
                (number,),
            )
        connection.commit()
    assert till.open() == () and till.rows() == ["one", "two"]


@pytest.mark.expected_log("the database is damaged|was opened")
def test_only_a_few_damaged_files_are_kept_and_none_for_long(till: Till) -> None:
    for day in range(5):
        till.watch.at = NOON + timedelta(days=day)
        overwrite(till.file)
        till.open()
        till.close()
    assert [name[8:16] for name in till.aside()] == ["20250605", "20250606", "20250607"]
    till.watch.at = NOON + timedelta(days=40)
    overwrite(till.file)
    till.open()
    assert [name[8:16] for name in till.aside()] == ["20250713"]


# Migrations


@pytest.fixture
def newer(tmp_path: Path) -> str:
    """The migrations with one more, which adds a table."""
    folder = tmp_path / "migrations"
    shutil.copytree(Path(safety.__file__).parent / "migrations", folder)
    head = Database("sqlite://").revisions()[0]
    (folder / "versions" / "9000_songs.py").write_text(
        f'import sqlalchemy as sa\nfrom alembic import op\nrevision = "9000"\ndown_revision = "{head}"\n'
        'def upgrade() -> None:\n    op.create_table("songs", sa.Column("name", sa.Text()))\n'
    )
    return str(folder)


def test_before_a_migration_a_copy_is_made_that_the_program_before_can_open(till: Till, newer: str) -> None:
    head = Database("sqlite://").revisions()[0]
    later = Till(till.file.parent, migrations=newer)
    later.watch.at = NOON + HOUR
    assert later.open() == () and later.rows() == ["one", "two"]
    later.close()
    made = copies.newest_first(copies.folder_of(till.file))[0]
    assert (made.before, made.at) == ("9000", NOON + HOUR)
    assert rows_of(made.path) == ["one", "two"]
    shutil.copyfile(made.path, till.file)
    assert till.open() == () and till.database.revisions()[0] == head
    till.close()
    assert len(copies.newest_first(copies.folder_of(till.file))) == 2, "no migration, no copy"


def test_without_room_for_the_copy_the_database_is_not_migrated(till: Till, newer: str) -> None:
    later = Database(sqlite_url(till.file), migrations=newer)
    with pytest.raises(NotSaved, match=r"cannot be made: There is no room for a copy: .* MB needed"):
        Safety(later, now=till.watch, reserve=10**15).open()
    later.close()
    assert till.open() == () and till.rows() == ["one", "two"]


# Other databases


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_that_is_no_file_is_opened_and_the_log_says_who_takes_care(
    url: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    database = Database(url)
    made = Safety(database)
    assert made.file is None and made.open() == ()
    database.close()
    assert "its server has to check and copy it" in caplog.text


@pytest.mark.parametrize("url", ["postgresql://user@db.example/shop", "sqlite:///file:shop.db?mode=ro&uri=true"])
def test_only_a_plain_sqlite_file_is_looked_after(url: str) -> None:
    assert integrity.file_of(url) is None


# Helpers


def run_and_kill(file: Path, name: str) -> None:
    """Write a row from a process that is killed then: the row is in the log, not in the file."""
    script = (
        "import os, signal, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('PRAGMA journal_mode=WAL');"
        "c.execute(\"INSERT INTO watermarks (name, until, details) VALUES (?, '2025-06-03', '')\", sys.argv[2:]);"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", script, file, name], check=False)
    assert done.returncode == -9


class Stopped(BaseException):
    """The program was stopped here."""


class stopped_at_replace:
    """Stop the program at its n-th renaming of a file; says afterwards whether it came to that."""

    def __init__(self, number: int) -> None:
        self._left = number
        self._happened: list[bool] = []
        self._patch = pytest.MonkeyPatch()

    def __enter__(self) -> list[bool]:
        original = os.replace

        def replace(*names: Path) -> None:
            if self._left == 0:
                self._happened.append(True)
                raise Stopped
            self._left -= 1
            original(*names)

        self._patch.setattr(os, "replace", replace)
        return self._happened

    def __exit__(self, *_: object) -> None:
        self._patch.undo()

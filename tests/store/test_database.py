"""The database commits before it says so, takes nothing down with a failing work, and says what is wrong in words."""

import asyncio
import atexit
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, insert, select, text
from sqlalchemy.exc import StatementError

from picker_app.store import migrations
from picker_app.store.database import Database, NotSaved, sentence, sqlite_url
from picker_app.store.schema import metadata, picks, watermarks

PATIENCE = 10
NOON = datetime(2025, 6, 3, 12, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database file is."""
    return tmp_path / "shop.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    """An open database in a file that waits for nobody."""
    database = Database(sqlite_url(path), busy_ms=1)
    database.open()
    yield database
    database.close()


def mark(name: str) -> Callable[[Connection], str]:
    """A work that writes one row."""

    def work(connection: Connection) -> str:
        connection.execute(insert(watermarks).values(name=name, until=NOON))
        return name

    return work


def on_disk(path: Path) -> list[str]:
    """The rows that another program sees in the file, sorted."""
    connection = sqlite3.connect(path)
    try:
        return sorted(name for (name,) in connection.execute("SELECT name FROM watermarks"))
    finally:
        connection.close()


@contextmanager
def together(database: Database) -> Iterator[None]:
    """Hold the writer, so that what is written meanwhile is committed as one group."""
    holds, go = threading.Event(), threading.Event()

    def hold(connection: Connection) -> None:
        holds.set()
        assert go.wait(PATIENCE)

    held = database.write(hold)
    assert holds.wait(PATIENCE)
    try:
        yield
    finally:
        go.set()
        held.result(PATIENCE)


def fill_the_disk(connection: Connection) -> None:
    """Let the file grow no more, and write more than fits."""
    pages = connection.execute(text("PRAGMA page_count")).scalar_one()
    connection.execute(text(f"PRAGMA max_page_count = {pages}"))
    connection.execute(insert(watermarks).values(name="big", until=NOON, details="x" * 500_000))


def free_the_disk(connection: Connection) -> None:
    """Let the file grow again."""
    connection.execute(text("PRAGMA max_page_count = 1000000"))


# Writing


def test_a_future_is_done_only_after_the_commit(database: Database, path: Path) -> None:
    seen: list[list[str]] = []
    called = threading.Event()

    def look(done: Future[str]) -> None:
        seen.append(on_disk(path))
        called.set()

    with together(database):
        future = database.write(mark("one"))
        future.add_done_callback(look)
        assert on_disk(path) == [] and not future.done()
    assert future.result(PATIENCE) == "one" and called.wait(PATIENCE)
    assert seen == [["one"]]


def test_works_that_wait_are_committed_together(database: Database, path: Path) -> None:
    with together(database):
        first = database.write(mark("one"))
        look = database.write(lambda connection: (first.done(), on_disk(path)))
        last = database.write(mark("two"))
    assert (first.result(PATIENCE), last.result(PATIENCE)) == ("one", "two")
    assert look.result(PATIENCE) == (False, [])
    assert on_disk(path) == ["one", "two"]


def test_a_later_work_of_a_group_sees_what_an_earlier_one_wrote(database: Database) -> None:
    with together(database):
        database.write(mark("one"))
        found = database.write(lambda connection: connection.scalars(select(watermarks.c.name)).all())
    assert found.result(PATIENCE) == ["one"]


def test_one_failing_work_takes_nothing_with_it_and_leaves_nothing_behind(database: Database, path: Path) -> None:
    def half(connection: Connection) -> None:
        mark("half")(connection)
        raise LookupError("no such order")

    with together(database):
        first = database.write(mark("one"))
        broken = database.write(half)
        double = database.write(mark("one"))
        last = database.write(mark("two"))
    assert (first.result(PATIENCE), last.result(PATIENCE)) == ("one", "two")
    with pytest.raises(LookupError, match="no such order"):
        broken.result(PATIENCE)
    with pytest.raises(NotSaved):
        double.result(PATIENCE)
    assert on_disk(path) == ["one", "two"]


def test_more_works_than_a_group_holds_are_all_written(database: Database, path: Path) -> None:
    with together(database):
        futures = [database.write(mark(f"{number:03}")) for number in range(150)]
    assert [future.result(PATIENCE) for future in futures] == on_disk(path)


def test_a_work_given_up_before_its_turn_is_not_done(database: Database, path: Path) -> None:
    with together(database):
        given_up = database.write(mark("one"))
        assert given_up.cancel()
        other = database.write(mark("two"))
    other.result(PATIENCE)
    assert on_disk(path) == ["two"]


async def test_a_loop_awaits_what_is_written_and_read(database: Database) -> None:
    assert await database.run(mark("one")) == "one"
    names = await asyncio.gather(*(database.ask(lambda c: c.scalars(select(watermarks.c.name)).all()) for _ in "abc"))
    assert names == [["one"]] * 3


def test_readers_neither_wait_for_the_writer_nor_see_what_is_not_committed(database: Database) -> None:
    with together(database):
        written = database.write(mark("one"))
        assert database.read(lambda c: c.scalars(select(watermarks.c.name)).all()).result(PATIENCE) == []
    written.result(PATIENCE)
    assert database.read(lambda c: c.scalars(select(watermarks.c.name)).all()).result(PATIENCE) == ["one"]


# What cannot be saved


@pytest.mark.expected_log("The disk is full")
def test_a_full_disk_is_said_in_words(database: Database) -> None:
    with pytest.raises(NotSaved, match="The disk is full"):
        database.write(fill_the_disk).result(PATIENCE)


@pytest.mark.expected_log("The disk is full")
def test_no_work_is_called_saved_that_a_full_disk_took_with_it(database: Database, path: Path) -> None:
    with together(database):
        futures = [database.write(work) for work in (mark("one"), fill_the_disk, mark("two"), mark("three"))]
    saved = sorted(str(future.result()) for future in futures if future.exception(PATIENCE) is None)
    assert saved == on_disk(path)


@pytest.mark.expected_log("The disk is full")
def test_after_a_full_disk_the_next_work_is_saved_again(database: Database, path: Path) -> None:
    with pytest.raises(NotSaved):
        database.write(fill_the_disk).result(PATIENCE)
    assert on_disk(path) == []
    database.write(free_the_disk).result(PATIENCE)
    assert database.write(mark("one")).result(PATIENCE) == "one"
    assert on_disk(path) == ["one"]


@pytest.mark.expected_log("could not commit: Another program holds the database")
def test_a_locked_database_saves_nothing_and_says_so_until_it_is_free(database: Database, path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(NotSaved, match="Another program holds the database: close it, then try again"):
        database.write(mark("one")).result(PATIENCE)
    other.execute("ROLLBACK")
    other.close()
    assert database.write(mark("two")).result(PATIENCE) == "two"
    assert on_disk(path) == ["two"]


@pytest.mark.expected_log("could not commit: The data folder cannot be written")
def test_a_file_that_may_not_be_written_saves_nothing_and_says_so(path: Path) -> None:
    first = Database(sqlite_url(path))
    first.open()
    first.close()
    # Nobody keeps the superuser from writing a file: the connection is told that it may not.
    database = Database(f"sqlite:///file:{path}?mode=ro&uri=true")
    database.open()
    with pytest.raises(NotSaved, match="The data folder cannot be written"):
        database.write(mark("one")).result(PATIENCE)
    database.close()
    assert on_disk(path) == []


def test_a_new_file_in_a_folder_that_is_not_there_cannot_be_opened(tmp_path: Path) -> None:
    database = Database(sqlite_url(tmp_path / "none" / "shop.db"))
    with pytest.raises(NotSaved, match="cannot be opened: check the data folder"):
        database.open()
    database.close()


def test_a_file_that_is_no_database_is_refused_when_opened_and_left_as_it_is(path: Path) -> None:
    path.write_bytes(b"my shopping list " * 1000)
    database = Database(sqlite_url(path))
    with pytest.raises(NotSaved, match="The database file is damaged"):
        database.open()
    database.close()
    assert path.read_bytes() == b"my shopping list " * 1000


def test_a_file_whose_pages_were_overwritten_is_refused_when_opened(path: Path) -> None:
    database = Database(sqlite_url(path))
    database.open()
    database.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))
    damaged = Database(sqlite_url(path))
    with pytest.raises(NotSaved, match="The database file is damaged"):
        damaged.open()
    damaged.close()


def test_a_file_of_a_newer_version_of_the_program_is_refused_when_opened(path: Path) -> None:
    database = Database(sqlite_url(path))
    database.open()
    database.write(lambda c: c.execute(text("UPDATE alembic_version SET version_num = '9999'"))).result(PATIENCE)
    database.close()
    newer = Database(sqlite_url(path))
    try:
        with pytest.raises(NotSaved):
            newer.open()
    finally:
        newer.close()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("database or disk is full", "Free some space"),
        ("attempt to write a readonly database", "Check its permissions"),
        ("database table is locked", "close it, then try again"),
        ("database disk image is malformed", "is damaged"),
        ("unable to open database file", "check the data folder"),
        ("no such table: caviar", "refused to save: no such table: caviar"),
    ],
)
def test_every_error_of_the_database_has_a_sentence(words: str, said: str) -> None:
    assert said in sentence(sqlite3.OperationalError(words))


# Opening and closing


def test_closing_finishes_what_waits(path: Path) -> None:
    database = Database(sqlite_url(path))
    database.open()
    with together(database):
        futures = [database.write(mark(name)) for name in ("one", "two")]
        closing = threading.Thread(target=database.close)
        closing.start()
    closing.join(PATIENCE)
    assert not closing.is_alive() and all(future.done() for future in futures)
    assert on_disk(path) == ["one", "two"]


def test_a_closed_database_takes_nothing_more(database: Database) -> None:
    database.close()
    with pytest.raises(NotSaved, match="closed"):
        database.write(mark("one"))
    database.close()


def test_a_database_that_was_never_opened_can_be_closed(path: Path) -> None:
    Database(sqlite_url(path)).close()
    assert not path.exists()


def test_what_was_saved_is_there_after_opening_anew(path: Path) -> None:
    for name in ("one", "two"):
        database = Database(sqlite_url(path))
        database.open()
        database.write(mark(name)).result(PATIENCE)
        database.close()
    assert on_disk(path) == ["one", "two"]


@pytest.mark.parametrize("folder", ["Loja São João", "50% off", "a#b"])
def test_the_data_folder_may_have_any_name(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    database = Database(sqlite_url(tmp_path / folder / "shop.db"))
    database.open()
    database.write(mark("one")).result(PATIENCE)
    database.close()
    assert on_disk(tmp_path / folder / "shop.db") == ["one"]


def test_the_program_may_lie_in_a_folder_of_any_name(tmp_path: Path, path: Path) -> None:
    scripts = shutil.copytree(Path(migrations.__path__[0]), tmp_path / "100% of %(ours)s" / "migrations")
    database = Database(sqlite_url(path), migrations=str(scripts))
    database.open()
    assert database.revisions() == Database(sqlite_url(path)).revisions()
    database.close()


def test_opening_leaves_nothing_to_be_done_at_the_end_of_the_program(path: Path) -> None:
    waiting = []
    for _ in range(2):
        database = Database(sqlite_url(path))
        database.open()
        database.close()
        waiting.append(atexit._ncallbacks())
    assert waiting[0] == waiting[1]


def test_the_file_survives_a_power_cut_and_keeps_references(database: Database) -> None:
    def pragmas(connection: Connection) -> list[Any]:
        return [connection.execute(text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous")]

    assert database.write(pragmas).result(PATIENCE) == ["wal", 2]
    orphan = {"order_id": 7, "number": 1, "kind": "OrderFinished", "fact": "{}", "at": NOON, "picker": ""}
    with pytest.raises(NotSaved):
        database.write(lambda connection: connection.execute(insert(picks), orphan)).result(PATIENCE)


# The schema


def test_the_migrations_make_exactly_the_tables_of_the_schema(database: Database, path: Path) -> None:
    engine = create_engine(sqlite_url(path))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_a_time_is_stored_in_utc_and_comes_back_aware(database: Database, path: Path) -> None:
    abroad = datetime(2025, 6, 3, 9, 0, 0, 123456, tzinfo=timezone(timedelta(hours=-3)))
    database.write(lambda c: c.execute(insert(watermarks).values(name="one", until=abroad))).result(PATIENCE)
    (found,) = database.read(lambda c: c.scalars(select(watermarks.c.until)).all()).result(PATIENCE)
    assert found == abroad and found.tzinfo is UTC


def test_a_time_without_a_zone_is_refused(database: Database, path: Path) -> None:
    naive = NOON.replace(tzinfo=None)
    with pytest.raises(StatementError, match="a time without a zone cannot be stored"):
        database.write(lambda c: c.execute(insert(watermarks).values(name="one", until=naive))).result(PATIENCE)
    assert on_disk(path) == []

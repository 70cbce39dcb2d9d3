"""A database file with rows to lose, and the ways in which a file is damaged."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, insert, select

from picker_app.store.database import Database, sqlite_url
from picker_app.store.safety import Loss, Safety
from picker_app.store.schema import watermarks

NOON = datetime(2025, 6, 3, 12, 0, tzinfo=UTC)
PATIENCE = 20


class Watch:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        return self.at


class Till:
    """One run of the program's database after another, on one file."""

    def __init__(self, folder: Path, *, migrations: str = "picker_app.store:migrations") -> None:
        self.file = folder / "picker.sqlite3"
        self.watch = Watch()
        self._migrations = migrations
        self.database = Database(sqlite_url(self.file), busy_ms=1, migrations=migrations)
        self.safety = Safety(self.database, now=self.watch, busy_ms=1)

    def open(self) -> tuple[Loss, ...]:
        """Begin a run; returns what was lost."""
        self.database = Database(sqlite_url(self.file), busy_ms=1, migrations=self._migrations)
        self.safety = Safety(self.database, now=self.watch, busy_ms=1)
        return self.safety.open()

    def close(self) -> None:
        self.database.close()

    def write(self, *names: str) -> None:
        """Save rows."""
        for name in names:
            self.database.write(row(name)).result(PATIENCE)

    def rows(self) -> list[str]:
        """The rows that the program sees, sorted."""
        query = select(watermarks.c.name).order_by(watermarks.c.name)
        found: list[str] = self.database.read(lambda connection: list(connection.scalars(query))).result(PATIENCE)
        return found

    def aside(self) -> list[str]:
        """What was set aside, without the notes about it."""
        return sorted(path.name for path in self.file.parent.glob("damaged-*") if path.suffix != ".json")


def row(name: str, size: int = 0) -> Callable[[Connection], None]:
    """A work that writes one row of that many bytes."""

    def work(connection: Connection) -> None:
        connection.execute(insert(watermarks).values(name=name, until=NOON, details="x" * size))

    return work


def rows_of(file: Path) -> list[str]:
    """The rows of a file that nobody uses."""
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        return sorted(name for (name,) in connection.execute("SELECT name FROM watermarks"))


def overwrite(file: Path) -> None:
    """Write over every page but the first."""
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))


def cut_off(file: Path) -> None:
    """Take away the second half."""
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2 + 100])


def cut_to_nothing(file: Path) -> None:
    file.write_bytes(b"")


def write_text(file: Path) -> None:
    file.write_bytes(b"my shopping list " * 1000)


def drop_tables(file: Path) -> None:
    """Leave a whole database that holds something else."""
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE songs (name)")


def take_away(file: Path) -> None:
    file.unlink()


def spoil_an_index(file: Path) -> None:
    """Take an entry out of an index: the tables are whole, but a double would go unnoticed."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'ix_orders_status'").fetchone()
        connection.execute("PRAGMA writable_schema=ON")
        (rowid, kind, root) = connection.execute(
            "SELECT rowid, type, rootpage FROM sqlite_master WHERE name = 'ix_orders_status'"
        ).fetchone()
        connection.execute("DELETE FROM sqlite_master WHERE rowid = ?", (rowid,))
        connection.execute("PRAGMA writable_schema=RESET")
        connection.execute(
            "INSERT INTO orders (account, ref, code, status, said, ours, ended_by, flags, first_seen_at, heard_at)"
            " VALUES ('a', 'r', 'c', 'RECEIVED', '{}', 1, '', '[]', '2025-06-03', '2025-06-03')"
        )
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute(
            "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES (?, ?, 'orders', ?, ?)",
            (kind, "ix_orders_status", root, sql),
        )
        connection.execute("PRAGMA writable_schema=RESET")


DAMAGES: dict[str, Callable[[Path], None]] = {
    "overwritten": overwrite,
    "cut off": cut_off,
    "cut to nothing": cut_to_nothing,
    "no database": write_text,
    "other tables": drop_tables,
    "taken away": take_away,
    "an index without an entry": spoil_an_index,
}

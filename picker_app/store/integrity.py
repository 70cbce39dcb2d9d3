"""Looks into a SQLite file without changing it: whether it is whole, and which version of the tables it holds."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import make_url

from picker_app.store.database import NotSaved, sentence

BESIDE = ("-wal", "-shm", "-journal")
"""The endings of the files that SQLite keeps beside a database file, and that belong to it."""
_PAGES_BETWEEN = 20_000
# SQLITE_CORRUPT, SQLITE_NOTADB, and SQLITE_IOERR_SHORT_READ: the file ends where a page should be.
_DAMAGE = (11, 26)
_SHORT_READ = 522


@dataclass(frozen=True, slots=True)
class Finding:
    """What a database file is like.

    `damage` is what SQLite says is wrong, "" for a whole file; `empty` says that there is no table in it; `revision` is
    the version of its tables, "" where it has none; `orphans` counts the rows that refer to rows that are not there.
    """

    damage: str = ""
    empty: bool = False
    revision: str = ""
    orphans: int = 0


def file_of(url: str) -> Path | None:
    """Return the file of a database address; None for another database, and for SQLite without a plain file."""
    parts = make_url(url)
    name = parts.database or ""
    if parts.get_backend_name() != "sqlite" or name in ("", ":memory:") or name.startswith("file:"):
        return None
    return Path(name)


def look(path: Path, *, frozen: bool = False, busy_ms: int = 5000, stop: Callable[[], bool] | None = None) -> Finding:
    """Read a database file from end to end: pages, tables, indexes and references.

    The file itself stays as it is, with what waits in its log. `frozen` says that nobody has written it since it was
    closed: then nothing is made beside it. `stop` is asked now and then. NotSaved if it cannot be read now, because
    another program holds it or the folder cannot be used: that says nothing about the file.
    """
    try:
        with closing(connect(path, frozen=frozen, busy_ms=busy_ms)) as connection:
            if stop is not None:
                connection.set_progress_handler(stop, _PAGES_BETWEEN)
            (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            if found != "ok":
                return Finding(damage=str(found))
            orphans = len(connection.execute("PRAGMA foreign_key_check").fetchall())
            (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            return Finding(empty=tables == 0, revision=_revision(connection), orphans=orphans)
    except sqlite3.Error as error:
        if is_damage(error):
            return Finding(damage=str(error))
        raise NotSaved(sentence(error)) from error


def connect(path: Path, *, frozen: bool = False, busy_ms: int = 5000) -> sqlite3.Connection:
    """Open a database file for reading only; closing it then leaves its log where it is."""
    options = "mode=ro&immutable=1" if frozen else "mode=ro"
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?{options}", uri=True, isolation_level=None)
    connection.execute(f"PRAGMA busy_timeout={busy_ms}")
    return connection


def is_damage(error: sqlite3.Error) -> bool:
    """Say whether an error means that the file is damaged, and not that it cannot be used just now."""
    code = getattr(error, "sqlite_errorcode", 0) or 0
    return code & 0xFF in _DAMAGE or code == _SHORT_READ


def log_is_lost(path: Path) -> bool:
    """Say whether the log of a database, with the newest commits, was taken away since it was last open.

    SQLite makes the log before its index and takes it away after it: an index alone has lost its log.
    """
    return path.exists() and _beside(path, "-shm").exists() and not _beside(path, "-wal").exists()


def files_of(path: Path) -> list[tuple[str, Path]]:
    """Return the files that make up a database and are there, each with what follows the name of the first."""
    return [(end, file) for end in ("", *BESIDE) if (file := _beside(path, end)).exists()]


def drop_empty_log(path: Path) -> None:
    """Delete a log with nothing in it, and its index: looking into a database leaves them behind."""
    log = _beside(path, "-wal")
    if log.exists() and log.stat().st_size == 0:
        _beside(path, "-shm").unlink(missing_ok=True)
        log.unlink()


def _beside(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)


def _revision(connection: sqlite3.Connection) -> str:
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone() is None:
        return ""
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return "" if row is None else str(row[0])

"""Verified copies of the database file, made beside the desk's work: one of each day, and one before each migration."""

import contextlib
import logging
import os
import re
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from picker_app.store import integrity
from picker_app.store.database import NotSaved, sentence

log = logging.getLogger(__name__)

FOLDER = "copies"
STAMP = "%Y%m%dT%H%M%SZ"
DAYS = 7
"""Of so many days the newest copy is kept."""
MIGRATIONS = 3
"""So many copies from before a migration are kept."""
OLDEST = timedelta(days=30)
"""Nothing is kept longer: the orders in a copy have names and addresses in them."""
RESERVE = 64 * 1024 * 1024
"""So many bytes of the disk a copy leaves free for the desk."""
_NAME = re.compile(r"(\d{8}T\d{6}Z)(?:-before-(\w+))?\.sqlite3")
_MAKING = "making.tmp"
_PAGES = 256
_STEPS_TO_SYNC = 16


class NoCopy(Exception):
    """No copy was made; the text says why."""


class SourceDamaged(NoCopy):
    """No copy was made because the database itself is damaged."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the database as it was `at` that time (UTC); `before` is the version of a migration that followed."""

    at: datetime
    before: str
    path: Path


def folder_of(database: Path) -> Path:
    """Return the folder of a database's copies."""
    return database.parent / FOLDER


def newest_first(folder: Path) -> list[Copy]:
    """Return the copies in a folder."""
    found = []
    for path in folder.glob("*.sqlite3"):
        if match := _NAME.fullmatch(path.name):
            at = datetime.strptime(match[1], STAMP).replace(tzinfo=UTC)
            found.append(Copy(at, match[2] or "", path))
    return sorted(found, key=lambda copy: (copy.at, copy.before), reverse=True)


def make(
    database: Path,
    at: datetime,
    *,
    before: str = "",
    reserve: int = RESERVE,
    pause: float = 0.0,
    stop: threading.Event | None = None,
) -> Copy:
    """Copy a database that may be in use, as it is at one moment; it has its name only once it is whole and on disk.

    Others read and write meanwhile. `pause` is how many seconds the disk is left to them after each MiB, `stop` breaks
    off. NoCopy if it cannot be made: nothing is left of it then.
    """
    stop = stop or threading.Event()
    folder = folder_of(database)
    making = folder / _MAKING
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        _must_have_room(database, folder, reserve)
        _remove(making)
        os.close(os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _copy(database, making, pause, stop)
        _must_be_whole(database, making, stop)
        sync(making)
        name = f"{at.astimezone(UTC):{STAMP}}{f'-before-{before}' if before else ''}.sqlite3"
        os.replace(making, folder / name)
        sync(folder)
    except sqlite3.Error as error:
        _remove(making)
        raise (SourceDamaged if integrity.is_damage(error) else NoCopy)(sentence(error)) from error
    except (OSError, NotSaved) as error:
        _remove(making)
        raise NoCopy(getattr(error, "strerror", None) or str(error)) from error
    except NoCopy:
        _remove(making)
        raise
    return Copy(at, before, folder / name)


def thin(folder: Path, now: datetime) -> None:
    """Delete the copies that are no longer needed: see DAYS, MIGRATIONS, OLDEST. The newest of all stays."""
    found = newest_first(folder)
    days: dict[object, Copy] = {}
    for copy in found:
        if not copy.before:
            days.setdefault(copy.at.date(), copy)
    migrations = [copy for copy in found if copy.before]
    kept = [copy for copy in (*list(days.values())[:DAYS], *migrations[:MIGRATIONS]) if now - copy.at < OLDEST]
    remove(copy.path for copy in found[1:] if copy not in kept)


def remove(paths: Iterable[Path]) -> None:
    """Delete files; one that cannot be deleted is only logged."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            log.warning("%s could not be deleted: %s", path, error.strerror)


def sync(path: Path) -> None:
    """Return once a file, or what is in a folder, is on the disk."""
    if path.is_dir() and os.name == "nt":
        return  # a folder cannot be opened there, and a rename is written through
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class Copyist:
    """Copies the database now and then on a thread of its own, from `start` to `close`.

    `damaged` is called on that thread, with a sentence, when the database was found damaged.
    """

    def __init__(
        self,
        database: Path,
        *,
        damaged: Callable[[str], None] = lambda words: None,
        every: timedelta = timedelta(hours=1),
        after: float = 60.0,
        pause: float = 0.01,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._database = database
        self._damaged = damaged
        self._every = every
        self._after = after
        self._pause = pause
        self._now = now
        self._stop = threading.Event()
        self._failing = ""
        self._thread = threading.Thread(target=self._run, name="store-copies", daemon=True)

    def start(self) -> None:
        """Begin; the first copy is due when the newest one there is has become old."""
        self._thread.start()

    def close(self) -> None:
        """Stop; a copy under way is given up."""
        self._stop.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        # A short wait, again and again: timers stand still while the computer sleeps, its clock does not.
        while not self._stop.wait(self._after):
            try:
                self._copy_if_due()
            except Exception:
                log.exception("the copies of the database could not be looked after")

    def _copy_if_due(self) -> None:
        now, folder = self._now(), folder_of(self._database)
        # A copy from the future was made while the clock was wrong.
        newest = next((copy.at for copy in newest_first(folder) if not copy.before and copy.at <= now), None)
        if newest is not None and now - newest < self._every:
            return
        try:
            made = make(self._database, now, pause=self._pause, stop=self._stop)
        except NoCopy as error:
            if self._stop.is_set():
                return
            if self._failing != str(error):
                log.error("the database could not be copied: %s", error)
            self._failing = str(error)
            if isinstance(error, SourceDamaged):
                self._damaged(str(error))
            return
        if self._failing:
            log.info("the database can be copied again")
        self._failing = ""
        log.info("the database was copied: %s", made.path.name)
        thin(folder, now)


def _must_have_room(database: Path, folder: Path, reserve: int) -> None:
    size = sum(path.stat().st_size for end, path in integrity.files_of(database) if end != "-shm")
    free = shutil.disk_usage(folder).free
    if free < size + reserve:
        raise NoCopy(
            f"There is no room for a copy: {free // 1_000_000} MB are free, {(size + reserve) // 1_000_000} MB needed."
        )


def _copy(database: Path, making: Path, pause: float, stop: threading.Event) -> None:
    steps = 0

    def step(status: int, remaining: int, total: int) -> None:
        nonlocal steps
        steps += 1
        if stop.wait(pause) if pause else stop.is_set():
            raise NoCopy("The program was closed meanwhile.")
        if steps % _STEPS_TO_SYNC == 0:
            sync(making)  # little by little: a commit of the desk must not wait for all of it

    with closing(integrity.connect(database)) as source, closing(sqlite3.connect(making, isolation_level=None)) as copy:
        # What is read from here on is one moment, whatever is written meanwhile; the copying never begins anew.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        copy.execute("PRAGMA synchronous=OFF")
        source.backup(copy, pages=_PAGES, progress=step)


def _must_be_whole(database: Path, making: Path, stop: threading.Event) -> None:
    found = integrity.look(making, frozen=True, stop=stop.is_set)
    if found.damage:
        source = integrity.look(database, stop=stop.is_set)
        if source.damage:
            raise SourceDamaged(
                f"The database file is damaged ({source.damage.splitlines()[0]}). "
                "Close the program and start it again: it then opens the last good copy."
            )
        raise NoCopy(f"The copy is damaged, the database is not: check the disk ({found.damage.splitlines()[0]}).")


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)

"""Opens and migrates the database, runs work in transactions on its writer thread and reads on others."""

import asyncio
import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection as Connection
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError, SQLAlchemyError
from sqlalchemy.pool import QueuePool

log = logging.getLogger(__name__)

Result = TypeVar("Result")
Work = Callable[[Connection], Result]
_MIGRATIONS = str(Path(__file__).with_name("migrations"))
_GROUP = 64
_READERS = 2
_OF_THE_WORK = (DataError, IntegrityError, ProgrammingError)
"""Errors that say something of one work, not of the database."""

NEWER = "The database was written by a newer version of this program: update the program."


class NotSaved(Exception):
    """The database could not be used; nothing of the work holds. The text says why and what to do."""


def sqlite_url(path: Path) -> str:
    """Return the address of a SQLite file."""
    return f"sqlite:///{path}"


class Database:
    """One database with one writer thread.

    Works that wait while another is being written are committed together (group commit); each has its own savepoint,
    so that one that fails takes nothing with it. A future is done only after the commit.

    `trouble` says why nothing can be saved, from a commit that failed until the next good one; else it is "".
    """

    def __init__(self, url: str, *, busy_ms: int = 5000, migrations: str = _MIGRATIONS) -> None:
        """Use the database at that address; `busy_ms` is how long to wait for another program that holds it."""
        self.url = url
        self._config = Config()
        # A folder, not a package's resource: what alembic opens for one, it keeps until the program ends. It reads a
        # per cent sign as the beginning of a name.
        self._config.set_main_option("script_location", migrations.replace("%", "%%"))
        self.trouble = ""
        self._jobs: queue.SimpleQueue[tuple[Work[Any], Future[Any]] | None] = queue.SimpleQueue()
        self._writer_engine = _engine(url, busy_ms, writing=True)
        self._reader_engine = _engine(url, busy_ms, writing=False)
        self._readers = ThreadPoolExecutor(_READERS, thread_name_prefix="store-reader")
        self._writer = threading.Thread(target=self._write_all, name="store-writer", daemon=True)
        self._closed = False
        self._lock = threading.Lock()

    def open(self) -> None:
        """Bring the schema up to date and start the writer; NotSaved if the file cannot be used."""
        try:
            with self._writer_engine.connect() as connection:
                self._config.attributes["connection"] = connection
                command.upgrade(self._config, "head")
        except DBAPIError as error:
            self.dispose()
            raise NotSaved(sentence(error)) from error
        except CommandError as error:
            self.dispose()
            raise NotSaved(NEWER) from error
        self._writer.start()

    def revisions(self) -> tuple[str, ...]:
        """Return the versions of the tables that this program knows, the newest first."""
        scripts = ScriptDirectory.from_config(self._config)
        return tuple(script.revision for script in scripts.walk_revisions())

    def write(self, work: Work[Result]) -> Future[Result]:
        """Run `work` in a transaction on the writer thread; the future is done after the commit."""
        future: Future[Result] = Future()
        with self._lock:
            if self._closed:
                raise NotSaved("The database is closed.")
            self._jobs.put((work, future))
        return future

    def read(self, work: Work[Result]) -> Future[Result]:
        """Run `work`, which only reads, on a reader thread; NotSaved if the database cannot be read."""
        return self._readers.submit(self._read, work)

    async def run(self, work: Work[Result]) -> Result:
        """Await `write(work)` in any event loop."""
        return await asyncio.wrap_future(self.write(work))

    async def ask(self, work: Work[Result]) -> Result:
        """Await `read(work)` in any event loop."""
        return await asyncio.wrap_future(self.read(work))

    def close(self) -> None:
        """Finish what waits, then stop the threads and close the file."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            self._jobs.put(None)
        if self._writer.ident is not None:
            self._writer.join()
        self._readers.shutdown(wait=True)
        self.dispose()

    def dispose(self) -> None:
        """Close the connections."""
        self._writer_engine.dispose()
        self._reader_engine.dispose()

    def _read(self, work: Work[Result]) -> Result:
        try:
            with self._reader_engine.connect() as connection:
                return work(connection)
        except DBAPIError as error:
            if isinstance(error, _OF_THE_WORK):
                raise
            raise NotSaved(sentence(error)) from error

    def _write_all(self) -> None:
        while True:
            job = self._jobs.get()
            if job is None:
                return
            group = [job]
            last = False
            while len(group) < _GROUP:
                try:
                    job = self._jobs.get_nowait()
                except queue.Empty:
                    break
                if job is None:
                    last = True
                    break
                group.append(job)
            self._write_group([(work, future) for work, future in group if future.set_running_or_notify_cancel()])
            if last:
                return

    def _write_group(self, group: list[tuple[Work[Any], Future[Any]]]) -> None:
        done: list[tuple[Future[Any], Any]] = []
        failed: list[tuple[Future[Any], BaseException]] = []
        trouble = ""
        try:
            with self._writer_engine.begin() as connection:
                for work, future in group:
                    try:
                        done.append((future, _apart(connection, work)))
                    except _Lost:
                        raise
                    except DBAPIError as error:
                        if error.connection_invalidated:
                            raise
                        failed.append((future, NotSaved(sentence(error))))
                        trouble = trouble if isinstance(error, _OF_THE_WORK) else sentence(error)
                    except Exception as error:
                        failed.append((future, error))
        except (_Lost, SQLAlchemyError) as error:
            words = sentence(error.__cause__ if isinstance(error, _Lost) else error)
            self._note(words)
            for _, future in group:
                future.set_exception(NotSaved(words))
            return
        if done or trouble:
            self._note(trouble)
        for future, result in done:
            future.set_result(result)
        for future, reason in failed:
            future.set_exception(reason)

    def _note(self, trouble: str) -> None:
        """Say once that nothing can be saved, and once that it can again."""
        if trouble and trouble != self.trouble:
            log.error("the database could not commit: %s", trouble)
        elif self.trouble and not trouble:
            log.info("the database can commit again")
        self.trouble = trouble


class _Lost(Exception):
    """The database took back a whole transaction by itself; its cause says why."""


def _apart(connection: Connection, work: Work[Result]) -> Result:
    """Run a work in a savepoint of its own; _Lost if the whole transaction is gone with it.

    On a full disk SQLite rolls everything back, and says nothing of it but in the driver's own state.
    """
    savepoint = connection.begin_nested()
    try:
        result = work(connection)
        savepoint.commit()
    except Exception as error:
        if not getattr(connection.connection.driver_connection, "in_transaction", True):
            raise _Lost from error
        if savepoint.is_active:
            savepoint.rollback()
        raise
    return result


def sentence(error: BaseException | None) -> str:
    """Say in words what is wrong with the database and what to do."""
    text = str(getattr(error, "orig", error)).lower()
    if "full" in text:
        return "The disk is full: nothing more can be saved. Free some space, then scan again."
    if "readonly" in text or "read-only" in text or "permission" in text:
        return "The data folder cannot be written: nothing more can be saved. Check its permissions."
    if "locked" in text or "busy" in text:
        return "Another program holds the database: close it, then try again."
    if "malformed" in text or "not a database" in text or "corrupt" in text:
        return (
            "The database file is damaged: nothing more can be saved in it. "
            "Close the program and start it again: it then opens the last good copy."
        )
    if "unable to open" in text:
        return "The database file cannot be opened: check the data folder."
    if "disk i/o error" in text:
        return "The disk could not be read or written: see that it has room and is whole."
    return f"The database refused to save: {text[:200]}"


def _engine(url: str, busy_ms: int, *, writing: bool) -> Engine:
    engine = create_engine(url, poolclass=QueuePool, pool_size=1 if writing else _READERS, max_overflow=0)
    if make_url(url).get_backend_name() == "sqlite":

        @event.listens_for(engine, "connect")
        def prepare(connection: Any, _record: Any) -> None:
            # pysqlite would open transactions by its own rules; SQLAlchemy opens them below instead.
            connection.isolation_level = None
            # What is deleted is also overwritten: personal data must not stay in the free parts of the file.
            always = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
            for pragma in (*always, f"busy_timeout={busy_ms}"):
                connection.execute(f"PRAGMA {pragma}")

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine

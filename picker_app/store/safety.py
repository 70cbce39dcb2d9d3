"""Opens the database safely: looked through first, copied before a migration, put back from a copy where it is damaged.

What belongs to SQLite alone stays in this module, `integrity` and `copies`. Of another database the server takes care.
"""

import errno
import json
import logging
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from picker_app.store import copies, integrity
from picker_app.store.database import NEWER, Database, NotSaved

log = logging.getLogger(__name__)

KEPT_ASIDE = 3
"""So many damaged databases are kept for whoever wants to look into them."""
_RESTORING = "restoring.tmp"
_LEAST = 256 * 1024
"""With less room than this, in bytes, a database cannot even be opened."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What was lost with a database file: everything written after `since` and up to `found` (aware UTC).

    `since` is the time of the copy that was opened instead; None where there was no good one, and a new database was
    begun. `aside` is the name under which the damaged file is kept, "" where there is none to keep;
    `placed` says that the copy is in its place.
    """

    found: datetime
    since: datetime | None
    aside: str
    placed: bool = False

    @property
    def key(self) -> str:
        """Return what tells this loss from others."""
        return f"{self.found.astimezone(UTC):{copies.STAMP}}"


class Safety:
    """Opens a database; with one in a SQLite file, `file`, it makes sure before that the file is whole.

    A loss is written down in the data folder before anything is moved, and stays there until `settled`: a program that
    is killed in between finds it again at its next start.
    """

    def __init__(
        self,
        database: Database,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        busy_ms: int = 5000,
        reserve: int = copies.RESERVE,
    ) -> None:
        self._database = database
        self._now = now
        self._busy_ms = busy_ms
        self._reserve = reserve
        self._damage = ""
        self.file = integrity.file_of(database.url)

    def trouble(self) -> str:
        """Return why nothing can be saved, or that the file was found damaged, in a sentence; "" if all is well."""
        return self._damage or self._database.trouble

    def found_damaged(self, words: str) -> None:
        """Take, from any thread, that the file was found damaged while it is in use."""
        self._damage = words

    def open(self) -> tuple[Loss, ...]:
        """Open the database; returns the losses that are not settled yet, the oldest first.

        NotSaved, and nothing was changed, if the database can neither be used nor replaced now.
        """
        if self.file is None:
            log.info("the database is no file of this computer: its server has to check and copy it")
            self._database.open()
            return ()
        try:
            self._make_whole(self.file)
            self._database.open()
        except (NotSaved, OSError) as error:
            words = error.strerror if isinstance(error, OSError) else str(error)
            raise NotSaved(_full(self.file) or f"{self.file}: {words}") from error
        return tuple(_losses(self.file.parent))

    def settled(self, loss: Loss) -> None:
        """Forget a loss: it was told, and the gap is closed."""
        if self.file is not None:
            copies.remove([_note_of(self.file.parent, loss)])

    def _make_whole(self, file: Path) -> None:
        known = self._database.revisions()
        if integrity.log_is_lost(file):
            log.error("%s: the newest part of the database, its log, is gone", file.name)
            since = datetime.fromtimestamp(file.stat().st_mtime, UTC)
            _write_note(file.parent, Loss(self._now(), since, "", placed=True))
        good = copies.newest_first(copies.folder_of(file))
        if not file.exists():
            # It was taken away; or the program was stopped while it put a copy in its place.
            if good or _losses(file.parent) or integrity.files_of(file):
                self._put_back(file, "the file is gone", known)
            return
        found = integrity.look(file, busy_ms=self._busy_ms)
        # Empty, and never copied, it is one that the first start had no time to fill.
        gone = not found.revision and (bool(good) or not found.empty)
        if found.damage or gone:
            self._put_back(file, found.damage or "its tables are gone", known)
            return
        if found.orphans:
            log.error("%s: %d rows refer to rows that are not there", file.name, found.orphans)
        if found.revision and found.revision not in known:
            raise NotSaved(NEWER)
        if found.revision and found.revision != known[0]:
            self._copy_before(file, known[0])

    def _copy_before(self, file: Path, revision: str) -> None:
        try:
            made = copies.make(file, self._now(), before=revision, reserve=self._reserve)
        except copies.NoCopy as error:
            raise NotSaved(
                f"The database has to be brought up to date, and the copy that is made before cannot be made: {error}"
            ) from error
        log.info("the database was copied before it is brought up to date: %s", made.path.name)
        copies.thin(made.path.parent, self._now())

    def _put_back(self, file: Path, damage: str, known: tuple[str, ...]) -> None:
        """Set a damaged database aside and put the last good copy in its place; none good: a new one will be made.

        In an order in which a stop at any point leaves a state that the next start goes on from.
        """
        log.error("%s: the database is damaged: %s", file.name, damage.splitlines()[0])
        folder, restoring, now = file.parent, file.with_name(_RESTORING), self._now()
        copy = self._good_copy(file, restoring, known)
        integrity.drop_empty_log(file)
        aside = f"damaged-{now.astimezone(UTC):{copies.STAMP}}{file.suffix}" if integrity.files_of(file) else ""
        loss = Loss(now, copy.at if copy else None, aside)
        begun = [other for other in _losses(folder) if not other.placed or not file.exists()]
        if begun:
            loss = replace(begun[-1], since=loss.since, aside=begun[-1].aside or aside)
        _write_note(folder, loss)
        # First the file, then its log: without the file nobody takes the log for that of another one.
        for end, path in integrity.files_of(file):
            os.replace(path, folder / (loss.aside + end))
        if copy is not None:
            os.replace(restoring, file)
        copies.sync(folder)
        _write_note(folder, replace(loss, placed=True))
        log.error("%s: %s", file.name, f"the copy {copy.path.name} was opened" if copy else "a new one was begun")
        _thin_aside(folder, now)

    def _good_copy(self, file: Path, restoring: Path, known: tuple[str, ...]) -> copies.Copy | None:
        """Lay the newest copy that is good beside the file, on the disk and looked through."""
        for copy in copies.newest_first(copies.folder_of(file)):
            restoring.unlink(missing_ok=True)
            os.close(os.open(restoring, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            try:
                shutil.copyfile(copy.path, restoring)
                copies.sync(restoring)
                found = integrity.look(restoring, frozen=True)
            except OSError as error:
                if error.errno != errno.EIO:
                    raise
                found = integrity.Finding(damage="the disk cannot read it")
            if not found.damage and found.revision in known:
                return copy
            log.error("%s: the copy cannot be used: %s", copy.path.name, found.damage or "another version wrote it")
        restoring.unlink(missing_ok=True)
        return None


def _full(file: Path) -> str:
    """Say that the disk is full, if it is: SQLite then often knows only that something cannot be opened or written."""
    try:
        free = shutil.disk_usage(file.parent).free
    except OSError:
        return ""
    if free >= _LEAST:
        return ""
    return f"The disk with {file} is full. Free some space, then start the program again: nothing was changed."


def _note_of(folder: Path, loss: Loss) -> Path:
    return folder / f"damaged-{loss.key}.json"


def _write_note(folder: Path, loss: Loss) -> None:
    """Write down a loss so that no stop of the program loses it."""
    path = _note_of(folder, loss)
    making = path.with_suffix(".tmp")
    since = loss.since.isoformat() if loss.since else ""
    note = {"found": loss.found.isoformat(), "since": since, "aside": loss.aside, "placed": loss.placed}
    making.write_text(json.dumps(note), encoding="utf-8")
    copies.sync(making)
    os.replace(making, path)
    copies.sync(folder)


def _losses(folder: Path) -> list[Loss]:
    losses = []
    for path in sorted(folder.glob("damaged-*.json")):
        try:
            note = json.loads(path.read_text(encoding="utf-8"))
            since = datetime.fromisoformat(note["since"]) if note["since"] else None
            found = datetime.fromisoformat(note["found"])
            losses.append(Loss(found, since, str(note["aside"]), bool(note["placed"])))
        except (ValueError, KeyError, TypeError) as error:
            log.error("%s cannot be read: %s", path.name, error)
    return losses


def _thin_aside(folder: Path, now: datetime) -> None:
    """Delete damaged databases that are old, or too many."""
    stamps = sorted({path.name.split(".")[0] for path in folder.glob("damaged-*.sqlite3*")}, reverse=True)
    oldest = f"damaged-{now.astimezone(UTC) - copies.OLDEST:{copies.STAMP}}"
    for place, stamp in enumerate(stamps):
        if place >= KEPT_ASIDE or stamp < oldest:
            copies.remove(folder.glob(f"{stamp}.sqlite3*"))

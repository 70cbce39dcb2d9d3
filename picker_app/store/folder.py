"""The data folder: readable by its user only, and used by one program at a time."""

import logging
import os
import stat
from pathlib import Path

from filelock import FileLock, Timeout

from picker_app.wording import Words, say, tr

log = logging.getLogger(__name__)

LOCK = "picker.lock"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class FolderTaken(Exception):
    """Another program works in the folder; `words` name it and say how to go on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.words = say(
            tr(
                "The program already runs with the data folder {folder}: use its window, or close it first. "
                "To run a second one beside it, give that one a folder of its own with --data-dir."
            ),
            folder=folder,
        )
        super().__init__(str(self.words))


class FolderUnusable(Exception):
    """The folder cannot be made or written; `words` name it and say what is in the way."""

    def __init__(self, words: Words) -> None:
        self.words = words
        super().__init__(str(words))


class DataFolder:
    """A data folder that is held from `hold` to `close`, or to the end of the program, however that comes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        # A lock of the operating system: it is gone with the process that holds it, killed or not.
        self._lock = FileLock(path / LOCK, timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False)

    def hold(self) -> None:
        """Make the folder if it is not there, and hold it; FolderTaken or FolderUnusable if that is not possible."""
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock.acquire()
        except Timeout:
            raise FolderTaken(self.path) from None
        except OSError as error:
            raise FolderUnusable(_in_the_way(self.path, error)) from error
        make_private(self.path)

    def close(self) -> None:
        """Let go of the folder."""
        self._lock.release()


def keep_new_files_private() -> None:
    """Let every file and folder that this process makes from now on be its user's own."""
    os.umask(_OTHERS)


def make_private(folder: Path) -> None:
    """Take the right to read the folder, its files and its copies from everyone but its user.

    A folder that everyone is meant to use, like /tmp, is left as it is; the files in it are not.
    """
    if os.name == "nt":
        return  # a folder below the user's profile is private there by what it inherits
    if not folder.stat().st_mode & stat.S_ISVTX:
        _take_from_others(folder)
    for path in (*folder.glob("picker.*"), *folder.glob("damaged-*"), folder / "copies", *folder.glob("copies/*")):
        _take_from_others(path)


def _take_from_others(path: Path) -> None:
    try:
        found = path.lstat()
        if found.st_uid == os.geteuid() and found.st_mode & _OTHERS and not stat.S_ISLNK(found.st_mode):
            path.chmod(stat.S_IMODE(found.st_mode) & ~_OTHERS)
    except FileNotFoundError:
        return
    except OSError as error:
        log.warning("others may read %s: %s", path, error.strerror)


def _in_the_way(folder: Path, error: OSError) -> Words:
    if isinstance(error, NotADirectoryError | FileExistsError):
        words = tr(
            "The data folder {folder} cannot be used: there is a file of that name. Give another with --data-dir."
        )
        return say(words, folder=folder)
    words = tr(
        "The data folder {folder} cannot be written: {why}. "
        "Free some space or check its permissions, or give another folder with --data-dir."
    )
    return say(words, folder=folder, why=error.strerror)

"""The log: a file for its user only, a line for each event, and neither a secret nor a person in it.

What is written passes the masks. What nobody caught is written down too: the program never ends silently.
"""

import asyncio
import copy
import logging
import os
import queue
import re
import sys
import threading
import traceback
from datetime import datetime
from logging.handlers import QueueHandler, QueueListener, RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from picker_app.masks import MASKS, Masks

log = logging.getLogger(__name__)

NAME = "picker.log"
LARGEST = 2_000_000
KEPT = 5
"""So many full files, each of `LARGEST` bytes, are kept beside the one that is written."""
_BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")


class Form(logging.Formatter):
    """One line for each event: time with its zone, level, part, words; a traceback is set in below it."""

    def __init__(self, masks: Masks) -> None:
        super().__init__()
        self._masks = masks

    def format(self, record: logging.LogRecord) -> str:
        """Write a record, covered."""
        at = datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="milliseconds")
        words = _BREAKS.sub(" ", record.getMessage())
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        behind = "".join(f"\n    {line}" for line in (record.exc_text or "").splitlines())
        part = record.name.removeprefix("picker_app.")
        return f"{at} {record.levelname} {part}: {self._masks.cover(words + behind)}"


class Log:
    """The log of a running program, from `start` until `close`.

    Whoever logs hands the record over and goes on; a thread of its own covers and writes it.
    """

    def __init__(self, folder: Path, screen: TextIO | None, masks: Masks) -> None:
        handlers: list[logging.Handler] = [_File(folder / NAME)]
        if screen is not None:
            handlers.append(logging.StreamHandler(screen))
            handlers[-1].setLevel(logging.WARNING)
        for handler in handlers:
            handler.setFormatter(Form(masks))
        self._handlers = handlers
        records: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._entry = _Entry(records)
        self._writer: QueueListener | None = QueueListener(records, *handlers, respect_handler_level=True)
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._level = logging.getLogger().level

    def open(self) -> None:
        """Begin to write, and to catch what nobody else catches."""
        if self._writer is not None:
            self._writer.start()
        root = logging.getLogger()
        root.addHandler(self._entry)
        root.setLevel(logging.INFO)
        # What httpx logs of a request is its address; ours say more, and less of the customer.
        logging.getLogger("httpx").setLevel(logging.WARNING)
        sys.excepthook = _not_caught
        threading.excepthook = _thread_failed
        sys.unraisablehook = _cannot_be_raised

    def close(self) -> None:
        """Write what is left, and give everything back; a second call does nothing."""
        if self._writer is None:
            return
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
        root = logging.getLogger()
        root.removeHandler(self._entry)
        root.setLevel(self._level)
        self._writer.stop()
        self._writer = None
        for handler in self._handlers:
            handler.close()


def start(folder: Path, *, screen: TextIO | None = None, masks: Masks = MASKS) -> Log:
    """Log into `picker.log` of a folder, warnings also to `screen`. A file that cannot be written is said once."""
    masks.hide([str(Path.home())], "~")
    started = Log(folder, screen, masks)
    started.open()
    return started


def files(folder: Path) -> list[Path]:
    """Return the log files in a folder, the newest first."""
    return [path for path in (folder / NAME, *(folder / f"{NAME}.{n}" for n in range(1, KEPT + 1))) if path.is_file()]


def loop_failed(loop: object, context: dict[str, Any]) -> None:
    """Log what an asyncio loop could not give to anybody: for `loop.set_exception_handler`."""
    error = context.get("exception")
    task = context.get("task") or context.get("future")
    name = task.get_name() if isinstance(task, asyncio.Task) else ""
    words = str(context.get("message", "a fault in the loop"))
    log.error("%s%s", words, f": {name}" if name else "", exc_info=error)


class _Entry(QueueHandler):
    """Takes a record in: its words and its traceback as text, so that nothing of it changes or is kept alive."""

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        record = copy.copy(record)
        try:
            record.msg = record.getMessage()
        except Exception:
            record.msg = f"{record.msg} (with values that do not fit it)"
        record.args = None
        if record.exc_info:
            record.exc_text = "".join(traceback.format_exception(*record.exc_info)).rstrip()
        record.exc_info = record.stack_info = None
        return record


class _File(RotatingFileHandler):
    """The file, readable by its user only. That it cannot be written is said once, and the program goes on."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", delay=True, errors="replace")
        self._failed = self._failing = False

    def emit(self, record: logging.LogRecord) -> None:
        self._failed = False
        super().emit(record)
        self._failing = self._failed

    def handleError(self, record: logging.LogRecord) -> None:
        self._failed = True
        if not self._failing and sys.stderr is not None:
            reason = getattr(sys.exc_info()[1], "strerror", None) or "a fault of this program"
            print(f"The log {self.baseFilename} cannot be written: {reason}.", file=sys.stderr)

    def _open(self) -> Any:
        path = self.baseFilename
        opened = open(path, self.mode, encoding=self.encoding, errors=self.errors, opener=_for_its_user)  # noqa: SIM115 - the handler closes it
        if os.name == "posix" and os.stat(path).st_mode & 0o077:
            os.chmod(path, 0o600)
        return opened


def _for_its_user(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _not_caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        log.info("the program was interrupted")
        return
    log.critical("a fault that nobody caught", exc_info=(kind, error, trace))


def _thread_failed(failed: threading.ExceptHookArgs) -> None:
    if failed.exc_type is SystemExit:
        return
    name = failed.thread.name if failed.thread is not None else "unknown"
    error = failed.exc_value or failed.exc_type()
    log.critical("the thread %s ended by a fault", name, exc_info=(failed.exc_type, error, failed.exc_traceback))


def _cannot_be_raised(failed: "sys.UnraisableHookArgs") -> None:
    error = failed.exc_value or failed.exc_type()
    where = getattr(failed.object, "__qualname__", type(failed.object).__name__)
    words = failed.err_msg or "a fault that cannot be raised"
    log.error("%s: %s", words, where, exc_info=(failed.exc_type, error, failed.exc_traceback))

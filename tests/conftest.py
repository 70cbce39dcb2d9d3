"""Makes every test intolerant: no user's folders, no network but loopback, nothing logged or left behind.

A test fails that logs an unexpected warning, or leaves a thread, a task, a timer or a window. Qt draws into
memory, unless a test starts a display of its own for a program of its own.
"""

import asyncio
import gc
import logging
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from weakref import WeakSet

import hypothesis
import pytest

# Before anything imports Qt or reads a user's folder. Programs started by tests inherit it.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_CONTROLS_STYLE"] = "Basic"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
for name in [n for n in os.environ if n.startswith("PICKER_") or n == "DBUS_SESSION_BUS_ADDRESS"]:
    del os.environ[name]
_runtime = tempfile.TemporaryDirectory(prefix="picker-tests-")
os.environ["XDG_RUNTIME_DIR"] = _runtime.name

from PySide6.QtCore import QTimer  # noqa: E402 - the platform must be chosen before Qt is loaded
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402
from shiboken6 import isValid  # noqa: E402

LEFT_BEHIND_SECONDS = 3.0
"""How long a thread may take to end after its test."""

hypothesis.settings.register_profile("same_every_time", derandomize=True, deadline=None, database=None)
hypothesis.settings.register_profile("explore", deadline=None, max_examples=2000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same_every_time"))


# --- the user's folders ---


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home: whatever asks for the user's folders gets some below it."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    for variable, below in {
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_CACHE_HOME": ".cache",
        "APPDATA": "AppData/Roaming",
        "LOCALAPPDATA": "AppData/Local",
    }.items():
        monkeypatch.setenv(variable, str(folder / below))
    return folder


# --- the network ---


class NotLoopback(AssertionError):
    """A test tried to reach another machine. No OSError, lest the code under test takes it for an outage."""


def is_local(address: object) -> bool:
    """Tell whether a socket address is of this machine: a path, `localhost` or a loopback address."""
    if not isinstance(address, tuple):
        return True
    host = str(address[0])
    if host in ("", "localhost"):
        return True
    try:
        return ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True, scope="session")
def only_loopback() -> Iterator[None]:
    """Shut the network but for this machine itself."""

    def guarded(original: Callable[..., Any]) -> Callable[..., Any]:
        def call(self: socket.socket, *arguments: Any) -> Any:
            if not is_local(arguments[-1]):
                raise NotLoopback(f"a test may only reach this machine, not {arguments[-1]!r}")
            return original(self, *arguments)

        return call

    def resolve(host: Any, *arguments: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name is not None and not is_local((name,)):
            raise NotLoopback(f"a test may only look up this machine, not {name!r}")
        return lookup(host, *arguments, **options)

    lookup = socket.getaddrinfo
    with pytest.MonkeyPatch.context() as patch:
        for method in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, method, guarded(getattr(socket.socket, method)))
        patch.setattr(socket, "getaddrinfo", resolve)
        yield


# --- the log ---


class ExpectedLog(logging.Handler):
    """What was logged at WARNING or above during a test, and the patterns that the test expects of it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self._expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def __call__(self, pattern: str) -> None:
        """Expect at least one record in which the regular expression is found, and allow all such."""
        self._expected.append(pattern)

    def seen(self, pattern: str) -> bool:
        """Tell whether a record matched so far: to wait for it, or to count by `records`."""
        return any(re.search(pattern, record.getMessage()) for record in self.records)

    def faults(self) -> list[str]:
        """Say what was logged unexpectedly, and what was expected in vain."""
        unexpected = [
            f"{record.levelname} {record.name}: {record.getMessage()}"
            for record in self.records
            if not any(re.search(pattern, record.getMessage()) for pattern in self._expected)
        ]
        in_vain = [pattern for pattern in self._expected if not self.seen(pattern)]
        return [f"logged unexpectedly: {line}" for line in unexpected] + [
            f"expected in the log, in vain: {pattern}" for pattern in in_vain
        ]


@pytest.fixture(autouse=True)
def expected_log(request: pytest.FixtureRequest) -> Iterator[ExpectedLog]:
    """Fail the test on a record ≥ WARNING, unless `expected_log("pattern")` or the marker allows it."""
    log = ExpectedLog()
    for marker in request.node.iter_markers("expected_log"):
        log(marker.args[0])
    root = logging.getLogger()
    root.addHandler(log)
    yield log
    root.removeHandler(log)
    if faults := log.faults():
        pytest.fail("\n".join(faults), pytrace=False)


# --- what is left behind ---

_started_timers: WeakSet[QTimer] = WeakSet()


@pytest.fixture(autouse=True, scope="session")
def timers_are_watched() -> Iterator[None]:
    """Remember every QTimer that is started, so that one still running after its test is found."""
    start = QTimer.start

    def watched(self: QTimer, *arguments: Any) -> None:
        _started_timers.add(self)
        start(self, *arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QTimer, "start", watched)
        yield


def running_timers() -> list[QTimer]:
    """The timers started from Python that live and run."""
    return [timer for timer in list(_started_timers) if isValid(timer) and timer.isActive()]


def open_windows() -> list[QWidget]:
    """The windows that can be seen."""
    if not isinstance(QApplication.instance(), QApplication):
        return []
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def threads_left(before: set[threading.Thread]) -> list[str]:
    """The names of threads, daemons too, that outlive their test. Qt's own threads have no end in Python."""
    deadline = time.monotonic() + LEFT_BEHIND_SECONDS
    left = []
    for thread in threading.enumerate():
        if thread in before or isinstance(thread, threading._DummyThread):
            continue
        # One that a server is only about to start cannot be joined yet.
        while thread.ident is None and time.monotonic() < deadline:
            threading.Event().wait(0.01)
        if thread.ident is not None:
            thread.join(max(0.0, deadline - time.monotonic()))
        if thread.is_alive():
            left.append(thread.name)
    return left


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fail a test that leaves a thread, a running timer or a window on the screen."""
    before = set(threading.enumerate())
    timers_before = set(running_timers())
    yield
    faults = [f"thread left behind: {name}" for name in threads_left(before)]
    if len(running_timers()) > len(timers_before):
        gc.collect()  # a timer in a cycle of dead objects is no fault
    for timer in running_timers():
        if timer not in timers_before:
            faults.append(f"timer left running: {timer.objectName() or timer.parent()!r}, {timer.interval()} ms")
            timer.stop()
    for window in open_windows():
        faults.append(f"window left open: {type(window).__name__} {window.objectName()!r}")
        window.hide()
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)


@pytest.fixture
async def no_task_left() -> AsyncIterator[None]:
    """Fail an async test that leaves a task; set up before its other fixtures, so looks after they closed."""
    before = asyncio.all_tasks()
    yield
    # A task that was cancelled needs a turn of the loop to end.
    for _ in range(10):
        await asyncio.sleep(0)
    left = asyncio.all_tasks() - before - {asyncio.current_task()}
    if left:
        pytest.fail("\n".join(f"task left behind: {task.get_name()} {task.get_coro()}" for task in left), pytrace=False)


# --- a real display ---


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """A real X display of 1366 × 768 (Xvfb), as the value of DISPLAY for the programs a test starts."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed: make test says how")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        yield f":{number}"
        server.terminate()


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(collector: Any, name: str, obj: Any) -> None:
    """Have every async test watched by `no_task_left`."""
    function = getattr(obj, "__func__", obj)
    function = getattr(getattr(function, "hypothesis", None), "inner_test", function)
    if collector.funcnamefilter(name) and asyncio.iscoroutinefunction(function):
        pytest.mark.usefixtures("no_task_left")(obj)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Let one worker more run than there are cores: a third of all the time is waiting, for programs and displays."""
    return (os.cpu_count() or 1) + 1


def pytest_sessionfinish() -> None:
    """Remove the folder that stood for the user's runtime directory."""
    _runtime.cleanup()


def pytest_report_header() -> str:
    """Say what draws the windows."""
    return f"windows: {os.environ['QT_QPA_PLATFORM']}, python {sys.version.split()[0]}"

"""A second start brings the window of the first to the front; whoever is not there is not waited for."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from picker_app.gui import first_window
from picker_app.gui.first_window import FirstWindow, ask, bring_to_front

# Drawn into memory, no window is before another.
pytestmark = pytest.mark.qt_log_ignore(r"does not support raise", extend=True)

ASK = """
import sys
from pathlib import Path
from picker_app.gui.first_window import ask

sys.exit(not ask(Path(sys.argv[1])))
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A data folder with a short path, as that of a user is."""
    with tempfile.TemporaryDirectory(prefix="shop-") as made:
        yield Path(made)


@pytest.fixture
def first(qtbot: QtBot, folder: Path) -> Iterator[FirstWindow]:
    window = FirstWindow(folder)
    assert window.listen()
    with closing(window):
        yield window


def second(folder: Path, **more: str) -> subprocess.Popen[bytes]:
    """Another process that asks the program in the folder."""
    return subprocess.Popen([sys.executable, "-c", ASK, str(folder)], env={**os.environ, **more})


def test_another_process_is_heard_and_answered(qtbot: QtBot, first: FirstWindow, folder: Path) -> None:
    with qtbot.waitSignal(first.asked, timeout=20_000) as heard:
        process = second(folder, XDG_ACTIVATION_TOKEN="token-of-the-desktop")
    assert heard.args == ["token-of-the-desktop"]
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=10_000)
    assert process.returncode == 0


@pytest.mark.parametrize("hidden", ["minimized", "closed", "there"])
def test_a_window_comes_to_the_front_from_wherever_it_was(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, hidden: str
) -> None:
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    window = QLabel("window")
    qtbot.addWidget(window)
    {"minimized": window.showMinimized, "closed": window.hide, "there": window.show}[hidden]()
    bring_to_front(window, "token")
    qtbot.waitUntil(window.isVisible)
    assert not window.isMinimized() and os.environ["XDG_ACTIVATION_TOKEN"] == "token"


def test_a_full_screen_stays_one(qtbot: QtBot) -> None:
    window = QLabel("window")
    qtbot.addWidget(window)
    window.showFullScreen()
    bring_to_front(window)
    assert window.isFullScreen()


def test_where_nobody_listens_nobody_is_waited_for(qtbot: QtBot, folder: Path) -> None:
    assert not ask(folder)


def test_a_socket_that_a_killed_program_left_is_taken_over(qtbot: QtBot, folder: Path) -> None:
    (folder / first_window.SOCKET).touch()
    assert not ask(folder)
    with closing(FirstWindow(folder)) as window:
        assert window.listen()


def test_a_program_that_hangs_is_not_waited_for_long(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_window, "MILLISECONDS", 100)
    with closing(QLocalServer()) as hanging:
        assert hanging.listen(str(folder / first_window.SOCKET))
        assert not ask(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="only the path of a socket is short")
def test_a_folder_with_a_long_path_does_without(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / ("x" * 100)
    folder.mkdir()
    assert not FirstWindow(folder).listen() and not ask(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another matter there")
def test_only_the_user_may_call(first: FirstWindow, folder: Path) -> None:
    assert (folder / first_window.SOCKET).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("said", [b"nonsense\n", b"\n", b"x" * 5000])
def test_what_is_no_call_is_cut_off_and_the_next_is_heard(
    qtbot: QtBot, first: FirstWindow, folder: Path, said: bytes
) -> None:
    line = QLocalSocket()
    line.connectToServer(str(folder / first_window.SOCKET))
    with qtbot.assertNotEmitted(first.asked), qtbot.waitSignal(line.disconnected, timeout=5_000):
        line.write(QByteArray(said))
    with qtbot.waitSignal(first.asked, timeout=20_000):
        process = second(folder)
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=10_000)


# The whole program


def test_a_second_start_ends_well_and_the_first_comes_to_the_front(home: Path, folder: Path) -> None:
    words = [sys.executable, "-m", "picker_app", "--training", "--data-dir", str(folder / "data")]
    with subprocess.Popen([*words, "--minimized"], stdout=subprocess.PIPE, text=True, cwd=folder) as program:
        try:
            assert program.stdout is not None and "webhook listening" in program.stdout.readline()
            again = subprocess.run(words, capture_output=True, text=True, timeout=30, cwd=folder, check=False)
            assert again.returncode == 0, again.stderr
            assert again.stdout == "The program already runs with this data folder: its window is there.\n"
            quiet = subprocess.run([*words, "--minimized"], capture_output=True, timeout=30, cwd=folder, check=False)
            assert quiet.returncode == 0
        finally:
            program.terminate()
            program.wait(20)
    log = (folder / "data" / "picker.log").read_text()
    assert log.count("started once more: its window comes to the front") == 1
    assert not (folder / "data" / first_window.SOCKET).exists()

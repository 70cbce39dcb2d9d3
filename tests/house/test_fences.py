"""Checks that the fences around every test hold: each fence is shown a test that breaks it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import source

HEAD = """
import asyncio, logging, socket, threading
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
never = threading.Event()
kept = []
"""
BREAKERS = {
    "logged unexpectedly: WARNING shop: the line is down": """
def test_it():
    logging.getLogger("shop").warning("the line is down")
""",
    "expected in the log, in vain: the line": """
@pytest.mark.expected_log("the line")
def test_it():
    pass
""",
    "thread left behind: idler": """
def test_it():
    threading.Thread(target=never.wait, name="idler", daemon=True).start()
""",
    "timer left running: 'ticker', 1000 ms": """
def test_it(qapp):
    kept.append(QTimer(objectName="ticker"))
    kept[0].start(1000)
""",
    "window left open: QLabel 'sign'": """
def test_it(qapp):
    kept.append(QLabel("open", objectName="sign"))
    kept[0].show()
""",
    "task left behind: waiter": """
async def test_it():
    kept.append(asyncio.create_task(asyncio.Event().wait(), name="waiter"))
""",
    "a test may only reach this machine, not ('192.0.2.1', 80)": """
def test_it():
    with socket.socket() as line:
        line.connect(("192.0.2.1", 80))
""",
    "a test may only look up this machine, not 'shop.example'": """
def test_it():
    socket.create_connection(("shop.example", 80))
""",
}
TIDY = """
def test_a_tidy_window(qtbot):
    label = QLabel("tidy")
    qtbot.addWidget(label)
    label.show()
    timer = QTimer(label)
    timer.start(1000)

async def test_a_tidy_server():
    server = await asyncio.start_server(lambda reader, writer: writer.close(), "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    assert await reader.read() == b""
    writer.close()
    server.close()
    await server.wait_closed()

async def test_a_tidy_task():
    asyncio.create_task(asyncio.Event().wait()).cancel()
    assert await asyncio.to_thread(lambda: 3) == 3

def test_an_expected_warning(expected_log):
    expected_log("the line")
    logging.getLogger("shop").warning("the line is down")

def test_a_home_of_its_own(home):
    import pathlib, platformdirs
    assert pathlib.Path(platformdirs.user_data_dir("picker-app")).is_relative_to(home)
    assert pathlib.Path.home() == home
"""


def run(folder: Path, tests: dict[str, str]) -> str:
    """Run test modules of a folder under this project's conftest and settings; returns what pytest printed."""
    (folder / "tests").mkdir()
    shutil.copy(source.ROOT / "tests" / "conftest.py", folder / "tests")
    shutil.copy(source.ROOT / "pyproject.toml", folder)
    for name, code in tests.items():
        (folder / "tests" / f"test_{name}.py").write_text(HEAD + code, "utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:cov", "-q", "-rA", "--tb=short"]
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "COV_", "COVERAGE_"))}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=50
    ).stdout


def test_each_fence_stops_what_breaks_it(tmp_path: Path) -> None:
    printed = run(tmp_path, {f"breaker_{number}": code for number, code in enumerate(BREAKERS.values())})
    blamed = re.findall(r"^(?:ERROR|FAILED) tests/test_breaker_(\d+)\.py::test_it - (.*)$", printed, re.MULTILINE)
    assert sorted({int(number) for number, _ in blamed}) == list(range(len(BREAKERS))), printed
    assert not [sentence for sentence in BREAKERS if sentence not in printed], printed


def test_no_fence_stops_a_tidy_test(tmp_path: Path) -> None:
    printed = run(tmp_path, {"tidy": TIDY})
    assert re.search(r"^5 passed in", printed, re.MULTILINE), printed


def test_a_real_display_can_be_had(display: str) -> None:
    code = (
        "from PySide6.QtWidgets import QApplication; program = QApplication([]);"
        "print(program.platformName(), program.primaryScreen().size().toTuple())"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout.strip() == "xcb (1366, 768)"


def test_the_keyring_of_the_user_is_out_of_reach() -> None:
    keyring = pytest.importorskip("keyring")
    with pytest.raises(keyring.errors.NoKeyringError):
        keyring.get_password("picker-app", "a/secret")

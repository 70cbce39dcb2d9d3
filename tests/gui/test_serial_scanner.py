"""Checks the serial scanner at a pseudo-terminal: codes come in, it is unplugged and plugged in again."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from picker_app.devices.scanner import Scan
from picker_app.gui import serial_scanner
from picker_app.gui.serial_scanner import SerialScanner

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals on Windows")


class Cable:
    """A pseudo-terminal under a name that stays the same, as a device has: what is written comes out at the port."""

    def __init__(self, name: Path) -> None:
        self.name = name
        self._ends: tuple[int, int] | None = None

    def plug(self) -> None:
        self._ends = os.openpty()
        self.name.symlink_to(os.ttyname(self._ends[1]))

    def send(self, data: bytes) -> None:
        assert self._ends is not None
        os.write(self._ends[0], data)

    def unplug(self) -> None:
        if self._ends is not None:
            for end in self._ends:
                os.close(end)
            self._ends = None
            self.name.unlink()


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    cable = Cable(tmp_path / "ttyScanner")
    yield cable
    cable.unplug()


@pytest.fixture
def scanner(qapp: QApplication, cable: Cable) -> Iterator[SerialScanner]:
    scanner = SerialScanner(str(cable.name), 9600, again_ms=20)
    yield scanner
    scanner.close()
    scanner.deleteLater()


def test_each_code_at_the_port_is_a_scan(scanner: SerialScanner, cable: Cable, qtbot: QtBot) -> None:
    scans: list[Scan] = []
    scanner.scanned.connect(scans.append)
    cable.plug()
    scanner.open()
    cable.send(b"7891000315507\r\n0107891000315507")
    cable.send(b"10LOT7\x1d17261231\r")
    qtbot.waitUntil(lambda: len(scans) == 2)
    assert [scan.text for scan in scans] == ["7891000315507", "010789100031550710LOT7\x1d17261231"]
    assert {(scan.source, scan.keys, scan.repeat) for scan in scans} == {("serial", "", False)}


def test_a_scanner_without_a_suffix_is_heard_when_it_falls_silent(
    scanner: SerialScanner, cable: Cable, qtbot: QtBot
) -> None:
    scans: list[Scan] = []
    scanner.scanned.connect(scans.append)
    cable.plug()
    scanner.open()
    cable.send(b"96385074")
    qtbot.waitUntil(lambda: [scan.text for scan in scans] == ["96385074"])


@pytest.mark.expected_log("the serial scanner at .* is not there")
def test_unplugged_is_told_and_plugged_in_again_it_works_again(
    scanner: SerialScanner, cable: Cable, qtbot: QtBot
) -> None:
    scans: list[Scan] = []
    scanner.scanned.connect(scans.append)
    cable.plug()
    scanner.open()
    assert scanner.trouble == ""
    cable.send(b"4821\r")
    qtbot.waitUntil(lambda: len(scans) == 1)
    cable.unplug()
    qtbot.waitUntil(lambda: scanner.trouble == "unplugged")
    cable.plug()
    qtbot.waitUntil(lambda: scanner.trouble == "")
    cable.send(b"4822\r")
    qtbot.waitUntil(lambda: [scan.text for scan in scans] == ["4821", "4822"])


@pytest.mark.expected_log("the serial scanner at .* is not there")
def test_a_scanner_that_is_plugged_in_after_the_start_is_found(
    scanner: SerialScanner, cable: Cable, qtbot: QtBot
) -> None:
    scanner.open()
    assert scanner.trouble == "unplugged"
    cable.plug()
    qtbot.waitUntil(lambda: scanner.trouble == "")


@pytest.mark.expected_log("QtSerialPort is not installed")
def test_without_the_library_it_says_why(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serial_scanner, "HAVE_LIBRARY", False)
    scanner = SerialScanner("/dev/ttyACM0", 9600)
    scanner.open()
    assert scanner.trouble == "no_library"
    scanner.close()

"""The settings of the running program: the catalogue is read anew by a key, and a support file is saved by another."""

import zipfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from picker_app.app import Program
from picker_app.gui.settings_hands import SettingsHands
from tests.journey.running import running, until

K = Qt.Key


class Office:
    """The running program in training, and hands at its keys."""

    def __init__(self, program: Program) -> None:
        self.program = program

    def press(self, *keys: Qt.Key) -> None:
        window = self.program.window
        for key in keys:
            focus: QWidget | None = window.focusWidget()
            QTest.keyClick(window if focus is None else focus, key)

    def go_to(self, page: str) -> None:
        """Open a page of the settings from the inbox, and go into it."""
        window = self.program.window
        QTest.keyClick(window, K.Key_Comma, Qt.KeyboardModifier.ControlModifier)
        hands = window.pages.workspace.work if window.pages.workspace else None
        assert isinstance(hands, SettingsHands)
        steps = next(number for number, one in enumerate(hands.sections) if one.name == page)
        self.press(*[K.Key_Up] * 20, *[K.Key_Down] * steps, K.Key_Return)


@pytest.fixture
async def office(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Office]:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    (tmp_path / "Downloads").mkdir()
    (tmp_path / "data").mkdir()
    async with running(qapp, tmp_path / "data") as program:
        yield Office(program)


# iFood's training platform lets itself be asked more often; a busy computer may not answer itself at once.
@pytest.mark.expected_log("asks every 5 s|list of orders can|events can")
@pytest.mark.qt_log_ignore("(load|resolve) va", "PulseAudioService", extend=True)
async def test_the_catalogue_is_read_anew_and_a_support_file_is_saved_among_the_downloads(
    office: Office, tmp_path: Path
) -> None:
    importer = office.program.services.importer
    (before,) = importer.state().values()
    office.go_to("catalogue")
    office.press(K.Key_F5)

    def anew() -> bool:
        (now,) = importer.state().values()
        return not now.running and now.renewed_at != before.renewed_at

    await until(office.program, anew, "the catalogue of now")
    office.press(K.Key_Escape, K.Key_Escape)
    office.go_to("check")
    office.press(K.Key_F7)
    strip = office.program.window.strip
    await until(office.program, lambda: strip.headline == "Support file saved", "the support file")
    (file,) = (tmp_path / "Downloads").iterdir()
    assert strip.detail.startswith(str(file))
    with zipfile.ZipFile(file) as archive:
        assert {"about.json", "configuration.json", "database.json", "outbox.json"} <= set(archive.namelist())

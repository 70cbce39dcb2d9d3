"""The settings of the running program: the catalogue is read anew by a key, and a support file is saved by another."""

import asyncio
import zipfile
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from picker_app.app import Launch, Program
from picker_app.gui.settings_hands import SettingsHands

K = Qt.Key
SECONDS = 20


class Office:
    """The running program in training, and hands at its keys."""

    def __init__(self, program: Program) -> None:
        self.program = program

    async def until(self, holds: Callable[[], bool], what: str) -> None:
        deadline = asyncio.get_running_loop().time() + SECONDS
        never = asyncio.Event()
        while not holds():
            said = self.program.window.strip.accessibleName()
            assert asyncio.get_running_loop().time() < deadline, f"waited in vain for {what}: {said}"
            # Windows and timers of Qt get their turn, and asyncio its own; the other threads too, between two rounds.
            QApplication.processEvents()
            with suppress(TimeoutError):
                async with asyncio.timeout(0.01):
                    await never.wait()

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


def read(program: Program) -> bool:
    """Say whether the catalogue is here; a platform that a busy computer did not let answer is asked again at once."""
    for account, renewal in program.services.importer.state().items():
        if renewal.code and not renewal.running:
            program.services.importer.renew(account)
    return program.catalogue_ready


@pytest.fixture
async def office(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Office]:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    (tmp_path / "Downloads").mkdir()
    (tmp_path / "data").mkdir()
    program = Program(Launch(tmp_path / "none.toml", tmp_path / "data", training=True), qapp)
    try:
        await program.start()
        office = Office(program)
        await office.until(lambda: read(program), "the catalogue")
        yield office
    finally:
        await program.close()


# iFood's training platform lets itself be asked more often; a busy computer may not answer itself at once.
@pytest.mark.expected_log("asks every 5 s|list of orders can")
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

    await office.until(anew, "the catalogue of now")
    office.press(K.Key_Escape, K.Key_Escape)
    office.go_to("check")
    office.press(K.Key_F7)
    await office.until(lambda: office.program.window.strip.headline == "Support file saved", "the support file")
    (file,) = (tmp_path / "Downloads").iterdir()
    assert office.program.window.strip.detail.startswith(str(file))
    with zipfile.ZipFile(file) as archive:
        assert {"about.json", "configuration.json", "database.json", "outbox.json"} <= set(archive.namelist())

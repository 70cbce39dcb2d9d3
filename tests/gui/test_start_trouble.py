"""The window that says why the program does not run: shown to who started it by its icon, and to nobody else."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from picker_app.devices.autostart import BY_ICON
from picker_app.gui import language, start_trouble
from picker_app.gui.start_trouble import CONFIGURATION, FAULT, START, StartTrouble
from picker_app.gui.widgets.button import Button
from picker_app.settings import BadConfiguration, parse

WORDS = "config.toml: webhook.port: accepted is a number up to 65535."


def text(window: StartTrouble, name: str) -> str:
    found = window.findChild(QLabel, f"start_trouble_{name}")
    assert isinstance(found, QLabel)
    return found.text()


@pytest.mark.parametrize("kind", [CONFIGURATION, START, FAULT])
def test_it_says_what_is_in_the_way_word_for_word_and_what_to_do(qtbot: QtBot, kind: str) -> None:
    window = StartTrouble(kind, WORDS)
    qtbot.addWidget(window)
    assert text(window, "words") == WORDS
    assert ("had to end" in text(window, "headline")) is (kind == FAULT)
    assert text(window, "advice")


def test_what_is_wrong_with_the_file_is_said_in_the_language_of_the_screen(qtbot: QtBot, qapp: QApplication) -> None:
    language.speak(qapp, "pt_BR")
    try:
        with pytest.raises(BadConfiguration) as wrong:
            parse({"webhook": {"port": 70000}, "store": {"city": "Graz"}}, "loja.toml")
        window = StartTrouble(CONFIGURATION, wrong.value.words)
        qtbot.addWidget(window)
    finally:
        language.speak(qapp, "en")
    assert text(window, "words").splitlines() == [
        "loja.toml: store.city não é uma chave deste programa. Aqui são aceitas: name, time_zone.",
        "loja.toml: webhook.port: é aceito um número de até 65535.",
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
def test_a_key_closes_it(qtbot: QtBot, key: Qt.Key) -> None:
    window = StartTrouble(START, WORDS)
    qtbot.addWidget(window)
    window.open()
    QTest.keyClick(window, Qt.Key.Key_A)
    assert window.isVisible()
    QTest.keyClick(window, key)
    assert not window.isVisible()


def test_many_faults_are_gone_through_by_keys(qtbot: QtBot) -> None:
    window = StartTrouble(CONFIGURATION, "\n".join([WORDS] * 40))
    qtbot.addWidget(window)
    window.open()
    assert window.height() < 700
    found = window.findChild(QScrollArea)
    assert isinstance(found, QScrollArea)
    bar = found.verticalScrollBar()
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    below = bar.value()
    QTest.keyClick(window, Qt.Key.Key_Up)
    assert 0 < bar.value() < below <= bar.maximum()


def test_a_click_closes_it(qtbot: QtBot) -> None:
    window = StartTrouble(START, WORDS)
    qtbot.addWidget(window)
    window.open()
    button = window.findChild(Button, "start_trouble_close")
    assert isinstance(button, Button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not window.isVisible()


def test_who_reads_what_is_printed_is_shown_no_window(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(BY_ICON, raising=False)
    start_trouble.tell(START, WORDS)
    assert not [window for window in qapp.topLevelWidgets() if isinstance(window, StartTrouble) and window.isVisible()]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always one")
def test_without_a_screen_there_is_no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(BY_ICON, "1")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not start_trouble.has_screen()
    start_trouble.tell(START, WORDS)

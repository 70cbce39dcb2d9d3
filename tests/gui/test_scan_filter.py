"""Checks that bursts become scans and typing reaches its widget, with key events of given times sent to the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from picker_app.devices.scanner import Numbers
from tests.gui.keyboard import LAYOUTS, NO_MODIFIER
from tests.gui.scanned_desk import Desk, open_desk

CODE = "7891000315507"


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    with open_desk(qapp) as opened:
        yield opened


FOCUS = ["text", "quantity", "button", "combo", "table", "nothing"]
PROFILES = {
    "cable": {"gap": 2},
    "at once": {"gap": 0},
    "Bluetooth": {"gap": 20},
    "slow": {"gap": 48},
    "Tab": {"gap": 5, "suffix": "\t"},
    "CR LF": {"gap": 5, "suffix": "\r\r"},
}


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("focus", FOCUS)
def test_a_scan_is_one_scan_and_touches_no_widget(desk: Desk, focus: str, profile: str) -> None:
    desk.focus(focus)
    desk.keyboard.scan(CODE, **PROFILES[profile])  # type: ignore[arg-type] # a table of numbers and words
    desk.keyboard.scan(CODE, **PROFILES[profile])  # type: ignore[arg-type]
    assert desk.texts() == [CODE, CODE]
    assert desk.leaks.seen == ""
    assert desk.done == []
    assert (desk.text.text(), desk.quantity.value()) == ("half", 0)
    focused = desk.window.focusWidget()
    assert focused == desk.window.findChild(QWidget, focus)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_scanner_on_another_layout_is_read_by_its_keys(desk: Desk, layout: str) -> None:
    desk.focus("quantity")
    desk.keyboard.scan(CODE, layout=layout)
    assert [scan.keys for scan in desk.scans] == [CODE]
    assert desk.leaks.seen == ""


def test_a_scan_without_suffix_counts_and_a_late_enter_presses_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.focus("button")
    desk.keyboard.scan(CODE, suffix="")
    qtbot.waitUntil(lambda: desk.scans != [])
    desk.keyboard.press("\r", after=240)
    assert (desk.texts(), desk.done) == ([CODE], [])
    desk.keyboard.press("\r", after=300)
    assert desk.done == ["reject"]


def test_enter_sent_twice_is_harmless_and_enter_by_hand_counts_once(desk: Desk) -> None:
    desk.focus("button")
    desk.keyboard.scan(CODE, suffix="\r\r")
    assert desk.done == []
    desk.keyboard.press("\r", after=300)
    assert desk.done == ["reject"]


def test_a_double_trigger_is_marked_and_a_second_scan_is_not(desk: Desk) -> None:
    desk.keyboard.scan(CODE)
    desk.keyboard.scan(CODE, pause=15)
    desk.keyboard.scan(CODE, pause=60)
    assert [scan.repeat for scan in desk.scans] == [False, True, False]


@pytest.mark.parametrize("gap", [70, 120, 300])
def test_a_weight_typed_by_hand_arrives_whole_with_its_enter(desk: Desk, qtbot: QtBot, gap: int) -> None:
    desk.focus("text")
    desk.text.clear()
    desk.text.returnPressed.connect(lambda: desk.done.append(f"entered {desk.text.text()}"))
    desk.reject.setDefault(False)
    desk.keyboard.type("0,984", gap=gap)
    desk.keyboard.press("\r", after=gap)
    assert desk.done[0] == "entered 0,984"
    assert desk.scans == []


def test_one_key_alone_arrives_after_a_moment(desk: Desk, qtbot: QtBot) -> None:
    desk.focus("text")
    desk.keyboard.press("a")
    assert desk.text.text() == "half"
    qtbot.waitUntil(lambda: desk.text.text() == "halfa")


def test_contract_keys_pass_at_once(desk: Desk) -> None:
    desk.focus("table")
    desk.keyboard.press("", key=Qt.Key.Key_Down.value)
    desk.keyboard.press("", key=Qt.Key.Key_F9.value)
    desk.keyboard.press("\x1a", key=Qt.Key.Key_Z.value, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert desk.leaks.seen == "??\x1a"


def test_a_one_key_shortcut_works_by_hand_once_and_not_in_a_burst(desk: Desk, qtbot: QtBot) -> None:
    desk.focus("button")
    desk.keyboard.scan("5555")
    assert desk.done == []
    desk.keyboard.press("5", after=500)
    qtbot.waitUntil(lambda: desk.done == ["5"])
    desk.keyboard.press("", key=Qt.Key.Key_F3.value, after=500)
    assert desk.done == ["5", "F3"]


def test_a_group_separator_on_a_german_layout_does_not_zoom(desk: Desk) -> None:
    desk.keyboard.type("01040063813339311012", gap=3)
    zoom = Qt.KeyboardModifier.ControlModifier
    desk.keyboard.press("+", position=27, modifiers=zoom, after=3)
    desk.keyboard.type("17260512\r", gap=3)
    assert desk.texts() == ["01040063813339311012\x1d17260512"]
    assert desk.done == []
    desk.keyboard.press("+", position=27, modifiers=zoom, after=500)
    assert desk.done == ["Ctrl++"]


def test_a_scan_while_an_error_box_is_open_counts_and_leaves_it_open(desk: Desk, qtbot: QtBot) -> None:
    box = QMessageBox(QMessageBox.Icon.Warning, "No", "The platform does not answer", parent=desk.window)
    box.open()
    qtbot.waitUntil(box.isActiveWindow)
    desk.keyboard.scan(CODE)
    assert desk.texts() == [CODE]
    assert box.isVisible() and desk.leaks.seen == ""
    desk.keyboard.press("\r", after=300)
    assert not box.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_scan_while_a_menu_is_open_counts_and_chooses_nothing(desk: Desk, qtbot: QtBot) -> None:
    menu = QMenu(desk.window)
    menu.addAction("&7 cancel the order", lambda: desk.done.append("menu"))
    menu.popup(QPoint(0, 0))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is menu)
    desk.keyboard.scan(CODE)
    assert (desk.texts(), desk.done, menu.isVisible()) == ([CODE], [], True)
    menu.close()


def test_a_scan_inside_a_dialog_that_its_own_key_opened_counts(desk: Desk, qtbot: QtBot) -> None:
    """A key by hand opens a dialog that waits in its own loop; meanwhile the filter must go on."""
    opened: list[str] = []

    def wait_in_a_dialog() -> None:
        dialog = QMessageBox(desk.window)

        def inside() -> None:
            desk.keyboard.scan(CODE)
            opened.append("open" if dialog.isVisible() else "closed by the scan")
            dialog.done(0)

        QTimer.singleShot(0, inside)
        dialog.exec()

    desk.reject.clicked.connect(wait_in_a_dialog)
    desk.focus("button")
    desk.keyboard.press(" ", after=500)
    qtbot.waitUntil(lambda: opened != [])
    assert (opened, desk.texts()) == (["open"], [CODE])


def test_a_dialog_that_opens_inside_a_burst_neither_cuts_nor_gets_it(desk: Desk, qtbot: QtBot) -> None:
    desk.focus("text")
    desk.keyboard.type(CODE[:2], gap=3)
    box = QMessageBox(desk.window)
    box.open()
    qtbot.waitUntil(box.isActiveWindow)
    desk.keyboard.type(CODE[2:] + "\r", gap=3)
    assert desk.texts() == [CODE]
    assert box.isVisible() and desk.leaks.seen == ""
    box.close()


def test_a_window_closed_while_keys_are_held_gets_none(desk: Desk, qtbot: QtBot) -> None:
    dialog = QDialog(desk.window)
    field = QLineEdit(dialog)
    dialog.open()
    field.setFocus()
    qtbot.waitUntil(dialog.isActiveWindow)
    desk.keyboard.press("a")
    dialog.close()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    desk.window.activateWindow()
    desk.focus("text")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.text)
    desk.keyboard.type("bc", gap=200)
    qtbot.waitUntil(lambda: desk.text.text() == "halfbc")


def click(widget: QWidget) -> None:
    window = widget.window().windowHandle()
    assert window is not None
    place = QPointF(widget.mapTo(widget.window(), widget.rect().center()))
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        button = Qt.MouseButton.LeftButton
        held = button if kind == QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
        QCoreApplication.sendEvent(
            window, QMouseEvent(kind, place, widget.mapToGlobal(place.toPoint()).toPointF(), button, held, NO_MODIFIER)
        )


def test_a_character_typed_just_before_a_click_is_in_the_field_that_had_the_focus(desk: Desk) -> None:
    desk.focus("text")
    desk.keyboard.press("a")
    click(desk.quantity)
    assert desk.text.text() == "halfa"
    assert QApplication.focusWidget() is desk.quantity


def test_a_dead_key_between_two_letters_keeps_its_place(desk: Desk, qtbot: QtBot) -> None:
    desk.focus("text")
    desk.text.clear()
    desk.keyboard.press("a", after=200)
    composed = QInputMethodEvent()
    composed.setCommitString("é")
    QCoreApplication.sendEvent(desk.text, composed)
    assert desk.text.text() == "aé"


def test_a_held_down_key_types_on(desk: Desk) -> None:
    desk.focus("text")
    desk.text.clear()
    desk.keyboard.press("0", after=500)
    for n in range(20):
        desk.keyboard.press("0", after=30 if n else 400, repeat=True)
    assert desk.text.text() == "0" * 21
    assert desk.scans == []


def test_a_scan_into_a_secret_field_is_eaten_without_its_text_and_typing_is_not(desk: Desk) -> None:
    desk.focus("secret")
    desk.keyboard.scan("badge4711")
    assert [(scan.secret, scan.text, scan.keys) for scan in desk.scans] == [(True, "", "")]
    assert desk.secret.text() == ""
    desk.keyboard.type("pw\r", gap=90)
    assert desk.secret.text() == "pw"


def test_a_prefixed_scanner_is_read_at_any_speed(qtbot: QtBot, qapp: QApplication) -> None:
    with open_desk(qapp, Numbers(prefix="F12")) as desk:
        desk.focus("text")
        desk.keyboard.press("", key=Qt.Key.Key_F12.value)
        desk.keyboard.type("94011\r", gap=80)
        assert (desk.texts(), desk.leaks.seen) == (["94011"], "")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_typing_goes_on_when_a_list_of_completions_opens_and_closes(desk: Desk, qtbot: QtBot) -> None:
    completer = QCompleter(["milk", "mint", "minced meat"], desk.text)
    desk.text.setCompleter(completer)
    popup = completer.popup()
    assert popup is not None
    desk.text.clear()
    desk.focus("text")
    desk.keyboard.press("m", after=500)
    qtbot.waitUntil(popup.isVisible)
    desk.keyboard.type("ix", gap=30)
    desk.keyboard.press("e", after=90)
    qtbot.waitUntil(lambda: desk.text.text() == "mixe")
    assert not popup.isVisible()
    desk.keyboard.scan(CODE)
    assert (desk.text.text(), desk.texts()) == ("mixe", [CODE])


def test_space_on_a_button_by_hand_presses_it_once_with_its_release(desk: Desk, qtbot: QtBot) -> None:
    desk.focus("button")
    desk.keyboard.press(" ", after=500)
    qtbot.waitUntil(lambda: desk.done == ["reject"])
    assert not desk.reject.isDown()


def test_after_closing_keys_pass_untouched(desk: Desk) -> None:
    desk.focus("text")
    desk.filter.close()
    desk.keyboard.scan("4821", suffix="")
    assert (desk.text.text(), desk.scans) == ("half4821", [])

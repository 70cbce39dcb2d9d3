"""Checks that random bursts and typing between them all end where they belong, whatever has the focus.

`python -m tests.gui.test_any_burst 10000` sends so many bursts and prints what became of them.
"""

import os
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget

from tests.gui.keyboard import LAYOUTS, strokes
from tests.gui.scanned_desk import SECONDS, Desk, open_desk

FOCUS = ("text", "quantity", "button", "combo", "table", "nothing")
DIALOGS = ("", "", "", "", "box", "menu", "box inside")
SUFFIXES = ("\r", "\r", "\r", "\t", "\r\r", "")
DIGITS = "0123456789"
CHARACTERS = DIGITS * 3 + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-/.+:%$ \x1d"
FULL = 60
TYPED = "abcdeé 0123456789.,-X5"


@dataclass
class Storm:
    """What was sent, and what must have come of it."""

    codes: list[str] = field(default_factory=list)
    typed: str = ""
    text: str = "half"
    clicks: int = 0
    misplaced: int = 0

    def look(self, desk: Desk) -> None:
        """Compare the field with what was typed into it."""
        self.misplaced += desk.text.text() != self.text

    def faults(self, desk: Desk) -> list[str]:
        """Say what is not as it must be."""
        found = []
        keys = [scan.keys for scan in desk.scans]
        if keys != self.codes:
            wrong = next((n for n, pair in enumerate(zip(keys, self.codes, strict=False)) if pair[0] != pair[1]), -1)
            found.append(f"{len(keys)} scans of {len(self.codes)}; the first that differs: {wrong}")
        if self.leaked(desk):
            found.append("something reached a window that was not typed")
        self.look(desk)
        if self.misplaced:
            found.append(f"the field holds {desk.text.text()!r}, typed was {self.text!r}")
        if desk.done != ["reject"] * self.clicks:
            found.append(f"pressed was {desk.done}")
        if desk.quantity.value() or desk.secret.text():
            found.append("a field that nobody typed in has changed")
        return found

    def leaked(self, desk: Desk) -> int:
        """How many keys reached a window that nobody typed. What was typed before a focus moved goes to its widget."""
        rest = iter(self.typed)
        return sum(all(typed != seen for typed in rest) for seen in desk.leaks.seen)


def code(draw: random.Random) -> str:
    """A code of 8 to 20 characters, mostly digits, that neither begins nor ends with a blank or a separator."""
    length = draw.randint(8, 20)
    letters = CHARACTERS if draw.random() < 0.4 else DIGITS
    middle = "".join(draw.choice(letters) for _ in range(length - 2))
    return draw.choice(DIGITS) + middle + draw.choice(DIGITS)


def burst(desk: Desk, storm: Storm, draw: random.Random) -> None:
    """One burst, over a dialog or a menu sometimes, which may open in its midst."""
    dialog = draw.choice(DIALOGS)
    opened: QWidget | None = open_dialog(desk, dialog) if dialog in ("box", "menu") else None
    scanned, layout = code(draw), draw.choice(list(LAYOUTS))
    suffix = draw.choice(SUFFIXES)
    keys = strokes(scanned, layout, caps=draw.random() < 0.1)
    slow = draw.random() < 0.15
    desk.keyboard.now += draw.randint(160, 900)
    for number, stroke in enumerate(keys):
        if dialog == "box inside" and number == len(keys) // 2:
            opened = open_dialog(desk, "box")
        desk.keyboard.strike(stroke, after=draw.randint(40, 50) if slow else draw.randint(0, 25))
    for end in suffix:
        desk.keyboard.press(end, after=draw.randint(0, 25))
    storm.codes.append(scanned)
    if opened is not None:
        opened.close()
        opened.deleteLater()
        QCoreApplication.sendPostedEvents(opened, QEvent.Type.DeferredDelete.value)
        desk.window.activateWindow()
        wait(desk.window.isActiveWindow, "the window")


def wait(holds: Callable[[], bool], what: str) -> None:
    """Let Qt work until something holds."""
    deadline = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        QApplication.processEvents()


def open_dialog(desk: Desk, kind: str) -> QWidget:
    """Open an error box or a menu over the window."""
    if kind == "menu":
        menu = QMenu(desk.window)
        menu.addAction("&7 cancel the order", lambda: desk.done.append("menu"))
        menu.popup(QPoint(0, 0))
        wait(lambda: QApplication.activePopupWidget() is menu, "the menu")
        return menu
    box = QMessageBox(QMessageBox.Icon.Warning, "No", "The platform does not answer", parent=desk.window)
    box.accepted.connect(lambda: desk.done.append("box"))
    box.open()
    wait(box.isActiveWindow, "the box")
    return box


def typing(desk: Desk, storm: Storm, draw: random.Random) -> None:
    """Some characters by hand into the text, and Enter sometimes, which presses the default button."""
    desk.focus("text")
    if len(storm.text) > FULL:
        storm.look(desk)
        desk.text.clear()
        storm.text = ""
    desk.text.end(False)
    desk.keyboard.now += 300
    words = "".join(draw.choice(TYPED) for _ in range(draw.randint(1, 6)))
    desk.keyboard.type(words, gap=draw.randint(70, 300))
    storm.typed += words
    storm.text += words
    if draw.random() < 0.3:
        desk.keyboard.press("\r", after=draw.randint(110, 500))
        storm.typed += "\r"
        storm.clicks += 1


def rage(desk: Desk, seed: int, bursts: int) -> Storm:
    """So many bursts with typing between them; returns what must have come of it."""
    draw, storm = random.Random(seed), Storm()
    while len(storm.codes) < bursts:
        desk.focus(draw.choice(FOCUS))
        if draw.random() < 0.35:
            typing(desk, storm, draw)
        burst(desk, storm, draw)
    wait(lambda: len(desk.scans) >= bursts, "the silence after the last burst")
    return storm


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("seed", range(5))
def test_random_bursts_are_all_counted_and_every_typed_character_is_where_it_belongs(
    qapp: QApplication, seed: int
) -> None:
    with open_desk(qapp) as desk:
        storm = rage(desk, seed, 100)
        assert storm.faults(desk) == []


def main(bursts: int) -> int:
    """Send the bursts and print the balance."""
    application = QApplication([])
    with open_desk(application) as desk:
        storm = rage(desk, 1, bursts)
        faults = storm.faults(desk)
        right = sum(scan.keys == code for scan, code in zip(desk.scans, storm.codes, strict=False))
        print(f"{bursts} bursts: {right} read right, {len(storm.codes) - len(desk.scans)} lost")
        print(f"{storm.leaked(desk)} keys leaked, {len(desk.done) - storm.clicks} buttons pressed")
        print(f"{len(storm.typed)} characters typed, all where they belong: {not faults}")
        print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1])))

"""Guards against a Qt binding that drops references to None, True and False in its callbacks.

With PySide6 6.12 on Python before 3.12 each callback of the event loop drops one to None and each
`Signal(bool)` one to True or False, until the interpreter aborts: after days, at the counter.
"""

import sys

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

ROUNDS = 3000
SLACK = 200
"""References that the interpreter itself takes and gives back meanwhile."""


class Listener(QObject):
    """Hears events and signals."""

    told = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.heard = 0
        self.told.connect(self.hear)

    def hear(self, value: bool) -> None:
        self.heard += 1

    def event(self, event: QEvent) -> bool:
        self.heard += event.type() == QEvent.Type.User
        return super().event(event)


def counts() -> dict[object, int]:
    """How often the three are referred to; in Python 3.12 and later they are immortal and never counted."""
    return {value: sys.getrefcount(value) for value in (None, True, False)}


def test_thousands_of_callbacks_drop_no_reference(qapp: QApplication, qtbot: QtBot) -> None:
    listener = Listener()
    before = counts()
    for turn in range(ROUNDS):
        QTimer.singleShot(0, lambda: None)
        listener.told.emit(turn % 2 == 0)
        QCoreApplication.postEvent(listener, QEvent(QEvent.Type.User))
        QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: listener.heard == 2 * ROUNDS)
    after = counts()
    assert not {value: after[value] - before[value] for value in after if before[value] - after[value] > SLACK}


def test_thousands_of_toggles_of_a_box_drop_no_reference(qtbot: QtBot) -> None:
    box = QCheckBox("Bag")
    qtbot.addWidget(box)
    heard: list[bool] = []
    box.toggled.connect(lambda value: heard.append(value))
    before = counts()
    for _ in range(ROUNDS):
        box.toggle()
    assert len(heard) == ROUNDS
    heard.clear()
    after = counts()
    assert not {value: after[value] - before[value] for value in after if before[value] - after[value] > SLACK}

"""Says in a window of its own why the program does not run, for who started it by its icon and sees no other words."""

import os
import sys

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QHBoxLayout, QScrollArea

from picker_app.devices.autostart import BY_ICON
from picker_app.gui import language, theme
from picker_app.gui.marked import QT_TRANSLATE_NOOP
from picker_app.gui.setup.round_words import said
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.labels import Pill, column, label
from picker_app.gui.widgets.paint import Mark

CONFIGURATION, START, FAULT = "configuration", "start", "fault"
_ADVICE = {
    CONFIGURATION: QT_TRANSLATE_NOOP("StartTrouble", "You: mend this in the file of the settings, then start again."),
    START: QT_TRANSLATE_NOOP("StartTrouble", "Nothing is lost: what was done here is kept."),
    FAULT: QT_TRANSLATE_NOOP(
        "StartTrouble", "Our fault, not yours. What you did is saved. You: start again; the log helps us to mend it."
    ),
}
WIDTH, MARGIN, BAR, MOST_HEIGHT, STEP = 640, 28, 16, 320, 60
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -4, Qt.Key.Key_PageDown: 4}
_CLOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
translate = QCoreApplication.translate


class StartTrouble(QDialog):
    """One window with what is in the way, word for word, and what to do; Enter closes it."""

    def __init__(self, kind: str, words: str) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setWindowTitle("picker-app")
        inside = column(self, margin=theme.px(MARGIN), gap=theme.px(14))
        head = QHBoxLayout()
        head.addWidget(Pill("start_trouble_state", Mark("warning", translate("StartTrouble", "Not running"), Tone.BAD)))
        head.addStretch(1)
        inside.addLayout(head)
        headline = translate("StartTrouble", "The program could not start")
        if kind == FAULT:
            headline = translate("StartTrouble", "The program had to end")
        inside.addWidget(label("start_trouble_headline", headline, size=theme.TITLE, weight=600, wrap=True))
        told = label("start_trouble_words", said(words), wrap=True)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words = QScrollArea()
        self._words.setFrameShape(QFrame.Shape.NoFrame)
        self._words.setWidgetResizable(True)
        self._words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words.setWidget(told)
        self._words.viewport().setAutoFillBackground(False)
        told.setAutoFillBackground(False)
        self._words.setFixedHeight(min(told.heightForWidth(theme.px(WIDTH - 2 * MARGIN - BAR)), theme.px(MOST_HEIGHT)))
        inside.addWidget(self._words)
        inside.addWidget(label("start_trouble_advice", translate("StartTrouble", _ADVICE[kind]), ink=2, wrap=True))
        inside.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        close = translate("StartTrouble", "Close")
        foot.addWidget(Button("start_trouble_close", close, "Enter", self.accept, "main", wide=False))
        inside.addLayout(foot)
        self.setFixedWidth(theme.px(WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Enter and with Esc; the arrows go through many words."""
        if event.key() in _CLOSING:
            self.accept()
        elif event.key() in _STEPS:
            bar = self._words.verticalScrollBar()
            bar.setValue(bar.value() + _STEPS[Qt.Key(event.key())] * theme.px(STEP))
        else:
            super().keyPressEvent(event)


def tell(kind: str, words: str) -> None:
    """Show the window until it is closed, where the program was started by its icon and there is a screen for it."""
    if not (sys.__stderr__ is None or os.environ.get(BY_ICON)) or not has_screen():
        return
    there = QApplication.instance()
    application = there if isinstance(there, QApplication) else QApplication(sys.argv[:1])
    theme.dress(application)
    if there is None:
        language.speak(application, language.of_the_system())
    StartTrouble(kind, words).exec()


def has_screen() -> bool:
    """Say whether Qt finds a screen; it would end the process instead of saying so."""
    chosen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in chosen)

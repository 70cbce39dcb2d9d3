"""A bar that fills while long work goes on, with its counts beside it."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from picker_app.gui import theme
from picker_app.gui.theme import Tone
from picker_app.gui.widgets import paint


class Progress(QWidget):
    """Shows words, and how much of the work is done; hidden while there is no work."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = ""
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_share(self, words: str, share: float) -> None:
        """Show how far it is, 0 to 1; "" hides it."""
        self._words, self._share = words, share
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for words over a bar."""
        return QSize(theme.px(300), theme.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint words and bar."""
        painter = QPainter(self)
        words = QRect(0, 0, self.width(), theme.px(26))
        paint.text(painter, words, self._words, theme.font(theme.LARGE, 600), theme.colour("ink"))
        paint.bar(painter, QRect(0, theme.px(30), self.width(), theme.px(8)), self._share, Tone.ACCENT)
        painter.end()

"""A state in the top bar: shape and words in the state's colour, without a ground."""

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from picker_app.gui import theme
from picker_app.gui.theme import Tone
from picker_app.gui.widgets import paint
from picker_app.gui.widgets.paint import Mark


class StatusWords(QWidget):
    """Shows a Mark; words of a good state are quiet, those of any other state have its colour."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._mark: Mark | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(theme.px(60))

    def set_mark(self, mark: Mark) -> None:
        """Show a state."""
        if mark != self._mark:
            self._mark = mark
            self.setAccessibleName(mark.word)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for shape and words."""
        words = self._mark.word if self._mark else ""
        return QSize(paint.metrics(theme.font(theme.SMALL, 500)).horizontalAdvance(words) + theme.px(26), theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint shape and words."""
        if self._mark is None:
            return
        ink, _ = theme.tone_colours(self._mark.tone)
        painter = QPainter(self)
        size = theme.px(16)
        painter.drawPixmap(QPointF(0, (self.height() - size) / 2), theme.icon_pixmap(self._mark.icon, ink, 16))
        quiet = self._mark.tone in (Tone.GOOD, Tone.IDLE)
        room = QRect(theme.px(21), 0, self.width() - theme.px(21), self.height())
        words = theme.colour("ink2") if quiet else ink
        paint.text(painter, room, self._mark.word, theme.font(theme.SMALL, 400 if quiet else 600), words)
        painter.end()

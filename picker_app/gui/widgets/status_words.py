"""A state in the top bar: shape, name and state in the state's colour, without a ground; the name gives way first."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from picker_app.gui import theme
from picker_app.gui.theme import Tone
from picker_app.gui.widgets import paint

NAME = "{name}"
LEAST_NAME = 48
ICON = 21


class StatusWords(QWidget):
    """Words of a good state are quiet, those of any other state have its colour.

    Where it is tight the short words are shown, then the name is cut; the state never is.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._shown: tuple[str, Tone, str, str, str] = ("", Tone.IDLE, "", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_state(self, icon: str, tone: Tone, name: str, long: str, short: str) -> None:
        """Show a state; in `long` and `short` the name stands for {name}."""
        shown = (icon, tone, name, long, short)
        if shown != self._shown:
            self._shown = shown
            self.setAccessibleName(long.replace(NAME, name))
            self.updateGeometry()
            self.update()

    def words(self, room: int) -> str:
        """Return the words that stand in so many pixels."""
        _, _, name, long, short = self._shown
        fm = paint.metrics(self._font())
        for text in (long, short):
            if fm.horizontalAdvance(text.replace(NAME, name)) <= room:
                return text.replace(NAME, name)
        left = room - fm.horizontalAdvance(short.replace(NAME, ""))
        return short.replace(NAME, fm.elidedText(name, Qt.TextElideMode.ElideRight, left))

    def sizeHint(self) -> QSize:
        """Return room for shape and long words."""
        return QSize(self._width(self._shown[3].replace(NAME, self._shown[2])), theme.px(26))

    def minimumSizeHint(self) -> QSize:
        """Return room for the state and the first letters of the name."""
        _, _, name, _, short = self._shown
        least = min(theme.px(LEAST_NAME), paint.metrics(self._font()).horizontalAdvance(name))
        return QSize(self._width(short.replace(NAME, "")) + least, theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint shape and words."""
        icon, tone = self._shown[:2]
        ink, _ = theme.tone_colours(tone)
        painter = QPainter(self)
        size = theme.px(16)
        painter.drawPixmap(QPointF(0, (self.height() - size) / 2), theme.icon_pixmap(icon, ink, 16))
        room = QRect(theme.px(ICON), 0, self.width() - theme.px(ICON), self.height())
        words = theme.colour("ink2") if self._quiet else ink
        paint.text(painter, room, self.words(room.width()), self._font(), words)
        painter.end()

    @property
    def _quiet(self) -> bool:
        return self._shown[1] in (Tone.GOOD, Tone.IDLE)

    def _font(self) -> QFont:
        return theme.font(theme.SMALL, 400 if self._quiet else 600)

    def _width(self, words: str) -> int:
        return paint.metrics(self._font()).horizontalAdvance(words) + theme.px(ICON) + 2

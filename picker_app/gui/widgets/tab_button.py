"""A tab: a word and a count."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from picker_app.gui import theme
from picker_app.gui.widgets import paint


class TabButton(QAbstractButton):
    """Shows which tab is chosen by its ground, its frame and the weight of its word."""

    def __init__(self, name: str, title: str, do: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setText(title)
        self._count = 0
        self._chosen = False
        self._alarming = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        self.clicked.connect(lambda: do())

    @property
    def count(self) -> int:
        """Return the count that is shown."""
        return self._count

    def set_state(self, count: int, *, chosen: bool, alarming: bool = False) -> None:
        """Show a count, and whether the tab is chosen."""
        if (count, chosen, alarming) != (self._count, self._chosen, self._alarming):
            self._count, self._chosen, self._alarming = count, chosen, alarming
            self.setAccessibleName(f"{self.text()}, {count}")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for word and count; never lower than a finger needs."""
        words = paint.metrics(theme.font(theme.TEXT, 600)).horizontalAdvance(self.text())
        count = paint.metrics(theme.font(theme.TEXT, 600)).horizontalAdvance(str(self._count))
        return QSize(words + count + theme.px(14 + 14 + 7), theme.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, word and count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._chosen:
            painter.setBrush(theme.colour("panel"))
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        font = theme.font(theme.TEXT, 600 if self._chosen else 400)
        left = theme.px(14)
        room = QRect(left, 0, self.width() - 2 * left, self.height())
        width = paint.text(painter, room, self.text(), font, theme.colour("ink" if self._chosen else "ink2"))
        ink = theme.colour("bad" if self._alarming else "accent" if self._chosen and self._count else "ink3")
        count = QRect(left + width + theme.px(7), 0, room.width(), self.height())
        paint.text(painter, count, str(self._count), theme.font(theme.TEXT, 600 if self._count else 400), ink)
        painter.end()

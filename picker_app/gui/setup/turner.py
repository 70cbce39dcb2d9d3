"""A choice of few, turned with Left and Right or a finger: it shows the one that is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from picker_app.gui import theme
from picker_app.gui.widgets import paint
from picker_app.gui.widgets.labels import key_cap_size, paint_key_cap


class Turner(QAbstractButton):
    """One of some values, each with its words. `turned` is emitted when a person chose another one."""

    turned = Signal()

    def __init__(self, name: str, accessible: str, values: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._accessible = accessible
        self._values = tuple(values)
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.turn(1))
        self._show()

    @property
    def value(self) -> str:
        """Return the chosen value."""
        return self._values[self._at][0]

    def choose(self, value: str) -> None:
        """Choose a value; one that is not offered changes nothing."""
        self._at = next((n for n, (one, _) in enumerate(self._values) if one == value), self._at)
        self._show()

    def turn(self, steps: int) -> None:
        """Choose the one so many further, round and round."""
        self._at = (self._at + steps) % len(self._values)
        self._show()
        self.turned.emit()

    def _show(self) -> None:
        self.setText(self._values[self._at][1])
        self.setAccessibleName(f"{self._accessible}: {self.text()}")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn; every other key is the window's."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Space: 1}.get(Qt.Key(event.key()), 0)
        if steps and self.isEnabled():
            self.turn(steps)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        """Return room for the words; never lower than a finger needs."""
        width = paint.metrics(theme.font(theme.LARGE)).horizontalAdvance(self.text()) + theme.px(110)
        return QSize(width, theme.px(theme.TARGET + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, the chosen words, and the keys that turn it while it has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.px(2)
        rect = self.rect().adjusted(width // 2, width // 2, -width // 2, -width // 2)
        painter.setBrush(theme.colour("panel"))
        painter.setPen(QPen(theme.colour("accent" if self.hasFocus() else "line"), width))
        painter.drawRoundedRect(rect, theme.RADIUS, theme.RADIUS)
        right = rect.right() - theme.px(10)
        for key in ("→", "←"):
            cap = key_cap_size(key)
            right -= cap.width()
            paint_key_cap(painter, QRect(right, rect.center().y() - cap.height() // 2, *cap.toTuple()), key)
            right -= theme.px(4)
        words = QRect(rect.left() + theme.px(13), rect.top(), right - rect.left() - theme.px(17), rect.height())
        ink = theme.colour("ink" if self.isEnabled() else "ink3")
        paint.text(painter, words, self.text(), theme.font(theme.LARGE), ink)
        painter.end()

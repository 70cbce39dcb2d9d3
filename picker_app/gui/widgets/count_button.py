"""The running count at the right of the strip: two lines and a key cap, pressed to see what was counted."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from picker_app.gui import theme
from picker_app.gui.widgets import paint
from picker_app.gui.widgets.labels import key_cap_size, paint_key_cap


class CountButton(QAbstractButton):
    """Has no ground of its own; `on_colour` says that it lies on a filled one."""

    def __init__(self, name: str, key: str, do: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._key = key
        self._lines = ("", "")
        self._on_colour = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: do())

    @property
    def lines(self) -> tuple[str, str]:
        """Return what is written."""
        return self._lines

    def set_lines(self, first: str, second: str) -> None:
        """Write the count, and under it what is said beside it."""
        self._lines = (first, second)
        self.setAccessibleName(f"{first}, {self._key}")
        self.resize(self.sizeHint())
        self.update()

    def set_on_colour(self, on: bool) -> None:
        """Write for a filled ground, or for the usual ones."""
        if on != self._on_colour:
            self._on_colour = on
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for key and lines; never lower than a finger needs."""
        fm = paint.metrics(theme.font(theme.TEXT, 400))
        words = max(fm.horizontalAdvance(line) for line in self._lines)
        return QSize(key_cap_size(self._key).width() + words + theme.px(34), theme.px(56))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint key and lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.colour("panel" if self._on_colour else "ink2")
        if self.underMouse():
            painter.setPen(ink)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        pad, cap = theme.px(10), key_cap_size(self._key)
        paint_key_cap(painter, QRect(pad, (self.height() - cap.height()) // 2, cap.width(), cap.height()), self._key)
        lines = [line for line in self._lines if line]
        high = theme.px(21)
        top = (self.height() - high * len(lines)) // 2
        left = pad + cap.width() + pad
        for n, line in enumerate(lines):
            rect = QRect(left, top + n * high, self.width() - left - pad, high)
            paint.text(painter, rect, line, theme.font(theme.TEXT, 400), ink, Qt.AlignmentFlag.AlignRight)
        painter.end()

"""Several of several: a list of large boxes to tick with Up, Down and Space, or a finger."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from picker_app.gui import theme
from picker_app.gui.widgets import paint


class Tick(QAbstractButton):
    """One box with its words; framed while the arrow keys are at it."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._at = False

    def set_at(self, at: bool) -> None:
        """Frame it, or not."""
        self._at = at
        self.update()

    def sizeHint(self) -> QSize:
        """Return room that a finger hits."""
        width = paint.metrics(theme.font(theme.LARGE, 600)).horizontalAdvance(self.text()) + theme.px(66)
        return QSize(width, theme.px(theme.TARGET + 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, box and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.px(3) if self._at else 1
        rect = self.rect().adjusted(width // 2 + 1, width // 2 + 1, -width // 2 - 1, -width // 2 - 1)
        painter.setBrush(theme.colour("panel"))
        painter.setPen(QPen(theme.colour("accent" if self._at else "line"), width))
        painter.drawRoundedRect(rect, theme.RADIUS, theme.RADIUS)
        size = theme.px(20)
        box = QRect(rect.left() + theme.px(14), rect.center().y() - size // 2, size, size)
        painter.setPen(QPen(theme.colour("accent" if self.isChecked() else "ink3"), theme.px(2)))
        painter.setBrush(theme.colour("accent" if self.isChecked() else "panel"))
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        if self.isChecked():
            painter.drawPixmap(
                box.left() + theme.px(2), box.top() + theme.px(2),
                theme.icon_pixmap("check", theme.colour("on_accent"), 16),
            )  # fmt: skip
        words = rect.adjusted(theme.px(28) + size, 0, -theme.px(14), 0)
        paint.text(painter, words, self.text(), theme.font(theme.LARGE, 600), theme.colour("ink"))
        painter.end()


class Ticks(QWidget):
    """Boxes, all of them ticked at first."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_ticks")
        self._name = name
        self._ticks: list[Tick] = []
        self._at = 0
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(theme.GRID))

    def offer(self, texts: Sequence[str]) -> None:
        """Offer these, all ticked."""
        for old in self._ticks:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._ticks = []
        for number, text in enumerate(texts):
            tick = Tick(f"{self._name}_tick_{number}", text)
            tick.clicked.connect(partial(self._go, number))
            self._ticks.append(tick)
            self._layout.addWidget(tick)
        self._go(0)

    @property
    def ticked(self) -> tuple[int, ...]:
        """Return the numbers of those that are ticked."""
        return tuple(number for number, tick in enumerate(self._ticks) if tick.isChecked())

    def step(self, steps: int) -> None:
        """Go so many further."""
        self._go(min(len(self._ticks) - 1, max(0, self._at + steps)))

    def turn(self) -> None:
        """Tick the one that the arrow keys are at, or tick it no longer."""
        if self._ticks:
            self._ticks[self._at].toggle()

    def _go(self, number: int, *_: object) -> None:
        self._at = number
        for n, tick in enumerate(self._ticks):
            tick.set_at(n == number)

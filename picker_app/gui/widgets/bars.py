"""A barcode on the screen: black bars on white in both themes, at whole pixels, with its quiet zones."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from picker_app.devices.symbols import QUIET
from picker_app.gui import theme

_PAD = 14


class Bars(QWidget):
    """Paints the modules of a symbol as wide as there is room for, with the words under them that a person reads."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._modules = ""
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_symbol(self, modules: str, words: str) -> None:
        """Show a symbol; `words` are what it holds."""
        self._modules, self._words = modules, words
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for bars that a scanner reads from a hand's breadth."""
        return QSize(theme.px(560), theme.px(300))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the bars and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(Qt.GlobalColor.white))
        painter.drawRoundedRect(self.rect(), theme.RADIUS, theme.RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        count = len(self._modules) + 2 * QUIET
        module = max(1, self.width() // max(1, count))
        left = (self.width() - module * len(self._modules)) // 2
        pad = theme.px(_PAD)
        foot = theme.px(30)
        high = self.height() - 2 * pad - foot
        for number, bar in enumerate(self._modules):
            if bar == "1":
                painter.fillRect(left + number * module, pad, module, high, QColor(Qt.GlobalColor.black))
        painter.setFont(theme.font(theme.LARGE, 500))
        painter.setPen(QColor(Qt.GlobalColor.black))
        words = QRect(0, self.height() - pad - foot, self.width(), foot)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()

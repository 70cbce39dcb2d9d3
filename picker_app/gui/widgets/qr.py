"""An address as a QR code: black on white in both themes, at whole pixels, with its quiet zone."""

import segno
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from picker_app.gui import theme

QUIET = 4


class QrCode(QWidget):
    """Paints a text as a QR code as large as there is room for; nothing while there is none."""

    def __init__(self, name: str, side: int = 232) -> None:
        super().__init__()
        self.setObjectName(name)
        self._side = side
        self._rows: tuple[bytes, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show a text, "" for nothing."""
        if text == self.accessibleName():
            return
        self._rows = tuple(bytes(row) for row in segno.make(text, micro=False).matrix) if text else ()
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that a telephone reads from an arm's length."""
        return QSize(theme.px(self._side), theme.px(self._side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the modules."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(Qt.GlobalColor.white))
        painter.drawRoundedRect(self.rect(), theme.RADIUS, theme.RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        count = len(self._rows)
        module = max(1, min(self.width(), self.height()) // (count + 2 * QUIET))
        left, top = (self.width() - module * count) // 2, (self.height() - module * count) // 2
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(left + x * module, top + y * module, module, module, QColor(Qt.GlobalColor.black))
        painter.end()

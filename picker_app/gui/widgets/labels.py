"""Labels, pills, key caps and cards: the small words of a screen."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from picker_app.gui import theme
from picker_app.gui.theme import Tone
from picker_app.gui.widgets import paint
from picker_app.gui.widgets.paint import Mark


def label(
    name: str, text: str = "", *, size: int = theme.TEXT, ink: int = 1, weight: int = 400, wrap: bool = False
) -> QLabel:
    """Make a label of plain text in one of the five sizes and three inks."""
    made = QLabel(text)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(theme.font(size, weight))
    made.setProperty("type_size", str(size))
    made.setProperty("weight", str(weight))
    made.setProperty("ink", str(ink))
    made.setWordWrap(wrap)
    return made


class CutLabel(QLabel):
    """A label that is cut where it is tight, and never makes its window wider; the tool tip has it whole.

    It takes a second line where one is too short, if it may have two `lines`.
    """

    def __init__(self, name: str, *, size: int, ink: int = 1, weight: int = 400, lines: int = 1) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(size, weight))
        self.setProperty("type_size", str(size))
        self.setProperty("weight", str(weight))
        self._ink = "ink" if ink == 1 else f"ink{ink}"
        self._lines = lines
        high = QSizePolicy.Policy.Fixed if lines == 1 else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Preferred, high)

    def _line(self) -> int:
        return paint.metrics(self.font()).lineSpacing()

    def _width(self) -> int:
        return paint.metrics(self.font()).horizontalAdvance(self.text()) + 1

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._tip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the tool tip say what is cut off now."""
        super().resizeEvent(event)
        self._tip()

    def _tip(self) -> None:
        self.setToolTip(self.text() if self._width() > self.width() * self._lines else "")

    def hasHeightForWidth(self) -> bool:
        """Say whether a narrow one becomes higher."""
        return self._lines > 1

    def heightForWidth(self, width: int) -> int:
        """Return the height of one line, or of two where the text needs them."""
        return self._line() * (self._lines if self._width() > width else 1)

    def sizeHint(self) -> QSize:
        """Return room for the whole text in one line."""
        return QSize(self._width(), self._line())

    def minimumSizeHint(self) -> QSize:
        """Return room for the first of the text."""
        return QSize(min(self._width(), theme.px(70)), self._line())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        painter = QPainter(self)
        write = paint.text if self._lines == 1 or self._width() <= self.width() else paint.two_lines
        write(painter, self.rect(), self.text(), self.font(), theme.colour(self._ink))
        painter.end()


def set_tone(widget: QWidget, tone: Tone | None) -> None:
    """Colour a frame or label by a tone; does nothing when it has that tone already."""
    value = tone.value if tone else None
    if widget.property("tone") == value:
        return
    widget.setProperty("tone", value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def set_text(widget: QLabel, text: str) -> None:
    """Set a label's text if it differs, so that nothing is laid out anew for nothing."""
    if widget.text() != text:
        widget.setText(text)


def column(parent: QWidget, *, margin: int = 0, gap: int = theme.GRID) -> QVBoxLayout:
    """Give a widget a column to put things in."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(gap)
    return layout


def rule() -> QFrame:
    """Make a thin line between rows."""
    made = QFrame()
    made.setObjectName("rule")
    made.setProperty("kind", "rule")
    made.setFixedHeight(1)
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            # It stays a child until it is gone: without a parent it would be a window of its own.
            widget.hide()
            widget.deleteLater()


class Card(QFrame):
    """A bordered ground with a title."""

    def __init__(self, name: str, title: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        self.body.setSpacing(theme.px(3))
        if title:
            self.title = label(f"{name}_title", title, size=theme.SMALL, ink=2, weight=600)
            self.body.addWidget(self.title)
            self.body.addSpacing(theme.px(4))


class Pill(QWidget):
    """A state as shape, word and colour; where it is tight the word is cut down to `least` pixels."""

    def __init__(self, name: str, mark: Mark | None = None, *, least: int = 70) -> None:
        super().__init__()
        self._least = least
        self.setObjectName(name)
        self._mark: Mark | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_mark(mark)

    def set_mark(self, mark: Mark | None) -> None:
        """Show a state, or nothing."""
        self.setVisible(mark is not None)
        if mark != self._mark:
            self._mark = mark
            self.setAccessibleName(mark.word if mark else "")
            self.setToolTip(mark.word if mark else "")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of shape and word."""
        return paint.pill_size(self._mark) if self._mark else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        """Return room for the shape and the first of the word; the tool tip says it whole."""
        return QSize(min(self.sizeHint().width(), theme.px(self._least)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint shape and word."""
        if self._mark:
            painter = QPainter(self)
            paint.pill(painter, 0, self.height() // 2, self._mark, self.width())
            painter.end()


class KeyCap(QWidget):
    """The name of a key, drawn as a key."""

    def __init__(self, name: str, key: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the key."""
        return key_cap_size(self.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the key."""
        painter = QPainter(self)
        paint_key_cap(painter, self.rect(), self.key)
        painter.end()


def key_cap_size(key: str) -> QSize:
    """Return how large a key cap is."""
    width = paint.metrics(theme.font(theme.SMALL, 500)).horizontalAdvance(key)
    return QSize(max(width + theme.px(14), theme.px(26)), theme.px(24))


def paint_key_cap(painter: QPainter, rect: QRect, key: str, *, on_accent: bool = False) -> None:
    """Draw a key cap into a rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = theme.colour("on_accent" if on_accent else "ink2")
    painter.setPen(ink if on_accent else theme.colour("line"))
    painter.setBrush(Qt.BrushStyle.NoBrush if on_accent else theme.colour("idle_ground"))
    painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), theme.px(5), theme.px(5))
    painter.setPen(ink)
    painter.setFont(theme.font(theme.SMALL, 500))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)

"""Painting shared by the delegates and small widgets: pills, cards, elided text, the bar that empties."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from picker_app.gui import theme
from picker_app.gui.theme import Tone


@dataclass(frozen=True, slots=True)
class Mark:
    """A state as shape, word and colour together; `icon` is a name in resources/icons."""

    icon: str
    word: str
    tone: Tone


def metrics(font: QFont) -> QFontMetrics:
    """Return the metrics of a font."""
    return QFontMetrics(font)


def text(
    painter: QPainter, rect: QRect, words: str, font: QFont, ink: QColor, align: Qt.AlignmentFlag | None = None
) -> int:
    """Write one line, elided at its end, and return how wide it became. Right-to-left text stays at the left edge."""
    if not words or rect.width() <= 0:
        return 0
    fm = QFontMetrics(font)
    shown = words if fm.horizontalAdvance(words) <= rect.width() else fm.elidedText(
        words, Qt.TextElideMode.ElideRight, rect.width()
    )  # fmt: skip
    painter.setFont(font)
    painter.setPen(ink)
    side = align or Qt.AlignmentFlag.AlignLeft
    # AlignAbsolute: a name in Arabic is shaped right to left, but stands in its column like the others.
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side, shown)
    return fm.horizontalAdvance(shown)


def two_lines(painter: QPainter, rect: QRect, words: str, font: QFont, ink: QColor) -> None:
    """Write text on at most two lines, the second one elided."""
    fm = QFontMetrics(font)
    if fm.horizontalAdvance(words) <= rect.width():
        text(painter, rect, words, font, ink)
        return
    first = ""
    rest = words
    for n, character in enumerate(words):
        if fm.horizontalAdvance(words[: n + 1]) > rect.width():
            cut = words.rfind(" ", 0, n + 1)
            cut = cut if cut > 0 else n
            first, rest = words[:cut].rstrip(), words[cut:].lstrip()
            break
        first, rest = words[: n + 1], words[n + 1 :]
        del character
    half = rect.height() // 2
    text(painter, QRect(rect.left(), rect.top(), rect.width(), half), first, font, ink)
    text(painter, QRect(rect.left(), rect.top() + half, rect.width(), half), rest, font, ink)


def card(painter: QPainter, rect: QRect, *, chosen: bool, stripe: QColor | None = None) -> None:
    """Paint the ground of a row; only the chosen one has a frame."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = theme.px(3) if chosen else 1
    inner = QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(theme.colour("panel"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(inner, theme.RADIUS, theme.RADIUS)
    if stripe is not None:
        painter.save()
        painter.setClipRect(QRectF(rect.left(), rect.top(), theme.px(7), rect.height()))
        painter.setBrush(stripe)
        painter.drawRoundedRect(inner, theme.RADIUS, theme.RADIUS)
        painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("accent" if chosen else "line"), width))
    painter.drawRoundedRect(inner, theme.RADIUS, theme.RADIUS)


def pill_size(mark: Mark) -> QSize:
    """Return how large a pill is."""
    fm = QFontMetrics(theme.font(theme.SMALL, 500))
    return QSize(fm.horizontalAdvance(mark.word) + theme.px(14 + 6 + 20), theme.px(26))


def pill(painter: QPainter, left: int, middle: int, mark: Mark, room: int = 0) -> int:
    """Paint a pill around a middle line and return its width."""
    size = pill_size(mark)
    width = min(size.width(), room) if room else size.width()
    ink, ground = theme.tone_colours(mark.tone)
    rect = QRectF(left, middle - size.height() / 2, width, size.height())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    pixmap = theme.icon_pixmap(mark.icon, ink, 14)
    painter.drawPixmap(QPointF(left + theme.px(10), middle - theme.px(7)), pixmap)
    inner = QRect(
        left + theme.px(10 + 14 + 6), round(rect.top()), width - theme.px(10 + 14 + 6 + 8), round(rect.height())
    )
    text(painter, inner, mark.word, theme.font(theme.SMALL, 500), ink)
    return width


def bar(painter: QPainter, rect: QRect, share: float, tone: Tone) -> None:
    """Paint a bar that is filled by a share of 0 to 1."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = rect.height() / 2
    painter.setBrush(theme.colour("line"))
    painter.drawRoundedRect(rect, radius, radius)
    share = min(1.0, max(0.0, share))
    if share > 0:
        filled = QRectF(rect)
        filled.setWidth(max(rect.height(), rect.width() * share))
        painter.setBrush(theme.tone_colours(tone)[0])
        painter.drawRoundedRect(filled, radius, radius)


def tile(painter: QPainter, rect: QRect, words: str, icon: str, tone: Tone) -> None:
    """Paint the square at the start of a row: an icon, or one or two letters."""
    ink, ground = theme.tone_colours(tone)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, theme.GRID, theme.GRID)
    if icon:
        size = theme.px(20)
        at = QPointF(rect.center().x() - size / 2 + 0.5, rect.center().y() - size / 2 + 0.5)
        painter.drawPixmap(at, theme.icon_pixmap(icon, ink, 20))
    else:
        painter.setFont(theme.font(theme.TEXT, 600))
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)

"""Paints a row of a queue: a large code, three columns, the time left as a bar that empties, the state."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from picker_app.gui import theme
from picker_app.gui.theme import Tone
from picker_app.gui.widgets import paint
from picker_app.gui.widgets.paint import Mark

CARD_ROLE = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class QueueCard:
    """What a row of a queue says; `share` is how much of the time is left, 0 to 1, None for no bar."""

    big: str
    small: str
    first: tuple[str, str]
    second: tuple[str, str]
    third: tuple[str, str]
    time: str
    tone: Tone
    share: float | None
    mark: Mark
    below: str
    flagged: bool = False


class QueueDelegate(QStyledItemDelegate):
    """Paints the role `card` of a model."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the one height of all rows."""
        return QSize(theme.px(600), theme.px(theme.ROW_ORDER))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        card: QueueCard = index.data(CARD_ROLE)
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        ground = rect.adjusted(0, 0, 0, -theme.px(theme.GRID))
        urgent = card.tone in (Tone.BAD, Tone.ATTENTION)
        stripe = theme.tone_colours(card.tone)[0] if urgent else theme.colour("line")
        paint.card(painter, ground, chosen=chosen, stripe=stripe)
        inner = ground.adjusted(theme.px(22), 0, -theme.px(16), 0)
        width = inner.width()
        mark_width = min(theme.px(250), max(theme.px(150), int(width * 0.17)))
        time_width = theme.px(170)
        middle = width - mark_width - time_width - theme.px(40)
        at = [0, int(middle * 0.20), int(middle * 0.42), int(middle * 0.60), middle]
        top, half = inner.top(), inner.height()
        ink, ink2 = theme.colour("ink"), theme.colour("ink2")

        def cell(n: int, words: tuple[str, str], large: bool = False) -> None:
            left, room = inner.left() + at[n], at[n + 1] - at[n] - theme.px(14)
            first = theme.font(theme.TITLE + 2, 700) if large else theme.font(theme.TEXT, 500)
            if not words[1]:
                paint.text(painter, QRect(left, top, room, half), words[0], first, ink)
                return
            high = theme.px(30 if large else 22)
            start = top + (half - high - theme.px(18)) // 2
            paint.text(painter, QRect(left, start, room, high), words[0], first, ink)
            small = theme.font(theme.SMALL, 400)
            paint.text(painter, QRect(left, start + high, room, theme.px(18)), words[1], small, ink2)

        cell(0, (card.big, card.small), large=True)
        cell(1, card.first)
        cell(2, card.second)
        cell(3, card.third)
        left = inner.right() - mark_width - time_width - theme.px(20)
        self._time(painter, QRect(left, top, time_width, half), card)
        left = inner.right() - mark_width
        self._mark(painter, QRect(left, top, mark_width, half), card)
        painter.restore()

    @staticmethod
    def _time(painter: QPainter, rect: QRect, card: QueueCard) -> None:
        ink = theme.tone_colours(card.tone)[0] if card.tone in (Tone.BAD, Tone.ATTENTION) else theme.colour("ink")
        if card.share is None:
            paint.text(painter, rect, card.time, theme.font(theme.TEXT, 400), theme.colour("ink2"))
            return
        start = rect.top() + (rect.height() - theme.px(36)) // 2
        words = QRect(rect.left(), start, rect.width(), theme.px(24))
        paint.text(painter, words, card.time, theme.font(theme.LARGE, 600), ink)
        bar = QRect(rect.left(), start + theme.px(29), rect.width(), theme.px(8))
        paint.bar(painter, bar, card.share, card.tone)

    @staticmethod
    def _mark(painter: QPainter, rect: QRect, card: QueueCard) -> None:
        middle = rect.center().y() + 1
        if card.below:
            paint.pill(painter, rect.left(), middle - theme.px(12), card.mark, rect.width())
            below = QRect(rect.left() + theme.px(10), middle + theme.px(5), rect.width() - theme.px(10), theme.px(18))
            paint.text(painter, below, card.below, theme.font(theme.SMALL, 400), theme.colour("ink2"))
        else:
            paint.pill(painter, rect.left(), middle, card.mark, rect.width())

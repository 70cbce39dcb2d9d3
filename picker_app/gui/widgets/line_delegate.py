"""Paints a line of a list to work through: tile, name, what is under it, state, and how much of how much."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from picker_app.gui import theme
from picker_app.gui.theme import Tone
from picker_app.gui.widgets import paint
from picker_app.gui.widgets.paint import Mark
from picker_app.gui.widgets.queue_delegate import CARD_ROLE

PART = 40
"""How far a part of another line is set in."""
WISH_LINES = 5
_WISH_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class LineCard:
    """What a line says. `quiet` lines are done; the `next` one is marked even where another one is chosen.

    A `part` of another line is set in. A `wish` of the customer stands under the line in full, loud.
    """

    tile: str
    icon: str
    tile_tone: Tone
    name: str
    struck: bool
    below: str
    alert: str
    alert_tone: Tone
    mark: Mark | None
    amount: str
    of: str
    quiet: bool
    next: bool
    part: bool = False
    wish: str = ""


def wish_height(wish: str, width: int) -> int:
    """Return how much room a wish takes under its line in a list of that width: up to WISH_LINES lines, 0 for none."""
    if not wish:
        return 0
    fm = paint.metrics(theme.font(theme.TEXT, 600))
    room = max(theme.px(120), width - theme.px(PART + 32 + 36 + theme.ICON_SIZE))
    words = fm.boundingRect(QRect(0, 0, room, 10_000), _WISH_FLAGS, wish).height()
    return min(words, WISH_LINES * fm.lineSpacing()) + theme.px(16)


class LineDelegate(QStyledItemDelegate):
    """Paints the role `card` of a model."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the one height of all lines, and room for a wish where there is one."""
        wish = wish_height(index.data(CARD_ROLE).wish, option.rect.width())
        return QSize(theme.px(400), theme.px(theme.ROW_LINE) + wish)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one line."""
        card: LineCard = index.data(CARD_ROLE)
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        ground = rect.adjusted(theme.px(PART) if card.part else 0, 0, 0, -theme.px(theme.GRID))
        stripe = theme.colour("accent") if card.next else None
        paint.card(painter, ground, chosen=chosen, stripe=stripe)
        wish = wish_height(card.wish, rect.width())
        inner = ground.adjusted(theme.px(16), 0, -theme.px(16), -wish)
        if wish:
            self._wish(painter, inner, card.wish, wish)
        middle = inner.center().y() + 1
        size = theme.px(44)
        paint.tile(painter, QRect(inner.left(), middle - size // 2, size, size), card.tile, card.icon, card.tile_tone)
        left = inner.left() + size + theme.px(16)
        amounts = self._amount(painter, inner, card, chosen)
        mark_left = amounts
        if card.mark is not None:
            # Where the list is narrow the name has the larger part.
            most = max(theme.px(36), int((amounts - left) * 0.45))
            mark_width = min(paint.pill_size(card.mark).width(), theme.px(190), most)
            # The state stands in a column of its own, so that the eye can run down it.
            mark_left = min(inner.left() + int(inner.width() * 0.66), amounts - mark_width - theme.px(16))
            paint.pill(painter, mark_left, middle, card.mark, mark_width)
        room = mark_left - left - theme.px(16)
        self._words(painter, QRect(left, inner.top(), room, inner.height()), card, chosen)
        painter.restore()

    @staticmethod
    def _wish(painter: QPainter, inner: QRect, wish: str, height: int) -> None:
        """Write what the customer wishes in a band of its own, that nobody overlooks."""
        ink, ground = theme.tone_colours(Tone.ATTENTION)
        band = QRect(inner.left(), inner.bottom() - theme.px(4), inner.width(), height - theme.px(4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(band, theme.GRID, theme.GRID)
        size = theme.px(theme.ICON_SIZE)
        painter.drawPixmap(
            band.left() + theme.px(12), band.top() + theme.px(8), theme.icon_pixmap("note", ink, theme.ICON_SIZE)
        )
        words = band.adjusted(theme.px(24) + size, theme.px(4), -theme.px(12), -theme.px(4))
        painter.setFont(theme.font(theme.TEXT, 600))
        painter.setPen(theme.colour("ink"))
        painter.drawText(words, _WISH_FLAGS, wish)

    @staticmethod
    def _words(painter: QPainter, rect: QRect, card: LineCard, chosen: bool) -> None:
        ink = theme.colour("ink2" if card.quiet and not chosen else "ink")
        below = card.alert or card.below
        sizes = (theme.TITLE, theme.LARGE, theme.TEXT) if chosen else (theme.LARGE, theme.TEXT)
        fonts = [theme.font(size, 600, struck=card.struck) for size in sizes]
        # The largest type in which the name stands on one line; else two lines of the smallest.
        fitting = [font for font in fonts if paint.metrics(font).horizontalAdvance(card.name) <= rect.width()]
        fits = bool(fitting)
        font = fitting[0] if fits else fonts[-1]
        high = theme.px(30 if font is fonts[0] and chosen else 24) if fits else theme.px(38)
        under = theme.px(18) if below else 0
        top = rect.top() + (rect.height() - high - under) // 2
        name = QRect(rect.left(), top, rect.width(), high)
        if fits:
            paint.text(painter, name, card.name, font, ink)
        else:
            paint.two_lines(painter, name, card.name, font, ink)
        second = theme.tone_colours(card.alert_tone)[0] if card.alert else theme.colour("ink2")
        small = theme.font(theme.SMALL, 600 if card.alert else 400)
        paint.text(painter, QRect(rect.left(), top + high, rect.width(), under), below, small, second)

    @staticmethod
    def _amount(painter: QPainter, rect: QRect, card: LineCard, chosen: bool) -> int:
        """Write "2 of 3" at the right edge; returns where it begins, at least where it begins in other lines."""
        small, large = theme.font(theme.TEXT, 400), theme.font(theme.TITLE, 700)
        of_width = paint.metrics(small).horizontalAdvance(card.of)
        amount_width = paint.metrics(large).horizontalAdvance(card.amount)
        ink = theme.colour("ink2" if card.quiet and not chosen else "ink")
        of = QRect(rect.right() - of_width, rect.top() + theme.px(3), of_width + 1, rect.height())
        paint.text(painter, of, card.of, small, theme.colour("ink2"))
        left = of.left() - amount_width - (theme.px(7) if card.of else 0)
        paint.text(painter, QRect(left, rect.top(), amount_width + 1, rect.height()), card.amount, large, ink)
        return min(left, rect.right() - min(theme.px(150), rect.width() // 4))

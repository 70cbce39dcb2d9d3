"""The calendar of promotions: each a bar over the days of a week or a month, with a line where today is."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from picker_app.gui import theme
from picker_app.gui.formats import Formats
from picker_app.gui.models.long import LongModel
from picker_app.gui.promotions import words
from picker_app.gui.widgets import paint
from picker_app.gui.widgets.queue_delegate import CARD_ROLE
from picker_app.promotions.overview import PromotionRow

NAMES, MOST_NAMES, NAMES_SHARE = 300, 520, 0.28
LEAST_DAY = 24
ROW = 44
MONTH, WEEK = 35, 7


@dataclass
class Span:
    """The days that are seen, from a Monday on, on the clocks of the shop."""

    formats: Formats
    first: date
    days: int = MONTH

    def show(self, day: date) -> None:
        """Begin with the week of a day."""
        self.first = day - timedelta(days=day.weekday())

    def move(self, steps: int) -> None:
        """Go on by a week, or by four where a month is seen."""
        self.first += timedelta(days=steps * (WEEK if self.days == WEEK else 4 * WEEK))

    def start(self) -> datetime:
        """Return when the first day begins."""
        return datetime.combine(self.first, time(0), self.formats.zone)

    def end(self) -> datetime:
        """Return when the last day is over."""
        return datetime.combine(self.first + timedelta(days=self.days), time(0), self.formats.zone)

    def at(self, moment: datetime, width: float) -> float:
        """Return how far from the left a moment is, in a picture of so many pixels."""
        local = moment.astimezone(self.formats.zone)
        passed = (local.date() - self.first).days + (local.hour * 60 + local.minute) / 1440
        return width * min(1.0, max(0.0, passed / self.days))


class CalendarModel(LongModel[PromotionRow]):
    """Promotions by number; the card is the row itself."""

    def key_of(self, row: PromotionRow) -> int:
        """Return the number."""
        return row.id

    def card_of(self, row: PromotionRow) -> PromotionRow:
        """Return what is painted."""
        return row

    def text_of(self, row: PromotionRow) -> str:
        """Return the promotion in words."""
        state = words.state_mark(row).word
        return f"{row.name or row.ref}, {row.title}, {state}, {row.starts_at:%Y-%m-%d} – {row.ends_at:%Y-%m-%d}"


class CalendarDelegate(QStyledItemDelegate):
    """Paints a promotion: its name at the left, its bar over the days."""

    def __init__(self, span: Span) -> None:
        super().__init__()
        self._span = span
        self.now: datetime | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the one height of all rows."""
        return QSize(theme.px(600), theme.px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row: PromotionRow = index.data(CARD_ROLE)
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        mark = words.state_mark(row)
        ink, ground = theme.tone_colours(mark.tone)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = rect.adjusted(1, 1, -2, -theme.px(3))
        painter.setPen(QPen(theme.colour("accent" if chosen else "line"), theme.px(3) if chosen else 1))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(inner, theme.GRID, theme.GRID)
        left = rect.left() + theme.px(12)
        middle = inner.center().y() + 1
        size = theme.px(16)
        painter.drawPixmap(left, middle - size // 2, theme.icon_pixmap(mark.icon, ink, 16))
        days = day_area(rect)
        name = QRect(left + theme.px(24), inner.top(), days.left() - left - theme.px(36), inner.height())
        paint.text(
            painter, name, row.name or row.ref, theme.font(theme.TEXT, 600 if chosen else 500), theme.colour("ink")
        )
        self._grid(painter, days)
        start = days.left() + self._span.at(row.starts_at, days.width())
        end = days.left() + self._span.at(row.ends_at, days.width())
        bar = QRectF(start, inner.top() + theme.px(7), max(theme.px(6), end - start), inner.height() - theme.px(14))
        painter.setPen(QPen(ink, theme.px(1)))
        painter.setBrush(ground)
        painter.drawRoundedRect(bar, theme.px(5), theme.px(5))
        self._words(painter, bar, days, f"{row.title} · {mark.word}", ink)
        if self.now is not None and self._span.start() <= self.now < self._span.end():
            at = days.left() + self._span.at(self.now, days.width())
            painter.setPen(QPen(theme.colour("accent"), theme.px(2)))
            painter.drawLine(int(at), rect.top(), int(at), rect.bottom())
        painter.restore()

    @staticmethod
    def _words(painter: QPainter, bar: QRectF, days: QRect, words_: str, ink: QColor) -> None:
        """Write words into a bar; those of a bar that is too short stand behind it, or before it."""
        font = theme.font(theme.SMALL, 500)
        width = paint.metrics(font).horizontalAdvance(words_) + 1
        within = bar.adjusted(theme.px(8), 0, -theme.px(6), 0).toRect()
        if width > within.width():
            behind = days.right() - bar.right() - theme.px(6)
            before = bar.left() - days.left() - theme.px(6)
            if width <= behind:
                within.setRect(round(bar.right()) + theme.px(6), within.top(), width, within.height())
            elif width <= before:
                within.setRect(round(bar.left()) - theme.px(6) - width, within.top(), width, within.height())
        paint.text(painter, within, words_, font, ink)

    def _grid(self, painter: QPainter, days: QRect) -> None:
        painter.setPen(QPen(theme.colour("line"), 1))
        for day in range(self._span.days + 1):
            if self._span.days == WEEK or day % WEEK == 0:
                at = days.left() + days.width() * day // self._span.days
                painter.drawLine(at, days.top() + theme.px(4), at, days.bottom() - theme.px(6))


class DaysHeader(QWidget):
    """The days over the bars: weeks by their Mondays, or single days; today is marked."""

    def __init__(self, span: Span) -> None:
        super().__init__()
        self.setObjectName("promotions_days")
        self._span = span
        self._list: QAbstractScrollArea | None = None
        self.today: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def over(self, rows: QAbstractScrollArea) -> None:
        """Stand over these rows, with or without their scroll bar."""
        self._list = rows
        rows.verticalScrollBar().rangeChanged.connect(lambda: self.update())

    def days(self) -> QRect:
        """Return where the days stand."""
        width = self.width() if self._list is None else self._list.viewport().width()
        return day_area(QRect(0, 0, width, self.height()))

    def sizeHint(self) -> QSize:
        """Return room for a line of days."""
        return QSize(theme.px(600), theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the days."""
        painter = QPainter(self)
        span, days = self._span, self.days()
        locale = span.formats.locale
        tight = days.width() < span.days * theme.px(LEAST_DAY)
        for number in range(span.days):
            day = span.first + timedelta(days=number)
            today = day == self.today
            left = days.left() + days.width() * number // span.days
            right = days.left() + days.width() * (number + 1) // span.days
            cell = QRect(left, 0, right - left, self.height())
            if today:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("accent_ground"))
                painter.drawRoundedRect(cell, theme.px(5), theme.px(5))
            if span.days == WEEK:
                text = f"{locale.dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)} {span.formats.day(day)}"
            else:
                text = str(day.day)
            strong = today or (span.days != WEEK and day.weekday() == 0)
            if tight and not strong:
                continue
            ink = theme.colour("accent" if today else "ink" if strong else "ink3")
            align = Qt.AlignmentFlag.AlignHCenter
            paint.text(painter, cell, text, theme.font(theme.SMALL, 600 if strong else 400), ink, align)
        painter.end()


def day_area(rect: QRect) -> QRect:
    """Return the part of a row that the days take; in a wide one the names have more room."""
    names = max(theme.px(NAMES), min(theme.px(MOST_NAMES), int(rect.width() * NAMES_SHARE)))
    return rect.adjusted(names, 0, -theme.px(12), 0)

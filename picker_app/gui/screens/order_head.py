"""The head of the order screen: code, platform, progress, time left, and the banner that must be read first."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from picker_app.gui import theme, words
from picker_app.gui.banner_words import banner
from picker_app.gui.formats import Formats, minutes_left
from picker_app.gui.models.orders import HURRY, clock_runs, confirm_time
from picker_app.gui.theme import Tone
from picker_app.gui.widgets import paint
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.labels import CutLabel, Pill, label, set_text, set_tone
from picker_app.gui.widgets.paint import Mark
from picker_app.picking.rows import Banner, OrderView


class ProgressBar(QWidget):
    """How many lines are done, as a bar."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float, words: str) -> None:
        """Fill the bar by a share of 0 to 1."""
        self.setAccessibleName(words)
        if share != self._share:
            self._share = share
            self.update()

    def sizeHint(self) -> QSize:
        """Return the bar's size."""
        return QSize(theme.px(120), theme.px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar."""
        painter = QPainter(self)
        paint.bar(painter, self.rect(), self._share, Tone.GOOD)
        painter.end()


class OrderHead(QWidget):
    """One row, and under it the banner where there is one."""

    def __init__(self, leave: Callable[[], None], formats: Formats, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("order_head")
        self._clock = clock
        self._view: OrderView | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(theme.GRID))
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        back = Button("order_back", self.tr("Orders"), "Esc", leave, wide=False)
        row.addWidget(back)
        self._code = label("order_code", size=theme.HUGE, weight=700)
        row.addWidget(self._code)
        about = QVBoxLayout()
        about.setSpacing(0)
        self._platform = CutLabel("order_platform", size=theme.TEXT, weight=500)
        self._whole = CutLabel("order_whole_code", size=theme.SMALL, ink=2)
        about.addStretch(1)
        about.addWidget(self._platform)
        about.addWidget(self._whole)
        about.addStretch(1)
        row.addLayout(about)
        self._bar = ProgressBar("order_progress")
        row.addWidget(self._bar, 1)
        self._count = label("order_count", size=theme.LARGE, weight=600)
        row.addWidget(self._count)
        self._time = Pill("order_time")
        row.addWidget(self._time)
        self._state = Pill("order_state")
        row.addWidget(self._state)
        column.addLayout(row)
        self._banner = QFrame()
        self._banner.setObjectName("order_banner")
        self._banner.setProperty("kind", "banner")
        inside = QHBoxLayout(self._banner)
        inside.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        inside.setSpacing(theme.px(12))
        self._banner_icon = QLabel()
        self._banner_icon.setObjectName("order_banner_icon")
        inside.addWidget(self._banner_icon)
        self._banner_words = label("order_banner_words", size=theme.LARGE, weight=600, wrap=True)
        inside.addWidget(self._banner_words, 1)
        column.addWidget(self._banner)
        self._banner.hide()

    def refresh(self, view: OrderView) -> None:
        """Show an order's newer state."""
        self._view = view
        row = view.row
        set_text(self._code, row.short_code)
        set_text(self._platform, f"{row.platform} · {words.flow(row.flow)}")
        set_text(self._whole, row.code if row.code != row.short_code else row.number)
        done = self.tr("{done} of {total}").format(done=row.done, total=row.total)
        set_text(self._count, done)
        self._bar.set_share(row.done / row.total if row.total else 0.0, done)
        self._state.set_mark(words.confirming_mark(row) if view.workable else words.order_mark(row))
        self._show_banner(view.banner)
        self.tick()

    def tick(self) -> None:
        """Let the time run."""
        row = self._view.row if self._view else None
        if row is not None and self._view and self._view.workable and clock_runs(row):
            text, tone, share = confirm_time(row, self._clock())
            self._time.set_mark(Mark("phone" if share == 1.0 and tone is Tone.BAD else "clock", text, tone))
            return
        if row is None or row.pick_by is None or not (self._view and self._view.workable):
            self._time.set_mark(None)
            return
        now = self._clock()
        late, left = minutes_left(row.pick_by, now)
        tone = Tone.BAD if late else Tone.ATTENTION if row.pick_by - now <= HURRY else Tone.IDLE
        self._time.set_mark(Mark("clock", left, tone))

    def _show_banner(self, value: Banner | None) -> None:
        self._banner.setVisible(value is not None)
        if value is None:
            return
        tone, text = banner(value)
        set_tone(self._banner, tone)
        set_tone(self._banner_words, tone)
        set_text(self._banner_words, text)
        ink, _ = theme.tone_colours(tone)
        self._banner_icon.setPixmap(theme.icon_pixmap("warning", ink, 24))

"""The result strip: the loudest thing on the screen, readable at two metres, shown until the next result."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, QTimer
from PySide6.QtGui import QColor, QFont, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from picker_app.gui import theme
from picker_app.gui.theme import Tone
from picker_app.gui.widgets import paint
from picker_app.gui.widgets.count_button import CountButton
from picker_app.gui.widgets.labels import key_cap_size, paint_key_cap

PULSE_MS = 450


class Strip(QWidget):
    """Shows a headline with its icon, a detail, a key that may be pressed, and at the right the count to press."""

    def __init__(self, name: str, show_counted: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shown = ("", "", Tone.IDLE, "", "")
        self._count = CountButton("scan_count", "F10", show_counted, self)
        self._flashed = False
        self._pulse = QTimer(self)
        self._pulse.setObjectName("strip_pulse")
        self._pulse.setSingleShot(True)
        self._pulse.setInterval(PULSE_MS)
        self._pulse.timeout.connect(self._pulsed)

    @property
    def headline(self) -> str:
        """Return the large words."""
        return self._shown[0]

    @property
    def detail(self) -> str:
        """Return the smaller words."""
        return self._shown[1]

    @property
    def count(self) -> str:
        """Return the running count."""
        return self._count.lines[0]

    @property
    def tone(self) -> Tone:
        """Return the tone of what is shown."""
        return self._shown[2]

    def show_result(self, headline: str, detail: str, tone: Tone, icon: str, key: str = "") -> None:
        """Show what happened; it stays until the next call."""
        shown = (headline, detail, tone, icon, key)
        if shown != self._shown:
            self._shown = shown
            self._colour_count()
            self.setAccessibleName(f"{headline}. {detail}")
            self.setToolTip(f"{headline}\n{detail}".strip())
            self.update()

    def show_count(self, first: str, second: str) -> None:
        """Show the running count."""
        if (first, second) != self._count.lines:
            self._count.set_lines(first, second)
            self._place_count()
            self.update()

    def flash(self, on: bool) -> None:
        """Colour the strip: the eye's alarm where no sound can be played."""
        if on != self._flashed:
            self._flashed = on
            self._colour_count()
            self.update()

    def pulse(self) -> None:
        """Flash over the whole width in the result's colour, with its shape: the eye's sound where none is played."""
        self._pulse.start()
        self._pulsed()

    @property
    def pulsing(self) -> bool:
        """Say whether the strip flashes."""
        return self._pulse.isActive()

    def sizeHint(self) -> QSize:
        """Return the strip's height."""
        return QSize(theme.px(600), theme.px(theme.STRIP))

    def hideEvent(self, event: QHideEvent) -> None:
        """Flash no more where nobody sees it."""
        super().hideEvent(event)
        self._pulse.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep a click to itself: beside the count there is nothing to press."""
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the count at the right."""
        super().resizeEvent(event)
        self._place_count()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon and words."""
        headline, detail, tone, icon, key = self._shown
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, ground = theme.tone_colours(tone)
        quiet = tone is Tone.IDLE
        second = theme.colour("ink2")
        if self.pulsing:
            ink, ground = ground, ink
            second = ink
        painter.fillRect(self.rect(), theme.colour("panel") if quiet and not self.pulsing else ground)
        painter.fillRect(0, 0, self.width(), 1 if quiet else theme.px(3), theme.colour("line") if quiet else ink)
        if self._flashed:
            # The alarm never hides what became of a scan: over a result it is a band.
            high = self.height() if quiet else theme.px(12)
            painter.fillRect(0, 0, self.width(), high, theme.colour("attention"))
            ink = theme.colour("panel") if quiet else ink
        left, height, pad = theme.px(20), self.height(), theme.px(14)
        if self._flashed and quiet:
            second = theme.colour("panel")
        right = self._count.x() - theme.px(6)
        if self.pulsing and icon:
            self._paint_shapes(painter, icon, ink)
        if icon:
            size = theme.px(36)
            painter.drawPixmap(left, (height - size) // 2, theme.icon_pixmap(icon, ink, 36))
            left += size + theme.px(12)
        small = theme.font(theme.LARGE, 400)
        wanted = paint.metrics(small).horizontalAdvance(detail) + pad if detail else 0
        wanted += key_cap_size(key).width() + theme.px(8) if key else 0
        # The headline may take what the detail leaves, but never less than half.
        room = max((right - left) // 2, right - left - wanted - pad)
        left += paint.text(painter, QRect(left, 0, room, height), headline, self._large(headline, room), ink) + pad
        if key:
            cap = key_cap_size(key)
            paint_key_cap(painter, QRect(left, (height - cap.height()) // 2 + 2, cap.width(), cap.height()), key)
            left += cap.width() + theme.px(8)
        paint.text(painter, QRect(left, 0, right - left - pad, height), detail, small, second)
        painter.end()

    def _paint_shapes(self, painter: QPainter, icon: str, ink: QColor) -> None:
        """Repeat the result's shape along the upper edge, so that it is told from others without its colour."""
        shape = theme.icon_pixmap(icon, ink, 18)
        for left in range(theme.px(8), self.width(), theme.px(64)):
            painter.drawPixmap(left, theme.px(4), shape)

    def _pulsed(self) -> None:
        self._colour_count()
        self.update()

    def _large(self, headline: str, room: int) -> QFont:
        font = theme.font(theme.HUGE, 700)
        return font if paint.metrics(font).horizontalAdvance(headline) <= room else theme.font(theme.TITLE, 700)

    def _place_count(self) -> None:
        size = self._count.sizeHint()
        self._count.move(self.width() - theme.px(10) - size.width(), (self.height() - size.height()) // 2)

    def _colour_count(self) -> None:
        self._count.set_on_colour(self.pulsing or (self._flashed and self.tone is Tone.IDLE))

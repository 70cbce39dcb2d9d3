"""A large button with its key written on it; it never takes the focus, so that no scan can press it."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from picker_app.gui import theme
from picker_app.gui.widgets import paint
from picker_app.gui.widgets.labels import key_cap_size, paint_key_cap


class Button(QAbstractButton):
    """`kind` is plain, main (filled), danger or alarm. `do` is called on a click. One that is not `wide` takes only
    the room of its words."""

    def __init__(
        self,
        name: str,
        text: str,
        key: str,
        do: Callable[[], object],
        kind: str = "plain",
        *,
        icon: str = "",
        accessible: str = "",
        wide: bool = True,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._key = key
        self._kind = kind
        self._icon = icon
        self._accessible = accessible
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding if wide and kind != "alarm" else QSizePolicy.Policy.Fixed,
            QSizePolicy.Policy.Fixed,
        )
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_words(text)
        self.clicked.connect(lambda: do())

    def set_kind(self, kind: str) -> None:
        """Change how much the button stands out."""
        if kind != self._kind:
            self._kind = kind
            self.updateGeometry()
            self.update()

    def set_words(self, text: str) -> None:
        """Change what is written on the button."""
        if text != self.text() or not self.accessibleName():
            self.setText(text)
            named = self._accessible or text
            self.setAccessibleName(f"{named}, {self._key}" if self._key else named)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for words and key; never lower than a finger needs."""
        width = paint.metrics(self._font()).horizontalAdvance(self.text()) + theme.px(32)
        width += key_cap_size(self._key).width() + theme.px(14) if self._key else 0
        width += theme.px(28) if self._icon else 0
        return QSize(width, theme.px(52 if self._kind == "main" else theme.TARGET))

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return QSize(
            self.sizeHint().width() if self._kind == "alarm" else theme.px(theme.TARGET), self.sizeHint().height()
        )

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, words and key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        main = self._kind == "main" and self.isEnabled()
        rect = self.rect().adjusted(1, 1, -1, -1)
        grounds = {"main": "accent", "alarm": "attention_ground"}
        ground = theme.colour("accent_ground" if self.isDown() else "panel")
        if self._kind in grounds and self.isEnabled():
            ground = theme.colour(grounds[self._kind])
        painter.setBrush(ground.darker(112) if main and self.isDown() else ground)
        edge = "accent" if main or (self.underMouse() and self.isEnabled()) else "line"
        painter.setPen(QPen(theme.colour(edge), 1))
        painter.drawRoundedRect(rect, theme.RADIUS, theme.RADIUS)
        cap = key_cap_size(self._key) if self._key else QSize(0, 0)
        pad = theme.px(14)
        if self._key and not self.text():
            at = QRect(0, 0, *cap.toTuple())
            at.moveCenter(self.rect().center())
            paint_key_cap(painter, at, self._key)
        elif self._key:
            at = QRect(rect.right() - pad - cap.width() + 4, rect.center().y() - cap.height() // 2 + 1, cap.width(),
                       cap.height())  # fmt: skip
            paint_key_cap(painter, at, self._key, on_accent=main)
        inks = {"main": "on_accent", "danger": "bad", "alarm": "attention"}
        ink = inks.get(self._kind, "ink") if self.isEnabled() else "ink3"
        room = QRect(rect.left() + pad, rect.top(), rect.width() - 2 * pad - (cap.width() + 4), rect.height())
        if not self._key:
            room = rect.adjusted(pad, 0, -pad, 0)
        if self._icon:
            size = theme.px(theme.ICON_SIZE)
            painter.drawPixmap(
                room.left(), rect.center().y() - size // 2, theme.icon_pixmap(self._icon, theme.colour(ink))
            )
            room.setLeft(room.left() + theme.px(28))
        paint.text(painter, room, self.text(), self._font(), theme.colour(ink))
        painter.end()

    def _font(self) -> QFont:
        return theme.font(theme.LARGE, 600) if self._kind == "main" else theme.font(theme.TEXT, 500)

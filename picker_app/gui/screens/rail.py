"""The rail at the left: the workspaces of the program; only what exists stands here."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout

from picker_app.gui import theme
from picker_app.gui.widgets import paint
from picker_app.gui.workspace import Workspace


class RailButton(QAbstractButton):
    """An icon with its word under it."""

    def __init__(self, name: str, icon: str, text: str, do: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setText(text)
        self.setAccessibleName(text)
        self._icon = icon
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(lambda: self._clicked(do))

    def _clicked(self, do: Callable[[], object]) -> None:
        # The rail is marked once the page is seen; a click alone changes nothing.
        self.setChecked(not self.isChecked())
        do()

    def sizeHint(self) -> QSize:
        """Return a square that a finger hits."""
        return QSize(theme.px(52), theme.px(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.colour("accent" if self.isChecked() else "ink2")
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_ground"))
            painter.drawRoundedRect(self.rect(), theme.RADIUS, theme.RADIUS)
        size = theme.px(22)
        painter.drawPixmap((self.width() - size) // 2, theme.px(8), theme.icon_pixmap(self._icon, ink, 22))
        words = QRect(0, theme.px(32), self.width(), theme.px(20))
        font = theme.font(theme.SMALL, 500)
        paint.text(painter, words, self.text(), font, ink, Qt.AlignmentFlag.AlignHCenter)
        painter.end()


class Rail(QFrame):
    """A column of workspaces: the orders first. `mark` shows which one is open."""

    def __init__(self, orders: Callable[[], None], workspaces: Sequence[Workspace], go: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(theme.px(theme.RAIL + 4))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(6), theme.px(10), theme.px(6), theme.px(10))
        column.setSpacing(theme.px(4))
        self._buttons = {"": RailButton("rail_orders", "inbox", self.tr("Orders"), orders)}
        for one in workspaces:
            self._buttons[one.name] = RailButton(f"rail_{one.name}", one.icon, one.word, partial(go, one.name))
        for button in self._buttons.values():
            column.addWidget(button)
        column.addStretch(1)

    def mark(self, workspace: Workspace | None) -> None:
        """Show which workspace is open; None: the orders."""
        for name, button in self._buttons.items():
            button.setChecked(name == (workspace.name if workspace is not None else ""))

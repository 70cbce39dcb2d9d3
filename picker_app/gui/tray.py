"""The icon beside the clock of the desktop: how many orders wait, while the window is closed and orders keep coming."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QRectF, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from picker_app.gui import theme
from picker_app.gui.surroundings import Board
from picker_app.picking.rows import Tab

translate = QCoreApplication.translate
SIDE = 64


class Tray(QObject):
    """`show` brings the window back, `leave` ends the program as closing the window does where there is no tray."""

    def __init__(self, board: Board, show: Callable[[], None], leave: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("tray")
        self._board = board
        self._told = False
        self._count = -1
        self._menu = QMenu()
        self._menu.setObjectName("tray_menu")
        self._menu.addAction(translate("Tray", "Show the window"), show)
        self._menu.addAction(translate("Tray", "Quit"), leave)
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(lambda reason: self._clicked(reason, show))
        self._end = board.subscribe(lambda ids: self.look())
        self.look()
        self._icon.show()

    def close(self) -> None:
        """Take the icon away."""
        self._end()
        self._icon.hide()
        self._menu.deleteLater()

    @property
    def words(self) -> str:
        """Return what the icon says when it is pointed at."""
        return self._icon.toolTip()

    @property
    def acts(self) -> list[QAction]:
        """Return the acts of its menu."""
        return self._menu.actions()

    def look(self) -> None:
        """Show how many orders wait."""
        count = self._board.counts().get(Tab.TO_PICK, 0)
        if count != self._count:
            self._count = count
            self._icon.setIcon(badge(count))
            self._icon.setToolTip(translate("Tray", "Orders to pick: {count}").format(count=count))

    def hidden(self) -> None:
        """Say, the first time, that the program goes on."""
        if not self._told:
            self._told = True
            title = translate("Tray", "Orders keep coming")
            words = translate("Tray", "The program goes on here, and rings. Quit it with this icon's menu.")
            self._icon.showMessage(title, words, theme.icon("store", "accent"))

    def _clicked(self, reason: QSystemTrayIcon.ActivationReason, show: Callable[[], None]) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            show()


def available() -> bool:
    """Say whether the desktop has a place for the icon."""
    return QSystemTrayIcon.isSystemTrayAvailable()


def badge(count: int) -> QIcon:
    """Draw the program's icon with a number on it, none for 0."""
    pixmap = QPixmap(SIDE, SIDE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawPixmap(0, 0, SIDE, SIDE, theme.icon_pixmap("store", theme.colour("accent"), SIDE))
    if count:
        box = QRectF(SIDE * 0.34, SIDE * 0.34, SIDE * 0.66, SIDE * 0.66)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("bad"))
        painter.drawEllipse(box)
        painter.setPen(theme.colour("on_accent"))
        painter.setFont(theme.font(theme.TITLE, 700))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(min(count, 99)))
    painter.end()
    return QIcon(pixmap)

"""The page of an empty tab: it says that the program listens, since when, and what to do when it does not."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from picker_app.gui import theme
from picker_app.gui.account_words import account_mark
from picker_app.gui.formats import Formats
from picker_app.gui.widgets.labels import KeyCap, Pill, label, set_text
from picker_app.picking.rows import AccountRow, Tab


class EmptyInbox(QWidget):
    """A title, a sentence that teaches, and the accounts with their connection."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("inbox_empty")
        self._formats = formats
        self._place = ""
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(10))
        column.addStretch(2)
        self._icon = QLabel()
        self._icon.setObjectName("inbox_empty_icon")
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._icon)
        self._title = label("inbox_empty_title", size=theme.TITLE, weight=700)
        self._text = label("inbox_empty_text", size=theme.LARGE, ink=2, wrap=True)
        for part in (self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        keys = QHBoxLayout()
        keys.addStretch(1)
        keys.addWidget(KeyCap("inbox_empty_key", "F5"))
        keys.addWidget(label("inbox_empty_key_words", self.tr("asks the platforms for orders now"), ink=2))
        keys.addStretch(1)
        column.addLayout(keys)
        column.addSpacing(theme.px(16))
        self._accounts = QVBoxLayout()
        self._accounts.setSpacing(theme.px(6))
        self._pills: dict[str, Pill] = {}
        column.addLayout(self._accounts)
        column.addStretch(3)

    def refresh(self, place: str, accounts: tuple[AccountRow, ...], now: datetime | None) -> None:
        """Teach about a tab; with the accounts, say how each stands."""
        if place != self._place:
            self._place = place
            icon, title, text = self._words(place)
            self._icon.setPixmap(theme.icon_pixmap(icon, theme.colour("ink3"), 44))
            set_text(self._title, title)
            set_text(self._text, text)
        if now is None:
            return
        for account in accounts:
            pill = self._pills.get(account.account)
            if pill is None:
                pill = Pill(f"inbox_empty_{account.account}")
                self._pills[account.account] = pill
                row = QHBoxLayout()
                row.addStretch(1)
                row.addWidget(pill)
                row.addStretch(1)
                self._accounts.addLayout(row)
            pill.set_mark(account_mark(account, now, self._formats, whole=True))

    def _words(self, place: str) -> tuple[str, str, str]:
        texts: dict[str, tuple[str, str, str]] = {
            Tab.TO_PICK: (
                "inbox",
                self.tr("Nothing to pick"),
                self.tr("New orders appear here by themselves and ring until someone opens them."),
            ),
            Tab.PICKING: (
                "basket",
                self.tr("No order is being picked"),
                self.tr("An order moves here with its first scan."),
            ),
            Tab.WAITING: (
                "clock",
                self.tr("Nothing waits for a platform"),
                self.tr("Finished orders stay here until the platform confirms them."),
            ),
            Tab.DONE: ("check", self.tr("Nothing done yet today"), self.tr("Confirmed orders of today stand here.")),
        }
        return texts.get(
            place,
            (
                "circle-check",
                self.tr("No incidents"),
                self.tr("What a platform sent and nobody could read, and whatever else needs a person, is kept here."),
            ),
        )

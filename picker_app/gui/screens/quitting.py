"""The question before the program is left with unsent changes: it blocks nothing, and no scan answers it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from picker_app.gui import theme
from picker_app.gui.counts import counts
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.labels import label, set_text, set_tone
from picker_app.picking.rows import AccountRow

CONSIDERED = timedelta(milliseconds=700)


class QuitBanner(QFrame):
    """`leave` is called after two clicks on the same button that are no double click. `stay` takes it away."""

    def __init__(self, leave: Callable[[], None], clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("quit_banner")
        self.setProperty("kind", "banner")
        set_tone(self, Tone.ATTENTION)
        self._leave = leave
        self._clock = clock
        self._wished: datetime | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), theme.px(12), theme.px(16), theme.px(12))
        row.setSpacing(theme.px(12))
        self._icon = QLabel()
        self._icon.setObjectName("quit_icon")
        row.addWidget(self._icon)
        self._words = label("quit_words", size=theme.LARGE, weight=600, wrap=True)
        set_tone(self._words, Tone.ATTENTION)
        row.addWidget(self._words, 1)
        row.addWidget(Button("quit_stay", self.tr("Stay"), "Esc", self.stay, "main", wide=False))
        self._quit = Button("quit_anyway", self.tr("Quit all the same"), "", self._clicked, "danger", wide=False)
        row.addWidget(self._quit)
        self.hide()

    def ask(self, accounts: tuple[AccountRow, ...]) -> None:
        """Say what waits, and ask whether to quit all the same."""
        self.refresh(accounts)
        if not self.isVisible():
            self._wish(None)
        self._icon.setPixmap(theme.icon_pixmap("clock", theme.tone_colours(Tone.ATTENTION)[0], 24))
        self.show()

    def refresh(self, accounts: tuple[AccountRow, ...]) -> bool:
        """Say what waits now; False where nothing does any more."""
        waiting = [account for account in accounts if account.waiting]
        if waiting:
            names = ", ".join(account.platform for account in waiting)
            set_text(self._words, counts.changes_at_quitting(sum(account.waiting for account in waiting), names))
        return bool(waiting)

    def stay(self) -> None:
        """Go on; the question is taken away."""
        self.hide()

    def _clicked(self) -> None:
        now = self._clock()
        if self._wished is None:
            self._wish(now)
        elif now - self._wished >= CONSIDERED:
            self._leave()

    def _wish(self, at: datetime | None) -> None:
        self._wished = at
        self._quit.set_words(self.tr("Quit all the same") if at is None else self.tr("Press again to quit"))

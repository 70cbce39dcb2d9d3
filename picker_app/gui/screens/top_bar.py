"""The top bar: the store, each account, what waits to be sent, the alarm, the clock, the picker and the help."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout

from picker_app.gui import theme
from picker_app.gui.account_words import LOOK, account_wordings, waiting_mark, waiting_words
from picker_app.gui.formats import Formats
from picker_app.gui.keys import Command
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.labels import Pill, label, set_text, set_tone
from picker_app.gui.widgets.paint import Mark
from picker_app.gui.widgets.status_words import StatusWords
from picker_app.picking.rows import AccountRow


class TopBar(QFrame):
    """`tick` lets the clock and the accounts' times run; the alarm button silences the alarm."""

    def __init__(self, store: str, picker: str, act: Callable[[Command], None], formats: Formats) -> None:
        super().__init__()
        self.setObjectName("top_bar")
        self._formats = formats
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 0, theme.px(12), 0)
        row.setSpacing(theme.px(18))
        self.setFixedHeight(theme.px(theme.TOP_BAR))
        name = label("store_name", store, weight=700)
        row.addWidget(name)
        self._accounts = QHBoxLayout()
        self._accounts.setSpacing(theme.px(18))
        row.addLayout(self._accounts)
        self._states: dict[str, StatusWords] = {}
        row.addStretch(1)
        self._waiting = Pill("waiting", least=190)
        row.addWidget(self._waiting)
        self.alarm = Button("silence_alarm", "", "Ctrl M", lambda: act(Command.SILENCE), "alarm", icon="bell")
        self.alarm.hide()
        row.addWidget(self.alarm)
        self.way = Button("way_down", "", "Ctrl ,", lambda: act(Command.SETTINGS), "alarm", icon="wifi-off")
        self.way.hide()
        row.addWidget(self.way)
        self._picker = label("picker_name", picker, ink=2)
        row.addWidget(self._picker)
        self._clock = label("clock", weight=700)
        row.addWidget(self._clock)
        self._help = Button("help_open", "", "F1", lambda: act(Command.HELP), accessible=self.tr("Help"), wide=False)
        row.addWidget(self._help)

    def tick(self, accounts: tuple[AccountRow, ...], now: datetime) -> None:
        """Show the time and how each account stands."""
        set_text(self._clock, self._formats.clock(now))
        for account in accounts:
            state = self._states.get(account.account)
            if state is None:
                state = StatusWords(f"account_{account.account}")
                self._states[account.account] = state
                self._accounts.addWidget(state)
            icon, tone = LOOK[account.line]
            state.set_state(icon, tone, account.platform, *account_wordings(account, now, self._formats))
            state.setToolTip("\n".join(part for part in (state.accessibleName(), account.words) if part))
        self._waiting.set_mark(waiting_mark(accounts, now, short=not self.alarm.isHidden()))
        self._waiting.setToolTip(waiting_words(accounts))

    def show_alarm(self, text: str) -> None:
        """Say why it rings; an empty text takes the alarm away."""
        if text:
            self.alarm.set_words(text)
        self.alarm.setVisible(bool(text))
        # An alarm needs the room; who picks is no news then.
        self._picker.setVisible(not text)

    def show_way(self, text: str) -> None:
        """Say that the way in is lost; an empty text takes the words away. The button leads to the settings."""
        if text:
            self.way.set_words(text)
        self.way.setVisible(bool(text))


class TrainingBanner(QFrame):
    """Says on every screen that the orders are not real."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("training_banner")
        self.setProperty("kind", "banner")
        set_tone(self, Tone.ATTENTION)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(4))
        row.addStretch(1)
        words = self.tr("TRAINING: these orders are not real")
        row.addWidget(Pill("training_pill", Mark("warning", words, Tone.ATTENTION)))
        row.addStretch(1)

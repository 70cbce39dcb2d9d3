"""The card that shows what the platform said about the cart: as a whole and line by line."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel

from picker_app.gui import theme
from picker_app.gui.formats import Formats
from picker_app.gui.keys import Command
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.labels import Card, Pill, label, set_text, set_tone
from picker_app.gui.widgets.paint import Mark
from picker_app.picking.rows import Check, CheckRow, OrderView

translate = QCoreApplication.translate
SHOWN_LINES = 6


class CheckCard(Card):
    """Good, refused with the words about each line, asked, or not asked yet."""

    def __init__(self, act: Callable[[Command], None], formats: Formats) -> None:
        super().__init__("check_card")
        self._formats = formats
        top = QHBoxLayout()
        self._button = Button("act_check", self.tr("Check"), "F5", lambda: act(Command.CHECK), wide=False)
        top.addWidget(self._button)
        top.addStretch(1)
        self._pill = Pill("check_pill")
        top.addWidget(self._pill)
        self.body.addLayout(top)
        self._words = label("check_words", size=theme.SMALL, wrap=True)
        self.body.addWidget(self._words)
        self._lines: list[QLabel] = []
        for number in range(SHOWN_LINES):
            line = label(f"check_line_{number}", size=theme.SMALL, wrap=True)
            self._lines.append(line)
            self.body.addWidget(line)
        self._under = label("check_under", size=theme.SMALL, ink=2, wrap=True)
        self.body.addWidget(self._under)

    def refresh(self, view: OrderView) -> None:
        """Show the newest answer."""
        check = view.check
        self.setVisible(view.capabilities.check)
        self._button.setEnabled(view.workable)
        platform = view.row.platform
        if check is None:
            self._pill.set_mark(None)
            set_text(self._words, self.tr("The cart was not checked yet."))
            self._words.show()
            self._show_lines(())
            self._under.hide()
            return
        self._pill.set_mark(_mark(check))
        words = self.tr("No connection. F5 asks once it is back.") if check.state is Check.NO_LINE else ""
        set_text(self._words, check.words if check.state is Check.REFUSED else words)
        self._words.setVisible(bool(self._words.text()))
        self._show_lines(check.lines if check.state in (Check.GOOD, Check.REFUSED) else ())
        parts = []
        if check.at is not None and check.state is not Check.NO_LINE:
            parts.append(self.tr("checked {time}").format(time=self._formats.clock(check.at)))
        if check.total is not None:
            total = self._formats.money(check.total, view.currency)
            parts.append(self.tr("total {price} at {platform}").format(price=total, platform=platform))
        if check.changes_since:
            parts.append(self.tr("%n change(s) since", "", check.changes_since))
        set_text(self._under, " · ".join(parts))
        self._under.setVisible(bool(parts))

    def _show_lines(self, lines: tuple[tuple[str, str], ...]) -> None:
        """Show the lines with words first; those that are accepted in one sum."""
        said = [(name, words) for name, words in lines if words]
        accepted = len(lines) - len(said)
        texts = [(f"✕ {name}: {words}", Tone.BAD) for name, words in said[: SHOWN_LINES - 1]]
        if len(said) > SHOWN_LINES - 1:
            more = len(said) - SHOWN_LINES + 1
            texts[-1] = (self.tr("%n more line(s) refused", "", more + 1), Tone.BAD)
        if accepted:
            texts.append(("✓ " + self.tr("%n line(s) accepted", "", accepted), Tone.GOOD))
        for number, widget in enumerate(self._lines):
            shown = number < len(texts)
            widget.setVisible(shown)
            if shown:
                set_text(widget, texts[number][0])
                set_tone(widget, texts[number][1])


def _mark(check: CheckRow) -> Mark:
    if check.state is Check.GOOD:
        return Mark("check", translate("CheckCard", "accepted"), Tone.GOOD)
    if check.state is Check.REFUSED:
        return Mark("cross", translate("CheckCard", "refused"), Tone.BAD)
    if check.state is Check.UNCERTAIN:
        return Mark("help", translate("CheckCard", "no certain answer"), Tone.ATTENTION)
    if check.state is Check.NO_LINE:
        return Mark("wifi-off", translate("CheckCard", "not asked"), Tone.ATTENTION)
    if check.state is Check.SENDING:
        return Mark("send", translate("CheckCard", "asking"), Tone.ACCENT)
    return Mark("clock", translate("CheckCard", "waits to be sent"), Tone.IDLE)

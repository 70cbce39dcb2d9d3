"""The doctor's round as a page, again with F5: how each part stands and what to do; and the file for whoever helps."""

import re
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from picker_app.gui import theme
from picker_app.gui.keys import Command
from picker_app.gui.marked import QT_TRANSLATE_NOOP
from picker_app.gui.setup.cabinet import Cabinet
from picker_app.gui.setup.form import Form
from picker_app.gui.setup.round_words import begun_large
from picker_app.gui.setup.saying import Saying
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.labels import Pill, column, label
from picker_app.gui.widgets.paint import Mark
from picker_app.report import Found, Level

translate = QCoreApplication.translate
_LOOKS = {
    Level.OK: ("check", QT_TRANSLATE_NOOP("Round", "Well"), Tone.GOOD),
    Level.WARN: ("warning", QT_TRANSLATE_NOOP("Round", "Look at it"), Tone.ATTENTION),
    Level.FAIL: ("cross", QT_TRANSLATE_NOOP("Round", "Does not work"), Tone.BAD),
}
_ORDER = (Level.FAIL, Level.WARN, Level.OK)


class RoundDesk:
    """Begins the round when it takes the keyboard; what does not work stands above the rest."""

    def __init__(self, cabinet: Cabinet, saying: Saying) -> None:
        self._cabinet = cabinet
        self._saying = saying
        self._found: list[Found] = []
        self.page = Form("round_page")
        self._state = label("round_state", size=theme.LARGE, weight=600, wrap=True)
        self._support = label("round_support_path", ink=2, wrap=True)
        self._support.hide()
        head = QWidget()
        words = column(head)
        words.addWidget(self._state)
        words.addWidget(self._support)
        self.page.put(head)
        self._begun = False
        self._state.setText(translate("Round", "Enter looks at configuration, computer, tunnel and platforms."))

    @property
    def widget(self) -> QWidget:
        """Return the page."""
        return self.page

    @property
    def acts(self) -> tuple[tuple[str, str, Command], ...]:
        """Return what can be done."""
        again = ("round_again", translate("Round", "Look again"), Command.CHECK)
        if self._cabinet.support is None:
            return (again,)
        return (again, ("round_support", translate("Round", "Save a support file"), Command.PRICE))

    def begin(self) -> None:
        """Let the keys scroll."""
        self.page.window().setFocus()
        if not self._begun:
            self._run()

    def command(self, command: Command) -> bool:
        """Look again, save a support file, or scroll."""
        bar = self.page.verticalScrollBar()
        if command is Command.CHECK:
            self._run()
        elif command is Command.PRICE and self._cabinet.support is not None:
            self._saying.say(translate("Round", "The support file is being saved …"), icon="clock")
            self._saying.beside("support file", partial(self._save, self._cabinet.support))
        elif command in (Command.UP, Command.DOWN):
            bar.setValue(bar.value() + theme.px(-60 if command is Command.UP else 60))
        else:
            return False
        return True

    def tick(self) -> None:
        """Nothing here runs with the time."""

    def _run(self) -> None:
        self._begun = True
        for row in self.page.findChildren(QWidget, "round_row"):
            row.hide()
            row.deleteLater()
        self._found = []
        self._state.setText(translate("Round", "Looking at configuration, computer, tunnel and platforms …"))
        self._saying.beside("doctor's round", self._look)

    async def _look(self) -> None:
        try:
            await self._cabinet.examine(self._tell)
        except OSError as error:
            words = translate("Round", "The check could not be started: {words}")
            self._state.setText(words.format(words=error.strerror or type(error).__name__))
            return
        failed = sum(one.level is Level.FAIL for one in self._found)
        warned = sum(one.level is Level.WARN for one in self._found)
        if not failed and not warned:
            self._state.setText(translate("Round", "All is well"))
            return
        words = translate("Round", "Does not work: {failed} · to look at: {warned} · well: {well}")
        well = len(self._found) - failed - warned
        self._state.setText(words.format(failed=failed, warned=warned, well=well))

    async def _save(self, support: Callable[[], Awaitable[Path]]) -> None:
        try:
            path = await support()
        except OSError as error:
            words = translate("Round", "It could not be written: {words}")
            reason = words.format(words=error.strerror or type(error).__name__)
            self._saying.say(translate("Round", "Support file not saved"), reason, Tone.BAD, "cross")
            return
        # The strip cuts a long path in a small window.
        self._support.setText(_breakable(translate("Round", "Support file: {path}").format(path=path)))
        self._support.show()
        detail = translate("Round", "{path} · it holds no secret and no customer").format(path=path)
        self._saying.say(translate("Round", "Support file saved"), detail, Tone.GOOD)

    def _tell(self, found: Found) -> None:
        """Show a line: behind those that stand worse or as bad, before those that stand better."""
        rank = _ORDER.index(found.level)
        place = sum(_ORDER.index(one.level) <= rank for one in self._found)
        self._found.insert(place, found)
        row = _row(found)
        self.page.rows.insertWidget(place + 1, row)
        row.show()


def _row(found: Found) -> QWidget:
    row = QWidget()
    row.setObjectName("round_row")
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, theme.px(8), 0)
    line.setSpacing(theme.px(14))
    icon, word, tone = _LOOKS[found.level]
    pill = Pill("round_level", Mark(icon, translate("Round", word), tone), least=150)
    pill.setFixedWidth(theme.px(150))
    line.addWidget(pill)
    title, words = begun_large(found.what), begun_large(found.words)
    what = label("round_what", title, weight=600, wrap=True)
    what.setMinimumWidth(theme.px(130))
    what.setMaximumWidth(theme.px(210))
    line.addWidget(what, 1)
    shown = label("round_words", _breakable(words), ink=1 if found.level is not Level.OK else 2, wrap=True)
    line.addWidget(shown, 3)
    row.setAccessibleName(f"{translate('Round', word)}: {title}. {words}")
    return row


def _breakable(words: str) -> str:
    """Let long paths and names of variables go on in the next line."""
    return re.sub(r"(?<=[/\\_])(?=\S{4})", "\u200b", words)

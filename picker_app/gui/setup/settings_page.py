"""The workspace of the settings: the list of pages at the left, the chosen page and its acts at the right."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from picker_app.gui import theme
from picker_app.gui.keys import Command
from picker_app.gui.setup.section import Desk, Section
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.choices import Choice
from picker_app.gui.widgets.labels import KeyCap, Pill, clear, label, set_text
from picker_app.gui.widgets.paint import Mark

LIST = 268


class SettingsPage(QWidget):
    """`go` is called with the number of a page that was clicked, `act` with the key of an act that was.

    The pages are `steps` where one comes after the other: those before the chosen one are done.
    """

    def __init__(
        self,
        go: Callable[[int], object],
        act: Callable[[Command], object],
        *,
        back: str,
        training: bool = False,
        steps: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName("settings_page")
        self._go, self._act = go, act
        self._steps = steps
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(22), theme.px(14), theme.px(14), theme.px(10))
        row.setSpacing(theme.px(24))
        self._list = QScrollArea()
        self._list.setObjectName("settings_list")
        self._list.setWidgetResizable(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFixedWidth(theme.px(LIST))
        ground = QWidget()
        ground.setObjectName("settings_list_ground")
        ground.setAutoFillBackground(False)
        self._sections = QVBoxLayout(ground)
        self._sections.setContentsMargins(0, 0, theme.px(14), 0)
        self._sections.setSpacing(theme.px(2))
        self._list.setWidget(ground)
        self._list.viewport().setAutoFillBackground(False)
        row.addWidget(self._list)
        right = QVBoxLayout()
        right.setSpacing(theme.px(theme.GRID))
        head = QHBoxLayout()
        self._title = label("settings_title", size=theme.TITLE, weight=700)
        head.addWidget(self._title)
        head.addStretch(1)
        if training:
            words = self.tr("Training: to look at, not to change")
            head.addWidget(Pill("settings_locked", Mark("warning", words, Tone.ATTENTION), least=240))
        self._back = KeyCap("settings_back_key", "Esc")
        self._back_words = label("settings_back_words", back, ink=2)
        head.addWidget(self._back)
        head.addWidget(self._back_words)
        right.addLayout(head)
        self._help = label("settings_help", ink=2, wrap=True)
        right.addWidget(self._help)
        self._body = QVBoxLayout()
        right.addLayout(self._body, 1)
        self._acts = QHBoxLayout()
        self._acts.setSpacing(theme.px(theme.GRID))
        right.addLayout(self._acts)
        row.addLayout(right, 1)
        self._choices: list[Choice] = []

    def show_sections(self, sections: Sequence[Section], chosen: int) -> None:
        """List the pages."""
        clear(self._sections)
        self._choices = []
        for number, section in enumerate(sections):
            choice = Choice(f"settings_{section.name.replace(' ', '_')}", section.word, partial(self._go, number))
            choice.setSizePolicy(choice.sizePolicy().Policy.Expanding, choice.sizePolicy().Policy.Fixed)
            self._choices.append(choice)
            self._sections.addWidget(choice)
        self._sections.addStretch(1)
        self.mark(chosen)

    def mark(self, chosen: int) -> None:
        """Mark the chosen page in the list."""
        for number, choice in enumerate(self._choices):
            choice.setChecked(number == chosen)
            if self._steps:
                choice.set_icon("check" if number < chosen else "half-circle" if number == chosen else "circle")
            if number == chosen:
                self._list.ensureWidgetVisible(choice)

    def show_desk(self, section: Section, desk: Desk) -> None:
        """Show a page with its acts."""
        set_text(self._title, section.word)
        set_text(self._help, section.help)
        self._help.setVisible(bool(section.help))
        clear(self._body)
        self._body.addWidget(desk.widget)
        # At once: the next key may be meant for a field of it.
        desk.widget.show()

    def show_acts(self, acts: Sequence[tuple[str, str, Command]], *, inside: bool, again: bool) -> None:
        """Show what can be done: in the list only that Enter leads into the page; `again`: also to start again."""
        clear(self._acts)
        self._back.setVisible(inside)
        self._back_words.setVisible(inside)
        offered = [*acts]
        if not inside:
            offered = [("settings_open", self.tr("Go into this page"), Command.ENTER)]
            offered += [one for one in acts if one[2] is not Command.ENTER]
        if again:
            offered.append(("settings_again", self.tr("Start again now"), Command.FINISH))
        for number, (name, words, key) in enumerate(offered):
            kind = "danger" if key is Command.CANCEL else "plain"
            if number == 0 and inside:
                kind = "main"
            self._acts.addWidget(Button(name, words, key.value, partial(self._act, key), kind))

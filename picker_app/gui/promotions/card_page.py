"""A page of promotions that is a list of cards: a title, a line of hints, the rows, and the acts with their keys."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from picker_app.gui import theme
from picker_app.gui.keys import Command
from picker_app.gui.models.long import LongModel
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.labels import CutLabel, Pill, label, set_text
from picker_app.gui.widgets.line_delegate import LineCard, LineDelegate
from picker_app.gui.widgets.paint import Mark
from picker_app.gui.widgets.row_list import RowList

Act = Callable[[Command], object]


@dataclass(frozen=True, slots=True)
class Key:
    """An act of a page: `name` is part of the button's, `kind` as a Button has it."""

    name: str
    words: str
    command: Command
    kind: str = "plain"


def card(name: str, below: str, mark: Mark | None = None, **more: Any) -> LineCard:
    """Make a card with a name, a line under it and a state; the rest is as a LineCard has it."""
    usual: dict[str, Any] = {
        "tile": "",
        "icon": mark.icon if mark is not None else "dot",
        "tile_tone": mark.tone if mark is not None else Tone.IDLE,
        "name": name,
        "struck": False,
        "below": below,
        "alert": "",
        "alert_tone": Tone.BAD,
        "mark": mark,
        "amount": "",
        "of": "",
        "quiet": False,
        "next": False,
    }
    return LineCard(**{**usual, **more})


class CardModel(LongModel[Any]):
    """Rows of any kind: `key` makes one the same after an update, `make` makes its card when it is painted."""

    def __init__(self, key: Callable[[Any], Hashable], make: Callable[[Any], LineCard]) -> None:
        super().__init__()
        self._key = key
        self._make = make

    def key_of(self, row: Any) -> Hashable:
        """Return what makes a row the same row."""
        return self._key(row)

    def card_of(self, row: Any) -> LineCard:
        """Return what is painted."""
        return self._make(row)

    def text_of(self, row: Any) -> str:
        """Return the row in words."""
        made = self._make(row)
        mark = made.mark.word if made.mark else ""
        parts = (made.name, mark, f"{made.amount} {made.of}".strip(), made.alert or made.below)
        return ", ".join(part for part in parts if part)


class CardPage(QWidget):
    """Shows rows as cards. `key` and `make` as in CardModel; `act` is told the commands of the buttons."""

    def __init__(
        self,
        name: str,
        keys: Sequence[Key],
        act: Act,
        *,
        key: Callable[[Any], Hashable],
        make: Callable[[Any], LineCard],
        back: str = "",
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(10))
        column.setSpacing(theme.px(theme.GRID))
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.px(theme.GRID))
        self._titles = QHBoxLayout()
        self._titles.setSpacing(theme.px(12))
        if back:
            self.head.addWidget(Button(f"{name}_back", back, "Esc", lambda: act(Command.BACK), wide=False))
        self.title = CutLabel(f"{name}_title", size=theme.TITLE, weight=700, lines=2)
        self.mark = Pill(f"{name}_mark", least=200)
        self._titles.addWidget(self.title)
        self._titles.addWidget(self.mark)
        self._titles.addStretch(1)
        self.head.addLayout(self._titles, 1)
        column.addLayout(self.head)
        self.hint = label(f"{name}_hint", ink=2, wrap=True)
        self.hint.hide()
        column.addWidget(self.hint)
        self.above = QVBoxLayout()
        self.above.setSpacing(theme.px(theme.GRID))
        column.addLayout(self.above)
        self.model = CardModel(key, make)
        self.model.setParent(self)
        self.list = RowList(f"{name}_rows", self.model, LineDelegate())
        self.list.setAccessibleName(name)
        self.list.opened.connect(lambda index: act(Command.ENTER))
        column.addWidget(self.list, 1)
        self.empty = label(f"{name}_empty", size=theme.LARGE, ink=2, wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setContentsMargins(theme.px(120), 0, theme.px(120), 0)
        self.empty.hide()
        column.addWidget(self.empty, 1)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(theme.px(theme.GRID))
        self.buttons: dict[str, Button] = {}
        for one in keys:
            self._add(one, name, act)
        column.addLayout(self.foot)

    def _add(self, one: Key, name: str, act: Act) -> None:
        command = one.command
        button = Button(f"{name}_{one.name}", one.words, command.value, lambda: act(command), one.kind)
        self.buttons[one.name] = button
        self.foot.addWidget(button)

    def name_it(self, title: str, hint: str = "", mark: Mark | None = None) -> None:
        """Show a title, its state, and what there is to know about the page."""
        set_text(self.title, title)
        set_text(self.hint, hint)
        self.hint.setVisible(bool(hint))
        self.mark.set_mark(mark)
        self.list.setAccessibleName(title)

    def show_rows(self, rows: Sequence[Any], empty: str = "") -> None:
        """Show the rows; the chosen one stays chosen while it is there. `empty` is said where there is none."""
        chosen = self.chosen()
        if not self.model.take(rows) and chosen is not None:
            self.list.choose_row(self.model.row_of(self.model.key_of(chosen)))
        if self.list.chosen_row() < 0:
            self.list.choose_row(0)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        set_text(self.empty, "" if rows else empty)

    def show_anew(self, rows: Sequence[Any], empty: str = "") -> None:
        """Show other rows from the top."""
        self.model.show(())
        self.show_rows(rows, empty)

    def repaint_rows(self) -> None:
        """Paint the rows anew: what their cards are made of has changed."""
        self.list.viewport().update()

    def chosen(self) -> Any | None:
        """Return the chosen row."""
        return self.model.at(self.list.chosen_row())

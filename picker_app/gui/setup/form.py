"""A form: entries one below the other, the keyboard among them, their values and what is wrong with them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from picker_app.gui import theme
from picker_app.gui.setup.entries import Entry, KeyEntry, Refused, SecretEntry
from picker_app.settings.writing import Value


class Form(QScrollArea):
    """Shows entries by name; names of keys are those of the settings, with their table before them."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground = QWidget()
        ground.setObjectName(f"{name}_ground")
        ground.setAutoFillBackground(False)
        self.rows = QVBoxLayout(ground)
        self.rows.setContentsMargins(0, theme.px(4), 0, theme.px(8))
        self.rows.setSpacing(theme.px(14))
        self.rows.addStretch(1)
        self.setWidget(ground)
        self.viewport().setAutoFillBackground(False)
        self.entries: dict[str, Entry] = {}

    def add(self, name: str, entry: Entry) -> None:
        """Put an entry under the others."""
        self.entries[name] = entry
        self.put(entry)

    def put(self, widget: QWidget) -> None:
        """Put something under the others that is no entry."""
        self.rows.insertWidget(self.rows.count() - 1, widget)

    def lock(self) -> None:
        """Let everything be looked at and nothing changed."""
        for entry in self.entries.values():
            entry.lock()

    # The keyboard.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that no field wanted to the window."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the field in sight that has the keyboard."""
        super().resizeEvent(event)
        number = self.at
        if number >= 0:
            self.ensureWidgetVisible(self._seen()[number], 0, theme.px(8))

    @property
    def at(self) -> int:
        """Return which of the seen entries has the keyboard, -1 for none."""
        focus = self.window().focusWidget()
        return next((n for n, entry in enumerate(self._seen()) if entry.field is focus), -1)

    def step(self, steps: int) -> None:
        """Give the keyboard to the entry so many further."""
        seen = self._seen()
        if seen:
            number = min(len(seen) - 1, max(0, self.at + steps))
            seen[number].take_keys()
            self.ensureWidgetVisible(seen[number], 0, theme.px(40))

    def begin(self) -> None:
        """Give the keyboard to the first entry."""
        self.step(-len(self.entries))

    def _seen(self) -> Sequence[Entry]:
        return [entry for entry in self.entries.values() if not entry.isHidden()]

    # What is entered.

    def values(self, *, changed: bool = True) -> dict[str, Value] | None:
        """Return the values of the keys by name, the changed ones or all; None where one cannot be read: it says so."""
        found: dict[str, Value] = {}
        wrong = []
        for name, entry in self.entries.items():
            entry.say("")
            if isinstance(entry, KeyEntry) and (entry.changed or not changed) and not entry.isHidden():
                try:
                    found[name] = entry.value()
                except Refused as error:
                    entry.say(str(error))
                    wrong.append(entry)
        self._show(wrong)
        return None if wrong else found

    def secrets(self) -> dict[str, str]:
        """Return the secrets that were typed, by name."""
        seen = {name: entry for name, entry in self.entries.items() if isinstance(entry, SecretEntry)}
        return {name: entry.text for name, entry in seen.items() if entry.text and not entry.isHidden()}

    def refuse(self, faults: Mapping[str, str]) -> tuple[str, ...]:
        """Say beside each entry what the settings have against it; returns the names that are not in this form."""
        wrong: list[Entry] = []
        for name, message in faults.items():
            entry = self.entries.get(name)
            if isinstance(entry, KeyEntry):
                entry.refuse(message)
                wrong.append(entry)
        self._show(wrong)
        return tuple(name for name in faults if name not in self.entries)

    def _show(self, wrong: Sequence[Entry]) -> None:
        if wrong:
            wrong[0].take_keys()
            self.ensureWidgetVisible(wrong[0], 0, theme.px(40))

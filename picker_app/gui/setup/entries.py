"""The entries of a form: a key of the settings or a secret, with its title, its help, and what is wrong beside it."""

import shlex
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from picker_app.domain.quantity import parse_amount
from picker_app.gui import theme
from picker_app.gui.setup import fault_words
from picker_app.gui.setup.turner import Turner
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.fields import Field
from picker_app.gui.widgets.labels import label, set_text, set_tone
from picker_app.settings.described import Key
from picker_app.settings.writing import Value

translate = QCoreApplication.translate
FIELD = 400


class Refused(Exception):
    """What is typed is no value of this key; the text is a sentence for the person."""


class Entry(QWidget):
    """Title and field at the left, help at the right; a sentence about what is wrong takes the help's place."""

    def __init__(self, name: str, title: str, help_: str, field: QLineEdit | Turner) -> None:
        super().__init__()
        self.setObjectName(f"{name}_entry")
        self.field = field
        self._help = help_
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.px(2), 0, theme.px(8), 0)
        grid.setHorizontalSpacing(theme.px(20))
        grid.setVerticalSpacing(theme.px(4))
        grid.addWidget(label(f"{name}_title", title, weight=600), 0, 0)
        field.setFixedWidth(theme.px(FIELD))
        grid.addWidget(field, 1, 0)
        self._words = label(f"{name}_words", help_, ink=2, wrap=True)
        self._words.setMinimumHeight(theme.px(theme.TARGET))
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._words, 1, 1)
        grid.setColumnStretch(1, 1)
        field.setAccessibleDescription(help_)

    def say(self, wrong: str, tone: Tone = Tone.BAD) -> None:
        """Say what is wrong, "" for nothing: then the help stands there again."""
        set_text(self._words, wrong or self._help)
        set_tone(self._words, tone if wrong else None)

    @property
    def said(self) -> str:
        """Return the words beside the field."""
        return self._words.text()

    def lock(self) -> None:
        """Let it be looked at and not changed."""
        if isinstance(self.field, QLineEdit):
            self.field.setReadOnly(True)
        else:
            self.field.setEnabled(False)

    def take_keys(self) -> None:
        """Give it the keyboard."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(self.field, QLineEdit):
            self.field.selectAll()


class KeyEntry(Entry):
    """A key of the settings."""

    def __init__(self, name: str, key: Key, value: object, words: Callable[[str], str] = str) -> None:
        """`value` is what is set now, None for nothing; `words` says the values of a choice for a person."""
        title, help_ = translate("", key.title), translate("", key.help)
        if key.kind == "flag":
            offers = [("yes", translate("Setup", "Yes")), ("no", translate("Setup", "No"))]
            field: Field | Turner = Turner(name, title, offers)
        elif key.kind == "choice":
            field = Turner(name, title, [(one, words(one)) for one in key.choices])
        else:
            field = Field(name, title)
        super().__init__(name, title, help_, field)
        self.key = key
        self._before = _text(value)
        self.offer(value)

    def offer(self, value: object) -> None:
        """Show a value."""
        if isinstance(self.field, Turner):
            self.field.choose(_text(value))
        else:
            self.field.setText(_text(value))
            self.field.setCursorPosition(0)

    def refuse(self, message: str) -> None:
        """Say what the settings have against it."""
        self.say(fault_words.sentence(self.key, message))

    @property
    def text(self) -> str:
        """Return what is typed or chosen."""
        return self.field.value if isinstance(self.field, Turner) else self.field.text().strip()

    @property
    def changed(self) -> bool:
        """Say whether it is another value than before."""
        return self.text != self._before

    def value(self) -> Value:
        """Return the value, None where the field is empty; Refused if it is none of this key."""
        text, kind = self.text, self.key.kind
        if kind == "flag":
            return text == "yes"
        if not text and (self.key.required or kind not in ("text", "choice")):
            return None
        try:
            if kind == "number":
                return int(text)
            if kind == "numbers":
                return tuple(int(part) for part in text.replace(",", " ").split())
            if kind == "texts":
                return tuple(shlex.split(text))
        except ValueError:
            raise Refused(fault_words.sentence(self.key, "")) from None
        if kind == "decimal":
            amount = parse_amount(text)
            if amount is None:
                raise Refused(fault_words.sentence(self.key, ""))
            return amount
        return text


class SecretEntry(Entry):
    """A secret: typed masked, saved in the keyring only, never shown again."""

    def __init__(self, name: str, title: str, help_: str) -> None:
        field = Field(name, title)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setMaxLength(4096)
        super().__init__(name, title, help_, field)
        self._masked = field
        self._unsaved = help_

    def show_kept(self, words: str) -> None:
        """Say where a secret of this name is kept already, "" for nowhere."""
        self._help = words or self._unsaved
        self._masked.setPlaceholderText("•" * 12 if words else "")
        self.say("")

    @property
    def text(self) -> str:
        """Return what was typed, "" for nothing."""
        return self._masked.text().strip()

    def empty(self) -> None:
        """Forget what was typed."""
        self._masked.clear()


def facts(name: str, title: str, words: str) -> QWidget:
    """Make a line that says something: a title and words that can be marked and copied."""
    line = QWidget()
    line.setObjectName(f"{name}_line")
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(12))
    row.addWidget(label(f"{name}_title", title, weight=600))
    value = label(name, words, wrap=True)
    value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    row.addWidget(value, 1)
    return line


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return shlex.join(map(str, value)) if all(isinstance(one, str) for one in value) else " ".join(map(str, value))
    return f"{value:f}" if hasattr(value, "is_finite") else str(value)

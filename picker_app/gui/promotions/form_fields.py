"""The entries of the promotion's form: a text, a choice that is turned with the arrow keys, and the products."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from picker_app.gui import theme
from picker_app.gui.theme import Tone
from picker_app.gui.widgets import paint
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.fields import Field
from picker_app.gui.widgets.labels import label, set_text, set_tone


def object_name(field: str) -> str:
    """Return the name of a field as part of an object name."""
    return "promotion_" + field.replace(".", "_")


class Entry(QWidget):
    """A named entry with what is wrong with it written under it."""

    def __init__(self, field: str, title: str) -> None:
        super().__init__()
        self.setObjectName(f"{object_name(field)}_entry")
        self.name = field
        self.touched = False
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(theme.px(4))
        self.rows.addWidget(label(f"{object_name(field)}_title", title, size=theme.SMALL, ink=2, weight=600))
        self._wrong = label(f"{object_name(field)}_wrong", size=theme.SMALL, weight=500, wrap=True)
        self._wrong.hide()

    def _end(self) -> None:
        self.rows.addWidget(self._wrong)
        self.rows.addStretch(1)

    def say(self, words: str, *, stops: bool) -> None:
        """Write what is wrong with the entry, "" for nothing."""
        set_text(self._wrong, words)
        set_tone(self._wrong, Tone.BAD if stops else Tone.ATTENTION)
        self._wrong.setVisible(bool(words))

    @property
    def said(self) -> str:
        """Return what is written under the entry."""
        return self._wrong.text()

    def text(self) -> str:
        """Return what is typed or chosen."""
        raise NotImplementedError

    def offer(self, text: str) -> None:
        """Show a value."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Let what is typed come here."""
        raise NotImplementedError


class TextEntry(Entry):
    """A line of text. `under` says how it is typed."""

    def __init__(self, field: str, title: str, changed: Callable[[str], object], *, under: str = "") -> None:
        super().__init__(field, title)
        self.field = Field(object_name(field), title, theme.TEXT)
        self.field.setPlaceholderText(under)
        self.field.setMaxLength(2000)
        self.field.textEdited.connect(lambda: self._edited(changed))
        self.rows.addWidget(self.field)
        self._end()

    def _edited(self, changed: Callable[[str], object]) -> None:
        self.touched = True
        changed(self.name)

    def text(self) -> str:
        """Return what is typed."""
        return self.field.text()

    def offer(self, text: str) -> None:
        """Show a text, unless it stands there already: the cursor stays where it is."""
        if self.field.text() != text:
            self.field.setText(text)
            self.field.setCursorPosition(0)

    def fix(self, *, fixed: bool) -> None:
        """Let the text be read only, or typed again."""
        self.field.setReadOnly(fixed)

    def take_focus(self) -> None:
        """Let what is typed come here."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()


class Switch(QAbstractButton):
    """One of a few words, turned with Left, Right or a click."""

    def __init__(self, name: str, title: str, changed: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title = title
        self._changed = changed
        self._choices: tuple[tuple[str, str], ...] = ()
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self._turn(1))

    def set_choices(self, choices: Sequence[tuple[str, str]], value: str) -> None:
        """Offer (value, word) pairs; a value that is none of them is offered too, as it is."""
        known = [code for code, _ in choices]
        self._choices = tuple(choices) if value in known else (*choices, (value, value))
        self._at = [code for code, _ in self._choices].index(value)
        self._shown()

    @property
    def value(self) -> str:
        """Return the chosen value."""
        return self._choices[self._at][0] if self._choices else ""

    def sizeHint(self) -> QSize:
        """Return room for a word between two arrows."""
        return QSize(theme.px(160), theme.px(theme.TARGET + 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn with Left, Right and Space; other keys are the window's."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Space: 1}
        if event.key() in steps and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turn(steps[Qt.Key(event.key())])
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the arrow keys turn it."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they no longer do."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, word and arrows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("panel"))
        edge = "accent" if self.hasFocus() else "line"
        painter.setPen(QPen(theme.colour(edge), theme.px(2)))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        pad, arrow = theme.px(14), theme.px(20)
        room = self.rect().adjusted(pad, 0, -pad - 2 * arrow, 0)
        paint.text(painter, room, self.text(), theme.font(theme.LARGE, 400), theme.colour("ink"))
        middle = Qt.AlignmentFlag.AlignHCenter
        for place, mark in ((2, "‹"), (1, "›")):
            at = QRect(self.width() - pad - place * arrow, -theme.px(1), arrow, self.height())
            paint.text(painter, at, mark, theme.font(theme.LARGE, 600), theme.colour("ink2"), middle)
        painter.end()

    def _turn(self, steps: int) -> None:
        if len(self._choices) > 1:
            self._at = (self._at + steps) % len(self._choices)
            self._shown()
            self._changed()

    def _shown(self) -> None:
        words = self._choices[self._at][1]
        self.setText(words)
        self.setAccessibleName(f"{self._title}: {words}")
        self.update()


class SwitchEntry(Entry):
    """An entry that is turned."""

    def __init__(self, field: str, title: str, changed: Callable[[str], object]) -> None:
        super().__init__(field, title)
        self.switch = Switch(object_name(field), title, lambda: self._turned(changed))
        self._offered: tuple[tuple[str, str], ...] = ()
        self.rows.addWidget(self.switch)
        self._end()

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Set what may be chosen."""
        self._offered = tuple(choices)

    def _turned(self, changed: Callable[[str], object]) -> None:
        self.touched = True
        changed(self.name)

    def text(self) -> str:
        """Return the chosen value."""
        return self.switch.value

    def offer(self, text: str) -> None:
        """Choose a value."""
        self.switch.set_choices(self._offered, text)

    def take_focus(self) -> None:
        """Let the arrow keys turn it."""
        self.switch.setFocus(Qt.FocusReason.OtherFocusReason)


class ItemsEntry(Entry):
    """The products: how many, the first of them by name, and the key that opens their page."""

    def __init__(self, field: str, title: str, choose: Callable[[], object], words: str, key: str) -> None:
        super().__init__(field, title)
        self.button = Button(f"{object_name(field)}_choose", words, key, choose, icon="products")
        self._shown = label(object_name(field), ink=2, wrap=True)
        self.rows.addWidget(self.button)
        self.rows.addWidget(self._shown)
        self._end()

    def text(self) -> str:
        """Return what is shown."""
        return self._shown.text()

    def offer(self, text: str) -> None:
        """Show the products in words."""
        set_text(self._shown, text)

    def take_focus(self) -> None:
        """Nothing is typed here: the window keeps the keys."""
        self.window().setFocus()

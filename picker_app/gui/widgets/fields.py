"""Fields for typing: an amount with point or comma, and a search text; keys of the window pass them by."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from picker_app.domain.quantity import parse_amount
from picker_app.gui import theme

_WINDOW_KEYS = frozenset(
    {
        Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down,
        Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
        *(Qt.Key(Qt.Key.Key_F1.value + n) for n in range(12)),
    }
)  # fmt: skip
_WINDOW_CHORDS = frozenset(
    {
        Qt.Key.Key_Z,
        Qt.Key.Key_F,
        Qt.Key.Key_L,
        Qt.Key.Key_M,
        Qt.Key.Key_D,
        Qt.Key.Key_S,
        Qt.Key.Key_Comma,
        Qt.Key.Key_Delete,
    }
)


def is_window_key(event: QKeyEvent) -> bool:
    """Say whether a key belongs to the window wherever the focus is."""
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return event.key() in _WINDOW_CHORDS
    return event.key() in _WINDOW_KEYS


class Field(QLineEdit):
    """A line to type in, with everything selected at first: what is typed takes the place of what is offered."""

    def __init__(self, name: str, accessible: str, size: int = theme.LARGE) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setProperty("type_size", str(size))
        self.setFont(theme.font(size, 700 if size == theme.HUGE else 400))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def offer(self, text: str) -> None:
        """Show a value that Enter takes and typing replaces."""
        self.setText(text)
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; the keys of the window are left to the window."""
        if is_window_key(event) and not event.matches(QKeySequence.StandardKey.Paste):
            event.ignore()
            return
        super().keyPressEvent(event)


class AmountField(Field):
    """A number to type: pieces, kilograms or a price. Point and comma are both the decimal mark."""

    def __init__(self, name: str, accessible: str) -> None:
        super().__init__(name, accessible, theme.HUGE)
        self.setMaxLength(12)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)

    def amount(self) -> Decimal | None:
        """Return what is typed, None if it is no amount."""
        return parse_amount(self.text())

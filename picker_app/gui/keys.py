"""The keys of the contract: which key means which command, and how each is written on a key cap."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Command(Enum):
    """What a key asks for; what it does depends on the screen."""

    ENTER = "Enter"
    BACK = "Esc"
    UP = "↑"
    DOWN = "↓"
    LEFT = "←"
    RIGHT = "→"
    PAGE_UP = "Page ↑"
    PAGE_DOWN = "Page ↓"
    HELP = "F1"
    AMOUNT = "F2"
    NOT_FOUND = "F3"
    REPLACE = "F4"
    CHECK = "F5"
    ADD = "F6"
    PRICE = "F7"
    PHONE = "F8"
    FINISH = "F9"
    JOURNAL = "F10"
    CANCEL = "Ctrl Del"
    UNDO = "Ctrl Z"
    FIND = "Ctrl F"
    SILENCE = "Ctrl M"
    SCANNER = "Ctrl L"
    DETAILS = "Ctrl D"
    SHOP = "Ctrl S"
    SETTINGS = "Ctrl ,"


_PLAIN = {
    Qt.Key.Key_Return: Command.ENTER,
    Qt.Key.Key_Enter: Command.ENTER,
    Qt.Key.Key_Escape: Command.BACK,
    Qt.Key.Key_Up: Command.UP,
    Qt.Key.Key_Down: Command.DOWN,
    Qt.Key.Key_Left: Command.LEFT,
    Qt.Key.Key_Right: Command.RIGHT,
    Qt.Key.Key_PageUp: Command.PAGE_UP,
    Qt.Key.Key_PageDown: Command.PAGE_DOWN,
    Qt.Key.Key_F1: Command.HELP,
    Qt.Key.Key_F2: Command.AMOUNT,
    Qt.Key.Key_F3: Command.NOT_FOUND,
    Qt.Key.Key_F4: Command.REPLACE,
    Qt.Key.Key_F5: Command.CHECK,
    Qt.Key.Key_F6: Command.ADD,
    Qt.Key.Key_F7: Command.PRICE,
    Qt.Key.Key_F8: Command.PHONE,
    Qt.Key.Key_F9: Command.FINISH,
    Qt.Key.Key_F10: Command.JOURNAL,
}
_CHORDS = {
    Qt.Key.Key_Delete: Command.CANCEL,
    Qt.Key.Key_Z: Command.UNDO,
    Qt.Key.Key_F: Command.FIND,
    Qt.Key.Key_M: Command.SILENCE,
    Qt.Key.Key_L: Command.SCANNER,
    Qt.Key.Key_D: Command.DETAILS,
    Qt.Key.Key_S: Command.SHOP,
    Qt.Key.Key_Comma: Command.SETTINGS,
}
_MOVES = frozenset({Command.UP, Command.DOWN, Command.LEFT, Command.RIGHT, Command.PAGE_UP, Command.PAGE_DOWN})
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def command_of(event: QKeyEvent) -> Command | None:
    """Return what a key asks for; a key held down repeats only where it moves a choice."""
    held = event.modifiers() & _HELD
    key = Qt.Key(event.key())
    keys = _CHORDS if held == Qt.KeyboardModifier.ControlModifier else {} if held else _PLAIN
    found = keys.get(key)
    return None if event.isAutoRepeat() and found not in _MOVES else found

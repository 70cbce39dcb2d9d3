"""A keyboard and a scanner for tests: keys with their times, sent to the window that has the focus, as a platform does.

Nine layouts say what a key shows on a computer that is set to them: a scanner sends positions, the computer's layout
makes characters of them ("Barcodes and scanners", section 1).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

NO_MODIFIER: Final = Qt.KeyboardModifier.NoModifier
SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
CTRL: Final = Qt.KeyboardModifier.ControlModifier
ALT: Final = Qt.KeyboardModifier.AltModifier
KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier
GS: Final = "\x1d"
_CODES: Final = {
    "\r": Qt.Key.Key_Return,
    "\n": Qt.Key.Key_Enter,
    "\t": Qt.Key.Key_Tab,
    "\x1b": Qt.Key.Key_Escape,
    "": Qt.Key.Key_unknown,
}
_ROWS: Final = ((2, 12), (16, 12), (30, 12), (43, 1), (44, 10))
_PLACES: Final = [*(first + n for first, count in _ROWS for n in range(count)), 57]
_KEYPAD: Final = dict(zip("7894561230", (71, 72, 73, 75, 76, 77, 79, 80, 81, 82), strict=True))
_NAVIGATION: Final = {
    71: Qt.Key.Key_Home, 72: Qt.Key.Key_Up, 73: Qt.Key.Key_PageUp, 75: Qt.Key.Key_Left, 76: Qt.Key.Key_Clear,
    77: Qt.Key.Key_Right, 79: Qt.Key.Key_End, 80: Qt.Key.Key_Down, 81: Qt.Key.Key_PageDown, 82: Qt.Key.Key_Insert,
}  # fmt: skip
_US: Final = (
    "1234567890-=qwertyuiop[]asdfghjkl;'`\\zxcvbnm,./ ",
    '!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"~|ZXCVBNM<>? ',
)
# What each place shows, plain and with Shift, in the order of the US rows; ¤ is a dead key.
LAYOUTS: Final[dict[str, tuple[str, str]]] = {
    "us": _US,
    "gb": (
        "1234567890-=qwertyuiop[]asdfghjkl;'`#zxcvbnm,./ ",
        '!"£$%^&*()_+QWERTYUIOP{}ASDFGHJKL:@¬~ZXCVBNM<>? ',
    ),
    "de": (
        "1234567890ß¤qwertzuiopü+asdfghjklöä¤#yxcvbnm,.- ",
        "!\"§$%&/()=?¤QWERTZUIOPÜ*ASDFGHJKLÖÄ°'YXCVBNM;:_ ",
    ),
    "fr": (
        "&é\"'(-è_çà)=azertyuiop¤$qsdfghjklmù²*wxcvbn,;:! ",
        "1234567890°+AZERTYUIOP¤£QSDFGHJKLM%~µWXCVBN?./§ ",
    ),
    "br": (
        "1234567890-=qwertyuiop¤[asdfghjklç¤']zxcvbnm,.; ",
        '!@#$%¨&*()_+QWERTYUIOP¤{ASDFGHJKLÇ¤"}ZXCVBNM<>: ',
    ),
    "es": (
        "1234567890'¡qwertyuiop¤+asdfghjklñ¤ºçzxcvbnm,.- ",
        '!"·$%&/()=?¿QWERTYUIOP¤*ASDFGHJKLÑ¤ªÇZXCVBNM;:_ ',
    ),
    "th": (
        "ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฟหกดเ้่าสวง_ฃผปแอิืทมใฝ ",
        '+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฤฆฏโฌ็๋ษศซ.%ฅ()ฉฮฺ์?ฒฬฦ ',
    ),
    "cz": (
        "+ěščřžýáíé=¤qwertzuiopú)asdfghjklů§;¤yxcvbnm,.- ",
        "1234567890%¤QWERTZUIOP/(ASDFGHJKL\"!°'YXCVBNM?:_ ",
    ),
    "ara(digits)": (
        "١٢٣٤٥٦٧٨٩٠-=ضصثقفغعهخحجدشسيبلاتنمكطذ\\ئءؤرﻻىةوزظ ",
        '!@#$%^&*)(_+ًٌَُﻹإ‘÷×؛<>ٍِ][ﻷأـ،/:"ّ|~ْ}{ﻵآ’,.؟ ',
    ),
}
# What Ctrl with the place of ] gives: on a US keyboard that is the group separator.
CTRL_BRACKET: Final = {"us": GS, "gb": GS, "br": "\x1b"}


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key as a platform brings it."""

    text: str
    place: int
    modifiers: Qt.KeyboardModifier = NO_MODIFIER
    key: int = 0


def strokes(code: str, layout: str = "us", *, caps: bool = False, keypad: bool = False) -> list[Stroke]:
    """The keys of a scanner that is set to a US keyboard, on a computer that is set to a layout.

    `caps`: Caps Lock is on. `keypad`: digits come from the keypad while Num Lock is off.
    """
    made = []
    for character in code:
        if character == GS:
            made.append(Stroke(CTRL_BRACKET.get(layout, "+"), 27, CTRL, Qt.Key.Key_Plus.value))
            continue
        if keypad and character in _KEYPAD:
            place = _KEYPAD[character]
            made.append(Stroke("", place, KEYPAD, _NAVIGATION[place].value))
            continue
        shifted = character not in _US[0]
        at = _US[shifted].index(character)
        shown = LAYOUTS[layout][shifted][at]
        shown = shown.swapcase() if caps and len(shown.swapcase()) == 1 else shown
        modifiers = SHIFT if shifted else NO_MODIFIER
        if shown == "¤":
            made.append(Stroke("", _PLACES[at], modifiers, Qt.Key.Key_Dead_Acute.value))
        else:
            made.append(Stroke(shown, _PLACES[at], modifiers))
    return made


class Keyboard:
    """Sends keys to the window that has the focus, at times of its own, in milliseconds."""

    def __init__(self) -> None:
        self.now = 100_000

    def press(
        self,
        text: str,
        *,
        after: int = 5,
        key: int = 0,
        position: int = 0,
        modifiers: Qt.KeyboardModifier = NO_MODIFIER,
        repeat: bool = False,
    ) -> None:
        """One key with its three events. A window that opens by it gets its release, as on a real display."""
        self.now += after
        code = key or (_CODES[text].value if text in _CODES else ord(text.upper()[0]))
        native = position or (2 + "1234567890".index(text) if text and text in "1234567890" else 0)
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, modifiers, native, 0, 0, text, repeat)
            event.setTimestamp(self.now)
            if kind == QEvent.Type.ShortcutOverride:
                event.ignore()
            if window := focused_window():
                QCoreApplication.sendEvent(window, event)

    def strike(self, stroke: Stroke, *, after: int) -> None:
        """One key of a scanner."""
        self.press(stroke.text, after=after, key=stroke.key, position=stroke.place, modifiers=stroke.modifiers)

    def type(self, text: str, *, gap: int) -> None:
        """Type a text as a US keyboard does."""
        for character in text:
            self.press(character, after=gap)

    def burst(self, keys: Iterable[Stroke], *, gap: int = 2, suffix: str = "\r", pause: int = 500) -> None:
        """Send the keys of a scanner after a pause."""
        for number, stroke in enumerate(keys):
            self.strike(stroke, after=gap if number else pause)
        for end in suffix:
            self.press(end, after=gap)

    def scan(self, code: str, *, gap: int = 2, suffix: str = "\r", pause: int = 500, layout: str = "us") -> None:
        """Scan a code."""
        self.burst(strokes(code, layout), gap=gap, suffix=suffix, pause=pause)


def focused_window() -> QWindow | None:
    """The window to which the platform would bring a key."""
    popup = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    widget = popup or QApplication.activeWindow()
    return widget.window().windowHandle() if widget else None

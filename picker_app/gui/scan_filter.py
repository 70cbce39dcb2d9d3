"""The one application-wide event filter: scanner bursts become scans, typed keys reach the widget they were meant for.

Follows "Barcodes and scanners", section 2; what is a burst is decided in devices/scanner.py. What Qt does with keys,
and is relied on here: each key press comes first to the QWindow as ShortcutOverride and again as KeyPress, and a key
sent to the QWindow anew is looked up among the shortcuts again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from picker_app.devices.scanner import Action, BurstDetector, Eaten, Held, Key, Kind, Numbers, Scan, Scanned, scan_of

_KEY_EVENTS: Final = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
_INTERRUPTIONS: Final = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)
_KINDS: Final = {
    Qt.Key.Key_Return.value: Kind.ENTER,
    Qt.Key.Key_Enter.value: Kind.ENTER,
    Qt.Key.Key_Tab.value: Kind.TAB,
    **dict.fromkeys(range(Qt.Key.Key_Shift.value, Qt.Key.Key_ScrollLock.value + 1), Kind.MODIFIER),
    **dict.fromkeys(range(Qt.Key.Key_Super_L.value, Qt.Key.Key_Super_R.value + 1), Kind.MODIFIER),
    **dict.fromkeys(range(Qt.Key.Key_Hyper_L.value, Qt.Key.Key_Hyper_R.value + 1), Kind.MODIFIER),
    Qt.Key.Key_AltGr.value: Kind.MODIFIER,
    Qt.Key.Key_Mode_switch.value: Kind.MODIFIER,
    **dict.fromkeys(range(Qt.Key.Key_Dead_Grave.value, Qt.Key.Key_Dead_Longsolidusoverlay.value + 1), Kind.DEAD),
}
_NAMES: Final = {Qt.Key.Key_F11.value: "F11", Qt.Key.Key_F12.value: "F12"}
_X_KEY_OFFSET: Final = 8
_TIMER_MARGIN_MS: Final = 4


@dataclass(eq=False, slots=True)
class _Pressed:
    """A key press that was kept from its window, with the release if that has come too."""

    press: QKeyEvent
    window: QWindow
    focus: QObject | None
    in_popup: bool
    release: QKeyEvent | None = None


class ScanFilter(QObject):
    """Owns the scanner from its making until `close`: make one, before the first window is shown.

    Emits `scanned` with a `Scan` for each burst, one after another, after the burst was taken from the windows. A
    burst in a field with hidden text is emitted without its text (`secret`), a double trigger as `repeat`.
    """

    scanned = Signal(object)

    def __init__(
        self,
        application: QApplication,
        numbers: Numbers | None = None,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__()
        self.setObjectName("scan_filter")
        self._application = application
        self._clock = clock
        self._detector = BurstDetector(numbers)
        self._keys_are_offset = QGuiApplication.platformName().startswith(("xcb", "wayland"))
        self._held: deque[_Pressed] = deque()  # as many as the detector holds, in its order
        self._leaving: deque[_Pressed | Scan] = deque()  # decided, not yet delivered
        self._down: dict[int, _Pressed] = {}  # presses kept back or eaten whose release has not come
        self._passing: tuple[bool, int, int, int] | None = None
        # The first timer runs from the last key; the second lets keys that wait already come before the judgement,
        # so that a stall of the window thread neither cuts a burst nor makes typing one.
        self._silence = self._timer("scan_filter_silence", self._look_again)
        self._silence.setTimerType(Qt.TimerType.PreciseTimer)
        self._second_look = self._timer("scan_filter_second_look", self._judge_silence)
        self._rest = self._timer("scan_filter_rest", self._deliver)
        application.installEventFilter(self)

    def use(self, numbers: Numbers) -> None:
        """Tell scans from typing by these numbers from the next key on."""
        self._detector.use(numbers)

    def close(self) -> None:
        """Let go of the application: keys pass untouched from here on; what was still held is dropped."""
        self._application.removeEventFilter(self)
        for timer in (self._silence, self._second_look, self._rest):
            timer.stop()
        self._held.clear()
        self._leaving.clear()
        self._down.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's door: True takes the event away from `watched`."""
        kind = event.type()
        if kind in _KEY_EVENTS:
            # Focus widget and parents see the same key again after the window has: decided is decided.
            return isinstance(watched, QWindow) and self._at_window(watched, cast(QKeyEvent, event))
        if self._held and kind in _INTERRUPTIONS and not _is_empty_composition(event):
            self._carry_out(self._detector.interrupt())
        return False

    def _at_window(self, window: QWindow, event: QKeyEvent) -> bool:
        if self._passing is not None and self._passing == _fingerprint(event):
            if event.type() != QEvent.Type.ShortcutOverride:
                # It has arrived. A widget may now open a dialog and wait in it, and the next key is a new one.
                self._passing = None
            return False
        self._deliver()
        if event.type() == QEvent.Type.KeyRelease:
            return self._released(event)
        key = self._key(event)
        taken = self._detector.takes(key)
        if event.type() == QEvent.Type.ShortcutOverride:
            if taken:
                event.accept()
            return taken
        if not taken:
            self._detector.key(key)
            self._down.pop(_identity(event), None)
            return False
        pressed = _Pressed(_copy(event), window, _focus_in(window), QApplication.activePopupWidget() is not None)
        self._down[_identity(event)] = pressed
        self._held.append(pressed)
        self._carry_out(self._detector.key(key))
        return True

    def _released(self, event: QKeyEvent) -> bool:
        pressed = self._down.pop(_identity(event), None)
        if pressed is None:
            return False
        pressed.release = _copy(event)
        return True

    def _carry_out(self, actions: tuple[Action, ...]) -> None:
        for action in actions:
            if isinstance(action, Held):
                continue
            done = [self._held.popleft() for _ in action.keys]
            if isinstance(action, Scanned):
                secret = any(_is_secret(pressed.focus) for pressed in done)
                self._leaving.append(scan_of(action, self._clock(), secret=secret))
            elif not isinstance(action, Eaten):
                self._leaving.extend(done)
        self._second_look.stop()
        if self._detector.held:
            self._silence.start(self._detector.limit_ms + _TIMER_MARGIN_MS)
        else:
            self._silence.stop()
        self._deliver()

    def _look_again(self) -> None:
        self._second_look.start(0)

    def _judge_silence(self) -> None:
        deadline_ms = self._detector.deadline_ms
        if deadline_ms is not None:
            self._carry_out(self._detector.silence(deadline_ms))

    def _deliver(self) -> None:
        """Send out what was decided, in order, also when a receiver waits in a loop of its own meanwhile."""
        while self._leaving:
            item = self._leaving.popleft()
            if self._leaving:
                self._rest.start(0)
            if isinstance(item, Scan):
                self.scanned.emit(item)
            else:
                self._hand_back(item)
        self._rest.stop()

    def _hand_back(self, pressed: _Pressed) -> None:
        identity = _identity(pressed.press)
        if pressed.release is None and self._down.get(identity) is pressed:
            del self._down[identity]  # its release is still to come and passes by itself
        for event in (pressed.press, pressed.release):
            receiver = _receiver(pressed)
            if event is None or receiver is None:
                return
            self._passing = _fingerprint(event)
            QCoreApplication.sendEvent(receiver, event)
            self._passing = None

    def _key(self, event: QKeyEvent) -> Key:
        modifiers = event.modifiers()
        return Key(
            at_ms=event.timestamp(),
            text=event.text(),
            position=self._position(event.nativeScanCode()),
            kind=_KINDS.get(event.key(), Kind.OTHER),
            name=_NAMES.get(event.key(), ""),
            shift=bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
            ctrl=bool(modifiers & Qt.KeyboardModifier.ControlModifier),
            alt=bool(modifiers & Qt.KeyboardModifier.AltModifier),
            meta=bool(modifiers & Qt.KeyboardModifier.MetaModifier),
            keypad=bool(modifiers & Qt.KeyboardModifier.KeypadModifier),
            repeat=event.isAutoRepeat(),
        )

    def _position(self, native: int) -> int:
        return max(0, native - _X_KEY_OFFSET) if self._keys_are_offset else native

    def _timer(self, name: str, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setObjectName(name)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer


def _copy(event: QKeyEvent) -> QKeyEvent:
    copy = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    copy.setTimestamp(event.timestamp())
    return copy


def _fingerprint(event: QKeyEvent) -> tuple[bool, int, int, int]:
    return event.type() == QEvent.Type.KeyRelease, event.timestamp(), event.key(), event.nativeScanCode()


def _identity(event: QKeyEvent) -> int:
    """Which key of the keyboard it is; the character may differ between press and release, the place does not."""
    return event.nativeScanCode() or -event.key()


def _focus_in(window: QWindow) -> QObject | None:
    return QApplication.activePopupWidget() or window.focusObject()


def _receiver(pressed: _Pressed) -> QObject | None:
    """Where a held key belongs: its window, or the widget that had the focus when it was pressed. None: gone."""
    focus = pressed.focus
    if pressed.in_popup and focus is not QApplication.activePopupWidget():
        # A list of completions closed by the key before: it only passed keys on to the field below.
        return QGuiApplication.focusWindow()
    if not isValid(pressed.window) or not pressed.window.isVisible():
        return None
    if focus is None or (focus is _focus_in(pressed.window) and not _is_blocked(focus)):
        return pressed.window
    if isValid(focus) and isinstance(focus, QWidget) and focus.isVisible() and focus.isEnabled():
        return focus
    return None


def _is_blocked(focus: QObject) -> bool:
    """Whether a dialog that opened meanwhile keeps keys from the window of a widget, which was there before it."""
    modal = QApplication.activeModalWidget()
    return modal is not None and isinstance(focus, QWidget) and focus.window() is not modal.window()


def _is_secret(focus: QObject | None) -> bool:
    return (
        focus is not None
        and isValid(focus)
        and isinstance(focus, QLineEdit)
        and focus.echoMode() != QLineEdit.EchoMode.Normal
    )


def _is_empty_composition(event: QEvent) -> bool:
    """Input methods send these when they are reset: nothing is typed by them."""
    return isinstance(event, QInputMethodEvent) and not (event.commitString() or event.preeditString())

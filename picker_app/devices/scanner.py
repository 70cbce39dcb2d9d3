"""Tell a scanner's burst of keys from typing by hand, and read the burst in two ways.

Pure: key events with times go in, actions come out; no Qt and no clock (specs "Barcodes and scanners",
sections 3 and 4). Times are milliseconds of the key events' own time stamps, gaps are differences of them.
"""

from __future__ import annotations

import itertools
import statistics
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Final

GS: Final = "\x1d"

_LONG_GAP_MS: Final = 150  # a Bluetooth pause, once four keys look like a scanner
_LONG_GAP_FROM: Final = 4
_MEDIAN_SHORT_MS: Final = 35  # 4 to 7 keys
_MEDIAN_LONG_MS: Final = 55  # 8 keys and more
_LONG_BURST: Final = 8
_NO_SUFFIX_MIN: Final = 6
_HELD_DOWN_MS: Final = 15  # a held-down key repeats at 20 to 40 ms, a scanner's doubled digit comes sooner
_FIRST_REPEAT_MS: Final = 150  # no system repeats a held-down key sooner for the first time
_TWIN_MS: Final = 100
_DOUBLE_TRIGGER_MS: Final = 40
_DEFAULT_GAP_MS: Final = 60

_RIGHT_BRACKET: Final = 27
_LETTER_B: Final = 48


def _row(first: int, plain: str, shifted: str) -> dict[int, tuple[str, str]]:
    return {first + n: pair for n, pair in enumerate(zip(plain, shifted, strict=True))}


_US_KEYS: Final[dict[int, tuple[str, str]]] = {
    **_row(2, "1234567890-=", "!@#$%^&*()_+"),
    **_row(16, "qwertyuiop[]", "QWERTYUIOP{}"),
    **_row(30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    43: ("\\", "|"),
    **_row(44, "zxcvbnm,./", "ZXCVBNM<>?"),
    55: ("*", "*"),
    57: (" ", " "),
    **_row(71, "789-456+1230.", "789-456+1230."),
}
_KEYPAD_DIGITS: Final = frozenset({71, 72, 73, 75, 76, 77, 79, 80, 81, 82, 83})


class Kind(Enum):
    """What sort of key it is, as far as its character does not say so."""

    ENTER = auto()
    TAB = auto()
    MODIFIER = auto()  # Shift, Ctrl, Alt, the locks
    DEAD = auto()  # an accent that waits for its letter
    OTHER = auto()  # characters, function keys, arrows …


@dataclass(frozen=True, slots=True)
class Key:
    """One key press. `position` is Linux numbering (section 4), 0 = unknown; `name` only for function keys ("F11")."""

    at_ms: int
    text: str = ""
    position: int = 0
    kind: Kind = Kind.OTHER
    name: str = ""
    shift: bool = False
    ctrl: bool = False
    alt: bool = False
    meta: bool = False
    keypad: bool = False
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class Numbers:
    """The `[scanner]` numbers: `gap_ms` 20 to 200, `min_chars` 3 to 8, `prefix` one of "", "STX", "F11", "F12"."""

    gap_ms: int = _DEFAULT_GAP_MS
    min_chars: int = 4
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """The key of this call is kept back; a later action says what becomes of it."""


@dataclass(frozen=True, slots=True)
class HandedBack:
    """The oldest held keys were typed by hand and go to their widget, in this order."""

    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Passed:
    """The key of this call goes through."""

    keys: tuple[Key]


@dataclass(frozen=True, slots=True)
class Eaten:
    """The key of this call belongs to the scan before it (second half of CR LF, a late Enter) and is dropped."""

    keys: tuple[Key]


@dataclass(frozen=True, slots=True)
class Scanned:
    """The oldest held keys, and an Enter or Tab of this call, were one scan; `body` leaves out prefix and suffix."""

    keys: tuple[Key, ...]
    body: tuple[Key, ...]
    repeat: bool  # double trigger: the same burst less than 40 ms after the one before
    prefix: str = ""  # the key that came just before it, whether it is set as the prefix or not
    after_twin: bool = False  # the scan before it was followed by a second Enter


Action = Held | HandedBack | Passed | Eaten | Scanned


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan with both readings; `keys` is empty where a key's position is unknown.

    `at` is aware UTC. `gaps_ms` are the gaps between the characters. `secret`: it fell into a field with hidden
    text, so both readings are empty. `alt_mode`: the scanner types with Alt and keypad digits, which cannot be read.
    `entered`: Enter ended it, not Tab or silence. For the scanner doctor: `tabbed`, the `prefix` key that came before
    it, `after_twin` (the scan before had two Enters), `keypad` (digits came from the keypad).
    """

    text: str
    keys: str
    at: datetime
    gaps_ms: tuple[int, ...] = ()
    repeat: bool = False
    secret: bool = False
    alt_mode: bool = False
    source: str = "keyboard"
    entered: bool = False
    tabbed: bool = False
    prefix: str = ""
    after_twin: bool = False
    keypad: bool = False


def us_reading(body: tuple[Key, ...]) -> str:
    """The burst as a US keyboard would have typed it: Shift respected, locks ignored; "" if a position is unknown."""
    characters = []
    for key in body:
        if _is_gs(key):
            characters.append(GS)
        elif key.position in _US_KEYS:
            characters.append(_US_KEYS[key.position][key.shift])
        else:
            return ""
    return "".join(characters)


def text_reading(body: tuple[Key, ...]) -> str:
    """The burst as the computer's own layout typed it; a group separator is one whatever text it came with."""
    return "".join(GS if _is_gs(key) else key.text for key in body)


def gaps_of(keys: tuple[Key, ...]) -> tuple[int, ...]:
    """Milliseconds between neighbours, never below 0."""
    return tuple(max(0, b.at_ms - a.at_ms) for a, b in itertools.pairwise(keys))


def scan_of(scanned: Scanned, at: datetime, *, secret: bool = False) -> Scan:
    """The scan of an action; of a secret one nothing but its time and speed is kept."""
    return Scan(
        text="" if secret else text_reading(scanned.body),
        keys="" if secret else us_reading(scanned.body),
        at=at,
        gaps_ms=gaps_of(scanned.body),
        repeat=scanned.repeat,
        secret=secret,
        alt_mode=any(key.alt and not key.ctrl for key in scanned.body),
        entered=scanned.keys[-1].kind is Kind.ENTER,
        tabbed=scanned.keys[-1].kind is Kind.TAB,
        prefix=scanned.prefix,
        after_twin=scanned.after_twin,
        keypad=any(key.keypad for key in scanned.body),
    )


class BurstDetector:
    """Decides for each key: hold it, hand it back, let it pass, or call the held ones a scan (section 3).

    `key` for every key press; `silence` once `deadline_ms` has gone by with no other key waiting. Held keys come out
    again in order: concatenated, the keys of all actions are the keys put in (modifiers pass ahead of held ones).
    """

    def __init__(self, numbers: Numbers | None = None) -> None:
        self._numbers = numbers or Numbers()
        self._held: list[Key] = []
        self._armed = False  # the prefix has come: everything up to Enter is the scan
        self._last_at: int | None = None
        self._twin: tuple[int, int] | None = None  # from, until: an Enter here belongs to the scan before
        self._scan_body: tuple[tuple[str, int, bool], ...] = ()
        self._scan_last_at = 0
        self._lead: tuple[str, int] | None = None  # a key that other scanners have as prefix, and when it passed
        self._twin_came = False
        self._held_down = False

    def use(self, numbers: Numbers) -> None:
        """Decide by these numbers from the next key on; what is held is judged by them, too."""
        self._numbers = numbers

    @property
    def held(self) -> int:
        """How many keys are kept back."""
        return len(self._held)

    @property
    def limit_ms(self) -> int:
        """The silence after which what is held is judged."""
        gap = self._numbers.gap_ms
        return max(_LONG_GAP_MS, gap) if self._armed or len(self._held) >= _LONG_GAP_FROM else gap

    @property
    def deadline_ms(self) -> int | None:
        """The time stamp from which `silence` judges the held keys; None when nothing is held."""
        return self._held[-1].at_ms + self.limit_ms + 1 if self._held else None

    def takes(self, key: Key) -> bool:
        """Whether `key` may do anything but let this key pass: only then must the caller keep it from shortcuts."""
        if key.kind is Kind.MODIFIER:
            return False
        return bool(self._held) or self._is_prefix(key) or _is_character(key) or self._is_twin(key)

    def key(self, key: Key) -> tuple[Action, ...]:
        """What to do now that this key was pressed; the last action is about this key."""
        if key.kind is Kind.MODIFIER:
            return (Passed((key,)),)
        actions = self.silence(key.at_ms)
        since = None if self._last_at is None else key.at_ms - self._last_at
        self._last_at = key.at_ms
        return (*actions, *self._judge(key, since))

    def silence(self, now_ms: int) -> tuple[Action, ...]:
        """Judge the held keys if none came for longer than the limit: a scan without suffix, or typing."""
        if self.deadline_ms is None or now_ms < self.deadline_ms:
            return ()
        if self._armed or (len(self._held) >= _NO_SUFFIX_MIN and self._fast_enough()):
            return self._end_scan(None)
        return self._hand_back()

    def interrupt(self) -> tuple[Action, ...]:
        """Hand back what is held, because something else (a click, a wheel) comes; a burst under way stays held."""
        return () if self._armed or self._fast_enough() else self._hand_back()

    def _judge(self, key: Key, since: int | None) -> tuple[Action, ...]:
        if self._is_prefix(key):
            before = self._end_scan(None) if self._armed else self._hand_back()
            self._armed = True
            return (*before, self._hold(key))
        if _is_end(key):
            return self._judge_end(key)
        if self._armed:
            return (self._hold(key),)
        if _is_character(key):
            if self._is_held_down(key, since):
                return (*self._hand_back(), Passed((key,)))
            held = self._hold(key)
            return self._hand_back() if self._too_slow() else (held,)
        if self._held and _is_gs(key):
            return (self._hold(key),)
        self._lead = (_prefix_of(key), key.at_ms) if _prefix_of(key) else None
        return (*self._hand_back(), Passed((key,)))

    def _is_held_down(self, key: Key, since: int | None) -> bool:
        """A key that a hand holds down repeats after its first delay; sooner it is a scanner's doubled digit.

        Qt on X11 marks a press as a repeat that has the time of its release, as a busy computer brings them.
        """
        if not key.repeat or since is None or since < _HELD_DOWN_MS:
            self._held_down = self._held_down and key.repeat
            return False
        self._held_down = self._held_down or since >= _FIRST_REPEAT_MS
        return self._held_down

    def _judge_end(self, key: Key) -> tuple[Action, ...]:
        if self._armed or self._fast_enough():
            ended = self._end_scan(key)
            # Nothing between prefix and Enter: both were pressed by hand.
            return ended if isinstance(ended[0], Scanned) else (*ended, Passed((key,)))
        if not self._held and self._is_twin(key):
            self._scan_last_at = key.at_ms
            self._twin_came = True
            return (Eaten((key,)),)
        return (*self._hand_back(), Passed((key,)))

    def _hold(self, key: Key) -> Held:
        self._held.append(key)
        return Held()

    def _hand_back(self) -> tuple[Action, ...]:
        keys, self._held, self._armed = tuple(self._held), [], False
        return (HandedBack(keys),) if keys else ()

    def _end_scan(self, suffix: Key | None) -> tuple[Action, ...]:
        body = tuple(self._held[1:] if self._armed else self._held)
        if not body:
            return self._hand_back()
        last = suffix or body[-1]
        # A scan that silence ended is over when the silence is: an Enter that lags still belongs to it.
        ended_at = last.at_ms if suffix else last.at_ms + self.limit_ms
        keys = (*self._held, suffix) if suffix else tuple(self._held)
        signature = tuple((key.text, key.position, key.shift) for key in body)
        since_last = keys[0].at_ms - self._scan_last_at
        repeat = signature == self._scan_body and 0 <= since_last < _DOUBLE_TRIGGER_MS
        prefix = self._numbers.prefix if self._armed else ""
        if self._lead is not None and 0 <= keys[0].at_ms - self._lead[1] <= _LONG_GAP_MS:
            prefix = self._lead[0]
        after_twin, self._twin_came, self._lead = self._twin_came, False, None
        self._held, self._armed = [], False
        self._twin = (last.at_ms, ended_at + _TWIN_MS)
        self._scan_body, self._scan_last_at = signature, last.at_ms
        return (Scanned(keys, body, repeat, prefix, after_twin),)

    def _fast_enough(self) -> bool:
        count = len(self._held)
        if count < self._numbers.min_chars:
            return False
        limit = _MEDIAN_SHORT_MS if count < _LONG_BURST else _MEDIAN_LONG_MS
        return statistics.median(gaps_of(tuple(self._held))) <= self._scaled(limit)

    def _too_slow(self) -> bool:
        """No longer a burst of any length: or fluent typing would be held until its writer pauses."""
        if len(self._held) < max(_LONG_GAP_FROM, self._numbers.min_chars):
            return False
        return statistics.median(gaps_of(tuple(self._held))) > self._scaled(_MEDIAN_LONG_MS)

    def _scaled(self, limit_ms: int) -> float:
        """A slower scanner is allowed by `gap_ms` alone, so the medians grow and shrink with it."""
        return limit_ms * self._numbers.gap_ms / _DEFAULT_GAP_MS

    def _is_twin(self, key: Key) -> bool:
        return _is_end(key) and self._twin is not None and self._twin[0] <= key.at_ms <= self._twin[1]

    def _is_prefix(self, key: Key) -> bool:
        return self._numbers.prefix != "" and _prefix_of(key) == self._numbers.prefix


def _prefix_of(key: Key) -> str:
    """Name the prefix that a key can be, "" for any other key."""
    if key.alt or key.meta:
        return ""
    if key.ctrl:
        return "STX" if key.text == "\x02" or key.position == _LETTER_B else ""
    return key.name if key.name in ("F11", "F12") else ""


def _is_end(key: Key) -> bool:
    return key.kind in (Kind.ENTER, Kind.TAB) and not (key.ctrl or key.alt or key.meta)


def _is_gs(key: Key) -> bool:
    return key.ctrl and not (key.alt or key.meta) and (key.text == GS or key.position == _RIGHT_BRACKET)


def _is_character(key: Key) -> bool:
    printable = bool(key.text) and key.text.isprintable()
    keypad_digit = key.keypad and key.position in _KEYPAD_DIGITS
    if key.kind in (Kind.ENTER, Kind.TAB, Kind.MODIFIER) or key.meta:
        return False
    if key.ctrl:
        return key.alt and printable  # Windows reports AltGr as Ctrl and Alt together
    if key.alt:
        return keypad_digit  # a scanner in ALT mode: not readable, but not to leak either
    return printable or key.kind is Kind.DEAD or keypad_digit

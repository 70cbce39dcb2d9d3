"""Find out how a scanner is set from three scans of known codes, set the thresholds, and say what to change.

Follows "Barcodes and scanners", section 13. Pure: scans go in, a finding comes out. Times are milliseconds.
"""

import itertools
import math
import statistics
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from picker_app.devices.scanner import GS, Scan

EAN: Final = "7891000315507"
LETTERS: Final = "Az-09/+:?"
FIELDS: Final = f"01{'0' + EAN}10LOT7{GS}17261231"
CODES: Final = (EAN, LETTERS, FIELDS)
"""What the three codes hold: EAN-13, Code 128, and GS1-128 with a field of variable length before a date."""

_LEAST_GAP: Final = 60
_MOST_GAP: Final = 200
_SHORT_MEDIAN: Final = 35 / 60
"""What part of the limit four to seven keys may take at most, as in scanner.py."""
_ROOM: Final = 0.8
_RUN: Final = 3
_WATCHED: Final = 20
_IDENTIFIER: Final = "]"

Suffix = Literal["enter", "enter_twice", "tab", "none"]


@dataclass(frozen=True, slots=True)
class Finding:
    """How a scanner is set. `key_ms` is its median gap, `typing_ms` the quickest typing by hand, 0 if none was seen.

    `gap_ms`, `prefix`, `gs` and `layout` are the `[scanner]` keys to use. `identifiers`: it sends `]C1` and the like.
    `advice` are codes of what to change on the scanner: alt_mode, layout, caps_lock, keypad, gs_dropped, gs_replaced,
    no_suffix, slow, prefix (nothing else tells scans from quick typing).
    """

    key_ms: int
    typing_ms: int
    gap_ms: int
    prefix: str
    suffix: Suffix
    gs: str
    layout: Literal["auto", "keys"]
    identifiers: bool
    advice: tuple[str, ...]

    @property
    def safe(self) -> bool:
        """Whether scans and typing lie well apart on either side of the limit."""
        return is_safe(self.key_ms, self.typing_ms, self.gap_ms, self.prefix)


def is_safe(key_ms: int, typing_ms: int, gap_ms: int, prefix: str) -> bool:
    """Whether scans and typing lie well apart on either side of the limit; with a prefix they always do."""
    short = gap_ms * _SHORT_MEDIAN
    return prefix != "" or (key_ms <= short and (typing_ms == 0 or typing_ms > short))


def is_expected(scan: Scan, code: str) -> bool:
    """Whether a scan is this code, however the scanner is set; a broken one counts, so that it can be said."""
    if scan.alt_mode:
        return True
    wanted = code.replace(GS, "")
    bare = _bare(scan.text)
    if not scan.keys and len(bare) == len(wanted) and not bare.isdecimal():
        return True  # the positions are not known, and the characters are of another layout
    return any(
        _bare(reading).casefold() == wanted.casefold() or _replaced(_bare(reading, keep=True), code) is not None
        for reading in (scan.text, scan.keys)
        if reading
    )


def examine(scans: Sequence[Scan], typing_ms: int = 0) -> Finding:
    """What three scans say, one of each of CODES in this order, each taken with `is_expected`."""
    gaps = [gap for scan in scans for gap in scan.gaps_ms]
    key_ms = round(statistics.median(gaps)) if gaps else 0
    prefix = next((scan.prefix for scan in scans if scan.prefix), "")
    suffix = _suffix(scans)
    by_text = [_reads(scan.text, code) for scan, code in zip(scans, CODES, strict=True)]
    by_keys = [_reads(scan.keys, code) for scan, code in zip(scans, CODES, strict=True)]
    right = scans[2].text if by_text[2] else scans[2].keys
    gs = _separator(right)
    gap_ms = max(_LEAST_GAP, min(_MOST_GAP, math.ceil(key_ms / (_SHORT_MEDIAN * _ROOM) / 10) * 10))
    caps = not by_text[1] and _bare(scans[1].text).swapcase() == LETTERS
    layout: Literal["auto", "keys"] = "auto" if all(by_text) or not all(by_keys) else "keys"
    advice = {
        "alt_mode": any(scan.alt_mode for scan in scans),
        "keypad": any(scan.keypad and not scan.text.strip() for scan in scans),
        "caps_lock": caps,
        "layout": not all(by_text) and not caps and not any(scan.keypad or scan.alt_mode for scan in scans),
        "gs_dropped": gs == "no",
        "gs_replaced": len(gs) == 1,
        "no_suffix": suffix == "none",
        "slow": gap_ms > _LEAST_GAP,
        "prefix": not prefix and 0 < typing_ms <= gap_ms * _SHORT_MEDIAN,
    }
    return Finding(
        key_ms=key_ms,
        typing_ms=typing_ms,
        gap_ms=gap_ms,
        prefix=prefix,
        suffix=suffix,
        gs=gs,
        layout=layout,
        identifiers=any(scan.text.startswith(_IDENTIFIER) or scan.keys.startswith(_IDENTIFIER) for scan in scans),
        advice=tuple(code for code, holds in advice.items() if holds),
    )


def quickest_typing(times_ms: Sequence[int]) -> int:
    """The least median of any four keys in a row, from their times; 0 for fewer than four."""
    gaps = [later - earlier for earlier, later in itertools.pairwise(times_ms)]
    runs = (gaps[n : n + _RUN] for n in range(len(gaps) - _RUN + 1))
    return min((round(statistics.median(run)) for run in runs), default=0)


class Drift:
    """Notices that a scanner is no longer as it was examined: slower for many scans, or without its suffix."""

    def __init__(self, key_ms: int, gap_ms: int, suffix: str) -> None:
        self._slow = max(3 * key_ms, key_ms + 15)
        self._limit = gap_ms * _SHORT_MEDIAN
        self._entered = suffix.startswith("enter")
        self._seen: deque[tuple[int, bool]] = deque(maxlen=_WATCHED)
        self._told = False

    def sees(self, scan: Scan) -> str:
        """Take a scan; the code of what has changed ("slower", "suffix"), once, when enough of them say so; else ""."""
        if self._told or not scan.gaps_ms or scan.source != "keyboard":
            return ""
        self._seen.append((round(statistics.median(scan.gaps_ms)), scan.entered))
        if len(self._seen) < _WATCHED:
            return ""
        slower = statistics.median(gap for gap, _ in self._seen) > min(self._slow, self._limit)
        changed = all(entered != self._entered for _, entered in self._seen)
        self._told = slower or changed
        return "slower" if slower else "suffix" if changed else ""


def _suffix(scans: Sequence[Scan]) -> Suffix:
    if all(scan.tabbed for scan in scans):
        return "tab"
    if not any(scan.entered for scan in scans):
        return "none"
    return "enter_twice" if any(scan.after_twin for scan in scans[1:]) else "enter"


def _bare(reading: str, *, keep: bool = False) -> str:
    """A reading without its symbology identifier, and without separators unless they are to be kept."""
    body = reading[3:] if reading.startswith(_IDENTIFIER) else reading
    return body if keep else body.replace(GS, "")


def _reads(reading: str, code: str) -> bool:
    return _bare(reading) == code.replace(GS, "") or _replaced(_bare(reading, keep=True), code) is not None


def _replaced(body: str, code: str) -> str | None:
    """The one character that stands in a reading where the code has its separator; None if it is another code."""
    head, separator, tail = code.partition(GS)
    middle = body[len(head) : len(body) - len(tail)] if separator else ""
    return middle if len(middle) == 1 and body == head + middle + tail else None


def _separator(reading: str) -> str:
    """The `gs` key: yes, no, or the character that came instead."""
    body = _bare(reading, keep=True)
    if body == FIELDS:
        return "yes"
    return _replaced(body, FIELDS) or "no"

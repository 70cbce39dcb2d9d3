"""Checks what three scans of known codes tell of a scanner ("Barcodes and scanners", section 13)."""

from datetime import UTC, datetime

import pytest

from picker_app.devices.scanner import BurstDetector, Key, Kind, Numbers, Scan, Scanned, scan_of
from picker_app.devices.scanner_doctor import (
    CODES,
    EAN,
    FIELDS,
    LETTERS,
    Drift,
    Finding,
    examine,
    is_expected,
    quickest_typing,
)

NOW = datetime(2026, 1, 5, tzinfo=UTC)
FRENCH = str.maketrans("1234567890AazZ-/+:?", "&é\"'(-è_çàQqwW)!%M§")


def scan(text: str, keys: str | None = None, *, gap: int = 4, end: str = "enter", **more: object) -> Scan:
    made = Scan(
        text=text,
        keys=text if keys is None else keys,
        at=NOW,
        gaps_ms=(gap,) * (len(text) - 1),
        entered=end == "enter",
        tabbed=end == "tab",
    )
    for name, value in more.items():
        object.__setattr__(made, name, value)
    return made


def three(**more: object) -> list[Scan]:
    return [scan(code, **more) for code in CODES]  # type: ignore[arg-type]  # a table of words and numbers


def test_a_good_scanner_is_told_with_its_margin() -> None:
    finding = examine(three(), typing_ms=61)
    assert finding == Finding(4, 61, 60, "", "enter", "yes", "auto", False, ())
    assert finding.safe


@pytest.mark.parametrize(
    ("scans", "name", "value", "advice"),
    [
        (three(end="tab"), "suffix", "tab", ()),
        (three(end=""), "suffix", "none", ("no_suffix",)),
        (three(after_twin=True), "suffix", "enter_twice", ()),
        (three(prefix="F12"), "prefix", "F12", ()),
        ([scan(EAN), scan(LETTERS), scan(FIELDS.replace("\x1d", ""))], "gs", "no", ("gs_dropped",)),
        ([scan(EAN), scan(LETTERS), scan(FIELDS.replace("\x1d", "|"))], "gs", "|", ("gs_replaced",)),
        ([scan(EAN), scan(LETTERS), scan("]C1" + FIELDS)], "identifiers", True, ()),
        ([scan("]E0" + EAN), scan("]C0" + LETTERS), scan("]C1" + FIELDS)], "gs", "yes", ()),
        (
            [scan(EAN), scan(LETTERS.swapcase(), LETTERS), scan(FIELDS.swapcase(), FIELDS)],
            "layout",
            "keys",
            ("caps_lock",),
        ),
        ([scan(code.translate(FRENCH), code) for code in CODES], "layout", "keys", ("layout",)),
        ([scan("", code, keypad=True) for code in CODES], "layout", "keys", ("keypad",)),
        (three(gap=50), "gap_ms", 110, ("slow",)),
        (three(gap=190), "gap_ms", 200, ("slow",)),
    ],
)
def test_each_setting_is_found_and_said(scans: list[Scan], name: str, value: object, advice: tuple[str, ...]) -> None:
    assert all(is_expected(found, code) for found, code in zip(scans, CODES, strict=True))
    finding = examine(scans)
    assert getattr(finding, name) == value
    assert finding.advice == advice


def test_a_scanner_on_a_layout_whose_positions_are_unknown_is_told_to_be_set_anew() -> None:
    scans = [scan(code.translate(FRENCH), "") for code in CODES]
    assert all(is_expected(found, code) for found, code in zip(scans, CODES, strict=True))
    assert (examine(scans).advice, examine(scans).layout) == (("layout", "gs_dropped"), "auto")


def test_typing_as_quick_as_the_limit_wants_a_prefix() -> None:
    finding = examine(three(gap=50), typing_ms=58)
    assert "prefix" in finding.advice and not finding.safe
    assert examine(three(gap=50, prefix="STX"), typing_ms=58).safe


def test_another_code_is_not_taken_for_the_one_that_is_shown() -> None:
    assert not is_expected(scan("9001234500017"), EAN)
    assert not is_expected(scan(EAN), LETTERS)


def test_the_quickest_four_keys_are_the_measure_of_typing() -> None:
    assert quickest_typing([0, 200, 400, 470, 535, 590, 900]) == 65
    assert quickest_typing([0, 100, 200]) == 0


def test_the_prefix_key_and_the_second_enter_are_seen_while_they_are_not_set() -> None:
    detector = BurstDetector(Numbers(gap_ms=200, min_chars=3))
    found: list[Scan] = []

    def strike(key: Key) -> None:
        found.extend(scan_of(action, NOW) for action in detector.key(key) if isinstance(action, Scanned))

    for start in (1000, 3000):
        strike(Key(start, position=88, name="F12"))
        for n, digit in enumerate("12345678"):
            strike(Key(start + 80 + 80 * n, digit))
        strike(Key(start + 720, "\r", 28, Kind.ENTER))
        strike(Key(start + 724, "\r", 28, Kind.ENTER))
    assert [(one.text, one.prefix, one.after_twin) for one in found] == [
        ("12345678", "F12", False),
        ("12345678", "F12", True),
    ]


def test_a_scanner_that_became_slow_or_lost_its_enter_is_noticed_once_and_a_slow_scan_is_not() -> None:
    drift = Drift(4, 60, "enter")
    assert [drift.sees(scan(EAN, gap=4)) for _ in range(19)] == [""] * 19
    assert drift.sees(scan(EAN, gap=40)) == ""
    assert [drift.sees(scan(EAN, gap=30)) for _ in range(30)].count("slower") == 1
    drift = Drift(4, 60, "enter")
    assert [drift.sees(scan(EAN, end="")) for _ in range(20)][-1] == "suffix"

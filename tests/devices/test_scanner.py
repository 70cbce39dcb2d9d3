"""Checks burst or typing (specs "Barcodes and scanners", sections 3 and 4) without Qt."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from picker_app.devices.scanner import (
    Action,
    BurstDetector,
    Eaten,
    HandedBack,
    Held,
    Key,
    Kind,
    Numbers,
    Passed,
    Scan,
    Scanned,
    scan_of,
)

US_POSITIONS = {character: 2 + n for n, character in enumerate("1234567890")}
NOW = datetime(2026, 1, 5, tzinfo=UTC)


def typed(text: str, *, start: int = 1000, gap: int = 5) -> list[Key]:
    return [Key(start + n * gap, character, US_POSITIONS.get(character, 0)) for n, character in enumerate(text)]


def enter(at_ms: int) -> Key:
    return Key(at_ms, "\r", 28, Kind.ENTER)


def scanned_text(keys: list[Key], *, lag: int = 5) -> list[Key]:
    return [*keys, enter(keys[-1].at_ms + lag)]


def run(keys: list[Key], numbers: Numbers | None = None, *, silence: bool = True) -> list[Action]:
    detector = BurstDetector(numbers)
    actions = [action for key in keys for action in detector.key(key)]
    if silence and detector.deadline_ms is not None:
        actions += detector.silence(detector.deadline_ms)
    return [action for action in actions if not isinstance(action, Held)]


def scans(actions: list[Action]) -> list[Scan]:
    return [scan_of(action, NOW) for action in actions if isinstance(action, Scanned)]


def reached(actions: list[Action]) -> str:
    return "".join(
        key.text.replace("\r", "⏎")
        for action in actions
        if isinstance(action, HandedBack | Passed)
        for key in action.keys
    )


@pytest.mark.parametrize("gap", [0, 2, 12, 25, 50])
def test_a_code_at_scanner_speed_is_one_scan_and_nothing_else(gap: int) -> None:
    actions = run(scanned_text(typed("4006381333931", gap=gap)))
    assert [scan.text for scan in scans(actions)] == ["4006381333931"]
    assert reached(actions) == ""


def test_doubled_digits_marked_as_repeats_at_no_gap_are_kept() -> None:
    keys = [Key(1000, digit, US_POSITIONS[digit], repeat=n > 1) for n, digit in enumerate("1000")]
    assert scans(run(scanned_text(keys, lag=0)))[0].text == "1000"


def test_a_doubled_digit_that_a_busy_computer_brings_late_is_no_held_down_key() -> None:
    times = [(1000, "9", False), (1004, "0", False), (1022, "0", True), (1025, "1", False), (1029, "2", False)]
    keys = [Key(at, digit, US_POSITIONS[digit], repeat=repeat) for at, digit, repeat in times]
    actions = run(scanned_text(keys))
    assert [scan.text for scan in scans(actions)] == ["90012"]
    assert reached(actions) == ""


def test_a_key_held_down_for_a_second_is_typing() -> None:
    held_down = [Key(1000, "0", 11), *(Key(1500 + n * 30, "0", 11, repeat=True) for n in range(17))]
    actions = run([*held_down, enter(2100)])
    assert scans(actions) == []
    assert reached(actions) == "0" * 18 + "⏎"


@pytest.mark.parametrize("gap", [70, 120, 300])
def test_a_weight_typed_by_hand_comes_back_whole(gap: int) -> None:
    actions = run(scanned_text(typed("0,984", gap=gap), lag=gap))
    assert scans(actions) == []
    assert reached(actions) == "0,984⏎"


def test_two_rolling_keys_are_typing() -> None:
    keys = [*typed("12", gap=30), *typed("5", start=1150)]
    assert reached(run(scanned_text(keys, lag=90))) == "125⏎"


def test_a_fluent_writer_is_not_held_back_until_the_next_pause() -> None:
    keys = [*typed("milk", gap=45), *typed(" with 3 percent", start=1250, gap=110)]
    detector = BurstDetector()
    most_held = 0
    for key in keys:
        detector.key(key)
        most_held = max(most_held, detector.held)
    assert most_held < 10


def test_a_pause_inside_the_code_is_forgiven() -> None:
    head = typed("400638", gap=10)
    actions = run(scanned_text([*head, *typed("1333931", start=head[-1].at_ms + 120, gap=10)], lag=120))
    assert [scan.text for scan in scans(actions)] == ["4006381333931"]


def test_five_keys_at_fifty_milliseconds_are_typing_unless_the_gap_is_widened() -> None:
    keys = scanned_text(typed("94011", gap=50))
    assert reached(run(keys)) == "94011⏎"
    assert [scan.text for scan in scans(run(keys, Numbers(gap_ms=100)))] == ["94011"]


@pytest.mark.parametrize("kind", [Kind.ENTER, Kind.TAB])
def test_the_second_half_of_a_double_suffix_is_eaten_and_a_later_enter_is_not(kind: Kind) -> None:
    keys = typed("4821", gap=5)
    actions = run([*keys, Key(1020, kind=kind), Key(1024, "\r", kind=Kind.ENTER), enter(1330)])
    assert [scan.text for scan in scans(actions)] == ["4821"]
    assert [type(action) for action in actions] == [Scanned, Eaten, Passed]


@pytest.mark.parametrize("lag", [10, 149, 150, 151, 200, 250])
def test_an_enter_that_lags_up_to_a_quarter_second_never_acts_by_itself(lag: int) -> None:
    detector = BurstDetector()
    keys = typed("4006381333931")
    actions = [action for key in keys for action in detector.key(key)]
    actions += detector.silence(keys[-1].at_ms + lag)
    actions += detector.key(enter(keys[-1].at_ms + lag))
    assert [scan.text for scan in scans(actions)] == ["4006381333931"]
    assert reached(actions) == ""


def test_an_enter_stamped_before_the_silence_was_noticed_is_still_the_scans_own() -> None:
    detector = BurstDetector()
    for key in typed("4006381333931"):
        detector.key(key)
    assert detector.deadline_ms is not None
    detector.silence(detector.deadline_ms)
    assert isinstance(detector.key(enter(1100))[-1], Eaten)


def test_an_enter_after_that_is_pressed_by_hand() -> None:
    keys = typed("4006381333931")
    assert reached(run([*keys, enter(keys[-1].at_ms + 251)])) == "⏎"


def test_a_code_without_suffix_needs_six_keys() -> None:
    assert [scan.text for scan in scans(run(typed("123456")))] == ["123456"]
    assert reached(run(typed("12345"))) == "12345"


@pytest.mark.parametrize(("pause", "repeats"), [(15, [False, True]), (39, [False, True]), (60, [False, False])])
def test_the_same_code_at_once_is_a_double_trigger_and_a_little_later_a_second_unit(
    pause: int, repeats: list[bool]
) -> None:
    first = scanned_text(typed("4006381333931"))
    second = scanned_text(typed("4006381333931", start=first[-1].at_ms + pause))
    assert [scan.repeat for scan in scans(run([*first, *second]))] == repeats


def test_another_code_at_once_is_no_double_trigger() -> None:
    first = scanned_text(typed("4006381333931"))
    second = scanned_text(typed("4006381333948", start=first[-1].at_ms + 15))
    assert [scan.repeat for scan in scans(run([*first, *second]))] == [False, False]


@pytest.mark.parametrize(
    "separator",
    [
        Key(0, "\x1d", 27, ctrl=True),  # US layout
        Key(0, "+", 27, ctrl=True),  # German: the zoom shortcut
        Key(0, "\x1b", 27, ctrl=True),  # Brazilian
        Key(0, "\x1d", 0, ctrl=True),
    ],
)
def test_a_group_separator_inside_a_code_belongs_to_it(separator: Key) -> None:
    head = typed("10123")
    tail = typed("17260512", start=head[-1].at_ms + 10)
    gs = Key(head[-1].at_ms + 5, separator.text, separator.position, ctrl=True)
    assert scans(run(scanned_text([*head, gs, *tail])))[0].text == "10123\x1d17260512"


def test_a_group_separator_by_hand_is_a_shortcut() -> None:
    key = Key(1000, "+", 27, ctrl=True)
    assert not BurstDetector().takes(key)
    assert run([key]) == [Passed((key,))]


def test_contract_keys_pass_at_once_when_nothing_is_held() -> None:
    for key in [Key(1000, name="F9"), Key(1000, "\x1b"), Key(1000), enter(1000), Key(1000, "\x1a", 44, ctrl=True)]:
        detector = BurstDetector()
        assert not detector.takes(key)
        assert detector.key(key) == (Passed((key,)),)


def test_what_was_typed_comes_before_the_key_that_interrupts_it() -> None:
    a, arrow = typed("a")[0], Key(1010)
    assert run([a, arrow]) == [HandedBack((a,)), Passed((arrow,))]


def test_a_click_lets_typed_keys_out_and_leaves_a_burst_alone() -> None:
    typing, burst = BurstDetector(), BurstDetector()
    for key in typed("ab"):
        typing.key(key)
    for key in typed("40063"):
        burst.key(key)
    assert reached(list(typing.interrupt())) == "ab"
    assert burst.interrupt() == ()


@pytest.mark.parametrize(
    ("prefix", "key"),
    [
        ("STX", Key(1000, "\x02", 48, ctrl=True)),
        ("F11", Key(1000, position=87, name="F11")),
        ("F12", Key(1000, position=88, name="F12")),
    ],
)
def test_after_a_prefix_a_code_is_a_scan_at_any_speed(prefix: str, key: Key) -> None:
    numbers = Numbers(prefix=prefix)
    actions = run([key, *scanned_text(typed("94", start=1080, gap=80), lag=80)], numbers)
    assert [scan.text for scan in scans(actions)] == ["94"]
    assert reached(actions) == ""
    assert [scan.text for scan in scans(run([key, *typed("94", start=1080)], numbers))] == ["94"]


def test_a_prefix_key_pressed_by_hand_comes_back() -> None:
    key = Key(1000, name="F12")
    assert run([key], Numbers(prefix="F12")) == [HandedBack((key,))]
    assert run([key, enter(1090)], Numbers(prefix="F12")) == [HandedBack((key,)), Passed((enter(1090),))]


def test_typing_before_the_prefix_is_not_part_of_the_scan() -> None:
    keys = [*typed("a"), Key(1020, name="F12"), *scanned_text(typed("4821", start=1030))]
    actions = run(keys, Numbers(prefix="F12"))
    assert reached(actions) == "a"
    assert [scan.text for scan in scans(actions)] == ["4821"]


def test_a_french_layout_leaves_the_code_readable_by_its_keys() -> None:
    french = zip('è_ç&ààà"&((àè', "7891000315507", strict=True)
    keys = [Key(1000 + n * 3, character, US_POSITIONS[digit]) for n, (character, digit) in enumerate(french)]
    scan = scans(run(scanned_text(keys)))[0]
    assert (scan.text, scan.keys) == ('è_ç&ààà"&((àè', "7891000315507")


def test_caps_lock_and_shift_are_told_apart_by_the_keys() -> None:
    shift = Key(1001, kind=Kind.MODIFIER)
    keys = [Key(1000, "A", 30), shift, Key(1002, "z", 44, shift=True), *typed("12", start=1004)]
    scan = scans(run(scanned_text(keys)))[0]
    assert (scan.text, scan.keys) == ("Az12", "aZ12")


def test_keypad_digits_with_num_lock_off_are_read_by_their_keys() -> None:
    positions = {"7": 71, "8": 72, "9": 73, "1": 79, "0": 82, "3": 81, "5": 76}
    keys = [Key(1000 + n * 4, "", positions[digit], keypad=True) for n, digit in enumerate("7891000315507")]
    assert scans(run(scanned_text(keys)))[0].keys == "7891000315507"


def test_an_unknown_position_leaves_only_the_text() -> None:
    scan = scans(run(scanned_text(typed("ab12"))))[0]
    assert (scan.text, scan.keys) == ("ab12", "")


def test_a_scanner_in_alt_mode_is_recognised_and_eaten() -> None:
    keys = [Key(1000 + n * 5, "", 79 + n % 3, keypad=True, alt=True) for n in range(12)]
    actions = run(scanned_text(keys))
    assert [scan.alt_mode for scan in scans(actions)] == [True]
    assert reached(actions) == ""


@pytest.mark.parametrize(("end", "entered"), [(Kind.ENTER, True), (Kind.TAB, False), (None, False)])
def test_a_scan_says_whether_enter_ended_it(end: Kind | None, entered: bool) -> None:
    keys = typed("4821993")
    suffix = [] if end is None else [Key(keys[-1].at_ms + 5, kind=end)]
    assert [scan.entered for scan in scans(run([*keys, *suffix]))] == [entered]


def test_a_secret_scan_keeps_no_reading() -> None:
    scanned = next(action for action in run(scanned_text(typed("4821993"))) if isinstance(action, Scanned))
    scan = scan_of(scanned, NOW, secret=True)
    assert (scan.text, scan.keys, scan.secret) == ("", "", True)


# --- nothing lost, nothing doubled, order kept ---

CHARACTERS = st.builds(
    lambda text, position, repeat, keypad: Key(0, text, position, repeat=repeat, keypad=keypad),
    st.sampled_from(list("0123456789abcZ-,")),
    st.sampled_from([0, *range(2, 12), 30, 71, 83]),
    st.booleans(),
    st.booleans(),
)
OTHERS = st.sampled_from(
    [
        Key(0, "\r", 28, Kind.ENTER),
        Key(0, "\t", 15, Kind.TAB),
        Key(0, "", 42, Kind.MODIFIER),
        Key(0, "\x1d", 27, ctrl=True),
        Key(0, "\x02", 48, ctrl=True),
        Key(0, "", 88, name="F12"),
        Key(0, "", 103),
        Key(0, "", 40, Kind.DEAD),
        Key(0, "", 79, keypad=True, alt=True),
    ]
)
STEPS = st.tuples(
    st.one_of(CHARACTERS, CHARACTERS, CHARACTERS, OTHERS),
    st.one_of(st.integers(0, 30), st.integers(0, 30), st.integers(30, 400)),
    st.sampled_from(["", "", "", "", "silence", "click"]),
)
BURSTS = st.builds(
    lambda text, gap, lag: [(key, gap, "") for key in typed(text)] + [(enter(0), lag, "")],
    st.text("0123456789", min_size=4, max_size=18),
    st.integers(0, 25),
    st.integers(0, 140),
)
MIXTURES = st.lists(st.one_of(STEPS.map(lambda step: [step]), BURSTS), max_size=25)


def at(key: Key, at_ms: int) -> Key:
    return Key(
        at_ms,
        key.text,
        key.position,
        key.kind,
        key.name,
        key.shift,
        key.ctrl,
        key.alt,
        key.meta,
        key.keypad,
        key.repeat,
    )


@given(mixture=MIXTURES, prefix=st.sampled_from(["", "", "STX", "F12"]), gap=st.sampled_from([20, 60, 200]))
@settings(max_examples=600)
def test_all_actions_together_give_back_every_key_once_and_in_order(
    mixture: list[list[tuple[Key, int, str]]], prefix: str, gap: int
) -> None:
    detector = BurstDetector(Numbers(gap_ms=gap, prefix=prefix))
    now = 1000
    given_in: list[Key] = []
    actions: list[Action] = []
    for key, wait, event in (step for part in mixture for step in part):
        now += wait
        pressed = at(key, now)
        given_in.append(pressed)
        may_pass_only = not detector.takes(pressed)
        answer = detector.key(pressed)
        assert not may_pass_only or answer == (Passed((pressed,)),)
        actions += answer
        if event == "silence":
            now += 500
            actions += detector.silence(now)
        elif event == "click":
            actions += detector.interrupt()
    actions += detector.silence(now + 1000)
    came_out = [key for action in actions if not isinstance(action, Held) for key in action.keys]
    assert detector.held == 0
    for modifiers in (False, True):
        assert [k for k in came_out if (k.kind is Kind.MODIFIER) is modifiers] == [
            k for k in given_in if (k.kind is Kind.MODIFIER) is modifiers
        ]


@given(
    codes=st.lists(st.text("0123456789", min_size=8, max_size=20), min_size=1, max_size=6),
    gap=st.integers(0, 25),
    pause=st.integers(160, 2000),
    suffix=st.sampled_from(["enter", "twice", "none"]),
)
@settings(max_examples=150)
def test_every_code_of_a_fast_scanner_is_one_scan(codes: list[str], gap: int, pause: int, suffix: str) -> None:
    keys: list[Key] = []
    now = 1000
    for code in codes:
        keys += typed(code, start=now, gap=gap)
        now = keys[-1].at_ms
        for _ in range({"enter": 1, "twice": 2, "none": 0}[suffix]):
            now += gap
            keys.append(enter(now))
        now += pause
    actions = run(keys)
    assert [scan.text for scan in scans(actions)] == codes
    assert reached(actions) == ""

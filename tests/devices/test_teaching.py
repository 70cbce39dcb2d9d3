"""Checks that a scale is learned from a few of its labels ("Barcodes and scanners", section 9), and never half.

`python -m tests.devices.test_teaching 300` makes so many lessons for each rule and prints what came of them.
"""

import random
import sys
from collections import Counter
from decimal import Decimal

import pytest

from picker_app.devices.labels import Label, Rule, read_label, shipped_rules
from picker_app.devices.readings import Refused
from picker_app.devices.teaching import MOST, Lesson, Sample, learn, readings
from tests.devices.label_factory import Scale, printed, with_wrong_digit

RULES = {rule.id: rule for rule in shipped_rules() if rule.measure != "count"}
FRESH = 20


def d(text: str) -> Decimal:
    return Decimal(text)


def learned(scale: Scale, samples: list[Sample]) -> Lesson:
    return learn(samples, "weight" if scale.rule.measure == "weight" else "price")


def key_of(label: str, rule: Rule) -> str:
    read = read_label(label, (rule,))
    return read.key if isinstance(read, Label) else ""


def taught(rule: Rule, seed: int, count: int) -> Counter[str]:
    """What came of one lesson, which grows while two rules fit, and of new labels read by what was learned."""
    scale = Scale(rule, random.Random(f"{rule.id}-{seed}"))
    samples, items = scale.lesson(count)
    lesson = learned(scale, samples)
    seen: Counter[str] = Counter({f"at once with {count}": int(lesson.rule is not None), f"lessons of {count}": 1})
    while lesson.wanted == "another_value" and len(samples) < MOST:
        value = scale.value()
        samples.append(Sample(scale.label(items[0], value), "A", value))
        lesson = learned(scale, samples)
    seen["learned"] += lesson.rule is not None
    seen["lessons"] += 1
    if lesson.rule is None:
        return seen
    assert readings(samples, lesson.rule) == tuple(sample.value for sample in samples)
    for number in range(FRESH):
        known = number % 2 == 0
        item, value = (items[number // 2 % 2] if known else scale.item()), scale.value()
        label = scale.label(item, value)
        read = read_label(label, (lesson.rule,))
        whose = "of a taught product" if known else "of another product"
        seen[f"labels {whose}"] += 1
        if not isinstance(read, Label):
            seen[f"refused {whose}"] += 1
        else:
            seen["wrong readings"] += read.value != value
            seen["wrong keys"] += read.key != key_of(label, rule)
    return seen


def trial(lessons: int) -> Counter[str]:
    """All rules, each with so many lessons of 4 to 8 labels."""
    seen: Counter[str] = Counter()
    for rule in RULES.values():
        for seed in range(lessons):
            seen += taught(rule, seed, 4 + seed % 5)
    return seen


def test_every_rule_is_taught_back_from_at_most_eight_labels_and_nothing_is_misread() -> None:
    seen = trial(25)
    assert seen["learned"] == seen["lessons"] == 25 * len(RULES)
    assert seen["wrong readings"] == seen["wrong keys"] == 0
    assert seen["refused of a taught product"] <= 0.05 * seen["labels of a taught product"]
    assert seen["refused of another product"] <= 0.08 * seen["labels of another product"]
    assert all(seen[f"at once with {n}"] >= 0.99 * seen[f"lessons of {n}"] for n in (4, 5, 6, 7, 8))


@pytest.mark.parametrize("name", RULES)
def test_a_wrong_digit_never_changes_a_weight_silently(name: str) -> None:
    draw = random.Random(name)
    scale = Scale(RULES[name], draw)
    samples, items = scale.lesson(6)
    rule = learned(scale, samples).rule or RULES[name]
    for _ in range(30):
        label = scale.label(items[0], scale.value())
        wrong = with_wrong_digit(label, draw.randrange(13), draw.randrange(1, 10))
        assert read_label(wrong, (rule,)) is None, "the check digit says so"


SE = RULES["se-23"]
LESSON = [
    Sample(printed(SE, "001234", d("0.527")), "A", d("0.527")),
    Sample(printed(SE, "001234", d("1.250")), "A", d("1.25")),
    Sample(printed(SE, "047715", d("0.304")), "B", d("0.304")),
    Sample(printed(SE, "047715", d("2.011")), "B", d("2.011")),
]


def test_the_rule_is_shown_with_the_shipped_one_that_fits_as_well() -> None:
    lesson = learn(LESSON, "weight", "deli")
    assert lesson.rule is not None and lesson.shipped is None
    assert (lesson.rule.id, lesson.rule.prefixes, lesson.rule.pattern) == ("deli", ("23",), SE.pattern)
    light = [
        Sample(printed(RULES["dk-27"], item, d(value)), product, d(value))
        for item, product, value in (
            ("12345", "A", "0.5"),
            ("12345", "A", "0.7"),
            ("54321", "B", "0.6"),
            ("54321", "B", "0.9"),
        )
    ]
    light_lesson = learn(light, "weight")
    assert light_lesson.rule is not None and light_lesson.rule.pattern == "PPIIIII00VVV"
    assert light_lesson.shipped == RULES["dk-27"]


def test_a_heavier_label_than_taught_is_refused_and_not_misread() -> None:
    five_digits = RULES["generic-weight"]
    lesson = learn(
        [
            Sample(printed(five_digits, "12345", d("0.527")), "A", d("0.527")),
            Sample(printed(five_digits, "12345", d("1.250")), "A", d("1.25")),
            Sample(printed(five_digits, "77001", d("2.304")), "B", d("2.304")),
            Sample(printed(five_digits, "77001", d("9.011")), "B", d("9.011")),
        ],
        "weight",
    )
    assert lesson.rule is not None and lesson.rule.pattern == "PPIIIII0VVVV"
    heavy = printed(five_digits, "12345", d("12.400"))
    assert isinstance(read_label(heavy, (lesson.rule,)), Refused)


@pytest.mark.parametrize(
    ("samples", "wanted"),
    [
        (LESSON[:3], "labels"),
        ([Sample(s.code, "A", s.value) for s in LESSON], "products"),
        ([Sample(s.code, s.product, d("0.5")) for s in LESSON], "values"),
        ([Sample(s.code, str(n), s.value) for n, s in enumerate(LESSON)], "same_product"),
    ],
)
def test_a_lesson_that_is_too_small_says_what_is_missing(samples: list[Sample], wanted: str) -> None:
    assert learn(samples, "weight") == Lesson(wanted)


def test_while_two_rules_fit_none_is_given_and_one_more_label_decides() -> None:
    checked, draw = RULES["de-weight"], random.Random(7)
    # Values whose inner check digit is the same: the digit could as well belong to the item.
    values = [v for v in (Decimal(n).scaleb(-3) for n in range(200, 4000, 7)) if printed(checked, "1234", v)[6] == "5"]
    chosen = draw.sample(values, 4)
    samples = [
        Sample(printed(checked, item, value), product, value)
        for (item, product), value in zip(
            (("1234", "A"), ("1234", "A"), ("9876", "B"), ("9876", "B")), chosen, strict=True
        )
    ]
    assert learn(samples, "weight") == Lesson("another_value")
    more = next(v for v in (d("1.111"), d("2.222"), d("3.333")) if printed(checked, "1234", v)[6] != "5")
    lesson = learn([*samples, Sample(printed(checked, "1234", more), "A", more)], "weight")
    assert lesson.rule is not None and lesson.rule.pattern == checked.pattern


def test_the_label_that_was_mistyped_is_named() -> None:
    wrong = [*LESSON, Sample(printed(SE, "001234", d("0.777")), "A", d("0.771"))]
    assert learn(wrong, "weight") == Lesson("odd_label", odd=4)


def test_labels_of_two_kinds_and_codes_that_are_no_labels_fit_nothing() -> None:
    other = RULES["generic-weight"]
    mixed = LESSON[:2] + [Sample(printed(other, "12345", v, "99"), "B", v) for v in (d("0.5"), d("0.6"))]
    assert learn(mixed, "weight").wanted == "nothing_fits"
    broken = [*LESSON[:2], Sample("12345", "B", d("0.5")), Sample("4711", "B", d("0.6"))]
    assert learn(broken, "weight").wanted == "nothing_fits"


if __name__ == "__main__":
    for what, count in sorted(trial(int(sys.argv[1])).items()):
        print(f"{what:32} {count:8}")

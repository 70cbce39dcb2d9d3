"""Find the rule of a scale's labels from a few of them and what is printed on each.

Follows "Barcodes and scanners", section 9. Pure. Every rule that could be is tried on all labels; while two are left,
none is given.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from biip.checksums import gs1_price_weight_check_digit

from picker_app.devices.gtin import clean, has_check_digit, is_digits
from picker_app.devices.labels import Label, Rule, RuleError, read_label, shipped_rules

FEWEST: Final = 4
MOST: Final = 8
_END: Final = 12
_WIDTHS: Final = (4, 5, 6)
_CHECKED_WIDTHS: Final = (4, 5)
_DECIMALS: Final[dict[str, int]] = {"weight": 3, "price": 2}

Taught = Literal["weight", "price"]


@dataclass(frozen=True, slots=True)
class Sample:
    """One label of a lesson: its code, a name for its product ("A"), and the kg or the price that is printed on it."""

    code: str
    product: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a lesson came to: one `rule`, or `wanted` says what is missing.

    `shipped` is a rule of the program that fits all labels as well and is another text. `odd` is the number, from 0, of
    the label that does not fit the others. `wanted`: "labels", "products", "values", "same_product" (more is needed
    before the search begins), "another_value" (two rules fit; a label of a known product with another value decides),
    "odd_label", "nothing_fits"; "" with a rule.
    """

    wanted: str
    rule: Rule | None = None
    shipped: Rule | None = None
    odd: int | None = None


def label_digits(code: str) -> str | None:
    """The 13 digits of a label with a right check digit, also of one whose leading zero was dropped; else None."""
    digits = clean(code)
    digits = digits.zfill(13) if len(digits) == 12 else digits
    return digits if len(digits) == 13 and is_digits(digits) and has_check_digit(digits) else None


def learn(samples: Sequence[Sample], measure: Taught, name: str = "shop") -> Lesson:
    """The one rule that reads every label as its person did, or what is missing; 4 to 8 labels of one kind.

    A label that is no EAN-13 fits no rule. The rule's name is `name`, its region "".
    """
    missing = _missing(samples)
    if missing:
        return Lesson(missing)
    found = _fitting(samples, measure, name)
    if len(found) == 1:
        return Lesson("", found[0], _shipped(samples, measure, found[0]))
    if found:
        return Lesson("another_value")
    odd = [number for number in range(len(samples)) if len(_fitting(_without(samples, number), measure, name)) == 1]
    return Lesson("odd_label", odd=odd[0]) if len(odd) == 1 else Lesson("nothing_fits")


def readings(samples: Iterable[Sample], rule: Rule) -> tuple[Decimal | None, ...]:
    """How a rule reads each label: kg or the price, None for a label that does not fit it."""
    read = (read_label(label_digits(sample.code) or "", (rule,)) for sample in samples)
    return tuple(label.value if isinstance(label, Label) else None for label in read)


def _missing(samples: Sequence[Sample]) -> str:
    products = [sample.product for sample in samples]
    if len(samples) < FEWEST:
        return "labels"
    if len(set(products)) < 2:
        return "products"
    if len({sample.value for sample in samples}) < 3:
        return "values"
    return "" if len(set(products)) < len(products) else "same_product"


def _fitting(samples: Sequence[Sample], measure: Taught, name: str) -> list[Rule]:
    """All rules that are true of all labels, each text once."""
    labels = [label_digits(sample.code) for sample in samples]
    digits = [label for label in labels if label is not None]
    if len(digits) < len(samples):
        return []
    prefix = _prefix(digits)
    found: dict[tuple[str, int], Rule] = {}
    for width in _WIDTHS if prefix else ():
        for decimals in range(_DECIMALS[measure] + 1):
            if not all(
                _says(label, sample.value, width, decimals) for label, sample in zip(digits, samples, strict=True)
            ):
                continue
            for pattern in _patterns(digits, samples, len(prefix), width):
                try:
                    rule = Rule(name, "", (prefix,), pattern, measure, decimals)
                except RuleError:
                    continue
                found.setdefault((pattern, decimals), rule)
    return list(found.values())


def _prefix(labels: Sequence[str]) -> str:
    shared = (labels[0][:length] for length in (2, 1))
    return next((prefix for prefix in shared if all(label.startswith(prefix) for label in labels)), "")


def _says(label: str, value: Decimal, width: int, decimals: int) -> bool:
    return Decimal(label[_END - width : _END]) == value.scaleb(decimals)


def _patterns(labels: Sequence[str], samples: Sequence[Sample], prefix: int, width: int) -> list[str]:
    """The patterns with a value of this width: with its check digit in front, and without."""
    start = _END - width
    made = []
    checked = width in _CHECKED_WIDTHS and all(_is_checked(label, start, width) for label in labels)
    if checked and _is_steady(labels, samples, start - 1):
        made.append("P" * prefix + "I" * (start - 1 - prefix) + "C" + "V" * width)
    if _is_steady(labels, samples, start):
        # A digit that is 0 on all labels may be the value's or the item's: it must stay 0, so that neither is misread.
        first = next((n for n in range(start, _END) if any(label[n] != "0" for label in labels)), _END - 1)
        last = next((n for n in range(start - 1, prefix - 1, -1) if any(label[n] != "0" for label in labels)), prefix)
        zeros = first - last - 1
        made.append("P" * prefix + "I" * (last + 1 - prefix) + "0" * zeros + "V" * (_END - first))
    return made


def _is_checked(label: str, start: int, width: int) -> bool:
    return str(gs1_price_weight_check_digit(label[start : start + width])) == label[start - 1]


def _is_steady(labels: Sequence[str], samples: Sequence[Sample], end: int) -> bool:
    """Whether the digits before `end` are the same on all labels of one product."""
    heads: dict[str, str] = {}
    return all(
        heads.setdefault(sample.product, label[:end]) == label[:end]
        for label, sample in zip(labels, samples, strict=True)
    )


def _without(samples: Sequence[Sample], number: int) -> list[Sample]:
    return [sample for n, sample in enumerate(samples) if n != number]


def _shipped(samples: Sequence[Sample], measure: Taught, found: Rule) -> Rule | None:
    """The shipped rule that reads all labels right, where those that do are one text, and another than was found."""
    right = tuple(sample.value for sample in samples)
    fitting = [rule for rule in shipped_rules() if rule.measure == measure and readings(samples, rule) == right]
    # A rule that a country defines comes before those that merely occur somewhere.
    fitting = [rule for rule in fitting if not rule.choose] or fitting
    if len({(rule.pattern, rule.decimals) for rule in fitting}) != 1 or fitting[0].pattern == found.pattern:
        return None
    return fitting[0]

"""Read the weight, price and count labels of the shop's scale by rules that are data, never code.

Follows "Barcodes and scanners", section 8. A rule's pattern has 12 characters, the 13th digit of a label is the EAN
check digit: P prefix, I item, V value, C check digit of the value, 0 must be zero, ? ignored.
"""

import itertools
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any, Final, Literal

from biip.checksums import gs1_price_weight_check_digit

from picker_app import resources
from picker_app.devices.gtin import clean, has_check_digit, is_digits, normal_form, with_check_digit
from picker_app.devices.readings import Ambiguous, Refused, Unreadable
from picker_app.domain.quantity import kilograms
from picker_app.wording import say, tr

Measure = Literal["weight", "price", "count"]

_PAYLOAD: Final = 12
_MOST_DECIMALS: Final[dict[str, int]] = {"weight": 3, "price": 3, "count": 0}
_CHECKED_WIDTHS: Final = (4, 5)


class RuleError(ValueError):
    """A label rule that cannot be used; the message names it and says what is accepted."""


class RuleConflict(RuleError):
    """Two rules would read one label differently; the message names both."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How one kind of label is read. Raises RuleError where the pattern makes no sense.

    `region` is a country code, "" for none. `decimals` are those of kg or of the currency's main unit. `choose`: the
    shop has to name the rule, its region does not turn it on.
    """

    id: str
    region: str
    prefixes: tuple[str, ...]
    pattern: str
    measure: Measure
    decimals: int
    choose: bool = False

    def __post_init__(self) -> None:
        """Check the rule."""
        pattern, width = self.pattern, self.pattern.count("V")
        prefix = len(pattern) - len(pattern.lstrip("P"))
        if len(pattern) != _PAYLOAD or set(pattern) - set("PIVC0?"):
            raise RuleError(f"Label rule {self.id}: the pattern needs 12 characters of P, I, V, C, 0 and ?.")
        if (
            prefix != pattern.count("P")
            or not self.prefixes
            or any(not is_digits(p) or len(p) != prefix for p in self.prefixes)
        ):
            raise RuleError(f"Label rule {self.id}: each prefix needs as many digits as the pattern has P in front.")
        if "I" not in pattern or not width or "V" * width not in pattern:
            raise RuleError(f"Label rule {self.id}: the pattern needs an item (I) and one unbroken value (V).")
        if pattern.count("C") > 1 or ("C" in pattern and width not in _CHECKED_WIDTHS):
            raise RuleError(f"Label rule {self.id}: a check digit (C) goes with a value of 4 or 5 digits.")
        if self.measure not in _MOST_DECIMALS or not 0 <= self.decimals <= _MOST_DECIMALS[self.measure]:
            raise RuleError(f"Label rule {self.id}: weight and price have 0 to 3 decimals, count has none.")


@dataclass(frozen=True, slots=True)
class Label:
    """A label as its rule reads it: `value` in kg, in the currency's main unit, or in pieces.

    `key` is the label with value zero, 13 digits: what stays the same on all labels of one product. `lookups` are the
    key's GTIN-14 form and the item with and without its leading zeros; `lookup` is the first of them that is known,
    "" if none is.
    """

    code: str
    rule: Rule
    item: str
    value: Decimal
    key: str
    lookup: str = ""
    by_keys: bool = False

    @property
    def measure(self) -> Measure:
        """What `value` is."""
        return self.rule.measure

    @property
    def lookups(self) -> tuple[str, ...]:
        """Under what the product may be known."""
        return tuple(dict.fromkeys((self.key.zfill(14), self.item, self.item.lstrip("0") or "0")))


def rules_of(text: str) -> tuple[Rule, ...]:
    """The rules of a TOML text with `[[rule]]` tables; raises RuleError for what is no rule."""
    try:
        return tuple(_rule(table) for table in tomllib.loads(text)["rule"])
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as fault:
        raise RuleError(
            f"The label rules cannot be read: {fault}. Each needs a [[rule]] table with its keys."
        ) from fault


@cache
def shipped_rules() -> tuple[Rule, ...]:
    """All rules that come with the program, of every region; none of them is on by itself."""
    return rules_of(resources.path("labels", "rules.toml").read_text(encoding="utf-8"))


def load_rules(region: str, choose: Collection[str] = ()) -> tuple[Rule, ...]:
    """The shipped rules that are on for a region ("SE", "" for none), and those named in `choose`.

    A region without rules of its own gives none: there the scale is taught. Raises RuleError for an unknown name and
    RuleConflict for two rules that read one label differently.
    """
    if unknown := set(choose) - {rule.id for rule in shipped_rules()}:
        accepted = ", ".join(rule.id for rule in shipped_rules() if rule.choose)
        raise RuleError(
            say(tr("Label rule {rule} is not known; accepted are: {accepted}."), rule=min(unknown), accepted=accepted)
        )
    rules = tuple(
        rule for rule in shipped_rules() if rule.id in choose or (rule.region == region != "" and not rule.choose)
    )
    check_together(rules)
    return rules


def check_together(rules: Iterable[Rule]) -> None:
    """Raise RuleConflict if a label exists that two of the rules would read differently."""
    for one, other in itertools.combinations(rules, 2):
        prefixes = itertools.product(one.prefixes, other.prefixes)
        overlap = any(a.startswith(b) or b.startswith(a) for a, b in prefixes)
        same = (one.pattern, one.measure, one.decimals) == (other.pattern, other.measure, other.decimals)
        if overlap and not same:
            raise RuleConflict(f"Label rules {one.id} and {other.id} read the same label differently: turn one off.")


def read_label(code: str, rules: Iterable[Rule]) -> Label | Unreadable | Refused | Ambiguous | None:
    """The label that 13 digits are, or 12 with the leading zero left out; None if they are no label of these rules."""
    digits = _thirteen(code)
    if digits is None:
        return None
    fits: dict[tuple[str, str, Decimal, str], Label] = {}
    misfit: Unreadable | Refused | None = None
    for rule in rules:
        if not digits.startswith(rule.prefixes):
            continue
        if any(digits[n] != "0" for n in _places(rule, "0")):
            misfit = misfit or Refused(code, f"The label does not fit the rule {rule.id}: teach it.")
        elif _is_inner_check_wrong(rule, digits):
            misfit = misfit or Unreadable(code, "The label's inner check digit is wrong: print the label again.")
        else:
            label = _label(code, rule, digits)
            fits.setdefault((label.item, label.measure, label.value, label.key), label)
    if len(fits) > 1:
        names = tuple(label.rule.id for label in fits.values())
        return Ambiguous(code, names, f"The label rules {' and '.join(names)} read it differently.")
    return next(iter(fits.values()), misfit)


def label_key(barcode: str, rule: Rule) -> str | None:
    """The key of a barcode that is itself a label of the rule, 13 digits; None if it is none."""
    reading = read_label(clean(barcode), (rule,))
    return reading.key if isinstance(reading, Label) else None


def matches(label: Label, codes: Iterable[str]) -> bool:
    """Whether a product with these barcodes, SKU and own codes is the one on the label.

    That is: a code equals the key, is a label of the same rule with the same key, or is the item's digits with or
    without leading zeros.
    """
    item, key = label.item.lstrip("0"), normal_form(label.key)
    return any(
        normal_form(code) == key
        or label_key(code, label.rule) == label.key
        or (is_digits(clean(code)) and clean(code).lstrip("0") == item)
        for code in codes
    )


def weight_of_price(price: Decimal, price_per_kg: Decimal) -> Decimal:
    """The weight in kg, to the gram, half-up, that a price label stands for; raises ValueError if the kg costs nothing.

    The prices are in the same currency's main unit.
    """
    if price_per_kg <= 0:
        raise ValueError(f"A price per kg must be above 0, not {price_per_kg}.")
    return kilograms(price / price_per_kg)


def _rule(table: dict[str, Any]) -> Rule:
    return Rule(
        id=str(table["id"]),
        region=str(table.get("region", "")),
        prefixes=tuple(str(prefix) for prefix in table["prefixes"]),
        pattern=str(table["pattern"]),
        measure=table["measure"],
        decimals=int(table["decimals"]),
        choose=bool(table.get("choose", False)),
    )


def _thirteen(code: str) -> str | None:
    """The label's 13 digits, also of a platform's barcode whose leading zero was dropped."""
    digits = code.zfill(_PAYLOAD + 1) if len(code) == _PAYLOAD else code
    if len(digits) == _PAYLOAD + 2 and digits.startswith("0"):
        digits = digits[1:]
    return digits if len(digits) == _PAYLOAD + 1 and has_check_digit(digits) else None


def _places(rule: Rule, letter: str) -> list[int]:
    return [n for n, place in enumerate(rule.pattern) if place == letter]


def _field(rule: Rule, letter: str, digits: str) -> str:
    return "".join(digits[n] for n in _places(rule, letter))


def _is_inner_check_wrong(rule: Rule, digits: str) -> bool:
    check = _field(rule, "C", digits)
    return check != "" and str(gs1_price_weight_check_digit(_field(rule, "V", digits))) != check


def _label(code: str, rule: Rule, digits: str) -> Label:
    value = Decimal(_field(rule, "V", digits)).scaleb(-rule.decimals)
    return Label(
        code=code,
        rule=rule,
        item=_field(rule, "I", digits),
        value=value.quantize(Decimal("0.001"), rounding=ROUND_HALF_UP) if rule.measure == "weight" else value,
        key=_key(rule, digits),
    )


def _key(rule: Rule, digits: str) -> str:
    zero = "0" * rule.pattern.count("V")
    check = str(gs1_price_weight_check_digit(zero)) if "C" in rule.pattern else ""
    payload = "".join(
        digits[n] if place in "PI" else check if place == "C" else "0" for n, place in enumerate(rule.pattern)
    )
    return with_check_digit(payload)

"""Finds the numbers that the name of a promotion quotes and that are not in the promotion."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Final

from picker_app.domain.problem import plain
from picker_app.domain.promotion import DiscountKind, Mechanic, Promotion

_NUMBER: Final = r"(?<![\d.,])(\d{1,9}(?:[.,]\d{1,3})?)(?![\d]|[.,]\d)"
_PIECES: Final = r"(?<![\d.,])(\d{1,3})(?![\d]|[.,]\d)"
_NO_UNIT: Final = r"(?!\s*(?:%|[mcd]?l|litres?|liters?|[mk]?g|grams?|oz|lb|packs?|days?|weeks?|min|am|pm)\b|\s*%|[a-z])"
_SIGNS: Final = "$£€¥฿₺₹"
_CODES: Final = ("aed", "eur", "gbp", "hkd", "kwd", "qar", "sgd", "usd", "brl")
_SIGN: Final = rf"(?:R\$|[{_SIGNS}]|\b(?:{'|'.join(_CODES)})\b)"
_PERCENT_WORDS: Final = r"(?:%|percent\b|per cent\b|por ciento\b|por cento\b|prozent\b)"
_DIGIT: Final = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers of a promotion by what they are; `pairs` are (pieces, pieces paid) and (pieces, money)."""

    percent: frozenset[Decimal]
    money: frozenset[Decimal]
    pieces: frozenset[Decimal]
    pairs: frozenset[tuple[Decimal, Decimal]]
    bought_and_free: frozenset[tuple[Decimal, Decimal]]


Judge = Callable[[tuple[Decimal, ...], _Numbers], Collection[Decimal] | None]


def misquoted(name: str, promotion: Promotion) -> tuple[str, str] | None:
    """Return the first number of the name that the promotion does not have, and what it has instead.

    Judged are percent, money, pieces ("3 for 2", "any 3", "buy 2 get 1 free", "3 or more") and "half price"; other
    numbers, as in "330 ml", may mean anything.
    """
    if not _DIGIT.search(name) and not _HALF.search(name):
        return None
    numbers, rest, small = _numbers_of(promotion), name, name.casefold()
    for signs, pattern, judge in _PATTERNS:
        # Most names have none of its signs: looking for those first makes a file of thousands quick.
        quotes = list(pattern.finditer(rest)) if any(map(small.__contains__, signs)) else ()
        for found in quotes:
            instead = judge(tuple(_decimal(group) for group in found.groups() if group is not None), numbers)
            if instead is not None:
                return found.group().strip(), _listed(instead or numbers.percent | numbers.money | numbers.pieces)
        # What one pattern has understood is not read in another way too.
        rest = pattern.sub("\N{MIDDLE DOT}", rest) if quotes else rest
    return None


def _numbers_of(promotion: Promotion) -> _Numbers:
    condition, reward = promotion.condition, promotion.reward
    rows = [row for row in reward.discounts if row.active]
    percent = {row.value for row in rows if row.kind is DiscountKind.PERCENTAGE} | _given(reward.percentage)
    money = {row.value for row in rows if row.kind is not DiscountKind.PERCENTAGE}
    money |= _given(reward.amount_off, reward.fixed_price, reward.max_discount, condition.min_order)
    pieces = _given(condition.quantity)
    pairs = {(size, price) for size in pieces for price in _given(reward.fixed_price)}
    taken: set[tuple[Decimal, Decimal]] = set()
    if condition.quantity is not None and reward.free_quantity is not None:
        free = Decimal(reward.free_quantity)
        bought = Decimal(condition.quantity) - (free if promotion.mechanic is Mechanic.BUY_X_FOR_Y else 0)
        taken.add((bought, free))
        pairs.add((bought + free, bought))
        pieces |= {bought, bought + free}
    return _Numbers(frozenset(percent), frozenset(money), frozenset(pieces), frozenset(pairs), frozenset(taken))


def _given(*numbers: Decimal | int | None) -> set[Decimal]:
    return {Decimal(number) for number in numbers if number is not None}


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "."))


def _listed(numbers: Iterable[Decimal]) -> str:
    return ", ".join(plain(number.normalize()) for number in sorted(numbers)) or "–"


def _percent(quoted: tuple[Decimal, ...], numbers: _Numbers) -> Collection[Decimal] | None:
    return None if quoted[0] in numbers.percent else numbers.percent


def _half_price(quoted: tuple[Decimal, ...], numbers: _Numbers) -> Collection[Decimal] | None:
    return _percent((Decimal(50),), numbers)


def _money(quoted: tuple[Decimal, ...], numbers: _Numbers) -> Collection[Decimal] | None:
    return None if quoted[0] in numbers.money else numbers.money


def _minor(quoted: tuple[Decimal, ...], numbers: _Numbers) -> Collection[Decimal] | None:
    return None if quoted[0] / 100 in numbers.money else numbers.money


def _pieces_for(quoted: tuple[Decimal, ...], numbers: _Numbers) -> Collection[Decimal] | None:
    if (quoted[0], quoted[1]) in numbers.pairs:
        return None
    return [number for pair in sorted(numbers.pairs)[:1] for number in sorted(pair)]


def _buy_and_get(quoted: tuple[Decimal, ...], numbers: _Numbers) -> Collection[Decimal] | None:
    if (quoted[0], quoted[1]) in numbers.bought_and_free:
        return None
    return [number for pair in numbers.bought_and_free for number in pair]


def _pieces(quoted: tuple[Decimal, ...], numbers: _Numbers) -> Collection[Decimal] | None:
    return None if quoted[0] in numbers.pieces else numbers.pieces


def _pieces_for_money(quoted: tuple[Decimal, ...], numbers: _Numbers) -> Collection[Decimal] | None:
    return _pieces(quoted, numbers) if numbers.pieces else None


def _saved(quoted: tuple[Decimal, ...], numbers: _Numbers) -> Collection[Decimal] | None:
    known = numbers.percent | numbers.money
    return None if quoted[0] in known else known


_pattern = partial(re.compile, flags=re.IGNORECASE)
_HALF: Final = _pattern(r"\bhalf[ -]price\b|\bmitad de precio\b|\bmetade do preço\b")
_PATTERNS: Final[tuple[tuple[tuple[str, ...], re.Pattern[str], Judge], ...]] = (
    (("%", "cent", "cient", "zent"), _pattern(rf"{_NUMBER}\s*{_PERCENT_WORDS}"), _percent),
    (("half", "mitad", "metade"), _HALF, _half_price),
    (("for",), _pattern(rf"{_PIECES}{_NO_UNIT}(?=[^\d{_SIGNS}]{{1,40}}\bfor\s*{_SIGN})"), _pieces_for_money),
    ((*_SIGNS, *_CODES), _pattern(rf"{_SIGN}\s*{_NUMBER}|{_NUMBER}\s*{_SIGN}"), _money),
    (("p", "c", "¢"), _pattern(r"(?<![\d.,])(\d{1,4})\s?(?:p|pence|cents?|¢|centavos|céntimos)(?!\w)"), _minor),
    (("get",), _pattern(rf"\bbuy\s+{_PIECES}\D{{0,20}}\bget\s+{_PIECES}\D{{0,20}}\bfree\b"), _buy_and_get),
    (("for", "für", "por"), _pattern(rf"{_PIECES}\s*(?:for|für|por)\s*{_NUMBER}{_NO_UNIT}"), _pieces_for),
    (("x",), _pattern(rf"{_PIECES}x{_PIECES}{_NO_UNIT}"), _pieces_for),
    (
        ("buy", "any", "every", "+", "more"),
        _pattern(rf"\b(?:buy|any|every)\s+{_PIECES}{_NO_UNIT}|{_PIECES}\s*(?:\+|or more\b)"),
        _pieces,
    ),
    (("save", "off"), _pattern(rf"\bsave\s+{_NUMBER}{_NO_UNIT}|{_NUMBER}\s+off\b"), _saved),
)
"""What a name may quote, in the order in which it is understood: signs of it, its pattern, and its judge."""

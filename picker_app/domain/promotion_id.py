"""Proposes ids for promotions that a person can read: words, value, year and week."""

import re
import unicodedata
from collections.abc import Collection
from datetime import datetime
from decimal import Decimal
from typing import Final

from picker_app.domain.periods import known_zone
from picker_app.domain.promotion import Mechanic, Promotion

_WORD: Final = re.compile(r"[A-Z]{3,}")
_SEASON: Final = re.compile(r"-\d{4}(W\d{1,2}|Q[1-4]|-?\d{2})?(-\d+)?$", re.ASCII)
_FILLERS: Final = frozenset(("ANY", "BUY", "FOR", "FROM", "GET", "MORE", "OFF", "SAVE", "SECOND", "SELECTED", "THE"))
_WORDS: Final = 2


def proposed(promotion: Promotion, taken: Collection[str]) -> str:
    """Return an id like `COFFEE-15PCT-2027W23` that is not among those taken (deliveroo_promotions.md section 6)."""
    folded = unicodedata.normalize("NFKD", promotion.name).encode("ascii", "ignore").decode().upper()
    words = [word for word in _WORD.findall(folded) if word not in _FILLERS][:_WORDS] or ["PROMOTION"]
    return _free("-".join([*words, *_value(promotion), _week(promotion)]), taken)


def for_its_period(promotion: Promotion, taken: Collection[str]) -> str:
    """Return the promotion's id with the year and week of its period in the place of those it names, not taken."""
    return _free(_SEASON.sub("", promotion.id) + "-" + _week(promotion), taken)


def _free(wanted: str, taken: Collection[str]) -> str:
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found


def _week(promotion: Promotion) -> str:
    zone = known_zone(promotion.period.zone)
    start: datetime = promotion.period.start.astimezone(zone) if zone else promotion.period.start
    year, week, _ = start.isocalendar()
    return f"{year}W{week:02}"


def _value(promotion: Promotion) -> list[str]:
    condition, reward = promotion.condition, promotion.reward
    pieces = condition.quantity
    parts: list[str] = []
    if promotion.mechanic is Mechanic.BUY_X_FOR_Y and pieces is not None and reward.free_quantity is not None:
        parts.append(f"{pieces}FOR{pieces - reward.free_quantity}")
    elif reward.fixed_price is not None and pieces is not None:
        parts.append(f"{pieces}FOR{_bare(reward.fixed_price)}")
    elif pieces is not None:
        parts.append(f"{pieces}PIECES")
    if reward.percentage is not None:
        parts.append(f"{_bare(reward.percentage)}PCT")
    if reward.amount_off is not None:
        parts.append(f"{_bare(reward.amount_off)}OFF")
    if condition.min_order:
        parts.append(f"OVER{_bare(condition.min_order)}")
    return parts


def _bare(number: Decimal) -> str:
    """Write a number without a point, for an id: 4.50 is 450, 4.00 is 4."""
    whole = number == number.to_integral_value()
    return f"{number.to_integral_value() if whole else number:f}".replace(".", "")

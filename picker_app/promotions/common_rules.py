"""The rules that hold for a promotion at every platform: id, name, sites, items, numbers and time."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Final

from picker_app.domain import money
from picker_app.domain.mechanics import TITLES, adapted
from picker_app.domain.periods import known_zone
from picker_app.domain.problem import Problem, error, warning
from picker_app.domain.promotion import Market, Promotion
from picker_app.promotions.limits import Limits
from picker_app.promotions.quoted import misquoted
from picker_app.promotions.surroundings import Surroundings

_BAD_IN_ID: Final = re.compile(r"[\s/?#%\x00-\x1f\x7f-\x9f]")
_SHORTENED: Final = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE | re.ASCII)
_EAN_13: Final = 13


def repeated(entries: Iterable[str]) -> tuple[str, ...]:
    """Return what is in there more than once."""
    return tuple(entry for entry, count in Counter(entries).items() if count > 1)


def id_rules(promotion: Promotion, around: Surroundings, limits: Limits) -> list[Problem]:
    """Judge the id by itself and by what went before."""
    found, name, field = [], promotion.id, "promotion_id"
    if not name:
        found.append(error("empty", field))
    if _BAD_IN_ID.search(name):
        found.append(error("id_characters", field))
    if len(name) > limits.id_characters:
        found.append(warning("id_long", field, count=len(name), limit=limits.id_characters))
    if name in around.busy:
        found.append(error("id_busy", field))
    if name in around.used and around.market is Market.DELIVEROO:
        found.append(warning("id_used", field))
    before = around.accepted.get(name)
    if before is None:
        return found
    before, title = adapted(before, around.market), TITLES[around.market]
    if before.mechanic is not promotion.mechanic:
        found.append(error("mechanic_changed", "promotion_type", platform=title, found=before.mechanic.value))
    elif before.reward != promotion.reward and around.market is Market.DELIVEROO:
        found.append(warning("reward_changed", "reward", platform=title))
    return found


def name_rules(promotion: Promotion, limits: Limits) -> list[Problem]:
    """Judge the name: there, not too long, and true to the promotion, in every language."""
    found = [] if promotion.name.strip() else [error("empty", "name")]
    texts = {"name": promotion.name} | {f"display_name.{locale}": text for locale, text in promotion.names}
    for field, text in texts.items():
        if len(text) > limits.name_characters:
            found.append(warning("name_long", field, count=len(text), limit=limits.name_characters))
        wrong = misquoted(text, promotion)
        if wrong is not None:
            found.append(warning("name_number", field, quoted=wrong[0], actual=wrong[1]))
    return found


def site_rules(promotion: Promotion, around: Surroundings, limits: Limits) -> list[Problem]:
    """Judge the list of sites."""
    sites, field = promotion.sites, "sites"
    if not sites:
        return [error("empty", field)]
    found = [error("empty_entry", f"{field}[{place}]") for place, site in enumerate(sites) if not site.strip()]
    if len(set(sites)) < len(sites):
        found.append(error("repeats", field, entries=repeated(sites)))
    if around.sites is not None and not around.sites.issuperset(sites):
        strangers = tuple(site for site in dict.fromkeys(sites) if site not in around.sites and site != "*")
        found += [warning("sites_unknown", field, entries=strangers)] if strangers else []
    if len(sites) > limits.sites:
        found.append(warning("sites_many", field, count=len(sites), limit=limits.sites))
    return found


def item_rules(items: tuple[str, ...], field: str, around: Surroundings, limits: Limits) -> list[Problem]:
    """Judge a list of items; at Delivery Hero, whose catalogue is the one we read, a stranger stops."""
    if not items:
        return [error("empty", field)]
    found = [error("empty_entry", f"{field}[{place}]") for place, item in enumerate(items) if not item.strip()]
    if len(set(items)) < len(items):
        found.append(error("repeats", field, entries=repeated(items)))
    if around.items is not None and not around.items.issuperset(items):
        strangers = tuple(item for item in dict.fromkeys(items) if item not in around.items)
        stops = around.market is Market.DELIVERY_HERO
        found.append((error if stops else warning)("items_unknown", field, entries=strangers))
    if len(items) > limits.items:
        found.append(warning("items_many", field, count=len(items), limit=limits.items))
    wrong = tuple(filter(_odd_gtin, items))
    if wrong:
        found.append(warning("items_check_digit", field, entries=tuple(dict.fromkeys(wrong))))
    shortened = tuple(item for item in items if "E" in item and _SHORTENED.fullmatch(item))
    found += [warning("item_shortened", field, found=item) for item in shortened]
    return found


@lru_cache(maxsize=100_000)
def _odd_gtin(item: str) -> bool:
    """Say whether 13 digits have a wrong check digit (as devices.gtin does, for some 100,000 items in a moment)."""
    if len(item) != _EAN_13 or not item.isascii() or not item.isdigit():
        return False
    digits = item.encode()
    # The character of a digit is 48 and the digit; 48 × (7 + 3 × 6) ends in 0, as a right sum does.
    return (sum(digits[::2]) + 3 * sum(digits[1::2])) % 10 != 0


def quantity_rules(quantity: int, field: str, least: int, limits: Limits) -> list[Problem]:
    """Judge a number of pieces."""
    if quantity < least:
        return [error("quantity_small", field, least=least)]
    if quantity > limits.quantity:
        return [warning("quantity_large", field, quantity=quantity, limit=limits.quantity)]
    return []


def free_rules(free: int, quantity: int | None, field: str) -> list[Problem]:
    """Judge how many of the bought pieces are free."""
    if free >= 1 and (quantity is None or free < quantity):
        return []
    most = max((quantity or 2) - 1, 1)
    return [error("quantity_free", field, most=most, quantity=quantity or 0)]


def money_rules(amount: Decimal, field: str, currency: str, digits: int, *, zero: bool = False) -> list[Problem]:
    """Judge an amount of money: no more than its currency's digits, and 1 of the smallest unit at least, or 0."""
    if money.units(amount, digits) is None:
        return [error("money_digits", field, amount=amount, currency=currency, digits=digits)]
    least = Decimal(0) if zero else Decimal(1).scaleb(-digits)
    return [error("money_small", field, least=least, currency=currency)] if amount < least else []


def percentage_rules(percentage: Decimal, field: str, least: Decimal, limits: Limits) -> list[Problem]:
    """Judge a percentage: over 0, or from `least`, up to 100."""
    if not percentage.is_finite() or percentage <= 0 or percentage < least or percentage > 100:
        words = f"{least:f}" if least else "more than 0"
        return [error("percentage_range", field, least=words, most=100, found=percentage)]
    found = []
    if percentage != percentage.to_integral_value():
        found.append(warning("percentage_part", field, found=percentage))
    if percentage == 100:
        found.append(warning("percentage_whole", field))
    elif percentage > limits.percentage:
        found.append(warning("percentage_high", field, found=percentage, limit=limits.percentage))
    return found


def period_rules(promotion: Promotion, around: Surroundings, limits: Limits) -> list[Problem]:
    """Judge the period; for a promotion that is accepted already, an end in the past ends it."""
    period = promotion.period
    found = [] if known_zone(period.zone) else [error("zone_unknown", "time_zone", zone=period.zone)]
    naive = [name for name, at in (("start_at", period.start), ("end_at", period.end)) if at.tzinfo is None]
    if naive:
        return found + [error("no_time_zone", name) for name in naive]
    length = period.end - period.start
    if length <= timedelta(0):
        return [*found, error("ends_before_begin", "end_at")]
    if promotion.id not in around.accepted:
        if period.end <= around.now:
            found.append(error("ended_already", "end_at"))
        elif period.start < around.now:
            found.append(warning("started_already", "start_at"))
    if length > timedelta(days=limits.longest_days):
        found.append(warning("window_long", "end_at", limit=limits.longest_days))
    if length < timedelta(hours=limits.shortest_hours):
        found.append(warning("window_short", "end_at", limit=limits.shortest_hours))
    return found


def dear_enough(
    items: Iterable[str], around: Surroundings, code: str, field: str, pieces: int, amount: Decimal
) -> list[Problem]:
    """Warn of the items whose known price, times the pieces, is not over the amount."""
    prices = around.prices
    cheap = tuple(item for item in dict.fromkeys(items) if item in prices and prices[item] * pieces <= amount)
    return [warning(code, field, entries=cheap)] if cheap else []

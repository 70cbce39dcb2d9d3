"""The rules for promotions at Delivery Hero: known ones stop, suspected ones warn (delivery_hero.md section 13)."""

import re
from decimal import Decimal
from typing import Final

from picker_app.domain import money
from picker_app.domain.mechanics import DISCOUNTS, FREE_QUANTITY, LIMIT_KEYS, QUANTITY, REASONS
from picker_app.domain.problem import Problem, error, warning
from picker_app.domain.promotion import EVERY_SITE, Discount, DiscountKind, Mechanic, Promotion
from picker_app.promotions.common_rules import (
    dear_enough,
    item_rules,
    money_rules,
    percentage_rules,
    quantity_rules,
    repeated,
    site_rules,
)
from picker_app.promotions.limits import Limits
from picker_app.promotions.surroundings import Surroundings

MOST_ITEMS_AND_VENDORS: Final = 2_000_000
_LOCALE: Final = re.compile("[a-z]{2}_[A-Z]{2}")
_ONE: Final = Decimal(1)


def rules(promotion: Promotion, around: Surroundings, limits: Limits) -> list[Problem]:
    """Judge what only Delivery Hero has; fields that the type does not have are left to `shape_problems`."""
    found = site_rules(promotion, around, limits)
    if EVERY_SITE in promotion.sites and len(set(promotion.sites)) > 1:
        found.append(error("sites_mixed", "sites"))
    if promotion.reason not in REASONS:
        found.append(error("reason_unknown", "reason", found=promotion.reason or "–", accepted=REASONS))
    found += _names(promotion) + _limits(promotion)
    if promotion.mechanic is Mechanic.SAME_ITEM_BUNDLE:
        given = {QUANTITY: promotion.condition.quantity, FREE_QUANTITY: promotion.reward.free_quantity}
        for field, quantity in given.items():
            found += [] if quantity is None else quantity_rules(quantity, field, 1, limits)
    for place, row in enumerate(promotion.reward.discounts):
        judged = _row(row, f"{DISCOUNTS}[{place}]", around, limits)
        # A further piece for nothing is what a bundle is for.
        bundle = promotion.mechanic is Mechanic.SAME_ITEM_BUNDLE
        found += [problem for problem in judged if not (bundle and problem.code == "percentage_whole")]
    within = {item for row in promotion.reward.discounts for item in repeated(row.items)}
    twice = tuple(item for item in repeated(promotion.items) if item not in within)
    if twice:
        found.append(error("repeats", DISCOUNTS, entries=twice))
    vendors = len(around.sites or ()) if EVERY_SITE in promotion.sites else len(promotion.sites)
    count = vendors * len(promotion.items)
    if count > MOST_ITEMS_AND_VENDORS:
        found.append(error("items_vendors", DISCOUNTS, count=count, limit=MOST_ITEMS_AND_VENDORS))
    before = around.accepted.get(promotion.id)
    if before is not None and identity(before) != identity(promotion):
        found.append(warning("identity_changed"))
    return found


def identity(promotion: Promotion) -> tuple[object, ...]:
    """Return what makes two promotions the same one to the platform: names, vendors, begin and end."""
    period = promotion.period
    return promotion.names, promotion.sites, period.start, period.end


def _names(promotion: Promotion) -> list[Problem]:
    field = "display_name"
    found = [] if promotion.names else [error("empty", field)]
    locales = [locale for locale, _ in promotion.names]
    if repeated(locales):
        found.append(error("repeats", field, entries=repeated(locales)))
    for locale, text in promotion.names:
        if not text.strip():
            found.append(error("empty", f"{field}.{locale}"))
        if not locale:
            found.append(error("empty_entry", field))
        elif not _LOCALE.fullmatch(locale):
            found.append(warning("locale_form", field, found=locale))
    return found


def _limits(promotion: Promotion) -> list[Problem]:
    field = "limits"
    keys = [key for key, _ in promotion.limits]
    found = [error("repeats", field, entries=repeated(keys))] if repeated(keys) else []
    for key, number in promotion.limits:
        if not key:
            found.append(error("empty_entry", field))
        elif key not in LIMIT_KEYS:
            found.append(warning("word_unknown", f"{field}.{key}", found=key, accepted=LIMIT_KEYS))
        if not number.is_finite() or number <= 0:
            found.append(error("limit_small", f"{field}.{key}", found=number))
    return found


def _row(row: Discount, field: str, around: Surroundings, limits: Limits) -> list[Problem]:
    found = item_rules(row.items, f"{field}.sku", around, limits)
    value = f"{field}.discount_value"
    if row.max_quantity is not None:
        found += quantity_rules(row.max_quantity, f"{field}.max_quantity", 1, limits)
    if row.kind is DiscountKind.PERCENTAGE:
        return found + percentage_rules(row.value, value, _ONE, limits)
    wrong = money_rules(row.value, value, around.currency, money.digits(around.currency))
    if wrong or not around.prices:
        return found + wrong
    code = "price_no_gain" if row.kind is DiscountKind.FINAL_PRICE else "amount_over_price"
    return found + dear_enough(row.items, around, code, value, 1, row.value)

"""The rules for promotions at Deliveroo: known ones stop, suspected ones warn (deliveroo_promotions.md section 8)."""

import re
from decimal import Decimal
from typing import Final

from picker_app.domain import money
from picker_app.domain.mechanics import (
    AMOUNT_OFF,
    FIXED_PRICE,
    FREE_QUANTITY,
    ITEMS,
    MAX_DISCOUNT,
    MIN_ORDER,
    PERCENTAGE,
    QUANTITY,
    SHAPES,
)
from picker_app.domain.problem import Problem, error, warning
from picker_app.domain.promotion import (
    ALL_CUSTOMERS,
    COLLECTION,
    DELIVERY,
    LOYALTY_CUSTOMER,
    Mechanic,
    Promotion,
)
from picker_app.promotions.common_rules import (
    dear_enough,
    free_rules,
    item_rules,
    money_rules,
    percentage_rules,
    quantity_rules,
    site_rules,
)
from picker_app.promotions.limits import Limits
from picker_app.promotions.surroundings import Surroundings

_WORD: Final = re.compile("[A-Z_]+")
_WORDS: Final = {
    "user_target": (ALL_CUSTOMERS, LOYALTY_CUSTOMER),
    "fulfillment_method": (DELIVERY, COLLECTION),
}
_SINGLE: Final = frozenset(
    (Mechanic.PERCENTAGE_OFF_ON_SINGLE_ITEM_MULTIBUY, Mechanic.FIXED_PRICE_ON_SINGLE_ITEM_MULTIBUY)
)
_TWO_OR_MORE: Final = _SINGLE | {
    Mechanic.PERCENTAGE_OFF_ON_MULTIPLE_ITEM_MULTIBUY,
    Mechanic.FIXED_PRICE_ON_MULTIPLE_ITEM_MULTIBUY,
    Mechanic.BUY_X_FOR_Y,
}
_ZERO: Final = Decimal(0)


def rules(promotion: Promotion, around: Surroundings, limits: Limits) -> list[Problem]:
    """Judge what only Deliveroo has; fields that the mechanic does not have are left to `shape_problems`."""
    found = _words(promotion) + site_rules(promotion, around, limits)
    fields = SHAPES[promotion.mechanic].fields
    condition, reward = promotion.condition, promotion.reward
    if ITEMS in fields and condition.items is not None:
        found += item_rules(condition.items, ITEMS, around, limits)
        if promotion.mechanic in _SINGLE and len(condition.items) > 1:
            found.append(warning("items_several", ITEMS, count=len(condition.items)))
    if QUANTITY in fields and condition.quantity is not None:
        found += _quantity(promotion.mechanic, condition.quantity, limits)
    if FREE_QUANTITY in fields and reward.free_quantity is not None:
        found += free_rules(reward.free_quantity, condition.quantity, FREE_QUANTITY)
    if PERCENTAGE in fields and reward.percentage is not None:
        found += percentage_rules(reward.percentage, PERCENTAGE, _ZERO, limits)
    return found + _amounts(promotion, around, fields)


def _words(promotion: Promotion) -> list[Problem]:
    found = []
    given = {"user_target": promotion.audience, "fulfillment_method": promotion.fulfilment}
    for field, word in given.items():
        if not word:
            # No way at all is "both", which `expressible` tells.
            found += [error("empty", field)] if field == "user_target" else []
        elif not _WORD.fullmatch(word):
            found.append(error("word_form", field))
        elif word not in _WORDS[field]:
            found.append(warning("word_unknown", field, found=word, accepted=_WORDS[field]))
    if promotion.mechanic is Mechanic.FREE_DELIVERY and promotion.fulfilment == COLLECTION:
        found.append(warning("delivery_collection", "fulfillment_method"))
    return found


def _quantity(mechanic: Mechanic, quantity: int, limits: Limits) -> list[Problem]:
    found = quantity_rules(quantity, QUANTITY, 2 if mechanic in _TWO_OR_MORE else 1, limits)
    if mechanic is Mechanic.PERCENTAGE_OFF_ON_SECOND_ITEM and quantity != 2:
        found.append(warning("quantity_second", QUANTITY))
    if mechanic is Mechanic.BUY_X_PLUS_SAVE_Y_PERCENT and quantity == 1:
        found.append(warning("quantity_one", QUANTITY))
    return found


def _amounts(promotion: Promotion, around: Surroundings, fields: tuple[str, ...]) -> list[Problem]:
    condition, reward = promotion.condition, promotion.reward
    digits = money.minor_digits(around.currency)
    amounts = {
        MIN_ORDER: condition.min_order,
        AMOUNT_OFF: reward.amount_off,
        FIXED_PRICE: reward.fixed_price,
        MAX_DISCOUNT: reward.max_discount,
    }
    found: list[Problem] = []
    for field, amount in amounts.items():
        if amount is not None and field in fields:
            found += money_rules(amount, field, around.currency, digits, zero=field == MIN_ORDER)
    if found:
        return found
    least, most = condition.min_order, reward.max_discount
    if MIN_ORDER in fields and least == 0:
        found.append(warning("min_order_zero", MIN_ORDER))
    if MAX_DISCOUNT in fields and least is not None and most is not None and most > least:
        found.append(warning("max_over_min", MAX_DISCOUNT))
    items = condition.items or ()
    if around.prices and AMOUNT_OFF in fields and reward.amount_off is not None:
        found += dear_enough(items, around, "amount_over_price", AMOUNT_OFF, 1, reward.amount_off)
    if around.prices and FIXED_PRICE in fields and reward.fixed_price is not None and condition.quantity is not None:
        pieces = condition.quantity
        found += dear_enough(items, around, "price_no_gain", FIXED_PRICE, pieces, reward.fixed_price)
    return found

"""What each mechanic needs and may have, and what a platform cannot express."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from picker_app.domain.problem import Problem, error, warning
from picker_app.domain.promotion import (
    ALL_CUSTOMERS,
    EVERY_SITE,
    Condition,
    Discount,
    DiscountKind,
    Market,
    Mechanic,
    Promotion,
    Reward,
)

ITEMS: Final = "condition.items"
QUANTITY: Final = "condition.quantity"
MIN_ORDER: Final = "condition.min_order_value"
ALCOHOL: Final = "condition.alcohol_allowed"
PERCENTAGE: Final = "reward.percentage"
AMOUNT_OFF: Final = "reward.amount_off"
FIXED_PRICE: Final = "reward.fixed_price"
FREE_QUANTITY: Final = "reward.quantity"
MAX_DISCOUNT: Final = "reward.max_discount"
DISCOUNTS: Final = "reward.discount"

TITLES: Final = MappingProxyType({Market.DELIVEROO: "Deliveroo", Market.DELIVERY_HERO: "Delivery Hero"})
REASONS: Final = ("COMPETITIVENESS", "OVERSTOCK", "DELISTING", "EXPIRING_SOON", "NMR", "TRADING")
LIMIT_KEYS: Final = ("global_limit", "max_discount_per_order", "max_items_per_order")

VALUES: Final[Mapping[str, Callable[[Promotion], object]]] = MappingProxyType(
    {
        ITEMS: lambda promotion: promotion.condition.items,
        QUANTITY: lambda promotion: promotion.condition.quantity,
        MIN_ORDER: lambda promotion: promotion.condition.min_order,
        ALCOHOL: lambda promotion: promotion.condition.alcohol,
        PERCENTAGE: lambda promotion: promotion.reward.percentage,
        AMOUNT_OFF: lambda promotion: promotion.reward.amount_off,
        FIXED_PRICE: lambda promotion: promotion.reward.fixed_price,
        FREE_QUANTITY: lambda promotion: promotion.reward.free_quantity,
        MAX_DISCOUNT: lambda promotion: promotion.reward.max_discount,
        DISCOUNTS: lambda promotion: promotion.reward.discounts or None,
    }
)
"""The fields of condition and reward by their names in files; None is "not given"."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a mechanic needs and may have: names of VALUES, in the order in which a form asks for them."""

    market: Market
    required: tuple[str, ...]
    allowed: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """Return all fields of the mechanic."""
        return self.required + self.allowed


def _deliveroo(*required: str, allowed: tuple[str, ...] = ()) -> Shape:
    return Shape(Market.DELIVEROO, required, allowed)


SHAPES: Final[Mapping[Mechanic, Shape]] = MappingProxyType(
    {
        Mechanic.PERCENTAGE_OFF_ON_ITEMS: _deliveroo(ITEMS, PERCENTAGE),
        Mechanic.AMOUNT_OFF_ON_ITEMS: _deliveroo(ITEMS, AMOUNT_OFF),
        Mechanic.PERCENTAGE_OFF_ON_SECOND_ITEM: _deliveroo(ITEMS, QUANTITY, PERCENTAGE),
        Mechanic.PERCENTAGE_OFF_ON_SINGLE_ITEM_MULTIBUY: _deliveroo(ITEMS, QUANTITY, PERCENTAGE),
        Mechanic.FIXED_PRICE_ON_SINGLE_ITEM_MULTIBUY: _deliveroo(ITEMS, QUANTITY, FIXED_PRICE),
        Mechanic.PERCENTAGE_OFF_ON_MULTIPLE_ITEM_MULTIBUY: _deliveroo(ITEMS, QUANTITY, PERCENTAGE),
        Mechanic.FIXED_PRICE_ON_MULTIPLE_ITEM_MULTIBUY: _deliveroo(ITEMS, QUANTITY, FIXED_PRICE),
        Mechanic.PERCENTAGE_OFF_ON_BASKET: _deliveroo(MIN_ORDER, ALCOHOL, PERCENTAGE, allowed=(MAX_DISCOUNT,)),
        Mechanic.FREE_DELIVERY: _deliveroo(MIN_ORDER, ALCOHOL),
        Mechanic.BUY_X_FOR_Y: _deliveroo(ITEMS, QUANTITY, FREE_QUANTITY),
        Mechanic.BUY_X_PLUS_SAVE_Y_PERCENT: _deliveroo(ITEMS, QUANTITY, PERCENTAGE),
        Mechanic.STRIKETHROUGH: Shape(Market.DELIVERY_HERO, (DISCOUNTS,)),
        Mechanic.SAME_ITEM_BUNDLE: Shape(Market.DELIVERY_HERO, (QUANTITY, FREE_QUANTITY, DISCOUNTS)),
    }
)
"""The tables of deliveroo_promotions.md section 7 and delivery_hero.md section 13."""


def mechanics_of(market: Market) -> tuple[Mechanic, ...]:
    """Return the mechanics of a platform, in the order of its specification."""
    return tuple(mechanic for mechanic, shape in SHAPES.items() if shape.market is market)


def shape_problems(promotion: Promotion) -> tuple[Problem, ...]:
    """Say which fields its mechanic lacks, which it must not have, and which nobody knows."""
    shape = SHAPES[promotion.mechanic]
    found = [error("missing", name) for name in shape.required if VALUES[name](promotion) is None]
    found += [
        error("not_allowed", name)
        for name, value in VALUES.items()
        if name not in shape.required and name not in shape.allowed and value(promotion) is not None
    ]
    for unknown in promotion.unknown:
        place = f"{unknown.part}.{unknown.key}" if unknown.part else unknown.key
        found.append(error("unknown_field", place, key=unknown.key))
    return tuple(found)


def expressible(promotion: Promotion, market: Market) -> tuple[Problem, ...]:
    """Say what of the promotion, as it was composed, the platform has no words for; nothing is ever approximated.

    A promotion that means the same in the words of the platform (see `adapted`) is judged in those words.
    """
    own = adapted(promotion, market)
    title = TITLES[market]
    if SHAPES[own.mechanic].market is not market:
        return (error("mechanic_elsewhere", "promotion_type", platform=title, mechanic=own.mechanic.value),)
    return _deliveroo_lacks(own, title) if market is Market.DELIVEROO else _delivery_hero_lacks(own, title)


def _deliveroo_lacks(promotion: Promotion, title: str) -> tuple[Problem, ...]:
    found = []
    if EVERY_SITE in promotion.sites:
        found.append(error("every_site", "sites", platform=title))
    if not promotion.fulfilment:
        found.append(error("both_ways", "fulfillment_method"))
    found += [
        error("time_fraction", name, platform=title, unit="seconds")
        for name, at in (("start_at", promotion.period.start), ("end_at", promotion.period.end))
        if at.microsecond
    ]
    given = {
        "reason": promotion.reason,
        "display_name": promotion.names,
        "limits": promotion.limits,
        "active": not promotion.active,
    }
    found += [error("field_elsewhere", name, platform=title) for name, value in given.items() if value]
    return tuple(found)


def _delivery_hero_lacks(promotion: Promotion, title: str) -> tuple[Problem, ...]:
    found = []
    if promotion.mechanic is Mechanic.SAME_ITEM_BUNDLE:
        found.append(warning("bundle_perhaps", "promotion_type", platform=title))
    if promotion.audience not in ("", ALL_CUSTOMERS):
        found.append(error("audience_elsewhere", "user_target", platform=title, found=promotion.audience))
    if promotion.fulfilment:
        found.append(error("fulfilment_elsewhere", "fulfillment_method", platform=title, found=promotion.fulfilment))
    found += [
        error("time_fraction", name, platform=title, unit="milliseconds")
        for name, at in (("start_at", promotion.period.start), ("end_at", promotion.period.end))
        if at.microsecond % 1000
    ]
    return tuple(found)


_KINDS: Final = MappingProxyType(
    {
        Mechanic.PERCENTAGE_OFF_ON_ITEMS: DiscountKind.PERCENTAGE,
        Mechanic.AMOUNT_OFF_ON_ITEMS: DiscountKind.ABSOLUTE,
    }
)


def adapted(promotion: Promotion, market: Market) -> Promotion:
    """Return the promotion in the platform's own words where it means exactly the same there, else as it is.

    Percent or money off on items is a row of Delivery Hero's STRIKETHROUGH, and the other way round where there is one
    such row without limits. What has no counterpart stays and is told by `expressible`; the reason for a promotion is
    for Delivery Hero alone, no customer sees it, so Deliveroo's words leave it out.
    """
    if SHAPES[promotion.mechanic].market is market:
        return promotion
    if market is Market.DELIVERY_HERO:
        return _as_row(promotion)
    rows = promotion.reward.discounts
    if promotion.mechanic is not Mechanic.STRIKETHROUGH or len(rows) != 1 or shape_problems(promotion):
        return promotion
    row = rows[0]
    if not row.active or row.max_quantity is not None or row.kind is DiscountKind.FINAL_PRICE:
        return promotion
    names = {text for _, text in promotion.names}
    own = replace(
        promotion,
        condition=Condition(items=row.items),
        reason="",
        names=() if names <= {promotion.name} else promotion.names,
        audience=promotion.audience or ALL_CUSTOMERS,
    )
    if row.kind is DiscountKind.PERCENTAGE:
        return replace(own, mechanic=Mechanic.PERCENTAGE_OFF_ON_ITEMS, reward=Reward(percentage=row.value))
    return replace(own, mechanic=Mechanic.AMOUNT_OFF_ON_ITEMS, reward=Reward(amount_off=row.value))


def _as_row(promotion: Promotion) -> Promotion:
    kind = _KINDS.get(promotion.mechanic)
    if kind is None or shape_problems(promotion):
        return promotion
    value = promotion.reward.percentage if kind is DiscountKind.PERCENTAGE else promotion.reward.amount_off
    items = promotion.condition.items
    if value is None or items is None:  # pragma: no cover - the shape was checked above
        return promotion
    return replace(
        promotion,
        mechanic=Mechanic.STRIKETHROUGH,
        condition=Condition(),
        reward=Reward(discounts=(Discount(kind, value, items),)),
    )

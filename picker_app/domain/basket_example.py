"""The smallest basket that a promotion helps, as an example for the person who composes it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from picker_app.domain import money
from picker_app.domain.basket import BasketLine, Cost, cost
from picker_app.domain.mechanics import shape_problems
from picker_app.domain.promotion import DiscountKind, Mechanic, Promotion

MOST_PIECES: Final = 1000
_USUAL_PRICE: Final = {0: Decimal(1000), 2: Decimal(10), 3: Decimal(10)}
_USUAL_FEE: Final = {0: Decimal(300), 2: Decimal(3), 3: Decimal(3)}
_MIXED: Final = frozenset(
    (Mechanic.PERCENTAGE_OFF_ON_MULTIPLE_ITEM_MULTIBUY, Mechanic.FIXED_PRICE_ON_MULTIPLE_ITEM_MULTIBUY)
)


@dataclass(frozen=True, slots=True)
class Example:
    """An example basket and its cost; `assumed` says that a price or the delivery fee is made up, none being known.

    A line whose item is "" stands for goods of any kind, worth the smallest basket.
    """

    cost: Cost
    assumed: bool


def example(
    promotion: Promotion, prices: Mapping[str, Decimal], currency: str, delivery_fee: Decimal | None = None
) -> Example | None:
    """Build the smallest basket that the promotion helps, of items whose prices are known where there are any.

    `prices` are of one piece, by item. None where the promotion lacks what its mechanic needs, helps no basket, or
    needs more than 1,000 pieces.
    """
    wanted = [] if shape_problems(promotion) else _wanted(promotion, prices)
    pieces = [quantity for _, quantity in wanted]
    if not pieces or min(pieces) < 1 or sum(pieces) > MOST_PIECES:
        return None
    made_up = [item for item, _ in wanted if item and item not in prices]
    lines = [BasketLine(item, quantity, _price(promotion, item, prices, currency)) for item, quantity in wanted]
    if promotion.mechanic is not Mechanic.FREE_DELIVERY:
        return Example(cost(promotion, lines, currency), bool(made_up))
    fee = _USUAL_FEE[money.digits(currency)] if delivery_fee is None else delivery_fee
    return Example(cost(promotion, lines, currency, fee), delivery_fee is None)


def _wanted(promotion: Promotion, prices: Mapping[str, Decimal]) -> list[tuple[str, int]]:
    """Return the items of the example and how many pieces of each."""
    condition, reward = promotion.condition, promotion.reward
    pieces = 1 if condition.quantity is None else condition.quantity
    rows = [row.items for row in reward.discounts if row.active and row.items]
    match promotion.mechanic:
        case Mechanic.PERCENTAGE_OFF_ON_BASKET | Mechanic.FREE_DELIVERY:
            return [("", 1)]
        case Mechanic.STRIKETHROUGH:
            return [(item, 1) for item in dict.fromkeys(_known_first(items, prices)[0] for items in rows)]
        case Mechanic.SAME_ITEM_BUNDLE:
            return [(_known_first(items, prices)[0], pieces + (reward.free_quantity or 0)) for items in rows[:1]]
        case mechanic:
            items = _known_first(condition.items or (), prices)
            mixed = min(max(pieces, 0), len(items)) if mechanic in _MIXED else len(items[:1])
            each, more = divmod(pieces, mixed or 1)
            return [(item, each + (place < more)) for place, item in enumerate(items[:mixed])]


def _known_first(items: tuple[str, ...], prices: Mapping[str, Decimal]) -> list[str]:
    return sorted(dict.fromkeys(items), key=lambda item: item not in prices)


def _price(promotion: Promotion, item: str, prices: Mapping[str, Decimal], currency: str) -> Decimal:
    """Return the price of an item; a made-up one leaves something to save."""
    if item in prices:
        return prices[item]
    condition, reward = promotion.condition, promotion.reward
    usual = _USUAL_PRICE[money.digits(currency)]
    if not item:
        return condition.min_order or usual * 2
    if reward.fixed_price is not None:
        return reward.fixed_price * 3 / 2 / (condition.quantity or 1)
    if reward.amount_off is not None:
        return reward.amount_off * 3
    values = [row.value for row in reward.discounts if item in row.items and row.kind is not DiscountKind.PERCENTAGE]
    return max((value * 3 for value in values), default=usual)

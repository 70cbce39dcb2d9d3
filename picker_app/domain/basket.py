"""What a basket costs without and with a promotion, exactly.

The platforms do not say how they round, nor which pieces they take together; [choice] here: pieces are taken together
from the dearest down, so that a free or reduced piece is the cheapest of its group; a line's discount is rounded once,
half-up to the currency; a promotion never makes anything dearer; alcohol, where it does not count, is neither part of
the smallest basket nor reduced.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import Final

from picker_app.domain import money
from picker_app.domain.mechanics import shape_problems
from picker_app.domain.promotion import Condition, Discount, DiscountKind, Mechanic, Promotion, Reward
from picker_app.domain.quantity import ZERO

HUNDRED: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class BasketLine:
    """So many pieces of an item, at the price of one in major units."""

    item: str
    quantity: int
    price: Decimal
    alcohol: bool = False


@dataclass(frozen=True, slots=True)
class Charged:
    """What a line costs without and with the promotion."""

    line: BasketLine
    before: Decimal
    after: Decimal


@dataclass(frozen=True, slots=True)
class Cost:
    """What a basket costs without and with the promotion, goods and delivery."""

    lines: tuple[Charged, ...]
    delivery_before: Decimal
    delivery_after: Decimal

    @property
    def before(self) -> Decimal:
        """Return what it costs without the promotion."""
        return sum((line.before for line in self.lines), self.delivery_before)

    @property
    def after(self) -> Decimal:
        """Return what it costs with the promotion."""
        return sum((line.after for line in self.lines), self.delivery_after)

    @property
    def saved(self) -> Decimal:
        """Return what the customer saves."""
        return self.before - self.after


def cost(promotion: Promotion, lines: Sequence[BasketLine], currency: str, delivery_fee: Decimal = ZERO) -> Cost:
    """Compute what a basket costs without and with the promotion.

    Prices are rounded to the currency first. A promotion that is not active, or lacks what its mechanic needs, takes
    nothing off.
    """
    priced = [BasketLine(one.item, one.quantity, money.rounded(one.price, currency), one.alcohol) for one in lines]
    worth = [line.price * line.quantity for line in priced]
    fee = money.rounded(delivery_fee, currency)
    off, fee_off = [ZERO] * len(priced), ZERO
    if promotion.active and not shape_problems(promotion):
        if promotion.mechanic is Mechanic.FREE_DELIVERY:
            fee_off = fee if _counted(promotion.condition, priced) else ZERO
        else:
            off = [money.rounded(one, currency) for one in _discounts(promotion, priced, currency)]
    charged = [
        Charged(line, before, before - min(max(less, ZERO), before))
        for line, before, less in zip(priced, worth, off, strict=True)
    ]
    return Cost(tuple(charged), fee, fee - fee_off)


def _discounts(promotion: Promotion, lines: Sequence[BasketLine], currency: str) -> list[Decimal]:
    """Return what each line is reduced by; only shares of a common discount are rounded already."""
    condition, reward = promotion.condition, promotion.reward
    match promotion.mechanic:
        case Mechanic.STRIKETHROUGH | Mechanic.SAME_ITEM_BUNDLE:
            return [_by_rows(promotion, line) for line in lines]
        case Mechanic.PERCENTAGE_OFF_ON_BASKET:
            return _off_basket(condition, reward, lines, currency)
        case Mechanic.FIXED_PRICE_ON_MULTIPLE_ITEM_MULTIBUY:
            return _for_one_price(condition, reward, lines, currency)
        case _:
            return _by_pieces(promotion, lines)


def _by_pieces(promotion: Promotion, lines: Sequence[BasketLine]) -> list[Decimal]:
    """Reduce single pieces of the listed items, each line by its own price."""
    condition, reward = promotion.condition, promotion.reward
    size = max(condition.quantity or 1, 1)
    part = (reward.percentage or ZERO) / HUNDRED
    items = frozenset(condition.items or ())
    counts = [line.quantity if line.item in items else 0 for line in lines]
    prices = [line.price for line in lines]
    full = [count - count % size for count in counts]
    match promotion.mechanic:
        case Mechanic.AMOUNT_OFF_ON_ITEMS:
            return [min(reward.amount_off or ZERO, price) * count for price, count in zip(prices, counts, strict=True)]
        case Mechanic.FIXED_PRICE_ON_SINGLE_ITEM_MULTIBUY:
            gains = [max(price * size - (reward.fixed_price or ZERO), ZERO) for price in prices]
            return [gain * (count // size) for gain, count in zip(gains, counts, strict=True)]
        case Mechanic.PERCENTAGE_OFF_ON_SINGLE_ITEM_MULTIBUY:
            reduced = full
        case Mechanic.BUY_X_PLUS_SAVE_Y_PERCENT:
            reduced = counts if sum(counts) >= size else [0] * len(counts)
        case Mechanic.PERCENTAGE_OFF_ON_MULTIPLE_ITEM_MULTIBUY:
            reduced = _taken(counts, prices, size, size)
        case Mechanic.PERCENTAGE_OFF_ON_SECOND_ITEM:
            reduced = _taken(counts, prices, size, 1)
        case Mechanic.BUY_X_FOR_Y:
            reduced, part = _taken(counts, prices, size, reward.free_quantity or 0), Decimal(1)
        case _:
            reduced = counts
    return [price * pieces * part for price, pieces in zip(prices, reduced, strict=True)]


def _groups(counts: Sequence[int], prices: Sequence[Decimal], size: int) -> list[list[int]]:
    """Put pieces together in full groups from the dearest down; a piece is the position of its line."""
    order = sorted(range(len(counts)), key=lambda place: -prices[place])
    pieces = [place for place in order for _ in range(counts[place])]
    return [pieces[start : start + size] for start in range(0, len(pieces) - len(pieces) % size, size)]


def _taken(counts: Sequence[int], prices: Sequence[Decimal], size: int, last: int) -> list[int]:
    """Count, for each line, the pieces that are among the `last` cheapest of a full group."""
    taken = [0] * len(counts)
    for group in _groups(counts, prices, size):
        for place in group[max(size - last, 0) :]:
            taken[place] += 1
    return taken


def _for_one_price(condition: Condition, reward: Reward, lines: Sequence[BasketLine], currency: str) -> list[Decimal]:
    items = frozenset(condition.items or ())
    counts = [line.quantity if line.item in items else 0 for line in lines]
    off = [ZERO] * len(lines)
    for group in _groups(counts, [line.price for line in lines], max(condition.quantity or 1, 1)):
        worth = [lines[place].price for place in group]
        gain = max(sum(worth, ZERO) - (reward.fixed_price or ZERO), ZERO)
        for place, share in zip(group, _shares(gain, worth, currency), strict=True):
            off[place] += share
    return off


def _counted(condition: Condition, lines: Sequence[BasketLine]) -> list[Decimal]:
    """Return what each line adds to the basket; nothing at all where the basket is too small."""
    worth = [ZERO if line.alcohol and not condition.alcohol else line.price * line.quantity for line in lines]
    return worth if sum(worth, ZERO) >= (condition.min_order or ZERO) else []


def _off_basket(condition: Condition, reward: Reward, lines: Sequence[BasketLine], currency: str) -> list[Decimal]:
    worth = _counted(condition, lines)
    if not worth:
        return [ZERO] * len(lines)
    gain = sum(worth, ZERO) * (reward.percentage or ZERO) / HUNDRED
    if reward.max_discount is not None:
        gain = min(gain, reward.max_discount)
    return _shares(gain, worth, currency)


def _shares(gain: Decimal, worth: Sequence[Decimal], currency: str) -> list[Decimal]:
    """Share a discount out by worth, each share rounded, their sum the discount rounded, at most what it is of."""
    whole = sum(worth, ZERO)
    gain = min(money.rounded(gain, currency), whole)
    if not whole:
        return list(worth)
    steps = [money.rounded(gain * so_far / whole, currency) for so_far in accumulate(worth, initial=ZERO)]
    return [after - before for before, after in pairwise(steps)]


def _by_rows(promotion: Promotion, line: BasketLine) -> Decimal:
    """Reduce a line by the first active discount row that names it (delivery_hero.md section 13).

    A bundle of 2 and 1 is, [choice], three pieces of which one is reduced.
    """
    row = next((row for row in promotion.reward.discounts if row.active and line.item in row.items), None)
    if row is None:
        return ZERO
    pieces = line.quantity
    if promotion.mechanic is Mechanic.SAME_ITEM_BUNDLE:
        free = max(promotion.reward.free_quantity or 0, 0)
        size = max((promotion.condition.quantity or 0) + free, 1)
        pieces = line.quantity // size * free
    if row.max_quantity is not None:
        pieces = min(pieces, max(row.max_quantity, 0))
    return _off_piece(row, line.price) * pieces


def _off_piece(row: Discount, price: Decimal) -> Decimal:
    if row.kind is DiscountKind.FINAL_PRICE:
        return max(price - row.value, ZERO)
    return min(row.value, price) if row.kind is DiscountKind.ABSOLUTE else price * row.value / HUNDRED

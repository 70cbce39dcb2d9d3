"""The sentence a customer reads of a promotion, as codes and values for the screen's own language."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from picker_app.domain.mechanics import SHAPES, VALUES
from picker_app.domain.problem import plain
from picker_app.domain.promotion import (
    ALL_CUSTOMERS,
    COLLECTION,
    LOYALTY_CUSTOMER,
    Discount,
    DiscountKind,
    Mechanic,
    Promotion,
)

SENTENCES: Final[dict[str, str]] = {
    "percentage_off_items": "{percentage} % off {items}",
    "amount_off_items": "{amount_off} off {items}",
    "percentage_off_second": "{percentage} % off the second one: {items}",
    "percentage_off_last": "Buy {quantity}, the last one {percentage} % off: {items}",
    "percentage_off_same": "Buy {quantity} of the same, {percentage} % off: {items}",
    "fixed_price_same": "{quantity} of the same for {fixed_price}: {items}",
    "percentage_off_mixed": "Any {quantity}, {percentage} % off: {items}",
    "fixed_price_mixed": "Any {quantity} for {fixed_price}: {items}",
    "percentage_off_basket": "{percentage} % off when you spend {min_order}",
    "percentage_off_basket_most": "{percentage} % off when you spend {min_order}, at most {max_discount}",
    "percentage_off_everything": "{percentage} % off everything",
    "percentage_off_everything_most": "{percentage} % off everything, at most {max_discount}",
    "free_delivery": "Free delivery when you spend {min_order}",
    "free_delivery_always": "Free delivery",
    "pieces_for": "{quantity} for {pay} on {items}",
    "percentage_off_from": "Buy {quantity} or more, save {percentage} %: {items}",
    "final_price": "{items} for {final_price}",
    "bundle_free": "Buy {quantity}, get {free} free: {items}",
    "bundle_percentage": "Buy {quantity}, get {free} with {percentage} % off: {items}",
    "bundle_amount": "Buy {quantity}, get {free} with {amount_off} off each: {items}",
    "bundle_price": "Buy {quantity}, get {free} for {final_price} each: {items}",
    "at_most": "For {quantity} pieces at most.",
    "no_alcohol": "Alcohol does not count.",
    "loyalty_only": "For loyalty customers.",
    "audience_only": "For {audience} only.",
    "collection_only": "When you collect it.",
    "incomplete": "Still missing: {missing}.",
}
MONEY: Final = frozenset(("amount_off", "fixed_price", "min_order", "max_discount", "final_price"))
"""The values that are money, in major units of the account's currency."""

SentenceValue = int | str | Decimal | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence for the customer: `code` is a key of SENTENCES, `values` are what it names.

    Values by name: `percentage` (20 for 20 %), those of MONEY, `quantity`, `pay` and `free` in pieces, `items` as ids,
    `audience` as the platform's word, `missing` as names of fields.
    """

    code: str
    values: tuple[tuple[str, SentenceValue], ...] = ()

    @property
    def english(self) -> str:
        """Return the sentence in English, with ids for items and bare numbers for money."""
        return SENTENCES[self.code].format(**{name: plain(value) for name, value in self.values})


def sentences(promotion: Promotion) -> tuple[Sentence, ...]:
    """Return what the customer reads: one sentence for the offer, or one for each discount row, then its limits.

    Where fields are missing there is one sentence, `incomplete`, which names them.
    """
    missing = tuple(name for name in SHAPES[promotion.mechanic].required if VALUES[name](promotion) is None)
    if missing:
        return (_sentence("incomplete", missing=missing),)
    found = _rows(promotion) if promotion.reward.discounts else [_offer(promotion)]
    if promotion.condition.alcohol is False:
        found.append(_sentence("no_alcohol"))
    if promotion.audience == LOYALTY_CUSTOMER:
        found.append(_sentence("loyalty_only"))
    elif promotion.audience not in ("", ALL_CUSTOMERS):
        found.append(_sentence("audience_only", audience=promotion.audience))
    if promotion.fulfilment == COLLECTION:
        found.append(_sentence("collection_only"))
    return tuple(found)


_SAME_FOR_ALL: Final = {
    Mechanic.PERCENTAGE_OFF_ON_ITEMS: "percentage_off_items",
    Mechanic.AMOUNT_OFF_ON_ITEMS: "amount_off_items",
    Mechanic.PERCENTAGE_OFF_ON_SINGLE_ITEM_MULTIBUY: "percentage_off_same",
    Mechanic.FIXED_PRICE_ON_SINGLE_ITEM_MULTIBUY: "fixed_price_same",
    Mechanic.PERCENTAGE_OFF_ON_MULTIPLE_ITEM_MULTIBUY: "percentage_off_mixed",
    Mechanic.FIXED_PRICE_ON_MULTIPLE_ITEM_MULTIBUY: "fixed_price_mixed",
    Mechanic.BUY_X_FOR_Y: "pieces_for",
    Mechanic.BUY_X_PLUS_SAVE_Y_PERCENT: "percentage_off_from",
}


def _offer(promotion: Promotion) -> Sentence:
    condition, reward = promotion.condition, promotion.reward
    match promotion.mechanic:
        case Mechanic.PERCENTAGE_OFF_ON_SECOND_ITEM:
            code = "percentage_off_second" if condition.quantity == 2 else "percentage_off_last"
        case Mechanic.PERCENTAGE_OFF_ON_BASKET:
            code = "percentage_off_basket" if condition.min_order else "percentage_off_everything"
            code += "" if reward.max_discount is None else "_most"
        case Mechanic.FREE_DELIVERY:
            code = "free_delivery" if condition.min_order else "free_delivery_always"
        case mechanic:
            code = _SAME_FOR_ALL[mechanic]
    pay = None
    if condition.quantity is not None and reward.free_quantity is not None:
        pay = condition.quantity - reward.free_quantity
    return _named(
        code,
        percentage=reward.percentage,
        amount_off=reward.amount_off,
        fixed_price=reward.fixed_price,
        max_discount=reward.max_discount,
        min_order=condition.min_order,
        quantity=condition.quantity,
        pay=pay,
        items=condition.items,
    )


_BY_KIND: Final = {
    DiscountKind.FINAL_PRICE: ("final_price", "bundle_price"),
    DiscountKind.ABSOLUTE: ("amount_off_items", "bundle_amount"),
    DiscountKind.PERCENTAGE: ("percentage_off_items", "bundle_percentage"),
}


def _rows(promotion: Promotion) -> list[Sentence]:
    found = []
    for row in promotion.reward.discounts:
        if row.active:
            found.append(_row(promotion, row))
            if row.max_quantity is not None:
                found.append(_sentence("at_most", quantity=row.max_quantity))
    return found


def _row(promotion: Promotion, row: Discount) -> Sentence:
    value = row.value
    single, in_bundle = _BY_KIND[row.kind]
    code = in_bundle if promotion.mechanic is Mechanic.SAME_ITEM_BUNDLE else single
    if code == "bundle_percentage" and value == 100:
        code = "bundle_free"
    return _named(
        code,
        percentage=value,
        amount_off=value,
        final_price=value,
        quantity=promotion.condition.quantity,
        free=promotion.reward.free_quantity,
        items=row.items,
    )


def _named(code: str, **values: SentenceValue | None) -> Sentence:
    """Make a sentence with those of the values that it names."""
    text = SENTENCES[code]
    return Sentence(
        code, tuple((name, value) for name, value in values.items() if value is not None and f"{{{name}}}" in text)
    )


def _sentence(code: str, **values: SentenceValue) -> Sentence:
    return Sentence(code, tuple(values.items()))

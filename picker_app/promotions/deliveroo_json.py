"""Writes Deliveroo's JSON of promotions exactly: money in minor units, times in whole seconds, unknown fields kept."""

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final

from picker_app.domain import money
from picker_app.domain.mechanics import adapted, expressible
from picker_app.domain.problem import error
from picker_app.domain.promotion import Market, Promotion, Unknown
from picker_app.platforms import exact_json
from picker_app.platforms.deliveroo import translate
from picker_app.promotions.reading import CannotWrite, of

_MOST_DIGITS: Final = 18


def body(promotion: Promotion, currency: str) -> bytes:
    """Write the object of one promotion, as a file holds it and as it is sent alone (sections 6 and 9).

    What means the same in Deliveroo's words is written in them. CannotWrite names what it has no words for, and money
    that is no whole number of minor units. Missing fields are not this function's business.
    """
    own = adapted(promotion, Market.DELIVEROO)
    problems = [one for one in expressible(promotion, Market.DELIVEROO) if one.stops]
    condition, reward = own.condition, own.reward
    amounts = {
        "condition.min_order_value": condition.min_order,
        "reward.amount_off": reward.amount_off,
        "reward.fixed_price": reward.fixed_price,
        "reward.max_discount": reward.max_discount,
    }
    minor = {field: money.to_minor(amount, currency) for field, amount in amounts.items() if amount is not None}
    problems += [
        error("money_digits", field, amount=amounts[field] or 0, currency=currency, digits=money.minor_digits(currency))
        for field, units in minor.items()
        if units is None
    ]
    if problems:
        raise CannotWrite(of(problems, promotion.id, -1))
    told = {
        "items": None if condition.items is None else list(condition.items),
        "quantity": condition.quantity,
        "min_order_value": minor.get("condition.min_order_value"),
        "alcohol_allowed": condition.alcohol,
    }
    given = {
        "percentage": None if reward.percentage is None else _plain(reward.percentage),
        "amount_off": minor.get("reward.amount_off"),
        "fixed_price": minor.get("reward.fixed_price"),
        "quantity": reward.free_quantity,
        "max_discount": minor.get("reward.max_discount"),
    }
    parts: dict[str, dict[str, Any]] = {
        "": {
            "promotion_id": own.id,
            "promotion_type": own.mechanic.value,
            "name": own.name,
            "user_target": own.audience,
            "sites": list(own.sites),
            "fulfillment_method": own.fulfilment,
            "start_at": translate.stamp(own.period.start),
            "end_at": translate.stamp(own.period.end),
        },
        "condition": {key: value for key, value in told.items() if value is not None},
        "reward": {key: value for key, value in given.items() if value is not None},
    }
    tree = parts[""] | {"condition": parts["condition"], "reward": parts["reward"]}
    if not own.unknown and not isinstance(given["percentage"], Decimal):
        return exact_json.without_halves(json.dumps(tree, ensure_ascii=False)).encode()
    for one in own.unknown:
        (tree if not one.part else tree[one.part])[one.key] = exact_json.load(one.text.encode())
    return exact_json.dump(tree)


def write(promotions: Sequence[Promotion], currency: str, unknown: Iterable[Unknown] = ()) -> bytes:
    """Write a file of promotions, with the fields of the file that were not known when it was read.

    CannotWrite as in `body`, for all promotions at once.
    """
    bodies, problems = [], []
    for index, promotion in enumerate(promotions):
        try:
            bodies.append(body(promotion, currency))
        except CannotWrite as fault:
            problems += of(fault.problems, promotion.id, index)
    if problems:
        raise CannotWrite(problems)
    file = translate.file_of(bodies)
    rest = b"".join(b", " + exact_json.dump(one.key) + b": " + one.text.encode() for one in unknown)
    return file[:-1] + rest + file[-1:]


def _plain(number: Decimal) -> int | Decimal:
    whole = number == number.to_integral_value() and number.adjusted() < _MOST_DIGITS
    return int(number) if whole else number

"""The rules that a promotion of a file must keep (sections 6 to 8): what is wrong with it, by the platform's words."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from picker_app.training.clock import read_stamp
from picker_app.training.exact_json import JsonObject

KEYS = (
    "promotion_id",
    "promotion_type",
    "name",
    "user_target",
    "sites",
    "fulfillment_method",
    "start_at",
    "end_at",
    "condition",
    "reward",
)
# For each type: the keys of its condition, those its reward must have, those it may have.
TYPES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "PERCENTAGE_OFF_ON_ITEMS": (("items",), ("percentage",), ()),
    "AMOUNT_OFF_ON_ITEMS": (("items",), ("amount_off",), ()),
    "PERCENTAGE_OFF_ON_SECOND_ITEM": (("items", "quantity"), ("percentage",), ()),
    "PERCENTAGE_OFF_ON_SINGLE_ITEM_MULTIBUY": (("items", "quantity"), ("percentage",), ()),
    "FIXED_PRICE_ON_SINGLE_ITEM_MULTIBUY": (("items", "quantity"), ("fixed_price",), ()),
    "PERCENTAGE_OFF_ON_MULTIPLE_ITEM_MULTIBUY": (("items", "quantity"), ("percentage",), ()),
    "FIXED_PRICE_ON_MULTIPLE_ITEM_MULTIBUY": (("items", "quantity"), ("fixed_price",), ()),
    "PERCENTAGE_OFF_ON_BASKET": (("min_order_value", "alcohol_allowed"), ("percentage",), ("max_discount",)),
    "FREE_DELIVERY": (("min_order_value", "alcohol_allowed"), (), ()),
    "BUY_X_FOR_Y": (("items", "quantity"), ("quantity",), ()),
    "BUY_X_PLUS_SAVE_Y_PERCENT": (("items", "quantity"), ("percentage",), ()),
}
AT_LEAST_TWO = (
    "PERCENTAGE_OFF_ON_SINGLE_ITEM_MULTIBUY",
    "FIXED_PRICE_ON_SINGLE_ITEM_MULTIBUY",
    "PERCENTAGE_OFF_ON_MULTIPLE_ITEM_MULTIBUY",
    "FIXED_PRICE_ON_MULTIPLE_ITEM_MULTIBUY",
    "BUY_X_FOR_Y",
)
INVALID_FIELD, INVALID_DATE_RANGE = "INVALID_FIELD", "INVALID_DATE_RANGE"
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_WORD = re.compile(r"[A-Z_]+")
_BAD_ID = re.compile(r"[\s/?#%\x00-\x1f\x7f]")


def broken(promotion: object) -> list[str]:
    """Return the types of the errors of a promotion that speak of no item: INVALID_FIELD, INVALID_DATE_RANGE."""
    if not isinstance(promotion, dict) or set(promotion) != set(KEYS):
        return [INVALID_FIELD]
    kind = promotion["promotion_type"]
    if not isinstance(kind, str) or kind not in TYPES or not all(_head(promotion)):
        return [INVALID_FIELD]
    found = [] if _condition(kind, promotion["condition"]) and _reward(kind, promotion) else [INVALID_FIELD]
    times = (promotion["start_at"], promotion["end_at"])
    if not all(isinstance(time, str) and _INSTANT.fullmatch(time) for time in times):
        return [INVALID_FIELD]
    try:
        if read_stamp(promotion["start_at"]) >= read_stamp(promotion["end_at"]):
            found.append(INVALID_DATE_RANGE)
    except ValueError:
        found.append(INVALID_FIELD)
    return found


def name_of(promotion: object) -> str:
    """Return the id of a promotion, "" where it has none."""
    name = promotion.get("promotion_id") if isinstance(promotion, dict) else None
    return name if isinstance(name, str) else ""


def items_of(promotion: JsonObject) -> tuple[str, ...]:
    """Return the items of a sound promotion; none where its type has none."""
    return tuple(promotion["condition"].get("items", ()))


def _head(promotion: JsonObject) -> list[bool]:
    name = promotion["promotion_id"]
    return [
        isinstance(name, str) and bool(name) and not _BAD_ID.search(name),
        isinstance(promotion["name"], str) and bool(promotion["name"].strip()),
        *(isinstance(promotion[key], str) and bool(_WORD.fullmatch(promotion[key])) for key in _WORDS),
        _texts(promotion["sites"]),
    ]


_WORDS = ("user_target", "fulfillment_method")


def _texts(value: object) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(text, str) and text for text in value)
        and len(set(value)) == len(value)
    )


def _condition(kind: str, condition: Any) -> bool:
    needed, _, _ = TYPES[kind]
    if not isinstance(condition, dict) or set(condition) != set(needed):
        return False
    least = 2 if kind in AT_LEAST_TWO else 1
    sound = {
        "items": _texts(condition.get("items")),
        "quantity": _whole(condition.get("quantity"), least),
        "min_order_value": _whole(condition.get("min_order_value"), 0),
        "alcohol_allowed": isinstance(condition.get("alcohol_allowed"), bool),
    }
    return all(sound[key] for key in needed)


def _reward(kind: str, promotion: JsonObject) -> bool:
    reward = promotion["reward"]
    _, needed, allowed = TYPES[kind]
    if not isinstance(reward, dict) or not set(needed) <= set(reward) <= {*needed, *allowed}:
        return False
    sound = {
        "percentage": _percent(reward.get("percentage")),
        "amount_off": _whole(reward.get("amount_off"), 1),
        "fixed_price": _whole(reward.get("fixed_price"), 1),
        "max_discount": _whole(reward.get("max_discount"), 1),
        "quantity": _whole(reward.get("quantity"), 1) and _fewer(reward["quantity"], promotion["condition"]),
    }
    return all(sound[key] for key in reward)


def _fewer(free: int, condition: Any) -> bool:
    asked = condition.get("quantity") if isinstance(condition, dict) else None
    return isinstance(asked, int) and free < asked


def _percent(value: Any) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool) and 0 < value <= 100


def _whole(value: Any, least: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= least

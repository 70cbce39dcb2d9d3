"""Writes promotions as CSV for a spreadsheet: one row for each, or one for each discount row (docs/promotions.md)."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Final

from picker_app.domain.problem import plain
from picker_app.domain.promotion import Discount, Promotion
from picker_app.platforms.exact_json import without_halves

SHARED: Final = (
    "promotion_id",
    "promotion_type",
    "name",
    "user_target",
    "sites",
    "fulfillment_method",
    "start_at",
    "end_at",
    "time_zone",
    "quantity",
    "min_order_value",
    "alcohol_allowed",
    "percentage",
    "amount_off",
    "fixed_price",
    "reward_quantity",
    "max_discount",
    "reason",
    "display_name",
    "limits",
    "active",
    "other",
)
"""The columns of a promotion as a whole."""
OWN: Final = ("items", "discount_kind", "discount_value", "discount_active", "max_quantity")
"""The columns of a row alone."""
COLUMNS: Final = SHARED + OWN


def write(promotions: Iterable[Promotion]) -> bytes:
    """Write promotions as CSV: UTF-8 with the mark that spreadsheets look for, commas, money in major units."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for promotion in promotions:
        shared = _shared(promotion)
        writer.writerows(shared | own for own in _own(promotion))
    return without_halves(text.getvalue()).encode("utf-8-sig")


def _shared(promotion: Promotion) -> dict[str, str]:
    condition, reward, period = promotion.condition, promotion.reward, promotion.period
    names = ", ".join(f"{_text(locale)}: {_text(text)}" for locale, text in promotion.names)
    limits = ", ".join(f"{_text(key)}: {plain(number)}" for key, number in promotion.limits)
    other = [[one.part, one.key, one.text] for one in promotion.unknown]
    return {
        "promotion_id": promotion.id,
        "promotion_type": promotion.mechanic.value,
        "name": promotion.name,
        "user_target": promotion.audience,
        "sites": _list(promotion.sites or None),
        "fulfillment_method": promotion.fulfilment,
        "start_at": _time(period.start),
        "end_at": _time(period.end),
        "time_zone": period.zone,
        "quantity": _number(condition.quantity),
        "min_order_value": _number(condition.min_order),
        "alcohol_allowed": "" if condition.alcohol is None else _yes(condition.alcohol),
        "percentage": _number(reward.percentage),
        "amount_off": _number(reward.amount_off),
        "fixed_price": _number(reward.fixed_price),
        "reward_quantity": _number(reward.free_quantity),
        "max_discount": _number(reward.max_discount),
        "reason": promotion.reason,
        "display_name": f"{{{names}}}" if names else "",
        "limits": f"{{{limits}}}" if limits else "",
        "active": _yes(promotion.active),
        "other": _text(other) if other else "",
    }


def _own(promotion: Promotion) -> Iterator[dict[str, str]]:
    items, rows = promotion.condition.items, promotion.reward.discounts
    if items is not None or not rows:
        yield {"items": _list(items)}
    yield from map(_row, rows)


def _row(row: Discount) -> dict[str, str]:
    return {
        "items": _list(row.items),
        "discount_kind": row.kind.value,
        "discount_value": _number(row.value),
        "discount_active": _yes(row.active),
        "max_quantity": _number(row.max_quantity),
    }


def _list(entries: tuple[str, ...] | None) -> str:
    """Write a list so that no spreadsheet takes a single barcode for a number and shortens it."""
    return "" if entries is None else _text(entries)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _number(number: Decimal | int | None) -> str:
    return "" if number is None else plain(number)


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _yes(value: bool) -> str:
    return "yes" if value else "no"

"""The faults a test or an exercise can order (section 15): which route, what goes wrong, how many times."""

from collections.abc import Collection
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from picker_app.training.delivery_hero.exact_json import JsonObject

ROUTES = ("token", "put_order", "get_order", "list", "catalog", "promotion", "job", "status", "webhook", "any")
REQUEST_KINDS = ("status", "block_page", "drop_before", "drop_after", "late", "slow", "garbage")
WEBHOOK_KINDS = ("duplicate", "reorder", "lose", "early_echo", "garbage", "wrong_secret", "oversize", "slow")
KEYS = {"route", "kind", "times", "value", "retry_after", "carried_out"}
IMMEDIATE_KIND = "expire_token"
GARBAGE = ("html", "broken", "empty")
RETRY_AFTER = ("seconds", "date", "missing", "nonsense")


@dataclass
class Fault:
    """One fault: it strikes `left` more times, for ever while `left` is None."""

    route: str
    kind: str
    left: int | None
    value: Any
    retry_after: str | None
    carried_out: bool | None

    @property
    def seconds(self) -> float:
        """The value of `late` and `slow`: how long to wait."""
        return float(self.value or 0)


@dataclass
class Faults:
    """The faults that wait to strike, oldest first."""

    waiting: list[Fault] = field(default_factory=list)

    def add(self, wanted: JsonObject) -> Fault:
        """Take a fault over; raises `ValueError` naming the key and what is accepted.

        Keys: `route`, `kind`, `times` (default 1; null: for ever), `value`, and for `status` also `retry_after` and
        `carried_out` (the act is done all the same).
        """
        unknown = set(wanted) - KEYS
        if unknown:
            raise ValueError(f"unknown key {min(unknown)!r}; known: {', '.join(sorted(KEYS))}")
        route, kind = wanted.get("route", "any"), wanted.get("kind")
        _one_of("route", route, ROUTES)
        _one_of("kind", kind, WEBHOOK_KINDS if route == "webhook" else (*REQUEST_KINDS, IMMEDIATE_KIND))
        times, value = wanted.get("times", 1), wanted.get("value")
        if times is not None and (isinstance(times, bool) or not isinstance(times, int) or times < 1):
            raise ValueError("times is a whole number from 1, or null for ever")
        if kind == "status" and not (isinstance(value, int) and 400 <= value <= 599):
            raise ValueError("value of status is an HTTP status from 400 to 599")
        if kind in ("late", "slow") and not (isinstance(value, int | float | Decimal) and 0 <= value <= 600):
            raise ValueError(f"value of {kind} is seconds from 0 to 600")
        if kind == "garbage" and route != "webhook" and value is not None:
            _one_of("value", value, GARBAGE)
        carried_out = wanted.get("carried_out")
        if carried_out not in (None, True, False):
            raise ValueError("carried_out is true or false")
        style = wanted.get("retry_after")
        if style is not None:
            _one_of("retry_after", style, RETRY_AFTER)
        fault = Fault(route, str(kind), times, value, style, carried_out)
        if kind != IMMEDIATE_KIND:
            self.waiting.append(fault)
        return fault

    def strike(self, route: str, kinds: Collection[str] | None = None) -> Fault | None:
        """Return the oldest fault for `route` (of one of `kinds`) and use it up once; None if there is none."""
        for fault in self.waiting:
            meant = fault.route == route or (fault.route == "any" and route != "webhook")
            if meant and (kinds is None or fault.kind in kinds):
                if fault.left is not None:
                    fault.left -= 1
                    if fault.left == 0:
                        self.waiting.remove(fault)
                return fault
        return None

    def clear(self) -> None:
        """Forget all faults."""
        self.waiting.clear()


def _one_of(name: str, value: object, accepted: Collection[str]) -> None:
    if value not in accepted:
        raise ValueError(f"{name} is one of {', '.join(accepted)}")

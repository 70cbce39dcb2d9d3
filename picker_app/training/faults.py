"""The faults a test or an exercise can order: which route, what goes wrong, how many times."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from picker_app.training.exact_json import JsonObject

REQUEST_KINDS = ("status", "drop_before", "drop_after", "late", "slow", "garbage")
IMMEDIATE_KIND = "expire_token"
RETRY_AFTER = ("seconds", "date", "missing", "nonsense")
ANY = "any"


@dataclass(frozen=True)
class Menu:
    """What can be ordered at one platform.

    `kinds` by route; `any` stands for all routes but those `apart`. `garbage`: the kinds of garbage, of which `whole`
    comes from the platform itself, after the act was carried out. `acted`: the key that says so of a `status`.
    """

    kinds: Mapping[str, Collection[str]]
    garbage: Collection[str]
    whole: Collection[str]
    acted: str
    apart: Collection[str] = ()

    @property
    def keys(self) -> set[str]:
        """The keys of an order."""
        return {"route", "kind", "times", "value", "retry_after", self.acted}


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

    menu: Menu
    waiting: list[Fault] = field(default_factory=list)

    def add(self, wanted: JsonObject) -> Fault:
        """Take a fault over; raises `ValueError` naming the key and what is accepted.

        Keys: `route`, `kind`, `times` (default 1; null: for ever), `value`, and for `status` also `retry_after` and
        the key of the menu's `acted` (the act is done all the same).
        """
        menu = self.menu
        unknown = set(wanted) - menu.keys
        if unknown:
            raise ValueError(f"unknown key {min(unknown)!r}; known: {', '.join(sorted(menu.keys))}")
        route, kind = wanted.get("route", ANY), wanted.get("kind")
        _one_of("route", route, menu.kinds)
        _one_of("kind", kind, menu.kinds[route])
        times, value = wanted.get("times", 1), wanted.get("value")
        if times is not None and (isinstance(times, bool) or not isinstance(times, int) or times < 1):
            raise ValueError("times is a whole number from 1, or null for ever")
        if kind == "status" and not (isinstance(value, int) and 400 <= value <= 599):
            raise ValueError("value of status is an HTTP status from 400 to 599")
        if kind in ("late", "slow") and not (isinstance(value, int | float | Decimal) and 0 <= value <= 600):
            raise ValueError(f"value of {kind} is seconds from 0 to 600")
        if kind == "garbage" and route not in menu.apart and value is not None:
            _one_of("value", value, menu.garbage)
        carried_out = wanted.get(menu.acted)
        if carried_out not in (None, True, False):
            raise ValueError(f"{menu.acted} is true or false")
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
            meant = fault.route == route or (fault.route == ANY and route not in self.menu.apart)
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

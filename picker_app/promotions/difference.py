"""How two sets of promotions differ: what is new, changed, ended, the same, or only left out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from picker_app.domain.mechanics import VALUES
from picker_app.domain.promotion import Promotion


@dataclass(frozen=True, slots=True)
class Change:
    """A promotion before and after; `fields` are the names, as in files, of what differs."""

    before: Promotion
    after: Promotion
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What becomes of each promotion; every one of both sets is in exactly one place.

    `ended` are changed so that they no longer run; `left_out` are missing after, which ends nothing at any platform.
    """

    new: tuple[Promotion, ...] = ()
    changed: tuple[Change, ...] = ()
    ended: tuple[Change, ...] = ()
    same: tuple[Promotion, ...] = ()
    left_out: tuple[Promotion, ...] = ()


def difference(before: Iterable[Promotion], after: Iterable[Promotion], now: datetime) -> Difference:
    """Compare two sets by id; where one id is there several times, the first with the first and so on.

    The time zone is ours alone and no difference. `now` is aware.
    """
    known = _by_id(before)
    new: list[Promotion] = []
    changed: list[Change] = []
    ended: list[Change] = []
    same: list[Promotion] = []
    for key, promotion in _by_id(after).items():
        old = known.pop(key, None)
        if old is None:
            new.append(promotion)
            continue
        fields = differing(old, promotion)
        if not fields:
            same.append(promotion)
        elif _runs(old, now) and not _runs(promotion, now):
            ended.append(Change(old, promotion, fields))
        else:
            changed.append(Change(old, promotion, fields))
    return Difference(tuple(new), tuple(changed), tuple(ended), tuple(same), tuple(known.values()))


def differing(before: Promotion, after: Promotion) -> tuple[str, ...]:
    """Return the names of the fields that differ; none means that a platform is told the same."""
    if before == after:
        return ()
    pairs: dict[str, tuple[object, object]] = {
        "promotion_id": (before.id, after.id),
        "promotion_type": (before.mechanic, after.mechanic),
        "name": (before.name, after.name),
        "user_target": (before.audience, after.audience),
        "sites": (before.sites, after.sites),
        "fulfillment_method": (before.fulfilment, after.fulfilment),
        "start_at": (before.period.start, after.period.start),
        "end_at": (before.period.end, after.period.end),
        "reason": (before.reason, after.reason),
        "display_name": (before.names, after.names),
        "limits": (before.limits, after.limits),
        "active": (before.active, after.active),
    }
    pairs |= {name: (value(before), value(after)) for name, value in VALUES.items()}
    found = [name for name, (old, new) in pairs.items() if old != new]
    kept, told = ({(one.part, one.key): one.text for one in side.unknown} for side in (before, after))
    places = sorted(key for key in kept.keys() | told.keys() if kept.get(key) != told.get(key))
    return (*found, *(f"{part}.{key}" if part else key for part, key in places))


def _by_id(promotions: Iterable[Promotion]) -> dict[tuple[str, int], Promotion]:
    counts: dict[str, int] = {}
    found = {}
    for promotion in promotions:
        number = counts[promotion.id] = counts.get(promotion.id, 0) + 1
        found[promotion.id, number] = promotion
    return found


def _runs(promotion: Promotion, now: datetime) -> bool:
    return promotion.active and promotion.period.end > now

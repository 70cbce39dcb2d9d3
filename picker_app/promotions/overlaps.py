"""Finds promotions for the same product, site and time, by a sweep over their begins.

Items that always come together are one thing for the sweep, and so are sites: a chain's usual lists cost no more than
one site. Windows that touch overlap, for it is not known whether a promotion's last second counts.
"""

import heapq
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from picker_app.domain.promotion import ALL_CUSTOMERS, EVERY_SITE, Market, Mechanic, Promotion

MOST: Final = 5
"""So many overlaps of one promotion with earlier ones are looked for, no more."""
_BASKET: Final = ("the basket",)
_DELIVERY: Final = ("the delivery",)
Things = frozenset[Hashable]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two promotions, by their positions, with the sites and items they share; no items: basket or delivery."""

    first: int
    second: int
    sites: tuple[str, ...]
    items: tuple[str, ...]


def overlaps(
    promotions: Sequence[Promotion], market: Market, step: Callable[[], None] = lambda: None
) -> tuple[Overlap, ...]:
    """Return what overlaps among promotions in the words of one platform; `step` is called now and then.

    Deliveroo: the same site and item, or both off the basket, or both free delivery; the same way of fulfilment; the
    same audience, or one of them for all (deliveroo_promotions.md section 8). Delivery Hero: the same vendor and SKU.
    """
    lists = {sites: frozenset(sites) for sites in {promotion.sites for promotion in promotions}}
    everywhere = frozenset((EVERY_SITE,)).union(*lists.values())
    site_sets = [everywhere if EVERY_SITE in one.sites else lists[one.sites] for one in promotions]
    thing_sets = [_things(promotion) for promotion in promotions]
    sites, things = _together(site_sets), _together(thing_sets)
    sweep = _Sweep()
    found: list[Overlap] = []
    order = sorted(range(len(promotions)), key=lambda place: promotions[place].period.start)
    for count, place in enumerate(order):
        if count % 256 == 0:
            step()
        promotion = promotions[place]
        by_audience = market is Market.DELIVEROO
        audience = promotion.audience if by_audience else ALL_CUSTOMERS
        way = promotion.fulfilment if by_audience else ""
        keys = [(thing, site, way) for thing in things[place] for site in sites[place]]
        for other in sweep.enter(place, promotion.period.start, promotion.period.end, audience, keys):
            first, second = sorted((place, other))
            if promotions[first].id != promotions[second].id:
                shared_sites = tuple(one for one in promotions[second].sites if one in site_sets[first])
                shared = thing_sets[first]
                items = tuple(dict.fromkeys(one for one in promotions[second].items if one in shared))
                found.append(Overlap(first, second, shared_sites, items))
    return tuple(found)


def _things(promotion: Promotion) -> Things:
    match promotion.mechanic:
        case Mechanic.PERCENTAGE_OFF_ON_BASKET:
            return frozenset((_BASKET,))
        case Mechanic.FREE_DELIVERY:
            return frozenset((_DELIVERY,))
        case _:
            rows = (item for row in promotion.reward.discounts if row.active for item in row.items)
            return frozenset((*(promotion.condition.items or ()), *rows))


def _together(sets: Sequence[Things]) -> list[list[int]]:
    """Number what always comes together; return for each set the numbers in it, without those of no other set."""
    distinct = {one: number for number, one in enumerate(dict.fromkeys(sets))}
    users = [0] * len(distinct)
    for one in sets:
        users[distinct[one]] += 1
    first: dict[Hashable, int] = {}
    shared: dict[Hashable, list[int]] = {}
    for one, number in distinct.items():
        for element in one:
            known = first.setdefault(element, number)
            if known != number:
                shared.setdefault(element, [known]).append(number)
    members: list[list[int]] = [[] for _ in distinct]
    for atom, numbers in enumerate(dict.fromkeys(map(tuple, shared.values()))):
        for number in numbers:
            members[number].append(atom)
    for one, number in distinct.items():
        # What no other set has is one thing more, where several promotions have the set.
        if users[number] > 1 and not one <= shared.keys():
            members[number].append(-1 - number)
    return [members[distinct[one]] for one in sets]


class _Sweep:
    """The promotions that run at the begin of the one that enters, by thing, site and way."""

    def __init__(self) -> None:
        self._running: dict[Hashable, dict[str, list[tuple[datetime, int]]]] = {}

    def enter(
        self, place: int, start: datetime, end: datetime, audience: str, keys: Sequence[Hashable]
    ) -> tuple[int, ...]:
        """Let a promotion in and return the ones that it meets, MOST at most."""
        met: dict[int, None] = {}
        for key in keys:
            heaps = self._running.setdefault(key, {})
            for other, heap in heaps.items():
                while heap and heap[0][0] < start:
                    heapq.heappop(heap)
                if len(met) < MOST and (other == audience or ALL_CUSTOMERS in (other, audience)):
                    met.update(dict.fromkeys(number for _, number in heap[:MOST]))
            heapq.heappush(heaps.setdefault(audience, []), (end, place))
        return tuple(met)[:MOST]

"""Finds promotions for the same product, site and time, by a sweep over their begins.

Items that always come together are one thing for the sweep, and so are sites: a chain's usual lists cost no more than
one site. Windows that touch overlap, for it is not known whether a promotion's last second counts.
"""

import heapq
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from picker_app.domain.promotion import ALL_CUSTOMERS, EVERY_SITE, Market, Mechanic, Period, Promotion

MOST: Final = 5
"""So many overlaps of one promotion with earlier ones are looked for; more only with those that met none before."""
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
    rare = _rare(things, sites)
    by_audience = market is Market.DELIVEROO
    sweep = _Sweep()
    found: list[Overlap] = []
    order = sorted(range(len(promotions)), key=lambda place: promotions[place].period.start)
    for count, place in enumerate(order):
        if count % 256 == 0:
            step()
        promotion, own_sites = promotions[place], site_sets[place]
        audience = promotion.audience if by_audience else ALL_CUSTOMERS
        way = promotion.fulfilment if by_audience else ""
        keys: list[Hashable] = [(thing, way) for thing in things[place] if thing in rare]
        keys += [(thing, site, way) for thing in things[place] if thing not in rare for site in sites[place]]

        def meets(other: int, name: str = promotion.id, own_sites: Things = own_sites) -> bool:
            return promotions[other].id != name and not own_sites.isdisjoint(site_sets[other])

        for other in sweep.enter(place, promotion.period, audience, keys, meets):
            first, second = sorted((place, other))
            last = promotions[second]
            same = site_sets[first] == site_sets[second]
            shared = last.sites if same else tuple(one for one in last.sites if one in site_sets[first])
            items = tuple(dict.fromkeys(one for one in last.items if one in thing_sets[first]))
            found.append(Overlap(first, second, shared, items))
    return tuple(found)


def _rare(things: Sequence[Sequence[int]], sites: Sequence[Sequence[int]]) -> frozenset[int]:
    """Return the things of so few promotions that comparing these is less work than going through all their sites."""
    users: dict[int, int] = {}
    places: dict[int, int] = {}
    for own_things, own_sites in zip(things, sites, strict=True):
        for thing in own_things:
            users[thing] = users.get(thing, 0) + 1
            places[thing] = places.get(thing, 0) + len(own_sites)
    return frozenset(thing for thing, count in users.items() if count * count < 2 * places[thing])


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
        self._alone: dict[tuple[Hashable, str], list[tuple[datetime, int]]] = {}
        self._met: set[int] = set()

    def enter(
        self, place: int, period: Period, audience: str, keys: Sequence[Hashable], meets: Callable[[int], bool]
    ) -> tuple[int, ...]:
        """Let a promotion in and return the ones that it meets: all that met none before, others up to MOST."""
        met: dict[int, None] = {}
        for key in keys:
            heaps = self._running.setdefault(key, {})
            for other, heap in heaps.items():
                while heap and heap[0][0] < period.start:
                    heapq.heappop(heap)
                if other == audience or ALL_CUSTOMERS in (other, audience):
                    met |= dict.fromkeys(self._first_met((key, other), period.start, meets))
                    for _, number in heap:
                        if len(met) >= MOST:
                            break
                        if number not in met and meets(number):
                            met[number] = None
            heapq.heappush(heaps.setdefault(audience, []), (period.end, place))
        self._met |= met.keys()
        if met:
            self._met.add(place)
        else:
            for key in keys:
                self._alone.setdefault((key, audience), []).append((period.end, place))
        return tuple(met)

    def _first_met(self, key: tuple[Hashable, str], start: datetime, meets: Callable[[int], bool]) -> list[int]:
        """Return those that met none before and are met now; each is looked at until it is met or over."""
        there = [(end, one) for end, one in self._alone.get(key, ()) if end >= start and one not in self._met]
        found = [one for _, one in there if meets(one)]
        if there:
            now_met = set(found)
            self._alone[key] = [(end, one) for end, one in there if one not in now_met]
        else:
            self._alone.pop(key, None)
        return found

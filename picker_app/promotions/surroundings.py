"""What is known around the promotions that are checked: time, catalogue, sites, prices, and what went before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from picker_app.domain.promotion import Market, Promotion


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the checks compare with; None is "not known" and checks nothing.

    `now` is aware. `items` and `sites` are the ids of catalogue and sites, `prices` those of one piece by item, in
    major units. `accepted` are the promotions that the platform accepted and that have not ended, by id, `used` the
    ids of ended ones, `busy` the ids in a job that has not ended.
    """

    market: Market
    currency: str
    now: datetime
    items: frozenset[str] | None = None
    sites: frozenset[str] | None = None
    prices: Mapping[str, Decimal] = field(default_factory=dict)
    accepted: Mapping[str, Promotion] = field(default_factory=dict)
    used: frozenset[str] = frozenset()
    busy: frozenset[str] = frozenset()

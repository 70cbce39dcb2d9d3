"""The limits that platforms are only suspected to have: one table, with the source of each."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache

from picker_app import resources


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit of the table: `verified` is False as long as no platform has told it (deliveroo_promotions.md, 8)."""

    name: str
    field: str
    limit: int
    unit: str
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits by name; past them there is a warning."""

    id_characters: int
    name_characters: int
    sites: int
    items: int
    quantity: int
    percentage: int
    longest_days: int
    shortest_hours: int
    file_promotions: int
    file_bytes: int


@cache
def table() -> tuple[Limit, ...]:
    """Read the table that comes with the program."""
    tree = tomllib.loads(resources.path("promotions", "limits.toml").read_text(encoding="utf-8"))
    return tuple(Limit(**row) for row in tree["limit"])


@cache
def limits() -> Limits:
    """Return the limits of the table by name."""
    return named(table())


def named(rows: Iterable[Limit]) -> Limits:
    """Return the limits of some rows by name. ValueError names what they lack."""
    found = {row.name: row.limit for row in rows}
    lacking = [field.name for field in fields(Limits) if field.name not in found]
    if lacking:
        raise ValueError(f"resources/promotions/limits.toml lacks: {', '.join(lacking)}.")
    return Limits(**found)

"""Instants as the training platforms write and read them."""

import re
from datetime import UTC, datetime

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)")


def utc_now() -> datetime:
    """The machine's clock."""
    return datetime.now(UTC)


def stamp(instant: datetime) -> str:
    """Return `2025-06-03T09:12:04.318Z`."""
    utc = instant.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def read_stamp(text: object) -> datetime:
    """Read an instant with `Z` or an offset; raises `ValueError`."""
    if not isinstance(text, str) or not _INSTANT.fullmatch(text):
        raise ValueError(f"{text!r} is no time such as 2025-06-03T09:12:04.318Z")
    return datetime.fromisoformat(text).astimezone(UTC)

"""Instants as the training platform writes and reads them."""

import re
from datetime import UTC, datetime

_LOCAL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?")
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


def read_query_time(text: str) -> datetime:
    """Read the UTC time without zone letter of a list request (section 10); raises `ValueError`."""
    if not _LOCAL.fullmatch(text):
        raise ValueError(f"{text!r} is no UTC time such as 2025-06-03T09:12:04, without zone letter")
    return datetime.fromisoformat(text).replace(tzinfo=UTC)

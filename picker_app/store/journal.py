"""The scan journal: every scan is a row with exactly one outcome, committed before the beep."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from picker_app.store.schema import scans


@dataclass(frozen=True, slots=True)
class ScanRow:
    """One scan of the store's day and what became of it."""

    number: int
    at: datetime
    raw: str
    outcome: str
    reason: str
    order_id: int | None
    line: str
    amount: str


def add(
    connection: Connection,
    at: datetime,
    day: str,
    raw: str,
    outcome: str,
    *,
    reason: str = "",
    order_id: int | None = None,
    line: str = "",
    amount: str = "",
    fact_number: int | None = None,
    picker: str = "",
) -> int:
    """Write down a scan; returns its running number in the store's day, from 1. Control characters are escaped."""
    number = count(connection, day) + 1
    row = {
        "at": at,
        "day": day,
        "number": number,
        "raw": raw.encode("unicode_escape").decode()[:500],
        "outcome": outcome,
        "reason": reason,
        "order_id": order_id,
        "line": line,
        "amount": amount,
        "fact_number": fact_number,
        "picker": picker,
    }
    connection.execute(insert(scans), row)
    return number


def count(connection: Connection, day: str) -> int:
    """Return how many scans the store's day has."""
    return connection.scalar(select(func.max(scans.c.number)).where(scans.c.day == day)) or 0


def of_day(connection: Connection, day: str) -> tuple[ScanRow, ...]:
    """Return the scans of a day, newest first."""
    rows = connection.execute(select(scans).where(scans.c.day == day).order_by(scans.c.number.desc()))
    return tuple(
        ScanRow(row.number, row.at, row.raw, row.outcome, row.reason, row.order_id, row.line, row.amount)
        for row in rows
    )

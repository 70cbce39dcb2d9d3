"""The scan journal: every scan is a row with exactly one outcome, committed before the beep; no row ever changes."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, insert, select

from picker_app.domain.facts import Undone
from picker_app.store import codec
from picker_app.store.schema import picks, scan_answers, scans

_UNDONE = Undone.__name__
_RAW_LENGTH = 500
# Asked at every change; to build a question anew costs many times what its answer does.
_COUNT = select(func.max(scans.c.number)).where(scans.c.day == bindparam("day"))


@dataclass(frozen=True, slots=True)
class ScanRow:
    """One scan of the store's day and what became of it.

    `confirmed`: its question was answered with yes. `undone`: the act that it led to was taken back. `kind` is what it
    was taken for, `gaps` are the least, median and most milliseconds between its characters, None where not known.
    """

    number: int
    at: datetime
    raw: str
    outcome: str
    reason: str
    order_id: int | None
    line: str
    amount: str
    kind: str = ""
    code: str = ""
    source: str = ""
    gaps: tuple[int, int, int] | None = None
    confirmed: bool = False
    undone: bool = False


@dataclass(frozen=True, slots=True)
class NewScan:
    """A scan to write down: `day` is the store's, `code` the GTIN-14 or the label's key, where there is one."""

    at: datetime
    day: str
    raw: str
    outcome: str
    reason: str = ""
    order_id: int | None = None
    line: str = ""
    amount: str = ""
    fact_number: int | None = None
    picker: str = ""
    kind: str = ""
    code: str = ""
    source: str = ""
    gaps: tuple[int, int, int] | None = None


def add(connection: Connection, scan: NewScan) -> tuple[int, int]:
    """Write down a scan; returns its id and its running number in the store's day, from 1.

    Control characters are escaped.
    """
    number = count(connection, scan.day) + 1
    least, median, most = scan.gaps or (None, None, None)
    row = {
        "at": scan.at,
        "day": scan.day,
        "number": number,
        "raw": scan.raw.encode("unicode_escape").decode()[:_RAW_LENGTH],
        "code": scan.code[:200],
        "outcome": scan.outcome,
        "reason": scan.reason,
        "order_id": scan.order_id,
        "line": scan.line,
        "amount": scan.amount,
        "fact_number": scan.fact_number,
        "picker": scan.picker,
        "kind": scan.kind,
        "source": scan.source,
        "gap_least": least,
        "gap_median": median,
        "gap_most": most,
    }
    inserted = connection.execute(insert(scans), row).inserted_primary_key
    return int(inserted[0]) if inserted else 0, number


def answer(connection: Connection, scan_id: int, order_id: int, fact_number: int, at: datetime) -> None:
    """Write down that a scan's question was answered with yes, and the fact of the order that this led to."""
    row = {"scan_id": scan_id, "order_id": order_id, "fact_number": fact_number, "at": at}
    connection.execute(insert(scan_answers), row)


def count(connection: Connection, day: str) -> int:
    """Return how many scans the store's day has."""
    return connection.scalar(_COUNT, {"day": day}) or 0


def of_day(connection: Connection, day: str) -> tuple[ScanRow, ...]:
    """Return the scans of a day, newest first."""
    rows = connection.execute(
        select(scans, scan_answers.c.order_id.label("answered_order"), scan_answers.c.fact_number.label("answered"))
        .outerjoin(scan_answers, scan_answers.c.scan_id == scans.c.id)
        .where(scans.c.day == day)
        .order_by(scans.c.number.desc())
    ).all()
    acts = {(row.answered_order or row.order_id, row.answered or row.fact_number) for row in rows}
    undone = _undone(connection, {order_id for order_id, number in acts if order_id is not None and number is not None})
    return tuple(
        ScanRow(
            number=row.number,
            at=row.at,
            raw=row.raw,
            outcome=row.outcome,
            reason=row.reason,
            order_id=row.answered_order or row.order_id,
            line=row.line,
            amount=row.amount,
            kind=row.kind or "",
            code=row.code,
            source=row.source or "",
            gaps=None if row.gap_least is None else (row.gap_least, row.gap_median, row.gap_most),
            confirmed=row.answered is not None,
            undone=(row.answered_order or row.order_id, row.answered or row.fact_number) in undone,
        )
        for row in rows
    )


def _undone(connection: Connection, order_ids: set[int]) -> set[tuple[int | None, int | None]]:
    """Return the facts of these orders, as order and number, that were taken back."""
    rows = connection.execute(
        select(picks.c.order_id, picks.c.kind, picks.c.fact).where(
            picks.c.order_id.in_(order_ids), picks.c.kind == _UNDONE
        )
    )
    facts = ((row.order_id, codec.load_fact(row.kind, row.fact)) for row in rows)
    return {(order_id, fact.of) for order_id, fact in facts if isinstance(fact, Undone)}

"""Reads promotions, their drafts, jobs and history as frozen rows."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select
from sqlalchemy.orm import aliased

from picker_app.domain.promotion import Promotion
from picker_app.store import codec
from picker_app.store.promotion_tables import (
    promotion_events,
    promotion_job_rows,
    promotion_jobs,
    promotion_versions,
    promotions,
)
from picker_app.store.schema import barcodes, incoming, products

AT_A_TIME = 500
_NEVER = datetime(1970, 1, 2, tzinfo=UTC)


class State(StrEnum):
    """How far a job has come here."""

    FROZEN = "frozen"
    LEAVE = "leave"
    SENDING = "sending"
    UNSURE = "unsure"
    FOLLOWING = "following"
    ENDED = "ended"


class Kind(StrEnum):
    """What a job sends: a file of many, or one promotion by a PUT."""

    FILE = "file"
    SINGLE = "single"
    CAMPAIGN = "campaign"


class Purpose(StrEnum):
    """What a job is for."""

    NEW = "new"
    CHANGE = "change"
    END = "end"


@dataclass(frozen=True, slots=True)
class Told:
    """What a platform has against a promotion: its word, the items, and the vendor where it names one."""

    type: str = ""
    items: tuple[str, ...] = ()
    where: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A promotion of the record, without its texts. Times are aware UTC; `job` is the newest one that has not ended."""

    id: int
    account: str
    ref: str
    family: int
    name: str
    mechanic: str
    starts_at: datetime
    ends_at: datetime
    zone: str
    version: int
    checked_version: int | None
    job: int | None
    result: str
    words: str
    findings: tuple[Told, ...]
    accepted_version: int | None
    accepted_digest: str
    accepted_at: datetime | None
    accepted_starts_at: datetime | None
    accepted_ends_at: datetime | None
    ended_at: datetime | None
    withdrawn_at: datetime | None
    elsewhere: bool
    created_at: datetime
    changed_at: datetime
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """The version of a draft, the job that it is in, and when the platform took it last."""

    version: int
    job: int | None
    accepted_at: datetime | None


@dataclass(frozen=True, slots=True)
class Job:
    """A job with how far it has come; without its bytes. See the table for each field."""

    id: int
    account: str
    kind: Kind
    purpose: Purpose
    state: State
    verdict: str
    count: int
    size: int
    digest: str
    after_id: int | None
    ref: str
    url: str = field(repr=False)
    expires_at: datetime | None
    ahead_ms: int
    status: str
    total: int | None
    done: int | None
    failed: int | None
    items: int | None
    items_failed: int | None
    doubt: str
    sends: int
    tries: int
    renewals: int
    failing_since: datetime | None
    unsure_at: datetime | None
    sent_at: datetime | None
    followed_at: datetime | None
    next_at: datetime | None
    error: str
    http_status: int | None
    words: str
    stopping: bool
    created_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class JobRow:
    """One promotion in a job: what was sent of it, and what became of it."""

    job_id: int
    promotion_id: int
    ref: str
    version: int | None
    body: bytes | None = field(repr=False)
    digest: str
    result: str
    findings: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Load:
    """One promotion of a job: its exact bytes, None for an end that is composed when it goes."""

    promotion_id: int
    ref: str
    version: int | None
    body: bytes | None = field(repr=False)
    starts_at: datetime | None
    ends_at: datetime | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a promotion or to a job that it is in."""

    id: int
    at: datetime
    kind: str
    words: str
    job_id: int | None
    http_status: int | None = None


def dump_findings(findings: Iterable[Told]) -> str:
    """Write findings as JSON."""
    return json.dumps([[one.type, list(one.items), one.where] for one in findings], ensure_ascii=False)


def load_findings(text: str) -> tuple[Told, ...]:
    """Read back what dump_findings wrote."""
    return tuple(Told(kind, tuple(items), where) for kind, items, where in json.loads(text))


# Promotions.

_KEPT = tuple(name for name in Kept.__dataclass_fields__ if name not in ("job", "findings", "family", "warnings"))


def kept(connection: Connection, ids: Collection[int] | None = None, account: str = "") -> list[Kept]:
    """Return the promotions of the record, all, of these ids, or of an account, the newest first."""
    query = select(promotions).order_by(promotions.c.id.desc())
    if account:
        query = query.where(promotions.c.account == account)
    if ids is None:
        return [_kept(row) for row in connection.execute(query)]
    return [
        _kept(row) for part in _parts(list(ids)) for row in connection.execute(query.where(promotions.c.id.in_(part)))
    ]


def marks(connection: Connection, ids: Collection[int]) -> dict[int, Mark]:
    """Return by what each of these promotions can be seen to have changed."""
    columns = (promotions.c.id, promotions.c.version, promotions.c.job_id, promotions.c.accepted_at)
    rows = [
        row
        for part in _parts(list(ids))
        for row in connection.execute(select(*columns).where(promotions.c.id.in_(part)))
    ]
    return {row.id: Mark(row.version, row.job_id, row.accepted_at) for row in rows}


def mark_of(kept: Kept) -> Mark:
    """Return by what a promotion that was read can be seen to have changed since."""
    return Mark(kept.version, kept.job, kept.accepted_at)


def one(connection: Connection, promotion_id: int) -> Kept | None:
    """Return one promotion of the record."""
    row = connection.execute(select(promotions).where(promotions.c.id == promotion_id)).first()
    return None if row is None else _kept(row)


def named(connection: Connection, account: str, refs: Collection[str]) -> dict[str, Kept]:
    """Return the promotions of an account with one of these own ids."""
    query = select(promotions).where(promotions.c.account == account)
    rows = [row for part in _parts(list(refs)) for row in connection.execute(query.where(promotions.c.ref.in_(part)))]
    return {row.ref: _kept(row) for row in rows}


def draft(connection: Connection, promotion_id: int, number: int | None = None) -> Promotion:
    """Return a version of a promotion's draft, the current one if no number is given; KeyError if there is none."""
    drafts = dict(_drafts(connection, [promotion_id], number))
    return drafts[promotion_id]


def drafts(connection: Connection, ids: Collection[int]) -> dict[int, Promotion]:
    """Return the current drafts of these promotions."""
    return dict(_drafts(connection, list(ids), None))


def accepted_body(connection: Connection, promotion_id: int) -> bytes | None:
    """Return the body that the platform took last, None if it never took one."""
    body: bytes | None = connection.scalar(select(promotions.c.accepted_body).where(promotions.c.id == promotion_id))
    return body


def accepted_bodies(connection: Connection, ids: Collection[int]) -> dict[int, bytes]:
    """Return the bodies that the platform took last, of those of these promotions that have one."""
    query = select(promotions.c.id, promotions.c.accepted_body).where(promotions.c.accepted_body.is_not(None))
    rows = [row for part in _parts(list(ids)) for row in connection.execute(query.where(promotions.c.id.in_(part)))]
    return {row.id: row.accepted_body for row in rows}


def _drafts(
    connection: Connection, ids: list[int], number: ColumnElement[Any] | int | None
) -> list[tuple[int, Promotion]]:
    query = select(promotion_versions.c.promotion_id, promotion_versions.c.draft).join(
        promotions, promotions.c.id == promotion_versions.c.promotion_id
    )
    query = query.where(promotion_versions.c.number == (promotions.c.version if number is None else number))
    rows = [row for part in _parts(ids) for row in connection.execute(query.where(promotions.c.id.in_(part)))]
    return [(row.promotion_id, codec.load_promotion(row.draft)) for row in rows]


def accepted_drafts(connection: Connection, ids: Collection[int]) -> dict[int, Promotion]:
    """Return, of those of these promotions that a platform took, the drafts that it took last."""
    return dict(_drafts(connection, list(ids), promotions.c.accepted_version))


def unsure(connection: Connection, promotion_id: int) -> tuple[Purpose, Load] | None:
    """Return of what it is not known last whether a promotion's platform took it, and what that was for."""
    query = (
        select(promotion_job_rows, promotion_jobs.c.purpose)
        .join(promotion_jobs, promotion_jobs.c.id == promotion_job_rows.c.job_id)
        .where(promotion_job_rows.c.promotion_id == promotion_id, promotion_job_rows.c.result == "unsure")
        .order_by(promotion_jobs.c.id.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    return Purpose(row.purpose), Load(**{name: getattr(row, name) for name in Load.__dataclass_fields__})


def goods(connection: Connection, accounts: Collection[str]) -> dict[str, Decimal | None]:
    """Return what the copies of these accounts' catalogues know, with the price of one piece.

    By SKU, and by barcode in each way that it may be written: with leading zeros and without. A catalogue that was
    never read to its end says nothing.
    """
    found: dict[str, Decimal | None] = {}
    whole = select(products.c.account).where(products.c.renewed_at > _NEVER).distinct()
    read = set(connection.scalars(whole)).intersection(accounts)
    mine = products.c.account.in_(read)
    for row in connection.execute(select(products.c.sku, products.c.unit_price, products.c.by_weight).where(mine)):
        found[row.sku] = Decimal(row.unit_price) if row.unit_price and not row.by_weight else None
    codes = select(barcodes.c.form, barcodes.c.sku).where(barcodes.c.account.in_(read))
    for code in connection.execute(codes):
        bare = code.form.lstrip("0")
        for form in {code.form, bare, *(bare.zfill(length) for length in (8, 12, 13) if len(bare) <= length)}:
            found.setdefault(form, found.get(code.sku))
    return found


# Jobs.

_SIZE = func.coalesce(func.length(promotion_jobs.c.body), 0).label("size")
_JOB_COLUMNS = [column for column in promotion_jobs.c if column.name not in ("body", "answer")]


def job(connection: Connection, job_id: int) -> Job | None:
    """Return one job."""
    row = connection.execute(_jobs().where(promotion_jobs.c.id == job_id)).first()
    return None if row is None else _job(row)


def jobs(connection: Connection, account: str = "", *, open_only: bool = False, limit: int = 200) -> list[Job]:
    """Return the newest jobs, of one account or all, those that have not ended or all."""
    query = _jobs().order_by(promotion_jobs.c.id.desc()).limit(limit)
    if account:
        query = query.where(promotion_jobs.c.account == account)
    if open_only:
        query = query.where(promotion_jobs.c.state != State.ENDED.value)
    return [_job(row) for row in connection.execute(query)]


def due(
    connection: Connection, account: str, states: Collection[State], now: datetime, latest: datetime, limit: int
) -> list[Job]:
    """Return the jobs of an account whose turn it is, in these states, the one that waits longest first.

    One whose turn is beyond `latest` was put off by a clock that has been set back since.
    """
    turn = or_(promotion_jobs.c.next_at <= now, promotion_jobs.c.next_at > latest)
    query = _ready(_jobs(), account, states).where(turn).order_by(promotion_jobs.c.next_at, promotion_jobs.c.id)
    return [_job(row) for row in connection.execute(query.limit(limit))]


def next_due(connection: Connection, account: str, states: Collection[State]) -> datetime | None:
    """Return when the next job of an account has its turn, None if none waits for a time."""
    found: datetime | None = connection.scalar(
        _ready(select(func.min(promotion_jobs.c.next_at)).select_from(_WITH_BEFORE), account, states)
    )
    return found


_BEFORE = aliased(promotion_jobs, name="before")
_WITH_BEFORE = promotion_jobs.outerjoin(_BEFORE, _BEFORE.c.id == promotion_jobs.c.after_id)


def _jobs() -> Select[Any]:
    return select(*_JOB_COLUMNS, _SIZE).select_from(_WITH_BEFORE)


def _ready(query: Select[Any], account: str, states: Collection[State]) -> Select[Any]:
    """Keep the jobs that wait for no other one."""
    return query.where(
        promotion_jobs.c.account == account,
        promotion_jobs.c.state.in_([state.value for state in states]),
        promotion_jobs.c.next_at.is_not(None),
        or_(_BEFORE.c.id.is_(None), _BEFORE.c.state == State.ENDED.value),
    )


def body_of(connection: Connection, job_id: int) -> bytes | None:
    """Return the exact bytes of a job."""
    body: bytes | None = connection.scalar(select(promotion_jobs.c.body).where(promotion_jobs.c.id == job_id))
    return body


def answer_of(connection: Connection, job_id: int) -> bytes | None:
    """Return the platform's last answer about a job."""
    answer: bytes | None = connection.scalar(select(promotion_jobs.c.answer).where(promotion_jobs.c.id == job_id))
    return answer


def rows_of(connection: Connection, job_id: int, results: Collection[str] | None = None) -> list[JobRow]:
    """Return the promotions of a job, all or those that came to one of these results."""
    query = select(promotion_job_rows).where(promotion_job_rows.c.job_id == job_id)
    if results is not None:
        query = query.where(promotion_job_rows.c.result.in_(results))
    return [_row(row) for row in connection.execute(query.order_by(promotion_job_rows.c.promotion_id))]


def jobs_of(connection: Connection, promotion_id: int) -> list[tuple[Job, JobRow]]:
    """Return the jobs that a promotion was in, the oldest first, each with its row."""
    query = select(promotion_job_rows).where(promotion_job_rows.c.promotion_id == promotion_id)
    rows = {row.job_id: _row(row) for row in connection.execute(query)}
    found = _jobs().where(promotion_jobs.c.id.in_(list(rows))).order_by(promotion_jobs.c.id)
    return [(_job(row), rows[row.id]) for row in connection.execute(found)]


def row_of(connection: Connection, job_id: int) -> JobRow:
    """Return the one promotion of a job that is of one promotion; KeyError if there is none."""
    found = rows_of(connection, job_id)
    if not found:
        raise KeyError(job_id)
    return found[0]


def same_body(connection: Connection, account: str, digest: str, before: int) -> tuple[Job, JobRow] | None:
    """Return the newest earlier job of an account that carried the same bytes, with its promotion."""
    query = _jobs().where(
        promotion_jobs.c.account == account, promotion_jobs.c.digest == digest, promotion_jobs.c.id < before
    )
    row = connection.execute(query.order_by(promotion_jobs.c.id.desc()).limit(1)).first()
    return None if row is None else (_job(row), row_of(connection, row.id))


def reported(connection: Connection, since: datetime) -> set[str]:
    """Return the platform's ids of the jobs of which a report came in by the webhook since a time."""
    query = select(incoming.c.ref).where(incoming.c.kind == "job", incoming.c.received_at >= since)
    return set(connection.scalars(query))


def ever_uploaded(connection: Connection, account: str) -> bool:
    """Say whether a file was ever sent for this account."""
    query = select(promotion_jobs.c.id).where(
        promotion_jobs.c.account == account, promotion_jobs.c.kind == Kind.FILE.value, promotion_jobs.c.sends > 0
    )
    return connection.execute(query.limit(1)).first() is not None


def history(connection: Connection, promotion_id: int) -> list[Event]:
    """Return all that happened to a promotion and to the jobs it was in, the oldest first."""
    of_jobs = select(promotion_job_rows.c.job_id).where(promotion_job_rows.c.promotion_id == promotion_id)
    mine = or_(
        promotion_events.c.promotion_id == promotion_id,
        and_(promotion_events.c.promotion_id.is_(None), promotion_events.c.job_id.in_(of_jobs)),
    )
    return [
        _event(row) for row in connection.execute(select(promotion_events).where(mine).order_by(promotion_events.c.id))
    ]


def history_of_job(connection: Connection, job_id: int) -> list[Event]:
    """Return all that happened to a job as a whole, the oldest first."""
    query = select(promotion_events).where(
        promotion_events.c.job_id == job_id, promotion_events.c.promotion_id.is_(None)
    )
    return [_event(row) for row in connection.execute(query.order_by(promotion_events.c.id))]


def _parts(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (values[at : at + AT_A_TIME] for at in range(0, len(values), AT_A_TIME))


def _kept(row: Row[Any]) -> Kept:
    values = {name: getattr(row, name) for name in _KEPT}
    return Kept(
        **values,
        family=row.family or row.id,
        job=row.job_id,
        findings=load_findings(row.findings) if row.findings != "[]" else (),
        warnings=tuple(json.loads(row.warnings)) if row.warnings != "[]" else (),
    )


def _job(row: Row[Any]) -> Job:
    values = {name: getattr(row, name) for name in Job.__dataclass_fields__}
    return Job(**{**values, "kind": Kind(row.kind), "purpose": Purpose(row.purpose), "state": State(row.state)})


def _row(row: Row[Any]) -> JobRow:
    values = {name: getattr(row, name) for name in JobRow.__dataclass_fields__ if name != "findings"}
    return JobRow(**values, findings=load_findings(row.findings))


def _event(row: Row[Any]) -> Event:
    return Event(**{name: getattr(row, name) for name in Event.__dataclass_fields__})

"""Promotions and their jobs: the drafts, what platforms took, every step of a job, and the history."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from picker_app.domain.promotion import Promotion
from picker_app.store import codec
from picker_app.store.campaign_views import Kept, Kind, Load, Purpose, State, Told, dump_findings
from picker_app.store.promotion_tables import (
    promotion_events,
    promotion_job_rows,
    promotion_jobs,
    promotion_versions,
    promotions,
)


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of one promotion of a job that ended. `findings` and `words` are for the person."""

    promotion_id: int
    result: str
    findings: tuple[Told, ...] = ()
    words: str = ""


def digest(body: bytes) -> str:
    """Return the SHA-256 of a body in hexadecimal."""
    return sha256(body).hexdigest()


_TAKEN: Mapping[str, Any] = {"result": "accepted", "findings": "[]", "words": ""}


# Drafts.


def add(
    connection: Connection, account: str, drafts: Sequence[Promotion], at: datetime, *, family: int | None = None
) -> list[int]:
    """Keep new drafts; returns their numbers. `family`: the promotion that they are a copy of."""
    if not drafts:
        return []
    values = {"account": account, "family": family, "version": 1, "created_at": at, "changed_at": at}
    statement = insert(promotions).returning(promotions.c.id, sort_by_parameter_order=True)
    made = list(connection.scalars(statement, [{**_head(promotion), **values} for promotion in drafts]))
    versions = [_version(number, 1, promotion, at) for number, promotion in zip(made, drafts, strict=True)]
    connection.execute(insert(promotion_versions), versions)
    note(connection, at, account, "composed", promotions=made)
    return made


def change(connection: Connection, kept: Kept, promotion: Promotion, at: datetime) -> None:
    """Keep a new version of a draft. What the platform took stays the record; a refusal is taken up anew."""
    values = {**_head(promotion), "version": kept.version + 1, "changed_at": at}
    if kept.result == "refused":
        values |= {"result": "", "findings": "[]", "words": ""}
    connection.execute(update(promotions).where(promotions.c.id == kept.id).values(values))
    connection.execute(insert(promotion_versions), _version(kept.id, kept.version + 1, promotion, at))
    note(connection, at, kept.account, "changed", promotions=[kept.id])


def checked(connection: Connection, warnings: Mapping[int, Sequence[str]], versions: Mapping[int, int]) -> None:
    """Write which versions of promotions passed the checks, with the warnings that were read."""
    statement = (
        update(promotions)
        .where(promotions.c.id == bindparam("number"))
        .values(checked_version=bindparam("version_checked"), warnings=bindparam("read"))
    )
    rows = [
        {"number": number, "version_checked": version, "read": json.dumps(list(warnings.get(number, ())))}
        for number, version in versions.items()
    ]
    if rows:
        connection.execute(statement, rows)


def withdraw(connection: Connection, kept: Kept, at: datetime) -> None:
    """Take back a promotion that no platform ever had."""
    connection.execute(update(promotions).where(promotions.c.id == kept.id).values(withdrawn_at=at, changed_at=at))
    note(connection, at, kept.account, "withdrawn", promotions=[kept.id])


def declare(connection: Connection, loads: Sequence[Load], account: str, at: datetime, kind: str) -> None:
    """Write the record by a person's word: these bodies are what the platform has. `kind` is the event's."""
    for load in loads:
        values = {**_accepted(load, at), **_TAKEN, "job_id": None, "ended_at": None}
        if kind == "brought_in":
            values["elsewhere"] = True
        connection.execute(update(promotions).where(promotions.c.id == load.promotion_id).values(values))
    note(connection, at, account, kind, promotions=[load.promotion_id for load in loads])


def deny(connection: Connection, kept: Kept, at: datetime, kind: str) -> None:
    """Write by a person's word that the platform did not take what was sent last. `kind` is the event's."""
    values = {"result": "", "findings": "[]", "words": ""}
    connection.execute(update(promotions).where(promotions.c.id == kept.id).values(values))
    note(connection, at, kept.account, kind, promotions=[kept.id])


def declare_ended(connection: Connection, load: Load, account: str, at: datetime) -> None:
    """Write by a person's word that a promotion runs no more: the platform took its end.

    Without a body, for it was never written that the end was sent, the record stays as it was.
    """
    record = {} if load.body is None else _accepted(load, at)
    values = {**record, **_TAKEN, "ended_at": at}
    connection.execute(update(promotions).where(promotions.c.id == load.promotion_id).values(values))
    note(connection, at, account, "said_not_live", promotions=[load.promotion_id])


# Jobs.


def begin(
    connection: Connection,
    account: str,
    kind: Kind,
    purpose: Purpose,
    loads: Sequence[Load],
    body: bytes | None,
    at: datetime,
    *,
    after: int | None = None,
) -> int:
    """Freeze a job: its bytes and its promotions are kept before anything is sent; returns its number."""
    values = {
        "account": account,
        "kind": kind.value,
        "purpose": purpose.value,
        "state": State.FROZEN.value,
        "body": body,
        "digest": "" if body is None else digest(body),
        "count": len(loads),
        "after_id": after,
        "next_at": at,
        "created_at": at,
    }
    number: int = connection.execute(insert(promotion_jobs).returning(promotion_jobs.c.id), values).scalar_one()
    connection.execute(insert(promotion_job_rows), [{"job_id": number, **_load(load)} for load in loads])
    statement = update(promotions).where(promotions.c.id == bindparam("number")).values(job_id=number)
    connection.execute(statement, [{"number": load.promotion_id} for load in loads])
    note(connection, at, account, "submitted", job=number, words=purpose.value)
    return number


def compose(connection: Connection, job: int, load: Load) -> None:
    """Keep the bytes of an end that is about to be sent for the first time."""
    body = load.body or b""
    connection.execute(update(promotion_jobs).where(promotion_jobs.c.id == job).values(body=body, digest=digest(body)))
    connection.execute(
        update(promotion_job_rows)
        .where(promotion_job_rows.c.job_id == job, promotion_job_rows.c.promotion_id == load.promotion_id)
        .values(_load(load))
    )


def move(connection: Connection, job: int, among: Collection[State], **values: Any) -> bool:
    """Write how far a job has come, if it is still in one of these states; says whether it was."""
    if isinstance(values.get("state"), State):
        values["state"] = values["state"].value
    if "status" in values:
        values["status"] = values["status"][:60]
    there = promotion_jobs.c.state.in_([state.value for state in among])
    changed = connection.execute(update(promotion_jobs).where(promotion_jobs.c.id == job, there).values(values))
    return bool(changed.rowcount)


def want_stop(connection: Connection, job: int, account: str, at: datetime) -> bool:
    """Write that a person wants a job stopped, and let it be looked at; False if it has ended."""
    here = [state for state in State if state is not State.ENDED]
    if not move(connection, job, here, stopping=True, next_at=at):
        return False
    note(connection, at, account, "stop_wanted", job=job)
    return True


def settle(
    connection: Connection, job: int, account: str, at: datetime, settled: Iterable[Settled], *, ended: bool
) -> None:
    """Write what became of the promotions of a job that has ended; what was accepted is now the record.

    `ended`: the job was to end them. Results: "accepted", "partly", "refused", "unsure", and "" for a promotion that
    the platform never came to: it is as it was before.
    """
    results = list(settled)
    if not results:
        return
    rows = [
        {
            "number": one.promotion_id,
            "came_to": one.result,
            "found": dump_findings(one.findings),
            "said": one.words[:500],
        }
        for one in results
    ]
    here = promotion_job_rows.c.job_id == job
    connection.execute(
        update(promotion_job_rows)
        .where(here, promotion_job_rows.c.promotion_id == bindparam("number"))
        .values(result=bindparam("came_to"), findings=bindparam("found")),
        [{name: row[name] for name in ("number", "came_to", "found")} for row in rows],
    )
    told = [row for row in rows if row["came_to"]]
    if told:
        connection.execute(
            update(promotions)
            .where(promotions.c.id == bindparam("number"))
            .values(result=bindparam("came_to"), findings=bindparam("found"), words=bindparam("said")),
            told,
        )
    free(connection, job)
    taken = select(promotion_job_rows.c.promotion_id).where(
        here, promotion_job_rows.c.result.in_(("accepted", "partly"))
    )
    record = {
        f"accepted_{name}": select(promotion_job_rows.c[name])
        .where(here, promotion_job_rows.c.promotion_id == promotions.c.id)
        .scalar_subquery()
        for name in ("version", "body", "digest", "starts_at", "ends_at")
    }
    connection.execute(
        update(promotions)
        .where(promotions.c.id.in_(taken))
        .values(**record, accepted_job=job, accepted_at=at, ended_at=at if ended else None, elsewhere=False)
    )


def free(connection: Connection, job: int) -> None:
    """Let the promotions of a job that has ended go into others."""
    connection.execute(update(promotions).where(promotions.c.job_id == job).values(job_id=None))


def note(
    connection: Connection,
    at: datetime,
    account: str,
    kind: str,
    *,
    job: int | None = None,
    promotions: Sequence[int] = (),
    words: str = "",
    http_status: int | None = None,
) -> None:
    """Write into the history what happened to a job, or to each of some promotions."""
    row = {"at": at, "account": account, "job_id": job, "kind": kind, "words": words[:2500], "http_status": http_status}
    rows = [{**row, "promotion_id": number} for number in promotions] or [{**row, "promotion_id": None}]
    if job is not None or promotions:
        connection.execute(insert(promotion_events), rows)


def _head(promotion: Promotion) -> dict[str, Any]:
    return {
        "ref": promotion.id,
        "name": promotion.name,
        "mechanic": promotion.mechanic.value,
        "starts_at": _aware(promotion.period.start),
        "ends_at": _aware(promotion.period.end),
        "zone": promotion.period.zone,
    }


def _aware(moment: datetime) -> datetime:
    """Return a time for lists; a draft may hold one without a zone, which the checks tell."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _version(promotion_id: int, number: int, promotion: Promotion, at: datetime) -> dict[str, Any]:
    return {"promotion_id": promotion_id, "number": number, "draft": codec.dump_promotion(promotion), "at": at}


def _load(load: Load) -> dict[str, Any]:
    return {
        "promotion_id": load.promotion_id,
        "ref": load.ref,
        "version": load.version,
        "body": load.body,
        "digest": "" if load.body is None else digest(load.body),
        "starts_at": load.starts_at,
        "ends_at": load.ends_at,
    }


def _accepted(load: Load, at: datetime) -> dict[str, Any]:
    return {
        "accepted_version": load.version,
        "accepted_body": load.body,
        "accepted_digest": "" if load.body is None else digest(load.body),
        "accepted_starts_at": load.starts_at,
        "accepted_ends_at": load.ends_at,
        "accepted_at": at,
    }

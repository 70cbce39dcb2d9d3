"""Which jobs a wish comes to: a file, single changes, ends, and what must wait for what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from picker_app.domain.problem import Problem
from picker_app.domain.promotion import Market, Promotion
from picker_app.platforms.deliveroo import translate
from picker_app.platforms.delivery_hero import promotions_translate
from picker_app.promotions.reading import CannotWrite
from picker_app.promotions.shops import Shop, body
from picker_app.promotions.without_pauses import without_pauses
from picker_app.store import campaign_views, campaigns
from picker_app.store.campaign_views import Job, Kept, Kind, Load, Purpose, State
from picker_app.store.database import Connection


@dataclass(frozen=True, slots=True)
class Wanted:
    """One job that is to be made. `first`: the job of this plan that must end before, by its place in it.

    `queued`: it waits for the job that the promotion is in, and takes the place of one that only waits.
    """

    kind: Kind
    purpose: Purpose
    loads: tuple[Load, ...]
    body: bytes | None = field(repr=False)
    first: int | None = None
    queued: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The jobs of a wish, or why there are none: `code` names what is in the way, of `promotions`.

    `withdrawn` are taken back here, without a word to a platform. `same` are as the platform has them already.
    """

    jobs: tuple[Wanted, ...] = ()
    code: str = ""
    promotions: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()
    withdrawn: tuple[int, ...] = ()
    same: tuple[int, ...] = ()


def is_over(kept: Kept, now: datetime) -> bool:
    """Say whether what the platform took last has ended."""
    if kept.accepted_at is None:
        return False
    return kept.ended_at is not None or (kept.accepted_ends_at is not None and kept.accepted_ends_at <= now)


def submission(connection: Connection, shop: Shop, wanted: Sequence[Kept], now: datetime) -> Plan:
    """Plan how the current drafts of these promotions of an account are told to their platform."""
    hindered = _hindered(wanted)
    if hindered is not None:
        return hindered
    drafts = campaign_views.drafts(connection, [one.id for one in wanted])
    written, problems = _written(wanted, drafts, shop)
    if problems:
        return Plan(code="cannot_write", problems=tuple(problems))
    same = _same(wanted, written, now)
    wanted = [one for one in wanted if one.id not in same]
    if not wanted:
        return Plan(code="nothing_to_send", same=tuple(same))
    if shop.market is Market.DELIVEROO:
        jobs = _for_deliveroo(connection, shop, wanted, written, now)
        return Plan(jobs=jobs, same=tuple(same))
    under_way = _under_way(connection, wanted)
    clashing = tuple(
        number
        for number, pending in under_way.items()
        if promotions_translate.identity(pending) != promotions_translate.identity(written[number].body or b"")
    )
    if clashing:
        # Under another name it would be a second promotion beside the one that is on its way.
        return Plan(code="in_job", promotions=clashing)
    return Plan(jobs=_for_delivery_hero(connection, wanted, written, under_way, now), same=tuple(same))


def file_size(
    connection: Connection, shop: Shop, wanted: Sequence[Kept], drafts: Mapping[int, Promotion], now: datetime
) -> int:
    """Return how many bytes the file has in which `submission` would send these drafts, 0 where none goes by file."""
    if shop.market is not Market.DELIVEROO:
        return 0
    with without_pauses():
        written, _ = _written(wanted, drafts, shop)
        same = _same([one for one in wanted if one.id in written], written, now)
        left = [one for one in wanted if one.id in written and one.id not in same]
        jobs = _for_deliveroo(connection, shop, left, written, now)
    return sum(len(job.body or b"") for job in jobs if job.kind is Kind.FILE)


def ending(connection: Connection, shop: Shop, wanted: Sequence[Kept], now: datetime) -> Plan:
    """Plan how these promotions of an account are ended now; what no platform ever had is only withdrawn here."""
    unsure = tuple(one.id for one in wanted if one.result == "unsure" and one.accepted_at is None and one.job is None)
    if unsure:
        return Plan(code="unsure", promotions=unsure)
    withdrawn = tuple(one.id for one in wanted if one.job is None and one.accepted_at is None)
    there = [one for one in wanted if one.job is not None or one.accepted_at is not None]
    left = [one for one in there if one.job is not None or not is_over(one, now)]
    if not left and not withdrawn:
        return Plan(code="already_over", promotions=tuple(one.id for one in wanted))
    kind = Kind.SINGLE if shop.market is Market.DELIVEROO else Kind.CAMPAIGN
    # Its bytes are made when it goes: of what the platform has then, and of the time that it is then.
    jobs = [
        Wanted(kind, Purpose.END, (Load(one.id, one.ref, None, None, None, None),), None, queued=True) for one in left
    ]
    return Plan(jobs=tuple(jobs), withdrawn=withdrawn)


def make(connection: Connection, plan: Plan, shop: Shop, now: datetime) -> tuple[int, ...]:
    """Keep the jobs of a plan; returns their numbers."""
    made: list[int] = []
    for wanted in plan.jobs:
        after = None if wanted.first is None else made[wanted.first]
        if wanted.queued:
            after = _place(connection, wanted.loads[0].promotion_id, shop, now)
        kind, purpose, loads = wanted.kind, wanted.purpose, wanted.loads
        made.append(campaigns.begin(connection, shop.account, kind, purpose, loads, wanted.body, now, after=after))
    return tuple(made)


def _place(connection: Connection, promotion: int, shop: Shop, now: datetime) -> int | None:
    """Return the job that a new one of a promotion must wait for; one that only waits itself is replaced by it."""
    kept = campaign_views.one(connection, promotion)
    before = None if kept is None or kept.job is None else campaign_views.job(connection, kept.job)
    if before is None or before.state is State.ENDED:
        return None
    if _only_waits(before) and campaigns.move(
        connection, before.id, {State.FROZEN}, state=State.ENDED, verdict="replaced", ended_at=now, next_at=None
    ):
        campaigns.note(connection, now, shop.account, "replaced", job=before.id)
        campaigns.free(connection, before.id)
        return before.after_id
    return before.id


def _only_waits(job: Job) -> bool:
    return job.kind is not Kind.FILE and job.state is State.FROZEN and job.sends == 0 and job.unsure_at is None


def _hindered(wanted: Sequence[Kept]) -> Plan | None:
    hinders = {
        "withdrawn": [one.id for one in wanted if one.withdrawn_at is not None],
        "not_checked": [one.id for one in wanted if one.checked_version != one.version],
        "unsure": [one.id for one in wanted if one.result == "unsure" and one.job is None],
    }
    return next((Plan(code=code, promotions=tuple(found)) for code, found in hinders.items() if found), None)


def _written(
    wanted: Iterable[Kept], drafts: Mapping[int, Promotion], shop: Shop
) -> tuple[dict[int, Load], list[Problem]]:
    """Write the bodies of drafts; returns with them what the platform has no words for."""
    written: dict[int, Load] = {}
    problems: list[Problem] = []
    for one in wanted:
        try:
            written[one.id] = _load(one, drafts[one.id], body(drafts[one.id], shop))
        except CannotWrite as error:
            problems += error.problems
    return written, problems


def _same(wanted: Iterable[Kept], written: Mapping[int, Load], now: datetime) -> set[int]:
    return {one.id for one in wanted if one.job is None and _is_same(one, written[one.id], now)}


def _is_same(one: Kept, load: Load, now: datetime) -> bool:
    taken = one.accepted_version == one.version or one.accepted_digest == campaigns.digest(load.body or b"")
    return taken and one.accepted_at is not None and not is_over(one, now)


def _load(one: Kept, draft: Promotion, written: bytes) -> Load:
    return Load(one.id, one.ref, one.version, written, draft.period.start, draft.period.end)


def _for_deliveroo(
    connection: Connection, shop: Shop, wanted: Sequence[Kept], written: Mapping[int, Load], now: datetime
) -> tuple[Wanted, ...]:
    """New ones go by file, those that Deliveroo has by single PUTs; with bulk "all" the file holds all that stand."""
    fresh = [one for one in wanted if one.accepted_at is None and one.job is None]
    known = [one for one in wanted if one.accepted_at is not None or one.job is not None]
    loads = [written[one.id] for one in fresh]
    if shop.bulk == "all" and (fresh or any(one.job is None for one in known)):
        loads += _standing(connection, shop, known, written, now)
        known = [one for one in known if one.job is not None or is_over(one, now)]
    jobs = [_file(loads)] if loads else []
    jobs += [
        Wanted(Kind.SINGLE, Purpose.CHANGE, (written[one.id],), written[one.id].body, queued=True) for one in known
    ]
    return tuple(jobs)


def _file(loads: Sequence[Load]) -> Wanted:
    file = translate.file_of(load.body or b"" for load in loads)
    return Wanted(Kind.FILE, Purpose.NEW, tuple(loads), file)


def _standing(
    connection: Connection, shop: Shop, changed: Sequence[Kept], written: Mapping[int, Load], now: datetime
) -> list[Load]:
    """Return all that Deliveroo has and that has not ended, the changed ones as they shall be."""
    stand = [
        one
        for one in campaign_views.kept(connection, account=shop.account)
        if one.accepted_at is not None and one.job is None and not is_over(one, now)
    ]
    bodies = campaign_views.accepted_bodies(connection, [one.id for one in stand])
    anew = {one.id for one in changed}
    return [
        written[one.id]
        if one.id in anew
        else Load(one.id, one.ref, one.accepted_version, bodies[one.id], one.accepted_starts_at, one.accepted_ends_at)
        for one in sorted(stand, key=lambda one: one.id)
    ]


def _under_way(connection: Connection, wanted: Iterable[Kept]) -> dict[int, bytes]:
    """Return the bodies of these promotions that the platform may have got already, and did not answer for."""
    found: dict[int, bytes] = {}
    for one in wanted:
        job = None if one.job is None else campaign_views.job(connection, one.job)
        while job is not None and _only_waits(job):
            job = None if job.after_id is None else campaign_views.job(connection, job.after_id)
        if job is not None and job.state is not State.ENDED and job.purpose is not Purpose.END:
            found[one.id] = campaign_views.body_of(connection, job.id) or b""
    return found


def _for_delivery_hero(
    connection: Connection,
    wanted: Iterable[Kept],
    written: Mapping[int, Load],
    under_way: Mapping[int, bytes],
    now: datetime,
) -> tuple[Wanted, ...]:
    """One PUT each; where name, vendors or dates are others, the old one is ended first (section 13)."""
    jobs: list[Wanted] = []
    for one in wanted:
        load = written[one.id]
        last = under_way.get(one.id) or campaign_views.accepted_body(connection, one.id)
        if last is None or (is_over(one, now) and one.id not in under_way):
            jobs.append(Wanted(Kind.CAMPAIGN, Purpose.NEW, (load,), load.body, queued=True))
        elif promotions_translate.identity(last) == promotions_translate.identity(load.body or b""):
            whole = promotions_translate.changed(last, load.body or b"")
            jobs.append(Wanted(Kind.CAMPAIGN, Purpose.CHANGE, (_with(load, whole),), whole, queued=True))
        else:
            end = promotions_translate.ended(last)
            old = Load(one.id, one.ref, one.accepted_version, end, one.accepted_starts_at, one.accepted_ends_at)
            jobs.append(Wanted(Kind.CAMPAIGN, Purpose.END, (old,), end, queued=True))
            jobs.append(Wanted(Kind.CAMPAIGN, Purpose.NEW, (load,), load.body, first=len(jobs) - 1))
    return tuple(jobs)


def _with(load: Load, whole: bytes) -> Load:
    return Load(load.promotion_id, load.ref, load.version, whole, load.starts_at, load.ends_at)

"""Follows a job at its platform: reads it with growing pauses until it ends, and writes what became of each."""

import logging
from collections.abc import Awaitable, Callable, Collection
from datetime import timedelta

from picker_app.platforms.port import Missing
from picker_app.platforms.promotion_jobs import Finding, Judgement, Progress, Result, Stage
from picker_app.promotions.course import Rhythm
from picker_app.promotions.means import CLEAN, Means, counted, told
from picker_app.store import campaign_views
from picker_app.store.campaign_views import Job, JobRow, State
from picker_app.store.campaigns import Settled

log = logging.getLogger(__name__)

Read = Callable[[str], Awaitable[Progress]]
Judge = Callable[[Progress, Collection[str]], Judgement]
NO_ANSWER, MISSING = "no_answer", "missing"


async def poll(job: Job, read: Read, judge: Judge, rhythm: Rhythm, means: Means) -> None:
    """Read a job once, and write what it says."""
    try:
        progress = await read(job.ref)
    except Missing as error:
        await _unknown(job, error, rhythm, means)
        return
    await heard(job, progress, judge, rhythm, means)


async def heard(job: Job, progress: Progress, judge: Judge, rhythm: Rhythm, means: Means) -> None:
    """Write what a job says of itself; a job that ended is never read again, whatever it would say later."""
    now = means.now()
    if progress.stage is Stage.ENDED:
        await _ended(job, progress, judge, means)
        return
    if progress.stage is Stage.WAITING and over(job, means, rhythm.grace):
        await means.end(job, "never_arrived", said="The file never arrived.")
        return
    if not progress.known and progress.status != job.status:
        log.info("%s: job %d has a status that is not known: %s", job.account, job.id, progress.status[:60])
    followed = now - (job.followed_at or now)
    wait = rhythm.poll(_count(job, means), followed, means.chance())
    await means.move(
        job,
        {State.FOLLOWING, State.UNSURE},
        "status" if progress.status != job.status else "",
        said=progress.status,
        next_at=None if wait is None else means.after(wait),
        **{**CLEAN, "error": "" if wait is not None else NO_ANSWER, **counted(progress)},
    )


async def _unknown(job: Job, error: Missing, rhythm: Rhythm, means: Means) -> None:
    """Wait for a job that the platform does not know: at first that is usual, later nobody answers."""
    followed = means.now() - (job.followed_at or means.now())
    wait = rhythm.poll(_count(job, means), followed, means.chance())
    if followed.total_seconds() >= rhythm.hidden and wait is not None:
        wait = rhythm.slow
    await means.move(
        job,
        {State.FOLLOWING, State.UNSURE},
        next_at=None if wait is None else means.after(wait),
        error=MISSING if wait is not None else NO_ANSWER,
        http_status=404,
        words=error.words,
    )


async def _ended(job: Job, progress: Progress, judge: Judge, means: Means) -> None:
    rows = await _rows(job, means)
    judged = judge(progress, [row.ref for row in rows])
    settled = [
        Settled(
            row.promotion_id,
            str(judged.results[row.ref].value),
            told(judged.findings.get(row.ref, ())),
            judged.doubt if judged.results[row.ref] is Result.UNSURE else "",
        )
        for row in rows
    ]
    strangers = "; ".join(f"{name or '?'}: {_plain(found)}" for name, found in judged.strangers.items())
    doubt = " ".join(filter(None, (judged.doubt, strangers and f"Also named, and not sent: {strangers}.")))
    verdict = progress.end.value if progress.end is not None else "unsure"
    await means.end(job, verdict, settled, said=progress.status, doubt=doubt[:2000], **counted(progress))


def over(job: Job, means: Means, grace: float) -> bool:
    """Say whether the address of a job is over by so many seconds, by the platform's clock."""
    if job.expires_at is None:
        return False
    there = means.now() + timedelta(milliseconds=job.ahead_ms)
    return there >= job.expires_at + timedelta(seconds=grace)


async def _rows(job: Job, means: Means) -> list[JobRow]:
    return await means.database.ask(lambda connection: campaign_views.rows_of(connection, job.id))


def _count(job: Job, means: Means) -> int:
    polls = means.polls.get(job.id, 0)
    means.polls[job.id] = polls + 1
    # The first wait was the one before the first read.
    return polls + 1


def _plain(findings: Collection[Finding]) -> str:
    return ", ".join(f"{one.type or '?'} {' '.join(one.items)}".strip() for one in findings)

"""The steps of one promotion that is changed or ended at Deliveroo by a PUT (deliveroo_promotions.md section 9)."""

from collections.abc import Collection
from datetime import datetime, timedelta

from picker_app.platforms import exact_json
from picker_app.platforms.deliveroo import translate
from picker_app.platforms.deliveroo.protocol import Occupied
from picker_app.platforms.port import Missing, PlatformError, Refused, Uncertain
from picker_app.platforms.promotion_jobs import Judgement, Progress
from picker_app.promotions import following
from picker_app.promotions.course import Rhythm
from picker_app.promotions.file_job import Brand
from picker_app.promotions.means import Means, Void
from picker_app.promotions.sending import not_sent, refused, stopped, taken
from picker_app.store import campaign_views, campaigns
from picker_app.store.campaign_views import Job, Load, Purpose, State
from picker_app.store.campaigns import Settled
from picker_app.store.database import Connection

UNNAMED = 3
"""After so many answers without a job's name it is for the person to find out what the platform has."""


async def step(job: Job, brand: Brand, rhythm: Rhythm, means: Means) -> bool:
    """Do the next thing, and say whether the platform answered; PlatformError where it could not be asked."""
    match job.state:
        case State.FROZEN if job.stopping and job.sends == 0:
            await stopped(job, means)
            return False
        case State.FROZEN | State.SENDING:
            return await _put(job, brand, rhythm, means)
        case _:
            await following.poll(job, brand.read_job, judge, rhythm, means)
            return True


def judge(progress: Progress, promotions: Collection[str]) -> Judgement:
    """Say what became of the promotion of a single PUT."""
    return translate.judge(progress, promotions, single=True)


async def _put(job: Job, brand: Brand, rhythm: Rhythm, means: Means) -> bool:
    """Send the whole promotion. The same bytes twice mean the same, so what is unsure is sent again unchanged."""
    now = means.now()
    there = now + (brand.ahead or timedelta())
    try:
        moved = await means.move(
            job,
            {State.FROZEN, State.SENDING},
            "sent",
            before=lambda connection: _compose(connection, job, there),
            state=State.SENDING,
            sends=job.sends + 1,
            sent_at=now,
            unsure_at=job.unsure_at or (now if job.state is State.SENDING else None),
        )
    except Void as void:
        await means.end(job, "void", said=str(void))
        return False
    if not moved:
        return False
    row, body = await means.database.ask(
        lambda connection: (campaign_views.row_of(connection, job.id), campaign_views.body_of(connection, job.id))
    )
    try:
        begun = await brand.put(row.ref, body or b"")
    except Occupied as error:
        await _occupied(job, error, rhythm, means)
    except Uncertain as error:
        await _unsure(job, error, row.promotion_id, rhythm, means)
        return error.status is not None
    except Missing as error:
        await refused(job, row, error, means, result="unsure")
    except Refused as error:
        await refused(job, row, error, means)
    except PlatformError:
        await not_sent(job, means)
        raise
    else:
        await taken(job, begun, rhythm, means)
    return True


def _compose(connection: Connection, job: Job, there: datetime) -> None:
    """Keep the bytes of an end, made of what the platform took last; Void where it took nothing."""
    row = campaign_views.row_of(connection, job.id)
    kept = campaign_views.one(connection, row.promotion_id)
    last = campaign_views.accepted_body(connection, row.promotion_id)
    if last is None or kept is None:
        raise Void("Deliveroo never took this promotion.")
    if job.purpose is Purpose.END and row.body is None:
        body = translate.ended(last, there)
        starts_at, ends_at = translate.window(exact_json.load(body))
        load = Load(row.promotion_id, row.ref, kept.accepted_version, body, starts_at, ends_at)
        campaigns.compose(connection, job.id, load)


async def _occupied(job: Job, error: Occupied, rhythm: Rhythm, means: Means) -> None:
    """Wait while the platform works on the promotion; that is no error of the promotion."""
    since = job.failing_since or means.now()
    if (means.now() - since).total_seconds() >= rhythm.give_up:
        await means.end(job, "not_taken", said=error.words, answered=error.status, error=error.code)
        return
    await means.move(
        job,
        {State.SENDING},
        "occupied" if job.error != error.code else "",
        said=error.words,
        answered=error.status,
        state=State.FROZEN,
        sends=job.sends,
        unsure_at=None,
        tries=job.tries + 1,
        failing_since=since,
        next_at=means.after(rhythm.occupied(job.tries)),
        error=error.code,
        http_status=error.status,
        words=error.words,
    )


async def _unsure(job: Job, error: Uncertain, promotion: int, rhythm: Rhythm, means: Means) -> None:
    sends = job.sends + 1
    if error.status is not None and sends >= UNNAMED:
        settled = [Settled(promotion, "unsure", words=error.words)]
        await means.end(job, "unsure", settled, said=error.words, answered=error.status, error=error.code)
        return
    now = means.now()
    since = job.failing_since or now
    await means.move(
        job,
        {State.SENDING},
        "unsure",
        said=error.words,
        answered=error.status,
        unsure_at=job.unsure_at or now,
        tries=job.tries + 1,
        failing_since=since,
        next_at=means.after(rhythm.retry(job.tries, now - since, error)),
        error=error.code,
        http_status=error.status,
        words=error.words,
    )

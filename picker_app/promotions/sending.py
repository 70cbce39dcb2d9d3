"""What the sends of both platforms have in common: taken, refused, not carried out, stopped before they left."""

from picker_app.platforms.port import Refused
from picker_app.platforms.promotion_jobs import Begun
from picker_app.promotions.course import Rhythm
from picker_app.promotions.means import CLEAN, Means
from picker_app.store.campaign_views import Job, JobRow, State
from picker_app.store.campaigns import Settled


async def taken(job: Job, begun: Begun, rhythm: Rhythm, means: Means) -> None:
    """Write that the platform took a promotion and began a job, which is followed from now on."""
    await means.move(
        job,
        {State.SENDING},
        "taken",
        said=begun.job,
        answered=202,
        state=State.FOLLOWING,
        ref=begun.job,
        status=begun.status,
        answer=begun.raw,
        followed_at=means.now(),
        next_at=means.after(rhythm.first),
        **CLEAN,
    )


async def refused(job: Job, row: JobRow, error: Refused, means: Means, *, result: str = "refused") -> None:
    """End a job that the platform refused to begin; it is never sent again by itself."""
    await means.end(
        job,
        result,
        [Settled(row.promotion_id, result, words=error.words)],
        said=error.words,
        answered=error.status,
        error=error.code,
        http_status=error.status,
    )


async def not_sent(job: Job, means: Means) -> None:
    """Write that a send was certainly not carried out; an earlier one that is unsure stays so."""
    unsure = job.unsure_at is not None or job.state is State.SENDING
    await means.move(job, {State.SENDING}, state=State.SENDING if unsure else State.FROZEN, sends=job.sends)


async def stopped(job: Job, means: Means) -> None:
    """End a job by a person's wish before the platform had anything of it: its promotions are free again."""
    await means.end(job, "stopped")

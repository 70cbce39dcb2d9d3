"""The steps of one promotion at Delivery Hero: sent as a job, followed, and DUPLICATE understood (section 13)."""

from collections.abc import Collection
from typing import Protocol

from picker_app.platforms.delivery_hero import promotions_translate
from picker_app.platforms.port import PlatformError, Refused, Uncertain
from picker_app.platforms.promotion_jobs import Begun, End, Finding, Judgement, Progress, Result
from picker_app.promotions import following
from picker_app.promotions.course import Rhythm
from picker_app.promotions.means import Means, Void
from picker_app.promotions.sending import not_sent, refused, stopped, taken
from picker_app.store import campaign_views, campaigns
from picker_app.store.campaign_views import Job, JobRow, Load, Purpose, State
from picker_app.store.campaigns import Settled
from picker_app.store.database import Connection

SENDS = 2
"""What is unsure is sent once more, and never a third time."""
_WENT_WELL = ("completed", "partial", "duplicate")


class Chain(Protocol):
    """The promotions of a chain at Delivery Hero, as the steps of a job need them; methods raise PlatformError."""

    async def put(self, body: bytes) -> Begun:
        """Send the body of a promotion."""
        ...

    async def read_job(self, job: str) -> Progress:
        """Read how far a job is."""
        ...

    async def sign_in(self) -> None:
        """Prove that the secrets work."""
        ...


async def step(job: Job, chain: Chain, rhythm: Rhythm, means: Means) -> bool:
    """Do the next thing, and say whether the platform answered; PlatformError where it could not be asked."""
    match job.state:
        case State.FROZEN if job.stopping and job.sends == 0:
            await stopped(job, means)
            return False
        case State.FROZEN | State.SENDING:
            return await _put(job, chain, rhythm, means)
        case _:
            await _follow(job, chain, rhythm, means)
            return True


async def _put(job: Job, chain: Chain, rhythm: Rhythm, means: Means) -> bool:
    """Send the body; what is unsure is sent once more, byte for byte, for nothing can be read back."""
    row, before = await means.database.ask(lambda connection: _look(connection, job))
    if before is not None and before.verdict not in _WENT_WELL and job.purpose is Purpose.NEW:
        # What stands under the old name would stay beside the new one.
        await means.end(job, "void", said="The promotion could not be ended under its old name, vendors or dates.")
        return False
    if job.sends >= SENDS:
        await _given_up(job, row, "", means)
        return False
    now = means.now()
    unsure_at = job.unsure_at or (now if job.state is State.SENDING else None)
    try:
        moved = await means.move(
            job,
            {State.FROZEN, State.SENDING},
            "sent",
            before=lambda connection: _compose(connection, job),
            state=State.SENDING,
            sends=job.sends + 1,
            sent_at=now,
            unsure_at=unsure_at,
        )
    except Void as void:
        await means.end(job, "void", said=str(void))
        return False
    if not moved:
        return False
    body = await means.database.ask(lambda connection: campaign_views.body_of(connection, job.id))
    try:
        begun = await chain.put(body or b"")
    except Uncertain as error:
        if job.sends + 1 >= SENDS:
            await _given_up(job, row, error.words, means)
            return False
        await means.move(
            job,
            {State.SENDING},
            "unsure",
            said=error.words,
            answered=error.status,
            unsure_at=unsure_at or now,
            next_at=means.after(rhythm.retries[0]),
            error=error.code,
            http_status=error.status,
            words=error.words,
        )
        return error.status is not None
    except Refused as error:
        await refused(job, row, error, means)
    except PlatformError:
        await not_sent(job, means)
        raise
    else:
        await taken(job, begun, rhythm, means)
    return True


def _compose(connection: Connection, job: Job) -> None:
    """Keep the bytes of an end, a replay of what the platform took last; Void where it took nothing."""
    row = campaign_views.row_of(connection, job.id)
    if row.body is not None:
        return
    kept = campaign_views.one(connection, row.promotion_id)
    last = campaign_views.accepted_body(connection, row.promotion_id)
    if last is None or kept is None:
        raise Void("Delivery Hero never took this promotion.")
    body = promotions_translate.ended(last)
    starts_at, ends_at = kept.accepted_starts_at, kept.accepted_ends_at
    campaigns.compose(
        connection, job.id, Load(row.promotion_id, row.ref, kept.accepted_version, body, starts_at, ends_at)
    )


async def _given_up(job: Job, row: JobRow, words: str, means: Means) -> None:
    settled = [Settled(row.promotion_id, "unsure", words=words)]
    await means.end(job, "unsure", settled, said=words, error="uncertain")


async def _follow(job: Job, chain: Chain, rhythm: Rhythm, means: Means) -> None:
    earlier = await means.database.ask(
        lambda connection: campaign_views.same_body(connection, job.account, job.digest, job.id)
    )

    def judge(progress: Progress, promotions: Collection[str]) -> Judgement:
        (promotion,) = promotions
        if progress.end is End.DUPLICATE:
            return _duplicate(job, promotion, earlier[1] if earlier else None)
        return promotions_translate.judge(progress, promotion)

    await following.poll(job, chain.read_job, judge, rhythm, means)


def _duplicate(job: Job, promotion: str, earlier: JobRow | None) -> Judgement:
    """Say what DUPLICATE means: after an unsure send that the first one arrived, else what the earlier job came to."""
    if job.sends >= SENDS:
        return Judgement({promotion: Result.ACCEPTED})
    if earlier is not None and earlier.result in (Result.ACCEPTED, Result.PARTLY):
        findings = tuple(Finding(one.type, one.items, one.where) for one in earlier.findings)
        return Judgement({promotion: Result(earlier.result)}, {promotion: findings} if findings else {})
    doubt = "The platform says that this was submitted before, and this program does not know what became of it."
    return Judgement({promotion: Result.UNSURE}, doubt=doubt)


def _look(connection: Connection, job: Job) -> tuple[JobRow, Job | None]:
    before = None if job.after_id is None else campaign_views.job(connection, job.after_id)
    return campaign_views.row_of(connection, job.id), before

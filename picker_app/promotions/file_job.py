"""The steps of a file of promotions at Deliveroo: ask for an address, send, and see what became of it (section 4)."""

import asyncio
from collections.abc import Callable, Collection
from datetime import timedelta
from typing import Protocol

from picker_app.platforms.deliveroo import translate
from picker_app.platforms.deliveroo.protocol import FileRefused
from picker_app.platforms.port import Refused, Uncertain, Unreachable
from picker_app.platforms.promotion_jobs import Begun, Judgement, Progress, Stage, Ticket
from picker_app.promotions import following
from picker_app.promotions.course import Rhythm, is_outage
from picker_app.promotions.means import CLEAN, Means, Upload
from picker_app.promotions.sending import stopped
from picker_app.store import campaign_views
from picker_app.store.campaign_views import Job, State


class Brand(Protocol):
    """A brand at Deliveroo, as the steps of a job need it; methods raise PlatformError."""

    @property
    def ahead(self) -> timedelta | None:
        """Return by how much the platform's clock was ahead of ours in its last answer."""
        ...

    async def ask_url(self) -> Ticket:
        """Ask for leave to send a file."""
        ...

    async def upload(self, ticket: Ticket, body: bytes, sent: Callable[[int], None]) -> None:
        """Send a file."""
        ...

    async def put(self, promotion: str, body: bytes) -> Begun:
        """Change or end one promotion."""
        ...

    async def read_job(self, job: str) -> Progress:
        """Read the status of a job."""
        ...

    async def sign_in(self) -> None:
        """Prove that the secret works."""
        ...


async def step(job: Job, brand: Brand, rhythm: Rhythm, means: Means) -> bool:
    """Do the next thing, and say whether the platform answered; PlatformError where it could not be asked."""
    match job.state:
        case State.FROZEN | State.LEAVE if job.stopping:
            if job.state is State.FROZEN or not await _there(job, brand, rhythm, means):
                await stopped(job, means)
            return False
        case State.FROZEN:
            await _ask(job, brand, means)
        case State.LEAVE:
            await _send(job, brand, rhythm, means)
            return False  # the store of files is another host
        case State.SENDING:
            # Nobody has a hand on it: the program ended while it was on its way.
            now = means.now()
            await means.move(job, {State.SENDING}, "interrupted", state=State.UNSURE, unsure_at=now, next_at=now)
            return False
        case State.UNSURE:
            await _look(job, brand, rhythm, means)
        case _:
            await following.poll(job, brand.read_job, judge, rhythm, means)
    return True


def judge(progress: Progress, promotions: Collection[str]) -> Judgement:
    """Say what became of each promotion of a file."""
    return translate.judge(progress, promotions)


async def _ask(job: Job, brand: Brand, means: Means) -> None:
    try:
        ticket = await brand.ask_url()
    except Refused as error:
        await means.end(
            job, "not_taken", said=error.words, answered=error.status, error=error.code, http_status=error.status
        )
        return
    await means.move(
        job,
        {State.FROZEN},
        "url_asked",
        said=ticket.job,
        state=State.LEAVE,
        ref=ticket.job,
        url=ticket.url,
        expires_at=ticket.expires_at,
        ahead_ms=round(ticket.ahead.total_seconds() * 1000),
        next_at=means.now(),
        **CLEAN,
    )


async def _send(job: Job, brand: Brand, rhythm: Rhythm, means: Means) -> None:
    if following.over(job, means, -rhythm.spare):
        if not await _there(job, brand, rhythm, means):
            await _anew(job, means, {State.LEAVE})
        return
    body = await means.database.ask(lambda connection: campaign_views.body_of(connection, job.id)) or b""
    now = means.now()
    if not await means.move(
        job, {State.LEAVE}, "upload_began", said=job.digest, state=State.SENDING, sends=job.sends + 1, sent_at=now
    ):
        return
    ticket = Ticket(job.ref, job.url, job.expires_at)
    upload = Upload(asyncio.create_task(_carry(brand, ticket, body, job, means), name=f"upload {job.id}"), len(body))
    means.uploads[job.id] = upload
    try:
        await asyncio.wait({upload.task})
    except asyncio.CancelledError:
        # The program closes: the next start sees that it was on its way.
        upload.task.cancel()
        await asyncio.gather(upload.task, return_exceptions=True)
        raise
    finally:
        del means.uploads[job.id]
    if upload.task.cancelled():
        await _broken_off(job, upload, means)
        return
    error = upload.task.exception()
    match error:
        case None:
            await _arrived(job, rhythm, means)
        case Uncertain():
            await means.move(
                job,
                {State.SENDING},
                "upload_unsure",
                said=error.words,
                state=State.UNSURE,
                unsure_at=means.now(),
                next_at=means.after(rhythm.first),
            )
        case FileRefused():
            await _refused(job, error, brand, rhythm, means)
        case Unreachable():
            await _not_stored(job, error, brand, rhythm, means)
        case _:
            raise error


async def _carry(brand: Brand, ticket: Ticket, body: bytes, job: Job, means: Means) -> None:
    def hear(sent: int) -> None:
        means.uploads[job.id].sent = sent

    await brand.upload(ticket, body, hear)


async def _arrived(job: Job, rhythm: Rhythm, means: Means) -> None:
    await means.move(
        job,
        {State.SENDING},
        "uploaded",
        said=job.digest,
        answered=200,
        state=State.FOLLOWING,
        url="",
        followed_at=means.now(),
        next_at=means.after(rhythm.first),
        **CLEAN,
    )


async def _there(job: Job, brand: Brand, rhythm: Rhythm, means: Means) -> bool:
    """Say whether an earlier send has arrived after all, though it was answered with an error; it is followed then.

    To be asked before an address is given up: at another one the same file would arrive once more.
    """
    if job.sends == 0:
        return False
    progress = await brand.read_job(job.ref)
    if progress.stage is Stage.WAITING:
        return False
    await _follow(job, progress, {State.LEAVE, State.SENDING}, rhythm, means)
    return True


async def _follow(job: Job, progress: Progress, among: Collection[State], rhythm: Rhythm, means: Means) -> None:
    """Write that the file has arrived, as its job says, and what the job says of itself."""
    now = means.now()
    if await means.move(job, among, "uploaded", state=State.FOLLOWING, url="", followed_at=now, next_at=now, **CLEAN):
        await following.heard(job, progress, judge, rhythm, means)


async def _refused(job: Job, error: FileRefused, brand: Brand, rhythm: Rhythm, means: Means) -> None:
    """A dead address is renewed once; anything else is for the person, and the promotions are free again."""
    if await _there(job, brand, rhythm, means):
        return
    said = error.page or error.words
    if error.kind == "expired" and job.renewals == 0:
        await _anew(job, means, {State.SENDING}, said, error.status, renewals=1)
        return
    await means.end(
        job, "not_taken", said=said, answered=error.status, error=f"file_{error.kind}", http_status=error.status
    )


async def _not_stored(job: Job, error: Unreachable, brand: Brand, rhythm: Rhythm, means: Means) -> None:
    wait = rhythm.upload(job.tries)
    if wait is None:
        if await _there(job, brand, rhythm, means):
            return
        await _anew(job, means, {State.SENDING}, error.words, error.status)
    else:
        await means.move(
            job,
            {State.SENDING},
            "upload_failed",
            said=error.words,
            answered=error.status,
            state=State.LEAVE,
            tries=job.tries + 1,
            next_at=means.after(max(wait, error.retry_after or 0)),
            error=error.code,
            http_status=error.status,
            words=error.words,
        )
    if is_outage(error):
        raise error


async def _broken_off(job: Job, upload: Upload, means: Means) -> None:
    """A person stopped the upload: what did not leave whole cannot have arrived; else the job must tell."""
    if upload.sent < upload.size:
        await stopped(job, means)
        return
    now = means.now()
    await means.move(job, {State.SENDING}, "upload_unsure", state=State.UNSURE, unsure_at=now, next_at=now)


async def _look(job: Job, brand: Brand, rhythm: Rhythm, means: Means) -> None:
    """Read from the job whether the file arrived; send the same bytes again only where it shows nothing of it."""
    progress = await brand.read_job(job.ref)
    now = means.now()
    if progress.stage is not Stage.WAITING:
        await _follow(job, progress, {State.UNSURE}, rhythm, means)
        return
    if job.stopping:
        if following.over(job, means, rhythm.grace):
            await stopped(job, means)
        else:
            wait = rhythm.poll(means.polls.get(job.id, 0), timedelta(), means.chance()) or rhythm.slow
            means.polls[job.id] = means.polls.get(job.id, 0) + 1
            await means.move(job, {State.UNSURE}, next_at=means.after(wait))
        return
    settled_at = (job.unsure_at or now) + timedelta(seconds=rhythm.unsure)
    if now >= settled_at:
        await means.move(job, {State.UNSURE}, "not_arrived", state=State.LEAVE, next_at=now)
    else:
        await means.move(job, {State.UNSURE}, next_at=min(means.after(rhythm.first), settled_at))


async def _anew(
    job: Job, means: Means, among: Collection[State], said: str = "", answered: int | None = None, *, renewals: int = 0
) -> None:
    """Give an address up and ask for another one; its job at the platform is never looked at again."""
    await means.move(
        job,
        among,
        "url_unused",
        said=said or job.ref,
        answered=answered,
        state=State.FROZEN,
        url="",
        ref="",
        expires_at=None,
        renewals=job.renewals + renewals,
        next_at=means.now(),
        tries=0,
    )

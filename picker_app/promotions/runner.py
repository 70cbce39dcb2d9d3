"""Carries the jobs of promotions: step by step from the record, so that none is lost and none is done twice."""

import asyncio
import logging
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial

from picker_app.changes import EVERYTHING, Changes
from picker_app.platforms.port import PlatformError, Turn
from picker_app.promotions import campaign_job, file_job, single_job
from picker_app.promotions.campaign_job import Chain
from picker_app.promotions.course import DELIVEROO, DELIVERY_HERO, Rhythm, is_outage
from picker_app.promotions.file_job import Brand
from picker_app.promotions.line import Line
from picker_app.promotions.means import OPEN, Means
from picker_app.store import campaign_views, campaigns
from picker_app.store.campaign_views import Job, Kind, State
from picker_app.store.campaigns import Settled
from picker_app.store.database import Connection, Database, NotSaved

log = logging.getLogger(__name__)

AT_ONCE = 8
LONGEST_REST = 600.0
PAUSE, FAULT_PAUSE = 5.0, 60.0
FILES: frozenset[State] = frozenset({State.LEAVE})
CALLS: frozenset[State] = OPEN - FILES
"""A file takes its time: it has a lane of its own, in which one goes at a time."""


@dataclass(frozen=True, slots=True)
class AccountState:
    """How the line of an account's promotions stands: `code` is "" while it is good, else the error's, with sentences.

    `not_allowed` and `locked_out` wait for a person; `retry_at` is when it is tried all the same.
    """

    account: str
    code: str = ""
    title: str = ""
    advice: str = ""
    words: str = ""
    turn: Turn | None = None
    since: datetime | None = None
    retry_at: datetime | None = None


class Runner:
    """Works on the jobs of all accounts, from `start` to `close`, in one event loop.

    `brands` are the accounts at Deliveroo, `chains` those at Delivery Hero, `poll_most` the longest pause in seconds
    between two reads of a job, by account. `work` does what is due and says when the next thing is: `start` does so
    again and again.
    """

    def __init__(
        self,
        database: Database,
        changes: Changes,
        brands: Mapping[str, Brand],
        chains: Mapping[str, Chain],
        *,
        poll_most: Mapping[str, int] | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        chance: Callable[[], float] | None = None,
        deliveroo: Rhythm = DELIVEROO,
        delivery_hero: Rhythm = DELIVERY_HERO,
    ) -> None:
        self._brands = dict(brands)
        self._chains = dict(chains)
        self._means = Means(database, changes, now) if chance is None else Means(database, changes, now, chance)
        most = poll_most or {}
        self._rhythms = {
            account: replace(deliveroo, most=most.get(account, deliveroo.most)) for account in self._brands
        } | dict.fromkeys(self._chains, delivery_hero)
        self._lines = {account: Line(account, rhythm) for account, rhythm in self._rhythms.items()}
        self._bells: list[tuple[str, asyncio.Event]] = []
        self._at_work: set[int] = set()
        # One at a time in each lane: what is due is looked up only when all that was due before has been written.
        self._locks: dict[tuple[str, frozenset[State]], asyncio.Lock] = {}
        self._heard_until = now()
        self._tasks: list[asyncio.Task[None]] = []
        self._end: Callable[[], None] | None = None
        self._closing = False

    @property
    def accounts(self) -> tuple[str, ...]:
        """Return the accounts whose promotions are carried."""
        return tuple(self._rhythms)

    async def start(self, *, restored: bool = False) -> None:
        """Take up what an earlier run left, and follow the change feed; `restored` as of `take_up`."""
        self._closing = False
        await self.take_up(restored=restored)
        self._end = self._means.changes.subscribe(lambda ids: self._ring() if 0 in ids else None)
        for account in self._rhythms:
            for lane in (CALLS, FILES) if account in self._brands else (CALLS,):
                bell = asyncio.Event()
                self._bells.append((account, bell))
                self._tasks.append(asyncio.create_task(self._follow(account, lane, bell), name=f"promotions {account}"))

    async def close(self) -> None:
        """Stop; a file on its way is cut off, and the next start sees that it was."""
        if self._end is not None:
            self._end()
            self._end = None
        self._closing = True
        self._ring()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []
        self._bells = []

    # What a person wants.

    async def stop(self, job_id: int) -> bool:
        """Stop a job that the platform has not got yet; False if it has ended, or is followed already.

        A file that is on its way is cut off. Where it may have arrived whole the job goes on until the platform tells.
        """
        job = await self._means.database.ask(lambda connection: campaign_views.job(connection, job_id))
        if job is None or job.state in (State.FOLLOWING, State.ENDED):
            return False
        now = self._means.now()
        if not await self._means.database.run(lambda c: campaigns.want_stop(c, job_id, job.account, now)):
            return False
        upload = self._means.uploads.get(job_id)
        if upload is not None:
            upload.task.cancel()
        self._ring(job.account)
        return True

    async def ask_again(self, job_id: int) -> bool:
        """Read a job again of which there was no answer for a day; False if it has ended."""
        job = await self._means.database.ask(lambda connection: campaign_views.job(connection, job_id))
        if job is None or job.state is State.ENDED:
            return False
        now = self._means.now()
        self._means.polls.pop(job_id, None)
        changed = await self._means.move(job, OPEN, "asked_again", next_at=now, followed_at=now, error="", words="")
        self._ring(job.account)
        return changed

    async def try_again(self, account: str) -> PlatformError | None:
        """Try an account's line at once, by a sign-in; returns what is still wrong."""
        line = self._lines[account]
        platform = self._brands.get(account) or self._chains[account]
        try:
            await platform.sign_in()
        except PlatformError as error:
            line.failed(error, self._means.now())
            return error
        line.try_now()
        self._ring(account)
        return None

    @property
    def uploading(self) -> frozenset[int]:
        """Return the jobs whose files are on their way."""
        return frozenset(self._means.uploads)

    def sent(self, job_id: int) -> int | None:
        """Return how many bytes of a file have left, None while it is not on its way."""
        upload = self._means.uploads.get(job_id)
        return None if upload is None else upload.sent

    def state(self) -> dict[str, AccountState]:
        """Return, by account, how its line stands."""
        return {account: _state(line) for account, line in self._lines.items()}

    # The work.

    async def take_up(self, *, restored: bool = False) -> None:
        """Let every open job of an earlier run be looked at again, with a new series of pauses.

        `restored`: the database was put back to an earlier state. What it still had to send then may have been sent
        since: it is not sent, and a person says whether the platform has it.
        """
        now, soonest = self._means.now(), self._means.after(DELIVEROO.first)

        def work(connection: Connection) -> list[Job]:
            found = campaign_views.jobs(connection, open_only=True, limit=100_000)
            for job in found:
                if job.next_at is not None and job.next_at > soonest and job.state is State.FOLLOWING:
                    campaigns.move(connection, job.id, {State.FOLLOWING}, next_at=soonest)
            return [job for job in found if restored and job.state is not State.FOLLOWING]

        for job in await self._means.database.run(work):
            rows = await self._means.database.ask(partial(campaign_views.rows_of, job_id=job.id))
            unsure = [Settled(row.promotion_id, "unsure") for row in rows]
            await self._means.end(job, "unsure", unsure, said=f"The database was put back: {now:%Y-%m-%d %H:%M} UTC.")

    async def work(self, account: str, lane: Collection[State] = OPEN) -> datetime | None:
        """Do what is due for an account, and return when the next thing is; None if nothing waits for a time."""
        async with self._locks.setdefault((account, frozenset(lane)), asyncio.Lock()):
            return await self._work(account, lane)

    async def _work(self, account: str, lane: Collection[State]) -> datetime | None:
        await self._hear_reports()
        now = self._means.now()
        line = self._lines[account]
        shut = line.shut_at(now)
        if shut is not None and await self._next(account, lane) is not None:
            return shut
        limit = 1 if line.error is not None or lane is FILES else AT_ONCE
        latest = now + timedelta(seconds=LONGEST_REST + 100)
        jobs = await self._means.database.ask(
            lambda c: campaign_views.due(c, account, lane, now, latest, limit + len(self._at_work))
        )
        mine = [job for job in jobs if job.id not in self._at_work][:limit]
        done = await asyncio.gather(*(self._step(job, line) for job in mine), return_exceptions=True)
        for one in done:
            if isinstance(one, BaseException):
                raise one
        return await self._next(account, lane) if mine or shut is None else shut

    async def _next(self, account: str, lane: Collection[State]) -> datetime | None:
        return await self._means.database.ask(lambda c: campaign_views.next_due(c, account, lane))

    async def _step(self, job: Job, line: Line) -> None:
        self._at_work.add(job.id)
        try:
            if await self._do(job):
                self._say(line, None)
        except PlatformError as error:
            if is_outage(error):
                self._say(line, error)
            else:
                await self._again(job, error)
        except NotSaved:
            raise
        except Exception:
            log.exception("%s: a step of job %d of promotions failed", job.account, job.id)
            await self._means.move(job, OPEN, next_at=self._means.after(FAULT_PAUSE), error="fault")
        finally:
            self._at_work.discard(job.id)

    async def _do(self, job: Job) -> bool:
        """Do the next step; says whether the platform answered."""
        rhythm = self._rhythms[job.account]
        match job.kind:
            case Kind.FILE:
                return await file_job.step(job, self._brands[job.account], rhythm, self._means)
            case Kind.SINGLE:
                return await single_job.step(job, self._brands[job.account], rhythm, self._means)
            case Kind.CAMPAIGN:
                return await campaign_job.step(job, self._chains[job.account], rhythm, self._means)

    async def _again(self, job: Job, error: PlatformError) -> None:
        """Put a job off whose request was not answered as it should be."""
        now = self._means.now()
        since = job.failing_since or now
        wait = self._rhythms[job.account].retry(job.tries, now - since, error)
        await self._means.move(
            job,
            OPEN,
            "unanswered" if job.error != error.code else "",
            said=error.words,
            answered=error.status,
            tries=job.tries + 1,
            failing_since=since,
            next_at=self._means.after(wait),
            error=error.code,
            http_status=error.status,
            words=error.words,
        )

    def _say(self, line: Line, error: PlatformError | None) -> None:
        """Write down how the line is, and announce when that changed."""
        before, now = line.error, self._means.now()
        if error is None:
            line.worked(now)
        else:
            line.failed(error, now)
        if (before is None) is not (line.error is None):
            self._means.changes.announce(EVERYTHING)

    async def _hear_reports(self) -> None:
        """Read at once what a report by the webhook speaks of: it is only a bell (delivery_hero.md section 4)."""
        if not self._chains:
            return
        since, self._heard_until = self._heard_until, self._means.now()

        def work(connection: Connection) -> list[Job]:
            refs = campaign_views.reported(connection, since)
            found = campaign_views.jobs(connection, open_only=True) if refs else []
            return [job for job in found if job.ref in refs and job.account in self._chains]

        for job in await self._means.database.ask(work):
            await self._means.move(job, {State.FOLLOWING}, "reported", next_at=self._means.now())

    async def _follow(self, account: str, lane: Collection[State], bell: asyncio.Event) -> None:
        told = False
        # In Python 3.11 wait_for loses a cancel that comes at the moment of the bell.
        while not self._closing:
            bell.clear()
            try:
                due = await self.work(account, lane)
                told = False
                wait = LONGEST_REST if due is None else (due - self._means.now()).total_seconds()
            except NotSaved as error:
                if not told:
                    log.error("%s: what became of promotions could not be written: %s", account, error)
                told, wait = True, PAUSE
            except Exception:
                log.exception("%s: a step of a promotion failed; it is tried again", account)
                wait = PAUSE
            try:
                async with asyncio.timeout(min(max(wait, 0), LONGEST_REST)):
                    await bell.wait()
            except TimeoutError:
                pass

    def _ring(self, account: str = "") -> None:
        for name, bell in self._bells:
            if account in ("", name):
                bell.set()


def _state(line: Line) -> AccountState:
    error = line.error
    if error is None:
        return AccountState(line.account)
    return AccountState(
        line.account, error.code, error.title, error.advice, error.words, error.turn, line.since, line.retry_at
    )

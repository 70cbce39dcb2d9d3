"""Answers the questions of the screens about promotions: list, calendar, jobs, history, and what would change."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from picker_app.domain.periods import ended
from picker_app.domain.promotion import Market, Promotion
from picker_app.promotions import plan
from picker_app.promotions.difference import Difference, difference
from picker_app.promotions.shops import Shop
from picker_app.store import campaign_views
from picker_app.store.campaign_views import Event, Job, JobRow, Kept, Kind, Purpose, State, Told
from picker_app.store.database import Connection, Database


class PromotionState(StrEnum):
    """How a promotion stands at its platform, as the shop's own record has it."""

    DRAFT = "draft"
    CHECKED = "checked"
    SENDING = "sending"
    CHANGING = "changing"
    SCHEDULED = "scheduled"
    LIVE = "live"
    PARTLY_LIVE = "partly_live"
    REFUSED = "refused"
    UNSURE = "unsure"
    ENDING = "ending"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class PromotionRow:
    """A promotion of one account. Times are aware UTC, `zone` is the one in which it was typed.

    `trouble` is "" or what its last job came to: "refused" (what was taken before stands), "partly", "unsure";
    `findings` and `words` say why. `edited`: the draft is not what the platform took. `accepted_at`: "as accepted at".
    `job` is the number of the job it is in, None if in none. `elsewhere`: not sent from here. `family` is the same for
    all copies of one promotion, at other accounts and in other months.
    """

    id: int
    account: str
    market: Market | None
    title: str
    ref: str
    family: int
    name: str
    mechanic: str
    state: PromotionState
    edited: bool
    trouble: str
    words: str
    findings: tuple[Told, ...]
    warnings: tuple[str, ...]
    starts_at: datetime
    ends_at: datetime
    zone: str
    accepted_at: datetime | None
    ended_at: datetime | None
    elsewhere: bool
    job: int | None
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class JobLine:
    """A job for the screen. `state` is how far it is here, `verdict` how it ended, `status` the platform's own word.

    `size` and `sent` are bytes of a file: `sent` is None unless it is on its way now. `total`, `done`, `failed` count
    promotions as the platform does. `waiting_for`: the job that must end first. `asks`: nobody answered for a day.
    """

    id: int
    account: str
    kind: Kind
    purpose: Purpose
    state: State
    verdict: str
    status: str
    count: int
    size: int
    sent: int | None
    total: int | None
    done: int | None
    failed: int | None
    doubt: str
    error: str
    words: str
    http_status: int | None
    waiting_for: int | None
    stopping: bool
    asks: bool
    created_at: datetime
    sent_at: datetime | None
    next_at: datetime | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Whole:
    """One promotion with everything: its draft, its row, what happened, and what the platform took last, as bytes."""

    row: PromotionRow
    draft: Promotion
    history: tuple[Event, ...]
    jobs: tuple[tuple[JobLine, JobRow], ...]
    accepted_body: bytes | None


class Overview:
    """The questions; answers are frozen. `sent` says how many bytes of a job's file have left."""

    def __init__(
        self,
        database: Database,
        shops: Mapping[str, Shop],
        *,
        sent: Callable[[int], int | None] = lambda _: None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._database = database
        self._shops = dict(shops)
        self._sent = sent
        self._now = now

    async def rows(self, account: str = "") -> tuple[PromotionRow, ...]:
        """Return the promotions, of one account or of all, the newest first."""

        def work(connection: Connection) -> tuple[PromotionRow, ...]:
            ending = _ending(connection)
            return tuple(self._row(one, ending) for one in campaign_views.kept(connection, account=account))

        return await self._database.ask(work)

    async def between(self, first: datetime, last: datetime) -> tuple[PromotionRow, ...]:
        """Return the promotions that run, or shall run, at any time between two times, the earliest first."""
        rows = [row for row in await self.rows() if row.state is not PromotionState.WITHDRAWN]
        running = [row for row in rows if row.starts_at < last and row.ends_at > first]
        return tuple(sorted(running, key=lambda row: (row.starts_at, row.ends_at, row.id)))

    async def promotion(self, number: int) -> Whole | None:
        """Return one promotion with all that is known of it."""

        def work(connection: Connection) -> Whole | None:
            kept = campaign_views.one(connection, number)
            if kept is None:
                return None
            return Whole(
                self._row(kept, _ending(connection)),
                campaign_views.draft(connection, number),
                tuple(campaign_views.history(connection, number)),
                tuple((self._job(job), row) for job, row in campaign_views.jobs_of(connection, number)),
                campaign_views.accepted_body(connection, number),
            )

        return await self._database.ask(work)

    async def drafts(self, ids: Collection[int]) -> dict[int, Promotion]:
        """Return the current drafts of these promotions: to edit, to write to a file."""
        return await self._database.ask(lambda connection: campaign_views.drafts(connection, ids))

    async def accepted(self, account: str) -> tuple[Promotion, ...]:
        """Return the promotions that the platform took and that have not ended, as it took them: the record."""
        now = self._now()

        def work(connection: Connection) -> tuple[Promotion, ...]:
            kept = campaign_views.kept(connection, account=account)
            stand = [one.id for one in kept if one.accepted_at is not None and not plan.is_over(one, now)]
            return tuple(campaign_views.accepted_drafts(connection, stand).values())

        return await self._database.ask(work)

    async def jobs(self, account: str = "", *, open_only: bool = False) -> tuple[JobLine, ...]:
        """Return the newest jobs."""

        def work(connection: Connection) -> tuple[JobLine, ...]:
            return tuple(map(self._job, campaign_views.jobs(connection, account, open_only=open_only)))

        return await self._database.ask(work)

    async def job(self, number: int) -> JobLine | None:
        """Return one job."""
        found = await self._database.ask(lambda connection: campaign_views.job(connection, number))
        return None if found is None else self._job(found)

    async def job_rows(self, number: int, results: Collection[str] | None = None) -> tuple[JobRow, ...]:
        """Return what became of each promotion of a job, or of those that came to one of these results."""
        return tuple(await self._database.ask(lambda connection: campaign_views.rows_of(connection, number, results)))

    async def job_history(self, number: int) -> tuple[Event, ...]:
        """Return all that happened to a job, the oldest first."""
        return tuple(await self._database.ask(lambda connection: campaign_views.history_of_job(connection, number)))

    async def job_bytes(self, number: int) -> tuple[bytes | None, bytes | None]:
        """Return the exact bytes that a job sends or sent, and the platform's last answer about it."""
        return await self._database.ask(
            lambda connection: (
                campaign_views.body_of(connection, number),
                campaign_views.answer_of(connection, number),
            )
        )

    async def difference(self, ids: Sequence[int], *, ending: bool = False) -> Difference:
        """Return what would change at the platform if these promotions of one account were submitted, or ended, now."""
        now = self._now()

        def work(connection: Connection) -> Difference:
            kept = campaign_views.kept(connection, ids)
            before = campaign_views.accepted_drafts(
                connection, [one.id for one in kept if one.accepted_at is not None and not plan.is_over(one, now)]
            )
            drafts = campaign_views.drafts(connection, [one.id for one in kept])
            if ending:
                # What is on its way will be there by the time that its end is sent.
                before = {one.id: drafts[one.id] for one in kept if one.job is not None} | before
            after: list[Promotion] = []
            for one in sorted(kept, key=lambda one: one.id):
                shop = self._shops.get(one.account)
                draft = before.get(one.id, drafts[one.id]) if ending else drafts[one.id]
                after.append(ended(draft, shop.market, now) if ending and shop is not None else draft)
            return difference([before[one.id] for one in kept if one.id in before], after, now)

        return await self._database.ask(work)

    async def must_settle_bulk(self, account: str) -> bool:
        """Say whether no file was ever sent for an account at Deliveroo: a person must know what a file does there."""
        shop = self._shops.get(account)
        if shop is None or shop.market is not Market.DELIVEROO:
            return False
        return not await self._database.ask(lambda connection: campaign_views.ever_uploaded(connection, account))

    def _row(self, kept: Kept, ending: Collection[int]) -> PromotionRow:
        shop = self._shops.get(kept.account)
        accepted = kept.accepted_at is not None
        return PromotionRow(
            id=kept.id,
            account=kept.account,
            market=None if shop is None else shop.market,
            title=kept.account if shop is None else shop.title,
            ref=kept.ref,
            family=kept.family,
            name=kept.name,
            mechanic=kept.mechanic,
            state=state_of(kept, ending, self._now()),
            edited=accepted and kept.accepted_version != kept.version,
            trouble="" if kept.result == "accepted" else kept.result,
            words=kept.words,
            findings=kept.findings,
            warnings=kept.warnings,
            starts_at=kept.starts_at,
            ends_at=kept.ends_at,
            zone=kept.zone,
            accepted_at=kept.accepted_at,
            ended_at=kept.ended_at,
            elsewhere=kept.elsewhere,
            job=kept.job,
            changed_at=kept.changed_at,
        )

    def _job(self, job: Job) -> JobLine:
        values = {name: getattr(job, name) for name in _SHARED}
        return JobLine(
            **values,
            sent=self._sent(job.id),
            waiting_for=job.after_id if job.state is State.FROZEN else None,
            asks=job.state is not State.ENDED and job.next_at is None,
        )


_SHARED = tuple(name for name in JobLine.__dataclass_fields__ if name not in ("sent", "waiting_for", "asks"))


def state_of(kept: Kept, ending: Collection[int], now: datetime) -> PromotionState:
    """Say how a promotion stands: by its open job first, then by what was accepted and the clock, then by its draft."""
    accepted = kept.accepted_at is not None
    if kept.withdrawn_at is not None:
        return PromotionState.WITHDRAWN
    if kept.job is not None:
        if kept.job in ending:
            return PromotionState.ENDING
        return PromotionState.CHANGING if accepted else PromotionState.SENDING
    if kept.result == "unsure":
        return PromotionState.UNSURE
    if accepted:
        if plan.is_over(kept, now):
            return PromotionState.ENDED
        if kept.accepted_starts_at is not None and kept.accepted_starts_at > now:
            return PromotionState.SCHEDULED
        return PromotionState.PARTLY_LIVE if kept.result == "partly" else PromotionState.LIVE
    if kept.result == "refused":
        return PromotionState.REFUSED
    return PromotionState.CHECKED if kept.checked_version == kept.version else PromotionState.DRAFT


def _ending(connection: Connection) -> frozenset[int]:
    return frozenset(
        job.id for job in campaign_views.jobs(connection, open_only=True, limit=100_000) if job.purpose is Purpose.END
    )

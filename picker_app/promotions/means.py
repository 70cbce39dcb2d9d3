"""What every step of a job has in hand: the record, the clock, the change feed, and what is under way now."""

import asyncio
import random
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from picker_app.changes import EVERYTHING, Changes
from picker_app.platforms.promotion_jobs import Finding, Progress
from picker_app.store import campaigns
from picker_app.store.campaign_views import Job, Purpose, State, Told
from picker_app.store.campaigns import Settled
from picker_app.store.database import Connection, Database

OPEN = frozenset(State) - {State.ENDED}
CLEAN: Mapping[str, Any] = {"tries": 0, "failing_since": None, "error": "", "words": "", "http_status": None}
"""What a job says of its failures after a step that went well."""


@dataclass(slots=True)
class Upload:
    """A file on its way: how many of its bytes have left. `stopped` by a person."""

    task: asyncio.Task[None]
    size: int
    sent: int = 0


@dataclass
class Means:
    """The record and what goes with it. `polls` counts the reads of each job since the program was started."""

    database: Database
    changes: Changes
    now: Callable[[], datetime]
    chance: Callable[[], float] = field(default=lambda: random.uniform(-1, 1))
    uploads: dict[int, Upload] = field(default_factory=dict)
    polls: dict[int, int] = field(default_factory=dict)

    def after(self, seconds: float) -> datetime:
        """Return the time in so many seconds."""
        return self.now() + timedelta(seconds=seconds)

    async def move(
        self,
        job: Job,
        among: Collection[State],
        event: str = "",
        *,
        said: str = "",
        answered: int | None = None,
        before: Callable[[Connection], None] | None = None,
        **values: Any,
    ) -> bool:
        """Write a step of a job in one transaction, with its event; False if the job is no longer in these states.

        `before` is done first, in the same transaction; what it raises lets nothing of it be.
        """
        now = self.now()

        def work(connection: Connection) -> bool:
            if before is not None:
                before(connection)
            if not campaigns.move(connection, job.id, among, **values):
                return False
            if event:
                campaigns.note(connection, now, job.account, event, job=job.id, words=said, http_status=answered)
            return True

        moved = await self.database.run(work)
        if moved:
            self.changes.announce(EVERYTHING)
        return moved

    async def end(
        self,
        job: Job,
        verdict: str,
        settled: Iterable[Settled] = (),
        *,
        said: str = "",
        answered: int | None = None,
        more: Callable[[Connection, datetime], None] | None = None,
        **values: Any,
    ) -> None:
        """End a job: its verdict, what became of its promotions, and the history, in one transaction."""
        now = self.now()
        results = list(settled)
        values = {"url": "", "next_at": None, "ended_at": now, "words": said[:500], **values}

        def work(connection: Connection) -> bool:
            if not campaigns.move(connection, job.id, OPEN, state=State.ENDED, verdict=verdict, **values):
                return False
            campaigns.note(connection, now, job.account, verdict, job=job.id, words=said, http_status=answered)
            campaigns.settle(connection, job.id, job.account, now, results, ended=job.purpose is Purpose.END)
            campaigns.free(connection, job.id)
            if more is not None:
                more(connection, now)
            return True

        if await self.database.run(work):
            self.polls.pop(job.id, None)
            self.changes.announce(EVERYTHING)


class Void(Exception):
    """A job that has nothing to do any more; the text says why."""


def told(findings: Iterable[Finding]) -> tuple[Told, ...]:
    """Put findings of a platform into the words of the record."""
    return tuple(Told(one.type, one.items, one.where) for one in findings)


def counted(progress: Progress) -> Mapping[str, Any]:
    """Return the columns of a job that one answer about it fills."""
    counters = progress.counters
    return {
        "status": progress.status,
        "total": counters.total,
        "done": counters.done,
        "failed": counters.failed,
        "items": counters.items,
        "items_failed": counters.items_failed,
        "answer": progress.raw,
    }

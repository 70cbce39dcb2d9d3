"""Carries the messages of one order, strictly in their order, until nothing is left to be done for any of them."""

from dataclasses import replace
from datetime import datetime, timedelta

from picker_app.domain.cart import Kind
from picker_app.outbox import checks, retry
from picker_app.outbox.exchange import LONGEST_REST, Exchange, Means, Sight
from picker_app.outbox.line import AccountLine
from picker_app.outbox.rounds import Rounds
from picker_app.platforms.port import Platform
from picker_app.store.deliveries import Job, State

LONGEST_PAUSE = timedelta(minutes=15)
"""Nothing is put off for so long; what is due later was put off by a clock that has been set back since."""


class Errand(Rounds):
    """The messages of one order on their way. `woken` makes it look at once; `give_back` is a person's wish."""

    def __init__(self, order_id: int, platform: Platform, line: AccountLine, means: Means) -> None:
        super().__init__(order_id, platform.account, means)
        self.give_back = False
        self._line = line
        self._exchange = Exchange(order_id, platform, line, means, self.woken)

    async def _round(self) -> datetime | None:
        """Do the one thing that is due, if any; return when to look again, None when nothing is left."""
        sight = await self._exchange.look()
        now = self._means.now()
        for job in sight.open_jobs:
            if job.delivery.state is State.SENDING:  # only a fault or a stop of the program leaves it so
                await self._exchange.save(job, retry.interrupted(job.delivery, job.kind, now))
                return now
            if await self._exchange.heed(job, sight):
                return now
        soonest: datetime | None = None
        blocked = False
        for job in sight.open_jobs:
            due = self._due(job, sight, now, blocked=blocked)
            if isinstance(due, str):
                dropped = replace(job.delivery, state=State.DROPPED, next_at=None, ended_at=now, details=due)
                await self._exchange.save(job, dropped)
                return now
            if due is not None and not now < due <= now + LONGEST_PAUSE and await self._do(job, sight):
                return now
            blocked = blocked or (job.kind is not Kind.CHECK and job.delivery.state is not State.ACCEPTED)
            look = (
                due if due is not None and now < due <= now + LONGEST_PAUSE else now + timedelta(seconds=LONGEST_REST)
            )
            soonest = look if soonest is None else min(soonest, look)
        return soonest

    def _due(self, job: Job, sight: Sight, now: datetime, *, blocked: bool) -> datetime | str | None:
        """Return when something is to be done for a message, None while another goes first, or why it is dropped."""
        if job.delivery.state is not State.QUEUED:
            return now if self._wanted_back(job) else job.delivery.next_at or now
        rests = [at for at in (self._line.retry_at, self._exchange.learns_at) if at is not None]
        if job.kind is not Kind.CHECK:
            return None if blocked else max(rests, default=now)
        leaves = checks.leaves(job, sight.jobs, now, self._means.delays, line_down=self._line.down)
        if isinstance(leaves, str):
            return leaves
        return None if blocked else max([leaves, *rests])

    async def _do(self, job: Job, sight: Sight) -> bool:
        """Do what is due for a message; False if it must wait for another one to try the line first."""
        if self._wanted_back(job):
            self.give_back = False
            await self._exchange.give_back(job)
        elif job.delivery.state is not State.QUEUED:
            await self._exchange.read_back(job, sight)
        elif self._line.take_turn():
            try:
                await self._exchange.send_first(job, sight)
            finally:
                self._line.end_turn()
        else:
            return False
        return True

    def _wanted_back(self, job: Job) -> bool:
        return self.give_back and job.delivery.note == retry.ASK

"""Carries the status messages of one order, one after another; only events prove that they arrived."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from picker_app.domain.cart import Kind
from picker_app.domain.ladder import proves
from picker_app.outbox import retry, statuses
from picker_app.outbox.exchange import LONGEST_REST, Exchange, Means, Sight
from picker_app.outbox.line import AccountLine
from picker_app.outbox.rounds import Rounds
from picker_app.platforms.port import Platform
from picker_app.store import owed
from picker_app.store.deliveries import Job, State

LONGEST_PAUSE = timedelta(minutes=16)
"""Nothing is put off for so long; what is due later was put off by a clock that has been set back since."""

_ANSWERED = (State.ACCEPTED, State.REFUSED, State.DROPPED)


@dataclass(frozen=True, slots=True)
class Polls:
    """How platforms are asked for events, by account.

    `since`: how many good polls began after a time, of which all events were worked on; `ask`: poll as soon as may be;
    `ahead`: how far the platform's clock is ahead of ours.
    """

    since: Callable[[str, datetime], int] = lambda account, at: 0
    ask: Callable[[str], None] = lambda account: None
    ahead: Callable[[str], timedelta] = lambda account: timedelta(0)


class StatusErrand(Rounds):
    """The status messages of one order on their way. `woken` makes it look at once.

    `decision` is a person's wish for a message without proof: to say it again, or to leave it.
    """

    def __init__(self, order_id: int, platform: Platform, line: AccountLine, means: Means, polls: Polls) -> None:
        super().__init__(order_id, platform.account, means)
        self.decision: bool | None = None
        self._line = line
        self._polls = polls
        self._exchange = Exchange(
            order_id, platform, line, means, self.woken, statuses, lambda: polls.ahead(platform.account)
        )
        self._asked_for: set[tuple[int, int]] = set()

    async def _round(self) -> datetime | None:
        """Do the one thing that is due, if any; return when to look again, None when nothing is left."""
        sight = await self._exchange.look()
        now = self._means.now()
        # That an order is here is said first, also where it has to be said anew.
        jobs = sorted(sight.open_jobs, key=lambda job: job.kind is not Kind.INTEGRATE)
        for job in jobs:
            if await self._settled(job, sight, now):
                return now
        soonest = now + timedelta(seconds=LONGEST_REST)
        for at, job in enumerate(jobs):
            if any(self._goes_before(earlier, job) for earlier in jobs[:at]):
                continue
            due = self._due(job, sight, now)
            if due is None:
                continue
            if not now < due <= now + LONGEST_PAUSE:
                if await self._do(job, sight):
                    return now
                continue
            soonest = min(soonest, due)
        return soonest if jobs else None

    async def _settled(self, job: Job, sight: Sight, now: datetime) -> bool:
        """Take up what is known of a message without sending anything; says whether that changed it."""
        delivery = job.delivery
        if delivery.state is State.SENDING:  # only a fault or a stop of the program leaves it so
            await self._exchange.save(job, statuses.interrupted(delivery, job.kind, now))
            return True
        if delivery.state is State.REFUSED:
            await self._refused(job, sight, now)
            return True
        if await self._exchange.heed(job, sight):
            return True
        if self.decision is not None and statuses.awaits_person(job):
            again, self.decision = self.decision, None
            if again:
                await self._say_it_is_here(sight, now)
            after = statuses.renewed(delivery, now) if again else statuses.left(delivery, now)
            await self._exchange.save(job, after)
            return True
        if statuses.handed_back(job, sight.jobs):
            await self._exchange.save(job, statuses.moot(delivery, now))
            return True
        if delivery.state is State.UNCERTAIN:
            if delivery.next_at is not None and delivery.next_at > now + LONGEST_PAUSE:
                # Put off by a clock that has been set back since: its polls are counted from here on.
                await self._exchange.save(job, replace(delivery, next_at=now))
                return True
            self._ask_once(job)
        return False

    async def _say_it_is_here(self, sight: Sight, now: datetime) -> None:
        """Owe the integration anew that no event proved: for want of it the platform may take nothing else."""
        here = next((job for job in reversed(sight.jobs) if job.kind is Kind.INTEGRATE), None)
        if here is None or here.delivery.state not in _ANSWERED or proves(sight.order.said.status, Kind.INTEGRATE):
            return
        await self._means.database.run(lambda connection: owed.add(connection, self.order_id, here.command, now))

    async def _refused(self, job: Job, sight: Sight, now: datetime) -> None:
        """End a refused message; the order comes back to the desk where that was what the desk did last with it."""
        held = statuses.held_back(job, sight.open_jobs)
        # First the desk, then the verdict: a stop between the two only repeats what has no effect twice.
        if held or job.kind not in (Kind.INTEGRATE, Kind.CONFIRM):
            await self._means.reopen(self.order_id)
        for later in held:
            await self._exchange.save(later, statuses.unsaid(later.delivery, now))
        await self._exchange.save(job, statuses.refused(job.delivery, job.kind, now))

    def _ask_once(self, job: Job) -> None:
        """Poll at once for a message of which it is not sure that it arrived; once after each of its sends."""
        send = (job.owed_id, job.delivery.sends)
        if send not in self._asked_for:
            self._asked_for.add(send)
            self._polls.ask(self.account)

    def _goes_before(self, earlier: Job, job: Job) -> bool:
        return statuses.goes_before(earlier, job, self._polls_since(earlier.delivery.accepted_at))

    def _polls_since(self, at: datetime | None) -> int:
        return 0 if at is None else self._polls.since(self.account, at)

    def _due(self, job: Job, sight: Sight, now: datetime) -> datetime | None:
        """Return when something is to be done for a message, None while only an event or a person can do it."""
        delivery = job.delivery
        if delivery.state is State.QUEUED:
            return max(delivery.next_at or now, self._line.retry_at or now)
        if delivery.state is State.ACCEPTED:
            return statuses.unheard_at(delivery, job.kind, polls=self._polls_since(delivery.accepted_at))
        if delivery.state is not State.UNCERTAIN:
            return None
        polls = self._polls_since(delivery.next_at)
        confirm_by = sight.order.said.confirm_by
        ours = None if confirm_by is None else confirm_by - self._polls.ahead(self.account)
        return statuses.again_at(delivery, job.kind, now, polls=polls, confirm_by=ours)

    async def _do(self, job: Job, sight: Sight) -> bool:
        """Send a message, or say it again; False if it must wait for another one to try the line first."""
        if job.delivery.state is State.ACCEPTED:
            await self._exchange.save(job, retry.unheard(job.delivery, self._means.now()))
            return True
        again = job.delivery.state is State.UNCERTAIN
        if again and statuses.spent(job.delivery, job.kind):
            await self._exchange.save(job, statuses.asked(job.delivery))
            return True
        if not self._line.take_turn():
            return False
        try:
            if again:
                await self._exchange.send_again(job)
            else:
                await self._exchange.send_first(job, sight)
        finally:
            self._line.end_turn()
        return True

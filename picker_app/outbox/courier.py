"""The messenger: one errand for each order that owes its platform something, several at once."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from picker_app.changes import Changes
from picker_app.domain.cart import Kind
from picker_app.outbox import retry, statuses
from picker_app.outbox.errand import Errand
from picker_app.outbox.exchange import Means
from picker_app.outbox.line import AccountLine
from picker_app.outbox.retry import Delays
from picker_app.outbox.seen_to import see_to
from picker_app.outbox.status_errand import Polls, StatusErrand
from picker_app.outbox.taking_back import take_back
from picker_app.platforms.port import Heard, Platform, Turn
from picker_app.store import deliveries
from picker_app.store.database import Database
from picker_app.store.deliveries import Job

log = logging.getLogger(__name__)

UNAVAILABLE = (5.0, 10.0, 20.0, 40.0, 80.0, 160.0, 300.0)
"""After an answer that a platform is out of service, where it is told statuses, in seconds (ifood_pos.md section 9)."""


@dataclass(frozen=True, slots=True)
class AccountState:
    """How an account stands for the screen.

    `waiting` messages have not surely reached the platform, the oldest since `oldest`. `code` is "" while the line is
    good, else the error's, with its sentences for a person, the platform's own `words`, whose `turn` it is, since when,
    and when the program tries again. Times are aware UTC.
    """

    account: str
    waiting: int = 0
    oldest: datetime | None = None
    code: str = ""
    title: str = ""
    advice: str = ""
    words: str = ""
    turn: Turn | None = None
    since: datetime | None = None
    retry_at: datetime | None = None


class Courier:
    """Sends what is owed and records the verdicts, from `start` to `close`, in one event loop.

    `hear` takes an order that was read back in, through intake's own door. `reopen` brings an order back to the desk
    after a refusal; it must do nothing for an order that is there already. `delays` are the waiting times. `polls` is
    how platforms that are told statuses are asked for their events, which prove what was sent.
    """

    def __init__(
        self,
        database: Database,
        changes: Changes,
        platforms: Mapping[str, Platform],
        *,
        hear: Callable[[Heard], Awaitable[None]],
        reopen: Callable[[int], Awaitable[None]],
        delays: Delays | None = None,
        polls: Polls | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._platforms = dict(platforms)
        self._polls = polls or Polls()
        self._means = Means(database, changes, hear, reopen, now, delays or Delays())
        self._of_statuses = replace(
            self._means, delays=replace(self._means.delays, unavailable=self._means.delays.unavailable or UNAVAILABLE)
        )
        self._lines = {account: self._line(account) for account in self._platforms}
        self._errands: dict[int, tuple[Errand | StatusErrand, asyncio.Task[None]]] = {}
        self._wanted: set[int] = set()
        self._held: set[str] = set()
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._end: Callable[[], None] | None = None

    async def start(self) -> None:
        """Take up what an earlier run left, and follow the change feed."""
        self._end = self._means.changes.subscribe(self._changed)
        self._changed(frozenset({0}))
        self._task = asyncio.create_task(self._follow(), name="courier")

    async def close(self) -> None:
        """Stop: answers under way are waited for a moment; what is cut off then is read back at the next start."""
        if self._end is not None:
            self._end()
            self._end = None
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None
        tasks = [task for _, task in self._errands.values()]
        for errand, _ in self._errands.values():
            errand.closing = True
            errand.woken.set()
        if tasks:
            await asyncio.wait(tasks, timeout=self._means.delays.grace)
            late = [task for task in tasks if not task.done()]
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def state(self) -> dict[str, AccountState]:
        """Return, by account, how the line stands and what waits."""
        counted = {row.account: row for row in await self._means.database.ask(deliveries.backlog)}
        states = {}
        for account, line in self._lines.items():
            row, error = counted.get(account), line.error
            states[account] = AccountState(
                account=account,
                waiting=row.waiting if row else 0,
                oldest=row.oldest if row else None,
                code=error.code if error else "",
                title=error.title if error else "",
                advice=error.advice if error else "",
                words=error.words if error else "",
                turn=error.turn if error else None,
                since=line.since,
                retry_at=line.retry_at,
            )
        return states

    def hold(self, account: str) -> None:
        """Begin no errand for an account until it is released; what is owed waits as it does without a line."""
        self._held.add(account)

    def release(self, account: str) -> None:
        """Go on with an account that was held."""
        self._held.discard(account)
        self._changed(frozenset({0}))

    async def take_back(self, account: str, before: datetime) -> None:
        """Give back to the desk what an account was owed before a time and what was not surely sent.

        For a database that was put back to an earlier state: what it owed then may have been sent since, or taken back
        and said otherwise. An order that is still open at the platform is finished anew by the person.
        """
        await take_back(self._means, account, before)

    async def give_back(self, order_id: int) -> bool:
        """Bring an order back to the desk of which the message was sent three times in vain, on a person's wish.

        False while that is not safe: two read-backs at least 30 s apart must have shown it open since the last send
        (delivery_hero.md section 9).
        """
        jobs: list[Job] = await self._means.database.ask(lambda c: deliveries.of_order(c, order_id))
        errand = self._errand(order_id)
        if not isinstance(errand, Errand) or not any(
            job.open and job.delivery.note == retry.ASK and job.delivery.details == retry.MAY_CHANGE for job in jobs
        ):
            return False
        errand.give_back = True
        errand.woken.set()
        return True

    async def decide(self, order_id: int, *, again: bool) -> bool:
        """Say a status message that stayed without proof again, or leave it so, on a person's wish.

        A refused confirmation can only be left: the desk says it anew. False where no message of the order waits for
        that; NotSaved if it cannot be kept.
        """
        jobs: list[Job] = await self._means.database.ask(lambda c: deliveries.of_order(c, order_id))
        errand = self._errand(order_id)
        if isinstance(errand, StatusErrand) and any(statuses.awaits_person(job) for job in jobs):
            errand.decision = again
            errand.woken.set()
            return True
        note = statuses.REFUSED_NOTES[Kind.CONFIRM]
        refused = next((job.owed_id for job in reversed(jobs) if job.delivery.note == note), None)
        return refused is not None and not again and await self.dismiss(refused)

    async def dismiss(self, owed_id: int) -> bool:
        """Take what became of a message, by its running number, as seen to.

        False where nothing is noted of it, or a person must decide what is sent; NotSaved if it cannot be kept.
        """
        return await see_to(self._means, owed_id)

    def polled(self, account: str) -> None:
        """Say that all events of a good poll were worked on: what waits for its event looks again."""
        self._wake_errands(account)

    def _errand(self, order_id: int) -> Errand | StatusErrand | None:
        found = self._errands.get(order_id)
        return None if found is None else found[0]

    def _wake_errands(self, account: str) -> None:
        for errand, _ in self._errands.values():
            if errand.account == account:
                errand.woken.set()

    def _line(self, account: str) -> AccountLine:
        return AccountLine(account, self._means_of(account).delays, lambda: self._line_changed(account))

    def _means_of(self, account: str) -> Means:
        return self._means if self._platforms[account].capabilities.carts else self._of_statuses

    def _line_changed(self, account: str) -> None:
        self._wake_errands(account)
        self._means.changes.announce(frozenset({0}))

    def _changed(self, ids: frozenset[int]) -> None:
        for order_id in ids:
            if order_id in self._errands:
                self._errands[order_id][0].woken.set()
            else:
                self._wanted.add(order_id)
        self._wake.set()

    async def _follow(self) -> None:
        """Begin an errand for each changed order that owes something."""
        while True:
            await self._wake.wait()
            await asyncio.sleep(self._means.delays.gather)
            self._wake.clear()
            ids, self._wanted = self._wanted, set()
            if not ids:
                continue
            try:
                owing = await self._owing(ids)
            except Exception:
                log.exception("what is owed to the platforms could not be read; it is tried again")
                self._wanted |= ids
                asyncio.get_running_loop().call_later(self._means.delays.pause, self._wake.set)
                continue
            for order_id, account in owing:
                if order_id not in self._errands:
                    self._begin(order_id, account)

    async def _owing(self, ids: Collection[int]) -> list[tuple[int, str]]:
        accounts = tuple(self._platforms.keys() - self._held)
        wanted = None if 0 in ids else ids
        return await self._means.database.ask(lambda c: deliveries.open_orders(c, accounts, wanted))

    def _begin(self, order_id: int, account: str) -> None:
        platform, line, means = self._platforms[account], self._lines[account], self._means_of(account)
        errand: Errand | StatusErrand
        if platform.capabilities.carts:
            errand = Errand(order_id, platform, line, means)
        else:
            errand = StatusErrand(order_id, platform, line, means, self._polls)
        task = asyncio.create_task(errand.run(), name=f"errand {order_id}")
        self._errands[order_id] = (errand, task)
        task.add_done_callback(lambda _: self._ended(order_id))

    def _ended(self, order_id: int) -> None:
        errand, _ = self._errands.pop(order_id)
        if errand.woken.is_set() and not errand.closing:
            self._changed(frozenset({order_id}))

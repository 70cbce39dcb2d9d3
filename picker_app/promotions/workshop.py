"""The verbs of promotions, each one transaction: compose, change, check, submit, end now, copy, bring in."""

import asyncio
import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TypeVar

from picker_app.changes import EVERYTHING, Changes
from picker_app.domain.mechanics import adapted
from picker_app.domain.periods import copied
from picker_app.domain.problem import Problem
from picker_app.domain.promotion import Promotion
from picker_app.domain.promotion_id import for_its_period
from picker_app.promotions import plan
from picker_app.promotions.checks import check, check_size
from picker_app.promotions.limits import Limits
from picker_app.promotions.plan import Plan
from picker_app.promotions.reading import CannotWrite
from picker_app.promotions.shops import Shop, body
from picker_app.promotions.surroundings import Surroundings
from picker_app.store import campaign_views, campaigns
from picker_app.store.campaign_views import Kept, Load, Purpose
from picker_app.store.database import Connection, Database, NotSaved, Work

log = logging.getLogger(__name__)

T = TypeVar("T")
Step = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a verb came to. `code` is "" where it was done, else what is in the way, of `promotions`.

    Codes: `unknown`, `id_taken`, `id_sent`, `withdrawn`, `in_job`, `not_checked`, `unsure`, `cannot_write`,
    `nothing_to_send`, `already_over`, `not_sent`, `problems`, `not_saved`, `changed_meanwhile`. `jobs` are those that
    were begun, `problems` what the checks or the platform's language have against the promotions.
    """

    code: str = ""
    promotions: tuple[int, ...] = ()
    jobs: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()
    words: str = ""

    @property
    def good(self) -> bool:
        """Say whether it was done."""
        return not self.code


class Workshop:
    """Writes promotions into the record; the runner carries to the platforms what is submitted here.

    `shops` are the accounts with promotions; `bounds` are the suspected limits, those of the table unless given. All
    times are aware UTC. Nothing here waits for a network.
    """

    def __init__(
        self,
        database: Database,
        changes: Changes,
        shops: Mapping[str, Shop],
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        bounds: Limits | None = None,
    ) -> None:
        self._database = database
        self._changes = changes
        self._shops = dict(shops)
        self._now = now
        self._bounds = bounds

    @property
    def shops(self) -> Mapping[str, Shop]:
        """Return the accounts with promotions, by name."""
        return self._shops

    async def compose(self, account: str, promotion: Promotion) -> Outcome:
        """Keep a new draft; `id_taken` if the account has one of that id."""
        now = self._now()

        def work(connection: Connection) -> Outcome:
            taken = _taken(connection, account, [promotion])
            if taken:
                return Outcome("id_taken", tuple(taken))
            return Outcome(promotions=tuple(campaigns.add(connection, account, [promotion], now)))

        return await self._write(work)

    async def change(self, number: int, promotion: Promotion) -> Outcome:
        """Keep a new version of a draft. The id cannot change once it was sent (`id_sent`)."""
        now = self._now()

        def work(connection: Connection) -> Outcome:
            kept = campaign_views.one(connection, number)
            if kept is None:
                return Outcome("unknown", (number,))
            if kept.withdrawn_at is not None:
                return Outcome("withdrawn", (number,))
            if kept.ref != promotion.id:
                if kept.accepted_at is not None or kept.job is not None or kept.result == "unsure":
                    return Outcome("id_sent", (number,))
                taken = _taken(connection, kept.account, [promotion])
                if taken:
                    return Outcome("id_taken", tuple(taken))
            if campaign_views.draft(connection, number) != promotion:
                campaigns.change(connection, kept, promotion, now)
            return Outcome(promotions=(number,))

        return await self._write(work)

    async def bring_in(self, account: str, promotions: Sequence[Promotion], *, live: bool = False) -> Outcome:
        """Keep the promotions of a file: new ones as drafts, known ones as new versions of theirs.

        `live`: they were made elsewhere and the platform has them; they become the record, "not sent from here".
        `cannot_write`: they cannot be such a record.
        """
        now, shop = self._now(), self._shops[account]
        bodies: dict[str, bytes] = {}
        if live:
            try:
                bodies = await asyncio.to_thread(lambda: {one.id: body(one, shop) for one in promotions})
            except CannotWrite as error:
                return Outcome("cannot_write", problems=error.problems)

        def work(connection: Connection) -> Outcome:
            known = campaign_views.named(connection, account, [one.id for one in promotions])
            busy = tuple(one.id for one in known.values() if one.job is not None)
            if busy:
                return Outcome("in_job", busy)
            drafts = campaign_views.drafts(connection, [one.id for one in known.values()])
            fresh = [one for one in promotions if one.id not in known]
            numbers = dict(zip((one.id for one in fresh), campaigns.add(connection, account, fresh, now), strict=True))
            versions = dict.fromkeys(numbers, 1)
            for one in promotions:
                kept = known.get(one.id)
                if kept is None:
                    continue
                numbers[one.id], versions[one.id] = kept.id, kept.version
                if drafts[kept.id] != one:
                    campaigns.change(connection, kept, one, now)
                    versions[one.id] += 1
            if live:
                loads = [
                    Load(numbers[one.id], one.id, versions[one.id], bodies[one.id], one.period.start, one.period.end)
                    for one in promotions
                ]
                campaigns.declare(connection, loads, account, now, "brought_in")
            return Outcome(promotions=tuple(numbers[one.id] for one in promotions))

        return await self._write(work)

    async def check(self, ids: Sequence[int], step: Step = lambda done, total: True) -> Outcome:
        """Check the current drafts of these promotions of one account together, in a thread.

        Those that nothing stops are marked as checked, their warnings kept with them; code `problems` if any is
        stopped. `step` is called in that thread with how many are done; Stopped is raised when it returns False.
        """
        now = self._now()
        try:
            found = await self._database.ask(lambda connection: self._look(connection, ids, now))
        except NotSaved as error:
            return Outcome("not_saved", words=str(error))
        if found is None:
            return Outcome("unknown", tuple(ids))
        kept, drafts, around = found
        problems = await asyncio.to_thread(check, drafts, around, step, self._bounds)
        stopped = {problem.index for problem in problems if problem.stops}
        sound = {one.id: drafts[index] for index, one in enumerate(kept) if index not in stopped}
        try:
            problems = (*await self._check_size(kept, sound, now), *problems)
        except NotSaved as error:
            return Outcome("not_saved", words=str(error))
        warnings: dict[int, list[str]] = {}
        for problem in problems:
            if problem.index >= 0:
                warnings.setdefault(kept[problem.index].id, []).append(problem.sentence)
        good = {one.id: one.version for index, one in enumerate(kept) if index not in stopped and -1 not in stopped}

        def work(connection: Connection) -> Outcome:
            campaigns.checked(connection, warnings, good)
            code = "problems" if stopped else ""
            return Outcome(code, tuple(one.id for one in kept if one.id not in good), problems=problems)

        return await self._write(work)

    async def submit(self, ids: Sequence[int]) -> Outcome:
        """Freeze the current drafts of these checked promotions of one account, and have them sent.

        Deliveroo: new ones as one file, those that it has by single PUTs. Delivery Hero: one PUT each. What is in a job
        now is told when that job has ended; of several such wishes the newest holds.
        """
        return await self._carry_out(ids, plan.submission)

    async def end_now(self, ids: Sequence[int]) -> Outcome:
        """End these promotions of one account; what no platform ever had is only withdrawn."""
        return await self._carry_out(ids, plan.ending)

    async def copy(self, ids: Sequence[int], account: str = "") -> Outcome:
        """Copy promotions: into the next month under new ids, or to another account as they are."""
        now = self._now()

        def work(connection: Connection) -> Outcome:
            kept = sorted(campaign_views.kept(connection, ids), key=lambda one: one.id)
            if len(kept) < len(set(ids)):
                return Outcome("unknown", tuple(ids))
            taken = {name: _refs(connection, name) for name in {account or one.account for one in kept}}
            drafts = campaign_views.drafts(connection, ids)
            made: list[int] = []
            for one in kept:
                target, draft = account or one.account, drafts[one.id]
                if target == one.account:
                    moved = copied(draft, draft.id)
                    fresh = replace(moved, id=for_its_period(moved, taken[target]))
                else:
                    fresh = adapted(draft, self._shops[target].market)
                if fresh.id in taken[target]:
                    return Outcome("id_taken", (one.id,))
                taken[target].add(fresh.id)
                made += campaigns.add(connection, target, [fresh], now, family=one.family)
            return Outcome(promotions=tuple(made))

        return await self._write(work)

    async def say(self, number: int, *, live: bool) -> Outcome:
        """Settle by a person's word what is unsure: the promotion, as it was sent last, is at the platform or is not.

        Where that was its end: the promotion runs on there, or it runs no more.
        """
        now = self._now()

        def work(connection: Connection) -> Outcome:
            kept = campaign_views.one(connection, number)
            if kept is None or kept.result != "unsure" or kept.job is not None:
                return Outcome("not_sent", (number,))
            unsure = campaign_views.unsure(connection, number)
            if unsure is None:
                return Outcome("not_sent", (number,))
            purpose, load = unsure
            if live is (purpose is Purpose.END):
                campaigns.deny(connection, kept, now, "said_live" if live else "said_not_live")
            elif live:
                campaigns.declare(connection, [load], kept.account, now, "said_live")
            else:
                campaigns.declare_ended(connection, load, kept.account, now)
            return Outcome(promotions=(number,))

        return await self._write(work)

    async def _carry_out(
        self, ids: Sequence[int], planned: Callable[[Connection, Shop, Sequence[Kept], datetime], Plan]
    ) -> Outcome:
        now = self._now()

        def look(connection: Connection) -> tuple[Shop | None, Plan, dict[int, Kept]]:
            kept = {one.id: one for one in sorted(campaign_views.kept(connection, ids), key=lambda one: one.id)}
            shop = self._shop_of(kept.values())
            if shop is None or len(kept) < len(set(ids)):
                return shop, Plan(code="unknown"), kept
            return shop, planned(connection, shop, list(kept.values()), now), kept

        try:
            shop, wanted, seen = await self._database.ask(look)
        except NotSaved as error:
            return Outcome("not_saved", words=str(error))
        if wanted.code or shop is None:
            return Outcome(wanted.code, wanted.promotions or wanted.same or tuple(ids), problems=wanted.problems)
        here = shop

        def work(connection: Connection) -> Outcome:
            # What was planned on a reader holds only if nothing has changed since.
            meant = {load.promotion_id for job in wanted.jobs for load in job.loads} | set(wanted.withdrawn)
            for number, mark in campaign_views.marks(connection, meant).items():
                before = seen.get(number)
                # What only stands in the same file must be in no job.
                if mark.job is not None if before is None else mark != campaign_views.mark_of(before):
                    return Outcome("changed_meanwhile", (number,))
            for number in wanted.withdrawn:
                campaigns.withdraw(connection, seen[number], now)
            return Outcome(promotions=tuple(sorted(meant)), jobs=plan.make(connection, wanted, here, now))

        return await self._write(work)

    async def _check_size(
        self, kept: Sequence[Kept], drafts: Mapping[int, Promotion], now: datetime
    ) -> tuple[Problem, ...]:
        """Judge the file in which these drafts would go (deliveroo_promotions.md section 8)."""
        going = [one for one in kept if one.id in drafts]
        shop = self._shop_of(going)
        if shop is None:
            return ()
        here = shop
        size = await self._database.ask(lambda connection: plan.file_size(connection, here, going, drafts, now))
        return check_size(size, self._bounds)

    def _shop_of(self, kept: Collection[Kept]) -> Shop | None:
        accounts = {one.account for one in kept}
        return self._shops.get(accounts.pop()) if len(accounts) == 1 else None

    def _look(
        self, connection: Connection, ids: Sequence[int], now: datetime
    ) -> tuple[list[Kept], list[Promotion], Surroundings] | None:
        wanted = set(ids)
        first = campaign_views.one(connection, min(wanted, default=0))
        shop = None if first is None else self._shops.get(first.account)
        if shop is None:
            return None
        every = campaign_views.kept(connection, account=shop.account)
        kept = sorted((one for one in every if one.id in wanted), key=lambda one: one.id)
        if len(kept) < len(wanted):
            return None
        drafts = campaign_views.drafts(connection, ids)
        stand = {one.ref: one for one in every if one.accepted_at is not None and not plan.is_over(one, now)}
        texts = campaign_views.accepted_drafts(connection, [one.id for one in stand.values()])
        alike = [name for name, other in self._shops.items() if other.currency == shop.currency]
        goods = campaign_views.goods(connection, [shop.account]) or campaign_views.goods(connection, alike)
        around = Surroundings(
            market=shop.market,
            currency=shop.currency,
            now=now,
            items=frozenset(goods) if goods else None,
            prices={item: price for item, price in goods.items() if price is not None},
            accepted={ref: texts[one.id] for ref, one in stand.items() if one.id in texts},
            used=frozenset(one.ref for one in every if plan.is_over(one, now)),
        )
        return kept, [drafts[one.id] for one in kept], around

    async def _write(self, work: Work[Outcome]) -> Outcome:
        try:
            outcome = await self._database.run(work)
        except NotSaved as error:
            return Outcome("not_saved", words=str(error))
        if outcome.good or outcome.problems:
            self._changes.announce(EVERYTHING)
        return outcome


def _taken(connection: Connection, account: str, promotions: Sequence[Promotion]) -> list[int]:
    return [one.id for one in campaign_views.named(connection, account, [one.id for one in promotions]).values()]


def _refs(connection: Connection, account: str) -> set[str]:
    return {one.ref for one in campaign_views.kept(connection, account=account)}

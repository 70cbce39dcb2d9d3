"""The scripted promotions of the kill loop: what the office submits, corrects, changes and ends, and what must be left.

Each step looks first whether it was done, so that a program that was killed goes on where it was.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from typing import Any

from picker_app.changes import Changes
from picker_app.domain.promotion import Discount, DiscountKind, Mechanic, Period, Promotion, Reward
from picker_app.promotions import files
from picker_app.promotions.overview import PromotionRow, PromotionState
from picker_app.promotions.workshop import Outcome
from picker_app.promotions.workspace import Workspace

BRAND, CHAIN = "deliveroo-proof", "foodora-proof"
CURRENCY = "GBP"
COFFEE, HONEY, TEA = "COFFEE-15PCT-2026W10", "HONEY-10PCT-2026W10", "TEA-20PCT-2026W10"
MILK = "MILK-2026W10"
NOT_LISTED = "5012345000978"
"""An item that is not in the brand's catalogue: the first file succeeds only in part."""
AGAIN_AFTER = 2.0
LOOK_AGAIN = 5.0
"""Seconds after which a person looks again at a platform that is not done yet."""
ENDS = 2
"""How often an end is wanted: once more where a person found that the platform had not taken it."""
_NOT_SENT = (PromotionState.DRAFT, PromotionState.CHECKED)


def _off(ref: str, goods: str, percent: int, *items: str) -> dict[str, Any]:
    """Return a promotion as Deliveroo's file has it."""
    return {
        "promotion_id": ref,
        "promotion_type": "PERCENTAGE_OFF_ON_ITEMS",
        "name": f"{percent}% off {goods}",
        "user_target": "ALL_CUSTOMERS",
        "sites": ["corner-market-01"],
        "fulfillment_method": "DELIVERY",
        "start_at": "2026-03-01T00:00:00Z",
        "end_at": "2026-03-31T22:59:59Z",
        "condition": {"items": list(items)},
        "reward": {"percentage": percent},
    }


FILE = {
    COFFEE: _off(COFFEE, "ground coffee", 15, "5012345000114", "5012345000282"),
    HONEY: _off(HONEY, "honey", 10, "5012345000350"),
    TEA: _off(TEA, "tea", 20, "5012345000800", NOT_LISTED),
}
"""The file that is brought in and submitted, by the promotions' ids."""
CORRECTED = _off(TEA, "tea", 20, "5012345000800")
CHANGED = _off(COFFEE, "ground coffee", 25, "5012345000114", "5012345000282")
OFFER = Promotion(
    id=MILK,
    mechanic=Mechanic.STRIKETHROUGH,
    name="Milk of the week",
    sites=("cm7q",),
    period=Period(datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 3, 31, 22, 59, 59, tzinfo=UTC)),
    reward=Reward(discounts=(Discount(DiscountKind.FINAL_PRICE, Decimal("0.99"), ("200007", "200427")),)),
    audience="",
    fulfilment="",
    reason="EXPIRING_SOON",
    names=(("de_AT", "Milch der Woche"),),
)
"""The promotion at Delivery Hero."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How a promotion must stand at its platform in the end: its JSON value there, and whether it is over.

    Of one that is over at Deliveroo the end is another than in `value`.
    """

    account: str
    value: dict[str, Any]
    over: bool = False


STANDS: Mapping[str, Stand] = {
    COFFEE: Stand(BRAND, CHANGED),
    HONEY: Stand(BRAND, FILE[HONEY], over=True),
    TEA: Stand(BRAND, CORRECTED),
    MILK: Stand(
        CHAIN,
        {
            "vendors": ["cm7q"],
            "type": "STRIKETHROUGH",
            "active": False,
            "reason": "EXPIRING_SOON",
            "display_name": {"de_AT": "Milch der Woche"},
            "conditions": {"start_time": "2026-03-01T00:00:00.000Z", "end_time": "2026-03-31T22:59:59.000Z"},
            "discount": [
                {
                    "discount_subtype": "FINAL_PRICE",
                    "discount_value": Decimal("0.99"),
                    "active": True,
                    "sku": ["200007", "200427"],
                }
            ],
        },
        over=True,
    ),
}


@dataclass(frozen=True, slots=True)
class Word:
    """A verb that was said to be done: of which promotions, by the record's numbers, and the jobs that it began."""

    verb: str
    promotions: tuple[int, ...]
    jobs: tuple[int, ...] = ()


class Office:
    """Works the script. `say` is told of every verb that was done; `please` has the world do something, by name.

    `look` is a person's look at a platform: whether a promotion runs there, None while the platform is not done.
    """

    def __init__(
        self,
        workspace: Workspace,
        changes: Changes,
        say: Callable[[Word], None],
        please: Callable[[str], Awaitable[None]],
        look: Callable[[str], Awaitable[bool | None]],
    ) -> None:
        self._workshop = workspace.workshop
        self._overview = workspace.overview
        self._changes = changes
        self._say = say
        self._please = please
        self._look = look
        self._changed = asyncio.Event()

    async def work(self) -> None:
        """Work all promotions of the script to their end."""
        end = self._changes.subscribe(lambda ids: self._changed.set())
        try:
            await self._submit_file()
            await self._correct()
            await self._change()
            await self._end(HONEY)
            await self._create()
            await self._end(MILK)
        finally:
            end()

    async def _submit_file(self) -> None:
        if COFFEE not in await self._rows():
            await self._do("bring in", lambda: self._workshop.bring_in(BRAND, _read(*FILE.values())))
        await self._please("upload")
        # A file that never arrived leaves its promotions as they were: it is submitted again.
        while (await self._settled(COFFEE)).state in _NOT_SENT:
            rows = await self._rows()
            await self._submit(*(rows[ref].id for ref in FILE))

    async def _correct(self) -> None:
        """Leave out the item that the platform does not know; the same id goes by a second file."""
        row = await self._settled(TEA)
        if row.state is PromotionState.REFUSED:
            (wanted,) = _read(CORRECTED)
            await self._do("change", partial(self._workshop.change, row.id, wanted))
            row = await self._settled(TEA)
        while row.state in _NOT_SENT:
            await self._submit(row.id)
            row = await self._settled(TEA)
        await self._stands(TEA, PromotionState.LIVE)

    async def _change(self) -> None:
        (wanted,) = _read(CHANGED)
        row = await self._settled(COFFEE)
        if (await self._overview.drafts([row.id]))[row.id] != wanted:
            await self._do("change", partial(self._workshop.change, row.id, wanted))
            row = await self._settled(COFFEE)
        await self._please("single")
        if row.edited:
            await self._submit(row.id)
        await self._stands(COFFEE, PromotionState.LIVE)

    async def _create(self) -> None:
        if MILK not in await self._rows():
            await self._do("compose", lambda: self._workshop.compose(CHAIN, OFFER))
        row = await self._settled(MILK)
        await self._please("create")
        if row.state in _NOT_SENT:
            await self._submit(row.id)
            row = await self._settled(MILK)
        if row.state not in (PromotionState.LIVE, PromotionState.ENDED):
            raise RuntimeError(f"{MILK} is {row.state}")

    async def _end(self, ref: str) -> None:
        row = await self._settled(ref)
        await self._please(f"end {ref}")
        for _ in range(ENDS):
            if row.state is PromotionState.LIVE:
                await self._do("end", partial(self._workshop.end_now, [row.id]))
                row = await self._settled(ref)
        await self._stands(ref, PromotionState.ENDED)

    # Steps.

    async def _submit(self, *numbers: int) -> None:
        await self._do("check", lambda: self._workshop.check(numbers))
        await self._do("submit", lambda: self._workshop.submit(numbers))

    async def _do(self, verb: str, act: Callable[[], Awaitable[Outcome]]) -> None:
        """Do an act; one that could not be saved is done again, as the screen asks for."""
        outcome = await act()
        while outcome.code == "not_saved":
            await asyncio.sleep(AGAIN_AFTER)
            outcome = await act()
        if not outcome.good:
            raise RuntimeError(f"{verb}: {outcome.code} {outcome.problems} {outcome.words}")
        self._say(Word(verb, outcome.promotions, outcome.jobs))

    # Looking.

    async def _rows(self) -> dict[str, PromotionRow]:
        return {row.ref: row for row in await self._overview.rows()}

    async def _settled(self, ref: str) -> PromotionRow:
        """Wait until a promotion is in no job, and say how it stands where only a person can know."""
        while True:
            self._changed.clear()
            row = (await self._rows())[ref]
            if row.job is not None:
                await self._changed.wait()
            elif row.trouble == "unsure":
                await self._answer(row)
            else:
                return row

    async def _answer(self, row: PromotionRow) -> None:
        live = await self._look(row.ref)
        while live is None:
            await asyncio.sleep(LOOK_AGAIN)
            live = await self._look(row.ref)
        await self._do("say", lambda: self._workshop.say(row.id, live=live))

    async def _stands(self, ref: str, state: PromotionState) -> None:
        row = await self._settled(ref)
        if row.state is not state:
            raise RuntimeError(f"{ref} is {row.state}, not {state}: {row.words}")


def _read(*promotions: Mapping[str, Any]) -> Sequence[Promotion]:
    found = files.read(json.dumps({"promotions": promotions}).encode(), CURRENCY)
    if found.problems:
        raise ValueError(found.problems)
    return found.promotions

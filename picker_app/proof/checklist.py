"""A picker who also works orders of a platform that is told statuses: takes on, checks off, hands over or back."""

import asyncio
import itertools
from decimal import Decimal
from functools import partial
from operator import methodcaller

from picker_app.domain.cart import Kind
from picker_app.domain.said import Status
from picker_app.picking.rows import LineRow, OrderView, Tab
from picker_app.proof.notes import Notes, goods
from picker_app.proof.picker import Picker
from picker_app.proof.shop import IFOOD, Gone
from picker_app.services import Services

DETAILS = ("A balança quebrou", "Sem entregador", "Falta o produto")
LINGER = 60.0
GTIN_LENGTHS = (8, 12, 13, 14)
_ASKS = ("ask_status", "check_portal")


class AllRound(Picker):
    """A picker for both kinds of platforms."""

    async def see_to(self) -> None:
        """Bring what is on its way, and decide where the program asks whether a status arrived, for ever."""
        while True:
            await asyncio.sleep(LINGER)
            for notes in self._polled():
                services = self._shop.services
                view = None if services is None else services.board.order(notes.order_id)
                if view is None or view.capabilities.carts:
                    continue
                try:
                    if view.row.status is Status.DISPATCHED and self._chance.random() < 0.2:
                        await self._deliver(notes)
                    elif view.banner is not None and view.banner.code in _ASKS:
                        notes.said_again = True
                        await self._shop.ask(partial(_say_again, notes.order_id))
                except Gone:
                    break

    def _polled(self) -> list[Notes]:
        services = self._shop.services
        rows = () if services is None else itertools.chain.from_iterable(map(services.board.rows, Tab))
        ours = {row.id for row in rows if row.account == IFOOD}
        return [notes for notes in self._book.notes.values() if notes.order_id in ours]

    async def _deliver(self, notes: Notes) -> None:
        result = await self._shop.ask(lambda services: services.desk.deliver(notes.order_id))
        if result.good:
            notes.delivered = True
            self._beeped(notes, result)

    async def _asked(self, notes: Notes, view: OrderView) -> None:
        if view.capabilities.carts:
            await super()._asked(notes, view)
        else:
            await asyncio.sleep(5)

    async def _work(self, notes: Notes, view: OrderView) -> None:
        if view.capabilities.carts:
            await super()._work(notes, view)
            return
        if Kind.CONFIRM in view.acts and self._chance.random() < 0.4:
            result = await self._act(lambda desk: desk.confirm(notes.order_id))
            if result.good:
                self._beeped(notes, result)  # what was told to the platform is not undone
            self._go_on(result)
        if await self._checked_off(notes, view):
            await self._hand_over(notes)

    async def _checked_off(self, notes: Notes, view: OrderView) -> bool:
        """Work the lines; False if the screen has to be looked at again before going on."""
        done = {line.key for line in view.lines if line.complete or line.heading}
        for line in view.lines:
            if line.key in done:
                continue
            kind = self._chance.random()
            if kind < 0.06:
                await self._not_found(notes, line)
                done.add(line.key)
            elif kind < 0.6 and _code_of(line) and line.ordered == int(line.ordered):
                if not await self._read_pieces(notes, line):
                    return False
                done.add(line.key)
            else:
                whole = [other for other in view.lines if line.key in (other.key, other.parent)]
                left = [other for other in whole if other.key not in done]
                after = notes.cart | {other.key: (other.sku, other.ordered) for other in left}
                await self._fact(notes, after, methodcaller("take", notes.order_id, line.key))
                done |= {other.key for other in left}
            if self._chance.random() < 0.04:
                await self._undo(notes)
                return False
        return True

    async def _read_pieces(self, notes: Notes, line: LineRow) -> bool:
        """Scan the pieces that are missing; False if a scan came to something else."""
        for _ in range(int(line.ordered - line.amount)):
            amount = notes.cart.get(line.key, ("", Decimal(0)))[1] + 1
            result = await self._scan(notes, _code_of(line), line, amount)
            if not result.good or result.line != line.key:
                return False
        return True

    async def _hand_over(self, notes: Notes) -> None:
        """Finish the order, or hand it to the platform's own desk; some think better of it."""
        if self._chance.random() < 0.08:
            await self._reject(notes)
            return
        notes.finished.append(goods(notes.cart))
        result = await self._seal(notes, "finished", lambda desk: desk.finish(notes.order_id, yes=True))
        if result.code == "nothing_found_here":
            await self._reject(notes)
        elif result.good and self._chance.random() < 0.05:
            await self._think_better(notes)

    async def _reject(self, notes: Notes) -> None:
        details = self._chance.choice(DETAILS)
        await self._seal(notes, "rejected", lambda desk: desk.reject(notes.order_id, details))


async def _say_again(order_id: int, services: Services) -> None:
    await services.courier.decide(order_id, again=True)


def _code_of(line: LineRow) -> str:
    """Return what stands on the goods of a line, "" if that is not known: shops mostly use it as their own code."""
    return line.barcode or (line.sku if line.sku.isdecimal() and len(line.sku) in GTIN_LENGTHS else "")

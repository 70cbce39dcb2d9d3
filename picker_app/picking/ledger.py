"""What every act of the desk has in common: it is read, written and announced in the same way."""

import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from copy import copy
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from picker_app.changes import Changes
from picker_app.domain.facts import Fact
from picker_app.domain.order import Order
from picker_app.domain.rules import RuleBroken
from picker_app.picking import messages, picture, results, status_messages
from picker_app.picking.picture import Seller
from picker_app.picking.rows import Result
from picker_app.picking.scan_notes import ScanNote
from picker_app.platforms.port import Capabilities
from picker_app.store import picks, views
from picker_app.store.database import Connection, Database, NotSaved, Work
from picker_app.store.views import Laid

log = logging.getLogger(__name__)

T = TypeVar("T")
REMEMBERED = 50


class Ledger:
    """The desk's pen: facts and the messages they owe go into one transaction, then the change is announced."""

    def __init__(
        self,
        database: Database,
        changes: Changes,
        sellers: Mapping[str, Seller],
        zone: ZoneInfo,
        clock: Callable[[], datetime],
        picker: str = "",
    ) -> None:
        self._database = database
        self._changes = changes
        self._sellers = sellers
        self._zone = zone
        self._known: OrderedDict[int, Laid] = OrderedDict()
        self._note: ScanNote | None = None
        self.now = clock
        self.picker = picker

    def noted(self, note: ScanNote) -> "Ledger":
        """Return this ledger for the acts of one scan: what they say is written down with them."""
        ledger = copy(self)
        ledger._note = note
        return ledger

    def day(self) -> str:
        """Return the store's day, as 2025-06-03."""
        return self.now().astimezone(self._zone).date().isoformat()

    async def run(self, work: Work[T]) -> T:
        """Run the work in a transaction; NotSaved if it cannot be committed."""
        return await self._database.run(work)

    async def ask(self, work: Work[T]) -> T:
        """Run work that only reads."""
        return await self._database.ask(work)

    def laid(self, connection: Connection, order_id: int) -> Laid:
        """Return the order; RuleBroken `not_ours` if it is not picked here."""
        laid = self.look(connection, order_id)
        if laid is None or not laid.ours:
            raise RuleBroken("not_ours")
        return laid

    def look(self, connection: Connection, order_id: int) -> Laid | None:
        """Return the order as it is now, None if there is none. For the writer thread."""
        laid = views.laid(connection, order_id, self._known.pop(order_id, None))
        if laid is not None:
            self._known[order_id] = laid
            if len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        return laid

    def seller(self, laid: Laid) -> Seller:
        """Return who sells the order."""
        return self._sellers.get(laid.order.said.account, picture.UNKNOWN_SELLER)

    def capabilities(self, order: Order) -> Capabilities:
        """Return what the platform of an order lets the desk do."""
        return self._sellers.get(order.said.account, picture.UNKNOWN_SELLER).capabilities

    def write(self, connection: Connection, order_id: int, fact: Fact) -> int:
        """Write a fact; returns its running number in the order."""
        return picks.add(connection, order_id, fact, self.now(), self.picker)

    def record(self, connection: Connection, laid: Laid, order: Order, fact: Fact) -> int:
        """Write a fact and the messages it owes; `order` is the order after it. Returns the fact's number."""
        number = self.write(connection, laid.id, fact)
        capabilities = self.seller(laid).capabilities
        if capabilities.carts:
            messages.owe(connection, laid, order, fact, number, self.now(), checks=capabilities.check)
        else:
            status_messages.owe_statuses(connection, laid, order, fact, number, self.now())
        return number

    async def said(
        self,
        order_id: int | None,
        run: Callable[[Callable[[Connection], Result]], Awaitable[Result]],
        work: Callable[[Connection], Result],
    ) -> Result:
        """Do the work and announce what it changed; a broken rule or a failed commit becomes a Result."""
        note = self._note
        try:
            try:
                result = await run(work if note is None else note.written_with(work))
            except RuleBroken as rule:
                result = results.broken(None, rule, order_id)
                if note is not None:
                    result = await run(note.written_with(lambda connection: result))
        except NotSaved as error:
            result = results.not_saved(error, order_id)
            if note is not None:
                note.lose(result)
            return result
        if note is not None:
            note.keep()
        if result.number is not None or result.good:
            self.announce(order_id, result.order_id)
        _tell(result, order_id)
        return result

    def announce(self, *order_ids: int | None) -> None:
        """Say that these orders changed; where none is named, that something else did (0), as the count of scans."""
        self._changes.announce(frozenset(order_id for order_id in order_ids if order_id is not None) or frozenset({0}))


def _tell(result: Result, order_id: int | None) -> None:
    words = [result.code, *(result.values.get(name, "") for name in ("amount", "unit", "name"))]
    order = f"{result.values.get('order', '')} ({result.order_id or order_id or 'none'})".strip()
    log.info("order %s: %s", order, " ".join(filter(None, words)))

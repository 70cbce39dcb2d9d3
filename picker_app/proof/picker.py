"""A picker in virtual time: takes orders from the inbox, works them as people do, and keeps notes of every good act."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from decimal import Decimal
from random import Random

from picker_app.devices.scanner import Scan
from picker_app.domain.quantity import GRAM
from picker_app.domain.said import Pricing
from picker_app.picking.desk import Desk
from picker_app.picking.rows import Act, LineRow, OrderView, Outcome, Result, Tab, Word
from picker_app.platforms.port import CatalogProduct
from picker_app.proof.notes import Beep, Cart, Notes, goods, line_name
from picker_app.proof.shop import Gone, Shop
from picker_app.training.catalogue import Product, load_store, weight_label

PATIENCE = 60
"""How often a picker looks again, every tenth of a second, before the screen counts as wrong."""
Verb = Callable[[Desk], Awaitable[Result]]
_REASONS = ("ITEM_UNAVAILABLE", "CLOSED", "TOO_BUSY")


class Book:
    """What all pickers of the shop remember: the notes of each order, who holds which, and every beep."""

    def __init__(self) -> None:
        self.notes: dict[str, Notes] = {}
        self.held: set[str] = set()
        self.beeps: list[Beep] = []
        self.scans = 0


class Left(Exception):
    """The picker lays the order aside: it is no longer to be worked, or the program is gone."""


class Picker:
    """One picker; `haste` divides the seconds between two acts."""

    def __init__(self, shop: Shop, book: Book, chance: Random, *, haste: float = 1.0) -> None:
        self._shop = shop
        self._book = book
        self._chance = chance
        self._haste = haste
        self._goods = load_store().by_sku()
        self._all = [product for product in load_store().products if not product.weighed]

    async def work(self) -> None:
        """Pick one order after another, for ever."""
        while True:
            ref = self._choose()
            if ref is None:
                await asyncio.sleep(self._chance.uniform(3, 20))
                continue
            self._book.held.add(ref)
            try:
                with suppress(Left, Gone):
                    await self._pick(ref)
                # What is done is out of the inbox before anybody looks for the next one.
                await asyncio.sleep(self._chance.uniform(1, 5))
            finally:
                self._book.held.discard(ref)

    def _choose(self) -> str | None:
        services = self._shop.services
        if services is None:
            return None
        board = services.board
        for row in (*board.rows(Tab.PICKING), *board.rows(Tab.TO_PICK)):
            ref = board.ref(row.id)
            if ref not in self._book.held:
                self._book.notes.setdefault(ref, Notes(ref, row.id))
                return ref
        for row in board.rows(Tab.WAITING):
            ref = board.ref(row.id)
            if row.word is Word.ASK and ref not in self._book.held and ref in self._book.notes:
                return ref
        return None

    async def _pick(self, ref: str) -> None:
        notes = self._book.notes[ref]
        view = await self._opened(notes)
        if view.row.word is Word.ASK:
            await self._asked(notes, view)
            return
        notes.sealed = ""
        await self._work(notes, view)

    async def _asked(self, notes: Notes, view: OrderView) -> None:
        """Have an order given back that was sent in vain."""
        notes.asked_back = True
        await self._shop.ask(lambda services: services.courier.give_back(notes.order_id))
        await asyncio.sleep(5)

    async def _work(self, notes: Notes, view: OrderView) -> None:
        for line in view.lines:
            if not line.complete:
                await self._work_line(notes, line)
        await self._extras(notes, view)
        await self._end(notes)

    async def _opened(self, notes: Notes) -> OrderView:
        """Look at the order until the screen shows what is remembered."""
        for _ in range(PATIENCE):
            view = self._view(notes)
            if view.row.word is Word.ASK or notes.agrees(view):
                return view
            await asyncio.sleep(0.1)
        notes.give_in(self._view(notes))
        raise Left

    def _view(self, notes: Notes) -> OrderView:
        services = self._shop.services
        view = None if services is None else services.board.order(notes.order_id)
        if view is None or not (view.workable or view.row.word is Word.ASK):
            raise Left
        return view

    # Lines.

    async def _work_line(self, notes: Notes, line: LineRow) -> None:
        kind = self._chance.random()
        product = self._goods.get(line.sku)
        if kind < 0.06 or product is None:
            await self._not_found(notes, line)
        elif kind < 0.12:
            await self._replace(notes, line, product)
        elif line.pricing is Pricing.KG:
            await self._weigh(notes, line, product)
        elif kind < 0.18 and line.ordered > 1 and not line.bounds.below(line.ordered - 1):
            await self._amount(notes, line, line.ordered - 1)
        else:
            await self._scan_pieces(notes, line, product)
        if self._chance.random() < 0.04:
            await self._undo(notes)

    async def _scan_pieces(self, notes: Notes, line: LineRow, product: Product) -> None:
        missing = int(line.ordered - line.amount) + (self._chance.random() < 0.05)
        for _ in range(missing):
            if self._chance.random() < 0.04:
                await self._scan(notes, self._chance.choice(self._all).barcodes[0], None, Decimal(0))
            amount = notes.cart.get(line_name(line), ("", Decimal(0)))[1] + 1
            await self._scan(notes, product.barcodes[0], line, amount)

    async def _weigh(self, notes: Notes, line: LineRow, product: Product) -> None:
        weight = (line.ordered * Decimal(str(round(self._chance.uniform(0.85, 1.15), 4)))).quantize(GRAM)
        if line.bounds.below(weight) or line.bounds.above(weight):
            weight = line.ordered
        if self._chance.random() < 0.6:
            await self._scan(notes, weight_label(product.item_code, weight), line, weight)
        else:
            await self._amount(notes, line, weight)

    async def _amount(self, notes: Notes, line: LineRow, amount: Decimal) -> None:
        after = notes.cart | {line_name(line): (line.sku, amount)}
        await self._fact(notes, after, lambda desk: desk.set_amount(notes.order_id, line.key, amount, yes=True))

    async def _not_found(self, notes: Notes, line: LineRow) -> None:
        after = _without(notes.cart, line_name(line))
        await self._fact(notes, after, lambda desk: desk.not_found(notes.order_id, line.key))

    async def _replace(self, notes: Notes, line: LineRow, product: Product) -> None:
        other = self._chance.choice([p for p in load_store().products if p.weighed is product.weighed])
        after = _without(notes.cart, line.key) | {f"for:{line.key}": (other.sku, line.ordered)}
        offered = _offered(other)
        await self._fact(notes, after, lambda desk: desk.replace(notes.order_id, line.key, offered, line.ordered))

    # The order.

    async def _extras(self, notes: Notes, view: OrderView) -> None:
        if self._chance.random() < 0.12:
            await self._add(notes, self._goods["BAG-01"], Decimal(self._chance.choice((1, 1, 2))))
        if self._chance.random() < 0.08:
            line = self._chance.choice(view.lines)
            if line.pricing is Pricing.UNIT and line.unit_price is not None:
                price = line.unit_price + Decimal("0.10")
                await self._fact(
                    notes, notes.cart, lambda desk: desk.change_price(notes.order_id, line.key, unit_price=price)
                )
        if self._chance.random() < 0.15:
            await self._act(lambda desk: desk.check(notes.order_id))

    async def _add(self, notes: Notes, product: Product, count: Decimal) -> None:
        try:
            result = await self._act(lambda desk: desk.add(notes.order_id, _offered(product), count))
        except Gone:
            notes.doubt(notes.cart | {"": (product.sku, count)})
            raise
        if result.good:
            notes.change(notes.cart | {result.line: (product.sku, count)})
            self._beeped(notes, result)

    async def _end(self, notes: Notes) -> None:
        if self._chance.random() < 0.04:
            await self._cancel(notes, self._chance.choice(_REASONS))
            return
        for _ in range(2):
            notes.finished.append(goods(notes.cart))
            result = await self._seal(notes, "finished", lambda desk: desk.finish(notes.order_id))
            if result.code == "nothing_found":
                await self._cancel(notes, "ITEM_UNAVAILABLE")
            if not result.good or self._chance.random() > 0.05:
                return
            if not await self._think_better(notes):
                return
            if notes.unsure:  # what is in the bag now, the screen says before it is finished once more
                await asyncio.sleep(1)
                await self._opened(notes)

    async def _think_better(self, notes: Notes) -> bool:
        """Undo the finishing; returns whether something was undone."""
        undone = await self._seal(notes, "", lambda desk: desk.undo(notes.order_id))
        if undone.good and undone.line and notes.past:
            notes.undo()  # the platform had refused it meanwhile, so the act before it was taken back
        elif undone.good and notes.past and len(notes.past[-1]) < len(notes.cart):
            notes.doubt(notes.past[-1])  # perhaps so too: no line is named where an added one is gone
        return undone.good

    async def _cancel(self, notes: Notes, reason: str) -> None:
        await self._seal(notes, "cancelled", lambda desk: desk.cancel(notes.order_id, reason))

    async def _seal(self, notes: Notes, sealed: str, verb: Verb) -> Result:
        """Finish, cancel, or undo that."""
        try:
            result = await self._act(verb)
        except Gone:
            notes.sealed = "unsure"
            raise
        if result.good:
            notes.sealed = sealed
            self._beeped(notes, result)
        return result

    async def _undo(self, notes: Notes) -> None:
        if not notes.past:
            return
        try:
            result = await self._act(lambda desk: desk.undo(notes.order_id))
        except Gone:
            notes.doubt(notes.past[-1])
            raise
        if result.good:
            notes.undo()

    async def _fact(self, notes: Notes, after: Cart, verb: Verb) -> None:
        """Do an act that leads to the bag `after`."""
        try:
            result = await self._act(verb)
        except Gone:
            notes.doubt(after)
            raise
        if result.good:
            notes.change(after)
            self._beeped(notes, result)
        self._go_on(result)

    async def _act(self, verb: Verb) -> Result:
        await asyncio.sleep(self._chance.uniform(0.5, 8) / self._haste)
        return await self._shop.ask(lambda services: verb(services.desk))

    def _beeped(self, notes: Notes, result: Result) -> None:
        if result.number is not None:
            self._book.beeps.append(Beep(notes.order_id, result.number))

    async def _scan(self, notes: Notes, code: str, expected: LineRow | None, amount: Decimal) -> Result:
        """Scan a code that should bring the expected line to an amount; None: a wrong product, by mistake."""
        await asyncio.sleep(self._chance.uniform(0.4, 5) / self._haste)
        scan = Scan(code, code, self._shop.now())
        after = notes.cart | {line_name(expected): (expected.sku, amount)} if expected else notes.cart
        try:
            result = await self._shop.ask(lambda services: services.desk.scan(scan, notes.order_id))
        except Gone:
            notes.doubt(after)
            raise
        self._book.scans += 1
        if result.outcome is not Outcome.NOT_SAVED:
            self._book.beeps.append(Beep(result.order_id, result.number, code, result.outcome.value))
        if result.good and result.outcome in (Outcome.PICKED, Outcome.WEIGHT_SET):
            notes.change(after if expected and result.line == expected.key else self._elsewhere(notes, result, amount))
        elif result.offer is not None and result.offer.act is Act.SET_AMOUNT and result.order_id == notes.order_id:
            offer = result.offer
            await self._fact(notes, after, lambda desk: desk.accept(offer))
        else:
            self._go_on(result)
        return result

    def _elsewhere(self, notes: Notes, result: Result, amount: Decimal) -> Cart:
        """Return the bag after a scan that meant another line of the same product."""
        line = next(line for line in self._view(notes).lines if line.key == result.line)
        if result.outcome is Outcome.PICKED:
            amount = notes.cart.get(line_name(line), ("", Decimal(0)))[1] + 1
        return notes.cart | {line_name(line): (line.sku, amount)}

    def _go_on(self, result: Result) -> None:
        if not result.good and result.code in ("cancelled", "finished", "not_ours", "with_platform"):
            raise Left


def _without(cart: Cart, key: str) -> Cart:
    return {other: entry for other, entry in cart.items() if other != key}


def _offered(product: Product) -> CatalogProduct:
    return CatalogProduct(
        product.sku, product.names["en"], product.barcodes, unit_price=product.price, by_weight=product.weighed
    )

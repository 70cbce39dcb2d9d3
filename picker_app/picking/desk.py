"""The verbs of the desk, each one transaction: the fact, the message it owes, and only then the good word."""

import uuid
from collections.abc import Callable
from copy import copy
from dataclasses import replace
from decimal import Decimal

from picker_app.devices.labels import weight_of_price
from picker_app.devices.scanner import Scan
from picker_app.domain import order as verbs
from picker_app.domain import steps
from picker_app.domain.facts import Fact, NewLine, OrderReopened
from picker_app.domain.order import Order, Stage
from picker_app.domain.quantity import Bounds, kilograms
from picker_app.domain.rules import RuleBroken
from picker_app.domain.said import Pricing
from picker_app.picking import messages, results
from picker_app.picking.amounts import MAX_WEIGHT_KG, amount_verb
from picker_app.picking.ledger import Ledger
from picker_app.picking.rows import Act, Identified, Offer, Outcome, Result, ScanMode
from picker_app.picking.scan_notes import ScanNote
from picker_app.picking.scans import Scans
from picker_app.picking.status_rows import ACTS
from picker_app.picking.ties import has_no_code, product_key, tied_in
from picker_app.platforms.port import CatalogProduct
from picker_app.store import journal, labels
from picker_app.store.database import Connection
from picker_app.store.views import Laid

Verb = Callable[[Order], tuple[Order, Fact]]
_PLAIN = ScanMode()
_ENDED = (Stage.FINISHED, Stage.CANCELLED, Stage.REJECTED)


class Desk:
    """What a person can do to an order. No method raises for a broken rule or a full disk: the Result says it."""

    def __init__(
        self,
        ledger: Ledger,
        scans: Scans,
        *,
        max_weight_kg: Decimal = MAX_WEIGHT_KG,
        reread: Callable[[int], None] = lambda order_id: None,
    ) -> None:
        """`reread` reads an order again in the background, where its platform lets it."""
        self._reread = reread
        self._ledger = ledger
        self._scans = scans
        self._max_weight = max_weight_kg
        self._note: ScanNote | None = None

    async def scan(self, scan: Scan, order_id: int | None, mode: ScanMode = _PLAIN) -> Result:
        """Work a scan in an order, or in the inbox where `order_id` is None; `mode` says how the screen stands."""
        return await self._scans.scan(scan, order_id, mode)

    async def identify(self, scan: Scan, account: str, *, searching: bool = False) -> Identified:
        """Say which product of an account's catalogue a scan means, and its weight in kg if the code tells it."""
        return await self._scans.identify(scan, account, searching=searching)

    async def refuse(self, scan: Scan, order_id: int | None, code: str, outcome: Outcome = Outcome.REFUSED) -> Result:
        """Write down a scan that the desk has no use for; `code` says why, or what took it."""
        return await self._scans.refuse(scan, order_id, code, outcome)

    def by(self, scan: Scan) -> "Desk":
        """Return the desk for the acts of a command that was scanned: the first of them is written down with it."""
        desk = copy(self)
        desk._note = self._scans.notes.note(scan, command=True)
        desk._ledger = self._ledger.noted(desk._note)
        return desk

    async def note(self, order_id: int | None, code: str) -> Result:
        """Write the command of `by` down with its effect, unless an act was; `code` says what came of it."""
        result = Result(Outcome.COMMAND, code, good=True, order_id=order_id)
        if self._note is None or self._note.written:
            return result
        return await self._ledger.said(order_id, self._ledger.run, lambda connection: result)

    async def pick(self, order_id: int, line: str, count: Decimal = Decimal(1), *, yes: bool = False) -> Result:
        """Put so many pieces of a line into the bag; `yes` answers the question whether more than ordered is meant."""
        return await self._act(order_id, line, "picked", lambda order: verbs.pick(order, line, count, yes=yes))

    async def set_amount(self, order_id: int, line: str, amount: Decimal, *, yes: bool = False) -> Result:
        """Set the pieces (UNIT) or kilograms (KG) of a line; 0 means not found."""

        def verb(order: Order) -> tuple[Order, Fact]:
            return amount_verb(order, line, amount, self._max_weight, yes=yes)

        return await self._act(order_id, line, "quantity_set", verb, offered=amount)

    async def take(self, order_id: int, line: str) -> Result:
        """Take a line as it was ordered, with all of its parts."""
        return await self._act(order_id, line, "taken", lambda order: steps.take(order, line))

    async def confirm(self, order_id: int) -> Result:
        """Take the order on, before anything of it is picked: its platform is told so."""

        def verb(order: Order) -> tuple[Order, Fact]:
            self._must("confirms", order)
            return steps.confirm(order)

        return await self._act(order_id, "", "confirmed_here", verb)

    async def reject(self, order_id: int, details: str) -> Result:
        """Hand the order to the platform's own desk, with 1 to 500 characters that say why; this does not cancel."""

        def verb(order: Order) -> tuple[Order, Fact]:
            self._must("rejects", order)
            return steps.reject(order, details)

        return await self._act(order_id, "", "rejected_here", verb)

    async def deliver(self, order_id: int) -> Result:
        """Say that the customer has an order that is on its way."""

        def verb(order: Order) -> tuple[Order, Fact]:
            if self._ledger.capabilities(order).carts:
                raise RuleBroken("not_on_this_platform")
            return steps.deliver(order)

        return await self._act(order_id, "", "delivered_here", verb)

    async def not_found(self, order_id: int, line: str) -> Result:
        """Mark a line as not in the store; a line of the desk's own is taken back."""
        return await self._act(order_id, line, "not_found", lambda order: verbs.not_found(order, line))

    async def replace(self, order_id: int, line: str, product: CatalogProduct, amount: Decimal) -> Result:
        """Put another product in the place of a line, in pieces or kilograms."""

        def verb(order: Order) -> tuple[Order, Fact]:
            self._must("replacements", order)
            return verbs.replace_line(order, line, self._new_line(product, amount))

        return await self._act(order_id, line, "replaced", verb, name=product.name)

    async def add(self, order_id: int, product: CatalogProduct, amount: Decimal) -> Result:
        """Add a product that nobody ordered, in pieces or kilograms."""

        def verb(order: Order) -> tuple[Order, Fact]:
            self._must("additions", order)
            return verbs.add_line(order, self._new_line(product, amount))

        return await self._act(order_id, "", "added", verb, name=product.name)

    async def change_price(
        self, order_id: int, line: str, *, unit_price: Decimal | None = None, total_price: Decimal | None = None
    ) -> Result:
        """Change the price of a UNIT line: of one unit or of the whole line."""

        def verb(order: Order) -> tuple[Order, Fact]:
            self._must("prices", order)
            return verbs.change_price(order, line, unit_price=unit_price, total_price=total_price)

        return await self._act(order_id, line, "price_changed", verb)

    async def finish(self, order_id: int, *, yes: bool = False) -> Result:
        """Finish the order: it is sent to the platform as soon as the line is there.

        `yes` answers the question whether a shortage is meant, where the platform cannot be told of it.
        """
        return await self._act(order_id, "", "finished", lambda order: self._finished(order, yes=yes))

    async def cancel(self, order_id: int, reason: str) -> Result:
        """Cancel the order for one of the platform's reasons."""

        def verb(order: Order) -> tuple[Order, Fact]:
            self._must("carts", order)
            return verbs.cancel(order, reason)

        return await self._act(order_id, "", "cancelled_here", verb)

    async def may_finish(self, order_id: int) -> Result:
        """Say whether the order can be finished as it stands, and which line is in the way if not."""

        def work(connection: Connection) -> Result:
            laid = self._ledger.laid(connection, order_id)
            self._finished(laid.order, yes=True)
            return results.good(laid, laid.order, "", Outcome.COMMAND, "may_finish")

        return await self._ledger.said(order_id, self._ledger.run, work)

    async def check(self, order_id: int) -> Result:
        """Ask the platform at once whether it accepts the cart as it stands.

        Where it checks no carts but shows the order again, it is read in the background: see OrderView.reread.
        """

        def work(connection: Connection) -> Result:
            laid = self._ledger.laid(connection, order_id)
            capabilities = self._ledger.seller(laid).capabilities
            if capabilities.rereads:
                return results.good(laid, laid.order, "", Outcome.COMMAND, "rereading")
            if not capabilities.check:
                raise RuleBroken("no_check")
            verbs.must_be_open(laid.order)
            messages.owe_check_now(connection, laid, self._ledger.now())
            return results.good(laid, laid.order, "", Outcome.COMMAND, "checking")

        result = await self._ledger.said(order_id, self._ledger.run, work)
        if result.code == "rereading":
            self._reread(order_id)
        return result

    async def undo(self, order_id: int) -> Result:
        """Take back the newest act, as long as it was not sent."""

        def work(connection: Connection) -> Result:
            laid, now = self._ledger.laid(connection, order_id), self._ledger.now()
            if not laid.order.open:
                verbs.must_be_open(laid.order)
            fact = verbs.undo(laid.order)
            if laid.order.stage in _ENDED:
                messages.take_back_act(connection, laid, now)
            number = self._ledger.write(connection, order_id, fact)
            after = self._ledger.laid(connection, order_id)
            messages.refresh_check(connection, laid, after.order, number, now)
            line = results.changed_line(laid.order, after.order)
            return results.good(after, after.order, line, Outcome.COMMAND, "undone")

        return await self._ledger.said(order_id, self._ledger.run, work)

    async def accept(self, offer: Offer, *, price_per_kg: Decimal | None = None) -> Result:
        """Do what a question offered; `price_per_kg` is the shelf's own price, for a price label."""
        if offer.act is Act.TIE:
            return await self._tie(offer)
        if offer.act is Act.FINISH:
            return await self.finish(offer.order_id, yes=True)
        if price_per_kg is not None and offer.price is not None:
            amount = weight_of_price(offer.price, price_per_kg)
            offer = replace(offer, amount=amount, price_per_kg=price_per_kg)
        count = offer.amount or Decimal(1)

        def verb(order: Order) -> tuple[Order, Fact]:
            if offer.act is Act.SET_AMOUNT:
                return amount_verb(order, offer.line, offer.amount, self._max_weight, yes=True)
            return verbs.pick(order, offer.line, count, yes=offer.act is Act.PICK_MORE)

        def also(connection: Connection, laid: Laid, number: int) -> None:
            now = self._ledger.now()
            if offer.scan:
                journal.answer(connection, offer.scan, offer.order_id, number, now)
            if offer.price_per_kg is not None:
                sku = laid.order.line(offer.line).sku
                labels.keep_price(connection, laid.order.said.account, sku, self._ledger.day(), offer.price_per_kg)

        code = "quantity_set" if offer.act is Act.SET_AMOUNT else "picked"
        return await self._act(offer.order_id, offer.line, code, verb, offered=offer.amount, also=also)

    async def reopen(self, order_id: int) -> None:
        """Bring an order back to the desk after the platform refused what was sent; NotSaved if it cannot be kept."""

        def work(connection: Connection) -> bool:
            laid = self._ledger.look(connection, order_id)
            if laid is None or not laid.order.open or laid.order.stage not in _ENDED:
                return False
            if len([act for act in laid.messages if act.kind in ACTS and act.ended_at is None]) > 1:
                return False  # another word was said since: this refusal is of an older one
            self._ledger.write(connection, order_id, OrderReopened())
            return True

        reopened = await self._ledger.run(work)
        if reopened:
            self._ledger.announce(order_id)

    def back_from_platform(self, connection: Connection, order_id: int) -> None:
        """Bring an order back that the platform's own desk gave back, in the transaction of the event that says so."""
        laid = self._ledger.look(connection, order_id)
        if laid is not None and laid.order.stage is Stage.REJECTED:
            self._ledger.write(connection, order_id, OrderReopened())

    async def _tie(self, offer: Offer) -> Result:
        """Remember that a code is the product of a line; of one without a code of its own a piece is picked, too."""

        def work(connection: Connection) -> Result:
            laid = self._ledger.laid(connection, offer.order_id)
            line = laid.order.line(offer.line)
            said = laid.order.said
            labels.tie(connection, tied_in(said, line), offer.code, product_key(line), self._ledger.now())
            if has_no_code(line):
                order, fact = verbs.pick(laid.order, line.key)
                number = self._ledger.record(connection, laid, order, fact)
                return results.good(laid, order, line.key, Outcome.PICKED, "picked", number=number)
            return results.good(laid, laid.order, offer.line, Outcome.CHOSEN, "tied")

        return await self._ledger.said(offer.order_id, self._ledger.run, work)

    async def _act(
        self,
        order_id: int,
        line: str,
        code: str,
        verb: Verb,
        *,
        offered: Decimal | None = None,
        also: Callable[[Connection, Laid, int], None] = lambda connection, laid, number: None,
        **values: str,
    ) -> Result:
        def work(connection: Connection) -> Result:
            laid = self._ledger.laid(connection, order_id)
            try:
                order, fact = verb(laid.order)
            except RuleBroken as rule:
                return results.broken(laid, rule, order_id, offered)
            number = self._ledger.record(connection, laid, order, fact)
            also(connection, laid, number)
            outcome, said = results.of_fact(laid.order, fact, code)
            return results.good(
                laid, order, line or results.changed_line(laid.order, order), outcome, said, number=number, **values
            )

        return await self._ledger.said(order_id, self._ledger.run, work)

    def _must(self, ability: str, order: Order) -> None:
        """Break the rule `not_on_this_platform` where the platform of an order lacks a capability."""
        if not getattr(self._ledger.capabilities(order), ability):
            raise RuleBroken("not_on_this_platform")

    def _finished(self, order: Order, *, yes: bool) -> tuple[Order, Fact]:
        carts = self._ledger.capabilities(order).carts
        return verbs.finish(order) if carts else steps.finish_as_picked(order, yes=yes)

    def _new_line(self, product: CatalogProduct, amount: Decimal) -> NewLine:
        if product.by_weight and amount > self._max_weight:
            raise RuleBroken("too_heavy", amount=amount, maximum=self._max_weight)
        return NewLine(
            key=f"new-{uuid.uuid4()}",
            sku=product.sku,
            name=product.name,
            pricing=Pricing.KG if product.by_weight else Pricing.UNIT,
            amount=kilograms(amount) if product.by_weight else amount,
            barcodes=product.barcodes,
            unit_price=product.unit_price,
            bounds=Bounds(),
        )

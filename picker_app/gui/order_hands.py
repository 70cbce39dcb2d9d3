"""What each key does in an order: it opens a panel, or asks the desk for an act."""

from collections.abc import Awaitable, Callable
from typing import Final

from PySide6.QtCore import QCoreApplication

from picker_app.domain.order import Stage
from picker_app.domain.said import Pricing, Status
from picker_app.gui.keys import Command
from picker_app.gui.offers import accepts, asks_person, comes_back, delivers, offers, refused_confirmation
from picker_app.gui.product_hands import ProductHands
from picker_app.gui.screens.order import Panel
from picker_app.gui.screens.pages import Pages
from picker_app.gui.surroundings import Desk, Surroundings
from picker_app.gui.tasks import Tasks
from picker_app.gui.telling import Telling
from picker_app.gui.widgets.fields import Field
from picker_app.picking.rows import Act, Offer, OrderRow, OrderView, Outcome, Result

translate = QCoreApplication.translate
PAGE: Final = 6
STEPS: Final = {Command.UP: -1, Command.DOWN: 1, Command.PAGE_UP: -PAGE, Command.PAGE_DOWN: PAGE}


class OrderHands:
    """The keys of the order screen and of its panels. Key acts leave the chosen line chosen."""

    def __init__(self, given: Surroundings, pages: Pages, tasks: Tasks, telling: Telling) -> None:
        self._given = given
        self._pages = pages
        self._order = pages.order
        self._tasks = tasks
        self._telling = telling
        self.products = ProductHands(given, pages.order, tasks, telling, self._enter_value)

    def command(self, command: Command, desk: Desk) -> None:
        """Do what a key other than Enter and Esc asks for."""
        order, view, line = self._order, self._order.view, self._order.chosen()
        if view is None or command in (Command.LEFT, Command.RIGHT):
            return
        order_id = view.row.id
        if command in STEPS:
            order.step(STEPS[command])
        elif command is Command.FIND:
            order.open_panel(Panel.FIND)
        elif command is Command.PHONE:
            if not order.side.customer.show_phone():
                self._telling.refusal(
                    translate("Hands", "No phone number"), translate("Hands", "The platform gave none.")
                )
        elif command is Command.UNDO:
            order.close_panel()
            self._tasks.act("undo", lambda: self._undo(order_id, desk))
        elif command is Command.CHECK and view.capabilities.rereads:
            self._act("read again", lambda: desk.check(order_id))
        elif command is Command.FINISH and delivers(view):
            self._act("deliver", lambda: desk.deliver(order_id))
        elif not view.workable:
            self._telling.result(Result(Outcome.REFUSED, _why_closed(view), good=False))
        elif not offers(view, command):
            self._telling.result(Result(Outcome.REFUSED, "not_on_this_platform", good=False))
        elif command is Command.FINISH:
            order.close_panel()
            self._tasks.act("may finish", lambda: self._may_finish(order_id, desk))
        elif command is Command.CHECK:
            self._act("check", lambda: desk.check(order_id))
        elif command is Command.CANCEL:
            if view.capabilities.rejects:
                order.open_panel(Panel.REJECT)
                self._telling.rejecting(view.row)
            else:
                order.open_panel(Panel.REASON)
        elif command is Command.ADD:
            order.open_product(None)
        elif line is not None:
            self._with_line(command, order_id, line.key, desk)

    def enter(self, desk: Desk) -> None:
        """Accept what the open panel shows; without one, take the order on, the chosen line, or ask for its amount."""
        order, view = self._order, self._order.view
        if order.panel is Panel.NONE and view is not None:
            self._enter_order(view, desk)
        elif order.panel is Panel.FIND:
            text = order.finder.field.text().strip()
            order.close_panel()
            if text and not order.find_line(text):
                self._telling.refusal(translate("Hands", "Nothing found"), f"“{text}”")
        elif order.panel is Panel.PRODUCT:
            self.products.enter(desk)
        elif order.panel is Panel.AMOUNT:
            self._take_amount(desk)
        elif order.panel is Panel.PRICE:
            self._take_price(desk)
        elif order.panel is Panel.DECIDE and view is not None:
            again = order.deciding.again
            order.close_panel()
            if again and refused_confirmation(view):
                self._act("confirm", lambda: desk.confirm(view.row.id))
            else:
                self._tasks.act("decide", lambda: self._decide(view.row, again))
        elif order.panel is Panel.REJECT:
            if order.rejecting.sure:
                self._reject(desk)
            else:
                self._telling.asked_again(order.rejecting.field.text(), confirmed=order.rejecting.confirmed)
        elif order.panel is Panel.REASON:
            reason = order.reasons.reason()
            order.close_panel()
            self._tasks.act("cancel", lambda: self._cancel(reason, desk))

    def _enter_order(self, view: OrderView, desk: Desk) -> None:
        order_id, line = view.row.id, self._order.chosen()
        if asks_person(view):
            self._order.open_panel(Panel.DECIDE)
        elif comes_back(view):
            self._tasks.act("give back", lambda: self._give_back(view.row))
        elif accepts(view):
            self._act("confirm", lambda: desk.confirm(order_id))
        elif view.workable and not view.capabilities.carts and line is not None:
            self._tasks.act("take", lambda: self._take(order_id, line.key, desk))
        else:
            self.command(Command.AMOUNT, desk)

    def follow(self, result: Result) -> None:
        """Choose the line that was scanned, or the next one when it is done; offer the weight where one is needed."""
        order = self._order
        if result.outcome is Outcome.WEIGH:
            order.choose(result.line)
            order.open_panel(Panel.AMOUNT)
        elif result.good and order.panel is Panel.NONE:
            if result.line_complete:
                order.choose_next_after(result.line)
            else:
                order.choose(result.line)

    def accepted(self, offer: Offer) -> None:
        """Close the entry of an amount that was taken after a question."""
        order = self._order
        if offer.act is Act.SET_AMOUNT and order.panel is Panel.AMOUNT and order.amount.line == offer.line:
            order.close_panel()

    async def finish(self, desk: Desk) -> None:
        """Send the order that is looked at, and go back to the inbox for the next one."""
        view = self._pages.finish.view
        if view is None:
            return
        # What is short was listed here: that is the question, and Enter its answer.
        result = await desk.finish(view.row.id, yes=bool(view.shortages))
        if result.good:
            self._pages.show_inbox()
            self._pages.inbox.choose_most_urgent()
        else:
            self._pages.show_order()
            self._order.choose(result.line)
        self._telling.result(result)

    def _with_line(self, command: Command, order_id: int, key: str, desk: Desk) -> None:
        order = self._order
        line = order.line(key)
        if command is Command.AMOUNT:
            order.open_panel(Panel.AMOUNT)
        elif command is Command.PRICE and order.panel is Panel.PRICE:
            order.price.choose(total=not order.price.total)
        elif command is Command.PRICE:
            if line is not None and line.pricing is Pricing.KG:
                values = {"name": line.name}
                self._telling.result(Result(Outcome.REFUSED, "price_by_platform", good=False, values=values))
            else:
                order.open_panel(Panel.PRICE)
        elif command is Command.REPLACE:
            self.products.replace(line)
        elif command is Command.NOT_FOUND:
            order.close_panel()
            self._act("not found", lambda: desk.not_found(order_id, key))

    def _take_amount(self, desk: Desk) -> None:
        order = self._order
        amount, key, view = order.amount.amount(), order.amount.line, order.view
        if amount is None or view is None:
            self._telling.result(Result(Outcome.REFUSED, "no_amount", good=False))
            order.amount.field.selectAll()
            return
        self._enter_value("amount", order.amount.field, lambda: desk.set_amount(view.row.id, key, amount))

    def ask_price_per_kg(self, offer: Offer) -> None:
        """Ask for the shelf's own price of a kilogram, in place of the one that a label's question was made with."""
        order, view, line = self._order, self._order.view, self._order.line(offer.line)
        if view is not None and line is not None:
            order.choose(offer.line)
            order.open_panel(Panel.PRICE)
            order.price.ask_per_kg(line.name, view.currency, offer)

    def _take_price(self, desk: Desk) -> None:
        order = self._order
        price, key, view, total = order.price.amount(), order.price.line, order.view, order.price.total
        if price is None or view is None:
            self._telling.refusal(translate("Hands", "Not a price"), translate("Hands", "Type a number above 0."))
            order.price.field.selectAll()
            return

        offer = order.price.offer

        def ask() -> Awaitable[Result]:
            order_id = view.row.id
            if offer is not None:
                return desk.accept(offer, price_per_kg=price)
            if total:
                return desk.change_price(order_id, key, total_price=price)
            return desk.change_price(order_id, key, unit_price=price)

        self._enter_value("price", order.price.field, ask)

    def _enter_value(self, name: str, field: Field, ask: Callable[[], Awaitable[Result]]) -> None:
        """Ask the desk for what an entry holds: a good answer closes it, any other leaves the value to type anew."""
        # What is typed until then comes after the answer, into what the answer leaves open.
        self._order.window().setFocus()

        async def run() -> None:
            try:
                result = await ask()
                if result.good:
                    self._order.close_panel()
                self._telling.result(result)
            finally:
                if field.isVisibleTo(self._order):
                    field.offer(field.text())

        self._tasks.act(name, run)

    def _act(self, name: str, ask: Callable[[], Awaitable[Result]]) -> None:
        async def run() -> None:
            self._telling.result(await ask())

        self._tasks.act(name, run)

    async def _take(self, order_id: int, line: str, desk: Desk) -> None:
        result = await desk.take(order_id, line)
        self._telling.result(result)
        if result.good and self._order.panel is Panel.NONE:
            self._order.choose_next_after(line)

    def _reject(self, desk: Desk) -> None:
        order, view = self._order, self._order.view
        if view is None:
            return
        details, order_id = order.rejecting.details(), view.row.id

        async def run() -> None:
            result = await desk.reject(order_id, details)
            if result.good:
                self._pages.show_inbox()
                self._pages.inbox.choose_most_urgent()
            self._telling.result(result)

        self._tasks.act("reject", run)

    async def _decide(self, row: OrderRow, again: bool) -> None:
        if await self._given.decide(row.id, again=again):
            self._telling.decided(row.short_code, again=again)
        else:
            self._telling.not_yet_safe()

    async def _give_back(self, row: OrderRow) -> None:
        if await self._given.give_back(row.id):
            self._telling.coming_back(row.short_code)
        else:
            self._telling.not_yet_safe()

    async def _undo(self, order_id: int, desk: Desk) -> None:
        result = await desk.undo(order_id)
        self._telling.result(result)
        self._order.choose(result.line)

    async def _may_finish(self, order_id: int, desk: Desk) -> None:
        result = await desk.may_finish(order_id)
        if not result.good:
            self._telling.result(result)
            self._order.choose(result.line)
            return
        self._pages.show_finish()
        self._telling.idle()

    async def _cancel(self, reason: str, desk: Desk) -> None:
        view = self._order.view
        if view is None:
            return
        result = await desk.cancel(view.row.id, reason)
        if result.good:
            self._pages.show_inbox()
            self._pages.inbox.choose_most_urgent()
        self._telling.result(result)


def _why_closed(view: OrderView) -> str:
    """Return the code of why nothing can be done with an order."""
    if view.row.status is Status.CANCELLED:
        return "cancelled"
    return "with_platform" if view.row.stage is Stage.REJECTED else "finished"

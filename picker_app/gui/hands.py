"""What each key and each scan does on each screen; the acts go to the desk one after another."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from picker_app.devices.scanner import Scan
from picker_app.domain.said import Pricing
from picker_app.gui import sentences
from picker_app.gui.alarm import Alarm
from picker_app.gui.formats import Formats
from picker_app.gui.keys import Command
from picker_app.gui.notices import Notice, Notices
from picker_app.gui.product_hands import ProductHands
from picker_app.gui.screens.order import Panel
from picker_app.gui.screens.pages import Pages
from picker_app.gui.surroundings import Surroundings
from picker_app.gui.tasks import Tasks
from picker_app.gui.theme import Tone
from picker_app.picking.rows import Offer, Outcome, Result

translate = QCoreApplication.translate
QUESTION_LASTS = timedelta(seconds=30)
PAGE = 6
_STEPS = {Command.UP: -1, Command.DOWN: 1, Command.PAGE_UP: -PAGE, Command.PAGE_DOWN: PAGE}


class Hands:
    """Takes commands and scans. `offer` is what Enter would accept, as long as its question is fresh."""

    def __init__(
        self, given: Surroundings, pages: Pages, tasks: Tasks, notices: Notices, alarm: Alarm, formats: Formats
    ) -> None:
        self._given = given
        self._pages = pages
        self._tasks = tasks
        self._notices = notices
        self._alarm = alarm
        self._formats = formats
        self._offer: tuple[Offer, datetime] | None = None
        self._escaped = False
        self._products = ProductHands(given, pages.order, tasks, self._told, self._act)

    @property
    def offer(self) -> Offer | None:
        """Return what Enter would accept now."""
        if self._offer is None or self._given.clock() > self._offer[1]:
            return None
        return self._offer[0]

    def look(self, text: str) -> None:
        """Look for products while a person types."""
        self._products.look(text)

    def command(self, command: Command) -> None:
        """Do what a key or a click asks for, after the acts that are under way."""
        self._tasks.soon(lambda: self._do(command))

    def typed(self) -> None:
        """Take note that the person types: an open question is no longer what Enter means."""
        self._escaped = False
        self._drop_offer()

    def scanned(self, scan: Scan) -> None:
        """Give a scan to the mode that the screen is in when its turn comes."""
        self._escaped = False
        self._tasks.act("scan", lambda: self._scan(scan))

    def tick(self) -> None:
        """Drop a question that nobody answered."""
        if self._offer is not None and self.offer is None:
            self._offer = None
            self._notices.tell(sentences.notice(Result(Outcome.REPEAT, "expired", good=False), self._formats))

    def _do(self, command: Command) -> None:
        escaped, self._escaped = self._escaped, command is Command.BACK
        if command is Command.ENTER:
            self._enter()
            return
        if command in (Command.SILENCE, Command.HELP):
            self._everywhere(command)
            return
        self._drop_offer()
        if command is Command.BACK:
            self._back(twice=escaped)
        elif self._pages.currentWidget() is self._pages.help:
            return
        elif self._pages.in_inbox:
            self._in_inbox(command)
        elif self._pages.currentWidget() is self._pages.order:
            self._in_order(command)

    def _everywhere(self, command: Command) -> None:
        if command is Command.SILENCE:
            self._alarm.silence()
        else:
            self._pages.show_help()

    def _enter(self) -> None:
        pages, offer = self._pages, self.offer
        if offer is not None:
            self._offer = None
            self._tasks.act("accept", lambda: self._accept(offer))
        elif pages.currentWidget() is pages.help:
            pages.show_help()
        elif pages.in_inbox:
            self._enter_inbox()
        elif pages.currentWidget() is pages.finish:
            self._tasks.act("finish", self._finish)
        else:
            self._enter_order()

    def _enter_inbox(self) -> None:
        pages = self._pages
        if pages.finding:
            text = pages.inbox.finder.field.text().strip()
            pages.close_find()
            if text and not pages.inbox.find_order(text):
                self._nothing_found(text)
            return
        order_id = pages.inbox.chosen_order()
        if order_id is not None:
            self._open(order_id)

    def _enter_order(self) -> None:
        order = self._pages.order
        panel = order.panel
        if panel is Panel.NONE:
            self._in_order(Command.AMOUNT)
        elif panel is Panel.FIND:
            text = order.finder.field.text().strip()
            order.close_panel()
            if text and not order.find_line(text):
                self._nothing_found(text)
        elif panel is Panel.PRODUCT:
            self._products.enter()
        elif panel is Panel.AMOUNT:
            self._take_amount()
        elif panel is Panel.PRICE:
            self._take_price()
        else:
            reason = order.reasons.reason()
            order.close_panel()
            self._tasks.act("cancel", lambda: self._cancel(reason))

    def _back(self, *, twice: bool) -> None:
        pages = self._pages
        if pages.in_inbox:
            pages.close_find()
        elif twice or (pages.currentWidget() is pages.order and pages.order.panel is Panel.NONE):
            pages.show_inbox()
            self._idle()
        elif pages.currentWidget() is pages.help:
            pages.show_help()
        elif pages.currentWidget() is pages.finish:
            pages.show_order()
            self._idle()
        else:
            pages.order.close_panel()

    def _in_inbox(self, command: Command) -> None:
        inbox = self._pages.inbox
        if command in _STEPS:
            inbox.step(_STEPS[command])
            self.freshen()
        elif command in (Command.LEFT, Command.RIGHT):
            inbox.next_place(1 if command is Command.RIGHT else -1)
            self.freshen()
        elif command is Command.FIND:
            self._pages.open_find()
        elif command is Command.CHECK:
            words = translate("Hands", "Asking the platforms for orders")
            self._notices.tell(Notice(words, tone=Tone.ACCENT, icon="inbox", sound="command"))
            self._tasks.beside("check for orders", self._check_for_orders)

    def _in_order(self, command: Command) -> None:
        order = self._pages.order
        view, line = order.view, order.chosen()
        if view is None:
            return
        order_id = view.row.id
        if command in _STEPS:
            order.step(_STEPS[command])
        elif command is Command.FIND:
            order.open_panel(Panel.FIND)
        elif command is Command.PHONE:
            if not order.side.customer.show_phone():
                self._tell(translate("Hands", "No phone number"), translate("Hands", "The platform gave none."))
        elif command is Command.PRICE and order.panel is Panel.PRICE:
            order.price.choose(total=not order.price.total)
        elif command is Command.UNDO:
            order.close_panel()
            self._act("undo", lambda: self._given.desk.undo(order_id))
        elif not view.workable and command not in (Command.LEFT, Command.RIGHT):
            code = "cancelled" if view.row.status.value == "CANCELLED" else "finished"
            self._told(Result(Outcome.REFUSED, code, good=False))
        elif command is Command.FINISH:
            order.close_panel()
            self._tasks.act("may finish", lambda: self._may_finish(order_id))
        elif command is Command.CHECK:
            self._act("check", lambda: self._given.desk.check(order_id))
        elif command is Command.CANCEL:
            order.open_panel(Panel.REASON)
        elif command is Command.ADD:
            order.open_product(None)
        elif line is not None:
            self._with_line(command, order_id, line.key)

    def _with_line(self, command: Command, order_id: int, key: str) -> None:
        order = self._pages.order
        line = order.line(key)
        if command is Command.AMOUNT:
            order.open_panel(Panel.AMOUNT)
        elif command is Command.PRICE:
            if line is not None and line.pricing is Pricing.KG:
                self._told(Result(Outcome.REFUSED, "price_by_platform", good=False, values={"name": line.name}))
            else:
                order.open_panel(Panel.PRICE)
        elif command is Command.REPLACE:
            self._products.replace(line)
        elif command is Command.NOT_FOUND:
            order.close_panel()
            self._act("not found", lambda: self._given.desk.not_found(order_id, key))

    def _take_amount(self) -> None:
        order = self._pages.order
        amount, key, view = order.amount.amount(), order.amount.line, order.view
        if amount is None or view is None:
            self._told(Result(Outcome.REFUSED, "no_amount", good=False))
            order.amount.field.selectAll()
            return
        order.close_panel()
        self._act("amount", lambda: self._given.desk.set_amount(view.row.id, key, amount))

    def _take_price(self) -> None:
        order = self._pages.order
        price, key, view, total = order.price.amount(), order.price.line, order.view, order.price.total
        if price is None or view is None:
            self._tell(translate("Hands", "Not a price"), translate("Hands", "Type a number above 0."))
            order.price.field.selectAll()
            return
        order.close_panel()
        self._act(
            "price",
            lambda: self._given.desk.change_price(
                view.row.id, key, unit_price=None if total else price, total_price=price if total else None
            ),
        )

    def _act(self, name: str, ask: Callable[[], Awaitable[Result]]) -> None:
        async def run() -> None:
            self._told(await ask())

        self._tasks.act(name, run)

    async def _scan(self, scan: Scan) -> None:
        pages = self._pages
        self._offer = None
        order = pages.order
        if order.panel is Panel.PRODUCT and pages.currentWidget() is order:
            await self._products.scan(scan)
            return
        if pages.currentWidget() is pages.finish:
            pages.show_order()
        elif order.panel is Panel.REASON and pages.currentWidget() is order:
            order.close_panel()
        order_id = pages.order_id
        result = await self._given.desk.scan(scan, order_id)
        self._told(result)
        if result.outcome is Outcome.OPENED and result.order_id is not None:
            self._open(result.order_id, quietly=True)
        elif order_id is not None and result.line and result.order_id == order_id and result.offer is None:
            self._follow(result)

    def _follow(self, result: Result) -> None:
        """Choose the line that was scanned, or the next one when it is done."""
        order = self._pages.order
        if result.outcome is Outcome.WEIGH:
            order.choose(result.line)
            order.open_panel(Panel.AMOUNT)
        elif result.good and order.panel is Panel.NONE:
            if result.line_complete:
                order.choose_next_after(result.line)
            else:
                order.choose(result.line)

    async def _accept(self, offer: Offer) -> None:
        in_inbox = self._pages.in_inbox
        result = await self._given.desk.accept(offer)
        self._told(result)
        if in_inbox and result.good:
            self._open(offer.order_id, quietly=True)

    async def _may_finish(self, order_id: int) -> None:
        result = await self._given.desk.may_finish(order_id)
        if not result.good:
            self._told(result)
            self._pages.order.choose(result.line)
            return
        self._pages.show_finish()
        self._idle()

    async def _finish(self) -> None:
        view = self._pages.finish.view
        if view is None:
            return
        result = await self._given.desk.finish(view.row.id)
        if result.good:
            self._pages.show_inbox()
            self._pages.inbox.choose_most_urgent()
        else:
            self._pages.show_order()
            self._pages.order.choose(result.line)
        self._told(result)

    async def _cancel(self, reason: str) -> None:
        view = self._pages.order.view
        if view is None:
            return
        result = await self._given.desk.cancel(view.row.id, reason)
        if result.good:
            self._pages.show_inbox()
            self._pages.inbox.choose_most_urgent()
        self._told(result)

    async def _check_for_orders(self) -> None:
        await self._given.check_for_orders()

    def _open(self, order_id: int, *, quietly: bool = False) -> None:
        self._pages.close_find()
        if self._pages.open_order(order_id):
            self._alarm.opened(order_id)
            if not quietly:
                self._idle()

    def _told(self, result: Result) -> None:
        self._notices.tell(sentences.notice(result, self._formats))
        if result.offer is not None:
            self._offer = (result.offer, self._given.clock() + QUESTION_LASTS)

    def _tell(self, headline: str, detail: str) -> None:
        self._notices.tell(Notice(headline, detail, Tone.BAD, "cross", "wrong"))

    def _nothing_found(self, text: str) -> None:
        self._tell(translate("Hands", "Nothing found"), f"“{text}”")

    def _drop_offer(self) -> None:
        if self._offer is not None:
            self._offer = None
            self._idle()

    def _idle(self) -> None:
        pages = self._pages
        view = pages.order.view
        if pages.in_inbox:
            code = pages.inbox.urgent_code()
            detail = translate("Hands", "opens {code}").format(code=code) if code else ""
            headline = translate("Hands", "Scan an order or a product")
            self._notices.tell(Notice(headline, detail, key="Enter" if code else ""))
        elif pages.currentWidget() is pages.finish:
            detail = translate("Hands", "sends the order")
            headline = translate("Hands", "Scan another product to go back")
            self._notices.tell(Notice(headline, detail, key="Enter"))
        elif view is not None and not view.workable:
            self._notices.tell(Notice(translate("Hands", "Order {code}").format(code=view.row.short_code)))
        else:
            self._notices.tell(Notice(translate("Hands", "Scan a product")))

    def freshen(self) -> None:
        """Say anew what Enter does in the inbox, unless the strip still tells a result."""
        newest = self._notices.newest
        if self._pages.in_inbox and (newest is None or (newest.tone is Tone.IDLE and not newest.icon)):
            self._idle()

    def idle(self) -> None:
        """Say what may be done now, as nothing has happened yet."""
        self._idle()

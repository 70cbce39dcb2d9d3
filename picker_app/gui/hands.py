"""What keys and scans do: which screen they are for, and the steps between the screens."""

from PySide6.QtCore import QCoreApplication

from picker_app.devices.scanner import Scan
from picker_app.gui import typed_bursts
from picker_app.gui.alarm import Alarm
from picker_app.gui.command_hands import CommandHands
from picker_app.gui.keys import Command
from picker_app.gui.order_hands import STEPS, OrderHands
from picker_app.gui.scanner_news import ScannerNews
from picker_app.gui.screens.order import Panel
from picker_app.gui.screens.pages import Pages
from picker_app.gui.surroundings import Desk, Surroundings
from picker_app.gui.tasks import Tasks
from picker_app.gui.telling import Telling
from picker_app.gui.widgets.fields import Field
from picker_app.picking.commands import Commanded, read_command
from picker_app.picking.rows import IncidentRow, Offer, Outcome, Result, Tab
from picker_app.store.database import NotSaved

translate = QCoreApplication.translate


class Hands:
    """Takes commands and scans, one after another, each against the screen that the one before it left."""

    def __init__(self, given: Surroundings, pages: Pages, tasks: Tasks, telling: Telling, alarm: Alarm) -> None:
        self._given = given
        self._pages = pages
        self._tasks = tasks
        self._telling = telling
        self._alarm = alarm
        self._escaped = False
        self._in_order = OrderHands(given, pages, tasks, telling)
        self.commands = CommandHands(given, pages, telling, self)
        self.news = ScannerNews(given, telling)
        for field in (*pages.order.fields(), pages.inbox.finder.field):
            field.textEdited.connect(self._typed)

    def look(self, text: str) -> None:
        """Look for products while a person types."""
        self._in_order.products.look(text)

    def command(self, command: Command) -> None:
        """Do what a key or a click asks for, after the acts that are under way."""
        self._tasks.soon(lambda: self._do(command, self._given.desk))

    def scanned(self, scan: Scan) -> None:
        """Give a scan to the mode that the screen is in when its turn comes."""
        self._tasks.soon(lambda: self._tasks.act("scan", lambda: self._scan(scan)))

    def to_inbox(self) -> None:
        """Go to the inbox from anywhere."""
        self._tasks.soon(self.show_inbox)

    def to_workspace(self, name: str) -> None:
        """Go to a workspace from anywhere."""
        self._tasks.soon(lambda: self._show_workspace(name))

    def open_order(self, order_id: int) -> None:
        """Show an order from anywhere."""

        def run() -> None:
            if self.open(order_id):
                self._telling.idle()

        self._tasks.soon(run)

    def look_at_journal(self) -> None:
        """Read the scans of the day where their list is seen and is not of now."""
        journal, board = self._pages.journal, self._given.board

        async def run() -> None:
            rows = await board.scans()
            journal.show_scans(rows, {row.id: row.short_code for tab in Tab for row in board.rows(tab)})

        if journal.isVisible() and board.scan_count() != journal.newest:
            self._tasks.beside("journal", run)

    def _typed(self) -> None:
        """Take note that the person types: an open question is no longer what Enter means."""
        self._escaped = False
        self._telling.drop_offer()

    def do(self, command: Command, desk: Desk) -> None:
        """Do at once what a key other than Enter asks for; a question that was asked is dropped."""
        self._do(command, desk)

    def _do(self, command: Command, desk: Desk) -> None:
        pages, offer = self._pages, self._telling.offer
        escaped, self._escaped = self._escaped, command is Command.BACK
        if command is Command.ENTER:
            self.enter(desk)
        elif command is Command.SILENCE:
            self._alarm.silence()
        elif command is Command.HELP:
            pages.show_help()
        elif command is Command.SCANNER and self._given.counter is not None:
            self._show_workspace("scanner")
        elif command is Command.SHOP and self._given.shop is not None:
            self._show_workspace("shop")
        elif command is Command.SETTINGS and self._given.cabinet is not None:
            self._show_workspace("settings")
        elif command is Command.JOURNAL:
            self._turn_journal()
        elif command is Command.DETAILS:
            pages.turn_details()
        elif command in STEPS and pages.journal.isVisible():
            pages.journal.step(STEPS[command])
        elif command in STEPS and pages.details.isVisible():
            pages.details.step(STEPS[command])
        elif command is Command.PRICE and offer is not None and offer.price is not None:
            self._telling.drop_offer()
            self._in_order.ask_price_per_kg(offer)
        else:
            self._telling.drop_offer()
            if command is Command.BACK:
                self._back(twice=escaped)
            elif pages.workspace is not None:
                pages.workspace.work.command(command)
            elif pages.in_inbox:
                self._in_inbox(command)
            elif pages.currentWidget() is pages.order:
                self._in_order.command(command, desk)
            elif pages.currentWidget() is pages.finish and command is Command.CANCEL:
                pages.show_order()
                self._in_order.command(command, desk)

    def enter(self, desk: Desk) -> None:
        """Accept what is asked or shown."""
        pages, offer = self._pages, self._telling.take_offer()
        if offer is not None:
            self._tasks.act("accept", lambda: self._accept(offer, desk))
        elif pages.currentWidget() is pages.help:
            pages.show_help()
        elif pages.in_inbox:
            self._enter_inbox()
        elif pages.workspace is not None:
            pages.workspace.work.command(Command.ENTER)
        elif pages.currentWidget() is pages.finish:
            self._tasks.act("finish", lambda: self._in_order.finish(desk))
        else:
            self._in_order.enter(desk)

    def _enter_inbox(self) -> None:
        pages = self._pages
        if pages.finding:
            text = pages.inbox.finder.field.text().strip()
            pages.close_find()
            if text and not pages.inbox.find_order(text):
                self._telling.refusal(translate("Hands", "Nothing found"), f"“{text}”")
            else:
                self._telling.idle()
            return
        order_id = pages.inbox.chosen_order()
        if order_id is not None and self.open(order_id):
            self._telling.idle()

    def _back(self, *, twice: bool) -> None:
        pages = self._pages
        if pages.journal.isVisible():
            pages.journal.hide()
        elif pages.details.isVisible():
            pages.details.hide()
        elif pages.in_inbox:
            pages.close_find()
        elif twice or (pages.currentWidget() is pages.order and pages.order.panel is Panel.NONE):
            self.show_inbox()
        elif pages.currentWidget() is pages.help:
            pages.show_help()
        elif pages.currentWidget() is pages.finish:
            pages.show_order()
            self._telling.idle()
        elif pages.workspace is not None:
            if not pages.workspace.work.command(Command.BACK):
                self.show_inbox()
        else:
            pages.order.close_panel()
            self._telling.freshen()

    def _in_inbox(self, command: Command) -> None:
        inbox = self._pages.inbox
        if command in STEPS:
            inbox.step(STEPS[command])
            self._telling.freshen()
        elif command in (Command.LEFT, Command.RIGHT):
            inbox.next_place(1 if command is Command.RIGHT else -1)
            self._telling.freshen()
        elif command is Command.FIND:
            self._pages.open_find()
        elif command is Command.CHECK:
            self._tasks.beside("check for orders", self._check_for_orders)
        elif command is Command.CANCEL:
            incident = inbox.chosen_incident()
            if incident is not None:
                self._tasks.act("dismiss", lambda: self._dismiss(incident))

    async def _scan(self, scan: Scan) -> None:
        self._escaped = False
        pages, order_id, desk = self._pages, self._pages.order_id, self._given.desk
        asked = None if scan.secret or scan.repeat or scan.alt_mode else read_command(scan.text, scan.keys)
        if isinstance(asked, Commanded):
            self._command(asked, desk.by(scan), order_id)
            return
        if pages.workspace is not None and await pages.workspace.work.scan(scan):
            return
        amount = pages.amount_field
        if amount is not None and typed_bursts.is_amount(scan):
            await desk.refuse(scan, order_id, "typed", Outcome.IGNORED)
            self._type(amount, scan)
            return
        rejecting = pages.order.rejecting.field
        if pages.seen is pages.order and pages.order.panel is Panel.REJECT and typed_bursts.is_words(scan):
            await desk.refuse(scan, order_id, "typed", Outcome.IGNORED)
            self._type(rejecting, scan)
            return
        result = await self._work(scan, order_id)
        search = pages.search_field
        if search is not None and result.code == "typed":
            self._type(search, scan)
            return
        self.commands.scanned(result)
        self.news.scanned(result)
        self._telling.result(result)
        if result.outcome is Outcome.OPENED and result.order_id is not None:
            self.open(result.order_id)
        elif order_id is not None and result.order_id == order_id and result.line and result.offer is None:
            self._in_order.follow(result)

    def _command(self, asked: Commanded, desk: Desk, order_id: int | None) -> None:
        """Do a scanned command; what its acts did not write down of it is written after them."""
        code = self.commands.do(asked, desk)

        async def note() -> None:
            result = await desk.note(order_id, code)
            if result.outcome is Outcome.NOT_SAVED:
                self._telling.result(result)

        self._tasks.act("note", note)

    async def _work(self, scan: Scan, order_id: int | None) -> Result:
        """Give a scan to the desk, in the mode that the screen is in."""
        pages, order = self._pages, self._pages.order
        if pages.seen is order and order.panel is Panel.PRODUCT and order.view is not None:
            return await self._in_order.products.scan(scan, order.view.row.account)
        if pages.seen is order and order.panel in (Panel.REASON, Panel.REJECT, Panel.DECIDE):
            return await self._given.desk.refuse(scan, order_id, "choosing_reason")
        if pages.seen is pages.finish:
            pages.show_order()
        return await self._given.desk.scan(scan, order_id, self.commands.mode())

    def _type(self, field: Field, scan: Scan) -> None:
        """Take a burst for typing."""
        self._typed()
        field.insert(scan.text)
        if scan.entered:
            self.enter(self._given.desk)

    async def _accept(self, offer: Offer, desk: Desk) -> None:
        in_inbox = self._pages.in_inbox
        result = await desk.accept(offer)
        self._telling.result(result)
        if in_inbox and (result.good or result.outcome is Outcome.WEIGH):
            self.open(offer.order_id)
        if result.good:
            self._in_order.accepted(offer)
        elif result.outcome is Outcome.WEIGH:
            self._in_order.follow(result)

    async def _dismiss(self, incident: IncidentRow) -> None:
        try:
            self._telling.dismissed(done=await self._given.dismiss(incident.key))
        except NotSaved as error:
            self._telling.result(Result(Outcome.NOT_SAVED, "not_saved", good=False, values={"words": str(error)}))

    async def _check_for_orders(self) -> None:
        over = self._telling.begun(translate("Hands", "Asking the platforms for orders"))
        try:
            await self._given.check_for_orders()
        finally:
            over()

    def open(self, order_id: int) -> bool:
        """Open an order; False if it is not there any more."""
        self._pages.close_find()
        opened = self._pages.open_order(order_id)
        if opened:
            self._alarm.opened(order_id)
        return opened

    def _turn_journal(self) -> None:
        journal = self._pages.journal
        journal.setVisible(not journal.isVisible())
        journal.raise_()
        self.look_at_journal()

    def _show_workspace(self, name: str) -> None:
        self._telling.drop_offer()
        self._pages.journal.hide()
        self._pages.show_workspace(name)
        self._telling.idle()

    def show_inbox(self) -> None:
        """Go to the inbox."""
        self._pages.show_inbox()
        self._telling.idle()

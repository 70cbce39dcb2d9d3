"""The workspace of promotions: its pages, the way between them, and where its keys, scans and changes go."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget

from picker_app.devices.scanner import Scan
from picker_app.domain.promotion import Mechanic
from picker_app.gui.keys import Command
from picker_app.gui.means import Means
from picker_app.gui.promotions.calendar_hand import CalendarHand
from picker_app.gui.promotions.detail_hand import DetailHand
from picker_app.gui.promotions.files_hand import FilesHand
from picker_app.gui.promotions.form_hand import FormHand
from picker_app.gui.promotions.items_hand import ItemsHand
from picker_app.gui.promotions.jobs_hand import JobHand, JobsHand
from picker_app.gui.promotions.list_hand import ListHand
from picker_app.gui.promotions.mechanic_hand import MechanicHand
from picker_app.gui.promotions.office import Office
from picker_app.gui.promotions.send_hand import SendHand
from picker_app.gui.surroundings import Promotions

translate = QCoreApplication.translate


class PromotionHands:
    """The work of the promotions' pages."""

    def __init__(self, means: Means, given: Promotions) -> None:
        self.page = QStackedWidget()
        self.page.setObjectName("promotions_page")
        self.office = office = Office(means, given, self.page)
        self.list = ListHand(office, self._act, self._from_list)
        self.items = ItemsHand(office, self._act)
        self.form = FormHand(office, self._act, self.items, self._saved)
        self.mechanics = MechanicHand(office, self._act, self._compose)
        self.detail = DetailHand(office, self._act, edit=self.form.edit, send=self._send, end=self._end)
        self.send = SendHand(office, self._act, edit=self._mend, sent=self._sent)
        self.job = JobHand(office, self._act, self.detail.open)
        self.jobs = JobsHand(office, self._act, self.job.open)
        self.calendar = CalendarHand(office, self._act, self.detail.open)
        self.files = FilesHand(office, self._act, self._brought)
        office.trail.append(self.list)
        self.page.addWidget(self.list.page)

    def enter(self) -> None:
        """Show the list; a form that was left with something typed in it is shown as it was left."""
        if self.office.seen in (self.form, self.items):
            self.office.seen.come()
        else:
            self.office.show(self.list)

    def changed(self, ids: frozenset[int]) -> None:
        """Read anew what is shown: promotions are told of as everything."""
        if 0 in ids:
            self.office.seen.refresh()

    def tick(self) -> None:
        """Let a second pass: what is on its way is read again."""
        if self.office.means.tasks.busy:
            return
        if self.office.seen is self.jobs:
            self.jobs.refresh()
        elif self.office.seen is self.job:
            self.job.tick()

    def command(self, command: Command) -> bool:
        """Give a key to the page that is seen; what it has no use for may be Esc."""
        if self.office.seen.command(command):
            return True
        return command is Command.BACK and self.office.back()

    async def scan(self, scan: Scan) -> bool:
        """Give a scan to the page that is seen."""
        return await self.office.seen.scan(scan)

    def _act(self, command: Command) -> None:
        """Do what a button asks for, after the acts that are under way."""

        def do() -> None:
            if not self.command(command) and command is Command.BACK:
                self.office.means.to_inbox()

        self.office.means.tasks.soon(do)

    def _from_list(self, command: Command) -> bool:
        """Go from the list to the page that a key asks for."""
        chosen, list_ = self.list.chosen(), self.list
        if command is Command.ADD:
            self.mechanics.ask()
        elif command is Command.ENTER and chosen is not None:
            self.detail.open(chosen.id)
        elif command is Command.CHECK and chosen is not None:
            self._send([row.id for row in list_.unsent()])
        elif command is Command.CANCEL and chosen is not None:
            self._end([row.id for row in list_.meant()])
        elif command is Command.REPLACE:
            account = chosen.account if chosen is not None else next(iter(self.office.given.shops))
            marked = [row.id for row in list_.meant()] if list_.marked else []
            self.files.ask(account, marked or [row.id for row in self.office.rows if row.account == account])
        elif command is Command.PHONE:
            self.office.show(self.calendar)
        elif command is Command.NOT_FOUND:
            self.office.show(self.jobs)
        else:
            return False
        return True

    def _compose(self, account: str, mechanic: Mechanic) -> None:
        self.office.back()
        self.form.begin(account, mechanic)

    def _mend(self, number: int, field: str) -> None:
        async def run() -> None:
            whole = await self.office.given.overview.promotion(number)
            if whole is not None:
                self.form.edit(whole, field.partition("[")[0])

        self.office.means.tasks.act("mend promotion", run)

    def _saved(self, number: int) -> None:
        """Lead back to the check that was left for mending, else to the promotion."""
        self.office.back()
        if self.office.seen not in (self.send, self.detail):
            self.detail.open(number)

    def _send(self, ids: list[int]) -> None:
        if ids:
            self.send.begin(ids)

    def _end(self, ids: list[int]) -> None:
        if ids:
            self.send.begin(ids, ending=True)

    def _sent(self, jobs: tuple[int, ...]) -> None:
        self.list.marked.clear()
        self.office.show(self.list)
        if len(jobs) == 1:
            self.office.show(self.jobs)
            self.job.open(jobs[0])
        elif jobs:
            self.office.show(self.jobs)

    def _brought(self, numbers: tuple[int, ...]) -> None:
        """Mark what was brought in: it is what a check is about next."""
        self.list.mark(numbers)
        self.office.show(self.list)

"""What keys and scans do on the scanner's page: examining the scanner, teaching a label, saving the command sheet."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from picker_app.devices.scanner import Scan
from picker_app.gui import command_sheet
from picker_app.gui.command_sheet import SheetNotSaved
from picker_app.gui.keys import Command
from picker_app.gui.means import Means
from picker_app.gui.notices import Notice
from picker_app.gui.screens.scanner_doctor import ScannerDoctor
from picker_app.gui.screens.scanner_home import EXAMINE, SHEET, TEACH, ScannerHome
from picker_app.gui.screens.scanner_teacher import ScannerTeacher
from picker_app.gui.surroundings import Counter
from picker_app.gui.theme import Tone
from picker_app.picking.rows import Outcome, Result

translate = QCoreApplication.translate
_STEPS = {Command.UP: -1, Command.DOWN: 1}


class ScannerPage(QStackedWidget):
    """The three pages of the scanner; `came` is called when they are seen, `left` when they are no longer."""

    def __init__(self, counter: Counter, accept: Callable[[], None], means: Means) -> None:
        super().__init__()
        self.setObjectName("scanner_page")
        self.home = ScannerHome(counter, accept)
        self.doctor = ScannerDoctor(accept)
        self.teacher = ScannerTeacher(accept, means.formats)
        self.came: Callable[[], None] = lambda: None
        self.left: Callable[[], None] = lambda: None
        for page in (self.home, self.doctor, self.teacher):
            self.addWidget(page)

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the page is seen."""
        super().showEvent(event)
        self.came()

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that the page was left, by whatever way."""
        super().hideEvent(event)
        self.left()


class ScannerHands:
    """The work of the scanner's page."""

    def __init__(self, means: Means, counter: Counter) -> None:
        self._means = means
        self._counter = counter
        self.page = ScannerPage(counter, lambda: self._enter(), means)
        self.page.came, self.page.left = self._came, self._left

    def enter(self) -> None:
        """Show how the scanner stands."""
        self._show_home()

    def changed(self, ids: frozenset[int]) -> None:
        """Orders are nothing that is shown here."""

    def tick(self) -> None:
        """The serial scanner may have come or gone."""
        if self.page.currentWidget() is self.page.home:
            self.page.home.show_facts()

    def command(self, command: Command) -> bool:
        """Do what a key asks for; False if it means nothing here."""
        page = self.page
        seen = page.currentWidget()
        if command is Command.ENTER:
            self._enter()
        elif command is Command.BACK and seen is not page.home:
            self._show_home()
        elif command in _STEPS and seen is page.home:
            page.home.choices.step(_STEPS[command])
        elif command in _STEPS and seen is page.teacher:
            page.teacher.step(_STEPS[command])
        elif command in (Command.LEFT, Command.RIGHT) and seen is page.teacher:
            page.teacher.turn_measure()
        elif command is Command.UNDO and seen is page.teacher:
            page.teacher.take_back()
        else:
            return False
        return True

    async def scan(self, scan: Scan) -> bool:
        """Give a scan to the doctor or the teacher; False where neither is seen."""
        page = self.page
        seen = page.currentWidget()
        if seen is page.home or scan.secret:
            return False
        if seen is page.doctor and not page.doctor.scanning and page.doctor.finding is None:
            await self._note(scan, "typed", Outcome.IGNORED)
            page.doctor.typed_in_a_burst(scan)
            return True
        taken = page.doctor.take(scan) if seen is page.doctor else page.teacher.take_label(scan.text, scan.keys)
        result = await self._note(scan, "sample", Outcome.CHOSEN if taken else Outcome.REFUSED)
        if result.outcome is Outcome.NOT_SAVED:
            self._means.telling.result(result)
        elif taken:
            self._tell(translate("Scanner", "Taken"), "", Tone.GOOD, "check", "accepted")
        else:
            self._tell(translate("Scanner", "That is another code"), self._wanted(), Tone.BAD, "cross", "wrong")
        self._came()
        return True

    async def _note(self, scan: Scan, code: str, outcome: Outcome) -> Result:
        return await self._means.given.desk.refuse(scan, None, code, outcome)

    def _wanted(self) -> str:
        if self.page.currentWidget() is self.page.doctor:
            return translate("Scanner", "scan the one that is shown")
        return translate("Scanner", "a label has 13 digits; at most eight are taken")

    def _enter(self) -> None:
        page = self.page
        seen = page.currentWidget()
        if seen is page.doctor:
            self._enter_doctor()
        elif seen is page.teacher:
            self._enter_teacher()
        elif page.home.chosen == EXAMINE:
            page.setCurrentWidget(page.doctor)
            page.doctor.begin()
            self._came()
        elif page.home.chosen == TEACH:
            page.setCurrentWidget(page.teacher)
            page.teacher.begin(self._counter.rules.free_name())
        elif page.home.chosen == SHEET:
            self._save_sheet()
        else:
            self._means.tasks.act("forget rule", self._forget)

    def _enter_doctor(self) -> None:
        doctor = self.page.doctor
        if doctor.finding is not None:
            self._means.tasks.act("keep scanner", self._keep)
        elif not doctor.scanning:
            doctor.typed()

    def _enter_teacher(self) -> None:
        teacher = self.page.teacher
        if teacher.pending:
            if not teacher.take_value():
                self._means.telling.result(Result(Outcome.REFUSED, "no_amount", good=False))
        elif teacher.rule is not None:
            self._means.tasks.act("keep rule", self._teach)

    async def _keep(self) -> None:
        learned = self.page.doctor.learned()
        if learned is None:
            return
        words = await self._counter.scanners.keep(learned)
        self._told(words, translate("Scanner", "The scanner is known now"))

    async def _teach(self) -> None:
        rule = self.page.teacher.rule
        if rule is None:
            return
        words = await self._counter.rules.teach(rule)
        self._told(words, translate("Scanner", "These labels are read from now on"))

    async def _forget(self) -> None:
        rule = self.page.home.forgotten()
        if rule is None:
            return
        words = await self._counter.rules.forget(rule.id)
        self._told(words, translate("Scanner", "The rule is forgotten"))

    def _told(self, words: str, good: str) -> None:
        """Say that something was kept, and go back; or why it was not, and stay."""
        if words:
            self._tell(translate("Scanner", "Not kept"), words, Tone.BAD, "warning", "fault")
            return
        self._show_home()
        self._tell(good, "", Tone.GOOD, "check", "command")

    def _save_sheet(self) -> None:
        try:
            file = command_sheet.save()
        except SheetNotSaved as error:
            self._tell(translate("Scanner", "The sheet could not be saved"), str(error), Tone.BAD, "warning", "fault")
            return
        words = translate("Scanner", "print it, and scan from it: {file}").format(file=file)
        self._tell(translate("Scanner", "The sheet is saved"), words, Tone.GOOD, "check", "command")

    def _show_home(self) -> None:
        self._left()
        self.page.home.refresh()
        self.page.setCurrentWidget(self.page.home)
        self.page.window().setFocus()
        self._tell(translate("Scanner", "Scanner and labels"), "", Tone.IDLE, "", "")

    def _came(self) -> None:
        doctor = self.page.doctor
        self._counter.scanners.examine(on=self.page.currentWidget() is doctor and doctor.scanning)

    def _left(self) -> None:
        self._counter.scanners.examine(on=False)

    def _tell(self, headline: str, detail: str, tone: Tone, icon: str, sound: str) -> None:
        self._means.telling.loudly(Notice(headline, detail, tone, icon, sound))

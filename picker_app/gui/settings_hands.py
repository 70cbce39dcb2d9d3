"""What keys and scans do in the settings: choosing a page, working in it, and starting the program again."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from picker_app.devices.scanner import Scan
from picker_app.gui import typed_bursts
from picker_app.gui.keys import Command
from picker_app.gui.means import Means
from picker_app.gui.setup import choice_words
from picker_app.gui.setup.account_desk import AccountDesk
from picker_app.gui.setup.cabinet import Cabinet
from picker_app.gui.setup.catalogue_desk import CatalogueDesk
from picker_app.gui.setup.platforms_desk import PlatformsDesk
from picker_app.gui.setup.presence_desk import PresenceDesk
from picker_app.gui.setup.round_desk import RoundDesk
from picker_app.gui.setup.saying import Saying
from picker_app.gui.setup.section import Desk, Section
from picker_app.gui.setup.settings_page import SettingsPage
from picker_app.gui.setup.table_desk import TableDesk
from picker_app.gui.setup.way_desk import WayDesk
from picker_app.picking.rows import Outcome
from picker_app.settings import Settings

translate = QCoreApplication.translate
WAY = "way"
CATALOGUE = "catalogue"
_STEPS = {Command.UP: -1, Command.DOWN: 1, Command.PAGE_UP: -5, Command.PAGE_DOWN: 5}
_TABLES = {
    "shop": ("", "store"),
    "tunnel": ("webhook", "tunnel"),
    "scanner": ("scanner",),
    "labels": ("labels",),
    "sounds": ("sounds",),
    "more": ("delivery_hero", "database"),
}


class SettingsHands:
    """The work of the settings. `chosen` is what the file says: what is shown, and what holds after the next start."""

    def __init__(self, means: Means, cabinet: Cabinet) -> None:
        self._means = means
        self._cabinet = cabinet
        self._chosen = cabinet.chosen
        self._saying = Saying(means.tasks, means.telling, self._kept)
        self._sections: tuple[Section, ...] = ()
        self._at = 0
        self._inside = False
        self._again = False
        self._asked = False
        self._desk: Desk | None = None
        self._offered: tuple[tuple[str, str, Command], ...] = ()
        back = translate("Setup", "back to the list")
        self.page = SettingsPage(self._clicked, self._act, back=back, training=cabinet.training)

    @property
    def sections(self) -> tuple[Section, ...]:
        """Return the pages, as they are listed."""
        return self._sections

    # What the window asks of a workspace.

    def enter(self) -> None:
        """Show the list and the page that was seen last; the way in while it is lost."""
        self._inside = False
        self._list()
        if self._cabinet.tunnel().lost:
            self._at = self._number(WAY)
        self._show(self._at)

    def changed(self, ids: frozenset[int]) -> None:
        """Show how the tunnel stands now."""
        self.tick()

    def tick(self) -> None:
        """Let the page show what is so now, and what can be done."""
        if self._desk is not None:
            self._desk.tick()
        self._renew_acts()

    def command(self, command: Command) -> bool:
        """Do what a key asks for; False if it means nothing here."""
        asked, self._asked = self._asked, False
        if command is Command.FINISH and self._again:
            self._start_again(asked=asked)
        elif command is Command.BACK:
            return self._leave()
        elif self._inside and self._desk is not None:
            return self._work(self._desk, command)
        elif command in _STEPS:
            self._show(min(len(self._sections) - 1, max(0, self._at + _STEPS[command])))
        elif command is Command.ENTER:
            self._go_inside()
        elif self._desk is not None:
            return self._work(self._desk, command)
        return True

    async def scan(self, scan: Scan) -> bool:
        """Take what was typed at a scanner's speed into the field that has the keyboard."""
        field = self.page.window().focusWidget()
        if not isinstance(field, QLineEdit) or not self.page.isAncestorOf(field) or scan.secret:
            return False
        if not typed_bursts.is_words(scan) and not scan.text.isdigit() and not scan.text.startswith("http"):
            return False
        noted = await self._means.given.desk.refuse(scan, None, "typed", Outcome.IGNORED)
        if noted.outcome is Outcome.NOT_SAVED:
            self._means.telling.result(noted)
        elif not field.isReadOnly():
            field.insert(scan.text)
        return True

    # The pages.

    def _list(self) -> None:
        def named(name: str, word: str, help_: str) -> Section:
            return Section(name, word, help_)

        accounts = [
            named(
                f"account {one.name}",
                one.name,
                choice_words.setup(choice_words.PLATFORMS[one.platform][0]),
            )
            for one in self._chosen.accounts
        ]
        sections = [
            named("shop", translate("Setup", "Shop"), translate("Setup", "How the shop is called, and where it is.")),
            *accounts,
            named("add", translate("Setup", "Add an account"), translate("Setup", "At which platform?")),
            named(
                CATALOGUE,
                translate("Setup", "Catalogue"),
                translate("Setup", "The products of each account, as its platform lists them."),
            ),
            named(WAY, translate("Setup", "Way in"), translate("Setup", "How the calls of the platforms arrive here.")),
            named(
                "tunnel",
                translate("Setup", "Webhook and tunnel"),
                translate("Setup", "What brings the calls of the platforms from the internet to this computer."),
            ),
            named("scanner", translate("Setup", "Scanner"), translate("Setup", "How scans are told from typing.")),
            named("labels", translate("Setup", "Scale labels"), translate("Setup", "How the scale's labels are read.")),
            named("sounds", translate("Setup", "Sounds"), translate("Setup", "How loud the program is.")),
            named("more", translate("Setup", "Database and limits"), translate("Setup", "Rarely changed.")),
            named("check", translate("Setup", "Check everything"), ""),
        ]
        if self._cabinet.presence is not None:
            sections.append(named("presence", translate("Setup", "This computer"), ""))
        if not (self._cabinet.catalogues and self._cabinet.catalogues.state()):
            sections = [one for one in sections if one.name != CATALOGUE]
        if self._cabinet.training:
            sections = [one for one in sections if one.name != "add"]
        self._sections = tuple(sections)
        self._at = min(self._at, len(sections) - 1)
        self.page.show_sections(self._sections, self._at)

    def _number(self, name: str) -> int:
        return next((n for n, one in enumerate(self._sections) if one.name == name), 0)

    def _show(self, number: int) -> None:
        self._at = number
        self._inside = False
        section = self._sections[number]
        self._put(section, self._made(section))
        self.page.mark(number)
        self.page.window().setFocus()

    def _made(self, section: Section) -> Desk:
        cabinet, saying, name = self._cabinet, self._saying, section.name
        if name in _TABLES:
            return TableDesk(cabinet, _TABLES[name], self._chosen, saying)
        if name == "add":
            return PlatformsDesk(self._begin_account)
        if name == CATALOGUE and cabinet.catalogues is not None:
            return CatalogueDesk(cabinet.catalogues, saying, self._means.formats, self._means.given.clock)
        if name == WAY:
            return WayDesk(cabinet, saying)
        if name == "check":
            return RoundDesk(cabinet, saying)
        if name == "presence" and cabinet.presence is not None:
            return PresenceDesk(cabinet, cabinet.presence, saying)
        account = next(one for one in self._chosen.accounts if f"account {one.name}" == name)
        return AccountDesk(cabinet, account.platform, account, saying, self._account_done)

    def _put(self, section: Section, desk: Desk) -> None:
        self._desk = desk
        self.page.show_desk(section, desk)
        self._show_acts()

    def _show_acts(self) -> None:
        self._offered = self._desk.acts if self._desk is not None else ()
        self.page.show_acts(self._offered, inside=self._inside, again=self._again)

    def _renew_acts(self) -> None:
        """Show what can be done, where that is something else than what is seen."""
        if self._desk is not None and self._desk.acts != self._offered:
            self._show_acts()

    def _work(self, desk: Desk, command: Command) -> bool:
        done = desk.command(command)
        self._renew_acts()
        return done

    def _go_inside(self) -> None:
        if self._desk is not None:
            self._inside = True
            self._show_acts()
            self._desk.begin()

    def _leave(self) -> bool:
        """Go back to the list; what was typed and not saved is dropped. False in the list: then the inbox is next."""
        if not self._inside:
            return False
        self._show(self._at)
        self._means.telling.idle()
        return True

    def _clicked(self, number: int) -> None:
        self._show(number)
        self._go_inside()

    def _act(self, command: Command) -> None:
        if not self._inside and command is not Command.FINISH and command is not Command.ENTER:
            self._go_inside()
        self.command(command)

    def _begin_account(self, platform: str) -> None:
        title = choice_words.setup(choice_words.PLATFORMS[platform][0])
        section = Section("new", translate("Setup", "New account"), title)
        self._put(section, AccountDesk(self._cabinet, platform, None, self._saying, self._account_done))
        self._go_inside()

    def _account_done(self, name: str) -> None:
        self._list()
        self._show(self._number(name))

    # What was saved.

    def _kept(self, written: Settings) -> None:
        self._chosen = written
        self._again = True
        self._show_acts()

    def _start_again(self, *, asked: bool) -> None:
        waiting = sum(row.waiting for row in self._means.given.accounts())
        if waiting and not asked:
            self._asked = True
            headline = translate("Setup", "Changes are still being sent: start again all the same?")
            self._saying.ask(headline, translate("Setup", "they are kept, and sent after the start"), "F9")
            return
        self._cabinet.again()

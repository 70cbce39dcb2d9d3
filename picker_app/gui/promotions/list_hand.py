"""The list of promotions with its tabs and its find field, and the way from it to everything else."""

import asyncio
from collections.abc import Callable, Collection, Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from picker_app.devices.scanner import Scan
from picker_app.gui import theme
from picker_app.gui.keys import Command
from picker_app.gui.order_hands import STEPS
from picker_app.gui.promotions import words
from picker_app.gui.promotions.card_page import CardPage, Key
from picker_app.gui.promotions.counts import counts
from picker_app.gui.promotions.list_cards import TITLES, Place, places, promotion_card
from picker_app.gui.promotions.office import Office
from picker_app.gui.search_text import plain
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.fields import Field
from picker_app.gui.widgets.line_delegate import LineCard
from picker_app.gui.widgets.tab_button import TabButton
from picker_app.promotions.overview import PromotionRow

translate = QCoreApplication.translate


class ListHand:
    """`marked` are the promotions that the next act is about; where there are none it is about the chosen one.

    `do` is told the commands that lead away from the list.
    """

    def __init__(self, office: Office, act: Callable[[Command], object], do: Callable[[Command], bool]) -> None:
        self._office = office
        self._do = do
        self.marked: set[int] = set()
        self.place = Place.ALL
        self._wanted = 0
        self._stands = _standing(())
        self._texts: dict[tuple[int, str, str], str] = {}
        self._reading = False
        self._again = False
        self._known = False
        keys = (
            Key("new", translate("Promotions", "New"), Command.ADD),
            Key("mark", translate("Promotions", "Mark"), Command.AMOUNT),
            Key("check", translate("Promotions", "Check and send"), Command.CHECK),
            Key("files", translate("Promotions", "Files"), Command.REPLACE),
            Key("calendar", translate("Promotions", "Calendar"), Command.PHONE),
            Key("jobs", translate("Promotions", "Sendings"), Command.NOT_FOUND),
            Key("end", translate("Promotions", "End now"), Command.CANCEL, "danger"),
        )
        self.page = CardPage("promotions_list", keys, act, key=lambda row: row.id, make=self._card)
        self._tabs = {
            place: TabButton(f"promotions_tab_{place}", words.word(TITLES[place]), partial(self._go, place))
            for place in Place
        }
        self.page.title.hide()
        tabs = QHBoxLayout()
        tabs.setSpacing(theme.px(4))
        for tab in self._tabs.values():
            tabs.addWidget(tab)
        self.page.head.insertLayout(0, tabs)
        find = translate("Promotions", "Find a promotion")
        self.page.head.addWidget(
            Button("promotions_find_open", translate("Promotions", "Find"), "Ctrl F", lambda: act(Command.FIND),
                   wide=False)
        )  # fmt: skip
        self.finder = Field("promotions_find", find)
        self.finder.setPlaceholderText(translate("Promotions", "A part of the name or the id"))
        self.finder.setMaxLength(100)
        self.finder.textEdited.connect(lambda: self._filter())
        self.finder.hide()
        self.page.above.addWidget(self.finder)

    def come(self) -> None:
        """Read the promotions anew."""
        self._office.hint(
            translate("Promotions", "Promotions"), translate("Promotions", "opens the chosen one"), "Enter"
        )
        self.refresh()

    def refresh(self) -> None:
        """Read beside everything else; what changes meanwhile is read afterwards."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        self._office.means.tasks.beside("promotions", self._read)

    async def _read(self) -> None:
        try:
            self._again = False
            if await self._office.read():
                self._stands = await asyncio.to_thread(_standing, self._office.rows)
                self._known = True
                self.marked &= {row.id for row in self._office.rows}
                self._filter()
        finally:
            self._reading = False
        if self._again:
            # After this task is done: one of the same name would stop it.
            asyncio.get_running_loop().call_soon(self.refresh)

    def command(self, command: Command) -> bool:
        """Do what a key asks for."""
        page = self.page
        if command in STEPS:
            page.list.step(STEPS[command])
        elif command in (Command.LEFT, Command.RIGHT):
            every = list(Place)
            step = 1 if command is Command.RIGHT else -1
            self._go(every[(every.index(self.place) + step) % len(every)])
        elif command is Command.FIND:
            self.finder.show()
            self.finder.offer("")
            self._filter()
        elif command is Command.BACK and not self.finder.isHidden():
            self.finder.hide()
            self.finder.clear()
            page.window().setFocus()
            self._filter()
        elif command is Command.ENTER and self.finder.hasFocus():
            page.window().setFocus()
        elif command is Command.AMOUNT:
            self._mark()
        else:
            return self._do(command)
        return True

    async def scan(self, scan: Scan) -> bool:
        """A scan means here what it means in the inbox."""
        return False

    def chosen(self) -> PromotionRow | None:
        """Return the chosen promotion."""
        row: PromotionRow | None = self.page.chosen()
        return row

    def meant(self) -> list[PromotionRow]:
        """Return the promotions that an act is about: the marked ones, else the chosen one, all of one account."""
        chosen = self.chosen()
        if chosen is None:
            return []
        rows = [row for row in self._office.rows if row.id in self.marked] if self.marked else [chosen]
        if not rows:
            return []  # what was marked just now is not read yet: nothing else is meant
        account = chosen.account if any(row.account == chosen.account for row in rows) else rows[0].account
        return [row for row in rows if row.account == account]

    def unsent(self) -> list[PromotionRow]:
        """Return what a check and a sending are about: the marked ones, else all of the account that is not sent."""
        chosen = self.chosen()
        if self.marked or chosen is None:
            return self.meant()
        every = [row for row in self._office.rows if row.account == chosen.account and Place.HERE in places(row)]
        return every if chosen in every else [chosen]

    def choose(self, number: int) -> None:
        """Choose a promotion, in whichever tab it is."""
        at = self.page.model.row_of(number)
        if at >= 0:
            self.page.list.choose_row(at)

    def mark(self, numbers: Collection[int]) -> None:
        """Mark these promotions alone and go to the newest, where no other tab and no find field hides it."""
        self.marked = set(numbers)
        self._wanted = max(numbers, default=0)
        self.finder.hide()
        self.finder.clear()
        self._go(Place.ALL)

    def _go(self, place: Place) -> None:
        self.place = place
        self._filter()

    def _mark(self) -> None:
        row = self.chosen()
        if row is not None:
            self.marked ^= {row.id}
            self.page.list.step(1)
            self.page.repaint_rows()
            self._say_marked()

    def _say_marked(self) -> None:
        count = len(self.marked)
        detail = translate("Promotions", "F5 checks them, Ctrl Del ends them") if count else ""
        self._office.hint(counts.marked(count), detail)

    def _filter(self) -> None:
        """Show the rows of the tab that have what is typed; the texts of thousands are compared in a thread."""
        rows = self._stands[self.place]
        for place, tab in self._tabs.items():
            count = len(self._stands[place])
            tab.set_state(count, chosen=place is self.place, alarming=place is Place.TROUBLE and count > 0)
        wanted = plain(self.finder.text()).split()
        if not wanted:
            self._show(rows)
            return

        async def search() -> None:
            found = await asyncio.to_thread(lambda: [row for row in rows if self._has(row, wanted)])
            self._show(found)

        self._office.means.tasks.beside("find promotions", search)

    def _has(self, row: PromotionRow, wanted: list[str]) -> bool:
        key = (row.id, row.ref, row.name)
        text = self._texts.get(key)
        if text is None:
            text = self._texts[key] = plain(f"{row.name} {row.ref}")
        return all(word in text for word in wanted)

    def _show(self, rows: list[PromotionRow]) -> None:
        self.page.show_rows(rows, self._empty() if self._known else "")
        if self.page.model.row_of(self._wanted) >= 0:
            self.choose(self._wanted)
            self._wanted = 0

    def _empty(self) -> str:
        if self.finder.text().strip():
            return translate("Promotions", "Nothing has “{text}” in its name or id.").format(text=self.finder.text())
        if self._office.rows:
            return translate("Promotions", "Nothing stands here now. ← and → show the other tabs.")
        return translate(
            "Promotions",
            "No promotions yet.\n\nF6 composes one: choose how it works, its products and its time; the sentence that "
            "the customer reads and an example basket are shown while you type.\nF4 brings in a file of the platform "
            "or of a spreadsheet.\n\nNothing is sent before it was checked and you have seen what changes.",
        )

    def _card(self, row: PromotionRow) -> LineCard:
        office = self._office
        return promotion_card(row, office.formats, office.now, self.marked)


def _standing(rows: Iterable[PromotionRow]) -> dict[Place, list[PromotionRow]]:
    """Put the promotions into the tabs; with tens of thousands that is work for a thread."""
    found: dict[Place, list[PromotionRow]] = {place: [] for place in Place}
    for row in rows:
        for place in places(row):
            found[place].append(row)
    return found

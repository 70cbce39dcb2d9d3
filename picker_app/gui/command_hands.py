"""What scanned commands do: each is a key of the window, or says how the next scan is meant."""

from datetime import datetime, timedelta
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication

from picker_app.gui import scan_sentences
from picker_app.gui.keys import Command
from picker_app.gui.screens.order import Panel
from picker_app.gui.screens.pages import Pages
from picker_app.gui.surroundings import Desk, Surroundings
from picker_app.gui.telling import Telling
from picker_app.picking.commands import Commanded, ScanCommand
from picker_app.picking.rows import Outcome, Result, ScanMode, Tab

translate = QCoreApplication.translate

TIMES_LAST: Final = timedelta(seconds=10)
REJECT_LASTS: Final = timedelta(seconds=30)
_IN_ORDER: Final = {
    ScanCommand.UNDO: Command.UNDO,
    ScanCommand.NOT_FOUND: Command.NOT_FOUND,
    ScanCommand.REPLACE: Command.REPLACE,
    ScanCommand.ADD_ITEM: Command.ADD,
    ScanCommand.FINISH: Command.FINISH,
    ScanCommand.REJECT: Command.CANCEL,
}
_ANYWHERE: Final = {
    ScanCommand.CHECK_CART: Command.CHECK,
    ScanCommand.NEXT_LINE: Command.DOWN,
    ScanCommand.CANCEL: Command.BACK,
}
_LEAVING: Final = (Panel.REASON, Panel.REJECT)
_KEEPS_TIMES: Final = frozenset(
    {Outcome.UNKNOWN, Outcome.UNREADABLE, Outcome.REPEAT, Outcome.IGNORED, Outcome.NOT_SAVED}
)


class Keys(Protocol):
    """The hands at the keys of the window; the acts they ask for go to the desk that is given."""

    def do(self, command: Command, desk: Desk) -> None:
        """Do what a key other than Enter asks for."""
        ...

    def enter(self, desk: Desk) -> None:
        """Accept what is shown."""
        ...

    def open(self, order_id: int) -> bool:
        """Open an order; False if it is not there any more."""
        ...

    def show_inbox(self) -> None:
        """Go to the inbox."""
        ...


class CommandHands:
    """Does scanned commands ("Barcodes and scanners", 12) and remembers what they say of the next scan."""

    def __init__(self, given: Surroundings, pages: Pages, telling: Telling, keys: Keys) -> None:
        self._given = given
        self._pages = pages
        self._telling = telling
        self._keys = keys
        self._times = 1
        self._times_until: datetime | None = None
        self._add_pack = False
        self._rejecting: datetime | None = None

    def mode(self) -> ScanMode:
        """Return how the screen stands for the next scan."""
        pages = self._pages
        line = pages.order.chosen() if pages.seen is pages.order else None
        return ScanMode(
            times=self._times,
            add_pack=self._add_pack,
            line=line.key if line else "",
            searching=pages.search_field is not None,
        )

    def scanned(self, result: Result) -> None:
        """Take note that a scan that is no command was worked."""
        if result.outcome not in _KEEPS_TIMES:
            self._forget()

    def add_pack(self) -> None:
        """Have the next label come on top of what is in the bag; the button's act, too."""
        self._forget()
        self._add_pack = True
        self._tell("add_pack")

    def tick(self) -> None:
        """End ×n when nothing was scanned in time."""
        if self._times_until is not None and self._given.clock() > self._times_until:
            self._forget()
            self._telling.idle()

    def do(self, asked: Commanded, desk: Desk) -> str:
        """Do a command; returns the code of what came of it, where no act of the desk says it."""
        command, pages = asked.command, self._pages
        self._forget()
        if pages.currentWidget() is pages.help:
            pages.show_help()
        if command is ScanCommand.CONFIRM:
            return self._confirm(desk)
        if command is ScanCommand.TIMES:
            return self._count(asked.times)
        if command in _IN_ORDER or command is ScanCommand.ADD_PACK:
            return self._in_order(asked, desk)
        if command in _ANYWHERE:
            self._keys.do(_ANYWHERE[command], desk)
        elif command is ScanCommand.INBOX:
            self._keys.show_inbox()
        elif command is ScanCommand.NEXT_ORDER:
            return self._next_order()
        else:
            return self._tell("no_printer" if command is ScanCommand.PRINT_LABEL else "test")
        return command.name.casefold()

    def _in_order(self, asked: Commanded, desk: Desk) -> str:
        pages, command = self._pages, asked.command
        if pages.order_id is None:
            return self._tell("nothing_here", command=scan_sentences.command_name(command))
        if pages.seen is pages.finish and command is not ScanCommand.FINISH:
            pages.show_order()
        if command is ScanCommand.ADD_PACK:
            self.add_pack()
        else:
            self._keys.do(_IN_ORDER[command], desk)
        if command is ScanCommand.REJECT and pages.order.panel in _LEAVING:
            self._rejecting = self._given.clock()
        return command.name.casefold()

    def _confirm(self, desk: Desk) -> str:
        """Do what Enter does; to cancel an order it must follow REJECT within its time."""
        pages, since = self._pages, self._rejecting
        if pages.seen is pages.order and pages.order.panel in _LEAVING and self._telling.offer is None:
            if pages.order.panel is Panel.REASON:
                self._rejecting = None  # a rejection may be asked about twice
            if since is None or self._given.clock() - since > REJECT_LASTS:
                pages.order.close_panel()
                return self._tell("too_late")
        self._keys.enter(desk)
        return ScanCommand.CONFIRM.name.casefold()

    def _count(self, times: int) -> str:
        """Choose the n-th of a list, put n into an open entry of pieces, or count the next product n times."""
        pages, order = self._pages, self._pages.order
        if pages.in_inbox:
            chosen = pages.inbox.choose_number(times)
        elif pages.seen is pages.order and order.panel is not Panel.NONE:
            chosen = order.choose_number(times)
        else:
            self._times, self._times_until = times, self._given.clock() + TIMES_LAST
            return self._tell("times", times=str(times))
        return f"choice_{times}" if chosen else self._tell("nothing_here", command=f"× {times}")

    def _next_order(self) -> str:
        """Open the most urgent order but the one that is seen."""
        board = self._given.board
        rows = (*board.rows(Tab.TO_PICK), *board.rows(Tab.PICKING))
        following = next((row.id for row in rows if row.id != self._pages.order_id), None)
        if following is None or not self._keys.open(following):
            return self._tell("no_order")
        self._telling.idle()
        return ScanCommand.NEXT_ORDER.name.casefold()

    def _tell(self, code: str, **values: str) -> str:
        self._telling.result(Result(Outcome.COMMAND, code, good=code in ("times", "add_pack", "test"), values=values))
        return code

    def _forget(self) -> None:
        self._times, self._times_until, self._add_pack = 1, None, False

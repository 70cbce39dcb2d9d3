"""What every page of the promotions may use: the record, the verbs, the way between the pages, and the telling."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from picker_app.devices.scanner import Scan
from picker_app.gui.formats import Formats
from picker_app.gui.keys import Command
from picker_app.gui.means import Means
from picker_app.gui.notices import Notice
from picker_app.gui.promotions import problem_words, words
from picker_app.gui.surroundings import Promotions
from picker_app.gui.theme import Tone
from picker_app.promotions.overview import PromotionRow
from picker_app.promotions.workshop import Outcome
from picker_app.store.database import NotSaved

translate = QCoreApplication.translate


class Hand(Protocol):
    """A page with what keys and scans do on it."""

    @property
    def page(self) -> QWidget:
        """Return the page."""
        ...

    def come(self) -> None:
        """Show what is so now: the page is seen from now on."""
        ...

    def refresh(self) -> None:
        """Show what changed."""
        ...

    def command(self, command: Command) -> bool:
        """Do what a key asks for; False if it means nothing here."""
        ...

    async def scan(self, scan: Scan) -> bool:
        """Use a scan; False if it is to be worked as in the inbox."""
        ...


@dataclass
class Office:
    """The way between the pages and what they have in common. `trail` are the pages that Esc leads back through.

    `rows` are the promotions as they were read last.
    """

    means: Means
    given: Promotions
    stack: QStackedWidget
    trail: list[Hand] = field(default_factory=list)
    rows: tuple[PromotionRow, ...] = ()

    @property
    def formats(self) -> Formats:
        """Return how this store writes things down."""
        return self.means.formats

    @property
    def now(self) -> datetime:
        """Return the time."""
        return self.means.given.clock()

    @property
    def seen(self) -> Hand:
        """Return the page that is seen."""
        return self.trail[-1]

    def currency(self, account: str) -> str:
        """Return the currency of an account."""
        return self.given.shops[account].currency

    def show(self, hand: Hand) -> None:
        """Show a page; Esc leads back to the one that is seen now."""
        if hand in self.trail:
            del self.trail[self.trail.index(hand) :]
        self.trail.append(hand)
        self._arrive()

    def replace(self, hand: Hand) -> None:
        """Show a page in the place of the one that is seen now."""
        self.trail.pop()
        self.show(hand)

    def back(self) -> bool:
        """Go back one page; False on the first one."""
        if len(self.trail) < 2:
            return False
        self.trail.pop()
        self._arrive()
        return True

    def _arrive(self) -> None:
        if self.stack.indexOf(self.seen.page) < 0:
            self.stack.addWidget(self.seen.page)
        self.stack.setCurrentWidget(self.seen.page)
        self.stack.window().setFocus()
        self.seen.come()

    def tell(
        self, headline: str, detail: str = "", tone: Tone = Tone.IDLE, icon: str = "", sound: str = "", key: str = ""
    ) -> None:
        """Say something in the strip."""
        self.means.telling.loudly(Notice(headline, detail, tone, icon, sound, key))

    def hint(self, headline: str, detail: str = "", key: str = "") -> None:
        """Say what may be done here."""
        self.tell(headline, detail, key=key)

    def wrong(self, headline: str, detail: str = "") -> None:
        """Say why something was not done."""
        self.tell(headline, detail, Tone.BAD, "cross", "wrong")

    def told(self, outcome: Outcome, good: str, detail: str = "") -> bool:
        """Say what a verb came to; returns whether it was done."""
        if outcome.good:
            self.tell(good, detail, Tone.GOOD, "check", "command")
            return True
        why = [f"{one.promotion} · {problem_words.sentence(one, self.formats)}" for one in outcome.problems[:1]]
        self.wrong(words.outcome(outcome.code), outcome.words or next(iter(why), ""))
        return False

    async def read(self) -> bool:
        """Read the promotions anew; False where the database cannot be read now."""
        try:
            self.rows = await self.given.overview.rows()
        except NotSaved as error:
            self.wrong(words.outcome("not_saved"), str(error))
            return False
        return True

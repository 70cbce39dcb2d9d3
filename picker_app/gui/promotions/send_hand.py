"""Check, difference, send: what is wrong is shown all at once, then what changes at the platform, then it goes."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from picker_app.devices.scanner import Scan
from picker_app.domain.problem import Problem
from picker_app.domain.promotion import Promotion
from picker_app.gui.keys import Command
from picker_app.gui.marked import QT_TRANSLATE_NOOP
from picker_app.gui.order_hands import STEPS
from picker_app.gui.promotions import problem_words, words
from picker_app.gui.promotions.body_hand import BodyHand
from picker_app.gui.promotions.card_page import CardPage, Key, card
from picker_app.gui.promotions.counts import counts
from picker_app.gui.promotions.list_cards import period
from picker_app.gui.promotions.office import Office
from picker_app.gui.promotions.progress import Progress
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.line_delegate import LineCard
from picker_app.gui.widgets.paint import Mark
from picker_app.promotions.checks import Stopped
from picker_app.promotions.difference import Change, Difference
from picker_app.promotions.reading import CannotWrite
from picker_app.promotions.shops import body
from picker_app.promotions.workshop import Outcome
from picker_app.store.database import NotSaved

translate = QCoreApplication.translate

KINDS: dict[str, tuple[str, str, Tone]] = {
    "new": ("plus", QT_TRANSLATE_NOOP("Promotions", "New"), Tone.GOOD),
    "changed": ("pencil", QT_TRANSLATE_NOOP("Promotions", "Changed"), Tone.ACCENT),
    "ended": ("minus", QT_TRANSLATE_NOOP("Promotions", "Ends"), Tone.ATTENTION),
    "same": ("check", QT_TRANSLATE_NOOP("Promotions", "Same: not sent"), Tone.IDLE),
    "error": ("cross", QT_TRANSLATE_NOOP("Promotions", "Must be mended"), Tone.BAD),
    "warning": ("warning", QT_TRANSLATE_NOOP("Promotions", "Is that meant?"), Tone.ATTENTION),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page: a problem, or a promotion with what becomes of it."""

    number: int
    kind: str
    promotion: Promotion | None = None
    problem: Problem | None = None
    before: Promotion | None = None
    fields: tuple[str, ...] = ()


def lines_of(problems: Sequence[Problem], found: Difference) -> list[Line]:
    """Put problems and changes in one list: what stops first, then the warnings, then what is sent, then the same."""
    made: list[Line] = []

    def add(kind: str, promotion: Promotion | None = None, change: Change | None = None,
            problem: Problem | None = None) -> None:  # fmt: skip
        if change is not None:
            made.append(Line(len(made), kind, change.after, None, change.before, change.fields))
        else:
            made.append(Line(len(made), kind, promotion, problem))

    for problem in sorted(problems, key=lambda one: not one.stops):
        add("error" if problem.stops else "warning", problem=problem)
    for one in found.new:
        add("new", one)
    for change in found.changed:
        add("changed", change=change)
    for change in found.ended:
        add("ended", change=change)
    for one in found.same:
        add("same", one)
    return made


class SendHand:
    """`edit` opens the form of a promotion at a field; `sent` is told the jobs that were begun."""

    def __init__(
        self,
        office: Office,
        act: Callable[[Command], object],
        *,
        edit: Callable[[int, str], object],
        sent: Callable[[tuple[int, ...]], object],
    ) -> None:
        self._office = office
        self._edit = edit
        self._sent = sent
        self._body = BodyHand(office, act)
        self._ids: list[int] = []
        self._numbers: list[int] = []
        self._ending = False
        self._stopping = False
        self._checking = False
        self.ready = False
        self._problems: tuple[Problem, ...] = ()
        keys = (
            Key("edit", translate("Promotions", "Mend it"), Command.ENTER),
            Key("without", translate("Promotions", "Go on without these"), Command.NOT_FOUND),
            Key("again", translate("Promotions", "Check again"), Command.CHECK),
            Key("bytes", translate("Promotions", "Word for word"), Command.PRICE),
            Key("stop", translate("Promotions", "Stop"), Command.CANCEL, "danger"),
            Key("send", translate("Promotions", "Send"), Command.FINISH, "main"),
        )
        self.page = CardPage(
            "promotion_send",
            keys,
            act,
            key=lambda row: row.number,
            make=self._card,
            back=translate("Promotions", "Back"),
        )
        self.progress = Progress("promotion_send_progress")
        self.page.above.addWidget(self.progress)

    def begin(self, ids: Sequence[int], *, ending: bool = False) -> None:
        """Check these promotions of one account, and show what sending, or ending, them changes."""
        self._ids, self._ending = sorted(ids), ending
        self._office.show(self)

    def come(self) -> None:
        """Check anew each time the page is seen."""
        self._stopping, self._checking, self.ready = False, True, False
        self._problems = ()
        self.page.show_anew(())
        self.page.name_it(translate("Promotions", "Ending") if self._ending else translate("Promotions", "Checking"))
        self._show_keys()
        self._office.hint(translate("Promotions", "Nothing is sent yet"))
        self._office.means.tasks.beside("check promotions", self._check)

    def refresh(self) -> None:
        """The check is of the moment when it was asked for."""

    def command(self, command: Command) -> bool:
        """Stop the check, mend, leave out, check again, send."""
        if command in STEPS:
            self.page.list.step(STEPS[command])
        elif command is Command.CANCEL and self._checking:
            self._stopping = True
        elif command is Command.ENTER:
            self._mend()
        elif command is Command.NOT_FOUND and self._stopped():
            self._leave_out()
        elif command is Command.CHECK and not self._checking:
            self.come()
        elif command is Command.PRICE:
            self._show_bytes()
        elif command is Command.FINISH:
            self._finish()
        elif command is Command.BACK:
            self._stopping = True
            return self._office.back()
        else:
            return False
        return True

    async def scan(self, scan: Scan) -> bool:
        """A scan means here what it means in the inbox."""
        return False

    async def _check(self) -> None:
        office = self._office
        outcome = Outcome()
        self._numbers = list(self._ids)
        try:
            if not self._ending:
                outcome = await self._checked()
            found = await office.given.overview.difference(self._ids, ending=self._ending)
            unsettled = bool(found.new) and not self._ending and await self._unsettled()
            rows = await asyncio.to_thread(lines_of, outcome.problems, found)
        except Stopped:
            self._checking = False
            self._show_keys()
            office.tell(translate("Promotions", "The check was stopped"), translate("Promotions", "nothing was sent"))
            return
        except NotSaved as error:
            self._checking = False
            office.wrong(words.outcome("not_saved"), str(error))
            return
        finally:
            self._stopping = True
            self.progress.show_share("", 0)
        self._checking = False
        if outcome.code and outcome.code != "problems":
            office.told(outcome, "")
        self._show(rows, outcome, found, unsettled=unsettled)

    async def _checked(self) -> Outcome:
        loop = asyncio.get_running_loop()

        def step(done: int, total: int) -> bool:
            loop.call_soon_threadsafe(self._show_progress, done, total)
            return not self._stopping

        return await self._office.given.workshop.check(self._ids, step)

    async def _unsettled(self) -> bool:
        account = next((row.account for row in self._office.rows if row.id in self._ids), "")
        return await self._office.given.overview.must_settle_bulk(account)

    def _show_progress(self, done: int, total: int) -> None:
        if self._checking:
            text = translate("Promotions", "{done} of {total} checked")
            numbers = self._office.formats.number
            words_ = text.format(done=numbers(Decimal(done)), total=numbers(Decimal(total)))
            self.progress.show_share(words_, done / max(1, total))

    def _show(self, rows: list[Line], outcome: Outcome, found: Difference, *, unsettled: bool) -> None:
        self._problems = outcome.problems
        changes = len(found.new) + len(found.changed) + len(found.ended)
        stops = sum(problem.stops for problem in outcome.problems)
        warns = len(outcome.problems) - stops
        self.ready = outcome.good and changes > 0
        parts = [
            translate("Promotions", "{count} new").format(count=len(found.new)),
            translate("Promotions", "{count} changed").format(count=len(found.changed)),
            translate("Promotions", "{count} ending").format(count=len(found.ended)),
            translate("Promotions", "{count} the same").format(count=len(found.same)),
        ]
        hint = " · ".join(parts)
        if unsettled:
            hint += "\n" + translate(
                "Promotions",
                "No file was ever sent from here: find out from Deliveroo whether a file adds to what it has or takes "
                "its place. docs/configuration.md: bulk.",
            )
        self.page.name_it(translate("Promotions", "What changes at the platform"), hint)
        self.page.show_anew(rows, translate("Promotions", "Nothing changes."))
        self._show_keys()
        if stops:
            headline = counts.to_mend(stops)
            self._office.tell(
                headline,
                translate("Promotions", "nothing is sent; goes to the marked one"),
                Tone.BAD,
                "cross",
                "wrong",
                "Enter",
            )
        elif not self.ready:
            self._office.tell(translate("Promotions", "Nothing to send"), words.outcome(outcome.code), icon="check")
        else:
            text = counts.end(changes) if self._ending else counts.send(changes)
            detail = counts.warnings(warns) if warns else ""
            tone = Tone.ATTENTION if warns or self._ending else Tone.ACCENT
            self._office.tell(text, detail, tone, "help", "question", "F9")

    def _show_keys(self) -> None:
        buttons = self.page.buttons
        stopped = bool(self._stopped())
        buttons["edit"].setVisible(bool(self._problems))
        buttons["without"].setVisible(stopped and len(self._stopped()) < len(self._numbers))
        buttons["again"].setVisible(not self._checking and not self._ending)
        buttons["bytes"].setVisible(not self._checking)
        buttons["stop"].setVisible(self._checking)
        buttons["send"].setVisible(self.ready)
        buttons["send"].set_words(
            translate("Promotions", "End now") if self._ending else translate("Promotions", "Send")
        )

    def _stopped(self) -> set[int]:
        """Return the promotions that a problem stops."""
        return {self._numbers[one.index] for one in self._problems if one.stops and 0 <= one.index < len(self._numbers)}

    def _leave_out(self) -> None:
        left = [number for number in self._ids if number not in self._stopped()]
        if left:
            self._ids = left
            self.come()

    def _mend(self) -> None:
        line: Line | None = self.page.chosen()
        problem = line.problem if line is not None else None
        if problem is not None and 0 <= problem.index < len(self._numbers):
            self._edit(self._numbers[problem.index], problem.field)

    def _finish(self) -> None:
        if self.ready:
            self.ready = False
            self._office.means.tasks.act("send promotions", self._go)

    async def _go(self) -> None:
        workshop = self._office.given.workshop
        outcome = await (workshop.end_now(self._ids) if self._ending else workshop.submit(self._ids))
        good = translate("Promotions", "Ending") if self._ending else translate("Promotions", "On its way")
        if outcome.good:
            self._sent(outcome.jobs)
        else:
            self._show_keys()
        self._office.told(outcome, good, translate("Promotions", "saved here; the program sends it"))

    def _show_bytes(self) -> None:
        line: Line | None = self.page.chosen()
        if line is None or line.promotion is None:
            return
        account = next((row.account for row in self._office.rows if row.id in self._ids), "")
        shop = self._office.given.shops[account]
        parts: list[tuple[str, bytes | None]] = []
        sides = ((translate("Promotions", "After"), line.promotion), (translate("Promotions", "Before"), line.before))
        for heading, promotion in sides:
            if promotion is not None:
                try:
                    parts.append((heading, body(promotion, shop)))
                except CannotWrite as error:
                    parts.append((heading, str(error).encode()))
        self._body.show(line.promotion.id, parts)

    def _card(self, row: Line) -> LineCard:
        icon, text, tone = KINDS[row.kind]
        mark = Mark(icon, words.word(text), tone)
        formats = self._office.formats
        if row.problem is not None:
            problem = row.problem
            place = " · ".join(part for part in (problem.promotion, words.field(problem.field)) if part)
            return card(problem_words.sentence(problem, formats), place, mark)
        promotion = row.promotion
        if promotion is None:
            return card("", "", mark)
        when = period(promotion.period.start, promotion.period.end, formats)
        below = f"{promotion.id} · {words.mechanic(promotion.mechanic.value)} · {when}"
        if row.fields:
            below = f"{promotion.id} · " + ", ".join(map(words.field, row.fields))
        return card(promotion.name or promotion.id, below, mark, quiet=row.kind == "same")

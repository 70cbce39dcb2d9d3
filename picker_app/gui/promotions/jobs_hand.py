"""The sendings: how far each is, with counts and a way to stop it; and what became of each promotion and item."""

import asyncio
from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from picker_app.devices.scanner import Scan
from picker_app.gui.keys import Command
from picker_app.gui.order_hands import STEPS
from picker_app.gui.promotions import words
from picker_app.gui.promotions.body_hand import BodyHand
from picker_app.gui.promotions.card_page import CardPage, Key, card
from picker_app.gui.promotions.counts import counts
from picker_app.gui.promotions.detail_hand import event_card
from picker_app.gui.promotions.list_cards import finding_words
from picker_app.gui.promotions.office import Office
from picker_app.gui.promotions.progress import Progress
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.line_delegate import LineCard
from picker_app.promotions.overview import JobLine
from picker_app.store.campaign_views import Event, JobRow, State
from picker_app.store.database import NotSaved

translate = QCoreApplication.translate
_TROUBLE_FIRST = {"refused": 0, "partly": 1, "unsure": 2, "": 3, "accepted": 4}


class JobsHand:
    """A list of sendings; Enter opens one."""

    def __init__(self, office: Office, act: Callable[[Command], object], open_job: Callable[[int], object]) -> None:
        self._office = office
        self._open = open_job
        keys = (
            Key("open", translate("Promotions", "What became of each"), Command.ENTER),
            Key("stop", translate("Promotions", "Stop"), Command.CANCEL, "danger"),
        )
        self.page = CardPage(
            "promotion_jobs", keys, act, key=lambda row: row.id, make=self._card, back=translate("Promotions", "List")
        )
        self.page.list.selectionModel().currentChanged.connect(lambda: self._show_keys())

    def come(self) -> None:
        """Read the sendings."""
        self.page.name_it(translate("Promotions", "Sendings"))
        self._office.hint(translate("Promotions", "Sendings"), translate("Promotions", "opens the chosen one"), "Enter")
        self.refresh()

    def refresh(self) -> None:
        """Read the sendings anew."""
        self._office.means.tasks.beside("promotion jobs", self._read)

    async def _read(self) -> None:
        try:
            jobs = await self._office.given.overview.jobs()
        except NotSaved as error:
            self._office.wrong(words.outcome("not_saved"), str(error))
            return
        empty = translate("Promotions", "Nothing was sent yet. F5 in the list checks and sends.")
        self.page.show_rows(jobs, empty)
        self._show_keys()

    def _show_keys(self) -> None:
        chosen: JobLine | None = self.page.chosen()
        self.page.buttons["open"].setVisible(chosen is not None)
        self.page.buttons["stop"].setVisible(chosen is not None and _can_be_stopped(chosen))

    def command(self, command: Command) -> bool:
        """Step, open, stop."""
        chosen: JobLine | None = self.page.chosen()
        if command in STEPS:
            self.page.list.step(STEPS[command])
        elif command is Command.ENTER and chosen is not None:
            self._open(chosen.id)
        elif command is Command.CANCEL and chosen is not None:
            number = chosen.id
            self._office.means.tasks.act("stop sending", lambda: stop(self._office, number))
        else:
            return False
        return True

    async def scan(self, scan: Scan) -> bool:
        """A scan means here what it means in the inbox."""
        return False

    def _card(self, job: JobLine) -> LineCard:
        office = self._office
        shop = office.given.shops.get(job.account)
        at = office.formats.moment(job.created_at, office.now)
        title = translate("Promotions", "{number} · {purpose} · {promotions}")
        name = title.format(
            number=job.id,
            purpose=words.word(words.PURPOSES[job.purpose.value]),
            promotions=counts.promotions(job.count),
        )
        said = _said(job) or (job.status if job.state is not State.ENDED else "")
        below = " · ".join(part for part in (shop.title if shop else job.account, at, said) if part)
        amount, of = progress_of(job, office)
        return card(name, below, words.job_mark(job), amount=amount, of=of)


class JobHand:
    """One sending: a bar while it goes on, each promotion with what the platform has against it, and its history."""

    def __init__(self, office: Office, act: Callable[[Command], object], open_one: Callable[[int], object]) -> None:
        self._office = office
        self._open = open_one
        self._body = BodyHand(office, act)
        self.number = 0
        self.job: JobLine | None = None
        keys = (
            Key("open", translate("Promotions", "Open the promotion"), Command.ENTER),
            Key("bytes", translate("Promotions", "Word for word"), Command.PRICE),
            Key("ask", translate("Promotions", "Ask the platform again"), Command.CHECK),
            Key("stop", translate("Promotions", "Stop"), Command.CANCEL, "danger"),
        )
        self.page = CardPage(
            "promotion_job", keys, act, key=self._key, make=self._card, back=translate("Promotions", "Back")
        )
        self.progress = Progress("promotion_job_progress")
        self.page.above.addWidget(self.progress)
        self._names: dict[int, str] = {}

    def open(self, number: int) -> None:
        """Show a sending, from the top."""
        self.job = None
        self.page.show_anew(())
        self.number = number
        self._office.show(self)

    def come(self) -> None:
        """Read the sending."""
        self._office.hint(
            translate("Promotions", "A sending"), translate("Promotions", "opens the marked promotion"), "Enter"
        )
        self.refresh()

    def refresh(self) -> None:
        """Read the sending anew."""
        self._office.means.tasks.beside("promotion job", self._read)

    def tick(self) -> None:
        """Show how far it is: that alone changes without being told."""
        self._office.means.tasks.beside("how far a promotion job is", self._look)

    async def _look(self) -> None:
        try:
            job = await self._office.given.overview.job(self.number)
        except NotSaved:
            return  # it is said when the page is read, and the next second looks again
        if job is not None and self.job is not None and (job.id, job.state) == (self.job.id, self.job.state):
            self._show_job(job)

    async def _read(self) -> None:
        overview, office = self._office.given.overview, self._office
        try:
            job = await overview.job(self.number)
            rows = await overview.job_rows(self.number)
            history = await overview.job_history(self.number)
            if not office.rows:
                await office.read()
        except NotSaved as error:
            office.wrong(words.outcome("not_saved"), str(error))
            return
        if job is None:
            return
        self._names = {row.id: row.name for row in office.rows}
        shown = await asyncio.to_thread(_in_order, rows, history)
        has_ended = self.job is not None and self.job.state is not State.ENDED and job.state is State.ENDED
        self._show_job(job)
        if has_ended and self.page.list.chosen_row() <= 0:
            # What the platform refused comes to the top now: it must be seen, unless the hand is elsewhere.
            self.page.show_anew(shown)
        else:
            self.page.show_rows(shown)

    def _show_job(self, job: JobLine) -> None:
        self.job = job
        shop = self._office.given.shops.get(job.account)
        title = translate("Promotions", "Sending {number} to {platform}")
        hint = " · ".join(part for part in (_counts(job), _said(job), job.doubt) if part)
        self.page.name_it(title.format(number=job.id, platform=shop.title if shop else job.account), hint,
                          words.job_mark(job))  # fmt: skip
        self._show_progress(job)
        self.page.buttons["stop"].setVisible(_can_be_stopped(job))
        self.page.buttons["ask"].setVisible(job.state is not State.ENDED)

    def _show_progress(self, job: JobLine) -> None:
        formats = self._office.formats
        if job.state is State.ENDED:
            self.progress.show_share("", 0)
        elif job.sent is not None and job.size:
            text = translate("Promotions", "{sent} of {size} bytes have left")
            numbers = {"sent": formats.number(Decimal(job.sent)), "size": formats.number(Decimal(job.size))}
            self.progress.show_share(text.format(**numbers), job.sent / job.size)
        elif job.total:
            done = job.done or 0
            text = translate("Promotions", "{done} of {total} worked on by the platform")
            numbers = {"done": formats.number(Decimal(done)), "total": formats.number(Decimal(job.total))}
            self.progress.show_share(text.format(**numbers), done / job.total)
        else:
            self.progress.show_share(words.job_mark(job).word, 0)

    def command(self, command: Command) -> bool:
        """Step, open, stop, ask again."""
        chosen: JobRow | Event | None = self.page.chosen()
        if command in STEPS:
            self.page.list.step(STEPS[command])
        elif command is Command.ENTER and isinstance(chosen, JobRow):
            self._open(chosen.promotion_id)
        elif command is Command.CANCEL:
            self._office.means.tasks.act("stop sending", lambda: stop(self._office, self.number))
        elif command is Command.CHECK:
            self._office.means.tasks.act("ask again", self._ask)
        elif command is Command.PRICE:
            self._office.means.tasks.beside("bytes of a sending", self._show_bytes)
        else:
            return False
        return True

    async def scan(self, scan: Scan) -> bool:
        """A scan means here what it means in the inbox."""
        return False

    async def _ask(self) -> None:
        asked = await self._office.given.runner.ask_again(self.number)
        if asked:
            self._office.tell(translate("Promotions", "Asked again"), tone=Tone.ACCENT, icon="clock", sound="command")
        else:
            self._office.wrong(translate("Promotions", "It has ended"))

    async def _show_bytes(self) -> None:
        sent, answered = await self._office.given.overview.job_bytes(self.number)
        parts = (
            (translate("Promotions", "The platform’s last answer"), answered),
            (translate("Promotions", "What is sent"), sent),
        )
        self._body.show(translate("Promotions", "Sending {number}").format(number=self.number), parts)

    @staticmethod
    def _key(row: JobRow | Event) -> tuple[str, int]:
        return ("event", row.id) if isinstance(row, Event) else ("row", row.promotion_id)

    def _card(self, row: JobRow | Event) -> LineCard:
        if isinstance(row, Event):
            return event_card(row, self._office)
        told = "; ".join(finding_words(one) for one in row.findings)
        if row.result == "refused" and not told and self.job is not None and not _said(self.job):
            told = words.word(words.NO_REASON)
        tone = Tone.ATTENTION if row.result in ("partly", "unsure") else Tone.BAD
        return card(
            self._names.get(row.promotion_id) or row.ref,
            row.ref,
            words.result_mark(row.result),
            alert=f"{row.ref} · {told}" if told else "",
            alert_tone=tone,
        )


def _in_order(rows: Sequence[JobRow], history: Sequence[Event]) -> list[JobRow | Event]:
    """Put what became of each promotion, trouble first, over what happened, the newest first; work for a thread."""
    first = sorted(rows, key=lambda row: (_TROUBLE_FIRST.get(row.result, 2), row.promotion_id))
    return [*first, *reversed(history)]


async def stop(office: Office, number: int) -> None:
    """Stop a sending that the platform has not got yet, and say what came of it."""
    if await office.given.runner.stop(number):
        office.tell(translate("Promotions", "Stopping"), tone=Tone.ATTENTION, icon="clock", sound="command")
    else:
        office.wrong(
            translate("Promotions", "Too late to stop it"),
            translate("Promotions", "The platform has it already; end the promotions instead."),
        )


def _can_be_stopped(job: JobLine) -> bool:
    """Say whether the platform has not got a sending yet."""
    return job.state not in (State.FOLLOWING, State.ENDED)


def progress_of(job: JobLine, office: Office) -> tuple[str, str]:
    """Return how far a sending is, as a number and of how many."""
    number = office.formats.number
    if job.sent is not None and job.size:
        return f"{100 * job.sent // job.size}", "%"
    if job.total is not None:
        done = (job.done or 0) if job.state is not State.ENDED else _taken(job)
        return number(Decimal(done)), translate("Promotions", "of {total}").format(total=number(Decimal(job.total)))
    return "", ""


def _counts(job: JobLine) -> str:
    if job.total is None:
        return ""
    text = translate("Promotions", "{done} taken, {failed} refused or in part, of {total}")
    return text.format(done=_taken(job), failed=job.failed or 0, total=job.total)


def _taken(job: JobLine) -> int:
    """Return how many promotions the platform took: those that it is done with and did not refuse."""
    return max(0, (job.done or 0) - (job.failed or 0))


def _said(job: JobLine) -> str:
    """Return what the platform said beside its status, for which there is a word."""
    return "" if job.words == job.status else job.words

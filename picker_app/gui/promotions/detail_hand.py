"""One promotion: how it stands, what the platform has against it item by item, and all that ever happened to it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from picker_app.devices.scanner import Scan
from picker_app.gui import theme
from picker_app.gui.keys import Command
from picker_app.gui.order_hands import STEPS
from picker_app.gui.promotions import customer_words, words
from picker_app.gui.promotions.body_hand import BodyHand
from picker_app.gui.promotions.card_page import CardPage, Key, card
from picker_app.gui.promotions.counts import counts
from picker_app.gui.promotions.list_cards import finding_words, period
from picker_app.gui.promotions.office import Office
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.labels import Card, label, set_text, set_tone
from picker_app.gui.widgets.line_delegate import LineCard
from picker_app.promotions.overview import PromotionState, Whole
from picker_app.promotions.reading import CannotWrite
from picker_app.promotions.shops import body
from picker_app.store.campaign_views import Event, Told
from picker_app.store.database import NotSaved

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Found:
    """What the platform has against the promotion, of one kind."""

    number: int
    told: Told


class DetailHand:
    """Shows one promotion. `edit`, `send` and `end` lead away: to its form, to its check, to its end."""

    def __init__(
        self,
        office: Office,
        act: Callable[[Command], object],
        *,
        edit: Callable[[Whole], object],
        send: Callable[[list[int]], object],
        end: Callable[[list[int]], object],
    ) -> None:
        self._office = office
        self._edit = edit
        self._send = send
        self._end = end
        self._body = BodyHand(office, act)
        self.number = 0
        self.whole: Whole | None = None
        self._comes = False
        keys = (
            Key("edit", translate("Promotions", "Change"), Command.AMOUNT),
            Key("check", translate("Promotions", "Check and send"), Command.CHECK),
            Key("copy", translate("Promotions", "Copy to next month"), Command.ADD),
            Key("bytes", translate("Promotions", "Word for word"), Command.PRICE),
            Key("there", translate("Promotions", "It is there"), Command.FINISH),
            Key("not_there", translate("Promotions", "It is not there"), Command.NOT_FOUND),
            Key("end", translate("Promotions", "End now"), Command.CANCEL, "danger"),
        )
        self.page = CardPage(
            "promotion_detail", keys, act, key=self._key, make=self._card, back=translate("Promotions", "List")
        )
        reads = Card("promotion_detail_card", translate("Promotions", "What the customer reads"))
        self.sentence = label("promotion_detail_sentence", size=theme.LARGE, weight=600, wrap=True)
        self._facts = label("promotion_detail_facts", ink=2, wrap=True)
        self._trouble = label("promotion_detail_trouble", weight=600, wrap=True)
        for part in (self.sentence, self._facts, self._trouble):
            reads.body.addWidget(part)
        self.page.above.addWidget(reads)

    def open(self, number: int) -> None:
        """Show a promotion."""
        if number != self.number:
            self.whole = None
            self.page.show_anew(())
        self.number = number
        self._office.show(self)

    def come(self) -> None:
        """Read the promotion; what nobody knows of it is asked each time."""
        self._comes = True
        self._office.hint(translate("Promotions", "Promotion"), translate("Promotions", "changes it"), "F2")
        self.refresh()

    def refresh(self) -> None:
        """Read the promotion anew."""
        self._office.means.tasks.beside("promotion", self._read)

    async def _read(self) -> None:
        office = self._office
        try:
            whole = await office.given.overview.promotion(self.number)
        except NotSaved as error:
            office.wrong(words.outcome("not_saved"), str(error))
            return
        if whole is None:
            return
        self.whole = whole
        goods = await office.given.goods.find(whole.row.account, whole.draft.items[:20])
        row, draft = whole.row, whole.draft
        self.page.name_it(row.name or row.ref, mark=words.state_mark(row))
        currency = office.currency(row.account)
        lines = customer_words.lines(draft, goods, currency, office.formats)
        set_text(self.sentence, " · ".join(lines))
        sites = counts.sites(len(draft.sites))
        facts = (row.title, row.ref, words.mechanic(row.mechanic), period(row.starts_at, row.ends_at, office.formats),
                 sites, translate("Promotions", "made elsewhere") if row.elsewhere else "",
                 translate("Promotions", "changed here, not sent") if row.edited else "")  # fmt: skip
        set_text(self._facts, " · ".join(part for part in facts if part))
        self._show_trouble(whole)
        found = [_Found(n, told) for n, told in enumerate(row.findings)]
        self.page.show_rows([*found, *reversed(whole.history)])
        unsure = row.state is PromotionState.UNSURE
        for name in ("there", "not_there"):
            self.page.buttons[name].setVisible(unsure)
        if self._comes and office.seen is self:
            self._comes = False
            self._hint(unsure=unsure)

    def _hint(self, *, unsure: bool) -> None:
        if unsure:
            self._office.tell(
                translate("Promotions", "Does the platform have it?"),
                translate("Promotions", "Look there, then say it here: F9 it is there, F3 it is not."),
                Tone.ATTENTION,
                "help",
            )

    def _show_trouble(self, whole: Whole) -> None:
        row = whole.row
        parts = [row.words] if row.trouble and row.words else []
        parts += list(row.warnings) if row.state in (PromotionState.DRAFT, PromotionState.CHECKED) else []
        set_text(self._trouble, "\n".join(parts[:4]))
        set_tone(self._trouble, Tone.BAD if row.trouble == "refused" else Tone.ATTENTION)
        self._trouble.setVisible(bool(parts))

    def command(self, command: Command) -> bool:
        """Change, check, copy, end, or say how it stands."""
        whole = self.whole
        if command in STEPS:
            self.page.list.step(STEPS[command])
            return True
        if whole is None:
            return False
        unsure = whole.row.state is PromotionState.UNSURE
        if command in (Command.AMOUNT, Command.ENTER):
            self._edit(whole)
        elif command is Command.CHECK:
            self._send([whole.row.id])
        elif command is Command.CANCEL:
            self._end([whole.row.id])
        elif command is Command.ADD:
            self._office.means.tasks.act("copy promotion", self._copy)
        elif command is Command.PRICE:
            self._show_bytes(whole)
        elif command in (Command.FINISH, Command.NOT_FOUND) and unsure:
            live = command is Command.FINISH
            self._office.means.tasks.act("say promotion", lambda: self._say(live=live))
        else:
            return False
        return True

    async def scan(self, scan: Scan) -> bool:
        """A scan means here what it means in the inbox."""
        return False

    async def _copy(self) -> None:
        outcome = await self._office.given.workshop.copy([self.number])
        if self._office.told(outcome, translate("Promotions", "Copied to next month")):
            self.whole = None
            self.number = outcome.promotions[0]
            self.refresh()

    async def _say(self, *, live: bool) -> None:
        outcome = await self._office.given.workshop.say(self.number, live=live)
        self._office.told(outcome, translate("Promotions", "Written down"))
        self.refresh()

    def _show_bytes(self, whole: Whole) -> None:
        shop = self._office.given.shops[whole.row.account]
        try:
            now: bytes | None = body(whole.draft, shop)
        except CannotWrite as error:
            now = str(error).encode()
        parts: list[tuple[str, bytes | None]] = [(translate("Promotions", "As it would be sent now"), now)]
        parts.append((translate("Promotions", "As the platform took it last"), whole.accepted_body))
        for job, row in reversed(whole.jobs):
            heading = translate("Promotions", "Sent with sending {number}").format(number=job.id)
            parts.append((heading, row.body))
        self._body.show(whole.row.ref, parts)

    @staticmethod
    def _key(row: Event | _Found) -> tuple[str, int]:
        return ("event", row.id) if isinstance(row, Event) else ("found", row.number)

    def _card(self, row: Event | _Found) -> LineCard:
        office = self._office
        if isinstance(row, _Found):
            partly = self.whole is not None and self.whole.row.trouble == "partly"
            return card(
                finding_words(row.told),
                row.told.type,
                icon="warning",
                tile_tone=Tone.ATTENTION if partly else Tone.BAD,
            )
        return event_card(row, office)


_ICONS = {
    "composed": "pencil", "changed": "pencil", "withdrawn": "trash", "brought_in": "inbox", "submitted": "clock",
    "sent": "send", "upload_began": "send", "uploaded": "check", "taken": "check", "status": "note",
}  # fmt: skip


_DIGEST = re.compile("[0-9a-f]{64}")


def event_card(row: Event, office: Office) -> LineCard:
    """Return what is painted of something that happened."""
    at = office.formats.moment(row.at, office.now)
    sending = translate("Promotions", "sending {number}").format(number=row.job_id) if row.job_id is not None else ""
    answer = f"HTTP {row.http_status}" if row.http_status is not None else ""
    entry = words.VERDICTS.get(row.kind)
    icon, tone = (entry[0], entry[2]) if entry is not None else (_ICONS.get(row.kind, "dot"), Tone.IDLE)
    said = words.word(words.PURPOSES[row.words]) if row.words in words.PURPOSES else row.words
    below = " · ".join(part for part in (at, sending, answer, "" if _DIGEST.fullmatch(said) else said) if part)
    return card(words.event(row.kind), below, icon=icon, tile_tone=tone)

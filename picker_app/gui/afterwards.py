"""Tells what became of what was done with orders: what the platform took quietly, trouble loudly with what to do."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from picker_app.domain.order import Stage
from picker_app.domain.said import Status
from picker_app.gui import words
from picker_app.gui.counts import counts
from picker_app.gui.notices import Notice
from picker_app.gui.screens.reread_card import difference_words
from picker_app.gui.surroundings import Board
from picker_app.gui.telling import Telling
from picker_app.gui.theme import Tone
from picker_app.picking.rows import Check, CheckRow, OrderRow, Reread, RereadState, Tab, Word

translate = QCoreApplication.translate
QUICKEST = timedelta(seconds=3)
"""An answer may be there so long before the word that it is asked for: a key pressed twice asks once."""
_OPEN = (Tab.TO_PICK, Tab.PICKING, Tab.WAITING)
_CONFIRMED = (Word.CONFIRMED, Word.DISPATCHED, Word.DELIVERED)


class Afterwards:
    """Remembers each open order, and the one that the strip speaks of; `look` tells what has changed, once."""

    def __init__(self, board: Board, telling: Telling) -> None:
        self._board = board
        self._telling = telling
        self._rows: dict[int, OrderRow] = {}

    def look(self) -> None:
        """Compare with the last look; the first one only learns."""
        rows = {row.id: row for tab in _OPEN for row in self._board.rows(tab)}
        for order_id, before in self._rows.items():
            row = rows.get(order_id) or self._closed(order_id)
            if row is not None:
                self._tell(row, before)
        spoken_of = self._telling.subject
        closed = self._closed(spoken_of) if spoken_of is not None and spoken_of not in rows else None
        self._rows = rows | ({closed.id: closed} if closed is not None else {})
        self._tell_answer()

    def _closed(self, order_id: int) -> OrderRow | None:
        view = self._board.order(order_id)
        return view.row if view is not None else None

    def _tell(self, row: OrderRow, before: OrderRow) -> None:
        if row.confirming == "refused" and before.confirming != "refused":
            self._telling.loudly(self._not_accepted(row))
        elif row.word is before.word:
            if row.status is Status.CONFIRMED and before.confirming:
                headline = translate("Afterwards", "{code} is accepted")
                self._taken(row, headline, translate("Afterwards", "confirmed by {platform}"), newer=True)
        elif row.word in _CONFIRMED and row.stage is Stage.FINISHED:
            self._taken(row, *self._good(row.word), newer=before.tab is Tab.DONE)
        elif row.word is Word.CANCELLED and row.stage is Stage.CANCELLED:
            self._taken(row, translate("Afterwards", "{code}: cancellation confirmed by {platform}"))
        elif row.word is Word.REFUSED or (row.word is Word.PICKING and before.word is Word.ASK):
            self._telling.loudly(self._back(row))
        elif row.stage in (Stage.FINISHED, Stage.CANCELLED) and row.word in self._troubles():
            headline, detail, tone = self._troubles()[row.word]
            headline, detail = (text.format(code=row.short_code, platform=row.platform) for text in (headline, detail))
            self._telling.loudly(Notice(headline, detail, tone, "warning", "wrong"))

    def _tell_answer(self) -> None:
        """Put a platform's answer in the place of the word that it is being asked."""
        asked = self._telling.asked
        view = self._board.order(asked.order_id) if asked is not None else None
        if asked is None or view is None:
            return
        since, check, read = asked.at - QUICKEST, view.check, view.reread
        notice = None
        if asked.what == "checking" and check is not None and check.said_at is not None and check.said_at >= since:
            notice = _checked(check, view.row.platform) if not check.changes_since else None
        elif asked.what == "rereading" and read is not None and read.at is not None and read.at >= since:
            notice = _read(read, view.row.platform)
        if notice is not None:
            self._telling.loudly(notice)

    def _taken(self, row: OrderRow, headline: str, detail: str = "", *, newer: bool = False) -> None:
        headline, detail = (text.format(code=row.short_code, platform=row.platform) for text in (headline, detail))
        self._telling.quietly(row.id, Notice(headline, detail, icon="check"), newer=newer)

    @staticmethod
    def _good(word: Word) -> tuple[str, str]:
        """Return headline and detail of what a platform has taken: the newest that is true of the order."""
        detail = translate("Afterwards", "confirmed by {platform}")
        if word is Word.DISPATCHED:
            return translate("Afterwards", "{code} is on its way"), detail
        if word is Word.DELIVERED:
            return translate("Afterwards", "{code} is delivered"), detail
        return translate("Afterwards", "{code} confirmed by {platform}"), ""

    def _not_accepted(self, row: OrderRow) -> Notice:
        headline = translate("Afterwards", "{platform} did not accept {code}")
        advice = translate("Afterwards", "You: open it, then Enter")
        detail = self._with_words(row, advice)
        return Notice(headline.format(code=row.short_code, platform=row.platform), detail, Tone.BAD, "warning", "wrong")

    def _back(self, row: OrderRow) -> Notice:
        if row.word is not Word.REFUSED:
            headline = translate("Afterwards", "{code} is back at the desk").format(code=row.short_code)
            return Notice(
                headline, translate("Hands", "change it, then F9 sends it again"), Tone.ACCENT, "undo", "undo"
            )
        detail = self._with_words(row, translate("Afterwards", "You: open it, correct the marked lines, then F9"))
        headline = translate("Afterwards", "{code} was sent back").format(code=row.short_code)
        return Notice(headline, detail, Tone.BAD, "warning", "wrong")

    def _with_words(self, row: OrderRow, advice: str) -> str:
        """Put the platform's own words before what is to be done."""
        view = self._board.order(row.id)
        said = dict(view.banner.values).get("words", "") if view is not None and view.banner is not None else ""
        return f"{row.platform}: “{said}” · {advice}" if said else advice

    @staticmethod
    def _troubles() -> dict[Word, tuple[str, str, Tone]]:
        cancelled = translate("Afterwards", "{code} was cancelled by {platform}")
        return {
            Word.UNCERTAIN: (
                translate("Afterwards", "{code} is not confirmed yet"),
                translate("Afterwards", "{platform} is asked again · You: wait, and keep the bag here"),
                Tone.ATTENTION,
            ),
            Word.ASK: (
                translate("Afterwards", "{code} waits for you"),
                translate("Afterwards", "No certain answer · You: open it, and look at {platform}"),
                Tone.BAD,
            ),
            Word.PUT_BACK: (cancelled, translate("Afterwards", "You: put back what is in the bag"), Tone.BAD),
            Word.CANCELLED: (cancelled, translate("Afterwards", "nothing more is to be done"), Tone.BAD),
            Word.ELSEWHERE: (
                translate("Afterwards", "{code} was finished on another device"),
                translate("Afterwards", "what was finished here was not sent"),
                Tone.ATTENTION,
            ),
        }


def _checked(check: CheckRow, platform: str) -> Notice | None:
    """Return what became of a cart check, None where there is no answer yet."""
    if check.state is Check.GOOD:
        by = translate("Afterwards", "by {platform}").format(platform=platform)
        return Notice(translate("Afterwards", "Cart accepted"), by, icon="check")
    if check.state is Check.REFUSED:
        headline = translate("Afterwards", "Cart refused by {platform}").format(platform=platform)
        return Notice(headline, _against(check), Tone.BAD, "warning", "wrong")
    if check.state is Check.UNCERTAIN:
        headline = translate("Afterwards", "No certain answer about the cart")
        return Notice(headline, translate("Afterwards", "go on picking; F5 asks again"), Tone.ATTENTION, "help")
    if check.state is Check.NO_LINE:
        headline = translate("Afterwards", "Cart not checked: no connection")
        return Notice(headline, translate("Afterwards", "go on picking"), Tone.ATTENTION, "wifi-off")
    return None


def _read(read: Reread, platform: str) -> Notice | None:
    """Return what reading an order again came to, None while it is being read."""
    if read.state is RereadState.FAILED:
        why = words.platform_error(read.code) if read.code else read.words
        return Notice(translate("Afterwards", "The order could not be read"), why, Tone.ATTENTION, "help")
    if read.state is RereadState.READING:
        return None
    if not read.differences:
        return Notice(translate("Afterwards", "Read again: nothing differs"), icon="check")
    headline = translate("Afterwards", "It differs at {platform}").format(platform=platform)
    return Notice(headline, difference_words(read.differences[0]), Tone.ATTENTION, "warning", "question")


def _against(check: CheckRow) -> str:
    """Return what the platform has against a cart: its words about the first line, else about the whole."""
    refused = [(name, said) for name, said in check.lines if said]
    if not refused:
        return f"“{check.words}”" if check.words else ""
    name, said = refused[0]
    first = f"“{said}” · {name}"
    more = len(refused) - 1
    return f"{first} · {counts.more_lines(more)}" if more else first

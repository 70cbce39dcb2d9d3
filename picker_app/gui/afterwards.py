"""Tells what became of orders after they were finished: confirmations quietly, trouble loudly with what to do."""

from PySide6.QtCore import QCoreApplication

from picker_app.domain.order import Stage
from picker_app.gui.notices import Notice
from picker_app.gui.surroundings import Board
from picker_app.gui.telling import Telling
from picker_app.gui.theme import Tone
from picker_app.picking.rows import OrderRow, Tab, Word

translate = QCoreApplication.translate
_OPEN = (Tab.TO_PICK, Tab.PICKING, Tab.WAITING)
_CONFIRMED = (Word.CONFIRMED, Word.DISPATCHED, Word.DELIVERED)


class Afterwards:
    """Remembers the word of each open order; `look` tells what a changed word means, once."""

    def __init__(self, board: Board, telling: Telling) -> None:
        self._board = board
        self._telling = telling
        self._words: dict[int, Word] = {}

    def look(self) -> None:
        """Compare with the last look; the first one only learns."""
        rows = {row.id: row for tab in _OPEN for row in self._board.rows(tab)}
        for order_id, before in self._words.items():
            row = rows.get(order_id) or self._closed(order_id)
            if row is not None and row.word is not before:
                self._tell(row, before)
        self._words = {order_id: row.word for order_id, row in rows.items()}

    def _closed(self, order_id: int) -> OrderRow | None:
        view = self._board.order(order_id)
        return view.row if view is not None else None

    def _tell(self, row: OrderRow, before: Word) -> None:
        if row.word in _CONFIRMED and row.stage is Stage.FINISHED:
            self._confirmed(row, translate("Afterwards", "{code} confirmed by {platform}"))
        elif row.word is Word.CANCELLED and row.stage is Stage.CANCELLED:
            self._confirmed(row, translate("Afterwards", "{code}: cancellation confirmed by {platform}"))
        elif row.word is Word.REFUSED or (row.word is Word.PICKING and before is Word.ASK):
            self._telling.loudly(self._back(row))
        elif row.stage in (Stage.FINISHED, Stage.CANCELLED) and row.word in self._troubles():
            headline, detail, tone = self._troubles()[row.word]
            headline, detail = (text.format(code=row.short_code, platform=row.platform) for text in (headline, detail))
            self._telling.loudly(Notice(headline, detail, tone, "warning", "wrong"))

    def _confirmed(self, row: OrderRow, text: str) -> None:
        headline = text.format(code=row.short_code, platform=row.platform)
        self._telling.quietly(row.id, Notice(headline, icon="check"))

    def _back(self, row: OrderRow) -> Notice:
        if row.word is not Word.REFUSED:
            headline = translate("Afterwards", "{code} is back at the desk").format(code=row.short_code)
            return Notice(
                headline, translate("Hands", "change it, then F9 sends it again"), Tone.ACCENT, "undo", "undo"
            )
        view = self._board.order(row.id)
        said = dict(view.banner.values).get("words", "") if view is not None and view.banner is not None else ""
        advice = translate("Afterwards", "You: open it, correct the marked lines, then F9")
        detail = f"{row.platform}: “{said}” · {advice}" if said else advice
        headline = translate("Afterwards", "{code} was sent back").format(code=row.short_code)
        return Notice(headline, detail, Tone.BAD, "warning", "wrong")

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
                translate("Afterwards", "Sent three times without an answer · You: open it, and look at {platform}"),
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

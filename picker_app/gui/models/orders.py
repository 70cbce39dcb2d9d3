"""The orders of an inbox tab as a Qt model; each row is worded anew when it is painted, for its time runs."""

from collections.abc import Callable, Hashable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from picker_app.domain.confirming import LAST_CALL, confirm_clock
from picker_app.gui import words
from picker_app.gui.counts import counts
from picker_app.gui.formats import Formats, minutes_left, span
from picker_app.gui.models.keyed import KeyedModel
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.queue_delegate import QueueCard
from picker_app.picking.rows import OrderRow, Tab, Word

translate = QCoreApplication.translate
HURRY = timedelta(minutes=10)


def clock_runs(row: OrderRow) -> bool:
    """Say whether the time to accept an order is what counts now: it runs, and the platform has no word of ours yet."""
    return row.confirm_by is not None and row.confirming != "accepted"


def confirm_time(row: OrderRow, now: datetime) -> tuple[str, Tone, float | None]:
    """Say how much time is left to accept an order, as words, tone and a share of 0 to 1."""
    begin, end = row.confirm_from, row.confirm_by
    if begin is None or end is None:
        return "", Tone.IDLE, None
    clock = confirm_clock(begin, end, now)
    if clock.late:
        return translate("Orders", "they may call now"), Tone.BAD, 1.0
    share = min(1.0, clock.left / max(end - begin, timedelta(seconds=1)))
    tone = Tone.BAD if clock.left <= LAST_CALL else Tone.ATTENTION
    return translate("Orders", "accept: {time}").format(time=span(clock.left)), tone, share


class OrderModel(KeyedModel[OrderRow]):
    """Order rows by id; `card` is a QueueCard."""

    def __init__(self, formats: Formats, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        super().__init__()
        self._formats = formats
        self._clock = clock

    def key_of(self, row: OrderRow) -> Hashable:
        """Return the order's id."""
        return row.id

    def text_of(self, row: OrderRow) -> str:
        """Return the order in words."""
        card = self.card_of(row)
        parts = [card.big, *card.first, *card.second, *card.third, card.time, card.mark.word]
        return ", ".join(part for part in parts if part)

    def tip_of(self, row: OrderRow) -> str:
        """Return code, customer and note whole."""
        return "\n".join(part for part in (row.code, row.customer, row.note) if part)

    def card_of(self, row: OrderRow) -> QueueCard:
        """Return what is painted now."""
        now = self._clock()
        mark = words.order_mark(row)
        time, tone, share = self._time(row, now)
        waiting = counts.changes_not_sent(row.pending) if row.pending else ""
        return QueueCard(
            big=row.short_code,
            small=row.code if row.code != row.short_code else row.number,
            first=(row.platform, words.flow(row.flow)),
            second=(counts.items(row.lines), counts.by_weight(row.weighed) if row.weighed else ""),
            third=(row.customer, f"“{row.note}”" if row.note else ""),
            time=time,
            tone=tone,
            share=share,
            mark=mark,
            below=waiting or self._since(row, now),
            flagged=row.flagged > 0,
        )

    def _time(self, row: OrderRow, now: datetime) -> tuple[str, Tone, float | None]:
        if row.tab is Tab.DONE or row.closed_at is not None:
            at = self._formats.clock(row.closed_at) if row.closed_at else ""
            return translate("Orders", "closed at {time}").format(time=at) if at else "", Tone.IDLE, None
        if clock_runs(row):
            return confirm_time(row, now)
        if row.pick_by is None:
            return translate("Orders", "no time given"), Tone.IDLE, None
        late, left = minutes_left(row.pick_by, now)
        whole = max(row.pick_by - row.came_at, timedelta(minutes=1))
        share = 1.0 if late else min(1.0, (row.pick_by - now) / whole)
        if late:
            return left, Tone.BAD, share
        return left, Tone.ATTENTION if row.pick_by - now <= HURRY else Tone.GOOD, share

    def _since(self, row: OrderRow, now: datetime) -> str:
        if row.word in (Word.CONFIRMED, Word.DELIVERED, Word.DISPATCHED) or row.closed_at is not None:
            return translate("Orders", "came at {time}").format(time=self._formats.clock(row.came_at))
        if now - row.came_at < timedelta(minutes=1):
            return translate("Orders", "came just now")
        return translate("Orders", "came {time} ago").format(time=span(now - row.came_at))

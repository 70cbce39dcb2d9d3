"""The one alarm: new orders and those to accept in time ring, again and again, until someone opens or silences them."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from picker_app.domain.confirming import confirm_clock
from picker_app.gui.counts import counts
from picker_app.gui.formats import span
from picker_app.gui.surroundings import Board, Player
from picker_app.picking.rows import OrderRow, Tab, Word

translate = QCoreApplication.translate
AGAIN = timedelta(seconds=8)
_UNSAID = ("", "refused", "uncertain")


class Alarm:
    """Knows which orders ring. Orders that were there when the program began do not, unless their time runs out.

    An order that is to be accepted rings at each moment of its clock (domain.confirming), and one that the platform's
    own desk gave back rings as a new one does.
    """

    def __init__(self, board: Board, sounds: Player) -> None:
        self._board = board
        self._sounds = sounds
        self._known: set[int] | None = None
        self._returned: set[int] = set()
        self._ringing: dict[int, str] = {}
        self._over: dict[int, int] = {}
        self._calls: dict[int, tuple[str, datetime]] = {}
        self._rang: datetime | None = None
        self._now: datetime | None = None

    @property
    def ringing(self) -> bool:
        """Say whether an order rings."""
        return bool(self._ringing or self._calls)

    def look(self, now: datetime) -> None:
        """Look for orders that are new since the last look; the first look only learns them."""
        self._now = now
        rows = [row for tab in (Tab.TO_PICK, Tab.PICKING) for row in self._board.rows(tab)]
        new = {row.id: row.short_code for row in rows if row.word is Word.NEW or row.returned}
        returned = {row.id for row in rows if row.returned}
        if self._known is None:
            self._known, self._returned = set(new), returned
            self._look_at_clocks(rows, now, first=True)
            return
        came = {key: code for key, code in new.items() if key not in self._known or key in returned - self._returned}
        self._known |= set(came)
        self._returned = returned
        # In the order of the board, what is due first at the beginning.
        self._ringing = {key: code for key, code in new.items() if key in self._ringing or key in came}
        if self._look_at_clocks(rows, now) or came:
            self._ring(now)

    def tick(self, now: datetime) -> None:
        """Ring if a moment of a clock has come, and ring again if it is time."""
        self._now = now
        rows = [row for tab in (Tab.TO_PICK, Tab.PICKING) for row in self._board.rows(tab)]
        called = self._look_at_clocks(rows, now)
        if called or (self.ringing and (self._rang is None or now - self._rang >= AGAIN)):
            self._ring(now)

    def just_rang(self, now: datetime) -> bool:
        """Say whether it rang within the last second."""
        return self.ringing and self._rang is not None and now - self._rang < timedelta(seconds=1)

    def opened(self, order_id: int) -> None:
        """Stop ringing for an order that somebody opened."""
        self._ringing.pop(order_id, None)
        self._calls.pop(order_id, None)

    def silence(self) -> None:
        """Stop ringing for all."""
        self._ringing.clear()
        self._calls.clear()

    def words(self) -> str:
        """Say why it rings, "" while it does not."""
        if self._calls and self._now is not None:
            code, end = min(self._calls.values(), key=lambda call: call[1])
            if end <= self._now:
                return translate("Alarm", "{code} not accepted: the desk may be calling").format(code=code)
            return translate("Alarm", "Accept {code}: {time} left").format(code=code, time=span(end - self._now))
        if not self._ringing:
            return ""
        codes = ", ".join(list(self._ringing.values())[:3])
        return counts.new_orders(len(self._ringing), codes)

    def _look_at_clocks(self, rows: list[OrderRow], now: datetime, *, first: bool = False) -> bool:
        """Note the orders of which a moment of the clock has come since the last look; say whether there is one."""
        over: dict[int, int] = {}
        ends: dict[int, tuple[str, datetime]] = {}
        for row in rows:
            if row.confirm_from is not None and row.confirm_by is not None and row.confirming in _UNSAID:
                over[row.id] = confirm_clock(row.confirm_from, row.confirm_by, now).alarms
                ends[row.id] = (row.short_code, row.confirm_by)
        called = {key for key, alarms in over.items() if alarms > (0 if first else self._over.get(key, 0))}
        self._calls = {key: end for key, end in ends.items() if key in called or key in self._calls}
        self._over = over
        return bool(called)

    def _ring(self, now: datetime) -> None:
        self._rang = now
        self._sounds.play("new_order")

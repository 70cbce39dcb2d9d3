"""The one alarm: a new order rings, again and again, until someone opens it or silences it, and it says why."""

from datetime import datetime, timedelta

from picker_app.gui.counts import counts
from picker_app.gui.surroundings import Board, Player
from picker_app.picking.rows import Tab, Word

AGAIN = timedelta(seconds=8)


class Alarm:
    """Knows which orders ring. Orders that were there when the program began do not."""

    def __init__(self, board: Board, sounds: Player) -> None:
        self._board = board
        self._sounds = sounds
        self._known: set[int] | None = None
        self._ringing: dict[int, str] = {}
        self._rang: datetime | None = None

    @property
    def ringing(self) -> bool:
        """Say whether an order rings."""
        return bool(self._ringing)

    def look(self, now: datetime) -> None:
        """Look for orders that are new since the last look; the first look only learns them."""
        new = {row.id: row.short_code for row in self._board.rows(Tab.TO_PICK) if row.word is Word.NEW}
        if self._known is None:
            self._known = set(new)
            return
        came = {key: code for key, code in new.items() if key not in self._known}
        self._known |= set(came)
        # In the order of the board, what is due first at the beginning.
        self._ringing = {key: code for key, code in new.items() if key in self._ringing or key in came}
        if came:
            self._ring(now)

    def tick(self, now: datetime) -> None:
        """Ring again if it is time."""
        if self._ringing and (self._rang is None or now - self._rang >= AGAIN):
            self._ring(now)

    def just_rang(self, now: datetime) -> bool:
        """Say whether it rang within the last second."""
        return self.ringing and self._rang is not None and now - self._rang < timedelta(seconds=1)

    def opened(self, order_id: int) -> None:
        """Stop ringing for an order that somebody opened."""
        self._ringing.pop(order_id, None)

    def silence(self) -> None:
        """Stop ringing for all."""
        self._ringing.clear()

    def words(self) -> str:
        """Say why it rings, "" while it does not."""
        if not self._ringing:
            return ""
        codes = ", ".join(list(self._ringing.values())[:3])
        return counts.new_orders(len(self._ringing), codes)

    def _ring(self, now: datetime) -> None:
        self._rang = now
        self._sounds.play("new_order")

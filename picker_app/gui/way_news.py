"""Tells at once when the tunnel is lost and when it is back, and says in the top bar that it is down."""

from PySide6.QtCore import QCoreApplication

from picker_app.gui.notices import Notice
from picker_app.gui.setup import way_words
from picker_app.gui.surroundings import Surroundings
from picker_app.gui.telling import Telling
from picker_app.gui.theme import Tone
from picker_app.intake.tunnel_row import State

translate = QCoreApplication.translate


class WayNews:
    """Looks at the tunnel each second. A way that was never open is told as well: orders do not come by it."""

    def __init__(self, given: Surroundings, telling: Telling) -> None:
        self._given = given
        self._telling = telling
        self._lost = False

    def look(self) -> str:
        """Tell what changed; returns the words for the top bar, "" while the way is not lost."""
        if self._given.cabinet is None:
            return ""
        row = self._given.cabinet.tunnel()
        if row.lost and not self._lost:
            self._lost = True
            detail = translate("Way", "Orders are read from the platform's list meanwhile.")
            notice = Notice(way_words.title(row), detail, Tone.ATTENTION, "wifi-off", "question")
            self._telling.loudly(notice)
        elif self._lost and row.state in (State.OPEN, State.UNTESTED, State.OFF):
            self._lost = False
            self._telling.loudly(Notice(translate("Way", "The tunnel is back"), tone=Tone.ACCENT, icon="check"))
        return translate("Way", "Tunnel down") if self._lost else ""

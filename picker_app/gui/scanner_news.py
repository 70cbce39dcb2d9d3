"""Tells news of the scanners: unplugged and back, drifted, set to another layout, not here, silent for long."""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication

from picker_app.gui import scanner_words
from picker_app.gui.notices import Notice
from picker_app.gui.surroundings import Surroundings
from picker_app.gui.telling import Telling
from picker_app.gui.theme import Tone
from picker_app.picking.rows import Result

translate = QCoreApplication.translate

SILENT_FOR: Final = timedelta(minutes=20)
_BY_KEYS: Final = 3
"""So many scans in a row that only their keys made readable: the scanner's layout is not this computer's."""


class ScannerNews:
    """Is told of each scan and each second, and says what changed, each thing once."""

    def __init__(self, given: Surroundings, telling: Telling) -> None:
        self._given = given
        self._telling = telling
        self._trouble = ""
        self._waiting = ""
        self._by_keys = 0
        self._since: datetime | None = None

    def scanned(self, result: Result) -> None:
        """Take note of a scan."""
        self._since = None
        if result.good:
            self._by_keys = self._by_keys + 1 if "by_keys" in result.notes else 0
        if self._by_keys == _BY_KEYS:
            self._waiting = "layout"

    def tick(self, *, in_order: bool) -> None:
        """Let a second pass; `in_order` says whether an order is open."""
        counter = self._given.counter
        if counter is None:
            return
        trouble = counter.scanners.serial_trouble
        if trouble != self._trouble:
            self._trouble = trouble
            port = counter.scanners.serial_port
            self._tell(trouble or "back", Tone.BAD if trouble else Tone.ACCENT, port=port)
        self._waiting = counter.scanners.news() or self._waiting
        if self._waiting and self._telling.offer is None:
            news, self._waiting = self._waiting, ""
            self._tell(news, Tone.ATTENTION)
        self._watch_silence(in_order=in_order)

    def title(self, *, here: bool, in_order: bool) -> str:
        """Return the title of the window: while an order is picked it says when another program has the scanner."""
        name = self._given.store_name
        if here or not in_order:
            return name
        return translate("Scanner", "{store}: the scanner is not here").format(store=name)

    def _watch_silence(self, *, in_order: bool) -> None:
        now = self._given.clock()
        if not in_order:
            self._since = None
        elif self._since is None:
            self._since = now
        elif now - self._since >= SILENT_FOR:
            self._since = now
            headline, detail = scanner_words.NEWS["quiet"]
            words = translate("Scanner", headline), translate("Scanner", detail)
            self._telling.quietly(0, Notice(*words, Tone.IDLE, "scanner"))

    def _tell(self, code: str, tone: Tone, **values: str) -> None:
        headline, detail = (translate("Scanner", text).format(**values) for text in scanner_words.NEWS[code])
        sound = {Tone.BAD: "fault", Tone.ATTENTION: "question"}.get(tone, "command")
        icon = "check" if tone is Tone.ACCENT else "warning"
        self._telling.loudly(Notice(headline, detail, tone, icon, sound))

"""The scanners of this counter: the one that is a keyboard, the serial one if there is one, and how both are set."""

from collections.abc import Awaitable, Callable
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from picker_app.devices.codes import Layout
from picker_app.devices.scanner import Numbers, Scan
from picker_app.devices.scanner_doctor import Drift
from picker_app.gui.scan_filter import ScanFilter
from picker_app.gui.serial_scanner import SerialScanner
from picker_app.picking.examined import Examined, in_use
from picker_app.settings import Scanner

_ANY_SCANNER: Final = Numbers(gap_ms=200, min_chars=3)
"""While a scanner is examined it may be slow, and its prefix is not known."""


class CounterScanner(QObject):
    """Emits `scanned` with each Scan, from whichever scanner, from its making until `close`.

    `examined` is what was learned of the scanner, None if it never was. `read_with` takes the layout and the separator
    that codes are read with; `store` keeps what is learned and returns "" or why it could not.
    """

    scanned = Signal(object)

    def __init__(
        self,
        application: QApplication,
        chosen: Scanner,
        examined: Examined | None,
        *,
        read_with: Callable[[Layout, str], None],
        store: Callable[[Examined], Awaitable[str]],
    ) -> None:
        super().__init__()
        self.setObjectName("counter_scanner")
        self._chosen = chosen
        self._read_with = read_with
        self._store = store
        self._filter = ScanFilter(application)
        self._filter.scanned.connect(self._heard)
        self._serial: SerialScanner | None = None
        self._drift: Drift | None = None
        self._news = ""
        self.examined = examined
        self._use()
        if chosen.serial:
            self._serial = SerialScanner(chosen.serial, chosen.serial_baud)
            self._serial.scanned.connect(self._heard)
            self._serial.open()

    @property
    def serial_trouble(self) -> str:
        """Return the code of what is wrong with the serial scanner, "" if nothing is or there is none."""
        return self._serial.trouble if self._serial is not None else ""

    @property
    def serial_port(self) -> str:
        """Return the port of the serial scanner, "" if there is none."""
        return self._chosen.serial

    @property
    def gap_ms(self) -> int:
        """Return the pause within a scan that holds now."""
        return in_use(self._chosen, self.examined)[0].gap_ms

    def examine(self, *, on: bool) -> None:
        """Take any scanner for one while it is examined, however slow, or go back to what is set."""
        if on:
            self._filter.use(_ANY_SCANNER)
        else:
            self._use()

    async def keep(self, examined: Examined) -> str:
        """Keep what was learned and go by it; returns "" or why it could not be kept."""
        words = await self._store(examined)
        if not words:
            self.examined = examined
            self._use()
        return words

    def news(self) -> str:
        """Return once what has changed with the scanner since it was examined: "slower", "suffix", else ""."""
        news, self._news = self._news, ""
        return news

    def close(self) -> None:
        """Let go of the application and the port."""
        if self._serial is not None:
            self._serial.close()
        self._filter.close()

    def _use(self) -> None:
        numbers, layout, gs = in_use(self._chosen, self.examined)
        self._filter.use(numbers)
        self._read_with(layout, gs)
        known = self.examined
        self._drift = Drift(known.key_ms, numbers.gap_ms, known.suffix) if known is not None else None

    def _heard(self, scan: Scan) -> None:
        if self._drift is not None:
            self._news = self._drift.sees(scan) or self._news
        self.scanned.emit(scan)

"""The serial scanner: a port that is opened, read, and opened again when the scanner was unplugged."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QIODevice, QObject, QTimer, Signal

from picker_app.devices.scanner import Scan
from picker_app.devices.serial_lines import SerialLines

try:
    from PySide6.QtSerialPort import QSerialPort
except ImportError:  # PySide6 without its add-ons: the scanner that is a keyboard must work there too
    HAVE_LIBRARY = False
else:
    HAVE_LIBRARY = True

log = logging.getLogger(__name__)

AGAIN_MS = 1000
SILENCE_MS = 150


class SerialScanner(QObject):
    """Emits `scanned` with a `Scan` for each code that comes at the port, from `open` to `close`.

    `trouble` is "" while the scanner is there, else the code of what is wrong: "no_library", "unplugged".
    """

    scanned = Signal(object)

    def __init__(
        self,
        port: str,
        baud: int,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        again_ms: int = AGAIN_MS,
    ) -> None:
        super().__init__()
        self.setObjectName("serial_scanner")
        self._clock = clock
        self._lines = SerialLines()
        self.trouble = ""
        self._again = QTimer(self)
        self._again.setObjectName("serial_scanner_again")
        self._again.setInterval(again_ms)
        self._again.timeout.connect(self._try)
        self._silence = QTimer(self)
        self._silence.setObjectName("serial_scanner_silence")
        self._silence.setSingleShot(True)
        self._silence.setInterval(SILENCE_MS)
        self._silence.timeout.connect(lambda: self._emit(self._lines.end()))
        self._name = port
        if HAVE_LIBRARY:
            self._port = QSerialPort(port, self)
            self._port.setBaudRate(baud)
            self._port.readyRead.connect(self._read)
            self._port.errorOccurred.connect(self._failed)

    def open(self) -> None:
        """Open the port, now or as soon as it is there."""
        if not HAVE_LIBRARY:
            self.trouble = "no_library"
            log.warning("the serial scanner cannot be used: QtSerialPort is not installed")
            return
        self._try()

    def close(self) -> None:
        """Let go of the port."""
        self._again.stop()
        self._silence.stop()
        if HAVE_LIBRARY:
            self._port.errorOccurred.disconnect(self._failed)
            self._port.close()

    def _try(self) -> None:
        if self._port.open(QIODevice.OpenModeFlag.ReadOnly):
            self._again.stop()
            log.info("the serial scanner at %s is there%s", self._name, " again" if self.trouble else "")
            self.trouble = ""

    def _failed(self, error: "QSerialPort.SerialPortError") -> None:
        if error in (QSerialPort.SerialPortError.NoError, QSerialPort.SerialPortError.TimeoutError):
            return
        if not self.trouble:
            log.warning("the serial scanner at %s is not there: %s", self._name, self._port.errorString())
        self.trouble = "unplugged"
        if self._port.isOpen():
            self._port.close()
        self._emit(self._lines.end())
        self._again.start()

    def _read(self) -> None:
        self._emit(self._lines.take(bytes(self._port.readAll().data())))
        if self._lines.waiting:
            self._silence.start()
        else:
            self._silence.stop()

    def _emit(self, codes: tuple[str, ...]) -> None:
        for code in codes:
            self.scanned.emit(Scan(text=code, keys="", at=self._clock(), source="serial", entered=True))

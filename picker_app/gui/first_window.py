"""One window for a data folder: the first program listens, and a later start asks it to come to the front."""

import hashlib
import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

if sys.platform == "win32":
    import ctypes

log = logging.getLogger(__name__)

SOCKET = "picker.socket"
LONGEST_PATH = 100
"""The path of a local socket has little more room than this."""
MILLISECONDS = 3000
LONGEST_CALL = 1000
_CALL, _ANSWER = b"show", b"shown\n"


class FirstWindow(QObject):
    """Hears of later starts with the same data folder, from `listen` to `close`. The folder must be held already.

    `asked` carries what the desktop gave the later start, so that the window may come to the front.
    """

    asked = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _name(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def listen(self) -> bool:
        """Begin; says whether later starts can be heard. Where not, they say in words that the program runs."""
        if not self._name:
            return False
        # The folder is held: whoever left a socket there is gone.
        QLocalServer.removeServer(self._name)
        if not self._server.listen(self._name):
            log.info("a second start cannot be heard: %s", self._server.errorString())
            return False
        return True

    def close(self) -> None:
        """Hear nothing any more."""
        self._server.close()

    def _answer(self) -> None:
        while (line := self._server.nextPendingConnection()) is not None:
            line.readyRead.connect(self._read)
            line.disconnected.connect(line.deleteLater)

    def _read(self) -> None:
        line = self.sender()
        if not isinstance(line, QLocalSocket):
            return
        if not line.canReadLine():
            if line.bytesAvailable() > LONGEST_CALL:
                line.abort()
            return
        word, _, token = bytes(line.readLine(LONGEST_CALL).data()).strip().partition(b" ")
        if word == _CALL:
            self.asked.emit(token.decode("ascii", "ignore"))
            line.write(_ANSWER)
            line.flush()
        line.disconnectFromServer()


def ask(folder: Path) -> bool:
    """Ask the program that holds a data folder to show its window; says whether it will. Takes some seconds at most."""
    name = _name(folder)
    if not name:
        return False
    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    application.setApplicationName("picker-app")
    if sys.platform == "win32":
        # Only who is in front himself may let another come to the front. Not tried yet.
        ctypes.windll.user32.AllowSetForegroundWindow(-1)
    token = os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID") or ""
    line = QLocalSocket()
    line.connectToServer(name)
    try:
        if not line.waitForConnected(MILLISECONDS):
            return False
        line.write(_CALL + b" " + token.encode("ascii", "ignore")[: LONGEST_CALL // 2] + b"\n")
        while not line.canReadLine():
            if not line.waitForReadyRead(MILLISECONDS):
                return False
        return bytes(line.readLine(LONGEST_CALL).data()) == _ANSWER
    finally:
        line.abort()


def bring_to_front(window: QWidget, token: str = "") -> None:
    """Show a window before all others, also one that was hidden or minimized."""
    if token:
        # Where the desktop asks for it, Qt hands it on with the next activation.
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    window.activateWindow()


def _name(folder: Path) -> str:
    """Return the name of the socket: a file in the folder, which is its user's own; "" where its path is too long."""
    folder = folder.resolve()
    if sys.platform == "win32":
        return f"picker-app-{hashlib.sha256(str(folder).encode()).hexdigest()[:32]}"
    path = str(folder / SOCKET)
    return path if len(os.fsencode(path)) <= LONGEST_PATH else ""

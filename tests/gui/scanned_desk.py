"""A window with one widget of each kind under the scan filter, and a record of all that reaches them."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from picker_app.devices.scanner import Numbers, Scan
from picker_app.gui.scan_filter import ScanFilter
from tests.gui.keyboard import Keyboard

SECONDS = 30.0


class Leaks(QObject):
    """Counts the key presses that reach a widget: installed before the filter, so it sees what the filter lets by."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QWindow):
            self.seen += event.text() or "?"
        return False


@dataclass
class Desk:
    """A window with one of each kind of widget, the filter, and a record of all that happened."""

    window: QWidget
    text: QLineEdit
    quantity: QDoubleSpinBox
    secret: QLineEdit
    reject: QPushButton
    filter: ScanFilter
    leaks: Leaks
    keyboard: Keyboard = field(default_factory=Keyboard)
    scans: list[Scan] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    def texts(self) -> list[str]:
        """What was scanned, by its characters."""
        return [scan.text for scan in self.scans]

    def focus(self, name: str) -> None:
        """Give a widget the focus."""
        child = self.window.findChild(QWidget, name)
        assert isinstance(child, QWidget)
        child.setFocus()


@contextmanager
def open_desk(qapp: QApplication, numbers: Numbers | None = None) -> Iterator[Desk]:
    """Open the window with the filter over it; both end with the context."""
    leaks = Leaks()
    qapp.installEventFilter(leaks)
    scan_filter = ScanFilter(qapp, numbers)
    window = QDialog()
    text, quantity, secret = QLineEdit("half"), QDoubleSpinBox(), QLineEdit()
    secret.setEchoMode(QLineEdit.EchoMode.Password)
    quantity.setMaximum(1e15)
    combo, table, nothing = QComboBox(), QTableWidget(3, 2), QWidget()
    combo.addItems(["1 none", "4 some", "7 many"])
    nothing.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    reject = QPushButton("REJECT ORDER")
    reject.setDefault(True)
    layout = QVBoxLayout(window)
    named = {"text": text, "quantity": quantity, "secret": secret, "button": reject, "combo": combo, "table": table}
    for name, widget in {**named, "nothing": nothing}.items():
        widget.setObjectName(name)
        layout.addWidget(widget)
    desk = Desk(window, text, quantity, secret, reject, scan_filter, leaks)
    reject.clicked.connect(lambda: desk.done.append("reject"))
    for key in ("5", "F3", "Ctrl++"):
        QShortcut(QKeySequence(key), window).activated.connect(lambda key=key: desk.done.append(key))
    scan_filter.scanned.connect(desk.scans.append)
    window.show()
    window.activateWindow()
    deadline = time.monotonic() + SECONDS
    while not window.isActiveWindow():
        assert time.monotonic() < deadline, "the window did not come to the front"
        qapp.processEvents()
    try:
        yield desk
    finally:
        scan_filter.close()
        qapp.removeEventFilter(leaks)
        window.close()
        window.deleteLater()

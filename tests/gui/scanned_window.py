"""A window under the scan filter, driven line by line on standard input: the program of the tests on a real display.

`focus NAME` gives a widget the focus, `stall MS` blocks the window thread shortly after the answer, `report` tells
what was scanned and what reached a widget. Each line is answered by one line of JSON.
"""

import json
import sys
import threading

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QDoubleSpinBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from picker_app.gui.scan_filter import ScanFilter

STALL_STARTS_MS = 60


class Leaks(QObject):
    """The text of the key presses that the filter lets by to a window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QWindow):
            self.seen += event.text()
        return False


def main() -> None:
    """Open the window and obey until standard input ends."""
    application = QApplication([])
    leaks = Leaks()
    application.installEventFilter(leaks)
    scan_filter = ScanFilter(application)
    window = QDialog()
    text, quantity, button = QLineEdit(), QDoubleSpinBox(maximum=1e15), QPushButton("REJECT", default=True)
    widgets: dict[str, QWidget] = {"text": text, "quantity": quantity, "button": button}
    layout = QVBoxLayout(window)
    for widget in widgets.values():
        layout.addWidget(widget)
    scans: list[tuple[str, str]] = []
    acts: list[str] = []
    scan_filter.scanned.connect(lambda scan: scans.append((scan.text, scan.keys)))
    button.clicked.connect(lambda: acts.append("click"))
    QShortcut(QKeySequence("5"), window).activated.connect(lambda: acts.append("shortcut"))

    def obey() -> None:
        words = sys.stdin.readline().split()
        answer: dict[str, object] = {}
        if not words:
            application.quit()
            return
        if words[0] == "focus":
            widgets[words[1]].setFocus(Qt.FocusReason.OtherFocusReason)
        elif words[0] == "stall":
            QTimer.singleShot(STALL_STARTS_MS, lambda: threading.Event().wait(int(words[1]) / 1000))
        else:
            answer = {"scans": scans, "acts": acts, "leaked": leaks.seen}
            answer |= {"active": window.isActiveWindow(), "text": text.text(), "quantity": quantity.value()}
        print(json.dumps(answer), flush=True)

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(obey)
    window.show()
    window.activateWindow()
    print("{}", flush=True)
    application.exec()
    scan_filter.close()


if __name__ == "__main__":
    main()

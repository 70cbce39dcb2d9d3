"""Shows an empty window: what the program's size and start-up time are measured against."""

import sys

from PySide6.QtWidgets import QApplication, QWidget

application = QApplication(sys.argv)
window = QWidget()
window.resize(1200, 700)
window.show()
sys.exit(application.exec())

"""How a thing stands, at the top of its page: its state, what that is called, and what to do about it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from picker_app.gui import theme
from picker_app.gui.widgets.labels import Pill, label, set_text
from picker_app.gui.widgets.paint import Mark


class Standing(QWidget):
    """State and title in one line, the advice below. The parts are named after the page: `way_state`."""

    def __init__(self, page: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(theme.GRID))
        line = QHBoxLayout()
        line.setSpacing(theme.px(14))
        self._state = Pill(f"{page}_state", least=130)
        line.addWidget(self._state)
        self._title = label(f"{page}_title", size=theme.LARGE, weight=600, wrap=True)
        line.addWidget(self._title, 1)
        column.addLayout(line)
        self._advice = label(f"{page}_advice", ink=2, wrap=True)
        column.addWidget(self._advice)

    def tell(self, mark: Mark, title: str, advice: str) -> None:
        """Show how it stands; no line is left free for advice that there is none of."""
        self._state.set_mark(mark)
        set_text(self._title, title)
        set_text(self._advice, advice)
        self._advice.setVisible(bool(advice))

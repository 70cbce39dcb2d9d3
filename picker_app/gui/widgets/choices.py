"""Choices to pick from with Up, Down and Enter or a finger: one of two, or a list of large ones."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from picker_app.gui import theme
from picker_app.gui.widgets import paint
from picker_app.gui.widgets.labels import key_cap_size, paint_key_cap


class Choice(QAbstractButton):
    """One choice: words, a smaller line under them, framed and marked with Enter while it is the chosen one."""

    def __init__(self, name: str, text: str, do: Callable[[], object], under: str = "", *, enter: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setText(text)
        self._under = under
        self._enter = enter
        self._icon = ""
        self.setAccessibleName(f"{text}. {under}" if under else text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        wide = QSizePolicy.Policy.Expanding if enter else QSizePolicy.Policy.Fixed
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: do())

    def set_words(self, text: str, under: str) -> None:
        """Change the words and the line under them; does nothing where they are so already."""
        if (text, under) == (self.text(), self._under):
            return
        self.setText(text)
        self._under = under
        self.setAccessibleName(f"{text}. {under}" if under else text)
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show this icon in the place of the mark of a choice, "" for the mark again."""
        if icon != self._icon:
            self._icon = icon
            self.update()

    @property
    def icon_name(self) -> str:
        """Return the name of the icon that is shown."""
        return self._icon or ("circle-check" if self.isChecked() else "circle")

    def sizeHint(self) -> QSize:
        """Return room for the words; never lower than a finger needs."""
        width = paint.metrics(theme.font(theme.TEXT, 600)).horizontalAdvance(self.text()) + theme.px(66)
        return QSize(width, theme.px(68 if self._under else 44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, mark and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        width = theme.px(3) if chosen else 1
        rect = self.rect().adjusted(width // 2 + 1, width // 2 + 1, -width // 2 - 1, -width // 2 - 1)
        painter.setBrush(theme.colour("panel"))
        painter.setPen(QPen(theme.colour("accent" if chosen else "line"), width))
        painter.drawRoundedRect(rect, theme.RADIUS, theme.RADIUS)
        size = theme.px(18)
        left = rect.left() + theme.px(14)
        mark = theme.icon_pixmap(self.icon_name, theme.colour("accent" if chosen else "ink3"))
        painter.drawPixmap(left, rect.center().y() - size // 2, mark)
        left += size + theme.px(10)
        right = rect.right() - theme.px(14)
        if self._enter and chosen:
            cap = key_cap_size("Enter")
            right -= cap.width()
            paint_key_cap(painter, QRect(right, rect.center().y() - cap.height() // 2, *cap.toTuple()), "Enter")
            right -= theme.px(8)
        font = theme.font(theme.LARGE if self._under else theme.TEXT, 600)
        room = right - left
        if self._under:
            top = rect.top() + (rect.height() - theme.px(44)) // 2
            paint.text(painter, QRect(left, top, room, theme.px(24)), self.text(), font, theme.colour("ink"))
            under = QRect(left, top + theme.px(25), room, theme.px(20))
            paint.text(painter, under, self._under, theme.font(theme.TEXT, 400), theme.colour("ink2"))
        else:
            paint.text(painter, QRect(left, rect.top(), room, rect.height()), self.text(), font, theme.colour("ink"))
        painter.end()


class Choices(QWidget):
    """A list of large choices of which one is chosen, by the arrow keys or a finger."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_choices")
        self._name = name
        self._choices: list[Choice] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(theme.GRID))

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these (words, what they mean), the first one chosen."""
        for old in self._choices:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._choices = []
        for number, (text, under) in enumerate(choices):
            choice = Choice(f"{self._name}_{number}", text, partial(self._choose, number), under, enter=True)
            self._choices.append(choice)
            self._layout.addWidget(choice)
        self._choose(0)

    @property
    def chosen(self) -> int:
        """Return the number of the chosen one, -1 for none."""
        return next((n for n, choice in enumerate(self._choices) if choice.isChecked()), -1)

    def say_under(self, number: int, under: str) -> None:
        """Change the line under one of them; the chosen one stays."""
        choice = self._choices[number]
        choice.set_words(choice.text(), under)

    def step(self, steps: int) -> None:
        """Choose the one so many further."""
        self._choose(min(len(self._choices) - 1, max(0, self.chosen + steps)))

    def _choose(self, number: int) -> None:
        for n, choice in enumerate(self._choices):
            choice.setChecked(n == number)

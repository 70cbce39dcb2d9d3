"""Asks at which platform a new account is."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from picker_app.gui import theme
from picker_app.gui.keys import Command
from picker_app.gui.setup import choice_words
from picker_app.gui.widgets.choices import Choices

translate = QCoreApplication.translate


class PlatformsDesk:
    """`chosen` is called with the platform."""

    def __init__(self, chosen: Callable[[str], None]) -> None:
        self._chosen = chosen
        self.page = QWidget()
        self.page.setObjectName("platforms_page")
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        self.choices = Choices("platform")
        offers = [(choice_words.setup(title), choice_words.setup(help_)) for title, help_ in _PLATFORMS]
        self.choices.offer(offers)
        column.addWidget(self.choices)
        column.addStretch(1)

    @property
    def widget(self) -> QWidget:
        """Return the choices."""
        return self.page

    @property
    def acts(self) -> tuple[tuple[str, str, Command], ...]:
        """Return what can be done."""
        return (("platform_take", translate("Setup", "Take this platform"), Command.ENTER),)

    def begin(self) -> None:
        """Let the keys choose."""
        self.page.window().setFocus()

    def command(self, command: Command) -> bool:
        """Choose a platform."""
        if command in (Command.UP, Command.DOWN):
            self.choices.step(-1 if command is Command.UP else 1)
        elif command is Command.ENTER:
            self._chosen(list(choice_words.PLATFORMS)[max(0, self.choices.chosen)])
        else:
            return False
        return True

    def tick(self) -> None:
        """Nothing here runs with the time."""


_PLATFORMS = tuple(choice_words.PLATFORMS.values())

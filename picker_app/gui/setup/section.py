"""What the settings ask of one of their pages."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from picker_app.gui.keys import Command


class Desk(Protocol):
    """One page of the settings at work: it is made anew each time it is shown."""

    @property
    def widget(self) -> QWidget:
        """Return what is seen."""
        ...

    @property
    def acts(self) -> tuple[tuple[str, str, Command], ...]:
        """Return what can be done: object name, words, and the key; the first one stands out."""
        ...

    def begin(self) -> None:
        """Take the keyboard."""
        ...

    def command(self, command: Command) -> bool:
        """Do what a key asks for; False if it means nothing here."""
        ...

    def tick(self) -> None:
        """Show what is so now; called each second."""
        ...


@dataclass(frozen=True, slots=True)
class Section:
    """A page in the list of pages."""

    name: str
    word: str
    help: str

"""What the window asks of a workspace beside the orders."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from picker_app.devices.scanner import Scan
from picker_app.gui.keys import Command


class Work(Protocol):
    """What a workspace does with what comes to the window while it is seen."""

    def enter(self) -> None:
        """Show what is so now: the workspace was opened."""
        ...

    def changed(self, ids: frozenset[int]) -> None:
        """Show what changed."""
        ...

    def tick(self) -> None:
        """Let a second pass."""
        ...

    def command(self, command: Command) -> bool:
        """Do what a key asks for; False if it means nothing here (Esc then leads to the inbox)."""
        ...

    async def scan(self, scan: Scan) -> bool:
        """Use a scan; False if it is to be worked as in the inbox."""
        ...


@dataclass(frozen=True, slots=True)
class Workspace:
    """A page with its place in the rail: `name` is part of object names, `word` stands under the `icon`."""

    name: str
    icon: str
    word: str
    page: QWidget
    work: Work

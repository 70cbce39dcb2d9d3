"""The one way to tell the person something: a headline, a detail, a tone and a sound."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from picker_app.gui.theme import Tone


@dataclass(frozen=True, slots=True)
class Notice:
    """What the strip at the bottom says. `sound` is the name of a file in resources/sounds, "" for none."""

    headline: str
    detail: str = ""
    tone: Tone = Tone.IDLE
    icon: str = ""
    sound: str = ""
    key: str = ""


class Notices(QObject):
    """Carries notices to whoever shows them; the newest one stays until the next."""

    told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.newest: Notice | None = None

    def tell(self, notice: Notice) -> None:
        """Show a notice."""
        self.newest = notice
        self.told.emit(notice)

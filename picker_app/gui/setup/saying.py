"""What the pages of the settings say and start: results go to the strip, work to the window's one place for tasks."""

from collections.abc import Callable, Coroutine
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication

from picker_app.gui.notices import Notice
from picker_app.gui.tasks import Tasks
from picker_app.gui.telling import Telling
from picker_app.gui.theme import Tone
from picker_app.settings import Settings

translate = QCoreApplication.translate
Work = Callable[[], Coroutine[Any, Any, None]]


class Kept(Protocol):
    """Hears what the file says after it was written."""

    def __call__(self, written: Settings) -> None:
        """Take it."""
        ...


class Saying:
    """`kept` is called after each saving."""

    def __init__(self, tasks: Tasks, telling: Telling, kept: Kept) -> None:
        self._tasks = tasks
        self._telling = telling
        self._kept = kept

    def act(self, name: str, work: Work) -> None:
        """Do something after what is under way."""
        self._tasks.act(name, work)

    def beside(self, name: str, work: Work) -> None:
        """Look something up."""
        self._tasks.beside(name, work)

    def saved(self, written: Settings) -> None:
        """Say that it is saved, and when it holds."""
        self._kept(written)
        headline = translate("Setup", "Saved: it holds from the next start on")
        detail = translate("Setup", "starts the program again now")
        self._tell(Notice(headline, detail, Tone.GOOD, "check", "command", key="F9"))

    def unchanged(self) -> None:
        """Say that there is nothing to save."""
        self._tell(Notice(translate("Setup", "Nothing was changed"), tone=Tone.ACCENT, icon="check"))

    def wrong(self, words: str = "") -> None:
        """Say that something cannot be used; beside its field stands why."""
        detail = words or translate("Setup", "Look at what stands beside the field.")
        self._tell(Notice(translate("Setup", "Not saved"), detail, Tone.BAD, "cross", "wrong"))

    def not_written(self, error: OSError) -> None:
        """Say that the file cannot be written."""
        words = translate("Setup", "The file of the settings cannot be written: {words}")
        self.wrong(words.format(words=error.strerror or type(error).__name__))

    def ask(self, headline: str, detail: str, key: str) -> None:
        """Ask for the same key once more."""
        self._tell(Notice(headline, detail, Tone.ATTENTION, "help", "question", key=key))

    def say(self, headline: str, detail: str = "", tone: Tone = Tone.ACCENT, icon: str = "check") -> None:
        """Say something."""
        self._tell(Notice(headline, detail, tone, icon))

    def _tell(self, notice: Notice) -> None:
        self._telling.loudly(notice)

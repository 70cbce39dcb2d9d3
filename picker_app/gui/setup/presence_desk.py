"""Whether the program is there: with the computer's start, and after its window was closed."""

import asyncio

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from picker_app.gui.keys import Command
from picker_app.gui.setup.cabinet import Cabinet, Presence
from picker_app.gui.setup.entries import Entry
from picker_app.gui.setup.form import Form
from picker_app.gui.setup.saying import Saying
from picker_app.gui.setup.turner import Turner
from picker_app.gui.theme import Tone

translate = QCoreApplication.translate


class PresenceDesk:
    """Holds at once: none of it stands in the file of the settings."""

    def __init__(self, cabinet: Cabinet, presence: Presence, saying: Saying) -> None:
        self._cabinet = cabinet
        self._presence = presence
        self._saying = saying
        self.form = Form("presence_form")
        title = translate("Setup", "Start with the computer")
        offers = [("yes", translate("Setup", "Yes")), ("no", translate("Setup", "No"))]
        self._start = Turner("presence_start", title, offers)
        help_ = translate("Setup", "The program is there, with its window small, as soon as this user signs in.")
        if not presence.can_start_with_computer:
            help_ = translate("Setup", "The program does not know how to do that on this kind of computer.")
        entry = Entry("presence_start", title, help_, self._start)
        self.form.add("start", entry)
        if cabinet.training or not presence.can_start_with_computer:
            entry.lock()
        saying.beside("presence", self._show)

    @property
    def widget(self) -> QWidget:
        """Return the form."""
        return self.form

    @property
    def acts(self) -> tuple[tuple[str, str, Command], ...]:
        """Return what can be done."""
        if self._cabinet.training or not self._presence.can_start_with_computer:
            return ()
        return (("presence_save", translate("Setup", "Save"), Command.ENTER),)

    def begin(self) -> None:
        """Take the keyboard."""
        self.form.begin()

    def command(self, command: Command) -> bool:
        """Save."""
        if command is Command.ENTER and self.acts:
            self._saying.act("presence", self._save)
            return True
        return False

    def tick(self) -> None:
        """Nothing here runs with the time."""

    async def _show(self) -> None:
        on = await asyncio.to_thread(self._presence.starts_with_computer)
        self._start.choose("yes" if on else "no")

    async def _save(self) -> None:
        on = self._start.value == "yes"
        try:
            await asyncio.to_thread(self._presence.start_with_computer, on=on)
        except OSError as error:
            words = translate("Setup", "That could not be written: {words}")
            reason = words.format(words=error.strerror or type(error).__name__)
            self._saying.say(translate("Setup", "Not saved"), reason, Tone.BAD, "cross")
            return
        said = translate("Setup", "The program starts with the computer")
        self._saying.say(said if on else translate("Setup", "The program does not start with the computer"))

"""The settings of one account: looked at, tried, changed, added or taken out."""

import asyncio
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from picker_app.gui.keys import Command
from picker_app.gui.setup import choice_words
from picker_app.gui.setup.account_form import AccountForm, AccountPage
from picker_app.gui.setup.cabinet import Cabinet
from picker_app.gui.setup.round_words import said
from picker_app.gui.setup.saying import Saying
from picker_app.gui.setup.table_desk import STEPS
from picker_app.settings import Account, BadConfiguration
from picker_app.settings.writing import add_account, change_account, remove_account

translate = QCoreApplication.translate


class AccountDesk:
    """`account` is None for a new one; `done` is called with the name of the page to be shown afterwards."""

    def __init__(
        self, cabinet: Cabinet, platform: str, account: Account | None, saying: Saying, done: Callable[[str], None]
    ) -> None:
        self._cabinet = cabinet
        self._account = account
        self._saying = saying
        self._done = done
        self._asked = False
        values = account.model_dump() if account is not None else choice_words.ADDRESSES[platform]
        self.form = AccountForm(cabinet, platform, values, new=account is None)
        self._page = AccountPage(self.form)
        saying.beside("secrets kept", self.form.show_kept)

    @property
    def widget(self) -> QWidget:
        """Return the form."""
        return self._page

    @property
    def acts(self) -> tuple[tuple[str, str, Command], ...]:
        """Return what can be done."""
        tried = ("account_try", translate("Setup", "Try it"), Command.CHECK)
        if self._cabinet.training:
            return (tried,)
        save = ("settings_save", translate("Setup", "Save"), Command.ENTER)
        if self._account is None:
            return save, tried
        return save, tried, ("account_remove", translate("Setup", "Take out"), Command.CANCEL)

    def begin(self) -> None:
        """Take the keyboard."""
        self.form.begin()

    def command(self, command: Command) -> bool:
        """Step among the fields, try, save or take out."""
        asked, self._asked = self._asked, False
        if command in STEPS:
            self.form.step(STEPS[command])
        elif command is Command.CHECK:
            self._saying.beside("trial", self._try)
        elif self._cabinet.training:
            return False
        elif command is Command.ENTER:
            self._saying.act("save account", self._save)
        elif command is Command.CANCEL and self._account is not None:
            self._remove(asked=asked)
        else:
            return False
        return True

    def tick(self) -> None:
        """Nothing here runs with the time."""

    async def _try(self) -> None:
        await self.form.try_it()

    async def _save(self) -> None:
        if self.form.account() is None:
            self._saying.wrong()
            return
        file, name = self._cabinet.file, self.form.name
        try:
            if self._account is None:
                row = {"name": name, "platform": self.form.platform, **self.form.given()}
                written = await asyncio.to_thread(add_account, file, row)
            else:
                written = await asyncio.to_thread(change_account, file, name, self.form.values() or {})
        except BadConfiguration as error:
            own = {key.rpartition("].")[2]: words for key, words in error.faults if key.startswith(f"accounts[{name}]")}
            self.form.refuse(own)
            self._saying.wrong("" if own else said(error.words))
            return
        except LookupError:
            words = translate("Setup", "The account is no longer in the file of the settings.")
            self._saying.wrong(words)
            return
        except OSError as error:
            self._saying.not_written(error)
            return
        if await self.form.save_secrets():
            self._saying.saved(written)
            self._done(f"account {name}")

    def _remove(self, *, asked: bool) -> None:
        name = self.form.name
        if not asked:
            self._asked = True
            headline = translate("Setup", "Take {name} out of the settings?").format(name=name)
            self._saying.ask(
                headline, translate("Setup", "its orders stay; the same key again takes it out"), "Ctrl Del"
            )
            return

        async def run() -> None:
            try:
                written = await asyncio.to_thread(remove_account, self._cabinet.file, name)
            except BadConfiguration as error:
                self._saying.wrong(said(error.words))
            except LookupError as error:
                self._saying.wrong(str(error))
            except OSError as error:
                self._saying.not_written(error)
            else:
                self._saying.saved(written)
                self._done("")

        self._saying.act("take account out", run)

"""The catalogues of the accounts: how many products, read when, how far a reading is; read anew, and stopped."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from picker_app.catalog.importer import Renewal
from picker_app.gui.formats import Formats
from picker_app.gui.keys import Command
from picker_app.gui.setup import catalogue_words
from picker_app.gui.setup.cabinet import Catalogues
from picker_app.gui.setup.form import Form
from picker_app.gui.setup.saying import Saying
from picker_app.gui.setup.standing import Standing
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.choices import Choices

translate = QCoreApplication.translate


class CataloguePage(Form):
    """How the chosen catalogue stands above, the accounts with theirs below."""

    def __init__(self) -> None:
        super().__init__("catalogue_page")
        self.standing = Standing("catalogue")
        self.put(self.standing)
        self.accounts = Choices("catalogue")
        self.put(self.accounts)


class CatalogueDesk:
    """Up and Down choose an account; F5 or Enter reads its catalogue anew, F3 stops that."""

    def __init__(self, catalogues: Catalogues, saying: Saying, formats: Formats, clock: Callable[[], datetime]) -> None:
        self._catalogues = catalogues
        self._saying = saying
        self._formats = formats
        self._clock = clock
        self._accounts = tuple(catalogues.state())
        self.page = CataloguePage()
        self.page.accounts.offer([(account, " ") for account in self._accounts])
        self.tick()

    @property
    def widget(self) -> QWidget:
        """Return the page."""
        return self.page

    @property
    def acts(self) -> tuple[tuple[str, str, Command], ...]:
        """Return what can be done: a reading can be stopped only while it runs."""
        if self._chosen().running:
            return (("catalogue_stop", translate("Catalogue", "Stop"), Command.NOT_FOUND),)
        return (("catalogue_renew", translate("Catalogue", "Read it anew"), Command.CHECK),)

    def begin(self) -> None:
        """Let the keys choose an account."""
        self.page.window().setFocus()

    def command(self, command: Command) -> bool:
        """Choose an account, read its catalogue anew, or stop that."""
        if command in (Command.UP, Command.DOWN):
            self.page.accounts.step(-1 if command is Command.UP else 1)
            row = self.page.accounts.findChild(QWidget, f"catalogue_{self.page.accounts.chosen}")
            if row is not None:
                self.page.ensureWidgetVisible(row)
        elif command in (Command.CHECK, Command.ENTER):
            self._renew()
        elif command is Command.NOT_FOUND:
            self._stop()
        else:
            return False
        self.tick()
        return True

    def tick(self) -> None:
        """Show how the catalogues stand now."""
        now, formats, page = self._clock(), self._formats, self.page
        state = self._catalogues.state()
        for number, account in enumerate(self._accounts):
            page.accounts.say_under(number, catalogue_words.figures(state[account], now, formats))
        chosen = self._chosen()
        page.standing.tell(
            catalogue_words.mark(chosen), catalogue_words.title(chosen), catalogue_words.advice(chosen, now, formats)
        )

    def _chosen(self) -> Renewal:
        return self._catalogues.state()[self._accounts[max(0, self.page.accounts.chosen)]]

    def _renew(self) -> None:
        chosen = self._chosen()
        if chosen.running:
            self._saying.say(translate("Catalogue", "It is being read already"), chosen.account, icon="clock")
            return
        self._catalogues.renew(chosen.account)
        self._saying.say(translate("Catalogue", "The catalogue is read anew"), chosen.account, icon="send")

    def _stop(self) -> None:
        chosen = self._chosen()
        if not chosen.running:
            self._saying.say(translate("Catalogue", "Nothing is being read"), chosen.account, Tone.ATTENTION, "clock")
            return
        self._catalogues.stop(chosen.account)
        self._saying.say(translate("Catalogue", "Stopped: what was read stays"), chosen.account, icon="minus")

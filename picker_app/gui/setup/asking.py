"""The questions of the first-run assistant: one of several, a form, an account that is tried, a webhook's address."""

import asyncio
import secrets as random
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from picker_app.gui import theme
from picker_app.gui.keys import Command
from picker_app.gui.setup import choice_words
from picker_app.gui.setup.account_form import AccountForm, AccountPage
from picker_app.gui.setup.cabinet import Cabinet
from picker_app.gui.setup.round_words import said
from picker_app.gui.setup.table_desk import STEPS, TableForm
from picker_app.gui.tasks import Tasks
from picker_app.gui.widgets.choices import Choices
from picker_app.gui.widgets.labels import label, set_text
from picker_app.gui.widgets.qr import QrCode
from picker_app.intake import far_end
from picker_app.settings import TUNNEL, NoKeyring
from picker_app.settings.writing import Value

translate = QCoreApplication.translate
Acts = tuple[tuple[str, str, Command], ...]


def _go_on() -> tuple[str, str, Command]:
    return "assistant_next", translate("Assistant", "Go on"), Command.ENTER


class ChoiceQuestion:
    """One of several; `take` is called with the number of the chosen one."""

    def __init__(self, offers: Sequence[tuple[str, str]], take: Callable[[int], None], chosen: int = 0) -> None:
        self._take = take
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        self.choices = Choices("assistant")
        self.choices.offer(offers)
        self.choices.step(chosen)
        column.addWidget(self.choices)
        column.addStretch(1)

    @property
    def widget(self) -> QWidget:
        """Return the choices."""
        return self._page

    @property
    def acts(self) -> Acts:
        """Return what can be done."""
        return (_go_on(),)

    def begin(self) -> None:
        """Let the keys choose."""
        self._page.window().setFocus()

    def command(self, command: Command) -> bool:
        """Choose, or go on."""
        if command in STEPS:
            self.choices.step(STEPS[command])
        elif command is Command.ENTER:
            self._take(max(0, self.choices.chosen))
        else:
            return False
        return True

    def tick(self) -> None:
        """Nothing here runs with the time."""


class FormQuestion:
    """Keys of the settings; `take` is called with their values by table and key once all can be read."""

    def __init__(self, form: TableForm, tasks: Tasks, take: Callable[[TableForm], None]) -> None:
        self.form = form
        self._take = take
        tasks.beside("secrets kept", form.show_kept)

    @property
    def widget(self) -> QWidget:
        """Return the form."""
        return self.form

    @property
    def acts(self) -> Acts:
        """Return what can be done."""
        return (_go_on(),)

    def begin(self) -> None:
        """Take the keyboard."""
        self.form.begin()

    def command(self, command: Command) -> bool:
        """Step among the fields, or go on."""
        if command in STEPS:
            self.form.step(STEPS[command])
        elif command is Command.ENTER:
            self._take(self.form)
        else:
            return False
        return True

    def tick(self) -> None:
        """Nothing here runs with the time."""


class AccountQuestion:
    """An account: Enter tries it and goes on where the platform lets us in; F9 goes on without that."""

    def __init__(self, cabinet: Cabinet, platform: str, tasks: Tasks, take: Callable[[dict[str, Value]], None]) -> None:
        self._cabinet = cabinet
        self._tasks = tasks
        self._take = take
        self._trying = False
        self.form = AccountForm(cabinet, platform, choice_words.ADDRESSES[platform], brief=True)
        self._page = AccountPage(self.form)

    @property
    def widget(self) -> QWidget:
        """Return the form."""
        return self._page

    @property
    def acts(self) -> Acts:
        """Return what can be done."""
        return (
            ("account_try", translate("Assistant", "Try it and go on"), Command.ENTER),
            ("account_later", translate("Assistant", "Go on without trying"), Command.FINISH),
        )

    def begin(self) -> None:
        """Take the keyboard."""
        self.form.begin()

    def command(self, command: Command) -> bool:
        """Step among the fields, try, or go on."""
        if command in STEPS:
            self.form.step(STEPS[command])
        elif command in (Command.ENTER, Command.CHECK):
            self._tasks.act("trial", self._try)
        elif command is Command.FINISH:
            self._tasks.act("account", lambda: self._keep(hold=True))
        else:
            return False
        return True

    def tick(self) -> None:
        """Nothing here runs with the time."""

    async def _try(self) -> None:
        if await self.form.try_it():
            await self._keep(hold=False)

    async def _keep(self, *, hold: bool) -> None:
        """Keep the secrets and take the account; `hold`: where there is no keyring, until the program ends."""
        if self.form.account() is None:
            return
        typed = self.form.secrets()
        if not await self.form.save_secrets():
            if not hold:
                return
            for key, value in typed.items():
                self._cabinet.secrets.hold(self.form.name, key.removeprefix("secret "), value)
        self._take({"name": self.form.name, "platform": self.form.platform, **self.form.given()})


class WebhookQuestion:
    """The exact address of each webhook with its QR code, and its secret, which is made here and shown this once."""

    def __init__(
        self, cabinet: Cabinet, public_url: str, accounts: Sequence[str], tasks: Tasks, take: Callable[[], None]
    ) -> None:
        self._cabinet = cabinet
        self._tasks = tasks
        self._accounts = tuple(accounts)
        self._addresses = tuple(far_end.address(public_url, name) if public_url else "" for name in accounts)
        self._take = take
        self._made: dict[str, str] = {}
        self._trouble = ""
        self._page = QWidget()
        row = QHBoxLayout(self._page)
        row.setContentsMargins(0, 0, theme.px(8), 0)
        row.setSpacing(theme.px(20))
        left = QVBoxLayout()
        left.setSpacing(theme.px(10))
        self.choices = Choices("webhook")
        unknown = translate("Assistant", "Known once the program runs: Settings, Way in")
        self.choices.offer([(url or unknown, name) for url, name in zip(self._addresses, self._accounts, strict=True)])
        left.addWidget(self.choices)
        left.addWidget(label("webhook_secret_title", translate("Assistant", "Secret of the webhook"), weight=600))
        self.secret = label("webhook_secret", size=theme.LARGE, wrap=True)
        self.secret.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        left.addWidget(self.secret)
        self._hint = label("webhook_secret_hint", ink=2, wrap=True)
        left.addWidget(self._hint)
        left.addStretch(1)
        row.addLayout(left, 1)
        self.code = QrCode("webhook_code")
        row.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        tasks.act("webhook secrets", self._make_missing)

    @property
    def widget(self) -> QWidget:
        """Return the page."""
        return self._page

    @property
    def acts(self) -> Acts:
        """Return what can be done."""
        return (
            _go_on(),
            ("webhook_copy", translate("Assistant", "Copy the address"), Command.AMOUNT),
            ("webhook_copy_secret", translate("Assistant", "Copy the secret"), Command.NOT_FOUND),
            ("webhook_new_secret", translate("Assistant", "Make a new secret"), Command.REPLACE),
        )

    def begin(self) -> None:
        """Let the keys choose an account."""
        self._page.window().setFocus()

    def command(self, command: Command) -> bool:
        """Choose an account, copy, make a new secret, or go on."""
        name = self._accounts[max(0, self.choices.chosen)]
        if command in STEPS:
            self.choices.step(STEPS[command])
            self._show()
        elif command is Command.AMOUNT:
            QGuiApplication.clipboard().setText(self._addresses[max(0, self.choices.chosen)])
        elif command is Command.NOT_FOUND and name in self._made:
            QGuiApplication.clipboard().setText(self._made[name])
        elif command is Command.REPLACE:
            self._tasks.act("webhook secret", lambda: self._make(name))
        elif command is Command.ENTER:
            self._take()
        else:
            return False
        return True

    def tick(self) -> None:
        """Nothing here runs with the time."""

    async def _make_missing(self) -> None:
        for name in self._accounts:
            if not await asyncio.to_thread(self._cabinet.secrets.get, name, "webhook_secret"):
                await self._make(name)
        self._show()

    async def _make(self, name: str) -> None:
        made = random.token_urlsafe(24)
        try:
            await asyncio.to_thread(self._cabinet.secrets.save, name, "webhook_secret", made)
            self._trouble = ""
        except NoKeyring as error:
            self._cabinet.secrets.hold(name, "webhook_secret", made)
            self._trouble = said(error.words)
        self._made[name] = made
        self._show()

    def _show(self) -> None:
        number = max(0, self.choices.chosen)
        name = self._accounts[number]
        self.code.show_text(self._addresses[number])
        set_text(self.secret, self._made.get(name, "•" * 12))
        shown = translate("Assistant", "Enter it at the platform beside the address. It is shown this once only.")
        kept = translate("Assistant", "A secret is saved already, and is not shown again.")
        set_text(self._hint, self._trouble or (shown if name in self._made else kept))


async def save_token(form: TableForm, cabinet: Cabinet) -> bool:
    """Save the token of the tunnel; where there is no keyring it is held until the program ends: False then."""
    typed = form.secrets()
    if await form.save_secrets():
        return True
    for key, value in typed.items():
        cabinet.secrets.hold(TUNNEL, key.removeprefix("secret "), value)
    return False

"""The form of one account: its keys, its secrets, and a trial that signs in for real."""

import asyncio
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from picker_app.gui import theme
from picker_app.gui.setup import choice_words, trial_words
from picker_app.gui.setup.cabinet import Cabinet
from picker_app.gui.setup.entries import KeyEntry, SecretEntry
from picker_app.gui.setup.form import Form
from picker_app.gui.setup.round_words import said
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.labels import Pill, label, set_text
from picker_app.gui.widgets.paint import Mark
from picker_app.settings import (
    SECRETS,
    Account,
    BadConfiguration,
    NoKeyring,
    Secrets,
    described,
    parse,
    variable,
)
from picker_app.settings.secrets import overridden
from picker_app.settings.writing import Value

translate = QCoreApplication.translate
_LATER = {"delivery_hero": ("api_token", "webhook_secret")}
"""Secrets that a first account does not begin with."""
_BESIDE = ("client_id",)
"""Keys without which an account may stand in the file, and hardly ever does."""


class AccountForm(Form):
    """`brief`: only what a first account needs. The name of an account that is there already cannot be changed."""

    def __init__(
        self, cabinet: Cabinet, platform: str, values: Mapping[str, object], *, brief: bool = False, new: bool = True
    ) -> None:
        super().__init__("account_form")
        self._cabinet = cabinet
        self._new = new
        self.platform = platform
        self.put(label("account_where", choice_words.setup(choice_words.WHERE[platform]), ink=2, wrap=True))
        for key in described.accounts()[platform]:
            if brief and not key.required and key.name not in _BESIDE:
                continue
            said = partial(choice_words.choice, key.name)
            entry = KeyEntry(f"account_{key.name}", key, values.get(key.name, key.default), said)
            if key.name == "name" and not new:
                entry.lock()
            self.add(key.name, entry)
        later = _LATER.get(platform, ()) if brief else ()
        for name in SECRETS[platform]:
            if name not in later:
                title, help_ = map(choice_words.setup, choice_words.SECRETS[name])
                self.add(f"secret {name}", SecretEntry(f"account_{name}", title, help_))
        self.trial = Trial()
        if cabinet.training:
            self.lock()

    @property
    def name(self) -> str:
        """Return the name of the account as it stands in its field."""
        entry = self.entries["name"]
        return entry.text if isinstance(entry, KeyEntry) else ""

    def account(self) -> Account | None:
        """Return what is entered as an account; None where something is wrong: it is said beside its field."""
        values = self.values(changed=False)
        if values is None:
            return None
        given = {key: value for key, value in values.items() if value is not None}
        try:
            return parse({"accounts": [{**given, "platform": self.platform}]}, "").accounts[0]
        except BadConfiguration as error:
            self.refuse({key.rpartition("].")[2]: words for key, words in error.faults})
            return None

    def given(self) -> dict[str, Value]:
        """Return the values that differ from what holds without them."""
        defaults = {key.name: key.default for key in described.accounts()[self.platform]}
        values = self.values(changed=False) or {}
        return {name: value for name, value in values.items() if value not in (None, defaults[name])}

    async def show_kept(self) -> None:
        """Say beside each secret where it is kept already. Waits for the keyring."""
        if self._new and not self.name:
            return
        for name in SECRETS[self.platform]:
            entry = self.entries.get(f"secret {name}")
            if isinstance(entry, SecretEntry):
                await show_kept(entry, self._cabinet.secrets, self.name, name)

    async def try_it(self) -> bool:
        """Sign in with what is entered, or kept already; says whether the platform let us in."""
        account = self.account()
        if account is None:
            self.trial.clear()
            return False
        typed = self.secrets()
        self.trial.begin()
        secrets = {}
        for name in SECRETS[self.platform]:
            kept = await asyncio.to_thread(self._cabinet.secrets.get, account.name, name)
            secrets[name] = typed.get(f"secret {name}") or kept or ""
        code, words = await self._cabinet.try_account(account, secrets)
        self.trial.show_result(code, words)
        return not code

    async def save_secrets(self) -> bool:
        """Save what was typed in the keyring; says whether all of it is there."""
        return await save_secrets(self, self._cabinet.secrets, self.name)


class AccountPage(QWidget):
    """The form, and under it what its trial came to, which is always seen."""

    def __init__(self, form: AccountForm) -> None:
        super().__init__()
        self.setObjectName("account_page")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(theme.GRID))
        column.addWidget(form, 1)
        column.addWidget(form.trial)


class Trial(QWidget):
    """What the trial of an account came to."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("trial")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(2), 0, theme.px(8), 0)
        row.setSpacing(theme.px(14))
        self._pill = Pill("trial_result", least=220)
        row.addWidget(self._pill)
        self._words = label("trial_words", wrap=True)
        row.addWidget(self._words, 1)
        self.hide()

    def begin(self) -> None:
        """Say that the platform is asked."""
        self._pill.set_mark(Mark("send", translate("Trial", "Asking the platform"), Tone.ACCENT))
        set_text(self._words, "")
        self.show()

    def show_result(self, code: str, words: str) -> None:
        """Say what came of it."""
        self._pill.set_mark(trial_words.mark(code))
        set_text(self._words, trial_words.advice(code, words))
        self.show()

    def clear(self) -> None:
        """Say nothing."""
        self.hide()


async def show_kept(entry: SecretEntry, secrets: Secrets, account: str, name: str) -> None:
    """Say beside a secret where it is kept already. Waits for the keyring."""
    saved = await asyncio.to_thread(secrets.get, account, name)
    above = variable(account, name) if overridden(account, name) else ""
    entry.show_kept(choice_words.kept(overridden=above, saved=bool(saved)))


async def save_secrets(form: Form, secrets: Secrets, account: str) -> bool:
    """Save what was typed in the keyring, and forget it here; says whether all of it is there."""
    whole = True
    for key, value in form.secrets().items():
        entry = form.entries[key]
        name = key.removeprefix("secret ")
        try:
            await asyncio.to_thread(secrets.save, account, name, value)
        except NoKeyring as error:
            entry.say(said(error.words))
            form.ensureWidgetVisible(entry, 0, theme.px(40))
            whole = False
            continue
        if isinstance(entry, SecretEntry):
            entry.empty()
            await show_kept(entry, secrets, account, name)
    return whole

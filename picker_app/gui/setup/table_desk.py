"""The settings of one or more tables of the file, as a form that is checked and written."""

import asyncio
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from picker_app.gui.keys import Command
from picker_app.gui.setup import choice_words
from picker_app.gui.setup.account_form import save_secrets, show_kept
from picker_app.gui.setup.cabinet import Cabinet
from picker_app.gui.setup.entries import KeyEntry, SecretEntry
from picker_app.gui.setup.form import Form
from picker_app.gui.setup.round_words import said
from picker_app.gui.setup.saying import Saying
from picker_app.settings import TUNNEL, TUNNEL_SECRETS, BadConfiguration, Settings, TunnelKind, described
from picker_app.settings.writing import Value, change

translate = QCoreApplication.translate
STEPS = {Command.UP: -1, Command.DOWN: 1, Command.PAGE_UP: -4, Command.PAGE_DOWN: 4}


class TableForm(Form):
    """The keys of tables, by `table.key`; those of the tunnel only as far as they mean something for its kind."""

    def __init__(
        self, cabinet: Cabinet, tables: Sequence[str], chosen: Settings, only: Sequence[str] = (), *, kind: str = ""
    ) -> None:
        super().__init__("table_form")
        self._cabinet = cabinet
        self._kind = kind or chosen.tunnel.kind
        self._tokens: dict[TunnelKind, SecretEntry] = {}
        for table in described.tables():
            if table.name not in tables:
                continue
            values = getattr(chosen, table.name) if table.name else chosen
            for key in table.keys:
                name = f"{table.name}.{key.name}".lstrip(".")
                if only and name not in only:
                    continue
                said = partial(choice_words.choice, key.name)
                self.add(name, KeyEntry(f"set_{name.replace('.', '_')}", key, getattr(values, key.name), said))
            if table.name == "tunnel":
                self._add_tokens()
        if cabinet.training:
            self.lock()
        self._look_at_kind()

    def _add_tokens(self) -> None:
        for kind, name in TUNNEL_SECRETS.items():
            title, help_ = map(choice_words.setup, choice_words.SECRETS[name])
            entry = SecretEntry(f"set_{name}", title, help_)
            self._tokens[kind] = entry
            self.add(f"secret {name}", entry)
        kind_entry = self.entries.get("tunnel.kind")
        if kind_entry is not None and hasattr(kind_entry.field, "turned"):
            kind_entry.field.turned.connect(self._look_at_kind)

    def _look_at_kind(self) -> None:
        """Show what means something for the kind of tunnel that is chosen."""
        entry = self.entries.get("tunnel.kind")
        kind = entry.text if isinstance(entry, KeyEntry) else self._kind
        for name, one in self.entries.items():
            table, _, key = name.partition(".")
            if table == "tunnel" and key != "kind":
                one.setVisible(key in choice_words.TUNNEL_KEYS[kind])
        for token_kind, token in self._tokens.items():
            token.setVisible(token_kind == kind)

    async def show_kept(self) -> None:
        """Say beside the token of the tunnel whether it is kept. Waits for the keyring."""
        for kind, entry in self._tokens.items():
            if not entry.isHidden():
                await show_kept(entry, self._cabinet.secrets, TUNNEL, TUNNEL_SECRETS[kind])

    def rows_to_write(self) -> dict[tuple[str, str], Value] | None:
        """Return what was changed, by table and key; None where something cannot be read."""
        values = self.values()
        if values is None:
            return None
        return {(name.rpartition(".")[0], name.rpartition(".")[2]): value for name, value in values.items()}

    async def save_secrets(self) -> bool:
        """Save the token that was typed; says whether it is there."""
        return await save_secrets(self, self._cabinet.secrets, TUNNEL)


class TableDesk:
    """Shows tables of the file, and writes what was changed."""

    def __init__(self, cabinet: Cabinet, tables: Sequence[str], chosen: Settings, saying: Saying) -> None:
        self._cabinet = cabinet
        self._saying = saying
        self.form = TableForm(cabinet, tables, chosen)
        saying.beside("secrets kept", self.form.show_kept)

    @property
    def widget(self) -> QWidget:
        """Return the form."""
        return self.form

    @property
    def acts(self) -> tuple[tuple[str, str, Command], ...]:
        """Return what can be done."""
        return () if self._cabinet.training else (("settings_save", translate("Setup", "Save"), Command.ENTER),)

    def begin(self) -> None:
        """Take the keyboard."""
        self.form.begin()

    def command(self, command: Command) -> bool:
        """Step among the fields, or save."""
        if command in STEPS:
            self.form.step(STEPS[command])
        elif command is Command.ENTER and not self._cabinet.training:
            self._saying.act("save settings", self._save)
        else:
            return False
        return True

    def tick(self) -> None:
        """Nothing here runs with the time."""

    async def _save(self) -> None:
        values = self.form.rows_to_write()
        if values is None:
            self._saying.wrong()
            return
        typed = bool(self.form.secrets())
        if not values and not typed:
            self._saying.unchanged()
            return
        try:
            written = await asyncio.to_thread(change, self._cabinet.file, values)
        except BadConfiguration as error:
            self.refuse(dict(error.faults), said(error.words))
            return
        except OSError as error:
            self._saying.not_written(error)
            return
        if await self.form.save_secrets():
            self._saying.saved(written)

    def refuse(self, faults: Mapping[str, str], words: str) -> None:
        """Say what cannot be used: beside its field, or, where that is not here, in the strip."""
        elsewhere = self.form.refuse(faults)
        self._saying.wrong(words if elsewhere or not faults else "")

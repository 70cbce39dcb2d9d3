"""The first-run assistant: a window that asks for language, shop, platforms, tunnel and webhook, one after another."""

from dataclasses import replace
from pathlib import Path
from zoneinfo import available_timezones

from PySide6.QtCore import QCoreApplication, QTimeZone, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from picker_app.gui import language, theme
from picker_app.gui.keys import Command, command_of
from picker_app.gui.notices import Notice, Notices
from picker_app.gui.setup import choice_words
from picker_app.gui.setup import draft as drafts
from picker_app.gui.setup.asking import AccountQuestion, ChoiceQuestion, FormQuestion, WebhookQuestion, save_token
from picker_app.gui.setup.cabinet import Cabinet
from picker_app.gui.setup.draft import Draft
from picker_app.gui.setup.entries import KeyEntry
from picker_app.gui.setup.round_words import said
from picker_app.gui.setup.section import Desk, Section
from picker_app.gui.setup.settings_page import SettingsPage
from picker_app.gui.setup.table_desk import TableForm
from picker_app.gui.tasks import Tasks
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.labels import column, label, set_text, set_tone
from picker_app.settings import BadConfiguration, described, parse
from picker_app.settings.writing import Value

translate = QCoreApplication.translate
START, TRAINING = "start", "training"
_HERO = "delivery_hero"


class Assistant(QMainWindow):
    """`closed` is emitted when it is over; `outcome` is START or TRAINING then, or "" where it was left.

    What was answered is kept at each step, and a later run goes on there.
    """

    closed = Signal()

    def __init__(self, cabinet: Cabinet, folder: Path, application: QApplication, speak: str) -> None:
        super().__init__()
        self.setObjectName("assistant")
        self.setWindowTitle("Picker")
        self.setWindowIcon(theme.icon("store", "accent"))
        self._cabinet = cabinet
        self._folder = folder
        self._application = application
        self.outcome = ""
        self.draft = drafts.load(folder) or Draft(language=speak, store={"time_zone": _zone_of_the_system()})
        self.notices = Notices(self)
        self.notices.told.connect(self._told)
        self.tasks = Tasks(self.notices)
        self._desk: Desk | None = None
        self._over = False
        self.resize(theme.px(1366), theme.px(768))
        self.setMinimumSize(960, 600)
        self._build()

    def _build(self) -> None:
        language.speak(self._application, self.draft.language)
        ground = QWidget()
        ground.setObjectName("ground")
        layout = column(ground, margin=0, gap=0)
        self.page = SettingsPage(self._go_to, self._command, back=translate("Assistant", "one step back"), steps=True)
        layout.addWidget(self.page, 1)
        self._words = label("assistant_words", size=theme.LARGE, weight=600, wrap=True)
        self._words.setContentsMargins(theme.px(22), 0, theme.px(22), theme.px(12))
        layout.addWidget(self._words)
        self.setCentralWidget(ground)
        ground.show()
        self._show()

    # The steps.

    def _sections(self) -> tuple[Section, ...]:
        def step(name: str, word: str, help_: str) -> Section:
            return Section(name, word, help_)

        heroes = bool(self._heroes())
        found = [
            step("language", translate("Assistant", "Language"), translate("Assistant", "Choose the language.")),
            step(
                "shop",
                translate("Assistant", "Shop"),
                translate("Assistant", "How is the shop called, and where is it?"),
            ),
            step(
                "platforms",
                translate("Assistant", "Platforms"),
                translate("Assistant", "Where do your orders come from? Each account is tried before it is saved."),
            ),
        ]
        if heroes:
            found += [
                step(
                    "tunnel",
                    translate("Assistant", "Tunnel"),
                    translate("Assistant", "What brings the platform's calls from the internet to this computer?"),
                ),
                step(
                    "webhook",
                    translate("Assistant", "Webhook"),
                    translate("Assistant", "Enter exactly this address, and its secret, in the Partner Portal."),
                ),
            ]
        done = translate("Assistant", "Everything can be changed later in the settings.")
        return (*found, step("end", translate("Assistant", "Ready"), done))

    def _show(self) -> None:
        """Show the step of the draft."""
        sections = self._sections()
        base = self.draft.step.partition(" ")[0]
        number = next((n for n, one in enumerate(sections) if one.name == base), 0)
        self.page.show_sections(sections, number)
        self._desk = self._made(self.draft.step)
        self.page.show_desk(sections[number], self._desk)
        self.page.show_acts(self._desk.acts, inside=True, again=False)
        self._say("")
        self._desk.begin()

    def _made(self, step: str) -> Desk:
        draft, tasks = self.draft, self.tasks
        base, _, more = step.partition(" ")
        if base == "shop":
            only = ("store.name", "store.time_zone")
            form = TableForm(self._with_draft(), ("store",), draft.settings(), only)
            name = form.entries["store.name"]
            if "name" not in draft.store and isinstance(name, KeyEntry):
                name.offer(translate("Assistant", "My shop"))
            return FormQuestion(form, tasks, self._take_shop)
        if base == "platforms" and more:
            return AccountQuestion(self._cabinet, more, tasks, self._take_account)
        if base == "platforms":
            return self._platforms()
        if base == "tunnel" and more:
            keys = tuple(f"tunnel.{key}" for key in choice_words.TUNNEL_KEYS[more])
            form = TableForm(self._with_draft(), ("tunnel",), draft.settings(), keys, kind=more)
            return FormQuestion(form, tasks, self._take_tunnel)
        if base == "tunnel":
            kinds = list(choice_words.TUNNELS)
            offers = [
                (choice_words.setup(word), choice_words.setup(help_)) for word, help_ in choice_words.TUNNELS.values()
            ]
            chosen = kinds.index(str(draft.tunnel.get("kind", "cloudflared")))
            return ChoiceQuestion(offers, lambda number: self._take_kind(kinds[number]), chosen)
        if base == "webhook":
            url = str(draft.tunnel.get("public_url", ""))
            return WebhookQuestion(
                self._cabinet, url, self._heroes(), tasks, lambda: self._go(replace(draft, step="end"))
            )
        if base == "end":
            return self._end()
        languages = next(key for key in described.tables()[0].keys if key.name == "language").choices
        offers = [(choice_words.choice("language", one), "") for one in languages]
        return ChoiceQuestion(
            offers, lambda number: self._take_language(languages[number]), languages.index(draft.language)
        )

    def _platforms(self) -> Desk:
        draft = self.draft
        names = ", ".join(str(one["name"]) for one in draft.accounts)
        ready = translate("Assistant", "Go on with {names}").format(names=names)
        later = translate("Assistant", "Later: first look at the program")
        onward = (ready if names else later, translate("Assistant", "More accounts can be added in the settings."))
        platforms = [
            (choice_words.setup(word), choice_words.setup(help_)) for word, help_ in choice_words.PLATFORMS.values()
        ]
        offers = [onward, *platforms] if names else [*platforms, onward]

        def take(number: int) -> None:
            place = number - 1 if names else number
            if 0 <= place < len(platforms):
                self._go(replace(draft, step=f"platforms {list(choice_words.PLATFORMS)[place]}"))
            else:
                self._go(replace(draft, step="tunnel" if self._heroes() else "end"))

        return ChoiceQuestion(offers, take)

    def _end(self) -> Desk:
        offers = [
            (
                translate("Assistant", "Start the program"),
                translate("Assistant", "It connects to the platforms, and orders come."),
            ),
            (
                translate("Assistant", "Practise first"),
                translate("Assistant", "Orders that are not real, from a platform inside this computer."),
            ),
        ]
        return ChoiceQuestion(offers, lambda number: self._finish(TRAINING if number else START))

    # What was answered.

    def _take_language(self, chosen: str) -> None:
        self._keep(replace(self.draft, language=chosen, step="shop"))
        self._build()

    def _take_shop(self, form: TableForm) -> None:
        table = self._checked(form, "store", {})
        if table is not None:
            self._go(replace(self.draft, store=table, step="platforms"))

    def _take_account(self, account: dict[str, Value]) -> None:
        self._go(replace(self.draft.with_account(account), step="platforms"))

    def _take_kind(self, kind: str) -> None:
        tunnel = {**self.draft.tunnel, "kind": kind}
        self._go(replace(self.draft, tunnel=tunnel, step=f"tunnel {kind}" if kind else "webhook"))

    def _take_tunnel(self, form: TableForm) -> None:
        table = self._checked(form, "tunnel", {"kind": self.draft.tunnel["kind"]})
        if table is None:
            return

        async def run() -> None:
            kept = await save_token(form, self._cabinet)
            self._go(replace(self.draft, tunnel=table, step="webhook"))
            if not kept:
                self._say(translate("Assistant", "The token is kept only until the program ends: there is no keyring."))

        self.tasks.act("tunnel", run)

    def _checked(self, form: TableForm, table: str, more: dict[str, Value]) -> dict[str, Value] | None:
        """Return what is entered in the form of a table; None where something is wrong: it is said beside its field."""
        values = form.values(changed=False)
        if values is None:
            return None
        entered = {name.rpartition(".")[2]: value for name, value in values.items() if value not in (None, "")}
        try:
            parse({table: {**more, **entered}}, "")
        except BadConfiguration as error:
            form.refuse(dict(error.faults))
            return None
        return {**more, **entered}

    def _finish(self, outcome: str) -> None:
        try:
            self._cabinet.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.draft.write(self._cabinet.file)
            drafts.forget(self._folder)
        except BadConfiguration as error:
            self._say(said(error.words))
            return
        except OSError as error:
            words = translate("Assistant", "The settings cannot be written: {words}")
            self._say(words.format(words=error.strerror or type(error).__name__))
            return
        self.outcome = outcome
        self.close()

    # Between the steps.

    def _go(self, draft: Draft) -> None:
        self._keep(draft)
        self._show()

    def _keep(self, draft: Draft) -> None:
        self.draft = draft
        try:
            draft.save(self._folder)
        except OSError as error:
            words = translate("Assistant", "The answers cannot be kept: {words}")
            self._say(words.format(words=error.strerror or type(error).__name__))

    def _go_to(self, number: int) -> None:
        """Go back to a step by a click; one that comes later is not reached so."""
        names = [one.name for one in self._sections()]
        if number <= names.index(self.draft.step.partition(" ")[0]):
            self._go(replace(self.draft, step=names[number]))

    def _back(self) -> None:
        base, _, more = self.draft.step.partition(" ")
        names = [one.name for one in self._sections()]
        before = base if more else names[max(0, names.index(base) - 1)]
        self._go(replace(self.draft, step=before))

    def _command(self, command: Command) -> None:
        def run() -> None:
            if command is Command.BACK:
                self._back()
            elif self._desk is not None:
                self._desk.command(command)

        self.tasks.soon(run)

    def _heroes(self) -> tuple[str, ...]:
        return tuple(str(one["name"]) for one in self.draft.accounts if one["platform"] == _HERO)

    def _with_draft(self) -> Cabinet:
        return replace(self._cabinet, chosen=self.draft.settings())

    def _told(self, notice: Notice) -> None:
        self._say(" ".join(part for part in (notice.headline, notice.detail) if part))

    def _say(self, words: str) -> None:
        set_text(self._words, words)
        set_tone(self._words, Tone.BAD if words else None)
        self._words.setVisible(bool(words))

    # The window.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take every key that no field wanted."""
        command = command_of(event)
        if command is not None:
            self._command(command)
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that it is over."""
        super().closeEvent(event)
        if not self._over:
            self._over = True
            self.closed.emit()

    async def shut(self) -> None:
        """End what is under way, and close."""
        await self.tasks.close()
        self.close()


def _zone_of_the_system() -> str:
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "ignore")
    return name if name in available_timezones() else "UTC"

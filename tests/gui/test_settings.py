"""Checks the settings on the screen: looked at, changed with a sentence beside each fault, written, tried, copied."""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from picker_app.gui.main_window import MainWindow
from picker_app.gui.settings_hands import SettingsHands
from picker_app.gui.setup.cabinet import Cabinet, Catalogues
from picker_app.gui.setup.entries import KeyEntry, SecretEntry
from picker_app.gui.setup.form import Form
from picker_app.gui.surroundings import Surroundings
from picker_app.intake.tunnel_row import State, TunnelRow
from picker_app.report import Found, fail, ok
from picker_app.settings import Account, Secrets, load
from tests.gui.conftest import Open, Till
from tests.gui.shop import NOW, Shop

K = Qt.Key
FILE = """# Written by Ana.
language = "en"

[store]
name = "Centro"  # as on the sign
time_zone = "Europe/Vienna"

[[accounts]]
name = "foodora-centro"
platform = "delivery_hero"
base_url = "https://foodora.partner.deliveryhero.io"
client_id = "abc"
chain_id = "c-77"
vendor_id = "v-1"
currency = "EUR"
"""
LOST = TunnelRow(
    State.LOST,
    "nothing_behind",
    "The public address answers, and nothing is behind it.",
    "",
    "ngrok",
    public_url="https://centro.ngrok.app",
    addresses=(("foodora-centro", "https://centro.ngrok.app/webhooks/foodora-centro"),),
    since=NOW,
)


class Memory(KeyringBackend):
    """A keyring in memory."""

    priority = 1.0

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def memory() -> Iterator[Memory]:
    """The operating system's keyring for this test."""
    before, memory = keyring.get_keyring(), Memory()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


@dataclass
class Office:
    """A shop with its settings, and what they asked for."""

    file: Path
    tried: list[Mapping[str, str]] = field(default_factory=list)
    answers: list[tuple[str, str]] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    row: TunnelRow = LOST
    training: bool = False
    support: Callable[[], Awaitable[Path]] | None = None
    catalogues: Catalogues | None = None

    async def try_account(self, account: Account, secrets: Mapping[str, str]) -> tuple[str, str]:
        self.tried.append(secrets)
        return self.answers.pop(0)

    async def examine(self, tell: Callable[[Found], None]) -> None:
        for one in self.found:
            tell(one)

    def cabinet(self) -> Cabinet:
        return Cabinet(
            self.file,
            load(self.file),
            Secrets(),
            self.try_account,
            self.examine,
            again=lambda: self.asked.append("again"),
            tunnel=lambda: self.row,
            check_tunnel=lambda: self.asked.append("check"),
            start_tunnel_again=lambda: self.asked.append("tunnel"),
            training=self.training,
            support=self.support,
            catalogues=self.catalogues,
        )


class Furnished(Shop):
    """A shop whose window has the settings."""

    office: Office

    def surroundings(self, language: str = "en", *, training: bool = False) -> Surroundings:
        return replace(super().surroundings(language, training=training), cabinet=self.office.cabinet())


@pytest.fixture
def office(tmp_path: Path, memory: Memory) -> Office:
    file = tmp_path / "config.toml"
    file.write_text(FILE, "utf-8")
    return Office(file)


async def opened(open_till: Open, office: Office, page: str, speak: str = "en") -> Till:
    """The settings at one page, with the keyboard in it."""
    shop = Furnished()
    shop.office = office
    till = await open_till(shop, speak)
    await till.chord(K.Key_Comma)
    hands = till.window.pages.workspace.work if till.window.pages.workspace else None
    assert isinstance(hands, SettingsHands)
    steps = next(number for number, one in enumerate(hands.sections) if one.name == page)
    await till.press(*[K.Key_Up] * 20, *[K.Key_Down] * steps, K.Key_Return)
    return till


def form(till: Till, name: str) -> Form:
    return next(one for one in till.window.findChildren(Form, name) if one.isVisible())


def words(window: MainWindow) -> str:
    page = window.findChild(QWidget, "settings_page")
    assert page is not None
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


async def test_a_value_is_written_into_the_file_whose_comments_stay(open_till: Open, office: Office) -> None:
    till = await opened(open_till, office, "shop")
    await till.press(K.Key_Down)
    till.focused().setProperty("text", "Centro Norte")
    await till.press(K.Key_Return)
    assert office.file.read_text("utf-8") == FILE.replace('"Centro"', '"Centro Norte"')
    newest = till.window.notices.newest
    assert newest is not None and newest.headline == "Saved: it holds from the next start on" and newest.key == "F9"
    await till.press(K.Key_F9)
    assert office.asked == ["again"]


async def test_what_is_not_accepted_is_said_beside_its_field_and_nothing_is_written(
    open_till: Open, office: Office
) -> None:
    till = await opened(open_till, office, "shop", "pt_BR")
    zone = form(till, "table_form").entries["store.time_zone"]
    assert isinstance(zone, KeyEntry)
    zone.offer("Europe/Entenhausen")
    await till.press(K.Key_Return)
    assert zone.said == "Aceita-se o nome de um fuso horário, como America/Sao_Paulo ou Europe/Vienna."
    assert till.focused() is zone.field and office.file.read_text("utf-8") == FILE


async def test_a_number_out_of_its_bounds_is_told_with_the_bounds(open_till: Open, office: Office) -> None:
    till = await opened(open_till, office, "scanner")
    gap = form(till, "table_form").entries["scanner.gap_ms"]
    assert isinstance(gap, KeyEntry)
    for text in ("9999", "many"):
        gap.offer(text)
        await till.press(K.Key_Return)
        assert gap.said == "Write a whole number from 20 to 200."
    assert office.file.read_text("utf-8") == FILE


async def test_a_secret_goes_to_the_keyring_only_and_is_never_shown_again(
    open_till: Open, office: Office, memory: Memory
) -> None:
    till = await opened(open_till, office, "account foodora-centro")
    secret = form(till, "account_form").entries["secret client_secret"]
    assert isinstance(secret, SecretEntry)
    secret.take_keys()
    await till.press("sesame-9", K.Key_Return)
    assert memory.kept == {("picker-app", "foodora-centro/client_secret"): "sesame-9"}
    assert "sesame-9" not in office.file.read_text("utf-8")
    again = form(till, "account_form").entries["secret client_secret"]
    await till.window.tasks.idle()
    assert isinstance(again, SecretEntry) and not again.text and "Saved in the keyring" in again.said


async def test_an_account_is_tried_with_what_was_typed_before_it_is_saved(open_till: Open, office: Office) -> None:
    office.answers = [("locked_out", "invalid_client"), ("", "")]
    till = await opened(open_till, office, "account foodora-centro")
    secret = form(till, "account_form").entries["secret client_secret"]
    secret.take_keys()
    await till.press("wrong", K.Key_F5)
    assert office.tried[0]["client_secret"] == "wrong"
    assert "The platform does not know these credentials." in words(till.window) and "invalid_client" in words(
        till.window
    )
    await till.press(K.Key_F5)
    assert "The platform takes these credentials." in words(till.window)


async def test_the_exact_address_is_copied_and_the_way_is_tested_by_a_key(open_till: Open, office: Office) -> None:
    till = await opened(open_till, office, "way")
    assert "The public address answers, and nothing is behind it." in words(till.window)
    await till.press(K.Key_Return, K.Key_F5, K.Key_F2)
    assert QGuiApplication.clipboard().text() == "https://centro.ngrok.app/webhooks/foodora-centro"
    assert office.asked == ["check", "tunnel"]
    code = next(one for one in till.window.findChildren(QWidget, "way_code") if one.isVisible())
    assert code.accessibleName().endswith("/webhooks/foodora-centro")


async def test_the_round_shows_first_what_does_not_work(open_till: Open, office: Office) -> None:
    office.found = [
        ok("database", "is whole"),
        fail("clock", "7 min behind. Let this computer set its time by itself."),
    ]
    till = await opened(open_till, office, "check")
    rows = form(till, "round_page").rows
    places = [item.widget() for item in map(rows.itemAt, (1, 2)) if item is not None]
    shown = [row.accessibleName() for row in places if row is not None]
    assert [name.partition(":")[0] for name in shown] == ["Does not work", "Well"]
    assert "7 min behind" in shown[0] and "Does not work: 1" in words(till.window)
    office.found = [ok("database", "is whole")]
    await till.press(K.Key_F5)
    assert "All is well" in words(till.window) and "7 min behind" not in words(till.window)


async def test_in_training_the_settings_are_looked_at_and_not_saved(open_till: Open, office: Office) -> None:
    office.training = True
    till = await opened(open_till, office, "shop")
    name = form(till, "table_form").entries["store.name"]
    name.take_keys()
    await till.press("Norte", K.Key_Return)
    assert isinstance(name, KeyEntry) and name.text == "Centro"
    assert till.window.findChild(QWidget, "settings_save") is None
    locked = till.window.findChild(QWidget, "settings_locked")
    assert locked is not None and locked.isVisible()


async def test_an_account_is_taken_out_only_by_the_same_key_twice(open_till: Open, office: Office) -> None:
    till = await opened(open_till, office, "account foodora-centro")
    await till.chord(K.Key_Delete)
    assert office.file.read_text("utf-8") == FILE
    await till.chord(K.Key_Delete)
    assert load(office.file).accounts == ()


async def test_esc_leads_back_to_the_list_and_then_to_the_inbox(open_till: Open, office: Office) -> None:
    till = await opened(open_till, office, "shop")
    await till.press(K.Key_Escape)
    assert till.page == "settings_page"
    await till.press(K.Key_Escape)
    assert till.page == "inbox"

"""Checks the first-run assistant: what it asks, what it keeps when it is left, and what it writes at the end."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from picker_app.gui import language, theme
from picker_app.gui.setup.assistant import START, TRAINING, Assistant
from picker_app.gui.setup.cabinet import Cabinet
from picker_app.gui.setup.draft import FILE
from picker_app.gui.setup.entries import KeyEntry
from picker_app.gui.setup.form import Form
from picker_app.gui.widgets.choices import Choice
from picker_app.settings import Account, Secrets, Settings, load
from tests.gui.test_settings import Memory, memory

__all__ = ["Memory", "memory"]
K = Qt.Key


class Walk:
    """A person before the assistant."""

    def __init__(self, window: Assistant, folder: Path) -> None:
        self.window = window
        self.folder = folder

    async def press(self, *keys: Qt.Key | str) -> None:
        """Press keys one after another; text takes the place of what stands in the field."""
        for key in keys:
            found: QWidget | None = self.window.focusWidget()
            focus = self.window if found is None else found
            if isinstance(key, str):
                focus.setProperty("text", key)
            else:
                QTest.keyClick(focus, key)
            await self.window.tasks.idle()

    def words(self) -> str:
        """All that stands on the screen."""
        return "\n".join(label.text() for label in self.window.findChildren(QLabel) if label.isVisible())

    def said(self, field: str) -> str:
        """The words beside a field."""
        form = next(one for one in self.window.findChildren(Form) if one.isVisible())
        return form.entries[field].said


Begin = Callable[..., Awaitable[Walk]]


@pytest.fixture
async def begin(qapp: QApplication, tmp_path: Path, memory: Memory) -> AsyncIterator[Begin]:
    """Open the assistant; `answers` are what the trials come to."""
    if not qapp.styleSheet():
        theme.dress(qapp)
    windows: list[Assistant] = []

    async def nothing(tell: object) -> None:
        """Make no round."""

    async def begun(*answers: str) -> Walk:
        left = list(answers)

        async def try_account(account: Account, secrets: Mapping[str, str]) -> tuple[str, str]:
            return left.pop(0), ""

        cabinet = Cabinet(tmp_path / "config.toml", Settings(), Secrets(), try_account, nothing)
        window = Assistant(cabinet, tmp_path, qapp, "en")
        windows.append(window)
        window.show()
        return Walk(window, tmp_path)

    yield begun
    for window in windows:
        await window.shut()
        window.deleteLater()
    language.speak(qapp, "en")


SHOP = (K.Key_Return, "Centro", K.Key_Down, "Europe/Vienna", K.Key_Return)
HERO = (
    K.Key_Return, "foodora-centro", K.Key_Down, K.Key_Down, "abc", K.Key_Down, "c-77", K.Key_Down, "v-1",
    K.Key_Down, K.Key_Down, "sesame-9", K.Key_Return,
)  # fmt: skip


async def test_an_account_that_is_refused_is_not_taken_and_nothing_of_it_is_kept(begin: Begin, memory: Memory) -> None:
    walk = await begin("locked_out")
    await walk.press(*SHOP, *HERO)
    assert "The platform does not know these credentials." in walk.words()
    assert walk.window.draft.accounts == () and memory.kept == {}


async def test_the_whole_way_writes_the_file_and_leaves_secrets_in_the_keyring(begin: Begin, memory: Memory) -> None:
    walk = await begin("")
    await walk.press(*SHOP, *HERO, K.Key_Return, K.Key_Down, K.Key_Down, K.Key_Return)
    await walk.press("https://centro.ngrok.app", K.Key_Return)
    code = next(one for one in walk.window.findChildren(QWidget, "webhook_code") if one.isVisible())
    assert code.accessibleName() == "https://centro.ngrok.app/webhooks/foodora-centro"
    shown = memory.kept["picker-app", "foodora-centro/webhook_secret"]
    assert shown in walk.words(), "the secret is shown once, to be copied"
    await walk.press(K.Key_Return, K.Key_Return)
    assert walk.window.outcome == START
    chosen = load(walk.folder / "config.toml")
    assert chosen.store.time_zone == "Europe/Vienna" and chosen.tunnel.public_url == "https://centro.ngrok.app"
    assert [one.name for one in chosen.accounts] == ["foodora-centro"]
    assert memory.kept["picker-app", "foodora-centro/client_secret"] == "sesame-9"
    assert not (walk.folder / FILE).exists()


async def test_it_can_be_left_and_goes_on_where_it_was_without_any_secret_on_disk(begin: Begin, memory: Memory) -> None:
    walk = await begin("")
    await walk.press(*SHOP, *HERO, K.Key_Return)
    walk.window.close()
    assert walk.window.outcome == ""
    kept = "".join(file.read_text("utf-8") for file in walk.folder.iterdir())
    assert "foodora-centro" in kept and "sesame-9" not in kept
    assert not any(secret in kept for secret in memory.kept.values())
    again = await begin()
    assert again.window.draft.step == "tunnel" and "Tunnel" in again.words()


async def test_esc_goes_one_step_back_and_what_was_answered_is_still_there(begin: Begin) -> None:
    walk = await begin()
    await walk.press(*SHOP, K.Key_Escape)
    assert walk.window.draft.step == "shop" and walk.window.draft.store["name"] == "Centro"


async def test_a_wrong_value_is_told_beside_its_field_in_the_chosen_language(begin: Begin) -> None:
    walk = await begin()
    await walk.press(K.Key_Down, K.Key_Return, "Centro", K.Key_Down, "Europe/Entenhausen", K.Key_Return)
    assert walk.said("store.time_zone").startswith("Aceita-se o nome de um fuso horário")
    assert walk.window.draft.step == "shop"


async def test_practice_is_offered_at_the_end(begin: Begin) -> None:
    walk = await begin()
    await walk.press(*SHOP, K.Key_Down, K.Key_Down, K.Key_Down, K.Key_Return)
    await walk.press(K.Key_Down, K.Key_Return)
    assert walk.window.outcome == TRAINING and load(walk.folder / "config.toml").store.name == "Centro"


async def test_the_name_that_is_offered_is_in_the_chosen_language_and_done_steps_are_ticked(begin: Begin) -> None:
    walk = await begin()
    await walk.press(K.Key_Down, K.Key_Return)
    form = next(one for one in walk.window.findChildren(Form) if one.isVisible())
    name = form.entries["store.name"]
    assert isinstance(name, KeyEntry) and name.text == "Minha loja"
    done, here, later = (
        walk.window.page.findChildren(Choice, f"settings_{step}")[-1] for step in ("language", "shop", "platforms")
    )
    assert (done.icon_name, here.icon_name, later.icon_name) == ("check", "half-circle", "circle")

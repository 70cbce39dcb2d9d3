"""Checks that what the doctor and the keyring say is said on the screen in its language, whole and with its values."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoBackend
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from picker_app.doctor import asking, beside, computer
from picker_app.gui import language
from picker_app.gui.setup.round_words import said
from picker_app.platforms import port
from picker_app.report import Found, Level, fail, ok
from picker_app.settings import NoKeyring, Secrets, Webhook
from picker_app.wording import say
from tests.gui.conftest import Open
from tests.gui.test_settings import Memory, Office, form, memory, office, opened

__all__ = ["Memory", "memory", "office"]
K = Qt.Key


@pytest.fixture
def portuguese(qapp: QApplication) -> Iterator[None]:
    language.speak(qapp, "pt_BR")
    yield
    language.speak(qapp, "en")


def test_a_line_of_the_doctor_is_said_with_its_values(portuguese: None) -> None:
    found = computer.way_in(Webhook(port=0), [])
    assert said(found.words).startswith("a cada início é usada uma porta livre qualquer")
    place, paths = say("{host} port {port}", host="::1", port=8787), say(" and ").join(["/a", "/b"])
    words = say("{place} is free; the public address must lead to {paths} there", place=place, paths=paths)
    assert said(words) == "::1 porta 8787 está livre; o endereço público deve levar ali a /a e /b"
    assert said("plain words") == "plain words"


def test_a_name_that_is_a_word_of_the_program_is_not_translated(portuguese: None) -> None:
    assert said(say("{account}, sign-in", account="clock")) == "clock, acesso"


def test_every_title_of_a_platform_s_error_is_known_to_the_translators() -> None:
    kinds = [kind for kind in vars(port).values() if isinstance(kind, type) and issubclass(kind, port.PlatformError)]
    assert {kind.title for kind in kinds} <= set(asking.TITLES)


def test_the_doctor_says_nothing_that_the_translators_do_not_see() -> None:
    bare = []
    for file in [*Path("picker_app/doctor").glob("*.py"), Path("picker_app/settings/secrets.py")]:
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("say", "ok", "warn", "fail"):
                bare += [f"{file}:{call.lineno}: {text}" for one in call.args for text in literals(one)]
    assert not [text for text in bare if any(map(str.isalpha, re.sub(r".*\d+: |{\w+}", "", text)))]


def literals(node: ast.expr) -> list[str]:
    """The text of an argument that is written out where it is used, without `tr` around it."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return [one.value for one in parts if isinstance(one, ast.Constant) and isinstance(one.value, str)]


async def test_the_round_of_a_program_of_its_own_brings_the_parts(portuguese: None) -> None:
    code = (
        "from picker_app.report import Report, warn\nfrom picker_app.wording import say\n"
        "Report().say(warn(say('clock'), say('{time} behind the platform of {account}. "
        "Let this computer set its time by itself.', time='41 s', account='foodora-centro')))"
    )
    found: list[Found] = []
    await beside.examine([sys.executable, "-c", code], found.append)
    (one,) = found
    assert one.level is Level.WARN and said(one.what) == "relógio"
    assert said(one.words).startswith("41 s atrasado em relação à plataforma de foodora-centro.")


async def test_the_check_of_everything_is_read_in_the_language_of_the_screen(open_till: Open, office: Office) -> None:
    office.found = [
        fail(say("{account}, sign-in", account="foodora-centro"), say("The platform refuses the sign-in.")),
        ok(say("data folder"), say("{path} is not there yet and can be made", path="shop/data")),
    ]
    till = await opened(open_till, office, "check", "es")
    rows = form(till, "round_page").rows
    shown = [row.accessibleName() for row in (item.widget() for item in map(rows.itemAt, (1, 2)) if item) if row]
    assert shown[0].endswith("foodora-centro, acceso. La plataforma rechaza el acceso.")
    assert shown[1].endswith("Carpeta de datos. shop/data aún no existe y se puede crear")


def test_why_no_secret_can_be_kept_is_said_in_the_language_of_the_screen(portuguese: None, memory: Memory) -> None:
    keyring.set_keyring(NoBackend())  # type: ignore[no-untyped-call]  # keyring leaves it untyped
    with pytest.raises(NoKeyring) as no:
        Secrets().save("hero", "client_secret", "sesame-9")
    words = said(no.value.words)
    assert words.startswith("Este computador não tem chaveiro") and "PICKER_SECRET_HERO_CLIENT_SECRET" in words
    assert str(no.value).startswith("This computer has no keyring"), "the command line stays English"

"""Checks the page of the catalogues: what each account has, a reading that is followed, begun and stopped by keys."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget

from picker_app.catalog.importer import Renewal
from picker_app.gui.settings_hands import SettingsHands
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.choices import Choice
from picker_app.gui.widgets.labels import Pill
from picker_app.platforms.port import Turn
from tests.gui.conftest import Open, Till
from tests.gui.shop import NOW
from tests.gui.test_settings import Office, memory, office, opened

__all__ = ["memory", "office"]
K = Qt.Key
CENTRO, NORTE = "foodora-centro", "foodora-norte"


class Copies:
    """The copies of two catalogues, read by hand."""

    def __init__(self, *renewals: Renewal) -> None:
        self.by_account = {one.account: one for one in renewals}
        self.asked: list[tuple[str, str]] = []

    def state(self) -> dict[str, Renewal]:
        return dict(self.by_account)

    def renew(self, account: str) -> None:
        self.asked.append(("renew", account))
        self.say(account, running=True, products=0)

    def stop(self, account: str) -> None:
        self.asked.append(("stop", account))
        self.say(account, running=False)

    def say(self, account: str, **changes: object) -> None:
        self.by_account[account] = replace(self.by_account[account], **changes)  # type: ignore[arg-type]  # any field


@pytest.fixture
def copies(office: Office) -> Copies:
    """One catalogue that was read an hour ago, and one that was never read."""
    read = Renewal(CENTRO, products=24381, renewed_at=NOW - timedelta(hours=1), next_at=NOW + timedelta(hours=23))
    made = Copies(read, Renewal(NORTE))
    office.catalogues = made
    return made


def row(till: Till, number: int) -> str:
    found = till.window.findChildren(Choice, f"catalogue_{number}")
    return next(one.accessibleName() for one in found if one.isVisible())


def said(till: Till, name: str) -> str:
    return next(one.text() for one in till.window.findChildren(QLabel, f"catalogue_{name}") if one.isVisible())


def state(till: Till) -> str:
    return next(one.accessibleName() for one in till.window.findChildren(Pill, "catalogue_state") if one.isVisible())


def offered(till: Till) -> list[str]:
    QCoreApplication.sendPostedEvents()
    found = [one for one in till.window.findChildren(Button) if one.isVisible()]
    return [one.objectName() for one in found if one.objectName().startswith("catalogue_")]


async def test_each_account_shows_its_products_and_when_they_were_read(
    open_till: Open, office: Office, copies: Copies
) -> None:
    till = await opened(open_till, office, "catalogue")
    assert row(till, 0) == f"{CENTRO}. Products: 24,381 · read 13:32"
    assert row(till, 1) == f"{NORTE}. Products: 0 · never read whole"
    assert state(till) == "Read" and said(till, "advice") == "Next time by itself: 15 Mar 2026 13:32."
    await till.press(K.Key_Down)
    assert state(till) == "Not read yet"


async def test_a_key_reads_the_chosen_catalogue_anew_and_the_count_goes_up_by_itself(
    open_till: Open, office: Office, copies: Copies
) -> None:
    till = await opened(open_till, office, "catalogue")
    await till.press(K.Key_Down, K.Key_F5)
    assert copies.asked == [("renew", NORTE)] and till.window.strip.headline == "The catalogue is read anew"
    copies.say(NORTE, products=1500)
    till.shop.board.announce()
    assert row(till, 1) == f"{NORTE}. Reading: 1,500 products so far" and state(till) == "Reading"
    await till.press(K.Key_Return)
    assert copies.asked == [("renew", NORTE)] and till.window.strip.headline == "It is being read already"
    copies.say(NORTE, running=False, products=1812, renewed_at=NOW)
    till.window.tick()
    assert row(till, 1) == f"{NORTE}. Products: 1,812 · read 14:32" and state(till) == "Read"


async def test_a_reading_is_stopped_by_a_key_that_is_offered_only_while_it_runs(
    open_till: Open, office: Office, copies: Copies
) -> None:
    till = await opened(open_till, office, "catalogue")
    assert offered(till) == ["catalogue_renew"]
    await till.press(K.Key_F3)
    assert not copies.asked and till.window.strip.headline == "Nothing is being read"
    copies.say(CENTRO, running=True, products=500)
    till.window.tick()
    assert offered(till) == ["catalogue_stop"]
    await till.press(K.Key_Down)
    assert offered(till) == ["catalogue_renew"]
    await till.press(K.Key_Up, K.Key_F3)
    assert copies.asked == [("stop", CENTRO)]
    assert till.window.strip.headline == "Stopped: what was read stays" and offered(till) == ["catalogue_renew"]


@pytest.mark.parametrize(
    ("code", "turn", "title", "advice"),
    [
        ("unreachable", Turn.PROGRAM, "The platform cannot be reached.", "The program tries again by itself."),
        ("locked_out", Turn.PERSON, "The platform refuses the sign-in.", "You: check the client id and the secret"),
        ("unreadable", Turn.OURS, "The platform sent something this program cannot read.", "Our fault, not yours"),
        ("new_kind", Turn.PROGRAM, "The platform did not answer as expected.", "The program tries again by itself."),
    ],
)
async def test_a_failure_is_told_with_whose_turn_it_is(
    open_till: Open, office: Office, copies: Copies, code: str, turn: Turn, title: str, advice: str
) -> None:
    copies.say(CENTRO, code=code, turn=turn, next_at=NOW + timedelta(minutes=5))
    till = await opened(open_till, office, "catalogue")
    assert state(till) == "Not read" and said(till, "title") == title
    assert said(till, "advice").startswith(advice)
    assert said(till, "advice").endswith("What was read before stays in use. Next time by itself: 14:37.")


async def test_without_a_catalogue_there_is_no_page_for_it(open_till: Open, office: Office) -> None:
    office.catalogues = Copies()
    till = await opened(open_till, office, "shop")
    hands = till.window.pages.workspace.work if till.window.pages.workspace else None
    assert isinstance(hands, SettingsHands)
    assert "catalogue" not in [one.name for one in hands.sections]
    assert till.window.findChild(QWidget, "settings_catalogue") is None

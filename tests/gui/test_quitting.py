"""Checks that a window with unsent changes closes only on a second, considered wish, and never by a scan."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from picker_app.gui.main_window import MainWindow
from picker_app.gui.screens.quitting import QuitBanner
from tests.gui.conftest import Open, Till
from tests.gui.shop import stocked

K = Qt.Key
WAITS = "2 changes are saved here and not yet at foodora. They are sent at the next start."


@pytest.fixture
async def till(open_till: Open) -> Till:
    """A counter with an order open and two changes that are not sent."""
    shop = stocked()
    shop.accounts = (replace(shop.accounts[0], waiting=2),)
    till = await open_till(shop)
    await till.press(K.Key_Return)
    return till


def warning(till: Till) -> QWidget:
    found = till.window.findChild(QuitBanner)
    assert found is not None
    return found


def words(till: Till) -> str:
    found = till.window.findChild(QLabel, "quit_words")
    assert found is not None
    return found.text()


def button(till: Till, name: str) -> QAbstractButton:
    found = till.window.findChild(QAbstractButton, name)
    assert found is not None and found.isVisible()
    return found


async def test_a_window_with_unsent_changes_says_so_and_stays(till: Till) -> None:
    assert not till.window.close() and till.window.isVisible()
    assert warning(till).isVisible() and words(till) == WAITS


@pytest.mark.parametrize("key", [K.Key_Return, K.Key_Escape])
async def test_enter_and_esc_stay_and_do_nothing_else(till: Till, key: Qt.Key) -> None:
    till.window.close()
    await till.press(key)
    assert till.window.isVisible() and not warning(till).isVisible()
    assert till.page == "order_screen" and till.window.pages.order.panel.value == "none"


async def test_the_button_stays_too(till: Till) -> None:
    till.window.close()
    button(till, "quit_stay").click()
    assert till.window.isVisible() and not warning(till).isVisible()


async def test_a_second_considered_click_quits(till: Till) -> None:
    closed: list[bool] = []
    till.window.closed.connect(lambda: closed.append(True))
    till.window.close()
    quit_button = button(till, "quit_anyway")
    quit_button.click()
    quit_button.click()
    assert till.window.isVisible(), "a double click is one wish"
    till.shop.watch.move(seconds=1)
    quit_button.click()
    assert not till.window.isVisible() and closed == [True]


async def test_a_wish_that_was_taken_back_is_asked_for_twice_again(till: Till) -> None:
    till.window.close()
    button(till, "quit_anyway").click()
    await till.press(K.Key_Escape)
    till.shop.watch.move(seconds=1)
    till.window.close()
    button(till, "quit_anyway").click()
    assert till.window.isVisible()


async def test_scans_go_on_working_and_do_not_answer(till: Till) -> None:
    till.window.close()
    await till.scan("9001234500017")
    assert till.shop.desk.asked == [("scan", "9001234500017", 1)] and warning(till).isVisible()


async def test_the_warning_follows_what_waits_and_goes_when_all_is_sent(till: Till) -> None:
    till.window.close()
    till.shop.accounts = (replace(till.shop.accounts[0], waiting=1),)
    till.window.tick()
    assert words(till) == "1 change is saved here and not yet at foodora. It is sent at the next start."
    till.shop.accounts = (replace(till.shop.accounts[0], waiting=0),)
    till.window.tick()
    assert not warning(till).isVisible() and till.window.strip.headline == "All is sent"


async def test_nothing_waits_so_the_window_closes_at_once(till: Till) -> None:
    till.shop.accounts = (replace(till.shop.accounts[0], waiting=0),)
    assert till.window.close() and not till.window.isVisible()


async def test_the_program_itself_closes_at_once(till: Till) -> None:
    window = MainWindow(till.shop.surroundings())
    window.show()
    await window.shut()
    assert not window.isVisible()
    window.deleteLater()

"""Checks that the program goes on without its window where it may, and that the loss of the tunnel is told at once."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from picker_app.gui.screens.top_bar import TopBar
from picker_app.gui.tray import Tray, badge
from picker_app.intake.tunnel_row import State
from tests.gui.conftest import Open, Till
from tests.gui.shop import order_row, order_view, stocked
from tests.gui.test_settings import LOST, Furnished, Memory, Office, memory, office

__all__ = ["Memory", "memory", "office"]
K = Qt.Key


@pytest.fixture
async def furnished(open_till: Open, office: Office) -> Till:
    shop = Furnished()
    shop.office = office
    office.row = replace(LOST, state=State.OPEN, code="open")
    return await open_till(shop)


def said(till: Till) -> str:
    newest = till.window.notices.newest
    return newest.headline if newest is not None else ""


def bar(till: Till) -> TopBar:
    found = till.window.findChild(TopBar)
    assert found is not None
    return found


async def test_the_loss_of_the_tunnel_is_told_at_once_and_its_return_too(furnished: Till, office: Office) -> None:
    furnished.window.tick()
    assert bar(furnished).way.isHidden()
    office.row = LOST
    furnished.window.tick()
    assert said(furnished) == "The public address answers, and nothing is behind it."
    assert not bar(furnished).way.isHidden() and bar(furnished).way.text() == "Tunnel down"
    office.row = replace(LOST, state=State.OPEN, code="open")
    furnished.window.tick()
    assert said(furnished) == "The tunnel is back" and bar(furnished).way.isHidden()


async def test_a_lost_tunnel_leads_to_the_page_of_the_way_in(furnished: Till, office: Office) -> None:
    office.row = LOST
    furnished.window.tick()
    bar(furnished).way.click()
    await furnished.window.tasks.idle()
    workspace = furnished.window.pages.workspace
    assert workspace is not None and workspace.name == "settings"
    assert any(page.isVisible() for page in workspace.page.findChildren(QWidget, "way_page"))


async def test_closing_the_window_lets_the_program_go_on_where_there_is_a_tray(open_till: Open, qtbot: QtBot) -> None:
    till = await open_till(stocked())
    till.window.goes_on = lambda: True
    with qtbot.assertNotEmitted(till.window.closed):
        till.window.close()
    assert not till.window.isVisible()
    with qtbot.waitSignal(till.window.closed):
        till.window.quit()


async def test_without_a_tray_closing_the_window_ends_the_program(open_till: Open, qtbot: QtBot) -> None:
    till = await open_till(stocked())
    with qtbot.waitSignal(till.window.closed):
        till.window.close()


# This display has no tray of its own.
@pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)
async def test_the_icon_counts_the_orders_to_pick(qapp: QApplication) -> None:
    shop = stocked()
    shown: list[str] = []
    tray = Tray(shop.board, lambda: shown.append("window"), lambda: shown.append("quit"))
    try:
        before = tray.words
        shop.board.put(order_view(order_row(7), []))
        shop.board.announce(7)
        assert before == "Orders to pick: 2" and tray.words == "Orders to pick: 3"
        for action in tray.acts:
            action.trigger()
        assert shown == ["window", "quit"]
    finally:
        tray.close()
    assert badge(0).pixmap(64, 64).toImage() != badge(3).pixmap(64, 64).toImage()

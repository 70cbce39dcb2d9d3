"""Checks that a list of tens of thousands holds nobody up: Qt is told of its rows as they are wanted."""

import asyncio
import json
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from picker_app.gui.models.long import MANY
from picker_app.gui.promotions.card_page import CardModel, card
from picker_app.gui.widgets.line_delegate import LineDelegate
from picker_app.gui.widgets.row_list import RowList
from tests.bench.promotion_files import promotion
from tests.gui.promotion_office import PromotionOffice
from tests.gui.test_promotion_pages import brand, chain, office

__all__ = ["brand", "chain", "office"]
K = Qt.Key
THOUSANDS = 5 * MANY
IN_THE_FILE = 8000
LONGEST_S = 0.05


def model_of(count: int) -> CardModel:
    made = CardModel(lambda row: row, lambda row: card(f"Row {row}", ""))
    made.show(range(count))
    return made


def test_only_the_first_rows_are_told_and_all_are_there(qapp: QApplication, qtmodeltester: ModelTester) -> None:
    model = model_of(THOUSANDS)
    assert model.rowCount() == MANY and len(model.rows()) == THOUSANDS and model.row_of(THOUSANDS - 1) == THOUSANDS - 1
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt leaves it untyped


def test_every_row_can_be_reached_and_chosen(qtbot: QtBot) -> None:
    model = model_of(THOUSANDS)
    rows = RowList("rows", model, LineDelegate())
    qtbot.addWidget(rows)
    rows.resize(600, 400)
    rows.show()
    rows.choose_row(MANY + 7)
    assert rows.chosen_row() == MANY + 7
    assert rows.viewport().rect().intersects(rows.visualRect(rows.currentIndex())), "it is brought into sight"
    rows.step(THOUSANDS)
    assert rows.chosen_row() == THOUSANDS - 1
    rows.step(-THOUSANDS)
    assert rows.chosen_row() == 0


def test_scrolling_to_the_end_brings_more(qtbot: QtBot) -> None:
    model = model_of(THOUSANDS)
    rows = RowList("rows", model, LineDelegate())
    qtbot.addWidget(rows)
    rows.resize(600, 400)
    rows.show()
    qtbot.waitUntil(lambda: rows.verticalScrollBar().maximum() > 0)
    rows.verticalScrollBar().setValue(rows.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: model.rowCount() > MANY)


def test_newer_words_of_the_same_rows_leave_choice_and_sight_where_they_are(qtbot: QtBot) -> None:
    model = model_of(THOUSANDS)
    rows = RowList("rows", model, LineDelegate())
    qtbot.addWidget(rows)
    rows.resize(600, 400)
    rows.show()
    rows.choose_row(500)
    seen = rows.verticalScrollBar().value()
    assert model.take(list(range(THOUSANDS)))
    assert (rows.chosen_row(), rows.verticalScrollBar().value()) == (500, seen)
    assert not model.take(list(range(1, THOUSANDS))), "where rows came or went the list is another one"
    assert model.rows()[0] == 1


class Heart:
    """Beats every 10 ms, and knows the longest work of this thread between two beats, in seconds of its own."""

    def __init__(self) -> None:
        self.longest = 0.0
        self.beats = 0
        self._before = time.thread_time()
        self._next = asyncio.get_running_loop().call_later(0.01, self._beat)

    def stop(self) -> None:
        """Beat no more."""
        self._next.cancel()

    def _beat(self) -> None:
        # The loop of the tests does not run Qt's own events: what is laid out and painted belongs to the work.
        QApplication.processEvents()
        now = time.thread_time()
        self.longest = max(self.longest, now - self._before)
        self._before = now
        self.beats += 1
        self._next = asyncio.get_running_loop().call_later(0.01, self._beat)


async def test_the_window_goes_on_while_thousands_are_brought_in(office: PromotionOffice, tmp_path: Path) -> None:
    file = tmp_path / "many.json"
    file.write_text(json.dumps({"promotions": [promotion(number) for number in range(IN_THE_FILE)]}), "utf-8")
    await office.type_path(file)
    if "deliveroo" not in office.hands.files.account.value:
        await office.press(K.Key_Tab, K.Key_Right)
    heart = Heart()
    await office.press(K.Key_F5)
    assert office.window.strip.headline == "8000 promotions in the file"
    await office.press(K.Key_F9)
    assert office.window.strip.headline == "8000 promotions brought in"
    assert office.page == "promotions_list" and len(office.hands.list.page.model.rows()) == IN_THE_FILE
    assert heart.beats > 10
    assert heart.longest < LONGEST_S
    heart.stop()
    oldest = office.hands.office.rows[-1]
    office.hands.list.choose(oldest.id)
    assert office.hands.list.chosen() == oldest

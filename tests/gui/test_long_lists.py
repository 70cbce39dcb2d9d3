"""Checks that a list of tens of thousands holds nobody up: Qt is told of its rows as they are wanted."""

import asyncio
import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from picker_app.gui.models.keyed import KEY
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


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_the_few_that_come_and_go_are_told_and_no_others(qapp: QApplication, data: st.DataObject) -> None:
    model = model_of(data.draw(st.sampled_from((MANY - 3, MANY, MANY + 3, THOUSANDS))))
    for _ in range(data.draw(st.integers(0, 2))):
        model.fetchMore(QModelIndex())
    known = [model.data(model.index(number, 0), KEY) for number in range(model.rowCount())]

    def inserted(parent: QModelIndex, first: int, last: int) -> None:
        known[first:first] = [None] * (last - first + 1)

    def removed(parent: QModelIndex, first: int, last: int) -> None:
        del known[first : last + 1]

    model.rowsInserted.connect(inserted)
    model.rowsRemoved.connect(removed)
    for turn in range(3):
        rows = list(model.rows())
        for number in sorted(data.draw(st.sets(st.integers(0, len(rows) - 1), max_size=8)), reverse=True):
            del rows[number]
        for number in data.draw(st.lists(st.integers(0, len(rows)), max_size=8)):
            rows.insert(number, -1 - number - 100_000 * turn)
        rows = list(dict.fromkeys(rows))
        assert model.take(rows), "the list is not built anew"
        assert list(model.rows()) == rows and len(known) == model.rowCount()
        shown = [model.data(model.index(number, 0), KEY) for number in range(model.rowCount())]
        assert shown == rows[: len(shown)]
        assert all(was in (None, now) for was, now in zip(known, shown, strict=True)), "each row is the row it was"
        known[:] = shown


def test_many_that_come_or_another_order_make_another_list(qapp: QApplication) -> None:
    model = model_of(THOUSANDS)
    assert not model.take(range(-100, THOUSANDS)) and model.rows()[0] == -100
    assert not model.take(range(THOUSANDS, -101, -1)) and model.rows()[0] == THOUSANDS


class Heart:
    """Beats every 10 ms where the window's thread lets it; how long a pause may be is measured by the bench."""

    def __init__(self) -> None:
        self.beats = 0
        self._next = asyncio.get_running_loop().call_later(0.01, self._beat)

    def stop(self) -> None:
        """Beat no more."""
        self._next.cancel()

    def _beat(self) -> None:
        # The loop of the tests does not run Qt's own events: what is laid out and painted belongs to the work.
        QApplication.processEvents()
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
    heart.stop()
    oldest = office.hands.office.rows[-1]
    office.hands.list.choose(oldest.id)
    assert office.hands.list.chosen() == oldest

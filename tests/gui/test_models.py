"""Checks that the lists tell Qt only what differs, and that nothing moves under the hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from picker_app.catalog.search import Reason, Suggestion
from picker_app.domain.cart import CartDifference, Differs
from picker_app.domain.said import Pricing
from picker_app.gui.formats import Formats
from picker_app.gui.models.incidents import IncidentModel
from picker_app.gui.models.lines import LineModel
from picker_app.gui.models.orders import OrderModel
from picker_app.gui.models.products import ProductModel
from picker_app.gui.widgets.line_delegate import LineDelegate
from picker_app.gui.widgets.row_list import RowList
from picker_app.picking.rows import IncidentRow, LineRow, LineWord
from tests.gui.shop import NOW, ZONE, HandCatalog, line, order_row

FORMATS = Formats(QLocale("en"), ZONE)


def lines(*keys: str) -> list[LineRow]:
    return [line(key, f"Product {key}") for key in keys]


class Told:
    """What a model told its views."""

    def __init__(self, model: LineModel) -> None:
        self.said: list[str] = []
        for name in ("rowsInserted", "rowsRemoved", "rowsMoved", "dataChanged", "modelReset"):
            getattr(model, name).connect(self._note(name))

    def _note(self, name: str) -> Callable[..., None]:
        return lambda *arguments: self.said.append(name)


@pytest.fixture
def model(qapp: Any) -> LineModel:
    made = LineModel(FORMATS)
    made.update(lines("a", "b", "c", "d"))
    return made


def test_every_list_keeps_the_rules_of_qt(qtmodeltester: ModelTester, model: LineModel) -> None:
    orders = OrderModel(FORMATS, lambda: NOW)
    orders.update([order_row(1), order_row(2, pick_by=None)])
    products = ProductModel(FORMATS)
    products.update(
        [Suggestion(product, (Reason("similar_name", (("words", "oat"),)),)) for product in HandCatalog.products]
    )
    incidents = IncidentModel(FORMATS, lambda: NOW)
    incidents.update([IncidentRow("k", NOW, "a", "foodora", "unreadable", None, "", "order.items[0]")])
    for each in (model, orders, products, incidents):
        # pytest-qt leaves this one without types.
        qtmodeltester.check(each)  # type: ignore[no-untyped-call]
        for number in range(each.rowCount()):
            assert each.data(each.index(number, 0))


def test_a_changed_line_is_one_changed_row_and_no_more(model: LineModel) -> None:
    told = Told(model)
    changed = [replace(row, amount=Decimal(1)) if row.key == "c" else row for row in model.rows()]
    model.update(changed)
    assert told.said == ["dataChanged"] and model.rows() == tuple(changed)


def test_the_same_rows_again_tell_nothing(model: LineModel) -> None:
    told = Told(model)
    model.update(lines("a", "b", "c", "d"))
    assert told.said == []


def test_rows_come_go_and_move_without_a_reset(model: LineModel) -> None:
    told = Told(model)
    model.update(lines("d", "x", "a", "c"))
    assert "modelReset" not in told.said and set(told.said) == {"rowsRemoved", "rowsInserted", "rowsMoved"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(
    before=st.lists(st.sampled_from("abcdefgh"), unique=True), after=st.lists(st.sampled_from("abcdefgh"), unique=True)
)
def test_any_list_becomes_any_other_and_the_choice_stays_at_its_row(
    qapp: Any, before: list[str], after: list[str]
) -> None:
    model = LineModel(FORMATS)
    model.update(lines(*before))
    view = RowList("lines", model, LineDelegate())
    for key in before:
        view.choose_row(model.row_of(key))
        model.update(lines(*after))
        assert [row.key for row in model.rows()] == after
        chosen = model.at(view.chosen_row())
        if key in after:
            assert chosen is not None and chosen.key == key
        model.update(lines(*before))
    view.deleteLater()


def test_an_order_that_comes_above_moves_neither_choice_nor_scroll(qtbot: QtBot) -> None:
    model = LineModel(FORMATS)
    model.update(lines(*(f"{n:03}" for n in range(100, 200))))
    view = RowList("lines", model, LineDelegate())
    qtbot.addWidget(view)
    view.resize(800, 500)
    view.show()
    view.choose_row(50)
    before = view.visualRect(view.currentIndex()).top()
    model.update(lines(*(f"{n:03}" for n in range(95, 200))))
    assert view.chosen_row() == 55
    assert view.visualRect(view.currentIndex()).top() == before
    view.hide()


def test_a_late_order_says_so_in_words_and_by_a_full_bar(qapp: Any) -> None:
    model = OrderModel(FORMATS, lambda: NOW)
    late = model.card_of(order_row(1, pick_by=NOW - timedelta(minutes=4)))
    soon = model.card_of(order_row(2, came_at=NOW - timedelta(minutes=15), pick_by=NOW + timedelta(minutes=5)))
    assert (late.time, late.share, late.tone.value) == ("4 min late", 1.0, "BAD")
    assert (soon.time, soon.share, soon.tone.value) == ("5 min left", 0.25, "ATTENTION")


def test_a_line_shows_bounds_note_details_and_what_the_platform_refuses(qapp: Any) -> None:
    model = LineModel(FORMATS)
    model.set_next("", "EUR")
    plain = model.card_of(line("a", note="ripe", details=(("colour", "green"),)))
    assert plain.wish == "ripe" and "colour green" in plain.below
    refused = model.card_of(line("a", refusal="item not found", word=LineWord.PICKED))
    assert refused.alert == "item not found"


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (
            CartDifference(Differs.AMOUNT, "W-1", Pricing.KG, (), (Decimal("1.5"),), "Beef fillet"),
            "Beef fillet: sent nothing, at the platform 1.500\u00a0kg",
        ),
        (
            CartDifference(Differs.AMOUNT, "B-1", Pricing.UNIT, (Decimal(1),), (Decimal(1), Decimal(2))),
            "B-1: sent 1, at the platform 1 + 2",
        ),
        (
            CartDifference(
                Differs.UNIT_PRICE, "M-1", Pricing.UNIT, (Decimal("1.1"),), (Decimal("1.29"),), "Fresh milk 1 l"
            ),
            "Fresh milk 1 l: price sent €1.10, at the platform €1.29",
        ),
        (
            CartDifference(Differs.STANDS_IN, "O-1", Pricing.UNIT, name="Oat drink"),
            "Oat drink: stands in for another product there",
        ),
    ],
)
def test_another_cart_at_the_platform_is_told_product_by_product(qapp: Any, one: CartDifference, words: str) -> None:
    model = IncidentModel(FORMATS, lambda: NOW)
    row = IncidentRow("k", NOW, "a", "foodora", "carts_differ", 1, "3081", "", (one,), "EUR")
    assert model.card_of(row).below == f"foodora · order 3081 · {words}"

"""Checks that promotions have words for every code, and that a list of 25,000 of them stays at hand."""

import ast
import json
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from picker_app.domain import customer_sentence, mechanics, problem
from picker_app.domain.promotion import DiscountKind, Market, Mechanic
from picker_app.gui import language
from picker_app.gui.formats import Formats
from picker_app.gui.promotions import customer_words, problem_words, words
from picker_app.gui.promotions.calendar_page import CalendarModel
from picker_app.gui.promotions.card_page import CardModel, card
from picker_app.gui.promotions.list_cards import Place, places, trouble_words
from picker_app.promotions import csv_reader, deliveroo_reader, files
from picker_app.promotions.overview import PromotionRow, PromotionState
from picker_app.store.campaign_views import State
from tests.gui.shop import ZONE

NOW = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
MANY = 25_000


def row(number: int, state: PromotionState = PromotionState.LIVE) -> PromotionRow:
    """A promotion of the list, without trouble."""
    return PromotionRow(
        id=number, account="brand", market=Market.DELIVEROO, title="Deliveroo", ref=f"P-{number}", family=number,
        name=f"Promotion {number}", mechanic="FREE_DELIVERY", state=state, edited=False, trouble="", words="",
        findings=(), warnings=(), starts_at=NOW, ends_at=NOW + timedelta(days=9), zone="UTC", accepted_at=NOW,
        ended_at=None, elsewhere=False, job=None, changed_at=NOW,
    )  # fmt: skip


def test_every_sentence_of_problems_and_for_customers_is_that_of_the_domain() -> None:
    assert problem_words.SENTENCES == problem.SENTENCES
    assert customer_words.SENTENCES == customer_sentence.SENTENCES


def test_every_state_mechanic_kind_and_field_has_words() -> None:
    assert words.STATES.keys() == set(PromotionState) and words.MECHANICS.keys() == set(Mechanic)
    assert words.KINDS.keys() == set(DiscountKind) and words.JOB_STATES.keys() == set(State)
    assert mechanics.VALUES.keys() <= words.FIELDS.keys() and set(mechanics.REASONS) <= words.CHOICES.keys()
    assert words.field("sites[2]") == "Sites 3" and words.field("reward.discount[0].sku") == "Products 1"
    assert words.field("condition.new_thing") == "condition.new_thing"


def test_no_word_of_the_history_means_both_a_pause_and_an_end() -> None:
    assert not words.EVENTS.keys() & words.VERDICTS.keys()


@pytest.mark.parametrize(("result", "said"), [("refused", "The platform gave no reason."), ("unsure", "Not certain")])
def test_trouble_without_a_word_of_the_platform_is_said_in_ours(result: str, said: str) -> None:
    assert trouble_words(replace(row(1, PromotionState.REFUSED), trouble=result)) == said


@pytest.mark.parametrize("state", list(PromotionState))
def test_every_state_stands_in_a_tab(state: PromotionState) -> None:
    assert len(places(row(1, state))) == (1 if Place.OVER in places(row(1, state)) else 2 + (state == "partly_live"))


def model() -> CardModel:
    """A model of promotions that makes plain cards."""
    return CardModel(lambda one: one.id, lambda one: card(one.name, one.ref, words.state_mark(one)))


def test_the_models_keep_the_law_of_models(qtmodeltester: Any, qapp: QApplication) -> None:
    cards, calendar = model(), CalendarModel()
    for one in (cards, calendar):
        qtmodeltester.check(one)
        one.update([row(3), row(2), row(1)])
        one.update([row(4), row(3), row(1)])
    assert calendar.text_of(row(1)).startswith("Promotion 1, Deliveroo, Live")


def test_a_list_of_25_000_is_renewed_without_a_long_pause(qapp: QApplication) -> None:
    cards = model()
    rows = [row(number) for number in range(MANY, 0, -1)]
    cards.take(rows)
    changed = [row(MANY + 1), replace(rows[0], state=PromotionState.ENDING), *rows[1:]]
    fresh = [row(number) for number in range(2 * MANY, MANY, -1)] + rows
    began = time.monotonic()
    assert cards.take(changed) and not cards.take(fresh)
    assert time.monotonic() - began < 3
    assert len(cards.rows()) == 2 * MANY


def test_what_a_file_must_hold_is_said_in_the_language_of_the_screen(qapp: QApplication) -> None:
    tree = {"promotions": [{"promotion_id": 7, "name": ["x"], "reward": {"percentage": "20"}}]}
    found = files.read(json.dumps(tree).encode(), "GBP", "UTC").problems
    language.speak(qapp, "pt_BR")
    formats = Formats(QLocale("pt_BR"), ZONE)
    said = {problem_words.sentence(one, formats) for one in found if one.code == "wrong_type"}
    language.speak(qapp, "en")
    assert "Aceita-se um número, não um texto." in said and "Aceita-se um texto, não uma lista." in said


def test_every_kind_that_the_readers_of_files_name_is_known_to_the_translators() -> None:
    named = set()
    for file in (csv_reader, deliveroo_reader):
        assert file.__file__
        for call in ast.walk(ast.parse(Path(file.__file__).read_text("utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func) in ("self._wrong", "Garbage"):
                last = call.args[-1]
                text = getattr(file, last.id, "") if isinstance(last, ast.Name) else getattr(last, "value", "")
                named.add(text)
    assert len(named) > 10 and {text for text in named if isinstance(text, str) and text} <= set(problem_words.KINDS)

"""Checks that every code has its sentence, in every language, and that the compiled files are the written ones."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from picker_app.domain.rules import SENTENCES
from picker_app.gui import banner_words, language, sentences, words
from picker_app.gui.formats import Formats
from picker_app.gui.incident_words import INCIDENTS, incident
from picker_app.outbox import exchange, retry
from picker_app.picking.rows import Act, Banner, LineWord, Offer, Outcome, Result, Word
from picker_app.platforms import port
from picker_app.platforms.delivery_hero import translate as delivery_hero
from picker_app.resources import path
from tests.gui.shop import ZONE, line, order_row

FOLDER = path("translations")
PROGRAMS = Path(sys.executable).parent
VALUES = {"name": "Milk", "amount": "1", "ordered": "2", "left": "1", "unit": "pieces", "order": "3081",
          "minimum": "1", "maximum": "3", "count": "2", "digits": "2", "reasons": "CLOSED", "words": "no", "code": "4",
          "price": "1", "pricing": "X", "other": "3082"}  # fmt: skip


@pytest.fixture(params=language.LANGUAGES)
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Any:
    """Each language in turn; English again at the end."""
    language.speak(qapp, request.param)
    yield request.param
    language.speak(qapp, "en")


def formats(spoken: str) -> Formats:
    return Formats(QLocale(spoken), ZONE)


def test_every_rule_of_the_domain_has_a_sentence(spoken: str) -> None:
    for code in SENTENCES:
        notice = sentences.notice(Result(Outcome.REFUSED, code, good=False, values=VALUES), formats(spoken))
        assert notice.headline and "{" not in notice.headline + notice.detail, code
        assert ("finished_order" if code == "finished" else code) in sentences.RESULTS


def test_every_outcome_has_a_look_a_sound_and_a_sentence(spoken: str) -> None:
    for outcome in Outcome:
        notice = sentences.notice(Result(outcome, outcome.value, good=False, values=VALUES), formats(spoken))
        assert notice.headline and notice.icon
        assert (notice.sound == "") == (outcome in (Outcome.REPEAT, Outcome.IGNORED))


def test_every_state_of_orders_lines_banners_incidents_and_errors_has_words(spoken: str) -> None:
    assert all(words.order_mark(order_row(1, word=word)).word for word in Word)
    assert all(words.line_mark(line("a", word=word), formats(spoken)).word for word in LineWord)
    for code in ("cancelled", "cancelled_after_pickup", "put_back", "elsewhere", "not_ours", "refused", "uncertain",
                 "ask", "flags", "sign_in", "incident"):  # fmt: skip
        assert code in banner_words.BANNERS and banner_words.banner(Banner(code, (("words", "x"),)))[1]
    kinds = [kind for kind in vars(port).values() if isinstance(kind, type) and issubclass(kind, port.PlatformError)]
    errors = [kind.code for kind in kinds]
    assert len(errors) >= 8 and set(errors) <= set(words.PLATFORM_ERRORS)
    noted = {retry.ASK, retry.ORDER_UNKNOWN, retry.ORDER_FULFILLED, exchange.CARTS_DIFFER,
             delivery_hero.UNKNOWN_STATUS, delivery_hero.UNKNOWN_PRICING, delivery_hero.OTHER_STORE}  # fmt: skip
    assert noted <= set(INCIDENTS) and all(incident(code) for code in INCIDENTS)


def test_a_question_shows_the_key_that_answers_it(qapp: QApplication) -> None:
    offer = Offer(Act.PICK_MORE, 1, "a")
    result = Result(Outcome.QUESTION, "above_ordered", False, {"amount": "3", "ordered": "2"}, offer=offer)
    notice = sentences.notice(result, formats("en"))
    assert notice.key == "Enter" and notice.headline == "Take 3? 2 were ordered"


def test_amounts_in_sentences_are_written_in_the_manner_of_the_language(spoken: str) -> None:
    values = {"name": "Tomate", "minimum": "0.500", "unit": "kg"}
    notice = sentences.notice(Result(Outcome.REFUSED, "below_minimum", False, values), formats(spoken))
    assert ("0.500 kg" if spoken == "en" else "0,500 kg") in notice.headline


def messages(file: Path) -> dict[tuple[str, str], ET.Element]:
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in ET.parse(file).getroot().iter("context")
        for message in context.iter("message")
    }


@pytest.mark.parametrize("spoken_code", language.LANGUAGES)
def test_no_text_is_untranslated_and_the_placeholders_are_the_same(spoken_code: str) -> None:
    for (context, source), message in messages(FOLDER / f"picker_{spoken_code}.ts").items():
        translation = message.find("translation")
        assert translation is not None and translation.get("type") is None, (context, source)
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        for form in forms:
            assert form.strip(), (context, source)
            wanted = sorted(re.findall(r"{\w+}", source))
            assert sorted(re.findall(r"{\w+}", form)) == wanted, (context, source)


@pytest.mark.parametrize("spoken_code", language.LANGUAGES)
def test_the_compiled_file_says_what_the_written_one_says(qapp: QApplication, spoken_code: str) -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"picker_{spoken_code}.qm"))
    for (context, source), message in messages(FOLDER / f"picker_{spoken_code}.ts").items():
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text for form in translation.iter("numerusform")]
        got = translator.translate(context, source, "", 5 if forms else -1)
        assert got == (forms[-1] if forms else translation.text), (context, source)


def test_no_text_of_the_program_is_missing_in_the_translations(tmp_path: Path) -> None:
    (command,) = re.findall(r"find ([^$]*?) -name", (FOLDER / "renew").read_text("utf-8"))
    places = [Path(place) for place in command.replace("\\\n", " ").split()]
    assert all(place.exists() for place in places)
    sources = [str(file) for place in places for file in ([place] if place.is_file() else sorted(place.rglob("*.py")))]
    fresh = tmp_path / "fresh.ts"
    subprocess.run([PROGRAMS / "pyside6-lupdate", *sources, "-ts", fresh], check=True, capture_output=True)
    for code in ("pt_BR", "es"):
        assert messages(fresh).keys() == messages(FOLDER / f"picker_{code}.ts").keys()

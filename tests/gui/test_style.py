"""Checks what can be measured of the style: contrast, sizes, icons, formats of amounts, money and time."""

import re
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from picker_app.domain.said import Pricing
from picker_app.gui import language, theme
from picker_app.gui.formats import Formats, minutes_left, span
from picker_app.gui.search_text import fits
from picker_app.resources import path
from tests.gui.shop import NOW, ZONE


def contrast(ink: str, ground: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2 defines it."""
    lighter, darker = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", theme.USED_PAIRS, ids="-on-".join)
def test_every_ink_stands_out_from_its_ground(tokens: theme.Tokens, pair: tuple[str, str]) -> None:
    assert contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) >= 4.5


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_icon_that_the_program_names_came_with_it() -> None:
    known = {file.stem for file in path("icons").glob("*.svg")}
    named = set()
    for file in Path("picker_app/gui").rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        named |= set(re.findall(r'Mark\(\s*"([a-z-]+)"', text))
        named |= set(re.findall(r'icon(?:_pixmap)?[(=]"([a-z-]+)"', text))
        named |= set(re.findall(r'\("([a-z-]+)", QT_TRANSLATE_NOOP\("Words"', text))
    assert len(named) > 12 and named <= known


def test_numbers_of_style_stand_in_the_theme_alone() -> None:
    for file in Path("picker_app/gui").rglob("*.py"):
        if file.name != "theme.py":
            assert not re.search(r"#[0-9a-fA-F]{6}\b", file.read_text(encoding="utf-8")), file


def test_a_theme_can_be_shown_whatever_the_system_asks_for(qapp: QApplication) -> None:
    theme.show(qapp, Qt.ColorScheme.Dark)
    assert theme.tokens() is theme.DARK and theme.DARK.ground in qapp.styleSheet()
    theme.show(qapp, Qt.ColorScheme.Light)
    assert theme.tokens() is theme.LIGHT
    theme.show(qapp, None)


def formats(code: str) -> Formats:
    return Formats(QLocale(code), ZONE)


@pytest.mark.parametrize(
    ("code", "amount", "currency", "text"),
    [
        ("en", "1234.5", "EUR", "€1,234.50"),
        ("en", "-1.26", "EUR", "−€1.26"),
        ("en", "12", "SEK", "12.00\u00a0kr"),
        ("en", "1500", "HUF", "1,500\u00a0Ft"),
        ("en", "1.5", "KWD", "KWD\u00a01.500"),
        ("pt_BR", "1234.5", "BRL", "R$\u00a01.234,50"),
        ("es", "1234.5", "EUR", "1.234,50\u00a0€"),
    ],
)
def test_money_is_written_in_the_manner_of_the_language(code: str, amount: str, currency: str, text: str) -> None:
    assert formats(code).money(Decimal(amount), currency) == text


def test_kilograms_have_three_decimals_and_pieces_none() -> None:
    assert formats("en").with_unit(Decimal("1.2"), Pricing.KG) == "1.200\u00a0kg"
    assert formats("pt_BR").amount(Decimal("0.0005"), Pricing.KG) == "0,001"
    assert formats("en").with_unit(Decimal("12.000"), Pricing.UNIT) == "12"


def test_times_are_those_of_the_store() -> None:
    assert formats("en").clock(NOW) == "14:32"
    assert formats("en").moment(NOW, NOW) == "14:32"
    assert formats("en").moment(NOW - timedelta(days=2), NOW).endswith("14:32")
    assert formats("en").moment(NOW - timedelta(days=2), NOW) != "14:32"


def test_lengths_of_time_are_short_words(qapp: QApplication) -> None:
    language.speak(qapp, "en")
    texts = [span(timedelta(seconds=s)) for s in (-3, 8, 60, 5999, 6000, 200_000)]
    assert texts == ["0 s", "8 s", "1 min", "99 min", "1 h 40 min", "2 days"]
    assert minutes_left(NOW - timedelta(minutes=4), NOW) == (True, "4 min late")


@pytest.mark.parametrize("typed", ["açúcar", "ACUCAR", "acu mascavo", "17"])
def test_what_is_typed_is_found_without_regard_to_accents_and_case(typed: str) -> None:
    assert fits(typed, "Açúcar mascavo 1 kg", "SKU-17")


@pytest.mark.parametrize("typed", ["", "  ", "sal", "acucar branco"])
def test_what_does_not_fit_is_not_found(typed: str) -> None:
    assert not fits(typed, "Açúcar mascavo 1 kg", "SKU-17")

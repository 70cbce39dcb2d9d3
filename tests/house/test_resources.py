"""Checks what the program brings along: fonts for every script, icons of one hand, sounds as specified."""

import re
import wave
from array import array
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QImage, QPainter, QRawFont
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from picker_app import resources

FONTS = sorted(resources.path("fonts").glob("*.[ot]tf"))
ICONS = sorted(resources.path("icons").glob("*.svg"))
WORDS = {
    "Inter": "Ação Ñandú Größe €£ 0123456789 –’×",
    "NotoSansThaiUI": "ข้าวหอมมะลิ",
    "NotoSansArabicUI": "حليب طازج",
    "DroidSansFallbackFull": "牛奶東京ひらがなカタカナ",
    "NotoEmoji": "🙏👍😊🍓🎉❤",
}
# Section 10 of the specification of barcodes and scanners: hertz and milliseconds, silence left out.
TONES: dict[str, list[tuple[int, int | None]]] = {
    "accepted": [(880, 90)],
    "line_complete": [(880, None), (1175, None)],
    "wrong": [(220, 350)],
    "over": [(330, None)] * 2,
    "unknown": [(220, None)] * 3,
    "question": [(440, None), (554, None)],
    "command": [(660, 40)],
    "fault": [(150, 600)],
}


@pytest.mark.parametrize("file", FONTS, ids=lambda file: file.stem)
def test_a_font_loads_and_has_the_letters_it_is_there_for(file: Path, qapp: QApplication) -> None:
    assert QFontDatabase.addApplicationFont(str(file)) >= 0
    font = QRawFont(str(file), 18)
    assert font.isValid()
    words = next(words for name, words in WORDS.items() if file.stem.startswith(name))
    assert not [letter for letter in words if letter != " " and not font.supportsCharacter(ord(letter))]


def test_figures_of_one_width_can_be_asked_for(qapp: QApplication) -> None:
    for file in FONTS:
        QFontDatabase.addApplicationFont(str(file))
    font = QFont("Inter")
    font.setPixelSize(24)
    font.setFeature(QFont.Tag("tnum"), 1)
    widths = {QFontMetricsF(font).horizontalAdvance(figure * 4) for figure in "0123456789"}
    assert len(widths) == 1


def test_the_licences_of_the_fonts_come_along() -> None:
    assert "SIL OPEN FONT LICENSE" in resources.path("fonts", "OFL.txt").read_text("utf-8")
    assert "Apache License" in resources.path("fonts", "APACHE-2.0.txt").read_text("utf-8")


@pytest.mark.parametrize("file", ICONS, ids=lambda file: file.stem)
def test_an_icon_draws_something(file: Path, qapp: QApplication) -> None:
    drawing = QSvgRenderer(file.read_bytes().replace(b"currentColor", b"#14181f"))
    assert drawing.isValid()
    image = QImage(48, 48, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    drawing.render(painter, QRectF(0, 0, 48, 48))
    painter.end()
    drawn = sum(image.pixelColor(x, y).alpha() > 128 for x in range(48) for y in range(48))
    assert drawn > 30


def test_all_icons_are_of_one_hand() -> None:
    strokes = set()
    for file in ICONS:
        if file.stem == "app":
            continue
        drawing = file.read_text("utf-8")
        strokes |= set(re.findall(r'stroke-width="([^"]+)"', drawing))
        assert 'viewBox="0 0 24 24"' in drawing
        assert set(re.findall(r'(?:stroke|fill)="([^"]+)"', drawing)) <= {"none", "currentColor"}
    assert strokes == {"1.75"}


def stretches(samples: Sequence[int], rate: int) -> list[tuple[float, float]]:
    """Find the tones of a recording, by pitch (hertz) and length (milliseconds): one ends where it falls silent."""
    step = rate // 500
    loud = [max(map(abs, samples[at : at + step]), default=0) > 300 for at in range(0, len(samples), step)]
    found = []
    start: int | None = None
    for index, sounding in enumerate([*loud, False]):
        if sounding and start is None:
            start = index
        elif not sounding and start is not None:
            part = samples[start * step : index * step]
            crossings = sum(a < 0 <= b for a, b in pairwise(part))
            found.append((crossings * rate / len(part), len(part) * 1000 / rate))
            start = None
    return found


@pytest.mark.parametrize("name", TONES)
def test_a_sound_has_the_tones_of_the_specification(name: str) -> None:
    with wave.open(str(resources.path("sounds", f"{name}.wav")), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        rate = file.getframerate()
        samples = array("h", file.readframes(file.getnframes()))
    assert abs(samples[0]) < 200 and abs(samples[-1]) < 200, "a tone that begins or ends loud clicks"
    tones = stretches(samples, rate)
    assert len(tones) == len(TONES[name])
    for (pitch, length), (asked_pitch, asked_length) in zip(tones, TONES[name], strict=True):
        assert pitch == pytest.approx(asked_pitch, rel=0.12)
        if asked_length is not None:
            assert length == pytest.approx(asked_length, abs=14)


@pytest.mark.parametrize("name", ["order_complete", "undo", "new_order"])
def test_the_other_sounds_are_there(name: str) -> None:
    assert resources.path("sounds", f"{name}.wav").stat().st_size > 1000


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"without sounds/none\.wav"):
        resources.path("sounds", "none.wav")

"""Checks the barcodes that the program draws with a reader that shares no code with it."""

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from picker_app.devices.gtin import with_check_digit
from picker_app.devices.symbols import QUIET, code_128, ean_13, gs1_128

WIDE, HIGH = 2, 40
DIGITS = st.text("0123456789", min_size=12, max_size=12)
PRINTABLE = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=24)


def read(modules: str) -> tuple[str, bytes]:
    """The kind and the content of a symbol, as a reader of other people sees it."""
    row = bytes(0 if bar == "1" else 255 for bar in "0" * QUIET + modules + "0" * QUIET for _ in range(WIDE))
    (found,) = zxingcpp.read_barcodes(memoryview(row * HIGH).cast("B", shape=[HIGH, len(row)]))
    return found.symbology_identifier, found.bytes


@pytest.mark.parametrize("text", ["9917000156", "9917009953", "Az-09/+:?", "1", "12", "123", "a1234b", "99 99"])
def test_code_128_reads_as_it_was_meant(text: str) -> None:
    assert read(code_128(text)) == ("]C0", text.encode())


@given(PRINTABLE.filter(lambda text: text.strip() == text))
@settings(max_examples=60)
def test_any_printable_text_reads_back(text: str) -> None:
    assert read(code_128(text)) == ("]C0", text.encode())


def test_gs1_128_says_what_it_is_and_keeps_its_separator() -> None:
    fields = "010789100031550710LOT7\x1d17261231"
    assert read(gs1_128(fields)) == ("]C1", fields.encode())


@given(DIGITS)
@settings(max_examples=60)
def test_any_ean_13_reads_back(payload: str) -> None:
    assert read(ean_13(with_check_digit(payload))) == ("]E0", with_check_digit(payload).encode())


@pytest.mark.parametrize(
    ("draw", "text"), [(code_128, ""), (code_128, "é"), (code_128, "\t"), (gs1_128, ""), (ean_13, "7891000315508")]
)
def test_what_cannot_be_drawn_is_refused(draw: object, text: str) -> None:
    assert callable(draw)
    with pytest.raises(ValueError, match=r"drawn here|check digit"):
        draw(text)

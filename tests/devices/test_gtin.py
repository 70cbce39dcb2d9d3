"""Checks the forms of product numbers (specs "Barcodes and scanners", sections 4 and 7)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from picker_app.devices.gtin import clean, gtin14, normal_form, piece_of, repairs, upc_e, with_check_digit


@pytest.mark.parametrize(
    ("code", "form"),
    [
        ("036000291452", "00036000291452"),
        ("0036000291452", "00036000291452"),
        ("00036000291452", "00036000291452"),
        ("96385074", "00000096385074"),
        ("36000291452", "00036000291452"),
        ("4006381333931", "04006381333931"),
        ("4011", "4011"),
        ("2500100000531", "2500100000531"),
        (" SKU-7 ", "SKU-7"),
    ],
)
def test_a_barcode_has_one_form_however_many_zeros_it_kept(code: str, form: str) -> None:
    assert normal_form(code) == form


def test_a_upc_e_is_the_upc_a_it_shortens_and_six_digits_are_none() -> None:
    assert upc_e("04252614") == "00042100005264"
    assert upc_e("123456") is None and upc_e("1234567") is None
    assert upc_e("425261", short=True) == "00042100005264"


def test_a_number_with_a_wrong_check_digit_or_another_length_is_no_gtin() -> None:
    assert gtin14("4006381333930") is None
    assert gtin14("400638133393") is None
    assert gtin14("123456") is None


@pytest.mark.parametrize(
    ("digits", "mended"),
    [
        ("36000291452", "00036000291452"),
        ("789100031550", "07891000315507"),
        ("9638507", "00000096385074"),
        ("03600029145", "00036000291452"),
    ],
)
def test_lost_zeros_and_check_digits_are_mended(digits: str, mended: str) -> None:
    assert mended in repairs(digits)


def test_other_lengths_and_letters_are_not_mended() -> None:
    assert repairs("4006381333930") == repairs("4011") == repairs("ABC") == ()


def test_the_piece_in_a_carton_has_a_check_digit_of_its_own() -> None:
    assert piece_of("17891000315504") == "07891000315507"


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        (" 4006381333931 \r\n", "4006381333931"),
        ("４００６３８", "400638"),
        ("٧٨٩١", "7891"),
        ("\x0010ABC\x1d", "10ABC\x1d"),
        ("\x1d0101", "\x1d0101"),
        ("", ""),
    ],
)
def test_cleaning_takes_blanks_and_line_ends_and_never_a_group_separator(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@given(st.text("0123456789", min_size=12, max_size=12), st.integers(0, 12), st.integers(1, 9))
def test_every_single_wrong_digit_is_noticed(payload: str, place: int, by: int) -> None:
    code = with_check_digit(payload)
    wrong = code[:place] + str((int(code[place]) + by) % 10) + code[place + 1 :]
    assert gtin14(code) == "0" + code
    assert gtin14(wrong) is None

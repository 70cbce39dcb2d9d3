"""Checks the command codes of the printed sheet (specs "Barcodes and scanners", section 12)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from picker_app.devices.gtin import LENGTHS
from picker_app.picking.commands import BadCommand, Commanded, ScanCommand, code_of, read_command

FRENCH = str.maketrans("1234567890", "&é\"'(-è_çà")
PRINTED = {
    "9917000156": ScanCommand.UNDO,
    "9917000253": ScanCommand.NOT_FOUND,
    "9917000350": ScanCommand.REPLACE,
    "9917000447": ScanCommand.ADD_ITEM,
    "9917000544": ScanCommand.NEXT_LINE,
    "9917000641": ScanCommand.NEXT_ORDER,
    "9917000738": ScanCommand.INBOX,
    "9917000835": ScanCommand.CONFIRM,
    "9917000932": ScanCommand.CANCEL,
    "9917001029": ScanCommand.FINISH,
    "9917001126": ScanCommand.REJECT,
    "9917002096": ScanCommand.ADD_PACK,
    "9917002193": ScanCommand.PRINT_LABEL,
    "9917002290": ScanCommand.CHECK_CART,
    "9917009953": ScanCommand.TEST,
}


@pytest.mark.parametrize("code", PRINTED)
def test_each_printed_code_is_its_command(code: str) -> None:
    assert read_command(code) == Commanded(PRINTED[code])
    assert code_of(PRINTED[code]) == code


@pytest.mark.parametrize("times", range(2, 10))
def test_times_two_to_nine_say_how_many(times: int) -> None:
    assert read_command(code_of(ScanCommand.TIMES, times)) == Commanded(ScanCommand.TIMES, times)
    assert (code_of(ScanCommand.TIMES, 2), code_of(ScanCommand.TIMES, 9)) == ("9917001223", "9917001902")


@given(code=st.sampled_from(sorted(PRINTED)), place=st.integers(4, 9), by=st.integers(1, 9))
def test_a_misread_digit_is_no_command_and_no_product(code: str, place: int, by: int) -> None:
    wrong = code[:place] + str((int(code[place]) + by) % 10) + code[place + 1 :]
    assert read_command(wrong) == BadCommand(wrong)
    assert len(wrong) not in LENGTHS


def test_a_right_check_of_no_command_does_nothing() -> None:
    assert read_command("9917003454") is not None
    body = 99170050
    unused = f"{body}{(1 - body * 100) % 97:02}"
    assert read_command(unused) == BadCommand(unused)


def test_a_command_is_read_on_a_wrong_layout_by_its_keys_alone() -> None:
    shown = "9917000156".translate(FRENCH)
    assert read_command(shown, "9917000156") == Commanded(ScanCommand.UNDO)
    assert read_command(shown, "9917000156", "text") is None
    assert read_command("9917000156", "", "keys") is None


@pytest.mark.parametrize("code", ["", "991700015", "99170001560", "9918000156", "7891000315507", "UNDO"])
def test_anything_else_is_left_to_the_products(code: str) -> None:
    assert read_command(code, code) is None

"""Reads the command codes of the printed sheet: ten digits that no product has, with a check of their own.

Follows "Barcodes and scanners", section 12: 9917, the command's four digits, two check digits; the whole number leaves
the remainder 1 when it is divided by 97. Pure.
"""

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from picker_app.devices.codes import Layout
from picker_app.devices.gtin import clean

_HEAD: Final = "9917"
_FORM: Final = re.compile(_HEAD + "[0-9]{6}")
_MODULUS: Final = 97
_TIMES_FROM: Final = 12
MOST_TIMES: Final = 9


class ScanCommand(Enum):
    """What a command code asks for; the value is its number in the code. ×2 to ×9 are `TIMES`, from 12 to 19."""

    UNDO = 1
    NOT_FOUND = 2
    REPLACE = 3
    ADD_ITEM = 4
    NEXT_LINE = 5
    NEXT_ORDER = 6
    INBOX = 7
    CONFIRM = 8
    CANCEL = 9
    FINISH = 10
    REJECT = 11
    TIMES = 12
    ADD_PACK = 20
    PRINT_LABEL = 21
    CHECK_CART = 22
    TEST = 99


@dataclass(frozen=True, slots=True)
class Commanded:
    """A command that was scanned; `times` is 2 to 9 for `TIMES`, else 1."""

    command: ScanCommand
    times: int = 1


@dataclass(frozen=True, slots=True)
class BadCommand:
    """Ten digits in the form of a command, misread or of a command that does not exist: no effect."""

    code: str


def code_of(command: ScanCommand, times: int = 1) -> str:
    """Return the ten digits of a command; `times` 2 to 9 for `TIMES`."""
    number = command.value + (times - 2 if command is ScanCommand.TIMES else 0)
    body = f"{_HEAD}{number:04}"
    return body + f"{(1 - int(body) * 100) % _MODULUS:02}"


def read_command(text: str, keys: str = "", layout: Layout = "auto") -> Commanded | BadCommand | None:
    """Return the command that a scan is, by its text or else by its keys; None if it has not the form of one."""
    readings = {"text": (text,), "keys": (keys,), "auto": (text, keys)}[layout]
    found = [clean(reading) for reading in readings]
    codes = [code for code in found if _FORM.fullmatch(code)]
    good = next((command for command in map(_command, codes) if command is not None), None)
    if good is not None:
        return good
    return BadCommand(codes[0]) if codes else None


def _command(code: str) -> Commanded | None:
    number = int(code[len(_HEAD) : -2])
    if int(code) % _MODULUS != 1:
        return None
    times = number - _TIMES_FROM + 2
    if 2 <= times <= MOST_TIMES:
        return Commanded(ScanCommand.TIMES, times)
    try:
        return Commanded(ScanCommand(number))
    except ValueError:
        return None

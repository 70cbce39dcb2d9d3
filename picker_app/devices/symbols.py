"""Draw barcodes as bars and spaces: Code 128, GS1-128 and EAN-13, for what the program itself shows and prints.

A symbol is a text of modules, "1" for a bar and "0" for a space, without the quiet zones: ten modules of space belong
on either side. Pure.
"""

import re
from itertools import cycle
from typing import Final

from picker_app.devices.gtin import with_check_digit

QUIET: Final = 10
GS: Final = "\x1d"

_CODE_B: Final = 100
_CODE_C: Final = 99
_FNC1: Final = 102
_START_B: Final = 104
_START_C: Final = 105
_STOP: Final = "2331112"
# ISO/IEC 15417: the widths of bar, space, bar … of the values 0 to 105, six for each.
_WIDTHS: Final = (
    "212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221"
    "223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321"
    "112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131"
    "311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114"
    "122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141"
    "214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232"
)
# ISO/IEC 15420: seven modules for each digit in number set A (set C is its inverse, set B set C backwards), and for
# each first digit the sets of the six digits behind it.
_EAN_A: Final = "0001101001100100100110111101010001101100010101111011101101101110001011"
_EAN_SETS: Final = "AAAAAAAABABBAABBABAABBBAABAABBABBAABABBBAAABABABABABBAABBABA"


def code_128(text: str) -> str:
    """The modules of Code 128 for printable ASCII; ValueError for anything else, or for nothing."""
    if not text or not all(" " <= character <= "~" for character in text):
        raise ValueError("Code 128 is drawn here for printable ASCII characters only")
    return _symbol(text, gs1=False)


def gs1_128(fields: str) -> str:
    """The modules of GS1-128 for an element string in which GS ends a field of variable length; ValueError as above."""
    if not fields or not all(" " <= character <= "~" or character == GS for character in fields):
        raise ValueError("GS1-128 is drawn here for printable ASCII characters and the group separator only")
    return _symbol(fields, gs1=True)


def ean_13(digits: str) -> str:
    """The modules of EAN-13 for 13 digits with their check digit; ValueError for anything else."""
    if re.fullmatch("[0-9]{13}", digits) is None or with_check_digit(digits[:12]) != digits:
        raise ValueError("an EAN-13 has 13 digits of which the last is the check digit")
    left = "".join(
        _ean(digit, kind) for digit, kind in zip(digits[1:7], _cut(_EAN_SETS, int(digits[0]), 6), strict=True)
    )
    return f"101{left}01010{''.join(_ean(digit, 'C') for digit in digits[7:])}101"


def _ean(digit: str, kind: str) -> str:
    bars = _cut(_EAN_A, int(digit), 7)
    if kind == "A":
        return bars
    inverse = bars.translate(str.maketrans("01", "10"))
    return inverse if kind == "C" else inverse[::-1]


def _cut(table: str, number: int, width: int) -> str:
    return table[number * width : (number + 1) * width]


def _symbol(text: str, *, gs1: bool) -> str:
    values = _values(text, gs1=gs1)
    check = (values[0] + sum(place * value for place, value in enumerate(values[1:], 1))) % 103
    widths = "".join(_cut(_WIDTHS, value, 6) for value in (*values, check)) + _STOP
    return "".join(bar * int(width) for bar, width in zip(cycle("10"), widths, strict=False))


def _values(text: str, *, gs1: bool) -> list[int]:
    """The values of start, data and code changes: pairs of digits in set C where four or more stand together."""
    pairs = _pairs(text, 0) >= 2
    values = [_START_C if pairs else _START_B, *([_FNC1] if gs1 else [])]
    at = 0
    while at < len(text):
        wanted = _pairs(text, at) >= (1 if pairs else 2)
        if text[at] == GS:
            values.append(_FNC1)
            at += 1
        elif wanted != pairs:
            values.append(_CODE_C if wanted else _CODE_B)
            pairs = wanted
        elif pairs:
            values.append(int(text[at : at + 2]))
            at += 2
        else:
            values.append(ord(text[at]) - ord(" "))
            at += 1
    return values


def _pairs(text: str, at: int) -> int:
    """How many pairs of digits stand here."""
    found = re.compile("[0-9]*").match(text, at)
    return len(found[0]) // 2 if found else 0

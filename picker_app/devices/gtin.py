"""Bring product numbers to one form, GTIN-14, check their check digit, and mend what a scanner left out.

Follows "Barcodes and scanners", sections 4 (cleaning) and 7 (forms). All functions are pure and never raise.
"""

import re
import unicodedata
from typing import Final

from biip import ParseError
from biip.checksums import gs1_standard_check_digit
from biip.upc import Upc

LENGTHS: Final = (8, 12, 13, 14)
_BLANKS: Final = " \t"
_REMOVED: Final = str.maketrans("", "", "\r\n\x00")


def clean(text: str) -> str:
    """The text of a scan without what scanners and layouts add: NFKC, digits of all scripts as 0-9, no outer blanks.

    The group separator stays, also at the ends: for Python it is a blank, so nothing here strips blanks at large.
    """
    normal = unicodedata.normalize("NFKC", text).translate(_REMOVED).strip(_BLANKS)
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in normal)


def is_digits(text: str) -> bool:
    """Whether the text is ASCII digits and nothing else."""
    return re.fullmatch("[0-9]+", text) is not None


def with_check_digit(payload: str) -> str:
    """The digits with their GS1 check digit added."""
    return payload + str(gs1_standard_check_digit(payload))


def has_check_digit(digits: str) -> bool:
    """Whether the last digit is the GS1 check digit of the others."""
    return len(digits) > 1 and is_digits(digits) and with_check_digit(digits[:-1]) == digits


def gtin14(text: str) -> str | None:
    """The GTIN-14 form of 8, 12, 13 or 14 digits with a right check digit; None for anything else."""
    return text.zfill(14) if len(text) in LENGTHS and has_check_digit(text) else None


def upc_e(text: str, *, short: bool = False) -> str | None:
    """The GTIN-14 form of a UPC-E of 8 digits; 6 and 7 digits only with `short` (an identifier said so)."""
    if not is_digits(text) or len(text) not in ((6, 7, 8) if short else (8,)):
        return None
    try:
        return Upc.parse(text).as_upc_a().zfill(14)
    except (ParseError, ValueError, IndexError):
        return None


def normal_form(barcode: str) -> str:
    """The form in which barcodes of platforms, catalogue and scans are stored and compared.

    A GTIN, also one whose leading zeros were dropped, becomes 14 digits; anything else stays the cleaned text.
    """
    code = clean(barcode)
    shortest, longest = 7, 14
    if is_digits(code) and shortest <= len(code) <= longest and has_check_digit(code.zfill(longest)):
        return code.zfill(longest)
    return code


def is_carton(gtin: str) -> bool:
    """Whether a GTIN-14 form is a packing of several pieces (first digit 1 to 8)."""
    return gtin[0] in "12345678"


def piece_of(gtin: str) -> str:
    """The GTIN-14 form of the single piece in a carton, or of the product behind a variable-measure GTIN (9…)."""
    return with_check_digit("0" + gtin[1:13])


def repairs(digits: str) -> tuple[str, ...]:
    """The GTIN-14 forms the digits may have had: leading zeros lost, or the check digit not sent (section 7)."""
    found = []
    if not is_digits(digits):
        return ()
    if len(digits) in (9, 10, 11):
        found.append(gtin14(digits.zfill(12)))
    if len(digits) == 7:
        found.append(gtin14(digits.zfill(8)))
    if len(digits) in (7, 11, 12):
        found.append(gtin14(with_check_digit(digits)))
    return tuple(dict.fromkeys(form for form in found if form is not None))

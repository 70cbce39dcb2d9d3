"""Tells text that was typed at the speed of a scanner, by a machine or pasted key by key, from what a scanner sends."""

import re

from picker_app.devices.scanner import Scan
from picker_app.picking.rows import Outcome, Result

# No code of a product or an order has a decimal mark.
_AMOUNT = re.compile(r"[0-9]{1,3}[.,][0-9]{1,3}")


def is_amount(scan: Scan) -> bool:
    """Say whether a burst in an amount entry is the amount: a number with a decimal mark."""
    return _AMOUNT.fullmatch(scan.text) is not None


def is_words(scan: Scan, result: Result) -> bool:
    """Say whether a burst in a search is what is looked for: no code that is known, with a letter, no web address."""
    unknown = result.outcome is Outcome.UNKNOWN and result.code == Outcome.UNKNOWN.value
    words = scan.text.isprintable() and any(letter.isalpha() for letter in scan.text)
    return unknown and words and not scan.text.lower().startswith("http")

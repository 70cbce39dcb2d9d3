"""Tells a number or a sentence that was typed at a scanner's speed, by a machine or pasted, from a scanned code."""

import re

from picker_app.devices.scanner import Scan

# No code of a product or an order has a decimal mark.
_AMOUNT = re.compile(r"[0-9]{1,3}[.,][0-9]{1,3}")


def is_amount(scan: Scan) -> bool:
    """Say whether a burst in an amount entry is the amount: a number with a decimal mark."""
    return _AMOUNT.fullmatch(scan.text) is not None


def is_words(scan: Scan) -> bool:
    """Say whether a burst where a sentence is asked for is the sentence: words with a letter, no web address."""
    words = scan.text.isprintable() and any(letter.isalpha() for letter in scan.text)
    return words and not scan.secret and not scan.text.lower().startswith("http")

"""Tells an amount that was typed at the speed of a scanner, by a machine or pasted key by key, from a scanned code."""

import re

from picker_app.devices.scanner import Scan

# No code of a product or an order has a decimal mark.
_AMOUNT = re.compile(r"[0-9]{1,3}[.,][0-9]{1,3}")


def is_amount(scan: Scan) -> bool:
    """Say whether a burst in an amount entry is the amount: a number with a decimal mark."""
    return _AMOUNT.fullmatch(scan.text) is not None

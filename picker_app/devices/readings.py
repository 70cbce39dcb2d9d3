"""What a scanned code can be, apart from a label: the variants that codes.py returns ("Barcodes and scanners", 5).

In all of them `code` is the cleaned text and `by_keys` tells that the key positions, not the text, gave it.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class OrderCode:
    """The code of an open order, as it was scanned."""

    code: str
    by_keys: bool = False


@dataclass(frozen=True, slots=True)
class ProductCode:
    """A known product, with what a GS1 code says about this piece of it.

    `lookup` is what the lookup object knew: a GTIN-14 form or a text. `weight_kg` has 3 decimals; `price` is in the
    main unit, of the currency with the ISO 4217 number `currency` or, if that is "", of the account.
    `expiry` is the last good day. `repaired`: digits were missing and mended. `notes` are for the person.
    """

    code: str
    lookup: str
    gtin14: str | None = None
    weight_kg: Decimal | None = None
    price: Decimal | None = None
    currency: str = ""
    count: int | None = None
    expiry: date | None = None
    best_before: date | None = None
    lot: str = ""
    repaired: bool = False
    notes: tuple[str, ...] = ()
    by_keys: bool = False


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Two products or two label rules fit; `choices` are the lookups, or the names of the rules."""

    code: str
    choices: tuple[str, ...]
    reason: str
    by_keys: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """No product is known for it. `gtin14` if it is a product number; `piece` if it is a carton of that number."""

    code: str
    reason: str
    gtin14: str | None = None
    piece: str | None = None
    by_keys: bool = False


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A misread or broken code: scan again."""

    code: str
    reason: str
    by_keys: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A label that its rule forbids to read."""

    code: str
    reason: str
    by_keys: bool = False

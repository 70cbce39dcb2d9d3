"""Say what a scanned code is: an order, a product with what its code tells of it, a label, or nothing known.

Follows "Barcodes and scanners", sections 4 to 7. Pure: what is known is asked of a lookup object of the caller's.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from biip import ParseError
from biip.symbology import SymbologyIdentifier

from picker_app.devices.gs1 import Fields, read_fields, read_link
from picker_app.devices.gtin import LENGTHS, clean, gtin14, is_carton, is_digits, normal_form, piece_of, repairs, upc_e
from picker_app.devices.labels import Label, Rule, label_key, read_label
from picker_app.devices.readings import Ambiguous, OrderCode, ProductCode, Refused, Unknown, Unreadable

Reading = OrderCode | ProductCode | Label | Ambiguous | Unknown | Unreadable | Refused
Layout = Literal["auto", "text", "keys"]

_GS1_IDENTIFIERS = frozenset({"]C1", "]e0", "]d2", "]Q3", "]J1"})
_ADD_ONS = {15: 13, 18: 13}  # ]E3: an EAN-13 with 2 or 5 further digits
_NO_PRODUCT = "No product is known for this code."
_CARTON = "That is a carton: scan one piece."
_MISREAD = "The check digit is wrong: scan again."


class Known(Protocol):
    """What the shop knows. Each code asked for is a cleaned text or a GTIN-14 form (`gtin.normal_form`)."""

    def order(self, code: str) -> bool:
        """Whether an open order has this code, letter case ignored."""

    def product(self, code: str) -> bool:
        """Whether a product has it: as normal form of a barcode, or as barcode, SKU or own code, case ignored."""


@dataclass(frozen=True, slots=True)
class KnownCodes:
    """What is known, as sets: made by `of`."""

    orders: frozenset[str]
    forms: frozenset[str]
    texts: frozenset[str]

    @classmethod
    def of(cls, orders: Iterable[str] = (), products: Iterable[str] = (), rules: Iterable[Rule] = ()) -> "KnownCodes":
        """From the codes of the open orders and all barcodes, SKUs and own codes, as the platforms write them."""
        texts = [clean(code) for code in products]
        keys = (label_key(code, rule) for rule in rules for code in texts)
        return cls(
            orders=frozenset(clean(code).casefold() for code in orders),
            forms=frozenset([*map(normal_form, texts), *(normal_form(key) for key in keys if key)]),
            texts=frozenset(code.casefold() for code in texts),
        )

    def order(self, code: str) -> bool:
        """Whether an open order has this code."""
        return code.casefold() in self.orders

    def product(self, code: str) -> bool:
        """Whether a product has this code."""
        return code in self.forms or code.casefold() in self.texts


def interpret(
    text: str,
    keys: str,
    known: Known,
    *,
    rules: Iterable[Rule] = (),
    layout: Layout = "auto",
    gs: str = "auto",
    orders_first: bool = True,
) -> Reading:
    """What a scan is, by its text reading, and by its keys where only they say something (section 4).

    `rules` are the label rules that are on. `gs` is the `[scanner]` key. `orders_first`: a code that is an order's and
    a product's is the order's, as in the inbox; within an order it is the product's. Never raises for any text.
    """
    judge = _Judge(known, tuple(rules), gs, orders_first)
    if layout == "keys":
        return replace(judge.read(keys), by_keys=True)
    by_text = judge.read(text)
    if layout == "text" or not keys or keys == text or _worth(by_text) == _KNOWN:
        return by_text
    by_keys = judge.read(keys)
    return replace(by_keys, by_keys=True) if _worth(by_keys) > _worth(by_text) else by_text


_KNOWN, _IN_PART, _SOUND, _BROKEN, _TEXT, _NOTHING = 5, 4, 3, 2, 1, 0


def _worth(reading: Reading) -> int:
    """How much sense a reading makes, to choose between text and keys."""
    if isinstance(reading, Label):
        return _KNOWN if reading.lookup else _SOUND
    if isinstance(reading, ProductCode):
        # A separator that another layout made a character of is whole among the keys.
        return _IN_PART if reading.notes else _KNOWN
    if isinstance(reading, Unreadable):
        return _BROKEN if reading.code else _NOTHING
    if isinstance(reading, Unknown):
        return _SOUND if reading.gtin14 or reading.piece else _TEXT
    return _SOUND if isinstance(reading, Refused) else _KNOWN


@dataclass(frozen=True, slots=True)
class _Judge:
    """Goes through the order of section 5 for one reading; the numbers in the comments are its steps."""

    known: Known
    rules: tuple[Rule, ...]
    gs: str
    orders_first: bool

    def read(self, raw: str) -> Reading:
        code = clean(raw)
        identifier, body = _split(code)
        is_order = any(self.known.order(text) for text in dict.fromkeys((code, body)) if text)  # 3
        if is_order and self.orders_first:
            return OrderCode(body)
        reading = self._product(code, identifier, body)
        return OrderCode(body) if is_order and _worth(reading) < _IN_PART else reading

    def _product(self, code: str, identifier: str, body: str) -> Reading:
        if not body or (code.startswith("]") and not identifier):
            return Unreadable(code, "Nothing readable came from the scanner: scan again.")
        if body[:4].lower() == "http":  # 5
            fields = read_link(body)
            return self._by_fields(code, fields) if fields else self._by_text(code, body)
        if identifier in _GS1_IDENTIFIERS:  # 4
            fields = read_fields(body, self.gs)
            return self._by_fields(code, fields) if fields else self._by_text(code, body)
        if identifier.startswith("]E"):
            body = body[: _ADD_ONS.get(len(body), len(body))] if identifier == "]E3" else body
            return self._number(code, body, upc_e(body, short=identifier == "]E0"))
        return self._number(code, body, upc_e(body))

    def _number(self, code: str, body: str, short_upc: str | None) -> Reading:
        forms = [form for form in (gtin14(body), short_upc) if form]
        hits = tuple(form for form in forms if self.known.product(form))  # 6
        if len(hits) > 1:
            return Ambiguous(code, hits, "Two products have this code, as EAN-8 and as UPC-E.")
        if hits:
            return ProductCode(code, hits[0], gtin14=hits[0])
        if self.known.product(body):
            return ProductCode(code, body, gtin14=forms[0] if forms else None)
        label = read_label(body, self.rules) if len(body) in (12, 13) else None  # 7
        if label is not None:
            label = replace(label, code=code)
            return self._named(label) if isinstance(label, Label) else label
        if forms:  # 8
            return _unknown(code, forms[0])
        if body[:2] in ("00", "01", "02") and not (is_digits(body) and len(body) in LENGTHS):  # 9
            fields = read_fields(body, self.gs)
            if fields:
                return self._by_fields(code, fields)
        mended = tuple(form for form in repairs(body) if self.known.product(form))  # 10
        if len(mended) > 1:
            return Ambiguous(code, mended, "Digits are missing, and two products would fit.")
        if mended:
            return ProductCode(code, mended[0], gtin14=mended[0], repaired=True)
        if is_digits(body) and len(body) in LENGTHS:  # 11
            return Unreadable(code, _MISREAD)
        return Unknown(code, _NO_PRODUCT)

    def _named(self, label: Label) -> Label:
        return replace(label, lookup=next((text for text in label.lookups if self.known.product(text)), ""))

    def _by_text(self, code: str, body: str) -> Reading:
        return ProductCode(code, body) if self.known.product(body) else Unknown(code, _NO_PRODUCT)

    def _by_fields(self, code: str, fields: Fields) -> Reading:
        number = fields.gtin14
        if fields.carton or number is None:
            return Unknown(code, _CARTON, piece=number)
        # A variable-measure number (9…) is made from the product's own, under which the shop may list it.
        forms = (number, piece_of(number)) if number[0] == "9" and fields.weight_kg is not None else (number,)
        lookup = next((form for form in forms if self.known.product(form)), None)
        if lookup is None:
            return _unknown(code, number)
        return ProductCode(
            code,
            lookup,
            gtin14=number,
            weight_kg=fields.weight_kg,
            price=fields.price,
            currency=fields.currency,
            count=fields.count,
            expiry=fields.expiry,
            best_before=fields.best_before,
            lot=fields.lot,
            notes=fields.notes,
        )


def _unknown(code: str, number: str) -> Unknown:
    if is_carton(number):
        return Unknown(code, _CARTON, gtin14=number, piece=piece_of(number))
    return Unknown(code, _NO_PRODUCT, gtin14=number)


def _split(code: str) -> tuple[str, str]:
    """The symbology identifier ("" if there is none) and the rest."""
    if not code.startswith("]"):
        return "", code
    try:
        identifier = str(SymbologyIdentifier.extract(code))
    except (ParseError, ValueError, IndexError):
        return "", code
    return (identifier, code[len(identifier) :]) if len(identifier) > 2 else ("", code)

"""Read GS1 fields: element strings of GS1-128, DataBar and Data Matrix codes, and Digital Link web addresses.

Follows "Barcodes and scanners", section 6: biip parses, and its traps are avoided here. Nothing here raises.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from urllib.parse import unquote

from biip import ParseConfig, ParseError
from biip.gs1_digital_link_uris import GS1DigitalLinkURI
from biip.gs1_element_strings import GS1ElementString
from biip.gs1_messages import GS1Message

from picker_app.devices.gtin import gtin14
from picker_app.domain.quantity import kilograms

GS: Final = "\x1d"
_KG_PER_POUND: Final = Decimal("0.45359237")
_NOT_BIIPS: Final = (ParseError, ValueError, IndexError)  # biip lets the last two out for some broken texts
_CUT: Final = "Only the fields up to the first one of variable length were used: the scanner drops the separator."
_BROKEN: Final = "Only the product number of this code could be read."


@dataclass(frozen=True, slots=True)
class Fields:
    """What a GS1 code says. `gtin14` has a right check digit; `carton`: it names a carton's or pallet's content.

    `weight_kg` has 3 decimals; `price` is in the main unit of `currency` (ISO 4217 number), "" = the account's.
    """

    gtin14: str | None = None
    carton: bool = False
    weight_kg: Decimal | None = None
    price: Decimal | None = None
    currency: str = ""
    count: int | None = None
    expiry: date | None = None
    best_before: date | None = None
    lot: str = ""
    notes: tuple[str, ...] = ()


def read_fields(code: str, gs: str = "auto") -> Fields | None:
    """The fields of an element string, or None if it has neither a valid GTIN nor a valid SSCC.

    `gs`: "yes" if the scanner sends the separator, "no" if it drops it, one character if it sends that instead.
    "auto" believes it survives only if the code shows one: else a lot would silently swallow the fields behind it.
    """
    body = code.strip(GS)
    separators = (GS, gs) if len(gs) == 1 else (GS,)
    survives = gs == "yes" or len(gs) == 1 or any(separator in body for separator in separators)
    for verify in (True, False):
        config = ParseConfig(separator_chars=separators, gs1_element_strings_verify_date=verify)
        try:
            elements = list(GS1Message.parse(body, config=config).element_strings)
        except _NOT_BIIPS:
            continue
        trusted = elements if survives else _fixed_length(elements)
        return _fields(trusted, () if len(trusted) == len(elements) else (_CUT,))
    found = re.match("01([0-9]{14})", body)
    return _number_only(found[1] if found else "")


def read_link(address: str) -> Fields | None:
    """The fields of a GS1 Digital Link, scheme and host in any case; None if it is another web address."""
    scheme, _, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    address = f"{scheme.lower()}://{host.lower()}{slash}{path}"
    for verify in (True, False):
        try:
            config = ParseConfig(gs1_element_strings_verify_date=verify)
            return _fields(GS1DigitalLinkURI.parse(address, config=config).element_strings, ())
        except _NOT_BIIPS:
            continue
    found = re.search("/01/([0-9]{8,14})(?:[/?#]|$)", unquote(address))
    return _number_only(found[1].zfill(14) if found else "")


def _number_only(digits: str) -> Fields | None:
    number = gtin14(digits)
    return Fields(gtin14=number, notes=(_BROKEN,)) if number else None


def _fixed_length(elements: Sequence[GS1ElementString]) -> list[GS1ElementString]:
    """The elements before the first of variable length, which may have swallowed what follows it."""
    kept = []
    for element in elements:
        if element.ai.separator_required:
            break
        kept.append(element)
    return kept


def _fields(elements: Iterable[GS1ElementString], notes: tuple[str, ...]) -> Fields | None:
    number: str | None = None
    carton, weight, price, currency, count, lot = False, None, None, "", None, ""
    dates: dict[str, date | None] = {}
    for element in elements:
        ai = element.ai.ai
        if ai in ("01", "02"):
            # The raw value may have a wrong check digit: only biip's GTIN is one.
            number = element.gtin.as_gtin_14() if element.gtin else number
            carton = carton or (ai == "02" and element.gtin is not None)
        elif ai == "00":
            carton = carton or element.sscc is not None
        elif ai[:3] in ("310", "320"):
            amount = _decimal(element)
            weight = kilograms(amount * _KG_PER_POUND if ai[:3] == "320" else amount)
        elif ai[:3] in ("392", "393"):
            price = _decimal(element)
            currency = element.pattern_groups[0] if ai[:3] == "393" else ""
        elif ai == "30":
            count = int(element.value)
        elif ai in ("15", "17"):
            dates[ai] = element.date
        elif ai == "10":
            lot = element.value
    if number is None and not carton:
        return None
    return Fields(number, carton, weight, price, currency, count, dates.get("17"), dates.get("15"), lot, notes)


def _decimal(element: GS1ElementString) -> Decimal:
    return Decimal(element.pattern_groups[-1]).scaleb(-int(element.ai.ai[3]))

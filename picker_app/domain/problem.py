"""What is wrong with a promotion, or might be: a code for the screen, its place, and a sentence for a person."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

Value = str | int | Decimal | datetime | tuple[str, ...]
LISTED = 5

SENTENCES: dict[str, str] = {
    # Files
    "file_broken": "The file is broken at {place}: {reason}.",
    "file_not_text": "The file is no UTF-8 text: byte {place}.",
    "file_shape": 'Accepted is a JSON object with a list "promotions".',
    "file_empty": "There is no promotion in it.",
    "file_columns": "The first line names the columns. Missing: {missing}.",
    "file_column": "{columns}: no column of this program, or there twice. Accepted: {accepted}.",
    "file_count": "{count} promotions in one file: over {limit}, and it is not known whether so many are taken.",
    "file_size": "{size} bytes in one file: over {limit}, and it is not known whether so many are taken.",
    "row_length": "Line {line} has {count} columns, the first line has {expected}.",
    "row_differs": "Line {line} belongs to the same promotion and says something else than the line before.",
    "wrong_type": "Accepted is {accepted}, not {found}.",
    "garbage": "{reason}.",
    "text_broken": "This text has characters that were cut in two.",
    "money_float": "Money is a whole number of minor units, like 250 for 2.50, not {found}.",
    "number_unbounded": "This number is beyond all bounds.",
    "mechanic_unknown": "{found} is no mechanic. Accepted: {accepted}.",
    "kind_unknown": "{found} is no discount. Accepted: {accepted}.",
    "item_shortened": "{found} looks like a barcode that a spreadsheet shortened: write the whole one.",
    # What a platform cannot express
    "mechanic_elsewhere": "{platform} has no {mechanic}.",
    "bundle_perhaps": "It is not known whether {platform} has opened this mechanic yet.",
    "both_ways": "Choose DELIVERY or COLLECTION; for both, make two promotions.",
    "every_site": "Name the sites: {platform} has no word for all of them.",
    "audience_elsewhere": "{platform} reaches all customers only, not {found}.",
    "fulfilment_elsewhere": "{platform} cannot limit a promotion to {found}: choose no limit.",
    "time_fraction": "{platform} takes whole {unit} only.",
    "field_elsewhere": "{platform} has no such field: leave it out.",
    # The form of a promotion
    "missing": "This mechanic needs it.",
    "not_allowed": "This mechanic has no such field: leave it out.",
    "unknown_field": "{key} is no field of this program: it cannot be sent.",
    "empty": "It is empty.",
    "empty_entry": "An entry is empty.",
    "repeats": "Given more than once: {entries}.",
    "id_characters": "Accepted are all characters but blanks, control characters and / ? # %.",
    "id_twice": "Two promotions have this id; the first is number {first}.",
    "id_busy": "This promotion is in a job that has not ended: wait for it.",
    "id_long": "{count} characters: over {limit}, and it is not known how many are taken.",
    "id_used": "This id was used before and has ended: a new one is safer.",
    "mechanic_changed": "{platform} accepted this id as {found}: another mechanic needs a new id.",
    "reward_changed": "{platform} accepted this id with another reward: it asks for a new id then.",
    "identity_twice": "For {platform} this is promotion number {first}: the same name, sites and period.",
    "identity_changed": "Another name, site or period: the promotion that runs is ended first, then this one begins.",
    "name_long": "{count} characters: over {limit}, and it is not known how many are taken.",
    "name_number": "The name says {quoted}, the promotion {actual}.",
    "word_form": "Accepted are capital letters and _ only.",
    "word_unknown": "{found} is not known to exist. Known: {accepted}.",
    "delivery_collection": "Free delivery for customers who collect: there is no fee to save.",
    "sites_unknown": "Not among the known sites: {entries}.",
    "sites_mixed": "* stands for every site: leave out the others.",
    "sites_many": "{count} sites: over {limit}, and it is not known how many are taken.",
    "items_unknown": "Not in the catalogue: {entries}.",
    "items_many": "{count} items: over {limit}, and it is not known how many are taken.",
    "items_several": "{count} items: every known example of this mechanic has one.",
    "items_check_digit": "The last digit is not the check digit: {entries}.",
    "items_vendors": "{count} items × sites: at most {limit}.",
    "quantity_small": "Accepted are {least} or more.",
    "quantity_free": "Accepted are 1 to {most}: fewer than the {quantity} that are bought.",
    "quantity_second": "Every known example has 2.",
    "quantity_one": "Buy 1 or more is the same as no condition.",
    "quantity_large": "{quantity}: over {limit}, and it is not known how many are taken.",
    "money_digits": "{amount} {currency}: at most {digits} decimals.",
    "money_small": "Accepted is {least} {currency} or more.",
    "amount_over_price": "It is not less than the price: {entries}.",
    "price_no_gain": "The customer saves nothing, by the known price: {entries}.",
    "min_order_zero": "Every basket reaches 0.",
    "max_over_min": "The most that is taken off is over the smallest basket.",
    "percentage_range": "Accepted is {least} to {most}, not {found}.",
    "percentage_part": "{found} % is no whole percent; only whole ones are known to be taken.",
    "percentage_whole": "100 %: it costs nothing.",
    "percentage_high": "{found} %: over {limit} %. Is that meant?",
    "no_time_zone": "The time has no zone.",
    "time_unreadable": "{found} is no time. Accepted: 2027-06-07, 2027-06-07 08:30, 2027-06-07T08:30:00Z.",
    "time_skipped": "{found} does not exist in {zone}: the clock goes forward. The next time is {offered}.",
    "zone_unknown": "{zone} is no time zone. Accepted: names like Europe/London.",
    "ends_before_begin": "The end is not after the begin.",
    "ended_already": "The end is in the past.",
    "started_already": "The begin is in the past: it begins at once.",
    "window_long": "Longer than {limit} days.",
    "window_short": "Shorter than {limit} h.",
    "overlap": "The same site and time as {others}: {entries}.",
    "reason_unknown": "{found} is no reason. Accepted: {accepted}.",
    "locale_form": "{found} is no locale like de_AT.",
    "limit_small": "{found}: accepted is a number over 0.",
    "value_small": "Accepted is a value over 0.",
}


class Severity(StrEnum):
    """Whether a problem keeps a promotion from being sent, or is only said."""

    ERROR = "ERROR"
    WARNING = "WARNING"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong, or suspected, with its place.

    `code` is a key of SENTENCES. `promotion` is the id of the promotion, "" where it has none or the whole set is
    meant; `index` its position in the set from 0, -1 for the whole set. `field` is the name of the field in the
    platform's file, "" for the whole promotion: `condition.items`, `reward.percentage`, `sites[2]`,
    `reward.discount[0].sku`. `values` are what the sentence names.
    """

    code: str
    severity: Severity
    promotion: str = ""
    index: int = -1
    field: str = ""
    values: tuple[tuple[str, Value], ...] = ()

    @property
    def sentence(self) -> str:
        """Return the sentence in English."""
        return SENTENCES[self.code].format(**{name: plain(value) for name, value in self.values})

    @property
    def stops(self) -> bool:
        """Say whether nothing may be sent before it is mended."""
        return self.severity is Severity.ERROR


def plain(value: Value) -> str:
    """Write a value for a person; a list is cut after its first five."""
    match value:
        case Decimal():
            return f"{value:f}" if value.is_finite() and abs(value.adjusted()) < 30 else str(value)
        case datetime():
            return value.isoformat(sep=" ", timespec="seconds")
        case tuple():
            rest = len(value) - LISTED
            return ", ".join(value[:LISTED]) + (f" and {rest} more" if rest > 0 else "")
        case _:
            return str(value)


def error(code: str, field: str = "", **values: Value) -> Problem:
    """Make a problem that stops, its promotion still unnamed."""
    return Problem(code, Severity.ERROR, field=field, values=tuple(values.items()))


def warning(code: str, field: str = "", **values: Value) -> Problem:
    """Make a problem that is only said, its promotion still unnamed."""
    return Problem(code, Severity.WARNING, field=field, values=tuple(values.items()))

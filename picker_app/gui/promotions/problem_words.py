"""The sentences of problems with promotions, in the language of the screen."""

from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from picker_app.domain.problem import LISTED, Problem, Value
from picker_app.gui.formats import Formats
from picker_app.gui.marked import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

SENTENCES = {
    "file_broken": QT_TRANSLATE_NOOP("PromotionProblems", "The file is broken at {place}: {reason}."),
    "file_not_text": QT_TRANSLATE_NOOP("PromotionProblems", "The file is no UTF-8 text: byte {place}."),
    "file_shape": QT_TRANSLATE_NOOP("PromotionProblems", 'Accepted is a JSON object with a list "promotions".'),
    "file_empty": QT_TRANSLATE_NOOP("PromotionProblems", "There is no promotion in it."),
    "file_columns": QT_TRANSLATE_NOOP("PromotionProblems", "The first line names the columns. Missing: {missing}."),
    "file_column": QT_TRANSLATE_NOOP(
        "PromotionProblems", "{columns}: no column of this program, or there twice. Accepted: {accepted}."
    ),
    "file_count": QT_TRANSLATE_NOOP(
        "PromotionProblems",
        "{count} promotions in one file: over {limit}, and it is not known whether so many are taken.",
    ),
    "file_size": QT_TRANSLATE_NOOP(
        "PromotionProblems", "{size} bytes in one file: over {limit}, and it is not known whether so many are taken."
    ),
    "row_length": QT_TRANSLATE_NOOP(
        "PromotionProblems", "Line {line} has {count} columns, the first line has {expected}."
    ),
    "row_differs": QT_TRANSLATE_NOOP(
        "PromotionProblems", "Line {line} belongs to the same promotion and says something else than the line before."
    ),
    "wrong_type": QT_TRANSLATE_NOOP("PromotionProblems", "Accepted is {accepted}, not {found}."),
    "garbage": QT_TRANSLATE_NOOP("PromotionProblems", "{reason}."),
    "text_broken": QT_TRANSLATE_NOOP("PromotionProblems", "This text has characters that were cut in two."),
    "money_float": QT_TRANSLATE_NOOP(
        "PromotionProblems", "Money is a whole number of minor units, like 250 for 2.50, not {found}."
    ),
    "number_unbounded": QT_TRANSLATE_NOOP("PromotionProblems", "This number is beyond all bounds."),
    "mechanic_unknown": QT_TRANSLATE_NOOP("PromotionProblems", "{found} is no mechanic. Accepted: {accepted}."),
    "kind_unknown": QT_TRANSLATE_NOOP("PromotionProblems", "{found} is no discount. Accepted: {accepted}."),
    "item_shortened": QT_TRANSLATE_NOOP(
        "PromotionProblems", "{found} looks like a barcode that a spreadsheet shortened: write the whole one."
    ),
    "mechanic_elsewhere": QT_TRANSLATE_NOOP("PromotionProblems", "{platform} has no {mechanic}."),
    "bundle_perhaps": QT_TRANSLATE_NOOP(
        "PromotionProblems", "It is not known whether {platform} has opened this mechanic yet."
    ),
    "both_ways": QT_TRANSLATE_NOOP(
        "PromotionProblems", "Choose DELIVERY or COLLECTION; for both, make two promotions."
    ),
    "every_site": QT_TRANSLATE_NOOP("PromotionProblems", "Name the sites: {platform} has no word for all of them."),
    "audience_elsewhere": QT_TRANSLATE_NOOP("PromotionProblems", "{platform} reaches all customers only, not {found}."),
    "fulfilment_elsewhere": QT_TRANSLATE_NOOP(
        "PromotionProblems", "{platform} cannot limit a promotion to {found}: choose no limit."
    ),
    "time_fraction": QT_TRANSLATE_NOOP("PromotionProblems", "{platform} takes whole {unit} only."),
    "field_elsewhere": QT_TRANSLATE_NOOP("PromotionProblems", "{platform} has no such field: leave it out."),
    "missing": QT_TRANSLATE_NOOP("PromotionProblems", "This mechanic needs it."),
    "not_allowed": QT_TRANSLATE_NOOP("PromotionProblems", "This mechanic has no such field: leave it out."),
    "unknown_field": QT_TRANSLATE_NOOP("PromotionProblems", "{key} is no field of this program: it cannot be sent."),
    "empty": QT_TRANSLATE_NOOP("PromotionProblems", "It is empty."),
    "empty_entry": QT_TRANSLATE_NOOP("PromotionProblems", "An entry is empty."),
    "repeats": QT_TRANSLATE_NOOP("PromotionProblems", "Given more than once: {entries}."),
    "id_characters": QT_TRANSLATE_NOOP(
        "PromotionProblems", "Accepted are all characters but blanks, control characters and / ? # %."
    ),
    "id_twice": QT_TRANSLATE_NOOP("PromotionProblems", "Two promotions have this id; the first is number {first}."),
    "id_busy": QT_TRANSLATE_NOOP("PromotionProblems", "This promotion is in a job that has not ended: wait for it."),
    "id_long": QT_TRANSLATE_NOOP(
        "PromotionProblems", "{count} characters: over {limit}, and it is not known how many are taken."
    ),
    "id_used": QT_TRANSLATE_NOOP("PromotionProblems", "This id was used before and has ended: a new one is safer."),
    "mechanic_changed": QT_TRANSLATE_NOOP(
        "PromotionProblems", "{platform} accepted this id as {found}: another mechanic needs a new id."
    ),
    "reward_changed": QT_TRANSLATE_NOOP(
        "PromotionProblems", "{platform} accepted this id with another reward: it asks for a new id then."
    ),
    "identity_twice": QT_TRANSLATE_NOOP(
        "PromotionProblems", "For {platform} this is promotion number {first}: the same name, sites and period."
    ),
    "identity_changed": QT_TRANSLATE_NOOP(
        "PromotionProblems",
        "Another name, site or period: the promotion that runs is ended first, then this one begins.",
    ),
    "name_long": QT_TRANSLATE_NOOP(
        "PromotionProblems", "{count} characters: over {limit}, and it is not known how many are taken."
    ),
    "name_number": QT_TRANSLATE_NOOP("PromotionProblems", "The name says {quoted}, the promotion {actual}."),
    "word_form": QT_TRANSLATE_NOOP("PromotionProblems", "Accepted are capital letters and _ only."),
    "word_unknown": QT_TRANSLATE_NOOP("PromotionProblems", "{found} is not known to exist. Known: {accepted}."),
    "delivery_collection": QT_TRANSLATE_NOOP(
        "PromotionProblems", "Free delivery for customers who collect: there is no fee to save."
    ),
    "sites_unknown": QT_TRANSLATE_NOOP("PromotionProblems", "Not among the known sites: {entries}."),
    "sites_mixed": QT_TRANSLATE_NOOP("PromotionProblems", "* stands for every site: leave out the others."),
    "sites_many": QT_TRANSLATE_NOOP(
        "PromotionProblems", "{count} sites: over {limit}, and it is not known how many are taken."
    ),
    "items_unknown": QT_TRANSLATE_NOOP("PromotionProblems", "Not in the catalogue: {entries}."),
    "items_many": QT_TRANSLATE_NOOP(
        "PromotionProblems", "{count} items: over {limit}, and it is not known how many are taken."
    ),
    "items_several": QT_TRANSLATE_NOOP(
        "PromotionProblems", "{count} items: every known example of this mechanic has one."
    ),
    "items_check_digit": QT_TRANSLATE_NOOP("PromotionProblems", "The last digit is not the check digit: {entries}."),
    "items_vendors": QT_TRANSLATE_NOOP("PromotionProblems", "{count} items × sites: at most {limit}."),
    "quantity_small": QT_TRANSLATE_NOOP("PromotionProblems", "Accepted are {least} or more."),
    "quantity_free": QT_TRANSLATE_NOOP(
        "PromotionProblems", "Accepted are 1 to {most}: fewer than the {quantity} that are bought."
    ),
    "quantity_second": QT_TRANSLATE_NOOP("PromotionProblems", "Every known example has 2."),
    "quantity_one": QT_TRANSLATE_NOOP("PromotionProblems", "Buy 1 or more is the same as no condition."),
    "quantity_large": QT_TRANSLATE_NOOP(
        "PromotionProblems", "{quantity}: over {limit}, and it is not known how many are taken."
    ),
    "money_digits": QT_TRANSLATE_NOOP("PromotionProblems", "{amount} {currency}: at most {digits} decimals."),
    "money_small": QT_TRANSLATE_NOOP("PromotionProblems", "Accepted is {least} {currency} or more."),
    "amount_over_price": QT_TRANSLATE_NOOP("PromotionProblems", "It is not less than the price: {entries}."),
    "price_no_gain": QT_TRANSLATE_NOOP(
        "PromotionProblems", "The customer saves nothing, by the known price: {entries}."
    ),
    "min_order_zero": QT_TRANSLATE_NOOP("PromotionProblems", "Every basket reaches 0."),
    "max_over_min": QT_TRANSLATE_NOOP("PromotionProblems", "The most that is taken off is over the smallest basket."),
    "percentage_range": QT_TRANSLATE_NOOP("PromotionProblems", "Accepted is {least} to {most}, not {found}."),
    "percentage_part": QT_TRANSLATE_NOOP(
        "PromotionProblems", "{found} % is no whole percent; only whole ones are known to be taken."
    ),
    "percentage_whole": QT_TRANSLATE_NOOP("PromotionProblems", "100 %: it costs nothing."),
    "percentage_high": QT_TRANSLATE_NOOP("PromotionProblems", "{found} %: over {limit} %. Is that meant?"),
    "no_time_zone": QT_TRANSLATE_NOOP("PromotionProblems", "The time has no zone."),
    "time_unreadable": QT_TRANSLATE_NOOP(
        "PromotionProblems", "{found} is no time. Accepted: 2027-06-07, 2027-06-07 08:30, 2027-06-07T08:30:00Z."
    ),
    "time_skipped": QT_TRANSLATE_NOOP(
        "PromotionProblems", "{found} does not exist in {zone}: the clock goes forward. The next time is {offered}."
    ),
    "zone_unknown": QT_TRANSLATE_NOOP(
        "PromotionProblems", "{zone} is no time zone. Accepted: names like Europe/London."
    ),
    "ends_before_begin": QT_TRANSLATE_NOOP("PromotionProblems", "The end is not after the begin."),
    "ended_already": QT_TRANSLATE_NOOP("PromotionProblems", "The end is in the past."),
    "started_already": QT_TRANSLATE_NOOP("PromotionProblems", "The begin is in the past: it begins at once."),
    "window_long": QT_TRANSLATE_NOOP("PromotionProblems", "Longer than {limit} days."),
    "window_short": QT_TRANSLATE_NOOP("PromotionProblems", "Shorter than {limit} h."),
    "overlap": QT_TRANSLATE_NOOP("PromotionProblems", "The same site and time as {others}: {entries}."),
    "reason_unknown": QT_TRANSLATE_NOOP("PromotionProblems", "{found} is no reason. Accepted: {accepted}."),
    "locale_form": QT_TRANSLATE_NOOP("PromotionProblems", "{found} is no locale like de_AT."),
    "limit_small": QT_TRANSLATE_NOOP("PromotionProblems", "{found}: accepted is a number over 0."),
    "value_small": QT_TRANSLATE_NOOP("PromotionProblems", "Accepted is a value over 0."),
}


KINDS = (
    QT_TRANSLATE_NOOP("PromotionProblems", "a text"),
    QT_TRANSLATE_NOOP("PromotionProblems", "a list of texts"),
    QT_TRANSLATE_NOOP("PromotionProblems", "a whole number"),
    QT_TRANSLATE_NOOP("PromotionProblems", "a number"),
    QT_TRANSLATE_NOOP("PromotionProblems", "true or false"),
    QT_TRANSLATE_NOOP("PromotionProblems", "an object"),
    QT_TRANSLATE_NOOP("PromotionProblems", "a list"),
    QT_TRANSLATE_NOOP("PromotionProblems", 'a list like ["123", "456"], or 123 456'),
    QT_TRANSLATE_NOOP("PromotionProblems", "a number like 2.50"),
    QT_TRANSLATE_NOOP("PromotionProblems", "yes or no"),
    QT_TRANSLATE_NOOP("PromotionProblems", "an object in braces"),
    QT_TRANSLATE_NOOP("PromotionProblems", 'texts by language, like {"de_AT": "Angebot"}'),
    QT_TRANSLATE_NOOP("PromotionProblems", 'numbers by name, like {"global_limit": 100}'),
    QT_TRANSLATE_NOOP("PromotionProblems", "what this program wrote there"),
    QT_TRANSLATE_NOOP("PromotionProblems", "a number beyond all bounds"),
    QT_TRANSLATE_NOOP("PromotionProblems", "given twice"),
    QT_TRANSLATE_NOOP("PromotionProblems", "it is nested too deeply"),
)
"""What the readers of files accept or find."""


def sentence(problem: Problem, formats: Formats) -> str:
    """Return what is wrong, in a sentence."""
    text = translate("PromotionProblems", SENTENCES[problem.code])
    return text.format(**{name: _written(value, formats) for name, value in problem.values})


def listed(entries: tuple[str, ...]) -> str:
    """Write a list, cut after its first five."""
    rest = len(entries) - LISTED
    shown = ", ".join(entries[:LISTED])
    return translate("PromotionProblems", "{list} and {rest} more").format(list=shown, rest=rest) if rest > 0 else shown


def _written(value: Value, formats: Formats) -> str:
    match value:
        case Decimal():
            return formats.number(value) if value.is_finite() and abs(value.adjusted()) < LISTED * 4 else str(value)
        case datetime():
            return formats.day(value.astimezone(formats.zone).date()) + " " + formats.clock(value)
        case tuple():
            return listed(value)
        case str() if value in KINDS:
            return translate("PromotionProblems", value)
        case _:
            return str(value)

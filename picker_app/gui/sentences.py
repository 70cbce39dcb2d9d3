"""What happened, in sentences: the results of acts and scans."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QCoreApplication

from picker_app.domain.said import Pricing
from picker_app.gui import scan_sentences, status_sentences
from picker_app.gui.counts import counts
from picker_app.gui.formats import Formats
from picker_app.gui.marked import QT_TRANSLATE_NOOP
from picker_app.gui.notices import Notice
from picker_app.gui.theme import Tone
from picker_app.picking.rows import Outcome, Result

translate = QCoreApplication.translate

RESULTS: dict[str, tuple[str, str]] = {
    **scan_sentences.RESULTS,
    **status_sentences.RESULTS,
    # What was done.
    "picked": (QT_TRANSLATE_NOOP("Results", "{name}"), QT_TRANSLATE_NOOP("Results", "{amount} of {ordered}")),
    "weight_set": (QT_TRANSLATE_NOOP("Results", "{name}"), QT_TRANSLATE_NOOP("Results", "{amount} of {ordered}")),
    "quantity_set": (QT_TRANSLATE_NOOP("Results", "{name}"), QT_TRANSLATE_NOOP("Results", "{amount} of {ordered}")),
    "not_found": (QT_TRANSLATE_NOOP("Results", "{name}"), QT_TRANSLATE_NOOP("Results", "not found")),
    "taken_back": (QT_TRANSLATE_NOOP("Results", "{name}"), QT_TRANSLATE_NOOP("Results", "taken out again")),
    "replaced": (QT_TRANSLATE_NOOP("Results", "{name}"), QT_TRANSLATE_NOOP("Results", "put in as the replacement")),
    "added": (QT_TRANSLATE_NOOP("Results", "{name}"), QT_TRANSLATE_NOOP("Results", "added")),
    "price_changed": (QT_TRANSLATE_NOOP("Results", "{name}"), QT_TRANSLATE_NOOP("Results", "new price")),
    "finished": (
        QT_TRANSLATE_NOOP("Results", "{order} is finished"),
        QT_TRANSLATE_NOOP("Results", "saved here, on its way to the platform"),
    ),
    "cancelled_here": (
        QT_TRANSLATE_NOOP("Results", "{order} is cancelled"),
        QT_TRANSLATE_NOOP("Results", "saved here, on its way to the platform"),
    ),
    "undone": (QT_TRANSLATE_NOOP("Results", "Undone"), QT_TRANSLATE_NOOP("Results", "{name}")),
    "checking": (
        QT_TRANSLATE_NOOP("Results", "Cart check"),
        QT_TRANSLATE_NOOP("Results", "asking the platform; go on picking"),
    ),
    "may_finish": (QT_TRANSLATE_NOOP("Results", "Ready to send"), ""),
    "opened": (QT_TRANSLATE_NOOP("Results", "Order {order}"), ""),
    "chosen": (QT_TRANSLATE_NOOP("Results", "{name}"), QT_TRANSLATE_NOOP("Results", "chosen")),
    "command": (QT_TRANSLATE_NOOP("Results", "{name}"), ""),
    # What a scan could not do.
    "other_order": (
        QT_TRANSLATE_NOOP("Results", "{order} needs it"),
        QT_TRANSLATE_NOOP("Results", "picks it there · {platform} · {name}"),
    ),
    "not_needed": (QT_TRANSLATE_NOOP("Results", "No open order needs it"), QT_TRANSLATE_NOOP("Results", "{name}")),
    "unknown": (QT_TRANSLATE_NOOP("Results", "Unknown code"), QT_TRANSLATE_NOOP("Results", "{code}")),
    "ambiguous": (QT_TRANSLATE_NOOP("Results", "Two products fit"), QT_TRANSLATE_NOOP("Results", "{name}")),
    "unreadable": (
        QT_TRANSLATE_NOOP("Results", "Not readable, scan again"),
        QT_TRANSLATE_NOOP("Results", "{code}"),
    ),
    "weigh": (QT_TRANSLATE_NOOP("Results", "{name}"), QT_TRANSLATE_NOOP("Results", "weigh it and type the kilograms")),
    "not_pieces": (
        QT_TRANSLATE_NOOP("Results", "{name}"),
        QT_TRANSLATE_NOOP("Results", "sold by weight: weigh it and type the kilograms"),
    ),
    "refused": (QT_TRANSLATE_NOOP("Results", "Not taken"), QT_TRANSLATE_NOOP("Results", "{words}")),
    "question": (QT_TRANSLATE_NOOP("Results", "{name}"), QT_TRANSLATE_NOOP("Results", "takes it")),
    "not_saved": (
        QT_TRANSLATE_NOOP("Results", "NOT SAVED: do it again"),
        QT_TRANSLATE_NOOP("Results", "Nothing was taken. You: see that the disk has room. {words}"),
    ),
    "repeat": (QT_TRANSLATE_NOOP("Results", "Scanned twice"), QT_TRANSLATE_NOOP("Results", "counted once")),
    "ignored": (QT_TRANSLATE_NOOP("Results", "Scanner is off here"), ""),
    # Rules broken.
    "above_ordered": (
        QT_TRANSLATE_NOOP("Results", "Take {amount}? {ordered} were ordered"),
        QT_TRANSLATE_NOOP("Results", "takes it all the same"),
    ),
    "already_complete": (
        QT_TRANSLATE_NOOP("Results", "{name} is complete"),
        QT_TRANSLATE_NOOP("Results", "{amount} of {ordered}"),
    ),
    "already_replaced": (
        QT_TRANSLATE_NOOP("Results", "{name}"),
        QT_TRANSLATE_NOOP("Results", "was replaced by another product"),
    ),
    "bad_price": (
        QT_TRANSLATE_NOOP("Results", "Not a price"),
        QT_TRANSLATE_NOOP("Results", "A number above 0 with at most {digits} decimals."),
    ),
    "bad_reason": (QT_TRANSLATE_NOOP("Results", "Choose a reason"), QT_TRANSLATE_NOOP("Results", "{reasons}")),
    "below_minimum": (
        QT_TRANSLATE_NOOP("Results", "Too little: at least {minimum} {unit}"),
        QT_TRANSLATE_NOOP("Results", "{name} · take {minimum} or more, or F3 not found, or F4 replace"),
    ),
    "cancelled": (
        QT_TRANSLATE_NOOP("Results", "This order is cancelled"),
        QT_TRANSLATE_NOOP("Results", "nothing more can be changed"),
    ),
    "finished_order": (
        QT_TRANSLATE_NOOP("Results", "This order is finished"),
        QT_TRANSLATE_NOOP("Results", "nothing more can be changed"),
    ),
    "fixed_line": (
        QT_TRANSLATE_NOOP("Results", "{name} cannot be changed here"),
        QT_TRANSLATE_NOOP("Results", "its price type is not known"),
    ),
    "no_amount": (
        QT_TRANSLATE_NOOP("Results", "Not an amount"),
        QT_TRANSLATE_NOOP("Results", "Type a number above 0."),
    ),
    "no_check": (
        QT_TRANSLATE_NOOP("Results", "No cart check"),
        QT_TRANSLATE_NOOP("Results", "This platform has none."),
    ),
    "not_ours": (
        QT_TRANSLATE_NOOP("Results", "This order is not picked here"),
        QT_TRANSLATE_NOOP("Results", "nothing can be changed"),
    ),
    "not_a_weight": (QT_TRANSLATE_NOOP("Results", "{name}"), QT_TRANSLATE_NOOP("Results", "is counted, not weighed")),
    "not_whole": (
        QT_TRANSLATE_NOOP("Results", "Whole pieces only"),
        QT_TRANSLATE_NOOP("Results", "{name} is counted in whole pieces."),
    ),
    "nothing_found": (
        QT_TRANSLATE_NOOP("Results", "Nothing of this order was found"),
        QT_TRANSLATE_NOOP("Results", "You: cancel it with Ctrl+Delete, items are not available"),
    ),
    "nothing_to_undo": (QT_TRANSLATE_NOOP("Results", "Nothing to undo"), ""),
    "over_maximum": (
        QT_TRANSLATE_NOOP("Results", "Too much: at most {maximum} {unit}"),
        QT_TRANSLATE_NOOP("Results", "{name} · nothing was taken"),
    ),
    "price_by_platform": (
        QT_TRANSLATE_NOOP("Results", "{name}"),
        QT_TRANSLATE_NOOP("Results", "sold by weight: the platform computes the price"),
    ),
    "sent": (QT_TRANSLATE_NOOP("Results", "Already sent"), QT_TRANSLATE_NOOP("Results", "It cannot be undone here.")),
    "short_of_minimum": (
        QT_TRANSLATE_NOOP("Results", "{name}: at least {minimum} {unit}"),
        QT_TRANSLATE_NOOP("Results", "{amount} picked · pick more, or F3 not found"),
    ),
    "too_heavy": (
        QT_TRANSLATE_NOOP("Results", "Over {maximum} kg"),
        QT_TRANSLATE_NOOP("Results", "{amount} kg were given · weigh again"),
    ),
    "two_prices": (QT_TRANSLATE_NOOP("Results", "One price only"), QT_TRANSLATE_NOOP("Results", "unit or total")),
    "undecided": ("{lines}", QT_TRANSLATE_NOOP("Results", "first {name}")),
    "unknown_line": (QT_TRANSLATE_NOOP("Results", "This line is not part of the order"), ""),
    "not_in_catalog": (
        QT_TRANSLATE_NOOP("Results", "Not in the catalogue"),
        QT_TRANSLATE_NOOP("Results", "{code} · type the name instead"),
    ),
    "order_in_choice": (
        QT_TRANSLATE_NOOP("Results", "That is an order's code"),
        QT_TRANSLATE_NOOP("Results", "Finish or leave the replacement first."),
    ),
    "choosing_reason": (
        QT_TRANSLATE_NOOP("Results", "Not scanned in"),
        QT_TRANSLATE_NOOP("Results", "First choose a reason with Enter, or go back with Esc."),
    ),
    "secret_field": (
        QT_TRANSLATE_NOOP("Results", "Scanner is off here"),
        QT_TRANSLATE_NOOP("Results", "while a secret is typed"),
    ),
    "alt_mode": (
        QT_TRANSLATE_NOOP("Results", "Not readable"),
        QT_TRANSLATE_NOOP("Results", "The scanner types in ALT mode. You: switch it to plain keyboard mode."),
    ),
    "expired": (QT_TRANSLATE_NOOP("Results", "Not taken"), QT_TRANSLATE_NOOP("Results", "The question was too old.")),
}
"""Headline and detail of every code; `{name}`, amounts and the like are filled from the Result's values."""

LOOK: dict[Outcome, tuple[Tone, str, str]] = {
    Outcome.PICKED: (Tone.GOOD, "check", "accepted"),
    Outcome.WEIGHT_SET: (Tone.GOOD, "check", "accepted"),
    Outcome.ALREADY_COMPLETE: (Tone.ATTENTION, "circle-check", "over"),
    Outcome.OVER_MAXIMUM: (Tone.BAD, "cross", "over"),
    Outcome.OTHER_ORDER: (Tone.ATTENTION, "swap", "wrong"),
    Outcome.NOT_NEEDED: (Tone.BAD, "cross", "wrong"),
    Outcome.UNKNOWN: (Tone.BAD, "help", "unknown"),
    Outcome.AMBIGUOUS: (Tone.BAD, "help", "unknown"),
    Outcome.UNREADABLE: (Tone.BAD, "help", "unknown"),
    Outcome.REFUSED: (Tone.BAD, "cross", "wrong"),
    Outcome.QUESTION: (Tone.ATTENTION, "help", "question"),
    Outcome.WEIGH: (Tone.ATTENTION, "scale", "question"),
    Outcome.OPENED: (Tone.GOOD, "check", "accepted"),
    Outcome.CHOSEN: (Tone.GOOD, "check", "accepted"),
    Outcome.COMMAND: (Tone.GOOD, "check", "command"),
    Outcome.REPEAT: (Tone.IDLE, "check", ""),
    Outcome.IGNORED: (Tone.IDLE, "scanner", ""),
    Outcome.NOT_SAVED: (Tone.BAD, "warning", "fault"),
}
"""Tone, icon and sound of every outcome."""
_AMOUNTS = frozenset({"amount", "before", "ordered", "left", "minimum", "maximum"})


def sentence(code: str, values: Mapping[str, str], formats: Formats) -> tuple[str, str]:
    """Return headline and detail of a Result's code; an unknown code is said as what it is."""
    if code not in RESULTS:
        return code.replace("_", " ").capitalize(), values.get("words", "")
    headline, detail = RESULTS[code]
    filled = Filled(_readable(values, formats))
    return (
        translate("Results", headline).format_map(filled).strip(),
        translate("Results", detail).format_map(filled).strip(" ·") if detail else "",
    )


def notice(result: Result, formats: Formats) -> Notice:
    """Return what the strip says and plays for a Result; the good word comes only from a commit."""
    code = "finished_order" if result.code == "finished" and not result.good else result.code
    headline, detail = sentence(code, result.values, formats)
    tone, icon, sound = LOOK[result.outcome]
    if result.outcome is Outcome.REFUSED and code not in RESULTS:
        detail = detail or result.values.get("words", "")
    if result.outcome in (Outcome.PICKED, Outcome.WEIGHT_SET) or code == "quantity_set":
        sound = "line_complete" if result.line_complete else sound
        sound = "order_complete" if result.order_complete else sound
        if result.order_complete:
            detail = f"{detail} · " + translate("Results", "all lines are done: F9 finishes")
        elif left := result.values.get("left", ""):
            more = _amount(left, result.values.get("unit", ""), formats)
            if more.strip("0.,") and not result.line_complete:
                detail = f"{detail} · " + translate("Results", "{left} more").format(left=more)
    if result.good and (also := scan_sentences.remarks(result.notes, _readable(result.values, formats))):
        detail = f"{detail} · {also}"
    if code == "undone":
        sound = "undo"
    if code in ("not_found", "taken_back", "cancelled_here"):
        icon = "cross"
    if result.offer is not None and code == "already_complete":
        detail = translate("Results", "takes one more") + f" · {detail}"
    return Notice(headline, detail, tone, icon, sound, key="Enter" if result.offer is not None else "")


def refusal(code: str) -> str:
    """Return the headline of a refusal where it can be said without its values, else ""."""
    headline, _ = RESULTS.get("finished_order" if code == "finished" else code, ("", ""))
    return "" if "{" in headline else translate("Results", headline)


class Filled(dict[str, str]):
    """Values for a sentence; what is not known is left out rather than breaking the sentence."""

    def __missing__(self, key: str) -> str:
        return ""


def _readable(values: Mapping[str, str], formats: Formats) -> dict[str, str]:
    unit = values.get("unit", "")
    shown = {name: _amount(text, unit, formats) if name in _AMOUNTS else text for name, text in values.items()}
    shown |= scan_sentences.dated(values, formats)
    if values.get("count", "").isdigit():
        shown["lines"] = counts.still_to_pick(int(values["count"]))
    if unit == "kg" and "ordered" in shown:
        shown["ordered"] += "\u00a0kg"
    if unit:
        shown["unit"] = "kg" if unit == "kg" else translate("Results", "pieces")
    return shown


def _amount(text: str, unit: str, formats: Formats) -> str:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    return formats.amount(value, Pricing.KG if unit == "kg" else Pricing.UNIT)

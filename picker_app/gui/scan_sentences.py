"""What scans and scanned commands come to, in sentences: codes nobody knows, labels, questions, remarks."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from picker_app.gui.formats import Formats
from picker_app.gui.marked import QT_TRANSLATE_NOOP
from picker_app.picking.commands import ScanCommand

translate = QCoreApplication.translate

RESULTS: dict[str, tuple[str, str]] = {
    # Codes that are no product.
    "unknown_label": (
        QT_TRANSLATE_NOOP("Results", "Unknown label"),
        QT_TRANSLATE_NOOP("Results", "says once and for all that it is {name}"),
    ),
    "carton": (
        QT_TRANSLATE_NOOP("Results", "That is a carton"),
        QT_TRANSLATE_NOOP("Results", "of {name}: scan one piece"),
    ),
    "misprinted": (
        QT_TRANSLATE_NOOP("Results", "The label is misprinted"),
        QT_TRANSLATE_NOOP("Results", "Its inner check digit is wrong: print it again."),
    ),
    "unlike_rule": (
        QT_TRANSLATE_NOOP("Results", "The label does not fit the scale’s rule"),
        QT_TRANSLATE_NOOP("Results", "Nothing was taken. Teach it: the scanner’s page, labels."),
    ),
    "alt_mode": (
        QT_TRANSLATE_NOOP("Results", "The scanner is in ALT mode"),
        QT_TRANSLATE_NOOP("Results", "Set it to normal keyboard mode: this way nothing can be read."),
    ),
    "secret_field": (
        QT_TRANSLATE_NOOP("Results", "Scanner is off"),
        QT_TRANSLATE_NOOP("Results", "while a secret is typed"),
    ),
    "typed": (QT_TRANSLATE_NOOP("Results", "Typed"), ""),
    # Weights.
    "weight_replaced": (
        QT_TRANSLATE_NOOP("Results", "{name}"),
        QT_TRANSLATE_NOOP("Results", "{before} → {amount} of {ordered}"),
    ),
    "same_label": (
        QT_TRANSLATE_NOOP("Results", "{name}"),
        QT_TRANSLATE_NOOP("Results", "same label, still {amount} of {ordered}"),
    ),
    "no_weight": (
        QT_TRANSLATE_NOOP("Results", "The weight is 0"),
        QT_TRANSLATE_NOOP("Results", "{name} · weigh it again"),
    ),
    "no_price": (
        QT_TRANSLATE_NOOP("Results", "The price on the label is 0"),
        QT_TRANSLATE_NOOP("Results", "{name} · print the label again"),
    ),
    "label_price": (
        QT_TRANSLATE_NOOP("Results", "Is {amount} kg on the label?"),
        QT_TRANSLATE_NOOP("Results", "takes it · {price} at {per_kg} a kilogram · F7: another price"),
    ),
    "odd_price": (
        QT_TRANSLATE_NOOP("Results", "{price} for {name}?"),
        QT_TRANSLATE_NOOP("Results", "takes {amount} kg all the same · {ordered} ordered"),
    ),
    "far_off": (
        QT_TRANSLATE_NOOP("Results", "{amount} kg of {name}?"),
        QT_TRANSLATE_NOOP("Results", "takes it all the same · {ordered} ordered"),
    ),
    "expired_piece": (
        QT_TRANSLATE_NOOP("Results", "Ended {ends}"),
        QT_TRANSLATE_NOOP("Results", "takes it all the same · {name}"),
    ),
    "tied": (QT_TRANSLATE_NOOP("Results", "{name}"), QT_TRANSLATE_NOOP("Results", "scan the label again")),
    # Commands.
    "times": (
        QT_TRANSLATE_NOOP("Results", "× {times}"),
        QT_TRANSLATE_NOOP("Results", "the next product counts for so many"),
    ),
    "add_pack": (
        QT_TRANSLATE_NOOP("Results", "One more pack"),
        QT_TRANSLATE_NOOP("Results", "the next label comes on top"),
    ),
    "nothing_here": (
        QT_TRANSLATE_NOOP("Results", "{command}"),
        QT_TRANSLATE_NOOP("Results", "does nothing here"),
    ),
    "too_late": (
        QT_TRANSLATE_NOOP("Results", "Nothing is cancelled"),
        QT_TRANSLATE_NOOP("Results", "Scan REJECT, then CONFIRM within 30 seconds."),
    ),
    "no_printer": (QT_TRANSLATE_NOOP("Results", "No label printer"), ""),
    "test": (QT_TRANSLATE_NOOP("Results", "The scanner works"), ""),
    "no_order": (QT_TRANSLATE_NOOP("Results", "No other order waits"), ""),
}

COMMANDS: dict[ScanCommand, str] = {
    ScanCommand.UNDO: QT_TRANSLATE_NOOP("Commands", "UNDO"),
    ScanCommand.NOT_FOUND: QT_TRANSLATE_NOOP("Commands", "NOT FOUND"),
    ScanCommand.REPLACE: QT_TRANSLATE_NOOP("Commands", "REPLACE"),
    ScanCommand.ADD_ITEM: QT_TRANSLATE_NOOP("Commands", "ADD ITEM"),
    ScanCommand.NEXT_LINE: QT_TRANSLATE_NOOP("Commands", "NEXT LINE"),
    ScanCommand.NEXT_ORDER: QT_TRANSLATE_NOOP("Commands", "NEXT ORDER"),
    ScanCommand.INBOX: QT_TRANSLATE_NOOP("Commands", "INBOX"),
    ScanCommand.CONFIRM: QT_TRANSLATE_NOOP("Commands", "CONFIRM"),
    ScanCommand.CANCEL: QT_TRANSLATE_NOOP("Commands", "ONE STEP BACK"),
    ScanCommand.FINISH: QT_TRANSLATE_NOOP("Commands", "FINISH"),
    ScanCommand.REJECT: QT_TRANSLATE_NOOP("Commands", "REJECT"),
    ScanCommand.TIMES: QT_TRANSLATE_NOOP("Commands", "× {times}"),
    ScanCommand.ADD_PACK: QT_TRANSLATE_NOOP("Commands", "ADD PACK"),
    ScanCommand.PRINT_LABEL: QT_TRANSLATE_NOOP("Commands", "PRINT LABEL"),
    ScanCommand.CHECK_CART: QT_TRANSLATE_NOOP("Commands", "CHECK CART"),
    ScanCommand.TEST: QT_TRANSLATE_NOOP("Commands", "TEST"),
}

REMARKS: dict[str, str] = {
    "found_after_all": QT_TRANSLATE_NOOP("Results", "found after all"),
    "repaired": QT_TRANSLATE_NOOP("Results", "code mended: digits were missing"),
    "fields_cut": QT_TRANSLATE_NOOP("Results", "only a part of the code was read"),
    "ends_soon": QT_TRANSLATE_NOOP("Results", "ends {ends}"),
}
"""What else is said of a good scan, by the codes of a Result's notes; a code that is not here is not said."""


def command_name(command: ScanCommand, times: int = 1) -> str:
    """Return what is printed beside a command's code."""
    return translate("Commands", COMMANDS[command]).format(times=times)


def remarks(notes: tuple[str, ...], values: Mapping[str, str]) -> str:
    """Return what else is to be said, parted by dots, "" for nothing."""
    texts = (translate("Results", REMARKS[note]) for note in notes if note in REMARKS)
    return " · ".join(text.format(ends=values.get("ends", "")) for text in texts)


def dated(values: Mapping[str, str], formats: Formats) -> dict[str, str]:
    """Return the dates among a sentence's values as they are written in the language."""
    return {name: formats.day(date.fromisoformat(values[name])) for name in ("ends",) if values.get(name)}

"""How the copy of an account's catalogue stands: a word with its shape, its figures, what is so, whose turn it is."""

from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from picker_app.catalog.importer import Renewal
from picker_app.gui.formats import Formats
from picker_app.gui.marked import QT_TRANSLATE_NOOP
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.paint import Mark

translate = QCoreApplication.translate
_AGAIN = QT_TRANSLATE_NOOP("Catalogue", "The program tries again by itself.")
_FAILED = {
    "unreachable": (QT_TRANSLATE_NOOP("Catalogue", "The platform cannot be reached."), _AGAIN),
    "limited": (QT_TRANSLATE_NOOP("Catalogue", "The platform asks us to slow down."), _AGAIN),
    "locked_out": (
        QT_TRANSLATE_NOOP("Catalogue", "The platform refuses the sign-in."),
        QT_TRANSLATE_NOOP("Catalogue", "You: check the client id and the secret of this account."),
    ),
    "refused": (
        QT_TRANSLATE_NOOP("Catalogue", "The platform does not hand out the catalogue."),
        QT_TRANSLATE_NOOP("Catalogue", "You: ask the platform to open the catalogue for this account."),
    ),
    "missing": (
        QT_TRANSLATE_NOOP("Catalogue", "The platform does not know this shop."),
        QT_TRANSLATE_NOOP("Catalogue", "You: check the chain and the vendor of this account."),
    ),
    "unreadable": (
        QT_TRANSLATE_NOOP("Catalogue", "The platform sent something this program cannot read."),
        QT_TRANSLATE_NOOP("Catalogue", "Our fault, not yours: a support file helps us to mend it."),
    ),
    "fault": (
        QT_TRANSLATE_NOOP("Catalogue", "The program made a mistake while it was reading."),
        QT_TRANSLATE_NOOP("Catalogue", "Our fault, not yours: a support file helps us to mend it."),
    ),
}
_UNEXPECTED = (QT_TRANSLATE_NOOP("Catalogue", "The platform did not answer as expected."), _AGAIN)


def mark(renewal: Renewal) -> Mark:
    """Return the state as a word with its shape and colour."""
    if renewal.running:
        return Mark("half-circle", translate("Catalogue", "Reading"), Tone.ACCENT)
    if renewal.code:
        return Mark("warning", translate("Catalogue", "Not read"), Tone.BAD)
    if renewal.renewed_at is not None:
        return Mark("circle-check", translate("Catalogue", "Read"), Tone.GOOD)
    if renewal.products:
        return Mark("help", translate("Catalogue", "Not whole"), Tone.ATTENTION)
    return Mark("circle", translate("Catalogue", "Not read yet"), Tone.IDLE)


def figures(renewal: Renewal, now: datetime, formats: Formats) -> str:
    """Return how many products there are and when they were read last; while they are read, how many came so far."""
    count = formats.number(Decimal(renewal.products))
    if renewal.running:
        return translate("Catalogue", "Reading: {count} products so far").format(count=count)
    if renewal.renewed_at is None:
        return translate("Catalogue", "Products: {count} · never read whole").format(count=count)
    words = translate("Catalogue", "Products: {count} · read {time}")
    return words.format(count=count, time=formats.moment(renewal.renewed_at, now))


def title(renewal: Renewal) -> str:
    """Return what is so, in a sentence."""
    if renewal.running:
        return translate("Catalogue", "The catalogue is being read. Picking goes on meanwhile.")
    if renewal.code:
        return translate("Catalogue", _FAILED.get(renewal.code, _UNEXPECTED)[0])
    if renewal.renewed_at is None:
        return translate("Catalogue", "No whole catalogue was read yet.")
    return translate("Catalogue", "The program reads it once a day by itself.")


def advice(renewal: Renewal, now: datetime, formats: Formats) -> str:
    """Return whose turn it is and when the program reads again, "" while it reads."""
    if renewal.running:
        return ""
    parts = []
    if renewal.code:
        parts.append(translate("Catalogue", _FAILED.get(renewal.code, _UNEXPECTED)[1]))
        if renewal.products:
            parts.append(translate("Catalogue", "What was read before stays in use."))
    if renewal.next_at is not None:
        words = translate("Catalogue", "Next time by itself: {time}.")
        parts.append(words.format(time=formats.moment(renewal.next_at, now)))
    return " ".join(parts)

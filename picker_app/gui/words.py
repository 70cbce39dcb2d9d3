"""The words of states: every code that a row can carry, as a person's word with its shape and colour."""

from PySide6.QtCore import QCoreApplication

from picker_app.catalog.search import Reason
from picker_app.domain.said import Flow, Status
from picker_app.gui.formats import Formats
from picker_app.gui.marked import QT_TRANSLATE_NOOP
from picker_app.gui.notices import Notice
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.paint import Mark
from picker_app.picking.rows import LineRow, LineWord, OrderRow, Tab, Word

translate = QCoreApplication.translate

ORDER_WORDS: dict[Word, tuple[str, str, Tone]] = {
    Word.NEW: ("circle", QT_TRANSLATE_NOOP("Words", "New"), Tone.IDLE),
    Word.PICKING: ("half-circle", QT_TRANSLATE_NOOP("Words", "{done} of {total}"), Tone.ACCENT),
    Word.REFUSED: ("warning", QT_TRANSLATE_NOOP("Words", "Sent back: correct it"), Tone.BAD),
    Word.SAVED: ("clock", QT_TRANSLATE_NOOP("Words", "Saved, not sent yet"), Tone.ATTENTION),
    Word.SENDING: ("send", QT_TRANSLATE_NOOP("Words", "Sending"), Tone.ACCENT),
    Word.SENT: ("clock", QT_TRANSLATE_NOOP("Words", "Sent, not confirmed yet"), Tone.ACCENT),
    Word.UNCERTAIN: ("help", QT_TRANSLATE_NOOP("Words", "Not certain, asking again"), Tone.ATTENTION),
    Word.ASK: ("warning", QT_TRANSLATE_NOOP("Words", "Your turn: decide"), Tone.BAD),
    Word.WITH_PLATFORM: ("phone", QT_TRANSLATE_NOOP("Words", "With the platform’s desk"), Tone.ATTENTION),
    Word.CONFIRMED: ("check", QT_TRANSLATE_NOOP("Words", "Ready, confirmed"), Tone.GOOD),
    Word.DISPATCHED: ("check", QT_TRANSLATE_NOOP("Words", "On its way"), Tone.GOOD),
    Word.DELIVERED: ("circle-check", QT_TRANSLATE_NOOP("Words", "Delivered"), Tone.GOOD),
    Word.CANCELLED: ("cross", QT_TRANSLATE_NOOP("Words", "Cancelled"), Tone.IDLE),
    Word.PUT_BACK: ("warning", QT_TRANSLATE_NOOP("Words", "Cancelled: put it back"), Tone.BAD),
    Word.ELSEWHERE: ("circle-check", QT_TRANSLATE_NOOP("Words", "Finished on another device"), Tone.IDLE),
    Word.NOT_OURS: ("circle-check", QT_TRANSLATE_NOOP("Words", "Not picked here"), Tone.IDLE),
}
LINE_WORDS: dict[LineWord, tuple[str, str, Tone]] = {
    LineWord.TO_PICK: ("circle", QT_TRANSLATE_NOOP("Words", "To pick"), Tone.IDLE),
    LineWord.WEIGH: ("scale", QT_TRANSLATE_NOOP("Words", "Weigh"), Tone.ATTENTION),
    LineWord.MORE: ("half-circle", QT_TRANSLATE_NOOP("Words", "{left} more"), Tone.ACCENT),
    LineWord.PICKED: ("check", QT_TRANSLATE_NOOP("Words", "Picked"), Tone.GOOD),
    LineWord.FEWER: ("minus", QT_TRANSLATE_NOOP("Words", "Fewer"), Tone.ATTENTION),
    LineWord.NOT_FOUND: ("cross", QT_TRANSLATE_NOOP("Words", "Not found"), Tone.BAD),
    LineWord.REPLACED: ("swap", QT_TRANSLATE_NOOP("Words", "Replaced"), Tone.ACCENT),
    LineWord.REPLACEMENT: ("swap", QT_TRANSLATE_NOOP("Words", "Replacement"), Tone.GOOD),
    LineWord.ADDED: ("plus", QT_TRANSLATE_NOOP("Words", "Added"), Tone.GOOD),
    LineWord.HEADING: ("half-circle", QT_TRANSLATE_NOOP("Words", "See its parts"), Tone.IDLE),
    LineWord.GONE: ("cross", QT_TRANSLATE_NOOP("Words", "Removed by the customer"), Tone.BAD),
}
FLAGS = {
    "new": QT_TRANSLATE_NOOP("Words", "new from the platform"),
    "gone": QT_TRANSLATE_NOOP("Words", "removed by the platform"),
    "changed": QT_TRANSLATE_NOOP("Words", "changed by the platform"),
}
FLOWS = {
    Flow.PLATFORM_DELIVERY: QT_TRANSLATE_NOOP("Words", "rider picks up"),
    Flow.VENDOR_DELIVERY: QT_TRANSLATE_NOOP("Words", "we deliver"),
    Flow.PICKUP: QT_TRANSLATE_NOOP("Words", "customer comes"),
}
TABS = {
    Tab.TO_PICK: QT_TRANSLATE_NOOP("Words", "To pick"),
    Tab.PICKING: QT_TRANSLATE_NOOP("Words", "Picking"),
    Tab.WAITING: QT_TRANSLATE_NOOP("Words", "Waiting for platform"),
    Tab.DONE: QT_TRANSLATE_NOOP("Words", "Done today"),
}
REASONS = {
    "ITEM_UNAVAILABLE": (
        QT_TRANSLATE_NOOP("Words", "Items are not available"),
        QT_TRANSLATE_NOOP("Words", "What was ordered is not in the store."),
    ),
    "CLOSED": (
        QT_TRANSLATE_NOOP("Words", "The store is closed"),
        QT_TRANSLATE_NOOP("Words", "The order came outside the opening hours."),
    ),
    "TOO_BUSY": (
        QT_TRANSLATE_NOOP("Words", "The store is too busy"),
        QT_TRANSLATE_NOOP("Words", "It cannot be ready in time."),
    ),
}
WHY = {
    "same_brand": QT_TRANSLATE_NOOP("Words", "same brand, {brand}"),
    "similar_name": QT_TRANSLATE_NOOP("Words", "also {words}"),
    "as_it_is": QT_TRANSLATE_NOOP("Words", "not in the catalogue: use the code as it is"),
}
PLATFORM_ERRORS = {
    "platform": QT_TRANSLATE_NOOP("Words", "The platform did not answer as expected. The program tries again."),
    "unreachable": QT_TRANSLATE_NOOP(
        "Words", "The platform cannot be reached. What you did is saved here and is sent as soon as the line is back."
    ),
    "limited": QT_TRANSLATE_NOOP("Words", "The platform asks us to slow down. The program waits and goes on."),
    "uncertain": QT_TRANSLATE_NOOP(
        "Words", "It is not certain whether the platform took this. The program reads the order back. Please wait."
    ),
    "locked_out": QT_TRANSLATE_NOOP(
        "Words", "The platform refuses the sign-in. You: check the client id and the secret of this account."
    ),
    "refused": QT_TRANSLATE_NOOP("Words", "The platform refuses this. You: correct the marked lines and send again."),
    "missing": QT_TRANSLATE_NOOP("Words", "The platform does not know this order. You: check the account's settings."),
    "unreadable": QT_TRANSLATE_NOOP(
        "Words", "The platform sent something this program cannot read. It is kept for support."
    ),
}


def word(text: str) -> str:
    """Translate a text of the tables above."""
    return translate("Words", text)


def order_mark(row: OrderRow) -> Mark:
    """Return the state of an order."""
    unaccepted = row.word is Word.PICKING and row.confirming == "refused"
    confirming = confirming_mark(row) if row.word is Word.NEW or unaccepted else None
    if confirming is not None:
        return confirming
    icon, text, tone = ORDER_WORDS[row.word]
    return Mark(icon, word(text).format(done=row.done, total=row.total), tone)


def confirming_mark(row: OrderRow) -> Mark | None:
    """Return how the confirmation of an order stands, None where its platform wants none or nothing is to be said."""
    if row.returned:
        return Mark("warning", translate("Words", "Given back: make it"), Tone.BAD)
    if row.confirming == "refused":
        return Mark("warning", translate("Words", "Acceptance refused"), Tone.BAD)
    if row.confirming == "uncertain":
        return Mark("help", translate("Words", "Accepted, not certain"), Tone.ATTENTION)
    if row.confirming in ("queued", "sending"):
        return Mark("send", translate("Words", "Accepted, being sent"), Tone.ACCENT)
    if row.confirming:
        return Mark("clock", translate("Words", "Accepted, waiting"), Tone.ACCENT)
    if row.confirm_by is not None:
        return Mark("bell", translate("Words", "To accept"), Tone.ATTENTION)
    return Mark("check", translate("Words", "Confirmed"), Tone.GOOD) if row.status is Status.CONFIRMED else None


def line_mark(line: LineRow, formats: Formats) -> Mark:
    """Return the state of a line."""
    icon, text, tone = LINE_WORDS[line.word]
    left = max(line.ordered - line.amount, line.amount * 0)
    return Mark(icon, word(text).format(left=formats.with_unit(left, line.pricing)), tone)


def flow(value: Flow) -> str:
    """Return who carries the goods."""
    return word(FLOWS[value])


def tab(value: Tab) -> str:
    """Return the name of a tab."""
    return word(TABS[value])


def reason(code: str) -> tuple[str, str]:
    """Return a cancel reason and what it means; an unknown code stands for itself."""
    if code not in REASONS:
        return code, ""
    name, meaning = REASONS[code]
    return word(name), word(meaning)


def why(reason: Reason) -> str:
    """Return why a product is suggested; an unknown code stands for itself."""
    return word(WHY[reason.code]).format(**dict(reason.values)) if reason.code in WHY else reason.code


def platform_error(code: str) -> str:
    """Return title and advice of a platform's error."""
    return word(PLATFORM_ERRORS.get(code, PLATFORM_ERRORS["platform"]))


def our_fault() -> Notice:
    """Return what is said when the program itself failed."""
    return Notice(
        translate("Words", "That did not work"),
        translate("Words", "Our fault, not yours. It is saved for support. Try again."),
        Tone.BAD,
        "warning",
        "fault",
    )

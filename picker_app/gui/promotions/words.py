"""The words of promotions: states, mechanics, fields, jobs, what happened, and why something cannot be done."""

from PySide6.QtCore import QCoreApplication

from picker_app.domain.mechanics import (
    ALCOHOL,
    AMOUNT_OFF,
    DISCOUNTS,
    FIXED_PRICE,
    FREE_QUANTITY,
    ITEMS,
    MAX_DISCOUNT,
    MIN_ORDER,
    PERCENTAGE,
    QUANTITY,
    SHAPES,
)
from picker_app.domain.promotion import DiscountKind, Market, Mechanic
from picker_app.gui.marked import QT_TRANSLATE_NOOP
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.paint import Mark
from picker_app.promotions.overview import JobLine, PromotionRow, PromotionState
from picker_app.store.campaign_views import State

translate = QCoreApplication.translate

STATES: dict[PromotionState, tuple[str, str, Tone]] = {
    PromotionState.DRAFT: ("pencil", QT_TRANSLATE_NOOP("Promotions", "Draft"), Tone.IDLE),
    PromotionState.CHECKED: ("check", QT_TRANSLATE_NOOP("Promotions", "Checked"), Tone.ACCENT),
    PromotionState.SENDING: ("send", QT_TRANSLATE_NOOP("Promotions", "Sending"), Tone.ACCENT),
    PromotionState.CHANGING: ("send", QT_TRANSLATE_NOOP("Promotions", "Change on its way"), Tone.ACCENT),
    PromotionState.SCHEDULED: ("clock", QT_TRANSLATE_NOOP("Promotions", "Taken, starts later"), Tone.GOOD),
    PromotionState.LIVE: ("circle-check", QT_TRANSLATE_NOOP("Promotions", "Live"), Tone.GOOD),
    PromotionState.PARTLY_LIVE: ("half-circle", QT_TRANSLATE_NOOP("Promotions", "Partly live"), Tone.ATTENTION),
    PromotionState.REFUSED: ("cross", QT_TRANSLATE_NOOP("Promotions", "Refused"), Tone.BAD),
    PromotionState.UNSURE: ("help", QT_TRANSLATE_NOOP("Promotions", "Not certain: your turn"), Tone.ATTENTION),
    PromotionState.ENDING: ("clock", QT_TRANSLATE_NOOP("Promotions", "Ending"), Tone.ATTENTION),
    PromotionState.ENDED: ("minus", QT_TRANSLATE_NOOP("Promotions", "Ended"), Tone.IDLE),
    PromotionState.WITHDRAWN: ("trash", QT_TRANSLATE_NOOP("Promotions", "Taken back"), Tone.IDLE),
}
MECHANICS: dict[Mechanic, tuple[str, str]] = {
    Mechanic.PERCENTAGE_OFF_ON_ITEMS: (
        QT_TRANSLATE_NOOP("Promotions", "Percent off"),
        QT_TRANSLATE_NOOP("Promotions", "20 % off each of these products"),
    ),
    Mechanic.AMOUNT_OFF_ON_ITEMS: (
        QT_TRANSLATE_NOOP("Promotions", "Money off"),
        QT_TRANSLATE_NOOP("Promotions", "1.00 off each of these products"),
    ),
    Mechanic.PERCENTAGE_OFF_ON_SECOND_ITEM: (
        QT_TRANSLATE_NOOP("Promotions", "Percent off the second one"),
        QT_TRANSLATE_NOOP("Promotions", "buy two, the second at half price"),
    ),
    Mechanic.PERCENTAGE_OFF_ON_SINGLE_ITEM_MULTIBUY: (
        QT_TRANSLATE_NOOP("Promotions", "Several of the same, percent off"),
        QT_TRANSLATE_NOOP("Promotions", "buy 3 of the same, 15 % off"),
    ),
    Mechanic.FIXED_PRICE_ON_SINGLE_ITEM_MULTIBUY: (
        QT_TRANSLATE_NOOP("Promotions", "Several of the same, one price"),
        QT_TRANSLATE_NOOP("Promotions", "3 of the same for 5.00"),
    ),
    Mechanic.PERCENTAGE_OFF_ON_MULTIPLE_ITEM_MULTIBUY: (
        QT_TRANSLATE_NOOP("Promotions", "Mixed, percent off"),
        QT_TRANSLATE_NOOP("Promotions", "any 3 of these products, 15 % off"),
    ),
    Mechanic.FIXED_PRICE_ON_MULTIPLE_ITEM_MULTIBUY: (
        QT_TRANSLATE_NOOP("Promotions", "Mixed, one price"),
        QT_TRANSLATE_NOOP("Promotions", "any 3 of these products for 5.00"),
    ),
    Mechanic.PERCENTAGE_OFF_ON_BASKET: (
        QT_TRANSLATE_NOOP("Promotions", "Percent off the basket"),
        QT_TRANSLATE_NOOP("Promotions", "10 % off from 30.00 on"),
    ),
    Mechanic.FREE_DELIVERY: (
        QT_TRANSLATE_NOOP("Promotions", "Free delivery"),
        QT_TRANSLATE_NOOP("Promotions", "no delivery fee from 20.00 on"),
    ),
    Mechanic.BUY_X_FOR_Y: (
        QT_TRANSLATE_NOOP("Promotions", "Pieces free"),
        QT_TRANSLATE_NOOP("Promotions", "3 for 2"),
    ),
    Mechanic.BUY_X_PLUS_SAVE_Y_PERCENT: (
        QT_TRANSLATE_NOOP("Promotions", "From so many on, percent off"),
        QT_TRANSLATE_NOOP("Promotions", "buy 6 or more, save 25 %"),
    ),
    Mechanic.STRIKETHROUGH: (
        QT_TRANSLATE_NOOP("Promotions", "Reduced price"),
        QT_TRANSLATE_NOOP("Promotions", "the old price is shown struck through"),
    ),
    Mechanic.SAME_ITEM_BUNDLE: (
        QT_TRANSLATE_NOOP("Promotions", "Bundle of the same"),
        QT_TRANSLATE_NOOP("Promotions", "buy 2, get 1 free or reduced"),
    ),
}
KINDS: dict[DiscountKind, str] = {
    DiscountKind.FINAL_PRICE: QT_TRANSLATE_NOOP("Promotions", "New price"),
    DiscountKind.ABSOLUTE: QT_TRANSLATE_NOOP("Promotions", "Money off"),
    DiscountKind.PERCENTAGE: QT_TRANSLATE_NOOP("Promotions", "Percent off"),
}
FIELDS = {
    "": QT_TRANSLATE_NOOP("Promotions", "Promotion"),
    "promotions": QT_TRANSLATE_NOOP("Promotions", "File"),
    "promotion_id": QT_TRANSLATE_NOOP("Promotions", "Id"),
    "promotion_type": QT_TRANSLATE_NOOP("Promotions", "Mechanic"),
    "name": QT_TRANSLATE_NOOP("Promotions", "Name"),
    "user_target": QT_TRANSLATE_NOOP("Promotions", "Audience"),
    "sites": QT_TRANSLATE_NOOP("Promotions", "Sites"),
    "fulfillment_method": QT_TRANSLATE_NOOP("Promotions", "Way"),
    "start_at": QT_TRANSLATE_NOOP("Promotions", "Begin"),
    "end_at": QT_TRANSLATE_NOOP("Promotions", "End"),
    "time_zone": QT_TRANSLATE_NOOP("Promotions", "Time zone"),
    ITEMS: QT_TRANSLATE_NOOP("Promotions", "Products"),
    QUANTITY: QT_TRANSLATE_NOOP("Promotions", "Pieces to buy"),
    MIN_ORDER: QT_TRANSLATE_NOOP("Promotions", "Smallest basket"),
    ALCOHOL: QT_TRANSLATE_NOOP("Promotions", "Alcohol"),
    PERCENTAGE: QT_TRANSLATE_NOOP("Promotions", "Percent off"),
    AMOUNT_OFF: QT_TRANSLATE_NOOP("Promotions", "Money off"),
    FIXED_PRICE: QT_TRANSLATE_NOOP("Promotions", "Price for all together"),
    FREE_QUANTITY: QT_TRANSLATE_NOOP("Promotions", "Pieces of them free"),
    MAX_DISCOUNT: QT_TRANSLATE_NOOP("Promotions", "At most off"),
    DISCOUNTS: QT_TRANSLATE_NOOP("Promotions", "Discounts"),
    "kind": QT_TRANSLATE_NOOP("Promotions", "Kind of discount"),
    "value": QT_TRANSLATE_NOOP("Promotions", "Value"),
    "max_quantity": QT_TRANSLATE_NOOP("Promotions", "Pieces at most"),
    "reason": QT_TRANSLATE_NOOP("Promotions", "Reason"),
    "display_name": QT_TRANSLATE_NOOP("Promotions", "Names by language"),
    "limits": QT_TRANSLATE_NOOP("Promotions", "Limits"),
    "limits.global_limit": QT_TRANSLATE_NOOP("Promotions", "Times in all"),
    "limits.max_discount_per_order": QT_TRANSLATE_NOOP("Promotions", "Most off an order"),
    "limits.max_items_per_order": QT_TRANSLATE_NOOP("Promotions", "Most pieces in an order"),
    "active": QT_TRANSLATE_NOOP("Promotions", "Active"),
}
"""Fields by their names in files, and the parts of a discount row by those of the form."""
ROW_PARTS = {"sku": ITEMS, "discount_value": "value", "discount_type": "kind", "max_quantity": "max_quantity"}
CHOICES = {
    "ALL_CUSTOMERS": QT_TRANSLATE_NOOP("Promotions", "all customers"),
    "LOYALTY_CUSTOMER": QT_TRANSLATE_NOOP("Promotions", "loyalty customers"),
    "DELIVERY": QT_TRANSLATE_NOOP("Promotions", "delivery"),
    "COLLECTION": QT_TRANSLATE_NOOP("Promotions", "collection"),
    "yes": QT_TRANSLATE_NOOP("Promotions", "counts"),
    "no": QT_TRANSLATE_NOOP("Promotions", "does not count"),
    "": QT_TRANSLATE_NOOP("Promotions", "not given"),
    "COMPETITIVENESS": QT_TRANSLATE_NOOP("Promotions", "competition"),
    "OVERSTOCK": QT_TRANSLATE_NOOP("Promotions", "too much in stock"),
    "DELISTING": QT_TRANSLATE_NOOP("Promotions", "leaves the range"),
    "EXPIRING_SOON": QT_TRANSLATE_NOOP("Promotions", "expires soon"),
    "NMR": QT_TRANSLATE_NOOP("Promotions", "paid by the supplier"),
    "TRADING": QT_TRANSLATE_NOOP("Promotions", "trading"),
}
EVENTS = {
    "composed": QT_TRANSLATE_NOOP("Promotions", "composed here"),
    "changed": QT_TRANSLATE_NOOP("Promotions", "changed here"),
    "withdrawn": QT_TRANSLATE_NOOP("Promotions", "taken back here"),
    "brought_in": QT_TRANSLATE_NOOP("Promotions", "brought in from a file: made elsewhere"),
    "said_live": QT_TRANSLATE_NOOP("Promotions", "a person said: the platform has it"),
    "said_not_live": QT_TRANSLATE_NOOP("Promotions", "a person said: the platform does not have it"),
    "submitted": QT_TRANSLATE_NOOP("Promotions", "to be sent"),
    "stop_wanted": QT_TRANSLATE_NOOP("Promotions", "a person wants it stopped"),
    "url_asked": QT_TRANSLATE_NOOP("Promotions", "the platform gave an address for the file"),
    "url_unused": QT_TRANSLATE_NOOP("Promotions", "that address was given up; a new one is asked for"),
    "upload_began": QT_TRANSLATE_NOOP("Promotions", "the file leaves"),
    "uploaded": QT_TRANSLATE_NOOP("Promotions", "the file has arrived"),
    "upload_unsure": QT_TRANSLATE_NOOP("Promotions", "it is not certain whether the file arrived"),
    "upload_failed": QT_TRANSLATE_NOOP("Promotions", "the file did not get through; it is tried again"),
    "not_arrived": QT_TRANSLATE_NOOP("Promotions", "the file has not arrived; it is sent again"),
    "interrupted": QT_TRANSLATE_NOOP("Promotions", "the program ended while it was on its way"),
    "sent": QT_TRANSLATE_NOOP("Promotions", "sent"),
    "taken": QT_TRANSLATE_NOOP("Promotions", "the platform took it and works on it"),
    "status": QT_TRANSLATE_NOOP("Promotions", "the platform says"),
    "occupied": QT_TRANSLATE_NOOP("Promotions", "the platform works on it already; it is tried again"),
    "unanswered": QT_TRANSLATE_NOOP("Promotions", "no good answer; it is tried again"),
    "reported": QT_TRANSLATE_NOOP("Promotions", "the platform reported back"),
    "asked_again": QT_TRANSLATE_NOOP("Promotions", "a person asked again"),
}
VERDICTS: dict[str, tuple[str, str, Tone]] = {
    "completed": ("circle-check", QT_TRANSLATE_NOOP("Promotions", "All taken"), Tone.GOOD),
    "partial": ("half-circle", QT_TRANSLATE_NOOP("Promotions", "Partly taken"), Tone.ATTENTION),
    "failed": ("cross", QT_TRANSLATE_NOOP("Promotions", "Refused"), Tone.BAD),
    "refused": ("cross", QT_TRANSLATE_NOOP("Promotions", "Refused"), Tone.BAD),
    "duplicate": ("check", QT_TRANSLATE_NOOP("Promotions", "The platform had it already"), Tone.GOOD),
    "not_taken": ("cross", QT_TRANSLATE_NOOP("Promotions", "Not taken"), Tone.BAD),
    "never_arrived": ("wifi-off", QT_TRANSLATE_NOOP("Promotions", "Never arrived"), Tone.BAD),
    "unsure": ("help", QT_TRANSLATE_NOOP("Promotions", "Not certain"), Tone.ATTENTION),
    "stopped": ("minus", QT_TRANSLATE_NOOP("Promotions", "Stopped"), Tone.IDLE),
    "replaced": ("swap", QT_TRANSLATE_NOOP("Promotions", "Replaced by a newer one"), Tone.IDLE),
    "void": ("minus", QT_TRANSLATE_NOOP("Promotions", "Nothing to do"), Tone.IDLE),
}
JOB_STATES: dict[State, tuple[str, str, Tone]] = {
    State.FROZEN: ("clock", QT_TRANSLATE_NOOP("Promotions", "Waits to leave"), Tone.ACCENT),
    State.LEAVE: ("clock", QT_TRANSLATE_NOOP("Promotions", "About to leave"), Tone.ACCENT),
    State.SENDING: ("send", QT_TRANSLATE_NOOP("Promotions", "Sending"), Tone.ACCENT),
    State.UNSURE: ("help", QT_TRANSLATE_NOOP("Promotions", "Not certain, asking again"), Tone.ATTENTION),
    State.FOLLOWING: ("clock", QT_TRANSLATE_NOOP("Promotions", "With the platform"), Tone.ACCENT),
    State.ENDED: ("check", QT_TRANSLATE_NOOP("Promotions", "Ended"), Tone.IDLE),
}
PURPOSES = {
    "new": QT_TRANSLATE_NOOP("Promotions", "New"),
    "change": QT_TRANSLATE_NOOP("Promotions", "Change"),
    "end": QT_TRANSLATE_NOOP("Promotions", "End"),
}
RESULTS: dict[str, tuple[str, str, Tone]] = {
    "accepted": ("check", QT_TRANSLATE_NOOP("Promotions", "Taken"), Tone.GOOD),
    "partly": ("half-circle", QT_TRANSLATE_NOOP("Promotions", "Partly taken"), Tone.ATTENTION),
    "refused": ("cross", QT_TRANSLATE_NOOP("Promotions", "Refused"), Tone.BAD),
    "unsure": ("help", QT_TRANSLATE_NOOP("Promotions", "Not certain"), Tone.ATTENTION),
    "": ("clock", QT_TRANSLATE_NOOP("Promotions", "No answer yet"), Tone.IDLE),
}
FINDINGS = {
    "ITEM_NOT_FOUND": QT_TRANSLATE_NOOP("Promotions", "The platform does not know these products: {items}"),
    "PROMOTION_OVERLAP": QT_TRANSLATE_NOOP("Promotions", "Another promotion runs for these products: {items}"),
    "INVALID_DATE_RANGE": QT_TRANSLATE_NOOP("Promotions", "The platform refuses the period."),
}
"""The words of a platform against a promotion that are known; others stand for themselves."""
NO_REASON = QT_TRANSLATE_NOOP("Promotions", "The platform gave no reason.")
"""What is said of a refusal that came without a word."""
OUTCOMES = {
    "unknown": QT_TRANSLATE_NOOP("Promotions", "It is not there any more, or they are not of one account."),
    "id_taken": QT_TRANSLATE_NOOP("Promotions", "There is a promotion with this id already."),
    "id_sent": QT_TRANSLATE_NOOP("Promotions", "The id was sent already: copy the promotion for another id."),
    "withdrawn": QT_TRANSLATE_NOOP("Promotions", "It was taken back: copy it to use it again."),
    "in_job": QT_TRANSLATE_NOOP("Promotions", "It is on its way: wait until the platform has answered."),
    "not_checked": QT_TRANSLATE_NOOP("Promotions", "It was changed after the check: check it again."),
    "unsure": QT_TRANSLATE_NOOP("Promotions", "It is not certain whether the platform has it: say so first."),
    "cannot_write": QT_TRANSLATE_NOOP("Promotions", "The platform has no words for it."),
    "nothing_to_send": QT_TRANSLATE_NOOP("Promotions", "The platform has it as it stands here."),
    "already_over": QT_TRANSLATE_NOOP("Promotions", "It is over already."),
    "not_sent": QT_TRANSLATE_NOOP("Promotions", "Nothing about it is uncertain."),
    "problems": QT_TRANSLATE_NOOP("Promotions", "Something has to be mended first."),
    "not_saved": QT_TRANSLATE_NOOP("Promotions", "It could not be saved."),
    "changed_meanwhile": QT_TRANSLATE_NOOP("Promotions", "It was changed meanwhile: look at it again."),
}


def word(text: str) -> str:
    """Translate a text of the tables above."""
    return translate("Promotions", text)


def _mark(entry: tuple[str, str, Tone]) -> Mark:
    icon, text, tone = entry
    return Mark(icon, word(text), tone)


def state_mark(row: PromotionRow) -> Mark:
    """Return how a promotion stands."""
    return _mark(STATES[row.state])


def result_mark(result: str) -> Mark:
    """Return what a promotion of a job came to; an unknown word stands for itself."""
    return _mark(RESULTS.get(result, ("help", result, Tone.ATTENTION)))


def job_mark(job: JobLine) -> Mark:
    """Return how a job stands, or how it ended."""
    if job.state is State.ENDED:
        return _mark(VERDICTS.get(job.verdict, ("help", job.verdict, Tone.ATTENTION)))
    if job.asks:
        return Mark("help", translate("Promotions", "No answer: your turn"), Tone.ATTENTION)
    if job.stopping:
        return Mark("clock", translate("Promotions", "Stopping"), Tone.ATTENTION)
    return _mark(JOB_STATES[job.state])


def market(mechanic: Mechanic) -> Market:
    """Return the platform of a mechanic."""
    return SHAPES[mechanic].market


def mechanic(code: str) -> str:
    """Return the name of a mechanic; an unknown one stands for itself."""
    return word(MECHANICS[Mechanic(code)][0]) if code in Mechanic.__members__.values() else code


def field(name: str) -> str:
    """Return the name of a field as the form writes it, with the number of a row or entry; else as the file does."""
    whole, _, rest = name.partition("[")
    if whole == DISCOUNTS and rest:
        number, _, part = rest.partition("].")
        own = word(FIELDS[ROW_PARTS[part.partition("[")[0]]]) if part.partition("[")[0] in ROW_PARTS else part
        return f"{own} {int(number) + 1}" if number.isdigit() else own
    if whole not in FIELDS:
        return name
    number = rest.rstrip("]")
    return f"{word(FIELDS[whole])} {int(number) + 1}" if number.isdigit() else word(FIELDS[whole])


def choice(code: str) -> str:
    """Return the word of a choice; an unknown one stands for itself."""
    return word(CHOICES[code]) if code in CHOICES else code


def event(kind: str) -> str:
    """Return what happened; an unknown kind stands for itself."""
    if kind in EVENTS:
        return word(EVENTS[kind])
    return word(VERDICTS[kind][1]) if kind in VERDICTS else kind


def outcome(code: str) -> str:
    """Return why a verb was not done."""
    return word(OUTCOMES[code]) if code in OUTCOMES else code

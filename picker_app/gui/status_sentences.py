"""The sentences of what is done and refused with orders that are confirmed, handed back and told by statuses."""

from picker_app.gui.marked import QT_TRANSLATE_NOOP

RESULTS: dict[str, tuple[str, str]] = {
    # What was done.
    "taken": (QT_TRANSLATE_NOOP("Results", "{name}"), QT_TRANSLATE_NOOP("Results", "taken as ordered")),
    "tie_product": (
        QT_TRANSLATE_NOOP("Results", "Is this {name}?"),
        QT_TRANSLATE_NOOP("Results", "remembers the code for it and counts one"),
    ),
    "confirmed_here": (
        QT_TRANSLATE_NOOP("Results", "{order} is accepted"),
        QT_TRANSLATE_NOOP("Results", "saved here, on its way to the platform"),
    ),
    "rejected_here": (
        QT_TRANSLATE_NOOP("Results", "{order} goes to the platform’s own desk"),
        QT_TRANSLATE_NOOP("Results", "this does not cancel it: the platform will phone"),
    ),
    "delivered_here": (
        QT_TRANSLATE_NOOP("Results", "{order} is delivered"),
        QT_TRANSLATE_NOOP("Results", "saved here, on its way to the platform"),
    ),
    "rereading": (
        QT_TRANSLATE_NOOP("Results", "Reading the order again"),
        QT_TRANSLATE_NOOP("Results", "what differs is shown; go on picking"),
    ),
    "shop_owed": (
        QT_TRANSLATE_NOOP("Results", "{name}"),
        QT_TRANSLATE_NOOP("Results", "saved here, on its way to the platform"),
    ),
    # Rules broken.
    "already_confirmed": (QT_TRANSLATE_NOOP("Results", "This order is accepted already"), ""),
    "bad_details": (
        QT_TRANSLATE_NOOP("Results", "Say why"),
        QT_TRANSLATE_NOOP("Results", "A text of 1 to {most} characters."),
    ),
    "bad_start": (
        QT_TRANSLATE_NOOP("Results", "Not a day to begin"),
        QT_TRANSLATE_NOOP("Results", "A price begins today or on a later day."),
    ),
    "heading": (
        QT_TRANSLATE_NOOP("Results", "{name}"),
        QT_TRANSLATE_NOOP("Results", "is made of the lines below it: take those"),
    ),
    "no_shop": (
        QT_TRANSLATE_NOOP("Results", "No shop"),
        QT_TRANSLATE_NOOP("Results", "Choose a shop whose prices and products can be set from here."),
    ),
    "not_now": (QT_TRANSLATE_NOOP("Results", "Not possible with this order now"), ""),
    "not_on_this_platform": (
        QT_TRANSLATE_NOOP("Results", "This platform cannot be told of that"),
        QT_TRANSLATE_NOOP("Results", "You: mark what is missing and agree with the customer by phone"),
    ),
    "nothing_found_here": (
        QT_TRANSLATE_NOOP("Results", "Nothing of this order was found"),
        QT_TRANSLATE_NOOP("Results", "You: reject it and say what is missing"),
    ),
    "price_scheduled": (
        QT_TRANSLATE_NOOP("Results", "{name} has a price from {start} on"),
        QT_TRANSLATE_NOOP("Results", "puts the new one in its place"),
    ),
    "reason_needed": (QT_TRANSLATE_NOOP("Results", "Say why the shop closes"), ""),
    "shortage": (
        QT_TRANSLATE_NOOP("Results", "Not as ordered: {count} lines"),
        QT_TRANSLATE_NOOP("Results", "finishes all the same · the customer still pays for them: agree by phone"),
    ),
    "with_platform": (
        QT_TRANSLATE_NOOP("Results", "This order is with the platform’s own desk"),
        QT_TRANSLATE_NOOP("Results", "nothing can be changed here; the platform will phone"),
    ),
}
"""Headline and detail of every code, as in sentences.RESULTS."""

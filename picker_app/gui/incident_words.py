"""What each kind of incident means, and whose turn it is, in a sentence."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from picker_app.domain.cart import CartDifference, Differs
from picker_app.gui.formats import Formats
from picker_app.gui.marked import QT_TRANSLATE_NOOP

INCIDENTS: dict[str, str] = {
    "unreadable": QT_TRANSLATE_NOOP("IncidentWords", "A message could not be read. You: look at the platform's screen"),
    "list_unreadable": QT_TRANSLATE_NOOP("IncidentWords", "The list of orders could not be read; tried again later"),
    "not_completed": QT_TRANSLATE_NOOP(
        "IncidentWords", "An order came without its lines and could not be read in full"
    ),
    "unexpected_event": QT_TRANSLATE_NOOP("IncidentWords", "A message did not fit the order; nothing was changed"),
    "other_body": QT_TRANSLATE_NOOP(
        "IncidentWords", "The same message came again with other words; the order is read anew"
    ),
    "unknown_status": QT_TRANSLATE_NOOP("IncidentWords", "The platform named a state that is not known here"),
    "unknown_pricing": QT_TRANSLATE_NOOP(
        "IncidentWords", "A line has an unknown price type: it can be taken only whole"
    ),
    "other_store": QT_TRANSLATE_NOOP("IncidentWords", "This order names another store. You: ask before you pick it"),
    "order_unknown": QT_TRANSLATE_NOOP(
        "IncidentWords", "The platform does not know this order. You: check the account"
    ),
    "order_fulfilled": QT_TRANSLATE_NOOP("IncidentWords", "Too late to cancel: the platform has it as fulfilled"),
    "carts_differ": QT_TRANSLATE_NOOP("IncidentWords", "The platform's cart differs from what was sent. You: compare"),
    "database_restored": QT_TRANSLATE_NOOP(
        "IncidentWords", "What was saved in this time is lost. You: look through the open orders and pick them again"
    ),
    "database_lost": QT_TRANSLATE_NOOP(
        "IncidentWords",
        "Everything saved up to this time is lost. You: look through the open orders and pick them again",
    ),
    "unknown_event": QT_TRANSLATE_NOOP("IncidentWords", "The platform told something unknown here; it is kept"),
    "event_unreadable": QT_TRANSLATE_NOOP("IncidentWords", "A message could not be read; the others were taken in"),
    "poll_unreadable": QT_TRANSLATE_NOOP("IncidentWords", "The platform's messages could not be read; asked again"),
    "order_waits": QT_TRANSLATE_NOOP("IncidentWords", "A new order could not be read yet; it is tried again"),
    "order_not_there": QT_TRANSLATE_NOOP(
        "IncidentWords", "The platform tells of an order that it does not have. You: look at its portal, then F5"
    ),
    "order_forbidden": QT_TRANSLATE_NOOP(
        "IncidentWords", "The platform does not let us read an order. You: look at its portal"
    ),
    "order_refused": QT_TRANSLATE_NOOP("IncidentWords", "The platform refused to show an order. You: see its portal"),
    "order_unreadable": QT_TRANSLATE_NOOP(
        "IncidentWords", "An order came that could not be read; tried again each hour. You: look at the portal"
    ),
    "foreign_store": QT_TRANSLATE_NOOP(
        "IncidentWords", "An order of a shop that is not configured here: it was left alone. You: check merchant_ids"
    ),
    "not_applied": QT_TRANSLATE_NOOP("IncidentWords", "A message could not be worked on; it is kept for support"),
    "acknowledgment_refused": QT_TRANSLATE_NOOP(
        "IncidentWords", "The platform did not take that a message arrived; it is not said again"
    ),
    "sums_differ": QT_TRANSLATE_NOOP("IncidentWords", "The sums of this order do not add up; the platform's are shown"),
    "unknown_payment": QT_TRANSLATE_NOOP(
        "IncidentWords", "An unknown form of payment: it is counted as to be collected. You: ask"
    ),
    "integration_refused": QT_TRANSLATE_NOOP("IncidentWords", "The platform did not take that this order is here"),
    "confirmation_refused": QT_TRANSLATE_NOOP(
        "IncidentWords", "The platform did not accept an order. You: open it with Enter"
    ),
    "delivery_refused": QT_TRANSLATE_NOOP("IncidentWords", "The platform did not take that the order was delivered"),
    "check_portal": QT_TRANSLATE_NOOP("IncidentWords", "No answer, probably done. You: check in the platform's portal"),
    "not_proven": QT_TRANSLATE_NOOP("IncidentWords", "Handed back twice without an answer. You: wait for the call"),
    "ask_status": QT_TRANSLATE_NOOP(
        "IncidentWords", "Sent again and again, no proof. You: see the portal, then decide"
    ),
    "ask": QT_TRANSLATE_NOOP("IncidentWords", "Sent three times, no answer. You: look at the platform's screen"),
}


def incident(code: str) -> str:
    """Return the sentence of an incident; an unknown code is shown as it is, for support."""
    text = INCIDENTS.get(code)
    if text is None:
        return QCoreApplication.translate("IncidentWords", "Something was not as expected: {code}").format(code=code)
    return QCoreApplication.translate("IncidentWords", text)


def difference(one: CartDifference, formats: Formats, currency: str) -> str:
    """Return in words how the platform's cart differs from what was sent, product by product."""
    name = one.name or one.sku
    if one.what is Differs.STANDS_IN:
        text = QCoreApplication.translate("IncidentWords", "{name}: stands in for another product there")
        return text.format(name=name)
    if one.what is Differs.AMOUNT:
        text = QCoreApplication.translate("IncidentWords", "{name}: sent {sent}, at the platform {there}")
        sent, there = (_amounts(amounts, one, formats) for amounts in (one.sent, one.there))
    else:
        text = QCoreApplication.translate("IncidentWords", "{name}: price sent {sent}, at the platform {there}")
        sent, there = (formats.money(price, currency) for (price,) in (one.sent, one.there))
    return text.format(name=name, sent=sent, there=there)


def _amounts(amounts: tuple[Decimal, ...], one: CartDifference, formats: Formats) -> str:
    written = [formats.with_unit(amount, one.pricing) for amount in amounts]
    return " + ".join(written) or QCoreApplication.translate("IncidentWords", "nothing")

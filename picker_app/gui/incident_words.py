"""What each kind of incident means, and whose turn it is, in a sentence."""

from PySide6.QtCore import QCoreApplication

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
    "ask": QT_TRANSLATE_NOOP("IncidentWords", "Sent three times, no answer. You: look at the platform's screen"),
}


def incident(code: str) -> str:
    """Return the sentence of an incident; an unknown code is shown as it is, for support."""
    text = INCIDENTS.get(code)
    if text is None:
        return QCoreApplication.translate("IncidentWords", "Something was not as expected: {code}").format(code=code)
    return QCoreApplication.translate("IncidentWords", text)

"""What must be read first in an order, and whose turn it is, in a sentence."""

from PySide6.QtCore import QCoreApplication

from picker_app.gui.marked import QT_TRANSLATE_NOOP
from picker_app.gui.sentences import Filled
from picker_app.gui.theme import Tone
from picker_app.picking.rows import Banner

translate = QCoreApplication.translate

BANNERS: dict[str, tuple[Tone, str]] = {
    "cancelled": (Tone.BAD, QT_TRANSLATE_NOOP("Banners", "Stop: this order was cancelled.")),
    "cancelled_after_pickup": (
        Tone.ATTENTION,
        QT_TRANSLATE_NOOP("Banners", "Cancelled after pick-up: the goods are gone, the figures are kept."),
    ),
    "put_back": (Tone.BAD, QT_TRANSLATE_NOOP("Banners", "Stop: cancelled. You: put back what is in the bag.")),
    "elsewhere": (Tone.ATTENTION, QT_TRANSLATE_NOOP("Banners", "This order was finished on another device.")),
    "not_ours": (Tone.IDLE, QT_TRANSLATE_NOOP("Banners", "This order was not picked here.")),
    "refused": (
        Tone.BAD,
        QT_TRANSLATE_NOOP("Banners", "The platform sent it back: “{words}” You: correct the marked lines, then F9."),
    ),
    "uncertain": (
        Tone.ATTENTION,
        QT_TRANSLATE_NOOP("Banners", "Not confirmed: the program asks the platform again. Please wait."),
    ),
    "ask": (
        Tone.BAD,
        QT_TRANSLATE_NOOP(
            "Banners",
            "Sent three times without an answer. You: look at the platform's own screen. "
            "Enter brings the order back to the desk, to change it and send it again.",
        ),
    ),
    "with_platform": (
        Tone.ATTENTION,
        QT_TRANSLATE_NOOP(
            "Banners", "With the platform's own desk, and not cancelled: it will phone. You: wait for the call."
        ),
    ),
    "returned": (Tone.BAD, QT_TRANSLATE_NOOP("Banners", "The platform's desk gave this order back: it is to be made.")),
    "cancelled_before": (
        Tone.IDLE,
        QT_TRANSLATE_NOOP("Banners", "This order was cancelled before it came here: there is nothing to do."),
    ),
    "ask_status": (
        Tone.BAD,
        QT_TRANSLATE_NOOP(
            "Banners",
            "Sent again and again without proof. You: look at the platform's portal, then Enter.",
        ),
    ),
    "check_portal": (
        Tone.ATTENTION,
        QT_TRANSLATE_NOOP(
            "Banners", "The platform did not answer and is probably told. You: check in its portal, then Enter."
        ),
    ),
    "not_proven": (
        Tone.ATTENTION,
        QT_TRANSLATE_NOOP("Banners", "Handed back, and not proven that the platform heard it. You: wait for its call."),
    ),
    "confirmation_refused": (
        Tone.BAD,
        QT_TRANSLATE_NOOP(
            "Banners",
            "Not accepted by the platform: “{words}” You: Enter accepts again, or says that it is dealt with.",
        ),
    ),
    "flags": (Tone.ATTENTION, QT_TRANSLATE_NOOP("Banners", "The customer changed this order: see the marked lines.")),
    "sign_in": (
        Tone.BAD,
        QT_TRANSLATE_NOOP("Banners", "The platform refuses the sign-in. You: check this account's secret."),
    ),
    "incident": (Tone.ATTENTION, QT_TRANSLATE_NOOP("Banners", "Something was not as expected: {words}")),
}


def banner(value: Banner) -> tuple[Tone, str]:
    """Return tone and sentence of an order's banner."""
    values = dict(value.values)
    tone, text = BANNERS.get(value.code, (Tone.ATTENTION, BANNERS["incident"][1]))
    return tone, translate("Banners", text).format_map(Filled({"words": value.code, **values})).strip()

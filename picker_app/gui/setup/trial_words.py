"""What a trial of an account came to, by its code: what is so, and what to do."""

from PySide6.QtCore import QCoreApplication

from picker_app.gui.marked import QT_TRANSLATE_NOOP
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.paint import Mark

translate = QCoreApplication.translate
WORDS = {
    "": (
        QT_TRANSLATE_NOOP("Trial", "Signed in"),
        QT_TRANSLATE_NOOP("Trial", "The platform takes these credentials."),
    ),
    "locked_out": (
        QT_TRANSLATE_NOOP("Trial", "The sign-in was refused"),
        QT_TRANSLATE_NOOP(
            "Trial", "The platform does not know these credentials. Copy them from its pages again, each one whole."
        ),
    ),
    "clock": (
        QT_TRANSLATE_NOOP("Trial", "The clock of this computer is wrong"),
        QT_TRANSLATE_NOOP("Trial", "Let this computer set its time by itself, then try again."),
    ),
    "certificate": (
        QT_TRANSLATE_NOOP("Trial", "The connection is not secure"),
        QT_TRANSLATE_NOOP(
            "Trial",
            "A proxy or virus scanner opens secure connections. Exempt the platform from it, and look at the clock.",
        ),
    ),
    "unreachable": (
        QT_TRANSLATE_NOOP("Trial", "The platform is not reached"),
        QT_TRANSLATE_NOOP("Trial", "Check the internet line, a proxy, and the address of the platform."),
    ),
    "no_answer": (
        QT_TRANSLATE_NOOP("Trial", "The platform does not answer"),
        QT_TRANSLATE_NOOP("Trial", "Check the internet line, then try again."),
    ),
    "limited": (
        QT_TRANSLATE_NOOP("Trial", "The platform asks us to wait"),
        QT_TRANSLATE_NOOP("Trial", "Try again in a minute."),
    ),
    "other": (
        QT_TRANSLATE_NOOP("Trial", "The platform answers something else"),
        QT_TRANSLATE_NOOP(
            "Trial", "Check the address of the platform, and whether this network wants a sign-in of its own."
        ),
    ),
    "no_secret": (
        QT_TRANSLATE_NOOP("Trial", "A secret is missing"),
        QT_TRANSLATE_NOOP("Trial", "Type the secrets that the platform gave you."),
    ),
}


def mark(code: str) -> Mark:
    """Return what a trial came to, as a word with its shape and colour."""
    icon, tone = ("circle-check", Tone.GOOD) if not code else ("warning", Tone.BAD)
    return Mark(icon, translate("Trial", WORDS[code][0]), tone)


def advice(code: str, words: str) -> str:
    """Return what to do, with the other side's own words."""
    said = translate("Trial", WORDS[code][1])
    return f"{said} “{words}”" if words else said

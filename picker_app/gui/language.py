"""Have the program speak one language: load its translations and choose its way of writing numbers."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from picker_app.resources import path

LANGUAGES = ("en", "pt_BR", "es")


def of_the_system() -> str:
    """Return the language of LANGUAGES that is nearest to the system's, English where none is."""
    name = QLocale.system().name()
    return next((one for one in LANGUAGES if name[:2] == one[:2]), "en")


def speak(application: QCoreApplication, language: str) -> QLocale:
    """Load the translations of a language of LANGUAGES and return its locale; without a file it speaks English."""
    locale = QLocale(language)
    QLocale.setDefault(locale)
    for old in application.findChildren(QTranslator, "language"):
        application.removeTranslator(old)
        old.setParent(None)
    translator = QTranslator(application)
    translator.setObjectName("language")
    try:
        loaded = translator.load(str(path("translations", f"picker_{language}.qm")))
    except FileNotFoundError:
        loaded = False
    if loaded:
        application.installTranslator(translator)
    return locale

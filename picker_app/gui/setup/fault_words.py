"""Says to a person what a key of the settings accepts, in the language of the screen."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QLocale

from picker_app.settings.described import Key

translate = QCoreApplication.translate


def sentence(key: Key, message: str) -> str:
    """Say what is wrong: by the bounds of a number, else by the settings' own `message`."""
    if key.kind in ("number", "decimal", "numbers") and message != "this is needed":
        return _number(key)
    if not message:
        return translate("Setup", "This cannot be read: check the quotation marks.")
    words = translate("", message)
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."


def _number(key: Key) -> str:
    locale = QLocale()

    def written(bound: Decimal) -> str:
        return locale.toString(int(bound)) if bound == bound.to_integral_value() else str(bound)

    if key.kind == "numbers":
        return translate("Setup", "Write whole numbers, with blanks between them.")
    if key.most is not None and key.above is not None:
        words = translate("Setup", "Write a number above {least}, up to {most}.")
        return words.format(least=written(key.above), most=written(key.most))
    if key.most is not None and key.least is not None:
        words = translate("Setup", "Write a whole number from {least} to {most}.")
        return words.format(least=written(key.least), most=written(key.most))
    return translate("Setup", "Write a number.")

"""Says words of parts that know no Qt, such as the doctor's, in the language of the screen."""

from PySide6.QtCore import QCoreApplication

from picker_app.wording import Words

translate = QCoreApplication.translate


def said(words: str) -> str:
    """Say words in the language of the screen; a text of which nothing more is known stands for itself."""
    if not isinstance(words, Words):
        return words
    return "".join(
        translate("", part.text).format(**{name: said(value) for name, value in part.values.items()})
        if part.values
        else translate("", part.text)
        for part in words.parts
    )


def begun_large(words: str) -> str:
    """Say words with a capital at their beginning, unless they begin with a name, which stays as it is written."""
    text = said(words)
    if not isinstance(words, Words) or translate("", words.parts[0].text).startswith("{"):
        return text
    return text[:1].upper() + text[1:]

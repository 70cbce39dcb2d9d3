"""What each kind of incident means, and whose turn it is, in a sentence."""

from PySide6.QtCore import QCoreApplication

from picker_app.gui.marked import QT_TRANSLATE_NOOP

INCIDENTS: dict[str, str] = {
    "unreadable": QT_TRANSLATE_NOOP("IncidentWords", "The platform sent something that cannot be read. It is kept."),
}


def incident(code: str) -> str:
    """Return the sentence of an incident; an unknown code is shown as it is, for support."""
    text = INCIDENTS.get(code)
    if text is None:
        return QCoreApplication.translate("IncidentWords", "Something was not as expected: {code}").format(code=code)
    return QCoreApplication.translate("IncidentWords", text)

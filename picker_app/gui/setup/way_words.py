"""How the tunnel stands, in the language of the screen: its state, a sentence, and what to do."""

from PySide6.QtCore import QCoreApplication

from picker_app.gui.marked import QT_TRANSLATE_NOOP
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.paint import Mark
from picker_app.intake import tunnel_presets, tunnel_words
from picker_app.intake.tunnel_row import State, TunnelRow
from picker_app.settings import Tunnel

translate = QCoreApplication.translate
_STATES = {
    State.OFF: ("minus", QT_TRANSLATE_NOOP("Way", "No tunnel"), Tone.IDLE),
    State.STARTING: ("half-circle", QT_TRANSLATE_NOOP("Way", "Starting"), Tone.ACCENT),
    State.OPEN: ("circle-check", QT_TRANSLATE_NOOP("Way", "Open"), Tone.GOOD),
    State.UNTESTED: ("help", QT_TRANSLATE_NOOP("Way", "Not tested"), Tone.ATTENTION),
    State.LOST: ("wifi-off", QT_TRANSLATE_NOOP("Way", "Down"), Tone.BAD),
}


def mark(row: TunnelRow) -> Mark:
    """Return the state as a word with its shape and colour."""
    icon, text, tone = _STATES[row.state]
    return Mark(icon, translate("Way", text), tone)


def title(row: TunnelRow) -> str:
    """Return what is so, in a sentence."""
    return translate("", tunnel_words.WORDS[row.code][0])


def advice(row: TunnelRow, chosen: Tunnel, listener: str) -> str:
    """Return what to do, "" where there is nothing to do; the other side's own words are with it."""
    words = tunnel_words.WORDS[row.code][1]
    said = translate("", words) if words else ""
    if "{source}" in said:
        said = said.replace("{source}", tunnel_presets.source(chosen) or translate("Way", "whoever makes it"))
    said = said.replace("{listener}", listener)
    return f"{said} ({row.words})" if row.words and row.lost else said

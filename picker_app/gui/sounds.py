"""Plays the program's sounds; without a sound device or library it says why and stays silent."""

import logging

from PySide6.QtCore import QUrl

from picker_app.resources import path

try:
    from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
except ImportError:  # a machine without libpulse, or PySide6 without its add-ons: the program must start there too
    HAVE_LIBRARY = False
else:
    HAVE_LIBRARY = True

log = logging.getLogger(__name__)

NAMES = (
    "accepted", "line_complete", "order_complete", "wrong", "over", "unknown", "question", "command", "undo", "fault",
    "new_order",
)  # fmt: skip


class Sounds:
    """The sounds of resources/sounds, as loud as `volume` of 100, or none where `muted`.

    `silent` is "" or the code of the sentence that says why nothing is heard: "no_sound_library", "no_sound_device",
    or "muted", as the shop wishes.
    """

    def __init__(self, volume: int = 100, *, muted: bool = False) -> None:
        self._volume = volume
        self._effects: dict[str, QSoundEffect] = {}
        self._playing = ""
        self.silent = ""
        if muted or volume == 0:
            self.silent = "muted"
        elif not HAVE_LIBRARY:
            self.silent = "no_sound_library"
        elif QMediaDevices.defaultAudioOutput().isNull():
            self.silent = "no_sound_device"
        else:
            self._load()

    def _load(self) -> None:
        for name in NAMES:
            try:
                file = path("sounds", f"{name}.wav")
            except FileNotFoundError as error:
                log.warning("%s", error)
                continue
            effect = QSoundEffect()
            effect.setSource(QUrl.fromLocalFile(str(file)))
            effect.setVolume(self._volume / 100)
            self._effects[name] = effect

    def play(self, name: str) -> None:
        """Play one of NAMES; a newer sound cuts an older one. Without a device nothing happens."""
        effect = self._effects.get(name)
        if effect is None:
            return
        if self._playing and self._playing != name:
            self._effects[self._playing].stop()
        self._playing = name
        effect.play()

    def close(self) -> None:
        """Stop and let go of the device."""
        for effect in self._effects.values():
            effect.stop()
        self._effects.clear()
        self._playing = ""

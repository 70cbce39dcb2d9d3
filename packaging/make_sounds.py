"""Computes the sounds of the counter and writes them to resources/sounds as WAV files (16 bit, mono, 44.1 kHz).

Pitches and lengths are those of section 10 of the specification of barcodes and scanners; the alarm for a new
order is ours. Low tones carry overtones: the speaker of a counter's computer gives nothing back of a bare 150 Hz.
"""

import math
import struct
import wave
from pathlib import Path

RATE = 44_100
LOUDNESS = 0.6
ATTACK_SECONDS = 0.006
DECAY_SECONDS = 0.030
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sounds"

Tone = tuple[float, float]
"""Hertz (0 is silence) and milliseconds."""

PAUSE: Tone = (0, 60)
BELL: list[Tone] = [(784, 160), (988, 160), (1175, 320)]
SOUNDS: dict[str, list[Tone]] = {
    "accepted": [(880, 90)],
    "line_complete": [(880, 90), (1175, 120)],
    "order_complete": [(880, 110), (1109, 110), (1319, 220)],
    "wrong": [(220, 350)],
    "over": [(330, 130), PAUSE, (330, 130)],
    "unknown": [(220, 130), PAUSE, (220, 130), PAUSE, (220, 130)],
    "question": [(440, 120), (554, 160)],
    "command": [(660, 40)],
    "undo": [(660, 90), (440, 130)],
    "fault": [(150, 600)],
    "new_order": [*BELL, (0, 180), *BELL],
}


def overtones(hertz: float) -> list[tuple[int, float]]:
    """Give the multiples of a pitch to sound with their parts: a low one is carried by its overtones."""
    if hertz < 400:
        return [(1, 0.50), (2, 0.28), (3, 0.15), (5, 0.07)]
    return [(1, 0.85), (2, 0.12), (3, 0.03)]


def samples(tone: Tone) -> list[int]:
    """Compute a tone, swelling and fading softly so that it does not click. Samples lie in ±32767."""
    hertz, milliseconds = tone
    count = round(RATE * milliseconds / 1000)
    attack, decay = RATE * ATTACK_SECONDS, RATE * min(DECAY_SECONDS, milliseconds / 2000)
    values = []
    for index in range(count):
        envelope = min(1.0, index / attack, (count - index) / decay)
        softened = 0.5 - 0.5 * math.cos(math.pi * envelope)
        turn = 2 * math.pi * hertz * index / RATE
        wave_form = sum(part * math.sin(multiple * turn) for multiple, part in overtones(hertz))
        values.append(round(32767 * LOUDNESS * softened * wave_form))
    return values


def sound(name: str) -> bytes:
    """Compute all samples of a named sound, little-endian, 16 bit."""
    values = [value for tone in SOUNDS[name] for value in samples(tone)]
    return struct.pack(f"<{len(values)}h", *values)


def main() -> None:
    """Write every sound anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in SOUNDS:
        with wave.open(str(FOLDER / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(sound(name))


if __name__ == "__main__":
    main()

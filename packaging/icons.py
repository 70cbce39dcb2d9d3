"""Draws the icon files of the standalone program from resources/icons/app.svg into a folder: icons.py FOLDER."""

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parent.parent / "resources" / "icons" / "app.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256)
"""Pixels. Windows takes no larger one."""
NAME = "picker-app"


def png(drawing: Path, pixels: int) -> bytes:
    """Draw an SVG file as a square PNG picture; ValueError if it is no drawing."""
    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        raise ValueError(f"{drawing} is no SVG drawing")
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Put PNG pictures, by their pixels, into one file of Windows: a head, an entry for each, then the pictures."""
    at = 6 + 16 * len(pictures)
    entries = b""
    for pixels, picture in sorted(pictures.items()):
        side = pixels % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures[size] for size in sorted(pictures))


def draw(folder: Path) -> None:
    """Write a PNG of each size, all of them as one .ico, and the drawing itself."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {pixels: png(DRAWING, pixels) for pixels in SIZES}
    for pixels, picture in pictures.items():
        (folder / f"{NAME}-{pixels}.png").write_bytes(picture)
    (folder / f"{NAME}.ico").write_bytes(ico(pictures))
    (folder / f"{NAME}.svg").write_bytes(DRAWING.read_bytes())


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    draw(Path(sys.argv[1]))

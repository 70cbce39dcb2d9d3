"""Where a support file is written: into the user's downloads, under a name with the shop's day and time."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QStandardPaths

_Place = QStandardPaths.StandardLocation
_PLACES = (_Place.DownloadLocation, _Place.DocumentsLocation)


def support_file(now: datetime, zone: ZoneInfo) -> Path:
    """Return the path of a support file of now, in the first that is there: downloads, documents, the user's home."""
    found = (Path(where) for place in _PLACES if (where := QStandardPaths.writableLocation(place)))
    folder = next((one for one in found if one.is_dir()), Path.home())
    return folder / f"picker-support-{now.astimezone(zone):%Y%m%d-%H%M}.zip"

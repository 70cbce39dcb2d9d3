"""Starts the standalone program: gives its children the surroundings that the user has, then hands over.

The starter of PyInstaller and Qt's part of it set variables for this process: libraries and plugins are found in the
program's own folder. A child – ssh, a browser – would look for its own there, too, and find strange ones.
"""

import gc
import os
import sys

if sys.platform != "win32":
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)
plugins = os.environ.pop("QT_PLUGIN_PATH", None)
os.environ.pop("QML2_IMPORT_PATH", None)

# Which of its many libraries Qt's sound does without is no news for a shop.
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.symbolsresolver=false")

# A program without a console has no streams at all on Windows, and libraries write to them all the same.
for name in ("stdout", "stderr"):
    if getattr(sys, name) is None:
        setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))

# All that is loaded stays: to search it for garbage meanwhile takes a fifth of the time until the window is there.
gc.disable()
from picker_app.__main__ import main  # noqa: E402 - what is loaded reads the surroundings

gc.enable()

if plugins:
    try:
        from PySide6.QtCore import QCoreApplication
    except ImportError:
        pass
    else:
        QCoreApplication.addLibraryPath(plugins)

sys.exit(main())

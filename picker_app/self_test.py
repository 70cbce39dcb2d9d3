"""Tries what packaging can break: the files that come along, TLS roots, database, sound, and the whole program once."""

import asyncio
import contextlib
import importlib
import importlib.metadata
import importlib.util
import io
import os
import sys
import tempfile
import wave
import zoneinfo
from collections.abc import Callable, Coroutine, Iterable
from pathlib import Path
from typing import Any

import keyring
import qasync
from keyring.backends import fail as no_keyring
from PySide6.QtCore import QLoggingCategory, QTranslator
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from picker_app import app, resources
from picker_app.devices.labels import shipped_rules
from picker_app.gui import language, sounds, theme
from picker_app.platforms.network import tls
from picker_app.records.bundle import LIBRARIES
from picker_app.report import Found, Report, fail, ok, warn
from picker_app.store import integrity
from picker_app.store.database import Database, sqlite_url
from picker_app.training.accounts import DELIVERY_HERO
from picker_app.training.catalogue import load_store

WINDOW_SECONDS = 30.0
COLOURS = 8
"""A window that was drawn has more colours than one that stayed empty."""
KEYRINGS = {"linux": ("SecretService", "secretstorage"), "win32": ("Windows", "win32ctypes"), "darwin": ("macOS", "")}
"""The usual keyring of a system: its module of keyring, and the library that speaks with it. Both are found by name."""
FOR_CHILDREN = ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH")
"""Variables with which a packed program finds its own libraries, and a program that it starts strange ones."""


def run() -> int:
    """Try everything, a line each on standard output; returns the exit code, 1 if something is broken.

    Works in a folder of its own that is gone afterwards, and needs no network but this computer's own. Without a
    screen the window is drawn into memory.
    """
    if sys.platform == "linux" and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Which of its many libraries Qt's sound does without is no finding.
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    report = Report()
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory(prefix="picker-self-test-") as folder:
        for what, check in (
            ("fonts", _fonts),
            ("icons", _icons),
            ("sounds", _sounds),
            ("sound device", _sound_device),
            ("translations", _translations),
            ("label rules", lambda: f"{len(shipped_rules())} read"),
            ("training catalogue", lambda: f"{len(load_store().by_sku())} products"),
            ("time zones", _time_zones),
            ("libraries", _libraries),
            ("surroundings", _surroundings),
            ("TLS roots", _tls_roots),
            ("keyring", _keyring),
            ("database", lambda: _database(Path(folder))),
            ("window", lambda: _window(application, Path(folder))),
        ):
            report.say(_tried(what, check))
    return report.end()


class _Warning(Exception):
    """Something is not as it should be, and the program runs all the same."""


class _Broken(Exception):
    """Something that came along does not work."""


def _tried(what: str, check: Callable[[], str]) -> Found:
    try:
        return ok(what, check())
    except _Warning as error:
        return warn(what, str(error))
    except (_Broken, FileNotFoundError) as error:
        return fail(what, str(error))
    except Exception as error:  # whatever packaging broke is to be a line, and the next check is to run
        return fail(what, f"{type(error).__name__}: {error}")


def _all_there(what: str, wanted: Iterable[str], found: Iterable[str]) -> None:
    missing = sorted(set(wanted) - set(found))
    if missing:
        raise _Broken(f"{what} missing or broken: {', '.join(missing)}. Install the program again.")


def _fonts() -> str:
    families: set[str] = set()
    for file in sorted(resources.path("fonts").glob("*.[ot]tf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families.update(QFontDatabase.applicationFontFamilies(number) if number >= 0 else ())
    _all_there("fonts", (theme.FAMILY, *theme.FALLBACKS), families)
    return f"{len(families)} families load"


def _icons() -> str:
    files = sorted(resources.path("icons").glob("*.svg"))
    good = [file.stem for file in files if QSvgRenderer(str(file)).isValid()]
    _all_there("icons", {"app", *(file.stem for file in files)}, good)
    return f"{len(good)} can be drawn"


def _sounds() -> str:
    seconds = {}
    for name in sounds.NAMES:
        with wave.open(str(resources.path("sounds", f"{name}.wav")), "rb") as file:
            seconds[name] = file.getnframes() / file.getframerate()
    _all_there("sounds", sounds.NAMES, (name for name, length in seconds.items() if length > 0))
    return f"{len(seconds)} are there"


def _sound_device() -> str:
    if not sounds.HAVE_LIBRARY:
        raise _Broken("Qt's sound library cannot be loaded: on Debian, apt install libpulse0.")
    player = sounds.Sounds()
    try:
        if player.silent:
            raise _Warning("the library is there, but no device: connect a loudspeaker, or go by what the screen says.")
    finally:
        player.close()
    return "there is one"


def _translations() -> str:
    for name in language.LANGUAGES:
        file = resources.path("translations", f"picker_{name}.qm")
        translator = QTranslator()
        if not translator.load(str(file)) or translator.isEmpty():
            raise _Broken(f"{file.name} cannot be read. Install the program again.")
    return ", ".join(language.LANGUAGES)


def _time_zones() -> str:
    zoneinfo.reset_tzpath(to=())  # those that came along, not those of this computer: another may have none
    try:
        zoneinfo.ZoneInfo.no_cache("America/Sao_Paulo")
        return f"{len(zoneinfo.available_timezones())} known"
    finally:
        zoneinfo.reset_tzpath()


def _libraries() -> str:
    for name in LIBRARIES:
        try:
            importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            raise _Broken(f"{name} came without saying its version. Install the program again.") from None
    return f"the versions of {len(LIBRARIES)} are known"


def _surroundings() -> str:
    own = str(resources.ROOT.parent)
    strange = [name for name in FOR_CHILDREN if own in os.environ.get(name, "")]
    if strange:
        raise _Broken(f"{', '.join(strange)} would lead other programs, like ssh, to this program's own libraries.")
    return "programs that this one starts find their own libraries"


def _tls_roots() -> str:
    roots = tls().cert_store_stats()["x509_ca"]
    if not roots:
        raise _Broken("there are no root certificates: no platform could be trusted. Install the program again.")
    return f"{roots} certificates"


def _keyring() -> str:
    module, library = KEYRINGS.get(sys.platform, ("", ""))
    if module:
        importlib.import_module(f"keyring.backends.{module}")
    if library and importlib.util.find_spec(library) is None:
        raise _Broken(f"{library} is missing, with which this system's keyring is asked. Install the program again.")
    backend = keyring.get_keyring()
    if isinstance(backend, no_keyring.Keyring):
        raise _Warning("this computer offers none: secrets can only come from environment variables.")
    return str(backend.name)


def _database(folder: Path) -> str:
    file = folder / "new.sqlite3"
    database = Database(sqlite_url(file))
    database.open()
    newest = database.revisions()[0]
    database.close()
    found = integrity.look(file)
    if found.damage or found.revision != newest:
        raise _Broken(f"a new one is of version {found.revision or 'none'}, not {newest}. {found.damage}")
    return f"a new one was made and brought to version {newest}"


def _window(application: QApplication, folder: Path) -> str:
    with qasync.QEventLoop(application) as loop:
        return str(loop.run_until_complete(_in_time(_program(application, folder))))


async def _in_time(work: Coroutine[Any, Any, str]) -> str:
    """Await the work, but not for ever: what hangs may also hang when it is told to end."""
    task = asyncio.create_task(work)
    await asyncio.wait({task}, timeout=WINDOW_SECONDS)
    if not task.done():
        raise _Broken(f"the program did not open, read the training platform and close within {WINDOW_SECONDS:.0f} s")
    return task.result()


async def _program(application: QApplication, folder: Path) -> str:
    """Run the whole program in training: it signs in, stores the catalogue, finds a product, and draws its window."""
    program = app.Program(app.Launch(folder / "none.toml", folder, training=True), application)
    changed = asyncio.Event()
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # where it listens is of no interest here
            await program.start()
        program.services.changes.subscribe(lambda ids: changed.set())
        while not program.catalogue_ready:
            await changed.wait()
            changed.clear()
        product = next(iter(load_store().by_sku().values()))
        if not await program.services.catalog.search(DELIVERY_HERO, product.sku):
            raise _Broken("a product that was stored is not found again")
        return _drawn(program.window.grab().toImage())
    finally:
        await program.close()


def _drawn(image: QImage) -> str:
    across, down = range(0, image.width(), 4), range(0, image.height(), 4)
    colours = {image.pixel(x, y) for x in across for y in down}
    if len(colours) < COLOURS:
        raise _Broken(f"the window stayed empty: {image.width()} × {image.height()} pixels of one colour")
    return f"drawn, {image.width()} x {image.height()}; the training platform was read, stored and searched"

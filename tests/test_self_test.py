"""The self-test: well where all came along, and a line of its own for each thing that packaging may leave out."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from picker_app import resources
from picker_app.report import Level, read

SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
PARTS = {
    "fonts",
    "icons",
    "sounds",
    "sound device",
    "translations",
    "label rules",
    "training catalogue",
    "time zones",
    "libraries",
    "surroundings",
    "TLS roots",
    "keyring",
    "database",
    "window",
}
# As a packed program finds its files: below the folder that its starter names.
PACKED = "import sys; sys._MEIPASS = sys.argv.pop(1)\nfrom picker_app.__main__ import main\nsys.exit(main())"
# Without what a packager has to be told of: time zones, what libraries say of themselves, what is found by its name.
POORER = """
import importlib.metadata, sys
sys.modules["tzdata"] = sys.modules["secretstorage"] = None
def unknown(name):
    raise importlib.metadata.PackageNotFoundError(name)
importlib.metadata.distribution = unknown
from picker_app.__main__ import main
sys.exit(main())
"""

pytestmark = pytest.mark.timeout(90)


def run(words: list[str], folder: Path, **surroundings: str) -> tuple[int, dict[str, Level], str]:
    """Run a self-test: its exit code, how each part stands, and all it printed."""
    folder.mkdir()
    kept = {name: value for name, value in os.environ.items() if name not in SCREEN}
    done = subprocess.run(
        [sys.executable, *words, "self-test"],
        env=kept | {"TMPDIR": str(folder)} | surroundings,
        capture_output=True,
        text=True,
        timeout=70,
    )
    assert "Traceback" not in done.stderr, done.stderr[-3000:]
    found = [one for line in done.stdout.splitlines() if (one := read(line))]
    return done.returncode, {one.what: one.level for one in found}, done.stdout


def test_a_whole_program_passes_without_a_screen_and_leaves_nothing_behind(tmp_path: Path, home: Path) -> None:
    code, parts, printed = run(["-m", "picker_app"], tmp_path / "tmp")
    assert code == 0, printed
    assert parts.keys() == PARTS and Level.FAIL not in parts.values()
    # The tests hide the keyring, and a machine for tests may have no loudspeaker.
    assert {what for what, level in parts.items() if level is Level.WARN} <= {"keyring", "sound device"}
    assert list((tmp_path / "tmp").iterdir()) == []
    assert [path for path in home.rglob("*") if path.is_file() and "picker" in str(path.relative_to(home))] == []


def test_a_whole_program_passes_on_a_real_display(tmp_path: Path, display: str) -> None:
    code, parts, printed = run(["-m", "picker_app"], tmp_path / "tmp", DISPLAY=display, QT_QPA_PLATFORM="xcb")
    assert code == 0 and parts["window"] is Level.OK, printed


def test_each_thing_that_did_not_come_along_is_named(tmp_path: Path) -> None:
    packed = tmp_path / "packed"
    shutil.copytree(resources.ROOT, packed / "resources")
    for file in packed.glob("resources/fonts/Inter-*"):
        file.unlink()
    (packed / "resources/icons/store.svg").write_text("no drawing")
    (packed / "resources/sounds/wrong.wav").unlink()
    (packed / "resources/translations/picker_es.qm").write_bytes(b"")
    shutil.rmtree(packed / "resources/labels")
    (packed / "resources/training/catalogue.toml").unlink()
    roots = tmp_path / "none.pem"
    roots.write_text("")
    code, parts, printed = run(
        ["-c", PACKED, str(packed)], tmp_path / "tmp", SSL_CERT_FILE=str(roots), LD_LIBRARY_PATH=str(packed)
    )
    assert code == 1
    broken = {"fonts", "icons", "sounds", "translations", "label rules", "training catalogue", "TLS roots", "window"}
    assert {what for what, level in parts.items() if level is Level.FAIL} == broken | {"surroundings"}, printed
    for name in ("Inter", "store", "wrong.wav", "picker_es.qm", "rules.toml", "catalogue.toml", "LD_LIBRARY_PATH"):
        assert name in printed
    assert list((tmp_path / "tmp").iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the keyring of Linux")
def test_time_zones_and_names_of_libraries_that_did_not_come_along_are_told(tmp_path: Path) -> None:
    """Even where the computer has time zones of its own: the next one may have none."""
    code, parts, printed = run(["-c", POORER], tmp_path / "tmp")
    assert code == 1
    assert {what for what, level in parts.items() if level is Level.FAIL} == {"time zones", "libraries", "keyring"}
    for name in ("America/Sao_Paulo", "PySide6-Essentials", "secretstorage"):
        assert name in printed

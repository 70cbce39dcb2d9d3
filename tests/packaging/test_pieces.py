"""Checks the pieces of the standalone build: icons, properties, licences, signature, figures, start, public build."""

import ast
import json
import os
import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import contents
import file_properties
import icons
import licences
import measure
import pytest
import sign
import yaml
from PySide6.QtGui import QImage

from picker_app import __version__
from tests.house import source

PACKAGING = source.ROOT / "packaging"
WORKFLOW = source.ROOT / ".github" / "workflows" / "standalone.yml"


def test_icons_are_drawn_in_every_size_and_put_into_one_file_for_windows(tmp_path: Path) -> None:
    icons.draw(tmp_path)
    for pixels in icons.SIZES:
        image = QImage(str(tmp_path / f"picker-app-{pixels}.png"))
        assert (image.width(), image.height()) == (pixels, pixels)
        assert image.pixelColor(pixels // 2, pixels // 8).alpha() == 255 and image.pixelColor(0, 0).alpha() == 0
    packed = (tmp_path / "picker-app.ico").read_bytes()
    reserved, kind, number = struct.unpack_from("<HHH", packed)
    assert (reserved, kind, number) == (0, 1, len(icons.SIZES))
    for entry, pixels in enumerate(icons.SIZES):
        side, _, _, _, _, bits, length, at = struct.unpack_from("<BBBBHHII", packed, 6 + 16 * entry)
        image = QImage.fromData(packed[at : at + length], "PNG")  # type: ignore[arg-type] # the stub knows bytes only
        assert (side or 256, bits, image.width()) == (pixels, 32, pixels)


@pytest.mark.qt_log_ignore("Cannot read file")
def test_what_is_no_drawing_makes_no_icon(tmp_path: Path) -> None:
    (tmp_path / "app.svg").write_text("no drawing")
    with pytest.raises(ValueError, match=r"app\.svg is no SVG drawing"):
        icons.png(tmp_path / "app.svg", 16)


def test_the_file_tells_the_version_of_the_program(tmp_path: Path) -> None:
    assert file_properties.version() == __version__
    text = Path(file_properties.write(tmp_path)).read_text("utf-8")
    ast.parse(text, mode="eval")
    assert f'StringStruct("FileVersion", "{__version__}")' in text


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("2", (2, 0, 0, 0)), ("1.2rc3", (1, 2, 0, 0)), ("1.2.3.4.5", (1, 2, 3, 4))],
)
def test_a_version_becomes_four_numbers(version: str, numbers: tuple[int, int, int, int]) -> None:
    assert file_properties.four_numbers(version) == numbers


def test_every_library_that_comes_along_is_told_with_its_licence(tmp_path: Path) -> None:
    licences.write(tmp_path)
    lines = (tmp_path / "LICENCES.txt").read_text("utf-8").splitlines()
    told = {contents.canonical(line.split()[0]): line for line in lines if re.match(r"\S+ [\d.]+: \S", line)}
    assert contents.libraries() <= told.keys()
    assert "LGPL-3.0" in told["pyside6-essentials"] and "MPL" in told["certifi"]


def test_the_texts_of_licences_that_no_library_brings_come_along() -> None:
    names = {Path(file).name for file, place in contents.own_data() if place == "licences"}
    assert {"LICENSE", "LGPL-3.txt", "GPL-3.txt"} <= names


def test_without_a_certificate_nothing_is_signed_and_it_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sign.sign([tmp_path / "picker-app.exe"], {})
    assert capsys.readouterr().out.startswith("Not signed: PICKER_SIGN_THUMBPRINT names no certificate.")


def test_a_certificate_without_the_tool_is_no_silent_way_out(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="signtool"):
        sign.sign([tmp_path / "picker-app.exe"], {"PICKER_SIGN_THUMBPRINT": "AB12", "PATH": str(tmp_path)})


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for signtool is a shell script")
def test_the_tool_is_told_the_certificate_and_the_files(tmp_path: Path) -> None:
    tool = tmp_path / "signtool"
    tool.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {tmp_path}/told\n')
    tool.chmod(0o755)
    program = tmp_path / "picker-app.exe"
    sign.sign([program], {"PICKER_SIGN_THUMBPRINT": "AB12", "PATH": f"{tmp_path}:{os.defpath}"})
    told = (tmp_path / "told").read_text().splitlines()
    assert told[told.index("/sha1") + 1] == "AB12" and told[-1] == str(program)


def test_a_folder_is_measured_without_what_is_only_a_link(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"x" * 1_500_000)
    (tmp_path / "two").symlink_to("one")
    assert measure.size(tmp_path) == (1.5, 1)


def test_figures_are_told_with_the_middle_one_first() -> None:
    line = measure.Figures("bare window", 103.46, 75, (0.3, 0.1, 0.2)).line()
    assert line.split() == ["bare", "window", "103.5", "MB", "75", "files", "0.20", "s", "(0.10", "–", "0.30)"]
    assert "not measured" in measure.Figures("bare window", 1, 1, ()).line()


@pytest.mark.skipif(not shutil.which("Xvfb") or not shutil.which("xdotool"), reason="make test says how to get them")
def test_the_start_is_measured_until_a_window_is_on_the_display() -> None:
    with measure.display() as display:
        surroundings = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        assert 0 < measure.start([sys.executable, str(PACKAGING / "bare_window.py")], surroundings) < measure.SECONDS
        with pytest.raises(TimeoutError, match="showed no window"):
            measure.start(["true"], surroundings)


START = """
import json, os, runpy, sys
sys.argv = ["picker-app", "--version"]
try:
    runpy.run_path(os.environ["START"])
except SystemExit as end:
    if end.code:
        raise
with open(os.environ["TOLD"], "w") as told:
    json.dump(dict(os.environ), told)
"""


def started(tmp_path: Path, closed: str = "", **surroundings: str) -> dict[str, str]:
    """Start the program as the standalone one is, and give the surroundings that its children would have."""
    told = tmp_path / "told"
    subprocess.run(
        ["/bin/sh", "-c", f'"$0" -c "$1" {closed}', sys.executable, START],
        env=os.environ | surroundings | {"START": str(PACKAGING / "start.py"), "TOLD": str(told)},
        cwd=source.ROOT,
        check=True,
    )
    read: dict[str, str] = json.loads(told.read_text())
    return read


@pytest.mark.skipif(sys.platform == "win32", reason="a shell starts it")
def test_programs_that_it_starts_find_their_own_libraries(tmp_path: Path) -> None:
    packed = {"LD_LIBRARY_PATH": "/opt/own", "QT_PLUGIN_PATH": "/opt/own/plugins", "QML2_IMPORT_PATH": "/opt/own/qml"}
    left = started(tmp_path, **packed)
    assert not packed.keys() & left.keys()
    left = started(tmp_path, **packed, LD_LIBRARY_PATH_ORIG="/opt/the-users")
    assert left["LD_LIBRARY_PATH"] == "/opt/the-users" and "LD_LIBRARY_PATH_ORIG" not in left


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes its streams")
def test_it_starts_without_any_stream_as_from_a_menu(tmp_path: Path) -> None:
    assert started(tmp_path, closed="<&- >&- 2>&-")


def test_the_public_build_runs_what_is_run_here() -> None:
    jobs = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]
    steps = {name: "\n".join(step.get("run", "") for step in job["steps"]) for name, job in jobs.items()}
    assert "make package" in steps["debian"] and "packaging/try-in-clean-root dist/" in steps["debian"]
    assert r"packaging\build.py" in steps["windows"] and "self-test" in steps["windows"]
    assert "dist/debian/*.deb dist/windows/*.exe" in steps["release"]
    assert jobs["release"]["needs"] == ["debian", "windows"]
    # A secret stands in the surroundings of a step only, never in a command line.
    assert not [name for name, words in steps.items() if "secrets." in words]


def test_the_installer_of_windows_takes_what_the_build_makes() -> None:
    script = (PACKAGING / "windows" / "picker-app.iss").read_text("utf-8")
    spec = (PACKAGING / "picker-app.spec").read_text("utf-8")
    assert set(re.findall(r"\{app\}\\([\w-]+)\.exe", script)) == {"picker-app-window"}
    assert 'starter(program + "-window", console=False)' in spec
    for path in re.findall(r"(?:LicenseFile)=\.\.\\\.\.\\(\S+)", script):
        assert (source.ROOT / path.replace("\\", "/")).exists()
    assert f"build\\icons\\{icons.NAME}.ico" in script
    assert "AppVersion={#Version}" in script


def test_the_script_of_the_clean_root_can_be_read_by_the_shell() -> None:
    script = PACKAGING / "try-in-clean-root"
    assert subprocess.run(["sh", "-n", script]).returncode == 0
    assert os.access(script, os.X_OK)

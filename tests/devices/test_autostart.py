"""The program starts with the computer when it is told to, and no more when it is told not to."""

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from picker_app.devices import autostart

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems keep it elsewhere")
ODD = ["/opt/picker app/it's", "100%", 'say "hi"', "a\\b", "$HOME", "`id`", "", "--minimized"]


def test_it_is_switched_on_and_off(home: Path) -> None:
    assert autostart.possible() and not autostart.is_on()
    autostart.switch_on(["/usr/bin/picker-app", "--minimized"])
    assert autostart.is_on()
    file = home / ".config" / "autostart" / "picker-app.desktop"
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    assert "Exec=env PICKER_APP_BY_ICON=1 /usr/bin/picker-app --minimized\n" in file.read_text()
    autostart.switch_on(["/usr/bin/other"])
    assert "Exec=env PICKER_APP_BY_ICON=1 /usr/bin/other\n" in file.read_text()
    autostart.switch_off()
    autostart.switch_off()
    assert not autostart.is_on()


def test_an_entry_that_the_desktop_was_told_to_hide_is_off() -> None:
    autostart.switch_on(["x"])
    with autostart.entry().open("a") as file:
        file.write("Hidden=true\n")
    assert not autostart.is_on()


def test_where_the_folder_cannot_be_made_it_is_said(home: Path) -> None:
    (home / ".config").write_text("no folder")
    with pytest.raises(OSError, match=r"\.config"):
        autostart.switch_on(["x"])
    assert not autostart.is_on()


def test_the_command_starts_this_very_program_minimized(monkeypatch: pytest.MonkeyPatch) -> None:
    assert autostart.own_words("--data-dir", "x") == (
        *(sys.executable, "-m", "picker_app", "--minimized", "--data-dir", "x"),
    )
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert autostart.own_words() == (sys.executable, "--minimized")


def test_odd_words_come_back_from_the_entry_as_they_were() -> None:
    (line,) = [line for line in autostart.desktop_entry(ODD).splitlines() if line.startswith("Exec=")]
    value = line.removeprefix("Exec=").replace("\\\\", "\\")
    words = shlex.split(value)
    # A shell takes these two out of quotes as well; shlex does not.
    assert [word.replace("\\$", "$").replace("\\`", "`").replace("%%", "%") for word in words] == ODD


def test_the_entry_is_one_that_desktops_take(tmp_path: Path) -> None:
    if shutil.which("desktop-file-validate") is None:
        pytest.skip("desktop-file-validate is not installed")
    file = tmp_path / "picker-app.desktop"
    file.write_text(autostart.desktop_entry(ODD))
    subprocess.run(["desktop-file-validate", str(file)], check=True)

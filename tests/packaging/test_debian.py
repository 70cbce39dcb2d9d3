"""Makes a Debian package of a small program and reads it with Debian's own tools."""

import configparser
import re
import shutil
import subprocess
import sys
from pathlib import Path

import debian
import icons
import pytest

from picker_app import __version__

WORDS = {"env PICKER_APP_BY_ICON=1 picker-app", "env PICKER_APP_BY_ICON=1 picker-app --training"}
EPOCH = "1790000000"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like that of the standalone program, with a program of this machine in its place."""
    folder = tmp_path_factory.mktemp("dist") / "picker-app"
    (folder / "_internal").mkdir(parents=True)
    shutil.copy("/bin/cat", folder / "picker-app")
    (folder / "_internal/data.json").write_text("{}")
    (folder / "_internal/again.json").symlink_to("data.json")
    return folder


@pytest.fixture(scope="module")
def package(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of that folder."""
    if not shutil.which("dpkg-deb") or not shutil.which("dpkg-shlibdeps"):
        pytest.skip("dpkg-deb and dpkg-shlibdeps are Debian's (apt-get install dpkg-dev)")
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        icons.draw(folder / "icons")
        return debian.package(program, folder / "icons", folder)


def told(*words: str | Path) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def listed(package: Path) -> dict[str, str]:
    """The rights of each file of a package, and where a link leads, by its path."""
    found = {}
    for line in told("dpkg-deb", "--contents", package).splitlines():
        rights, owner, _, _, _, path, *link = line.split(maxsplit=5)[:6] + line.split()[6:]
        assert owner == "root/root"
        found[path.split(" -> ")[0].removeprefix(".")] = " ".join([rights, *link[-1:]])
    return found


def test_it_says_what_it_is_and_what_it_depends_on(package: Path) -> None:
    fields = dict(re.findall(r"^ ?([A-Z][\w-]+): (.*)$", told("dpkg-deb", "--field", package), re.MULTILINE))
    assert (fields["Package"], fields["Version"]) == ("picker-app", __version__)
    assert fields["Architecture"] == told("dpkg", "--print-architecture").strip()
    assert re.search(r"\blibc6 \(>= [\d.]+\)", fields["Depends"])
    assert "keyring" in fields["Recommends"]
    assert int(fields["Installed-Size"]) > (Path("/bin/cat").stat().st_size // 1024)


def test_menu_icons_manual_and_command_are_in_their_places(package: Path) -> None:
    files = listed(package)
    assert files["/usr/bin/picker-app"].endswith("../lib/picker-app/picker-app")
    assert files["/usr/lib/picker-app/picker-app"].startswith("-rwxr-xr-x")
    assert files["/usr/lib/picker-app/_internal/data.json"].startswith("-rw-r--r--")
    assert files["/usr/lib/picker-app/_internal/again.json"].startswith("l")
    for path in (
        "applications/picker-app.desktop",
        "icons/hicolor/48x48/apps/picker-app.png",
        "icons/hicolor/scalable/apps/picker-app.svg",
        "man/man1/picker-app.1.gz",
        "doc/picker-app/copyright",
    ):
        assert files[f"/usr/share/{path}"].startswith("-rw-r--r--")


def test_the_same_program_makes_the_same_package(
    package: Path, program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    again = debian.package(program, package.parent / "icons", tmp_path)
    assert again.read_bytes() == package.read_bytes()


def test_a_library_that_no_package_gives_is_named(tmp_path: Path) -> None:
    if not shutil.which("dpkg-shlibdeps") or not shutil.which("gcc"):
        pytest.skip("needs dpkg-shlibdeps and gcc")
    usr = tmp_path / "usr"
    usr.mkdir()
    code = usr / "own.c"
    code.write_text("int own(void) { return 1; }\nint main(void) { return own(); }\n")
    subprocess.run(["gcc", "-shared", "-fPIC", "-Wl,-soname,libown.so.1", "-o", usr / "libown.so", code], check=True)
    subprocess.run(["gcc", "-o", usr / "prog", "-Wl,--no-as-needed", code, usr / "libown.so"], check=True)
    (usr / "libown.so").unlink()
    with pytest.raises(RuntimeError, match=r"libown\.so\.1"):
        debian.depends(tmp_path)


def test_the_menu_entry_is_well_formed_and_starts_the_program() -> None:
    entry = configparser.RawConfigParser(strict=True)
    entry.optionxform = str  # type: ignore[assignment,method-assign] # names differ by their capitals, as Name and name
    entry.read(debian.MENU, "utf-8")
    assert {entry[section]["Exec"] for section in entry.sections()} == WORDS
    main = entry["Desktop Entry"]
    assert (main["Type"], main["Icon"], main["Terminal"]) == ("Application", "picker-app", "false")
    for section in entry.sections():
        for key in ("Name", "GenericName", "Comment"):
            if key in entry[section] and entry[section][key] != "picker-app":
                assert entry[section][f"{key}[pt_BR]"] and entry[section][f"{key}[es]"]
    if shutil.which("desktop-file-validate"):
        assert told("desktop-file-validate", debian.MENU) == ""


def test_the_manual_page_has_every_command_and_option() -> None:
    page = (debian.HERE / "linux" / "picker-app.1").read_text("utf-8").replace("\\-", "-")
    usage = told(sys.executable, "-m", "picker_app", "--help")
    words = set(re.findall(r"--[a-z-]+", usage)) | set(re.findall(r"\{([a-z,-]+)\}", usage)[0].split(","))
    assert {word for word in words if word not in page} == {"--help"}

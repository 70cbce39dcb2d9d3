"""Checks what comes along in the standalone program: all that it reads and imports, and no tool of developers."""

import ast
import importlib
import sys
from pathlib import Path

import contents
import pytest

from picker_app import resources
from tests.house import source

PLACES = {(file.name, place) for file, place in ((Path(name), place) for name, place in contents.own_data())}


def test_every_folder_of_resources_comes_along_where_the_program_looks_for_it() -> None:
    folders = {path.name for path in resources.ROOT.iterdir() if path.is_dir()}
    assert {(name, f"resources/{name}") for name in folders} <= PLACES
    assert not [path for path in resources.ROOT.iterdir() if path.is_file()], "a file beside the folders is left out"


def test_nothing_that_the_program_reads_is_sorted_out() -> None:
    read = [f"resources/{file.relative_to(resources.ROOT).as_posix()}" for file in resources.ROOT.rglob("*.*")]
    out = {place for place in read if not contents.wanted(place)}
    assert {Path(place).suffix for place in out} <= {".ts"}


def test_every_migration_comes_along_as_the_file_that_alembic_reads() -> None:
    kept = {
        (file.name, file.parent.relative_to(source.ROOT).as_posix())
        for file in source.kept_files()
        if contents.MIGRATIONS in file.parents
    }
    assert len(kept) >= 4 and kept <= PLACES


def test_what_a_migration_imports_is_looked_for() -> None:
    versions = [name for name in contents.migrations() if ".versions." in name]
    assert len(versions) == len(list((contents.MIGRATIONS / "versions").glob("[0-9]*.py")))
    for name in versions:
        assert importlib.import_module(name).revision


def imported() -> set[str]:
    """The top-level packages that the program's source imports, but for its own and Python's."""
    found = set()
    for module in source.program():
        for node in ast.walk(source.tree(module)):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - {contents.PACKAGE}


def test_all_that_the_program_imports_is_of_a_library_that_it_declares() -> None:
    assert imported() <= set(contents.packages_of(contents.libraries()))
    assert not imported() & set(contents.strangers())


def test_tools_of_developers_stay_out() -> None:
    assert {"pytest", "mypy", "hypothesis", "coverage", "pip"} <= set(contents.strangers())
    assert not {"pytest", "mypy", "hypothesis", "pyinstaller"} & contents.libraries()


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforminputcontexts/libcomposeplatforminputcontextplugin.so",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "resources/translations/picker_pt_BR.qm",
        "tzdata/zoneinfo/America/Sao_Paulo",
        "certifi/cacert.pem",
        "biip/gs1_prefixes/_prefix_trie.json.lzma",
        "keyring-25.7.0.dist-info/entry_points.txt",
        "pydantic-2.14.3.dist-info/licenses/LICENSE",
    ],
)
def test_what_is_used_comes_along(place: str) -> None:
    assert contents.wanted(place) and contents.wanted(place.replace("/", "\\"))


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/imageformats/libqpdf.so",
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "PySide6/Qt/plugins/multimedia/libffmpegmediaplugin.so",
        "PySide6/plugins/tls/qschannelbackend.dll",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt/translations/qtwebengine_pt_BR.qm",
        "resources/translations/picker_es.ts",
        "picker_app-0.1.0.dist-info/direct_url.json",
    ],
)
def test_what_nobody_uses_or_should_read_stays_out(place: str) -> None:
    assert not contents.wanted(place) and not contents.wanted(place.replace("/", "\\"))


@pytest.mark.parametrize(
    ("place", "from_", "machines"),
    [
        ("libxcb-cursor.so.0", "/usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0", True),
        ("libssl.so.3", "/lib/x86_64-linux-gnu/libssl.so.3", True),
        ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", False),
        ("PySide6/Qt/lib/libQt6Core.so.6", "/v/lib/python3.11/site-packages/PySide6/Qt/lib/libQt6Core.so.6", False),
        ("python3.11/lib-dynload/_ssl.so", "/usr/lib/python3.11/lib-dynload/_ssl.cpython-311.so", False),
    ],
)
def test_only_the_machines_own_libraries_are_left_to_it(place: str, from_: str, machines: bool) -> None:
    assert contents.is_the_machines(place, from_) is machines


def test_a_library_of_qt_comes_along_only_for_who_needs_it() -> None:
    linked = {
        "QtGui.abi3.so": ["libQt6Gui.so.6", "libc.so.6"],
        "libQt6Gui.so.6": ["libQt6Core.so.6"],
        "libqxcb.so": ["libQt6XcbQpa.so.6"],
        "libQt6Pdf.so.6": ["libQt6Core.so.6"],
    }
    here = ["QtGui.abi3.so", "libqxcb.so", "libQt6Gui.so.6", "libQt6Core.so.6", "libQt6XcbQpa.so.6", "libQt6Pdf.so.6"]
    files = [(f"PySide6/{name}", name) for name in here]
    assert contents.unneeded(files, lambda name: linked.get(name, [])) == {"PySide6/libQt6Pdf.so.6"}


def test_a_requirement_that_only_an_extra_asks_for_is_no_part_of_the_program() -> None:
    # uvicorn[standard] would bring watchfiles and more; httpx[cli] brings rich.
    assert {"uvicorn", "httpx", "h11", "starlette"} <= contents.libraries()
    assert not {"watchfiles", "rich"} & contents.libraries()

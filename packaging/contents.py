"""Says what goes into the standalone program and what stays out.

Used by picker-app.spec within PyInstaller, which finds what the program imports. Here stands what it cannot know: which
libraries are there for developers only, which parts of Qt come along unasked, which libraries the machine itself gives.
"""

import fnmatch
import importlib.metadata
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = "picker-app"
PACKAGE = "picker_app"
RESOURCES = ROOT / "resources"
LICENCES = ROOT / "packaging" / "licences"
MIGRATIONS = ROOT / "picker_app" / "store" / "migrations"

UNUSED = (
    "curses",
    "lib2to3",
    "pydoc_data",
    "readline",
    "test",
    "tkinter",
    "alembic.testing",
    "sqlalchemy.testing",
    "PySide6.QtConcurrent",
    "PySide6.QtMultimediaWidgets",
)
"""Modules that some library would use if it were tested, had a terminal, or showed a film."""

NO_DATA = ("PySide6", "shiboken6")
"""Packages whose files PyInstaller itself chooses."""

NOT_FOR_PROGRAMS = (
    "/resources/translations/*.ts",
    "/resources/translations/renew",
    "*.pyi",
    "*.pxd",
    "*.[ch]",
    "*/py.typed",
    "*/tests/*",
    "/alembic/templates/*",
    "*.dist-info/RECORD",
    "*.dist-info/INSTALLER",
    "*.dist-info/REQUESTED",
    "*.dist-info/direct_url.json",
)
"""Files of libraries that only compilers, type checkers, testers and installers read."""

DROPPED = (
    # Qt's texts in languages; those that the program shows have translations of its own.
    "*/translations/qt*.qm",
    # Screens without X11 or Wayland, cameras, films, touch screens without a desktop, a keyboard on the screen, 3D.
    "*/plugins/egldeviceintegrations/*",
    "*/plugins/generic/*",
    "*/plugins/multimedia/*ffmpeg*",
    "*/plugins/platforminputcontexts/*virtualkeyboard*",
    "*/plugins/platforms/*eglfs*",
    "*/plugins/platforms/*linuxfb*",
    "*/plugins/platforms/*minimal*",
    "*/plugins/platforms/*vkkhr*",
    "*/plugins/platforms/*vnc*",
    "*/plugins/platforms/qdirect2d*",
    "*/plugins/wayland-graphics-integration-client/*",
    "*/plugins/wayland-shell-integration/*[!g]-shell*",
    "*/plugins/xcbglintegrations/*",
    "*/opengl32sw.dll",
    "*/D3DCompiler*.dll",
    # Pictures of kinds that the program neither has nor gets.
    "*/plugins/imageformats/*qgif*",
    "*/plugins/imageformats/*qicns*",
    "*/plugins/imageformats/*qpdf*",
    "*/plugins/imageformats/*qtga*",
    "*/plugins/imageformats/*qtiff*",
    "*/plugins/imageformats/*qwbmp*",
    # Looks that the program's own theme takes the place of, and that would need GTK.
    "*/plugins/platformthemes/*gtk3*",
    # HTTP and TLS are httpx's and Python's.
    "*/plugins/networkinformation/*",
    "*/plugins/tls/*",
)

QT_LIBRARY = re.compile(
    r"(lib)?(Qt6\w+|avcodec|avformat|avutil|swresample|swscale)(-\d+)?\.(dll|so[.\d]*)|libQt6FFmpeg.*"
)

CARRIED = ("libpython3",)
"""Libraries of the building machine that come along, by the beginnings of their names.

All others are the machine's own, which renews them when they have a hole. The package names them as its dependencies.
"""


def libraries() -> set[str]:
    """Name the distributions that the program needs to run, as far as they are installed, by their canonical names."""
    found: set[str] = set()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    waiting = [_parsed(requirement)[:2] for requirement in project["dependencies"]]
    while waiting:
        name, extras = waiting.pop()
        try:
            requirements = importlib.metadata.requires(name) or []
        except importlib.metadata.PackageNotFoundError:
            continue  # another system's, or another Python's
        found.add(canonical(name))
        for requirement in requirements:
            wanted, wanted_extras, only_for = _parsed(requirement)
            if (not only_for or only_for in extras) and canonical(wanted) not in found:
                waiting.append((wanted, wanted_extras))
    return found


def canonical(name: str) -> str:
    """Spell the name of a distribution as all do: small letters, hyphens."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _parsed(requirement: str) -> tuple[str, frozenset[str], str]:
    """Read a requirement: its name, the extras it asks for, and the extra that asks for it."""
    match = re.match(r"\s*([\w.-]+)\s*(?:\[([^\]]*)\])?", requirement)
    if match is None:
        raise ValueError(f"not a requirement: {requirement!r}")
    asked = frozenset(word.strip() for word in (match[2] or "").split(",") if word.strip())
    only_for = re.search(r"""extra\s*==\s*['"]([^'"]+)""", requirement)
    return match[1], asked, only_for[1] if only_for else ""


def packages_of(distributions: set[str]) -> list[str]:
    """Name the importable packages that these distributions bring."""
    by_package = importlib.metadata.packages_distributions()
    return sorted(name for name, from_ in by_package.items() if distributions & set(map(canonical, from_)))


def strangers() -> list[str]:
    """Name the importable packages that are installed here and that the program does not need to run."""
    needed = {*packages_of(libraries()), PACKAGE}
    return sorted(set(importlib.metadata.packages_distributions()) - needed) + list(UNUSED)


def own_data() -> list[tuple[str, str]]:
    """Name the program's own files and folders, each with its folder in the standalone program."""
    folders = [(str(folder), f"resources/{folder.name}") for folder in sorted(RESOURCES.iterdir()) if folder.is_dir()]
    texts = [(str(file), "licences") for file in [ROOT / "LICENSE", *sorted(LICENCES.iterdir())]]
    scripts = [
        (str(file), file.parent.relative_to(ROOT).as_posix())
        for file in sorted(MIGRATIONS.rglob("*"))
        if file.suffix in {".py", ".mako"}
    ]
    return [*folders, *scripts, *texts]


def migrations() -> list[str]:
    """Name the modules of the migrations: Alembic reads them as files, so nobody sees what they import."""
    return [
        ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for file in sorted(MIGRATIONS.rglob("*.py"))
        if file.stem not in {"__init__", "env"}
    ]


def wanted(place: str) -> bool:
    """Say whether a file comes along, by its place in the standalone program."""
    at = "/" + place.replace("\\", "/")
    return not any(fnmatch.fnmatch(at, pattern) for pattern in (*DROPPED, *NOT_FOR_PROGRAMS))


def is_the_machines(place: str, source: str) -> bool:
    """Say whether a file is a library of Linux that the machine itself has to give."""
    name = Path(place).name
    of_python = {"site-packages", "lib-dynload"} & set(Path(source).parts)
    return bool(re.match(r"lib.*\.so(\.|$)", name)) and not of_python and not name.startswith(CARRIED)


def unneeded(files: Iterable[tuple[str, str]], imports: Callable[[str], Iterable[str]]) -> set[str]:
    """Find the libraries of Qt that nothing needs which comes along, by their places.

    `files`: place and source of each; `imports` names the libraries that a file is linked with.
    """
    by_name: dict[str, list[tuple[str, str]]] = {}
    for place, source in files:
        by_name.setdefault(_file_name(place), []).append((place, source))
    waiting = [pair for name, pairs in by_name.items() if not QT_LIBRARY.fullmatch(name) for pair in pairs]
    reached = {place for place, _ in waiting}
    while waiting:
        for place, source in _found(imports(waiting.pop()[1]), by_name):
            if place not in reached:
                reached.add(place)
                waiting.append((place, source))
    return {place for pairs in by_name.values() for place, _ in pairs} - reached


def _found(names: Iterable[str], by_name: dict[str, list[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    for name in names:
        yield from by_name.get(_file_name(name), ())


def _file_name(place: str) -> str:
    return place.replace("\\", "/").rpartition("/")[2]

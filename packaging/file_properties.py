"""Writes the properties that Windows shows of the program's file, with the version of the program."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

_FORM = """\
VSVersionInfo(
    ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0),
    kids=[
        StringFileInfo([
            StringTable("040904B0", [
                StringStruct("CompanyName", "picker-app"),
                StringStruct("FileDescription", "picker-app: picks the orders of delivery platforms"),
                StringStruct("FileVersion", "{version}"),
                StringStruct("InternalName", "picker-app"),
                StringStruct("LegalCopyright", "{copyright}"),
                StringStruct("OriginalFilename", "picker-app.exe"),
                StringStruct("ProductName", "picker-app"),
                StringStruct("ProductVersion", "{version}"),
            ])
        ]),
        VarFileInfo([VarStruct("Translation", [1033, 1200])]),
    ],
)
"""


def version() -> str:
    """Read the version of the program from its source, without importing it: `0.1.0`."""
    found = re.search(r'^__version__ = "([^"]+)"$', (ROOT / "picker_app/__init__.py").read_text("utf-8"), re.MULTILINE)
    if found is None:
        raise ValueError("picker_app/__init__.py names no __version__")
    return found[1]


def copyright_line() -> str:
    """Read who holds the rights from the licence: its line that begins with Copyright."""
    lines = (ROOT / "LICENSE").read_text("utf-8").splitlines()
    return next(line.strip() for line in lines if line.startswith("Copyright"))


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """Turn a version into the four numbers of Windows: `1.2rc3` → (1, 2, 0, 0)."""
    numbers = [int(found[0]) if (found := re.match(r"\d+", part)) else 0 for part in version.split(".")[:4]]
    first, second, third, fourth = (*numbers, 0, 0, 0, 0)[:4]
    return first, second, third, fourth


def text() -> str:
    """Give the properties in the words of PyInstaller."""
    return _FORM.format(four=four_numbers(version()), version=version(), copyright=copyright_line())


def write(folder: Path) -> str:
    """Write the properties into a file of this folder and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "file_properties.txt"
    file.write_text(text(), "utf-8")
    return str(file)

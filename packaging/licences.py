"""Writes who made what comes along in the standalone program, and under which licence."""

import importlib.metadata
import platform
import sqlite3
from pathlib import Path

import contents
import file_properties

_HEAD = """\
picker-app {version}
{copyright}
MIT licence: licences/LICENSE.

This program comes along with libraries of others. Each has its licence below; its text is in the folder of that name
that ends in .dist-info, beside this program's libraries, or in licences/. Qt and PySide6 are used under the GNU Lesser
General Public License 3: they are files of their own in this folder and can be exchanged for others. The fonts have
their licences in resources/fonts.

Python {python}: PSF-2.0
SQLite {sqlite}: public domain
Qt {qt}: LGPL-3.0-only, and the licences of the parts that Qt names (ICU: Unicode-3.0)
"""


def text() -> str:
    """Give the whole notice: the program, what it stands on, a line for each library with version and licence."""
    head = _HEAD.format(
        version=file_properties.version(),
        copyright=file_properties.copyright_line(),
        python=platform.python_version(),
        sqlite=sqlite3.sqlite_version,
        qt=importlib.metadata.version("PySide6-Essentials"),
    )
    return head + "\n".join(_line(name) for name in sorted(contents.libraries())) + "\n"


def _line(name: str) -> str:
    about = importlib.metadata.metadata(name)
    return f"{about['Name']} {about['Version']}: {_licence(about)}"


def _licence(about: importlib.metadata.PackageMetadata) -> str:
    """Read a library's licence from where its maker put it; ValueError if it names none."""
    kinds = [line.rpartition("::")[2].strip() for line in about.get_all("Classifier") or [] if "License ::" in line]
    words = [about.get_all("License-Expression"), kinds, about.get_all("License")]
    found = next((", ".join(named) for named in words if named), "")
    if not found:
        raise ValueError(f"{about['Name']} names no licence: look what it is before it comes along")
    return found.partition("\n")[0]


def write(folder: Path) -> None:
    """Write the notice into the folder of the standalone program."""
    (folder / "LICENCES.txt").write_text(text(), "utf-8")

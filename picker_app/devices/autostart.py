"""Has the program start with the computer: an entry of the desktop, or of Windows, for this user only."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

if sys.platform == "win32":
    import winreg

NAME = "picker-app"
BY_ICON = "PICKER_APP_BY_ICON"
"""In the environment of a start that a desktop makes: nobody sees then what is printed."""
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_RESERVED = set(" \t\n\"'\\><~|&;$*?#()`")


def possible() -> bool:
    """Say whether the program knows how to start with this kind of computer."""
    return sys.platform == "linux" or sys.platform == "win32"


def own_program() -> tuple[str, ...]:
    """Return the command that runs this very program."""
    return (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-m", "picker_app")


def own_words(*more: str) -> tuple[str, ...]:
    """Return the command that starts this very program, with its window minimized and with `more` words."""
    return *own_program(), "--minimized", *more


def is_on() -> bool:
    """Say whether the program starts with the computer."""
    if sys.platform == "win32":
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                return bool(winreg.QueryValueEx(key, NAME)[0])
        except OSError:
            return False
    try:
        return "Hidden=true" not in entry().read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return False


def switch_on(words: Sequence[str]) -> None:
    """Have a command run when the user signs in; OSError if that cannot be written. Windows' part is not tried yet."""
    if sys.platform == "win32":
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
            winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, subprocess.list2cmdline(words))
        return
    file = entry()
    file.parent.mkdir(parents=True, exist_ok=True)
    written = file.with_suffix(".new")
    written.write_text(desktop_entry(("env", f"{BY_ICON}=1", *words)), "utf-8")
    os.replace(written, file)


def switch_off() -> None:
    """Start with the computer no more; OSError if that cannot be changed."""
    if sys.platform == "win32":
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN, 0, winreg.KEY_SET_VALUE) as key:
                winreg.DeleteValue(key, NAME)
        except FileNotFoundError:
            pass
        return
    entry().unlink(missing_ok=True)


def entry() -> Path:
    """Return the file in which the desktop looks (XDG Autostart)."""
    folder = os.environ.get("XDG_CONFIG_HOME", "")
    return (Path(folder) if os.path.isabs(folder) else Path.home() / ".config") / "autostart" / f"{NAME}.desktop"


def desktop_entry(words: Sequence[str]) -> str:
    """Return the text of a desktop entry that runs a command.

    >>> print(desktop_entry(["/opt/picker app/picker-app", "--minimized"]).splitlines()[3])
    Exec="/opt/picker app/picker-app" --minimized
    """
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=Picker",
        f"Exec={' '.join(map(_quoted, words))}",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
    )
    return "\n".join(lines) + "\n"


def _quoted(word: str) -> str:
    """Write a word as the key Exec wants it: quoted where needed, and all of it escaped once more as a string."""
    plain = word.replace("%", "%%")
    if plain and not set(plain) & _RESERVED:
        return plain
    for letter in '\\"`$':
        plain = plain.replace(letter, "\\" + letter)
    return '"' + plain.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t") + '"'

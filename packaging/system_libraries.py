"""Finds the system libraries that Qt misses on this machine, installs them where the user may, else says how.

Run by make as `system_libraries.py [--for-tests]`, with the Python of the environment. What is missing is
read from the loader's own answer (ldd) for the parts of Qt that the program loads. The exit code is 1 only
when a library is missing without which no window can be opened.
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

# Loaded for every window; on a desktop the plugin of that desktop comes on top.
WINDOW = ("QtCore.abi3.so", "QtGui.abi3.so", "QtWidgets.abi3.so", "QtSvg.abi3.so", "QtNetwork.abi3.so")
OFFSCREEN = "Qt/plugins/platforms/libqoffscreen.so"
X11 = "Qt/plugins/platforms/libqxcb.so"
WAYLAND = "Qt/plugins/platforms/libqwayland.so"
SOUND_AND_SCALE = (
    "QtMultimedia.abi3.so",
    "QtSerialPort.abi3.so",
    "Qt/plugins/multimedia/libffmpegmediaplugin.so",
)
# Debian's package is the library's name and version, but for these.
ODD_NAMES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libz.so.1": "zlib1g",
}
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "xdotool": "xdotool",
    "ssh": "openssh-client",
    "sshd": "openssh-server",
    "dbus-daemon": "dbus-daemon",
}
# Where servers are, even if the user's path does not name it.
PLACES = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])


def debian_package(library: str) -> str:
    """Name Debian's package of a shared library: `libxcb-cursor.so.0` → `libxcb-cursor0`."""
    if library in ODD_NAMES:
        return ODD_NAMES[library]
    name, _, version = library.lower().replace("_", "-").partition(".so.")
    return f"{name}-{version}" if name[-1:].isdigit() else f"{name}{version}"


def not_found(ldd_output: str) -> set[str]:
    """Read the missing libraries from what ldd printed."""
    return set(re.findall(r"^\s*(\S+) => not found", ldd_output, flags=re.MULTILINE))


def missing(files: Iterable[Path]) -> set[str]:
    """Ask the loader which libraries the files need and the machine lacks. Absent files need nothing."""
    present = [str(file) for file in files if file.exists()]
    if not present:
        return set()
    return not_found(subprocess.run(["ldd", *present], capture_output=True, text=True, check=False).stdout)


def installer() -> list[str] | None:
    """Give the beginning of a command that may install packages here, or None."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    return None


def install(packages: list[str]) -> bool:
    """Install Debian packages; true when apt-get said that it did."""
    apt = installer()
    if apt is None:
        return False
    print("installing system packages:", " ".join(packages), flush=True)
    quiet = ["-qq", "-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0"]
    wanted = [*apt, *quiet, "install", "-y", "--no-install-recommends", *packages]
    if subprocess.run(wanted, capture_output=True).returncode != 0:
        # The machine's package lists may be empty or old.
        subprocess.run([*apt, *quiet, "update"], capture_output=True)
        if subprocess.run(wanted, stdout=subprocess.DEVNULL).returncode != 0:
            return False
    if TEST_PROGRAMS["sshd"] in packages and shutil.which("systemctl"):
        # The tests start a server of their own on loopback; this one would listen to the network.
        subprocess.run([*apt[:-1], "systemctl", "disable", "--now", "ssh.service", "ssh.socket"], capture_output=True)
    return True


def check(qt: Path, for_tests: bool) -> int:
    """Look, install, look again; say what stays missing. Returns the exit code."""
    vital = [*WINDOW, OFFSCREEN]
    wished = [*SOUND_AND_SCALE]
    if os.environ.get("WAYLAND_DISPLAY"):
        vital.append(WAYLAND)
    (vital if os.environ.get("DISPLAY") else wished).append(X11)

    def absent() -> tuple[set[str], set[str], list[str]]:
        programs = [name for name in TEST_PROGRAMS if for_tests and shutil.which(name, path=PLACES) is None]
        return missing(qt / name for name in vital), missing(qt / name for name in wished), programs

    needed, useful, programs = absent()
    packages = sorted({debian_package(name) for name in needed | useful} | {TEST_PROGRAMS[p] for p in programs})
    if not packages:
        return 0
    if install(packages):
        needed, useful, programs = absent()
    if needed or useful or programs:
        names = ", ".join(sorted(needed | useful) + programs)
        print(f"Missing on this machine: {names}.", file=sys.stderr)
        print(f"Install with: sudo apt-get install {' '.join(packages)}", file=sys.stderr)
    if needed:
        print("Without these no window can be opened.", file=sys.stderr)
        return 1
    if useful:
        print("Going on without: sound or a window on an X display may not work.", file=sys.stderr)
    if programs:
        print("Going on without: the tests that need them are skipped.", file=sys.stderr)
    return 0


def main() -> int:
    """Check this machine. Only Linux needs it: elsewhere Qt brings all it needs."""
    if not sys.platform.startswith("linux") or shutil.which("ldd") is None:
        return 0
    found = importlib.util.find_spec("PySide6")
    if found is None or found.origin is None:
        print("PySide6 is not installed in this environment: run make.", file=sys.stderr)
        return 1
    return check(Path(found.origin).parent, for_tests="--for-tests" in sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

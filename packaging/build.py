"""Builds the standalone program into dist/, tries and measures it, and makes its installer (`make package`)."""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import debian
import file_properties
import licences
import measure
import sign
import system_libraries

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
WORK = ROOT / "build" / "package"
ICONS = ROOT / "build" / "icons"
SPEC = ROOT / "packaging" / "picker-app.spec"
EXE = ".exe" if sys.platform == "win32" else ""
PROGRAM = DIST / "picker-app" / f"picker-app{EXE}"
BARE = WORK / "bare-window"
TOOLS = {
    "dpkg-shlibdeps": "dpkg-dev",
    "strip": "binutils",
    "patchelf": "patchelf",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "desktop-file-validate": "desktop-file-utils",
}
AS_IT_CAME = {"PySide6", "shiboken6"}
"""The folders of Qt: nothing is taken out of them."""


def main() -> int:
    """Do it all, a sentence each; returns the exit code."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", last_change())
    # Sets are walked in the order of their hashes: with one seed the same program is built twice.
    os.environ["PYTHONHASHSEED"] = "0"
    if sys.platform == "linux":
        absent = sorted({package for tool, package in TOOLS.items() if shutil.which(tool) is None})
        if absent:
            system_libraries.install(absent)
    shutil.rmtree(DIST, ignore_errors=True)
    subprocess.run([sys.executable, ROOT / "packaging" / "icons.py", ICONS], check=True)
    print("Building the standalone program and, for comparison, an empty window (two minutes) …", flush=True)
    build(DIST, [])
    build(WORK, ["--", "bare-window"])
    licences.write(PROGRAM.parent)
    strip(PROGRAM.parent)
    strip(BARE)
    sign.sign([PROGRAM, PROGRAM.with_stem("picker-app-window")] if EXE else [])
    code = self_test()
    if code:
        print(f"The standalone program failed its self-test (exit code {code}).", file=sys.stderr)
        return 1
    print(
        "\nsize of the folder, and time until the window is on the screen: median of 7 starts (least – most)",
        flush=True,
    )
    with tempfile.TemporaryDirectory(prefix="picker-data-") as data:
        bare = [str(BARE / f"bare-window{EXE}")]
        print(measure.measure("bare window", BARE, bare).line(), flush=True)
        words = [str(PROGRAM), "--training", "--data-dir", data]
        print(measure.measure("picker-app", PROGRAM.parent, words).line(), flush=True)
    print()
    for file in installers():
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        print(f"{file.relative_to(ROOT)}: {file.stat().st_size / 1e6:.1f} MB, sha256 {digest}")
    return 0


def last_change() -> str:
    """Give the time of the last change of the source in seconds since 1970; now, outside of a clone."""
    words = ["git", "log", "-1", "--format=%ct"]
    try:
        told = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        told = ""
    return told or str(int(time.time()))


def build(folder: Path, words: list[str]) -> None:
    """Run PyInstaller; what it built is below the folder. Its many words are shown only when it fails."""
    told = [
        "--noconfirm",
        "--clean",
        "--log-level",
        "ERROR",
        "--distpath",
        str(folder),
        "--workpath",
        str(WORK / "work"),
    ]
    command = [sys.executable, "-m", "PyInstaller", *told, str(SPEC), *words]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise SystemExit(f"{done.stdout}PyInstaller failed (exit code {done.returncode}).")


def strip(folder: Path) -> None:
    """Take out of the libraries what only a debugger reads, and paths of this machine in which they would look."""
    if sys.platform != "linux" or shutil.which("strip") is None or shutil.which("patchelf") is None:
        return
    files = [file for file in debian.elf_files(folder) if not AS_IT_CAME & set(file.relative_to(folder).parts)]
    libraries = [file for file in files if ".so" in file.name]
    for library in libraries:
        told = subprocess.run(["patchelf", "--print-rpath", library], capture_output=True, text=True, check=True)
        if told.stdout.startswith("/"):
            subprocess.run(["patchelf", "--remove-rpath", library], check=True)
    subprocess.run(["strip", "--strip-unneeded", *libraries], check=True)


def self_test() -> int:
    """Run the self-test of the standalone program in surroundings without a Python of ours and without a screen."""
    with tempfile.TemporaryDirectory(prefix="picker-home-") as home:
        surroundings = {"PATH": os.defpath, "HOME": home, "LANG": "C.UTF-8"}
        if EXE:
            surroundings = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "USERPROFILE", "LOCALAPPDATA")}
        print(f"\n{PROGRAM.relative_to(ROOT)} self-test, with {', '.join(surroundings)} and nothing else:", flush=True)
        return subprocess.run([PROGRAM, "self-test"], env=surroundings, cwd=home).returncode


def installers() -> list[Path]:
    """Make what a shop installs: a Debian package on Debian and its like, an installer on Windows."""
    if EXE:
        return windows_installer()
    if shutil.which("dpkg-deb") is None or shutil.which("dpkg-shlibdeps") is None:
        print("No .deb is made: dpkg-deb and dpkg-shlibdeps are not here (Debian's package dpkg-dev).")
        return []
    # Which package gives a library can only be read where it is.
    absent = system_libraries.missing(debian.elf_files(PROGRAM.parent))
    if absent:
        system_libraries.install(sorted(map(system_libraries.debian_package, absent)))
    if shutil.which("desktop-file-validate"):
        subprocess.run(["desktop-file-validate", debian.MENU], check=True)
    return [debian.package(PROGRAM.parent, ICONS, DIST)]


def windows_installer() -> list[Path]:
    """Have Inno Setup make the installer, and sign it."""
    compiler = shutil.which("iscc")
    if compiler is None:
        print("No installer is made: iscc of Inno Setup 6 is not in PATH.")
        return []
    version = file_properties.version()
    script = ROOT / "packaging" / "windows" / "picker-app.iss"
    subprocess.run([compiler, "/Qp", f"/DVersion={version}", f"/O{DIST}", script], check=True)
    file = DIST / f"picker-app-{version}-{platform.machine().lower()}.exe"
    sign.sign([file])
    return [file]


if __name__ == "__main__":
    sys.exit(main())

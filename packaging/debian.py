"""Makes the Debian package of the standalone program: menu entry, icons, manual page, what it depends on."""

import gzip
import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import file_properties
import licences

HERE = Path(__file__).resolve().parent
NAME = "picker-app"
FOLDER = Path("usr/lib") / NAME
MENU = HERE / "linux" / f"{NAME}.desktop"
RECOMMENDED = "gnome-keyring | libkf5wallet-bin | keepassxc, xdg-utils"
"""Without a keyring secrets can only come from environment variables."""
SUGGESTED = "openssh-client"

_CONTROL = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: The picker-app contributors <picker-app@example.org>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: {recommends}
Suggests: {suggests}
Section: misc
Priority: optional
Description: picks the orders of delivery platforms with a barcode scanner
 Orders from delivery platforms come to a shop; somebody takes each product
 from the shelf, weighs it, replaces what is sold out, and tells the platform.
 This program stands on the counter and does the telling.
 .
 It brings its own Python and Qt. A training mode with simulated orders needs
 neither an account nor a network.
"""


def package(program: Path, icons: Path, target: Path) -> Path:
    """Make the package of the folder `program` and return its path, below `target`.

    CalledProcessError if a tool of Debian refuses. The same folder and SOURCE_DATE_EPOCH give the same bytes.
    """
    version, architecture = file_properties.version(), _architecture()
    file = target / f"{NAME}_{version}_{architecture}.deb"
    with tempfile.TemporaryDirectory(prefix="picker-deb-") as folder:
        root = Path(folder)
        lay_out(root, program, icons, version)
        about = root / "DEBIAN"
        about.mkdir()
        (about / "control").write_text(control(version, architecture, root, depends(root)), "utf-8")
        (about / "md5sums").write_text(sums(root), "utf-8")
        root.chmod(0o755)
        words = ["dpkg-deb", "--root-owner-group", "--uniform-compression", "-Zxz", "--build", str(root), str(file)]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return file


def lay_out(root: Path, program: Path, icons: Path, version: str) -> None:
    """Put every file where it will be on the machine, below `root`, with the rights it will have there."""
    shutil.copytree(program, root / FOLDER, symlinks=True)
    for name in ("bin", "share/applications", "share/man/man1", f"share/doc/{NAME}"):
        (root / "usr" / name).mkdir(parents=True)
    (root / "usr/bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    shutil.copy(MENU, root / "usr/share/applications")
    for picture in sorted(icons.glob(f"{NAME}-*.png")):
        pixels = picture.stem.rpartition("-")[2]
        _icon(picture, root / f"usr/share/icons/hicolor/{pixels}x{pixels}/apps/{NAME}.png")
    _icon(icons / f"{NAME}.svg", root / f"usr/share/icons/hicolor/scalable/apps/{NAME}.svg")
    manual = (HERE / "linux" / f"{NAME}.1").read_text("utf-8").replace("@VERSION@", version)
    _pressed(manual, root / f"usr/share/man/man1/{NAME}.1.gz")
    documents = root / "usr/share/doc" / NAME
    _pressed((HERE.parent / "CHANGELOG.md").read_text("utf-8"), documents / "changelog.gz")
    mit = (HERE.parent / "LICENSE").read_text("utf-8")
    notice = licences.text().replace("licences/LICENSE", "below").replace("licences/", "/usr/share/common-licenses/")
    (documents / "copyright").write_text(f"{notice}\n\n{mit}", "utf-8")
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == root / FOLDER / NAME else 0o644)


def _icon(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True)
    shutil.copy(source, target)


def _pressed(text: str, file: Path) -> None:
    file.write_bytes(gzip.compress(text.encode(), mtime=0))


def control(version: str, architecture: str, root: Path, depends: str) -> str:
    """Write what the package says of itself."""
    size = sum(max(path.lstat().st_size, 1024) for path in root.rglob("*") if not path.is_symlink())
    return _CONTROL.format(
        name=NAME,
        version=version,
        architecture=architecture,
        kilobytes=-(-size // 1024),
        depends=depends,
        recommends=RECOMMENDED,
        suggests=SUGGESTED,
    )


def depends(root: Path) -> str:
    """Have Debian's own tool read from the laid-out files which packages give the libraries that are not among them.

    RuntimeError if the machine has no package for one of them.
    """
    files = elf_files(root)
    own = sorted({file.parent for file in files})
    with tempfile.TemporaryDirectory(prefix="picker-depends-") as folder:
        (Path(folder) / "debian").mkdir()
        (Path(folder) / "debian" / "control").write_text(f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n")
        words = ["dpkg-shlibdeps", "-O", "--warnings=0", *(f"-l{place}" for place in own)]
        told = subprocess.run([*words, *files], cwd=folder, capture_output=True, text=True, check=False)
    if told.returncode:
        errors = "\n".join(line for line in told.stderr.splitlines() if "error:" in line)
        raise RuntimeError(f"Not every library is on this machine, with a Debian package that gives it:\n{errors}")
    return told.stdout.strip().removeprefix("shlibs:Depends=")


def elf_files(folder: Path) -> list[Path]:
    """Find the programs and libraries in a folder."""
    return [file for file in sorted(folder.rglob("*")) if file.is_file() and not file.is_symlink() and _is_elf(file)]


def _is_elf(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(4) == b"\x7fELF"


def sums(root: Path) -> str:
    """List the digest of each file, as dpkg --verify reads them."""
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink()]
    return "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(root)}\n"
        for path in files
        if "DEBIAN" not in path.parts
    )


def _architecture() -> str:
    words = ["dpkg", "--print-architecture"]
    return subprocess.run(words, capture_output=True, text=True, check=True, env={**os.environ}).stdout.strip()

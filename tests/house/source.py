"""Reads the project's own source for the tests that guard its shape."""

import ast
import functools
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "picker_app"


@functools.cache
def tree(module: Path) -> ast.Module:
    """Parse a module once."""
    return ast.parse(module.read_text("utf-8"), filename=str(module))


def program() -> list[Path]:
    """The modules of the program."""
    return sorted(PACKAGE.rglob("*.py"))


def tests() -> list[Path]:
    """The modules of the tests."""
    return sorted((ROOT / "tests").rglob("*.py"))


def place(module: Path, node: ast.AST | None = None) -> str:
    """Name a place in the source: `picker_app/app.py:12`."""
    line = getattr(node, "lineno", None)
    name = module.relative_to(ROOT).as_posix()
    return f"{name}:{line}" if line else name


def kept_files() -> list[Path]:
    """Every file under version control, or about to be; all files outside of a clone of git."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]

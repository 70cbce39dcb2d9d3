"""Writes the file table of docs/architecture.md anew from the first sentence of every module's docstring."""

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "architecture.md"
BEGIN = "<!-- file table: written by make docs, begin -->"
END = "<!-- file table: end -->"


def modules() -> list[Path]:
    """List the modules of the program; an empty `__init__.py` and the database's migrations are left out."""
    return [
        module
        for module in sorted((ROOT / "picker_app").rglob("*.py"))
        if "migrations" not in module.parts
        and not (module.name == "__init__.py" and not module.read_text("utf-8").strip())
    ]


def sentence(module: Path) -> str:
    """Read the first line of a module's docstring; empty when it has none."""
    docstring = ast.get_docstring(ast.parse(module.read_text("utf-8"))) or ""
    return docstring.partition("\n")[0].strip()


def table() -> str:
    """Build the table, a heading for each folder."""
    lines: list[str] = []
    folder: Path | None = None
    for module in sorted(modules(), key=lambda path: (path.parent, path.name)):
        if module.parent != folder:
            folder = module.parent
            lines += ["", f"### {folder.relative_to(ROOT).as_posix()}/", "", "| file | duty |", "|---|---|"]
        lines.append(f"| `{module.name}` | {sentence(module).replace('|', '&#124;')} |")
    return "\n".join(lines).strip()


def page(text: str) -> str:
    """Put the table into the page between its two marks. Raises ValueError when a mark is missing."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{PAGE.name} lacks one of the lines {BEGIN!r} and {END!r}")
    return f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}"


def main() -> int:
    """Write the page when it differs."""
    old = PAGE.read_text("utf-8")
    new = page(old)
    if new != old:
        PAGE.write_text(new, "utf-8")
        print(f"{PAGE.relative_to(ROOT)}: written anew")
    return 0


if __name__ == "__main__":
    sys.exit(main())

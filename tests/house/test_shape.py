"""Guards the shape of the source: small modules that say their duty, imports on top, nothing named vaguely."""

import ast
import sys
from pathlib import Path

import pytest

from docs import file_table
from tests.house import source

LONGEST = 500
MOSTLY = 300
VAGUE = {"utils", "util", "misc", "helpers", "helper", "common", "manager", "managers", "base", "controller"}


def test_every_module_begins_with_one_sentence_about_its_duty() -> None:
    silent = [
        source.place(module)
        for module in source.program()
        if module.read_text("utf-8").strip() and not file_table.sentence(module).endswith(".")
    ]
    assert not silent, "the first line of the docstring must be one sentence, with its full stop"


def test_no_module_is_long() -> None:
    lengths = {
        source.place(module): len(module.read_text("utf-8").splitlines())
        for module in [*source.program(), *source.tests()]
        if "versions" not in module.parts
    }
    assert not {name: length for name, length in lengths.items() if length > LONGEST}
    ordered = sorted(length for name, length in lengths.items() if name.startswith("picker_app"))
    assert ordered[int(len(ordered) * 0.9)] <= MOSTLY, "nine modules of ten have 300 lines at most"


def test_no_folder_or_module_has_a_name_that_says_nothing() -> None:
    named = [path for path in source.PACKAGE.rglob("*") if path.is_dir() or path.suffix == ".py"]
    assert not [source.place(path) for path in named if path.stem in VAGUE]


def functions(module: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The functions of a module, methods included."""
    return [node for node in ast.walk(source.tree(module)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_no_import_hides_in_a_function() -> None:
    hidden = {
        source.place(module, node)
        for module in source.program()
        for function in functions(module)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert not hidden


def is_transaction(item: ast.withitem) -> bool:
    """Tell whether `with` opens a transaction: `engine.begin()`, `database.transaction()`."""
    call = item.context_expr
    if not isinstance(call, ast.Call):
        return False
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return name in {"begin", "begin_nested", "transaction"}


def awaits_in_transactions(tree: ast.AST) -> list[ast.AST]:
    """Find what waits while a transaction is open. A nested function does its waiting elsewhere."""
    found: list[ast.AST] = []
    for block in ast.walk(tree):
        if not isinstance(block, ast.With | ast.AsyncWith) or not any(map(is_transaction, block.items)):
            continue
        if isinstance(block, ast.AsyncWith):
            found.append(block)
        inside: list[ast.AST] = list(block.body)
        while inside:
            node = inside.pop()
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                continue
            if isinstance(node, ast.Await | ast.AsyncFor | ast.AsyncWith):
                found.append(node)
            inside += ast.iter_child_nodes(node)
    return found


def test_nothing_waits_inside_a_transaction() -> None:
    waiting = [
        source.place(module, node)
        for module in source.program()
        for node in awaits_in_transactions(source.tree(module))
    ]
    assert not waiting


@pytest.mark.parametrize(
    ("code", "waits"),
    [
        ("with engine.begin() as c:\n    await x()", 1),
        ("with engine.begin() as c:\n    c.execute(1)\nawait x()", 0),
        ("async with engine.begin() as c:\n    pass", 1),
        ("with transaction():\n    if a:\n        await x()", 1),
        ("with open('f') as c:\n    await x()", 0),
    ],
)
def test_the_search_for_waits_finds_them(code: str, waits: int) -> None:
    tree = ast.parse("async def f():\n" + "\n".join("    " + line for line in code.splitlines()))
    assert len(awaits_in_transactions(tree)) == waits


def test_no_test_sleeps() -> None:
    sleeping = []
    # A benchmark waits as a hand would between two scans; in virtual time no second passes.
    timeless = ("bench", "test_virtual_time.py")
    tests = [module for module in source.tests() if not set(timeless) & set(module.parts)]
    for module in tests:
        for node in ast.walk(source.tree(module)):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            owner = ast.unparse(node.func.value)
            yields = bool(node.args) and isinstance(node.args[0], ast.Constant) and node.args[0].value == 0
            if (node.func.attr == "sleep" and owner in {"time", "asyncio", "anyio"} and not yields) or (
                node.func.attr in {"wait", "qWait"} and owner in {"qtbot", "QTest"}
            ):
                sleeping.append(source.place(module, node))
    assert not sleeping


def imported(module: Path) -> set[str]:
    """The absolute names a module imports from; `.x` stands for its own package."""
    names: set[str] = set()
    for node in ast.walk(source.tree(module)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add("." * node.level + (node.module or ""))
    return names


def domain() -> list[Path]:
    """The modules of the domain."""
    return sorted((source.PACKAGE / "domain").rglob("*.py"))


def test_the_domain_knows_only_the_standard_library_and_itself() -> None:
    strangers = {
        f"{source.place(module)}: {name}"
        for module in domain()
        for name in imported(module)
        if (name.split(".")[0] not in sys.stdlib_module_names and not name.startswith((".", "picker_app.domain")))
        or name.startswith("..")
    }
    assert not strangers


def test_the_domain_has_no_float() -> None:
    floats = {
        source.place(module, node)
        for module in domain()
        for node in ast.walk(source.tree(module))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
    }
    assert not floats


def test_every_platform_has_the_same_files() -> None:
    platforms = [
        path for path in (source.PACKAGE / "platforms").iterdir() if path.is_dir() and path.name != "__pycache__"
    ]
    lacking = {
        f"{platform.name}/{name}"
        for platform in platforms
        for name in ("wire.py", "protocol.py", "translate.py", "client.py")
        if not (platform / name).exists()
    }
    assert not lacking


def test_the_file_table_of_the_architecture_is_the_one_of_the_source() -> None:
    text = file_table.PAGE.read_text("utf-8")
    assert file_table.page(text) == text, "write it anew with: make docs"

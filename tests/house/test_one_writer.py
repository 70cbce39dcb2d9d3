"""Guards that each table has one writer: only its owner imports the store's module that writes it."""

import ast
from pathlib import Path

from tests.house import source

OWNERS: dict[str, set[str]] = {
    "incoming": {"intake"},
    "orders": {"intake"},
    "picks": {"picking"},
    "journal": {"picking"},
    "labels": {"picking"},
    "learned": {"picking"},
    # Acts owe messages; so do events to which a platform expects an answer by itself. A status that a person has said
    # again may need the one before it said again too.
    "owed": {"picking", "intake", "outbox"},
    "deliveries": {"outbox"},
    # The desk asks for a price; the messenger sends it.
    "shop_calls": {"picking", "outbox"},
    "products": {"catalog"},
    "campaigns": {"promotions"},
    # How far the platform's list has been read.
    "watermarks": {"intake"},
    "schema": set(),
    "migrations": set(),
}
FOR_ALL = {
    "__init__",
    "database",
    "views",
    "campaign_views",
    "promotion_tables",
    "goods",
    "under_way",
    "codec",
    "figures",
    "safety",
    "integrity",
    "copies",
    "folder",
}


def store_modules(tree: ast.Module) -> set[str]:
    """Name the modules of the store that a module imports."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    prefix = "picker_app.store."
    return {name.removeprefix(prefix).split(".")[0] for name in names if name.startswith(prefix)}


def folder(module: Path) -> str:
    """Name the part of the program that a module belongs to: its folder, or itself at the top."""
    return module.relative_to(source.PACKAGE).parts[0].removesuffix(".py")


def test_each_table_is_written_by_its_owner_only() -> None:
    trespasses = {
        f"{source.place(module)} imports store.{name}"
        for module in source.program()
        if folder(module) != "store"
        for name in store_modules(source.tree(module))
        if folder(module) not in OWNERS.get(name, {folder(module)})
    }
    assert not trespasses


def test_every_module_of_the_store_has_its_place_in_this_law() -> None:
    there = {path.stem for path in (source.PACKAGE / "store").iterdir() if path.name != "__pycache__"}
    assert there <= OWNERS.keys() | FOR_ALL, "say here who may write with the new module, or that all may read it"


def tables_written(tree: ast.AST) -> set[str]:
    """Name the tables that a module of the store inserts into, updates or deletes from."""
    return {
        ast.unparse(node.args[0])
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"insert", "update", "delete"}
        and node.args
    }


def test_each_table_is_written_in_one_module() -> None:
    writers: dict[str, list[str]] = {}
    for module in sorted((source.PACKAGE / "store").glob("*.py")):
        for table in tables_written(source.tree(module)):
            writers.setdefault(table, []).append(module.stem)
    assert writers
    assert not {table: modules for table, modules in writers.items() if len(modules) > 1}
    assert not {modules[0] for modules in writers.values()} & FOR_ALL


def test_the_search_for_importers_sees_every_form() -> None:
    code = (
        "import picker_app.store.picks\n"
        "from picker_app.store import orders, views\n"
        "from picker_app.store.owed import owe\n"
        "from picker_app.picking import desk\n"
    )
    assert store_modules(ast.parse(code)) == {"picks", "orders", "views", "owed"}

"""Checks what the pages promise: links lead somewhere, the example is accepted, every key is described."""

import json
import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from picker_app import settings
from picker_app.settings import described
from tests.house import source

PAGES = sorted([*source.ROOT.glob("*.md"), *(source.ROOT / "docs").rglob("*.md")])
CONFIGURATION = (source.ROOT / "docs" / "configuration.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=source.place)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert not [link for link in links if "://" not in link and not (page.parent / link).exists()]


def test_the_example_of_the_configuration_page_is_accepted() -> None:
    example = re.search(r"```toml\n(.*?)```", CONFIGURATION, re.DOTALL)
    assert example is not None
    read = settings.parse(tomllib.loads(example[1], parse_float=Decimal), "configuration.md")
    assert read.accounts[0].name == "foodora-centro"


def described_keys() -> set[str]:
    """The keys named on the configuration page, without their tables."""
    return {
        key.split()[-1]
        for cell in re.findall(r"^\| (`[^|]+) \|", CONFIGURATION, re.MULTILINE)
        for key in re.findall(r"`([^`]+)`", cell)
    }


def keys(model: type[BaseModel]) -> set[str]:
    """The keys of a table; a table within it counts by its own keys."""
    found: set[str] = set()
    for name, field in model.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            found |= keys(field.annotation)
        elif name != "accounts":
            found.add(name)
    return found


def test_every_key_of_the_configuration_is_described_and_no_other() -> None:
    accounts = get_args(get_args(settings.Account)[0])
    known = keys(settings.Settings).union(*map(keys, accounts))
    secrets = {"client_secret", "webhook_secret", "api_token", "password"}
    platforms = {"delivery_hero", "ifood_pos", "deliveroo_promotions"}
    assert described_keys() - secrets - platforms == known


def rows() -> list[tuple[str, str, str]]:
    """The rows of the page's tables of keys: the key with its table, the default, the meaning."""
    found = []
    for line in re.findall(r"^\| `[^|]+\|.*\|$", CONFIGURATION, re.MULTILINE):
        names, *cells = (cell.strip() for cell in line.strip("|").split("|"))
        if len(cells) == 2:
            found += [(name, cells[0].strip("`"), cells[1]) for name in re.findall(r"`([^`]+)`", names)]
    return found


def as_written(default: object) -> str:
    """A default as it stands in the file."""
    return str(default) if isinstance(default, Decimal) else json.dumps(default)


def test_the_page_tells_the_defaults_and_the_bounds_of_the_program() -> None:
    known = {(table.name, key) for table in described.tables() for key in table.keys}
    known |= {("", key) for keys in described.accounts().values() for key in keys}
    for table, key in known:
        named = f"[{table}] {key.name}" if table else key.name
        told = [(default, meaning) for name, default, meaning in rows() if name == named]
        defaults = {default for default, _ in told}
        wanted = {""} if key.required else {as_written(key.default)}
        assert defaults & wanted or key.name == "client_id", named
        if key.least is not None and key.most is not None:
            assert any(f"{key.least} to {key.most}" in meaning for _, meaning in told), named

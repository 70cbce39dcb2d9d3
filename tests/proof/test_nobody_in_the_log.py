"""Checks that a whole day leaves no secret and no customer, by value, in the log or in a support bundle."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from picker_app import logs
from picker_app.masks import MASKS
from picker_app.proof import day
from picker_app.proof.shop import configured
from picker_app.proof.verdict import Evidence
from picker_app.records.bundle import Subject, save_bundle
from picker_app.settings import Settings
from picker_app.settings.secrets import SECRETS, Secrets
from picker_app.store.database import Database, sqlite_url

TOO_SHORT = 6
"""A flat number or the name of a street corner is found in any log."""


def texts(tree: Any) -> Iterator[str]:
    if isinstance(tree, dict):
        for branch in tree.values():
            yield from texts(branch)
    elif isinstance(tree, list):
        for branch in tree:
            yield from texts(branch)
    elif isinstance(tree, str):
        yield tree


def people(evidence: Evidence) -> set[str]:
    """All that the platforms said of customers: names, phones, documents, mail, streets."""
    found: set[str] = set()
    for order in evidence.world.orders.values():
        found |= set(texts(order.document.get("customer")))
    for placed in evidence.ifood.orders.values():
        found |= set(texts(placed.document.get("customer")))
        address = placed.document.get("deliveryAddress") or {}
        found |= {text for key, text in address.items() if key in ("formattedAddress", "streetName", "reference")}
    return {text for text in found if len(text) >= TOO_SHORT}


def secret_values(settings: Settings, secrets: Secrets) -> set[str]:
    values = (secrets.get(one.name, name) for one in settings.accounts for name in SECRETS[one.platform])
    return {value for value in values if value}


@pytest.mark.expected_log(".")
def test_a_day_leaves_no_secret_and_no_customer_in_log_and_bundle(tmp_path: Path) -> None:
    settings, secrets = configured("http://127.0.0.1:2", "http://127.0.0.1:3")
    hidden = secret_values(settings, secrets)
    MASKS.hide(hidden)
    log = logs.start(tmp_path)
    file = tmp_path / "shop.sqlite3"
    try:
        lived, evidence = day.witness(4, day.SHORT, file, logged=True)
    finally:
        log.close()
    database = Database(sqlite_url(file))
    database.open()
    bundle = save_bundle(tmp_path / "bundle.zip", Subject(tmp_path, settings, secrets, database))
    database.close()
    written = {path.name: path.read_text() for path in logs.files(tmp_path)}
    with zipfile.ZipFile(bundle) as archive:
        written |= {name: archive.read(name).decode() for name in archive.namelist()}
    values = hidden | people(evidence)
    assert lived.orders and len(values) > 40 and len(written["picker.log"].splitlines()) > 100
    assert [(name, value) for name, text in written.items() for value in values if value in text] == []

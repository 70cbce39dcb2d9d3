"""The support bundle: one zip for whoever helps the shop, with no secret and no person in it.

Words of customers and platforms are left out; what is left passes masks that know every secret of the configuration and
every customer in the database.
"""

import importlib.metadata
import io
import json
import os
import platform
import sqlite3
import sys
import zipfile
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from secrets import token_hex
from typing import Any

from picker_app import __version__, logs
from picker_app.masks import HIDDEN, Masks
from picker_app.settings import SECRETS, BadConfiguration, Secrets, Settings
from picker_app.store import figures
from picker_app.store.database import Database

NEWEST = 1000
"""So many incidents and messages are told."""
PERSONS = 1_000_000
LIBRARIES = (
    "PySide6-Essentials",
    "SQLAlchemy",
    "alembic",
    "httpx",
    "pydantic",
    "qasync",
    "starlette",
    "uvicorn",
    "h11",
)
"""The libraries whose versions are told."""
_README = """What helps to find out why something went wrong in this shop. No secret and no customer is in it.

about.json           versions of the program, of Python, of the libraries and of the system
configuration.json   the configuration, and which secrets are there; never their values
database.json        version of the schema, rows by table and state
incidents.json       what a person had to know of, by its code, newest first
outbox.json          what was owed to the platforms and how far it came, newest first
folder.json          the files in the data folder
log/                 the log, newest file first
"""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a bundle tells of: a data folder, its configuration (or why there is none), the secrets, the database.

    The secrets must have been read; None for a database that is not there.
    """

    data_dir: Path
    settings: Settings | BadConfiguration
    secrets: Secrets
    database: Database | None


def save_bundle(target: Path, subject: Subject, *, now: datetime | None = None) -> Path:
    """Write the bundle and return its path: `target`, or in it under a name with the time if it is a folder.

    Blocks for seconds where the log is long. OSError if it cannot be written; nothing is left of it then. What cannot
    be read is told in its place.
    """
    at = now or datetime.now(UTC)
    masks = Masks(PERSONS)
    masks.hide([str(Path.home())], "~")
    masks.hide(subject.secrets.values())
    parts: dict[str, Any] = {
        "about.json": _about(at),
        "configuration.json": _configuration(subject),
        **_database(subject.database, masks),
        "folder.json": _folder(subject.data_dir),
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", _README)
        for name, tree in parts.items():
            archive.writestr(name, json.dumps(_covered(tree, masks), indent=1, ensure_ascii=False) + "\n")
        for path in logs.files(subject.data_dir):
            archive.writestr(f"log/{path.name}", _log(path, masks))
    path = target / f"picker-support-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}.zip" if target.is_dir() else target
    _write(path, written.getvalue())
    return path


def _about(at: datetime) -> dict[str, Any]:
    return {
        "made_at": at,
        "picker_app": __version__,
        "python": sys.version,
        "frozen": bool(getattr(sys, "frozen", False)),
        "system": platform.platform(),
        "sqlite": sqlite3.sqlite_version,
        "libraries": {name: _version(name) for name in LIBRARIES},
        "time_zone": str(at.astimezone().tzinfo),
    }


def _version(library: str) -> str:
    try:
        return importlib.metadata.version(library)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def _configuration(subject: Subject) -> dict[str, Any]:
    if isinstance(subject.settings, BadConfiguration):
        return {"error": str(subject.settings)}
    told = subject.settings.model_dump(mode="json")
    for account in told["accounts"]:
        # The user of a platform's portal is a person, often by the e-mail address.
        if account.get("username"):
            account["username"] = HIDDEN
    tunnel = told["tunnel"]
    # Somebody may have written a token into a command, although its place is the keyring.
    tunnel["command"] = [*tunnel["command"][:1], *[HIDDEN] * len(tunnel["command"][1:])]
    tunnel["user"] = HIDDEN if tunnel["user"] else ""
    there = {
        account.name: {
            secret: "there" if subject.secrets.get(account.name, secret) else "missing"
            for secret in SECRETS[account.platform]
        }
        for account in subject.settings.accounts
    }
    return {"settings": told, "secrets": there}


def _database(database: Database | None, masks: Masks) -> dict[str, Any]:
    """Read the database, and have the masks know everyone in it."""
    found = "There is no database." if database is None else figures.of(database, NEWEST)
    if isinstance(found, str):
        return {"database.json": {"error": found}}
    for customer in found.customers:
        masks.hide_person(customer.name, customer.phone, customer.address, customer.private)
    return {
        "database.json": {
            "schema": found.version,
            "rows": found.rows,
            "states": found.states,
            "read_until": found.read_until,
        },
        "incidents.json": [asdict(one) for one in found.incidents],
        "outbox.json": [asdict(one) for one in found.outbox],
    }


def _folder(folder: Path) -> list[dict[str, Any]]:
    found = []
    for path in sorted(folder.rglob("*")):
        try:
            state = path.lstat()
        except OSError:
            continue  # it was deleted meanwhile
        found.append(
            {
                "name": path.relative_to(folder).as_posix(),
                "bytes": state.st_size,
                "changed_at": datetime.fromtimestamp(state.st_mtime, UTC),
                "mode": f"{state.st_mode:o}",
            }
        )
    return found


def _log(path: Path, masks: Masks) -> str:
    try:
        lines = path.read_text("utf-8", errors="replace").splitlines()
    except OSError as error:
        return f"the log cannot be read: {error.strerror}\n"
    return "".join(f"{masks.cover(line)}\n" for line in lines)


def _covered(tree: Any, masks: Masks) -> Any:
    """Cover every text in a tree, and write times as text."""
    if isinstance(tree, dict):
        return {masks.cover(str(name)): _covered(part, masks) for name, part in tree.items()}
    if isinstance(tree, list | tuple):
        return [_covered(part, masks) for part in tree]
    if isinstance(tree, datetime | date):
        return tree.isoformat()
    return masks.cover(tree) if isinstance(tree, str) else tree


def _write(path: Path, content: bytes) -> None:
    """Write a file for its user only; it has its name once it is whole."""
    # Two of the same minute may be under way: each has a name of its own until it is whole.
    making = path.with_name(f"{path.name}.{token_hex(4)}.part")
    try:
        with open(making, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(content)
        os.replace(making, path)
    except OSError:
        making.unlink(missing_ok=True)
        raise

"""What was answered so far in the first-run assistant: kept in the data folder, without secrets, until it is done."""

import json
import os
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from picker_app.settings import BadConfiguration, Settings, parse
from picker_app.settings.writing import Value, add_account, change

FILE = "first-run.json"


@dataclass(frozen=True, slots=True)
class Draft:
    """Answers by table, as they will stand in the file of the settings; `step` is where the person was."""

    step: str = "language"
    language: str = "en"
    store: dict[str, Any] = field(default_factory=dict)
    tunnel: dict[str, Any] = field(default_factory=dict)
    accounts: tuple[dict[str, Any], ...] = ()

    def settings(self) -> Settings:
        """Return the answers as settings; those that do not fit together any more are left out."""
        table = {
            "language": self.language,
            "store": self.store,
            "tunnel": self.tunnel,
            "accounts": list(self.accounts),
        }
        try:
            return parse(table, "")
        except BadConfiguration:
            return parse({"language": self.language}, "")

    def with_account(self, account: dict[str, Any]) -> "Draft":
        """Add an account, in the place of one of the same name."""
        others = tuple(one for one in self.accounts if one["name"] != account["name"])
        return replace(self, accounts=(*others, account))

    def save(self, folder: Path) -> None:
        """Keep the answers; OSError if that is not possible."""
        file = folder / FILE
        written = file.with_suffix(".new")
        written.write_text(json.dumps(asdict(self)), "utf-8")
        os.replace(written, file)

    def write(self, file: Path) -> Settings:
        """Write the file of the settings in one step; BadConfiguration or OSError where that is not possible."""
        written = file.with_name(f"{file.name}.new")
        written.unlink(missing_ok=True)
        values: dict[tuple[str, str], Value] = {("", "language"): self.language}
        values |= {("store", key): value for key, value in self.store.items()}
        values |= {("tunnel", key): _plain(value) for key, value in self.tunnel.items()}
        settings = change(written, values)
        for account in self.accounts:
            settings = add_account(written, {key: _plain(value) for key, value in account.items()})
        os.replace(written, file)
        return settings


def load(folder: Path) -> Draft | None:
    """Return the answers of an earlier run, None where there are none of use."""
    try:
        told = json.loads((folder / FILE).read_text("utf-8"))
        draft = Draft(**{**told, "accounts": tuple(told["accounts"])})
        parse({"language": draft.language, "store": draft.store, "accounts": list(draft.accounts)}, "")
    except (OSError, ValueError, TypeError, KeyError, BadConfiguration):
        return None
    return draft


def forget(folder: Path) -> None:
    """Forget the answers: they stand in the file of the settings now."""
    (folder / FILE).unlink(missing_ok=True)


def _plain(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value

"""Changes the configuration file as a hand would: comments, order and whatever was not meant stay as they are."""

import os
import tempfile
import tomllib
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Item

from picker_app.settings.model import Settings
from picker_app.settings.reading import NO_TEXT, NO_TOML, UNREADABLE, BadConfiguration, parse
from picker_app.wording import say, tr

Value = str | int | bool | Decimal | tuple[str, ...] | tuple[int, ...] | None
_MARK = "\ufeff"


def change(path: Path, values: Mapping[tuple[str, str], Value]) -> Settings:
    """Set keys, each by its table ("" for those above all tables) and its name; None takes a key out of the file.

    A file that is not there is made. Returns what the file says now. BadConfiguration if the file cannot be read, or
    if what would come of it cannot be used; OSError if it cannot be written. Nothing is changed then.
    """

    def edit(document: Any) -> None:
        for (table, key), value in values.items():
            if table and table not in document:
                if value is None:
                    continue
                document.add(table, tomlkit.table())
            _set(document[table] if table else document, key, value)

    return _edit(path, edit)


def add_account(path: Path, account: Mapping[str, Value]) -> Settings:
    """Add an account behind the others; as `change`."""

    def edit(document: Any) -> None:
        accounts = document.get("accounts")
        if isinstance(accounts, AoT):
            accounts.append(_table(account, tomlkit.table()))
        elif accounts:
            # Written by hand as a list between brackets.
            accounts.append(_table(account, tomlkit.inline_table()))
        else:
            if accounts is not None:
                document.remove("accounts")
            several = tomlkit.aot()
            several.append(_table(account, tomlkit.table()))
            document.add("accounts", several)

    return _edit(path, edit)


def change_account(path: Path, name: str, values: Mapping[str, Value]) -> Settings:
    """Set keys of the account of this name; as `change`. LookupError if there is none."""

    def edit(document: Any) -> None:
        place = _place(document, name)
        account = document["accounts"][place]
        for key, value in values.items():
            _set(account, key, value)

    return _edit(path, edit)


def remove_account(path: Path, name: str) -> Settings:
    """Take the account of this name out of the file; as `change`. LookupError if there is none."""

    def edit(document: Any) -> None:
        place = _place(document, name)
        if len(document["accounts"]) == 1:
            document.remove("accounts")
        else:
            del document["accounts"][place]

    return _edit(path, edit)


def _edit(path: Path, edit: Callable[[Any], None]) -> Settings:
    path = path.resolve()
    before = _read(path)
    mark = _MARK if before.startswith(_MARK) else ""
    try:
        document = tomlkit.parse(before.removeprefix(_MARK))
        edit(document)
        after = tomlkit.dumps(document)
    except TOMLKitError as error:
        raise BadConfiguration(say(NO_TOML, file=path, why=error)) from None
    if before and "\r\n" in before:
        after = after.replace("\r\n", "\n").replace("\n", "\r\n")
    try:
        settings = parse(tomllib.loads(after, parse_float=Decimal), str(path))
    except tomllib.TOMLDecodeError as error:
        raise BadConfiguration(
            say(tr("{file}: the change cannot be written into this file: {why}."), file=path, why=error)
        ) from None
    if after != before.removeprefix(_MARK):
        _write(path, mark + after)
    return settings


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise BadConfiguration(say(NO_TEXT, file=path)) from None
    except OSError as error:
        raise BadConfiguration(say(UNREADABLE, file=path, why=error.strerror)) from None


def _write(path: Path, text: str) -> None:
    """Put the text in the place of the file in one step; it is its user's own."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(handle, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _place(document: Any, name: str) -> int:
    for place, account in enumerate(document.get("accounts", ())):
        if account.get("name") == name:
            return place
    raise LookupError(name)


def _table(values: Mapping[str, Value], table: Any) -> Any:
    for key, value in values.items():
        _set(table, key, value)
    return table


def _set(table: Any, key: str, value: Value) -> None:
    """Set a key of a table; the comment behind it stays."""
    if value is None:
        if key in table:
            table.remove(key)
    elif key not in table or table[key] != _plain(value):
        table[key] = _item(value)


def _plain(value: Value) -> object:
    return list(value) if isinstance(value, tuple) else value


def _item(value: Value) -> Item:
    if isinstance(value, Decimal):
        # Exactly as many digits as were given: a float would have others.
        return tomlkit.value(f"{value:f}")
    return tomlkit.item(_plain(value))

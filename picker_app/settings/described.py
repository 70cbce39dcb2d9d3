"""Tells the pages what can be set: each key with its title, its help, its kind, its bounds and its default."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from picker_app.settings.model import Account, Settings

Kind = Literal["text", "number", "decimal", "flag", "choice", "texts", "numbers"]
_KINDS: dict[Any, Kind] = {bool: "flag", int: "number", Decimal: "decimal", str: "text"}


@dataclass(frozen=True, slots=True)
class Key:
    """One key as a page shows it; `title` and `help` are English, to be translated with an empty context.

    `least` and `most` are bounds that may be reached, None where there is none; `above` is one that may not. `choices`
    are the values of a choice. `default` is None for a key that must be given, a tuple for a list.
    """

    name: str
    title: str
    help: str
    kind: Kind
    required: bool
    default: object = None
    least: Decimal | None = None
    above: Decimal | None = None
    most: Decimal | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the file with its keys; `name` is "" for the keys that stand above all tables."""

    name: str
    title: str
    help: str
    keys: tuple[Key, ...]


def tables() -> tuple[Table, ...]:
    """Return the tables of the file in its order, without the accounts; what stands above them comes first."""
    above = []
    below = []
    for name, field in Settings.model_fields.items():
        if name == "accounts":
            continue
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            below.append(Table(name, field.title or "", field.description or "", keys(field.annotation)))
        else:
            above.append(_key(name, field))
    return Table("", "", "", tuple(above)), *below


def accounts() -> dict[str, tuple[Key, ...]]:
    """Return the keys of an account, by platform; `platform` itself is not among them."""
    found = {}
    for model in get_args(get_args(Account)[0]):
        (platform,) = get_args(model.model_fields["platform"].annotation)
        found[platform] = tuple(key for key in keys(model) if key.name != "platform")
    return found


def keys(model: type[BaseModel]) -> tuple[Key, ...]:
    """Return the keys of one table."""
    return tuple(_key(name, field) for name, field in model.model_fields.items())


def _key(name: str, field: FieldInfo) -> Key:
    default = None if field.is_required() else field.default
    return Key(
        name,
        field.title or "",
        field.description or "",
        _kind(field.annotation),
        field.is_required(),
        default,
        least=_bound(field, "ge"),
        above=_bound(field, "gt"),
        most=_bound(field, "le"),
        choices=tuple(map(str, get_args(field.annotation))) if get_origin(field.annotation) is Literal else (),
    )


def _kind(annotation: Any) -> Kind:
    if get_origin(annotation) is Literal:
        return "choice"
    if get_origin(annotation) is tuple:
        return "numbers" if get_args(annotation)[0] is int else "texts"
    return _KINDS[annotation]


def _bound(field: FieldInfo, name: str) -> Decimal | None:
    found = next((getattr(one, name) for one in field.metadata if hasattr(one, name)), None)
    return None if found is None else Decimal(str(found))

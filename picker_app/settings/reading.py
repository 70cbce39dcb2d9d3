"""Reads the configuration file, and says in a sentence each thing that is wrong with it."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from picker_app.settings.model import (
    DeliverooPromotionsAccount,
    DeliveryHeroAccount,
    IfoodPosAccount,
    Settings,
)
from picker_app.wording import Words, say, tr


class BadConfiguration(Exception):
    """The configuration cannot be used; `words` name the file, the key and what is accepted.

    `faults` has for each wrong key its name, as `store.time_zone` or `accounts[name].chain_id`, and the words about it.
    """

    def __init__(self, words: Words, faults: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(str(words))
        self.words = words
        self.faults = faults


def load(path: Path) -> Settings:
    """Read the configuration file.

    Raises BadConfiguration with a sentence for each thing that is wrong: the file, the key and what is accepted.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except FileNotFoundError:
        raise BadConfiguration(say(tr("{file}: there is no such file."), file=path)) from None
    except OSError as error:
        raise BadConfiguration(say(UNREADABLE, file=path, why=error.strerror)) from None
    except UnicodeDecodeError:
        raise BadConfiguration(say(NO_TEXT, file=path)) from None
    except tomllib.TOMLDecodeError as error:
        raise BadConfiguration(say(NO_TOML, file=path, why=error)) from None
    return parse(table, str(path))


def parse(table: dict[str, Any], place: str) -> Settings:
    """Check a configuration that was read from `place`; BadConfiguration as in load."""
    try:
        settings = Settings.model_validate(table)
    except ValidationError as errors:
        told = [_sentence(error, table) for error in errors.errors(include_url=False)]
        faults = tuple((key, words) for key, words, _ in told)
        lines = (say(_IN_FILE, file=place, sentence=sentence) for *_, sentence in told)
        raise BadConfiguration(say("\n").join(lines), faults) from None
    for key, kinds in _NEEDED.items():
        if settings.tunnel.kind in kinds and not getattr(settings.tunnel, key):
            words = tr('{file}: tunnel.{key} is missing; it is needed for kind = "{kind}".')
            told_ = say(words, file=place, key=key, kind=settings.tunnel.kind)
            raise BadConfiguration(told_, ((f"tunnel.{key}", MISSING),))
    names = [account.name.upper().replace("-", "_") for account in settings.accounts]
    for account in settings.accounts:
        if names.count(account.name.upper().replace("-", "_")) > 1:
            words = tr("{file}: accounts.name: two accounts are called {name}; give each its own.")
            raise BadConfiguration(
                say(words, file=place, name=repr(account.name)),
                ((f"accounts[{account.name}].name", tr("two accounts have this name; give each its own")),),
            )
        if isinstance(account, DeliveryHeroAccount) and account.auth == "oauth" and not account.client_id:
            words = tr('{file}: accounts[{name}].client_id is missing; it is needed unless auth = "static".')
            raise BadConfiguration(
                say(words, file=place, name=account.name), ((f"accounts[{account.name}].client_id", MISSING),)
            )
    return settings


MISSING = tr("this is needed")
UNREADABLE = tr("{file}: the file cannot be read: {why}.")
NO_TEXT = tr("{file}: the file is no UTF-8 text.")
NO_TOML = tr("{file}: the file is no valid TOML: {why}.")
_IN_FILE = "{file}: {sentence}"
_NOT_GIVEN = ("missing", "string_too_short", "too_short")
_NEEDED = {"host": ("ssh",), "command": ("command",)}
"""The keys of the tunnel that some kinds cannot do without."""
_KEY = "{key}: {message}."
_SENTENCES = {
    "missing": tr("{key} is missing."),
    "extra_forbidden": tr("{key} is not a key of this program. Accepted here: {accepted}."),
    "union_tag_not_found": tr("{key}.platform is missing. Accepted: {platforms}."),
    "union_tag_invalid": tr("{key}.platform is not known. Accepted: {platforms}."),
}
_MESSAGES = {
    "less_than_equal": tr("accepted is a number up to {le}"),
    "greater_than_equal": tr("accepted is a number from {ge} on"),
    "greater_than": tr("accepted is a number above {gt}"),
    "literal_error": tr("accepted is one of {choices}"),
    "int_type": tr("accepted is a whole number"),
    "decimal_parsing": tr("accepted is a number"),
    "decimal_type": tr("accepted is a number"),
    "finite_number": tr("accepted is a finite number"),
    "string_type": tr("accepted is a text"),
    "string_too_short": tr("accepted is a text that is not empty"),
    "bool_type": tr("accepted is true or false"),
    "tuple_type": tr("accepted is a list"),
    "too_short": tr("accepted is a list with at least one entry"),
    "model_type": tr("accepted is a table"),
    "model_attributes_type": tr("accepted is a table"),
}
"""What is accepted, by the checker's own names of what is wrong."""
_MODELS: dict[str, type[BaseModel]] = {
    "delivery_hero": DeliveryHeroAccount,
    "ifood_pos": IfoodPosAccount,
    "deliveroo_promotions": DeliverooPromotionsAccount,
}


def _named(table: dict[str, Any], number: int) -> object:
    """Return the name of an account by its place in the file, None where it has none."""
    accounts = table.get("accounts")
    account = accounts[number] if isinstance(accounts, list) else None
    return account.get("name") if isinstance(account, dict) else None


def _sentence(error: Any, table: dict[str, Any]) -> tuple[str, str, Words]:
    """Return the key that is wrong, the words about it, and both as a sentence."""
    location = list(error["loc"])
    model: type[BaseModel] = Settings
    words: list[str] = []
    for place, part in enumerate(location):
        if isinstance(part, int) and words:
            named = _named(table, part) if place == 1 else None
            words[-1] += f"[{named or part + 1}]"
        elif part in _MODELS and location[0] == "accounts":
            model = _MODELS[part]
        else:
            words.append(str(part))
            field = model.model_fields.get(str(part))
            if field is not None and isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
                model = field.annotation
    key = ".".join(words)
    message = _message(error)
    sentence = say(
        _SENTENCES.get(error["type"], _KEY),
        key=key,
        message=message,
        accepted=", ".join(model.model_fields),
        platforms=", ".join(_MODELS),
    )
    return key, MISSING if error["type"] in _NOT_GIVEN else message, sentence


def _message(error: Any) -> Words:
    """Return what is accepted in the place of what is wrong."""
    known = dict(error.get("ctx") or {})
    if isinstance(known.get("error"), ValueError):
        return say(str(known["error"]))
    choices = str(known.get("expected", "")).replace(" or ", ", ")
    return say(_MESSAGES[error["type"]], choices=choices, **known) if error["type"] in _MESSAGES else say(error["msg"])

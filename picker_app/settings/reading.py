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
    tr,
)


class BadConfiguration(Exception):
    """The configuration cannot be used; the text names the file, the key and what is accepted.

    `faults` has for each wrong key its name, as `store.time_zone` or `accounts[name].chain_id`, and the words about it.
    """

    def __init__(self, text: str, faults: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(text)
        self.faults = faults


def load(path: Path) -> Settings:
    """Read the configuration file.

    Raises BadConfiguration with a sentence for each thing that is wrong: the file, the key and what is accepted.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except FileNotFoundError:
        raise BadConfiguration(f"{path}: there is no such file.") from None
    except OSError as error:
        raise BadConfiguration(f"{path}: the file cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise BadConfiguration(f"{path}: the file is no UTF-8 text.") from None
    except tomllib.TOMLDecodeError as error:
        raise BadConfiguration(f"{path}: the file is no valid TOML: {error}.") from None
    return parse(table, str(path))


def parse(table: dict[str, Any], place: str) -> Settings:
    """Check a configuration that was read from `place`; BadConfiguration as in load."""
    try:
        settings = Settings.model_validate(table)
    except ValidationError as errors:
        told = [_sentence(error, table) for error in errors.errors(include_url=False)]
        faults = tuple((key, words) for key, words, _ in told)
        raise BadConfiguration("\n".join(f"{place}: {sentence}" for *_, sentence in told), faults) from None
    for key, kinds in _NEEDED.items():
        if settings.tunnel.kind in kinds and not getattr(settings.tunnel, key):
            raise BadConfiguration(
                f'{place}: tunnel.{key} is missing; it is needed for kind = "{settings.tunnel.kind}".',
                ((f"tunnel.{key}", MISSING),),
            )
    names = [account.name.upper().replace("-", "_") for account in settings.accounts]
    for account in settings.accounts:
        if names.count(account.name.upper().replace("-", "_")) > 1:
            raise BadConfiguration(
                f"{place}: accounts.name: two accounts are called {account.name!r}; give each its own.",
                ((f"accounts[{account.name}].name", tr("two accounts have this name; give each its own")),),
            )
        if isinstance(account, DeliveryHeroAccount) and account.auth == "oauth" and not account.client_id:
            raise BadConfiguration(
                f'{place}: accounts[{account.name}].client_id is missing; it is needed unless auth = "static".',
                ((f"accounts[{account.name}].client_id", MISSING),),
            )
    return settings


MISSING = tr("this is needed")
_NOT_GIVEN = ("missing", "string_too_short", "too_short")
_NEEDED = {"host": ("ssh",), "command": ("command",)}
"""The keys of the tunnel that some kinds cannot do without."""
_SENTENCES = {
    "missing": "{key} is missing.",
    "extra_forbidden": "{key} is not a key of this program. Accepted here: {accepted}.",
    "string_too_short": "{key}: accepted is a text that is not empty.",
    "too_short": "{key}: accepted is a list with at least one entry.",
    "union_tag_not_found": "{key}.platform is missing. Accepted: delivery_hero, ifood_pos, deliveroo_promotions.",
    "union_tag_invalid": "{key}.platform is not known. Accepted: delivery_hero, ifood_pos, deliveroo_promotions.",
}
_BOUNDS = {"less than or equal to": "at most", "greater than or equal to": "at least", "greater than": "more than"}
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


def _sentence(error: Any, table: dict[str, Any]) -> tuple[str, str, str]:
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
    template = _SENTENCES.get(error["type"], "{key}: {message}.")
    message = str(error["msg"]).removeprefix("Value error, ").replace("Input should be", "accepted is").rstrip(".")
    message = message.replace("a valid tuple", "a list")
    for said, plain in _BOUNDS.items():
        message = message.replace(said, plain)
    key = ".".join(words)
    sentence = template.format(key=key, accepted=", ".join(model.model_fields), message=message)
    return key, MISSING if error["type"] in _NOT_GIVEN else message, sentence

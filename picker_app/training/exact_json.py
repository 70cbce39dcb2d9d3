"""Read and write JSON with exact numbers.

Written for the training platforms alone, so that a fault in the program's own reading or writing cannot hide behind the
same fault here.
"""

import json
from decimal import Decimal
from typing import Any, NoReturn, TypeAlias

# The platforms' documents are kept as the raw JSON they are: a model of them could be wrong as the program's is.
JsonObject: TypeAlias = dict[str, Any]

MAX_EXPONENT = 30
_ENCODER = json.JSONEncoder(ensure_ascii=False)


class NotJsonError(ValueError):
    """The bytes are not JSON as the platform accepts it; the text says why."""


def read(raw: bytes) -> Any:
    """Return the JSON value in `raw`: integers as int, other numbers as Decimal.

    Refused with `NotJsonError`: text that is not UTF-8, NaN and Infinity, a key twice in one object, numbers beyond
    10 to the power of 30, and nesting too deep to read.
    """
    try:
        return json.loads(
            raw.decode("utf-8"),
            parse_float=_decimal,
            parse_constant=_refuse_constant,
            object_pairs_hook=_object,
        )
    except NotJsonError:
        raise
    except RecursionError:
        raise NotJsonError("nested too deeply") from None
    except ValueError as error:
        raise NotJsonError(str(error)) from None


def write(value: Any) -> bytes:
    """Return `value` as UTF-8 JSON; a Decimal is written plainly, `10` or `2.40`, never with an exponent."""
    return _text(value).encode("utf-8")


def copied(document: JsonObject) -> JsonObject:
    """Return a copy of a document that later changes do not reach."""
    copy: JsonObject = read(write(document))
    return copy


def as_decimal(value: Any) -> Decimal | None:
    """Return a JSON number as Decimal; None for anything else, also for a number in a string and for true."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return Decimal(value)


def _decimal(text: str) -> Decimal:
    number = Decimal(text)
    if not number.is_finite() or abs(number.adjusted()) > MAX_EXPONENT:
        raise NotJsonError(f"the number {text[:40]} is too large or too small")
    return number


def _refuse_constant(name: str) -> NoReturn:
    raise NotJsonError(f"{name} is not a JSON number")


def _object(pairs: list[tuple[str, Any]]) -> JsonObject:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise NotJsonError(f"the key {twice!r} stands twice in one object")
    return found


def _text(value: Any) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_text(key)}: {_text(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_text(item) for item in value) + "]"
    return _ENCODER.encode(value)

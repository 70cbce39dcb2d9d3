"""JSON read and written exactly: numbers are Decimal, and what has no one meaning is refused with its place."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from picker_app.platforms.port import Unreadable

LEVELS = 64
_BLANK = " \t\n\r"
_SCAN = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str)
_ENCODER = json.JSONEncoder(ensure_ascii=False)
_LONGEST_PLAIN = 30
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Garbage:
    """A value that is no JSON or has no one meaning; it stands in the tree until its place is known."""

    reason: str


def load(body: bytes) -> Any:
    """Parse JSON: numbers become Decimal, exactly as written.

    Unreadable, with the place: bytes that are not UTF-8 JSON, NaN and Infinity, more than `LEVELS` levels, one name
    twice in an object with different values.
    """
    with _said_with_its_place():
        tree = json.loads(
            body.decode("utf-8-sig"),
            parse_float=exact,
            parse_int=exact,
            parse_constant=lambda name: Garbage(f"{name} is no number"),
            object_pairs_hook=_object,
        )
    _check(tree)
    return tree


def entries(body: bytes) -> tuple[bytes, ...]:
    """Cut a JSON array into its entries, each with its very bytes, so that a damaged one costs no other.

    Unreadable: no JSON array.
    """
    found: list[bytes] = []
    with _said_with_its_place():
        text = body.decode("utf-8-sig")
        at = _skip(text, 0)
        if not text.startswith("[", at):
            raise Unreadable("the whole: a list is expected")
        at = _skip(text, at + 1)
        more = not text.startswith("]", at)
        while more:
            end = _SCAN.raw_decode(text, at)[1]
            found.append(text[at:end].encode())
            at = _skip(text, end)
            more = text.startswith(",", at)
            at = _skip(text, at + 1) if more else at
        if text[at:].rstrip(_BLANK) != "]":
            raise json.JSONDecodeError("Expecting ',' delimiter or the end", text, at)
    return tuple(found)


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BLANK:
        at += 1
    return at


@contextmanager
def _said_with_its_place() -> Iterator[None]:
    try:
        yield
    except UnicodeDecodeError as error:
        raise Unreadable(f"byte {error.start}: not UTF-8") from None
    except json.JSONDecodeError as error:
        raise Unreadable(f"line {error.lineno} column {error.colno}: {error.msg}") from None
    except RecursionError:
        raise Unreadable(f"nested deeper than {LEVELS} levels") from None


def exact(digits: str) -> Decimal | Garbage:
    """Read a number as it is written."""
    try:
        return Decimal(digits)
    except InvalidOperation:
        return Garbage("a number beyond all bounds")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        # Delivery Hero's own examples name `order_id` twice; the same value twice does no harm.
        twice = name in found and found[name] != value
        found[name] = Garbage("given twice with different values") if twice else value
    return found


def _check(tree: Any) -> None:
    open_parts: list[tuple[tuple[str | int, ...], Any]] = [((), tree)]
    while open_parts:
        path, value = open_parts.pop()
        if isinstance(value, Garbage):
            raise Unreadable(f"{place(path)}: {value.reason}")
        if len(path) >= LEVELS and isinstance(value, dict | list):
            raise Unreadable(f"{place(path[:3])}: nested deeper than {LEVELS} levels")
        if isinstance(value, dict):
            open_parts += [((*path, name), part) for name, part in value.items()]
        elif isinstance(value, list):
            open_parts += [((*path, index), part) for index, part in enumerate(value)]


def place(path: tuple[str | int, ...]) -> str:
    """Write where in a JSON text something stands: `items[2].pricing.weight`; `the whole` for an empty path."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step[:60]}" for step in path)
    return text.removeprefix(".") or "the whole"


def dump(value: Any) -> bytes:
    """Write JSON as UTF-8 with plain exact numbers: `10`, never `1E+1`; 1.10 stays 1.10."""
    return without_halves(_text_of(value)).encode()


def without_halves(text: str) -> str:
    """Replace halves of surrogate pairs, left by a sender that cut a text in two: they have no UTF-8."""
    return _SURROGATE.sub("\ufffd", text)


def _text_of(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_text_of(name)}: {_text_of(part)}" for name, part in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_text_of(part) for part in value) + "]"
    if isinstance(value, Decimal):
        # Only a pricing object of an unknown kind holds numbers that were not checked; 1E+999999999 has no plain form.
        return f"{value:f}" if abs(value.adjusted()) < _LONGEST_PLAIN else f"{value:E}"
    return _ENCODER.encode(value)

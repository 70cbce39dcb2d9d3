"""Reads the fields of any platform's JSON: exact numbers, texts, instants, and where the first fault is."""

import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError, ValidatorFunctionWrapHandler
from pydantic_core import PydanticCustomError

from picker_app.platforms.exact_json import exact, place, without_halves
from picker_app.platforms.port import Unreadable

LARGEST = Decimal(10) ** 12
DECIMALS = 30
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?", re.ASCII)
_FAULTS = {
    "missing": "is missing",
    "model_type": "an object is expected",
    "tuple_type": "a list is expected",
    "too_short": "a list that is not empty is expected",
}
Model = TypeVar("Model", bound=BaseModel)


def number(value: Any) -> Decimal:
    """Read a number, or a text that is one with a dot, exactly; PydanticCustomError for anything else."""
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        value = exact(value.strip())
    if not isinstance(value, Decimal):
        raise PydanticCustomError("number", "a number is expected")
    if value.copy_abs() > LARGEST or not -DECIMALS <= int(value.as_tuple().exponent) <= DECIMALS:
        raise PydanticCustomError("number", "a number within reason is expected")
    return Decimal(f"{value:f}")


def text(value: Any) -> str:
    """Read a text; a number, where a sender forgot the quotes, as it is written; "" for anything else."""
    if isinstance(value, str):
        return without_halves(value)
    return f"{value:f}" if isinstance(value, Decimal) and abs(value.adjusted()) < DECIMALS else ""


def instant(value: Any) -> datetime | None:
    """Read an ISO 8601 instant of the years 2000 to 2200, UTC where it names no zone; None for anything else."""
    try:
        read = datetime.fromisoformat(value.strip())
        read = (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
    except (AttributeError, ValueError, OverflowError):
        return None
    return read if 2000 <= read.year <= 2200 else None


def or_none(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
    """Take what is of another shape as if it were missing."""
    try:
        return handler(value)
    except ValidationError:
        return None


def read(model: type[Model], tree: Any) -> Model:
    """Read a parsed JSON value as a model; Unreadable with the place of the first fault."""
    try:
        return model.model_validate(tree)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
        raise Unreadable(f"{place(fault['loc'])}: {_FAULTS.get(fault['type'], fault['msg'])}") from None

"""The bytes of Deliveroo's answers as models: lenient, for fields may be missing, null, or numbers written as text."""

import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainValidator

from picker_app.platforms.exact_json import without_halves

_WHOLE = re.compile(r"[0-9]{1,15}(\.0+)?", re.ASCII)
Model = TypeVar("Model", bound=BaseModel)


def _count(value: Any) -> int | None:
    text = value.strip() if isinstance(value, str) else f"{value:f}" if isinstance(value, Decimal) else ""
    return int(Decimal(text)) if _WHOLE.fullmatch(text) else None


def _seconds(value: Any) -> float | None:
    text = value.strip() if isinstance(value, str) else value
    try:
        seconds = float(text) if isinstance(text, str | Decimal) else 0.0
    except (ValueError, OverflowError):
        return None
    return seconds if 0 < seconds < 10**9 else None


def _text(value: Any) -> str:
    if isinstance(value, str):
        return without_halves(value).strip()
    # An id is text, but a sender may forget the quotes.
    return f"{value:f}" if isinstance(value, Decimal) and abs(value.adjusted()) < 30 else ""


def _instant(value: Any) -> datetime | None:
    try:
        read = datetime.fromisoformat(value.strip())
        read = (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
    except (AttributeError, ValueError, OverflowError):
        return None
    return read if 2000 <= read.year <= 2200 else None


def _objects(value: Any) -> list[Any]:
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def _texts(value: Any) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else [value]
    return tuple(text for text in map(_text, parts) if text)


class _Answer(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class TokenAnswer(_Answer):
    """The answer of the token endpoint (section 2)."""

    access_token: Annotated[str, PlainValidator(_text)] = ""
    expires_in: Annotated[float | None, PlainValidator(_seconds)] = None
    scope: Annotated[str, PlainValidator(_text)] = ""


class UploadAnswer(_Answer):
    """Leave to send a file (section 4). The address stays as it was written, character by character."""

    job_id: Annotated[str, PlainValidator(_text)] = ""
    upload_url: Annotated[str, PlainValidator(lambda value: value if isinstance(value, str) else "")] = ""
    expires_at: Annotated[datetime | None, PlainValidator(_instant)] = None


class ItemError(_Answer):
    """One thing that is wrong with a promotion."""

    type: Annotated[str, PlainValidator(_text)] = ""
    item_ids: Annotated[tuple[str, ...], PlainValidator(_texts)] = ()


class PromotionErrors(_Answer):
    """What is wrong with one promotion."""

    promotion_id: Annotated[str, PlainValidator(_text)] = ""
    errors: Annotated[
        tuple[ItemError, ...], PlainValidator(lambda value: tuple(map(ItemError.model_validate, _objects(value))))
    ] = ()


class JobAnswer(_Answer):
    """The status of a job (section 5), and the answer to a single PUT (section 9)."""

    job_id: Annotated[str, PlainValidator(_text)] = ""
    status: Annotated[str, PlainValidator(_text)] = ""
    total: Annotated[int | None, PlainValidator(_count), Field(alias="total_promotions")] = None
    live: Annotated[int | None, PlainValidator(_count), Field(alias="live_promotions")] = None
    completed: Annotated[int | None, PlainValidator(_count), Field(alias="completed_promotions")] = None
    failed: Annotated[int | None, PlainValidator(_count), Field(alias="failed_promotions")] = None
    items: Annotated[int | None, PlainValidator(_count), Field(alias="total_promotion_items")] = None
    items_taken: Annotated[int | None, PlainValidator(_count), Field(alias="succeeded_promotion_items")] = None
    items_failed: Annotated[int | None, PlainValidator(_count), Field(alias="failed_promotion_items")] = None
    errors: Annotated[
        tuple[PromotionErrors, ...],
        PlainValidator(lambda value: tuple(map(PromotionErrors.model_validate, _objects(value)))),
    ] = ()


def read(model: type[Model], tree: Any) -> Model:
    """Read a part of an answer; what is of another shape is as if it were missing."""
    return model.model_validate(tree if isinstance(tree, dict) else {})

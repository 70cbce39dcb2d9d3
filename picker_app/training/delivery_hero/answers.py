"""What the training platform answers: documents, refusals, and the styles an error body can have."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from typing import Any

from starlette.responses import Response

from picker_app.training.delivery_hero import exact_json

LOGIN_PAGE = b"<!doctype html><html><body><h1>Welcome. Please sign in to this network</h1></body></html>"
BLOCK_PAGE = b"<!doctype html><html><body><h1>Access denied</h1><p>Request blocked.</p></body></html>"


class RefusedError(Exception):
    """A request the platform does not accept: HTTP status, code and a message naming what is meant."""

    def __init__(self, status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.headers = dict(headers or {})


def invalid_cart(message: str) -> RefusedError:
    """A cart that breaks a rule of section 7 or 8: 400 `invalid cart update: …`."""
    return RefusedError(400, "INVALID_CART_UPDATE", f"invalid cart update: {message}")


def bad_request(message: str) -> RefusedError:
    """A request that breaks a rule other than the cart's: 400."""
    return RefusedError(400, "BAD_REQUEST", message)


def not_found(message: str) -> RefusedError:
    """Something the platform does not know: 404."""
    return RefusedError(404, "NOT_FOUND", message)


@dataclass(frozen=True)
class Answer:
    """One HTTP answer, ready to be sent."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=lambda: {"content-type": "application/json"})


class ExactResponse(Response):
    """A Starlette response whose numbers are written exactly."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        return content if isinstance(content, bytes) else exact_json.write(content)


def error_answer(refused: RefusedError, style: str) -> Answer:
    """Return a refusal in the style set by `error_body`: json, text, empty or html (section 15)."""
    headers = dict(refused.headers)
    if style == "empty":
        return Answer(refused.status, b"", headers)
    if style == "text":
        return Answer(refused.status, refused.message.encode(), headers | {"content-type": "text/plain; charset=utf-8"})
    if style == "html":
        page = f"<!doctype html><html><body><h1>{refused.status}</h1><p>{refused.message}</p></body></html>"
        return Answer(refused.status, page.encode(), headers | {"content-type": "text/html; charset=utf-8"})
    body = exact_json.write({"code": refused.code, "message": refused.message})
    return Answer(refused.status, body, headers | {"content-type": "application/json"})


def retry_after(style: str, seconds: int, now: datetime) -> dict[str, str]:
    """Return the Retry-After header as seconds, as an HTTP date, not at all, or as nonsense (section 15)."""
    if style == "missing":
        return {}
    if style == "nonsense":
        return {"retry-after": "as soon as you like"}
    if style == "date":
        return {"retry-after": format_datetime(now + timedelta(seconds=seconds), usegmt=True)}
    return {"retry-after": str(seconds)}

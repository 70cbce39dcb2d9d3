"""What a training platform answers: exact documents, refusals, and the pages of networks that stand before it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from typing import Any

from starlette.responses import Response

from picker_app.training import exact_json

LOGIN_PAGE = b"<!doctype html><html><body><h1>Welcome. Please sign in to this network</h1></body></html>"
JSON = {"content-type": "application/json"}
HTML = {"content-type": "text/html; charset=utf-8"}


class RefusedError(Exception):
    """A request the platform does not accept: HTTP status, code and a message naming what is meant."""

    def __init__(self, status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.headers = dict(headers or {})


@dataclass(frozen=True)
class Answer:
    """One HTTP answer, ready to be sent.

    An `endless` one says its body again and again; of one by `half` only half comes, then the line is cut.
    """

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=lambda: dict(JSON))
    endless: bool = False
    half: bool = False


class ExactResponse(Response):
    """A Starlette response whose numbers are written exactly."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        return content if isinstance(content, bytes) else exact_json.write(content)


def retry_after(style: str, seconds: int, now: datetime) -> dict[str, str]:
    """Return the Retry-After header as seconds, as an HTTP date, not at all, or as nonsense."""
    if style == "missing":
        return {}
    if style == "nonsense":
        return {"retry-after": "as soon as you like"}
    if style == "date":
        return {"retry-after": format_datetime(now + timedelta(seconds=seconds), usegmt=True)}
    return {"retry-after": str(seconds)}

"""An answer of any platform: its words without secrets, its clock, and for how long it asks us to wait; no I/O."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import quote, quote_plus

from picker_app.platforms import exact_json
from picker_app.platforms.port import Unreadable

SHORTEST_WAIT, LONGEST_WAIT = 1.0, 600.0
NAMES = ("code", "message", "error", "errors")
_NOT_FOR_EYES = re.compile(r"(?i)\b(?:bearer|basic)\s+\S{12,}|\beyJ[\w.-]+|\S+@\S+|\+[\d*][\d*\s()/.-]{4,}[\d*]")
NO_JSON = object()


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it came in at `at`; the names of `headers` are lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    at: datetime

    @property
    def is_html(self) -> bool:
        """Say whether this is a page for a person: a captive portal, or the block page of the network edge."""
        return "html" in self.headers.get("content-type", "").lower() or self.body.lstrip().startswith(b"<")


def parsed(answer: Answer) -> Any:
    """Return the parsed body, `NO_JSON` where it is none."""
    try:
        return NO_JSON if answer.is_html else exact_json.load(answer.body)
    except Unreadable:
        return NO_JSON


def words(answer: Answer, names: tuple[str, ...] = NAMES) -> str:
    """Return the platform's own words: what a JSON body has under `names`, each once, else its text.

    Tokens, mail addresses and telephone numbers are struck out; a page for a person is only named.
    """
    if answer.is_html:
        return "an HTML page"
    said = parsed(answer)
    if said is NO_JSON:
        text = answer.body[:10_000].decode("utf-8", "replace")
    elif isinstance(said, dict):
        text = ": ".join(dict.fromkeys(_texts([said.get(name) for name in names])))
    else:
        text = ": ".join(_texts(said)) if answer.status >= 400 else ""
    return _NOT_FOR_EYES.sub("…", " ".join(text.split()))


def covered(body: bytes, secrets: Iterable[str]) -> bytes:
    """Strike out of a body what must not be repeated, however it is written: plain, for an address, or for JSON."""
    try:
        # In one way of writing JSON, or an escaped letter would hide a secret until it is read.
        body = exact_json.dump(exact_json.load(body))
    except Unreadable:
        pass
    for secret in filter(None, secrets):
        forms = {secret, quote(secret, safe=""), quote(secret), quote_plus(secret)}
        forms |= {json.dumps(secret, ensure_ascii=plain)[1:-1] for plain in (True, False)}
        for form in sorted(forms, key=len, reverse=True):
            body = body.replace(form.encode(), b"...")
    return body


def wait(answer: Answer) -> float | None:
    """Return for how many seconds the answer asks us to wait, None where it does not say."""
    return retry_after(answer.headers.get("retry-after", ""), answer.at)


def retry_after(value: str, now: datetime) -> float | None:
    """Read a Retry-After header, seconds or HTTP date, clamped to 1–600 s; None when it cannot be read."""
    value = value.strip()
    try:
        if re.fullmatch(r"[0-9]{1,300}(\.[0-9]*)?", value):
            seconds = float(value)
        else:
            moment = parsedate_to_datetime(value)
            seconds = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - now.timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(seconds, SHORTEST_WAIT), LONGEST_WAIT)


def ahead(answer: Answer) -> timedelta | None:
    """Return by how much the platform's clock is ahead of ours; None where the answer has no date that can be read."""
    try:
        moment = parsedate_to_datetime(answer.headers.get("date", ""))
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - answer.at
    except (ValueError, TypeError, OverflowError):
        return None


def _texts(tree: Any) -> list[str]:
    if isinstance(tree, str):
        return [tree.strip()] if tree.strip() else []
    if isinstance(tree, Decimal):
        return [str(tree)]
    parts = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    return [text for part in parts for text in _texts(part)]

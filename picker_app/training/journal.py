"""The journal of every request a training platform received, secrets masked, and a limit of requests in 60 s."""

import hashlib
import math
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode

SIGN_IN_FIELDS = {"grant_type", "client_id", "client_secret", "username", "password", "scope"}
SECRET_FIELDS = {"client_secret", "password"}
MINUTE = timedelta(seconds=60)


@dataclass
class Entry:
    """One request as it came in, tokens and secrets masked, and what was answered."""

    number: int
    time: datetime
    method: str
    path: str
    query: str
    route: str
    headers: dict[str, str]
    body: str
    body_sha256: str
    answer: int | str | None = None  # the HTTP status, "cut" for a cut connection, None while under way
    fault: str | None = None


@dataclass
class Window:
    """A sliding window of 60 s that counts moments."""

    moments: deque[datetime] = field(default_factory=deque)

    def count(self, now: datetime) -> int:
        """How many moments lie in the 60 s before `now`."""
        while self.moments and now - self.moments[0] >= MINUTE:
            self.moments.popleft()
        return len(self.moments)

    def wait(self, now: datetime, limit: int) -> int:
        """0 if one more moment fits under `limit`, else the whole seconds until one does."""
        if self.count(now) < limit:
            return 0
        if limit == 0:
            return 60
        freed = self.moments[-limit] + MINUTE
        return max(1, math.ceil((freed - now).total_seconds()))

    def add(self, now: datetime) -> None:
        """Count one more moment."""
        self.moments.append(now)


class Journal:
    """What came in: the newest `kept` requests in full, all of them in the counts."""

    def __init__(self, kept: int) -> None:
        self.entries: deque[Entry] = deque(maxlen=kept)
        self.total = 0
        self.fullest_minute = 0
        self._received = Window()
        self._taken = Window()

    def receive(
        self, now: datetime, method: str, path: str, query: str, route: str, headers: dict[str, str], body: bytes
    ) -> Entry:
        """Write a request down."""
        self.total += 1
        self._received.add(now)
        self.fullest_minute = max(self.fullest_minute, self._received.count(now))
        entry = Entry(
            number=self.total,
            time=now,
            method=method,
            path=path,
            query=_masked_form(query) if route == "token" else query,
            route=route,
            headers=_masked_headers(headers),
            body=_masked_form(body.decode("utf-8", "replace")) if route == "token" else body.decode("utf-8", "replace"),
            body_sha256=hashlib.sha256(body).hexdigest(),
        )
        self.entries.append(entry)
        return entry

    def take(self, now: datetime, limit: int) -> int:
        """Let a request through and return 0, or return the seconds until one fits again.

        Refused requests do not count against the limit, so a client that waits as told gets through.
        """
        wait = self._taken.wait(now, limit)
        if wait == 0:
            self._taken.add(now)
        return wait

    def shown(self) -> list[dict[str, Any]]:
        """The requests kept, oldest first."""
        return [vars(entry) | {"time": entry.time.isoformat()} for entry in self.entries]


def _masked_headers(headers: dict[str, str]) -> dict[str, str]:
    masked = dict(headers)
    if "authorization" in masked:
        scheme, _, token = masked["authorization"].partition(" ")
        # A short digest tells two tokens apart without giving either away.
        masked["authorization"] = f"{scheme} ***{hashlib.sha256(token.encode()).hexdigest()[:6]}"
        if not token:
            masked["authorization"] = "***"
    return masked


def _masked_form(form: str) -> str:
    pairs = parse_qsl(form, keep_blank_values=True)
    if not {name for name, _ in pairs} <= SIGN_IN_FIELDS:
        return "(not the form of a sign-in; hidden, it may hold a secret)"
    return urlencode([(name, "***" if name in SECRET_FIELDS else value) for name, value in pairs], safe="*")

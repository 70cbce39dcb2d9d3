"""Signing in at the training platform (section 2): tokens by form post, and the check of the bearer."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs

from picker_app.training.answers import RefusedError, retry_after
from picker_app.training.delivery_hero.switches import Switches
from picker_app.training.journal import Window

SILENT_LIFETIME = 3600


@dataclass
class Tokens:
    """The tokens given out, each with the instant it ends, and the token calls of each client id."""

    ends: dict[str, datetime] = field(default_factory=dict)
    calls: dict[str, Window] = field(default_factory=dict)

    def give(self, headers: Mapping[str, str], body: bytes, switches: Switches, now: datetime) -> dict[str, Any]:
        """Answer `POST /v2/oauth/token`; raises `RefusedError` with 400, 401 or 429."""
        form: dict[str, list[str]] = {}
        if headers.get("content-type", "").split(";")[0].strip() == "application/x-www-form-urlencoded":
            form = parse_qs(body.decode("utf-8", "replace"))
        for name in ("client_id", "client_secret", "grant_type"):
            if len(form.get(name, [])) != 1:
                raise RefusedError(400, "invalid_request", f"{name} is required")
        client_id = form["client_id"][0]
        window = self.calls.setdefault(client_id, Window())
        wait = window.wait(now, switches.token_calls_per_minute)
        if wait:
            raise RefusedError(
                429, "TOO_MANY_REQUESTS", "too many token calls", retry_after(switches.retry_after, wait, now)
            )
        window.add(now)
        if form["grant_type"][0] != "client_credentials":
            raise RefusedError(400, "unsupported_grant_type", "grant_type must be client_credentials")
        if client_id != switches.client_id or form["client_secret"][0] != switches.client_secret:
            raise RefusedError(401, "invalid_client", "Invalid client credentials")
        token = "eyJ" + secrets.token_urlsafe(48)
        lifetime = SILENT_LIFETIME if switches.expires_in is None else switches.expires_in
        self.ends[token] = now + timedelta(seconds=lifetime)
        answer: dict[str, Any] = {"access_token": token, "token_type": "Bearer"}
        if switches.expires_in is not None:
            answer["expires_in"] = switches.expires_in
        return answer

    def check(self, authorization: str, switches: Switches, now: datetime) -> None:
        """Raise 401 unless `authorization` is a bearer token that is alive, or the static one."""
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise RefusedError(401, "UNAUTHORIZED", "a bearer token is required")
        if switches.static_token and token == switches.static_token:
            return
        end = self.ends.get(token)
        if end is None or end <= now:
            raise RefusedError(401, "UNAUTHORIZED", "the token is unknown or has expired")

    def expire(self) -> None:
        """Let all tokens be dead at once (fault `expire_token`)."""
        self.ends.clear()

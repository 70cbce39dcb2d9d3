"""Signing in at the training platform (section 2): a password grant by query or form, and the check of the bearer."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs

from picker_app.training.ifood_pos.answers import bad_request, unauthorized
from picker_app.training.ifood_pos.switches import Switches

SILENT_LIFETIME = 3600
FIELDS = ("client_id", "client_secret", "username", "password", "grant_type")


@dataclass
class Tokens:
    """The tokens given out, each with the instant it ends."""

    ends: dict[str, datetime] = field(default_factory=dict)

    def give(self, query: str, body: bytes, switches: Switches, now: datetime) -> Mapping[str, Any]:
        """Answer `POST /oauth/token`; raises `RefusedError` with 400 or 401."""
        given = parse_qs(query) | parse_qs(body.decode("utf-8", "replace"))
        for name in FIELDS:
            if len(given.get(name, [])) != 1:
                raise bad_request(f"{name} is required")
        if given["grant_type"] != ["password"]:
            raise bad_request("grant_type must be password")
        for name in FIELDS[:-1]:
            if given[name] != [getattr(switches, name)]:
                raise unauthorized("Bad credentials")
        token = "eyJ" + secrets.token_urlsafe(900)
        lifetime = SILENT_LIFETIME if switches.token_ttl_s is None else switches.token_ttl_s
        self.ends[token] = now + timedelta(seconds=lifetime)
        answer: dict[str, Any] = {"access_token": token, "token_type": "bearer"}
        if switches.token_ttl_s is not None:
            answer["expires_in"] = str(lifetime) if switches.expires_in_text else lifetime
        return answer | {"scope": "trust read write"}

    def check(self, authorization: str, now: datetime) -> None:
        """Raise 401 unless `authorization` is a bearer token that is alive."""
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise unauthorized("a bearer token is required")
        end = self.ends.get(token)
        if end is None or end <= now:
            raise unauthorized("the token is unknown or has expired")

    def expire(self) -> None:
        """Let all tokens be dead at once (fault `expire_token`)."""
        self.ends.clear()

"""How the training platform meets a request: signed in, carried out."""

import re

from starlette.types import ASGIApp, Scope

from picker_app.training.answers import HTML, JSON, LOGIN_PAGE, Answer, RefusedError
from picker_app.training.door import NO_ROUTE, Visit
from picker_app.training.faults import REQUEST_KINDS, Fault
from picker_app.training.ifood_pos.answers import error_answer
from picker_app.training.ifood_pos.world import World

_ROUTES = (
    ("token", re.compile(r"/oauth/token")),
    ("poll", re.compile(r"/v1\.0/events(:|%3A)polling")),
    ("ack", re.compile(r"/v1\.0/events/acknowledgment")),
    ("order", re.compile(r"/v1\.0/orders/[^/]+")),
    ("price", re.compile(r"/v1\.0/skus/[^/]+/prices")),
    ("shop", re.compile(r"/v1\.0/merchants/[^/]+/statuses")),
    ("sku", re.compile(r"/v1\.0/merchants/[^/]+/skus/[^/]+")),
)
_STATUS = re.compile(r"/v1\.0/orders/[^/]+/statuses/(integration|confirmation|dispatch|delivery|rejection)")
_ESCAPE = re.compile(r"%[0-9a-f]{2}", re.IGNORECASE)
ENDLESS = b'{"id": "", "code": "", "correlationId": ""}, '


class Request(Visit[World]):
    """One request to the platform."""

    kinds = REQUEST_KINDS

    def __init__(self, inner: ASGIApp, world: World, scope: Scope, body: bytes) -> None:
        super().__init__(inner, world, scope, body)
        # A code may hold a slash, percent-encoded: the paths are told apart before that is undone.
        self.scope["path"] = self._path

    def route_name(self, method: str, raw_path: str) -> str:
        """Return the route that faults are ordered for; `none` for an unknown path."""
        self._path = _ESCAPE.sub(lambda found: found[0].upper(), raw_path)
        if status := _STATUS.fullmatch(self._path):
            return status[1]
        return next((name for name, pattern in _ROUTES if pattern.fullmatch(self._path)), NO_ROUTE)

    def turned_away(self) -> Answer | None:
        """Turn nothing away: only polls are limited."""
        return None

    def signed_in(self) -> None:
        """Check the bearer; raises 401."""
        if self.route != "token":
            self._world.tokens.check(self.headers.get("authorization", ""), self._world.clock())

    def refused(self, error: RefusedError) -> Answer:
        """Refuse with the error body of the platform."""
        return error_answer(error, self._path, self._world.clock())

    def garbled(self, fault: Fault) -> Answer:
        """Answer 200 with garbage; half a body is one that its length does not come true of."""
        match fault.value:
            case "broken":
                return Answer(200, b'[{"id": "5f0c1f7e', JSON)
            case "half":
                whole = self.done.body if self.done is not None and len(self.done.body) > 1 else b"{}"
                return Answer(200, whole, JSON, half=True)
            case "empty":
                return Answer(200, b"", {})
            case "endless":
                return Answer(200, ENDLESS, JSON, endless=True)
            case _:
                return Answer(200, LOGIN_PAGE, HTML)

    def wait_style(self) -> str:
        """Return the style of Retry-After that is set."""
        return self._world.switches.retry_after

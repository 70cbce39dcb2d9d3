"""How the training platform meets a request (section 3): limited, signed in, carried out, then the events."""

import re
from collections.abc import Awaitable, Callable

from starlette.types import ASGIApp, Scope

from picker_app.training.answers import HTML, JSON, LOGIN_PAGE, Answer, RefusedError, retry_after
from picker_app.training.delivery_hero.answers import BLOCK_PAGE, error_answer
from picker_app.training.delivery_hero.world import World
from picker_app.training.door import NO_ROUTE, Visit
from picker_app.training.faults import Fault

_ROUTES = (
    ("token", re.compile(r"/v2/oauth/token")),
    ("job", re.compile(r"/v2/chains/[^/]+/(promotion|catalog)/jobs/[^/]+")),
    ("order", re.compile(r"/v2/(chains/[^/]+/)?orders/[^/]+")),
    ("promotion", re.compile(r"/v2/chains/[^/]+/promotion")),
    ("catalog", re.compile(r"/v2/chains/[^/]+/vendors/[^/]+/catalog")),
    ("status", re.compile(r"/v2/chains/[^/]+/vendors/[^/]+/status")),
    ("list", re.compile(r"/v2/chains/[^/]+/vendors/[^/]+(/orders)?")),
)


class Request(Visit[World]):
    """One request to the platform; the events it causes follow its answer."""

    def __init__(self, inner: ASGIApp, world: World, scope: Scope, body: bytes) -> None:
        super().__init__(inner, world, scope, body)
        self._after: list[Callable[[], Awaitable[None]]] = []
        self.scope["after"] = self._after

    def route_name(self, method: str, raw_path: str) -> str:
        """Return the route of section 15 a request belongs to; `none` for an unknown path."""
        for name, pattern in _ROUTES:
            if pattern.fullmatch(self.scope["path"]):
                if name != "order":
                    return name
                return "put_order" if method == "PUT" else "get_order"
        return NO_ROUTE

    def turned_away(self) -> Answer | None:
        """Count the request against the limit of section 3."""
        world, switches = self._world, self._world.switches
        wait = world.journal.take(world.clock(), switches.requests_per_minute)
        if not wait:
            return None
        headers = retry_after(switches.retry_after, wait, world.clock())
        told = f"more than {switches.requests_per_minute} requests in 60 s"
        return self.refused(RefusedError(429, "TOO_MANY_REQUESTS", told, headers))

    def signed_in(self) -> None:
        """Check the bearer; raises 401."""
        if self.route != "token":
            world = self._world
            world.tokens.check(self.headers.get("authorization", ""), world.switches, world.clock())

    def refused(self, error: RefusedError) -> Answer:
        """Refuse in the style that is set."""
        return error_answer(error, self._world.switches.error_body)

    def garbled(self, fault: Fault) -> Answer:
        """Show the block page of the edge, or answer 200 with garbage."""
        if fault.kind == "block_page":
            return Answer(403, BLOCK_PAGE, HTML)
        if fault.value == "broken":
            return Answer(200, b'{"order_id": "', JSON)
        return Answer(200, b"", {}) if fault.value == "empty" else Answer(200, LOGIN_PAGE, HTML)

    def wait_style(self) -> str:
        """Return the style of Retry-After that is set."""
        return self._world.switches.retry_after

    async def carry_out(self) -> Answer:
        """Do what was asked; the events come first where a fault wants it."""
        answer = await super().carry_out()
        if self._after and self._world.faults.strike("webhook", ("early_echo",)):
            for work in self._after:
                await work()
            self._after.clear()
        return answer

    async def finish(self) -> None:
        """Push the events."""
        for work in self._after:
            self._world.background.start(_run(work))


async def _run(work: Callable[[], Awaitable[None]]) -> None:
    await work()

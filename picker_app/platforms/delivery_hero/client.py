"""An account at Delivery Hero over HTTP: the thin httpx shell around protocol and translate."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from picker_app.domain.cart import Command
from picker_app.platforms import exact_json, fields
from picker_app.platforms.answers import Answer, ahead, words
from picker_app.platforms.delivery_hero import (
    CHAIN_ORDER_PATH,
    ORDER_PATH,
    AccountSettings,
    protocol,
    translate,
    wire,
)
from picker_app.platforms.network import BEFORE, FAILURES, WHOLE_SECONDS, Transport, body_of, connections
from picker_app.platforms.port import (
    Accepted,
    Capabilities,
    CatalogProduct,
    Envelope,
    Heard,
    LockedOut,
    Missing,
    Pace,
    PlatformError,
    Priority,
    Unreadable,
)
from picker_app.platforms.sign_in import Lock, SignIns, Token

CONNECT_SECONDS = 5.0
MOST_BYTES = 32 * 1024 * 1024
_log = logging.getLogger(__name__)


def failure(error: Exception, request: protocol.Request) -> PlatformError:
    """Say what an exception of the network means for a request (delivery_hero.md section 9)."""
    reason = f"{type(error).__name__}: {error}".removesuffix(": ")
    return protocol.not_sent(reason) if isinstance(error, BEFORE) else protocol.no_answer(request, reason)


class DeliveryHero:
    """One account at Delivery Hero; implements `Platform` of the port.

    `pace` and `sign_ins` are the process's own: every request waits its turn, every token is shared by the accounts
    of a client id. Nothing is retried, but that a 401 is answered with one new token and one second send. `transport`
    takes the place of the network, `now` that of the computer's clock.
    """

    def __init__(
        self,
        settings: AccountSettings,
        pace: Pace,
        sign_ins: SignIns,
        transport: Transport | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._settings = settings
        self._pace = pace
        self._sign_in = sign_ins.of(settings.base_url, settings.client_id)
        self._lock = Lock(sign_ins.clock)
        self._list_path = ""
        self._ahead: timedelta | None = None
        self._now = now
        self._http = connections(transport, connect_seconds=CONNECT_SECONDS, on_this_computer=settings.on_this_computer)

    @property
    def settings(self) -> AccountSettings:
        """Return the account's settings."""
        return self._settings

    @property
    def account(self) -> str:
        """Return the account's name in the configuration."""
        return self._settings.name

    @property
    def title(self) -> str:
        """Return the brand's name."""
        return self._settings.brand

    @property
    def capabilities(self) -> Capabilities:
        """Return what the desk may offer: all of it."""
        return Capabilities()

    @property
    def ahead(self) -> timedelta | None:
        """Return by how much the platform's clock was ahead of ours in its last answer; None where it did not say."""
        return self._ahead

    def envelope(self, body: bytes) -> Envelope:
        """Read the least of an order event (section 4); Unreadable if it is none."""
        return translate.envelope(fields.read(wire.Head, exact_json.load(body)), body)

    def decode(self, body: bytes) -> Heard:
        """Read an order whole (section 6); Unreadable with the place if it cannot be."""
        return self._heard(exact_json.load(body), body)

    def compose(self, command: Command) -> bytes:
        """Write the body of the PUT for a command (section 8)."""
        return translate.body(command)

    async def send(self, command: Command, body: bytes, priority: Priority) -> Accepted:
        """PUT the bytes of a command (sections 8 and 9)."""
        names = [name for line in command.lines for name in (line.sku, line.platform_id) if name]
        answer = await self._call(protocol.put_order(self._settings, command.ref, body), priority)
        return protocol.accepted(answer, names)

    async def read(self, ref: str, priority: Priority) -> Heard:
        """GET one order (section 10); Unreadable if another order is answered."""
        return await self._read(ref, priority, "")

    async def list_orders(self, since: datetime, until: datetime) -> AsyncIterator[tuple[Heard | Unreadable, ...]]:
        """GET the orders of a time range, page by page (section 10).

        Of the two forms of the path the one that works is kept. Missing: neither does. Unreadable: there is no list, a
        page repeats the one before, or there are too many; the pages before it were given.
        """
        path, page = await self._first_page(since, until, protocol.ORDERS_A_PAGE)
        yield self._listed(page)
        number = protocol.next_page(page, 1)
        while number is not None:
            request = protocol.get_list(self._settings, path, since, until, number)
            page = await self._page(request, "orders", number, page)
            yield self._listed(page)
            number = protocol.next_page(page, number)

    async def catalog(self) -> AsyncIterator[tuple[CatalogProduct, ...]]:
        """GET the vendor's catalogue, page by page (section 12); entries without an SKU are passed over."""
        number: int | None = 1
        page: protocol.Page | None = None
        while number is not None:
            request = protocol.get_catalog(self._settings, number)
            page = await self._page(request, "products", number, page, Priority.BACKGROUND)
            yield tuple(product for entry in page.entries for product in _product(entry))
            number = protocol.next_page(page, number)

    async def sign_in(self) -> None:
        """Prove that the account's secrets work: by a new token; a static one by reading the list of the last hour."""
        if self._settings.auth == "oauth":
            await self._sign_in.proven(self._secret(), self._ask_token)
            self._lock.open()
            return
        self._lock.open()
        try:
            await self.recent()
        except (Missing, Unreadable):
            pass  # the token was taken; whether there is a list is another question

    async def recent(self) -> tuple[Heard | Unreadable, ...]:
        """GET the first page of the list of the last hour, of one order (section 10); errors as of list_orders."""
        now = self._now()
        # The platform reads whole seconds: an order of this very second would be after the end.
        _, page = await self._first_page(now - timedelta(hours=1), now + timedelta(minutes=1), 1)
        return self._listed(page)

    async def ask(self, request: protocol.Request, priority: Priority) -> Answer:
        """Send any request of this account, with its token and at the process's pace, and return whatever is answered.

        Unreachable, Limited, LockedOut; Uncertain for a PUT that was not answered.
        """
        return await self._call(request, priority)

    async def find_order_path(self, ref: str) -> str:
        """Return the form of `order_path` under which the platform knows an order: the account's, else the other."""
        own = self._settings.order_path
        for path in {own: None, ORDER_PATH: None, CHAIN_ORDER_PATH: None}:
            try:
                await self._read(ref, Priority.READ, path)
            except Missing:
                continue
            return path
        raise Missing("not under any form of order_path", status=404)

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    # The way of a request.

    async def _read(self, ref: str, priority: Priority, path: str) -> Heard:
        body = await self._get(protocol.get_order(self._settings, ref, path), priority)
        heard = self.decode(body)
        if heard.said.ref.casefold() != ref.casefold():
            raise Unreadable(f"order {heard.said.ref} was answered, {ref} was asked for")
        return heard

    async def _first_page(self, since: datetime, until: datetime, size: int) -> tuple[str, protocol.Page]:
        """Read page 1 under the path that worked before, else under each that may work; return the path that did."""
        paths = (self._list_path,) if self._list_path else protocol.list_paths(self._settings)
        problem: PlatformError = Missing()
        for path in paths:
            request = protocol.get_list(self._settings, path, since, until, 1, size)
            try:
                page = await self._page(request, "orders", 1, None)
            except (Missing, Unreadable) as error:
                problem = error
                continue
            self._list_path = path
            return path, page
        self._list_path = ""
        raise problem

    async def _page(
        self,
        request: protocol.Request,
        member: str,
        number: int,
        before: protocol.Page | None,
        priority: Priority = Priority.READ,
    ) -> protocol.Page:
        return protocol.read_page(await self._get(request, priority), member, number, before)

    async def _get(self, request: protocol.Request, priority: Priority) -> bytes:
        return protocol.received(await self._call(request, priority))

    async def _call(self, request: protocol.Request, priority: Priority) -> Answer:
        """Send a request with the account's token; after a 401 once more with a new one (section 2)."""
        secret = self._secret()
        self._lock.check(secret)
        token = await self._token(secret)
        answer = await self._exchange(request, priority, token)
        if answer.status == 401 and self._settings.auth == "oauth":
            token = await self._token(secret, spent=token)
            answer = await self._exchange(request, priority, token)
        if answer.status == 401:
            raise self._lock.shut(LockedOut(words(answer), status=401), secret)
        self._lock.open()
        return answer

    def _secret(self) -> str:
        name = "api_token" if self._settings.auth == "static" else "client_secret"
        secret = self._settings.secret(name)
        if not secret:
            raise LockedOut(f"account {self.account}: no secret {name} is stored")
        return secret

    async def _token(self, secret: str, spent: str = "") -> str:
        if self._settings.auth == "static":
            return secret
        return await self._sign_in.token(secret, self._ask_token, spent)

    async def _ask_token(self, secret: str) -> Token:
        request = protocol.token_request(self._settings.client_id, secret)
        return protocol.token(await self._exchange(request, Priority.ACT, hidden=secret))

    async def _exchange(
        self, request: protocol.Request, priority: Priority, token: str = "", hidden: str = ""
    ) -> Answer:
        await self._pace.turn(priority)
        url = self._settings.base_url.rstrip("/") + request.target
        try:
            async with asyncio.timeout(WHOLE_SECONDS):
                async with self._http.stream(
                    request.method, url, content=request.body or None, headers=request.headers(token)
                ) as response:
                    body = await body_of(response, MOST_BYTES)
        except FAILURES as error:
            raise failure(error, request) from error
        if response.status_code >= 400:
            for secret in (token, hidden):
                body = body.replace(secret.encode(), b"...") if secret else body
        answer = Answer(response.status_code, dict(response.headers), body, self._now())
        self._ahead = ahead(answer)
        seconds = protocol.shut_for(answer)
        if seconds is not None:
            self._pace.shut(seconds)
        _log.debug("%s: %s %s: %s", self.account, request.method, request.target, answer.status)
        return answer

    def _heard(self, tree: Any, body: bytes) -> Heard:
        return translate.heard(fields.read(wire.Order, tree), body, self._settings)

    def _listed(self, page: protocol.Page) -> tuple[Heard | Unreadable, ...]:
        found: list[Heard | Unreadable] = []
        for entry in page.entries:
            try:
                found.append(self._heard(entry, exact_json.dump(entry)))
            except Unreadable as error:
                found.append(error)
        return tuple(found)


def _product(entry: Any) -> tuple[CatalogProduct, ...]:
    try:
        return (translate.product(fields.read(wire.Product, entry)),)
    except Unreadable:
        return ()

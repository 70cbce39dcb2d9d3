"""An account at iFood's POS API over HTTP: the thin httpx shell around protocol and translate."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import httpx

from picker_app.domain.cart import Command
from picker_app.platforms import exact_json, fields
from picker_app.platforms.answers import Answer, ahead, covered, words
from picker_app.platforms.ifood_pos import AccountSettings, protocol, translate, wire
from picker_app.platforms.network import BEFORE, FAILURES, WHOLE_SECONDS, Transport, body_of, connections
from picker_app.platforms.pace import Limiter
from picker_app.platforms.port import (
    Accepted,
    Capabilities,
    CatalogProduct,
    Envelope,
    Heard,
    LockedOut,
    Pace,
    PlatformError,
    PolledEvent,
    Priority,
    Unreadable,
)
from picker_app.platforms.sign_in import Lock, SignIn, Token

CONNECT_SECONDS = 10.0
SPARE_SECONDS = 300.0
REQUESTS_A_SECOND = 5
MOST_BYTES = 4 * 1024 * 1024
CAPABILITIES = Capabilities(
    quantities=False,
    prices=False,
    replacements=False,
    additions=False,
    check=False,
    reasons=(),
    carts=False,
    confirms=True,
    rejects=True,
    rereads=True,
    shop=True,
    lists=False,
    catalog=False,
    polled=True,
)
_NO_ORDERS: tuple[tuple[Heard | Unreadable, ...], ...] = ()
_NO_PRODUCTS: tuple[tuple[CatalogProduct, ...], ...] = ()
_KEPT_HEADERS = ("content-type", "date", "retry-after")
_log = logging.getLogger(__name__)


def failure(error: Exception, request: protocol.Request) -> PlatformError:
    """Say what an exception of the network means for a request (ifood_pos.md section 9)."""
    # What an exception says of a sign-in may name its address, and that holds the secrets.
    reason = type(error).__name__ if request.query else f"{type(error).__name__}: {error}".removesuffix(": ")
    return protocol.not_sent(reason) if isinstance(error, BEFORE) else protocol.no_answer(request, reason)


@dataclass(slots=True)
class _Taken:
    """The targets of the requests that the platform took with a token."""

    token: str = field(default="", repr=False)
    targets: set[str] = field(default_factory=set)


class IfoodPos:
    """One account at iFood's POS API; implements `Platform`, `Polling` and `Storefront` of the port.

    At most 5 requests a second leave, one poll and one sign-in at a time. Nothing is retried, but that a 401 is
    answered with one new token and one second send. `clock` gives seconds that only grow, `now` the computer's own
    time; `pace` takes the place of the account's limiter, `transport` that of the network.
    """

    def __init__(
        self,
        settings: AccountSettings,
        *,
        clock: Callable[[], float] = time.monotonic,
        pace: Pace | None = None,
        transport: Transport | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._settings = settings
        self._pace = pace or Limiter(REQUESTS_A_SECOND, fewest=1, most=REQUESTS_A_SECOND, window=1.0)
        self._sign_in = SignIn(clock, SPARE_SECONDS, protocol.rests)
        self._renewals = Lock(clock, protocol.rests)
        self._taken = _Taken()
        self._polling = asyncio.Lock()
        self._limited = 0
        self._now = now
        self._ahead: timedelta | None = None
        self._server_clock = timedelta(0)
        self._http = connections(transport, connect_seconds=CONNECT_SECONDS, on_this_computer=settings.on_this_computer)

    @property
    def account(self) -> str:
        """Return the account's name in the configuration."""
        return self._settings.name

    @property
    def title(self) -> str:
        """Return the platform's name as the shop calls it."""
        return self._settings.title

    @property
    def capabilities(self) -> Capabilities:
        """Return what the desk may offer: status messages, and the shop's own prices and goods."""
        return CAPABILITIES

    @property
    def ahead(self) -> timedelta | None:
        """Return how far the platform's clock was ahead of ours in its newest answer; None where it did not say."""
        return self._ahead

    @property
    def server_clock(self) -> timedelta:
        """Return how far the platform's clock is ahead of ours, as it told last; 0 until it did."""
        return self._server_clock

    # Orders.

    def envelope(self, body: bytes) -> Envelope:
        """Read the least of an event (section 3) or of an order that was read; Unreadable if it is neither."""
        return translate.envelope(body)

    def event(self, body: bytes) -> PolledEvent:
        """Read one event of a poll from its own bytes (section 3); Unreadable if it is none."""
        return translate.event(body)

    def decode(self, body: bytes) -> Heard:
        """Read an order whole (section 5); Unreadable with the place if it cannot be."""
        order = fields.read(wire.Order, exact_json.load(body))
        return translate.heard(order, body, self._settings)

    def compose(self, command: Command) -> bytes:
        """Write the body of a status message (section 7), b"" for all but a rejection."""
        return translate.body(command)

    async def send(self, command: Command, body: bytes, priority: Priority) -> Accepted:
        """POST a status message (sections 7 and 9)."""
        request = protocol.post_status(command.kind, command.ref, body)
        return protocol.accepted(await self._call(request, priority))

    async def read(self, ref: str, priority: Priority) -> Heard:
        """GET one order (section 5); Unreadable, with its bytes, if it cannot be read or another one is answered."""
        body = protocol.received(await self._call(protocol.get_order(ref), priority))
        try:
            heard = self.decode(body)
        except Unreadable as error:
            raise Unreadable(error.words, raw=body) from None
        if heard.said.ref != ref:
            raise Unreadable(f"order {heard.said.ref} was answered, {ref} was asked for", raw=body)
        return heard

    async def list_orders(self, since: datetime, until: datetime) -> AsyncIterator[tuple[Heard | Unreadable, ...]]:
        """Yield nothing: there is no list of orders."""
        for page in _NO_ORDERS:
            yield page

    async def catalog(self) -> AsyncIterator[tuple[CatalogProduct, ...]]:
        """Yield nothing: there is no catalogue to read."""
        for page in _NO_PRODUCTS:
            yield page

    # Events.

    async def poll(self) -> tuple[PolledEvent | Unreadable, ...]:
        """GET all events that were not acknowledged (section 3); () for none. Unreadable, with its bytes: no list."""
        async with self._polling:
            answer = await self._call(protocol.poll(), Priority.ACT)
        return translate.events(protocol.polled(answer))

    async def acknowledge(self, ids: Sequence[str]) -> None:
        """POST the ids of events that are done (section 4), 500 in a call; nothing for none."""
        for first in range(0, len(ids), protocol.IDS_A_CALL):
            part = ids[first : first + protocol.IDS_A_CALL]
            protocol.acknowledged(await self._call(protocol.acknowledgment(part), Priority.ACT))

    # The shop.

    async def set_price(self, stores: Sequence[str], code: str, price: Decimal, start: date | None) -> Accepted:
        """PATCH a product's price in several shops, at once or from a day on (section 8).

        ValueError: no shop, or a price that cannot be one.
        """
        return await self._set(protocol.patch_price(stores, code, price, start))

    async def set_product(self, store: str, code: str, available: bool) -> Accepted:
        """PATCH whether a product is shown (section 8)."""
        return await self._set(protocol.patch_product(store, code, available))

    async def set_shop(self, store: str, available: bool, reason: str) -> Accepted:
        """PUT whether the shop is open (section 8). ValueError: it is closed without a reason."""
        return await self._set(protocol.put_shop(store, available, reason))

    async def sign_in(self) -> None:
        """Prove that the account's secrets work, by a new token."""
        secrets = self._secrets()
        await self._sign_in.proven("\0".join(secrets), lambda _: self._ask_token(*secrets))
        self._renewals.open()

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    # The way of a request.

    async def _set(self, request: protocol.Request) -> Accepted:
        return protocol.accepted(await self._call(request, Priority.ACT))

    async def _call(self, request: protocol.Request, priority: Priority) -> Answer:
        """Send a request with the account's token; after a 401 once more with a new one (section 9)."""
        token = await self._token()
        answer = await self._exchange(request, priority, token)
        if answer.status == 401:
            token = await self._renewed(request, token)
            answer = await self._exchange(request, priority, token)
            if answer.status == 401:
                raise self._renewals.shut(LockedOut(words(answer), status=401), "")
            self._renewals.open()
        if self._taken.token != token:
            self._taken = _Taken(token)
        self._taken.targets.add(request.target)
        return answer

    async def _renewed(self, request: protocol.Request, token: str) -> str:
        """Return a token in place of one that was answered 401.

        No new token helps a request that its user has no right to make: after one that did not help, the account
        signs in anew only for a request that had been taken with this very token, until the rest is over.
        """
        if self._taken.token != token or request.target not in self._taken.targets:
            self._renewals.check("")
        return await self._token(spent=token)

    def _secrets(self) -> tuple[str, str]:
        return self._secret("client_secret"), self._secret("password")

    def _secret(self, name: str) -> str:
        secret = self._settings.secret(name)
        if not secret:
            raise LockedOut(f"account {self.account}: no secret {name} is stored")
        return secret

    async def _token(self, spent: str = "") -> str:
        secrets = self._secrets()
        return await self._sign_in.token("\0".join(secrets), lambda _: self._ask_token(*secrets), spent)

    async def _ask_token(self, client_secret: str, password: str) -> Token:
        request = protocol.token_request(self._settings, client_secret, password)
        return protocol.token(await self._exchange(request, Priority.ACT, hidden=(client_secret, password)))

    async def _exchange(
        self, request: protocol.Request, priority: Priority, token: str = "", hidden: tuple[str, ...] = ()
    ) -> Answer:
        await self._pace.turn(priority)
        url = httpx.URL(self._settings.base_url.rstrip("/") + request.target)
        target = url.raw_path + (b"?" + request.query.encode("ascii") if request.query else b"")
        try:
            async with asyncio.timeout(WHOLE_SECONDS):
                async with self._http.stream(
                    request.method,
                    url,
                    content=request.body or None,
                    headers=request.headers(token),
                    # httpx logs the address; what stands in the query of a sign-in is none of its business.
                    extensions={"target": target},
                ) as response:
                    body = await body_of(response, MOST_BYTES)
        except FAILURES as error:
            raise failure(error, request) from (None if request.query else error)
        finally:
            # A cookie of one answer has no business in the next request.
            self._http.cookies.clear()
        if response.status_code >= 300:
            body = covered(body, (token, *hidden))
        headers = {name: response.headers[name] for name in _KEPT_HEADERS if name in response.headers}
        answer = Answer(response.status_code, headers, body, self._now())
        self._ahead = ahead(answer)
        self._server_clock = self._server_clock if self._ahead is None else self._ahead
        _log.debug("%s: %s %s: %s", self.account, request.method, request.target, answer.status)
        limited = protocol.limited(answer, self._limited, self._settings.poll_seconds)
        self._limited = 0 if limited is None else self._limited + 1
        if limited is not None:
            self._pace.shut(limited.retry_after or 0.0)
            raise limited
        return answer

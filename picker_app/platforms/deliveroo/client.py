"""A brand at Deliveroo over HTTP: the thin httpx shell around protocol and translate."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta

import httpx

from picker_app.platforms.answers import Answer, ahead
from picker_app.platforms.deliveroo import BrandSettings, protocol, translate
from picker_app.platforms.network import BEFORE, FAILURES, WHOLE_SECONDS, Transport, body_of, connections
from picker_app.platforms.port import LockedOut, Pace, PlatformError, Priority
from picker_app.platforms.promotion_jobs import Begun, Progress, Ticket
from picker_app.platforms.sign_in import Lock, SignIn, Token

CONNECT_SECONDS = 5.0
FILE_SECONDS, BYTES_A_SECOND = 60.0, 100_000
SPARE_SECONDS = 60.0
PIECE = 64 * 1024
MOST_BYTES = 32 * 1024 * 1024
_log = logging.getLogger(__name__)


def failure(error: Exception, method: str) -> PlatformError:
    """Say what an exception of the network means for a request (section 10)."""
    reason = f"{type(error).__name__}: {error}".removesuffix(": ")
    return protocol.not_sent(reason) if isinstance(error, BEFORE) else protocol.no_answer(method, reason)


class Deliveroo:
    """One brand at Deliveroo's Promotions API.

    `pace` is the account's own limiter; files are not counted. Nothing is retried, but that a 401 is answered with one
    new token and one second send. `clock` gives seconds that only grow, `now` the date; `transport` takes the place of
    the network.
    """

    def __init__(
        self,
        settings: BrandSettings,
        pace: Pace,
        clock: Callable[[], float] = time.monotonic,
        transport: Transport | None = None,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._settings = settings
        self._now = now
        self._pace = pace
        self._sign_in = SignIn(clock, SPARE_SECONDS)
        self._lock = Lock(clock)
        self._limited = 0
        self._ahead: timedelta | None = None
        self._http = self._client(transport)
        # A client of its own: whatever would be set on the other one, no header of it comes to the store of files.
        self._files = self._client(transport)

    def _client(self, transport: Transport | None) -> httpx.AsyncClient:
        here = self._settings.on_this_computer
        return connections(transport, connect_seconds=CONNECT_SECONDS, on_this_computer=here)

    @property
    def account(self) -> str:
        """Return the account's name in the configuration."""
        return self._settings.name

    @property
    def title(self) -> str:
        """Return the platform's name as the shop calls it."""
        return self._settings.title

    @property
    def ahead(self) -> timedelta | None:
        """Return by how much the platform's clock was ahead of ours in its last answer; None where it did not say."""
        return self._ahead

    async def ask_url(self) -> Ticket:
        """Ask for leave to send a file (section 4, step 2)."""
        return protocol.ticket(await self._call(protocol.ask_url(self._settings)), self._settings)

    async def upload(self, ticket: Ticket, body: bytes, sent: Callable[[int], None]) -> None:
        """Send a file to the store (section 4, step 3); `sent` hears how many bytes are on their way.

        Unreachable: not stored. FileRefused. Uncertain: whether it was stored is to be read from the job.
        """
        seconds = FILE_SECONDS + len(body) / BYTES_A_SECOND
        address = httpx.URL(ticket.url)
        request = httpx.Request(
            "PUT",
            address,
            headers={"Content-Type": "application/json", "Content-Length": str(len(body))},
            content=_pieces(body, sent),
            # The address is signed as it was written: the path and query go out character by character.
            extensions={
                "timeout": httpx.Timeout(seconds, connect=CONNECT_SECONDS, pool=CONNECT_SECONDS).as_dict(),
                "target": _target(ticket.url),
            },
        )
        try:
            async with asyncio.timeout(seconds):
                response = await self._files.send(request, auth=httpx.Auth(), stream=True)
                try:
                    answer = await self._answer(response)
                finally:
                    await response.aclose()
        except FAILURES as error:
            raise failure(error, "PUT") from None  # the cause may name the address
        _log.debug("%s: file to %s: %s", self.account, protocol.shown(ticket.url), answer.status)
        protocol.stored(answer, ticket.url)

    async def put(self, promotion: str, body: bytes) -> Begun:
        """Change or end one promotion (section 9). Uncertain: the same bytes may be sent again."""
        answer = await self._call(protocol.put_promotion(self._settings, promotion, body))
        return translate.begun(protocol.job_of(answer), answer.body)

    async def read_job(self, job: str) -> Progress:
        """Read the status of a job (section 5)."""
        answer = await self._call(protocol.read_job(self._settings, job))
        return translate.progress(protocol.status_of(answer), answer.body)

    async def sign_in(self) -> None:
        """Prove that the account's secret works, by a new token."""
        await self._sign_in.proven(self._secret(), self._ask_token)
        self._lock.open()

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()
        await self._files.aclose()

    async def _call(self, request: protocol.Request) -> Answer:
        """Send a request with the account's token; after a 401 once more with a new one (section 2)."""
        secret = self._secret()
        self._lock.check(secret)
        token = await self._sign_in.token(secret, self._ask_token)
        answer = await self._exchange(request, self._settings.base_url, token)
        if answer.status == 401:
            token = await self._sign_in.token(secret, self._ask_token, spent=token)
            answer = await self._exchange(request, self._settings.base_url, token)
        if answer.status == 401:
            raise self._lock.shut(LockedOut(protocol.words(answer), status=401), secret)
        self._lock.open()
        return answer

    def _secret(self) -> str:
        secret = self._settings.secret("client_secret")
        if not secret:
            raise LockedOut(f"account {self.account}: no secret client_secret is stored")
        return secret

    async def _ask_token(self, secret: str) -> Token:
        request = protocol.token_request(self._settings.client_id, secret)
        return protocol.token(await self._exchange(request, self._settings.auth_url, hidden=secret))

    async def _exchange(self, request: protocol.Request, base: str, token: str = "", hidden: str = "") -> Answer:
        await self._pace.turn(Priority.ACT)
        url = base.rstrip("/") + request.target
        headers = request.headers(token)
        try:
            async with asyncio.timeout(WHOLE_SECONDS):
                async with self._http.stream(
                    request.method, url, content=request.body or None, headers=headers
                ) as response:
                    answer = await self._answer(response)
        except FAILURES as error:
            raise failure(error, request.method) from error
        finally:
            # A cookie of one answer has no business in the next request.
            self._http.cookies.clear()
        if answer.status >= 400:
            body = answer.body
            for secret in (token, hidden, request.authorization.removeprefix("Basic ")):
                body = body.replace(secret.encode(), b"...") if secret else body
            answer = Answer(answer.status, answer.headers, body, answer.at)
        self._ahead = ahead(answer)
        seconds = protocol.shut_for(answer, self._limited)
        self._limited = 0 if seconds is None else self._limited + 1
        if seconds is not None:
            self._pace.shut(seconds)
        _log.debug("%s: %s %s: %s", self.account, request.method, request.target, answer.status)
        return answer

    async def _answer(self, response: httpx.Response) -> Answer:
        body = await body_of(response, MOST_BYTES)
        return Answer(response.status_code, dict(response.headers), body, self._now())


async def _pieces(body: bytes, sent: Callable[[int], None]) -> AsyncIterator[bytes]:
    for at in range(0, len(body), PIECE):
        piece = body[at : at + PIECE]
        # Said before it leaves: as long as not all has been said, the file cannot have arrived whole.
        sent(at + len(piece))
        yield piece


def _target(url: str) -> bytes:
    """Return the path and query of an address, as they were written."""
    rest = url.split("://", 1)[1].split("#", 1)[0]
    begin = min((at for at in (rest.find("/"), rest.find("?")) if at >= 0), default=len(rest))
    target = rest[begin:]
    return (target if target.startswith("/") else f"/{target}").encode("ascii")

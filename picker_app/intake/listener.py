"""The webhook listener: checks who speaks, keeps what is said, commits it, and only then answers 200."""

import hmac
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from picker_app.changes import EVERYTHING, Changes
from picker_app.intake import way_in
from picker_app.intake.gate import Limits
from picker_app.intake.sameness import same
from picker_app.intake.server import ThreadServer
from picker_app.platforms import exact_json
from picker_app.platforms.port import Platform, Unreadable
from picker_app.store import incoming
from picker_app.store.database import Database, NotSaved
from picker_app.store.incoming import Message

log = logging.getLogger(__name__)

LARGEST_BODY = 1024 * 1024
MOST_DRAINED = 8 * 1024 * 1024
LIMITS = Limits(connections=200, head_bytes=16 * 1024, request_bytes=2 * MOST_DRAINED)
"""Twice what is drained: a body in pieces has its lengths on the line too."""


@dataclass(frozen=True, slots=True)
class AccountDoor:
    """An account as the door knows it.

    `secret` returns the webhook secret, "" or None where none is configured. `stores` are the ids under which the
    platform may name the account's store; accounts of one `group` (a chain at one host) may get each other's events.
    """

    platform: Platform
    secret: Callable[[], str | None]
    stores: frozenset[str] = frozenset()
    group: str = ""


class Listener:
    """Serves the webhook of contract.md on a thread and a loop of its own.

    `arrived` is called on that thread after an order event was committed, `changes` hears of incidents and job reports.
    `app` is the same as an ASGI application, to be called without thread and socket.
    """

    def __init__(
        self,
        database: Database,
        changes: Changes,
        accounts: Mapping[str, AccountDoor],
        *,
        host: str = "127.0.0.1",
        port: int = 8787,
        version: str = "",
        arrived: Callable[[], None] = lambda: None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        limits: Limits = LIMITS,
    ) -> None:
        self._database = database
        self._changes = changes
        self._accounts = dict(accounts)
        self._arrived = arrived
        self._now = now
        self._refused: Counter[str] = Counter()
        self._unsaved = False

        async def health(request: Request) -> Response:
            return JSONResponse({"status": "ok", "version": version})

        self.app = Starlette(
            routes=[
                Route("/health", health),
                Route("/webhooks/{account}", _Door(self, self._event)),
                Route("/webhooks/{account}/jobs", _Door(self, self._job)),
            ]
        )
        self.app.router.redirect_slashes = False
        self._server = ThreadServer(self.app, host, port, name="webhook", limits=limits)

    @property
    def port(self) -> int:
        """Return the port that is listened on; 0 while not started."""
        return self._server.port

    @property
    def url(self) -> str:
        """Return the listener's own address, without a slash at its end."""
        return self._server.url

    @property
    def refused(self) -> Mapping[str, int]:
        """Return how many calls without the right secret there were, by account."""
        return dict(self._refused)

    def start(self) -> None:
        """Listen; OSError naming host and port if the address cannot be used."""
        self._server.start()

    def close(self) -> None:
        """Stop listening; answers under way are finished."""
        self._server.close()

    async def _event(self, account: str, body: bytes) -> Response:
        try:
            envelope = self._accounts[account].platform.envelope(body)
        except Unreadable as error:
            return await self._unreadable(account, body, error)
        message = Message(account, envelope.key, body, ref=envelope.ref, status=envelope.status)
        await self._keep(message)
        self._arrived()
        return Response()

    async def _job(self, account: str, body: bytes) -> Response:
        try:
            report = exact_json.load(body)
        except Unreadable as error:
            return await self._unreadable(account, body, error)
        name = report.get("job_id") if isinstance(report, dict) else None
        if not isinstance(name, str) or not name:
            return await self._unreadable(account, body, Unreadable("job_id: a text that is not empty is expected"))
        status = next((text for key in ("status", "job_status") if isinstance(text := report.get(key), str)), "")
        key = f"job|{incoming.digest(body)}"
        kept = await self._keep(
            Message(account, key, body, kind=incoming.JOB, ref=name[:200], status=status, state=incoming.DONE)
        )
        if kept:
            self._changes.announce(EVERYTHING)
        return Response()

    async def _unreadable(self, account: str, body: bytes, error: Unreadable) -> Response:
        """Keep a body that is no event, once, and show it as an incident."""
        message = Message(
            account,
            f"sha256|{incoming.digest(body)}",
            body,
            kind=incoming.UNREADABLE,
            state=incoming.INCIDENT,
            note="unreadable",
            details=error.words,
        )
        if await self._keep(message):
            self._changes.announce(EVERYTHING)
        return PlainTextResponse(f"not an event: {error.words}", 400)

    async def _keep(self, message: Message) -> bool:
        """Commit a message; says whether it is a new one."""
        now = self._now()
        kept = await self._database.run(lambda connection: incoming.keep(connection, message, now, same))
        if self._unsaved:
            self._unsaved = False
            log.info("events can be kept again")
        return kept is not None

    async def answer(self, request: Request, take: "Take") -> Response:
        """Test in the order of delivery_hero.md section 4: account, method, secret, size, content, commit."""
        account = str(request.path_params["account"])
        door = self._accounts.get(account)
        if door is None:
            return PlainTextResponse("unknown account", 404)
        given = [value for name, value in request.scope["headers"] if name == b"authorization"]
        secret = door.secret() or ""
        if request.method != "POST":
            return PlainTextResponse("only POST", 405, headers={"Allow": "POST"} | self._sign(account, secret, given))
        if len(given) != 1 or not is_secret(given[0], secret):
            self._refuse(account)
            return PlainTextResponse("the secret is missing or wrong", 401)
        try:
            return await take(account, await _whole_body(request))
        except _TooLarge as error:
            headers = {} if error.drained else {"Connection": "close"}
            return PlainTextResponse("the body is larger than 1 MiB", 413, headers=headers)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody is there to read it
        except NotSaved as error:
            if not self._unsaved:
                self._unsaved = True
                log.error("an event could not be kept, the platform was asked to send it again: %s", error)
        except Exception:
            log.exception("an event could not be taken in, the platform was asked to send it again")
        return PlainTextResponse("not stored, send it again", 503)

    def _sign(self, account: str, secret: str, given: list[bytes]) -> dict[str, str]:
        """Return the header that proves to who knows the secret that this program is here; to others nothing."""
        if len(given) != 1 or not way_in.asked(given[0]):
            return {}
        answer = way_in.reply(account, secret, given[0])
        if not answer:
            # Whoever tries secrets this way is counted as one who sends events with them.
            self._refuse(account)
        return {way_in.ANSWER: answer} if answer else {}

    def _refuse(self, account: str) -> None:
        if not self._refused[account]:
            log.warning("%s: a call of the webhook without the right secret was refused", account)
        self._refused[account] += 1


Take = Callable[[str, bytes], Awaitable[Response]]


class _Door:
    """One path of the webhook, for requests of any method."""

    def __init__(self, listener: Listener, take: Take) -> None:
        self._listener = listener
        self._take = take

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self._listener.answer(Request(scope, receive), self._take)
        await response(scope, receive, send)


class _TooLarge(Exception):
    """A body over the limit; `drained` says whether it was read to its end."""

    def __init__(self, *, drained: bool) -> None:
        self.drained = drained
        super().__init__()


def is_secret(value: bytes, secret: str) -> bool:
    """Say, in constant time, whether an Authorization header holds the secret (delivery_hero.md section 4).

    It may stand as it is, or after `Bearer` or `Basic` in any case; it is compared as bytes and never decoded. Without
    a secret nothing is right.
    """
    wanted = secret.strip().encode()
    value = value.strip(b" \t")
    scheme, _, rest = value.partition(b" ")
    right = hmac.compare_digest(value, wanted)
    if scheme.lower() in (b"bearer", b"basic"):
        right |= hmac.compare_digest(rest.strip(b" \t"), wanted)
    return right and bool(wanted)


async def _whole_body(request: Request) -> bytes:
    """Read a body of at most 1 MiB; of a larger one at most 8 MiB are drained."""
    body = bytearray()
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > MOST_DRAINED:
            raise _TooLarge(drained=False)
        if size <= LARGEST_BODY:
            body += part
    if size > LARGEST_BODY:
        raise _TooLarge(drained=True)
    return bytes(body)

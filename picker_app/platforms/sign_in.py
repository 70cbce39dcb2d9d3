"""The tokens of this process and when a refused sign-in is tried again; the network is handed in."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from itertools import chain, repeat

from picker_app.platforms.port import Limited, LockedOut, PlatformError, Unreachable

USUAL_SPARE_SECONDS = 120.0
_REFUSED = (60.0, 120.0, 300.0)
_LOST = (2.0, 4.0, 8.0, 16.0, 32.0, 60.0)
Rests = Callable[[PlatformError], tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Token:
    """A bearer token and for how many seconds it is good."""

    text: str = field(repr=False)
    seconds: float


def usual_rests(error: PlatformError) -> tuple[float, ...]:
    """Return for how many seconds to rest, failure after failure; the last of them again and again."""
    return _REFUSED if isinstance(error, LockedOut) else _LOST


class Lock:
    """Keeps a sign-in shut for a while after it failed (delivery_hero.md section 2, deliveroo_promotions.md
    section 2).

    `rests` says for how long; usually, refused: 60, 120, then 300 s, and no answer: 2, 4, 8 … 60 s. Another secret than
    the refused one opens it at once.
    """

    def __init__(self, clock: Callable[[], float], rests: Rests = usual_rests) -> None:
        self._clock = clock
        self._rests = rests
        self._error: PlatformError | None = None
        self._waits = chain[float]()
        self._until = 0.0
        self._secret = ""

    def check(self, secret: str) -> None:
        """Raise the last error again, with the seconds that are left, while the lock is shut."""
        left = self._until - self._clock()
        if self._error is not None and left > 0 and secret == self._secret:
            raise _again(self._error, left)

    def shut(self, error: PlatformError, secret: str) -> PlatformError:
        """Shut the lock for the next step; return the error with the seconds to wait.

        Several requests that fail at the same time are one failure.
        """
        steps = self._rests(error)
        same = self._error is not None and steps == self._rests(self._error) and secret == self._secret
        left = self._until - self._clock()
        if same and left > 0:
            return _again(error, left)
        if not same:
            self._waits = chain(steps, repeat(steps[-1]))
        seconds = max(next(self._waits), error.retry_after or 0.0)
        self._error, self._secret, self._until = error, secret, self._clock() + seconds
        return _again(error, seconds)

    def open(self) -> None:
        """Forget what failed."""
        self._error = None


def _again(error: PlatformError, seconds: float) -> PlatformError:
    return type(error)(error.words, status=error.status, retry_after=seconds)


class SignIn:
    """The token of one client id at one platform address, asked for by one task at a time.

    A token with less than `spare` seconds left, or half of its life where that is shorter, is renewed first.
    """

    def __init__(
        self, clock: Callable[[], float], spare: float = USUAL_SPARE_SECONDS, rests: Rests = usual_rests
    ) -> None:
        self._clock = clock
        self._spare = spare
        self._asking = asyncio.Lock()
        self._lock = Lock(clock, rests)
        self._token: Token | None = None
        self._renew_at = 0.0

    async def token(self, secret: str, ask: Callable[[str], Awaitable[Token]], spent: str = "") -> str:
        """Return a token that is not `spent`; one that is soon over is renewed first.

        Raises what `ask` raises, and the same again without asking while the lock is shut.
        """
        async with self._asking:
            if self._token is not None and self._token.text != spent and self._clock() < self._renew_at:
                return self._token.text
            self._lock.check(secret)
            return (await self._renewed(secret, ask)).text

    async def proven(self, secret: str, ask: Callable[[str], Awaitable[Token]]) -> None:
        """Ask for a new token now, whatever is known: a person wants to see whether the secret works."""
        async with self._asking:
            await self._renewed(secret, ask)

    async def _renewed(self, secret: str, ask: Callable[[str], Awaitable[Token]]) -> Token:
        asked_at = self._clock()
        self._token = None
        try:
            token = await ask(secret)
        except Limited:
            raise  # the process's limiter is shut for as long as it was told; that is enough
        except (LockedOut, Unreachable) as error:
            raise self._lock.shut(error, secret) from error
        self._lock.open()
        self._token = token
        # A token that never has so many seconds left would be renewed before each request.
        self._renew_at = asked_at + token.seconds - min(self._spare, token.seconds / 2)
        return token


class SignIns:
    """All sign-ins of the process: one for each pair of platform address and client id, shared by its accounts."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self._known: dict[tuple[str, str], SignIn] = {}

    def of(self, base_url: str, client_id: str) -> SignIn:
        """Return the sign-in that the accounts of this address and client id share."""
        return self._known.setdefault((base_url.rstrip("/"), client_id), SignIn(self.clock))

"""When the next step of a job of promotions is due: a pure table, without clock, network or database."""

from dataclasses import dataclass
from datetime import timedelta

from picker_app.platforms.port import Limited, LockedOut, PlatformError, Unreachable


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Waiting times in seconds; the last of a row holds for all that follow (deliveroo_promotions.md, 4 to 10).

    `retries`: after what was not carried out, for `retry_for`, then every `retry_slowly`. `uploads`: before a file is
    sent again to the same address. `busy`: while the platform works on the promotion, for `give_up` at most. `spare`:
    an address with less time left is not used. `unsure`: how long a job may show nothing of a file before it is sent
    again. `grace`: after the end of its address a file never arrived. `hidden`: how long a job may be unknown.
    `slow_after`, `slow`, `give_up`: polls of a job that takes long.
    """

    retries: tuple[float, ...] = (2, 4, 8, 16, 32, 60)
    retry_for: float = 30 * 60
    retry_slowly: float = 300
    uploads: tuple[float, ...] = (2, 4, 8, 16)
    busy: tuple[float, ...] = (30, 60, 120, 240, 480, 600)
    spare: float = 15
    unsure: float = 15
    grace: float = 600
    first: float = 2
    growth: float = 2
    most: float = 60
    jitter: float = 0.1
    hidden: float = 300
    slow_after: float = 2 * 3600
    slow: float = 600
    give_up: float = 24 * 3600

    def retry(self, tries: int, failing: timedelta, error: PlatformError) -> float:
        """Return how long to wait after the `tries`-th failure in a row, from 0, of a request that was not done."""
        if error.retry_after is not None:
            return error.retry_after
        if failing.total_seconds() >= self.retry_for:
            return self.retry_slowly
        return self.retries[min(tries, len(self.retries) - 1)]

    def upload(self, tries: int) -> float | None:
        """Return how long to wait before a file is sent to the same address again; None: a new address is due."""
        return self.uploads[tries] if tries < len(self.uploads) else None

    def occupied(self, tries: int) -> float:
        """Return how long to wait while the platform works on the promotion by itself."""
        return self.busy[min(tries, len(self.busy) - 1)]

    def poll(self, polls: int, followed: timedelta, chance: float) -> float | None:
        """Return how long to wait before a job is read again; None: nobody answers, a person must ask.

        `polls` since the program was started, `chance` from -1 to 1.
        """
        seconds = followed.total_seconds()
        if seconds >= self.give_up:
            return None
        if seconds >= self.slow_after:
            return self.slow
        wait = min(self.first * self.growth ** min(polls, 64), self.most)
        return wait * (1 + self.jitter * chance)


DELIVEROO = Rhythm()
DELIVERY_HERO = Rhythm(first=5, growth=1.5, most=60, jitter=0, hidden=120, slow_after=3600)
"""Section 13 of delivery_hero.md: 5 s, growing by half to 60 s, for 60 min; then each 10 min up to 24 h."""


def is_outage(error: PlatformError) -> bool:
    """Say whether an error speaks of the whole account, and not of one request."""
    if isinstance(error, Limited | LockedOut):
        return True
    return type(error) is Unreachable and error.status is None

"""How the line of one account's promotions stands; an outage is said once, and its end once."""

import logging
from datetime import datetime, timedelta

from picker_app.platforms.port import LockedOut, PlatformError
from picker_app.promotions.course import Rhythm

log = logging.getLogger(__name__)


class Line:
    """`error` is what keeps the account from sending, None while the line is good; `since` when that began.

    `retry_at`: when it is tried again; until then nothing is sent.
    """

    def __init__(self, account: str, rhythm: Rhythm) -> None:
        self.account = account
        self.error: PlatformError | None = None
        self.since: datetime | None = None
        self.retry_at: datetime | None = None
        self._rhythm = rhythm
        self._tries = 0

    def shut_at(self, now: datetime) -> datetime | None:
        """Return until when nothing may be sent, None if now is a time to send."""
        if self.retry_at is None or self.retry_at <= now:
            return None
        # One that lies further ahead than any wait was set by a clock that has been set back since.
        return self.retry_at if self.retry_at - now <= timedelta(seconds=700) else None

    def failed(self, error: PlatformError, now: datetime) -> None:
        """Take in that nothing can be sent."""
        if self.error is None:
            self.since = now
            log.warning("%s: promotions: %s %s", self.account, error.title, error.words)
        since = self.since or now
        usual = self._rhythm.retry_slowly if isinstance(error, LockedOut) else None
        wait = self._rhythm.retry(self._tries, now - since, error)
        if error.retry_after is None and usual is not None:
            wait = usual
        self._tries += 1
        self.error, self.retry_at = error, now + timedelta(seconds=wait)

    def worked(self, now: datetime) -> None:
        """Take in that the platform answered."""
        if self.error is not None:
            log.info("%s: promotions: the line is back after %d s", self.account, (now - (self.since or now)).seconds)
        self.error = self.since = self.retry_at = None
        self._tries = 0

    def try_now(self) -> None:
        """Let the next step try the line at once: a person wants it."""
        self.retry_at = None

"""How the line to one account stands, as its sends found it; an outage is said once, and its end once."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from picker_app.outbox.retry import Delays, wait_after
from picker_app.platforms.port import Limited, LockedOut, PlatformError, Uncertain, Unreachable

log = logging.getLogger(__name__)


class AccountLine:
    """The line to an account. While it is down one message at a time tries it, and the others wait.

    `error` is what stopped the last send or read-back, None while the line is good; `since` when that began; `retry_at`
    when the next message tries. `changed` is called when the line went down or came back.
    """

    def __init__(self, account: str, delays: Delays, changed: Callable[[], None]) -> None:
        self.account = account
        self.error: PlatformError | None = None
        self.since: datetime | None = None
        self.retry_at: datetime | None = None
        self.attempts = 0
        self._delays = delays
        self._changed = changed
        self._failed_at: datetime | None = None
        self._trying = False

    @property
    def down(self) -> bool:
        """Say whether the line is broken or the sign-in refused; being asked to slow down is neither."""
        return self.error is not None and not isinstance(self.error, Limited)

    def take_turn(self) -> bool:
        """Ask to send. False while the line is down and another message is trying it."""
        if self.error is not None and self._trying:
            return False
        self._trying = self.error is not None
        return True

    def end_turn(self) -> None:
        """Let the next message try the line."""
        if self._trying:
            self._trying = False
            self._changed()

    def note(self, outcome: object, started: datetime, now: datetime) -> None:
        """Take in how a request that began at `started` ended: its error, or anything else for an answer."""
        if isinstance(outcome, Uncertain):
            return
        if not isinstance(outcome, Unreachable | LockedOut):
            self._up(now)
            return
        if self._failed_at is not None and started <= self._failed_at:
            return  # several that were under way together are one failure
        if self.error is None:
            self.since = now
            log.warning("%s: %s", self.account, outcome.title)
        wait = wait_after(outcome, self.attempts, self._delays)
        self.attempts += 1
        self.error, self._failed_at, self.retry_at = outcome, now, now + timedelta(seconds=wait)
        self._changed()

    def _up(self, now: datetime) -> None:
        if self.error is None:
            return
        log.info("%s: the line is back after %d s", self.account, (now - (self.since or now)).total_seconds())
        self.error = self.since = self.retry_at = self._failed_at = None
        self.attempts = 0
        self._changed()


def is_outage(error: PlatformError) -> bool:
    """Say whether a failed read-back speaks of the whole line, and not of one answer to one question."""
    return isinstance(error, Limited | LockedOut) or (isinstance(error, Unreachable) and error.status is None)

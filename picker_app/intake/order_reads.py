"""When the order of a polled event is read again after it could not be read: a pure table (ifood_pos.md section 4)."""

from dataclasses import dataclass

from picker_app.platforms.port import Missing, PlatformError, Refused, Unreadable

# Notes of an event: what a person must look at.
WAITS = "order_waits"
NOT_THERE = "order_not_there"
FORBIDDEN = "order_forbidden"
REFUSED = "order_refused"
UNREADABLE = "order_unreadable"

HOUR = 3600.0
_FORBIDDEN_STATUS = 403


@dataclass(frozen=True, slots=True)
class ReadPauses:
    """Waiting times in seconds. `missing`: after each 404, and after the last of them no more; `unreadable`.

    `others`: after every other failure; the last of the row holds for all that follow.
    """

    missing: tuple[float, ...] = (5, 10, 20, 40, 60, *[60.0] * 10)
    unreadable: float = HOUR
    others: tuple[float, ...] = (5, 10, 20, 40, 80, 160, 300)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of the event: its note, and after how many seconds the order is read again; None for never."""

    note: str
    after: float | None


def after_failure(error: PlatformError, tries: int, pauses: ReadPauses) -> Verdict:
    """Decide what comes after a failed reading of an order; `tries` are those that failed before this one."""
    if isinstance(error, Missing):
        if tries >= len(pauses.missing):
            return Verdict(NOT_THERE, None)
        return Verdict(WAITS, pauses.missing[tries])
    if isinstance(error, Refused):
        return Verdict(FORBIDDEN if error.status == _FORBIDDEN_STATUS else REFUSED, None)
    if isinstance(error, Unreadable):
        return Verdict(UNREADABLE, pauses.unreadable)
    usual = pauses.others[min(tries, len(pauses.others) - 1)]
    return Verdict(WAITS, max(usual, error.retry_after or 0))

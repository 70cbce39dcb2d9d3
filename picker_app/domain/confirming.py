"""The confirmation clock of an order: how long is left, and when the shop must be alarmed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

LAST_CALL = timedelta(minutes=2)
URGENT = timedelta(minutes=3)
"""With less left on the clock a confirmation that may not have arrived is said again at once."""


@dataclass(frozen=True, slots=True)
class ConfirmClock:
    """How the clock stands: the time `left` (never below 0), the `alarms` that are over, and whether it is `late`.

    Late: the platform's desk may be calling by now. Confirming is still possible; nothing is done by the clock itself.
    """

    left: timedelta
    alarms: int
    late: bool


def alarm_moments(begin: datetime, end: datetime) -> tuple[datetime, ...]:
    """Return when to alarm for an order to be confirmed between two times, the earliest first.

    After a third, after two thirds, 2 minutes before the end, and at the end (ifood_pos.md section 7).
    """
    span = max(end - begin, timedelta(0))
    moments = {begin + span / 3, begin + span * 2 / 3, end}
    if span > LAST_CALL:
        moments.add(end - LAST_CALL)
    return tuple(sorted(moments))


def confirm_clock(begin: datetime, end: datetime, now: datetime) -> ConfirmClock:
    """Say how the clock of an order stands; all three times by the same clock."""
    over = sum(moment <= now for moment in alarm_moments(begin, end))
    return ConfirmClock(max(end - now, timedelta(0)), over, now >= end)

"""When a promotion runs: typed in the shop's time, kept in UTC, moved by a month, and ended now."""

import calendar
import re
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from picker_app.domain.problem import Problem, error
from picker_app.domain.promotion import Market, Period, Promotion

SECOND: Final = timedelta(seconds=1)
LAST_SECOND: Final = time(23, 59, 59)
ENDED_AGO: Final = timedelta(seconds=60)
BEGUN_AGO: Final = timedelta(seconds=120)
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LOCAL: Final = re.compile(r"\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})?", re.ASCII)


def typed(text: str, zone: str, field: str = "start_at") -> datetime | Problem:
    """Read a time as a person types it on the clocks of `zone`, and return it in UTC, or what is wrong with it.

    Accepted are a date, a date with a time, and both with `Z` or an offset. A date alone is 00:00:00, for the field
    `end_at` 23:59:59. Of an hour that exists twice a begin takes the earlier one and an end the later one; a time that
    does not exist is refused and the next one offered (deliveroo_promotions.md section 6).
    """
    plain = text.strip()
    place = known_zone(zone)
    if place is None:
        return error("zone_unknown", "time_zone", zone=zone)
    last = field == "end_at"
    try:
        if _DATE.fullmatch(plain):
            local = datetime.combine(datetime.fromisoformat(plain), LAST_SECOND if last else time(0))
        elif _LOCAL.fullmatch(plain):
            local = datetime.fromisoformat(plain)
        else:
            return error("time_unreadable", field, found=text)
        if local.tzinfo is not None:
            return local.astimezone(UTC)
        at = _settled(local, place, last=last)
        if at.astimezone(place).replace(tzinfo=None) != local:
            return error("time_skipped", field, found=plain, zone=zone, offered=shown(_after_gap(local, place), zone))
        return at
    except (ValueError, OverflowError):
        return error("time_unreadable", field, found=text)


def shown(at: datetime, zone: str) -> str:
    """Write a time on the clocks of a zone: `2027-06-07 00:00:00`; `typed` reads it back but for a doubled hour."""
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None, microsecond=0).isoformat(" ")


def known_zone(zone: str) -> ZoneInfo | None:
    """Return the time zone of an IANA name, None if there is none."""
    try:
        return ZoneInfo(zone)
    except (KeyError, ValueError, OSError):  # a name may also be no path, or a folder
        return None


def next_month(period: Period) -> Period:
    """Move a period by one calendar month on the clocks of its zone.

    A day that the next month lacks becomes its last one (31 January, 28 February); a time that does not exist becomes
    the next one that does. Where begin and end meet on that last day, the period keeps its length. ValueError after the
    year 9999.
    """
    zone = ZoneInfo(period.zone)
    start = _a_month_on(period.start, zone, last=False)
    end = _a_month_on(period.end, zone, last=True)
    if end <= start < start + (period.end - period.start):
        end = start + (period.end - period.start)
    return replace(period, start=start, end=end)


def copied(promotion: Promotion, new_id: str) -> Promotion:
    """Return the promotion a month later under a new id, active; one id never stands for two windows (section 6)."""
    return replace(promotion, id=new_id, period=next_month(promotion.period), active=True)


def ended(promotion: Promotion, market: Market, now: datetime) -> Promotion:
    """Return the promotion as it is sent to a platform to end it now.

    Deliveroo: `end_at` in the past, and after `start_at` also where it had not begun (section 9). Delivery Hero: the
    same promotion, not active (delivery_hero.md section 13). `now` is the platform's time, aware.
    """
    if market is Market.DELIVERY_HERO:
        return replace(promotion, active=False)
    moment = now.astimezone(UTC).replace(microsecond=0)
    start = promotion.period.start
    if start + SECOND < moment:
        period = replace(promotion.period, end=max(moment - ENDED_AGO, start + SECOND))
    else:
        period = replace(promotion.period, start=moment - BEGUN_AGO, end=moment - ENDED_AGO)
    return replace(promotion, period=period)


def _settled(local: datetime, zone: ZoneInfo, *, last: bool) -> datetime:
    return local.replace(tzinfo=zone, fold=int(last)).astimezone(UTC)


def _a_month_on(at: datetime, zone: ZoneInfo, *, last: bool) -> datetime:
    local = at.astimezone(zone).replace(tzinfo=None)
    year, month = local.year + local.month // 12, local.month % 12 + 1
    day = min(local.day, calendar.monthrange(year, month)[1])
    moved = local.replace(year=year, month=month, day=day)
    settled = _settled(moved, zone, last=last)
    return settled if settled.astimezone(zone).replace(tzinfo=None) == moved else _after_gap(moved, zone)


def _after_gap(local: datetime, zone: ZoneInfo) -> datetime:
    """Return the first moment after the hour that the clocks leave out, in UTC; `local` is within that hour."""
    before = local.replace(tzinfo=zone, fold=1, microsecond=0).astimezone(UTC)
    after = local.replace(tzinfo=zone, fold=0, microsecond=0).astimezone(UTC)
    old = before.astimezone(zone).utcoffset()
    while after - before > SECOND:
        middle = (before + (after - before) / 2).replace(microsecond=0)
        if middle.astimezone(zone).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after

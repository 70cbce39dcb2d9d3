"""When promotions run: typed in the shop's time, kept in UTC, moved by a month, ended now."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from picker_app.domain.periods import copied, ended, known_zone, next_month, shown, typed
from picker_app.domain.problem import Problem
from picker_app.domain.promotion import Market, Mechanic, Period
from picker_app.domain.promotion_id import for_its_period, proposed
from tests.domain.promotion_examples import PERIOD, TERMS, promotion

LONDON = "Europe/London"
ZONES = ["UTC", LONDON, "America/Sao_Paulo", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia"]
moments = st.integers(631_152_000, 2_840_140_800).map(lambda second: datetime.fromtimestamp(second, UTC))


def utc(text: str) -> datetime:
    """An instant from its text in UTC."""
    return datetime.fromisoformat(text + "+00:00")


@pytest.mark.parametrize(
    ("text", "field", "sent"),
    [
        ("2026-07-04", "start_at", "2026-07-03 23:00:00"),
        ("2026-07-06", "end_at", "2026-07-06 22:59:59"),
        ("2026-11-02", "start_at", "2026-11-02 00:00:00"),
        (" 2026-07-04 08:30 ", "start_at", "2026-07-04 07:30:00"),
        ("2026-07-04T08:30:15", "end_at", "2026-07-04 07:30:15"),
        ("2026-10-25 01:30", "start_at", "2026-10-25 00:30:00"),
        ("2026-10-25 01:30", "end_at", "2026-10-25 01:30:00"),
        ("2026-07-04T00:00:00Z", "start_at", "2026-07-04 00:00:00"),
        ("2026-07-04T00:00+02:00", "start_at", "2026-07-03 22:00:00"),
    ],
)
def test_a_time_typed_in_london_is_sent_in_utc(text: str, field: str, sent: str) -> None:
    assert typed(text, LONDON, field) == utc(sent)


@pytest.mark.parametrize(
    ("text", "zone", "offered"),
    [
        ("2026-03-29 01:30", LONDON, "2026-03-29 02:00:00"),
        ("2026-03-29 01:00:00", LONDON, "2026-03-29 02:00:00"),
        ("2026-03-29 01:59:59", LONDON, "2026-03-29 02:00:00"),
        ("2026-10-04 02:10", "Australia/Lord_Howe", "2026-10-04 02:30:00"),
        ("2011-12-30", "Pacific/Apia", "2011-12-31 00:00:00"),
    ],
)
def test_a_time_that_does_not_exist_is_refused_and_the_next_one_offered(text: str, zone: str, offered: str) -> None:
    problem = typed(text, zone)
    assert isinstance(problem, Problem) and problem.code == "time_skipped" and problem.stops
    assert dict(problem.values)["offered"] == offered and offered in problem.sentence
    assert isinstance(typed(offered, zone), datetime)


@pytest.mark.parametrize("text", ["", "tomorrow", "2026-02-30", "04/07/2026", "2026-07-04 25:00", "0001-01-01"])
def test_what_is_no_time_is_refused_with_what_is_accepted(text: str) -> None:
    problem = typed(text, "Asia/Tokyo", "end_at" if text else "start_at")
    if text == "0001-01-01":
        problem = typed(text, "Asia/Tokyo")
    assert isinstance(problem, Problem) and problem.code == "time_unreadable" and "2027-06-07" in problem.sentence


@pytest.mark.parametrize("zone", ["", "Europe", "../../etc", "Mars/Base", "\0"])
def test_an_unknown_zone_is_named(zone: str) -> None:
    problem = typed("2026-07-04", zone)
    assert isinstance(problem, Problem) and problem.code == "zone_unknown" and problem.field == "time_zone"
    assert known_zone(zone) is None


@given(moments, st.sampled_from(ZONES))
def test_what_is_shown_can_be_typed_again(at: datetime, zone: str) -> None:
    texts = {typed(shown(at, zone), zone, field) for field in ("start_at", "end_at")}
    assert at in texts, "as the begin or, in an hour that exists twice, as the end"


def test_a_period_is_shown_on_the_clocks_of_its_zone() -> None:
    start, end = PERIOD.local
    assert f"{start:%d %H:%M} {end:%d %H:%M:%S}" == "07 00:00 20 23:59:59"


@pytest.mark.parametrize(
    ("start", "end", "moved_start", "moved_end"),
    [
        ("2027-06-07", "2027-06-20", "2027-07-07 00:00:00", "2027-07-20 23:59:59"),
        ("2027-01-31", "2027-02-10", "2027-02-28 00:00:00", "2027-03-10 23:59:59"),
        ("2027-12-01", "2027-12-31", "2028-01-01 00:00:00", "2028-01-31 23:59:59"),
        ("2028-01-30", "2028-01-31", "2028-02-29 00:00:00", "2028-02-29 23:59:59"),
        ("2027-02-28 01:30", "2027-03-05", "2027-03-28 02:00:00", "2027-04-05 23:59:59"),
        ("2027-09-30 01:30", "2027-09-30 23:00", "2027-10-30 01:30:00", "2027-10-30 23:00:00"),
        ("2027-01-30 20:00", "2027-01-31 06:00", "2027-02-28 20:00:00", "2027-03-01 06:00:00"),
    ],
)
def test_a_month_later_is_the_same_day_and_hour_of_the_next_month(
    start: str, end: str, moved_start: str, moved_end: str
) -> None:
    begin, finish = typed(start, LONDON), typed(end, LONDON, "end_at")
    assert isinstance(begin, datetime) and isinstance(finish, datetime)
    moved = next_month(Period(begin, finish, LONDON))
    assert (shown(moved.start, LONDON), shown(moved.end, LONDON)) == (moved_start, moved_end)
    assert moved.zone == LONDON


@given(moments, st.integers(1, 10**7), st.sampled_from(ZONES))
def test_a_period_moved_by_a_month_still_begins_before_it_ends(start: datetime, seconds: int, zone: str) -> None:
    period = Period(start, start + timedelta(seconds=seconds), zone)
    moved = next_month(period)
    assert moved.start < moved.end
    assert timedelta(days=27) < moved.start - period.start < timedelta(days=33)


def test_a_copy_has_its_own_id_and_runs_even_where_the_old_one_was_ended() -> None:
    old = replace(promotion(), active=False)
    copy = copied(old, "NEW")
    assert copy == replace(old, id="NEW", active=True, period=next_month(PERIOD))


NOW = PERIOD.start + timedelta(days=3, microseconds=9)


def test_ending_what_runs_at_deliveroo_changes_only_its_end() -> None:
    now = ended(promotion(), Market.DELIVEROO, NOW)
    assert now == replace(promotion(), period=replace(PERIOD, end=NOW.replace(microsecond=0) - timedelta(seconds=60)))


@pytest.mark.parametrize("seconds", [-86400, 0, 1, 2, 30, 61, 10**6])
def test_an_ended_promotion_begins_before_it_ends_and_ends_before_now(seconds: int) -> None:
    now = PERIOD.start + timedelta(seconds=seconds)
    period = ended(promotion(), Market.DELIVEROO, now).period
    assert period.start < period.end < now
    assert (period.start == PERIOD.start) == (seconds > 1)


def test_ending_at_delivery_hero_sends_the_same_promotion_not_active() -> None:
    original = promotion(Mechanic.STRIKETHROUGH)
    assert ended(original, Market.DELIVERY_HERO, NOW) == replace(original, active=False)


@pytest.mark.parametrize(
    ("mechanic", "name", "expected"),
    [
        (Mechanic.PERCENTAGE_OFF_ON_ITEMS, "20% off ground coffee", "GROUND-COFFEE-20PCT-2027W23"),
        (Mechanic.AMOUNT_OFF_ON_ITEMS, "75p off honey", "HONEY-075OFF-2027W23"),
        (Mechanic.FIXED_PRICE_ON_MULTIPLE_ITEM_MULTIBUY, "Any 3 crisps", "CRISPS-3FOR6-2027W23"),
        (Mechanic.PERCENTAGE_OFF_ON_SINGLE_ITEM_MULTIBUY, "Café à la carte", "CAFE-CARTE-3PIECES-30PCT-2027W23"),
        (Mechanic.FREE_DELIVERY, "", "PROMOTION-OVER15-2027W23"),
        (Mechanic.BUY_X_FOR_Y, "Soap: 3 for 2", "SOAP-3FOR2-2027W23"),
        (Mechanic.STRIKETHROUGH, "牛奶", "PROMOTION-2027W23"),
    ],
)
def test_a_proposed_id_can_be_read(mechanic: Mechanic, name: str, expected: str) -> None:
    assert proposed(promotion(mechanic, name), ()) == expected


def test_a_proposed_id_is_not_taken_and_its_week_is_that_of_the_shop() -> None:
    tea = promotion(name="Tea")
    assert proposed(tea, {"TEA-20PCT-2027W23", "TEA-20PCT-2027W23-2"}) == "TEA-20PCT-2027W23-3"
    nowhere = replace(tea, period=replace(PERIOD, zone="Mars/Base"))
    assert proposed(nowhere, ()) == "TEA-20PCT-2027W22", "the begin is still Sunday in UTC"


@pytest.mark.parametrize("old", ["TEA-2027W19", "TEA-2026Q3", "TEA-2026-07", "TEA-2027W23-2", "TEA-2027"])
def test_a_copys_id_names_its_own_week(old: str) -> None:
    assert for_its_period(replace(promotion(), id=old), ()) == "TEA-2027W23"
    assert for_its_period(replace(promotion(), id="TEA"), {"TEA-2027W23"}) == "TEA-2027W23-2"


def test_every_mechanic_gets_an_id_without_blanks_or_signs() -> None:
    for mechanic in TERMS:
        found = proposed(promotion(mechanic, "Tea / 50 % ?"), ())
        assert found.replace("-", "").isalnum() and found.isascii()

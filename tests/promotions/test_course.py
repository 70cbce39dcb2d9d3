"""When the next step is due: growing pauses, slow ones after a while, and at last a person; and the line's own."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from picker_app.platforms.port import Limited, LockedOut, PlatformError, Refused, Uncertain, Unreachable
from picker_app.promotions.course import DELIVEROO, DELIVERY_HERO, is_outage
from picker_app.promotions.line import Line

NOW = datetime(2027, 6, 1, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_failed_requests_are_tried_again_for_half_an_hour_and_then_slowly() -> None:
    error = Unreachable()
    assert [DELIVEROO.retry(tries, MINUTE, error) for tries in range(8)] == [2, 4, 8, 16, 32, 60, 60, 60]
    assert DELIVEROO.retry(9, 30 * MINUTE, error) == 300
    assert DELIVEROO.retry(0, MINUTE, Unreachable(retry_after=7)) == 7


def test_an_upload_has_four_tries_before_a_new_address() -> None:
    assert [DELIVEROO.upload(tries) for tries in range(5)] == [2, 4, 8, 16, None]


def test_a_promotion_under_way_is_waited_for_up_to_ten_minutes_at_a_time() -> None:
    assert [DELIVEROO.occupied(tries) for tries in range(7)] == [30, 60, 120, 240, 480, 600, 600]


def test_polls_grow_with_a_little_chance() -> None:
    assert [DELIVEROO.poll(polls, MINUTE, 0) for polls in range(7)] == [2, 4, 8, 16, 32, 60, 60]
    assert DELIVEROO.poll(9, MINUTE, 1) == pytest.approx(66) and DELIVEROO.poll(9, MINUTE, -1) == pytest.approx(54)
    assert DELIVEROO.poll(10**6, 121 * MINUTE, 0) == 600
    assert DELIVEROO.poll(10**6, timedelta(days=1), 0) is None


def test_the_polls_of_delivery_hero_grow_by_half_for_an_hour() -> None:
    assert [DELIVERY_HERO.poll(polls, MINUTE, 1) for polls in range(3)] == [5, 7.5, 11.25]
    assert DELIVERY_HERO.poll(99, 59 * MINUTE, 1) == 60
    assert DELIVERY_HERO.poll(99, 60 * MINUTE, 1) == 600


@pytest.mark.parametrize(
    ("error", "outage"),
    [
        (Unreachable("no line"), True),
        (Unreachable("", status=500), False),
        (Limited(), True),
        (LockedOut(), True),
        (Uncertain(), False),
        (Refused(), False),
    ],
)
def test_what_speaks_of_the_whole_account(error: PlatformError, outage: bool) -> None:
    assert is_outage(error) is outage


def test_an_outage_is_said_once_and_its_end_once(expected_log: Any) -> None:
    expected_log("cannot be reached")
    line = Line("roo", DELIVEROO)
    for second in range(3):
        line.failed(Unreachable("no line"), NOW + timedelta(seconds=10 * second))
    assert len([one for one in expected_log.records if "cannot be reached" in one.getMessage()]) == 1
    assert line.since == NOW and line.shut_at(NOW + timedelta(seconds=21)) == NOW + timedelta(seconds=28)
    line.worked(NOW + timedelta(seconds=30))
    assert line.error is None and line.shut_at(NOW) is None


def test_a_refused_sign_in_is_not_tried_every_second_and_at_once_on_a_persons_wish(expected_log: Any) -> None:
    expected_log("refuses the sign-in")
    line = Line("roo", DELIVEROO)
    line.failed(LockedOut("no"), NOW)
    assert line.shut_at(NOW) == NOW + timedelta(seconds=300)
    line.try_now()
    assert line.shut_at(NOW) is None


def test_a_clock_that_is_set_back_does_not_shut_the_line_for_long(expected_log: Any) -> None:
    expected_log("cannot be reached")
    line = Line("roo", DELIVEROO)
    line.failed(Unreachable(), NOW)
    assert line.shut_at(NOW - timedelta(hours=1)) is None

"""The confirmation clock alarms in time, and never acts by itself."""

from datetime import timedelta

import pytest

from picker_app.domain.confirming import alarm_moments, confirm_clock
from tests.domain.examples import NOON, after

QUARTER = after(15 * 60)


def test_it_alarms_after_each_third_and_two_minutes_before_the_end() -> None:
    assert alarm_moments(NOON, QUARTER) == (after(300), after(600), after(780), QUARTER)


def test_a_clock_of_one_minute_has_no_last_call() -> None:
    assert alarm_moments(NOON, after(60)) == (after(20), after(40), after(60))


@pytest.mark.parametrize(
    ("seconds", "alarms", "left", "late"),
    [(0, 0, 900, False), (299, 0, 601, False), (300, 1, 600, False), (700, 2, 200, False), (800, 3, 100, False),
     (900, 4, 0, True), (4000, 4, 0, True)],
)  # fmt: skip
def test_it_tells_what_is_left_and_which_alarms_are_over(seconds: int, alarms: int, left: int, late: bool) -> None:
    clock = confirm_clock(NOON, QUARTER, after(seconds))
    assert (clock.alarms, clock.left, clock.late) == (alarms, timedelta(seconds=left), late)


def test_a_clock_that_ended_before_it_began_is_late() -> None:
    assert alarm_moments(NOON, after(-60)) == (after(-60), NOON)
    assert confirm_clock(NOON, after(-60), NOON).late

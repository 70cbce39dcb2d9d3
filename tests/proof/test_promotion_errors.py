"""The loop of errors in short, for promotions: each kind strikes at one place, and the program goes on by itself."""

import pytest

from picker_app.proof.errors import DATABASE, KINDS
from picker_app.proof.promotion_errors import play

STATEMENTS, REQUESTS = 60, (4, 7, 12, 16, 20)
"""Where they strike: of the requests an upload, PUTs of either platform, and reads of a job."""


@pytest.mark.parametrize(("place", "kind"), list(enumerate(KINDS)))
def test_no_promotion_is_doubled_or_forgotten_after_an_error(place: int, kind: str) -> None:
    struck, verdict = play(kind, STATEMENTS + 17 * place if kind in DATABASE else REQUESTS[place % len(REQUESTS)])
    assert struck and verdict.sentences() == []


def test_a_fault_that_is_never_reached_does_not_strike() -> None:
    struck, verdict = play("refused", 10_000)
    assert not struck and verdict.good

"""The loop of errors in short: each kind strikes at a few places, and the program goes on by itself."""

import sqlite3

import pytest

from picker_app.proof import errors
from picker_app.proof.errors import DATABASE, KINDS, Fault, play

STATEMENTS = (30, 400)
REQUESTS = (9,)


@pytest.mark.parametrize("kind", KINDS)
def test_the_program_goes_on_after_an_error(kind: str) -> None:
    for number in STATEMENTS if kind in DATABASE else REQUESTS:
        struck, verdict = play(kind, number)
        assert struck and verdict.sentences() == []


def test_a_fault_that_is_never_reached_does_not_strike() -> None:
    struck, verdict = play("refused", 10_000)
    assert not struck and verdict.good


def test_a_fault_takes_the_transaction_back_where_the_database_would() -> None:
    for words, left in (("disk I/O error", True), ("disk full, rolled back", False)):
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.execute("BEGIN")
        with pytest.raises(sqlite3.OperationalError, match="disk"):
            Fault(words, 1).statement("INSERT", connection)
        assert connection.in_transaction is left
        connection.close()


def test_the_loop_ends_where_no_fault_strikes_any_more() -> None:
    said: list[str] = []
    assert errors.run(every=60, kinds=("401",), say=said.append)
    assert said[0].startswith("401: struck at ") and "0 times something was missing" in said[0]
    assert "(each 60th) of 1 kinds, all invariants hold" in said[1]

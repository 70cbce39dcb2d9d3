"""What a person takes as seen to of a message, and what has to be decided in its order."""

import pytest

from picker_app.outbox.seen_to import seen_to
from picker_app.store.deliveries import Delivery, State
from tests.domain.examples import NOON, after


@pytest.mark.parametrize("note", ["carts_differ", "not_proven", "integration_refused", "order_fulfilled"])
def test_what_has_ended_loses_its_note_and_keeps_what_it_came_to(note: str) -> None:
    ended = Delivery(State.CONFIRMED, ended_at=NOON, note=note, details="MLK-1L: 2 sent")
    assert seen_to(ended, after(9)) == Delivery(State.CONFIRMED, ended_at=NOON, details="MLK-1L: 2 sent")


def test_a_refused_confirmation_is_dealt_with_otherwise() -> None:
    seen = seen_to(Delivery(State.REFUSED, ended_at=NOON, note="confirmation_refused", details="no"), after(9))
    assert seen == Delivery(State.REFUSED, ended_at=NOON, details="left")


def test_what_was_probably_done_is_left_as_it_is() -> None:
    seen = seen_to(Delivery(State.UNCERTAIN, sends=2, note="check_portal"), after(9))
    assert seen == Delivery(State.UNCERTAIN, sends=2, ended_at=after(9), details="left")


def test_what_is_still_read_back_goes_on_without_a_word() -> None:
    seen = seen_to(Delivery(State.UNCERTAIN, sends=1, next_at=after(300), note="order_unknown"), after(9))
    assert seen == Delivery(State.UNCERTAIN, sends=1, next_at=after(300), details="left")


@pytest.mark.parametrize("note", ["", "ask", "ask_status"])
def test_what_a_person_must_decide_stays_and_so_does_what_is_no_trouble(note: str) -> None:
    assert seen_to(Delivery(State.UNCERTAIN, sends=6, note=note), NOON) is None

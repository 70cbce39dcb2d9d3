"""iFood's events in our words: each one known by its name, and none held back by another."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from picker_app.domain.said import Status
from picker_app.platforms.ifood_pos import translate
from picker_app.platforms.port import PolledEvent, Unreadable
from tests.platforms.ifood_shop import ORDER, decode, the_order

PLACED = {"id": "5f0c", "code": "PLACED", "correlationId": ORDER, "createdAt": "2024-03-08T13:02:11.204Z"}


def event(**changes: Any) -> PolledEvent:
    """The event of a new order, with other fields; None leaves a field out."""
    whole = {name: value for name, value in {**PLACED, **changes}.items() if value is not None}
    return translate.event(json.dumps(whole).encode())


def test_an_event_names_its_order_and_what_is_acknowledged() -> None:
    read = event()
    assert (read.key, read.id, read.ref, read.code) == ("5f0c", "5f0c", ORDER, "PLACED")
    assert read.created_at == datetime(2024, 3, 8, 13, 2, 11, 204000, tzinfo=UTC)
    assert json.loads(read.raw) == PLACED


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("PLACED", Status.RECEIVED),
        ("INTEGRATED", Status.INTEGRATED),
        ("CONFIRMED", Status.CONFIRMED),
        ("DISPATCHED", Status.DISPATCHED),
        ("DELIVERED", Status.DELIVERED),
        ("CONCLUDED", Status.DELIVERED),
        ("CANCELLED", Status.CANCELLED),
        ("READY_TO_DELIVER", Status.UNKNOWN),
        ("ASSIGN_DRIVER", Status.UNKNOWN),
        ("", Status.UNKNOWN),
    ],
)
def test_the_code_of_an_event_is_a_status_or_changes_nothing(code: str, status: Status) -> None:
    read = event(code=code)
    assert (read.status, read.code) == (status, code)


@pytest.mark.parametrize("nothing", [None, "", "  ", {}])
def test_an_event_without_an_id_is_known_by_all_that_it_says_and_is_not_acknowledged(nothing: Any) -> None:
    read = event(id=nothing)
    expected = hashlib.sha256(f"PLACED|{ORDER}|2024-03-08T13:02:11.204Z".encode()).hexdigest()
    assert (read.key, read.id) == (expected, "")
    others = [event(id=nothing, **change) for change in ({"code": "CANCELLED"}, {"correlationId": "7"})]
    assert len({read.key, *(other.key for other in others)}) == 3


def test_two_events_of_the_same_instant_are_two() -> None:
    one, other = translate.events(json.dumps([PLACED, {**PLACED, "id": "b81e"}]).encode())
    assert isinstance(one, PolledEvent) and isinstance(other, PolledEvent)
    assert one.created_at == other.created_at and one.key != other.key


def test_an_event_may_concern_something_else_than_an_order_and_have_fields_nobody_knows() -> None:
    read = event(correlationId=None, metadata={"a": [1]}, createdAt="once")
    assert (read.ref, read.created_at) == ("", None)
    assert json.loads(read.raw)["metadata"] == {"a": [1]}


def test_identifiers_that_came_as_numbers_are_texts() -> None:
    read = event(id=77, correlationId=7402218855301020)
    assert (read.id, read.ref) == ("77", ORDER)


def test_one_damaged_event_never_holds_back_the_others() -> None:
    good = json.dumps(PLACED).encode()
    bad = [b"7", b"null", b"{}", b'{"id": NaN}', b'{"id": "a", "id": "b"}', b'[{"id": "x"}]']
    read = translate.events(b"[" + b", ".join([*bad, good]) + b"]")
    assert [type(one) for one in read] == [Unreadable] * len(bad) + [PolledEvent]
    assert [one.raw for one in read] == [*bad, good]


@pytest.mark.parametrize("body", [b'{"id": "5f0c"}', b'[{"id": "5f0c"}', b"no", b"\xff"])
def test_what_is_no_list_of_events_is_kept_whole(body: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        translate.events(body)
    assert caught.value.raw == body


def test_what_was_kept_is_named_whether_it_is_an_event_or_an_order() -> None:
    kept = translate.envelope(json.dumps(PLACED).encode())
    assert (kept.key, kept.ref, kept.status, kept.stores) == ("5f0c", ORDER, "PLACED", ())
    order = translate.envelope(the_order())
    assert (order.ref, order.status, order.stores) == (ORDER, "", ("255001",))
    assert order == decode(the_order()).envelope
    with pytest.raises(Unreadable):
        translate.envelope(b"[]")

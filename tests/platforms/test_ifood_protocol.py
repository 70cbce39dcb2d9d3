"""What goes out to iFood, and what every answer means."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from picker_app import __version__
from picker_app.domain.cart import Kind
from picker_app.platforms import exact_json
from picker_app.platforms.answers import Answer
from picker_app.platforms.ifood_pos import protocol
from picker_app.platforms.port import (
    Accepted,
    Limited,
    LockedOut,
    Missing,
    PlatformError,
    Refused,
    Turn,
    Unanswered,
    Uncertain,
    Unreachable,
    Unreadable,
)
from tests.platforms.ifood_shop import ACCOUNT, ORDER, SECRETS, account

NOW = datetime(2024, 3, 8, 13, 0, tzinfo=UTC)
HTML = b"<!DOCTYPE html><html><body>sign in to the network</body></html>"
BAD = b'{"status": 400, "error": "Bad Request", "exception": "Exception", "message": "no id", "path": "/events"}'


def answer(status: int, body: bytes = b"", **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, named, body, NOW)


def error_of(read: Callable[[Answer], Any], given_answer: Answer) -> PlatformError:
    with pytest.raises(PlatformError) as caught:
        read(given_answer)
    return caught.value


# Requests.


def test_a_sign_in_has_all_five_values_in_the_query_encoded_completely_and_an_empty_body() -> None:
    request = protocol.token_request(ACCOUNT, SECRETS["client_secret"], SECRETS["password"])
    assert (request.method, request.target, request.body) == ("POST", "/oauth/token", b"")
    assert request.query == (
        "client_id=soft%20house&client_secret=s%26cret%20of%2Bthe%23house&username=mercado%2Bmodelo"
        "&password=pa%20ss%2Fw%C3%B6rd%3F&grant_type=password"
    )
    assert request.headers()["Content-Length"] == "0"
    assert "s%26cret" not in repr(request) and "w%C3%B6rd" not in repr(request)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_secret_comes_through_the_query_as_it_is(secret: str) -> None:
    query = protocol.token_request(account(username=secret), secret, secret).query
    assert query.isascii() and not set(query) & set(" +#/?")
    values = dict(parse_qsl(query, keep_blank_values=True))
    assert (values["client_secret"], values["password"], values["username"]) == (secret, secret, secret)


def test_a_poll_is_asked_for_with_an_encoded_colon_and_no_parameters() -> None:
    request = protocol.poll()
    assert (request.method, request.target, request.query) == ("GET", "/v1.0/events%3Apolling", "")
    assert request.headers("T") == {
        "Accept": "application/json",
        "User-Agent": f"picker-app/{__version__}",
        "Authorization": "Bearer T",
    }


def test_events_are_acknowledged_in_one_list_of_ids_and_nothing_else() -> None:
    request = protocol.acknowledgment(["5f0c", 'b"8'])
    assert (request.method, request.target) == ("POST", "/v1.0/events/acknowledgment")
    assert request.body == b'[{"id": "5f0c"}, {"id": "b\\"8"}]'
    assert request.headers()["Content-Type"] == "application/json"
    assert not request.acts


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (Kind.INTEGRATE, "integration"),
        (Kind.CONFIRM, "confirmation"),
        (Kind.DISPATCH, "dispatch"),
        (Kind.DELIVER, "delivery"),
        (Kind.REJECT, "rejection"),
    ],
)
def test_every_status_has_its_path_with_a_slash_before_the_reference(kind: Kind, word: str) -> None:
    body = b'{"details": "x"}' if kind is Kind.REJECT else b""
    request = protocol.post_status(kind, ORDER, body)
    assert (request.method, request.target) == ("POST", f"/v1.0/orders/{ORDER}/statuses/{word}")
    assert request.acts
    assert (request.headers().get("Content-Length") == "0") is (kind is not Kind.REJECT)


def test_an_order_is_read_under_its_reference_encoded_completely() -> None:
    assert protocol.get_order(ORDER).target == f"/v1.0/orders/{ORDER}"
    assert protocol.get_order("a/b c?é").target == "/v1.0/orders/a%2Fb%20c%3F%C3%A9"


@pytest.mark.parametrize("name", ["..", "."])
def test_a_name_of_dots_is_no_step_to_another_path(name: str) -> None:
    assert protocol.get_order(name).target == "/v1.0/orders/" + "%2E" * len(name)


@pytest.mark.parametrize("name", ["", "  "])
def test_what_has_no_name_is_not_asked_for_under_another_path(name: str) -> None:
    with pytest.raises(Missing):
        protocol.get_order(name)
    with pytest.raises(Missing):
        protocol.patch_product("255001", name, True)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: text.strip()))
def test_any_code_is_one_part_of_the_path(code: str) -> None:
    target = protocol.patch_product("255001", code, True).target
    part = target.removeprefix("/v1.0/merchants/255001/skus/")
    assert unquote(part) == code
    assert "/" not in part and part not in (".", "..") and part.isascii()


def test_a_price_goes_out_for_several_shops_with_the_code_encoded_in_the_path_and_plain_in_the_body() -> None:
    request = protocol.patch_price(["255001", "137086"], "ARZ/5", Decimal("28.49"), date(2024, 3, 11))
    assert (request.method, request.target) == ("PATCH", "/v1.0/skus/ARZ%2F5/prices")
    assert request.body == (
        b'{"merchantIds": [255001, 137086], "externalCode": "ARZ/5", "price": 28.49, "startDate": "2024-03-11"}'
    )
    assert request.acts


def test_a_price_at_once_has_no_start_date() -> None:
    request = protocol.patch_price(["255001"], "1", Decimal("0.1") + Decimal("0.2"), None)
    assert request.body == b'{"merchantIds": [255001], "externalCode": "1", "price": 0.30}'


@given(st.decimals(min_value="0.01", max_value=protocol.HIGHEST_PRICE, places=2))
def test_any_price_is_written_with_two_digits_and_no_more(price: Decimal) -> None:
    body = protocol.patch_price(["1"], "1", price, None).body
    written = body.split(b'"price": ')[1].rstrip(b"}").decode()
    assert Decimal(written) == price and len(written.partition(".")[2]) == 2


@pytest.mark.parametrize("price", ["0", "-1", "1.005", "NaN", "Infinity", "1000000.01"])
def test_what_is_no_price_is_not_sent(price: str) -> None:
    with pytest.raises(ValueError, match="a price is above 0"):
        protocol.patch_price(["255001"], "1", Decimal(price), None)


@pytest.mark.parametrize("stores", [[], ["255001", ""], ["2f1b0a34-6a0e"], ["²"]])
def test_a_price_for_no_shop_or_for_one_without_a_number_is_not_sent(stores: list[str]) -> None:
    with pytest.raises(ValueError, match="one or more shops"):
        protocol.patch_price(stores, "1", Decimal(1), None)


def test_a_product_is_hidden_and_shown_in_capitals() -> None:
    hide, show = (protocol.patch_product("255001", "ARZ/5", available) for available in (False, True))
    assert (hide.method, hide.target) == ("PATCH", "/v1.0/merchants/255001/skus/ARZ%2F5")
    assert (hide.body, show.body) == (b'{"status": "UNAVAILABLE"}', b'{"status": "AVAILABLE"}')


def test_the_shop_is_closed_with_its_reason_and_opened_without_one() -> None:
    close, again = protocol.put_shop("255001", False, " Falta de energia "), protocol.put_shop("255001", True, "no")
    assert (close.method, close.target) == ("PUT", "/v1.0/merchants/255001/statuses")
    assert close.body == b'{"status": "UNAVAILABLE", "reason": "Falta de energia"}'
    assert again.body == b'{"status": "AVAILABLE"}'
    with pytest.raises(ValueError, match="needs a reason"):
        protocol.put_shop("255001", False, " ")


# The sign-in's answer.


@pytest.mark.parametrize(
    ("body", "seconds"),
    [
        (b'{"access_token": "eyJ.a-b", "token_type": "bearer", "expires_in": 3599, "scope": "read"}', 3599),
        (b'{"access_token": "eyJ.a-b", "expires_in": "60"}', 60),
        (b'{"access_token": "eyJ.a-b"}', 3599),
        (b'{"access_token": "eyJ.a-b", "expires_in": 0}', 3599),
        (b'{"access_token": "eyJ.a-b", "expires_in": "soon"}', 3599),
    ],
)
def test_a_token_lives_as_long_as_it_says_and_else_as_long_as_usual(body: bytes, seconds: float) -> None:
    token = protocol.token(answer(200, body))
    assert (token.text, token.seconds) == ("eyJ.a-b", seconds)
    assert "eyJ" not in repr(token)


def test_a_token_may_be_of_any_length() -> None:
    long = b"e" * 20_000
    assert protocol.token(answer(200, b'{"access_token": "' + long + b'"}')).text.encode() == long


@pytest.mark.parametrize(
    ("given_answer", "kind"),
    [
        (answer(400), LockedOut),
        (answer(401), LockedOut),
        (answer(403), LockedOut),
        (answer(404, b"no Route matched with those values"), LockedOut),
        (answer(302), LockedOut),
        (answer(429), Limited),
        (answer(500), Unreachable),
        (answer(503), Unreachable),
        (answer(200, HTML), Unreachable),
        (answer(200, b"[]"), Unreachable),
        (answer(200, b'{"access_token": ""}'), Unreachable),
        (answer(200, b'{"access_token": "a b"}'), Unreachable),
        (answer(200, b'{"access_token": "a\\u00e9"}'), Unreachable),
        (answer(200, b'{"access_token": "a\\nb"}'), Unreachable),
    ],
)
def test_a_sign_in_that_fails_is_certainly_not_carried_out(given_answer: Answer, kind: type[PlatformError]) -> None:
    assert type(error_of(protocol.token, given_answer)) is kind


@pytest.mark.parametrize(
    ("given_answer", "words"),
    [
        (
            answer(401, b'{"error": "invalid_client", "error_description": "Bad"}'),
            "client_id, client_secret: Bad: invalid_client",
        ),
        (
            answer(400, b'{"error": "invalid_grant", "error_description": "Bad"}'),
            "username, password: Bad: invalid_grant",
        ),
        (answer(401), "client_secret, password: 401"),
        (answer(404), "base_url: 404"),
        (answer(301), "base_url: 301"),
    ],
)
def test_a_refused_sign_in_says_what_a_person_is_to_check(given_answer: Answer, words: str) -> None:
    error = error_of(protocol.token, given_answer)
    assert error.turn is Turn.PERSON and error.words == words


def test_a_sign_in_rests_longer_each_time_and_longest_where_the_platform_refused_it() -> None:
    assert protocol.rests(LockedOut()) == (60, 300, 900)
    assert protocol.rests(Unreachable(status=500)) == (5, 10, 20, 40, 80, 160, 300)
    assert protocol.rests(Unreachable()) == (2, 4, 8, 16, 32, 60)


# Polls.


@pytest.mark.parametrize(
    "given_answer",
    [
        answer(404),
        answer(404, b'{"message": "not found"}'),
        answer(404, HTML),
        answer(204),
        answer(200),
        answer(200, b" \n"),
        answer(200, b"[]"),
    ],
)
def test_no_new_event_is_no_error_however_it_is_said(given_answer: Answer) -> None:
    assert exact_json.entries(protocol.polled(given_answer)) == ()


@pytest.mark.parametrize("body", [b"no Route matched with those values", b'{"message":"No route matched with those"}'])
def test_a_wrong_address_is_told_and_never_looks_like_a_quiet_shop(body: bytes) -> None:
    error = error_of(protocol.polled, answer(404, body))
    assert type(error) is Missing and "oute matched" in error.words and "base_url" in error.words


def test_a_page_for_a_person_is_no_list_of_events_and_is_kept() -> None:
    error = error_of(protocol.polled, answer(200, HTML))
    assert isinstance(error, Unreadable) and error.raw == HTML


# Every row of the table of section 9.

NOT_CARRIED_OUT = [
    (401, LockedOut, Turn.PERSON),
    (429, Limited, Turn.PROGRAM),
    (503, Unreachable, Turn.PROGRAM),
]
REFUSED = [
    (400, Refused, "refused"),
    (403, Refused, "not_allowed"),
    (404, Missing, "refused"),
    (405, Refused, "refused"),
    (408, Refused, "refused"),
    (409, Refused, "refused"),
    (422, Refused, "refused"),
    (301, Refused, "refused"),
    (302, Refused, "refused"),
    (307, Refused, "refused"),
]
BROKEN = [500, 501, 502, 504, 520]
READERS = [protocol.received, protocol.acknowledged, protocol.accepted]


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(("status", "kind", "turn"), NOT_CARRIED_OUT)
def test_an_answer_that_says_so_was_not_carried_out(
    read: Callable[[Answer], Any], status: int, kind: type[PlatformError], turn: Turn
) -> None:
    error = error_of(read, answer(status, BAD))
    assert (type(error), error.turn, error.status) == (kind, turn, status)
    assert "no id" in error.words


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(("status", "kind", "word"), REFUSED)
def test_an_answer_that_says_no_is_shown_with_its_message_and_never_repeated(
    read: Callable[[Answer], Any], status: int, kind: type[PlatformError], word: str
) -> None:
    error = error_of(read, answer(status, BAD))
    assert isinstance(error, Refused)
    assert (type(error), error.kind, error.turn, error.status) == (kind, word, Turn.PERSON, status)
    assert error.words == "no id: Bad Request"


def test_a_refusal_without_words_names_its_status() -> None:
    assert error_of(protocol.accepted, answer(400)).words == "HTTP 400"


@pytest.mark.parametrize("status", BROKEN)
def test_a_server_that_broke_leaves_an_act_uncertain_and_a_reading_to_be_tried_again(status: int) -> None:
    assert type(error_of(protocol.accepted, answer(status))) is Uncertain
    for read in (protocol.received, protocol.acknowledged, protocol.polled):
        assert type(error_of(read, answer(status))) is Unreachable


def test_a_server_in_maintenance_says_when_it_may_be_asked_again() -> None:
    error = error_of(protocol.accepted, answer(503, retry_after="120"))
    assert (type(error), error.retry_after) == (Unreachable, 120)


@pytest.mark.parametrize("status", [200, 201, 202, 204])
@pytest.mark.parametrize("body", [b"", b" ", b"{}", b'{"message": "ok"}'])
def test_any_2xx_takes_an_act_in_and_an_acknowledgment(status: int, body: bytes) -> None:
    taken = protocol.accepted(answer(status, body))
    assert taken == Accepted(body, "ok" if b"ok" in body else "")
    protocol.acknowledged(answer(status, body or HTML))


@pytest.mark.parametrize("body", [HTML, b'{"half', b"\xff", b"x" * 1000])
def test_a_2xx_that_cannot_be_read_leaves_an_act_uncertain_and_is_kept_where_it_was_asked_for(body: bytes) -> None:
    assert type(error_of(protocol.accepted, answer(200, body))) is Uncertain


@pytest.mark.parametrize("body", [HTML, b"", b" "])
def test_an_order_that_is_a_page_or_nothing_is_unreadable_with_its_bytes(body: bytes) -> None:
    error = error_of(protocol.received, answer(200, body))
    assert isinstance(error, Unreadable) and error.raw == body


def test_the_body_of_an_order_is_returned_as_it_came() -> None:
    assert protocol.received(answer(200, b'{"reference": 1.50}')) == b'{"reference": 1.50}'


@pytest.mark.parametrize("read", [*READERS, protocol.polled, protocol.token])
def test_every_status_that_is_no_success_is_one_of_the_ports_errors(read: Callable[[Answer], Any]) -> None:
    for status in [*range(300, 600)]:
        if (status, read) != (404, protocol.polled):
            assert isinstance(error_of(read, answer(status, BAD)), PlatformError)


# Waiting and silence.


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("17", 17),
        ("0", 1),
        ("86400", 600),
        ("Fri, 08 Mar 2024 13:01:30 GMT", 90),
        ("Fri, 08 Mar 2024 12:00:00 GMT", 1),
        ("Sat, 09 Mar 2024 13:00:00 GMT", 600),
        ("soon", 45),
        ("-5", 45),
        ("", 45),
    ],
)
def test_a_429_is_waited_for_as_it_says_within_reason_and_else_one_interval(value: str, seconds: float) -> None:
    error = protocol.limited(answer(429, retry_after=value))
    assert error is not None and error.retry_after == seconds


def test_one_429_after_another_without_a_time_is_waited_for_longer_and_at_most_6_minutes() -> None:
    errors = [protocol.limited(answer(429), before, 45) for before in range(6)]
    assert [error and error.retry_after for error in errors] == [45, 90, 180, 360, 360, 360]
    slow = protocol.limited(answer(429), 0, 600)
    assert slow is not None and slow.retry_after == 360
    assert protocol.limited(answer(503), 3) is None


def test_silence_before_the_request_left_is_no_act_and_silence_after_it_may_be_one() -> None:
    act, reading = protocol.post_status(Kind.CONFIRM, ORDER, b""), protocol.get_order(ORDER)
    assert type(protocol.not_sent("refused")) is Unreachable
    assert type(protocol.no_answer(act, "cut")) is Uncertain
    for request in (reading, protocol.poll(), protocol.acknowledgment(["1"]), protocol.token_request(ACCOUNT, "", "")):
        assert type(protocol.no_answer(request, "cut")) is Unanswered


def test_the_words_of_an_answer_hold_no_token_and_no_mail_address() -> None:
    body = b'{"message": "Bearer eyJhbGciOiJSUzI1NiJ9.x.y of cliente@example.com is over"}'
    words = error_of(protocol.accepted, answer(400, body)).words
    assert "eyJ" not in words and "@" not in words and "is over" in words

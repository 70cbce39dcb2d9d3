"""What goes out to Delivery Hero, and what every answer means."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from picker_app import __version__
from picker_app.platforms import exact_json
from picker_app.platforms.answers import Answer, retry_after
from picker_app.platforms.answers import words as words_of
from picker_app.platforms.delivery_hero import CHAIN_ORDER_PATH, protocol
from picker_app.platforms.port import (
    Limited,
    LockedOut,
    Missing,
    PlatformError,
    Refused,
    Uncertain,
    Unreachable,
    Unreadable,
)
from tests.platforms.delivery_hero_shop import ACCOUNT, MILK, ORDER, account

NOW = datetime(2025, 6, 3, 9, 0, tzinfo=UTC)
BLOCKED = b"<!DOCTYPE html><html><body>blocked</body></html>"


def answer(status: int, body: bytes = b"{}", **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, named, body, NOW)


def error_of(read: Callable[[Answer], Any], given: Answer) -> PlatformError:
    with pytest.raises(PlatformError) as caught:
        read(given)
    return caught.value


# Requests.


def test_a_token_is_asked_for_with_a_form_and_its_secret_is_in_no_repr() -> None:
    request = protocol.token_request("id one", "s&cret")
    assert (request.method, request.target) == ("POST", "/v2/oauth/token")
    assert request.body == b"grant_type=client_credentials&client_id=id+one&client_secret=s%26cret"
    assert request.headers()["Content-Type"] == "application/x-www-form-urlencoded"
    assert "s%26cret" not in repr(request)


def test_an_order_is_put_to_the_accounts_own_path_with_its_id_encoded() -> None:
    request = protocol.put_order(account(order_path=CHAIN_ORDER_PATH, chain_id="a/b"), "no uuid/é?", b"{}")
    assert request.target == "/v2/chains/a%2Fb/orders/no%20uuid%2F%C3%A9%3F"
    assert request.headers("T") == {
        "Accept": "application/json",
        "User-Agent": f"picker-app/{__version__}",
        "Authorization": "Bearer T",
        "Content-Type": "application/json",
    }


def test_an_order_is_read_without_a_content_type_under_either_path() -> None:
    assert protocol.get_order(ACCOUNT, ORDER).target == f"/v2/orders/{ORDER}"
    other = protocol.get_order(ACCOUNT, ORDER, CHAIN_ORDER_PATH)
    assert other.target == f"/v2/chains/{ACCOUNT.chain_id}/orders/{ORDER}"
    assert "Content-Type" not in other.headers("T")


def test_the_list_is_asked_for_in_utc_without_a_zone_and_with_no_empty_parameter() -> None:
    since = datetime(2025, 6, 2, 12, 40, tzinfo=timezone(timedelta(hours=2)))
    request = protocol.get_list(ACCOUNT, protocol.LIST_PATHS[0], since, NOW, 2)
    assert request.target == (
        f"/v2/chains/{ACCOUNT.chain_id}/vendors/cm7q/orders"
        "?start_time=2025-06-02T10%3A40%3A00&end_time=2025-06-03T09%3A00%3A00&page_size=100&page=2"
    )


def test_a_configured_path_of_the_list_is_the_only_one_tried() -> None:
    assert protocol.list_paths(account(orders_path="/mine/{vendor_id}")) == ("/mine/{vendor_id}",)
    assert protocol.list_paths(ACCOUNT) == protocol.LIST_PATHS


def test_the_catalogue_is_paged_by_page_which_is_the_only_name_the_platform_hears() -> None:
    assert protocol.get_catalog(ACCOUNT, 3).target.endswith("/vendors/cm7q/catalog?page=3&page_size=500")


# The token's answer.


@pytest.mark.parametrize(
    ("body", "seconds"),
    [
        (b'{"access_token": "eyJ.a-b", "expires_in": 7200}', 7200),
        (b'{"access_token": "eyJ.a-b", "expires_in": "60"}', 60),
        (b'{"access_token": "eyJ.a-b"}', 3600),
        (b'{"access_token": "eyJ.a-b", "expires_in": -1}', 3600),
        (b'{"access_token": "eyJ.a-b", "expires_in": "soon"}', 3600),
    ],
)
def test_a_token_lives_as_long_as_it_says_and_else_an_hour(body: bytes, seconds: float) -> None:
    token = protocol.token(answer(200, body))
    assert (token.text, token.seconds) == ("eyJ.a-b", seconds)
    assert "eyJ" not in repr(token)


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (answer(400, b'{"message": "Invalid client credentials"}'), LockedOut),
        (answer(401), LockedOut),
        (answer(403), LockedOut),
        (answer(404), LockedOut),
        (answer(403, BLOCKED), Limited),
        (answer(429), Limited),
        (answer(408), Unreachable),
        (answer(500), Unreachable),
        (answer(302), Unreachable),
        (answer(200, BLOCKED), Unreachable),
        (answer(200, b"[]"), Unreachable),
        (answer(200, b'{"access_token": ""}'), Unreachable),
        (answer(200, b'{"access_token": 7}'), Unreachable),
        (answer(200, b'{"access_token": "a b"}'), Unreachable),
        (answer(200, b'{"access_token": "a\\nb"}'), Unreachable),
        (answer(200, '{"access_token": "é"}'.encode()), Unreachable),
    ],
)
def test_a_sign_in_that_fails_is_the_persons_only_when_the_platform_said_no(
    given: Answer, kind: type[PlatformError]
) -> None:
    assert type(error_of(protocol.token, given)) is kind


# The answer to a PUT: the table of section 9.


@pytest.mark.parametrize("body", [b"", b" \n", b"{}", b'{"order_id": "x"}', b"null", b"[]", b'"ok"'])
@pytest.mark.parametrize("status", [200, 201, 202, 204])
def test_any_2xx_with_an_empty_or_json_body_is_done(status: int, body: bytes) -> None:
    accepted = protocol.accepted(answer(status, body))
    assert (accepted.body, accepted.words, accepted.total) == (body, "", None)


@pytest.mark.parametrize(
    ("body", "total"),
    [
        (b'{"payment": {"order_total": 11.00}, "message": "ok"}', "11.00"),
        (b'{"order_total": "7.5", "message": "ok"}', "7.5"),
        (b'{"payment": null, "message": "ok"}', None),
        (b'{"payment": {"order_total": {}}, "message": "ok"}', None),
    ],
)
def test_what_the_platform_says_of_the_cart_is_kept(body: bytes, total: str | None) -> None:
    accepted = protocol.accepted(answer(200, body))
    assert (accepted.words, accepted.total and str(accepted.total)) == ("ok", total)


@pytest.mark.parametrize(
    "given",
    [
        answer(200, BLOCKED),
        answer(200, b"welcome", content_type="text/html; charset=utf-8"),
        answer(200, b'{"order_id": "'),
        answer(200, b'{"total": NaN}'),
        answer(200, b"\xff"),
        answer(301),
        answer(302, b"", location="https://login"),
        answer(408),
        answer(409, b'{"message": "already fulfilled"}'),
        answer(500),
        answer(502, BLOCKED),
        answer(504, b""),
    ],
)
def test_a_put_answered_like_this_may_or_may_not_have_been_carried_out(given: Answer) -> None:
    assert type(error_of(protocol.accepted, given)) is Uncertain


@pytest.mark.parametrize("status", [400, 405, 413, 415, 422, 402, 410])
def test_a_put_answered_like_this_is_refused(status: int) -> None:
    error = error_of(protocol.accepted, answer(status, b'{"message": "no"}'))
    assert isinstance(error, Refused)
    assert (error.kind, error.words, error.status) == ("refused", "no", status)


def test_a_503_says_when_to_look_again() -> None:
    assert error_of(protocol.accepted, answer(503, retry_after="7")).retry_after == 7
    assert error_of(protocol.accepted, answer(503, retry_after="later")).retry_after is None


def test_401_is_a_matter_of_signing_in() -> None:
    assert type(error_of(protocol.accepted, answer(401))) is LockedOut
    assert type(error_of(protocol.received, answer(401))) is LockedOut


def refusal(status: int, body: bytes, *names: str) -> Refused:
    error = error_of(lambda given: protocol.accepted(given, names), answer(status, body))
    assert isinstance(error, Refused)
    return error


@pytest.mark.parametrize("status", [400, 403, 404, 422])
@pytest.mark.parametrize(
    "body",
    [
        b'{"code": "X", "message": "Item not found: OAT-1L"}',
        b'{"code": "ITEM_NOT_FOUND", "message": "OAT-1L"}',
        b"item not found: OAT-1L.",
    ],
)
def test_item_not_found_blames_the_product_and_not_the_order(status: int, body: bytes) -> None:
    error = refusal(status, body, "MLK-1L", "OAT-1L", "OAT", "1L")
    assert not isinstance(error, Missing)
    assert (error.kind, error.lines) == ("item_not_found", ("OAT-1L",))


def test_an_invalid_cart_names_the_lines_by_sku_or_id() -> None:
    body = f'{{"errors": [{{"detail": "INVALID CART UPDATE: {MILK} and [BRD-WW]", "line": 3}}]}}'.encode()
    error = refusal(400, body, "MLK-1L", MILK, "BRD-WW", "BRD-WW-2", "BRD-WW")
    assert (error.kind, error.lines) == ("invalid_cart", (MILK, "BRD-WW"))
    assert error.words == f"INVALID CART UPDATE: {MILK} and [BRD-WW]: 3"


def test_404_without_a_word_of_a_product_is_an_order_that_is_not_there() -> None:
    error = refusal(404, b'{"message": "order not found"}')
    assert isinstance(error, Missing)
    assert error.words == "order not found"


def test_403_with_json_is_not_allowed_and_with_html_the_block_page() -> None:
    assert refusal(403, b'{"message": "not your store"}').kind == "not_allowed"
    blocked = error_of(protocol.accepted, answer(403, BLOCKED))
    assert isinstance(blocked, Limited)
    assert blocked.retry_after == 60


# The answer to a GET.


def test_a_get_gives_its_json() -> None:
    assert protocol.received(answer(200, b'{"a": 1}')) == b'{"a": 1}'


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (answer(200, BLOCKED), Unreadable),
        (answer(200, b" "), Unreadable),
        (answer(301), Unreachable),
        (answer(409), Unreachable),
        (answer(500), Unreachable),
        (answer(429), Limited),
        (answer(403, BLOCKED), Limited),
        (answer(403), Refused),
        (answer(400), Refused),
        (answer(404), Missing),
    ],
)
def test_a_get_that_fails_says_whose_turn_it_is(given: Answer, kind: type[PlatformError]) -> None:
    assert type(error_of(protocol.received, given)) is kind


def test_silence_after_the_first_byte_is_uncertain_for_a_put_only() -> None:
    assert type(protocol.no_answer(protocol.put_order(ACCOUNT, ORDER, b""), "x")) is Uncertain
    assert type(protocol.no_answer(protocol.get_order(ACCOUNT, ORDER), "x")) is Unreachable
    assert type(protocol.no_answer(protocol.token_request("a", "b"), "x")) is Unreachable
    assert type(protocol.not_sent("x")) is Unreachable


# Retry-After, and the words.


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("30", 30),
        (" 1.5 ", 1.5),
        ("0", 1),
        ("100000", 600),
        ("9" * 300, 600),
        ("9" * 400, None),
        ("Tue, 03 Jun 2025 09:02:00 GMT", 120),
        ("Tue, 03 Jun 2025 09:02:00", 120),
        ("Tue, 03 Jun 2025 08:00:00 GMT", 1),
        ("Tue, 03 Jun 2099 08:00:00 GMT", 600),
        ("-5", None),
        ("soon", None),
        ("nan", None),
        ("", None),
    ],
)
def test_retry_after_is_seconds_or_a_date_between_1_and_600(value: str, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


@pytest.mark.parametrize(("value", "seconds"), [("30", 30), ("nonsense", 60), (None, 60)])
def test_after_429_everything_is_shut_for_as_long_as_was_said_and_else_a_minute(
    value: str | None, seconds: float
) -> None:
    headers = {} if value is None else {"retry_after": value}
    assert protocol.shut_for(answer(429, b"", **headers)) == seconds
    assert protocol.shut_for(answer(403, BLOCKED, **headers)) == seconds
    assert protocol.shut_for(answer(403)) is None
    assert protocol.shut_for(answer(200)) is None


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"code": 17, "message": " a  b ", "error": {"text": "c"}, "errors": ["d", null, true]}', "17: a b: c: d"),
        (b'{"customer": {"first_name": "Lena"}}', ""),
        (b'["e", {"f": "g"}]', "e: g"),
        (b"plain  words", "plain words"),
        (b"broken \xff", "broken \ufffd"),
        (BLOCKED, "an HTML page"),
        (b'{"message": "call +43 660 123 4518 or a@b.at, Bearer eyJhbGciOiJIUzI1NiJ9.x"}', "call … or … …"),
    ],
)
def test_the_platforms_words_are_kept_without_tokens_and_telephone_numbers(body: bytes, words: str) -> None:
    assert words_of(answer(400, body)) == words


def test_an_error_shows_300_characters_at_most() -> None:
    assert len(refusal(400, b"x" * 5000).words) == 300


# Lists.


def page(tree: object, number: int = 1, before: protocol.Page | None = None) -> protocol.Page:
    return protocol.read_page(exact_json.dump(tree), "orders", number, before)


def orders(*names: object) -> list[dict[str, object]]:
    return [{"order_id": name} for name in names]


@pytest.mark.parametrize(
    ("tree", "number", "last"),
    [
        ({"orders": orders("a"), "total_pages": 3}, 1, False),
        ({"orders": orders("a"), "total_pages": "3"}, 3, True),
        ({"orders": [], "total_pages": 0}, 1, True),
        ({"orders": orders("a"), "total_pages": None}, 1, True),
        (orders(*map(str, range(100))), 1, False),
        (orders(*map(str, range(99))), 1, True),
        ({"orders": orders(*map(str, range(20))), "page_size": 20}, 1, False),
        ({"orders": orders(*map(str, range(20))), "page_size": 0}, 1, True),
    ],
)
def test_the_last_page_is_known_by_the_total_or_by_not_being_full(tree: Any, number: int, last: bool) -> None:
    assert page(tree, number).last is last


@pytest.mark.parametrize("tree", [{}, {"orders": None}, {"items": []}, 7, "x"])
def test_an_answer_without_a_list_is_unreadable(tree: object) -> None:
    with pytest.raises(Unreadable, match="holds no list of orders"):
        page(tree)


def test_a_page_that_repeats_the_one_before_ends_the_reading() -> None:
    first = page({"orders": [*orders("a", "b"), 7], "total_pages": 9})
    with pytest.raises(Unreadable, match="page 2 of orders repeats page 1"):
        page({"orders": [*orders("a", "b"), 8], "total_pages": 9}, 2, first)
    assert page({"orders": orders("c"), "total_pages": 9}, 2, first).names == ("c",)
    nothing = page({"orders": [], "total_pages": 9})
    assert page({"orders": [], "total_pages": 9}, 2, nothing).names == ()


def test_there_is_no_page_after_the_last_and_none_after_the_two_hundredth() -> None:
    more, last = protocol.Page((), (), False), protocol.Page((), (), True)
    assert protocol.next_page(last, 1) is None
    assert protocol.next_page(more, 199) == 200
    assert protocol.next_page(last, 200) is None
    with pytest.raises(Unreadable, match="more than 200 pages"):
        protocol.next_page(more, 200)


@pytest.mark.parametrize("read", [protocol.accepted, protocol.received, protocol.token])
def test_every_status_that_is_no_success_is_one_of_the_ports_errors(read: Callable[[Answer], Any]) -> None:
    for status in (*range(100, 200), *range(300, 600)):
        error = error_of(read, answer(status, b'{"message": "m"}'))
        assert (error.status, error.words) == (status, "m")

"""What goes out to Deliveroo, and what each answer and each silence means."""

import base64
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from picker_app import __version__
from picker_app.platforms.answers import Answer
from picker_app.platforms.deliveroo import BrandSettings, protocol
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

NOW = datetime(2027, 6, 1, 9, 0, tzinfo=UTC)
URL = "https://uploads.example/p/7c55?X-Amz-Expires=900&X-Amz-Signature=6b1f%2Fa+b="


def account(**changes: str) -> BrandSettings:
    whole: dict[str, Any] = {
        "name": "roo",
        "base_url": "https://api.example",
        "auth_url": "https://auth.example",
        "client_id": "id",
        "brand_id": "brand/1",
        "currency": "GBP",
        "secret": {"client_secret": "s3cret"}.get,
    }
    return BrandSettings(**{**whole, **changes})


def answer(status: int, body: str | bytes = b"", **headers: str) -> Answer:
    raw = body.encode() if isinstance(body, str) else body
    return Answer(status, {name.replace("_", "-"): value for name, value in headers.items()}, raw, NOW)


def error_of(work: Callable[[], object]) -> PlatformError:
    with pytest.raises(PlatformError) as caught:
        work()
    return caught.value


# Requests.


def test_the_token_is_asked_for_with_basic_and_the_scope() -> None:
    request = protocol.token_request("id", "s3cret")
    headers = request.headers()
    assert base64.b64decode(headers["Authorization"].removeprefix("Basic ")) == b"id:s3cret"
    assert headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert request.body == b"grant_type=client_credentials&scope=promotions"
    assert "s3cret" not in repr(request) and "Basic" not in repr(request)


def test_the_paths_are_those_of_the_page_with_every_id_encoded() -> None:
    assert protocol.ask_url(account()).target == "/brands/brand%2F1/promotions/upload_url"
    assert protocol.read_job(account(), "01HX9…/a").target.endswith("/jobs/01HX9%E2%80%A6%2Fa/status")
    put = protocol.put_promotion(account(), "A B?", b"{}")
    assert (put.method, put.target) == ("PUT", "/brands/brand%2F1/promotions/A%20B%3F")


def test_a_call_carries_the_bearer_and_who_asks() -> None:
    headers = protocol.put_promotion(account(), "A", b"{}").headers("token-1")
    assert headers == {
        "Accept": "application/json",
        "User-Agent": f"picker-app/{__version__}",
        "Authorization": "Bearer token-1",
        "Content-Type": "application/json",
    }
    assert protocol.ask_url(account()).headers("t")["Content-Length"] == "0"
    assert set(protocol.read_job(account(), "j").headers()) == {"Accept", "User-Agent"}


@pytest.mark.parametrize("key", ["base_url", "auth_url"])
def test_secrets_go_over_no_open_line(key: str) -> None:
    with pytest.raises(ValueError, match=key):
        account(**{key: "http://api.example"})
    assert account(base_url="http://127.0.0.1:1", auth_url="http://localhost:2").open_line
    assert account(base_url="http://[::1]:1", auth_url="http://[::1]:2").on_this_computer


# The token.


def test_a_token_lives_as_long_as_it_says_and_300_s_where_it_does_not() -> None:
    given = protocol.token(answer(200, '{"access_token": "eyJ", "expires_in": "3600", "scope": "x promotions"}'))
    assert (given.text, given.seconds) == ("eyJ", 3600)
    for silent in ("", ', "expires_in": null', ', "expires_in": -1', ', "expires_in": "soon"', ', "expires_in": []'):
        assert protocol.token(answer(200, f'{{"access_token": "t"{silent}}}')).seconds == 300


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (answer(200, '{"access_token": "t", "scope": "orders"}'), LockedOut),
        (answer(200, '{"access_token": "a b"}'), Unreachable),
        (answer(200, '{"access_token": "ä"}'), Unreachable),
        (answer(200, "{}"), Unreachable),
        (answer(200, "[]"), Unreachable),
        (answer(200, "<html>"), Unreachable),
        (answer(400), LockedOut),
        (answer(401, '{"error": "invalid_client"}'), LockedOut),
        (answer(403), LockedOut),
        (answer(404), Unreachable),
        (answer(429), Limited),
        (answer(503, retry_after="7"), Unreachable),
    ],
)
def test_what_the_token_endpoint_answers(given: Answer, kind: type[PlatformError]) -> None:
    assert type(error_of(lambda: protocol.token(given))) is kind


def test_a_client_without_the_scope_is_told_so() -> None:
    error = error_of(lambda: protocol.token(answer(200, '{"access_token": "t", "scope": "orders"}')))
    assert error.words == "this client has no promotions scope"


# The API.


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (answer(400, '{"message": "no"}'), Refused),
        (answer(422), Refused),
        (answer(409, '{"type": "JOB_IN_PROGRESS"}'), protocol.Occupied),
        (answer(423, '{"error": {"code": "JOB_IN_PROGRESS"}}'), protocol.Occupied),
        (answer(400, "cannot: JOB_IN_PROGRESS"), protocol.Occupied),
        (answer(409, "conflict"), Refused),
        (answer(401), LockedOut),
        (answer(403), protocol.NotAllowed),
        (answer(404), Missing),
        (answer(408), Unreachable),
        (answer(429, retry_after="5"), Limited),
        (answer(500), Unreachable),
        (answer(302), Unreachable),
    ],
)
def test_what_the_api_answers(given: Answer, kind: type[PlatformError]) -> None:
    assert type(error_of(lambda: protocol.received(given, "promotion"))) is kind


def test_a_404_without_words_says_what_is_not_known() -> None:
    assert "does not know this brand" in error_of(lambda: protocol.received(answer(404), "brand")).words


def test_the_platforms_words_are_taken_from_where_they_stand() -> None:
    body = '{"message": "Bad", "type": "INVALID", "errors": [{"code": 7}], "other": "x"}'
    assert error_of(lambda: protocol.received(answer(400, body), "brand")).words == "Bad: INVALID: 7"
    assert error_of(lambda: protocol.received(answer(400, "plain"), "brand")).words == "plain"


def test_a_2xx_that_cannot_be_read_holds_nothing() -> None:
    assert protocol.received(answer(200, "<html>"), "job") == {}
    assert protocol.received(answer(200, '{"a": 1}'), "job") != {}


def leave(**changes: str) -> Answer:
    whole = {"job_id": "7c55", "upload_url": URL, "expires_at": "2027-06-01T09:15:00Z", **changes}
    pairs = ", ".join(f'"{key}": "{value}"' for key, value in whole.items())
    return answer(200, f"{{{pairs}}}", date="Tue, 01 Jun 2027 10:00:00 GMT")


def test_the_leave_to_send_a_file_keeps_the_address_and_the_platforms_clock() -> None:
    ticket = protocol.ticket(leave(), account())
    assert (ticket.job, ticket.url, ticket.expires_at) == ("7c55", URL, datetime(2027, 6, 1, 9, 15, tzinfo=UTC))
    assert ticket.ahead == timedelta(hours=1) and "Signature" not in repr(ticket)
    undated = Answer(200, {}, leave().body, NOW)
    assert protocol.ticket(undated, account()).ahead == timedelta()


@pytest.mark.parametrize("given", [leave(job_id=""), leave(upload_url=""), answer(200, "half")])
def test_a_leave_without_job_or_address_is_asked_for_again(given: Answer) -> None:
    assert type(error_of(lambda: protocol.ticket(given, account()))) is Unreachable


@pytest.mark.parametrize(
    "url",
    [
        "http://uploads.example/p",
        "ftp://u.example/p",
        "https:///p",
        "https://u.example/a b",
        "https://[::1/p",
        "https://u.example:x/",
    ],
)
def test_an_address_that_is_not_secure_is_refused_without_its_secrets(url: str) -> None:
    error = error_of(lambda: protocol.ticket(leave(upload_url=url + "?X-Amz-Signature=abcd"), account()))
    assert type(error) is Refused and "abcd" not in str(error)


def test_in_training_a_file_may_go_over_plain_http_on_this_computer() -> None:
    here = account(base_url="http://127.0.0.1:1", auth_url="http://127.0.0.1:1")
    assert protocol.bad_address("http://127.0.0.1:9/p?s=1", here) == ""
    assert protocol.bad_address("http://files.example/p", here)


def test_a_put_without_a_jobs_name_is_uncertain() -> None:
    assert protocol.job_of(answer(202, '{"job_id": "01HX9ABC", "status": "pending"}')).job_id == "01HX9ABC"
    assert type(error_of(lambda: protocol.job_of(answer(202, "{}")))) is Uncertain


def test_a_status_is_needed_and_numbers_may_be_text_or_null() -> None:
    body = '{"status": "partial_success", "total_promotions": "11", "live_promotions": 8.0, "errors": null}'
    read = protocol.status_of(answer(200, body))
    assert (read.total, read.live, read.failed, read.errors) == (11, 8, None, ())
    for given in (answer(200, "{}"), answer(200, "<html>"), answer(200, "[]")):
        assert type(error_of(partial(protocol.status_of, given))) is Unreadable


# The store of files.


@pytest.mark.parametrize(
    ("status", "kind"),
    [(401, "expired"), (403, "expired"), (413, "too_large"), (400, "file"), (404, "file"), (301, "file")],
)
def test_what_the_store_of_files_refuses(status: int, kind: str) -> None:
    error = error_of(lambda: protocol.stored(answer(status, "<Error/>"), URL))
    assert isinstance(error, protocol.FileRefused) and (error.kind, error.page) == (kind, "<Error/>")
    assert "Signature" not in str(error) and "uploads.example/p/7c55" in str(error)


@pytest.mark.parametrize("status", [408, 429, 500, 503])
def test_trouble_of_the_store_is_no_refusal(status: int) -> None:
    assert type(error_of(lambda: protocol.stored(answer(status), URL))) is Unreachable


def test_any_2xx_of_the_store_is_taken() -> None:
    protocol.stored(answer(200), URL)
    protocol.stored(answer(204, "<html>"), URL)


def test_what_the_store_answered_is_kept_without_the_signature() -> None:
    page = f"<Error><StringToSign>6b1f/a b= 6b1f%2Fa+b</StringToSign>{'x' * 9000}</Error>"
    kept = protocol.page_of(answer(403, page), URL)
    assert "6b1f" not in kept and len(kept) == 2048


# Silence and limits.


def test_only_a_put_that_was_not_answered_is_uncertain() -> None:
    assert type(protocol.no_answer("PUT", "cut")) is Uncertain
    assert type(protocol.no_answer("POST", "cut")) is Unreachable
    assert type(protocol.not_sent("no line")) is Unreachable


def test_429_shuts_the_account_as_long_as_it_says_else_longer_each_time() -> None:
    assert protocol.shut_for(answer(503, retry_after="9"), 0) is None
    assert protocol.shut_for(answer(429, retry_after="120"), 0) == 120
    waits = [protocol.shut_for(answer(429, retry_after="soon"), attempts) for attempts in range(9)]
    assert waits == [5, 10, 20, 40, 80, 160, 300, 300, 300]

"""Check tokens and their end, the static token, and the limits of 60 requests and 50 token calls a minute."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
import pytest

from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.training.conftest import HandClock, Shop

FORM = {"grant_type": "client_credentials", "client_id": "training-client", "client_secret": "training-secret"}
UNKNOWN = "/v2/orders/11111111-2222-4333-8444-555555555555"


def test_a_token_is_given_for_a_form_and_opens_the_platform(shop: Shop) -> None:
    answer = shop.http.post("/v2/oauth/token", data=FORM)
    assert answer.status_code == 200
    assert answer.json()["token_type"] == "Bearer"
    assert answer.json()["expires_in"] == 7200
    bearer = {"authorization": f"bearer {answer.json()['access_token']}"}
    assert shop.http.get(UNKNOWN, headers=bearer).status_code == 404


@pytest.mark.parametrize(
    ("request_body", "status", "message"),
    [
        ({"json": FORM}, 400, "client_id is required"),
        ({"data": FORM | {"client_secret": "wrong"}}, 401, "Invalid client credentials"),
        ({"data": FORM | {"client_id": "wrong"}}, 401, "Invalid client credentials"),
        ({"data": FORM | {"grant_type": "password"}}, 400, "grant_type"),
        ({"data": {"client_id": "training-client"}}, 400, "client_secret is required"),
    ],
)
def test_a_wrong_sign_in_is_refused(request_body: dict[str, Any], status: int, message: str, shop: Shop) -> None:
    answer = shop.http.post("/v2/oauth/token", **request_body)
    assert answer.status_code == status
    assert message in answer.json()["message"]


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer nonsense", "Basic abc", "training-secret"])
def test_without_a_living_token_every_path_is_shut(authorization: str, shop: Shop) -> None:
    for path in (UNKNOWN, "/v2/chains/x/vendors/y/catalog", "/v2/chains/x/promotion/jobs/1"):
        assert shop.http.get(path, headers={"authorization": authorization}).status_code == 401


@pytest.mark.parametrize(("expires_in", "seconds"), [(7200, 7200), (60, 60), (None, 3600)])
def test_a_token_ends_when_it_said(expires_in: int | None, seconds: int, shop: Shop, clock: HandClock) -> None:
    shop.platform.change_settings(expires_in=expires_in)
    assert shop.sign_in().json().get("expires_in") == expires_in
    clock.move(seconds=seconds - 1)
    assert shop.http.get(UNKNOWN).status_code == 404
    clock.move(seconds=1)
    assert shop.http.get(UNKNOWN).status_code == 401


def test_all_tokens_can_be_dead_at_once(shop: Shop) -> None:
    shop.platform.fault("any", "expire_token")
    assert shop.http.get(UNKNOWN).status_code == 401
    shop.sign_in()
    assert shop.http.get(UNKNOWN).status_code == 404


def test_a_static_token_never_ends_and_works_only_where_it_is_set(shop: Shop, clock: HandClock) -> None:
    header = {"authorization": "Bearer from-the-portal"}
    assert shop.http.get(UNKNOWN, headers=header).status_code == 401
    shop.platform.change_settings(static_token="from-the-portal")
    clock.move(days=400)
    assert shop.http.get(UNKNOWN, headers=header).status_code == 404


@pytest.fixture
def limited(clock: HandClock) -> Iterator[TrainingPlatform]:
    """A platform with its real limits."""
    with TrainingPlatform(clock=clock) as platform:
        yield platform


def test_the_61st_request_in_60_seconds_is_refused_until_the_first_is_60_seconds_old(
    limited: TrainingPlatform, clock: HandClock
) -> None:
    shop = Shop(limited)  # the first request: signing in
    clock.move(seconds=20)
    with closing(shop.http) as http:
        assert [http.get(UNKNOWN).status_code for _ in range(59)] == [404] * 59
        refused = http.get(UNKNOWN)
        assert (refused.status_code, refused.headers["retry-after"]) == (429, "40")
        clock.move(seconds=39)
        assert http.get(UNKNOWN).status_code == 429
        clock.move(seconds=1)
        assert http.get(UNKNOWN).status_code == 404
        assert http.get(UNKNOWN).status_code == 429
        clock.move(seconds=20)
        assert http.get(UNKNOWN).status_code == 404
    state = limited.state()
    assert state["requests_in_fullest_60_s"] == 63
    assert state["requests_total"] == 65


def test_the_51st_token_call_in_60_seconds_is_refused(limited: TrainingPlatform, clock: HandClock) -> None:
    shop = Shop(limited)
    with closing(shop.http):
        assert [shop.sign_in().status_code for _ in range(50)] == [200] * 49 + [429]
        clock.move(seconds=60)
        assert shop.sign_in().status_code == 200


@pytest.mark.parametrize("style", ["seconds", "date", "missing", "nonsense"])
def test_how_long_to_wait_is_said_in_the_way_that_was_set(style: str, shop: Shop, clock: HandClock) -> None:
    shop.platform.change_settings(retry_after=style, requests_per_minute=0)
    answer: httpx.Response = shop.http.get(UNKNOWN)
    assert answer.status_code == 429
    told = answer.headers.get("retry-after")
    if style == "seconds":
        assert told == "60"
    elif style == "date":
        instant: datetime = parsedate_to_datetime(str(told))
        assert (instant - clock.now).total_seconds() == 60
    elif style == "missing":
        assert told is None
    else:
        assert not str(told).isdecimal()


def test_no_token_and_no_secret_is_shown_in_the_state(shop: Shop) -> None:
    shop.platform.change_settings(webhook_secret="hidden-webhook", static_token="hidden-static")
    token = shop.sign_in().json()["access_token"]
    shop.http.get(UNKNOWN)
    shown = shop.http.get("/_sim/state").text
    for secret in (token, "training-secret", "hidden-webhook", "hidden-static"):
        assert secret not in shown
    assert '"Bearer ***' in shown

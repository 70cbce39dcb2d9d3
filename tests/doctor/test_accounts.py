"""What the doctor says of platforms: let in or not, the form of the order path that works, the clock."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from starlette.requests import Request
from starlette.responses import Response

from picker_app.doctor import asking
from picker_app.platforms.delivery_hero import CHAIN_ORDER_PATH
from picker_app.store import orders
from picker_app.store.database import Database, sqlite_url
from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.doctor.rounds import Doctor, routes, said, served, shop

# The platforms.


def test_a_form_of_the_order_path_that_does_not_work_is_named_with_the_one_that_does(
    doctor: Doctor, platform: TrainingPlatform
) -> None:
    platform.create_order(lines=1)
    platform.change_settings(order_path_short=False)
    doctor.write(shop(platform.url))
    doctor.round()
    (line,) = doctor.of("centro, order path")
    assert doctor.code == 1 and line.startswith("fail: ") and f'order_path = "{CHAIN_ORDER_PATH}"' in line
    doctor.write(shop(platform.url, more=f'order_path = "{CHAIN_ORDER_PATH}"'))
    doctor.round()
    assert doctor.code == 0 and doctor.of("centro, order path")[0].startswith("ok: ")


def test_the_newest_order_of_the_database_is_asked_for_where_the_list_has_none(
    doctor: Doctor, platform: TrainingPlatform
) -> None:
    order = platform.create_order(lines=1)
    platform.change_settings(list_path_orders=False, list_path_vendor=False)
    doctor.data.mkdir(mode=0o700)
    now = datetime.now(UTC)
    with closing(Database(sqlite_url(doctor.data / "picker.sqlite3"))) as database:
        database.open()
        database.write(lambda c: orders.add(c, said("an older one"), now, ours=True)).result(10)
        database.write(lambda c: orders.add(c, said(order["order_id"]), now, ours=True)).result(10)
    doctor.write(shop(platform.url))
    doctor.round()
    (line,) = doctor.of("centro, list of orders")
    assert doctor.code == 1 and line.startswith("fail: ") and "orders_path" in line
    assert order["order_id"] in doctor.of("centro, order path")[0]
    assert routes(platform) == ["token", "list", "list", "get_order"]


def test_an_order_that_is_under_no_form_of_the_path_fails(doctor: Doctor, platform: TrainingPlatform) -> None:
    platform.create_order(lines=1)
    platform.change_settings(order_path_short=False, order_path_chain=False)
    doctor.write(shop(platform.url))
    doctor.round()
    (line,) = doctor.of("centro, order path")
    assert doctor.code == 1 and line.startswith("fail: ") and "base_url" in line


def test_a_platform_that_says_nothing_is_given_up(
    doctor: Doctor, platform: TrainingPlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "ACCOUNT_SECONDS", 0.7)
    platform.fault("token", "slow", value=30)
    doctor.write(shop(platform.url))
    doctor.round()
    (line,) = doctor.of("centro, sign-in")
    assert doctor.code == 1 and line.startswith("fail: no answer within")


def test_a_platform_that_cannot_be_reached_fails_with_what_to_look_at(doctor: Doctor) -> None:
    with served(lambda request: Response()) as away:
        url = away.url
    doctor.write(shop(url))
    doctor.round()
    (line,) = doctor.of("centro, sign-in")
    assert doctor.code == 1 and line.startswith("fail: The platform cannot be reached.") and "base_url" in line
    assert doctor.of("clock")[0].startswith("warn: ")


def test_a_platform_that_asks_to_slow_down_is_not_asked_again(doctor: Doctor, platform: TrainingPlatform) -> None:
    platform.fault("token", "status", value=429)
    doctor.write(shop(platform.url))
    doctor.round()
    assert doctor.code == 1 and "Wait a minute" in doctor.of("centro, sign-in")[0]
    assert routes(platform) == ["token"]


def test_promotions_with_a_token_that_never_expires_are_warned_of(
    doctor: Doctor, platform: TrainingPlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    platform.change_settings(static_token="older-token-77")
    monkeypatch.setenv("PICKER_SECRET_CENTRO_API_TOKEN", "older-token-77")
    monkeypatch.delenv("PICKER_SECRET_CENTRO_CLIENT_SECRET")
    doctor.write(shop(platform.url, more='auth = "static"\npromotions = true'))
    doctor.round()
    assert doctor.code == 0 and doctor.of("centro, promotions")[0].startswith("warn: ")
    assert doctor.of("centro, secrets") == ["ok: api_token from the environment, webhook_secret from the environment"]
    assert doctor.of("centro, sign-in")[0].startswith("ok: ")
    assert "older-token-77" not in "\n".join(doctor.lines)


@pytest.mark.parametrize(
    ("off", "level", "words"),
    [
        (timedelta(), "ok", "within "),
        (timedelta(seconds=50), "warn", "s behind the platform"),
        (timedelta(seconds=-50), "warn", "s ahead of the platform"),
        (timedelta(minutes=10), "fail", "min behind the platform"),
    ],
)
def test_the_clock_is_compared_with_the_platforms(doctor: Doctor, off: timedelta, level: str, words: str) -> None:
    def answer(request: Request) -> Response:
        body = '{"access_token": "a-token-of-theirs"}' if request.method == "POST" else '{"orders": []}'
        return Response(body, headers={"date": format_datetime(datetime.now(UTC) + off, usegmt=True)})

    with served(answer) as away:
        doctor.write(shop(away.url))
        doctor.round()
    (line,) = doctor.of("clock")
    assert line.startswith(f"{level}: ") and words in line
    assert doctor.code == (1 if level == "fail" else 0)
    assert "a-token-of-theirs" not in "\n".join(doctor.lines)

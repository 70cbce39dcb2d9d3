"""Signing in at Delivery Hero and being told to slow down, over real HTTP; and that no secret gets out."""

import asyncio

import pytest
from starlette.responses import PlainTextResponse, Response

from picker_app.platforms.pace import Limiter
from picker_app.platforms.port import (
    Limited,
    LockedOut,
    Unreachable,
)
from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.platforms.delivery_hero_line import Line, Scripted, asked, error_of, get, put, the_order_exists
from tests.platforms.delivery_hero_shop import (
    ORDER,
    OpenPace,
    VirtualClock,
    account,
)

# Signing in.


async def test_five_calls_at_once_with_dead_tokens_ask_for_one_new_token(
    platform: TrainingPlatform, line: Line
) -> None:
    the_order_exists(platform)
    made = line.client()
    await get(made)
    platform.fault("any", "expire_token")
    read = await asyncio.gather(*(get(made) for _ in range(5)))
    assert [heard.said.ref for heard in read] == [ORDER] * 5
    assert len(asked(platform, "token")) == 2


async def test_a_token_is_shared_by_the_accounts_of_a_client_id_and_renewed_before_it_ends(
    platform: TrainingPlatform, line: Line
) -> None:
    the_order_exists(platform)
    one, other = line.client(), line.client(name="foodora-nord")
    await asyncio.gather(get(one), get(other))
    assert len(asked(platform, "token")) == 1
    await line.clock.pass_by(7200 - 121)
    await get(other)
    assert len(asked(platform, "token")) == 1
    await line.clock.pass_by(2)
    await asyncio.gather(*(get(made) for made in (one, other, one)))
    assert len(asked(platform, "token")) == 2


async def test_a_token_that_lives_less_than_two_minutes_is_used_all_the_same(
    platform: TrainingPlatform, line: Line
) -> None:
    platform.change_settings(expires_in=100)
    the_order_exists(platform)
    made = line.client()
    for _ in range(3):
        await get(made)
    assert len(asked(platform, "token")) == 1


async def test_a_second_401_stops_and_nothing_is_sent_until_the_pause_is_over(
    script: Scripted, scripted_line: Line
) -> None:
    script.answer = lambda request: Response(b'{"message": "no"}', 401)
    made = scripted_line.client()
    for pause in (60, 120, 300, 300):
        error = await error_of(put(made))
        assert type(error) is LockedOut
        assert error.retry_after == pause
        before = len(script.requests)
        again = await error_of(put(made))
        assert type(again) is LockedOut
        assert len(script.requests) == before
        await scripted_line.clock.pass_by(pause)
    assert script.count("PUT") == 8
    script.answer = lambda request: Response(b"")
    await put(made)


async def test_calls_that_are_locked_out_together_are_one_failure(script: Scripted, scripted_line: Line) -> None:
    script.answer = lambda request: Response(b"", 401)
    made = scripted_line.client(auth="static")
    errors = await asyncio.gather(*(error_of(get(made)) for _ in range(5)))
    assert {error.retry_after for error in errors} == {60}


async def test_a_static_token_is_sent_as_it_is_and_a_401_is_final(platform: TrainingPlatform, line: Line) -> None:
    platform.change_settings(static_token="old-token")
    the_order_exists(platform)
    made = line.client(auth="static", client_id="")
    assert (await get(made)).said.ref == ORDER
    await made.sign_in()
    platform.change_settings(static_token="")
    assert type(await error_of(get(made))) is LockedOut
    assert type(await error_of(made.sign_in())) is LockedOut
    assert asked(platform, "token") == []
    platform.change_settings(static_token="old-token", list_path_orders=False, list_path_vendor=False)
    await made.sign_in()
    assert (await get(made)).said.ref == ORDER


async def test_refused_secrets_are_tried_again_later_but_another_secret_at_once(
    platform: TrainingPlatform, line: Line
) -> None:
    the_order_exists(platform)
    secrets = {"client_secret": "wrong-secret"}
    made = line.client(secret=secrets.get)
    error = await error_of(get(made))
    assert (type(error), error.retry_after) == (LockedOut, 60)
    assert "Invalid client credentials" in error.words
    await error_of(get(made))
    assert len(asked(platform, "token")) == 1
    assert type(await error_of(made.sign_in())) is LockedOut
    secrets["client_secret"] = "training-secret"
    assert (await get(made)).said.ref == ORDER
    await made.sign_in()
    assert len(asked(platform, "token")) == 4


async def test_an_account_without_a_secret_is_locked_out_and_the_secrets_name_is_said(line: Line) -> None:
    error = await error_of(get(line.client(secret={}.get)))
    assert type(error) is LockedOut
    assert "no secret client_secret is stored" in error.words


async def test_a_sign_in_that_is_down_is_asked_2_4_8_up_to_60_seconds_apart_by_one_call_at_a_time(
    script: Scripted, scripted_line: Line
) -> None:
    script.token = lambda number: Response(b"", 503)
    made = scripted_line.client()
    for number, pause in enumerate((2, 4, 8, 16, 32, 60, 60), 1):
        errors = await asyncio.gather(*(error_of(put(made)) for _ in range(5)))
        assert {type(error) for error in errors} == {Unreachable}
        assert {error.retry_after for error in errors} == {pause}
        assert script.count("POST") == number
        await scripted_line.clock.pass_by(pause)
    assert script.count("PUT") == 0


# Limits.


@pytest.mark.parametrize(("style", "seconds"), [("seconds", 60), ("date", 60), ("nonsense", 60), ("missing", 60)])
@pytest.mark.parametrize("route", ["get_order", "token"])
async def test_after_429_nothing_leaves_before_its_time_whatever_the_header_says(
    platform: TrainingPlatform, style: str, seconds: float, route: str
) -> None:
    clock = VirtualClock()
    line = Line(platform.url, Limiter(50, clock), clock)
    the_order_exists(platform)
    platform.fault(route, "status", value=429, retry_after=style)
    made = line.client()
    error = await error_of(get(made))
    assert type(error) is Limited
    assert error.retry_after == pytest.approx(seconds, abs=2)
    sent = len(platform.state()["requests"])
    waiting = [asyncio.create_task(put(made)), asyncio.create_task(get(made))]
    await clock.pass_by(seconds - 3)
    assert len(platform.state()["requests"]) == sent
    assert not any(task.done() for task in waiting)
    await clock.pass_by(6)
    await asyncio.gather(*waiting)
    await line.close()


async def test_the_block_page_of_the_edge_shuts_everything_for_a_minute(platform: TrainingPlatform, line: Line) -> None:
    platform.fault("put_order", "block_page")
    assert type(await error_of(put(line.client()))) is Limited
    assert isinstance(line.pace, OpenPace)
    assert line.pace.shut_for == [60]


# Secrets.


async def test_no_token_and_no_secret_stands_in_a_log_an_error_or_a_repr(
    script: Scripted, scripted_line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    script.answer = lambda request: PlainTextResponse("bad token " + request.headers["authorization"][7:], 400)
    made = scripted_line.client()
    texts = [str(await error_of(put(made)))]
    script.token = lambda number: PlainTextResponse("bad secret training-secret", 400)
    texts.append(str(await error_of(made.sign_in())))
    assert len(texts[0]) > len("bad token")
    texts += [caplog.text, repr(made), repr(account()), repr(made.__dict__), repr(scripted_line.sign_ins)]
    for text in texts:
        assert "training-secret" not in text
        assert "eyJ-token" not in text


@pytest.mark.parametrize(
    ("url", "title", "brand"),
    [
        ("https://foodora.partner.deliveryhero.io", "", "foodora"),
        ("https://glovo.partner.deliveryhero.io/", "", "Glovo"),
        ("http://localhost:99", "", "foodora-centro"),
        ("http://127.0.0.1:99", "Training", "Training"),
    ],
)
def test_the_shop_reads_the_brands_name(url: str, title: str, brand: str) -> None:
    assert account(base_url=url, title=title).brand == brand


@pytest.mark.parametrize("url", ["http://foodora.partner.deliveryhero.io", "ftp://127.0.0.1", "", "127.0.0.1"])
def test_secrets_are_not_sent_over_an_open_line(url: str) -> None:
    with pytest.raises(ValueError, match="base_url must begin with https://"):
        account(base_url=url)


def test_another_way_of_signing_in_is_refused_with_what_is_accepted() -> None:
    with pytest.raises(ValueError, match='auth must be "oauth" or "static"'):
        account(auth="basic")

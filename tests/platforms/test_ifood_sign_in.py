"""Signing in at iFood and being told to slow down, over real HTTP; and that no secret gets out."""

import asyncio
import json
import traceback
from collections.abc import AsyncIterator, Callable, Iterator
from urllib.parse import quote, quote_plus

import pytest
from starlette.responses import Response

from picker_app.domain.cart import Kind
from picker_app.platforms.ifood_pos.client import IfoodPos
from picker_app.platforms.pace import Limiter
from picker_app.platforms.port import Accepted, Limited, LockedOut, PlatformError, Priority, Unreachable
from tests.platforms.delivery_hero_shop import OpenPace, VirtualClock
from tests.platforms.ifood_line import TOKEN, Asked, Line, Scripted, error_of, scripted, socket_that
from tests.platforms.ifood_shop import SECRETS, account, message

HOUR = 3600.0


@pytest.fixture
def script() -> Iterator[Scripted]:
    with scripted() as server:
        yield server


@pytest.fixture
async def line(script: Scripted) -> AsyncIterator[Line]:
    made = Line(script.url)
    yield made
    await made.close()


def token_of(asked: Asked) -> str:
    return asked.headers["authorization"].removeprefix("Bearer ")


async def confirm(to: IfoodPos) -> Accepted:
    return await to.send(message(Kind.CONFIRM), b"", Priority.ACT)


async def outcome(to: IfoodPos) -> type[PlatformError] | None:
    """What a poll comes to."""
    try:
        await to.poll()
    except PlatformError as error:
        return type(error)
    return None


# Tokens.


async def test_ten_calls_with_a_token_that_died_ask_for_one_new_token(script: Scripted, line: Line) -> None:
    made = line.client()
    await made.poll()
    script.answer = lambda asked: Response(b"", 401 if token_of(asked) == "eyJ-token-1" else 202)
    await asyncio.gather(*(confirm(made) for _ in range(10)))
    assert script.sign_ins == 2


async def test_a_token_is_renewed_when_less_than_300_seconds_are_left(script: Scripted, line: Line) -> None:
    made = line.client()
    await made.poll()
    await line.clock.pass_by(3599 - 301)
    await made.poll()
    assert script.sign_ins == 1
    await line.clock.pass_by(2)
    await made.poll()
    assert script.sign_ins == 2


@pytest.mark.parametrize("seconds", ["60", '"60"'])
async def test_a_token_that_lives_shorter_than_600_seconds_is_renewed_at_half_its_life(
    script: Scripted, line: Line, seconds: str
) -> None:
    script.token = lambda number: Response((TOKEN % number).replace("3599", seconds))
    made = line.client()
    await made.poll()
    await line.clock.pass_by(29)
    await made.poll()
    assert script.sign_ins == 1
    await line.clock.pass_by(2)
    await made.poll()
    assert script.sign_ins == 2


async def test_a_401_is_answered_with_one_new_token_and_one_repeat_and_then_locked_out(
    script: Scripted, line: Line
) -> None:
    script.answer = lambda asked: Response(b'{"message": "no"}', 401)
    made = line.client()
    error = await error_of(confirm(made))
    assert type(error) is LockedOut and error.status == 401 and error.retry_after == 60
    assert [token_of(asked) for asked in script.calls] == ["eyJ-token-1", "eyJ-token-2"]


async def test_a_platform_that_takes_no_token_is_asked_for_few_of_them(script: Scripted, line: Line) -> None:
    script.answer = lambda asked: Response(b"", 401)
    made = line.client()
    for _ in range(int(HOUR / 45)):
        assert await outcome(made) is LockedOut
        await line.clock.pass_by(45)
    assert script.sign_ins <= 7


async def test_an_act_that_is_not_allowed_holds_up_neither_polls_nor_their_tokens(script: Scripted, line: Line) -> None:
    dead: list[str] = []

    def answer(asked: Asked) -> Response:
        forbidden = asked.method == "PUT" or token_of(asked) in dead
        return Response(b"", 401 if forbidden else 404)

    script.answer = answer
    made = line.client()
    for _ in range(5):
        assert type(await error_of(made.set_shop("999", True, ""))) is LockedOut
        assert await outcome(made) is None
    assert script.sign_ins == 2, "a right that the user does not have comes with no token"
    dead.append("eyJ-token-2")
    assert await outcome(made) is None
    assert script.sign_ins == 3, "but a token that worked before and died is renewed at once"


# Secrets that are refused.


async def test_refused_secrets_are_tried_after_1_and_5_and_then_every_15_minutes(script: Scripted, line: Line) -> None:
    script.token = lambda number: Response(b'{"error": "invalid_grant", "error_description": "Bad credentials"}', 401)
    made = line.client()
    for number, rest in enumerate((60, 300, 900, 900), 1):
        errors = await asyncio.gather(*(error_of(confirm(made)) for _ in range(5)))
        assert {type(error) for error in errors} == {LockedOut}
        assert {error.retry_after for error in errors} == {rest}
        assert {error.words for error in errors} == {"username, password: Bad credentials: invalid_grant"}
        assert script.sign_ins == number
        await line.clock.pass_by(rest)
    script.token = lambda number: Response(TOKEN % number)
    assert await outcome(made) is None


async def test_an_hour_of_refused_sign_ins_is_at_most_seven(script: Scripted, line: Line) -> None:
    script.token = lambda number: Response(b"", 401)
    made = line.client()
    for _ in range(int(HOUR)):
        assert await outcome(made) is LockedOut
        await line.clock.pass_by(1)
    assert script.sign_ins <= 7
    assert script.calls == []


async def test_other_secrets_are_tried_at_once_and_a_person_may_try_at_any_time(script: Scripted, line: Line) -> None:
    secrets = {**SECRETS, "password": "wrong"}
    script.token = lambda number: Response(TOKEN % number if "w%C3%B6rd" in script.asked[-1].query else b"", 401)
    made = line.client(secret=secrets.get)
    assert await outcome(made) is LockedOut
    assert await outcome(made) is LockedOut
    assert script.sign_ins == 1
    assert type(await error_of(made.sign_in())) is LockedOut
    assert script.sign_ins == 2
    secrets["password"] = SECRETS["password"]
    script.token = lambda number: Response(TOKEN % number)
    assert await outcome(made) is None
    await made.sign_in()
    assert script.sign_ins == 4


@pytest.mark.parametrize("name", ["client_secret", "password"])
async def test_an_account_without_a_secret_is_locked_out_and_the_secret_is_named(
    script: Scripted, line: Line, name: str
) -> None:
    error = await error_of(line.client(secret={**SECRETS, name: ""}.get).poll())
    assert type(error) is LockedOut and f"no secret {name} is stored" in error.words
    assert script.asked == []


@pytest.mark.parametrize("status", [500, 503])
async def test_a_sign_in_that_is_down_is_asked_5_10_20_up_to_300_seconds_apart(
    script: Scripted, line: Line, status: int
) -> None:
    script.token = lambda number: Response(b"", status)
    made = line.client()
    for number, rest in enumerate((5, 10, 20, 40, 80, 160, 300, 300), 1):
        error = await error_of(confirm(made))
        assert (type(error), error.retry_after, script.sign_ins) == (Unreachable, rest, number)
        await line.clock.pass_by(rest)
    assert script.calls == []


async def test_a_sign_in_that_cannot_be_reached_is_tried_2_4_8_up_to_60_seconds_apart() -> None:
    async with socket_that(nothing) as url:
        pass
    line = Line(url)
    made = line.client()
    for rest in (2, 4, 8, 16, 32, 60, 60):
        error = await error_of(confirm(made))
        assert (type(error), error.retry_after) == (Unreachable, rest)
        await line.clock.pass_by(rest)
    await line.close()


async def nothing(writer: asyncio.StreamWriter) -> None:
    pass


# Limits.


@pytest.mark.parametrize("of_token", [True, False])
@pytest.mark.parametrize(("value", "seconds"), [("90", 90), ("9999", 600), ("soon", 45), ("", 45)])
async def test_after_a_429_no_call_of_the_account_leaves_before_its_time(
    script: Scripted, value: str, seconds: float, of_token: bool
) -> None:
    clock = VirtualClock()
    line = Line(script.url, Limiter(5, clock, fewest=5, most=5, window=1.0), clock)
    limited = Response(b"", 429, headers={"retry-after": value})
    if of_token:
        script.token = lambda number: limited
    else:
        script.answer = lambda asked: limited
    made = line.client()
    error = await error_of(made.poll())
    assert (type(error), error.retry_after) == (Limited, seconds)
    script.token, script.answer = lambda number: Response(TOKEN % number), lambda asked: Response(b"", 202)
    sent = len(script.asked)
    waiting = [asyncio.create_task(confirm(made)), asyncio.create_task(made.poll())]
    await clock.pass_by(seconds - 1)
    assert len(script.asked) == sent and not any(task.done() for task in waiting)
    await clock.pass_by(2)
    await asyncio.gather(*waiting)
    await line.close()


async def test_one_429_after_another_is_waited_for_longer_and_a_good_answer_ends_it(
    script: Scripted, line: Line
) -> None:
    script.answer = lambda asked: Response(b"", 429)
    made = line.client(poll_seconds=30)
    for _ in range(5):
        await error_of(made.poll())
    script.answer = lambda asked: Response(b"", 404)
    await made.poll()
    script.answer = lambda asked: Response(b"", 429)
    await error_of(made.poll())
    assert isinstance(line.pace, OpenPace)
    assert line.pace.shut_for == [30, 60, 120, 240, 240, 30]


# Secrets.


def as_json(text: str) -> str:
    return json.dumps(text)[1:-1]


def forms() -> list[str]:
    """Every way in which a secret may be written."""
    written: list[Callable[[str], str]] = [str, lambda text: quote(text, safe=""), quote_plus, quote, as_json]
    return [form(secret) for secret in SECRETS.values() for form in written]


@pytest.mark.parametrize("status", [200, 302, 400, 401, 403, 404, 429, 500, 503])
async def test_no_secret_stands_in_a_log_an_error_a_trace_or_a_repr_after_a_sign_in_that_failed(
    script: Scripted, line: Line, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    caplog.set_level("DEBUG")

    def repeats_all(number: int) -> Response:
        said = ["bad", script.asked[-1].query, *forms()]
        body = json.dumps({"message": [*SECRETS.values()]}) if number % 2 else " ".join(said)
        return Response(body, status, headers={"location": f"{script.url}/oauth/token"})

    script.token = repeats_all
    made = line.client()
    errors = [await error_of(made.poll()), await error_of(made.sign_in())]
    texts = [caplog.text, repr(made), repr(made.__dict__), repr(account())]
    for error in errors:
        texts += [str(error), repr(error), error.words, "".join(traceback.format_exception(error))]
    assert "oauth/token" in caplog.text
    for text in texts:
        assert not [form for form in forms() if form in text]


async def test_no_secret_stands_in_the_words_of_a_line_that_broke(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    async with socket_that(nothing) as url:
        pass
    line = Line(url)
    error = await error_of(line.client().sign_in())
    trace = "".join(traceback.format_exception(error))
    assert error.words == "ConnectError" and not [form for form in forms() if form in trace + caplog.text]
    await line.close()


async def test_no_token_stands_in_a_log_or_an_error(
    script: Scripted, line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    script.answer = lambda asked: Response("no: " + token_of(asked), 400)
    made = line.client()
    error = await error_of(confirm(made))
    assert error.words.startswith("no: ")
    for text in (caplog.text, str(error), repr(made.__dict__)):
        assert "eyJ-token" not in text

"""What the platform's answers tell of its clock, and the one look at its list that needs no more than one order."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from starlette.responses import Response

from picker_app.platforms.answers import Answer, ahead
from picker_app.platforms.port import Heard, Missing
from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.platforms.delivery_hero_line import Line, Scripted, asked, error_of, the_order_exists
from tests.platforms.delivery_hero_shop import ORDER

NOW = datetime(2025, 6, 3, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("date", "seconds"),
    [
        ("Tue, 03 Jun 2025 09:00:00 GMT", 0),
        ("Tue, 03 Jun 2025 09:00:47 GMT", 47),
        ("Tue, 03 Jun 2025 11:59:00 +0300", -60),
        ("Tue, 03 Jun 2025 08:59:00 -0000", -60),
    ],
)
def test_the_date_of_an_answer_tells_how_far_the_platforms_clock_is_ahead(date: str, seconds: int) -> None:
    answer = Answer(200, {"date": date}, b"", NOW)
    assert ahead(answer) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "date", ["", "today", "Tue, 03 Jun 2025 09:00:00 +99999999999999999", "Tue, 99 Jun 2025 09:00:00 GMT"]
)
def test_a_date_that_cannot_be_read_tells_nothing(date: str) -> None:
    assert ahead(Answer(200, {"date": date}, b"", NOW)) is None
    assert ahead(Answer(200, {}, b"", NOW)) is None


async def test_the_client_knows_the_platforms_clock_from_its_last_answer(script: Scripted, scripted_line: Line) -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(minutes=10), usegmt=True)
    script.answer = lambda request: Response(b'{"orders": []}', headers={"date": later})
    made = scripted_line.client()
    assert await made.recent() == ()
    found = made.ahead
    assert found is not None and timedelta(minutes=9) < found < timedelta(minutes=10, seconds=1)
    script.answer = lambda request: Response(b'{"orders": []}')
    await made.recent()
    assert made.ahead is None


async def test_the_list_of_the_last_hour_is_asked_for_one_order(platform: TrainingPlatform, line: Line) -> None:
    the_order_exists(platform)
    platform.change_settings(list_path_orders=False)
    (heard,) = await line.client().recent()
    assert isinstance(heard, Heard) and heard.said.ref == ORDER
    first, second = asked(platform, "list")
    assert "page_size=1&" in second["query"] and (first["answer"], second["answer"]) == (404, 200)
    platform.change_settings(list_path_vendor=False)
    assert type(await error_of(line.client().recent())) is Missing

"""What the tests of platforms share: the training platform, and lines to it or to a scripted server."""

from collections.abc import AsyncIterator, Iterator

import pytest

from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.platforms.delivery_hero_line import Line, Scripted, scripted


@pytest.fixture
def platform() -> Iterator[TrainingPlatform]:
    with TrainingPlatform() as training:
        yield training


@pytest.fixture
async def line(platform: TrainingPlatform) -> AsyncIterator[Line]:
    made = Line(platform.url)
    yield made
    await made.close()


@pytest.fixture
def script() -> Iterator[Scripted]:
    with scripted() as server:
        yield server


@pytest.fixture
async def scripted_line(script: Scripted) -> AsyncIterator[Line]:
    made = Line(script.url)
    yield made
    await made.close()

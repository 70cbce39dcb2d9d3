"""A database and a platform with a catalogue."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.outbox.shop import Shop


@pytest.fixture
def platform() -> Iterator[TrainingPlatform]:
    with TrainingPlatform(requests_per_minute=100_000, token_calls_per_minute=100_000) as training:
        yield training


@pytest.fixture
async def shop(no_task_left: None, tmp_path: Path, platform: TrainingPlatform) -> AsyncIterator[Shop]:
    """A shop of which nothing runs but its database."""
    opened = Shop(tmp_path, platform)
    opened.database.open()
    yield opened
    await opened.close()

"""The shop of the messenger's tests."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.outbox.shop import Shop


@pytest.fixture
def platform() -> Iterator[TrainingPlatform]:
    with TrainingPlatform(requests_per_minute=100_000, token_calls_per_minute=100_000, time_scale=0.01) as training:
        yield training


@pytest.fixture
async def closed_shop(no_task_left: None, tmp_path: Path, platform: TrainingPlatform) -> AsyncIterator[Shop]:
    """A shop in the morning: everything is there, nothing runs."""
    shop = Shop(tmp_path, platform)
    shop.database.open()
    yield shop
    await shop.close()


@pytest.fixture
async def shop(closed_shop: Shop) -> Shop:
    """A shop that is open: the platform rings, the messenger runs."""
    await closed_shop.start()
    return closed_shop

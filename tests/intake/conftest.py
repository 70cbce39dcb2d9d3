"""The shop of the door's tests; the messenger is not there."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.outbox.shop import SECRET, Shop


@pytest.fixture
def platform() -> Iterator[TrainingPlatform]:
    with TrainingPlatform(requests_per_minute=100_000, token_calls_per_minute=100_000, time_scale=0.01) as training:
        yield training


@pytest.fixture
async def closed_shop(no_task_left: None, tmp_path: Path, platform: TrainingPlatform) -> AsyncIterator[Shop]:
    """A shop of which nothing runs yet."""
    shop = Shop(tmp_path, platform)
    shop.database.open()
    yield shop
    await shop.close()


@pytest.fixture
async def shop(closed_shop: Shop) -> Shop:
    """A shop whose door is open and rung by the platform."""
    await closed_shop.start(courier=False)
    return closed_shop


@pytest.fixture
async def caller(shop: Shop) -> AsyncIterator[httpx.AsyncClient]:
    """Whoever calls the webhook, with the right secret."""
    async with httpx.AsyncClient(
        base_url=shop.listener.url, headers={"authorization": SECRET}, trust_env=False, timeout=10
    ) as client:
        yield client

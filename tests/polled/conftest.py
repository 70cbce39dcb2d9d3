"""The shop at a polled platform: everything is real but its shelves."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from picker_app.training.ifood_pos.platform import TrainingIfood
from tests.outbox.status_shop import StatusShop


@pytest.fixture
def platform() -> Iterator[TrainingIfood]:
    with TrainingIfood(strict=True, min_poll_s=0, token_ttl_s=10**8) as training:
        yield training


@pytest.fixture
async def closed_shop(no_task_left: None, tmp_path: Path, platform: TrainingIfood) -> AsyncIterator[StatusShop]:
    """A shop in the morning: everything is there, nothing runs."""
    shop = StatusShop(tmp_path, platform)
    shop.database.open()
    yield shop
    await shop.close()


@pytest.fixture
async def shop(closed_shop: StatusShop) -> StatusShop:
    """A shop that is open: the platform is polled, the messenger runs."""
    await closed_shop.start()
    return closed_shop

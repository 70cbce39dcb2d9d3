"""A bench of promotions: both training platforms, the record, and a clock that is moved by hand."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from picker_app.training.deliveroo.platform import TrainingDeliveroo
from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.promotions.campaign_bench import Bench, HandClock


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def brand(clock: HandClock) -> Iterator[TrainingDeliveroo]:
    with TrainingDeliveroo(clock=clock, requests_per_minute=100_000) as platform:
        yield platform


@pytest.fixture
def chain(clock: HandClock) -> Iterator[TrainingPlatform]:
    platform = TrainingPlatform(clock=clock, requests_per_minute=100_000, token_calls_per_minute=100_000)
    platform.start()
    platform.change_settings(job_seconds=0)
    yield platform
    platform.close()


@pytest.fixture
async def bench(tmp_path: Path, brand: TrainingDeliveroo, clock: HandClock) -> AsyncIterator[Bench]:
    made = Bench(tmp_path, brand, clock)
    yield made
    await made.close()


@pytest.fixture
async def both(
    tmp_path: Path, brand: TrainingDeliveroo, chain: TrainingPlatform, clock: HandClock
) -> AsyncIterator[Bench]:
    made = Bench(tmp_path, brand, clock, chain)
    yield made
    await made.close()

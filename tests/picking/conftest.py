"""The shop that the tests of picking work in."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.picking.shop import Shop


@pytest.fixture
async def shop(tmp_path: Path) -> AsyncIterator[Shop]:
    """A shop whose board follows its desk."""
    shop = Shop(tmp_path / "shop.db")
    await shop.board.start()
    yield shop
    await shop.close()

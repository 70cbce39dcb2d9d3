"""The marks and the counters of the acceptance run."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.blackbox import driver
from tests.blackbox.platform import Platform
from tests.blackbox.screen import Screen, display


def pytest_configure(config: pytest.Config) -> None:
    """Name the mark of the tests that start the program on a real display."""
    config.addinivalue_line("markers", "display: starts the program on a display of its own (Xvfb, xdotool)")


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """The display of all journeys."""
    with display(tmp_path_factory.mktemp("screen"), driver.PICTURES) as shown:
        yield shown


OpenShop = Callable[..., driver.Shop]


@pytest.fixture
def open_shop(screen: Screen, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[OpenShop]:
    """Open a counter on a platform with the given ways; both end with the test."""
    with ExitStack() as stack:

        def opened(**ways: object) -> driver.Shop:
            platform = stack.enter_context(Platform(**ways))  # type: ignore[arg-type]
            name = request.node.name.removeprefix("test_")[:60]
            return stack.enter_context(driver.shop(platform, screen, tmp_path / "shop", name))

        yield opened


@pytest.fixture
def shop(open_shop: OpenShop) -> driver.Shop:
    """An open counter on a platform as it usually is."""
    return open_shop()

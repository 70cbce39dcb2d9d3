"""The marks and the counters of the acceptance run."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.blackbox import driver
from tests.blackbox.counter import PICTURES
from tests.blackbox.platform import Platform
from tests.blackbox.screen import Screen, display


def pytest_configure(config: pytest.Config) -> None:
    """Name the mark of the tests that start the program on a real display."""
    config.addinivalue_line("markers", "display: starts the program on a display of its own (Xvfb, xdotool)")


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """The display of all journeys."""
    with display(tmp_path_factory.mktemp("screen"), PICTURES) as shown:
        yield shown


OpenShop = Callable[..., driver.Shop]


@pytest.fixture
def open_shop(screen: Screen, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[OpenShop]:
    """Open a counter of one's own on a platform with the given ways; both end with the test."""
    with ExitStack() as stack:

        def opened(**ways: Any) -> driver.Shop:
            platform = stack.enter_context(Platform(**ways))
            return stack.enter_context(driver.shop(platform, screen, tmp_path / "shop", told(request)))

        yield opened


@pytest.fixture(scope="module")
def counter(
    screen: Screen, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[driver.Shop]:
    """One counter for the tests of a module: to start the program for each would take too long."""
    name = request.path.stem.removeprefix("test_")
    with Platform() as platform, driver.shop(platform, screen, tmp_path_factory.mktemp(name), name) as made:
        yield made


@pytest.fixture
def shop(counter: driver.Shop, request: pytest.FixtureRequest) -> Iterator[driver.Shop]:
    """The module's counter, back in the inbox; orders of tests before may still be in it."""
    counter.begin(told(request))
    yield counter
    counter.check_manners()


def told(request: pytest.FixtureRequest) -> str:
    """The name of a test for its pictures."""
    return str(request.node.name).removeprefix("test_")[:60]

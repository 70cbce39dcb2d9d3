"""Checks with a program of its own each what iFood must never cost an order: kills, faults, polls at the wrong time."""

import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.blackbox.conftest import told
from tests.blackbox.ifood_driver import IfoodShop, ifood_shop
from tests.blackbox.ifood_goods import COFFEE, RICE, item, order
from tests.blackbox.ifood_platform import IfoodPlatform
from tests.blackbox.screen import Screen

pytestmark = [pytest.mark.display, pytest.mark.xdist_group("display"), pytest.mark.timeout(170)]

Open = Callable[..., IfoodShop]
SLACK_SECONDS = 0.25
LATE_SECONDS = 1.5
F5_SECONDS = 5.0


@pytest.fixture
def open_ifood(screen: Screen, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Open a counter of one's own on a platform with the given ways; both end with the test."""
    with ExitStack() as stack:

        def opened(**ways: Any) -> IfoodShop:
            platform = stack.enter_context(IfoodPlatform(**ways))
            return stack.enter_context(ifood_shop(platform, screen, tmp_path / "shop", told(request)))

        yield opened


def gaps(platform: IfoodPlatform, first: int = 0) -> list[float]:
    """The seconds between one poll and the next."""
    times = [request.at for request in platform.polls()[first:]]
    return [later - earlier for earlier, later in pairwise(times)]


def test_the_order_is_read_and_stored_before_it_is_acknowledged_and_integrated(open_ifood: Open) -> None:
    shop = open_ifood()
    placed = order(item(COFFEE, 2))
    reference = shop.receive(placed)
    platform = shop.platform
    (read,) = platform.reads(reference)
    (acknowledged,) = (request for request, _ in platform.acknowledgments()[:1])
    handed_out = platform.polls(200)[0]
    assert handed_out.at < read.at < acknowledged.at
    assert read.at < platform.said(reference, "integration")[0].at


def test_no_poll_comes_sooner_than_the_interval(open_ifood: Open) -> None:
    shop = open_ifood(poll_seconds=2)
    shop.receive(order(item(COFFEE)))
    shop.polls_again(3)
    assert min(gaps(shop.platform)) >= 2 - SLACK_SECONDS
    # An open dialog delays none.
    shop.press("F1")
    first = len(shop.platform.polls())
    shop.polls_again(3)
    assert max(gaps(shop.platform, first)) <= 2 + LATE_SECONDS
    shop.home()


@pytest.mark.long
def test_f5_in_the_inbox_polls_at_once_but_not_twice_in_five_seconds(open_ifood: Open) -> None:
    shop = open_ifood(poll_seconds=40)
    platform = shop.platform
    first = platform.polls()[-1]
    for polls in (2, 3):
        for _ in range(4):
            shop.screen.tap("F5")
        assert platform.wait_for(partial(platform.has_polled, polls), 12)
    times = [first.at, *(poll.at for poll in platform.polls()[-2:])]
    assert all(later - earlier >= F5_SECONDS - SLACK_SECONDS for earlier, later in pairwise(times))
    assert times[-1] - times[0] < 40


def test_an_order_confirms_itself_where_the_shop_wants_that(open_ifood: Open) -> None:
    shop = open_ifood(confirm="auto")
    reference = shop.receive(order(item(COFFEE)))
    shop.said(reference, "confirmation")
    assert shop.platform.statuses(reference) == ["integration", "confirmation"]


def test_killed_between_storing_and_acknowledging_there_is_one_order_and_it_is_acknowledged(open_ifood: Open) -> None:
    shop = open_ifood()
    platform = shop.platform
    placed = order(item(COFFEE, 2))
    platform.faults["ack"].append("hold")
    event = platform.place(placed)
    assert platform.wait_for(lambda: platform.acknowledgments(), 20)
    shop.program.stop(signal.SIGKILL)
    assert not platform.is_acknowledged(event)
    shop.open()
    reference = placed["reference"]
    assert platform.wait_for(lambda: platform.is_acknowledged(event) or reference not in platform.held, 20)
    shop.said(reference, "integration")
    shop.picture("one-order")
    shop.scan(placed["shortReference"])
    shop.scan(COFFEE, COFFEE)
    shop.finish()
    shop.said(reference, "dispatch")
    assert platform.statuses(reference) == ["integration", "confirmation", "dispatch"]
    shop.hears(reference)


@pytest.mark.long
def test_killed_before_the_order_could_be_read_it_is_read_after_the_start(open_ifood: Open) -> None:
    shop = open_ifood()
    platform = shop.platform
    placed = order(item(RICE))
    platform.faults["order"].append("hold")
    event = platform.place(placed)
    assert platform.wait_for(lambda: platform.reads(placed["reference"]), 20)
    shop.program.stop(signal.SIGKILL)
    shop.open()
    shop.acknowledges(event)
    shop.said(placed["reference"], "integration")


@pytest.mark.long
def test_an_order_that_cannot_be_read_holds_back_no_other_and_is_not_acknowledged(open_ifood: Open) -> None:
    shop = open_ifood()
    platform = shop.platform
    late, prompt = order(item(COFFEE)), order(item(RICE))
    with platform.changed:
        late_event = platform.place(late)
        del platform.orders[late["reference"]]
        prompt_event = platform.place(prompt)
    shop.acknowledges(prompt_event)
    shop.said(prompt["reference"], "integration")
    assert not platform.is_acknowledged(late_event)
    platform.orders[late["reference"]] = late
    assert platform.wait_for(lambda: platform.is_acknowledged(late_event), 45), "it was not read again"
    shop.said(late["reference"], "integration")


def test_a_confirmation_whose_answer_was_lost_is_not_said_twice_once_its_event_came(open_ifood: Open) -> None:
    shop = open_ifood()
    platform = shop.platform
    placed = order(item(COFFEE))
    reference = shop.receive(placed)
    shop.scan(placed["shortReference"])
    platform.faults["confirmation"].append("drop_after")
    shop.press("Return")
    assert platform.wait_for(lambda: platform.said(reference, "confirmation"))
    shop.hears(reference)
    shop.polls_again(4)
    assert len(platform.said(reference, "confirmation")) == 1
    shop.picture("confirmed")


@pytest.mark.parametrize(
    "fault", ["drop_before", *(pytest.param(fault, marks=pytest.mark.long) for fault in ("503", "429", "500", "401"))]
)
def test_a_confirmation_that_was_not_carried_out_is_said_again(fault: str, open_ifood: Open) -> None:
    shop = open_ifood()
    platform = shop.platform
    placed = order(item(COFFEE))
    reference = shop.receive(placed)
    shop.scan(placed["shortReference"])
    platform.faults["confirmation"].append(fault)
    shop.press("Return")
    assert platform.wait_for(lambda: platform.states[reference] == "CONFIRMED", 30), fault
    shop.hears(reference)
    assert len(platform.said(reference, "confirmation")) == 2


@pytest.mark.long
def test_polls_that_fail_are_read_as_no_order_and_the_next_one_is_good(open_ifood: Open) -> None:
    shop = open_ifood()
    platform = shop.platform
    for fault in ("429", "500", "503", "drop_before"):
        platform.faults["poll"].append(fault)
        placed = order(item(COFFEE))
        event = platform.place(placed)
        assert platform.wait_for(partial(platform.is_acknowledged, event), 30), fault
        shop.said(placed["reference"], "integration")

"""Works orders of iFood from the poll to the last status on a real display, with keys and scans alone."""

from collections.abc import Iterator

import pytest

from tests.blackbox.conftest import told
from tests.blackbox.ifood_driver import IfoodShop, ifood_shop
from tests.blackbox.ifood_goods import COFFEE, JUICE, OTHER_MERCHANT, RICE, item, order
from tests.blackbox.ifood_platform import IfoodPlatform
from tests.blackbox.screen import Screen

pytestmark = [pytest.mark.display, pytest.mark.xdist_group("display"), pytest.mark.timeout(170)]


@pytest.fixture(scope="module")
def ifood_counter(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[IfoodShop]:
    """One counter for the tests of this module."""
    with (
        IfoodPlatform() as platform,
        ifood_shop(platform, screen, tmp_path_factory.mktemp("ifood"), "ifood") as made,
    ):
        yield made


@pytest.fixture
def shop(ifood_counter: IfoodShop, request: pytest.FixtureRequest) -> Iterator[IfoodShop]:
    """The module's counter, back in the inbox; orders of tests before may still be in it."""
    ifood_counter.begin(told(request))
    yield ifood_counter
    ifood_counter.check_manners()


def test_a_from_the_poll_to_dispatch_by_enter_scans_and_f9(shop: IfoodShop) -> None:
    placed = order(item(COFFEE, 2), item(RICE, 1))
    reference = shop.receive(placed)
    assert shop.said(reference, "integration").body == b""
    shop.picture("inbox")
    shop.scan(placed["shortReference"])
    shop.picture("opened")
    shop.polls_again()
    assert shop.platform.statuses(reference) == ["integration"], "looking at an order owes nothing"

    shop.press("Return")
    assert shop.said(reference, "confirmation").body == b""
    shop.hears(reference)
    shop.picture("confirmed")

    shop.scan(COFFEE, COFFEE, RICE)
    shop.picture("picked")
    shop.finish()
    assert shop.said(reference, "dispatch").body == b""
    shop.hears(reference)
    shop.picture("dispatched")
    assert shop.platform.statuses(reference) == ["integration", "confirmation", "dispatch"]


def test_b_an_order_to_fetch_is_delivered(shop: IfoodShop) -> None:
    placed = order(item(JUICE), kind="TOGO")
    reference = shop.receive(placed)
    shop.scan(placed["shortReference"])
    shop.press("Return")
    shop.said(reference, "confirmation")
    shop.hears(reference)
    shop.scan(JUICE)
    shop.finish()
    assert shop.said(reference, "delivery").body == b""
    shop.hears(reference)
    shop.picture("delivered")
    assert shop.platform.statuses(reference) == ["integration", "confirmation", "delivery"]


def test_c_the_first_scan_of_an_order_confirms_it(shop: IfoodShop) -> None:
    placed = order(item(COFFEE), item(RICE))
    reference = shop.receive(placed)
    shop.scan(placed["shortReference"])
    shop.scan(RICE)
    shop.said(reference, "confirmation")
    shop.picture("confirmed-by-a-scan")


def test_d_finishing_an_order_that_is_not_confirmed_says_both(shop: IfoodShop) -> None:
    placed = order(item(COFFEE))
    reference = shop.receive(placed)
    shop.scan(placed["shortReference"])
    shop.scan(COFFEE)
    shop.finish()
    shop.said(reference, "dispatch")
    assert shop.platform.statuses(reference) == ["integration", "confirmation", "dispatch"]


def test_e_a_rejection_has_details_and_cancels_nothing(shop: IfoodShop) -> None:
    placed = order(item(RICE, 2))
    reference = shop.receive(placed)
    shop.scan(placed["shortReference"])
    shop.press("ctrl+Delete")
    shop.picture("reasons")
    shop.press("Return")
    shop.picture("details")
    shop.screen.tap("Return")
    offered = shop.details(reference)
    assert 1 <= len(offered.strip()) <= 500
    shop.picture("rejected")
    assert shop.platform.states[reference] == "INTEGRATED"
    shop.polls_again(3)
    assert shop.platform.statuses(reference) == ["integration", "rejection"]

    # The desk of the platform sets it right: the order is work again.
    shop.home()
    shop.platform.say(reference, "CONFIRMED")
    shop.hears(reference)
    shop.picture("back-to-work")
    shop.scan(placed["shortReference"])
    shop.scan(RICE, RICE)
    shop.finish()
    shop.said(reference, "dispatch")


def test_f_a_rejection_says_what_the_person_typed(shop: IfoodShop) -> None:
    placed = order(item(JUICE))
    reference = shop.receive(placed)
    shop.scan(placed["shortReference"])
    shop.press("ctrl+Delete")
    shop.press("Return")
    shop.press("ctrl+a")
    shop.type("o suco acabou")
    shop.picture("typed")
    shop.screen.tap("Return")
    assert "o suco acabou" in shop.details(reference)


def test_g_first_heard_of_by_cancelled_an_order_is_no_work(shop: IfoodShop) -> None:
    placed = order(item(COFFEE))
    shop.acknowledges(shop.platform.place(placed, "CANCELLED"))
    reference = placed["reference"]
    shop.picture("cancelled-at-once")
    shop.scan(placed["shortReference"])
    shop.screen.tap("Return")
    shop.screen.tap("F9")
    shop.screen.tap("Return")
    shop.home()
    other = order(item(RICE))
    shop.receive(other)
    shop.polls_again()
    assert shop.platform.statuses(reference) == []
    assert len(shop.platform.reads(reference)) == 1


def test_h_a_cancellation_while_picking_stops_the_work(shop: IfoodShop) -> None:
    placed = order(item(COFFEE, 2))
    reference = shop.receive(placed)
    shop.scan(placed["shortReference"])
    shop.scan(COFFEE)
    shop.said(reference, "confirmation")
    shop.hears(reference)
    shop.screen.changes(lambda: shop.acknowledges(shop.platform.say(reference, "CANCELLED")), "the event CANCELLED")
    shop.picture("cancelled")
    shop.screen.tap("F9")
    shop.screen.tap("Return")
    shop.polls_again()
    assert shop.platform.statuses(reference) == ["integration", "confirmation"]


def test_i_orders_of_a_shop_that_is_not_ours_are_left_alone(shop: IfoodShop) -> None:
    foreign = order(item(COFFEE), merchant=OTHER_MERCHANT)
    event = shop.platform.place(foreign)
    ours = order(item(RICE))
    shop.receive(ours)
    shop.polls_again(3)
    shop.picture("one-order-only")
    assert not shop.platform.is_acknowledged(event)
    assert shop.platform.statuses(foreign["reference"]) == []
    assert len(shop.platform.reads(foreign["reference"])) == 1


def test_j_two_orders_of_one_poll_are_acknowledged_in_one_list(shop: IfoodShop) -> None:
    before = len(shop.platform.acknowledgments())
    both = [order(item(COFFEE)), order(item(RICE))]
    with shop.platform.changed:
        events = [shop.platform.place(one) for one in both]
    for event in events:
        shop.acknowledges(event)
    lists = [ids for _, ids in shop.platform.acknowledgments()[before:]]
    assert any({event["id"] for event in events} <= set(ids) for ids in lists), lists


def test_k_what_ifood_does_not_accept_comes_back_is_not_dispatched_and_can_be_accepted_again(shop: IfoodShop) -> None:
    placed = order(item(COFFEE))
    reference = shop.receive(placed)
    shop.platform.faults["confirmation"] += ["400 Loja fechada"] * 2
    shop.scan(placed["shortReference"])
    shop.scan(COFFEE)
    shop.answers(reference, "confirmation", [400])
    shop.picture("not-accepted")
    shop.finish()
    shop.answers(reference, "confirmation", [400, 400])
    shop.picture("not-accepted-again")
    shop.polls_again(3)
    assert shop.platform.said(reference, "dispatch") == [], "nothing is handed over that is not confirmed"
    shop.home()
    shop.scan(placed["shortReference"])
    shop.press("Return")
    shop.picture("accept-again")
    shop.press("Return")
    shop.answers(reference, "confirmation", [400, 400, 202])
    shop.hears(reference)
    shop.finish()
    shop.said(reference, "dispatch")
    shop.hears(reference)
    shop.picture("on-its-way")
    assert shop.platform.statuses(reference) == ["integration", *["confirmation"] * 3, "dispatch"]

"""Creates, follows and deactivates promotions at Delivery Hero in the real window, by what is read and what arrives."""

import signal
from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.blackbox import goods
from tests.blackbox.chain_platform import JOBS, PROMOTION, ChainPlatform
from tests.blackbox.conftest import told
from tests.blackbox.offers import campaigns
from tests.blackbox.platform import Request
from tests.blackbox.promotion_driver import ChainOffice, opened
from tests.blackbox.promotion_rules import parsed
from tests.blackbox.reader import reader
from tests.blackbox.screen import Screen

pytestmark = [pytest.mark.display, pytest.mark.xdist_group("display"), pytest.mark.timeout(170)]

FIRST_SECONDS, GROWTH = 5.0, 1.5
SLACK = 0.85
BREAD = ("BREAD-15", "Bread week", "BRD-WW", "15")


@pytest.fixture(scope="module")
def chain() -> Iterator[ChainPlatform]:
    with ChainPlatform() as platform:
        yield platform


@pytest.fixture(scope="module")
def followed(chain: ChainPlatform, screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChainOffice]:
    """The back office that has brought in, checked, sent and followed a promotion of the chain."""
    with reader() as read:
        made = ChainOffice(chain, screen, read, tmp_path_factory.mktemp("chain"), "chain-promotions")
        with opened(made):
            made.bring_in(campaigns(BREAD), "csv")
            made.check("1 new")
            made.picture("difference")
            assert chain.sent() == []
            made.tap("F9", "Sending 1 to")
            made.reads("All taken", 40)
            made.picture("followed")
            made.check_manners()
            yield made


@pytest.fixture
def office(followed: ChainOffice, request: pytest.FixtureRequest) -> Iterator[ChainOffice]:
    """The back office in its list, after the first promotion was sent."""
    followed.begin(told(request))
    yield followed
    followed.check_manners()


def asked(chain: ChainPlatform) -> list[Request]:
    """What was asked about promotions, in its order."""
    return [request for request in list(chain.requests) if request.path.startswith(PROMOTION)]


def test_a_promotion_is_made_by_one_put_and_followed_until_it_is_live(
    office: ChainOffice, chain: ChainPlatform
) -> None:
    put, poll = asked(chain)[:2]
    assert (put.method, put.path, put.answer) == ("PUT", PROMOTION, 202)
    assert (poll.method, poll.answer) == ("GET", 200)
    assert poll.path.removeprefix(JOBS) in chain.jobs
    assert poll.at - put.at >= FIRST_SECONDS * SLACK
    sent = parsed(put.body)
    assert (sent["vendors"], sent["type"], sent["active"]) == ([goods.VENDOR], "STRIKETHROUGH", True)
    (row,) = sent["discount"]
    assert (row["discount_subtype"], row["discount_value"], row["sku"]) == ("PERCENTAGE", 15, ["BRD-WW"])
    assert chain.is_live("Bread week")
    office.reads("Bread week, Live")


def test_ending_replays_the_very_body_with_nothing_but_active_changed(
    office: ChainOffice, chain: ChainPlatform
) -> None:
    made, first = chain.sent()[-1], len(asked(chain))
    office.open_promotion("Bread week")
    office.tap("ctrl+Delete", "1 ending")
    office.picture("difference")
    assert len(asked(chain)) == first
    office.tap("F9", "Sending")
    office.reads("All taken", 30)
    put, poll = asked(chain)[first:]
    assert made.body.count(b'"active":true') + made.body.count(b'"active": true') >= 2
    assert put.body.replace(b"false", b"true", 1) == made.body
    assert parsed(put.body) == parsed(made.body) | {"active": False}
    assert poll.method == "GET" and not chain.is_live("Bread week")
    office.home()
    office.click("Over")
    office.reads("Bread week, Ended")


def test_a_promotion_whose_answer_was_lost_is_sent_once_more_and_duplicate_means_it_is_there(
    office: ChainOffice, chain: ChainPlatform
) -> None:
    first = len(chain.sent())
    chain.promotion_faults.append("drop_after")
    office.send(campaigns(("EGGS-20", "Egg days", "EGG-10", "20")), "1 new", "csv")
    office.reads("The platform had it already", 40)
    office.picture("duplicate")
    lost, again = chain.sent()[first:]
    assert (lost.answer, again.answer) == (0, 202)
    assert lost.body == again.body
    assert [job["job_status"] for job in chain.jobs.values()][-1] == "DUPLICATE"
    office.home()
    office.reads("Egg days, Live")


@pytest.mark.long
def test_what_the_platform_does_not_have_is_named(office: ChainOffice, chain: ChainPlatform) -> None:
    chain.missing = ("MLK-1L",)
    office.send(campaigns(("MILK-10", "Milk days", "MLK-1L OAT-1L", "10")), "1 new", "csv")
    words = office.reads("Partly taken", 40)
    assert "MLK-1L" in words and "OAT-1L" not in words.partition("Milk days")[2]
    office.picture("partly")


@pytest.mark.long
def test_each_question_after_a_job_waits_longer_than_the_one_before(office: ChainOffice, chain: ChainPlatform) -> None:
    first = len(asked(chain))
    chain.queued_polls = 3
    office.send(campaigns(("BAGS-40", "Bag days", "BAG-01", "40")), "1 new", "csv")
    office.reads("All taken", 90)
    chain.queued_polls = 0
    calls = asked(chain)[first:]
    pauses = [later.at - earlier.at for earlier, later in pairwise(calls)]
    assert [call.method for call in calls] == ["PUT", "GET", "GET", "GET", "GET"]
    for number, pause in enumerate(pauses):
        assert pause >= FIRST_SECONDS * GROWTH**number * SLACK


@pytest.mark.long
def test_killed_while_a_promotion_is_followed_it_is_followed_again_and_not_sent_again(
    office: ChainOffice, chain: ChainPlatform
) -> None:
    first, polls = len(chain.sent()), len(chain.followed())
    chain.queued_polls = 1
    office.send(campaigns(("SOAP-30", "Soap days", "SOAP-1", "30")), "1 new", "csv")
    assert chain.wait_for(lambda: len(chain.followed()) > polls)
    office.program.stop(signal.SIGKILL)
    office.open()
    office.open_sending()
    office.reads("All taken", 40)
    chain.queued_polls = 0
    assert len(chain.sent()) == first + 1
    assert {poll.path for poll in chain.followed()[polls:]} == {chain.followed()[polls].path}

"""Checks what faults and kills must never cost a promotion at Deliveroo: each arrives once, whatever happens."""

import json
import signal
from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.blackbox.conftest import told
from tests.blackbox.deliveroo_platform import STORE, DeliverooPlatform
from tests.blackbox.offers import file_of, offer
from tests.blackbox.promotion_driver import DeliverooOffice, opened
from tests.blackbox.reader import reader
from tests.blackbox.screen import Screen

pytestmark = [
    pytest.mark.display,
    pytest.mark.long,
    pytest.mark.xdist_group("display"),
    pytest.mark.timeout(170),
]

SLACK = 0.85
"""The pauses are spread by a tenth; no clock is exact."""


@pytest.fixture(scope="module")
def brand() -> Iterator[DeliverooPlatform]:
    with DeliverooPlatform() as platform:
        yield platform


@pytest.fixture(scope="module")
def running(
    brand: DeliverooPlatform, screen: Screen, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DeliverooOffice]:
    """One back office for the tests of this module."""
    with reader() as read:
        made = DeliverooOffice(brand, screen, read, tmp_path_factory.mktemp("memory"), "promotion-memory")
        with opened(made):
            yield made


@pytest.fixture
def office(running: DeliverooOffice, request: pytest.FixtureRequest) -> Iterator[DeliverooOffice]:
    """The back office in its list."""
    running.begin(told(request))
    yield running
    running.check_manners()


def test_the_end_of_a_promotion_that_is_on_its_way_waits_until_its_job_has_ended(
    office: DeliverooOffice, brand: DeliverooPlatform
) -> None:
    brand.works.processing_polls = 1
    office.send(file_of(offer(2)), "1 new")
    assert brand.wait_for(lambda: brand.works.works_on("OFFER-2"))
    office.home()
    office.open_promotion("Offer 2")
    office.tap("ctrl+Delete", "1 ending")
    office.tap("F9", "Sending")
    assert brand.wait_for(lambda: brand.puts("OFFER-2"), 30)
    (put,) = brand.puts("OFFER-2")
    assert put.answer == 202, "it was not known that the platform still works on it"
    brand.works.processing_polls = 0
    office.reads("All taken", 30)


def test_a_status_that_nobody_knows_is_waited_on(office: DeliverooOffice, brand: DeliverooPlatform) -> None:
    brand.works.says += ["pending", "warming_up"]
    office.send(file_of(offer(20)), "1 new")
    words = office.reads("warming_up", 30)
    assert "Refused" not in words
    office.picture("unknown-status")
    office.reads("All taken", 30)


def test_what_was_refused_without_a_reason_is_said_so_and_sent_again_under_its_id(
    office: DeliverooOffice, brand: DeliverooPlatform
) -> None:
    brand.works.says.append("failed")
    office.send(file_of(offer(21)), "1 new")
    words = office.reads("OFFER-21 · The platform gave no reason.", 30)
    assert "it is tried again" not in words
    office.picture("refused")
    office.home()
    office.click("Your turn")
    assert "Deliveroo · The platform gave no reason." in office.reads("Offer 21, Refused")
    office.open_promotion("Offer 21")
    office.check("1 new")
    office.tap("F9", "Sending")
    office.reads("All taken", 30)
    assert json.loads(brand.files()[-1]) == {"promotions": [offer(21)]}


def test_a_change_that_the_platform_is_too_busy_for_is_sent_again_later_and_is_not_refused(
    office: DeliverooOffice, brand: DeliverooPlatform
) -> None:
    office.send(file_of(offer(7)), "1 new")
    office.reads("All taken", 30)
    office.home()
    brand.faults["single"].append("occupied")
    office.open_promotion("Offer 7")
    office.tap("ctrl+Delete", "1 ending")
    office.tap("F9", "Sending")
    words = office.reads("the platform works on it already; it is tried again", 30)
    assert "Refused" not in words
    office.picture("occupied")
    office.reads("All taken", 60)
    refused, taken = brand.puts("OFFER-7")
    assert (refused.answer, taken.answer) == (409, 202)
    assert refused.body == taken.body
    assert taken.at - refused.at >= 30 * SLACK


def test_the_questions_after_a_long_job_come_more_and_more_seldom(
    office: DeliverooOffice, brand: DeliverooPlatform
) -> None:
    first = len(brand.calls())
    brand.works.processing_polls = 4
    office.send(file_of(offer(8)), "1 new")
    office.reads("All taken", 100)
    brand.works.processing_polls = 0
    calls = [call for call in brand.calls()[first:] if call in brand.calls("upload") + brand.calls("status")]
    pauses = [later.at - earlier.at for earlier, later in pairwise(calls)]
    assert len(pauses) == 5
    for number, pause in enumerate(pauses):
        assert pause >= 2 * 2**number * SLACK


@pytest.mark.parametrize(("what", "number"), [("upload_url", 4), ("status", 5)])
def test_killed_at_any_other_call_the_file_is_sent_once(
    what: str, number: int, office: DeliverooOffice, brand: DeliverooPlatform
) -> None:
    office.killed_at(what, offer(number))


def test_killed_while_a_change_is_sent_nothing_but_the_very_same_is_sent_again(
    office: DeliverooOffice, brand: DeliverooPlatform
) -> None:
    office.send(file_of(offer(9)), "1 new")
    office.reads("All taken", 30)
    office.home()
    office.open_promotion("Offer 9")
    office.tap("ctrl+Delete", "1 ending")
    brand.faults["single"].append("hold_after")
    first = len(brand.calls())
    office.tap("F9", "Sending")
    assert brand.wait_for(lambda: "single" in brand.order(first))
    office.program.stop(signal.SIGKILL)
    brand.let_go()
    office.open()
    office.open_sending()
    office.reads("All taken", 60)
    sent = brand.puts("OFFER-9", first)
    assert 1 <= len(sent) <= 2
    assert sent[0].body == sent[-1].body


@pytest.mark.parametrize(
    ("what", "fault"),
    [
        ("upload_url", "401"),
        ("upload_url", "503"),
        ("upload_url", "drop_after"),
        ("upload", "503"),
        ("upload", "drop_before"),
        ("upload", "drop_after"),
        ("status", "401"),
        ("status", "429"),
        ("status", "500"),
        ("status", "drop_before"),
    ],
)
def test_whatever_call_fails_the_file_arrives_once(
    what: str, fault: str, office: DeliverooOffice, brand: DeliverooPlatform
) -> None:
    number = 100 + len(brand.requests)
    first, before, tokens = len(brand.calls()), set(brand.works.jobs), len(brand.tokens)
    brand.faults[what].append(fault)
    office.send(file_of(offer(number)), "1 new")
    office.reads("All taken", 60)
    made = [job for name, job in brand.works.jobs.items() if name not in before and job.files]
    assert [len(job.files) for job in made] == [1]
    assert json.loads(made[0].files[0]) == {"promotions": [offer(number)]}
    assert len(brand.tokens) - tokens == (fault == "401")
    assert len({call.body for call in brand.calls()[first:] if call.server == STORE}) == 1

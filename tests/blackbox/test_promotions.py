"""Sends, changes and ends promotions at Deliveroo in the real window, by what can be read in it and by what arrives."""

import base64
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.blackbox.conftest import told
from tests.blackbox.deliveroo_platform import API, AUTH, STORE, Call, DeliverooPlatform
from tests.blackbox.offers import example, file_of, offer
from tests.blackbox.promotion_driver import DeliverooOffice, opened
from tests.blackbox.promotion_rules import instant
from tests.blackbox.reader import reader
from tests.blackbox.screen import Screen

pytestmark = [pytest.mark.display, pytest.mark.xdist_group("display"), pytest.mark.timeout(170)]

REFUSED = "GROCER-SECOND-ITEM-2026Q2"
UNKNOWN = "5000169830001"
SLACK = 0.85
"""The pauses are spread by a tenth; no clock is exact."""


@pytest.fixture(scope="module")
def brand() -> Iterator[DeliverooPlatform]:
    with DeliverooPlatform(processing_polls=1, unknown_items=(UNKNOWN,)) as platform:
        yield platform


@pytest.fixture(scope="module")
def followed(
    brand: DeliverooPlatform, screen: Screen, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DeliverooOffice]:
    """The back office that has brought in, checked and sent the example of the page, and seen what became of it."""
    with reader() as read:
        made = DeliverooOffice(brand, screen, read, tmp_path_factory.mktemp("deliveroo"), "promotions")
        with opened(made):
            made.bring_in(file_of(*example()))
            made.check("11 new")
            made.picture("difference")
            assert brand.calls() == [], "something was sent before the person said so"
            made.tap("F9", "Sending 1 to Deliveroo")
            made.reads("Partly taken", 30)
            made.reads(UNKNOWN)
            made.picture("followed")
            made.check_manners()
            brand.works.processing_polls = 0
            yield made


@pytest.fixture
def office(followed: DeliverooOffice, request: pytest.FixtureRequest) -> Iterator[DeliverooOffice]:
    """The back office in its list, after the example was sent."""
    followed.begin(told(request))
    yield followed
    followed.check_manners()


def first_sending(brand: DeliverooPlatform) -> list[Call]:
    """The calls that sent and followed the example."""
    return brand.calls()[:5]


def compact(text: str) -> str:
    """JSON that was laid out for a person, without the room between its tokens."""
    return "".join(re.findall(r'"(?:[^"\\]|\\.)*"|[^\s"]', text))


def test_the_calls_of_a_file_come_in_their_order_each_with_its_own_credentials(
    office: DeliverooOffice, brand: DeliverooPlatform
) -> None:
    assert brand.order()[:5] == ["token", "upload_url", "upload", "status", "status"]
    token, url, upload, *polls = first_sending(brand)
    assert [call.server for call in (token, url, upload, *polls)] == [AUTH, API, STORE, API, API]
    basic = base64.b64encode(f"{brand.client_id}:{brand.client_secret}".encode()).decode()
    assert token.headers["authorization"] == f"Basic {basic}"
    (bearer,) = brand.tokens
    assert {call.headers["authorization"] for call in (url, *polls)} == {f"Bearer {bearer}"}
    assert url.headers["content-length"] == "0" and url.body == b""
    assert not upload.headers.keys() & {"authorization", "cookie", "transfer-encoding"}
    assert upload.headers["content-type"] == "application/json"
    assert upload.headers["content-length"] == str(len(upload.body))
    assert [call.answer for call in first_sending(brand)] == [200] * 5
    assert brand.works.at(upload.target) is not None


def test_the_store_has_byte_for_byte_what_the_window_shows_and_writes(
    office: DeliverooOffice, brand: DeliverooPlatform
) -> None:
    (stored,) = [call.body for call in first_sending(brand) if call.server == STORE]
    assert json.loads(stored) == {"promotions": example()}
    office.open_sending(oldest=True)
    shown = office.word_for_word("Sending 1").partition("What is sent")[2]
    assert compact(shown) == compact(stored.decode())
    office.home()
    assert office.write("all") == stored


def test_the_address_of_a_file_is_kept_nowhere_once_it_was_used(
    office: DeliverooOffice, brand: DeliverooPlatform
) -> None:
    signature = first_sending(brand)[2].target.partition("Signature=")[2].partition("&")[0]
    assert signature
    file = office.folder / "data" / "picker.sqlite3"
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        assert not [line for line in database.iterdump() if signature in line]


def test_each_question_after_the_job_waits_longer_than_the_one_before(brand: DeliverooPlatform, office: Any) -> None:
    _, _, upload, *polls = first_sending(brand)
    pauses = [later.at - earlier.at for earlier, later in pairwise([upload, *polls])]
    assert pauses[0] >= 2 * SLACK
    assert pauses[1] >= 4 * SLACK
    assert not any(call for call in brand.calls("status")[2:] if polls[0].path == call.path), "asked after its end"


def test_what_the_platform_refused_is_named_by_promotion_and_product(office: DeliverooOffice) -> None:
    words = office.open_sending(oldest=True)
    assert "10 taken, 1 refused or in part, of 11" in words
    assert f"The platform does not know these products: {UNKNOWN}" in words
    assert REFUSED in words
    office.home()
    words = office.reads("Live, 10")
    assert "Your turn, 1" in words
    office.click("Your turn")
    words = office.reads("50% off second item, Refused")
    assert words.count("Refused") == 1
    office.picture("your-turn")


def test_a_change_puts_the_whole_promotion_once_under_its_id(office: DeliverooOffice, brand: DeliverooPlatform) -> None:
    first = len(brand.calls())
    office.open_promotion("butter")
    office.tap("F2", "Change at Deliveroo")
    office.screen.tap("Return")
    office.type("1.50")
    office.tap("F9", "Saved here")
    office.check("1 changed")
    office.picture("difference")
    assert len(brand.calls()) == first
    office.tap("F9", "On its way")
    office.reads("All taken", 30)
    office.picture("changed")
    before = next(one for one in example() if one["name"] == "£1 off butter")
    assert brand.order(first) == ["single", "status"]
    (put,) = brand.puts(before["promotion_id"], first)
    assert json.loads(put.body) == before | {"reward": {"amount_off": 150}}
    assert put.path.split("/")[1:] == ["brands", "brand%2F7", "promotions", before["promotion_id"]]
    assert put.headers["authorization"].startswith("Bearer ") and put.headers["content-type"] == "application/json"
    assert compact(office.word_for_word("Sending 2").partition("What is sent")[2]) == compact(put.body.decode())


@pytest.mark.parametrize(("part", "begun"), [("selected", True), pytest.param("snacks", False, marks=pytest.mark.long)])
def test_ending_now_puts_an_end_that_is_past(
    part: str, begun: bool, office: DeliverooOffice, brand: DeliverooPlatform
) -> None:
    first = len(brand.calls())
    office.open_promotion(part)
    office.tap("ctrl+Delete", "1 ending")
    office.picture("difference")
    assert len(brand.calls()) == first
    office.tap("F9", "Sending")
    office.reads("All taken", 30)
    (put,) = [call for call in brand.calls()[first:] if call.method == "PUT"]
    sent = json.loads(put.body)
    before = next(one for one in example() if one["promotion_id"] == sent["promotion_id"])
    moved = ("end_at",) if begun else ("start_at", "end_at")
    assert {key for key in sent if sent[key] != before[key]} == set(moved)
    assert instant(sent["start_at"]) < instant(sent["end_at"]) < datetime.now(UTC)
    office.home()
    office.click("Over")
    office.reads(f"{before['name']}, Ended")


def test_what_is_brought_in_is_seen_and_checked_whatever_hid_it(office: DeliverooOffice) -> None:
    office.click("Over")
    office.choose("drinks")
    office.bring_in(file_of(offer(0)))
    office.reads("Offer 0, Draft")
    office.check("1 new")


def test_an_address_that_has_expired_is_given_up_for_a_new_one(
    office: DeliverooOffice, brand: DeliverooPlatform
) -> None:
    first, before = len(brand.calls()), set(brand.works.jobs)
    brand.url_seconds.append(5)
    brand.faults["upload"].append("expired")
    office.send(file_of(offer(1)), "1 new")
    office.reads("All taken", 30)
    assert brand.order(first)[:5] == ["upload_url", "upload_url", "upload", "upload_url", "upload"]
    jobs = [job for name, job in brand.works.jobs.items() if name not in before]
    assert [(job.status, len(job.files)) for job in jobs] == [
        ("pending_upload", 0),
        ("pending_upload", 0),
        ("completed", 1),
    ]
    asked = {call.path.split("/")[5] for call in brand.calls("status") if call.at > brand.calls()[first].at}
    assert asked == {jobs[2].name}


def test_killed_while_the_file_is_sent_it_is_not_sent_again(office: DeliverooOffice, brand: DeliverooPlatform) -> None:
    office.killed_at("upload", offer(3))


@pytest.mark.long
def test_what_is_composed_in_the_form_is_what_arrives(office: DeliverooOffice, brand: DeliverooPlatform) -> None:
    office.tap("F6", "How shall it work?")
    office.tap("Return", "New at Deliveroo")
    office.type("Ten off tea")
    office.screen.tap("Return")
    office.type("10")
    office.tap("F6", "These are all")
    office.type("12345670")
    office.tap("Return", "added")
    office.tap("F9", "What the customer reads")
    office.picture("form")
    office.tap("F9", "Saved here")
    office.check("1 new")
    office.tap("F9", "Sending")
    office.reads("All taken", 30)
    (sent,) = json.loads(brand.files()[-1])["promotions"]
    assert (sent["name"], sent["promotion_type"]) == ("Ten off tea", "PERCENTAGE_OFF_ON_ITEMS")
    assert (sent["condition"], sent["reward"]) == ({"items": ["12345670"]}, {"percentage": 10})
    london = ZoneInfo("Europe/London")
    begin, end = (instant(sent[key]).astimezone(london) for key in ("start_at", "end_at"))
    assert (begin.hour, begin.minute, end.hour, end.second) == (0, 0, 23, 59)
    assert (end.date() - begin.date()).days == 27

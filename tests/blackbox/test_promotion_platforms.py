"""Checks the simulated platforms of promotions themselves: what is good passes, every violation is refused by name."""

import base64
import http.client
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from tests.blackbox import goods
from tests.blackbox.chain_platform import JOBS, PROMOTION, ChainPlatform
from tests.blackbox.deliveroo_platform import API, AUTH, DeliverooPlatform
from tests.blackbox.offers import example, file_of, offer, text
from tests.blackbox.platform import read, write

Json = dict[str, Any]
JSON = {"Content-Type": "application/json"}
MISSING = "missing"


def ask(url: str, method: str, path: str, body: bytes | None = None, headers: Json | None = None) -> tuple[int, bytes]:
    """Ask at an address: status and body of the answer."""
    line = http.client.HTTPConnection("127.0.0.1", urlsplit(url).port or 0, timeout=5)
    try:
        line.request(method, path, body, headers or {})
        answer = line.getresponse()
        return answer.status, answer.read()
    finally:
        line.close()


class Caller:
    """A client of Deliveroo that is no program of ours."""

    def __init__(self, platform: DeliverooPlatform) -> None:
        self.platform = platform
        self.token = ""
        self.brand = quote(platform.brand, safe="")

    def sign_in(self, secret: str = "", form: str = "grant_type=client_credentials&scope=promotions") -> int:
        pair = f"{self.platform.client_id}:{secret or self.platform.client_secret}".encode()
        headers = {
            "Authorization": f"Basic {base64.b64encode(pair).decode()}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        status, answer = ask(self.platform.urls[AUTH], "POST", "/oauth2/token", form.encode(), headers)
        if status == 200:
            self.token = json.loads(answer)["access_token"]
        return status

    def api(self, method: str, path: str, body: bytes | None = None) -> tuple[int, Any]:
        headers = {"Authorization": f"Bearer {self.token}", **(JSON if body else {})}
        address = self.platform.urls[API]
        status, answer = ask(address, method, f"/brands/{self.brand}/promotions/{path}", body, headers)
        return status, json.loads(answer or b"null")

    def upload_url(self) -> tuple[str, str]:
        status, answer = self.api("POST", "upload_url")
        assert status == 200 and datetime.fromisoformat(answer["expires_at"]) > datetime.now(UTC)
        return answer["job_id"], answer["upload_url"]

    def put(self, url: str, body: bytes, headers: Json | None = None) -> int:
        target = urlsplit(url)
        return ask(url, "PUT", f"{target.path}?{target.query}", body, JSON if headers is None else headers)[0]

    def status(self, job: str) -> Json:
        found: Json = self.api("GET", f"jobs/{job}/status")[1]
        return found

    def send(self, *promotions: Json) -> Json:
        """Send a file and follow it to its end."""
        job, url = self.upload_url()
        assert self.put(url, file_of(*promotions)) == 200
        return self.status(job)


@pytest.fixture
def platform() -> Iterator[DeliverooPlatform]:
    with DeliverooPlatform(unknown_items=("00000009",)) as served:
        yield served


@pytest.fixture
def caller(platform: DeliverooPlatform) -> Caller:
    made = Caller(platform)
    assert made.sign_in() == 200
    return made


def test_the_example_of_the_page_goes_the_whole_way_and_breaks_no_rule(caller: Caller) -> None:
    caller.platform.works.processing_polls = 1
    job, url = caller.upload_url()
    assert caller.status(job)["status"] == "pending_upload"
    assert caller.put(url, file_of(*example())) == 200
    assert caller.status(job)["status"] == "processing"
    end = caller.status(job)
    assert (end["status"], end["total_promotions"], end["live_promotions"], end["errors"]) == ("completed", 11, 11, [])
    assert caller.platform.violations == []
    assert caller.platform.order() == ["token", "upload_url", "status", "upload", "status", "status"]


def test_a_partial_failure_has_counters_that_add_up(caller: Caller) -> None:
    over = offer(2, end_at=text(datetime.now(UTC) - timedelta(hours=1)))
    end = caller.send(offer(1), over, offer(3, condition={"items": ["00000009", "00000008"]}))
    assert end["status"] == "partial_success"
    counted = [end[f"{name}_promotions"] for name in ("total", "live", "completed", "failed")]
    assert counted == [3, 1, 1, 1]
    assert end["errors"] == [
        {"promotion_id": "OFFER-3", "errors": [{"type": "ITEM_NOT_FOUND", "item_ids": ["00000009"]}]}
    ]
    assert caller.platform.works.promotions.keys() == {"OFFER-1", "OFFER-2"}


def test_a_sign_in_needs_basic_the_form_and_the_scope(caller: Caller) -> None:
    assert caller.sign_in(secret="wrong") == 401
    assert caller.sign_in(form="grant_type=client_credentials") == 400
    assert caller.sign_in(form="grant_type=client_credentials&scope=orders") == 400
    assert len(caller.platform.violations) == 3
    caller.token = "none"
    assert caller.api("POST", "upload_url")[0] == 401


def test_another_brand_and_another_route_are_refused(caller: Caller) -> None:
    assert caller.api("DELETE", "OFFER-1")[0] == 405
    caller.brand = "8"
    assert caller.api("POST", "upload_url")[0] == 403
    assert len(caller.platform.violations) == 2


@pytest.mark.parametrize(
    ("headers", "answer"),
    [
        (JSON | {"Authorization": "Bearer token"}, 400),
        ({"Content-Type": "application/json; charset=utf-8"}, 403),
        ({}, 403),
        (JSON | {"Cookie": "a=b"}, 200),
    ],
)
def test_the_store_wants_its_file_with_nothing_but_its_type(headers: Json, answer: int, caller: Caller) -> None:
    _, url = caller.upload_url()
    assert caller.put(url, file_of(offer(1)), headers) == answer
    assert len(caller.platform.violations) == 1


def test_the_store_wants_its_address_character_by_character_and_in_time(caller: Caller) -> None:
    platform = caller.platform
    job, url = caller.upload_url()
    assert caller.put(url.replace("%2F", "/"), file_of(offer(1))) == 403
    platform.url_seconds.append(-1)
    assert ask(url, "PUT", urlsplit(url).path, b"{}", JSON)[0] == 403
    status, answer = caller.api("POST", "upload_url")
    assert status == 200 and caller.put(answer["upload_url"], file_of(offer(1))) == 403
    assert len(platform.violations) == 3
    assert caller.put(url, file_of(offer(1))) == 200
    assert caller.status(job)["status"] == "completed"
    assert caller.put(url, file_of(offer(1))) == 403
    caller.status(job)
    assert platform.violations[3:] == [
        "a file came again after its job had begun",
        "a bulk_promotion_upload was asked about after its end was told",
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"user_target": MISSING},
        {"currency": "GBP"},
        {"name": None},
        {"promotion_type": "HALF_PRICE"},
        {"sites": ["grocer-gb-london-001", "grocer-gb-london-001"]},
        {"sites": ["elsewhere"]},
        {"start_at": "2026-06-01T00:00:00.000Z"},
        {"end_at": "2026-06-01T00:00:00+00:00"},
        {"fulfillment_method": "BOTH"},
        {"condition": {"items": []}},
        {"condition": {"items": ["1"], "quantity": 2}},
        {"reward": {"percentage": 0}},
        {"reward": {"percentage": "15"}},
        {"promotion_type": "AMOUNT_OFF_ON_ITEMS", "reward": {"amount_off": 1.5}},
        {"promotion_type": "AMOUNT_OFF_ON_ITEMS", "reward": {"amount_off": True}},
        {"promotion_type": "BUY_X_FOR_Y", "condition": {"items": ["1"], "quantity": 3}, "reward": {"quantity": 3}},
        {"promotion_type": "FREE_DELIVERY", "condition": {"min_order_value": 1}, "reward": {}},
    ],
)
def test_a_promotion_that_is_not_as_the_page_shows_it_is_named(changes: Json, caller: Caller) -> None:
    promotion = {key: value for key, value in offer(1, **changes).items() if value != MISSING}
    assert caller.send(promotion)["status"] == "failed"
    assert all(fault.startswith("OFFER-1: ") for fault in caller.platform.violations)
    assert caller.platform.violations
    caller.platform.works.promotions["OFFER-1"] = offer(1)
    assert caller.api("PUT", "OFFER-1", write(promotion))[0] == 400


def test_a_file_with_an_id_or_a_key_twice_is_refused(caller: Caller) -> None:
    assert caller.send(offer(1), offer(1))["status"] == "failed"
    job, url = caller.upload_url()
    caller.put(url, b'{"promotions": [], "promotions": []}')
    assert caller.status(job)["status"] == "failed"
    assert len(caller.platform.violations) == 2


def test_an_id_is_not_sent_in_a_file_while_it_is_worked_on_or_live(caller: Caller) -> None:
    platform = caller.platform
    platform.works.processing_polls = 1
    _, url = caller.upload_url()
    _, other = caller.upload_url()
    caller.put(url, file_of(offer(1)))
    caller.put(other, file_of(offer(1)))
    assert platform.violations == ["OFFER-1 is sent while a job still works on it"]
    platform.works.promotions["OFFER-5"] = offer(5)
    caller.send(offer(5))
    assert platform.violations[1:] == ["OFFER-5 is sent in a file while it is live"]


def test_one_promotion_is_changed_by_a_job_of_its_own(caller: Caller) -> None:
    platform = caller.platform
    caller.send(offer(1))
    changed = offer(1, reward={"percentage": 20})
    status, answer = caller.api("PUT", "OFFER-1", write(changed))
    assert (status, answer["job_type"], answer["status"]) == (202, "single_promotion_update", "pending")
    assert caller.status(answer["job_id"])["status"] == "completed"
    assert platform.works.promotions["OFFER-1"] == changed
    assert platform.violations == []
    assert caller.api("PUT", "OFFER-2", write(changed))[0] == 400
    assert caller.api("PUT", "OFFER-2", write(offer(2)))[0] == 404
    assert len(platform.violations) == 2


def test_a_promotion_that_a_file_works_on_is_occupied(caller: Caller) -> None:
    caller.platform.works.processing_polls = 1
    job, url = caller.upload_url()
    caller.put(url, file_of(offer(1)))
    status, answer = caller.api("PUT", "OFFER-1", write(offer(1)))
    assert (status, answer["type"]) == (409, "JOB_IN_PROGRESS")
    caller.status(job)
    assert caller.status(job)["status"] == "completed"
    assert caller.api("PUT", "OFFER-1", write(offer(1)))[0] == 202


# --- Delivery Hero ---


def campaign(**changes: Any) -> Json:
    """A promotion as the platform shows it."""
    return {
        "vendors": [goods.VENDOR],
        "type": "STRIKETHROUGH",
        "active": True,
        "reason": "OVERSTOCK",
        "display_name": {"de_AT": "Brotwoche"},
        "conditions": {"start_time": "2026-06-05T22:00:00.000Z", "end_time": "2036-06-12T21:59:59.000Z"},
        "discount": [{"discount_subtype": "PERCENTAGE", "discount_value": 15, "active": True, "sku": ["BRD-WW"]}],
        **changes,
    }


@pytest.fixture
def chain() -> Iterator[ChainPlatform]:
    with ChainPlatform(queued_polls=1) as served:
        served.tokens.add("token")
        yield served


def tell(chain: ChainPlatform, method: str, path: str, body: Json | None = None) -> tuple[int, Any]:
    """Ask the chain's platform with a good token."""
    headers = {"Authorization": "Bearer token", "User-Agent": "picker-app/1", "Accept": "application/json", **JSON}
    status, answer = ask(chain.url, method, path, None if body is None else write(body), headers)
    return status, read(answer or b"null")


def follow(chain: ChainPlatform, job: str) -> list[str]:
    """Ask after a job until its end."""
    found: list[str] = []
    while not found or found[-1] == "QUEUED":
        found.append(tell(chain, "GET", JOBS + job)[1]["job_status"])
    return found


def test_a_campaign_is_made_followed_and_ended_by_its_own_body(chain: ChainPlatform) -> None:
    status, answer = tell(chain, "PUT", PROMOTION, campaign())
    assert (status, answer["job_status"]) == (202, "QUEUED")
    assert follow(chain, answer["job_id"]) == ["QUEUED", "COMPLETED"]
    assert chain.is_live("Brotwoche")
    _, answer = tell(chain, "PUT", PROMOTION, campaign())
    assert follow(chain, answer["job_id"]) == ["QUEUED", "DUPLICATE"]
    _, answer = tell(chain, "PUT", PROMOTION, campaign(active=False))
    assert follow(chain, answer["job_id"]) == ["QUEUED", "COMPLETED"]
    assert not chain.is_live("Brotwoche")
    assert chain.violations == []


def test_a_campaign_is_not_ended_by_another_body_and_no_job_is_asked_after_its_end(chain: ChainPlatform) -> None:
    tell(chain, "PUT", PROMOTION, campaign(active=False))
    _, answer = tell(chain, "PUT", PROMOTION, campaign())
    tell(chain, "PUT", PROMOTION, campaign(active=False, reason="TRADING"))
    follow(chain, answer["job_id"])
    tell(chain, "GET", JOBS + answer["job_id"])
    assert chain.violations == [
        "promotion: ended without having been sent",
        "promotion: ended with another body than it was made with",
        "a job was asked about after its end was told",
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"vendors": []},
        {"vendors": ["other"]},
        {"type": "HALF_PRICE"},
        {"reason": "FUN"},
        {"active": "true"},
        {"display_name": {"german": "Brotwoche"}},
        {"conditions": {"start_time": "2026-06-05T22:00:00Z", "end_time": "2036-06-12T21:59:59.000Z"}},
        {"conditions": {"start_time": "2036-06-05T22:00:00.000Z", "end_time": "2026-06-12T21:59:59.000Z"}},
        {"discount": []},
        {"discount": [{"discount_subtype": "PERCENTAGE", "discount_value": 101, "active": True, "sku": ["BRD-WW"]}]},
        {"discount": [{"discount_subtype": "ABSOLUTE", "discount_value": 1, "active": True, "sku": ["NONE"]}]},
        {"discount": campaign()["discount"] * 2},
        {"limits": None},
        {"id": 7},
    ],
)
def test_a_campaign_that_is_not_as_the_platform_shows_it_is_named(changes: Json, chain: ChainPlatform) -> None:
    assert tell(chain, "PUT", PROMOTION, campaign(**changes))[0] == 400
    assert len(chain.violations) == 1

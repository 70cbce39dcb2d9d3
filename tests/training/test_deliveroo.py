"""Check the training platform of Deliveroo over HTTP: token, address, store of files, jobs, single PUT, faults."""

import copy
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from picker_app.training.deliveroo.platform import TrainingDeliveroo

BRAND = "/brands/corner-market/promotions"
ACCESS = ("training-brand", "training-secret")
JSON = {"content-type": "application/json"}
BODY: dict[str, Any] = {
    "promotion_id": "PASTA",
    "promotion_type": "PERCENTAGE_OFF_ON_ITEMS",
    "name": "20% off pasta",
    "user_target": "ALL_CUSTOMERS",
    "sites": ["shop-1", "shop-2"],
    "fulfillment_method": "DELIVERY",
    "start_at": "2026-05-01T00:00:00Z",
    "end_at": "2026-06-30T23:59:59Z",
    "condition": {"items": ["1", "2"]},
    "reward": {"percentage": 20},
}


class Clock:
    """A clock that stands."""

    now = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


class Brand:
    """A partner's side: signs in and calls the platform."""

    def __init__(self, platform: TrainingDeliveroo) -> None:
        self.platform = platform
        self.http = httpx.Client(base_url=platform.url, trust_env=False, timeout=10)
        self.sign_in()

    def sign_in(self, **changes: Any) -> httpx.Response:
        form = {"grant_type": "client_credentials", "scope": "promotions", **changes}
        answer = self.http.post("/oauth2/token", data=form, auth=ACCESS)
        if answer.status_code == 200:
            self.http.headers["authorization"] = "Bearer " + answer.json()["access_token"]
        return answer

    def leave(self) -> dict[str, Any]:
        whole: dict[str, Any] = self.http.post(f"{BRAND}/upload_url").json()
        return whole

    def put_file(self, url: str, body: Any, **headers: str) -> httpx.Response:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        with httpx.Client(trust_env=False) as files:
            return files.put(url, content=content, headers={**JSON, **headers})

    def upload(self, *promotions: dict[str, Any]) -> dict[str, Any]:
        """Upload a file and read its job to the end."""
        leave = self.leave()
        assert self.put_file(leave["upload_url"], {"promotions": list(promotions)}).status_code == 200
        return self.ended(leave["job_id"])

    def status(self, job: str) -> httpx.Response:
        return self.http.get(f"{BRAND}/jobs/{job}/status")

    def ended(self, job: str) -> dict[str, Any]:
        for _ in range(10):
            told: dict[str, Any] = self.status(job).json()
            if told["status"] in ("completed", "partial_success", "failed"):
                return told
        raise AssertionError("the job does not end")

    def single(self, body: dict[str, Any], name: str = "") -> httpx.Response:
        return self.http.put(f"{BRAND}/{name or body['promotion_id']}", json=body)


@pytest.fixture
def brand() -> Iterator[Brand]:
    platform = TrainingDeliveroo(clock=Clock())
    platform.start()
    made = Brand(platform)
    yield made
    made.http.close()
    platform.close()


def changed(**changes: Any) -> dict[str, Any]:
    return copy.deepcopy(BODY) | changes


# --- signing in ---


@pytest.mark.parametrize(
    ("form", "access", "status"),
    [
        ({"scope": "orders"}, ACCESS, 400),
        ({"grant_type": "password"}, ACCESS, 400),
        ({}, ("training-brand", "wrong"), 401),
        ({}, None, 401),
    ],
)
def test_a_wrong_sign_in_is_refused(brand: Brand, form: dict[str, str], access: Any, status: int) -> None:
    whole = {"grant_type": "client_credentials", "scope": "promotions", **form}
    with httpx.Client(base_url=brand.platform.url, trust_env=False) as http:
        assert http.post("/oauth2/token", data=whole, auth=access).status_code == status
        assert http.post("/oauth2/token", json=whole, auth=access).status_code == 400


def test_a_token_is_needed_and_good_for_its_own_brand_only(brand: Brand) -> None:
    assert brand.http.post("/brands/another/promotions/upload_url").status_code == 403
    brand.platform.advance_clock(3601)
    assert brand.http.post(f"{BRAND}/upload_url").status_code == 401


# --- the store of files ---


def test_an_address_waits_for_its_file_and_has_an_end(brand: Brand) -> None:
    leave = brand.leave()
    assert leave["expires_at"] == "2026-05-20T09:15:00Z"
    assert brand.status(leave["job_id"]).json()["status"] == "pending_upload"
    assert not leave["upload_url"].startswith(brand.platform.url)


@pytest.mark.parametrize(
    ("headers", "change", "status"),
    [
        ({"authorization": "Bearer x"}, "", 400),
        ({"content-type": "application/json; charset=utf-8"}, "", 403),
        ({}, "x", 403),
    ],
)
def test_what_the_store_refuses_it_refuses_in_xml(
    brand: Brand, headers: dict[str, str], change: str, status: int
) -> None:
    answer = brand.put_file(brand.leave()["upload_url"] + change, {"promotions": [BODY]}, **headers)
    assert answer.status_code == status and answer.text.startswith("<?xml")


def test_a_file_in_chunks_and_a_second_file_are_refused(brand: Brand) -> None:
    url = brand.leave()["upload_url"]
    with httpx.Client(trust_env=False) as files:
        assert files.put(url, content=iter([b"{}"]), headers=JSON).status_code == 411
    assert brand.put_file(url, {"promotions": [BODY]}).status_code == 200
    assert brand.put_file(url, {"promotions": [BODY]}).status_code == 403


def test_an_address_that_is_over_takes_nothing(brand: Brand) -> None:
    url = brand.leave()["upload_url"]
    brand.platform.advance_clock(901)
    assert brand.put_file(url, {"promotions": [BODY]}).status_code == 403


# --- judging ---


def test_a_sound_file_is_completed_and_seen_by_customers(brand: Brand) -> None:
    over = changed(promotion_id="OVER", sites=["x"], start_at="2026-01-01T00:00:00Z", end_at="2026-01-31T00:00:00Z")
    told = brand.upload(BODY, over)
    counted = {key: told[f"{key}_promotions"] for key in ("total", "live", "completed", "failed")}
    assert told["status"] == "completed"
    assert counted == {"total": 2, "live": 1, "completed": 1, "failed": 0}
    assert [one["promotion_id"] for one in brand.platform.state()["live"]] == ["PASTA"]
    then = datetime(2026, 1, 15, tzinfo=UTC)
    assert [one["promotion_id"] for one in brand.platform.state(then)["live"]] == ["OVER"]


def test_failures_are_told_by_promotion_and_item(brand: Brand) -> None:
    brand.platform.change_settings(unknown_items=["9"])
    told = brand.upload(
        BODY,
        changed(promotion_id="UNKNOWN", condition={"items": ["8", "9"]}),
        changed(promotion_id="OVERLAP", condition={"items": ["2", "3"]}),
        changed(promotion_id="BACKWARDS", end_at="2026-04-01T00:00:00Z"),
    )
    assert told["status"] == "partial_success"
    assert {one["promotion_id"]: one["errors"] for one in told["errors"]} == {
        "UNKNOWN": [{"type": "ITEM_NOT_FOUND", "item_ids": ["9"]}],
        "OVERLAP": [{"type": "PROMOTION_OVERLAP", "item_ids": ["2"]}],
        "BACKWARDS": [{"type": "INVALID_DATE_RANGE", "item_ids": []}],
    }
    assert told["total_promotions"] == told["live_promotions"] + told["failed_promotions"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"promotion_type": "GIFT"},
        {"extra": 1},
        {"name": " "},
        {"sites": []},
        {"sites": ["a", "a"]},
        {"user_target": "everyone"},
        {"start_at": "2026-05-01T00:00:00.000Z"},
        {"start_at": "2026-13-01T00:00:00Z"},
        {"promotion_id": "A B"},
        {"condition": {"items": [1]}},
        {"condition": {}},
        {"reward": {"percentage": 0}},
        {"reward": {"percentage": True}},
        {"reward": {"percentage": 20, "max_discount": 1}},
        {"promotion_type": "AMOUNT_OFF_ON_ITEMS", "reward": {"amount_off": 1.5}},
        {"promotion_type": "BUY_X_FOR_Y", "condition": {"items": ["1"], "quantity": 3}, "reward": {"quantity": 3}},
        {"promotion_type": "BUY_X_FOR_Y", "condition": {"items": ["1"], "quantity": 1}, "reward": {"quantity": 1}},
        {"promotion_type": "FREE_DELIVERY", "condition": {"items": ["1"]}, "reward": {}},
    ],
)
def test_what_breaks_a_rule_is_an_invalid_field(brand: Brand, wrong: dict[str, Any]) -> None:
    told = brand.upload(changed(**wrong))
    assert told["status"] == "failed"
    assert [error["type"] for error in told["errors"][0]["errors"]] == ["INVALID_FIELD"]


def test_an_id_twice_in_a_file_and_another_type_of_a_known_id_are_refused(brand: Brand) -> None:
    assert brand.upload(BODY, changed(sites=["x"]))["failed_promotions"] == 2
    brand.upload(BODY)
    other = changed(promotion_type="AMOUNT_OFF_ON_ITEMS", reward={"amount_off": 5})
    assert brand.upload(other)["errors"][0]["errors"][0]["type"] == "INVALID_FIELD"


@pytest.mark.parametrize("file", [b"no JSON", b"[]", b'{"promotions": []}', b'{"promotions": {}}'])
def test_a_file_that_is_none_fails_without_a_reason(brand: Brand, file: bytes) -> None:
    leave = brand.leave()
    brand.put_file(leave["upload_url"], file)
    told = brand.ended(leave["job_id"])
    assert (told["status"], told["errors"]) == ("failed", [])


def test_a_file_can_replace_all_that_was(brand: Brand) -> None:
    brand.upload(BODY)
    brand.platform.change_settings(bulk="replaces")
    brand.upload(changed(promotion_id="NEW"))
    assert list(brand.platform.state()["promotions"]) == ["NEW"]


# --- one promotion ---


def test_a_single_put_changes_and_ends(brand: Brand) -> None:
    brand.upload(BODY)
    answer = brand.single(changed(end_at="2026-05-20T08:59:00Z"))
    assert (answer.status_code, answer.json()["status"]) == (202, "pending")
    assert brand.ended(answer.json()["job_id"])["completed_promotions"] == 1
    assert brand.platform.state()["live"] == []


def test_a_single_put_is_taken_without_items_that_are_unknown(brand: Brand) -> None:
    brand.upload(BODY)
    brand.platform.change_settings(unknown_items=["2"])
    told = brand.ended(brand.single(BODY).json()["job_id"])
    assert told["status"] == "partial_success"
    assert brand.platform.state()["promotions"]["PASTA"]["items"] == ["1"]


def test_what_a_single_put_must_be(brand: Brand) -> None:
    brand.upload(BODY)
    assert brand.single(BODY, "OTHER").status_code == 400
    assert brand.single({"promotion_id": "PASTA"}).status_code == 400
    assert brand.single(changed(promotion_id="NONE")).status_code == 404
    assert brand.http.put(f"{BRAND}/PASTA", content=b"{}").status_code == 400
    assert brand.http.put(f"{BRAND}/PASTA", content=b"{", headers=JSON).status_code == 400
    brand.platform.change_settings(single_unknown="created")
    assert brand.single(changed(promotion_id="NONE", sites=["y"])).status_code == 202


def test_a_promotion_in_a_processing_file_cannot_be_changed(brand: Brand) -> None:
    leave = brand.leave()
    brand.put_file(leave["upload_url"], {"promotions": [BODY]})
    answer = brand.single(BODY)
    assert (answer.status_code, answer.json()["type"]) == (409, "JOB_IN_PROGRESS")
    brand.ended(leave["job_id"])
    assert brand.single(BODY).status_code == 202


# --- steering and faults ---


def test_the_clock_can_be_moved_and_the_answers_are_dated_by_it(brand: Brand) -> None:
    assert brand.http.post("/_sim/clock", json={"advance_s": 900}).json() == {"now": "2026-05-20T09:15:00Z"}
    assert brand.http.post(f"{BRAND}/upload_url").headers["date"] == "Wed, 20 May 2026 09:15:00 GMT"
    assert brand.http.post("/_sim/clock", json={"advance_s": "soon"}).status_code == 400


def test_settings_faults_and_state_over_http(brand: Brand) -> None:
    assert brand.http.put("/_sim/settings", json={"processing_polls": 0}).json()["client_secret"] == "***"
    assert brand.http.put("/_sim/settings", json={"bulk": "all"}).status_code == 400
    fault = {"route": "status", "kind": "status", "value": 503}
    assert len(brand.http.post("/_sim/faults", json=fault).json()["faults"]) == 1
    job = brand.leave()["job_id"]
    assert brand.status(job).status_code == 503 and brand.status(job).status_code == 200
    assert brand.http.request("DELETE", "/_sim/faults").json() == {"faults": []}
    state = brand.http.get("/_sim/state", params={"at": "2026-05-20T09:00:00.000Z"}).json()
    masked = [entry["headers"].get("authorization", "") for entry in state["requests"]]
    assert masked and not [text for text in masked if "eyJ" in text]


def test_all_tokens_can_be_dead_at_once(brand: Brand) -> None:
    brand.platform.fault("any", "expire_token")
    assert brand.http.post(f"{BRAND}/upload_url").status_code == 401


def test_garbage_is_carried_out_unless_it_comes_from_before_the_platform(brand: Brand) -> None:
    for value, jobs in (("empty", 1), ("broken", 2), ("half", 3), ("html", 3)):
        brand.platform.fault("upload_url", "garbage", value=value)
        assert brand.http.post(f"{BRAND}/upload_url").status_code == 200
        assert len(brand.platform.state()["jobs"]) == jobs


@pytest.mark.parametrize("value", ["html", "empty"])
def test_a_file_can_meet_garbage(brand: Brand, value: str) -> None:
    brand.platform.fault("upload", "garbage", value=value)
    leave = brand.leave()
    assert brand.put_file(leave["upload_url"], {"promotions": [BODY]}).status_code == 200
    there = brand.status(leave["job_id"]).json()["status"]
    assert there == ("processing" if value == "empty" else "pending_upload")


def test_the_limit_of_requests_is_kept(brand: Brand) -> None:
    brand.platform.change_settings(requests_per_minute=3)
    answers = [brand.http.post(f"{BRAND}/upload_url") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2].headers["retry-after"] == "60"


@pytest.mark.parametrize("style", ["text", "empty", "html"])
def test_refusals_come_in_every_style(brand: Brand, style: str) -> None:
    brand.platform.change_settings(error_body=style)
    answer = brand.status("none")
    assert answer.status_code == 404 and (answer.text == "") is (style == "empty")


def test_a_terminal_job_can_be_told_as_processing_and_as_an_older_answer(brand: Brand) -> None:
    leave = brand.leave()
    brand.status(leave["job_id"])
    brand.put_file(leave["upload_url"], {"promotions": [BODY]})
    brand.ended(leave["job_id"])
    brand.platform.fault("status", "backwards")
    assert brand.status(leave["job_id"]).json()["status"] == "processing"
    brand.platform.fault("status", "stale")
    assert brand.status(leave["job_id"]).json()["status"] == "pending_upload"
    assert brand.status(leave["job_id"]).json()["status"] == "completed"


def test_a_lost_line_before_and_after_the_act(brand: Brand) -> None:
    for kind, stored in (("drop_before", False), ("drop_after", True)):
        leave = brand.leave()
        brand.platform.fault("upload", kind)
        with pytest.raises(httpx.RemoteProtocolError):
            brand.put_file(leave["upload_url"], {"promotions": [BODY]})
        assert (brand.status(leave["job_id"]).json()["status"] != "pending_upload") is stored


def test_unknown_paths_are_not_found(brand: Brand) -> None:
    assert brand.http.get(f"{BRAND}/PASTA").status_code == 404
    url = brand.leave()["upload_url"]
    with httpx.Client(trust_env=False) as files:
        assert files.get(url).status_code == 404


def test_the_platform_runs_by_its_own_clock(brand: Brand) -> None:
    brand.platform.advance_clock(timedelta(days=60).total_seconds())
    brand.sign_in()
    brand.upload(BODY)
    assert brand.platform.state()["live"] == []

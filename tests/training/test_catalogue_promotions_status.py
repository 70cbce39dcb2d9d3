"""Check the catalogue, the promotions with their jobs, and the store status over HTTP."""

import copy
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import httpx
import pytest

from picker_app.training.catalogue import load_store
from tests.training.conftest import HandClock, Shop, eventually
from tests.training.receiver import Receiver

CHAIN = "/v2/chains/e5a91d70-3c48-4b62-9f0d-8a2c6e4b7d05"
CATALOGUE = CHAIN + "/vendors/cm7q/catalog"
STATUS = CHAIN + "/vendors/cm7q/status"


@pytest.fixture(autouse=True)
def quick_jobs(shop: Shop) -> None:
    shop.platform.change_settings(job_seconds=0)


def product(shop: Shop, sku: str) -> dict[str, Any]:
    found = shop.http.get(CATALOGUE, params={"query_term": sku}).json()["products"]
    first: dict[str, Any] = next(item for item in found if item["sku"] == sku)
    return first


def finished(shop: Shop, answer: httpx.Response, kind: str = "promotion") -> dict[str, Any]:
    """The job of an answer once it has ended."""
    assert answer.status_code == 202, answer.text
    assert answer.json()["job_status"] == "QUEUED"
    path = f"{CHAIN}/{kind}/jobs/{answer.json()['job_id']}"
    job: dict[str, Any] = eventually(
        lambda: next((j for j in [shop.http.get(path).json()] if j["job_status"] != "QUEUED"), None)
    )
    return job


# --- the catalogue ---


def test_the_whole_catalogue_is_read_page_by_page(shop: Shop) -> None:
    skus: list[str] = []
    page, pages = 0, 1
    while page < pages:
        page += 1
        answer = shop.http.get(CATALOGUE, params={"page": page, "page_size": 500}).json()
        pages = answer["total_pages"]
        assert answer["page_number"] == page
        skus += [item["sku"] for item in answer["products"]]
    assert len(skus) == len(set(skus)) >= len(load_store().products)


def test_page_number_is_ignored_so_page_1_comes_for_ever(shop: Shop) -> None:
    first = shop.http.get(CATALOGUE).json()
    assert shop.http.get(CATALOGUE, params={"page_number": 2}).json() == first


def test_leading_zeros_of_barcodes_are_dropped(shop: Shop) -> None:
    padded = next(item for item in load_store().products if item.barcodes[0].startswith("0"))
    assert product(shop, padded.sku)["barcodes"] == [padded.barcodes[0].lstrip("0")]


def test_a_page_can_be_narrowed_down(shop: Shop) -> None:
    assert product(shop, "TOM-KG")["is_sold_by_weight"] is True
    bags = shop.http.get(CATALOGUE, params={"category_global_ids": "bags"}).json()["products"]
    assert sorted(item["sku"] for item in bags) == ["BAG-01", "BAG-02", "BAG-03"]
    assert shop.http.get(CATALOGUE, params={"is_active": "false"}).json()["products"] == []
    assert shop.http.get(CATALOGUE, params={"page": "0"}).status_code == 400


def test_one_product_is_changed_at_once_and_its_quantity_is_not_looked_at(shop: Shop) -> None:
    change = {"sku": "OAT-1L", "price": 1.555, "quantity": 0}
    answer = shop.http.put(CATALOGUE, json={"products": [change]})
    assert (answer.status_code, answer.json()) == (200, {"sku": "OAT-1L"})
    assert (product(shop, "OAT-1L")["price"], product(shop, "OAT-1L")["active"]) == (1.555, True)


def test_several_products_are_changed_by_a_job_that_is_reported(shop: Shop, receiver: Receiver) -> None:
    shop.platform.change_settings(stock_buffer=3)
    changes = [
        {"sku": "BRD-WW", "active": True, "quantity": 3},
        {"barcode": product(shop, "MLK-1L")["barcodes"][0].zfill(14), "price": 1.35},
        {"sku": "NO-SUCH", "price": 1},
    ]
    job = finished(shop, shop.http.put(CATALOGUE, json={"products": changes}), "catalog")
    assert (job["job_status"], job["result"]) == ("COMPLETED", {"missing_skus": ["NO-SUCH"]})
    assert product(shop, "BRD-WW")["active"] is False
    assert product(shop, "MLK-1L")["price"] == 1.35
    (report,) = receiver.wait(1)
    assert report.path == "/webhooks/shop/jobs"
    assert (report.event["job_id"], report.event["status"]) == (job["job_id"], "COMPLETED")
    shop.http.put(CATALOGUE, json={"products": [{"sku": "BRD-WW", "active": True}]})


@pytest.mark.parametrize(
    "products",
    [
        None,
        [],
        [{"price": 1}],
        [{"sku": "MLK-1L"}],
        [{"sku": "MLK-1L", "price": -1}],
        [{"sku": "MLK-1L", "price": "1"}],
        [{"sku": "MLK-1L", "price": 1.5555}],
        [{"sku": "MLK-1L", "active": "yes"}],
        ["MLK-1L"],
    ],
)
def test_a_wrong_change_is_refused(products: Any, shop: Shop) -> None:
    assert shop.http.put(CATALOGUE, json={"products": products}).status_code == 400


def test_a_single_unknown_product_is_not_found(shop: Shop) -> None:
    answer = shop.http.put(CATALOGUE, json={"products": [{"sku": "NO-SUCH", "price": 1}]})
    assert answer.status_code == 404


@pytest.mark.parametrize("path", [CHAIN + "/vendors/other/catalog", "/v2/chains/other/vendors/cm7q/catalog"])
def test_the_catalogue_of_another_shop_is_not_found(path: str, shop: Shop) -> None:
    assert shop.http.get(path).status_code == 404


# --- promotions ---

BODY: dict[str, Any] = {
    "vendors": ["cm7q"],
    "type": "STRIKETHROUGH",
    "active": True,
    "reason": "EXPIRING_SOON",
    "display_name": {"en_GB": "June offer"},
    "conditions": {"start_time": "2025-06-05T22:00:00.000Z", "end_time": "2025-06-12T21:59:59.000Z"},
    "discount": [
        {"discount_subtype": "FINAL_PRICE", "discount_value": 0.99, "active": True, "sku": ["MLK-1L", "OAT-1L"]},
        {"discount_subtype": "PERCENTAGE", "discount_value": 15, "active": True, "sku": ["BRD-WW"]},
    ],
}


def submit(shop: Shop, **changes: Any) -> httpx.Response:
    return shop.http.put(CHAIN + "/promotion", json=copy.deepcopy(BODY) | changes)


def named(name: str) -> dict[str, Any]:
    """Another promotion than those of other tests."""
    return {"display_name": {"en_GB": name}}


def test_a_promotion_is_taken_over_by_a_job(shop: Shop) -> None:
    job = finished(shop, submit(shop, **named("taken over")))
    assert job["job_status"] == "COMPLETED"
    assert job["result"] == {"invalid_vendors": [], "missing_skus": {}, "invalid_discounted_skus": {}}
    assert job["created_at"].endswith("Z")


def test_the_end_of_a_promotion_job_is_reported_where_jobs_are(shop: Shop, receiver: Receiver) -> None:
    job = finished(shop, submit(shop, **named("reported"), limits={"global_limit": 5}))
    (report,) = receiver.wait(1)
    assert (report.path, report.event["job_id"]) == ("/webhooks/shop/jobs", job["job_id"])


def test_the_same_promotion_again_is_a_duplicate_and_a_changed_one_replaces_it(shop: Shop) -> None:
    wish = named("again")
    jobs = [finished(shop, submit(shop, **wish))["job_status"] for _ in range(2)]
    assert jobs == ["COMPLETED", "DUPLICATE"]
    assert finished(shop, submit(shop, **wish, active=False))["job_status"] == "COMPLETED"
    kept = [p for p in shop.platform.state()["promotions"] if p["body"]["display_name"] == wish["display_name"]]
    assert [p["body"]["active"] for p in kept] == [False]


def test_other_dates_make_another_promotion(shop: Shop) -> None:
    wish = named("dates")
    finished(shop, submit(shop, **wish))
    later = {"start_time": "2025-07-05T22:00:00.000Z", "end_time": "2025-07-12T21:59:59.000Z"}
    finished(shop, submit(shop, **wish, conditions=later))
    kept = [p for p in shop.platform.state()["promotions"] if p["body"]["display_name"] == wish["display_name"]]
    assert len(kept) == 2


def test_what_is_not_in_the_shop_is_told_in_the_result(shop: Shop) -> None:
    row = {"discount_subtype": "ABSOLUTE", "discount_value": 1, "active": True, "sku": ["MLK-1L", "NO-SUCH"]}
    job = finished(shop, submit(shop, **named("missing"), vendors=["cm7q", "other"], discount=[row]))
    assert job["result"]["missing_skus"] == {"cm7q": ["NO-SUCH"]}
    assert job["result"]["invalid_vendors"] == ["other"]


@pytest.mark.parametrize("outcome", ["COMPLETED", "FAILED", "DUPLICATE"])
def test_a_job_can_end_in_each_way(outcome: str, shop: Shop) -> None:
    shop.platform.change_settings(job_outcome=outcome)
    assert finished(shop, submit(shop, **named(outcome)))["job_status"] == outcome


def test_a_job_can_stay_queued_and_can_be_hidden_at_first(shop: Shop) -> None:
    shop.platform.change_settings(job_outcome="QUEUED", job_hidden_reads=2)
    job_id = submit(shop, **named("queued")).json()["job_id"]
    answers = [shop.http.get(f"{CHAIN}/promotion/jobs/{job_id}") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [404, 404, 200, 200]
    assert answers[-1].json()["job_status"] == "QUEUED"


def test_a_job_can_end_without_a_result(shop: Shop) -> None:
    shop.platform.change_settings(job_result=False)
    assert "result" not in finished(shop, submit(shop, **named("no result")))


def row(**changes: Any) -> dict[str, Any]:
    return {"discount": [copy.deepcopy(BODY["discount"][0]) | changes]}


@pytest.mark.parametrize(
    ("wrong", "named_field"),
    [
        ({"vendors": []}, "vendors"),
        ({"vendors": ["cm7q", "cm7q"]}, "vendors"),
        ({"type": "GIFT"}, "type"),
        ({"type": "SAME_ITEM_BUNDLE"}, "purchased_quantity"),
        ({"reason": None}, "reason"),
        ({"active": "yes"}, "active"),
        ({"display_name": {}}, "display_name"),
        ({"conditions": None}, "conditions"),
        ({"conditions": {"start_time": "2025-06-12T21:59:59.000Z"}}, "end_time"),
        ({"conditions": {"start_time": "2025-06-05T22:00:00Z", "end_time": "2025-06-12T21:59:59.000Z"}}, "start_time"),
        (
            {"conditions": dict(reversed(BODY["conditions"].items())) | {"end_time": "2025-06-01T00:00:00.000Z"}},
            "before",
        ),
        ({"discount": []}, "discount"),
        ({"discount": BODY["discount"] * 2}, "twice"),
        (row(discount_subtype="HALF"), "discount_subtype"),
        (row(discount_value=0), "discount_value"),
        (row(discount_value="1"), "discount_value"),
        (row(discount_subtype="PERCENTAGE", discount_value=101), "discount_value"),
        (row(sku=[]), "sku"),
        (row(active=None), "active"),
        (row(max_quantity=0), "max_quantity"),
        ({"limits": {"global_limit": "many"}}, "limits"),
    ],
)
def test_a_wrong_promotion_is_refused(wrong: dict[str, Any], named_field: str, shop: Shop) -> None:
    answer = submit(shop, **wrong)
    assert answer.status_code == 400
    assert named_field in answer.json()["message"]


def test_an_unknown_job_is_not_found(shop: Shop) -> None:
    assert shop.http.get(CHAIN + "/promotion/jobs/none").status_code == 404
    job_id = submit(shop, **named("promotion job")).json()["job_id"]
    assert shop.http.get(f"{CHAIN}/catalog/jobs/{job_id}").status_code == 404


# --- the store's status ---


@pytest.fixture
def reopened(shop: Shop) -> Iterator[Shop]:
    yield shop
    shop.platform.change_settings(within_opening_hours=True)
    shop.http.put(STATUS, json={"status": "OPEN"})


def test_a_store_closes_until_a_moment_and_is_open_again_after_it(reopened: Shop, clock: HandClock) -> None:
    until = f"{clock.now + timedelta(minutes=59):%Y-%m-%dT%H:%M}:00Z"
    body = {"status": "CLOSED_UNTIL", "closed_reason": "TECHNICAL_PROBLEM", "closed_until": until}
    answer = reopened.http.put(STATUS, json=body)
    assert answer.json()["closed_until"] == until.replace("Z", ".000Z")
    assert reopened.http.get(STATUS).json()["status"] == "CLOSED_UNTIL"
    clock.move(minutes=60)
    assert reopened.http.get(STATUS).json() == {"vendor_id": "cm7q", "status": "OPEN"}


def closed(**more: Any) -> dict[str, Any]:
    return {"status": "CLOSED_UNTIL", "closed_reason": "OTHER", "closed_until": "2099-01-01T00:00:00Z"} | more


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"status": "CLOSED_TODAY", "closed_reason": "TOO_BUSY_KITCHEN"}, 200),
        ({"status": "CLOSED_TODAY"}, 400),
        (closed(), 200),
        (closed(closed_until=None), 400),
        (closed(closed_until="2025-01-01T00:00:00Z"), 400),
        (closed(closed_reason="TIRED"), 400),
        ({"status": "CLOSED"}, 400),
        ({"status": "CHECKIN"}, 200),
    ],
)
def test_the_status_is_changed_by_the_rules(body: dict[str, Any], status: int, reopened: Shop) -> None:
    assert reopened.http.put(STATUS, json=body).status_code == status


def test_a_store_opens_in_its_opening_hours_only(reopened: Shop) -> None:
    reopened.platform.change_settings(within_opening_hours=False)
    assert reopened.http.put(STATUS, json={"status": "OPEN"}).status_code == 400
    assert reopened.http.get(STATUS).json()["status"] == "CLOSED"


@pytest.mark.parametrize("path", [CHAIN + "/vendors/other/status", "/v2/chains/other/vendors/cm7q/status"])
def test_the_status_of_another_shop_is_not_found(path: str, shop: Shop) -> None:
    assert shop.http.get(path).status_code == 404

"""Check the calls for prices, products and stores: what is required, what is refused, and what is kept."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest

from picker_app.training.clock import read_stamp
from tests.training.ifood_pos.conftest import FOREIGN_STORE, OTHER_STORE, STORE, Till

STORES = [int(STORE), int(OTHER_STORE)]


def set_price(till: Till, code: str = "ARZ%2F5", **changes: Any) -> httpx.Response:
    body = {"merchantIds": STORES, "externalCode": "ARZ/5", "price": 28.49} | changes
    told = {key: value for key, value in body.items() if value != "left out"}
    return till.http.patch(f"/v1.0/skus/{code}/prices", json=told)


def prices(till: Till, store: str = STORE, code: str = "ARZ/5") -> tuple[Any, Any, Any]:
    for price in till.platform.state()["prices"]:
        if (price["merchant"], price["code"]) == (store, code):
            return price["now"] and str(price["now"]), price["later"] and str(price["later"]), price["start"]
    return None, None, None


@pytest.mark.parametrize("start", ["left out", "", None])
def test_a_price_without_a_day_holds_at_once_in_all_stores(start: str | None, till: Till) -> None:
    assert set_price(till, startDate=start).status_code == 202
    assert prices(till) == prices(till, OTHER_STORE) == ("28.49", None, None)


def test_a_price_from_a_day_on_waits_for_it_and_is_the_only_one(till: Till) -> None:
    code = "LCOND"
    assert set_price(till, code, externalCode=code, price=7).status_code == 202
    assert set_price(till, code, externalCode=code, price=6.5, startDate="2025-06-10").status_code == 202
    assert prices(till, code=code) == ("7", "6.5", "2025-06-10")
    again = set_price(till, code, externalCode=code, price=6.2, startDate="2025-06-12")
    assert again.status_code == 400
    assert set_price(till, code, externalCode=code, price=6.9).status_code == 202, "at once is no schedule"
    till.platform.move_clock(8 * 24 * 3600)
    assert prices(till, code=code) == ("6.5", None, None)
    assert set_price(till, code, externalCode=code, price=6.2, startDate="2025-06-20").status_code == 202


@pytest.mark.parametrize(
    "changes",
    [
        {"merchantIds": "left out"},
        {"merchantIds": []},
        {"merchantIds": [STORE]},
        {"externalCode": "left out"},
        {"externalCode": "ARZ"},
        {"price": "left out"},
        {"price": "28.49"},
        {"price": 0},
        {"price": 28.495},
        {"price": True},
        {"startDate": "11/03/2024"},
        {"startDate": "2024-02-30"},
        {"startDate": "2024-03-11"},
        {"startDate": 20240311},
    ],
)
def test_a_price_that_cannot_be_is_400_and_sets_nothing(changes: dict[str, Any], till: Till) -> None:
    before = till.platform.state()["prices"]
    assert set_price(till, **changes).status_code == 400
    assert till.platform.state()["prices"] == before


def test_today_is_the_day_of_the_store(till: Till) -> None:
    now = read_stamp(till.platform.state()["now"])
    for zone, code in (("Pacific/Kiritimati", "OVO12"), ("Pacific/Pago_Pago", "FUBA")):
        till.platform.change_settings(time_zone=zone)
        today = now.astimezone(ZoneInfo(zone)).date()
        yesterday = today - timedelta(days=1)
        assert set_price(till, code, externalCode=code, startDate=str(yesterday)).status_code == 400
        assert set_price(till, code, externalCode=code, startDate=str(today)).status_code == 202


def test_a_code_with_a_slash_must_be_percent_encoded(till: Till) -> None:
    answer = set_price(till, "ARZ/5")
    assert answer.status_code == 404
    assert "no Route matched" in answer.text


def test_an_unknown_code_is_404_and_a_foreign_store_401(till: Till) -> None:
    assert set_price(till, "NOPE", externalCode="NOPE").status_code == 404
    assert set_price(till, merchantIds=[int(STORE), int(FOREIGN_STORE)]).status_code == 401
    path = f"/v1.0/merchants/{FOREIGN_STORE}"
    assert till.http.put(f"{path}/statuses", json={"status": "AVAILABLE"}).status_code == 401
    assert till.http.patch(f"{path}/skus/ARZ%2F5", json={"status": "AVAILABLE"}).status_code == 401
    assert till.http.patch(f"/v1.0/merchants/{STORE}/skus/NOPE", json={"status": "AVAILABLE"}).status_code == 404


def test_codes_of_orders_are_known(till: Till) -> None:
    item = {"name": "Novo", "quantity": 1, "price": 1, "totalPrice": 1, "externalCode": "NEW-7"}
    till.platform.create_order(order={"merchant": {"id": STORE}, "items": [item]})
    for code in ("NEW-7", "25", "2000", "MLK-1L"):
        assert set_price(till, code, externalCode=code).status_code == 202, code


def test_a_product_is_hidden_and_shown(till: Till) -> None:
    for status in ("UNAVAILABLE", "AVAILABLE"):
        assert till.http.patch(f"/v1.0/merchants/{STORE}/skus/ARZ%2F5", json={"status": status}).status_code == 202
        assert {"merchant": STORE, "code": "ARZ/5", "status": status} in till.platform.state()["products"]


@pytest.mark.parametrize("body", [{}, {"status": "unavailable"}, {"status": "Available"}, {"status": None}, []])
def test_a_status_of_a_product_or_store_in_small_letters_or_missing_is_400(body: Any, till: Till) -> None:
    assert till.http.patch(f"/v1.0/merchants/{STORE}/skus/ARZ%2F5", json=body).status_code == 400
    assert till.http.put(f"/v1.0/merchants/{STORE}/statuses", json=body).status_code == 400


def test_a_store_is_closed_with_a_reason_only(till: Till) -> None:
    path = f"/v1.0/merchants/{STORE}/statuses"
    for reason in ({}, {"reason": ""}, {"reason": " "}):
        assert till.http.put(path, json={"status": "UNAVAILABLE"} | reason).status_code == 400
    assert till.http.put(path, json={"status": "UNAVAILABLE", "reason": "Falta de energia"}).status_code == 202
    closed = till.platform.state()["stores"][STORE]
    assert (closed["status"], closed["reason"]) == ("UNAVAILABLE", "Falta de energia")
    assert till.http.put(path, json={"status": "AVAILABLE"}).status_code == 202
    assert till.platform.state()["stores"][STORE]["status"] == "AVAILABLE"

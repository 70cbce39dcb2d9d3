"""Checks the table of the webhook listener row by row, from outside, against the running program."""

import json
import re
import subprocess
import threading
from typing import Any

import pytest

from tests.blackbox import goods
from tests.blackbox.counter import command
from tests.blackbox.driver import Shop
from tests.blackbox.platform import write

Json = dict[str, Any]

pytestmark = [pytest.mark.display, pytest.mark.xdist_group("display"), pytest.mark.timeout(120)]

EVENTS = "/webhooks/foodora-centro"
BELOW = 210
"""A row of the screen below the first order of the inbox."""


def event(code: str = "hook-0001") -> Json:
    """An order event that can be told apart from all others."""
    return goods.order(code, goods.pieces("MLK-1L", 1))


def post(shop: Shop, body: bytes, path: str = EVENTS, secret: str | None = "") -> tuple[int, bytes]:
    """Post to the listener with the right secret unless another is given; status and body."""
    status, _, answer = shop.platform.knock(
        "POST", path, body, shop.platform.webhook_secret if secret == "" else secret
    )
    return status, answer


def test_the_same_event_many_times_is_answered_200_and_is_one_order(shop: Shop) -> None:
    # The first of this module: nothing stands below its order in the inbox.
    made = event("once-0001")
    shop.receive(made)
    before = shop.screen.settle()
    shop.picture("once")
    body = write(shop.platform.shown(made["order_id"]))
    assert [post(shop, body)[0] for _ in range(2)] == [200, 200]
    answers: list[int] = []
    threads = [threading.Thread(target=lambda: answers.append(post(shop, body)[0])) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [200] * 4
    made["sys"]["updated_at"] = made["sys"]["updated_at"].replace("Z", "000+00:00")
    assert post(shop, write(made))[0] == 200
    shop.picture("many-times")
    assert shop.screen.difference(before, shop.screen.settle(), top=BELOW, strip=False) == 0, "more than one order"


def test_health_says_ok_and_the_version(shop: Shop) -> None:
    status, headers, body = shop.platform.knock("GET", "/health", None, None)
    printed = subprocess.run(command("--version"), capture_output=True, text=True, timeout=30, check=True).stdout
    answer = json.loads(body)
    assert status == 200 and headers["content-type"].startswith("application/json")
    assert answer.keys() == {"status", "version"} and answer["status"] == "ok"
    assert re.search(rf"(^|\s){re.escape(answer['version'])}\s*$", printed)


@pytest.mark.parametrize("form", ["{}", "Bearer {}", "Basic {}", "bearer {}", " {} "])
def test_an_event_with_the_secret_is_taken_with_an_empty_body(shop: Shop, form: str) -> None:
    assert post(shop, write(event()), secret=form.format(shop.platform.webhook_secret)) == (200, b"")


@pytest.mark.parametrize(
    "wrong", [None, "Bearer", "nothing", "Bearer nothing", "ws-", "\xfcber", "cut", "upper", "more"]
)
def test_a_missing_or_wrong_secret_is_401(shop: Shop, wrong: str | None) -> None:
    right = shop.platform.webhook_secret
    made = {"cut": right[:-1], "upper": right.upper(), "more": right + "x"}
    assert post(shop, write(event()), secret=None if wrong is None else made.get(wrong, wrong))[0] == 401


def test_an_unknown_account_is_404(shop: Shop) -> None:
    assert post(shop, write(event()), "/webhooks/nobody")[0] == 404
    assert post(shop, write(event()), "/webhooks/nobody", secret=None)[0] == 404
    assert post(shop, write({"job_id": "1"}), "/webhooks/nobody/jobs")[0] == 404


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
def test_another_method_is_405(shop: Shop, method: str) -> None:
    assert shop.platform.knock(method, EVENTS, b"{}", shop.platform.webhook_secret)[0] == 405
    assert shop.platform.knock(method, EVENTS + "/jobs", b"{}", shop.platform.webhook_secret)[0] == 405


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"hello",
        b"{",
        b"[]",
        b"null",
        b'"RECEIVED"',
        b"{}",
        b'{"order_id": "x"}',
        b'{"status": "RECEIVED"}',
        b'{"order_id": "", "status": "RECEIVED"}',
        b'{"order_id": 7, "status": "RECEIVED"}',
        b'{"order_id": "x", "status": null}',
        b'{"order_id": "x", "status": "RECEIVED", "items": NaN}',
        b'{"order_id": "\xff", "status": "RECEIVED"}',
        b"[" * 200_000,
        b'{"job_id": "j1", "status": "COMPLETED"}',
    ],
    ids=lambda body: repr(body[:30]),
)
def test_what_is_no_order_event_is_400(shop: Shop, body: bytes) -> None:
    assert post(shop, body)[0] == 400


def test_a_body_over_one_mebibyte_is_413_and_one_of_it_is_not(shop: Shop) -> None:
    made = write(event("size-0001"))
    limit = 1024 * 1024
    assert post(shop, made + b" " * (limit - len(made)))[0] == 200
    assert post(shop, made + b" " * (limit + 1 - len(made)))[0] == 413
    assert post(shop, b"x" * (3 * limit))[0] == 413


def test_a_wrong_secret_is_told_before_the_size(shop: Shop) -> None:
    assert post(shop, b"x" * (1024 * 1024 + 1), secret="wrong")[0] == 401


def test_reports_on_jobs_have_a_way_of_their_own(shop: Shop) -> None:
    report = write({"job_id": "9e4c7b21-0d5f-4a86-b3e8-6c1f2d7a5b06", "job_status": "COMPLETED"})
    assert post(shop, report, EVENTS + "/jobs")[0] == 200
    assert post(shop, report, EVENTS + "/jobs")[0] == 200
    assert post(shop, report, EVENTS + "/jobs", secret="wrong")[0] == 401
    assert post(shop, b'{"job_status": "COMPLETED"}', EVENTS + "/jobs")[0] == 400
    assert post(shop, b"no", EVENTS + "/jobs")[0] == 400


def test_an_order_that_differs_only_in_its_status_is_another_event(shop: Shop) -> None:
    made = event("gone-0001")
    shop.receive(made)
    shop.screen.changes(lambda: shop.platform.advance(made["order_id"], "CANCELLED"), "the event CANCELLED")
    shop.picture("cancelled")
    assert shop.platform.deliveries[-1].answers == [200]

"""Promotions in Delivery Hero's words: bodies, replays, and what a job's answer means."""

import json
from dataclasses import replace
from decimal import Decimal
from functools import partial

import pytest

from picker_app.domain.promotion import Condition, Discount, DiscountKind, Mechanic, Promotion, Reward
from picker_app.platforms import exact_json
from picker_app.platforms.delivery_hero import promotions_protocol, promotions_translate, promotions_wire
from picker_app.platforms.port import LockedOut, PlatformError, Refused, Uncertain, Unreadable
from picker_app.platforms.promotion_jobs import End, Finding, Progress, Result, Stage
from tests.platforms.delivery_hero_shop import ACCOUNT
from tests.platforms.test_deliveroo_protocol import answer, error_of
from tests.promotions.campaign_bench import struck


def told(body: str) -> Progress:
    return promotions_translate.progress(promotions_wire.read(exact_json.load(body.encode())), b"")


def test_the_paths_name_the_chain_with_every_id_encoded() -> None:
    account = replace(ACCOUNT, chain_id="a/b")
    assert promotions_protocol.put_promotion(account, b"{}").target == "/v2/chains/a%2Fb/promotion"
    assert promotions_protocol.read_job(account, "j 1").target == "/v2/chains/a%2Fb/promotion/jobs/j%201"


def test_a_value_is_written_plainly_in_major_units_and_the_bound_where_there_is_one() -> None:
    row = Discount(DiscountKind.ABSOLUTE, Decimal("1.50"), ("A",), active=False, max_quantity=3)
    body = promotions_translate.body(struck(reward=Reward(discounts=(row,)), limits=(("global_limit", Decimal(100)),)))
    assert b'"discount_value": 1.50' in body
    tree = json.loads(body)
    assert tree["discount"][0]["max_quantity"] == 3 and tree["discount"][0]["active"] is False
    assert tree["limits"] == {"global_limit": 100}


def test_a_bundle_says_how_many_are_bought_and_how_many_are_reduced() -> None:
    rows = struck().reward.discounts
    bundle: Promotion = struck(
        mechanic=Mechanic.SAME_ITEM_BUNDLE,
        condition=Condition(quantity=3),
        reward=Reward(free_quantity=1, discounts=rows),
    )
    conditions = json.loads(promotions_translate.body(bundle))["conditions"]
    assert (conditions["purchased_quantity"], conditions["discounted_quantity"]) == (3, 1)


def test_the_end_differs_in_active_alone() -> None:
    body = promotions_translate.body(struck())
    assert promotions_translate.ended(body) == body.replace(b'"active": true', b'"active": false', 1)


def test_the_identity_is_name_vendors_and_dates() -> None:
    body = promotions_translate.body(struck())
    assert promotions_translate.identity(body) == promotions_translate.identity(
        promotions_translate.body(struck(price="0.50", reason="NMR"))
    )
    assert promotions_translate.identity(body) != promotions_translate.identity(
        promotions_translate.body(struck(sites=("other",)))
    )


def test_nothing_is_taken_out_where_nothing_is_left_out() -> None:
    body = promotions_translate.body(struck())
    assert promotions_translate.changed(body, body) == body


def test_the_answer_to_a_put_needs_a_job() -> None:
    given = answer(202, '{"job_id": "j", "job_status": "QUEUED"}')
    begun = promotions_translate.begun(promotions_protocol.begun(given), given.body)
    assert (begun.job, begun.status) == ("j", "QUEUED")
    for body in ("", "{}", "[]"):
        assert type(error_of(partial(promotions_protocol.begun, answer(202, body)))) is Uncertain


@pytest.mark.parametrize(("status", "kind"), [(400, Refused), (401, LockedOut), (500, Uncertain), (409, Uncertain)])
def test_errors_of_a_put_are_those_of_a_put(status: int, kind: type[PlatformError]) -> None:
    assert type(error_of(lambda: promotions_protocol.begun(answer(status)))) is kind


def test_a_job_without_a_status_cannot_be_read() -> None:
    assert promotions_protocol.told(answer(200, '{"status": "QUEUED"}')).job_status == "QUEUED"
    for body in ("{}", "[1]", "{"):
        assert type(error_of(partial(promotions_protocol.told, answer(200, body)))) is Unreadable


@pytest.mark.parametrize(
    ("status", "stage", "end", "known"),
    [
        ("QUEUED", Stage.RUNNING, None, True),
        ("SIMMERING", Stage.RUNNING, None, False),
        ("completed", Stage.ENDED, End.COMPLETED, True),
        ("FAILED", Stage.ENDED, End.FAILED, True),
        ("DUPLICATE", Stage.ENDED, End.DUPLICATE, True),
    ],
)
def test_what_a_status_means(status: str, stage: Stage, end: End | None, known: bool) -> None:
    progress = told(json.dumps({"job_status": status}))
    assert (progress.stage, progress.end, progress.known) == (stage, end, known)


def test_completed_with_something_in_its_lists_is_partly() -> None:
    progress = told(
        '{"job_status": "COMPLETED", "result": {"invalid_vendors": ["x"], "missing_skus": {"cm7q": ["A"], "q": []},'
        ' "invalid_discounted_skus": ["B"]}}'
    )
    judged = promotions_translate.judge(progress, "P")
    assert judged.results == {"P": Result.PARTLY}
    assert judged.findings["P"] == (
        Finding("INVALID_VENDORS", ("x",)),
        Finding("MISSING_SKUS", ("A",), "cm7q"),
        Finding("INVALID_DISCOUNTED_SKUS", ("B",)),
    )


@pytest.mark.parametrize(
    ("status", "result"),
    [
        ("COMPLETED", Result.ACCEPTED),
        ("FAILED", Result.REFUSED),
        ("DUPLICATE", Result.UNSURE),
        ("QUEUED", Result.UNSURE),
    ],
)
def test_what_became_of_the_promotion(status: str, result: Result) -> None:
    judged = promotions_translate.judge(told(json.dumps({"job_status": status, "result": None})), "P")
    assert (judged.results, judged.findings) == ({"P": result}, {})

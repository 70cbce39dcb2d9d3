"""What a job of Deliveroo says, in our words, and the bodies that end a promotion."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from picker_app.platforms import exact_json
from picker_app.platforms.deliveroo import translate, wire
from picker_app.platforms.promotion_jobs import End, Finding, Progress, Result, Stage

ELEVEN = [f"P{number}" for number in range(11)]
PAGE = {
    "job_id": "j",
    "status": "partial_success",
    "total_promotions": 11,
    "live_promotions": 8,
    "completed_promotions": 1,
    "failed_promotions": 2,
    "errors": [
        {
            "promotion_id": "P0",
            "errors": [
                {"type": "ITEM_NOT_FOUND", "item_ids": ["0050123450011"]},
                {"type": "PROMOTION_OVERLAP", "item_ids": ["2"]},
            ],
        },
        {"promotion_id": "P8", "errors": [{"type": "INVALID_DATE_RANGE", "item_ids": []}]},
    ],
}


def told(**changes: Any) -> Progress:
    tree = exact_json.load(json.dumps({**PAGE, **changes}).encode())
    return translate.progress(wire.read(wire.JobAnswer, tree), b"raw")


def test_the_pages_example_is_nine_accepted_and_two_refused() -> None:
    progress = told()
    assert (progress.stage, progress.end, progress.counters.done) == (Stage.ENDED, End.PARTIAL, 11)
    judged = translate.judge(progress, ELEVEN)
    assert [name for name, result in judged.results.items() if result is Result.REFUSED] == ["P0", "P8"]
    assert list(judged.results.values()).count(Result.ACCEPTED) == 9
    assert judged.findings["P0"][0] == Finding("ITEM_NOT_FOUND", ("0050123450011",))
    assert judged.doubt == ""


def test_counters_and_errors_that_do_not_agree_leave_those_named_unsure() -> None:
    judged = translate.judge(told(failed_promotions=3), ELEVEN)
    assert judged.results["P0"] is judged.results["P8"] is Result.UNSURE
    assert judged.results["P1"] is Result.ACCEPTED
    assert "counts 3 failed promotions and names 2" in judged.doubt


def test_without_a_count_of_failures_the_errors_are_believed() -> None:
    judged = translate.judge(told(failed_promotions=None, total_promotions=None), ELEVEN)
    assert judged.results["P0"] is Result.REFUSED and judged.doubt == ""


def test_some_refused_and_none_named_leaves_all_unsure() -> None:
    judged = translate.judge(told(errors=[]), ELEVEN)
    assert set(judged.results.values()) == {Result.UNSURE}


def test_all_completed_is_all_accepted_but_for_what_is_named_all_the_same() -> None:
    fine = told(status="completed", failed_promotions=0, live_promotions=10, errors=None)
    assert set(translate.judge(fine, ELEVEN).results.values()) == {Result.ACCEPTED}
    odd = told(status="completed", failed_promotions=None)
    judged = translate.judge(odd, ELEVEN)
    assert judged.results["P0"] is Result.UNSURE and "names 2 with errors" in judged.doubt


def test_failed_without_errors_refuses_all() -> None:
    judged = translate.judge(told(status="failed", errors=None, failed_promotions=None), ELEVEN)
    assert set(judged.results.values()) == {Result.REFUSED}


def test_ids_that_were_not_sent_stand_apart_and_the_same_id_twice_is_one() -> None:
    errors = [*PAGE["errors"], *PAGE["errors"], {"promotion_id": "X", "errors": None}, "odd"]  # type: ignore[misc]  # a list of any shape
    judged = translate.judge(told(errors=errors), ELEVEN)
    assert judged.strangers == {"X": ()} and judged.results["P0"] is Result.REFUSED
    assert len(judged.findings["P0"]) == 2


def test_counters_that_do_not_add_up_are_told() -> None:
    assert "8 of 11" in translate.judge(told(completed_promotions=None, live_promotions=6), ELEVEN).doubt
    assert "12 promotions, 11 were sent" in translate.judge(told(total_promotions=12), ELEVEN).doubt


def test_a_single_one_is_accepted_without_the_items_that_are_listed() -> None:
    single = told(total_promotions=1, live_promotions=1, completed_promotions=0, failed_promotions=None)
    assert translate.judge(single, ["P0"], single=True).results == {"P0": Result.PARTLY}


@pytest.mark.parametrize(
    ("status", "stage", "known"),
    [
        ("pending_upload", Stage.WAITING, True),
        ("pending", Stage.RUNNING, True),
        ("PROCESSING", Stage.RUNNING, True),
        ("warming_up", Stage.RUNNING, False),
    ],
)
def test_a_status_that_ends_nothing(status: str, stage: Stage, known: bool) -> None:
    progress = told(status=status)
    assert (progress.stage, progress.known, progress.end) == (stage, known, None)


def test_counters_that_were_not_given_count_nothing() -> None:
    silent = dict.fromkeys(("live_promotions", "completed_promotions", "failed_promotions"))
    assert told(status="processing", **silent).counters.done is None


def test_a_begun_job_keeps_its_name_as_text() -> None:
    begun = translate.begun(wire.read(wire.JobAnswer, {"job_id": "01HX9", "status": "pending"}), b"{}")
    assert (begun.job, begun.status) == ("01HX9", "pending")


def body(start: str = "2027-06-01T00:00:00Z", end: str = "2027-06-30T22:59:59Z") -> bytes:
    return exact_json.dump({"promotion_id": "A", "start_at": start, "end_at": end, "reward": {"percentage": 12}})


def test_an_end_is_a_minute_ago_and_nothing_else_differs() -> None:
    now = datetime(2027, 6, 10, 12, 0, 30, tzinfo=UTC)
    assert translate.ended(body(), now) == body(end="2027-06-10T11:59:30Z")


def test_an_end_is_never_before_the_start() -> None:
    now = datetime(2027, 6, 1, 0, 0, 30, tzinfo=UTC)
    assert translate.ended(body(), now) == body(end="2027-06-01T00:00:01Z")


@pytest.mark.parametrize("before", [timedelta(0), timedelta(days=9)])
def test_what_has_not_begun_is_moved_into_the_past(before: timedelta) -> None:
    now = datetime(2027, 6, 1, 0, 0, 0, tzinfo=UTC) - before
    start, end = translate.window(exact_json.load(translate.ended(body(), now)))
    assert start < end < now and (now - start, now - end) == (timedelta(seconds=120), timedelta(seconds=60))


def test_a_file_holds_the_bodies_as_they_are() -> None:
    file = translate.file_of([body(), body("2027-07-01T00:00:00Z")])
    assert body() in file and len(json.loads(file)["promotions"]) == 2

"""One promotion that is changed or ended at Deliveroo: a PUT of the whole, at the right time, with one effect."""

import asyncio
import json
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from picker_app.domain.promotion import Condition, Reward
from picker_app.promotions.overview import PromotionState
from tests.promotions.campaign_bench import BRAND, RUNNING, Bench, good, percent, until

NOW_LIVE = percent(period=RUNNING)
ONE_SITE = replace(NOW_LIVE, condition=Condition(items=("5000169816246",)))


def singles(bench: Bench) -> list[dict[str, Any]]:
    return [json.loads(entry["body"]) for entry in bench.asked("single")]


def file_of(bench: Bench) -> dict[str, Any]:
    (upload,) = bench.asked("upload")
    whole: dict[str, Any] = json.loads(upload["body"])["promotions"][0]
    return whole


async def test_a_change_of_an_accepted_promotion_is_one_put_of_the_whole(bench: Bench) -> None:
    (number,) = await bench.live(BRAND, NOW_LIVE)
    await bench.resubmitted(number, ONE_SITE)
    assert await bench.state(number) is PromotionState.CHANGING
    await bench.run()
    (entry,) = bench.asked("single")
    assert entry["path"].endswith(f"/promotions/{NOW_LIVE.id}")
    assert json.loads(entry["body"]) == file_of(bench) | {"condition": {"items": ["5000169816246"]}}
    assert await bench.state(number) is PromotionState.LIVE and not (await bench.row(number)).edited
    assert bench.brand.state()["promotions"][NOW_LIVE.id]["items"] == ["5000169816246"]


async def test_ending_a_live_promotion_changes_only_its_end(bench: Bench) -> None:
    (number,) = await bench.live(BRAND, NOW_LIVE)
    await good(bench.workshop.end_now([number]))
    assert await bench.state(number) is PromotionState.ENDING
    asked_at = bench.clock.now
    await bench.run()
    (sent,) = singles(bench)
    ended = (asked_at - timedelta(seconds=60)).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert sent == file_of(bench) | {"end_at": ended}
    assert await bench.state(number) is PromotionState.ENDED
    assert bench.brand.state()["live"] == []


async def test_ending_one_that_has_not_begun_keeps_the_start_before_the_end(bench: Bench) -> None:
    (number,) = await bench.live(BRAND, percent())
    await good(bench.workshop.end_now([number]))
    asked_at = bench.clock.now
    await bench.run()
    (sent,) = singles(bench)
    start, end = datetime.fromisoformat(sent["start_at"]), datetime.fromisoformat(sent["end_at"])
    assert (asked_at - start, asked_at - end) == (timedelta(seconds=120), timedelta(seconds=60))
    assert await bench.state(number) is PromotionState.ENDED


async def test_an_end_is_made_of_what_was_accepted_and_not_of_the_draft(bench: Bench) -> None:
    (number,) = await bench.live(BRAND, NOW_LIVE)
    await good(bench.workshop.change(number, ONE_SITE))
    await good(bench.workshop.end_now([number]))
    await bench.run()
    assert singles(bench)[0]["condition"] == file_of(bench)["condition"]


async def test_a_promotion_that_was_never_sent_is_only_withdrawn(bench: Bench) -> None:
    (number,) = (await good(bench.workshop.compose(BRAND, percent()))).promotions
    await good(bench.workshop.end_now([number]))
    await bench.run()
    assert await bench.state(number) is PromotionState.WITHDRAWN and bench.routes() == []


async def test_a_change_of_what_is_in_an_open_file_waits_for_it_and_goes_by_itself(bench: Bench) -> None:
    (number,) = await bench.submitted(BRAND, NOW_LIVE)
    for _ in range(3):
        await bench.step()
    await bench.resubmitted(number, ONE_SITE)
    waiting, uploading = await bench.overview.jobs()
    assert waiting.waiting_for == uploading.id and singles(bench) == []
    await bench.run()
    assert bench.routes().index("single") > bench.routes().index("status")
    assert all(entry["answer"] == 202 for entry in bench.asked("single"))
    assert [body["condition"]["items"] for body in singles(bench)] == [["5000169816246"]]
    assert await bench.state(number) is PromotionState.LIVE


async def test_a_change_that_waits_for_a_file_that_fails_is_not_sent(bench: Bench) -> None:
    bench.brand.change_settings(unknown_items=["5000169816246"])
    (number,) = await bench.submitted(BRAND, NOW_LIVE)
    await bench.resubmitted(number, ONE_SITE)
    await bench.run()
    assert singles(bench) == [] and await bench.state(number) is PromotionState.REFUSED


async def test_of_two_edits_within_a_second_the_newest_goes_after_the_first_job(bench: Bench) -> None:
    (number,) = await bench.live(BRAND, NOW_LIVE)
    await bench.resubmitted(number, replace(ONE_SITE, name="First edit"))
    await bench.step()
    await bench.resubmitted(number, replace(ONE_SITE, name="Second edit"))
    await bench.resubmitted(number, replace(ONE_SITE, name="Third edit"))
    await bench.run()
    assert [body["name"] for body in singles(bench)] == ["First edit", "Third edit"]
    verdicts = [job.verdict for job in reversed(await bench.overview.jobs())]
    assert verdicts == ["completed", "completed", "replaced", "completed"]
    assert bench.brand.state()["promotions"][NOW_LIVE.id]["body"]["name"] == "Third edit"


@pytest.mark.parametrize("place", ["type", "code", "error.code", "text"])
@pytest.mark.parametrize("status", [409, 400, 423])
async def test_job_in_progress_is_waited_for_and_no_error_of_the_promotion(
    bench: Bench, place: str, status: int
) -> None:
    (number,) = await bench.live(BRAND, NOW_LIVE)
    bench.brand.change_settings(busy_place=place, busy_status=status)
    bench.brand.ask(lambda: _work_on(bench, NOW_LIVE.id))
    await bench.resubmitted(number, ONE_SITE)
    await bench.step()
    assert await bench.state(number) is PromotionState.CHANGING
    (job, *_) = await bench.overview.jobs()
    assert (job.error, job.http_status) == ("job_in_progress", status)
    bench.brand.ask(lambda: _work_on(bench, ""))
    await bench.run()
    assert [entry["answer"] for entry in bench.asked("single")] == [status, 202]
    first, second = (datetime.fromisoformat(entry["time"]) for entry in bench.asked("single"))
    assert second - first == timedelta(seconds=30)
    assert await bench.state(number) is PromotionState.LIVE


def _work_on(bench: Bench, promotion: str) -> None:
    """Let the platform's first job work on a promotion, or on none."""
    job = next(iter(bench.brand.world.jobs.values()))
    job.status, job.named = ("processing", frozenset({promotion})) if promotion else ("completed", frozenset())


async def test_a_lost_answer_sends_the_same_bytes_again(bench: Bench) -> None:
    (number,) = await bench.live(BRAND, NOW_LIVE)
    await bench.resubmitted(number, ONE_SITE)
    bench.brand.fault("single", "drop_after")
    await bench.run()
    first, second = bench.asked("single")
    assert first["body_sha256"] == second["body_sha256"]
    assert await bench.state(number) is PromotionState.LIVE


async def test_no_edit_goes_out_before_an_unsure_send_is_settled(bench: Bench) -> None:
    (number,) = await bench.live(BRAND, NOW_LIVE)
    await bench.resubmitted(number, replace(ONE_SITE, name="First edit"))
    bench.brand.fault("single", "drop_after", times=2)
    await bench.step()
    await bench.resubmitted(number, replace(ONE_SITE, name="Second edit"))
    await bench.run()
    assert [body["name"] for body in singles(bench)] == ["First edit"] * 3 + ["Second edit"]


@pytest.mark.parametrize("steps", range(4))
async def test_a_restart_after_any_step_has_one_effect(bench: Bench, steps: int) -> None:
    (number,) = await bench.live(BRAND, NOW_LIVE)
    await bench.resubmitted(number, ONE_SITE)
    for _ in range(steps):
        await bench.step()
    await bench.restart()
    await bench.run()
    assert len(singles(bench)) == 1 and await bench.state(number) is PromotionState.LIVE


async def test_a_send_cut_off_by_the_end_of_the_program_is_sent_again_unchanged(bench: Bench) -> None:
    (number,) = await bench.live(BRAND, NOW_LIVE)
    await bench.resubmitted(number, ONE_SITE)
    bench.brand.fault("single", "slow", value=0.3)
    work = asyncio.create_task(bench.runner.work(BRAND))
    await until(lambda: bool(bench.asked("single")))
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)
    await bench.restart()
    await bench.run()
    assert len({entry["body_sha256"] for entry in bench.asked("single")}) == 1
    assert await bench.state(number) is PromotionState.LIVE


async def test_a_promotion_that_deliveroo_does_not_know_is_unsure(bench: Bench) -> None:
    outcome = await good(bench.workshop.bring_in(BRAND, [NOW_LIVE], live=True))
    (number,) = outcome.promotions
    assert (await bench.row(number)).elsewhere and await bench.state(number) is PromotionState.LIVE
    await bench.resubmitted(number, ONE_SITE)
    await bench.run()
    assert await bench.state(number) is PromotionState.UNSURE
    assert "not found" in (await bench.row(number)).words
    assert (await bench.workshop.submit([number])).code == "unsure"
    await good(bench.workshop.say(number, live=True))
    assert await bench.state(number) is PromotionState.LIVE


async def test_a_refused_change_leaves_what_was_accepted(bench: Bench) -> None:
    (number,) = await bench.live(BRAND, NOW_LIVE)
    bench.brand.fault("single", "status", value=422)
    await bench.resubmitted(number, ONE_SITE)
    await bench.run()
    row = await bench.row(number)
    assert (row.state, row.trouble, row.edited) == (PromotionState.LIVE, "refused", True)
    assert len(bench.asked("single")) == 1


async def test_a_change_accepted_without_some_items_is_partly_live(bench: Bench) -> None:
    (number,) = await bench.live(BRAND, NOW_LIVE)
    bench.brand.change_settings(unknown_items=["5000169880001"])
    await bench.resubmitted(number, replace(NOW_LIVE, condition=Condition(items=("5000169816246", "5000169880001"))))
    await bench.run()
    row = await bench.row(number)
    assert (row.state, row.trouble) == (PromotionState.PARTLY_LIVE, "partly")
    assert [(told.type, told.items) for told in row.findings] == [("ITEM_NOT_FOUND", ("5000169880001",))]


async def test_another_reward_is_sent_with_a_warning(bench: Bench) -> None:
    (number,) = await bench.live(BRAND, NOW_LIVE)
    await good(bench.workshop.change(number, replace(NOW_LIVE, reward=Reward(percentage=Decimal(25)))))
    outcome = await good(bench.workshop.check([number]))
    assert {problem.code for problem in outcome.problems} >= {"reward_changed"}
    await good(bench.workshop.submit([number]))
    await bench.run()
    assert singles(bench)[0]["reward"] == {"percentage": 25}


async def test_429_silences_the_account_as_long_as_it_was_told(bench: Bench, expected_log: Any) -> None:
    expected_log("asks us to slow down")
    (number,) = await bench.live(BRAND, NOW_LIVE)
    bench.brand.fault("single", "status", value=429)
    await bench.resubmitted(number, ONE_SITE)
    await bench.run()
    first, second = (datetime.fromisoformat(entry["time"]) for entry in bench.asked("single"))
    assert second - first == timedelta(seconds=60)
    assert await bench.state(number) is PromotionState.LIVE


async def test_what_is_as_the_platform_has_it_is_not_sent(bench: Bench) -> None:
    (number,) = await bench.live(BRAND, NOW_LIVE)
    assert (await bench.workshop.submit([number])).code == "nothing_to_send"
    await good(bench.workshop.end_now([number]))
    await bench.run()
    assert (await bench.workshop.end_now([number])).code == "already_over"

"""A promotion at Delivery Hero: created, changed, ended by a replay, and DUPLICATE understood."""

import asyncio
import json
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from picker_app.domain.promotion import Discount, DiscountKind, Reward
from picker_app.promotions.overview import PromotionState
from picker_app.store import incoming
from picker_app.store.incoming import Message
from tests.promotions.campaign_bench import CHAIN, JUNE, RUNNING, Bench, good, struck, until

LIVE = struck(period=RUNNING)
JOB = "job"


def bodies(bench: Bench) -> list[dict[str, Any]]:
    return [json.loads(entry["body"], parse_float=Decimal) for entry in bench.sent()]


def polls(bench: Bench) -> list[dict[str, Any]]:
    assert bench.chain is not None
    return [entry for entry in bench.chain.state()["requests"] if entry["route"] == JOB]


def set_platform(bench: Bench, **switches: Any) -> None:
    assert bench.chain is not None
    bench.chain.change_settings(**switches)


def fault(bench: Bench, route: str, kind: str, **wanted: Any) -> None:
    assert bench.chain is not None
    bench.chain.fault(route, kind, **wanted)


async def test_a_promotion_is_created_and_followed_to_its_end(both: Bench) -> None:
    (number,) = await both.live(CHAIN, struck())
    assert bodies(both) == [
        {
            "vendors": ["cm7q"],
            "type": "STRIKETHROUGH",
            "active": True,
            "reason": "EXPIRING_SOON",
            "display_name": {"de_AT": "Juni Angebot"},
            "conditions": {"start_time": "2026-06-01T00:00:00.000Z", "end_time": "2026-06-30T23:59:59.000Z"},
            "discount": [
                {
                    "discount_subtype": "FINAL_PRICE",
                    "discount_value": Decimal("0.99"),
                    "active": True,
                    "sku": ["MLK-1L", "OAT-1L"],
                }
            ],
        }
    ]
    assert len(polls(both)) == 1 and await both.state(number) is PromotionState.SCHEDULED


async def test_the_end_is_a_replay_of_the_last_body_with_only_active_changed(both: Bench) -> None:
    (number,) = await both.live(CHAIN, LIVE)
    await good(both.workshop.end_now([number]))
    assert await both.state(number) is PromotionState.ENDING
    await both.run(CHAIN)
    first, second = both.sent()
    assert second["body"] == first["body"].replace('"active": true, "reason"', '"active": false, "reason"')
    assert await both.state(number) is PromotionState.ENDED


async def test_products_left_out_are_taken_out_by_a_row(both: Bench) -> None:
    (number,) = await both.live(CHAIN, LIVE)
    row = Discount(DiscountKind.FINAL_PRICE, Decimal("0.89"), ("MLK-1L",))
    await both.resubmitted(number, replace(LIVE, reward=Reward(discounts=(row,))))
    await both.run(CHAIN)
    rows = bodies(both)[1]["discount"]
    assert [(row["sku"], row["active"], row["discount_value"]) for row in rows] == [
        (["MLK-1L"], True, Decimal("0.89")),
        (["OAT-1L"], False, Decimal("0.99")),
    ]
    assert await both.state(number) is PromotionState.LIVE


async def test_other_dates_end_the_old_one_first_and_then_create_the_new_one(both: Bench) -> None:
    (number,) = await both.live(CHAIN, LIVE)
    longer = replace(RUNNING, end=RUNNING.end + timedelta(days=7))
    await both.resubmitted(number, replace(LIVE, period=longer))
    assert await both.state(number) is PromotionState.CHANGING
    await both.run(CHAIN)
    told = [(body["active"], body["conditions"]["end_time"][:10]) for body in bodies(both)]
    assert told == [(True, "2026-06-30"), (False, "2026-06-30"), (True, "2026-07-07")]
    ended = polls(both)[1]["number"]
    assert both.sent()[2]["number"] > ended, "the new one waits for the end of the old one"
    assert await both.state(number) is PromotionState.LIVE


async def test_where_the_old_one_cannot_be_ended_the_new_one_is_not_sent(both: Bench) -> None:
    (number,) = await both.live(CHAIN, LIVE)
    set_platform(both, job_outcome="FAILED")
    await both.resubmitted(number, replace(LIVE, names=(("de_AT", "Anders"),)))
    await both.run(CHAIN)
    assert len(bodies(both)) == 2
    assert [job.verdict for job in await both.overview.jobs()] == ["void", "failed", "completed"]
    assert (await both.row(number)).trouble == "refused" and await both.state(number) is PromotionState.LIVE


async def test_what_is_missing_is_told_by_vendor_and_product(both: Bench) -> None:
    (number,) = await both.live(CHAIN, struck("A", "0.99", "MLK-1L", "NO-SUCH", period=RUNNING))
    row = await both.row(number)
    assert row.state is PromotionState.PARTLY_LIVE
    assert [(told.type, told.items, told.where) for told in row.findings] == [("MISSING_SKUS", ("NO-SUCH",), "cm7q")]


async def test_a_failed_job_refuses_and_is_not_sent_again(both: Bench) -> None:
    set_platform(both, job_outcome="FAILED")
    (number,) = await both.live(CHAIN, struck())
    assert await both.state(number) is PromotionState.REFUSED and len(both.sent()) == 1


async def test_a_refusal_carries_the_platforms_words(both: Bench) -> None:
    fault(both, "promotion", "status", value=400)
    (number,) = await both.live(CHAIN, struck())
    row = await both.row(number)
    assert (row.state, len(both.sent())) == (PromotionState.REFUSED, 1)
    assert "ordered by an exercise" in row.words


async def test_a_lost_answer_sends_the_same_bytes_once_more_and_duplicate_means_the_first_arrived(both: Bench) -> None:
    fault(both, "promotion", "drop_after")
    (number,) = await both.live(CHAIN, struck())
    first, second = both.sent()
    assert first["body_sha256"] == second["body_sha256"]
    (job,) = await both.overview.jobs()
    assert job.verdict == "duplicate" and await both.state(number) is PromotionState.SCHEDULED


async def test_a_line_lost_before_the_act_is_made_good_by_the_second_send(both: Bench) -> None:
    fault(both, "promotion", "drop_before")
    (number,) = await both.live(CHAIN, struck())
    assert len(both.sent()) == 2 and await both.state(number) is PromotionState.SCHEDULED


async def test_there_is_never_a_third_send_of_what_is_unsure(both: Bench) -> None:
    fault(both, "promotion", "drop_after", times=None)
    (number,) = await both.live(CHAIN, struck())
    assert len(both.sent()) == 2 and await both.state(number) is PromotionState.UNSURE
    assert (await both.workshop.submit([number])).code == "unsure"
    await good(both.workshop.say(number, live=True))
    assert await both.state(number) is PromotionState.SCHEDULED


async def test_an_unsure_end_has_ended_the_promotion_when_a_person_does_not_find_it_any_more(both: Bench) -> None:
    (number,) = await both.live(CHAIN, LIVE)
    fault(both, "promotion", "drop_after", times=None)
    await good(both.workshop.end_now([number]))
    await both.run(CHAIN)
    assert await both.state(number) is PromotionState.UNSURE
    await good(both.workshop.say(number, live=False))
    whole = await both.overview.promotion(number)
    assert whole is not None and whole.row.state is PromotionState.ENDED
    assert whole.accepted_body == both.sent()[-1]["body"].encode()


async def test_an_unsure_end_that_did_nothing_leaves_the_record_and_can_be_sent_again(both: Bench) -> None:
    (number,) = await both.live(CHAIN, LIVE)
    fault(both, "promotion", "drop_before", times=2)
    await good(both.workshop.end_now([number]))
    await both.run(CHAIN)
    await good(both.workshop.say(number, live=True))
    whole = await both.overview.promotion(number)
    assert whole is not None and whole.row.state is PromotionState.LIVE
    assert whole.accepted_body == both.sent()[0]["body"].encode()
    await good(both.workshop.end_now([number]))
    await both.run(CHAIN)
    assert await both.state(number) is PromotionState.ENDED and len(both.sent()) == 4


async def test_an_ended_one_that_is_begun_anew_lives_when_a_person_finds_it(both: Bench) -> None:
    (number,) = await both.live(CHAIN, LIVE)
    await good(both.workshop.end_now([number]))
    await both.run(CHAIN)
    fault(both, "promotion", "drop_after", times=2)
    await good(both.workshop.submit([number]))
    await both.run(CHAIN)
    assert await both.state(number) is PromotionState.UNSURE
    await good(both.workshop.say(number, live=True))
    assert await both.state(number) is PromotionState.LIVE


async def test_a_duplicate_of_an_earlier_job_takes_its_result_and_is_not_sent_again(both: Bench) -> None:
    (number,) = await both.live(CHAIN, struck())
    await both.resubmitted(number, struck(price="0.89"))
    await both.run(CHAIN)
    set_platform(both, job_outcome="DUPLICATE")
    await both.resubmitted(number, struck())
    await both.run(CHAIN)
    assert (await both.overview.jobs())[0].verdict == "duplicate"
    assert len(both.sent()) == 3 and await both.state(number) is PromotionState.SCHEDULED


async def test_a_duplicate_that_nobody_knows_of_is_neither_success_nor_failure(both: Bench) -> None:
    set_platform(both, job_outcome="DUPLICATE")
    (number,) = await both.live(CHAIN, struck())
    row = await both.row(number)
    assert (row.state, len(both.sent())) == (PromotionState.UNSURE, 1) and "submitted before" in row.words


async def test_a_large_job_is_followed_for_50_minutes_with_growing_pauses(both: Bench) -> None:
    set_platform(both, job_outcome="QUEUED")
    (number,) = await both.submitted(CHAIN, struck())
    began = both.clock.now
    while both.clock.now - began < timedelta(minutes=50):
        await both.step(CHAIN)
    times = [datetime.fromisoformat(entry["time"]) for entry in polls(both)]
    pauses = [(after - before).total_seconds() for before, after in zip([began, *times], times, strict=False)]
    assert [round(pause, 1) for pause in pauses[:6]] == [5, 7.5, 11.2, 16.9, 25.3, 38]
    assert set(pauses[7:]) == {60}
    assert await both.state(number) is PromotionState.SENDING


async def test_after_an_hour_a_job_is_read_every_ten_minutes_and_after_a_day_a_person_must_ask(both: Bench) -> None:
    set_platform(both, job_outcome="QUEUED")
    await both.submitted(CHAIN, struck())
    await both.run(CHAIN)
    late = [datetime.fromisoformat(entry["time"]) for entry in polls(both)][-2:]
    assert late[1] - late[0] == timedelta(minutes=10)
    (job,) = await both.overview.jobs()
    assert job.asks and job.error == "no_answer"


async def test_a_job_hidden_at_first_is_waited_for(both: Bench) -> None:
    set_platform(both, job_hidden_reads=3)
    (number,) = await both.live(CHAIN, struck())
    assert [entry["answer"] for entry in polls(both)] == [404, 404, 404, 200]
    assert await both.state(number) is PromotionState.SCHEDULED


async def test_a_report_by_the_webhook_is_a_bell(both: Bench) -> None:
    set_platform(both, job_outcome="QUEUED")
    await both.submitted(CHAIN, struck())
    for _ in range(8):
        await both.step(CHAIN)
    (whole,) = await both.overview.jobs()
    ref = json.loads((await both.overview.job_bytes(whole.id))[1] or b"{}")["job_id"]
    report = Message(CHAIN, "job|1", b"{}", kind=incoming.JOB, ref=ref, state=incoming.DONE)
    before = len(polls(both))
    both.clock.move(seconds=-1)
    now = both.clock.now
    await both.database.run(lambda connection: incoming.keep(connection, report, now))
    await both.runner.work(CHAIN)
    assert len(polls(both)) == before + 1


@pytest.mark.parametrize("steps", range(4))
async def test_a_restart_after_any_step_has_one_effect(both: Bench, steps: int) -> None:
    (number,) = await both.submitted(CHAIN, struck())
    for _ in range(steps):
        await both.step(CHAIN)
    await both.restart()
    await both.run(CHAIN)
    assert len(both.sent()) == 1 and await both.state(number) is PromotionState.SCHEDULED


async def test_another_name_cannot_be_given_to_what_is_on_its_way(both: Bench) -> None:
    set_platform(both, job_outcome="QUEUED")
    (number,) = await both.submitted(CHAIN, struck())
    await both.step(CHAIN)
    await good(both.workshop.change(number, struck(names=(("de_AT", "Anders"),))))
    await good(both.workshop.check([number]))
    assert (await both.workshop.submit([number])).code == "in_job"


async def test_promotions_wait_behind_orders_at_the_lowest_priority(both: Bench) -> None:
    await both.live(CHAIN, struck(period=JUNE))
    turns = [turn.name for turn in both.pace.turns]
    assert turns.count("BACKGROUND") == 2 and "ACT" in turns


async def test_a_send_cut_off_by_the_end_of_the_program_is_sent_once_more_and_never_again(both: Bench) -> None:
    (number,) = await both.submitted(CHAIN, struck())
    fault(both, "promotion", "slow", value=0.3)
    work = asyncio.create_task(both.runner.work(CHAIN))
    await until(lambda: bool(both.sent()))
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)
    await both.restart()
    await both.run(CHAIN)
    assert len(both.sent()) == 2 and len({entry["body_sha256"] for entry in both.sent()}) == 1
    assert await both.state(number) is PromotionState.SCHEDULED

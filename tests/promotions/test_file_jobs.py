"""A file of promotions at Deliveroo: its steps, and how it comes to one end whatever happens on the way."""

import asyncio
import itertools
import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from picker_app.promotions.limits import limits
from picker_app.promotions.overview import PromotionState
from picker_app.promotions.workshop import Outcome, Workshop
from picker_app.store.campaign_views import State
from tests.promotions.campaign_bench import BRAND, NOW, Bench, good, percent, until

RICE = percent("RICE-10PCT-2026W23", 10, "5000169830055")


async def the_job(bench: Bench) -> Any:
    return (await bench.overview.jobs())[-1]


def uploads(bench: Bench) -> list[dict[str, Any]]:
    return bench.asked("upload")


async def test_the_three_steps_come_in_their_order_and_the_file_is_what_was_kept(bench: Bench) -> None:
    numbers = await bench.submitted(BRAND, percent(), RICE)
    job = await the_job(bench)
    kept, _ = await bench.overview.job_bytes(job.id)
    await bench.run()
    assert bench.routes() == ["token", "upload_url", "upload", "status", "status", "status"]
    (upload,) = uploads(bench)
    assert kept is not None and upload["body"].encode() == kept
    assert [one["promotion_id"] for one in json.loads(kept)["promotions"]] == [percent().id, RICE.id]
    assert [await bench.state(number) for number in numbers] == [PromotionState.SCHEDULED] * 2


async def test_the_store_of_files_gets_two_headers_and_the_address_as_it_was_written(bench: Bench) -> None:
    await bench.live(BRAND, percent())
    (upload,) = uploads(bench)
    assert set(upload["headers"]) == {"host", "content-type", "content-length"}
    assert upload["headers"]["content-type"] == "application/json"
    assert "%2Fa+b%3D=" in upload["query"]


async def test_a_promotion_is_live_by_the_clock_and_then_over(bench: Bench) -> None:
    (number,) = await bench.live(BRAND, percent())
    bench.clock.now = percent().period.start + timedelta(hours=1)
    assert await bench.state(number) is PromotionState.LIVE
    bench.clock.now = percent().period.end
    assert await bench.state(number) is PromotionState.ENDED


async def test_what_is_sending_says_so(bench: Bench) -> None:
    (number,) = await bench.submitted(BRAND, percent())
    assert await bench.state(number) is PromotionState.SENDING
    assert (await bench.row(number)).job == (await the_job(bench)).id


async def test_a_partial_failure_is_told_by_promotion_and_item(bench: Bench) -> None:
    bench.brand.change_settings(unknown_items=["5000169830055", "5000169816247"])
    pasta, rice, oats = await bench.live(BRAND, percent(), RICE, percent("OATS-5PCT", 5, "0050123450011"))
    assert await bench.state(pasta) is PromotionState.REFUSED
    assert await bench.state(rice) is PromotionState.REFUSED
    assert await bench.state(oats) is PromotionState.SCHEDULED
    (told,) = (await bench.row(pasta)).findings
    assert (told.type, told.items) == ("ITEM_NOT_FOUND", ("5000169816247",))
    job = await the_job(bench)
    assert (job.verdict, job.total, job.done, job.failed) == ("partial", 3, 3, 2)
    rows = {row.ref: row.result for row in await bench.overview.job_rows(job.id)}
    assert rows == {percent().id: "refused", RICE.id: "refused", "OATS-5PCT": "accepted"}


async def test_a_refused_promotion_is_corrected_and_sent_again_under_its_id(bench: Bench) -> None:
    bench.brand.change_settings(unknown_items=["5000169816247"])
    (number,) = await bench.live(BRAND, percent())
    await bench.resubmitted(number, percent(percent().id, 20, "5000169816246"))
    await bench.run()
    assert await bench.state(number) is PromotionState.SCHEDULED
    assert len(uploads(bench)) == 2 and bench.asked("single") == []


async def test_a_file_refused_whole_refuses_all_and_says_that_no_reason_was_given(bench: Bench) -> None:
    bench.brand.change_settings(processing_polls=0)
    (number,) = await bench.submitted(BRAND, percent())
    await bench.step()
    await bench.step()
    bench.brand.ask(lambda: bench.brand.world.jobs[next(iter(bench.brand.world.jobs))]).file = b"no JSON"
    await bench.run()
    job = await the_job(bench)
    assert (job.verdict, await bench.state(number)) == ("failed", PromotionState.REFUSED)


@pytest.mark.parametrize("steps", range(6))
async def test_a_restart_after_any_step_comes_to_the_same_end(bench: Bench, steps: int) -> None:
    numbers = await bench.submitted(BRAND, percent(), RICE)
    for _ in range(steps):
        await bench.step()
    await bench.restart()
    await bench.run()
    assert [await bench.state(number) for number in numbers] == [PromotionState.SCHEDULED] * 2
    assert len(uploads(bench)) == 1
    assert len([job for job in bench.brand.state()["jobs"] if job["file"]]) == 1


async def cut_off(bench: Bench) -> None:
    """Let the program end while the file is on its way: its bytes may have left."""
    work = asyncio.create_task(bench.runner.work(BRAND))
    await until(lambda: bool(bench.runner.uploading))
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)


async def test_a_file_cut_off_by_the_end_of_the_program_is_asked_for_before_it_is_sent_again(bench: Bench) -> None:
    (number,) = await bench.submitted(BRAND, percent())
    await bench.step()
    bench.brand.fault("upload", "slow", value=0.3)
    await cut_off(bench)
    assert (await the_job(bench)).state is State.SENDING
    await bench.restart()
    await bench.run()
    assert await bench.state(number) is PromotionState.SCHEDULED
    after = bench.routes()[bench.routes().index("upload_url") + 1 :]
    assert after.index("status") < after.index("upload", 1) if after.count("upload") > 1 else "status" in after
    assert len([job for job in bench.brand.state()["jobs"] if job["file"]]) == 1


async def test_an_answer_lost_after_the_file_was_stored_sends_it_once(bench: Bench) -> None:
    bench.brand.fault("upload", "drop_after")
    (number,) = await bench.live(BRAND, percent())
    assert len(uploads(bench)) == 1
    assert await bench.state(number) is PromotionState.SCHEDULED


async def test_a_line_lost_before_the_file_was_stored_sends_the_same_bytes_again_after_15_s(bench: Bench) -> None:
    bench.brand.fault("upload", "drop_before")
    (number,) = await bench.live(BRAND, percent())
    first, second = uploads(bench)
    assert first["body_sha256"] == second["body_sha256"] and first["path"] == second["path"]
    assert len(bench.asked("upload_url")) == 1
    between = [entry["time"] for entry in bench.asked("status") if first["number"] < entry["number"] < second["number"]]
    assert between and second["time"] >= (NOW + timedelta(seconds=15)).isoformat()
    assert await bench.state(number) is PromotionState.SCHEDULED


async def test_an_address_that_expires_before_the_upload_is_renewed(bench: Bench) -> None:
    (number,) = await bench.submitted(BRAND, percent())
    await bench.step()
    bench.clock.move(minutes=20)
    await bench.run()
    assert [entry["answer"] for entry in uploads(bench)] == [200]
    assert len(bench.asked("upload_url")) == 2
    polled = {entry["path"].split("/")[-2] for entry in bench.asked("status")}
    assert len(polled) == 1, "the job of the unused address is never looked at"
    assert await bench.state(number) is PromotionState.SCHEDULED


async def test_the_platforms_clock_decides_whether_an_address_is_over(bench: Bench) -> None:
    bench.brand.advance_clock(3600)
    (number,) = await bench.submitted(BRAND, percent())
    await bench.step()
    bench.clock.move(minutes=14, seconds=50)
    await bench.run()
    assert len(bench.asked("upload_url")) == 2 and [entry["answer"] for entry in uploads(bench)] == [200]
    assert await bench.state(number) is PromotionState.SCHEDULED


@pytest.mark.parametrize("route", ["upload_url", "upload"])
async def test_a_dead_address_is_renewed_once(bench: Bench, route: str) -> None:
    bench.brand.fault(route, "expire_url")
    (number,) = await bench.live(BRAND, percent())
    assert [entry["answer"] for entry in uploads(bench)] == [403, 200]
    assert await bench.state(number) is PromotionState.SCHEDULED


async def test_an_address_that_is_dead_twice_is_for_the_person_and_the_promotions_are_free(bench: Bench) -> None:
    bench.brand.fault("upload", "expire_url", times=2)
    (number,) = await bench.live(BRAND, percent())
    job = await the_job(bench)
    assert (job.verdict, job.error, job.http_status) == ("not_taken", "file_expired", 403)
    assert await bench.state(number) is PromotionState.CHECKED
    assert (await bench.workshop.submit([number])).good


@pytest.mark.parametrize(("status", "error"), [(413, "file_too_large"), (400, "file_file"), (411, "file_file")])
async def test_a_file_that_the_store_refuses_is_not_sent_again(bench: Bench, status: int, error: str) -> None:
    bench.brand.fault("upload", "status", value=status, times=None)
    (number,) = await bench.live(BRAND, percent())
    assert len(uploads(bench)) == 1 and (await the_job(bench)).error == error
    assert await bench.state(number) is PromotionState.CHECKED


async def test_a_store_in_trouble_is_tried_with_growing_pauses_and_then_at_a_new_address(bench: Bench) -> None:
    bench.brand.fault("upload", "status", value=503, times=5, retry_after="missing")
    await bench.live(BRAND, percent())
    asked = bench.asked("upload")
    times = [(entry["time"]) for entry in asked]
    assert [entry["answer"] for entry in asked] == [503] * 5 + [200]
    assert len(bench.asked("upload_url")) == 2
    seconds = [(_at(later) - _at(earlier)).total_seconds() for earlier, later in itertools.pairwise(times)]
    assert seconds[:4] == [2, 4, 8, 16]


def _at(text: str) -> Any:
    return NOW.fromisoformat(text)


async def test_a_file_that_never_arrived_frees_its_promotions(bench: Bench) -> None:
    (number,) = await bench.submitted(BRAND, percent())
    bench.brand.fault("upload", "garbage", value="html")
    await bench.run()
    assert (await the_job(bench)).verdict == "never_arrived"
    assert await bench.state(number) is PromotionState.CHECKED


async def test_polls_grow_from_2_s_to_the_longest_pause(bench: Bench) -> None:
    bench.brand.change_settings(processing_polls=10)
    await bench.live(BRAND, percent())
    (upload,) = uploads(bench)
    times = [_at(upload["time"])] + [_at(entry["time"]) for entry in bench.asked("status")]
    pauses = [(later - earlier).total_seconds() for earlier, later in itertools.pairwise(times)]
    assert pauses == [2, 4, 8, 16, 32, 60, 60, 60, 60, 60, 60]


async def test_a_job_of_an_hour_is_read_fewer_than_80_times_and_never_after_its_end(bench: Bench) -> None:
    bench.brand.change_settings(processing_polls=60)
    await bench.live(BRAND, percent())
    polls = bench.asked("status")
    assert len(polls) < 80 and bench.clock.now - NOW >= timedelta(minutes=50)
    bench.clock.move(days=1)
    await bench.restart()
    await bench.run()
    assert len(bench.asked("status")) == len(polls)


async def test_after_two_hours_a_job_is_read_every_ten_minutes_and_after_a_day_a_person_must_ask(bench: Bench) -> None:
    bench.brand.fault("status", "stuck", times=None)
    (number,) = await bench.submitted(BRAND, percent())
    await bench.run(rounds=2000)
    job = await the_job(bench)
    assert job.asks and job.error == "no_answer" and await bench.state(number) is PromotionState.SENDING
    late = [_at(entry["time"]) for entry in bench.asked("status")][-2:]
    assert late[1] - late[0] == timedelta(minutes=10)
    bench.brand.clear_faults()
    assert await bench.runner.ask_again(job.id)
    await bench.run()
    assert await bench.state(number) is not PromotionState.SENDING


async def test_an_unknown_status_is_waited_on(bench: Bench) -> None:
    bench.brand.change_settings(new_statuses=True)
    (number,) = await bench.submitted(BRAND, percent())
    seen = []
    while await bench.step() is not None:
        seen.append((await the_job(bench)).status)
    assert "warming_up" in seen
    assert await bench.state(number) is PromotionState.SCHEDULED


async def test_a_job_that_is_not_known_at_first_is_waited_for(bench: Bench) -> None:
    bench.brand.change_settings(job_hidden_reads=3)
    (number,) = await bench.live(BRAND, percent())
    assert [entry["answer"] for entry in bench.asked("status")][:3] == [404] * 3
    assert await bench.state(number) is PromotionState.SCHEDULED


@pytest.mark.parametrize("kind", ["stale", "null_fields", "text_numbers", "duplicate_errors"])
async def test_odd_answers_come_to_the_same_end(bench: Bench, kind: str) -> None:
    bench.brand.change_settings(unknown_items=["5000169830055"])
    bench.brand.fault("status", kind, times=3)
    pasta, rice = await bench.live(BRAND, percent(), RICE)
    assert await bench.state(pasta) is PromotionState.SCHEDULED
    assert await bench.state(rice) is PromotionState.REFUSED


async def test_ids_that_were_never_sent_are_shown_and_change_nothing(bench: Bench) -> None:
    bench.brand.change_settings(unknown_items=["5000169830055"])
    bench.brand.fault("status", "foreign_ids", times=None)
    pasta, rice = await bench.live(BRAND, percent(), RICE)
    assert "NOT-SENT-FROM-HERE" in (await the_job(bench)).doubt
    assert [await bench.state(number) for number in (pasta, rice)] == [PromotionState.SCHEDULED, PromotionState.REFUSED]


@pytest.mark.parametrize("kind", ["drop_before", "drop_after"])
async def test_a_lost_question_for_an_address_is_asked_again(bench: Bench, kind: str, expected_log: Any) -> None:
    expected_log("promotions: The platform cannot be reached")
    bench.brand.fault("upload_url", kind)
    (number,) = await bench.live(BRAND, percent())
    assert len(bench.asked("upload_url")) == 2 and len(uploads(bench)) == 1
    assert await bench.state(number) is PromotionState.SCHEDULED


async def test_a_refused_sign_in_keeps_what_waits_and_is_told(bench: Bench, expected_log: Any) -> None:
    expected_log("refuses the sign-in")
    bench.brand.change_settings(client_secret="another")
    (number,) = await bench.submitted(BRAND, percent())
    await bench.step()
    line = bench.runner.state()[BRAND]
    assert (line.code, await bench.state(number)) == ("locked_out", PromotionState.SENDING)
    bench.brand.change_settings(client_secret="training-secret")
    assert await bench.runner.try_again(BRAND) is None
    await bench.run()
    assert bench.runner.state()[BRAND].code == ""
    assert await bench.state(number) is PromotionState.SCHEDULED


async def test_a_brand_that_is_not_allowed_waits_for_the_person(bench: Bench, expected_log: Any) -> None:
    expected_log("not on Deliveroo's list")
    bench.brand.change_settings(brand_id="another-brand")
    await bench.submitted(BRAND, percent())
    await bench.step()
    assert bench.runner.state()[BRAND].code == "not_allowed"


async def test_two_polls_of_one_job_never_run_beside_one_another(bench: Bench) -> None:
    await bench.submitted(BRAND, percent())
    await bench.step()
    await bench.step()
    bench.clock.move(seconds=2)
    await asyncio.gather(bench.runner.work(BRAND), bench.runner.work(BRAND))
    assert len(bench.asked("status")) == 1


async def test_a_stop_before_anything_left_frees_the_promotions_and_sends_nothing(bench: Bench) -> None:
    (number,) = await bench.submitted(BRAND, percent())
    job = await the_job(bench)
    assert await bench.runner.stop(job.id)
    await bench.run()
    assert (await the_job(bench)).verdict == "stopped" and bench.routes() == []
    assert await bench.state(number) is PromotionState.CHECKED
    assert not await bench.runner.stop(job.id)


async def test_a_stop_of_a_file_that_may_have_arrived_waits_for_the_platforms_word(bench: Bench) -> None:
    (number,) = await bench.submitted(BRAND, percent())
    await bench.step()
    bench.brand.fault("upload", "slow", value=0.3)
    work = asyncio.create_task(bench.runner.work(BRAND))
    await until(lambda: bool(bench.asked("upload")))
    await bench.runner.stop((await the_job(bench)).id)
    await work
    await bench.run()
    assert await bench.state(number) is PromotionState.SCHEDULED
    assert len(uploads(bench)) == 1


async def test_all_promotions_that_stand_are_in_the_file_where_the_person_chose_so(bench: Bench) -> None:
    bench.bulk = "all"
    bench.build()
    (pasta,) = await bench.live(BRAND, percent())
    await bench.live(BRAND, RICE)
    second = json.loads(uploads(bench)[1]["body"])
    assert sorted(one["promotion_id"] for one in second["promotions"]) == [percent().id, RICE.id]
    assert await bench.state(pasta) is PromotionState.SCHEDULED


async def test_leaving_a_promotion_out_of_the_next_file_ends_nothing(bench: Bench) -> None:
    (pasta,) = await bench.live(BRAND, percent())
    await bench.live(BRAND, RICE)
    assert [len(json.loads(entry["body"])["promotions"]) for entry in uploads(bench)] == [1, 1]
    assert await bench.state(pasta) is PromotionState.SCHEDULED


async def test_the_history_tells_what_was_sent_and_answered(bench: Bench) -> None:
    bench.brand.change_settings(unknown_items=["5000169816247"])
    (number,) = await bench.live(BRAND, percent())
    whole = await bench.overview.promotion(number)
    assert whole is not None
    kinds = [event.kind for event in whole.history]
    assert kinds == ["composed", "submitted", "url_asked", "upload_began", "uploaded", "status", "failed"]
    ((job, row),) = whole.jobs
    assert (job.verdict, row.result) == ("failed", "refused") and row.body is not None
    body, answer = await bench.overview.job_bytes(job.id)
    assert body is not None and row.body in body
    assert answer is not None and b"ITEM_NOT_FOUND" in answer


async def test_the_secret_address_is_erased_and_never_in_the_history(bench: Bench) -> None:
    await bench.live(BRAND, percent())
    job = await the_job(bench)
    whole = await bench.overview.job_history(job.id)
    assert not [event for event in whole if "X-Amz" in event.words]
    kept = await bench.database.ask(
        lambda connection: connection.exec_driver_sql("select url from promotion_jobs").all()
    )
    assert [tuple(row) for row in kept] == [("",)]


async def test_nobody_answered_is_settled_by_a_persons_word(bench: Bench, expected_log: Any) -> None:
    bench.brand.fault("status", "foreign_ids", times=None)
    (number,) = await bench.submitted(BRAND, percent())
    await bench.runner.take_up(restored=True)
    assert await bench.state(number) is PromotionState.UNSURE
    assert (await bench.workshop.submit([number])).code == "unsure"
    assert (await bench.workshop.say(number, live=False)).good
    assert await bench.state(number) is PromotionState.CHECKED


async def test_what_was_not_sent_before_the_database_was_put_back_is_the_record_once_a_person_finds_it(
    bench: Bench,
) -> None:
    (number,) = await bench.submitted(BRAND, percent())
    await bench.runner.take_up(restored=True)
    assert (await bench.workshop.say(number, live=True)).good
    assert await bench.state(number) is PromotionState.SCHEDULED


async def test_a_file_that_was_kept_though_the_store_said_500_does_not_go_to_another_address(bench: Bench) -> None:
    bench.brand.fault("upload", "status", value=500, carried_out=True)
    (number,) = await bench.live(BRAND, percent())
    assert len(bench.asked("upload_url")) == 1
    assert await bench.state(number) is PromotionState.SCHEDULED


async def test_a_stop_after_an_error_does_not_free_promotions_whose_file_was_kept(bench: Bench) -> None:
    bench.brand.fault("upload", "status", value=500, carried_out=True)
    (number,) = await bench.submitted(BRAND, percent())
    await bench.step()
    await bench.step()
    job = await the_job(bench)
    assert job.state is State.LEAVE and await bench.runner.stop(job.id)
    await bench.run()
    assert await bench.state(number) is PromotionState.SCHEDULED


async def test_a_file_that_was_kept_at_an_address_that_is_over_is_not_sent_again(bench: Bench) -> None:
    bench.brand.change_settings(url_seconds=16)
    bench.brand.fault("upload", "status", value=503, carried_out=True)
    (number,) = await bench.live(BRAND, percent())
    assert len(bench.asked("upload_url")) == len(bench.asked("upload")) == 1
    assert await bench.state(number) is PromotionState.SCHEDULED


def sizes(outcome: Outcome) -> list[tuple[bool, object, object]]:
    """What the checks say of the file's size."""
    found = [one for one in outcome.problems if one.code == "file_size"]
    return [(one.stops, dict(one.values)["size"], dict(one.values)["limit"]) for one in found]


def bounded(bench: Bench, most: int) -> Workshop:
    """A workshop for which a file may have so many bytes."""
    bounds = replace(limits(), file_bytes=most)
    return Workshop(bench.database, bench.changes, bench.workshop.shops, now=bench.clock, bounds=bounds)


async def test_a_file_that_may_be_too_large_is_warned_of_with_the_bytes_that_are_sent(bench: Bench) -> None:
    numbers = [(await good(bench.workshop.compose(BRAND, one))).promotions[0] for one in (percent(), RICE)]
    (warned,) = sizes(await good(bounded(bench, 100).check(numbers)))
    size = warned[1]
    assert isinstance(size, int) and warned == (False, size, 100)
    assert not sizes(await good(bounded(bench, size).check(numbers))), "as large as it may be"
    await good(bench.workshop.submit(numbers))
    await bench.run()
    (upload,) = uploads(bench)
    assert len(upload["body"].encode()) == size


async def test_what_goes_alone_makes_no_file_that_could_be_too_large(bench: Bench) -> None:
    (number,) = await bench.live(BRAND, percent())
    await good(bench.workshop.change(number, percent(name="Fresh pasta of the week")))
    assert not sizes(await good(bounded(bench, 1).check([number])))


async def test_the_file_of_all_that_stand_is_measured_whole(bench: Bench) -> None:
    bench.bulk = "all"
    bench.build()
    await bench.live(BRAND, percent())
    (fresh,) = (await good(bench.workshop.compose(BRAND, RICE))).promotions
    ((_, size, _),) = sizes(await good(bounded(bench, 1).check([fresh])))
    await good(bench.workshop.submit([fresh]))
    await bench.run()
    assert [len(entry["body"].encode()) for entry in uploads(bench)][1] == size

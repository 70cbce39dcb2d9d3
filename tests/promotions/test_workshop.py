"""The verbs of promotions: what each keeps, what each refuses and by which code, and what the screens then see."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from picker_app.domain.promotion import Condition, Mechanic, Reward
from picker_app.promotions.checks import Stopped
from picker_app.promotions.overview import PromotionState
from picker_app.promotions.workshop import Workshop
from picker_app.store import products
from picker_app.store.products import Product
from tests.promotions.campaign_bench import BRAND, CHAIN, NOW, RUNNING, Bench, good, percent, struck

LIVE = percent(period=RUNNING)


async def composed(bench: Bench, *promotions: Any, account: str = BRAND) -> list[int]:
    return [(await good(bench.workshop.compose(account, one))).promotions[0] for one in promotions]


async def test_a_draft_is_kept_as_it_was_composed(bench: Bench) -> None:
    unzoned = datetime(2026, 1, 1)  # noqa: DTZ001 - a draft may hold a time without a zone
    odd = percent("", 20, name="", sites=(), period=replace(RUNNING, start=unzoned))
    (number,) = await composed(bench, odd)
    assert (await bench.overview.drafts([number]))[number] == odd
    assert await bench.state(number) is PromotionState.DRAFT


async def test_an_id_is_taken_once_for_each_account(both: Bench) -> None:
    (number,) = await composed(both, percent())
    outcome = await both.workshop.compose(BRAND, percent())
    assert (outcome.code, outcome.promotions) == ("id_taken", (number,))
    assert (await both.workshop.compose(CHAIN, percent())).good


async def test_a_change_is_a_new_version_and_has_to_be_checked_anew(bench: Bench) -> None:
    (number,) = await composed(bench, percent())
    await good(bench.workshop.check([number]))
    assert await bench.state(number) is PromotionState.CHECKED
    await good(bench.workshop.change(number, percent()))
    assert await bench.state(number) is PromotionState.CHECKED, "nothing was changed"
    await good(bench.workshop.change(number, percent(name="20% off all pasta")))
    assert await bench.state(number) is PromotionState.DRAFT
    assert (await bench.workshop.submit([number])).code == "not_checked"


async def test_an_id_can_change_until_it_was_sent(bench: Bench) -> None:
    first, other = await composed(bench, percent(), percent("OTHER"))
    await good(bench.workshop.change(first, percent("ANOTHER-ID")))
    assert (await bench.workshop.change(first, percent("OTHER"))).promotions == (other,)
    (sent,) = await bench.live(BRAND, LIVE)
    assert (await bench.workshop.change(sent, percent("NEW-ID"))).code == "id_sent"


async def test_problems_name_promotion_and_field_all_at_once_and_the_sound_ones_are_checked(bench: Bench) -> None:
    numbers = await composed(
        bench,
        percent(),
        percent("WRONG", reward=Reward(percentage=Decimal(120))),
        percent("EMPTY", condition=Condition(items=())),
    )
    outcome = await bench.workshop.check(numbers)
    assert (outcome.code, outcome.promotions) == ("problems", tuple(numbers[1:]))
    assert {(one.promotion, one.field) for one in outcome.problems if one.stops} == {
        ("WRONG", "reward.percentage"),
        ("EMPTY", "condition.items"),
    }
    assert [await bench.state(number) for number in numbers] == [PromotionState.CHECKED, *[PromotionState.DRAFT] * 2]
    assert (await bench.workshop.submit(numbers)).code == "not_checked"
    assert bench.routes() == []


async def test_warnings_are_kept_with_the_promotion_and_do_not_stop_it(bench: Bench) -> None:
    (number,) = await composed(bench, percent(name="30% off pasta"))
    outcome = await good(bench.workshop.check([number]))
    assert [problem.code for problem in outcome.problems]
    assert (await bench.row(number)).warnings


async def test_items_and_prices_are_compared_with_the_copy_of_the_catalogue(both: Bench) -> None:
    row = Product("MLK-1L", "Milk", "milk", ("09001234500017",), Decimal("1.19"))
    await both.database.run(lambda connection: products.put(connection, CHAIN, [row]))
    (number,) = await composed(both, struck(price="1.29"), account=CHAIN)
    assert (await both.workshop.check([number])).good, "a catalogue that is only half read says nothing"
    await both.database.run(lambda connection: products.finish(connection, CHAIN, {"MLK-1L"}, NOW))
    codes = {problem.code for problem in (await both.workshop.check([number])).problems}
    assert codes >= {"price_no_gain"} and any(
        "OAT-1L" in str(one.values) for one in (await both.workshop.check([number])).problems
    )


async def test_checks_can_be_stopped(bench: Bench) -> None:
    numbers = await composed(bench, percent())
    with pytest.raises(Stopped):
        await bench.workshop.check(numbers, lambda done, total: False)


async def test_promotions_of_two_accounts_are_not_sent_together(both: Bench) -> None:
    numbers = [*await composed(both, percent()), *await composed(both, struck(), account=CHAIN)]
    for verb in (both.workshop.check, both.workshop.submit, both.workshop.end_now):
        assert (await verb(numbers)).code == "unknown"
    assert (await both.workshop.submit([999])).code == "unknown"
    assert (await both.workshop.change(999, percent())).code == "unknown"
    assert (await both.workshop.say(999, live=True)).code == "not_sent"


async def test_a_copy_runs_the_next_month_under_an_id_of_its_own(bench: Bench) -> None:
    (number,) = await composed(bench, percent())
    (copy,) = (await good(bench.workshop.copy([number]))).promotions
    draft = (await bench.overview.drafts([copy]))[copy]
    assert draft.id == "PASTA-20PCT-2026W27"
    assert draft.period.start == percent().period.start.replace(month=7)
    assert (await bench.row(copy)).family == (await bench.row(number)).family
    (again,) = (await good(bench.workshop.copy([number]))).promotions
    assert (await bench.row(again)).ref == "PASTA-20PCT-2026W27-2"


async def test_a_copy_to_another_platform_speaks_its_words(both: Bench) -> None:
    (number,) = await composed(both, percent())
    (copy,) = (await good(both.workshop.copy([number], CHAIN))).promotions
    row = await both.row(copy)
    assert (row.account, row.mechanic, row.family) == (CHAIN, Mechanic.STRIKETHROUGH, number)
    assert (await both.workshop.copy([number], CHAIN)).code == "id_taken"
    assert (await both.workshop.copy([999])).code == "unknown"


async def test_a_file_becomes_drafts_and_new_versions_of_those_that_are_known(bench: Bench) -> None:
    (known,) = await composed(bench, percent())
    outcome = await good(bench.workshop.bring_in(BRAND, [percent(value=25), percent("NEW", 10, "5000169830055")]))
    assert outcome.promotions[0] == known
    assert (await bench.overview.drafts([known]))[known].reward.percentage == Decimal(25)


async def test_a_file_of_what_runs_elsewhere_becomes_the_record(bench: Bench) -> None:
    (number,) = (await good(bench.workshop.bring_in(BRAND, [LIVE], live=True))).promotions
    row = await bench.row(number)
    assert (row.state, row.elsewhere, bench.routes()) == (PromotionState.LIVE, True, [])
    assert await bench.overview.accepted(BRAND) == (LIVE,)
    await good(bench.workshop.end_now([number]))
    assert await bench.state(number) is PromotionState.ENDING


async def test_what_the_platform_has_no_words_for_is_named_and_nothing_is_sent(bench: Bench) -> None:
    (number,) = await composed(bench, struck())
    assert (await bench.workshop.check([number])).code == "problems"
    outcome = await bench.workshop.bring_in(BRAND, [struck()], live=True)
    assert outcome.code == "cannot_write" and outcome.problems[0].promotion == "JUNE-OFFER"


async def test_what_is_in_a_job_is_not_brought_in_over_it(bench: Bench) -> None:
    (number,) = await bench.submitted(BRAND, percent())
    outcome = await bench.workshop.bring_in(BRAND, [percent(value=25)])
    assert (outcome.code, outcome.promotions) == ("in_job", (number,))


async def test_the_difference_shows_what_is_new_changed_ended_and_the_same(bench: Bench) -> None:
    (stands, other) = await bench.live(BRAND, LIVE, percent("RICE", 10, "5000169830055", period=RUNNING))
    (fresh,) = await composed(bench, percent("OATS", 5, "0050123450011"))
    await good(bench.workshop.change(stands, replace(LIVE, sites=("a", "b"))))
    shown = await bench.overview.difference([stands, other, fresh])
    assert [one.id for one in shown.new] == ["OATS"] and [one.id for one in shown.same] == ["RICE"]
    assert [(one.after.id, one.fields) for one in shown.changed] == [(LIVE.id, ("sites",))]
    ends = await bench.overview.difference([stands, other], ending=True)
    assert [(one.after.id, one.fields) for one in ends.ended] == [(LIVE.id, ("end_at",)), ("RICE", ("end_at",))]


async def test_the_end_of_what_is_on_its_way_is_shown_as_an_end(bench: Bench) -> None:
    (number,) = await bench.submitted(BRAND, LIVE)
    shown = await bench.overview.difference([number], ending=True)
    assert [(one.after.id, one.fields) for one in shown.ended] == [(LIVE.id, ("end_at",))]
    assert shown.new == ()


async def test_the_calendar_shows_what_runs_in_a_time(bench: Bench) -> None:
    june, may = await composed(bench, percent(), LIVE if LIVE.id != percent().id else replace(LIVE, id="MAY"))
    begin = datetime(2026, 5, 1, tzinfo=UTC)
    assert [row.id for row in await bench.overview.between(begin, begin + timedelta(days=5))] == [may]
    assert [row.id for row in await bench.overview.between(begin, begin + timedelta(days=60))] == [may, june]
    await good(bench.workshop.end_now([june]))
    assert [row.id for row in await bench.overview.between(begin, begin + timedelta(days=60))] == [may]


async def test_the_question_what_a_file_does_is_asked_before_the_first_one(both: Bench) -> None:
    assert await both.overview.must_settle_bulk(BRAND) and not await both.overview.must_settle_bulk(CHAIN)
    await both.live(BRAND, percent())
    assert not await both.overview.must_settle_bulk(BRAND)


async def test_a_withdrawn_promotion_can_neither_change_nor_be_sent(bench: Bench) -> None:
    (number,) = await composed(bench, percent())
    await good(bench.workshop.end_now([number]))
    assert (await bench.workshop.change(number, percent(value=25))).code == "withdrawn"
    assert (await bench.workshop.submit([number])).code == "withdrawn"


async def test_what_is_not_there_is_not_shown(bench: Bench) -> None:
    assert await bench.overview.promotion(1) is None and await bench.overview.job(1) is None
    assert await bench.overview.rows() == () and await bench.overview.job_rows(1) == ()
    assert not await bench.runner.stop(1) and not await bench.runner.ask_again(1)


async def test_a_database_that_cannot_be_used_is_said_and_nothing_is_taken(tmp_path: Path, bench: Bench) -> None:
    bench.database.close()
    broken = Workshop(bench.database, bench.changes, bench.workshop.shops, now=lambda: NOW)
    assert (await broken.compose(BRAND, percent())).code == "not_saved"

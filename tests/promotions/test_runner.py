"""The runner in real time, as the program begins and closes it, and the workspace in the services."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from picker_app.promotions.overview import PromotionState
from picker_app.services import Services
from picker_app.settings import Webhook
from picker_app.store.database import sqlite_url
from picker_app.training.accounts import DELIVEROO, DELIVERY_HERO, training_settings
from picker_app.training.deliveroo.platform import TrainingDeliveroo
from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.promotions.campaign_bench import BRAND, RUNNING, Bench, good, percent, struck, until


async def test_a_submitted_promotion_goes_out_by_itself_and_closing_leaves_nothing(bench: Bench) -> None:
    bench.brand.change_settings(processing_polls=0)
    await bench.runner.start()
    (number,) = await bench.submitted(BRAND, percent())
    await until(lambda: "upload" in bench.routes())

    def asked() -> bool:
        # The answer to the upload may still be on its way: time passes until it was written down.
        bench.clock.move(seconds=3)
        bench.changes.announce(frozenset({0}))
        return "status" in bench.routes()

    await until(asked)
    await bench.runner.close()
    await bench.runner.close()
    await bench.run()
    assert await bench.state(number) is PromotionState.SCHEDULED


async def test_a_fault_of_a_step_is_told_and_the_job_is_tried_again(bench: Bench, expected_log: Any) -> None:
    expected_log("a step of job")
    await bench.submitted(BRAND, percent())
    await bench.step()
    query = "update promotion_jobs set url = 'no address'"
    await bench.database.run(lambda connection: connection.exec_driver_sql(query).rowcount)
    await bench.step()
    (job,) = await bench.overview.jobs()
    assert job.error == "fault" and job.next_at is not None


async def test_the_progress_of_an_upload_is_told_in_bytes(bench: Bench) -> None:
    many = [percent(f"P-{number}", 20, f"{number:013}") for number in range(300)]
    await bench.submitted(BRAND, *many[:1])
    numbers = (await good(bench.workshop.bring_in(BRAND, many[1:]))).promotions
    await good(bench.workshop.check(numbers))
    await bench.run()
    await good(bench.workshop.submit(numbers))
    await bench.step()
    bench.brand.fault("upload", "slow", value=0.2)
    work = asyncio.create_task(bench.runner.work(BRAND))
    await until(lambda: bool(bench.runner.uploading))
    job = (await bench.overview.jobs())[0]
    await until(lambda: bench.runner.sent(job.id) == job.size)
    await work
    assert bench.runner.sent(job.id) is None and job.size > 65536


async def test_the_services_carry_both_platforms_promotions(tmp_path: Path) -> None:
    chain, brand = TrainingPlatform(), TrainingDeliveroo(processing_polls=0)
    for platform in (chain, brand):
        platform.start()
    chain.change_settings(job_seconds=0)
    chosen, secrets = training_settings(chain, deliveroo=brand)
    services = Services(
        chosen.model_copy(update={"webhook": Webhook(port=0)}), secrets, sqlite_url(tmp_path / "shop.sqlite3")
    )
    await services.start()
    try:
        workspace = services.promotions
        assert set(workspace.shops) == {DELIVEROO, DELIVERY_HERO}
        now = datetime.now(UTC)
        period = type(RUNNING)(now.replace(microsecond=0), now.replace(year=now.year + 1, microsecond=0, day=1))
        for account, one in ((DELIVEROO, percent(period=period)), (DELIVERY_HERO, struck(period=period))):
            (number,) = (await good(workspace.workshop.compose(account, one))).promotions
            await good(workspace.workshop.check([number]))
            await good(workspace.workshop.submit([number]))
        await until(lambda: bool(brand.state()["promotions"]) and bool(chain.state()["promotions"]))
    finally:
        await services.close()
        for platform in (chain, brand):
            platform.close()

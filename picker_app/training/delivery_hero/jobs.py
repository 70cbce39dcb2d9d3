"""Jobs of the catalogue and the promotions: QUEUED at first, ended after a while, reported where that is done."""

from collections.abc import Callable
from typing import Any

from picker_app.training import exact_json
from picker_app.training.clock import stamp
from picker_app.training.delivery_hero.answers import not_found
from picker_app.training.delivery_hero.world import Job, World
from picker_app.training.exact_json import JsonObject

Outcome = tuple[str, JsonObject]


def start(world: World, kind: str, end: Callable[[], Outcome]) -> JsonObject:
    """Queue a job and return the answer to it; `end` does its work when the time comes.

    The switch `job_outcome` overrides what `end` says; QUEUED lets the job wait for ever, and FAILED does not call
    `end`.
    """
    now = world.clock()
    job = Job(world.new_id(), kind, now, now)
    world.jobs[job.job_id] = job
    world.background.start(_finish(world, job, end))
    return {"job_id": job.job_id, "job_status": job.status}


def read(world: World, kind: str, job_id: str) -> JsonObject:
    """Return a job as `GET …/jobs/{job_id}` shows it; 404 for an unknown or a still hidden one."""
    job = world.jobs.get(job_id)
    if job is None or job.kind != kind:
        raise not_found("job not found")
    job.reads += 1
    if job.reads <= world.switches.job_hidden_reads:
        raise not_found("job not found")
    shown: dict[str, Any] = {
        "job_id": job.job_id,
        "job_status": job.status,
        "created_at": stamp(job.created_at),
        "updated_at": stamp(job.updated_at),
    }
    if job.result is not None and world.switches.job_result:
        shown["result"] = job.result
    return shown


async def _finish(world: World, job: Job, end: Callable[[], Outcome]) -> None:
    await world.background.pause(float(world.switches.job_seconds * world.switches.time_scale))
    wanted = world.switches.job_outcome
    if wanted == "QUEUED" or world.background.closing.is_set():
        return
    if wanted == "FAILED":
        job.status, job.result = "FAILED", {}
    else:
        job.status, job.result = end()
        if wanted != "auto":
            job.status = wanted
    job.updated_at = world.clock()
    report = {
        "job_id": job.job_id,
        "status": job.status,
        "platform_vendor_id": world.switches.vendor_id,
        "download_url": f"https://reports.invalid/{job.job_id}.csv",
    }
    await world.bell.ring(job.job_id, job.status, exact_json.write(report), job=True)

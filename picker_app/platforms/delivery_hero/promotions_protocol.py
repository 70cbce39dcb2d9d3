"""The requests about promotions to Delivery Hero, and the meaning of their answers; no I/O in here."""

from urllib.parse import quote

from picker_app.platforms.answers import Answer, parsed, words
from picker_app.platforms.delivery_hero import AccountSettings, promotions_wire, protocol
from picker_app.platforms.port import Uncertain, Unreadable


def put_promotion(account: AccountSettings, body: bytes) -> protocol.Request:
    """Create, change or end a promotion (delivery_hero.md section 13)."""
    return protocol.Request("PUT", f"{_chain(account)}/promotion", body, "application/json")


def read_job(account: AccountSettings, job: str) -> protocol.Request:
    """Read the status of a promotion job (section 13)."""
    return protocol.Request("GET", f"{_chain(account)}/promotion/jobs/{quote(job, safe='')}")


def _chain(account: AccountSettings) -> str:
    return f"/v2/chains/{quote(account.chain_id, safe='')}"


def begun(answer: Answer) -> promotions_wire.Job:
    """Read the answer to the PUT: errors as of `protocol.accepted`, and Uncertain where a 2xx names no job."""
    protocol.accepted(answer)
    job = _job(answer)
    if not job.job_id:
        raise Uncertain(words(answer) or "the answer names no job", status=answer.status)
    return job


def told(answer: Answer) -> promotions_wire.Job:
    """Read the status of a job: errors as of `protocol.received`, and Unreadable where a 2xx has no status."""
    protocol.received(answer)
    job = _job(answer)
    if not job.job_status:
        raise Unreadable(words(answer) or "an answer without a status", status=answer.status)
    return job


def _job(answer: Answer) -> promotions_wire.Job:
    job: promotions_wire.Job = promotions_wire.read(parsed(answer))
    return job

"""What the training platform of Deliveroo answers: refusals in every style, and the XML of its store of files."""

from datetime import datetime
from xml.sax.saxutils import escape

from picker_app.training import exact_json
from picker_app.training.answers import HTML, JSON, Answer, RefusedError
from picker_app.training.clock import stamp
from picker_app.training.deliveroo.world import Job
from picker_app.training.exact_json import JsonObject

IN_PROGRESS = "JOB_IN_PROGRESS"


def error_answer(refused: RefusedError, style: str, place: str = "type") -> Answer:
    """Return a refusal in the style set by `error_body`; `place` is where JOB_IN_PROGRESS stands in it."""
    headers = dict(refused.headers)
    if refused.code == IN_PROGRESS:
        if place == "text":
            text = f"cannot be updated: {IN_PROGRESS}"
            return Answer(refused.status, text.encode(), headers | {"content-type": "text/plain; charset=utf-8"})
        tree: JsonObject = {"error": {"code": IN_PROGRESS}} if place == "error.code" else {place: IN_PROGRESS}
        return Answer(refused.status, exact_json.write({"message": refused.message, **tree}), headers | JSON)
    if style == "empty":
        return Answer(refused.status, b"", headers)
    if style == "text":
        return Answer(refused.status, refused.message.encode(), headers | {"content-type": "text/plain; charset=utf-8"})
    if style == "html":
        page = f"<!doctype html><html><body><h1>{refused.status}</h1><p>{escape(refused.message)}</p></body></html>"
        return Answer(refused.status, page.encode(), headers | HTML)
    body = exact_json.write({"type": refused.code, "message": refused.message})
    return Answer(refused.status, body, headers | JSON)


def xml_answer(refused: RefusedError) -> Answer:
    """Return a refusal of the store of files."""
    text = f"<Error><Code>{escape(refused.code)}</Code><Message>{escape(refused.message)}</Message></Error>"
    headers = {**refused.headers, "content-type": "application/xml"}
    return Answer(refused.status, b'<?xml version="1.0" encoding="UTF-8"?>\n' + text.encode(), headers)


def instant(moment: datetime) -> str:
    """Return `2027-06-01T09:15:00Z`."""
    return f"{stamp(moment)[:19]}Z"


def shown(job: Job) -> JsonObject:
    """The status of a job as section 5 has it; counters and errors come with the end."""
    return {
        "job_id": job.job_id,
        "job_type": job.kind,
        "status": job.status,
        **job.counters,
        "errors": job.errors,
        "created_at": instant(job.created_at),
        "updated_at": instant(job.updated_at),
    }

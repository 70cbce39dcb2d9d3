"""Deliveroo's words on jobs put into ours, files made of bodies, and bodies that end a promotion; no network."""

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from picker_app.platforms import exact_json
from picker_app.platforms.deliveroo import wire
from picker_app.platforms.promotion_jobs import Begun, Counters, End, Finding, Judgement, Progress, Result, Stage

_RUNNING = ("pending", "processing")
_ENDS = {"completed": End.COMPLETED, "partial_success": End.PARTIAL, "failed": End.FAILED}
ENDED_AGO = timedelta(seconds=60)
BEGUN_AGO = timedelta(seconds=120)


def begun(answer: wire.JobAnswer, raw: bytes) -> Begun:
    """Put the answer to a single PUT into our words (section 9)."""
    return Begun(answer.job_id, answer.status, raw)


def progress(answer: wire.JobAnswer, raw: bytes) -> Progress:
    """Put the status of a job into our words (section 5); an unknown status is one of a job under way."""
    word = answer.status.lower()
    end = _ENDS.get(word)
    waiting = word == "pending_upload"
    stage = Stage.ENDED if end is not None else Stage.WAITING if waiting else Stage.RUNNING
    return Progress(
        status=answer.status,
        stage=stage,
        end=end,
        known=end is not None or waiting or word in _RUNNING,
        counters=Counters(
            total=answer.total,
            live=answer.live,
            completed=answer.completed,
            failed=answer.failed,
            items=answer.items,
            items_taken=answer.items_taken,
            items_failed=answer.items_failed,
        ),
        findings=_findings(answer.errors),
        raw=raw,
    )


def judge(told: Progress, promotions: Collection[str], *, single: bool = False) -> Judgement:
    """Say what became of each promotion of a job that ended (section 5, "Reading the answer").

    `single`: the job of one PUT, which can be accepted without some of its items.
    """
    named = {name: found for name, found in told.findings.items() if name in promotions}
    strangers = {name: found for name, found in told.findings.items() if name not in promotions}
    failed = told.counters.failed
    agree = failed is None or failed == len(named)
    doubt = _doubt(told, len(named), len(promotions))
    if told.end is End.FAILED:
        results = dict.fromkeys(promotions, Result.REFUSED)
    elif told.end is End.PARTIAL and single:
        results = dict.fromkeys(promotions, Result.PARTLY)
    elif told.end is End.PARTIAL and not named:
        # Some were refused, and none is named: it can be any of them.
        results = dict.fromkeys(promotions, Result.UNSURE)
    else:
        sure = agree and told.end is End.PARTIAL
        results = dict.fromkeys(promotions, Result.ACCEPTED)
        results |= dict.fromkeys(named, Result.REFUSED if sure else Result.UNSURE)
    return Judgement(results, named, strangers, doubt)


def _doubt(told: Progress, named: int, sent: int) -> str:
    counters = told.counters
    doubts = []
    if told.end is not End.FAILED and counters.failed is not None and counters.failed != named:
        doubts.append(f"Deliveroo counts {counters.failed} failed promotions and names {named}.")
    if told.end is End.COMPLETED and named and counters.failed is None:
        doubts.append(f"Deliveroo says that all were processed and names {named} with errors.")
    if counters.total is not None and counters.total != sent:
        doubts.append(f"Deliveroo counts {counters.total} promotions, {sent} were sent.")
    if counters.total is not None and counters.done is not None and counters.done != counters.total:
        doubts.append(f"Deliveroo is done with {counters.done} of {counters.total} promotions.")
    return " ".join(doubts)


def _findings(errors: Iterable[wire.PromotionErrors]) -> dict[str, tuple[Finding, ...]]:
    found: dict[str, dict[str, dict[str, None]]] = {}
    for one in errors:
        types = found.setdefault(one.promotion_id, {})
        for error in one.errors:
            types.setdefault(error.type, {}).update(dict.fromkeys(error.item_ids))
    return {
        promotion: tuple(Finding(kind, tuple(items)) for kind, items in types.items())
        for promotion, types in found.items()
    }


def file_of(bodies: Iterable[bytes]) -> bytes:
    """Put the bodies of promotions together to a file (section 6), each as it is."""
    return b'{"promotions": [\n' + b",\n".join(bodies) + b"\n]}"


def ended(body: bytes, now: datetime) -> bytes:
    """Return the body that ends a promotion now, by the platform's clock (section 9, "End now").

    Only `end_at` differs, and `start_at` where it has not begun: the start stays before the end.
    """
    tree: dict[str, Any] = exact_json.load(body)
    start = datetime.fromisoformat(tree["start_at"])
    now = now.astimezone(UTC)
    if start + timedelta(seconds=1) < now:
        end = max(now - ENDED_AGO, start + timedelta(seconds=1))
    else:
        tree["start_at"] = stamp(now - BEGUN_AGO)
        end = now - ENDED_AGO
    tree["end_at"] = stamp(end)
    return exact_json.dump(tree)


def stamp(moment: datetime) -> str:
    """Write an instant as the platform takes it: `2027-06-06T23:00:00Z`."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def window(body: Mapping[str, Any]) -> tuple[datetime, datetime]:
    """Return start and end of a promotion from its body."""
    return datetime.fromisoformat(body["start_at"]), datetime.fromisoformat(body["end_at"])

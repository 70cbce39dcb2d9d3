"""Promotions in Delivery Hero's words: the body of a PUT, its replays, and what a job says; no network, no clock."""

from datetime import UTC, datetime
from typing import Any

from picker_app.domain.promotion import Discount, Mechanic, Promotion
from picker_app.platforms import exact_json
from picker_app.platforms.delivery_hero import promotions_wire
from picker_app.platforms.promotion_jobs import Begun, End, Finding, Judgement, Progress, Result, Stage

INVALID_VENDORS = "INVALID_VENDORS"
MISSING_SKUS = "MISSING_SKUS"
INVALID_DISCOUNTED_SKUS = "INVALID_DISCOUNTED_SKUS"
_ENDS = {"COMPLETED": End.COMPLETED, "FAILED": End.FAILED, "DUPLICATE": End.DUPLICATE}
_RESULTS = {End.COMPLETED: Result.ACCEPTED, End.PARTIAL: Result.PARTLY, End.FAILED: Result.REFUSED}


def body(promotion: Promotion) -> bytes:
    """Write the body of the PUT for a promotion (delivery_hero.md section 13)."""
    conditions: dict[str, Any] = {
        "start_time": stamp(promotion.period.start),
        "end_time": stamp(promotion.period.end),
    }
    if promotion.mechanic is Mechanic.SAME_ITEM_BUNDLE:
        conditions["purchased_quantity"] = promotion.condition.quantity
        conditions["discounted_quantity"] = promotion.reward.free_quantity
    tree: dict[str, Any] = {
        "vendors": list(promotion.sites),
        "type": promotion.mechanic.value,
        "active": promotion.active,
        "reason": promotion.reason,
        "display_name": dict(promotion.names),
        "conditions": conditions,
        "discount": [_row(row) for row in promotion.reward.discounts],
    }
    if promotion.limits:
        tree["limits"] = dict(promotion.limits)
    return exact_json.dump(tree)


def _row(row: Discount) -> dict[str, Any]:
    written: dict[str, Any] = {
        "discount_subtype": row.kind.value,
        "discount_value": row.value,
        "active": row.active,
        "sku": list(row.items),
    }
    if row.max_quantity is not None:
        written["max_quantity"] = row.max_quantity
    return written


def changed(last: bytes, new: bytes) -> bytes:
    """Write the body that makes `new` of what was last sent as `last`: SKUs left out are taken out by rows."""
    tree = exact_json.load(new)
    kept = {sku for row in tree["discount"] for sku in row["sku"]}
    for row in exact_json.load(last)["discount"]:
        gone = [sku for sku in row["sku"] if sku not in kept]
        if gone:
            tree["discount"].append(row | {"active": False, "sku": gone})
    return exact_json.dump(tree)


def ended(last: bytes) -> bytes:
    """Write the body that ends a promotion: the last one again, with `active` false."""
    tree = exact_json.load(last)
    tree["active"] = False
    return exact_json.dump(tree)


def identity(sent: bytes) -> bytes:
    """Return what makes two bodies the same promotion to the platform: name, vendors, start and end."""
    tree = exact_json.load(sent)
    conditions = tree["conditions"]
    return exact_json.dump([tree["display_name"], tree["vendors"], conditions["start_time"], conditions["end_time"]])


def stamp(moment: datetime) -> str:
    """Write an instant as the platform takes it: `2025-06-05T22:00:00.000Z`."""
    utc = moment.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def begun(job: promotions_wire.Job, raw: bytes) -> Begun:
    """Put the answer to a PUT into our words."""
    return Begun(job.job_id, job.job_status, raw)


def progress(job: promotions_wire.Job, raw: bytes) -> Progress:
    """Put the status of a job into our words: QUEUED, and what is unknown, is under way."""
    word = job.job_status.upper()
    found = _findings(job.result)
    end = _ENDS.get(word)
    if end is End.COMPLETED and found:
        end = End.PARTIAL
    return Progress(
        status=job.job_status,
        stage=Stage.RUNNING if end is None else Stage.ENDED,
        end=end,
        known=end is not None or word == "QUEUED",
        findings={"": found} if found else {},
        raw=raw,
    )


def judge(told: Progress, promotion: str) -> Judgement:
    """Say what became of the promotion of a job that ended; DUPLICATE is neither yes nor no: unsure."""
    found = told.findings.get("", ())
    result = Result.UNSURE if told.end is None else _RESULTS.get(told.end, Result.UNSURE)
    return Judgement({promotion: result}, {promotion: found} if found else {})


def _findings(result: promotions_wire.Result) -> tuple[Finding, ...]:
    found = [Finding(INVALID_VENDORS, result.invalid_vendors)] if result.invalid_vendors else []
    found += [Finding(MISSING_SKUS, skus, vendor) for vendor, skus in result.missing_skus]
    found += [Finding(INVALID_DISCOUNTED_SKUS, skus, vendor) for vendor, skus in result.invalid_discounted_skus]
    return tuple(found)

"""What the simulated Deliveroo does behind its addresses: jobs, their files, and what becomes of each promotion."""

import uuid
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.blackbox.promotion_rules import file_faults, instant, parsed

Json = dict[str, Any]

SITES = {"grocer-gb-london-001", "grocer-gb-london-002"}
NEVER = datetime.max.replace(tzinfo=UTC)
TERMINAL = ("completed", "partial_success", "failed")


@dataclass
class Job:
    """A job: where its file goes and until when, what it holds, and how it stands.

    `worked`: how often it was asked about while it was worked on; `told`: its end was answered.
    """

    name: str
    kind: str
    status: str
    target: str = ""
    expires: datetime = NEVER
    files: list[bytes] = field(default_factory=list)
    promotions: list[Json] = field(default_factory=list)
    worked: int = 0
    told: bool = False
    report: Json = field(default_factory=dict)

    @property
    def ended(self) -> bool:
        """Whether nothing more becomes of it."""
        return self.status in TERMINAL


class Works:
    """The jobs and the promotions of one brand.

    `processing_polls`: how often a job is asked about before it ends; `unknown_items`: what the catalogue does not
    have; `says`: the statuses that are told next, whatever the page knows of them; `failed` ends the job without a
    reason. What the page forbids is kept in `violations`.
    """

    def __init__(self, violations: list[str], processing_polls: int, unknown_items: set[str]) -> None:
        self.violations = violations
        self.processing_polls, self.unknown_items = processing_polls, unknown_items
        self.says: deque[str] = deque()
        self.jobs: dict[str, Job] = {}
        self.promotions: dict[str, Json] = {}

    def begin_file(self, query: str, seconds: float) -> Job:
        """Begin a job whose file is to come to an address with this query within so many seconds."""
        name = str(uuid.uuid4())
        job = Job(name, "bulk_promotion_upload", "pending_upload", f"/files/{name}.json?{query}")
        job.expires = datetime.now(UTC) + timedelta(seconds=seconds)
        self.jobs[name] = job
        return job

    def begin_single(self, name: str, promotion: Json) -> Job:
        """Begin the change of one promotion."""
        self.jobs[name] = Job(name, "single_promotion_update", "pending", promotions=[promotion])
        return self.jobs[name]

    def at(self, target: str) -> Job | None:
        """The job whose file goes to an address, character by character."""
        return next((job for job in self.jobs.values() if job.target == target), None)

    def works_on(self, promotion: str, but: Job | None = None) -> bool:
        """Whether a file that has come and is not worked off has this promotion."""
        return any(
            promotion == one["promotion_id"]
            for job in self.jobs.values()
            if job is not but and job.files and job.status == "processing"
            for one in job.promotions
        )

    def take(self, job: Job, body: bytes) -> None:
        """Begin to work a file off; the same bytes may come again until someone was told that it is worked on."""
        job.files.append(body)
        job.status = "processing"
        faults = file_faults(body, SITES)
        self.violations += faults
        job.promotions = [] if faults else parsed(body)["promotions"]
        now = datetime.now(UTC)
        for one in job.promotions:
            name = one["promotion_id"]
            if self.works_on(name, but=job):
                self.violations.append(f"{name} is sent while a job still works on it")
            if name in self.promotions and instant(self.promotions[name]["end_at"]) > now:
                self.violations.append(f"{name} is sent in a file while it is live")

    def look(self, job: Job) -> Json:
        """Tell how a job stands; it ends when it was asked about often enough."""
        if job.ended and job.told:
            self.violations.append(f"a {job.kind} was asked about after its end was told")
        if self.says:
            said = self.says.popleft()
            job.status = said if said == "failed" else job.status
            return {"job_id": job.name, "job_type": job.kind, "status": said}
        if job.status in ("pending", "processing"):
            job.status = "processing"
            if job.worked >= self.processing_polls:
                self._judge(job)
            job.worked += 1
        return {"job_id": job.name, "job_type": job.kind, "status": job.status} | job.report

    def _judge(self, job: Job) -> None:
        """End a job: each promotion is taken, or refused with its items."""
        errors: list[Json] = []
        live = over = 0
        now = datetime.now(UTC)
        for one in job.promotions:
            if found := self._against(one):
                errors.append({"promotion_id": one["promotion_id"], "errors": found})
                continue
            self.promotions[one["promotion_id"]] = one
            ended = instant(one["end_at"]) <= now
            live, over = live + (not ended), over + ended
        job.status = "completed"
        if errors or not job.promotions:
            job.status = "partial_success" if live + over else "failed"
        items = sum(len(one["condition"].get("items", [])) for one in job.promotions)
        lost = sum(len(error["item_ids"]) for one in errors for error in one["errors"])
        job.report = {
            "total_promotions": len(job.promotions),
            "live_promotions": live,
            "completed_promotions": over,
            "failed_promotions": len(errors),
            "total_promotion_items": items,
            "succeeded_promotion_items": items - lost,
            "failed_promotion_items": lost,
            "errors": errors,
            "created_at": f"{now:%Y-%m-%dT%H:%M:%SZ}",
            "updated_at": f"{now:%Y-%m-%dT%H:%M:%SZ}",
        }

    def _against(self, promotion: Json) -> list[Json]:
        """What there is against a promotion."""
        found: list[Json] = []
        unknown = [item for item in promotion["condition"].get("items", []) if item in self.unknown_items]
        if unknown:
            found.append({"type": "ITEM_NOT_FOUND", "item_ids": unknown})
        if instant(promotion["start_at"]) >= instant(promotion["end_at"]):
            found.append({"type": "INVALID_DATE_RANGE", "item_ids": []})
        return found

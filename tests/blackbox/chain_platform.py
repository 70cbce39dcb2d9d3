"""The simulated Delivery Hero platform with the promotions of its chain: jobs begun by PUT, told of by GET.

Written from the platform's page and its specification alone. What breaks a rule is answered 400 and kept in
`violations`; the rest of the platform is that of the orders.
"""

import uuid
from collections import deque
from typing import Any

from tests.blackbox import goods
from tests.blackbox.platform import Platform, Request
from tests.blackbox.promotion_rules import campaign_faults, parsed

Json = dict[str, Any]

PROMOTION = f"/v2/chains/{goods.CHAIN}/promotion"
JOBS = f"{PROMOTION}/jobs/"
ENDED = ("COMPLETED", "FAILED", "DUPLICATE")


class ChainPlatform(Platform):
    """The platform of a chain whose promotions are sent here.

    `queued_polls`: how often a job is still QUEUED; `missing`: SKUs that the job names as missing. `promotion_faults`:
    `drop_before`, `drop_after`, or an HTTP status for the next PUTs.
    """

    def __init__(self, *, queued_polls: int = 0, missing: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.queued_polls, self.missing = queued_polls, missing
        self.promotion_faults: deque[str] = deque()
        self.taken: dict[str, bytes] = {}
        self.jobs: dict[str, Json] = {}
        self.asked: dict[str, int] = {}

    # --- what a test asks ---

    def sent(self) -> list[Request]:
        """The promotions sent so far, in their order."""
        return self.seen("PUT", PROMOTION)

    def followed(self) -> list[Request]:
        """The questions after jobs so far."""
        return [request for request in list(self.requests) if request.path.startswith(JOBS)]

    def is_live(self, name: str) -> bool:
        """Whether customers see a promotion with this name."""
        return any(
            parsed(body)["active"] for body in self.taken.values() if name in parsed(body)["display_name"].values()
        )

    # --- what the program asks ---

    def promotion(self, body: bytes) -> tuple[int, object]:
        """Begin a job: a promotion is made, changed or ended, whichever its identity is known for."""
        if faults := campaign_faults(body, {goods.VENDOR}, set(self.products)):
            self.violations += [f"promotion: {fault}" for fault in faults]
            return 400, {"code": "BAD_REQUEST", "message": "; ".join(faults)}
        wanted = parsed(body)
        identity = repr((sorted(wanted["display_name"].items()), wanted["vendors"], wanted["conditions"]))
        last = self.taken.get(identity)
        if not wanted["active"]:
            if last is None:
                self.violations.append("promotion: ended without having been sent")
            elif list(wanted.items()) != list((parsed(last) | {"active": False}).items()):
                self.violations.append("promotion: ended with another body than it was made with")
        name = str(uuid.uuid4())
        duplicate = last == body
        self.taken[identity] = body
        found = {goods.VENDOR: [sku for row in wanted["discount"] for sku in row["sku"] if sku in self.missing]}
        self.jobs[name] = {
            "job_id": name,
            "job_status": "DUPLICATE" if duplicate else "COMPLETED",
            "result": {"invalid_vendors": [], "missing_skus": found if found[goods.VENDOR] else {}},
        }
        self.asked[name] = 0
        return 202, {"job_id": name, "job_status": "QUEUED"}

    def job(self, name: str) -> tuple[int, object]:
        """Tell how a job stands."""
        if name not in self.jobs:
            self.violations.append(f"a job that there is not: {name}")
            return 404, {"code": "NOT_FOUND", "message": "no such job"}
        if self.asked[name] > self.queued_polls:
            self.violations.append("a job was asked about after its end was told")
        self.asked[name] += 1
        if self.asked[name] <= self.queued_polls:
            return 200, {"job_id": name, "job_status": "QUEUED"}
        return 200, self.jobs[name]

    def route(self, method: str, path: str, query: str, body: bytes) -> tuple[int, object]:
        """Answer a request whose token was good; 0 cuts the connection."""
        if method == "PUT" and path == PROMOTION:
            fault = self.promotion_faults.popleft() if self.promotion_faults else ""
            if fault.isdigit():
                return int(fault), {"code": "FAULT", "message": "fault"}
            answer = (0, None) if fault == "drop_before" else self.promotion(body)
            return (0, None) if fault else answer
        if method == "GET" and path.startswith(JOBS):
            return self.job(path.removeprefix(JOBS))
        return super().route(method, path, query, body)

"""Everything the training platform of Deliveroo knows: switches, tokens, jobs, promotions, faults, journal.

It belongs to the platform's own thread; nothing here is locked.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from picker_app.training.clock import read_stamp
from picker_app.training.deliveroo.faults import MENU
from picker_app.training.deliveroo.switches import Switches
from picker_app.training.exact_json import JsonObject
from picker_app.training.known import Known

BULK, SINGLE = "bulk_promotion_upload", "single_promotion_update"
TERMINAL = ("completed", "partial_success", "failed")


@dataclass
class Job:
    """One job: of a file that is awaited (`signature` is what its address is signed with), or of a single PUT."""

    job_id: str
    kind: str
    created_at: datetime
    updated_at: datetime
    status: str
    signature: str = ""
    expires_at: datetime | None = None
    file: bytes | None = None
    single: JsonObject | None = None
    named: frozenset[str] = frozenset()
    reads: int = 0
    polls: int = 0
    counters: dict[str, int] = field(default_factory=dict)
    errors: list[JsonObject] = field(default_factory=list)
    told: list[JsonObject] = field(default_factory=list)

    @property
    def ended(self) -> bool:
        """Whether nothing changes any more."""
        return self.status in TERMINAL


@dataclass
class Promotion:
    """One promotion as it was last taken over, with the items that are in it."""

    body: JsonObject
    items: tuple[str, ...]
    updated_at: datetime

    @property
    def window(self) -> tuple[datetime, datetime]:
        """From when to when it runs."""
        return read_stamp(self.body["start_at"]), read_stamp(self.body["end_at"])


class World(Known[Switches]):
    """The one state of the training platform."""

    def __init__(self, switches: Switches, seed: int, clock: Callable[[], datetime]) -> None:
        super().__init__(switches, MENU, seed, clock)
        self.tokens: dict[str, datetime] = {}
        self.jobs: dict[str, Job] = {}
        self.promotions: dict[str, Promotion] = {}
        self.files_url = ""

    def expire_tokens(self) -> None:
        """Let all tokens be dead at once."""
        self.tokens.clear()

    def new_token(self) -> str:
        """A token nobody can guess."""
        return "eyJ" + secrets.token_urlsafe(48)

    def bulk_of(self, promotion: str) -> Job | None:
        """The bulk job that works on a promotion now, None if there is none."""
        for job in self.jobs.values():
            if job.kind == BULK and job.status == "processing" and promotion in job.named:
                return job
        return None

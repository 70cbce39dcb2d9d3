"""Everything the training platform of Deliveroo knows: switches, tokens, jobs, promotions, faults, journal.

It belongs to the platform's own thread; nothing here is locked.
"""

import random
import secrets
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from picker_app.training.background import Background
from picker_app.training.clock import read_stamp
from picker_app.training.deliveroo.faults import MENU
from picker_app.training.deliveroo.switches import Switches
from picker_app.training.exact_json import JsonObject
from picker_app.training.faults import Faults
from picker_app.training.journal import Journal

KEPT = 5000
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


class World:
    """The one state of the training platform; `clock` gives aware UTC times, `advance` moves the platform's own on."""

    def __init__(self, switches: Switches, seed: int, clock: Callable[[], datetime]) -> None:
        self.switches = switches
        self.random = random.Random(seed)  # an exercise must be repeatable, not secret
        self.tokens: dict[str, datetime] = {}
        self.faults = Faults(MENU)
        self.background = Background()
        self.journal = Journal(KEPT)
        self.jobs: dict[str, Job] = {}
        self.promotions: dict[str, Promotion] = {}
        self.files_url = ""
        self._clock = clock
        self._ahead = timedelta(0)

    def clock(self) -> datetime:
        """The platform's clock."""
        return self._clock() + self._ahead

    def advance(self, seconds: float) -> None:
        """Let the platform's clock jump."""
        self._ahead += timedelta(seconds=seconds)

    def new_id(self) -> str:
        """A UUID, the same ones again for the same seed."""
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    def new_token(self) -> str:
        """A token nobody can guess."""
        return "eyJ" + secrets.token_urlsafe(48)

    def bulk_of(self, promotion: str) -> Job | None:
        """The bulk job that works on a promotion now, None if there is none."""
        for job in self.jobs.values():
            if job.kind == BULK and job.status == "processing" and promotion in job.named:
                return job
        return None

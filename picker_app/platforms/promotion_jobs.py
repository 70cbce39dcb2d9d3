"""What a platform says of promotions: the job that a request began, how far it is, what became of each of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum


class Stage(StrEnum):
    """How far a job is at the platform."""

    WAITING = "waiting"
    """Announced, and what it shall work on has not arrived."""
    RUNNING = "running"
    """Under way; so is every job with a status that this program does not know."""
    ENDED = "ended"


class End(StrEnum):
    """How a job ended, as the platform says it of the whole."""

    COMPLETED = "completed"
    PARTIAL = "partial"
    FAILED = "failed"
    DUPLICATE = "duplicate"


class Result(StrEnum):
    """What became of one promotion of a job that ended."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    """Accepted, but for the items that its findings name."""
    REFUSED = "refused"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Finding:
    """What the platform has against a promotion: its own word for it, "" where it gave none, and the items it names."""

    type: str = ""
    items: tuple[str, ...] = ()
    where: str = ""
    """The vendor that it is about, where the platform says it."""


@dataclass(frozen=True, slots=True)
class Counters:
    """The platform's own counters of a job; None where it gave none."""

    total: int | None = None
    live: int | None = None
    completed: int | None = None
    failed: int | None = None
    items: int | None = None
    items_taken: int | None = None
    items_failed: int | None = None

    @property
    def done(self) -> int | None:
        """Return how many promotions the platform is done with; None where it did not say."""
        parts = [part for part in (self.live, self.completed, self.failed) if part is not None]
        return sum(parts) if parts else None


@dataclass(frozen=True, slots=True)
class Ticket:
    """Leave to send one file: the job it will be, where it goes, and until when; the address is a secret.

    `ahead` is by how much the platform's clock was ahead of ours.
    """

    job: str
    url: str = field(repr=False)
    expires_at: datetime | None
    ahead: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True)
class Begun:
    """The job that a request began, with its status in the platform's own word."""

    job: str
    status: str = ""
    raw: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is, as one answer told it. `status` is the platform's own word; `known` whether we know it."""

    status: str
    stage: Stage
    end: End | None = None
    known: bool = True
    counters: Counters = Counters()
    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    raw: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of each promotion of a job that ended, by its id at the platform.

    `doubt` says, in a sentence, where the platform's own numbers do not agree; "" where they do. `strangers` are ids
    in the answer that were not in the job.
    """

    results: Mapping[str, Result]
    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    strangers: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    doubt: str = ""

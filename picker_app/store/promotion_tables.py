"""The tables of promotions: drafts, what platforms took, jobs, and the history; written by campaigns."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text, UniqueConstraint

from picker_app.store.schema import UtcTime, metadata

promotions = Table(
    "promotions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("account", String(100), nullable=False),
    # The promotion's own id, as the shop gave it.
    Column("ref", String(200), nullable=False),
    # The id of the first promotion that this one and its likes at other accounts were copied from.
    Column("family", Integer),
    # Of the current draft: for lists and the calendar.
    Column("name", Text, nullable=False),
    Column("mechanic", String(60), nullable=False),
    Column("starts_at", UtcTime, nullable=False),
    Column("ends_at", UtcTime, nullable=False),
    Column("zone", String(60), nullable=False),
    # Numbers of promotion_versions: the current draft, and the one that passed the checks.
    Column("version", Integer, nullable=False),
    Column("checked_version", Integer),
    # JSON list of the warnings that were read when it was checked.
    Column("warnings", Text, nullable=False, default="[]"),
    # The newest job that has not ended.
    Column("job_id", Integer),
    # What its last job came to: "" | accepted | partly | refused | unsure; with its findings as JSON, and words.
    Column("result", String(20), nullable=False, default=""),
    Column("findings", Text, nullable=False, default="[]"),
    Column("words", Text, nullable=False, default=""),
    # The record: what the platform took last. Only a job that ended well writes it, or a person who knows.
    Column("accepted_version", Integer),
    Column("accepted_body", LargeBinary),
    Column("accepted_digest", String(64), nullable=False, default=""),
    Column("accepted_job", Integer),
    Column("accepted_at", UtcTime),
    Column("accepted_starts_at", UtcTime),
    Column("accepted_ends_at", UtcTime),
    # When its end was taken.
    Column("ended_at", UtcTime),
    # Taken back here before the platform ever had it.
    Column("withdrawn_at", UtcTime),
    # Brought in from a file: made elsewhere, not sent from here.
    Column("elsewhere", Boolean, nullable=False, default=False),
    Column("created_at", UtcTime, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    UniqueConstraint("account", "ref"),
    Index("ix_promotions_job_id", "job_id"),
)

promotion_versions = Table(
    "promotion_versions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("promotion_id", Integer, ForeignKey("promotions.id"), nullable=False),
    Column("number", Integer, nullable=False),
    # The domain's Promotion as JSON; see codec.
    Column("draft", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
    UniqueConstraint("promotion_id", "number"),
)

promotion_jobs = Table(
    "promotion_jobs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("account", String(100), nullable=False),
    # file (many at once) | single (one PUT at Deliveroo) | campaign (one PUT at Delivery Hero)
    Column("kind", String(20), nullable=False),
    # new | change | end
    Column("purpose", String(20), nullable=False),
    # frozen | leave (an address to send to is here) | sending | unsure (sent, maybe) | following | ended
    Column("state", String(20), nullable=False),
    # completed | partial | failed | duplicate: as the platform said it. refused | not_taken | never_arrived | unsure |
    # stopped | replaced | void: as it came to here.
    Column("verdict", String(20), nullable=False, default=""),
    # The exact bytes, stored before the first send; None for an end that is still to be composed.
    Column("body", LargeBinary),
    Column("digest", String(64), nullable=False, default=""),
    Column("count", Integer, nullable=False),
    # The job must not begin before this one has ended.
    Column("after_id", Integer),
    # The platform's own id of the job.
    Column("ref", String(200), nullable=False, default=""),
    # Where the file goes: a secret, erased once it was used or is over.
    Column("url", Text, nullable=False, default=""),
    Column("expires_at", UtcTime),
    # By how many milliseconds the platform's clock was ahead of ours.
    Column("ahead_ms", Integer, nullable=False, default=0),
    # The platform's own word, since when, its counters, and its last answer.
    Column("status", String(60), nullable=False, default=""),
    Column("total", Integer),
    Column("done", Integer),
    Column("failed", Integer),
    Column("items", Integer),
    Column("items_failed", Integer),
    Column("answer", LargeBinary),
    # Where the platform's numbers do not agree.
    Column("doubt", Text, nullable=False, default=""),
    # Sends that the platform may have carried out; failures in a row since; addresses that were found dead.
    Column("sends", Integer, nullable=False, default=0),
    Column("tries", Integer, nullable=False, default=0),
    Column("renewals", Integer, nullable=False, default=0),
    Column("failing_since", UtcTime),
    Column("unsure_at", UtcTime),
    Column("sent_at", UtcTime),
    Column("followed_at", UtcTime),
    # None: it waits for another job, or for a person.
    Column("next_at", UtcTime),
    # The last error: code of port's error, HTTP status, the platform's own words.
    Column("error", String(30), nullable=False, default=""),
    Column("http_status", Integer),
    Column("words", Text, nullable=False, default=""),
    # A person wants it stopped.
    Column("stopping", Boolean, nullable=False, default=False),
    Column("created_at", UtcTime, nullable=False),
    Column("ended_at", UtcTime),
    Index("ix_promotion_jobs_state", "state"),
)

promotion_job_rows = Table(
    "promotion_job_rows",
    metadata,
    Column("job_id", Integer, ForeignKey("promotion_jobs.id"), primary_key=True),
    Column("promotion_id", Integer, ForeignKey("promotions.id"), primary_key=True),
    Column("ref", String(200), nullable=False),
    Column("version", Integer),
    Column("body", LargeBinary),
    Column("digest", String(64), nullable=False, default=""),
    Column("starts_at", UtcTime),
    Column("ends_at", UtcTime),
    # accepted | partly | refused | unsure; "" while the job has not ended, or where it never came to that
    Column("result", String(20), nullable=False, default=""),
    Column("findings", Text, nullable=False, default="[]"),
    Index("ix_promotion_job_rows_promotion_id", "promotion_id"),
)

promotion_events = Table(
    "promotion_events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("account", String(100), nullable=False),
    # Of a job and all its promotions, or of one promotion.
    Column("job_id", Integer, ForeignKey("promotion_jobs.id")),
    Column("promotion_id", Integer, ForeignKey("promotions.id")),
    Column("kind", String(30), nullable=False),
    Column("words", Text, nullable=False, default=""),
    Column("http_status", Integer),
    Index("ix_promotion_events_job_id", "job_id"),
    Index("ix_promotion_events_promotion_id", "promotion_id"),
)

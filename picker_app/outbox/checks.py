"""Decides when a cart check leaves, waits, or is left out: a pure table (delivery_hero.md section 8)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from picker_app.domain.cart import Kind
from picker_app.outbox.learned import same_content
from picker_app.outbox.retry import LINE_DOWN, Delays
from picker_app.store.deliveries import Job, State

SUPERSEDED = "superseded"
SAME = "same_as_last_good"


def leaves(job: Job, jobs: Iterable[Job], now: datetime, delays: Delays, *, line_down: bool) -> datetime | str:
    """Return when a queued check of an order leaves, or why it never does.

    `jobs` are all messages of the order. A check without `not_before` was asked for by a person: it does not wait for
    the 20 s that lie between two others.
    """
    checks = [other for other in jobs if other.kind is Kind.CHECK]
    if any(other.owed_id > job.owed_id for other in jobs):
        return SUPERSEDED
    good = [other for other in checks if other.delivery.state is State.ACCEPTED]
    begun = [other for other in checks if other.delivery.sends]
    if good and begun[-1] is good[-1] and same_content(good[-1].command, job.command):
        return SAME
    if line_down:
        return LINE_DOWN
    if job.not_before is None:
        return now
    sent = [other.delivery.sent_at for other in begun if other.delivery.sent_at is not None]
    return max([job.not_before, *(at + timedelta(seconds=delays.check_every) for at in sent)])

"""Gives back to the desk what a restored database still owes, because nobody knows what became of it since."""

from dataclasses import replace
from datetime import datetime

from picker_app.domain.cart import Kind
from picker_app.outbox.exchange import GIVEN_BACK, Means
from picker_app.store import deliveries
from picker_app.store.database import Connection
from picker_app.store.deliveries import Job, State

_NOT_SURELY_SENT = (State.QUEUED, State.SENDING, State.UNCERTAIN)


async def take_back(means: Means, account: str, before: datetime) -> None:
    """Drop the account's messages from before a time that were not surely sent, and bring their orders to the desk.

    An accepted or refused one stays: it is only read back. A second time this changes nothing. NotSaved if it cannot be
    kept.
    """
    for job in await means.database.ask(lambda connection: _owed(connection, account, before)):
        if job.kind is not Kind.CHECK:
            # First the desk, then the verdict: a stop between the two only repeats what has no effect twice.
            await means.reopen(job.order_id)
        after = replace(job.delivery, state=State.DROPPED, next_at=None, note="", details=GIVEN_BACK)
        await _save(means, job, replace(after, ended_at=means.now()))


def _owed(connection: Connection, account: str, before: datetime) -> list[Job]:
    owing = deliveries.open_orders(connection, [account])
    jobs = [job for order_id, _ in owing for job in deliveries.of_order(connection, order_id)]
    return [job for job in jobs if job.open and job.created_at <= before and job.delivery.state in _NOT_SURELY_SENT]


async def _save(means: Means, job: Job, after: deliveries.Delivery) -> None:
    await means.database.run(lambda connection: deliveries.save(connection, job.owed_id, after))
    means.changes.announce(frozenset({job.order_id}))

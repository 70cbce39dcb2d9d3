"""Takes what became of a message as seen to, on a person's word: it is no incident any more."""

from dataclasses import replace
from datetime import datetime

from picker_app.domain.cart import Kind
from picker_app.outbox import retry, statuses
from picker_app.outbox.exchange import Means
from picker_app.store import deliveries
from picker_app.store.database import Connection
from picker_app.store.deliveries import Delivery

_DECIDED_IN_THE_ORDER = (retry.ASK, statuses.ASK)


def seen_to(delivery: Delivery, now: datetime) -> Delivery | None:
    """Return the message without its note; None where it has none, or where a person must decide what is sent.

    A refused confirmation is dealt with otherwise then, and one that was probably taken is left as it is: of both
    nothing more is said.
    """
    if not delivery.note or delivery.note in _DECIDED_IN_THE_ORDER:
        return None
    if delivery.note == statuses.CHECK_PORTAL:
        return statuses.left(delivery, now)
    silenced = delivery.ended_at is None or delivery.note == statuses.REFUSED_NOTES[Kind.CONFIRM]
    return replace(delivery, note="", details=retry.LEFT if silenced else delivery.details)


async def see_to(means: Means, owed_id: int) -> bool:
    """Take a message as seen to; False where that is not possible, NotSaved if it cannot be kept."""

    def work(connection: Connection) -> bool:
        after = seen_to(deliveries.get(connection, owed_id), means.now())
        if after is not None:
            deliveries.save(connection, owed_id, after)
        return after is not None

    done = await means.database.run(work)
    if done:
        means.changes.announce(frozenset({await means.database.ask(lambda c: deliveries.order_of(c, owed_id))}))
    return done

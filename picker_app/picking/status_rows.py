"""What the rows tell of an order that is confirmed, handed back and told by statuses."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from picker_app.domain.cart import Kind
from picker_app.domain.ladder import legal, proves
from picker_app.domain.order import Stage
from picker_app.domain.said import Status
from picker_app.picking.rows import Banner
from picker_app.platforms.port import Capabilities
from picker_app.store.views import Laid, Message

ACTS = (Kind.FULFIL, Kind.CANCEL, Kind.DISPATCH, Kind.DELIVER, Kind.REJECT)
"""The messages that stand for the last thing that the desk did with a whole order."""
_TOLD = ("ask_status", "check_portal", "not_proven", "confirmation_refused")
IN_VAIN = ("refused", "dropped")
"""The states of messages that the platform did not take."""


@dataclass(frozen=True, slots=True)
class Confirming:
    """The confirmation of an order: its clock, by our own clock, while it runs, and how far the message has come."""

    begin: datetime | None = None
    end: datetime | None = None
    message: str = ""


def newest(laid: Laid, kind: Kind) -> Message | None:
    """Return the newest message of a kind, None if there is none."""
    return next((message for message in reversed(laid.messages) if message.kind is kind), None)


def is_left(message: Message | None) -> bool:
    """Say whether nothing more is said of a message, on the person's word: it was dealt with otherwise."""
    return message is not None and message.details == "left"


def confirming(laid: Laid, capabilities: Capabilities, ahead: timedelta) -> Confirming:
    """Return how the confirmation of an order stands; nothing where its platform wants none or has it."""
    said = laid.order.said
    if not capabilities.confirms or not laid.order.open or proves(said.status, Kind.CONFIRM):
        return Confirming()
    message = newest(laid, Kind.CONFIRM)
    state = _told(message) if message is not None else ""
    if said.confirm_by is None or not laid.ours or laid.order.stage is Stage.REJECTED:
        return Confirming(message=state)
    begin = said.created_at - ahead if said.created_at else laid.first_seen_at
    return Confirming(begin, said.confirm_by - ahead, state)


def _told(message: Message) -> str:
    """Return how far a confirmation has come."""
    if is_left(message):
        return "accepted"  # what the person dealt with otherwise waits for its event as what the platform took
    # A refusal is told with its words: once it is written down whole, and the order is back at the desk.
    return "sending" if message.state == "refused" and message.ended_at is None else message.state


def is_returned(laid: Laid) -> bool:
    """Say whether the platform's own desk gave an order back that was handed to it, and it is still to be made."""
    rejected = newest(laid, Kind.REJECT)
    taken = rejected is not None and rejected.state not in IN_VAIN and rejected.state != "queued"
    return taken and laid.order.open and laid.order.stage in (Stage.NEW, Stage.PICKING)


def acts(laid: Laid, capabilities: Capabilities) -> tuple[Kind, ...]:
    """Return the status messages that a person may ask for now; none where the platform is told carts."""
    if capabilities.carts or not laid.ours:
        return ()
    said = [message.kind for message in laid.messages if message.state not in IN_VAIN or is_left(message)]
    own = [kind for kind in legal(laid.order) if kind is not Kind.INTEGRATE]
    return tuple(kind for kind in own if kind not in said or kind is Kind.REJECT)


def status_banner(laid: Laid) -> Banner | None:
    """Return what must be read first of what became of the status messages, None if there is nothing."""
    order = laid.order
    if not laid.ours:
        return Banner("cancelled_before") if order.said.status is Status.CANCELLED else None
    # That it was brought is told of an order that is on its way.
    noted = _noted(laid) if order.open or order.said.status is Status.DISPATCHED else None
    if noted is not None:
        return Banner(noted.note, (("words", noted.words),))
    if order.open and order.stage is Stage.REJECTED:
        return Banner("with_platform", (("reason", order.reason),))
    return Banner("returned") if is_returned(laid) else None


def _noted(laid: Laid) -> Message | None:
    """Return the newest message that a person has to know of; what was said anew or proven since is none.

    Once an order is handed to the platform's desk, only that counts.
    """
    last = list({message.kind: message for message in laid.messages}.values())
    if laid.order.stage is Stage.REJECTED:
        last = [message for message in last if message.kind is Kind.REJECT]
    status = laid.order.said.status
    told = [message for message in last if message.note in _TOLD and not proves(status, message.kind)]
    return max(told, key=lambda message: message.owed_id, default=None)

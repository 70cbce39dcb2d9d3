"""Polling and acknowledging events (sections 3 and 4), and the ways in which an answer to a poll can be damaged."""

import math
from decimal import Decimal

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from picker_app.training import exact_json
from picker_app.training.answers import ExactResponse, RefusedError, retry_after
from picker_app.training.exact_json import JsonObject, NotJsonError, copied
from picker_app.training.faults import Fault
from picker_app.training.ifood_pos.answers import VERSION, bad_request, not_found
from picker_app.training.ifood_pos.faults import POLL_KINDS
from picker_app.training.ifood_pos.world import World

STRANGE_CODE = "READY_TO_DELIVER"
EXTRA_FIELDS = {"metadata": {"CLIENT_ID": "training"}, "fullCode": "PLACED", "salesChannel": "IFOOD", "retries": 0}


def routes(world: World) -> list[Route]:
    """The poll, in both spellings, and the acknowledgment."""

    async def poll(request: Request) -> Response:
        return ExactResponse(take(world))

    async def acknowledgment(request: Request) -> Response:
        world.acknowledge(read_ids(await request.body()))
        return Response(status_code=world.switches.accepted)

    return [
        *(Route(f"{VERSION}/events{colon}polling", poll) for colon in (":", "%3A")),
        Route(f"{VERSION}/events/acknowledgment", acknowledgment, methods=["POST"]),
    ]


def take(world: World) -> list[JsonObject]:
    """Return all events that are held; raises 404 where there are none, 429 for a poll that comes too soon."""
    now, switches = world.clock(), world.switches
    if switches.strict and world.last_poll is not None:
        wait = float(switches.min_poll_s) - (now - world.last_poll).total_seconds()
        if wait > 0:
            headers = retry_after(switches.retry_after, math.ceil(wait), now)
            raise RefusedError(429, "TooManyRequestsException", "too many polls", headers)
    world.last_poll = now
    world.pass_time()
    events = [copied(event) for event in world.queue.values()]
    # A fault waits until there is something that it can damage.
    able = [kind for kind in POLL_KINDS if (world.acknowledged if kind == "stale" else events)]
    fault = world.faults.strike("poll", able)
    if fault is not None:
        events = _damaged(world, events, fault)
    if not events:
        raise not_found("no events")
    return events


def read_ids(raw: bytes) -> list[str]:
    """Return the ids of an acknowledgment, of which only they count; raises 400 for what is no list of them."""
    try:
        wanted = exact_json.read(raw)
    except NotJsonError:
        raise bad_request("Bad Request") from None
    if not isinstance(wanted, list):
        raise bad_request("Bad Request")
    ids = [entry.get("id") if isinstance(entry, dict) else None for entry in wanted]
    if not all(isinstance(event_id, str) and event_id for event_id in ids):
        raise bad_request("Bad Request")
    return [str(event_id) for event_id in ids]


def _damaged(world: World, events: list[JsonObject], fault: Fault) -> list[JsonObject]:
    match fault.kind:
        case "duplicate":
            return [event for event in events for _ in range(2)]
        case "shuffle":
            mixed = world.random.sample(events, len(events))
            return mixed if mixed != events else events[::-1]
        case "stale":
            return [*events, copied(world.acknowledged[-1])]
        case "no_id":
            return [{key: value for key, value in event.items() if key != "id"} for event in events]
        case "unknown_code":
            # Beside the true events: what they say must still be learnt from them.
            strange = events[0] | {"id": world.new_id(), "code": fault.value or STRANGE_CODE}
            return [*events, strange]
        case _:
            return [event | copied(EXTRA_FIELDS) | {"sum": Decimal("28.50")} for event in events]

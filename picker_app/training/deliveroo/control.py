"""Steer the training platform of Deliveroo: what `/_sim/…` does, and the same for the program itself."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from picker_app.training.answers import ExactResponse
from picker_app.training.clock import read_stamp
from picker_app.training.deliveroo.answers import instant, shown
from picker_app.training.deliveroo.world import World
from picker_app.training.exact_json import JsonObject
from picker_app.training.steering import as_object, check_keys, common_routes, steer


def turn_clock(world: World, wanted: JsonObject) -> None:
    """Let the platform's clock jump by `advance_s` seconds; raises `ValueError`."""
    check_keys(wanted, {"advance_s"})
    seconds = wanted.get("advance_s")
    if isinstance(seconds, bool) or not isinstance(seconds, int | float | Decimal):
        raise ValueError("advance_s is a number of seconds")
    world.advance(float(seconds))


def live(world: World, at: datetime) -> list[JsonObject]:
    """The promotions that a customer would see at a time, with the items that are in them."""
    return [
        {"promotion_id": name, "name": one.body["name"], "items": list(one.items)}
        for name, one in world.promotions.items()
        if one.window[0] <= at <= one.window[1]
    ]


def state(world: World, at: datetime | None = None) -> JsonObject:
    """Everything that happened: promotions, what a customer sees at `at`, jobs, requests with masked headers."""
    moment = at or world.clock()
    return {
        "at": instant(moment),
        "promotions": {
            name: {"body": one.body, "items": list(one.items), "updated_at": instant(one.updated_at)}
            for name, one in world.promotions.items()
        },
        "live": live(world, moment),
        "jobs": [
            {
                **shown(job),
                "file": None if job.file is None else job.file.decode("utf-8", "replace"),
                "expires_at": None if job.expires_at is None else instant(job.expires_at),
                "reads": job.reads,
            }
            for job in world.jobs.values()
        ],
        **world.happened(),
    }


def routes(world: World) -> list[Route]:
    """The steering paths; loopback only."""

    async def clock(request: Request, body: Any) -> Response:
        turn_clock(world, as_object(body))
        return ExactResponse({"now": instant(world.clock())})

    def state_then(request: Request) -> JsonObject:
        at = request.query_params.get("at")
        return state(world, None if at is None else read_stamp(at))

    return [
        Route("/_sim/clock", steer(clock), methods=["POST"]),
        *common_routes(world, state_then),
    ]

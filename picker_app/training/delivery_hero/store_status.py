"""Whether the store is open, over HTTP (section 14)."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from picker_app.training.answers import ExactResponse
from picker_app.training.clock import read_stamp, stamp
from picker_app.training.delivery_hero.answers import bad_request
from picker_app.training.delivery_hero.orders import read_object
from picker_app.training.delivery_hero.world import World
from picker_app.training.exact_json import JsonObject

SENDABLE = ("OPEN", "CLOSED_TODAY", "CLOSED_UNTIL", "CHECKIN")
REASONS = (
    "TOO_BUSY_NO_DRIVERS", "TOO_BUSY_KITCHEN", "UPDATES_IN_MENU", "TECHNICAL_PROBLEM", "CLOSED", "OTHER",
    "BAD_WEATHER", "HOLIDAY_SPECIAL_DAY",
)  # fmt: skip
LEAST_NOTICE = timedelta(minutes=1)


def routes(world: World) -> list[Route]:
    """Reading and changing the status."""

    async def endpoint(request: Request) -> Response:
        world.check_chain(request.path_params["chain_id"])
        world.check_vendor(request.path_params["vendor_id"])
        if request.method == "PUT":
            world.store_status = change(world, read_object(request.headers, await request.body()))
        return ExactResponse(shown(world))

    return [Route("/v2/chains/{chain_id}/vendors/{vendor_id}/status", endpoint, methods=["GET", "PUT"])]


def shown(world: World) -> JsonObject:
    """The status now; a store closed until a past moment is open again."""
    status = world.store_status
    if "closed_until" in status and read_stamp(status["closed_until"]) <= world.clock():
        status = world.store_status = {"status": "OPEN"}
    if status["status"] == "OPEN" and not world.switches.within_opening_hours:
        status = {"status": "CLOSED"}
    return {"vendor_id": world.switches.vendor_id} | status


def change(world: World, body: JsonObject) -> JsonObject:
    """Return the new status; raises 400 naming what is missing or not accepted."""
    status = body.get("status")
    if status not in SENDABLE:
        raise bad_request(f"status must be one of {', '.join(SENDABLE)}")
    if status in ("OPEN", "CHECKIN"):
        if not world.switches.within_opening_hours:
            raise bad_request("the store can be opened in its opening hours only")
        return {"status": "OPEN"}
    if body.get("closed_reason") not in REASONS:
        raise bad_request(f"closed_reason must be one of {', '.join(REASONS)}")
    closed: JsonObject = {"status": status, "closed_reason": body["closed_reason"]}
    if status == "CLOSED_UNTIL":
        try:
            until = read_stamp(body.get("closed_until"))
        except ValueError as error:
            raise bad_request(f"closed_until: {error}") from None
        if until < world.clock() + LEAST_NOTICE:
            raise bad_request("closed_until must lie ahead")
        closed["closed_until"] = stamp(until)
    return closed

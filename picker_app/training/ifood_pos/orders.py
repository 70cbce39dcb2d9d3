"""The order side of the platform: the order whole, and the five status messages (sections 5 and 7)."""

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from picker_app.training import exact_json
from picker_app.training.answers import ExactResponse
from picker_app.training.clock import stamp
from picker_app.training.exact_json import JsonObject, NotJsonError, copied
from picker_app.training.faults import Fault
from picker_app.training.ifood_pos.answers import VERSION, bad_request, forbidden, not_found
from picker_app.training.ifood_pos.birth import find_order
from picker_app.training.ifood_pos.document import as_texts
from picker_app.training.ifood_pos.faults import ORDER_KINDS
from picker_app.training.ifood_pos.world import CANCELLED, FINAL, RANKS, Order, World, rank

REFERENCE = re.compile(r"[0-9A-Za-z-]{1,64}")
SAYS = {"integration": "INTEGRATED", "confirmation": "CONFIRMED", "dispatch": "DISPATCHED", "delivery": "DELIVERED"}
BEFORE: Mapping[str, str] = {"integration": "PLACED", "confirmation": "INTEGRATED", "dispatch": "CONFIRMED"}
REJECTION = "rejection"
STATUSES = (*SAYS, REJECTION)
LOST_FIELD = "items"


def routes(world: World) -> list[Route]:
    """One order, and what is said of it."""

    def found(request: Request) -> Order:
        reference = unquote(request.path_params["reference"])
        order = find_order(world, reference)
        if order is None and not REFERENCE.fullmatch(reference):
            raise bad_request("bad order reference")
        if order is None:
            raise not_found("order not found")
        if not world.owns(order.merchant_id):
            raise forbidden("the order belongs to no store of this user")
        world.pass_time()
        return order

    async def get_order(request: Request) -> Response:
        fault = world.faults.strike("order", ORDER_KINDS)
        if fault is not None and fault.kind == "not_yet":
            raise not_found("order not found")
        order = found(request)
        document = copied(order.document)
        return ExactResponse(document if fault is None else damaged(document, fault))

    def told(status: str) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            say(world, found(request), status, await request.body())
            return Response(status_code=world.switches.accepted)

        return endpoint

    path = VERSION + "/orders/{reference}"
    return [
        Route(path, get_order),
        *(Route(f"{path}/statuses/{status}", told(status), methods=["POST"]) for status in STATUSES),
    ]


def say(world: World, order: Order, status: str, body: bytes) -> None:
    """Take a status message in; raises 400 for one that the order's state does not allow, where that is strict."""
    details = read_details(body) if status == REJECTION else None
    allowed = _allowed(order, status)
    repeated = SAYS.get(status) == order.state
    if world.switches.strict and not allowed and not (repeated and world.switches.repeated_status == 202):
        raise bad_request(f"{status} is not possible: the order is {order.state}")
    now = world.clock()
    order.statuses.append({"time": stamp(now), "status": status, "details": details, "allowed": allowed})
    if status == REJECTION:
        order.rejections.append({"time": stamp(now), "details": details})
        if order.state not in FINAL:
            world.call_desk(order, "rejected", now)
    elif order.state != CANCELLED and rank(SAYS[status]) > rank(order.state):
        world.say(order, SAYS[status], "shop")


def read_details(body: bytes) -> str:
    """Return why an order is rejected; raises 400 where that is not said."""
    try:
        wanted = exact_json.read(body)
    except NotJsonError:
        raise bad_request("the body is not JSON") from None
    details = wanted.get("details") if isinstance(wanted, dict) else None
    if not isinstance(details, str) or not details.strip():
        raise bad_request("details is required")
    return details


def damaged(document: JsonObject, fault: Fault) -> JsonObject:
    """Return an order that lacks a field, holds null sub-items, or writes its numbers as texts."""
    if fault.kind == "strings":
        texts: JsonObject = as_texts(document)
        return texts
    if fault.kind == "null_subitems":
        for item in document.get("items", []):
            parts = item.get("subItems")
            item["subItems"] = [None, *parts] if parts else None
        return document
    *way, last = str(fault.value or LOST_FIELD).split(".")
    place: Any = document
    try:
        for step in way:
            place = place[int(step)] if isinstance(place, list) else place[step]
        del place[last]
    except (KeyError, IndexError, TypeError, ValueError):
        raise bad_request(f"the exercise names a field that the order does not have: {fault.value}") from None
    return document


def _allowed(order: Order, status: str) -> bool:
    state = order.state
    if status == REJECTION:
        return state in RANKS[:3]
    if status == "dispatch" and order.to_go:
        return False
    if status == "delivery":
        return state == "DISPATCHED" or (order.to_go and state == "CONFIRMED")
    return state == BEFORE[status]

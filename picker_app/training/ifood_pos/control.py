"""Steer the training platform: what `/_sim/…` does, and the same for the program itself."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from picker_app.training.answers import ExactResponse
from picker_app.training.clock import read_stamp, stamp
from picker_app.training.exact_json import JsonObject, as_decimal, copied
from picker_app.training.ifood_pos.birth import bear, find_order
from picker_app.training.ifood_pos.shop import shown_prices
from picker_app.training.ifood_pos.world import Order, World
from picker_app.training.steering import as_object, check_keys, common_routes, steer

STEPS = {"code", "created_at", "id", "metadata"}
MOST_SECONDS = 400 * 24 * 3600


def create_order(world: World, wanted: JsonObject) -> JsonObject:
    """Make an order and its first event, as `bear`; returns the order object."""
    return copied(bear(world, wanted).document)


def advance(world: World, reference: str, wanted: JsonObject) -> JsonObject:
    """Make an event of an order, of any `code`, and return it; the order's state only moves up.

    `created_at` sets its time, `id` its id; `metadata` is added.
    Raises `ValueError` for an unknown key, `KeyError` for an unknown order.
    """
    check_keys(wanted, STEPS)
    code = wanted.get("code")
    if not isinstance(code, str) or not code:
        raise ValueError("code is the code of an event, such as CANCELLED")
    at = read_stamp(wanted["created_at"]) if "created_at" in wanted else None
    order = find_order(world, reference)
    if order is None:
        raise KeyError(reference)
    event = world.say(order, code, "platform", at)
    # The same object stands in the queue.
    event |= {key: wanted[key] for key in ("id", "metadata") if key in wanted}
    return copied(event)


def add_event(world: World, event: JsonObject) -> JsonObject:
    """Put an event into the queue as it is, whatever it holds; returns it."""
    world.hold(copied(event))
    return event


def move_clock(world: World, wanted: JsonObject) -> JsonObject:
    """Let `advance_s` seconds pass at once; returns the platform's time. Raises `ValueError`."""
    check_keys(wanted, {"advance_s"})
    seconds = as_decimal(wanted.get("advance_s"))
    if seconds is None or not 0 <= seconds <= MOST_SECONDS:
        raise ValueError(f"advance_s is a number of seconds from 0 to {MOST_SECONDS}")
    world.advance(float(seconds))
    return {"now": stamp(world.clock())}


def state(world: World) -> JsonObject:
    """Everything that happened: orders, statuses, events held, acknowledgments, prices, requests without secrets."""
    world.pass_time()
    return {
        "now": stamp(world.clock()),
        "orders": {order.reference: order_state(order) for order in world.orders.values()},
        "held": list(world.queue.values()),
        "acknowledgments": list(world.acknowledgments),
        "prices": shown_prices(world),
        "products": [
            {"merchant": merchant, "code": code, "status": status}
            for (merchant, code), status in world.products.items()
        ],
        "stores": world.stores,
        **world.happened(),
    }


def order_state(order: Order) -> JsonObject:
    """One order: its state, what the store said of it, what events it had, and whether the desk has it."""
    return {
        "state": order.state,
        "merchant": order.merchant_id,
        "statuses": order.statuses,
        "rejections": order.rejections,
        "history": order.history,
        "at_desk": order.at_desk,
        "document": order.document,
    }


def routes(world: World) -> list[Route]:
    """The steering paths; loopback only."""

    async def orders(request: Request, body: Any) -> Response:
        return ExactResponse(create_order(world, as_object(body)), status_code=201)

    async def one_order(request: Request, body: Any) -> Response:
        world.pass_time()
        return ExactResponse(order_state(world.orders[request.path_params["reference"]]))

    async def advance_order(request: Request, body: Any) -> Response:
        return ExactResponse(advance(world, request.path_params["reference"], as_object(body)))

    async def events(request: Request, body: Any) -> Response:
        return ExactResponse(add_event(world, as_object(body)), status_code=201)

    async def clock(request: Request, body: Any) -> Response:
        return ExactResponse(move_clock(world, as_object(body)))

    return [
        Route("/_sim/orders", steer(orders), methods=["POST"]),
        Route("/_sim/orders/{reference}", steer(one_order)),
        Route("/_sim/orders/{reference}/advance", steer(advance_order), methods=["POST"]),
        Route("/_sim/events", steer(events), methods=["POST"]),
        Route("/_sim/clock", steer(clock), methods=["POST"]),
        *common_routes(world, lambda request: state(world)),
    ]

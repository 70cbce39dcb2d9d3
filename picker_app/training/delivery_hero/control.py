"""Steer the training platform: what `/_sim/…` does, and the same for the program itself."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from picker_app.training import exact_json
from picker_app.training.answers import ExactResponse
from picker_app.training.clock import read_stamp, stamp
from picker_app.training.delivery_hero.birth import bear
from picker_app.training.delivery_hero.cart import IN_THE_CART
from picker_app.training.delivery_hero.shelf import read_listed
from picker_app.training.delivery_hero.world import Order, World
from picker_app.training.exact_json import JsonObject, copied
from picker_app.training.steering import as_object, check_keys, common_routes, steer

STATUSES = ("RECEIVED", "ACCEPTED", "READY_FOR_PICKUP", "DISPATCHED", "DELIVERED", "CANCELLED")
STEPS = {"to", "post_picked_up", "reason", "cancelled_by", "updated_at", "push_only", "push"}


def create_order(world: World, wanted: JsonObject) -> JsonObject:
    """Make an order and push its first event unless `push` is false; returns the order object."""
    order = bear(world, wanted)
    if wanted.get("push", True):
        world.bell.ring_soon(order.order_id, order.status, exact_json.write(order.document))
    return copied(order.document)


def advance(world: World, order_id: str, wanted: JsonObject) -> JsonObject:
    """Move an order on as the platform would and push it; returns the order object as pushed.

    `to`: any status. A known one becomes the order's, unless `push_only`; an unknown one is only pushed. For
    `CANCELLED`: `post_picked_up`, `reason`, `cancelled_by`. `updated_at` sets the time of the event. `push` false:
    silent.
    Raises `ValueError` for an unknown key, `KeyError` for an unknown order.
    """
    check_keys(wanted, STEPS)
    status = wanted.get("to")
    if not isinstance(status, str) or not status:
        raise ValueError(f"to is a status, such as {', '.join(STATUSES)}")
    order = world.orders[order_id.lower()]
    at = read_stamp(wanted["updated_at"]) if "updated_at" in wanted else None
    if wanted.get("push_only", False) or status not in STATUSES:
        document = copied(order.document)
        if at is None:
            world.touch(order)
        document["sys"] = document["sys"] | {"updated_at": stamp(at or order.updated_at)}
        document["status"] = status
    else:
        world.set_status(order, status, "platform")
        if at is not None:
            world.touch(order, at)
        document = order.document
    if status == "CANCELLED":
        document["cancellation"] = {
            "reason": wanted.get("reason", "CUSTOMER_REQUEST"),
            "cancelled_by": wanted.get("cancelled_by", "CUSTOMER"),
            "post_picked_up": bool(wanted.get("post_picked_up", False)),
        }
    if wanted.get("push", True):
        world.bell.ring_soon(order.order_id, status, exact_json.write(document))
    return copied(document)


def add_products(world: World, wanted: object) -> None:
    """Put more products on sale, or replace them; raises `ValueError`."""
    if not isinstance(wanted, list) or not all(isinstance(item, dict) for item in wanted):
        raise ValueError("products is a list of objects")
    for product in [read_listed(item) for item in wanted]:
        world.shelf[product.sku] = product


def state(world: World) -> JsonObject:
    """Everything that happened: final carts, statuses, requests with masked headers, pushes, jobs, promotions."""
    return {
        "orders": {order.order_id: _order_state(order) for order in world.orders.values()},
        "pushes": [push.shown() for push in world.bell.pushes],
        "jobs": [_shown(vars(job)) for job in world.jobs.values()],
        "promotions": [_shown(vars(promotion)) for promotion in world.promotions.values()],
        "store_status": world.store_status,
        **world.happened(),
    }


def cart_of(order: Order) -> list[JsonObject]:
    """The lines in an order's cart: SKU, amount, prices, and which line each replaces."""
    return [
        {
            "_id": item["_id"],
            "sku": item.get("sku"),
            "status": item.get("status"),
            "replaced_id": item.get("replaced_id"),
            **{key: item["pricing"].get(key) for key in ("quantity", "weight", "unit_price", "total_price")},
        }
        for item in order.document["items"]
        if item.get("status") in IN_THE_CART
    ]


def routes(world: World) -> list[Route]:
    """The steering paths; loopback only."""

    async def orders(request: Request, body: Any) -> Response:
        return ExactResponse(create_order(world, as_object(body)), status_code=201)

    async def one_order(request: Request, body: Any) -> Response:
        return ExactResponse(_order_state(world.orders[request.path_params["order_id"].lower()]))

    async def advance_order(request: Request, body: Any) -> Response:
        return ExactResponse(advance(world, request.path_params["order_id"], as_object(body)))

    async def products(request: Request, body: Any) -> Response:
        add_products(world, body)
        return ExactResponse({}, status_code=201)

    return [
        Route("/_sim/orders", steer(orders), methods=["POST"]),
        Route("/_sim/orders/{order_id}", steer(one_order)),
        Route("/_sim/orders/{order_id}/advance", steer(advance_order), methods=["POST"]),
        Route("/_sim/products", steer(products), methods=["POST"]),
        *common_routes(world, lambda request: state(world)),
    ]


def _order_state(order: Order) -> JsonObject:
    return {
        "status": order.status,
        "cart": cart_of(order),
        "document": order.document,
        "history": order.history,
    }


def _shown(values: dict[str, Any]) -> JsonObject:
    return {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in values.items()}

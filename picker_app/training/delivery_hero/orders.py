"""The order side of the platform: GET one, PUT, and the list (sections 6 to 8 and 10)."""

import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from picker_app.training import exact_json
from picker_app.training.answers import ExactResponse, RefusedError
from picker_app.training.delivery_hero.answers import bad_request, invalid_cart, not_found
from picker_app.training.delivery_hero.cart import IN_THE_CART, Cart, check
from picker_app.training.delivery_hero.settlement import settle
from picker_app.training.delivery_hero.world import MEMORY, Order, World
from picker_app.training.exact_json import JsonObject, NotJsonError, as_decimal

UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
LOCAL_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?")
SENDABLE = ("READY_FOR_PICKUP", "DISPATCHED", "CANCELLED", "UPDATE_CART")
OPEN = ("RECEIVED", "ACCEPTED")
REASONS = ("CLOSED", "ITEM_UNAVAILABLE", "TOO_BUSY")
FEES = ("delivery_fee", "service_fee", "container_charge")
MAX_PAGE_SIZE = 500


def routes(world: World) -> list[Route]:
    """The paths of both forms; a form that is switched off is answered 404."""

    def find(request: Request) -> Order:
        chain_id = request.path_params.get("chain_id")
        if not (world.switches.order_path_short if chain_id is None else world.switches.order_path_chain):
            raise not_found("no such path")
        order_id = request.path_params["order_id"]
        if not UUID.fullmatch(order_id):
            raise bad_request(f"order_id {order_id[:80]} is not a UUID")
        if chain_id is not None:
            world.check_chain(chain_id)
        return find_order(world, order_id)

    async def get_order(request: Request) -> Response:
        return ExactResponse(find(request).document)

    async def put_order(request: Request) -> Response:
        order = find(request)
        raw = await request.body()
        body = read_object(request.headers, raw)
        if put(world, order, body):
            request.scope["after"].append(lambda: world.push(order))
        return ExactResponse(raw)

    async def list_orders(request: Request) -> Response:
        nested = request.url.path.endswith("/orders")
        if not (world.switches.list_path_orders if nested else world.switches.list_path_vendor):
            raise not_found("no such path")
        world.check_chain(request.path_params["chain_id"])
        world.check_vendor(request.path_params["vendor_id"])
        return ExactResponse(page_of_orders(world, request.query_params))

    vendor = "/v2/chains/{chain_id}/vendors/{vendor_id}"
    return [
        *(
            Route(path, endpoint, methods=[method])
            for path in ("/v2/orders/{order_id}", "/v2/chains/{chain_id}/orders/{order_id}")
            for method, endpoint in (("GET", get_order), ("PUT", put_order))
        ),
        Route(vendor + "/orders", list_orders),
        Route(vendor, list_orders),
    ]


def find_order(world: World, order_id: str) -> Order:
    """Return an order of the last 60 days; 404 for every other."""
    order = world.orders.get(order_id.lower())
    if order is None or world.clock() - order.created_at > MEMORY:
        raise not_found("order not found")
    return order


def read_object(headers: Mapping[str, str], raw: bytes) -> JsonObject:
    """Return the JSON object of a request body; 415 for another content type, 400 for anything else."""
    if headers.get("content-type", "").split(";")[0].strip() != "application/json":
        raise RefusedError(415, "UNSUPPORTED_MEDIA_TYPE", "content-type must be application/json")
    try:
        body = exact_json.read(raw)
    except NotJsonError as error:
        raise bad_request(f"the body is not JSON: {error}") from None
    if not isinstance(body, dict):
        raise bad_request("the body must be a JSON object")
    return body


def put(world: World, order: Order, body: JsonObject) -> bool:
    """Carry out a PUT (section 8); returns whether an event follows. Raises `RefusedError`."""
    status = body.get("status")
    if body.get("order_id") != order.order_id:
        raise invalid_cart("order_id is not the one of the path")
    if order.status not in OPEN:
        again = order.fulfil_body is not None and body == order.fulfil_body and order.status != "CANCELLED"
        if again and world.switches.repeated_fulfil == 200:
            return False
        raise RefusedError(409, "CONFLICT", f"the order is {order.status} and can no longer be changed")
    if status not in SENDABLE:
        raise bad_request(f"status must be one of {', '.join(SENDABLE)}")
    _check_flow(order, status)
    reason = _reason(body) if status == "CANCELLED" else None
    switches = world.switches
    cart = Cart(order.ordered, order.added)
    wanted = check(cart, body.get("items"), world.shelf, switches.item_not_found_status)
    ordered, added = settle(cart, wanted, switches.keep_cart, world.new_id, switches.currency_digits)
    if status == "UPDATE_CART":
        if switches.keep_cart != "no":
            order.added = added
            order.document["items"] = [*ordered, *added]
            reckon(order)
            world.touch(order)
        return False
    if reason is not None:
        order.document["items"] = ordered
        order.document["cancellation"] = {"reason": reason, "cancelled_by": "VENDOR", "post_picked_up": False}
        world.set_status(order, "CANCELLED", "shop")
        return switches.echo_cancel
    items = [line for line in (*ordered, *added) if line["status"] != "REPLACED"]
    if not any(line["status"] in IN_THE_CART for line in items):
        raise invalid_cart("nothing is left in the cart, cancel the order instead")
    order.document["items"] = items
    order.fulfil_body = body
    reckon(order)
    confirmed = "READY_FOR_PICKUP" if status == "DISPATCHED" and switches.glovo_echo else status
    world.set_status(order, confirmed, "shop")
    return switches.echo_fulfil


def page_of_orders(world: World, query: Mapping[str, str]) -> object:
    """Return one page of the list (section 10); raises 400 for a bad range or page."""
    for name, value in query.items():
        if value == "":
            raise bad_request(f"{name} is empty")
    start, end = _query_time(query, "start_time"), _query_time(query, "end_time")
    now = world.clock()
    if start >= end:
        raise bad_request("start_time must be before end_time")
    if end - start > MEMORY or now - start > MEMORY:
        raise bad_request("start_time and end_time may span at most the last 60 days")
    page = _query_number(query, "page", 1, 1_000_000)
    size = _query_number(query, "page_size", 20, MAX_PAGE_SIZE)
    by_change = world.switches.list_by == "updated"
    chosen = [
        order
        for order in world.orders.values()
        if start <= (order.updated_at if by_change else order.created_at) <= end and now - order.created_at <= MEMORY
    ]
    chosen.sort(key=lambda order: (order.created_at, order.order_id))
    documents = [order.document for order in chosen[(page - 1) * size : page * size]]
    if world.switches.list_shape == "array":
        return documents
    pages = max(1, math.ceil(len(chosen) / size))
    return {"orders": documents, "page_number": page, "page_size": size, "total_pages": pages}


def reckon(order: Order) -> None:
    """Compute the sums of `payment` anew from the lines in the cart, where an order has them."""
    payment = order.document.get("payment")
    if not isinstance(payment, dict):
        return
    in_cart = [line["pricing"] for line in order.document["items"] if line["status"] in IN_THE_CART]
    sub_total = sum((_money(pricing, "total_price") for pricing in in_cart), Decimal(0))
    fees = sum((_money(payment, fee) for fee in FEES), Decimal(0))
    discount = abs(_money(payment, "discount"))
    order.document["payment"] = payment | {"sub_total": sub_total, "order_total": sub_total + fees - discount}


def _money(values: JsonObject, name: str) -> Decimal:
    return as_decimal(values.get(name)) or Decimal(0)


def _reason(body: JsonObject) -> str:
    cancellation = body.get("cancellation")
    reason = cancellation.get("reason") if isinstance(cancellation, dict) else None
    if reason not in REASONS:
        raise bad_request(f"cancellation.reason must be one of {', '.join(REASONS)}")
    return str(reason)


def _check_flow(order: Order, status: str) -> None:
    if status == "READY_FOR_PICKUP" and order.vendor_delivery:
        raise bad_request("an order in vendor delivery is fulfilled with DISPATCHED")
    if status == "DISPATCHED" and not order.vendor_delivery:
        raise bad_request("an order in platform delivery is fulfilled with READY_FOR_PICKUP")


def _query_time(query: Mapping[str, str], name: str) -> datetime:
    if name not in query:
        raise bad_request(f"{name} is required")
    try:
        return _read_local_time(query[name])
    except ValueError as error:
        raise bad_request(f"{name}: {error}") from None


def _read_local_time(text: str) -> datetime:
    """Read the UTC time without zone letter of a list request (section 10); raises `ValueError`."""
    if not LOCAL_TIME.fullmatch(text):
        raise ValueError(f"{text!r} is no UTC time such as 2025-06-03T09:12:04, without zone letter")
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _query_number(query: Mapping[str, str], name: str, default: int, highest: int) -> int:
    text = query.get(name, str(default))
    if not re.fullmatch(r"[0-9]{1,7}", text) or not 1 <= int(text) <= highest:
        raise bad_request(f"{name} must be a whole number from 1 to {highest}")
    return int(text)

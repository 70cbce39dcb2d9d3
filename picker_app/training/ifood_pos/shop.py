"""Prices, products and the store itself (section 8): what can be set here and never be read back."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from picker_app.training import exact_json
from picker_app.training.clock import stamp
from picker_app.training.exact_json import JsonObject, NotJsonError, as_decimal
from picker_app.training.ifood_pos.answers import VERSION, bad_request, not_found, unauthorized
from picker_app.training.ifood_pos.world import Price, World

STATUSES = ("AVAILABLE", "UNAVAILABLE")
DATE = re.compile(r"\d{4}-\d\d-\d\d")


def routes(world: World) -> list[Route]:
    """The three calls."""

    async def price(request: Request) -> Response:
        set_price(world, unquote(request.path_params["code"]), read_object(await request.body()))
        return Response(status_code=world.switches.accepted)

    async def store(request: Request) -> Response:
        set_store(world, unquote(request.path_params["merchant"]), read_object(await request.body()))
        return Response(status_code=world.switches.accepted)

    async def product(request: Request) -> Response:
        path = request.path_params
        set_product(world, unquote(path["merchant"]), unquote(path["code"]), read_object(await request.body()))
        return Response(status_code=world.switches.accepted)

    return [
        Route(VERSION + "/skus/{code}/prices", price, methods=["PATCH"]),
        Route(VERSION + "/merchants/{merchant}/statuses", store, methods=["PUT"]),
        Route(VERSION + "/merchants/{merchant}/skus/{code}", product, methods=["PATCH"]),
    ]


def read_object(raw: bytes) -> JsonObject:
    """Return the JSON object of a body; raises 400 for anything else."""
    try:
        body = exact_json.read(raw)
    except NotJsonError as error:
        raise bad_request(f"the body is not JSON: {error}") from None
    if not isinstance(body, dict):
        raise bad_request("the body must be a JSON object")
    return body


def set_price(world: World, code: str, body: Mapping[str, Any]) -> None:
    """Set the price of a product in some stores, now or from a day on; raises 400, 401 or 404."""
    merchants = body.get("merchantIds")
    if not isinstance(merchants, list) or not merchants or not all(type(one) is int for one in merchants):
        raise bad_request("merchantIds is required: a list of integers")
    if body.get("externalCode") != code:
        raise bad_request("externalCode is required, and is the one of the path")
    amount = as_decimal(body.get("price"))
    if amount is None or amount <= 0 or amount != round(amount, 2):
        raise bad_request("price is required: above 0, at most 2 decimals")
    start = _start(world, body.get("startDate"))
    for merchant in map(str, merchants):
        _check_store(world, merchant)
    _check_code(world, code)
    prices = [world.prices.setdefault((merchant, code), Price()) for merchant in map(str, merchants)]
    for known in prices:
        _settle(world, known)
        if start is not None and known.start is not None:
            raise bad_request(f"{code} has a price from {known.start} on already")
    for known in prices:
        if start is None:
            known.now = amount
        else:
            known.later, known.start = amount, start


def set_store(world: World, merchant: str, body: Mapping[str, Any]) -> None:
    """Open or close a store; raises 400 or 401."""
    status = _status(body)
    reason = body.get("reason")
    if status == "UNAVAILABLE" and not (isinstance(reason, str) and reason.strip()):
        raise bad_request("reason is required when the status is UNAVAILABLE")
    _check_store(world, merchant)
    world.stores[merchant] = {"status": status, "reason": reason, "time": stamp(world.clock())}


def set_product(world: World, merchant: str, code: str, body: Mapping[str, Any]) -> None:
    """Show or hide a product in a store; raises 400, 401 or 404."""
    status = _status(body)
    _check_store(world, merchant)
    _check_code(world, code)
    world.products[merchant, code] = status


def shown_prices(world: World) -> list[JsonObject]:
    """Every price that was set, as it stands now."""
    found = []
    for (merchant, code), price in world.prices.items():
        _settle(world, price)
        start = None if price.start is None else price.start.isoformat()
        found.append({"merchant": merchant, "code": code, "now": price.now, "later": price.later, "start": start})
    return found


def _status(body: Mapping[str, Any]) -> str:
    status = body.get("status")
    if status not in STATUSES:
        raise bad_request(f"status is required: one of {', '.join(STATUSES)}, in capitals")
    return str(status)


def _check_store(world: World, merchant: str) -> None:
    if not world.owns(merchant):
        raise unauthorized(f"the token has no right on the store {merchant}")


def _check_code(world: World, code: str) -> None:
    if code not in world.codes:
        raise not_found(f"no product has the code {code}")


def _today(world: World) -> date:
    return world.clock().astimezone(ZoneInfo(world.switches.time_zone)).date()


def _start(world: World, given: object) -> date | None:
    """Return the day of a schedule; None for an empty one, which is at once."""
    if given is None or given == "":
        return None
    try:
        if not isinstance(given, str) or not DATE.fullmatch(given):
            raise ValueError
        start = date.fromisoformat(given)
    except ValueError:
        raise bad_request("startDate is a date such as 2024-03-11") from None
    if start < _today(world):
        raise bad_request("startDate is past")
    return start


def _settle(world: World, price: Price) -> None:
    """Let a price hold whose day has come."""
    if price.start is not None and price.start <= _today(world):
        price.now, price.later, price.start = price.later, None, None

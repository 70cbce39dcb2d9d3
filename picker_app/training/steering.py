"""The steering paths `/_sim/…` of a training platform: from this machine only, and what is wrong is named."""

import ipaddress
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from picker_app.training import exact_json
from picker_app.training.answers import ExactResponse
from picker_app.training.exact_json import JsonObject, NotJsonError
from picker_app.training.known import Known

Work = Callable[[Request, Any], Awaitable[Response]]


def steer(work: Work) -> Callable[[Request], Awaitable[Response]]:
    """Return the endpoint of `work`, which takes a request and its JSON (`{}` where there is none).

    Its `KeyError` is answered 404, its `ValueError` 400.
    """

    async def endpoint(request: Request) -> Response:
        host = request.client.host if request.client else ""
        if not host or not ipaddress.ip_address(host).is_loopback:
            return _answer(403, "only from this machine")
        raw = await request.body()
        try:
            return await work(request, exact_json.read(raw) if raw else {})
        except KeyError:
            return _answer(404, "order not found")
        except (NotJsonError, ValueError) as error:
            return _answer(400, str(error))

    return endpoint


def common_routes(world: Known[Any], state: Callable[[Request], JsonObject]) -> list[Route]:
    """The paths that every platform has: its switches, its faults, and all that happened, which `state` tells."""

    async def settings(request: Request, body: Any) -> Response:
        if request.method == "PUT":
            world.switches.change(as_object(body))
        return ExactResponse(world.switches.shown())

    async def faults(request: Request, body: Any) -> Response:
        if request.method == "DELETE":
            world.faults.clear()
        else:
            world.order_fault(as_object(body))
        return ExactResponse({"faults": [vars(fault) for fault in world.faults.waiting]})

    async def shown_state(request: Request, body: Any) -> Response:
        return ExactResponse(state(request))

    return [
        Route("/_sim/settings", steer(settings), methods=["GET", "PUT"]),
        Route("/_sim/faults", steer(faults), methods=["POST", "DELETE"]),
        Route("/_sim/state", steer(shown_state)),
    ]


def as_object(body: Any) -> JsonObject:
    """Return a body that is an object; raises `ValueError` for another."""
    if not isinstance(body, dict):
        raise ValueError("the body is a JSON object")
    return body


def check_keys(wanted: JsonObject, known: set[str]) -> None:
    """Raise `ValueError` that names a key which is not known."""
    unknown = set(wanted) - known
    if unknown:
        raise ValueError(f"unknown key {min(unknown)!r}; known: {', '.join(sorted(known))}")


def _answer(status: int, message: str) -> Response:
    return ExactResponse({"code": "SIM", "message": message}, status_code=status)

"""The steering paths `/_sim/…` of a training platform: from this machine only, and what is wrong is named."""

import ipaddress
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from picker_app.training import exact_json
from picker_app.training.answers import ExactResponse
from picker_app.training.exact_json import JsonObject, NotJsonError

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

"""Put the parts of the training platform together into one ASGI application."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from picker_app.training.answers import ExactResponse, RefusedError
from picker_app.training.door import Door
from picker_app.training.ifood_pos import control, events, orders, shop
from picker_app.training.ifood_pos.answers import error_answer
from picker_app.training.ifood_pos.door import Request as OneRequest
from picker_app.training.ifood_pos.world import World


def application(world: World, started: Callable[[], None]) -> Door:
    """Return the platform for `world`; `started` is called in its loop once it runs."""

    async def token(request: Request) -> Response:
        given = world.tokens.give(request.url.query, await request.body(), world.switches, world.clock())
        return ExactResponse(given)

    async def refused(request: Request, error: Exception) -> Response:
        if isinstance(error, HTTPException):
            error = RefusedError(error.status_code, "HttpException", error.detail)
        if not isinstance(error, RefusedError):
            raise error
        answer = error_answer(error, request.url.path, world.clock())
        return Response(answer.body, answer.status, dict(answer.headers))

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        started()
        yield
        await world.background.close()

    inner = Starlette(
        routes=[
            Route("/oauth/token", token, methods=["POST"]),
            *events.routes(world),
            *orders.routes(world),
            *shop.routes(world),
            *control.routes(world),
        ],
        exception_handlers={RefusedError: refused, HTTPException: refused},
        lifespan=lifespan,
    )
    return Door(inner, lambda scope, body: OneRequest(inner, world, scope, body))

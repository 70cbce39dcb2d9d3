"""Put the parts of the training platform together into one ASGI application."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from picker_app.training.answers import Answer, ExactResponse, RefusedError
from picker_app.training.application import inner
from picker_app.training.delivery_hero import catalogue_api, control, orders, promotions, store_status
from picker_app.training.delivery_hero.answers import error_answer
from picker_app.training.delivery_hero.door import Request as OneRequest
from picker_app.training.delivery_hero.world import World
from picker_app.training.door import Door


def application(world: World, started: Callable[[], None]) -> Door:
    """Return the platform for `world`; `started` is called in its loop once it runs."""

    async def token(request: Request) -> Response:
        body = await request.body()
        return ExactResponse(world.tokens.give(request.headers, body, world.switches, world.clock()))

    def refusal(request: Request, error: RefusedError) -> Answer:
        return error_answer(error, world.switches.error_body)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        await world.bell.open()
        started()
        yield
        await world.bell.close()

    routes = [
        Route("/v2/oauth/token", token, methods=["POST"]),
        *orders.routes(world),
        *catalogue_api.routes(world),
        *promotions.routes(world),
        *store_status.routes(world),
        *control.routes(world),
    ]
    behind = inner(routes, refusal, lifespan)
    return Door(behind, lambda scope, body: OneRequest(behind, world, scope, body))

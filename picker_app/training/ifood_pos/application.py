"""Put the parts of the training platform together into one ASGI application."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from picker_app.training.answers import Answer, ExactResponse, RefusedError
from picker_app.training.application import inner, until_closed
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

    def refusal(request: Request, error: RefusedError) -> Answer:
        return error_answer(error, request.url.path, world.clock())

    routes = [
        Route("/oauth/token", token, methods=["POST"]),
        *events.routes(world),
        *orders.routes(world),
        *shop.routes(world),
        *control.routes(world),
    ]
    behind = inner(routes, refusal, until_closed(world.background, started), unknown="HttpException")
    return Door(behind, lambda scope, body: OneRequest(behind, world, scope, body))

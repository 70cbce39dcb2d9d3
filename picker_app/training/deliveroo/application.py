"""Put the parts of the training platform of Deliveroo together: the API, and the store of files beside it."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from picker_app.training.answers import Answer, RefusedError
from picker_app.training.application import inner, until_closed
from picker_app.training.deliveroo import api, control
from picker_app.training.deliveroo.answers import error_answer
from picker_app.training.deliveroo.door import MAX_FILE, ApiVisit, FileVisit
from picker_app.training.deliveroo.world import World
from picker_app.training.door import Door


def application(world: World, started: Callable[[], None]) -> Door:
    """Return the API for `world`; `started` is called in its loop once it runs."""

    def refusal(request: Request, error: RefusedError) -> Answer:
        return error_answer(error, world.switches.error_body, world.switches.busy_place)

    routes = [*api.routes(world), *control.routes(world)]
    behind = inner(routes, refusal, until_closed(world.background, started))
    return Door(behind, lambda scope, body: ApiVisit(behind, world, scope, body))


def files(world: World) -> Door:
    """Return the store of files; it must be asked in the loop of the API."""

    async def nothing(scope: Scope, receive: Receive, send: Send) -> None:
        raise RuntimeError("the store of files has no application behind its door")

    return Door(nothing, lambda scope, body: FileVisit(nothing, world, scope, body), most=MAX_FILE)

"""Put the parts of the training platform of Deliveroo together: the API, and the store of files beside it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from picker_app.training.answers import RefusedError
from picker_app.training.deliveroo import api, control
from picker_app.training.deliveroo.answers import error_answer
from picker_app.training.deliveroo.door import MAX_FILE, ApiVisit, FileVisit
from picker_app.training.deliveroo.world import World
from picker_app.training.door import Door


def application(world: World, started: Callable[[], None]) -> Door:
    """Return the API for `world`; `started` is called in its loop once it runs."""

    async def refused(request: Request, error: Exception) -> Response:
        if isinstance(error, HTTPException):
            error = RefusedError(error.status_code, "HTTP", error.detail)
        if not isinstance(error, RefusedError):
            raise error
        answer = error_answer(error, world.switches.error_body, world.switches.busy_place)
        return Response(answer.body, answer.status, dict(answer.headers))

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        started()
        yield
        await world.background.close()

    inner = Starlette(
        routes=[*api.routes(world), *control.routes(world)],
        exception_handlers={RefusedError: refused, HTTPException: refused},
        lifespan=lifespan,
    )
    return Door(inner, lambda scope, body: ApiVisit(inner, world, scope, body))


def files(world: World) -> Door:
    """Return the store of files; it must be asked in the loop of the API."""

    async def nothing(scope: Scope, receive: Receive, send: Send) -> None:
        raise RuntimeError("the store of files has no application behind its door")

    return Door(nothing, lambda scope, body: FileVisit(nothing, world, scope, body), most=MAX_FILE)

"""The application behind the door of every training platform: its routes, how it refuses, its beginning and end."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from picker_app.training.answers import Answer, RefusedError
from picker_app.training.background import Background


def inner(
    routes: Sequence[Route],
    refusal: Callable[[Request, RefusedError], Answer],
    lifespan: Callable[[Starlette], AbstractAsyncContextManager[None]],
    *,
    unknown: str = "HTTP",
) -> Starlette:
    """Return the application; `unknown` is the code of what its routes do not know, such as another method."""

    async def refused(request: Request, error: Exception) -> Response:
        if isinstance(error, HTTPException):
            error = RefusedError(error.status_code, unknown, error.detail)
        if not isinstance(error, RefusedError):
            raise error
        answer = refusal(request, error)
        return Response(answer.body, answer.status, dict(answer.headers))

    handlers = {RefusedError: refused, HTTPException: refused}
    return Starlette(routes=routes, exception_handlers=handlers, lifespan=lifespan)


def until_closed(
    background: Background, started: Callable[[], None]
) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    """Return the life of a platform: `started` is called in its loop once it runs; at its end all else is dropped."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        started()
        yield
        await background.close()

    return lifespan

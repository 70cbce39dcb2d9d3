"""A training platform as one thing to start, ask in its own thread, and close."""

import asyncio
from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar

from starlette.types import ASGIApp

from picker_app.intake.server import ThreadServer
from picker_app.training.door import CuttableConnection
from picker_app.training.known import Known

T = TypeVar("T")
W = TypeVar("W", bound=Known[Any])
CALL_SECONDS = 10.0


class Served(Generic[W]):
    """A platform on 127.0.0.1, in a thread of its own that owns all it knows, its `world`.

    `application` makes the platform; what it is given beside the world is to be called in the platform's loop once that
    runs. `port` 0 takes any free port. All methods may be called from any thread but its own, and those that steer only
    between `start` and `close`.
    """

    def __init__(
        self, world: W, application: Callable[[W, Callable[[], None]], ASGIApp], *, port: int, name: str
    ) -> None:
        self._world = world
        self._name = name
        self._loop: asyncio.AbstractEventLoop | None = None
        self._server = ThreadServer(
            application(world, self._started), port=port, name=name, connection=CuttableConnection
        )

    @property
    def world(self) -> W:
        """Everything the platform knows; to be looked at after `close`, when its thread is gone."""
        return self._world

    def __enter__(self) -> Self:
        """Start serving; `close` comes at the end of the block."""
        self.start()
        return self

    def __exit__(self, *error: object) -> None:
        """Stop serving."""
        self.close()

    @property
    def url(self) -> str:
        """The base URL to configure an account with."""
        return self._server.url

    @property
    def loop(self) -> asyncio.AbstractEventLoop | None:
        """The loop that owns all the platform knows; None while it does not run."""
        return self._loop

    def start(self) -> None:
        """Start serving; raises `OSError` if the port is taken."""
        self._server.start()

    def close(self) -> None:
        """Stop serving, drop what was still to be done, and leave no thread behind."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._world.background.closing.set)
        self._server.close()
        self._loop = None

    def ask(self, question: Callable[[], T]) -> T:
        """Have `question` answered in the platform's own thread; only between `start` and `close`."""
        if self._loop is None:
            raise RuntimeError(f"the {self._name} is not running")

        async def answer() -> T:
            return question()

        return asyncio.run_coroutine_threadsafe(answer(), self._loop).result(CALL_SECONDS)

    def change_settings(self, **wanted: Any) -> None:
        """Change settings by name, as `PUT /_sim/settings`; raises `ValueError`."""
        self.ask(lambda: self._world.switches.change(wanted))

    def fault(self, route: str, kind: str, **wanted: Any) -> None:
        """Order a fault, as `POST /_sim/faults`; raises `ValueError`."""
        self.ask(lambda: self._world.order_fault({"route": route, "kind": kind, **wanted}))

    def clear_faults(self) -> None:
        """Forget all faults."""
        self.ask(self._world.faults.clear)

    def _started(self) -> None:
        self._loop = asyncio.get_running_loop()

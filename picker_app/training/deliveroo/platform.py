"""The training platform of Deliveroo as one thing to start, steer and close: its API and its store of files."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any

from starlette.types import Message, Receive, Scope, Send

from picker_app.intake.server import ThreadServer
from picker_app.training.clock import utc_now
from picker_app.training.deliveroo import control
from picker_app.training.deliveroo.application import application, files
from picker_app.training.deliveroo.switches import Switches
from picker_app.training.deliveroo.world import World
from picker_app.training.door import CUT, CuttableConnection
from picker_app.training.exact_json import JsonObject, copied
from picker_app.training.served import Served


class TrainingDeliveroo(Served[World]):
    """A training platform on 127.0.0.1; `switches` are the settings of `switches.Switches` by name.

    `port` 0 takes any free port; the store of files has another one. `clock` gives aware UTC times. All methods may be
    called from any thread but its own, and those that steer only between `start` and `close`.
    """

    def __init__(
        self, *, port: int = 0, seed: int = 1, clock: Callable[[], datetime] = utc_now, **switches: Any
    ) -> None:
        chosen = Switches()
        chosen.change(switches)
        super().__init__(World(chosen, seed, clock), application, port=port, name="training platform of Deliveroo")
        self._files = ThreadServer(self._ask_for_file, name="training store of files", connection=CuttableConnection)

    def start(self) -> None:
        """Start serving; raises `OSError` if the port is taken."""
        self._files.start()
        self._world.files_url = self._files.url
        super().start()

    def close(self) -> None:
        """Stop serving, and leave no thread behind."""
        self._files.close()
        super().close()

    def advance_clock(self, seconds: float) -> None:
        """Let the platform's clock jump, as `POST /_sim/clock`."""
        self.ask(lambda: self._world.advance(seconds))

    def state(self, at: datetime | None = None) -> JsonObject:
        """Everything that happened, as `GET /_sim/state`; numbers are exact."""
        return self.ask(lambda: copied(control.state(self._world, at)))

    async def _ask_for_file(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Have a request to the store of files answered in the loop that owns all the platform knows."""
        if scope["type"] != "http" or self.loop is None:
            return
        here, there = asyncio.get_running_loop(), self.loop
        cut = scope["state"][CUT]

        async def receive_here() -> Message:
            return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(_received(receive), here))

        async def send_here(message: Message) -> None:
            await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(_sent(send, message), here))

        asked = {**scope, "state": {CUT: lambda: here.call_soon_threadsafe(cut)}}
        answered = files(self._world)(asked, receive_here, send_here)
        await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(answered, there))


async def _received(receive: Receive) -> Message:
    return await receive()


async def _sent(send: Send, message: Message) -> None:
    await send(message)

"""The training platform of iFood as one thing to start, steer and close.

It speaks the platform's real HTTP on loopback from a thread of its own.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from picker_app.training.clock import utc_now
from picker_app.training.exact_json import JsonObject, copied
from picker_app.training.ifood_pos import control
from picker_app.training.ifood_pos.application import application
from picker_app.training.ifood_pos.birth import known_codes
from picker_app.training.ifood_pos.switches import Switches
from picker_app.training.ifood_pos.world import World
from picker_app.training.served import Served


class TrainingIfood(Served[World]):
    """A training platform on 127.0.0.1; `switches` are the settings of `switches.Switches` by name.

    `port` 0 takes any free port. `seed`: the same seed gives the same orders and ids. `clock` gives aware UTC times.
    All methods may be called from any thread but its own, and those that steer only between `start` and `close`.
    """

    def __init__(
        self, *, port: int = 0, seed: int = 1, clock: Callable[[], datetime] = utc_now, **switches: Any
    ) -> None:
        chosen = Switches()
        chosen.change(switches)
        super().__init__(
            World(chosen, known_codes(), seed, clock), application, port=port, name="training platform of iFood"
        )

    def create_order(self, **wanted: Any) -> JsonObject:
        """Make an order with its event, as `POST /_sim/orders`; returns the order object. Raises `ValueError`."""
        return self.ask(lambda: control.create_order(self._world, wanted))

    def advance(self, reference: str, code: str, **wanted: Any) -> JsonObject:
        """Make an event, as `POST /_sim/orders/{reference}/advance`; raises `ValueError` or `KeyError`."""
        return self.ask(lambda: control.advance(self._world, reference, {"code": code, **wanted}))

    def add_event(self, event: JsonObject) -> None:
        """Put a raw event into the queue, as `POST /_sim/events`."""
        self.ask(lambda: control.add_event(self._world, event))

    def move_clock(self, seconds: float) -> None:
        """Let seconds pass at once, as `POST /_sim/clock`."""
        self.ask(lambda: self._world.advance(seconds))

    def state(self) -> JsonObject:
        """Everything that happened, as `GET /_sim/state`; numbers are exact."""
        return self.ask(lambda: copied(control.state(self._world)))

    def states(self) -> dict[str, str]:
        """The state of each order by its reference."""
        return self.ask(self._states)

    def _states(self) -> dict[str, str]:
        self._world.pass_time()
        return {order.reference: order.state for order in self._world.orders.values()}

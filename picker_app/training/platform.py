"""The training platform of Delivery Hero as one thing to start, steer and close.

It speaks the platform's real HTTP on loopback from a thread of its own (section 15 of the platform's specification).
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from picker_app.intake.server import ThreadServer
from picker_app.training.catalogue import load_store
from picker_app.training.delivery_hero import control
from picker_app.training.delivery_hero.application import application
from picker_app.training.delivery_hero.clock import utc_now
from picker_app.training.delivery_hero.door import CuttableConnection
from picker_app.training.delivery_hero.exact_json import JsonObject
from picker_app.training.delivery_hero.shelf import shop_shelf
from picker_app.training.delivery_hero.switches import Switches
from picker_app.training.delivery_hero.world import World, seen_by_all

T = TypeVar("T")
CALL_SECONDS = 10.0


class TrainingPlatform:
    """A training platform on 127.0.0.1; `switches` are the settings of `switches.Switches` by name.

    `port` 0 takes any free port. `seed`: the same seed gives the same orders and ids. `clock` gives aware UTC times.
    All methods may be called from any thread but its own, and those that steer only between `start` and `close`.
    """

    def __init__(
        self, *, port: int = 0, seed: int = 1, clock: Callable[[], datetime] = utc_now, **switches: Any
    ) -> None:
        chosen = Switches()
        chosen.change(switches)
        self._world = World(chosen, shop_shelf(load_store()), seed, clock)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._server = ThreadServer(
            application(self._world, self._started),
            port=port,
            name="training-platform",
            connection=CuttableConnection,
        )

    @property
    def url(self) -> str:
        """The base URL to configure an account with."""
        return self._server.url

    @property
    def world(self) -> World:
        """Everything the platform knows; to be looked at after `close`, when its thread is gone."""
        return self._world

    def start(self) -> None:
        """Start serving; raises `OSError` if the port is taken."""
        self._server.start()

    def close(self) -> None:
        """Stop serving, drop what was to be pushed, and leave no thread behind."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._world.closing.set)
        self._server.close()
        self._loop = None

    def change_settings(self, **wanted: Any) -> None:
        """Change settings by name, as `PUT /_sim/settings`; raises `ValueError`."""
        self._ask(lambda: self._world.switches.change(wanted))

    def create_order(self, **wanted: Any) -> JsonObject:
        """Make an order and push it, as `POST /_sim/orders`; returns the order object. Raises `ValueError`."""
        return self._ask(lambda: control.create_order(self._world, wanted))

    def advance(self, order_id: str, to: str, **wanted: Any) -> JsonObject:
        """Move an order on and push it, as `POST /_sim/orders/{id}/advance`; raises `ValueError` or `KeyError`."""
        return self._ask(lambda: control.advance(self._world, order_id, {"to": to, **wanted}))

    def fault(self, route: str, kind: str, **wanted: Any) -> None:
        """Order a fault, as `POST /_sim/faults`; raises `ValueError`."""
        self._ask(lambda: control.order_fault(self._world, {"route": route, "kind": kind, **wanted}))

    def clear_faults(self) -> None:
        """Forget all faults."""
        self._ask(self._world.faults.clear)

    def add_products(self, *products: JsonObject) -> None:
        """Put more products on sale, or change them, as `POST /_sim/products`; raises `ValueError`."""
        self._ask(lambda: control.add_products(self._world, list(products)))

    def state(self) -> JsonObject:
        """Everything that happened, as `GET /_sim/state`; numbers are exact."""
        return self._ask(lambda: _copied(control.state(self._world)))

    def statuses(self) -> dict[str, str]:
        """The status of each order by its id."""
        return self._ask(lambda: {order.order_id: order.status for order in self._world.orders.values()})

    def cart(self, order_id: str) -> list[JsonObject]:
        """The lines now in an order's cart; raises `KeyError` for an unknown order."""
        return self._ask(lambda: control.cart_of(self._world.orders[order_id.lower()]))

    def _started(self) -> None:
        self._loop = asyncio.get_running_loop()

    def _ask(self, question: Callable[[], T]) -> T:
        """Have `question` answered in the platform's own thread, which owns all it knows."""
        if self._loop is None:
            raise RuntimeError("the training platform is not running")

        async def answer() -> T:
            return question()

        return asyncio.run_coroutine_threadsafe(answer(), self._loop).result(CALL_SECONDS)


def _copied(document: JsonObject) -> JsonObject:
    copy: JsonObject = seen_by_all(document)
    return copy

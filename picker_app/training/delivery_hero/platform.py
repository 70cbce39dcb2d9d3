"""The training platform of Delivery Hero as one thing to start, steer and close.

It speaks the platform's real HTTP on loopback from a thread of its own (section 15 of the platform's specification).
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from picker_app.training.catalogue import load_store
from picker_app.training.clock import utc_now
from picker_app.training.delivery_hero import control
from picker_app.training.delivery_hero.application import application
from picker_app.training.delivery_hero.shelf import shop_shelf
from picker_app.training.delivery_hero.switches import Switches
from picker_app.training.delivery_hero.world import World
from picker_app.training.exact_json import JsonObject, copied
from picker_app.training.served import Served


class TrainingPlatform(Served[World]):
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
            World(chosen, shop_shelf(load_store()), seed, clock), application, port=port, name="training platform"
        )

    def create_order(self, **wanted: Any) -> JsonObject:
        """Make an order and push it, as `POST /_sim/orders`; returns the order object. Raises `ValueError`."""
        return self.ask(lambda: control.create_order(self._world, wanted))

    def advance(self, order_id: str, to: str, **wanted: Any) -> JsonObject:
        """Move an order on and push it, as `POST /_sim/orders/{id}/advance`; raises `ValueError` or `KeyError`."""
        return self.ask(lambda: control.advance(self._world, order_id, {"to": to, **wanted}))

    def add_products(self, *products: JsonObject) -> None:
        """Put more products on sale, or change them, as `POST /_sim/products`; raises `ValueError`."""
        self.ask(lambda: control.add_products(self._world, list(products)))

    def state(self) -> JsonObject:
        """Everything that happened, as `GET /_sim/state`; numbers are exact."""
        return self.ask(lambda: copied(control.state(self._world)))

    def statuses(self) -> dict[str, str]:
        """The status of each order by its id."""
        return self.ask(lambda: {order.order_id: order.status for order in self._world.orders.values()})

    def cart(self, order_id: str) -> list[JsonObject]:
        """The lines now in an order's cart; raises `KeyError` for an unknown order."""
        return self.ask(lambda: control.cart_of(self._world.orders[order_id.lower()]))

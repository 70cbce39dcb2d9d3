"""A shop's day on the training platforms: a handful of orders at once, then new ones at a humane pace.

Now and then a customer cancels; what was fulfilled is picked up by a rider and delivered. Where iFood plays along, some
of the orders come from there; its desk and its clock do the rest by themselves.
"""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from picker_app.training.delivery_hero.platform import TrainingPlatform
from picker_app.training.ifood_pos.platform import TrainingIfood

OPEN = ("RECEIVED", "ACCEPTED")
OPEN_AT_IFOOD = ("PLACED", "INTEGRATED", "CONFIRMED")


@dataclass(frozen=True)
class Pace:
    """How a day goes: seconds between events, `first` orders at its start, at most `open_at_most` open at once.

    `ifood_share` of the orders come from iFood, where it plays along.
    """

    first: int = 5
    between_orders: float = 120.0
    until_pick_up: float = 90.0
    until_delivery: float = 300.0
    cancelled_share: float = 0.06
    ifood_share: float = 0.35
    open_at_most: int = 15


class ShopDay:
    """Sends orders to the running training platforms from a thread of its own; `seed` makes the day repeatable.

    `clock` gives seconds that only grow.
    """

    def __init__(
        self,
        platform: TrainingPlatform,
        pace: Pace | None = None,
        *,
        ifood: TrainingIfood | None = None,
        seed: int = 1,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._platform = platform
        self._ifood = ifood
        self._pace = pace or Pace()
        self._chance = random.Random(seed)
        self._clock = clock
        self._next_order = 0.0
        self._moved: dict[str, tuple[str, float]] = {}
        self._wake = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin the day; raises `RuntimeError` if it has begun."""
        if self._thread is not None:
            raise RuntimeError("the shop's day has already begun")
        self._wake.clear()
        self._thread = threading.Thread(target=self._run, name="shop-day", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the day and wait for its thread; a second call does nothing. Close it before the platforms."""
        self._wake.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def open_shop(self) -> None:
        """Send the first handful: the worked example of the shop, then whatever comes; one from iFood is among them."""
        for number in range(self._pace.first):
            if number == 0:
                self._platform.create_order(items=STARTER, language="en", vendor_delivery=False, preorder=False)
            elif number == 1 and self._ifood is not None:
                self._ifood.create_order(items=IFOOD_STARTER, type="DELIVERY", payment="change", quirks=[])
            else:
                self._new_order(lines=self._chance.choice((1, 2, 3, 5, 8, 12)))
        self._next_order = self._clock() + self._gap()

    def step(self) -> None:
        """Do what is due now: a new order, a cancellation, a rider, a delivery."""
        now = self._clock()
        statuses = self._platform.statuses()
        waiting = [order_id for order_id, status in statuses.items() if status in OPEN]
        waiting_at_ifood = self._open_at_ifood()
        if now >= self._next_order:
            self._next_order = now + self._gap()
            if (waiting or waiting_at_ifood) and self._chance.random() < self._pace.cancelled_share:
                self._cancel(waiting, waiting_at_ifood)
            if len(waiting) + len(waiting_at_ifood) < self._pace.open_at_most:
                self._new_order()
        for order_id, status in statuses.items():
            self._move_on(order_id, status, now)

    def _new_order(self, **wishes: int) -> None:
        if self._ifood is not None and self._chance.random() < self._pace.ifood_share:
            self._ifood.create_order(**wishes)
        else:
            self._platform.create_order(**wishes)

    def _open_at_ifood(self) -> list[str]:
        states = {} if self._ifood is None else self._ifood.states()
        return [reference for reference, state in states.items() if state in OPEN_AT_IFOOD]

    def _cancel(self, waiting: list[str], waiting_at_ifood: list[str]) -> None:
        chosen = self._chance.choice([*waiting, *waiting_at_ifood])
        if self._ifood is not None and chosen in waiting_at_ifood:
            self._ifood.advance(chosen, "CANCELLED")
        else:
            self._platform.advance(chosen, "CANCELLED")

    def _move_on(self, order_id: str, status: str, now: float) -> None:
        """Let a fulfilled order be picked up, and one picked up be delivered, when its time has come."""
        next_status, delay = {
            "READY_FOR_PICKUP": ("DISPATCHED", self._pace.until_pick_up),
            "DISPATCHED": ("DELIVERED", self._pace.until_delivery),
        }.get(status, ("", 0.0))
        if not next_status:
            self._moved.pop(order_id, None)
            return
        seen, since = self._moved.setdefault(order_id, (status, now))
        if seen != status:
            self._moved[order_id] = (status, now)
        elif now - since >= delay:
            self._platform.advance(order_id, next_status)

    def _gap(self) -> float:
        return self._pace.between_orders * self._chance.uniform(0.5, 1.5)

    def _run(self) -> None:
        self.open_shop()
        while not self._wake.wait(1.0):
            self.step()


STARTER = [
    {"sku": "MLK-1L", "quantity": 2},
    {"sku": "BRD-WW", "quantity": 1},
    {"sku": "TOM-KG", "weight": 1},
]
IFOOD_STARTER = [
    {"code": "ARZ/5", "quantity": 2},
    {"code": "MLK-1L", "quantity": 1},
    {"code": "CST", "quantity": 1},
]

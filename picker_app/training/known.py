"""What every training platform knows: its switches, its clock, the faults that wait, the journal of its requests."""

import random
import uuid
from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

from picker_app.training.background import Background
from picker_app.training.exact_json import JsonObject
from picker_app.training.faults import IMMEDIATE_KIND, Faults, Menu
from picker_app.training.journal import Journal
from picker_app.training.switches import Switchboard

KEPT = 5000
"""So many requests, and whatever else happens, are told in full by `GET /_sim/state`."""
S = TypeVar("S", bound=Switchboard)


class Known(ABC, Generic[S]):
    """What is the same of every platform; it belongs to the platform's own thread, nothing here is locked.

    `clock` gives aware UTC times; the platform's own goes as far ahead of it as `advance` said.
    """

    def __init__(self, switches: S, menu: Menu, seed: int, clock: Callable[[], datetime]) -> None:
        self.switches = switches
        self.random = random.Random(seed)  # an exercise must be repeatable, not secret
        self.faults = Faults(menu)
        self.background = Background()
        self.journal = Journal(KEPT)
        self._clock = clock
        self._ahead = timedelta(0)

    @abstractmethod
    def expire_tokens(self) -> None:
        """Let all tokens be dead at once (fault `expire_token`)."""

    def clock(self) -> datetime:
        """The platform's own time."""
        return self._clock() + self._ahead

    def advance(self, seconds: float) -> None:
        """Let the platform's clock jump."""
        self._ahead += timedelta(seconds=seconds)

    def new_id(self) -> str:
        """A UUID, the same ones again for the same seed."""
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    def order_fault(self, wanted: JsonObject) -> None:
        """Let a fault wait; `expire_token` strikes at once. Raises `ValueError`."""
        if self.faults.add(wanted).kind == IMMEDIATE_KIND:
            self.expire_tokens()

    def happened(self) -> dict[str, Any]:
        """The requests with masked headers and in figures, the faults that wait, and the switches."""
        return {
            "requests": self.journal.shown(),
            "requests_total": self.journal.total,
            "requests_in_fullest_60_s": self.journal.fullest_minute,
            "faults": [vars(fault) for fault in self.faults.waiting],
            "settings": self.switches.shown(),
        }
